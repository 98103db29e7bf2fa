// The table of the view of projects: which kind of things it shows, its rows in order, and taking them along.
import { csv } from "../outputs/csv.js";
import { saveTold } from "../outputs/save_told.js";
import { xlsx } from "../outputs/xlsx.js";
import { isNarrowed } from "../state/filter.js";
import { makeColumns } from "./columns.js";
import { countOf, SOURCES, TABLES } from "./kinds.js";
import { ascending, descending, readSort, totalOf, wantedOf } from "./order.js";
import { parcels } from "./sources/parcels.js";

const PAUSE_MS = 60;

/** @param {Page} page */
export function makeTable(page) {
  const formula = new RegExp(page.data.downloads.formula);
  /** @type {Map<string, {source: TableSource, columns: ReturnType<typeof makeColumns>, orders: Map<string, import("./order.js").Ascending>}>} */
  const tables = new Map();
  /** @type {ParcelTable | null | undefined} not asked for yet where undefined */
  let ledger;
  let isUnpacking = false;
  /** @type {{about: unknown[], rows: Uint32Array} | null} */
  let last = null;
  /** What all rows of a table add up to. @type {Map<string, ReturnType<typeof totalOf>>} */
  const allSums = new Map();
  /** What the wanted rows add up to, in whatever order. @type {{about: unknown[], sums: Map<string, ReturnType<typeof totalOf>>}} */
  let added = { about: [], sums: new Map() };
  const kinds = () => Object.keys(TABLES).filter((kind) => countOf(page, kind) > 0);
  const showClause = (/** @type {string} */ source) =>
    page.store.change({ passage: page.state.passage === source ? null : source });

  /** The kind that is shown; another where this plan has nothing of it. */
  function kind() {
    const { table } = page.state;
    return countOf(page, table) ? table : kinds()[0] || table;
  }
  async function unpack() {
    isUnpacking = true;
    ledger = page.parcels ? await page.parcels.table() : null;
    isUnpacking = false;
    page.store.change({});
    setTimeout(() => sortAhead(0), PAUSE_MS);
  }
  /** @param {string} name */
  function made(name) {
    if (name !== "parcels") return SOURCES[name](page, showClause);
    if (ledger === undefined && !isUnpacking) unpack();
    return ledger ? parcels(page, ledger) : null;
  }
  /** The table of what is shown, in the reader's language; null while it is unpacked. */
  function table() {
    const name = kind();
    const key = `${name} ${page.lang}`;
    const known = tables.get(key);
    if (known) return known;
    const source = made(name);
    if (!source) return null;
    const sortBy = (/** @type {string | null} */ sort) => page.store.change({ sort });
    const show = (/** @type {string[]} */ ids) =>
      page.store.change({ columns: { ...page.state.columns, [kind()]: ids } });
    const whole = { source, columns: makeColumns(source, sortBy, show), orders: new Map() };
    tables.set(key, whole);
    return whole;
  }
  /** @param {TableSource} source */
  function sortOf(source) {
    const sort = readSort(page.state.sort);
    return sort && source.columns.some(({ id }) => id === sort.id) ? sort : readSort(source.sort);
  }
  /** The rows that are wanted, in order. */
  function rows() {
    const whole = table();
    if (!whole) return new Uint32Array();
    const { source } = whole;
    const sort = sortOf(source);
    const column = sort && source.columns.find(({ id }) => id === sort.id);
    const about = [source, sort ? `${sort.desc} ${sort.id}` : "", page.state.filter, page.state.rule];
    if (last?.about.every((one, place) => one === about[place])) return last.rows;
    const order = column
      ? ordered(whole, column, sort.desc)
      : Uint32Array.from({ length: source.count }, (_, row) => row);
    const isAll = !isNarrowed(page.state) && !page.state.rule;
    last = { about, rows: isAll ? order : wantedOf(order, source.wanted()) };
    return last.rows;
  }
  /** @param {NonNullable<ReturnType<typeof table>>} whole @param {TableColumn} column @param {boolean} isDescending */
  function ordered({ source, orders }, column, isDescending) {
    const known = orders.get(column.id) || ascending(column, source.count);
    orders.set(column.id, known);
    return isDescending ? descending(known) : known.rows;
  }
  /** Sorts a ledger by its columns while the reader looks at it. @param {number} place of the column */
  function sortAhead(place) {
    const whole = kind() === "parcels" ? table() : null;
    const column = whole?.source.columns[place];
    if (!whole || !column) return;
    ordered(whole, column, false);
    setTimeout(() => sortAhead(place + 1), PAUSE_MS);
  }
  /** The sum of a column over the wanted rows. @param {TableSource} source @param {TableColumn} column */
  function total(source, column) {
    const about = [source, page.state.filter, page.state.rule];
    const isAll = !isNarrowed(page.state) && !page.state.rule;
    if (!isAll && !about.every((one, place) => one === added.about[place])) added = { about, sums: new Map() };
    const sums = isAll ? allSums : added.sums;
    const name = isAll ? `${kind()} ${page.lang} ${column.id}` : column.id;
    const known = sums.get(name) || totalOf(column, rows());
    sums.set(name, known);
    return known;
  }
  /** The columns that the reader sees. @param {TableSource} source */
  function shown(source) {
    return page.state.columns[kind()] || source.columns.filter(({ isShown }) => isShown).map(({ id }) => id);
  }
  /** What is in the table, as a file has it: headings, then rows. */
  function cells() {
    const whole = table();
    if (!whole) return [];
    const names = shown(whole.source);
    const columns = whole.source.columns.filter(({ id, isTaken }) => isTaken || names.includes(id));
    const invented = kind() === "parcels" ? page.invented() : "";
    const heads = columns.map(({ title, unit }) => title + (unit ? page.bracketed(unit) : ""));
    const lines = Array.from(rows(), (row) => [
      ...columns.map((column) => column.value(row)),
      ...(invented ? [invented] : []),
    ]);
    return [[...heads, ...(invented ? [page.say("remark")] : [])], ...lines];
  }
  const fileName = () => `yzgeo-${kind()}`;

  return {
    kinds,
    kind,
    count: (/** @type {string} */ name) => countOf(page, name),
    rows,
    shown,
    /** What is drawn: source, columns of the headless table and rows; null while the ledger is unpacked. */
    drawn() {
      const whole = table();
      if (!whole) return null;
      whole.columns.update(shown(whole.source), sortOf(whole.source));
      const { source, columns } = whole;
      const totals = (/** @type {TableColumn} */ column) => total(source, column);
      return { source, columns, rows: rows(), totals };
    },
    /** Whether there will be a table at all. */
    isUnpacking: () => isUnpacking,
    csv: () => csv(cells(), formula),
    xlsx: () => xlsx(cells(), page.say(TABLES[kind()])),
    saveCsv() {
      saveTold(page, new Blob([csv(cells(), formula)], { type: "text/csv;charset=utf-8" }), `${fileName()}.csv`);
    },
    async saveXlsx() {
      saveTold(page, await xlsx(cells(), page.say(TABLES[kind()])), `${fileName()}.xlsx`);
    },
  };
}
