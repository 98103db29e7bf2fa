// Facts and tables of the panel, each with the clauses that it stands in.
import { classes, html } from "../html.js";
import { hasOwn } from "../own.js";
import { chips } from "./clauses.js";
import { namedLink, note } from "./links.js";

/** @param {Page} page @param {Fact} fact */
export function factBlock(page, { label, value, sources, kept }) {
  return html`<div class=${classes("fact", kept === false && "broken")}>
    <div class="label">${page.text(label)}</div>
    <div class="value">${page.text(value)}</div>
    ${chips(page, sources || [])}
  </div>`;
}

/** @param {Page} page @param {Row["cells"][number]} cell */
function cellContent(page, { key, text }) {
  if (key && hasOwn(page.data.subjects, key)) return namedLink(page, key, page.text(text));
  return html`<span>${page.text(text)}</span>`;
}

/** A row and, under its first cell, the clauses that it stands in. @param {Page} page @param {Row} row @param {Both[]} columns */
function tableRow(page, { cells, sources }, columns) {
  return html`<tr>
    ${cells.map((cell, index) => {
      const column = index && columns[index] ? page.text(columns[index]) : undefined;
      return html`<td class=${index ? undefined : "first"} data-column=${column}>
        ${cellContent(page, cell)}${!index && sources.length ? chips(page, sources) : null}
      </td>`;
    })}
  </tr>`;
}

/** @param {Page} page @param {Row[]} rows @param {Both[]} columns */
function rowsBlock(page, rows, columns) {
  const heads = columns.map((column) => html`<th scope="col">${page.text(column)}</th>`);
  return html`<table>
    ${columns.length ? html`<thead><tr>${heads}</tr></thead>` : null}
    <tbody>${rows.map((row) => tableRow(page, row, columns))}</tbody>
  </table>`;
}

/** @param {Page} page @param {Table} table */
export function tableBlock(page, table) {
  const { rows, columns, below, empty } = table;
  const missing = empty ? note(page.text(empty)) : null;
  return html`<section class="joined" data-topic=${table.topic}>
    <h3>${page.text(table.title)}</h3>
    ${(table.note || []).map((fact) => factBlock(page, fact))}
    ${rows.length ? rowsBlock(page, rows, columns) : missing}
    ${below?.length ? html`<p class="meta">${page.say("identified_in_plan")}</p>${rowsBlock(page, below, [])}` : null}
  </section>`;
}
