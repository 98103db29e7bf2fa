import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf, openWords } from "../../yzgeo/publish/preview/src/command.js";

/** @param {string} word @param {string | null} code @param {string} certainty */
const word = (word, code, certainty) => ({
  word,
  code,
  certainty,
  options: { recovered: `--status ${word}=recovered`, identified: `--status ${word}=identified` },
});
const DATA = /** @type {PreviewData} */ (
  /** @type {unknown} */ ({
    command: "yzgeo import",
    words: [word("done", "recovered", "sure"), word("sold", "recovered", "likely"), word("__proto__", null, "unknown")],
  })
);

test("a known word needs no option, a guess is written down, an unknown word is open", () => {
  assert.equal(commandOf(DATA, {}), "yzgeo import --status sold=recovered");
  assert.deepEqual(openWords(DATA, {}), [DATA.words[2]]);
});

test("an answer closes its word, whatever the word is called", () => {
  const answers = { 2: "identified" };
  assert.deepEqual(openWords(DATA, answers), []);
  assert.equal(commandOf(DATA, answers), "yzgeo import --status sold=recovered --status __proto__=identified");
});

test("rows that are to count nothing get no option, and a word may be said to mean something else", () => {
  assert.equal(commandOf(DATA, { 2: "" }), "yzgeo import --status sold=recovered");
  assert.equal(
    commandOf(DATA, { 0: "identified", 1: "identified" }),
    "yzgeo import --status done=identified --status sold=identified",
  );
});
