// What is found beside the plan's things: towns on the map, rules, and the clauses with their words.

/**
 * @typedef {object} Entry
 * @property {"town" | "rule" | "clause"} kind
 * @property {string} key
 * @property {Both} name
 * @property {string[]} terms
 * @property {string[]} syllables
 * @property {string} words the text that is searched for what is typed, folded
 * @property {[number, number]} [at] latitude and longitude
 * @property {string} [clause]
 * @property {string} [rule]
 */

/** @param {PageData} data @returns {Entry[]} */
export function entriesOf(data) {
  return [...towns(data), ...rules(data), ...clauses(data)];
}

/** The towns of the ground and the places of the plan, each name once. @param {PageData} data @returns {Entry[]} */
function towns({ ground, places }) {
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
    found.set(name.zh, { kind: "town", key: `town:${name.zh}`, name, terms, syllables: [], words: "", at });
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
function clauses({ clauses: all, clause_order: order, cell }) {
  return order.map((clause) => {
    const { en, heading, text } = all[clause];
    const words = `${heading} ${text}`.split(cell).join(" ");
    return {
      kind: "clause",
      key: `clause:${clause}`,
      name: { zh: clause, en },
      terms: [clause, en],
      syllables: [],
      words,
      clause,
    };
  });
}
