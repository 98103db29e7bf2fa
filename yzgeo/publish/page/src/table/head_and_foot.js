// Above the rows of the table what they are sorted by, below them what they add up to.
import { html } from "../html.js";
import { fixed } from "../words/numbers.js";

/** Where rows are that are out of sight. @param {number} height */
export function spacer(height) {
  return height ? html`<tr class="spacer" aria-hidden="true"><td style=${`height:${height}px`}></td></tr>` : null;
}

/** @param {Page} page @param {ReturnType<ReturnType<typeof import("./columns.js").makeColumns>["heads"]>[number]} head */
export function headCell(page, { column, sorted, sort }) {
  const direction = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none";
  const unit = column.unit ? html` <span class="unit">${column.unit}</span>` : null;
  const mark = sorted ? (sorted === "asc" ? "▴" : "▾") : "";
  return html`<th key=${column.id} scope="col" class=${column.isNumber ? "figure" : undefined} aria-sort=${direction} data-column=${column.id}>
    <button type="button" title=${page.say("sort_by")} onClick=${sort}>${column.title}${unit}${mark ? html`<span class="mark" aria-hidden="true">${mark}</span>` : null}</button>
  </th>`;
}

/** What stands below a column. @param {Page} page @param {TableColumn} column @param {NonNullable<ReturnType<Page["table"]["drawn"]>>} drawn */
export function total(page, column, { rows, totals }) {
  if (typeof column.total === "function") return column.total(rows);
  if (column.total === "none") return html`<span class="unstated">${page.say("no_sum")}</span>`;
  if (column.total !== "sum") return null;
  const { sum, stated } = totals(column);
  if (sum === null) return html`<span class="unstated">${page.say("unstated")}</span>`;
  const over =
    stated === rows.length
      ? null
      : html`<span class="below">${page.say("stated_in").replace("%d", page.numbers.grouped(stated))}</span>`;
  return html`<b>${fixed(sum, column.digits || 0)}</b>${over}`;
}
