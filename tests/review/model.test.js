import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf } from "../../yzgeo/publish/review/src/model/groups.js";
import { cellSpans, drawn, marksOf, pieces } from "../../yzgeo/publish/review/src/model/marks.js";
import { differing, items, rowIdOf, rowsOf } from "../../yzgeo/publish/review/src/model/rows.js";

/** @param {Partial<ReviewCell>} own @returns {ReviewCell} */
const cell = (own) => ({
  id: `${own.table || "zones"}-${own.column || "area"}-${own.start || 0}-${own.value || ""}`,
  table: "zones",
  key: ["东"],
  column: "area",
  value: "16",
  kind: "area",
  quote: "面积16亩",
  how: "label",
  certainty: "sure",
  at: 0,
  start: 2,
  end: 4,
  ...own,
});
/** @param {Partial<ReviewData>} own @returns {ReviewData} */
const data = (own) =>
  /** @type {ReviewData} */ (
    /** @type {unknown} */ ({
      clauses: [{ clause: "一", text: "面积16亩", kind: "paragraph" }],
      candidates: [],
      questions: [],
      unread: [],
      ...own,
    })
  );
/** @param {string} id @param {Partial<ReviewQuestion>} [own] */
const question = (id, own = {}) =>
  /** @type {ReviewQuestion} */ (
    /** @type {unknown} */ ({
      id,
      kind: "area",
      why: { zh: "", en: "" },
      options: [],
      row: {},
      at: 0,
      start: 2,
      end: 4,
      ...own,
    })
  );
const UNIT = cell({ column: "area_unit", value: "亩", start: 4, end: 5 });

test("a value and its unit beside it are one mark, and their row one row", () => {
  const [marks] = marksOf(data({ candidates: [cell({}), UNIT] }), rowIdOf, new Set());
  assert.deepEqual(
    marks.map(({ start, end, ids }) => [start, end, ids.length]),
    [[2, 5, 2]],
  );
  assert.equal(rowsOf(data({ candidates: [cell({}), UNIT] }), new Set()).length, 1);
});

test("two industries that touch are two marks", () => {
  const link = { table: "zone_industries", column: "industry", key: ["东"] };
  const cells = [cell({ ...link, value: "面积", start: 0, end: 2 }), cell({ ...link, start: 2, end: 4 })];
  assert.equal(marksOf(data({ candidates: cells }), rowIdOf, new Set())[0].length, 2);
});

test("touching cells of different rows stay two marks", () => {
  const other = cell({ key: ["西"], start: 4, end: 5 });
  assert.equal(marksOf(data({ candidates: [cell({}), other] }), rowIdOf, new Set())[0].length, 2);
});

test("a question without a cell has a mark of its own, one about a cell has none", () => {
  const questions = [question("a"), question("b", { start: 0, end: 2 })];
  const [marks] = marksOf(
    data({ candidates: [cell({ certainty: "guess", question: "a" })], questions }),
    rowIdOf,
    new Set(),
  );
  assert.deepEqual(
    marks.map(({ question: asked, status }) => [asked, status]),
    [
      ["b", "guess"],
      ["a", "guess"],
    ],
  );
});

test("of marks that overlap the inner one is drawn, and hidden ones make room", () => {
  const mark = (/** @type {number} */ start, /** @type {number} */ end, kind = "area") =>
    /** @type {ReviewMark} */ ({ id: `${start}`, start, end, kind, status: "sure", ids: [], question: null });
  const [inner, outer, after] = [mark(2, 4), mark(0, 6, "target"), mark(6, 8)];
  assert.deepEqual(drawn([outer, inner, after]), [inner, after]);
  assert.deepEqual(
    drawn([outer, inner, after], ({ kind }) => kind !== "area"),
    [outer],
  );
});

test("the pieces are the text, whatever is marked", () => {
  const marks = [
    { start: 1, end: 2 },
    { start: 3, end: 6 },
  ].map((one) => /** @type {ReviewMark} */ ({ ...one }));
  for (const [from, until] of [
    [0, 5],
    [1, 4],
    [2, 3],
    [0, 0],
  ]) {
    assert.equal(
      pieces("甲乙丙丁戊", marks, from, until)
        .map(({ text }) => text)
        .join(""),
      "甲乙丙丁戊".slice(from, until),
    );
  }
});

test("the cells of a row stand where bars part them, blank ones nowhere", () => {
  const row = { clause: "", kind: "row", cells: ["1", "新增\n用地", "", "21", ""], text: "1 ｜ 新增用地 ｜ 21" };
  const spans = cellSpans(row);
  assert.deepEqual(
    spans.map(([from, until]) => row.text.slice(from, until)),
    ["1", "新增用地", "", "21", ""],
  );
  assert.deepEqual(cellSpans({ clause: "", kind: "row", cells: ["1", "1"], text: "1\t1" }), [
    [0, 1],
    [2, 3],
  ]);
});

test("text and table differ in what one lists and the other does not, and prose does not count", () => {
  const link = { table: "zone_industries", column: "industry_id" };
  const cells = [
    cell({ ...link, value: "甲", how: "label", start: 1 }),
    cell({ ...link, value: "乙", how: "label", start: 2 }),
    cell({ ...link, value: "甲", how: "table_cell", at: 1, start: 3 }),
    cell({ ...link, value: "丙", how: "prose", start: 4 }),
  ];
  assert.deepEqual([...differing(cells)], [cells[1].id]);
  assert.equal(differing(cells.slice(0, 2)).size, 0); // there is no table to differ from
});

test("two values of one cell in two places differ", () => {
  const two = [cell({}), cell({ value: "17", at: 1 })];
  assert.equal(differing(two).size, 2);
  assert.equal(differing([cell({}), cell({ at: 1, start: 9 })]).size, 0);
});

test("rows stand under what they are about, with words that went nowhere where they stand", () => {
  const rows = rowsOf(
    data({ candidates: [cell({}), cell({ table: "targets", column: "target", at: 1 }), cell({ key: ["西"], at: 2 })] }),
    new Set(),
  );
  const shown = items(rows, [{ id: "u", span: { at: 1, start: 0, end: 1 } }]);
  assert.deepEqual(
    shown.map((one) => (one.type === "section" ? one.section : one.type)),
    ["东", "row", "unread", "", "row", "西", "row"],
  );
});

test("questions are alike with the same reason, cell and options", () => {
  const options = [{ number: "1", value: "目标", evidence: "", cells: [] }];
  const [a, b, c] = ["a", "b", "c"].map((id) => question(id, { options }));
  c.why = { zh: "别的", en: "" };
  const groups = groupsOf([a, b, c, question("d"), question("e")]);
  assert.deepEqual(groups.get("a"), ["a", "b"]);
  assert.equal(groups.has("c"), false);
  assert.equal(groups.has("d"), false); // nothing to choose from
});
