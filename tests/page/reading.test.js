import assert from "node:assert/strict";
import { test } from "node:test";
import { columns, differences } from "../../yzgeo/publish/page/src/reading/align.js";
import { quotation } from "../../yzgeo/publish/page/src/reading/citation.js";
import { cellSpans, pieces } from "../../yzgeo/publish/page/src/reading/pieces.js";

test("lists are lined up item by item, what differs beside each other", () => {
  assert.deepEqual(
    columns([
      ["家电", "医疗", "电子", "汽配"],
      ["家电", "医药", "电子", "汽配"],
    ]),
    [
      ["家电", "家电"],
      ["医疗", "医药"],
      ["电子", "电子"],
      ["汽配", "汽配"],
    ],
  );
});

test("a list that lacks something leaves its place free, and what it has more stands by itself", () => {
  assert.deepEqual(
    columns([
      ["甲", "乙"],
      ["乙", "丙"],
    ]),
    [
      ["甲", null],
      ["乙", "乙"],
      [null, "丙"],
    ],
  );
  assert.deepEqual(columns([["甲"], ["乙", "丙"], ["甲", "丙"]]), [
    ["甲", "乙", "甲"],
    [null, "丙", "丙"],
  ]);
  assert.deepEqual(columns([]), []);
});

test("no item of a list is lost when lists are lined up", () => {
  const rows = [["a", "b", "c"], ["c", "a"], ["d"], ["b", "c", "d", "e"]];
  const lined = columns(rows);
  rows.forEach((row, index) => {
    assert.deepEqual(
      lined.map((column) => column[index]).filter((item) => item !== null),
      row,
    );
  });
});

test("two wordings differ in letters where they are alike, in all where they are not", () => {
  assert.deepEqual(differences(["创新实验区", "创新试验区"]), [[[2, 3]], [[2, 3]]]);
  assert.deepEqual(differences(["其他", "滤波器"]), [null, null]);
  assert.deepEqual(differences(["甲"]), [null]);
});

test("the pieces of a text are that text, each with the marks over it", () => {
  const marks = [
    { start: 1, end: 4, kind: /** @type {const} */ ("this") },
    { start: 3, end: 9, kind: /** @type {const} */ ("other") },
  ];
  const cut = pieces("abcdef", marks);
  assert.equal(cut.map((piece) => piece.text).join(""), "abcdef");
  assert.deepEqual(
    cut.map((piece) => [piece.text, [...piece.kinds].join()]),
    [
      ["a", ""],
      ["bc", "this"],
      ["d", "this,other"],
      ["ef", "other"],
    ],
  );
  assert.equal(
    pieces("abcdef", marks, 2, 5)
      .map((piece) => piece.text)
      .join(""),
    "cde",
  );
  assert.deepEqual(pieces("", []), []);
});

test("cells are found where they stand, without the blanks around them", () => {
  const text = "甲 ｜ 乙 丙 ｜｜ 丁";
  assert.deepEqual(
    cellSpans(text, "｜").map(([from, to]) => text.slice(from, to)),
    ["甲", "乙 丙", "", "丁"],
  );
});

test("a short clause is quoted whole, a long one by the sentences that are marked", () => {
  assert.equal(quotation("主导产业：甲。", [[5, 6]]), "主导产业：甲。");
  const long = `${"长".repeat(200)}。面积5亩。${"长".repeat(200)}。`;
  assert.equal(quotation(long, [[203, 205]]), "……面积5亩。……");
});
