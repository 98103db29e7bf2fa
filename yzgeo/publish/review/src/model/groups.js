// Questions that are alike: the same is asked for the same reason, with the same answers to choose from.

/** @param {ReviewQuestion} question */
const nameOf = ({ kind, why, options, row }) =>
  [kind, why.zh, row.table, row.column, ...options.map(({ number, value }) => `${number} ${value}`)].join("\x1f");

/**
 * The ids of the questions that are alike, by the id of each; a question without a like has no entry.
 * @param {ReviewQuestion[]} questions
 * @returns {Map<string, string[]>}
 */
export function groupsOf(questions) {
  /** @type {Map<string, string[]>} */
  const byName = new Map();
  for (const one of questions) {
    if (!one.options.length) continue;
    const name = nameOf(one);
    byName.set(name, [...(byName.get(name) || []), one.id]);
  }
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const ids of byName.values()) if (ids.length > 1) for (const id of ids) groups.set(id, ids);
  return groups;
}
