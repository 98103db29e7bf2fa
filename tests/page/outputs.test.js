import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, csv } from "../../yzgeo/publish/page/src/outputs/csv.js";
import { placeInside } from "../../yzgeo/publish/page/src/outputs/inside.js";
import { wrapped } from "../../yzgeo/publish/page/src/outputs/wrap.js";

const FORMULA = /^\s*[=+\-@]/;
const SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]; // biome-ignore format: a ring

test("a cell that a spreadsheet would take for a formula is text, a number stays one", () => {
  assert.equal(cell("=1+1", FORMULA), "'=1+1");
  assert.equal(cell(-1, FORMULA), "-1");
});

test("what is not known is empty, a list is one cell", () => {
  assert.deepEqual([cell(null, FORMULA), cell(undefined, FORMULA), cell(["甲", "乙"], FORMULA)], ["", "", "甲、乙"]);
});

test("commas, quotes and line ends are quoted", () => {
  assert.equal(cell('a,"b"\n', FORMULA), '"a,""b""\n"');
});

test("a table has a mark for Excel, and line ends of Windows", () => {
  assert.equal(csv([["a", "b"], [1, null]], FORMULA), "\ufeffa,b\r\n1,\r\n"); // biome-ignore format: a table
});

test("a point is its own place, a square's is in its middle", () => {
  assert.deepEqual(placeInside({ type: "Point", coordinates: [1, 2, 3] }), [1, 2]);
  assert.deepEqual(placeInside({ type: "Polygon", coordinates: [SQUARE] }), [2, 2]);
});

test("a hole is avoided: the place is in the wider half beside it", () => {
  const hole = [[1, 1], [1, 3], [2, 3], [2, 1], [1, 1]]; // biome-ignore format: a ring
  assert.deepEqual(placeInside({ type: "Polygon", coordinates: [SQUARE, hole] }), [3, 2]);
});

test("of several parts the widest counts", () => {
  const large = SQUARE.map(([x, y]) => [10 + 2 * x, 2 * y]);
  assert.deepEqual(placeInside({ type: "MultiPolygon", coordinates: [[SQUARE], [large]] }), [14, 4]);
});

test("words of letters stay whole, Chinese breaks anywhere", () => {
  const isTooLong = (/** @type {string} */ line) => line.length > 6;
  assert.deepEqual(wrapped("one two six", isTooLong), ["one ", "two ", "six"]);
  assert.deepEqual(wrapped("规划期2021-2025年", isTooLong), ["规划期", "2021-2", "025年"]);
});

test("a word that alone is too long is broken", () => {
  assert.deepEqual(wrapped("abcdefgh", (line) => line.length > 3), ["abc", "def", "gh"]); // biome-ignore format: short
});
