import assert from "node:assert/strict";
import { test } from "node:test";
import { place } from "../../yzgeo/publish/page/src/map/placing.js";
import { around, beside, disc as discBoxes, isFree, labelSpots } from "../../yzgeo/publish/page/src/map/room.js";

/** @typedef {import("../../yzgeo/publish/page/src/map/room.js").Box} Box */
/**
 * Where a lone label stands among boxes.
 * @template {{x: number, y: number}} T
 * @param {T[]} spots @param {number} w @param {number} h @param {Box[]} taken
 */
function freeSpot(spots, w, h, taken) {
  const candidates = spots.map((spot, cost) => ({ box: around(spot, w, h), cost, spot }));
  return place([{ key: "", priority: 0, candidates }], taken).get("")?.spot;
}

test("a box is around its middle", () => {
  assert.deepEqual(around({ x: 10, y: 20 }, 3, 5), { left: 7, top: 15, right: 13, bottom: 25 });
});

test("boxes that share an edge are not free of one another", () => {
  const box = around({ x: 0, y: 0 }, 5, 5);
  assert.equal(isFree(box, []), true);
  assert.equal(isFree(box, [around({ x: 10, y: 0 }, 5, 5)]), false);
  assert.equal(isFree(box, [around({ x: 11, y: 0 }, 5, 5)]), true);
});

test("a label stands in the middle where there is room, else above, else below", () => {
  const middle = { x: 0, y: 0 };
  const spots = labelSpots(middle, { left: -50, top: -50, right: 50, bottom: 50 }, 10, 4);
  const here = around(middle, 2, 2);
  const above = around({ x: 0, y: -8 }, 2, 2);
  assert.deepEqual(freeSpot(spots, 10, 4, []), middle);
  assert.deepEqual(freeSpot(spots, 10, 4, [here]), { x: 0, y: -8 });
  assert.deepEqual(freeSpot(spots, 10, 4, [here, above]), { x: 0, y: 8 });
});

test("a label that has no room stands nowhere", () => {
  const spots = labelSpots({ x: 0, y: 0 }, { left: -50, top: -50, right: 50, bottom: 50 }, 10, 4);
  const everywhere = around({ x: 0, y: 0 }, 1000, 1000);
  assert.equal(freeSpot(spots, 10, 4, [everywhere]), undefined);
});

test("a soft outline is named beside its tint, and in it where there is no other room", () => {
  const frame = { left: -50, top: -50, right: 50, bottom: 50 };
  const spots = labelSpots({ x: 0, y: 0 }, frame, 10, 4, true);
  assert.deepEqual(freeSpot(spots, 10, 4, []), { x: 0, y: -57 });
  const walls = [
    around({ x: 0, y: -70 }, 200, 19),
    around({ x: 0, y: 70 }, 200, 19),
    around({ x: -70, y: 0 }, 19, 200),
    around({ x: 70, y: 0 }, 19, 200),
  ];
  assert.deepEqual(freeSpot(spots, 10, 4, walls), { x: 0, y: 0 });
});

test("the label of a disc stands clear of it, at its right where there is room", () => {
  const disc = around({ x: 0, y: 0 }, 20, 20);
  const spots = beside({ x: 0, y: 0 }, 21, 30, 10);
  for (const spot of spots) assert.ok(isFree(around(spot, 30, 10), discBoxes({ x: 0, y: 0 }, 20)));
  assert.equal(freeSpot(spots, 30, 10, [disc])?.align, "left");
  assert.equal(freeSpot(spots, 30, 10, [disc, around({ x: 50, y: 0 }, 5, 5)])?.align, "right");
});
