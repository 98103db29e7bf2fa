// What is shown of the parcels at a zoom, and how: which of them, and whether as shapes, signs or sums by cell.
import { makeClasses, NO_CANDIDATE } from "./classes.js";
import { CELLS, cellAt, cellOf, densest, makeModes, sumCells, TILE_PX, WORLD } from "./grid.js";

const RECOVERED = "recovered";
const MOST_KEPT = 8; // sums of so many zooms are kept

/** @param {import("./data.js").ParcelData} data */
export function makeScenes(data) {
  const { years } = data.header;
  const classes = makeClasses(data);
  /** @type {ParcelChoice & {scenario: number | null}} */
  let choice = { hidden: [], until: null, scenario: null };
  /** @type {import("./grid.js").IsShown} */
  let isShown = () => true;
  /** @type {ReturnType<typeof makeModes> | null} */
  let modes = null;
  /** @type {Map<number, import("./grid.js").Cells>} */
  const kept = new Map();

  const boxes = () => /** @type {ParcelBoxes} */ (data.boxes());
  const getModes = () => (modes = modes || makeModes(boxes()));
  /** @param {number} zoom */
  function cells(zoom) {
    const { codes, list } = classes.of(choice.scenario);
    let sums = kept.get(zoom);
    if (!sums) {
      if (kept.size >= MOST_KEPT) kept.clear();
      sums = sumCells({ ...boxes(), status: codes }, data.amounts().area, list.length, zoom, isShown);
      kept.set(zoom, sums);
    }
    return sums;
  }
  /** @returns {import("./grid.js").IsShown} */
  function filter() {
    const { until, wanted, scenario } = choice;
    const list = classes.list(scenario);
    const off = list.map(({ code }, at) => choice.hidden.includes(code) || (scenario !== null && at === NO_CANDIDATE));
    const recovered = list.findIndex(({ code }) => code === RECOVERED);
    /** @type {Uint8Array | null} */
    let codes = null; // the boxes may still be packed
    const classOf = (/** @type {number} */ i) => {
      codes = codes || classes.of(scenario).codes;
      return codes[i];
    };
    const isAsked = (/** @type {number} */ i) => !wanted || wanted[i] === 1;
    if (until === null) return off.includes(true) ? (i) => !off[classOf(i)] && isAsked(i) : isAsked;
    const isPast = [false, ...years.map((year) => year <= until)];
    return (i) => classOf(i) === recovered && !off[recovered] && isPast[data.amounts().year[i]] && isAsked(i);
  }

  return {
    isShown: (/** @type {number} */ i) => isShown(i),
    /** @param {ParcelChoice} next @returns {boolean} whether anything is different */
    choose(next) {
      const isSame =
        next.until === choice.until && next.wanted === choice.wanted && (next.scenario ?? null) === choice.scenario;
      if (isSame && next.hidden.join() === choice.hidden.join()) return false;
      choice = { ...next, scenario: next.scenario ?? null };
      isShown = filter();
      kept.clear();
      return true;
    },
    /** How parcels look at a zoom; cells are those of the nearest whole one. @param {number} zoom */
    of(zoom) {
      const mode = getModes().mode(zoom);
      const { codes } = classes.of(choice.scenario);
      return { mode, cells: mode === "grid" ? cells(Math.round(zoom)) : null, isShown, codes };
    },
    cells,
    /** What they are told apart by. */
    classes: () => classes.list(choice.scenario),
    /** The scenario whose years are told; null for statuses. */
    scenario: () => choice.scenario,
    /** @param {number} zoom of the map */
    size: (zoom) => getModes().size(zoom),
    /** The cell at a place, its index among the sums; undefined where it is empty. @param {number} x @param {number} y @param {number} zoom of tiles */
    cell(x, y, zoom) {
      const { column, row } = cellOf(x, y, zoom);
      return cellAt(cells(zoom), column, row);
    },
    /** The middle of the place with most parcels in micro-degrees of web Mercator. @param {number} zoom of tiles */
    densest(zoom) {
      const sums = cells(zoom);
      const best = densest(sums);
      if (best < 0) return null;
      const side = WORLD / (CELLS * 2 ** zoom);
      return { x: (sums.columns[best] + 0.5) * side - WORLD / 2, y: WORLD / 2 - (sums.rows[best] + 0.5) * side };
    },
    /** How many parcels are shown, how much land they are, and how many recovered ones have no year. */
    tally() {
      const { count, status } = boxes();
      const { area, year } = data.amounts();
      const recovered = data.header.statuses.findIndex(({ code }) => code === RECOVERED) + 1;
      const told = { count: 0, amount: 0, undated: 0 };
      for (let i = 0; i < count; i++) {
        if (status[i] === recovered && !year[i]) told.undated += 1;
        if (!isShown(i)) continue;
        told.count += 1;
        told.amount += area[i];
      }
      return told;
    },
    /** Pixels of a cell's side on the map. @param {number} zoom of the map */
    side: (zoom) => (TILE_PX / CELLS) * 2 ** (zoom - Math.round(zoom)),
  };
}
