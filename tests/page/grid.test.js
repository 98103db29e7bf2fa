import assert from "node:assert/strict";
import { test } from "node:test";
import { tangents } from "../../yzgeo/publish/page/src/map/tangents.js";
import { cellAt, cellOf, densest, makeModes, sumCells, sumOf } from "../../yzgeo/publish/page/src/parcels/grid.js";

const ZOOM = 11;
const SIDE = 360e6 / (10 * 2 ** ZOOM); // of a cell in micro-degrees

/** Squares of one side around places, all of status 1 and 2 by turns. @param {[number, number][]} places @param {number} side */
function squares(places, side) {
  const column = (/** @type {(place: [number, number]) => number} */ of) => Int32Array.from(places.map(of));
  return {
    count: places.length,
    west: column(([x]) => x - side / 2),
    east: column(([x]) => x + side / 2),
    south: column(([, y]) => y - side / 2),
    north: column(([, y]) => y + side / 2),
    status: Uint8Array.from(places, (_, i) => 1 + (i % 2)),
  };
}
/** Places one after the other in a square of that many a side. @param {number} across @param {number} step */
function field(across, step) {
  return Array.from({ length: across ** 2 }, (_, i) => {
    return /** @type {[number, number]} */ ([(i % across) * step, Math.floor(i / across) * step]);
  });
}

test("each parcel counts once, in one cell, at every zoom: the cells add up to the ledger", () => {
  const all = squares(field(40, 997), 300);
  const amounts = Float64Array.from({ length: all.count }, (_, i) => 1 + (i % 13));
  const whole = amounts.reduce((sum, one) => sum + one, 0);
  for (const zoom of [8, 11, 14, 17]) {
    const cells = sumCells(all, amounts, 3, zoom, () => true);
    const sum = (/** @type {number[]} */ values) => values.reduce((total, one) => total + one, 0);
    assert.equal(sum(cells.amounts), whole);
    assert.equal(sum(cells.counts), all.count);
    assert.equal(cells.counts[1] + cells.counts[2] > 0, true);
  }
});

test("what is not shown is not counted, and a cell knows its statuses apart", () => {
  const all = squares([[10, 10], [20, 20], [30, 30]], 4); // biome-ignore format: a line of points
  const cells = sumCells(all, [5, 7, 100], 3, ZOOM, (i) => i < 2);
  const { column, row } = cellOf(15, 15, ZOOM);
  const at = /** @type {number} */ (cellAt(cells, column, row));
  assert.deepEqual(cells.amounts.slice(at * 3, at * 3 + 3), [0, 5, 7]);
  assert.equal(sumOf(cells.counts, at, 3), 2);
  assert.equal(cells.most, 12);
  assert.equal(cellAt(cells, column + 1, row), undefined);
});

test("north is up: a place farther north is in a lower row", () => {
  assert.equal(cellOf(0, 2 * SIDE, ZOOM).row < cellOf(0, 0, ZOOM).row, true);
  assert.equal(cellOf(2 * SIDE, 0, ZOOM).column > cellOf(0, 0, ZOOM).column, true);
});

test("the densest cell is the one with most around it, and none where nothing is shown", () => {
  const crowd = field(5, SIDE / 8).map(([x, y]) => /** @type {[number, number]} */ ([x + 50 * SIDE, y]));
  const all = squares([...field(3, 9 * SIDE), ...crowd], 4);
  const cells = sumCells(all, new Float64Array(all.count), 3, ZOOM, () => true);
  const best = densest(cells);
  const near = cellOf(50 * SIDE, 0, ZOOM);
  assert.equal(Math.abs(cells.columns[best] - near.column) <= 1, true);
  assert.equal(densest(sumCells(all, [], 3, ZOOM, () => false)), -1);
});

test("few parcels have signs from afar; a crowd is summed up, and has shapes nearer by", () => {
  const apart = makeModes(squares(field(10, 2 * SIDE), SIDE / 50));
  assert.equal(apart.mode(ZOOM), "signs");
  const dense = makeModes(squares(field(100, 100), 90));
  assert.equal(dense.mode(10), "grid");
  assert.equal(dense.mode(18), "signs");
  const order = ["grid", "shapes", "signs"];
  const modes = Array.from({ length: 12 }, (_, i) => order.indexOf(dense.mode(8 + i)));
  assert.deepEqual([...modes].sort(), modes); // ever more is seen, nearer by
  assert.equal(makeModes(squares(field(100, 100), 900)).mode(15), "shapes"); // one over the other
  assert.equal(makeModes(squares([], 1)).mode(ZOOM), "signs");
});

test("leaders touch both circles, and there are none where one holds the other", () => {
  const [one, other] = [{ x: 0, y: 0, r: 3 }, { x: 20, y: 5, r: 9 }]; // biome-ignore format: a pair
  const lines = tangents(one, other);
  assert.equal(lines.length, 2);
  for (const [from, to] of lines) {
    assert.ok(Math.abs(Math.hypot(from.x, from.y) - 3) < 1e-9);
    const along = [to.x - from.x, to.y - from.y];
    assert.ok(Math.abs(along[0] * from.x + along[1] * from.y) < 1e-9);
    assert.ok(Math.abs(along[0] * (to.x - other.x) + along[1] * (to.y - other.y)) < 1e-9);
  }
  assert.deepEqual(tangents(one, { x: 1, y: 0, r: 9 }), []);
});
