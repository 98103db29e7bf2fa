// Wordings of several places lined up, so that what differs shows.
import { diffArrays, diffChars } from "diff";

const ALIKE = 0.4;

/**
 * Items of several rows in columns: what two rows share stands in one column, what differs beside each other.
 * @param {string[][]} rows
 * @returns {(string | null)[][]} the columns, each with the item of every row
 */
export function columns(rows) {
  /** @type {(string | null)[][]} */
  const first = (rows[0] || []).map((item) => [item]);
  return rows.slice(1).reduce(addRow, first);
}

/**
 * Columns with one row more.
 * @param {(string | null)[][]} lined @param {string[]} row @param {number} above how many rows the columns have but one
 */
function addRow(lined, row, above) {
  const heads = lined.map((column) => column.find((item) => item !== null) || "");
  /** @type {(string | null)[][]} */
  const next = [];
  /** @type {(string | null)[][]} columns of what the row has not, which what it has instead may stand in */
  let free = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays(heads, row)) {
    const those = added
      ? value.slice(free.length).map((item) => [...Array(above + 1).fill(null), item])
      : value.map((item) => [...lined[at++], removed ? null : item]);
    if (added) for (const [number, column] of free.slice(0, value.length).entries()) column[above + 1] = value[number];
    free = removed ? those : [];
    next.push(...those);
  }
  return next;
}

/**
 * Which letters of two wordings the other lacks; null where they are too unlike for that to say anything.
 * @param {string} one @param {string} other
 * @returns {[Span[], Span[]] | null}
 */
export function differing(one, other) {
  /** @type {[Span[], Span[]]} */
  const spans = [[], []];
  let [inOne, inOther, shared] = [0, 0, 0];
  for (const { value, added, removed } of diffChars(one, other)) {
    const { length } = value;
    if (removed) spans[0].push([inOne, inOne + length]);
    else if (added) spans[1].push([inOther, inOther + length]);
    else shared += length;
    if (!added) inOne += length;
    if (!removed) inOther += length;
  }
  return shared >= ALIKE * Math.max(one.length, other.length) ? spans : null;
}

/**
 * For each wording the letters in which it differs from its neighbour; null for all of them.
 * @param {string[]} wordings
 * @returns {(Span[] | null)[]}
 */
export function differences(wordings) {
  if (wordings.length !== 2) return wordings.map(() => null);
  return differing(wordings[0], wordings[1]) || [null, null];
}
