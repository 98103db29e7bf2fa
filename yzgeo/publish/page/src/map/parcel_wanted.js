// The parcels that the filter asks for, on the map: which they are, and how many of each status, zone and year.
import { OUTSIDE } from "../state/filter.js";
import { asksForOtherParcels, narrowsParcels, townsByName, wantedParcels } from "../state/parcel_filter.js";
import { scenarioOnMap } from "../state/scenario.js";

/** What of the state other parcels are shown by. */
const CHOICES = /** @type {const} */ (["parcelChoice", "view", "scenario"]);

/** @typedef {{count: number, mu: number}} Sum */
/** @typedef {{all: Sum, statuses: Record<string, Sum>, years: Record<string, Sum>, zones: Record<string, Sum>}} Sums by code, year and id */

/** @param {Page} page @param {ParcelLayer} parcels @param {() => void} shown what else shows them */
export function makeWanted(page, parcels, shown) {
  /** @type {Uint8Array | null} */
  let wanted = null;
  /** @type {Sums | null} */
  let sums = null;
  const show = () => parcels.show({ ...page.state.parcelChoice, wanted, scenario: scenarioOnMap(page) });

  async function narrow() {
    const { filter } = page.state;
    const isNarrowed = narrowsParcels(filter);
    const ledger = isNarrowed ? await parcels.table() : null;
    if (filter !== page.state.filter) return; // the reader went on meanwhile
    wanted = null;
    sums = null;
    if (ledger) {
      const isWanted = wantedParcels(filter, ledger, townsByName(page.data.place_names));
      wanted = Uint8Array.from({ length: ledger.count }, (_, row) => Number(isWanted(row)));
      sums = summed(ledger, wanted, parcels.areas());
    }
    show();
    shown();
    page.store.change({}); // what counts parcels is drawn anew
  }

  return {
    /** What is asked for adds up to; null where all of them are. */
    sums: () => sums,
    /** @param {State} state @param {State} before */
    follow(state, before) {
      if (CHOICES.some((name) => state[name] !== before[name])) show();
      if (asksForOtherParcels(state.filter, before.filter)) narrow();
    },
  };
}

/**
 * What the wanted rows of a ledger add up to.
 * @param {ParcelTable} ledger @param {Uint8Array} wanted @param {ArrayLike<number>} areas in mu
 * @returns {Sums}
 */
export function summed({ count, columns, years }, wanted, areas) {
  const rowsOf = (/** @type {string} */ name) => columns.find((column) => column.name === name)?.rows;
  const [statuses, zones] = [rowsOf("status"), rowsOf("zone_id")];
  /** @type {Sums} */
  const sums = { all: { count: 0, mu: 0 }, statuses: {}, years: {}, zones: {} };
  /** @param {Record<string, Sum>} part @param {string} name @param {number} mu */
  function add(part, name, mu) {
    if (!Object.prototype.hasOwnProperty.call(part, name)) part[name] = { count: 0, mu: 0 };
    part[name].count += 1;
    part[name].mu += mu;
  }
  for (let row = 0; row < count; row++) {
    if (!wanted[row]) continue;
    const mu = areas[row];
    sums.all.count += 1;
    sums.all.mu += mu;
    add(sums.statuses, String(statuses?.[row] ?? ""), mu);
    add(sums.zones, String(zones?.[row] ?? OUTSIDE), mu);
    if (years[row]) add(sums.years, String(years[row]), mu);
  }
  return sums;
}
