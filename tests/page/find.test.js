import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf } from "../../yzgeo/publish/page/src/search/entries.js";
import { find, ranked, shortens, spells } from "../../yzgeo/publish/page/src/search/find.js";

const subjects = {
  "zone:ming": { terms: ["明州经济开发区核心区", "ming"], syllables: ["ming zhou jing ji kai fa qu he xin qu"] },
  "zone:dong": { terms: ["东吴产业集聚区", "dong"], syllables: ["dong wu chan ye ji ju qu"] },
  "owner:ri": { terms: ["日月重工"], syllables: ["ri yue zhong gong"] },
  "project:a": { terms: ["风电铸件 2 期", "日月重工"], syllables: ["feng dian zhu jian", "ri yue zhong gong"] },
};
const order = { zone: ["zone:ming", "zone:dong"], owner: ["owner:ri"], project: ["project:a"] };
/** @param {string} text */
const found = (text) => find(text, subjects, order);

test("nothing typed finds nothing", () => {
  assert.deepEqual(found("  "), []);
  assert.deepEqual(found("没有这个"), []);
});

test("a name that begins so comes before one that holds it", () => {
  const two = { "zone:x": { terms: ["北东"], syllables: [] }, "zone:y": { terms: ["东北"], syllables: [] } };
  assert.deepEqual(find("东", two, { zone: ["zone:x", "zone:y"] }), ["zone:y", "zone:x"]);
});

test("first letters, whole syllables and a mixture of both", () => {
  for (const text of ["ryzg", "riyue", "ryuezg", "RYZG", "ｒｙｚｇ"]) {
    assert.deepEqual(found(text), ["owner:ri", "project:a"], text);
  }
});

test("syllables from within a name come after those from its beginning", () => {
  assert.deepEqual(found("dw"), ["zone:dong"]);
  assert.deepEqual(found("wuchan"), ["zone:dong"]);
});

test("a shortened name is found from three letters on", () => {
  assert.deepEqual(found("明州核心区"), ["zone:ming"]);
  assert.deepEqual(found("明心"), []);
});

test("words apart must each fit", () => {
  assert.deepEqual(found("风电 日月"), ["project:a"]);
  assert.deepEqual(found("风电 东吴"), []);
});

test("letters of a shortened name stand in its order", () => {
  assert.equal(shortens("abc", "ac"), true);
  assert.equal(shortens("abc", "ca"), false);
});

test("each syllable gives its first letters", () => {
  assert.equal(spells(["ri", "yue"], "riy", 0), true);
  assert.equal(spells(["ri", "yue"], "ry", 0), true);
  assert.equal(spells(["ri", "yue"], "iy", 0), false);
  assert.equal(spells(["ri", "yue"], "ryz", 0), false);
});

test("a clause is found by its label, whatever its brackets and blanks", () => {
  const clauses = {
    "三（二）1": { en: "Chapter 3 (2) 1", heading: "", text: "" },
    "表2 第1行": { en: "Table 2, row 1", heading: "", text: "" },
  };
  const bare = {
    clauses,
    clause_order: Object.keys(clauses),
    cell: "｜",
    rules: [],
    figures: [],
    places: [],
    spelled: {},
  };
  const entries = entriesOf(/** @type {PageData} */ (/** @type {unknown} */ (bare)));
  assert.deepEqual(ranked("三(二)", entries), ["clause:三（二）1"]);
  assert.deepEqual(ranked("表2第1", entries), ["clause:表2 第1行"]);
  assert.deepEqual(ranked("table 2", entries), ["clause:表2 第1行"]);
  assert.deepEqual(ranked(" ", entries), []);
});

test("a figure is no part of another", () => {
  const things = [
    { key: "clause:share", terms: ["一"], syllables: [], words: "比重为 22.0%、12.05%" },
    { key: "clause:ratio", terms: ["四"], syllables: [], words: "由 22.0 到容积率 2.0 以上" },
  ];
  assert.deepEqual(ranked("2.0", things), ["clause:ratio"]);
});
