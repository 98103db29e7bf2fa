import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, counted, isDone, merged, ownerOf, rowOf } from "../../yzgeo/publish/places/src/answers.js";
import { isInside, metresToOutline } from "../../yzgeo/publish/places/src/reading/district.js";
import { metresTyped, nearestRadius, stepped } from "../../yzgeo/publish/places/src/reading/numbers.js";

/** @param {string} id @param {string[]} keys @param {"town" | "none"} standing @returns {WantedPlace} */
function wanted(id, keys, standing = "none") {
  const uses = keys.map((key) => ({ key, standing }));
  return /** @type {WantedPlace} */ (
    /** @type {unknown} */ ({ id, name: id, place_id: `${id}-place`, town: null, uses })
  );
}
const DATA = /** @type {PlacesData} */ (
  /** @type {unknown} */ ({
    wanted: [wanted("a", ["park:a", "project:x"]), wanted("b", ["zone:n 北 村"], "town"), wanted("c", ["park:c"])],
    counts: { settled: 5, town: 1, none: 3 },
    places: [],
    plan: { name: "toy" },
    table: { columns: ["place_id"], rows: [["known"]] },
  })
);
/** @type {PlaceAnswer} */
const ANSWER = {
  name: "村",
  lat: 29.5,
  lon: 121.5,
  uncertainty_m: 100,
  extent_m: null,
  kind: "村",
  source: "踏勘",
  evidence: "plan_text",
  note: "",
  also: ["b"],
};
const KEPT = {
  answers: { a: ANSWER },
  skipped: /** @type {Record<string, true>} */ ({ c: true }),
  draft: null,
  selected: null,
};

test("one place serves all names that are at it, and every use moves", () => {
  assert.equal(ownerOf(KEPT, "b")?.id, "a");
  assert.ok(isDone(KEPT, "c") && ownerOf(KEPT, "c") === null);
  assert.deepEqual(counted(DATA, KEPT), { settled: 8, town: 0, none: 1, set: 3 });
});

test("an answer is the same after it was a row", () => {
  const outside = { ...ANSWER, note: "在邻区（已核）", extent_m: 900 };
  for (const answer of [ANSWER, outside]) {
    assert.deepEqual(answerOf(DATA, rowOf(DATA, DATA.wanted[0], answer)), { id: "a", answer });
  }
});

test("a file adds what is new, asks where both differ, carries what nothing uses, and leaves the folder's rows alone", () => {
  const rows = [
    rowOf(DATA, DATA.wanted[0], { ...ANSWER, lat: 29.6 }),
    rowOf(DATA, DATA.wanted[2], { ...ANSWER, also: [] }),
    /** @type {PlacesRow} */ ({ place_id: "known", uses: "", source: "" }),
    /** @type {PlacesRow} */ ({ place_id: "stray", uses: "park:gone", source: "" }),
  ];
  const found = merged(DATA, KEPT.answers, rows);
  assert.deepEqual(Object.keys(found.added), ["c"]);
  assert.deepEqual(Object.keys(found.conflicts), ["a"]);
  assert.deepEqual(
    found.extra.map((row) => row.place_id),
    ["stray"],
  );
  assert.equal(found.same, 1);
  assert.deepEqual(merged(DATA, KEPT.answers, [rowOf(DATA, DATA.wanted[0], ANSWER)]).conflicts, {});
});

test("a point is in the district, or so far outside it", () => {
  /** @type {Shape} */
  const square = {
    type: "Polygon",
    coordinates: [
      [
        [121, 29],
        [122, 29],
        [122, 30],
        [121, 30],
        [121, 29],
      ],
      [
        [121.4, 29.4],
        [121.6, 29.4],
        [121.6, 29.6],
        [121.4, 29.6],
        [121.4, 29.4],
      ],
    ],
  };
  assert.ok(isInside(square, 29.1, 121.1));
  assert.ok(!isInside(square, 29.5, 121.5), "in a hole");
  assert.ok(!isInside(square, 31, 121.5));
  const metres = metresToOutline(square, 30.01, 121.5);
  assert.ok(Math.abs(metres - 1108.5) < 2, String(metres));
});

test("metres are read with their unit, and the ring goes up and down the same steps", () => {
  assert.deepEqual(["800", "800 米", "1.5公里", "２km", "", "-5", "0", "约800", "1e9"].map(metresTyped), [
    800,
    800,
    1500,
    2000,
    null,
    null,
    null,
    null,
    null,
  ]);
  for (let radius = 10; radius < 5000; radius = stepped(radius, 1)) {
    assert.equal(stepped(stepped(radius, 1), -1), radius);
    assert.equal(nearestRadius(radius), radius);
  }
  assert.equal(stepped(10, -1), 10);
});
