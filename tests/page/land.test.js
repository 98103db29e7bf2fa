import assert from "node:assert/strict";
import { test } from "node:test";
import { cumulative } from "../../yzgeo/publish/page/src/elements/land_years.js";
import { axisOf, patternOf } from "../../yzgeo/publish/page/src/elements/measures.js";

/** @param {number} year @param {number} mu */
const row = (year, mu) => ({ year, recovered_mu: 0, cumulative_mu: mu });

test("the line begins at nothing and ends on the day of the ledger", () => {
  const points = cumulative({
    start_on: "2021-01-01",
    as_of: "2023-06-30",
    by_year: [row(2021, 10), row(2022, 25), row(2023, 30), { year: null, recovered_mu: 5, cumulative_mu: null }],
  });
  assert.deepEqual(
    points.map(({ at, mu }) => [new Date(at * 864e5).toISOString().slice(0, 10), mu]),
    [
      ["2021-01-01", 0],
      ["2021-12-31", 10],
      ["2022-12-31", 25],
      ["2023-06-30", 30],
    ],
  );
});

test("without a ledger there is no line", () => {
  assert.deepEqual(cumulative({ start_on: "2021-01-01", as_of: null, by_year: null }), []);
});

/** @param {number | null} value @param {number[]} parts */
const value = (value, parts) => ({
  value,
  figure: { zh: "", en: "" },
  parts: parts.map((part, index) => ({ id: "abc"[index], value: part })),
  notes: [],
  brief: [],
  sources: [],
});

test("an axis begins at 0 and ends at a round figure above all bars", () => {
  const axis = axisOf([value(16.88, []), value(5.92, []), value(null, [])]);
  assert.equal(axis?.most, 20);
  assert.equal(axis?.ticks[0], 0);
  assert.equal(axisOf([value(3, [3, 8])])?.most, 12);
});

test("an axis is in the unit that is shown", () => {
  const axis = axisOf([value(39.95, [])], 100);
  assert.deepEqual(axis?.ticks, [0, 1000, 2000, 3000, 4000]);
});

test("where nothing is known or all is nothing there is no axis", () => {
  assert.equal(axisOf([value(null, []), value(null, [])]), null);
  assert.equal(axisOf([value(0, [])]), null);
  assert.equal(axisOf([]), null);
});

test("the parts of a bar are solid, open and hatched", () => {
  const parts = ["a", "b", "c", "d"].map((id) => ({ id, name: { zh: id, en: id } }));
  const measure = /** @type {Measure} */ (/** @type {unknown} */ ({ id: "parks", parts }));
  assert.deepEqual(
    parts.map(({ id }) => patternOf(measure, id)),
    ["solid", "open", "hatch", "hatch"],
  );
  assert.equal(patternOf({ ...measure, id: "recovery" }, "b"), "hatch");
});
