import assert from "node:assert/strict";
import { test } from "node:test";
import { spotOf } from "../../yzgeo/publish/page/src/map/callout.js";

const ROOM = { width: 100, height: 40, top: 10, right: 300, bottom: 280 };

/** @param {{x: number, y: number, reach: number}} called @param {Partial<typeof ROOM>} [more] */
function covers({ x, y, reach }, more) {
  const room = { ...ROOM, ...more };
  const { left, from } = spotOf({ x, y, reach }, room);
  assert.ok(left + room.width <= room.right && from + room.height <= Math.max(room.bottom, room.top + room.height));
  return left < x + reach && x - reach < left + room.width && from < y + reach && y - reach < from + room.height;
}

test("the box of a callout never covers what it names, and keeps clear of the tools", () => {
  for (let x = 0; x <= 340; x += 17)
    for (let y = 0; y <= 280; y += 13) assert.ok(!covers({ x, y, reach: 10 }), `${x} ${y}`);
});

test("on a low map it stands beside what it names", () => {
  const { left, end } = spotOf({ x: 60, y: 50, reach: 10 }, { ...ROOM, bottom: 100 });
  assert.ok(left >= 70);
  assert.equal(end.x1, left);
  assert.ok(!covers({ x: 250, y: 50, reach: 10 }, { bottom: 100 }));
});

test("its line begins at the edge that is nearest", () => {
  assert.deepEqual(spotOf({ x: 150, y: 200, reach: 10 }, ROOM).end, { x1: 150, y1: 50 });
});
