// Targets as a table: from which base to what, and by when.
import { clauseColumn, named, unstated } from "../cells.js";

/** @param {Page} page @param {(source: string) => void} showClause @returns {TableSource | null} */
export function targets(page, showClause) {
  const { data, numbers } = page;
  const keys = data.order.target || [];
  if (!keys.length) return null;
  const rows = keys.map((key) => data.downloads.rows[key] || {});
  /** @param {number} row */
  const name = (row) => page.text(data.subjects[keys[row]].name);
  /** @param {number} row */
  const sources = (row) =>
    String(rows[row].source || "")
      .split("；")
      .filter(Boolean);
  /** @param {string} id @param {number} row */
  const numberOf = (id, row) => (typeof rows[row][id] === "number" ? /** @type {number} */ (rows[row][id]) : null);
  /** @param {string} id @param {number} row */
  const wordsOf = (id, row) => (rows[row][id] ? String(rows[row][id]) : null);

  /** @param {string} id @param {TextKey} title @param {string} [text] the column of what is told in words @returns {TableColumn} */
  function value(id, title, text) {
    return {
      id,
      title: page.say(title),
      width: 5.5,
      isNumber: true,
      value: (row) => numberOf(id, row),
      cell: (row) => {
        const number = numberOf(id, row);
        if (number !== null) return numbers.grouped(number);
        return (text && wordsOf(text, row)) || unstated(page);
      },
      isShown: true,
      onPhone: id === "target",
      total: id === "target" ? "none" : undefined,
    };
  }
  /** @param {string} id @param {TextKey} title @returns {TableColumn} */
  function year(id, title) {
    return {
      id,
      title: page.say(title),
      width: 4.5,
      isNumber: true,
      value: (row) => numberOf(id, row),
      cell: (row) => numberOf(id, row) ?? "—",
      isShown: true,
    };
  }

  return {
    columns: [
      {
        id: "name",
        title: page.say("target_name"),
        width: 15,
        grows: 2,
        value: name,
        cell: (row) => named(name(row), ""),
        isShown: true,
        onPhone: true,
      },
      { id: "group", title: page.say("group"), width: 6, value: (row) => wordsOf("group", row), isShown: false },
      year("base_year", "base_year"),
      value("base", "base_value"),
      year("target_year", "target_year"),
      value("target", "target_value", "target_text"),
      {
        id: "unit",
        title: page.say("unit"),
        width: 5,
        value: (row) => wordsOf("unit", row),
        cell: (row) => wordsOf("unit", row) || "—",
        isShown: true,
        onPhone: true,
      },
      value("city_target", "city_value", "city_text"),
      {
        ...value("actual", "actual_value"),
        isShown: rows.some((row) => row.actual !== null && row.actual !== undefined),
      },
      { ...clauseColumn(page, sources, showClause, 7), rank: (row) => row },
    ],
    count: keys.length,
    sort: null,
    key: (row) => keys[row],
    wanted: () => () => true,
    open: (row) => page.open(keys[row]),
  };
}
