// A text cut where marks begin and end.

/** @typedef {{start: number, end: number, kind: "this" | "other" | "differs" | "misprint"}} Mark */
/** @typedef {{text: string, kinds: Set<Mark["kind"]>, ends: Set<Mark["kind"]>}} Piece */

/**
 * The pieces of a part of a text, in their order: together they are that part, letter by letter.
 * @param {string} text @param {Mark[]} marks that may overlap @param {number} [from] @param {number} [to]
 * @returns {Piece[]}
 */
export function pieces(text, marks, from = 0, to = text.length) {
  const cuts = new Set([from, to]);
  for (const { start, end } of marks) {
    if (start > from && start < to) cuts.add(start);
    if (end > from && end < to) cuts.add(end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((start, index) => {
    const end = at[index + 1];
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const last = over.filter((mark) => mark.end === end);
    const names = (/** @type {Mark[]} */ some) => new Set(some.map((mark) => mark.kind));
    return { text: text.slice(start, end), kinds: names(over), ends: names(last) };
  });
}

/**
 * Where the cells of a row begin and end in its text, without the blanks around them.
 * @param {string} text @param {string} cell what parts them
 * @returns {Span[]}
 */
export function cellSpans(text, cell) {
  let start = 0;
  return text.split(cell).map((words) => {
    const from = start + (words.length - words.trimStart().length);
    const to = Math.max(from, start + words.trimEnd().length);
    start += words.length + cell.length;
    return /** @type {Span} */ ([from, to]);
  });
}
