// What the places of a finding say, lined up under each other.
import { html } from "../html.js";
import { columns, differences } from "./align.js";
import { labelOf } from "./leaf.js";
import { isRow } from "./leaves.js";
import { pieces } from "./pieces.js";

/** @param {Page} page @param {Compared[]} groups */
export function strip(page, groups) {
  if (!groups.length) return null;
  return html`<div class="strip">${groups.map((group) => html`<table><tbody>${rowsOf(page, group)}</tbody></table>`)}</div>`;
}

/** @param {Page} page @param {Compared} group */
function rowsOf(page, { kind, rows }) {
  if (kind === "list") return list(page, rows);
  const letters = kind === "words" ? differences(rows.map((row) => row.items[0])) : [];
  return rows.map(({ clause, items }, index) => {
    const cell =
      kind === "words"
        ? html`<td lang="zh">${wording(items[0], letters[index])}</td>`
        : html`<td lang="zh" class="tokens">${items.map((item) => html`<mark>${item}</mark>`)}</td>`;
    return html`<tr>${place(page, clause)}${cell}</tr>`;
  });
}

/** Lists item by item; what some other list lacks is marked. @param {Page} page @param {Compared["rows"]} rows */
function list(page, rows) {
  const lined = columns(rows.map((row) => row.items));
  return rows.map(({ clause, items }, index) => {
    const cells = lined.map((column) => {
      const item = column[index];
      if (item === null) return html`<td class="none">—</td>`;
      const isShared = rows.every((row) => row.items.includes(item));
      return html`<td lang="zh">${isShared ? item : html`<mark>${item}</mark>`}</td>`;
    });
    return html`<tr aria-label=${items.join()}>${place(page, clause)}${cells}</tr>`;
  });
}

/** @param {string} words @param {Span[] | null} letters */
function wording(words, letters) {
  if (letters === null) return html`<mark>${words}</mark>`;
  const marks = letters.map(([start, end]) => ({ start, end, kind: /** @type {const} */ ("differs") }));
  return pieces(words, marks).map(({ text, kinds }) => (kinds.size ? html`<mark>${text}</mark>` : text));
}

/** Where a row stands; a click shows it on its page. @param {Page} page @param {string} clause */
function place(page, clause) {
  const kind = isRow(page.data, clause) ? labelOf(page, page.data.clauses[clause].page) : page.say("text_page");
  return html`<th scope="row"><span class="kind">${kind}</span>
    <button type="button" class="chip" onClick=${() => showClause(clause)}>${labelOf(page, clause)}</button></th>`;
}

/** Scrolls a clause of the pages into sight. @param {string} clause */
export function showClause(clause) {
  /** @type {NodeListOf<HTMLElement>} */
  const shown = document.querySelectorAll("#yz-reading [data-clause]");
  const one = [...shown].find((element) => element.dataset.clause === clause);
  if (one) one.scrollIntoView({ block: "center" });
}
