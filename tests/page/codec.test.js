import assert from "node:assert/strict";
import { test } from "node:test";
import { mercator, reader } from "../../yzgeo/publish/page/src/parcels/codec.js";

/** @param {number[]} bytes */
const of = (...bytes) => reader(Uint8Array.from(bytes));
/** @param {string} text its length and its bytes */
const text = (text) => [text.length, ...new TextEncoder().encode(text)];

test("numbers of seven bits a byte, the lowest first", () => {
  assert.deepEqual([...of(1, 0xac, 2, 5).unsigned(new Int32Array(3))], [1, 300, 5]);
});

test("the last bit is the sign", () => {
  assert.deepEqual([...of(0, 1, 2, 3, 4).signed(new Int32Array(5))], [0, -1, 1, -2, 2]);
});

test("steps add up", () => {
  assert.deepEqual([...of(0xc8, 1, 2, 3).steps(new Int32Array(3))], [100, 101, 99]);
});

test("codes stand for values, 0 for none", () => {
  assert.deepEqual(of(0, 1, 0, 2).column(3, ["a", "b"]), ["a", null, "b"]);
});

test("texts are as they are", () => {
  assert.deepEqual(of(1, ...text('["x",null]')).column(2, null), ["x", null]);
});

test("numbered texts have a frame, and digits in front", () => {
  assert.deepEqual(of(2, ...text('["A-","",3]'), 14, 2, 4).column(3, null), ["A-007", "A-008", "A-010"]);
});

test("decimals are whole numbers of a power of ten, 0 for none", () => {
  assert.deepEqual(of(3, 2, 0xad, 2, 0, 0xc2, 3).column(3, null), [1.5, null, -2.25]);
});

test("what is no short decimal is a float", () => {
  assert.deepEqual(of(4, 0x55, 0x55, 0x55, 0x55, 0x55, 0x55, 0xd5, 0x3f).column(1, null), [1 / 3]);
  assert.deepEqual(of(4, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f).column(1, null), [null]);
});

test("columns follow one another", () => {
  const read = of(0, 1, 3, 0, 3);
  assert.deepEqual([read.column(1, ["a"]), read.column(1, null)], [["a"], [1]]);
});

test("the equator has no height, and a degree there is as high as wide", () => {
  assert.ok(Math.abs(mercator(0)) < 1e-6);
  assert.ok(Math.abs(mercator(1000) - 1000) < 1e-3);
});
