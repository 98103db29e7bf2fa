import assert from "node:assert/strict";
import { test } from "node:test";
import { nextOf } from "../../yzgeo/publish/page/src/parts/tabs.js";

const LAST = 4;

test("arrows go to the neighbour, and around", () => {
  assert.deepEqual([nextOf("ArrowRight", 1, LAST), nextOf("ArrowRight", LAST, LAST)], [2, 0]);
  assert.deepEqual([nextOf("ArrowLeft", 1, LAST), nextOf("ArrowLeft", 0, LAST)], [0, LAST]);
});

test("Home and End go to the first and the last", () => {
  assert.deepEqual([nextOf("Home", 2, LAST), nextOf("End", 2, LAST)], [0, LAST]);
});

test("other keys are the browser's", () => {
  assert.equal(nextOf("Tab", 2, LAST), undefined);
});
