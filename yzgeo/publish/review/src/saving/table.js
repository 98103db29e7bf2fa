// The table of questions as it is saved, and as it comes back.
import { hasOwn } from "../../../page/src/own.js";

const NEEDED = ["question_id", "quote", "answer"];
const KEY = /（([0-9a-f]{16})）$/;

/** What the file says of its document: title and key. @param {ReviewData} data */
export const nameOf = ({ document }) => `${document.title}（${document.key}）`;

/**
 * Head and rows of the file: all questions, then the cells that the reader changed.
 * @param {ReviewData} data @param {ReviewAnswers} answers
 * @returns {string[][]}
 */
export function whole(data, answers) {
  const asked = data.questions.map(({ id, row }) => ({ ...row, ...answered(answers, id) }));
  const cells = data.candidates.filter(({ id }) => hasOwn(answers, id));
  const changed = cells.map((cell) => ({ ...cellRow(data, cell), ...answered(answers, cell.id) }));
  const rows = [...asked, ...changed].map((/** @type {Record<string, string>} */ row) => ({
    ...row,
    document: nameOf(data),
  }));
  return [
    data.columns,
    ...rows.map((/** @type {Record<string, string>} */ row) => data.columns.map((name) => row[name] || "")),
  ];
}

/** @param {ReviewAnswers} answers @param {string} id */
function answered(answers, id) {
  return hasOwn(answers, id) ? answers[id] : { answer: "", note: "", time: "" };
}

/** @param {ReviewData} data @param {ReviewCell} cell @returns {Record<string, string>} */
function cellRow(data, cell) {
  const { text, clause } = data.clauses[cell.at];
  /** Characters, as the program counts them. @param {number} place */
  const characters = (place) => String([...text.slice(0, place)].length);
  return {
    question_id: cell.id,
    kind: cell.kind,
    question_zh: `改动草稿：${cell.key.join(" ")} ${cell.column} ${cell.value}`,
    question_en: `Draft changed: ${cell.key.join(" ")} ${cell.column} ${cell.value}`,
    quote: cell.quote,
    clause,
    start: characters(cell.start),
    end: characters(cell.end),
    table: cell.table,
    key: cell.key.join("|"),
    column: cell.column,
  };
}

/**
 * The rows of a table by column, without the marks against formulas.
 * @param {string[][]} cells @param {RegExp} formula
 */
export function byColumn(cells, formula) {
  const heads = (cells[0] || []).map((name) => name.trim());
  const missing = NEEDED.filter((name) => !heads.includes(name));
  const rows = cells.slice(1).map((row) => {
    const texts = heads.map((_, number) => (row[number] || "").trim());
    return Object.fromEntries(heads.map((name, number) => [name, unmarked(texts[number], formula)]));
  });
  return { rows, missing };
}

/** @param {string} text @param {RegExp} formula */
function unmarked(text, formula) {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * The name of the other document that rows belong to, "" where it is not known; null for this document. Another edition
 * of it, with the same title or with a quote that stands here, is this document.
 * @param {ReviewData} data @param {Record<string, string>[]} rows
 * @returns {string | null}
 */
export function isOther(data, rows) {
  const named = rows.map((row) => row.document || "").find(Boolean) || "";
  const key = named.match(KEY)?.[1];
  const title = named.replace(KEY, "");
  if (key === data.document.key || (title && title === data.document.title)) return null;
  if (title) return title;
  const isHere = rows.some((row) => row.quote && data.clauses.some(({ text }) => text.includes(row.quote)));
  return rows.length && !isHere ? "" : null;
}
