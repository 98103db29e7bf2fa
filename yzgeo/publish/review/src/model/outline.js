// The outline of the document: its headings, with the questions that are open under each.

/**
 * @param {ReviewData} data
 * @returns {{at: number, title: string, level: number}[]}
 */
export function outlineOf(data) {
  /** @type {{at: number, title: string, level: number}[]} */
  const entries = [];
  /** @type {number | undefined} */
  let table;
  data.clauses.forEach((clause, at) => {
    const isTable = clause.table !== undefined;
    const isNew = isTable && clause.table !== table;
    if (isTable) table = clause.table;
    const line = `${clause.label || ""}${clause.text}`.trim().split("\n", 1)[0];
    if (isNew && (clause.table_title || clause.kind === "heading"))
      entries.push({ at, title: clause.table_title || line, level: 2 });
    else if (!isTable && clause.kind === "heading") entries.push({ at, title: line, level: levelOf(clause) });
  });
  if (!entries.length || entries[0].at > 0) entries.unshift({ at: 0, title: "", level: 1 });
  return entries;
}

/** A heading is under as many others as its path names. @param {ReviewClause} clause */
function levelOf({ heading, level }) {
  if (level) return Math.min(3, level);
  return heading ? 2 : 1;
}

/** The place of the last entry that begins at or before a clause. @param {{at: number}[]} entries @param {number} at */
export function entryAt(entries, at) {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (entries[middle].at <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * How many questions are open under each entry.
 * @param {{at: number}[]} entries @param {ReviewQuestion[]} questions @param {(id: string) => boolean} isDone
 */
export function openCounts(entries, questions, isDone) {
  const counts = entries.map(() => 0);
  for (const one of questions) {
    if (!isDone(one.id)) counts[entryAt(entries, one.at || 0)] += 1;
  }
  return counts;
}
