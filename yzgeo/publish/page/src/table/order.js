// Rows in order. What is not known stands last, whichever way; what is equal stays as the plan has it.

/** @typedef {{rows: Uint32Array, ranks: Float64Array, known: number}} Ascending */

/**
 * The rows of a column from the least to the greatest.
 * @param {Pick<TableColumn, "value" | "rank" | "isCode">} column @param {number} count
 * @returns {Ascending}
 */
export function ascending(column, count) {
  const ranks = ranksOf(column, count);
  const rows = new Uint32Array(count);
  let known = 0;
  let last = count;
  for (let row = 0; row < count; row++) if (!Number.isNaN(ranks[row])) rows[known++] = row;
  for (let row = count - 1; row >= 0; row--) if (Number.isNaN(ranks[row])) rows[--last] = row;
  rows.subarray(0, known).sort((a, b) => ranks[a] - ranks[b] || a - b);
  return { rows, ranks, known };
}

/**
 * The same rows from the greatest to the least.
 * @param {Ascending} order
 */
export function descending({ rows, ranks, known }) {
  const turned = rows.slice();
  let at = 0;
  for (let end = known; end > 0; ) {
    let start = end - 1;
    while (start > 0 && ranks[rows[start - 1]] === ranks[rows[end - 1]]) start -= 1;
    for (let place = start; place < end; place++) turned[at++] = rows[place];
    end = start;
  }
  return turned;
}

/**
 * A number for each row by which it is sorted, NaN where nothing is known.
 * @param {Pick<TableColumn, "value" | "rank" | "isCode">} column @param {number} count
 */
function ranksOf(column, count) {
  const values = Array.from({ length: count }, (_, row) => (column.rank ? column.rank(row) : column.value(row)));
  const places = placesOf(values, column.isCode === true);
  return Float64Array.from(values, (value) => {
    if (value === null || value === "") return Number.NaN;
    return typeof value === "number" ? value : /** @type {number} */ (places.get(value));
  });
}

/**
 * The place of each text among all: a hundred thousand rows may have a handful.
 * @param {(string | number | null)[]} values @param {boolean} isCode
 */
function placesOf(values, isCode) {
  const texts = [...new Set(values.filter((value) => typeof value === "string"))];
  if (isCode) texts.sort();
  else texts.sort(new Intl.Collator("zh", { numeric: true }).compare);
  return new Map(texts.map((text, place) => [text, place]));
}

/**
 * The rows of an order that are wanted.
 * @param {Uint32Array} order @param {(row: number) => boolean} isWanted
 */
export function wantedOf(order, isWanted) {
  const rows = new Uint32Array(order.length);
  let length = 0;
  for (const row of order) if (isWanted(row)) rows[length++] = row;
  return rows.subarray(0, length);
}

/**
 * The sum of what is known in some rows, and in how many; a sum of nothing is null.
 * @param {Pick<TableColumn, "value">} column @param {ArrayLike<number>} rows
 */
export function totalOf(column, rows) {
  let sum = 0;
  let stated = 0;
  for (let place = 0; place < rows.length; place++) {
    const value = column.value(rows[place]);
    if (typeof value !== "number") continue;
    sum += value;
    stated += 1;
  }
  return { sum: stated ? sum : null, stated };
}

/** A sort as the state has it. @param {string | null} sort @returns {{id: string, desc: boolean} | null} */
export function readSort(sort) {
  if (!sort) return null;
  const desc = sort.startsWith("-");
  return { id: desc ? sort.slice(1) : sort, desc };
}
