const QUOTED = /[",\r\n]/;

/**
 * A cell as a CSV file has it; one that a spreadsheet would take for a formula is marked as text.
 * @param {unknown} value @param {RegExp} formula how a formula begins
 */
export function cell(value, formula) {
  const plain = value === null || value === undefined ? "" : Array.isArray(value) ? value.join("、") : String(value);
  const text = typeof value !== "number" && formula.test(plain) ? `'${plain}` : plain;
  return QUOTED.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * A table for spreadsheets: with a byte order mark, so that Excel reads Chinese.
 * @param {unknown[][]} rows the first are the headings @param {RegExp} formula
 */
export function csv(rows, formula) {
  const lines = rows.map((row) => row.map((value) => cell(value, formula)).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
