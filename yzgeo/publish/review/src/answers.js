// What the answers amount to: what is open, what is not saved, and files that come back.
import { hasOwn } from "../../page/src/own.js";

/** @param {ReviewAnswer} one @param {ReviewAnswer} other */
export function isSame(one, other) {
  return ["answer", "value", "unit", "note"].every(
    (name) => one[/** @type {keyof ReviewAnswer} */ (name)] === other[/** @type {keyof ReviewAnswer} */ (name)],
  );
}

/** @param {ReviewAnswers} answers @param {ReviewQuestion[]} questions */
export function counted(answers, questions) {
  const done = questions.filter(({ id }) => hasOwn(answers, id)).length;
  return { done, open: questions.length - done };
}

/** How many answers are not in the file that was saved last. @param {Pick<ReviewState, "answers" | "saved">} state */
export function unsaved({ answers, saved }) {
  let count = 0;
  for (const id of Object.keys(answers))
    if (!hasOwn(saved, id) || saved[id] !== JSON.stringify(answers[id])) count += 1;
  for (const id of Object.keys(saved)) if (!hasOwn(answers, id)) count += 1;
  return count;
}

/** The answers as they are saved. @param {ReviewAnswers} answers */
export function asSaved(answers) {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, JSON.stringify(answer)]));
}

/**
 * The next question in a direction, from one; those that are open where `isWanted` says so. Goes round once.
 * @param {ReviewQuestion[]} questions @param {string | null} from @param {1 | -1} way @param {(id: string) => boolean} isWanted
 */
export function beside(questions, from, way, isWanted) {
  const count = questions.length;
  const at = questions.findIndex(({ id }) => id === from);
  const begin = at < 0 ? (way > 0 ? -1 : 0) : at;
  for (let step = 1; step <= count; step += 1) {
    const { id } = questions[(((begin + way * step) % count) + count) % count];
    if (id !== from && isWanted(id)) return id;
  }
  return null;
}

/**
 * Answers with one step taken, and what undo needs to go back.
 * @param {ReviewAnswers} answers @param {[string, ReviewAnswer | null][]} changes
 * @returns {{answers: ReviewAnswers, before: [string, ReviewAnswer | null][]}}
 */
export function changed(answers, changes) {
  const next = { ...answers };
  /** @type {[string, ReviewAnswer | null][]} */
  const before = [];
  for (const [id, answer] of changes) {
    before.push([id, hasOwn(answers, id) ? answers[id] : null]);
    if (answer) next[id] = answer;
    else delete next[id];
  }
  return { answers: next, before };
}

/** A text as it is told apart from others. @param {string} text */
const plain = (text) => text.replace(/\s+/g, "");

/**
 * The answers of a file beside those given here. A row counts where its question and its quote are those of this page;
 * with another id, where exactly one question has its quote, table and column.
 * @param {ReviewData} data @param {ReviewAnswers} answers @param {Record<string, string>[]} rows
 */
export function merged(data, answers, rows) {
  /** @type {[string, ReviewAnswer][]} */
  const added = [];
  /** @type {ReviewConflict[]} */
  const conflicts = [];
  /** @type {Record<string, string>[]} */
  const left = [];
  let same = 0;
  const find = finder(data);
  for (const row of rows) {
    if (!row.answer) continue;
    const id = find(row);
    const { answer, value = "", unit = "", note = "", time = "" } = row;
    const theirs = { answer, value, unit, note, time };
    if (!id) left.push(row);
    else if (!hasOwn(answers, id)) added.push([id, theirs]);
    else if (isSame(answers[id], theirs)) same += 1;
    else conflicts.push({ id, own: answers[id], theirs });
  }
  return { added, conflicts, left, same };
}

/** @param {ReviewData} data */
function finder(data) {
  const questions = new Map(data.questions.map((one) => [one.id, one]));
  const cells = new Map(data.candidates.map((one) => [one.id, one]));
  /** A number means the options it was chosen of. @param {ReviewQuestion} one @param {Record<string, string>} row */
  const fits = (one, row) =>
    plain(one.row.quote) === plain(row.quote || "") &&
    (!/^[1-9]/.test(row.answer) || plain(one.row.options) === plain(row.options || ""));
  /** @param {Record<string, string>} row */
  return (row) => {
    const quote = plain(row.quote || "");
    const own = questions.get(row.question_id);
    if (own && fits(own, row)) return own.id;
    const cell = cells.get(row.question_id);
    if (cell) return plain(cell.quote) === quote ? cell.id : null;
    if (!quote) return null;
    const alike = data.questions.filter(
      (one) => fits(one, row) && one.row.table === row.table && one.row.column === row.column,
    );
    return alike.length === 1 ? alike[0].id : null;
  };
}
