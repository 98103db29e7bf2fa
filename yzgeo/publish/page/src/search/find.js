// Search by name in either language, by pinyin or its first letters.

const KINDS = ["zone", "park", "owner", "industry", "project", "cluster", "target", "plan"];
/** Three letters or more that are not Latin: shorter ones would stand in any name, in their order. */
const SHORTENED = /^[\u0080-\uffff]{3,}$/;
const LATIN = /^[a-z0-9]+$/;
/** Ranks of a match: the smaller, the better. */
const FIT = { begins: 0, holds: 2, spelled: 4, spelledWithin: 5, shortened: 7, words: 10, held: 40 };

/**
 * Chinese input methods type figures and letters full-width: both sides are compared in their plain form.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize("NFKC").toLowerCase();
}

/**
 * Whether letters spell the syllables from `from` on, each by one or more of its first letters: ryzg, riyue, ryuezg.
 * @param {string[]} syllables @param {string} query @param {number} from
 * @returns {boolean}
 */
export function spells(syllables, query, from) {
  if (!query) return true;
  if (from >= syllables.length) return false;
  const syllable = syllables[from];
  for (let length = Math.min(syllable.length, query.length); length > 0; length--) {
    const fits = syllable.slice(0, length) === query.slice(0, length);
    if (fits && spells(syllables, query.slice(length), from + 1)) return true;
  }
  return false;
}

/**
 * Whether a name has these characters in this order, others between: 明州核心区 is 明州经济开发区核心区, as the map says.
 * @param {string} term @param {string} query
 */
export function shortens(term, query) {
  let next = 0;
  for (let at = 0; at < term.length && next < query.length; at++) if (term[at] === query[next]) next++;
  return next === query.length;
}

const FIGURE = /^[\d.,%]+$/;

/**
 * Where a term has what was typed; a figure is no part of another: 2.0 is not in 22.0%.
 * @param {string} term @param {string} query
 */
function placeIn(term, query) {
  if (!FIGURE.test(query)) return term.indexOf(query);
  let at = term.indexOf(query);
  while (at > 0 && /[\d.,]/.test(term[at - 1])) at = term.indexOf(query, at + 1);
  return at;
}

/**
 * The rank of a subject for the whole query; Infinity without a match.
 * @param {Searched} subject @param {string} query @param {string} letters
 */
function fitWhole(subject, query, letters) {
  let best = Infinity;
  subject.terms.map(folded).forEach((term, index) => {
    const at = placeIn(term, query);
    if (at >= 0) best = Math.min(best, (at ? FIT.holds : FIT.begins) + index / 100);
    else if (SHORTENED.test(query) && shortens(term, query)) best = Math.min(best, FIT.shortened + index / 100);
  });
  if (best < Infinity || !LATIN.test(letters)) return best;
  subject.syllables.forEach((spelled, index) => {
    const syllables = spelled.split(" ");
    const from = syllables.findIndex((_, start) => spells(syllables, letters, start));
    if (from >= 0) best = Math.min(best, (from ? FIT.spelledWithin : FIT.spelled) + index / 100);
  });
  return best;
}

/**
 * The rank of a subject for a query of several words, each of which must match.
 * @param {Searched} subject @param {string} query @param {string} letters
 */
function fit(subject, query, letters) {
  const best = fitWhole(subject, query, letters);
  const words = query.split(/\s+/);
  if (best < Infinity || words.length < 2) return best;
  return FIT.words + Math.max(...words.map((word) => fitWhole(subject, word, word.replace(/'/g, ""))));
}

/** @typedef {{terms: string[], syllables: string[]}} Searched */

/**
 * The keys of all subjects that fit what was typed, the best first.
 * @param {string} text @param {Record<Key, Searched>} subjects
 * @param {Record<string, Key[]>} order the keys of each kind, as the plan has them
 * @returns {Key[]}
 */
export function find(text, subjects, order) {
  const keys = KINDS.reduce((/** @type {Key[]} */ all, kind) => all.concat(order[kind] || []), []);
  return ranked(
    text,
    keys.map((key) => ({ key, terms: subjects[key].terms, syllables: subjects[key].syllables })),
  );
}

/**
 * The keys of those that fit what was typed, the best first: by their names, then those that only hold it in their words.
 * @param {string} text @param {(Searched & {key: string, words?: string})[]} things
 * @returns {string[]}
 */
export function ranked(text, things) {
  const query = folded(text.trim());
  const letters = query.replace(/[\s']/g, "");
  if (!query) return [];
  /** @param {Searched & {words?: string}} thing */
  const fitOf = (thing) => {
    const best = fit(thing, query, letters);
    const isHeld = best === Infinity && query.length > 1 && thing.words && placeIn(folded(thing.words), query) >= 0;
    return isHeld ? FIT.held : best;
  };
  return things
    .map((thing, index) => ({ key: thing.key, index, fit: fitOf(thing) }))
    .filter((hit) => hit.fit < Infinity)
    .sort((a, b) => a.fit - b.fit || a.index - b.index)
    .map((hit) => hit.key);
}
