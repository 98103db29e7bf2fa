import assert from "node:assert/strict";
import { test } from "node:test";
import { contentsOf, insideTest, readRadius, regionOf } from "../../yzgeo/publish/page/src/map/contents.js";
import { distance } from "../../yzgeo/publish/page/src/map/geodesic.js";
import {
  boxOf,
  circleRegion,
  depthIn,
  isWithin,
  ringRegion,
  standing,
  touches,
} from "../../yzgeo/publish/page/src/map/inside.js";
import { mercator } from "../../yzgeo/publish/page/src/parcels/codec.js";
import { within } from "../../yzgeo/publish/page/src/parcels/within.js";
import { NO_FILTER } from "../../yzgeo/publish/page/src/state/filter.js";

/** @typedef {[number, number]} LatLon */
/** From 30 N 120 E a tenth of a degree up and right. @type {LatLon[]} */
const SQUARE = [[30, 120], [30, 120.1], [30.1, 120.1], [30.1, 120]]; // biome-ignore format: a ring
/** @type {LatLon} */
const MIDDLE = [30.05, 120.05];
const CIRCLE = circleRegion(MIDDLE, 2000);

/** @param {number} south @param {number} west @param {number} side @returns {import("geojson").Polygon} */
function box(south, west, side) {
  const [north, east] = [south + side, west + side];
  return {
    type: "Polygon",
    coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]], // biome-ignore format: a ring
  };
}

test("a circle's ring has its radius everywhere, near and far from the equator", () => {
  for (const lat of [0, 30.05, 53]) {
    for (const metres of [10, 2000, 200000]) {
      for (const point of circleRegion([lat, 120], metres).ring) {
        assert.ok(Math.abs(distance([lat, 120], point) - metres) < 1e-4 * metres);
      }
    }
  }
});

test("a place is as deep in a circle as the radius is longer than its way to the middle", () => {
  /** @type {LatLon} */
  const beside = [30.05, 120.07];
  assert.equal(depthIn(CIRCLE, MIDDLE), 2000);
  assert.equal(depthIn(CIRCLE, beside), 2000 - distance(MIDDLE, beside));
  assert.ok(depthIn(CIRCLE, [30.05, 120.08]) < 0);
});

test("a place is as deep in a ring as it is far from the nearest side, above 0 inside", () => {
  const region = ringRegion(SQUARE);
  const metres = distance([30.05, 120.01], [30.05, 120]);
  assert.ok(Math.abs(depthIn(region, [30.05, 120.01]) - metres) < 1e-3 * metres);
  assert.ok(Math.abs(depthIn(region, [30.05, 119.99]) + metres) < 1e-3 * metres);
  const corner = distance([30.11, 120.11], [30.1, 120.1]);
  assert.ok(Math.abs(depthIn(region, [30.11, 120.11]) + corner) < 1e-3 * corner);
});

test("whichever way a ring was drawn, it holds the same; what it runs around twice is not held", () => {
  assert.equal(isWithin(SQUARE, MIDDLE), true);
  assert.equal(isWithin([...SQUARE].reverse(), MIDDLE), true);
  assert.equal(isWithin(SQUARE, [30.05, 120.2]), false);
  assert.equal(isWithin([...SQUARE, ...SQUARE], MIDDLE), false);
});

test("only what is deeper than it is uncertain is surely inside", () => {
  assert.deepEqual([standing(100, 50), standing(100, 100), standing(0, 0)], ["sure", "sure", "sure"]);
  assert.deepEqual([standing(100, 101), standing(100, null)], ["perhaps", "perhaps"]);
  assert.deepEqual([standing(-100, 101), standing(-100, 100), standing(-100, null)], ["near", "out", "out"]);
});

test("an outline touches that lies in it, around it, or across its edge", () => {
  const region = ringRegion(SQUARE);
  assert.equal(touches(region, box(30.04, 120.04, 0.01)), true);
  assert.equal(touches(region, box(29, 119, 3)), true);
  assert.equal(touches(region, box(30.05, 120.09, 0.05)), true);
  assert.equal(touches(region, box(30.05, 120.11, 0.05)), false);
  // A bar across: no corner of either is in the other.
  const bar = [[119.9, 30.04], [120.2, 30.04], [120.2, 30.06], [119.9, 30.06], [119.9, 30.04]]; // biome-ignore format: a ring
  assert.equal(touches(region, { type: "Polygon", coordinates: [bar] }), true);
});

test("in the hole of an outline nothing is touched; a second part counts as well", () => {
  const region = circleRegion(MIDDLE, 100);
  const holed = [...box(30, 120, 0.1).coordinates, ...box(30.04, 120.04, 0.02).coordinates];
  assert.equal(touches(region, { type: "Polygon", coordinates: holed }), false);
  const far = box(40, 100, 1).coordinates;
  assert.equal(touches(region, { type: "MultiPolygon", coordinates: [far, box(30, 120, 0.1).coordinates] }), true);
});

test("what is drawn has an inside from three points on, a circle from one", () => {
  const points = /** @type {L.LatLng[]} */ (SQUARE.map(([lat, lng]) => ({ lat, lng })));
  /** @type {State["measure"]} */
  const measure = { mode: "inside", isDone: false, isRefused: false, points, form: "polygon", km: 2, parcels: null };
  assert.deepEqual(regionOf(measure)?.ring, SQUARE);
  assert.equal(regionOf({ ...measure, points: points.slice(0, 2) }), null);
  assert.equal(regionOf({ ...measure, mode: "area" }), null);
  assert.deepEqual(regionOf({ ...measure, form: "circle" })?.centre, SQUARE[0]);
  assert.equal(regionOf({ ...measure, form: "circle", points: [] }), null);
});

test("a radius is a number of kilometres, also typed full-width", () => {
  assert.deepEqual(["2", " 0.5 ", "１０"].map(readRadius), [2, 0.5, 10]);
  assert.deepEqual(["", "0", "-1", "two", "1e9", "Infinity"].map(readRadius), [null, null, null, null, null, null]);
});

/** @param {string} key @param {boolean} located */
const project = (key, located) =>
  /** @type {Project} */ (/** @type {unknown} */ ({ key, zone_ids: [], towns: [], located }));
/** @param {number | null} uncertainty_m */
const subject = (uncertainty_m, unlocated = false) =>
  /** @type {Subject} */ (/** @type {unknown} */ ({ uncertainty_m, unlocated }));
/** @param {LatLon} at @param {Key[]} projects @param {Key[]} parks */
function site(at, projects, parks) {
  return /** @type {Site} */ (
    /** @type {unknown} */ ({ at, projects: projects.map((key) => ({ key, weak: false })), parks })
  );
}
const DATA = /** @type {PageData} */ (
  /** @type {unknown} */ ({
    zones: [
      { key: "zone:in", zone_id: "in", basis: "schematic", seeds: [[...MIDDLE, 100], [31, 121, 100]] }, // biome-ignore format: seeds
      { key: "zone:edge", zone_id: "edge", basis: "official", seeds: [] },
      { key: "zone:far", zone_id: "far", basis: "official", seeds: [] },
    ],
    sites: [
      site(MIDDLE, ["project:sure", "project:perhaps", "project:two"], ["park:sure"]),
      site([30.05, 120.08], ["project:near"], []),
      site([31, 121], ["project:out", "project:two"], []),
    ],
    projects: [
      ...["out", "near", "perhaps", "sure", "two"].map((id) => project(`project:${id}`, true)),
      project("project:lost", false),
    ],
    order: { park: ["park:sure", "park:lost"] },
    subjects: {
      ...Object.fromEntries(["out", "near", "sure", "two"].map((id) => [`project:${id}`, subject(1000)])),
      "project:perhaps": subject(5000),
      "project:lost": subject(null, true),
      "park:sure": subject(0),
      "park:lost": subject(null, true),
    },
  })
);
/** @param {Key} key */
const outline = (key) => (key === "zone:edge" ? box(30.05, 120.06, 0.2) : key === "zone:far" ? box(35, 110, 1) : null);

test("contents: the surest first, what has no place apart, of a zone the places inside", () => {
  const contents = contentsOf(DATA, { filter: NO_FILTER }, CIRCLE, outline);
  assert.deepEqual(contents.zones, [
    { key: "zone:in", here: 1, of: 2, isOutlined: false, isSchematic: true },
    { key: "zone:edge", here: 0, of: 0, isOutlined: true, isSchematic: false },
  ]);
  assert.deepEqual(contents.projects, [
    { key: "project:sure", how: "sure", here: 1, of: 1 },
    { key: "project:two", how: "sure", here: 1, of: 2 },
    { key: "project:perhaps", how: "perhaps", here: 1, of: 1 },
    { key: "project:near", how: "near", here: 0, of: 1 },
  ]);
  assert.deepEqual(contents.parks, [{ key: "park:sure", how: "sure", here: 1, of: 1 }]);
  assert.deepEqual([contents.unlocated, contents.unlocatedParks], [["project:lost"], ["park:lost"]]);
});

test("what the filter leaves out is not inside", () => {
  const filter = { ...NO_FILTER, zones: ["edge"] };
  const contents = contentsOf(DATA, { filter }, CIRCLE, outline);
  assert.deepEqual(contents.zones.map(({ key }) => key), ["zone:edge"]); // biome-ignore format: short
  assert.deepEqual([contents.projects, contents.parks], [[], []]);
});

/** Boxes of parcels a thousandth of a degree wide, by their south-west corners. @param {LatLon[]} corners */
function boxes(corners) {
  const column = (/** @type {(at: LatLon) => number} */ value) => Int32Array.from(corners.map(value));
  const west = column(([, lon]) => lon * 1e6);
  const east = column(([, lon]) => (lon + 0.001) * 1e6);
  const south = column(([lat]) => mercator(lat * 1e6));
  const north = column(([lat]) => mercator((lat + 0.001) * 1e6));
  const runs = corners.map((_, i) => ({
    from: i,
    to: i + 1,
    west: west[i],
    east: east[i],
    south: south[i],
    north: north[i],
  }));
  return { west, east, south, north, runs };
}

test("a parcel counts by its middle", () => {
  /** @type {LatLon[]} */
  const corners = [[30.05, 120.05], [30.05, 120.0996], [30.05, 120.0994], [30.2, 120.05]]; // biome-ignore format: corners
  const region = ringRegion(SQUARE);
  assert.deepEqual(within(boxes(corners), boxOf(region), insideTest(region)), [0, 2]);
  assert.deepEqual(within(boxes(corners), boxOf(CIRCLE), insideTest(CIRCLE)), [0]);
});
