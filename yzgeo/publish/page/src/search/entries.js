// What is found beside the plan's things: towns on the map, rules, figures, and the clauses with their words.
import { hasOwn } from "../own.js";

/**
 * @typedef {object} Entry
 * @property {"town" | "rule" | "figure" | "clause"} kind
 * @property {string} key
 * @property {Both} name
 * @property {string[]} terms
 * @property {string[]} syllables
 * @property {string} words the text that is searched for what is typed, folded
 * @property {Both} [note] beside its name
 * @property {[number, number]} [at] latitude and longitude
 * @property {string} [clause]
 * @property {string} [rule]
 */

/** @param {PageData} data @returns {Entry[]} */
export function entriesOf(data) {
  return [...towns(data), ...rules(data), ...figures(data), ...clauses(data)];
}

/** The towns of the ground and the places of the plan, each name once. @param {PageData} data @returns {Entry[]} */
function towns({ ground, places, spelled: syllablesOf }) {
  /** @type {Map<string, Entry>} */
  const found = new Map();
  const named = [
    ...(ground?.layers.towns?.features || []).flatMap(({ name, at }) => (name ? [{ name, at }] : [])),
    ...places.map(({ name, lat, lon }) => ({ name, at: /** @type {[number, number]} */ ([lat, lon]) })),
  ];
  for (const { name, at } of named) {
    if (found.has(name.zh)) continue;
    const spelled = name.en.toLowerCase();
    const terms = [name.zh, name.en, spelled.replace(/\s/g, "")];
    const syllables = hasOwn(syllablesOf, name.zh) ? [syllablesOf[name.zh]] : [];
    found.set(name.zh, { kind: "town", key: `town:${name.zh}`, name, terms, syllables, words: "", at });
  }
  return [...found.values()];
}

/** @param {PageData} data @returns {Entry[]} */
function rules(data) {
  return data.rules.map(({ rule, title }) => {
    const terms = [title.zh, title.en, rule];
    return { kind: "rule", key: `rule:${rule}`, name: title, terms, syllables: [], words: "", rule };
  });
}

/** @param {PageData} data @returns {Entry[]} */
function figures(data) {
  return data.figures.map(({ name, value, also, clause }, index) => {
    const terms = [name.zh, name.en, ...also];
    return { kind: "figure", key: `figure:${index}`, name, note: value, terms, syllables: [], words: "", clause };
  });
}

/** @param {PageData} data @returns {Entry[]} */
function clauses({ clauses: all, clause_order: order, cell }) {
  return order.map((clause) => {
    const { en, heading, text } = all[clause];
    const words = `${heading} ${text}`.split(cell).join(" ");
    return {
      kind: "clause",
      key: `clause:${clause}`,
      name: { zh: clause, en },
      terms: [clause, en, clause.replace(/\s/g, "")], // whoever types a label leaves out its blanks
      syllables: [],
      words,
      clause,
    };
  });
}
