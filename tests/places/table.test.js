import assert from "node:assert/strict";
import { test } from "node:test";
import {
  byColumn,
  commaSeparated,
  parsed,
  tabSeparated,
  unusable,
  whole,
} from "../../yzgeo/publish/places/src/saving/table.js";

const FORMULA = /^[=+\-@]/;
const HOSTILE = ["=1+1", 'a "b", c', "行\n行", "a\tb", "'=x", " x", "-121.5", "", "<b>", "__proto__"];

/** @param {Partial<PlacesData>} [more] @returns {PlacesData} */
function data(more = {}) {
  const table = {
    columns: ["place_id", "name", "lon", "lat", "uncertainty_m", "source", "own"],
    rows: [["a", "甲", "121.5", "29.5", "100", "图", "留"]],
  };
  return /** @type {PlacesData} */ ({ table, extra: ["uses", "evidence", "plan"], plan: { name: "toy" }, ...more });
}
/** @param {Partial<PlacesRow>} row @returns {PlacesRow} */
const row = (row) =>
  /** @type {PlacesRow} */ ({
    place_id: "b",
    name: "乙",
    lon: "121.6",
    lat: "29.6",
    uncertainty_m: "50",
    source: "踏勘",
    ...row,
  });

test("what is saved is read back as it was, by commas and by tabs", () => {
  const cells = [["name", "note"], ...HOSTILE.map((text) => [text, "末"])];
  for (const text of [commaSeparated(cells, FORMULA), tabSeparated(cells, FORMULA)]) {
    const { rows } = byColumn(parsed(text), FORMULA);
    const read = rows.map((one) => one.name);
    assert.deepEqual(
      read,
      HOSTILE.map((one) => (one === "'=x" ? "=x" : one.trim())),
      text,
    );
  }
});

test("the file begins with a byte order mark, ends lines as Windows does, and marks formulas but no numbers", () => {
  const text = commaSeparated(
    [
      ["name", "lon"],
      ["=1+1", "-121.5"],
    ],
    FORMULA,
  );
  assert.equal(text, "\ufeffname,lon\r\n'=1+1,-121.5\r\n");
});

test("the folder's rows stand first as they are, then the new ones", () => {
  const [heads, first, second] = whole(data(), [row({ uses: "park:p", plan: "toy" })]);
  assert.deepEqual(heads, [
    "place_id",
    "name",
    "lon",
    "lat",
    "uncertainty_m",
    "source",
    "own",
    "uses",
    "evidence",
    "plan",
  ]);
  assert.deepEqual(first, ["a", "甲", "121.5", "29.5", "100", "图", "留", "", "", "toy"]);
  assert.deepEqual(second, ["b", "乙", "121.6", "29.6", "50", "踏勘", "", "park:p", "", "toy"]);
});

test("an extent has a column as soon as a place has one", () => {
  assert.ok(!whole(data(), [row({})])[0].includes("extent_m"));
  assert.ok(whole(data(), [row({ extent_m: "900" })])[0].includes("extent_m"));
});

test("a place that the folder has is saved once", () => {
  const rows = whole(data(), [row({ place_id: "a", lon: "121.7" })]);
  assert.equal(rows.length, 2);
  assert.equal(rows[1][2], "121.7");
  assert.equal(rows[1][6], "留");
});

test("what is no table of places, and a row without a position, are told", () => {
  assert.deepEqual(byColumn(parsed("a,b\n1,2\n"), FORMULA).missing, [
    "place_id",
    "name",
    "lon",
    "lat",
    "uncertainty_m",
    "source",
  ]);
  assert.deepEqual(unusable([row({}), row({ lat: "95" })]), { row: 3, column: "lat", cell: "95" });
  assert.deepEqual(unusable([row({ lon: "" })]), { row: 2, column: "lon", cell: "" });
  assert.equal(unusable([row({})]), null);
});
