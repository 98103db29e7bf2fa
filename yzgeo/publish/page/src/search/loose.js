// What was meant where nothing is called as it was typed: a letter wrong, a character wrong.
import MiniSearch from "minisearch";
import { folded } from "./find.js";

const SHARE = 0.6; // of the parts of what was typed that must be met
const LEAST_LETTERS = 4;
const OFF = 0.25; // of the letters of a word that may be wrong
const LATIN = /^[a-z0-9]+$/;

/**
 * Words of Latin letters, and of Chinese each pair of neighbours.
 * @param {string} text @returns {string[]}
 */
export function parts(text) {
  return (folded(text).match(/[a-z0-9]+|[\u3400-\u9fff]+/g) || []).flatMap((run) => {
    if (LATIN.test(run) || run.length < 2) return [run];
    return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  });
}

const CHINESE = /^[\u3400-\u9fff]{2,}$/;

/**
 * Whether a name has what was typed but for one character: 日月重工 for 日月中工. Of two characters the first must be right
 * and stand first.
 * @param {string} term @param {string} query
 */
export function isOneOff(term, query) {
  const last = query.length === 2 ? Math.min(0, term.length - 2) : term.length - query.length;
  for (let from = 0; from <= last; from++) {
    let wrong = 0;
    for (let at = 0; at < query.length && wrong < 2; at++) if (term[from + at] !== query[at]) wrong += 1;
    if (wrong === 1 && (query.length > 2 || term[from] === query[0])) return true;
  }
  return false;
}

/**
 * @param {{key: string, terms: string[], syllables: string[]}[]} things
 * @returns {(text: string) => string[]} the keys that come near to what is typed, the nearest first
 */
export function makeLoose(things) {
  const index = new MiniSearch({ fields: ["text"], tokenize: parts, processTerm: (term) => term });
  index.addAll(
    things.map(({ key, terms, syllables }) => {
      const spelled = syllables.map((one) => one.replace(/\s/g, ""));
      return { id: key, text: [...terms, ...spelled].join("\n") };
    }),
  );
  const names = things.map(({ key, terms }) => ({ key, terms: terms.map(folded) }));
  return (text) => {
    const query = folded(text.trim());
    const found = near(text);
    const misspelt = CHINESE.test(query)
      ? names.filter(({ terms }) => terms.some((term) => isOneOff(term, query)))
      : [];
    return [...new Set([...misspelt.map(({ key }) => key), ...found])];
  };

  /** @param {string} text @returns {string[]} */
  function near(text) {
    const wanted = new Set(parts(text)).size;
    /** @param {string} term */
    const fuzzy = (term) => (LATIN.test(term) && term.length >= LEAST_LETTERS ? OFF : false);
    return index
      .search(text, { fuzzy, prefix: (term) => LATIN.test(term) && term.length >= LEAST_LETTERS })
      .filter(({ queryTerms }) => new Set(queryTerms).size >= SHARE * wanted)
      .map(({ id }) => id);
  }
}
