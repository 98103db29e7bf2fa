import assert from "node:assert/strict";
import { test } from "node:test";
import { around, freeSpot, gathered, isFree, labelSpots, seeds } from "../../yzgeo/publish/page/src/map/room.js";

test("the first symbol stays at its place", () => {
  assert.deepEqual(seeds(1, 20), [[0, 0]]);
});

test("symbols of one place stand clear of the one in the middle, and ever farther out", () => {
  const away = seeds(6, 20).map(([x, y]) => Math.hypot(x, y));
  assert.ok(away[1] > 20);
  assert.deepEqual([...away].sort((a, b) => a - b), away); // biome-ignore format: short enough
});

test("no two symbols stand on one another", () => {
  const points = seeds(12, 4);
  points.forEach(([x, y], index) => {
    for (const [otherX, otherY] of points.slice(index + 1)) assert.ok(Math.hypot(x - otherX, y - otherY) > 9);
  });
});

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

/** @param {number} x @param {number} count */
const lot = (x, count, sum = 1) => ({ x, y: 0, count, sum, reach: 10 });

test("few symbols with room around them are laid out", () => {
  const all = gathered([lot(0, 3), lot(100, 12)]);
  assert.deepEqual(
    all.map((one) => one.isOpen),
    [true, true],
  );
});

test("symbols of places that touch are discs, and discs that touch are one", () => {
  const apart = gathered([lot(0, 3, 4), lot(80, 40, 4)]);
  assert.deepEqual(apart.map((one) => [one.x, one.isOpen]).sort(), [
    [0, true],
    [80, false],
  ]);
  const [whole] = gathered([lot(0, 3), lot(12, 9)]);
  assert.equal(whole.lots.length, 2);
  assert.equal(whole.x, 9); // nearer to where more are
});

test("no gatherings touch, and none is lost", () => {
  const lots = Array.from({ length: 400 }, (_, index) => {
    return {
      x: (index * 97) % 701,
      y: (index * 61) % 499,
      count: 1 + (index % 20),
      sum: index % 37,
      reach: 8 + (index % 30),
    };
  });
  const all = gathered(lots);
  for (const one of all) {
    const near = all.filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius);
    assert.deepEqual(near, [one]);
  }
  assert.equal(all.flatMap((one) => one.lots).length, lots.length);
});
