import assert from "node:assert/strict";
import { test } from "node:test";
import {
  factorOf,
  joined,
  pxPerKm,
  radiusOf,
  samples,
  spanningTree,
  wedge,
} from "../../yzgeo/publish/page/src/map/sites.js";

/** @param {number} x @param {number} amount @param {Partial<import("../../yzgeo/publish/page/src/map/sites.js").Lot>} [more] */
const lot = (x, amount, more) => ({ x, y: 0, amount, zone_id: "north", uncertainty_m: 1000, ...more });
const SCALE = 20; // pixels of a kilometre

test("a kilometre at the equator is one of 40,075 of the world", () => {
  assert.ok(Math.abs(pxPerKm(0, 0) - 256 / 40075.016686) < 1e-12);
  assert.ok(Math.abs(pxPerKm(1, 60) - 4 * pxPerKm(0, 0)) < 1e-12);
});

test("the area of a disc grows with its amount, and no disc hides a map", () => {
  const factor = factorOf(SCALE, [50], 1e6);
  assert.equal(radiusOf(40, factor), 2 * radiusOf(10, factor));
  assert.equal(radiusOf(0, factor), 3.2);
  assert.equal(factorOf(1, [1], 1e6), 2.7);
  assert.equal(factorOf(1000, [1], 1e6), 6.2);
  assert.equal(factorOf(SCALE, [], 1e6), factorOf(SCALE, [0], 1e6));
  assert.ok(radiusOf(1e6, factorOf(1000, [1e6], 1e9)) < 50);
});

test("however many discs there are, most of the land is seen", () => {
  const amounts = Array.from({ length: 300 }, (_, index) => 1 + (index % 50));
  const factor = factorOf(SCALE, amounts, 500_000);
  const covered = amounts.reduce((sum, amount) => sum + Math.PI * (factor * Math.sqrt(amount)) ** 2, 0);
  assert.ok(covered < 50_000);
});

test("places that are clear of one another keep their marks", () => {
  const marks = joined([lot(0, 10), lot(100, 10)], SCALE, 4);
  assert.deepEqual(
    marks.map(({ host }) => host.x),
    [0, 100],
  );
});

test("a mark that another hides joins it on the larger one's place", () => {
  const [whole, ...rest] = joined([lot(10, 1), lot(0, 10)], SCALE, 4);
  assert.deepEqual(rest, []);
  assert.equal(whole.host.x, 0);
  assert.equal(whole.amount, 11);
  assert.equal(whole.radius, radiusOf(11, 4));
});

test("no mark joins one that is farther than its place is uncertain, or in another zone", () => {
  assert.equal(joined([lot(0, 10), lot(10, 1, { uncertainty_m: 400 })], SCALE, 4).length, 2);
  assert.equal(joined([lot(0, 10), lot(10, 1, { zone_id: "south" })], SCALE, 4).length, 2);
  assert.equal(joined([lot(0, 10), lot(10, 1, { zone_id: null })], SCALE, 4).length, 2);
});

test("of many places none is lost, and none stands farther off than it is uncertain", () => {
  const lots = Array.from({ length: 500 }, (_, index) =>
    lot((index * 97) % 701, index % 37, { y: (index * 61) % 499, uncertainty_m: 200 * (index % 12) }),
  );
  const marks = joined(lots, SCALE, 4);
  assert.equal(new Set(marks.flatMap((mark) => mark.lots)).size, 500);
  for (const { host, lots: members } of marks) {
    for (const one of members) {
      assert.ok(Math.hypot(one.x - host.x, one.y - host.y) <= (one.uncertainty_m / 1000) * SCALE + 1e-9);
    }
  }
});

test("a share of a disc begins at twelve o'clock", () => {
  assert.equal(wedge(0, 0, 10, 0), "");
  assert.equal(wedge(0, 0, 10, 0.25), "M0 0L0 -10A10 10 0 0 1 10 0Z");
  assert.equal(wedge(0, 0, 10, 0.75), "M0 0L0 -10A10 10 0 1 1 -10 0Z");
  assert.equal(wedge(0, 0, 10, 1), "M0 -10A10 10 0 1 1 0 10A10 10 0 1 1 0 -10Z");
});

test("the sizes that a legend shows are round and below the largest", () => {
  assert.deepEqual(samples(52.6), [10, 3, 1]);
  assert.deepEqual(samples(80), [30, 10, 3]);
  assert.deepEqual(samples(2.5), [1, 0.3, 0.1]);
});

test("places are joined by the shortest tree", () => {
  const points = [0, 30, 10, 20].map((x) => ({ x, y: 0 }));
  const spans = spanningTree(points).map(([from, to]) => Math.abs(points[from].x - points[to].x));
  assert.deepEqual(spans, [10, 10, 10]);
  assert.deepEqual(spanningTree([{ x: 1, y: 1 }]), []);
  assert.deepEqual(spanningTree([]), []);
});
