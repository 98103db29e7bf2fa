import assert from "node:assert/strict";
import { test } from "node:test";
import { differing, split } from "../../yzgeo/publish/page/src/elements/differing.js";

/** @param {Compared["kind"]} kind @param {string[][]} lists */
const finding = (kind, ...lists) => ({ compared: [{ kind, rows: lists.map((items) => ({ clause: "一", items })) }] });

test("of lists only what some list lacks is marked", () => {
  assert.deepEqual(differing(finding("list", ["医疗健康", "汽车"], ["生物医药", "汽车"])), ["医疗健康", "生物医药"]);
  assert.deepEqual(differing({ compared: [] }), []);
});

test("single letters are not looked for, longer words go first", () => {
  assert.deepEqual(differing(finding("marks", ["4", "东吴"], ["东吴产业集聚区"])), ["东吴产业集聚区", "东吴"]);
});

test("the pieces of a sentence are the sentence, and each word is marked wherever it stands", () => {
  const words = ["医疗健康", "生物医药", "医疗"];
  const sentence = "正文为医疗健康，表为生物医药；医疗健康、医疗。";
  const pieces = split(sentence, words);
  assert.equal(pieces.map(({ text }) => text).join(""), sentence);
  const told = pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text);
  assert.deepEqual(told, ["医疗健康", "生物医药", "医疗健康", "医疗"]);
  assert.deepEqual(split("", words), []);
  assert.deepEqual(split("无", words), [{ text: "无", isMarked: false }]);
});
