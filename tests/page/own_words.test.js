import assert from "node:assert/strict";
import { test } from "node:test";
import { cut } from "../../yzgeo/publish/page/src/words/own_words.js";

/** @param {string} text */
const chinese = (text) =>
  cut(text)
    .filter(({ isChinese }) => isChinese)
    .map(({ words }) => words);

test("what is cut is the text", () => {
  for (const text of ["", "plain", "年产10万套", "a 年产5G移动通信项目 (研发) has no place", "“154”千百亿级"]) {
    assert.equal(
      cut(text)
        .map(({ words }) => words)
        .join(""),
      text,
    );
  }
});

test("names stay whole with their figures and letters, English stays out", () => {
  assert.deepEqual(chinese("The title of 年产50万台套5G移动通信项目 says 研发 (research)."), [
    "年产50万台套5G移动通信项目",
    "研发",
  ]);
  assert.deepEqual(chinese("Projects of the class 其他 that an industry covers"), ["其他"]);
  assert.deepEqual(chinese("no Chinese at all: 12 km²"), []);
});
