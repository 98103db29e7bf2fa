// Whether words stand in the document: only what does is taken as a value.

/** Text as it is compared: full-width forms as the plain ones, without blanks. @param {string} text */
const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "");

/** @type {WeakMap<ReviewClause[], string[]>} */
const compared = new WeakMap();

/** @param {ReviewClause[]} clauses */
function plainTexts(clauses) {
  const known = compared.get(clauses) || clauses.map(({ text }) => plain(text));
  compared.set(clauses, known);
  return known;
}

/**
 * The first clause in which a value stands; of a question about a clause only that one counts. -1 for none. A number
 * stands by itself: 6 does not stand in 16.
 * @param {ReviewClause[]} clauses @param {string} value @param {number | null} [only]
 */
export function standsAt(clauses, value, only = null) {
  const wanted = plain(value);
  if (!wanted) return -1;
  const texts = plainTexts(clauses);
  if (only !== null) return stands(texts[only], wanted) ? only : -1;
  return texts.findIndex((text) => stands(text, wanted));
}

/** @param {string} text @param {string} wanted */
function stands(text, wanted) {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + wanted.length, at + wanted.length + 2);
    const isCutBefore = /^[\d.]/.test(wanted) && /\d[.,]?$/.test(before);
    const isCutAfter = /\d$/.test(wanted) && /^([.,]?\d)/.test(after);
    if (!isCutBefore && !isCutAfter) return true;
  }
  return false;
}
