// The marks of a clause: which words were read, as what, and how sure that is.

/** What is less sure is seen first. @type {ReviewStatus[]} */
const RANK = ["guess", "differ", "likely", "sure", "unread"];

/** @param {ReviewStatus} one @param {ReviewStatus} other */
const graver = (one, other) => (RANK.indexOf(one) <= RANK.indexOf(other) ? one : other);

/**
 * The marks of each clause. Cells of one row that touch, or have the same words, are one mark.
 * @param {ReviewData} data @param {(cell: ReviewCell) => string} rowIdOf @param {Set<string>} differing ids of cells
 * @returns {ReviewMark[][]}
 */
export function marksOf(data, rowIdOf, differing) {
  /** @type {RowMark[][]} */
  const all = data.clauses.map(() => []);
  const asked = new Set();
  for (const cell of data.candidates) {
    if (cell.start >= cell.end) continue; // it stands in the head of its table
    if (cell.question) asked.add(cell.question);
    const status = differing.has(cell.id) && cell.certainty === "sure" ? "differ" : cell.certainty;
    all[cell.at].push({
      ...mark(cell.id, cell, cell.kind, status),
      question: cell.question || null,
      row: rowIdOf(cell),
      columns: [cell.column],
    });
  }
  for (const question of data.questions) {
    if (asked.has(question.id)) continue;
    const span = standing(question);
    if (span)
      all[span.at].push({
        ...mark(question.id, span, question.kind, "guess"),
        question: question.id,
        row: "",
        columns: [],
      });
  }
  for (const span of data.unread)
    all[span.at].push({ ...mark(unreadId(span), span, "unread", "unread"), row: "", columns: [] });
  return all.map(joined);
}

/** Where a question's words stand; null for one that is about no words. @param {ReviewQuestion} question @returns {ReviewSpan | null} */
export function standing({ at, start, end }) {
  return typeof at === "number" && start !== null && end !== null ? { at, start, end } : null;
}

/** @typedef {ReviewMark & {row: string, columns: string[]}} RowMark */

/** @param {ReviewSpan} span */
export const unreadId = (span) => `unread-${span.at}-${span.start}`;

/** @param {string} id @param {ReviewSpan} span @param {string} kind @param {ReviewStatus} status @returns {ReviewMark} */
function mark(id, { start, end }, kind, status) {
  return { id, start, end, kind, status, ids: [id], question: null };
}

/** @param {RowMark[]} marks @returns {ReviewMark[]} */
function joined(marks) {
  const sorted = [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  /** @type {RowMark[]} */
  const result = [];
  for (const one of sorted) {
    const last = result[result.length - 1];
    const isSame = last && last.start === one.start && last.end === one.end;
    const isOther = last && !one.columns.some((column) => last.columns.includes(column)); // two industries are two marks
    const isNext = isOther && last.row && last.row === one.row && one.start <= last.end;
    if (isSame || isNext) {
      last.end = Math.max(last.end, one.end);
      last.ids.push(one.id);
      last.columns.push(...one.columns);
      last.question = last.question || one.question;
      last.kind = last.status === "unread" ? one.kind : last.kind;
      last.status = graver(last.status, one.status);
    } else result.push({ ...one, ids: [...one.ids], columns: [...one.columns] });
  }
  return result.map(({ row: _, columns: __, ...rest }) => rest);
}

/**
 * The marks that are drawn in a clause, in their order: of marks that overlap, the inner one.
 * @param {ReviewMark[]} marks @param {(mark: ReviewMark) => boolean} [isShown]
 */
export function drawn(marks, isShown = () => true) {
  const inner = marks.filter(isShown).sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  /** @type {ReviewMark[]} */
  const taken = [];
  for (const one of inner)
    if (taken.every((other) => one.end <= other.start || other.end <= one.start)) taken.push(one);
  return taken.sort((a, b) => a.start - b.start);
}

/**
 * The words from one place to another, cut where marks begin and end.
 * @param {string} text @param {ReviewMark[]} marks that do not overlap @param {number} [from] @param {number} [until]
 * @returns {{text: string, mark: ReviewMark | null}[]}
 */
export function pieces(text, marks, from = 0, until = text.length) {
  /** @type {{text: string, mark: ReviewMark | null}[]} */
  const result = [];
  let place = from;
  for (const one of marks) {
    const start = Math.max(one.start, from);
    const end = Math.min(one.end, until);
    if (start >= end) continue;
    if (start > place) result.push({ text: text.slice(place, start), mark: null });
    result.push({ text: text.slice(start, end), mark: one });
    place = end;
  }
  if (place < until) result.push({ text: text.slice(place, until), mark: null });
  return result;
}

const BAR = /\s*[\t｜]\s*/;

/**
 * Where each cell of a table row stands in the text of its clause, in which bars or tabs part those that are not blank.
 * @param {ReviewClause} clause
 * @returns {[number, number][]}
 */
export function cellSpans({ text, cells = [] }) {
  let place = 0;
  return cells.map((cell) => {
    if (!cell.trim()) return [place, place];
    const bar = text.slice(place).match(BAR);
    const end = bar ? place + (bar.index || 0) : text.length;
    /** @type {[number, number]} */
    const span = [place, end];
    place = bar ? end + bar[0].length : text.length;
    return span;
  });
}
