// The table of places as text: comma-separated to save, tab-separated to paste, either to read.
import { cell } from "../../../page/src/outputs/csv.js";

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const NEEDED = ["place_id", "name", "lon", "lat", "uncertainty_m", "source"];

/**
 * Columns and rows of the file: the folder's rows as they are, then those set here.
 * @param {PlacesData} data @param {PlacesRow[]} rows
 */
export function whole(data, rows) {
  const { columns, rows: known } = data.table;
  const added = ["extent_m"].filter((name) => !columns.includes(name) && rows.some((row) => row[name]));
  const extra = data.extra.filter((name) => !columns.includes(name));
  const heads = [...columns, ...added, ...extra];
  const place = columns.indexOf("place_id");
  const changed = new Map(rows.map((row) => [row.place_id, row]));
  const before = known.map((cells) => {
    const row = changed.get(cells[place]);
    changed.delete(cells[place]);
    /** @type {PlacesRow} */
    const own = Object.fromEntries(columns.map((name, number) => [name, cells[number]]));
    return /** @type {PlacesRow} */ ({ ...own, plan: data.plan.name, ...row });
  });
  const after = rows.filter((row) => changed.has(row.place_id));
  return [heads, ...[...before, ...after].map((row) => heads.map((name) => row[name] || ""))];
}

/** A cell that is a number is none that a spreadsheet would run. @param {string} text */
const typed = (text) => (NUMBER.test(text) ? Number(text) : text);

/** @param {string[][]} rows @param {RegExp} formula */
export function commaSeparated(rows, formula) {
  const lines = rows.map((row) => row.map((text) => numberOrCell(text, formula)).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
/** @param {string} text @param {RegExp} formula */
function numberOrCell(text, formula) {
  return typeof typed(text) === "number" ? text : cell(text, formula);
}

/** A table that a spreadsheet takes from the clipboard. @param {string[][]} rows @param {RegExp} formula */
export function tabSeparated(rows, formula) {
  return rows
    .map((row) =>
      row
        .map((text) => {
          const plain = numberOrCell(text, formula);
          return plain.includes("\t") ? `"${text.replace(/"/g, '""')}"` : plain;
        })
        .join("\t"),
    )
    .join("\r\n");
}

/**
 * The cells of a table in text; tabs separate them where its head has more tabs than commas.
 * @param {string} text
 */
export function parsed(text) {
  const plain = text.replace(/^\ufeff/, "");
  const head = plain.split(/\r?\n/, 1)[0];
  const separator = head.split("\t").length > head.split(",").length ? "\t" : ",";
  /** @type {string[][]} */
  const rows = [[]];
  const pattern = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r\\n|\\n|\\r|$)`, "g");
  for (const match of plain.matchAll(pattern)) {
    const quoted = match[1].startsWith('"');
    rows[rows.length - 1].push(quoted ? match[1].slice(1, -1).replace(/""/g, '"') : match[1]);
    if (match[2] === "") break;
    if (match[2] !== separator) rows.push([]);
  }
  return rows.filter((row) => row.some((text) => text.trim()));
}

/**
 * The rows of a table by column, without the marks against formulas.
 * @param {string[][]} cells @param {RegExp} formula
 * @returns {{rows: PlacesRow[], missing: string[]}}
 */
export function byColumn(cells, formula) {
  const heads = (cells[0] || []).map((name) => name.trim());
  const missing = NEEDED.filter((name) => !heads.includes(name));
  const rows = cells.slice(1).map((row) =>
    Object.fromEntries(
      heads.map((name, number) => {
        const text = (row[number] || "").trim();
        return [name, text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text];
      }),
    ),
  );
  return { rows, missing };
}

/**
 * The first row that cannot be used, with the column; null for none.
 * @param {PlacesRow[]} rows
 */
export function unusable(rows) {
  for (const [number, row] of rows.entries()) {
    for (const [column, most] of /** @type {[string, number][]} */ ([
      ["lon", 180],
      ["lat", 90],
      ["uncertainty_m", 1e6],
    ])) {
      const cellText = row[column];
      if (!NUMBER.test(cellText) || Math.abs(Number(cellText)) > most)
        return { row: number + 2, column, cell: cellText };
    }
  }
  return null;
}
