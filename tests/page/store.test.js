import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../yzgeo/publish/page/src/state/store.js";

/** @typedef {{a: number, b: number}} Toy */

/** A store of two numbers, and what was heard of it. */
function toy() {
  const store = createStore({ a: 1, b: 1 }, (/** @type {Toy} */ state, /** @type {Partial<Toy>} */ patch) => ({
    ...state,
    ...patch,
  }));
  /** @type {[number, number][]} */
  const heard = [];
  store.subscribe((state, before) => heard.push([before.a, state.a]));
  return { store, heard };
}

test("a change is told with what was before", () => {
  const { store, heard } = toy();
  store.change({ a: 2 });
  assert.deepEqual(store.get(), { a: 2, b: 1 });
  assert.deepEqual(heard, [[1, 2]]);
});

test("a state that was given out stays as it was", () => {
  const { store } = toy();
  const first = store.get();
  store.change({ a: 2 });
  assert.deepEqual(first, { a: 1, b: 1 });
});

test("a listener may ask for a change: all hear of the first before the second", () => {
  const { store, heard } = toy();
  store.subscribe((state) => {
    if (state.a === 2) store.change({ a: 3 });
  });
  store.subscribe((state) => heard.push([0, state.a]));
  store.change({ a: 2 });
  assert.deepEqual(heard, [[1, 2], [0, 2], [2, 3], [0, 3]]); // biome-ignore format: what was heard, in turn
});

test("a listener that fails does not make the store deaf", () => {
  const { store, heard } = toy();
  let isBroken = true;
  store.subscribe(() => {
    if (isBroken) throw new Error("broken");
  });
  assert.throws(() => store.change({ a: 2 }), /broken/);
  isBroken = false;
  store.change({ a: 3 });
  assert.deepEqual(heard, [[1, 2], [2, 3]]); // biome-ignore format: what was heard, in turn
});
