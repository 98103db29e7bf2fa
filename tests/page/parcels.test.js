import assert from "node:assert/strict";
import { test } from "node:test";
import { fact, grouped, makeFacts } from "../../yzgeo/publish/page/src/parcels/facts.js";
import { geometry, inside } from "../../yzgeo/publish/page/src/parcels/pick.js";

/** One parcel: a square of 10 by 10 with a hole of 2 by 2 in its middle, drawn where up is y. */
const ring = [0, 0, 10, 0, 10, 10, 0, 10];
const hole = [4, 4, 4, 6, 6, 6, 6, 4];
const xs = Int32Array.from([...ring, ...hole].filter((_, i) => i % 2 === 0));
const ys = Int32Array.from([...ring, ...hole].filter((_, i) => i % 2 === 1));
const block = {
  from: 7,
  partsOf: Int32Array.of(1),
  ringsOf: Int32Array.of(2),
  ringFrom: Int32Array.of(0, 2),
  pointFrom: Int32Array.of(0, 4, 8),
  x: xs,
  y: ys,
  up: ys,
};
/** @type {ParcelHeader["statuses"][number]} */
const status = {
  code: "recovered",
  label: { zh: "已盘活", en: "Recovered" },
  colour: "#112233",
  pattern: "solid",
  count: 1,
};
const area = { name: "area_mu", label: { zh: "面积（亩）", en: "area (mu)" }, values: null, labels: {} };
const ink = { ink: "#000000", paper: "#ffffff" };
const header = {
  count: 1,
  undrawn: 0,
  block: 1,
  run: 1,
  unit: 10,
  amount_unit: 0.01,
  years: [],
  scenarios: [],
  ...ink,
  status: { zh: "状态", en: "status" },
};
const facts = makeFacts(
  { ...header, statuses: [status], columns: [area] },
  { subjects: { "zone:x": { name: { zh: "甲", en: "X" } } } },
);

test("a place is in a parcel, in its hole, outside it", () => {
  assert.deepEqual([inside(block, 7, 2, 2), inside(block, 7, 5, 5), inside(block, 7, 12, 5)], [true, false, false]);
});

test("rings of GeoJSON end where they begin, in degrees", () => {
  const shape = geometry(block, 7);
  assert.equal(shape.type, "Polygon");
  const [outer, inner] = /** @type {import("geojson").Polygon} */ (shape).coordinates;
  assert.deepEqual(outer, [[0, 0], [1e-5, 0], [1e-5, 1e-5], [0, 1e-5], [0, 0]]); // biome-ignore format: a line of points
  assert.deepEqual([inner.length, inner[0]], [5, inner[4]]);
});

test("a number takes the unit of its heading along, an unknown value says so", () => {
  const given = fact(area, 1234.5);
  assert.deepEqual([given.label.zh, given.value.zh, given.value.en], ["面积", "1,234.5 亩", "1,234.5 mu"]);
  assert.equal(fact(area, null).value.en, "not stated");
});

test("the zone of a parcel is named, and none is said to be outside", () => {
  const row = { parcel_id: "A", status: "recovered", area_mu: 2, zone_id: "x" };
  assert.deepEqual(
    facts.lines(row).map((line) => line.en),
    ["Recovered", "2 mu", "X"],
  );
  assert.equal(facts.lines({ ...row, zone_id: null })[2].en, "outside all zones");
});

test("an area that only the drawing tells is marked", () => {
  assert.equal(facts.lines({ status: null, area_mu: null, drawn_mu: 3 })[1].en, "3 mu (as drawn)");
});

test("numbers of the ledger are grouped, not rounded", () => {
  assert.equal(grouped(1234567.123456), "1,234,567.123456");
});

test("an office's own columns are shown as they stand, and handed on under their own names", () => {
  const year = { name: "other-1", label: { zh: "建成年份", en: "建成年份" }, values: null, labels: {} };
  const strange = { name: "other-2", label: { zh: "__proto__", en: "__proto__" }, values: null, labels: {} };
  const own = makeFacts({ ...header, statuses: [status], columns: [area, year, strange] }, { subjects: {} });
  const row = { parcel_id: "A", status: "recovered", area_mu: 2, "other-1": 2015, "other-2": "constructor" };
  const { facts: told, attributes } = own.subject(row, { type: "Polygon", coordinates: [] });
  assert.deepEqual(
    told.slice(2).map(({ label, value }) => [label.zh, value.zh]),
    [
      ["建成年份", "2015"],
      ["__proto__", "constructor"],
    ],
  );
  assert.deepEqual(Object.entries(attributes).slice(3), [
    ["建成年份", 2015],
    ["__proto__", "constructor"],
  ]);
});
