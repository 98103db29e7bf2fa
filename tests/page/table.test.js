import assert from "node:assert/strict";
import { test } from "node:test";
import { binsOf, stepOf } from "../../yzgeo/publish/page/src/elements/slider.js";
import { digitsOf } from "../../yzgeo/publish/page/src/table/cells.js";
import { ascending, descending, readSort, totalOf, wantedOf } from "../../yzgeo/publish/page/src/table/order.js";
import { fixed } from "../../yzgeo/publish/page/src/words/numbers.js";

/** @param {(string | number | null)[]} values */
const column = (values) => ({ value: (/** @type {number} */ row) => values[row] });
/** @param {(string | number | null)[]} values */
function both(values) {
  const order = ascending(column(values), values.length);
  return [Array.from(order.rows), Array.from(descending(order))];
}

test("what is not known stands last either way, what is equal as the plan has it", () => {
  assert.deepEqual(both([2, null, 3, 2, null, 1]), [
    [5, 0, 3, 2, 1, 4],
    [2, 0, 3, 5, 1, 4],
  ]);
  assert.deepEqual(both([null, ""]), [
    [0, 1],
    [0, 1],
  ]);
  assert.deepEqual(both([]), [[], []]);
});

test("texts go by pinyin and by the numbers in them, codes letter by letter", () => {
  const names = ["鄞州", "第10行", "东吴", "第9行"];
  const order = ascending(column(names), 4).rows;
  assert.deepEqual(
    Array.from(order, (row) => names[row]),
    ["第9行", "第10行", "东吴", "鄞州"],
  );
  const codes = ["b", "A10", "A9"];
  assert.deepEqual(
    Array.from(ascending({ ...column(codes), isCode: true }, 3).rows, (row) => codes[row]),
    ["A10", "A9", "b"],
  );
});

test("a column may be sorted by something else than what it shows", () => {
  const ranks = [2, 1, null];
  const order = ascending({ value: () => "same", rank: (row) => ranks[row] }, 3);
  assert.deepEqual(Array.from(order.rows), [1, 0, 2]);
});

test("every row is there once in either order, and each is the other turned but for what is unknown and equal", () => {
  const values = Array.from({ length: 500 }, (_, row) => (row % 7 ? (row * 37) % 101 : null));
  for (const order of both(values)) {
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      Array.from(values, (_, row) => row),
    );
    const known = order.map((row) => values[row]).filter((value) => value !== null);
    assert.deepEqual(
      order.slice(known.length).map((row) => values[row]),
      new Array(500 - known.length).fill(null),
    );
  }
});

test("a sum says over how many it is, and is none of nothing", () => {
  assert.deepEqual(totalOf(column([1, null, 2.5]), [0, 1, 2]), { sum: 3.5, stated: 2 });
  assert.deepEqual(totalOf(column([null, 4]), [0]), { sum: null, stated: 0 });
  assert.deepEqual(Array.from(wantedOf(Uint32Array.of(2, 0, 1), (row) => row !== 0)), [2, 1]);
});

test("a sort as it stands in the address", () => {
  assert.deepEqual(readSort("-investment"), { id: "investment", desc: true });
  assert.deepEqual(readSort("name"), { id: "name", desc: false });
  assert.equal(readSort(null), null);
});

test("figures of a column have the decimals that it needs, and no more than two", () => {
  assert.equal(digitsOf([1, null, 2.5]), 1);
  assert.equal(digitsOf([36.24, 3.333333]), 2);
  assert.equal(fixed(1138.4, 1), "1,138.4");
  assert.equal(fixed(27.8, 2), "27.80");
});

test("the steps of a slider reach round figures", () => {
  assert.equal(stepOf(27.8), 0.5);
  for (const most of [0.003, 0.9, 2.94, 27.8, 414, 99999]) {
    const steps = most / stepOf(most);
    assert.ok(steps > 19 && steps <= 100.2, `${most}: ${steps}`);
  }
  assert.equal(
    binsOf([0, 27.8, 13.9, 13.9], 27.8).reduce((sum, count) => sum + count, 0),
    4,
  );
});
