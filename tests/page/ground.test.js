// The ground: shapes as they are packed, its graticule and scale, and where names have room.
import assert from "node:assert/strict";
import test from "node:test";
import { graticule, inDegrees, rounds, stepOf } from "../../yzgeo/publish/page/src/map/ground_grid.js";
import { clearance, paced, roomAlong, roomIn } from "../../yzgeo/publish/page/src/map/ground_room.js";
import {
  borders,
  ellipse,
  isCut,
  moments,
  projected,
  smoothLine,
  smoothRing,
  softened,
  unpacked,
} from "../../yzgeo/publish/page/src/map/ground_shapes.js";
import { scaleOf } from "../../yzgeo/publish/page/src/map/scale.js";

/** @typedef {[number, number]} Point */
/** @type {Point[]} */
const SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10]]; // biome-ignore format: a table
const near = (/** @type {number} */ a, /** @type {number} */ b, within = 1e-6) =>
  assert.ok(Math.abs(a - b) <= within * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

test("steps become points", () => {
  assert.deepEqual(unpacked([12100000, 2900000, 2, 1, -1, 0]), [[12100000, 2900000], [12100002, 2900001], [12100001, 2900001]]); // biome-ignore format: a table
  assert.deepEqual(unpacked([]), []);
});

test("an edge on the box is cut, one beside it or across it is not", () => {
  const box = [1, 2, 3, 4];
  assert.ok(isCut([100000, 210000], [100000, 290000], box));
  assert.ok(isCut([120000, 400000], [130000, 400000], box));
  assert.ok(!isCut([100001, 210000], [100001, 290000], box));
  assert.ok(!isCut([100000, 210000], [120000, 400000], box));
});

test("a border of two neighbours is drawn once, and the edge of the data never", () => {
  const box = [0, -1, 1, 1];
  /** @type {Point[]} */
  const left = [[0, 0], [50000, 0], [50000, 50000], [0, 50000]]; // biome-ignore format: a table
  /** @type {Point[]} */
  const right = [[50000, 0], [90000, 0], [90000, 50000], [50000, 50000]]; // biome-ignore format: a table
  const lines = borders([left, right], box);
  const edges = lines.flatMap((line) => line.slice(1).map((to, i) => [line[i].join(), to.join()].sort().join(" ")));
  assert.equal(new Set(edges).size, edges.length);
  assert.equal(edges.length, 6); // of eight edges one is shared, and one lies on the box
  assert.ok(!edges.some((edge) => edge === "0,0 0,50000"));
});

test("smoothing keeps the ends of a line, and place and area of a ring", () => {
  const line = smoothLine([[0, 0], [10, 0], [10, 10]]); // biome-ignore format: a table
  assert.deepEqual(
    [line[0], line[line.length - 1]],
    [
      [0, 0],
      [10, 10],
    ],
  );
  assert.ok(line.length > 8);
  assert.deepEqual(smoothLine([[0, 0], [5, 5]]), [[0, 0], [5, 5]]); // biome-ignore format: a table
  for (const ring of [SQUARE, SQUARE.map(([x, y]) => /** @type {Point} */ ([3 * x + y + 500, y - 200]))]) {
    const { area, x, y } = moments(ring);
    for (const soft of [smoothRing(ring), ellipse(ring)]) {
      const got = moments(soft);
      near(got.area, area, 0.01);
      near(got.x, x, 0.01);
      near(got.y, y, 0.01);
    }
  }
});

test("an ellipse lies as long and in the direction of what it stands for", () => {
  const long = ellipse([[0, 0], [40, 0], [40, 10], [0, 10]]); // biome-ignore format: a table
  const xs = long.map(([x]) => x);
  const ys = long.map(([, y]) => y);
  near((Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys)), 4, 0.02);
});

test("a reservoir and an outline of few corners are ellipses, a lake of more is smoothed", () => {
  const eight = Array.from({ length: 8 }, (_, i) => /** @type {Point} */ ([Math.cos(i), Math.sin(i) * 2]));
  assert.deepEqual(softened(eight, "reservoir"), ellipse(eight));
  assert.deepEqual(softened(SQUARE, "lake"), ellipse(SQUARE));
  assert.deepEqual(softened(eight, "lake"), smoothRing(eight));
});

test("pixels are those of Web Mercator", () => {
  near(projected(0, 0)[0], 128 * 2 ** 10);
  near(projected(180, 0)[0], 256 * 2 ** 10);
  near(projected(0, 85.0511287798)[1], 0, 1e-3);
});

test("lines of the graticule stand at round minutes, well apart", () => {
  assert.equal(stepOf(31.6), 10);
  assert.equal(stepOf(101), 2);
  assert.equal(stepOf(1e-9), 600); // never nothing
  assert.deepEqual(rounds(121.4, 121.9, 10).map((degree) => Math.round(degree * 60) % 60), [30, 40, 50]); // biome-ignore format: short
  assert.deepEqual(rounds(0.01, 0.02, 10), []);
  assert.equal(inDegrees(121.5, "E", "W"), "121°30′E");
  assert.equal(inDegrees(-0.1 / 60, "N", "S"), "0°00′06″S");
  assert.equal(inDegrees(29.99999, "N", "S"), "30°00′N"); // no sixtieth minute
});

test("the graticule of a map lies where its degrees do", () => {
  const px = (/** @type {number} */ degrees) => degrees * 2000;
  const map = {
    getCenter: () => ({ lat: 29.8, lng: 121.6 }),
    containerPointToLatLng: ([x, y] = [0, 0]) => ({ lng: 121.4 + x / 2000, lat: 30 - y / 2000 }),
    latLngToContainerPoint: (/** @type {any} */ at) => {
      const [lat, lng] = Array.isArray(at) ? at : [at.lat, at.lng];
      return { x: px(lng - 121.4), y: px(30 - lat) };
    },
  };
  const { down, across } = graticule(/** @type {any} */ (map), { left: 0, top: 0, right: 800, bottom: 600 });
  assert.ok(down.length >= 1 && across.length >= 1);
  for (const { lon, x } of down) near(x, px(lon - 121.4));
  for (const { lat, y } of across) near(y, px(30 - lat));
});

test("a scale bar is a round length that has room", () => {
  for (const metrePx of [1 / 53, 1 / 16, 1 / 5.9, 1 / 1000, 2]) {
    const { metres, px, blocks } = scaleOf(metrePx);
    assert.match(String(metres), /^(0\.)?0*[125]0*$/);
    assert.ok(px <= 130 && px > 130 / 2.6, String(px));
    near(px, metres * metrePx);
    assert.ok(blocks >= 2);
  }
  assert.equal(scaleOf(1 / 53).metres, 5000);
});

test("clearance is the way to the nearest cell outside, and the edge of the map is outside", () => {
  const inside = new Uint8Array(25).fill(1);
  const far = clearance(inside, 5);
  assert.equal(far[12], 3);
  assert.equal(far[0], 1);
  inside[13] = 0;
  assert.equal(clearance(inside, 5)[12], 1);
});

test("a name stands in the room of an area, and not where there is none", () => {
  const [columns, rows] = [60, 40];
  const inside = Uint8Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    return x >= 30 && x < 58 && y >= 5 && y < 20 ? 1 : 0;
  });
  const mask = { inside, columns, cell: 6 };
  const wish = { most: 40, isSlanted: false, near: /** @type {Point} */ ([0, 0]) };
  const at = roomIn(mask, 60, 14, wish);
  assert.ok(at && at.x - 30 >= 180 && at.x + 30 <= 348 && at.y > 30 && at.y < 120);
  assert.equal(roomIn(mask, 400, 14, wish), null);
  assert.equal(roomIn({ ...mask, inside: new Uint8Array(columns * rows) }, 10, 14, wish), null);
});

test("a slanted strip of water is named along it", () => {
  const columns = 60;
  const inside = Uint8Array.from({ length: columns * columns }, (_, i) => {
    return Math.abs((i % columns) + Math.floor(i / columns) - columns) < 7 ? 1 : 0;
  });
  const wish = { most: 90, isSlanted: true, near: /** @type {Point} */ ([180, 180]) };
  const at = roomIn({ inside, columns, cell: 6 }, 120, 19, wish);
  assert.ok(at && Math.abs(at.turn + Math.PI / 4) < 0.01);
});

test("points at even steps", () => {
  assert.deepEqual(paced([[0, 0], [10, 0], [10, 10]], 5), [[0, 0], [5, 0], [10, 0], [10, 5], [10, 10]]); // biome-ignore format: a table
});

test("a name stands beside its river, read from the left, and touches nothing", () => {
  const letters = [..."奉化江"].map((letter) => ({ letter, width: 16 }));
  /** @type {Point[]} */
  const river = [[400, 100], [0, 100]]; // biome-ignore format: a table
  const near = /** @type {Point} */ ([200, 100]);
  const set = roomAlong(river, letters, 14, { isFree: () => true, near }) || [];
  assert.deepEqual(set.map(({ letter }) => letter).join(""), "奉化江");
  assert.ok(set[0].x < set[1].x && set[1].x < set[2].x);
  assert.ok(set.every(({ y, turn }) => Math.abs(y - 100) > 7 && Math.abs(turn) < 0.01));
  assert.equal(roomAlong(river, letters, 14, { isFree: () => false, near }), null);
  assert.equal(roomAlong(/** @type {Point[]} */ ([[0, 0], [20, 0]]), letters, 14, { isFree: () => true, near }), null); // biome-ignore format: a table
});

test("letters along a river do not stand on one another where it bends", () => {
  const letters = [..."余姚江"].map((letter) => ({ letter, width: 16 }));
  const wish = { isFree: () => true, near: /** @type {Point} */ ([0, 0]) };
  for (let turn = 0; turn <= 3; turn += 0.1) {
    /** @type {Point[]} */
    const bent = [[-40, 0], [0, 0]]; // biome-ignore format: a table
    for (let step = 1; step <= 8; step += 1) {
      const angle = (turn * step) / 8;
      const [x, y] = bent[bent.length - 1];
      bent.push([x + 5 * Math.cos(angle), y + 5 * Math.sin(angle)]);
    }
    const found = roomAlong(bent, letters, 14, wish) || [];
    found.forEach((one, place) => {
      for (const other of found.slice(0, place))
        assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 13, `${turn}`);
    });
  }
  const straight = roomAlong([[0, 0], [100, 0]], letters, 14, wish); // biome-ignore format: a table
  assert.equal(straight?.length, 3);
});
