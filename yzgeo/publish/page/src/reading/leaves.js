// What stands on which page: the passages of a finding with what is printed around them.

/** @typedef {{page: string, clauses: string[], hits: Set<string>, isTable: boolean}} Leaf */

const AROUND = 1;

/** @param {PageData} data @param {string} clause */
export function isRow(data, clause) {
  const { text, page } = data.clauses[clause];
  return page !== clause && text.includes(data.cell);
}

/**
 * The pages of a finding, those that say most of it first: each has all parts of a clause or rows of a table; a clause
 * without parts has its neighbours.
 * @param {PageData} data @param {Finding} finding
 * @returns {Leaf[]}
 */
export function leavesOf(data, finding) {
  const order = data.clause_order;
  /** @type {Map<string, Leaf & {weight: number}>} */
  const leaves = new Map();
  const found = finding.places.map((place) => place.clause);
  const held = new Set(finding.compared.flatMap((group) => group.rows.map((row) => row.clause)));
  for (const { clause, spans } of finding.places) {
    const { page } = data.clauses[clause];
    let leaf = leaves.get(page);
    if (!leaf) {
      const parts = order.filter((one) => data.clauses[one].page === page);
      const clauses = parts.length > 1 ? parts : around(order, clause, found);
      leaf = { page, clauses, hits: new Set(), isTable: parts.some((one) => isRow(data, one)), weight: 0 };
      leaves.set(page, leaf);
    }
    leaf.hits.add(clause);
    leaf.weight = Math.max(leaf.weight, (held.has(clause) ? 2 : 0) + (spans.length ? 1 : 0));
  }
  return [...leaves.values()].sort((a, b) => b.weight - a.weight);
}

/** A clause with those before and after it that have no page of their own. @param {string[]} order @param {string} clause @param {string[]} found */
function around(order, clause, found) {
  const at = order.indexOf(clause);
  const near = order.slice(Math.max(0, at - AROUND), at + AROUND + 1);
  return near.filter((one) => one === clause || !found.includes(one));
}

/**
 * The clauses of a page that paper has room for: those found and their neighbours.
 * @param {Leaf} leaf @returns {string[]}
 */
export function nearHits({ clauses, hits }) {
  return clauses.filter((_, at) =>
    clauses.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((one) => hits.has(one)),
  );
}

/**
 * All clauses of the plan, page by page, in their order.
 * @param {PageData} data
 * @returns {Leaf[]}
 */
export function allLeaves(data) {
  /** @type {Map<string, Leaf>} */
  const leaves = new Map();
  for (const clause of data.clause_order) {
    const { page } = data.clauses[clause];
    const leaf = leaves.get(page) || { page, clauses: [], hits: new Set(), isTable: false };
    leaf.clauses.push(clause);
    leaf.isTable = leaf.isTable || isRow(data, clause);
    leaves.set(page, leaf);
  }
  return [...leaves.values()];
}

/**
 * The findings that point at each clause, in their order.
 * @param {PageData} data
 * @returns {Map<string, Finding[]>}
 */
export function findingsByClause(data) {
  /** @type {Map<string, Finding[]>} */
  const by = new Map();
  for (const finding of data.findings) {
    for (const { clause } of finding.places) {
      const those = by.get(clause);
      if (!those) by.set(clause, [finding]);
      else if (!those.includes(finding)) those.push(finding);
    }
  }
  return by;
}

/**
 * What a page is called: the first line of its clause that is a heading, without its number where the label has it.
 * @param {Clause} clause
 */
export function titleOf({ text, heading }) {
  const first = text.split("\n")[0].trim();
  const sentence = first.indexOf("。");
  const words = sentence > 0 ? first.slice(0, sentence) : first;
  if (words.length <= 40) return words;
  const last = heading.split(/\s+/).pop() || "";
  return last;
}
