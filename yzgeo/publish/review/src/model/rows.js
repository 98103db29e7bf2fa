// The rows of the draft: cells that are read together, in the order of the text.

/** A table whose row says one thing: its cells stay together. */
const SAYINGS = ["targets", "figures", "cluster_years", "actuals"];
/** The plan's own particulars. */
export const PARTICULARS = "datapackage";
/** What belongs to the cell before it: `area_unit` to `area`, `unit` to `value`. */
const COMPANION = /^(.+)_(unit|kind|qualifier|to)$/;
const HOW_LISTED = { label: "text", table_cell: "table" };

/** Columns that name a row. */
export const NAMING = ["name", "noun", "industry", "park", "words", "title"];
/** How the cells of a row follow each other, by what their columns are called. @type {[RegExp, number][]} */
const ORDER = [
  [/_qualifier$|^qualifier$/, 1],
  [/^(value|target|output|investment|area|new_land)$/, 2],
  [/_to$/, 3],
  [/^unit$|_unit$/, 4],
  [/^(year|target_year|phase)$/, 5],
];
const LAST = 6;

/** @param {string} column */
function rank(column) {
  if (NAMING.includes(column)) return 0;
  const known = ORDER.find(([pattern]) => pattern.test(column));
  return known ? known[1] : LAST;
}
/** Whether a cell is read without its column's name: what names the row, and what belongs to the cell before it. @param {string} column */
export const isPlain = (column) => rank(column) < 2 || [3, 4].includes(rank(column));

/** The column that a column belongs to. @param {string} column */
export function family(column) {
  const match = column.match(COMPANION);
  return match ? match[1] : column;
}

/** @param {string} table */
const isLink = (table) => table.startsWith("zone_");

/** What names the row that shows a cell. @param {ReviewCell} cell */
export function rowIdOf({ table, key, column, at }) {
  const parts = isLink(table)
    ? [table, key[0], at]
    : SAYINGS.includes(table)
      ? [table, ...key]
      : [table, ...key, family(column), at];
  return parts.join("\x1f");
}

/** What a cell is about: the zone, project or cluster; "" for what is said of all. @param {ReviewCell} cell */
function sectionOf({ table, key }) {
  if (table === PARTICULARS) return PARTICULARS;
  return SAYINGS.includes(table) ? "" : key[0] || "";
}

/**
 * The ids of cells that text and table list differently: what one has and the other lacks, or two values of one cell.
 * @param {ReviewCell[]} cells
 */
export function differing(cells) {
  /** @type {Set<string>} */
  const ids = new Set();
  /** @type {Map<string, ReviewCell[]>} */
  const lists = new Map();
  for (const cell of cells) {
    if (cell.certainty !== "sure") continue;
    const isListed = isLink(cell.table);
    if (isListed && !(cell.how in HOW_LISTED)) continue;
    const name = isListed
      ? `${cell.table}\x1f${cell.key[0]}\x1f${cell.column}`
      : [cell.table, ...cell.key, cell.column].join("\x1f");
    lists.set(name, [...(lists.get(name) || []), cell]);
  }
  for (const list of lists.values()) {
    const own = isLink(list[0].table) ? unlike(list) : contradictory(list);
    for (const cell of own) ids.add(cell.id);
  }
  return ids;
}

/** @param {ReviewCell[]} list */
function unlike(list) {
  const [text, table] = ["label", "table_cell"].map((how) => list.filter((cell) => cell.how === how));
  if (!text.length || !table.length) return [];
  /** @param {ReviewCell[]} others */
  const lacking = (others) => (/** @type {ReviewCell} */ cell) => !others.some(({ value }) => value === cell.value);
  return [...text.filter(lacking(table)), ...table.filter(lacking(text))];
}

/** @param {ReviewCell[]} list */
function contradictory(list) {
  return new Set(list.map(({ value }) => value)).size > 1 && new Set(list.map(({ at }) => at)).size > 1 ? list : [];
}

/**
 * The rows, in the order of the text.
 * @param {ReviewData} data @param {Set<string>} different
 * @returns {ReviewRow[]}
 */
export function rowsOf(data, different) {
  /** @type {Map<string, ReviewRow>} */
  const rows = new Map();
  for (const cell of data.candidates) {
    const id = rowIdOf(cell);
    const row = rows.get(id);
    if (row) row.cells.push(cell);
    else rows.set(id, newRow(id, cell));
  }
  const all = [...rows.values()];
  for (const row of all) {
    row.status = statusOf(row, different);
    row.cells.sort((a, b) => rank(a.column) - rank(b.column));
  }
  return all;
}

/** @param {string} id @param {ReviewCell} cell @returns {ReviewRow} */
function newRow(id, cell) {
  const { kind, at, start, table } = cell;
  return { id, cells: [cell], kind, status: "sure", at, start, section: sectionOf(cell), tables: [table] };
}

/** @param {ReviewRow} row @param {Set<string>} different @returns {ReviewStatus} */
function statusOf({ cells }, different) {
  if (cells.some(({ certainty }) => certainty === "guess")) return "guess";
  if (cells.some(({ id }) => different.has(id))) return "differ";
  return cells.some(({ certainty }) => certainty === "likely") ? "likely" : "sure";
}

/**
 * What the list shows: rows under the names of what they are about, and words that went nowhere where they stand.
 * @param {ReviewRow[]} rows @param {{id: string, span: ReviewSpan}[]} unread @returns {ReviewItem[]}
 */
export function items(rows, unread) {
  /** @type {({at: number, start: number, row: ReviewRow} | {at: number, start: number, id: string, span: ReviewSpan})[]} */
  const all = [
    ...rows.map((row) => ({ at: row.at, start: row.start, row })),
    ...unread.map((one) => ({ ...one.span, ...one })),
  ];
  all.sort((a, b) => a.at - b.at || a.start - b.start);
  /** @type {ReviewItem[]} */
  const result = [];
  let section = "\x00";
  /** @type {Extract<ReviewItem, {type: "section"}> | null} */
  let head = null;
  for (const one of all) {
    if ("span" in one) {
      result.push({ type: "unread", id: one.id, span: one.span, at: one.at });
      continue;
    }
    if (one.row.section !== section) {
      section = one.row.section;
      head = { type: "section", id: `section-${one.row.id}`, section, tables: [], at: one.at };
      result.push(head);
    }
    if (head) for (const table of one.row.tables) if (!head.tables.includes(table)) head.tables.push(table);
    result.push({ type: "row", id: one.row.id, row: one.row, at: one.at });
  }
  return result;
}
