import assert from "node:assert/strict";
import { test } from "node:test";
import { nextSnap, restOf, snapOf, stepped } from "../../yzgeo/publish/page/src/state/snap.js";

const HEIGHTS = { low: 100, half: 400, full: 700 };
const START = /** @type {State} */ ({ view: "overview", opened: null, finding: null, clause: null, snap: "full" });
/** @param {Partial<State>} patch @param {Partial<State>} [before] */
const after = (patch, before) => snapOf({ ...START, ...before, ...patch }, { ...START, ...before }, patch);

test("a sheet rests at the nearest height", () => {
  assert.deepEqual(
    [0, 240, 260, 540, 560, 900].map((height) => restOf(height, 0, HEIGHTS)),
    ["low", "low", "half", "half", "full", "full"],
  );
});

test("a flick goes on from where the finger let go", () => {
  assert.equal(restOf(410, 1, HEIGHTS), "full");
  assert.equal(restOf(390, -1, HEIGHTS), "low");
  assert.equal(restOf(650, -1, HEIGHTS), "half");
  assert.equal(restOf(800, 1, HEIGHTS), "full");
});

test("buttons and keys reach every height", () => {
  assert.deepEqual([nextSnap("low"), nextSnap("half"), nextSnap("full")], ["half", "full", "low"]);
  assert.deepEqual([stepped("low", -1), stepped("low", 1), stepped("full", 1)], ["low", "half", "full"]);
});

test("what is opened leaves the map in sight", () => {
  assert.equal(after({ opened: "zone:a" }), "half");
  assert.equal(after({ opened: null }, { opened: "zone:a" }), "full");
  assert.equal(after({ view: "land" }), "half");
});

test("what is read has the screen", () => {
  assert.equal(after({ view: "findings" }), "low");
  assert.equal(after({ finding: "x" }, { view: "findings" }), "low");
  assert.equal(after({ view: "findings", opened: "zone:a" }), "half");
  assert.equal(after({ snap: "full" }, { view: "findings", snap: "low" }), "full");
});
