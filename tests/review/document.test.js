import assert from "node:assert/strict";
import { test } from "node:test";
import { entryAt, openCounts, outlineOf } from "../../yzgeo/publish/review/src/model/outline.js";
import { standsAt } from "../../yzgeo/publish/review/src/model/proof.js";

/** @param {ReviewClause[]} clauses */
const data = (clauses) => /** @type {ReviewData} */ (/** @type {unknown} */ ({ clauses }));
/** @param {string} id @param {number | null} at */
const question = (id, at) => /** @type {ReviewQuestion} */ (/** @type {unknown} */ ({ id, at }));

test("a number stands by itself, whatever its width", () => {
  const clauses = ["另有１６平方公里", "投资 1,600 万元，1.6倍", "6个"].map((text) => ({
    clause: text,
    text,
    kind: "paragraph",
  }));
  assert.equal(standsAt(clauses, "16"), 0);
  assert.equal(standsAt(clauses, "6"), 2); // not in 16
  assert.equal(standsAt(clauses, "1"), -1);
  assert.equal(standsAt(clauses, "600"), -1);
  assert.equal(standsAt(clauses, "1,600"), 1);
  assert.equal(standsAt(clauses, "1.6"), 1);
  assert.equal(standsAt(clauses, ""), -1);
  assert.equal(standsAt(clauses, "平方公里", 0), 0);
  assert.equal(standsAt(clauses, "平方公里", 1), -1); // of a question about the second clause
});

test("open questions are counted under the heading before them", () => {
  const clauses = [
    ["甲", "heading"],
    ["乙", "paragraph"],
    ["丙", "heading"],
  ].map(([text, kind]) => ({ clause: text, text, kind }));
  const outline = outlineOf(data(clauses));
  assert.deepEqual(
    outline.map(({ at }) => at),
    [0, 2],
  );
  assert.equal(entryAt(outline, 1), 0);
  const questions = [question("a", 1), question("b", 2), question("c", null)];
  assert.deepEqual(
    openCounts(outline, questions, (id) => id === "b"),
    [2, 0],
  );
});

test("a table is in the outline once, by its title, without its head row", () => {
  const clauses = ["表1 指标\n名称 ｜ 数", "甲 ｜ 1", "乙 ｜ 2"].map((text, at) => ({
    clause: `${at}`,
    text,
    kind: at ? "row" : "heading",
    table: 0,
  }));
  assert.deepEqual(
    outlineOf(data(clauses)).map(({ title }) => title),
    ["表1 指标"],
  );
});
