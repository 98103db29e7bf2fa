// What the filter asks for of the parcels of a ledger.
import { isWithin, OUTSIDE, UNLOCATED, UNSTATED } from "./filter.js";

/** @type {FilterChoice[]} */
const CHOICES = ["zones", "statuses", "years", "towns"];

/** Whether a filter leaves any parcel out. @param {Filter} filter */
export function narrowsParcels(filter) {
  return filter.land !== null || CHOICES.some((name) => filter[name].length > 0);
}

/** Whether one filter asks for other parcels than another. @param {Filter} one @param {Filter} other */
export function asksForOtherParcels(one, other) {
  return one.land !== other.land || CHOICES.some((name) => one[name] !== other[name]);
}

/**
 * The towns of the plan by their names in either language: what a ledger writes, a filter of projects knows by its id.
 * @param {Record<string, Both>} names
 * @returns {(town: string) => string} the id of a town, or the town as the ledger has it
 */
export function townsByName(names) {
  const ids = new Map(Object.entries(names).flatMap(([id, { zh, en }]) => [zh, en].map((name) => [name, id])));
  return (town) => ids.get(town) ?? town;
}

/**
 * Whether a row of the ledger is among what is asked for.
 * @param {Filter} filter @param {ParcelTable} ledger @param {(town: string) => string} townOf
 * @returns {(row: number) => boolean}
 */
export function wantedParcels(filter, { columns, years }, townOf) {
  const rowsOf = (/** @type {string} */ name) => columns.find((column) => column.name === name)?.rows;
  const [zones, statuses, towns] = ["zone_id", "status", "town"].map(rowsOf);
  const [registered, drawn] = ["area_mu", "drawn_mu"].map(rowsOf);
  /** @type {((row: number) => boolean)[]} */
  const tests = [];
  /** @param {FilterChoice} name @param {(row: number) => string} codeOf */
  function among(name, codeOf) {
    if (!filter[name].length) return;
    const chosen = new Set(filter[name]);
    tests.push((row) => chosen.has(codeOf(row)));
  }
  const text = (/** @type {ParcelValue[] | undefined} */ rows, /** @type {number} */ row) =>
    /** @type {string | null | undefined} */ (rows?.[row]);
  among("zones", (row) => text(zones, row) ?? OUTSIDE);
  among("statuses", (row) => text(statuses, row) || UNSTATED);
  among("years", (row) => (years[row] ? String(years[row]) : UNSTATED));
  among("towns", (row) => {
    const town = text(towns, row);
    return town ? townOf(town) : UNLOCATED;
  });
  const { land } = filter;
  if (land)
    tests.push((row) => isWithin(land, /** @type {number | null} */ (registered?.[row] ?? drawn?.[row] ?? null)));
  return (row) => tests.every((test) => test(row));
}
