import assert from "node:assert/strict";
import { test } from "node:test";
import { asSaved, beside, changed, counted, merged, unsaved } from "../../yzgeo/publish/review/src/answers.js";
import { byColumn, isOther, nameOf, whole } from "../../yzgeo/publish/review/src/saving/table.js";

/** @param {string} answer @param {Partial<ReviewAnswer>} [own] @returns {ReviewAnswer} */
const given = (answer, own = {}) => ({ answer, value: "", unit: "", note: "", time: "", ...own });
/** @param {string} id @param {string} quote @param {string} [options] */
const question = (id, quote, options = "1. 甲") => ({
  id,
  row: { question_id: id, quote, options, table: "t", column: "c" },
});
const DATA = /** @type {ReviewData} */ (
  /** @type {unknown} */ ({
    document: { title: "某规划", key: "0123456789abcdef" },
    clauses: [{ clause: "一", text: "𠮷面积16亩" }],
    questions: [question("a", "面积16亩"), question("b", "另一句")],
    candidates: [
      {
        id: "row-1",
        kind: "area",
        table: "zones",
        key: ["东", "二"],
        column: "area",
        value: "16",
        quote: "面积16亩",
        at: 0,
        start: 4,
        end: 6,
      },
    ],
    columns: ["question_id", "quote", "start", "end", "key", "answer", "value", "note", "document"],
  })
);
const FORMULA = /^[=+@-]/;

test("a step is taken and taken back", () => {
  const first = { a: given("1") };
  const step = changed(first, [
    ["a", given("2")],
    ["b", given("0")],
  ]);
  assert.deepEqual(Object.keys(step.answers), ["a", "b"]);
  assert.deepEqual(changed(step.answers, step.before).answers, first);
  assert.deepEqual(first, { a: given("1") });
});

test("what is not as it was saved counts as not saved, what was taken back too", () => {
  const answers = { a: given("1"), b: given("2") };
  assert.equal(unsaved({ answers, saved: {} }), 2);
  assert.equal(unsaved({ answers, saved: asSaved(answers) }), 0);
  assert.equal(unsaved({ answers: { a: given("2") }, saved: asSaved(answers) }), 2);
});

test("the next question goes round, over those that are not wanted", () => {
  const questions = /** @type {ReviewQuestion[]} */ ([{ id: "a" }, { id: "b" }, { id: "c" }]);
  assert.equal(
    beside(questions, "b", 1, (id) => id !== "c"),
    "a",
  );
  assert.equal(
    beside(questions, "a", -1, () => true),
    "c",
  );
  assert.equal(
    beside(questions, "a", 1, () => false),
    null,
  );
  assert.equal(
    beside([], null, 1, () => true),
    null,
  );
  assert.deepEqual(counted({ b: given("1") }, questions), { done: 1, open: 2 });
});

test("a file's answers are added, told to be the same, or asked", () => {
  /** @type {Record<string, string>[]} */
  const rows = [
    { question_id: "a", quote: "面积16亩", options: "1. 甲", answer: "1", note: "局" },
    { question_id: "b", quote: "另一句", options: "1. 甲", answer: "0" },
    { question_id: "row-1", quote: "面积16亩", answer: "X" },
    { question_id: "b", quote: "另一句", answer: "" },
  ];
  const result = merged(DATA, { a: given("2"), b: given("0") }, rows);
  assert.deepEqual(
    result.added.map(([id]) => id),
    ["row-1"],
  );
  assert.deepEqual(
    result.conflicts.map(({ id, theirs }) => [id, theirs.note]),
    [["a", "局"]],
  );
  assert.equal(result.same, 1);
});

test("of a changed document those answers are kept whose quote and options stand", () => {
  /** @type {Record<string, string>[]} */
  const rows = [
    { question_id: "new", quote: "面积 16亩", options: "1. 甲", table: "t", column: "c", answer: "1" },
    { question_id: "b", quote: "从前的话", options: "1. 甲", answer: "0" },
    { question_id: "b", quote: "另一句", options: "1. 乙", answer: "1" },
  ];
  const result = merged(DATA, {}, rows);
  assert.deepEqual(
    result.added.map(([id]) => id),
    ["a"],
  );
  assert.equal(result.left.length, 2);
});

test("the file has a row for each question and each changed cell, with places in characters", () => {
  const [head, ...rows] = whole(DATA, { b: given("0"), "row-1": given("E", { value: "17" }) });
  const cells = rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
  assert.deepEqual(
    cells.map(({ question_id, answer }) => [question_id, answer]),
    [
      ["a", ""],
      ["b", "0"],
      ["row-1", "E"],
    ],
  );
  assert.deepEqual([cells[2].start, cells[2].end, cells[2].key, cells[2].value], ["3", "5", "东|二", "17"]);
  assert.equal(cells[0].document, nameOf(DATA));
});

test("what is no table of questions is told by the columns that it lacks; marks against formulas go", () => {
  assert.deepEqual(byColumn([["question_id", "quote"]], FORMULA).missing, ["answer"]);
  const { rows } = byColumn(
    [
      ["question_id", "quote", "answer"],
      ["a", "'=1", "1"],
    ],
    FORMULA,
  );
  assert.deepEqual(rows, [{ question_id: "a", quote: "=1", answer: "1" }]);
});

test("answers to another document are known by its title, or by quotes none of which stands here", () => {
  assert.equal(isOther(DATA, [{ document: nameOf(DATA) }]), null);
  assert.equal(isOther(DATA, [{ document: "某规划（ffffffffffffffff）" }]), null); // another edition
  assert.equal(isOther(DATA, [{ document: "别的规划（ffffffffffffffff）" }]), "别的规划");
  assert.equal(isOther(DATA, [{ quote: "面积16亩" }]), null);
  assert.equal(isOther(DATA, [{ quote: "不在这里" }]), "");
});
