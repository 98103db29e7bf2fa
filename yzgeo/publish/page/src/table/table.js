// The table of the view of projects: which kind of things it shows, its rows in order, and taking them along.
import { csv } from "../outputs/csv.js";
import { save } from "../outputs/save.js";
import { xlsx } from "../outputs/xlsx.js";
import { makeColumns } from "./columns.js";
import { countOf, SOURCES, TABLES } from "./kinds.js";
import { orderOf, readSort, wantedOf } from "./order.js";
import { parcels } from "./sources/parcels.js";

/** @param {Page} page */
export function makeTable(page) {
  const formula = new RegExp(page.data.downloads.formula);
  /** @type {Map<string, {source: TableSource, columns: ReturnType<typeof makeColumns>, orders: Map<string, Uint32Array>}>} */
  const tables = new Map();
  /** @type {ParcelTable | null | undefined} not asked for yet where undefined */
  let ledger;
  let isUnpacking = false;
  /** @type {{about: unknown[], rows: Uint32Array} | null} */
  let last = null;
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
    const { source, orders } = whole;
    const sort = sortOf(source);
    const column = sort && source.columns.find(({ id }) => id === sort.id);
    const name = sort ? `${sort.desc ? "-" : ""}${sort.id}` : "";
    const about = [source, name, page.state.filter, page.state.rule];
    if (last?.about.every((one, place) => one === about[place])) return last.rows;
    const order =
      orders.get(name) ||
      (column ? orderOf(column, source.count, sort.desc) : Uint32Array.from({ length: source.count }, (_, row) => row));
    orders.set(name, order);
    last = { about, rows: wantedOf(order, source.isWanted) };
    return last.rows;
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
      return { source: whole.source, columns: whole.columns, rows: rows() };
    },
    /** Whether there will be a table at all. */
    isUnpacking: () => isUnpacking,
    csv: () => csv(cells(), formula),
    xlsx: () => xlsx(cells(), page.say(TABLES[kind()])),
    saveCsv() {
      save(new Blob([csv(cells(), formula)], { type: "text/csv;charset=utf-8" }), `${fileName()}.csv`);
    },
    async saveXlsx() {
      save(await xlsx(cells(), page.say(TABLES[kind()])), `${fileName()}.xlsx`);
    },
  };
}
