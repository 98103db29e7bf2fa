import assert from "node:assert/strict";
import { test } from "node:test";
import { area, distance, length } from "../../yzgeo/publish/page/src/map/geodesic.js";

// Expected values: GeographicLib by pyproj 3.7.2, `CRS("EPSG:4490").get_geod()`, its methods inv and
// polygon_area_perimeter.

/** @param {number} shown @param {number} expected @param {number} relative */
function near(shown, expected, relative) {
  assert.ok(Math.abs(shown - expected) <= relative * expected, `${shown} is not ${expected}`);
}

test("a degree of longitude and of latitude, and one on the equator", () => {
  near(distance([30, 121], [30, 122]), 96485.97408411888, 1e-9);
  near(distance([29.5, 121], [30.5, 121]), 110852.45682303411, 1e-9);
  near(distance([0, 0], [0, 1]), 111319.49079327357, 1e-9);
});

test("a place is no way from itself", () => {
  assert.equal(distance([30, 121], [30, 121]), 0);
  assert.equal(length([[30, 121]]), 0);
});

test("a line is as long as its parts", () => {
  near(length([[30, 121], [30, 122], [30, 121]]), 2 * 96485.97408411888, 1e-9); // biome-ignore format: a line of points
});

test("a square of a tenth of a degree, whichever way round", () => {
  /** @type {[number, number][]} */
  const ring = [[29.8, 121.5], [29.8, 121.6], [29.9, 121.6], [29.9, 121.5]]; // biome-ignore format: a line of points
  near(area(ring), 107115439.05804443, 1e-6);
  near(area(ring.reverse()), 107115439.05804443, 1e-6);
});

test("two points enclose nothing", () => {
  assert.equal(area([[30, 121], [30, 122]]), 0); // biome-ignore format: a line of points
});
