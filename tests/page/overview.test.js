import assert from "node:assert/strict";
import { test } from "node:test";
import { around, scaleOfPieces } from "../../yzgeo/publish/page/src/elements/crop_frame.js";
import { leading } from "../../yzgeo/publish/page/src/elements/headline.js";
import { labelled } from "../../yzgeo/publish/page/src/elements/share_bar.js";
import { knownSum, placed } from "../../yzgeo/publish/page/src/placement.js";
import { NO_FILTER } from "../../yzgeo/publish/page/src/state/filter.js";

test("the fewest zones that hold half of the money lead", () => {
  const zones = [
    { name: "a", sum: 10 },
    { name: "b", sum: 40 },
    { name: "c", sum: 5 },
    { name: "d", sum: 0 },
  ];
  assert.deepEqual(leading(zones, 70), { zones: [zones[1]], sum: 40 });
  assert.deepEqual(leading(zones, 100), { zones: [zones[1], zones[0]], sum: 50 });
  assert.equal(leading(zones, 200), null);
  assert.equal(leading([], 10), null);
});

test("narrow neighbours share a label, and the labels add up", () => {
  const parts = [50, 2, 3, 40, 5].map((sum, index) => ({ name: "abcde"[index], sum }));
  const labels = labelled(parts, 100);
  assert.deepEqual(
    labels.map(({ names, sum }) => [names.join(""), sum]),
    [
      ["a", 50],
      ["bc", 5],
      ["d", 40],
      ["e", 5],
    ],
  );
});

/** @param {Partial<Project>} more */
const project = (more) => ({
  class: "x",
  list: null,
  towns: [],
  evidence: null,
  investment: 1,
  located: true,
  zone_id: null,
  zone_ids: [],
  ...more,
});

test("every project is in a group, and what is unknown is no sum", () => {
  const page = {
    data: {
      zones: [{ zone_id: "in" }, { zone_id: "around" }],
      projects: [
        project({ zone_id: "in", zone_ids: ["in", "around"] }),
        project({ zone_ids: ["in", "other"] }),
        project({}),
        project({ located: false, investment: null }),
      ],
    },
    state: { filter: NO_FILTER },
  };
  const groups = placed(/** @type {Page} */ (/** @type {unknown} */ (page)));
  assert.deepEqual(
    groups.map(({ kind, projects }) => [kind, projects.length, knownSum(projects)]),
    [
      ["zone", 1, 1],
      ["zone", 1, 1],
      ["across", 1, 1],
      ["outside", 1, 1],
      ["unlocated", 1, null],
    ],
  );
});

test("pieces of a map have one scale, at which the largest is whole", () => {
  const small = { left: 0, top: 0, right: 10, bottom: 10 };
  const tall = { left: 0, top: 0, right: 10, bottom: 228 };
  assert.equal(scaleOfPieces([small], 300, 130), 1.25);
  assert.equal(scaleOfPieces([small, tall], 300, 130), 0.5);
  assert.deepEqual(around([small, { left: 5, top: -5, right: 20, bottom: 5 }]), {
    left: 0,
    top: -5,
    right: 20,
    bottom: 10,
  });
});
