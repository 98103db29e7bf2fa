import assert from "node:assert/strict";
import { test } from "node:test";
import { summed } from "../../yzgeo/publish/page/src/map/parcel_wanted.js";
import { NO_FILTER, OUTSIDE, UNLOCATED, UNSTATED } from "../../yzgeo/publish/page/src/state/filter.js";
import { narrowsParcels, townsByName, wantedParcels } from "../../yzgeo/publish/page/src/state/parcel_filter.js";

/** @param {string} name @param {ParcelValue[]} rows */
const column = (name, rows) => ({ name, label: { zh: name, en: name }, values: null, labels: {}, rows });
/** Four parcels, of which the last says nothing of itself. @type {ParcelTable} */
const LEDGER = {
  count: 4,
  years: Int32Array.of(2023, 2024, 0, 0),
  columns: [
    column("zone_id", ["east", "west", "east", null]),
    column("town", ["姜山镇", "Jiangshan", "云龙镇", null]),
    column("area_mu", [1, 2, null, null]),
    column("drawn_mu", [null, null, 3, null]),
    column("status", ["recovered", "recovered", "under_way", null]),
  ],
};
const townOf = townsByName({ js: { zh: "姜山镇", en: "Jiangshan" } });
/** @param {Partial<Filter>} filter */
function rows(filter) {
  const isWanted = wantedParcels({ ...NO_FILTER, ...filter }, LEDGER, townOf);
  return [0, 1, 2, 3].filter(isWanted);
}

test("parcels go by their status; one without is a choice of its own", () => {
  assert.deepEqual(rows({}), [0, 1, 2, 3]);
  assert.deepEqual(rows({ statuses: ["recovered"] }), [0, 1]);
  assert.deepEqual(rows({ statuses: [UNSTATED] }), [3]);
});

test("parcels go by the year of their recovery and by their zone, outside all zones too", () => {
  assert.deepEqual(rows({ years: ["2023"] }), [0]);
  assert.deepEqual(rows({ years: ["2023", UNSTATED] }), [0, 2, 3]);
  assert.deepEqual(rows({ zones: ["east"] }), [0, 2]);
  assert.deepEqual(rows({ zones: [OUTSIDE] }), [3]);
  assert.deepEqual(rows({ zones: ["east"], years: ["2024"] }), []);
});

test("a town is that of the plan whatever language the ledger writes it in, and else its own", () => {
  assert.deepEqual(rows({ towns: ["js"] }), [0, 1]);
  assert.deepEqual(rows({ towns: ["云龙镇"] }), [2]);
  assert.deepEqual(rows({ towns: [UNLOCATED] }), [3]);
});

test("land is registered, or else drawn", () => {
  assert.deepEqual(rows({ land: { from: 2, to: null, unstated: false } }), [1, 2]);
  assert.deepEqual(rows({ land: { from: null, to: 1, unstated: true } }), [0, 3]);
});

test("a column that the ledger lacks is stated nowhere", () => {
  const bare = { count: 2, years: new Int32Array(2), columns: [] };
  const isWanted = wantedParcels({ ...NO_FILTER, towns: ["js"] }, bare, townOf);
  assert.deepEqual([0, 1].filter(isWanted), []);
});

test("what narrows projects leaves parcels alone", () => {
  assert.ok(!narrowsParcels({ ...NO_FILTER, classes: ["汽车"] }));
  assert.ok(narrowsParcels({ ...NO_FILTER, towns: ["js"] }));
});

test("sums by status, zone and year are those of the wanted rows", () => {
  const sums = summed(LEDGER, Uint8Array.of(1, 0, 1, 1), [10, 20, 30, 40]);
  assert.deepEqual(sums.all, { count: 3, mu: 80 });
  assert.deepEqual(sums.statuses.recovered, { count: 1, mu: 10 });
  assert.deepEqual(sums.zones, { east: { count: 2, mu: 40 }, [OUTSIDE]: { count: 1, mu: 40 } });
  assert.deepEqual(sums.years, { 2023: { count: 1, mu: 10 } });
});
