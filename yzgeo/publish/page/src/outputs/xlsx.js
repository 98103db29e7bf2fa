// The one import past the package's face: its public functions compress large sheets in workers, which a page that may
// load nothing forbids itself.
// @ts-expect-error it has no types
import { generateXlsxFileSync } from "../../../../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js";

const NOT_XML = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const LONGEST_CELL = 32767;
const WIDEST = 60;

/**
 * A cell: a number stays one, everything else is text, whatever it looks like.
 * @param {unknown} value
 */
function cell(value) {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  return { value: String(value).replace(NOT_XML, " ").slice(0, LONGEST_CELL), type: String };
}

/** How wide a text is in a column, Chinese letters being two. @param {unknown} value */
function widthOf(value) {
  return String(value ?? "").replace(/[^ -~]/g, "##").length;
}

/**
 * A table as a workbook of one sheet.
 * @param {unknown[][]} rows the first are the headings @param {string} sheet its name
 * @returns {Promise<Blob>}
 */
export function xlsx(rows, sheet) {
  const [heads, ...lines] = rows;
  const data = [heads.map((head) => ({ ...cell(head), fontWeight: "bold" })), ...lines.map((line) => line.map(cell))];
  const columns = heads.map((head, place) => {
    const widths = lines.slice(0, 200).map((line) => widthOf(line[place]));
    return { width: Math.min(WIDEST, 2 + Math.max(widthOf(head), ...widths)) };
  });
  return generateXlsxFileSync(data, { sheet, columns, stickyRowsCount: 1 }, undefined, null);
}
