import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { place } from "../../yzgeo/publish/page/src/map/placing.js";
import { around, beside, disc } from "../../yzgeo/publish/page/src/map/room.js";

/** @typedef {[number, number, number, number]} Corners */
/** @typedef {{key: string, priority: number, candidates: {box: Corners, cost: number}[]}} CaseLabel */
/** @typedef {{name: string, labels: CaseLabel[], obstacles: Corners[], gap: number, placed: Record<string, Corners>}} Case */
/** @typedef {{point: [number, number], clearance: number, size: [number, number], boxes: Corners[], sides: string[]}} Disc */

/** @type {{place: Case[], around: Disc[], disc: {point: [number, number], reach: number, boxes: Corners[]}[]}} */
const cases = JSON.parse(readFileSync(new URL("../placement_cases.json", import.meta.url), "utf8"));
/** @param {Corners} corners */
const boxOf = ([left, top, right, bottom]) => ({ left, top, right, bottom });

for (const { name, labels, obstacles, gap, placed } of cases.place) {
  test(name, () => {
    const given = labels.map((label) => ({
      ...label,
      candidates: label.candidates.map(({ box, cost }) => ({ box: boxOf(box), cost })),
    }));
    const found = place(given, obstacles.map(boxOf), gap);
    const boxes = Object.fromEntries([...found].map(([key, { box }]) => [key, box]));
    assert.deepEqual(boxes, Object.fromEntries(Object.entries(placed).map(([key, box]) => [key, boxOf(box)])));
  });
}

for (const { point, clearance, size, boxes, sides } of cases.around) {
  test(`the positions around ${point} are those of the printed sheet`, () => {
    const half = { w: size[0] / 2, h: size[1] / 2 };
    const spots = beside({ x: point[0], y: point[1] }, clearance, half.w, half.h);
    const found = spots.map((spot) => around(spot, half.w, half.h));
    found.forEach((box, number) => {
      const expected = boxOf(boxes[number]);
      for (const side of /** @type {const} */ (["left", "top", "right", "bottom"]))
        assert.ok(Math.abs(box[side] - expected[side]) < 1e-9, `${number} ${side}`);
    });
    assert.deepEqual(
      spots.map(({ align }) => align),
      sides,
    );
  });
}

for (const { point, reach, boxes } of cases.disc) {
  test(`a disc at ${point} is covered as on the printed sheet`, () => {
    const found = disc({ x: point[0], y: point[1] }, reach);
    assert.deepEqual(found, boxes.map(boxOf));
  });
}
