import assert from "node:assert/strict";
import { test } from "node:test";
import { unfolded } from "../../yzgeo/publish/page/src/repeats.js";

test("references become what they stand for, also inside parts", () => {
  const parts = [{ zh: "片区" }, [{ "=": 0 }, 1]];
  const data = { a: { "=": 1 }, b: [{ "=": 0 }, null, "="] };
  assert.deepEqual(unfolded({ mark: "=", parts, data }), {
    a: [{ zh: "片区" }, 1],
    b: [{ zh: "片区" }, null, "="],
  });
});

test("only an object with the mark alone is a reference", () => {
  const data = { "=": 0, more: 1, other: { "==": 0 } };
  assert.deepEqual(unfolded({ mark: "=", parts: ["x"], data }), { "=": 0, more: 1, other: { "==": 0 } });
});

test("a name of every object's own is a name like others", () => {
  const data = JSON.parse('{"__proto__": [{"=": 0}], "constructor": {"=": 0}}');
  const whole = /** @type {Record<string, unknown>} */ (unfolded({ mark: "=", parts: [{ zh: "甲" }], data }));
  assert.deepEqual(Object.entries(whole), [
    ["__proto__", [{ zh: "甲" }]],
    ["constructor", { zh: "甲" }],
  ]);
});
