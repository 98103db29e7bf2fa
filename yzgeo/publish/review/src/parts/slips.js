// The slips of evidence: the passages that a question and its answers rest on, with what stands around them.
import { html } from "../../../page/src/html.js";
import { drawn } from "../model/marks.js";
import { Paragraph, Rows } from "./document.js";

const ROWS_AROUND = 2;
const MOST = 4;

/** The clauses of the slips: the question's own, then those that its answers name. @param {ReviewPage} page @param {ReviewQuestion} question */
export function slipsOf(page, question) {
  const all = [question.at, ...question.options.map(({ at }) => at)];
  const known = all.filter((at) => typeof at === "number" && at < page.data.clauses.length);
  return /** @type {number[]} */ ([...new Set(known)]).slice(0, MOST);
}

/** The head row of a table, and the rows around one. @param {ReviewClause[]} clauses @param {number} at */
export function around(clauses, at) {
  const { table } = clauses[at];
  let from = at;
  while (from > 0 && from > at - ROWS_AROUND && clauses[from - 1].table === table) from -= 1;
  let until = at + 1;
  while (until < clauses.length && until <= at + ROWS_AROUND && clauses[until].table === table) until += 1;
  return { from, until };
}

/** @param {ReviewPage} page @param {number} at @param {number} number */
function slip(page, at, number) {
  const { clauses } = page.data;
  const clause = clauses[at];
  const marksOf = (/** @type {number} */ one) => drawn(page.marks[one]);
  const place = [
    page.fill("clause_of", { n: at + 1, all: clauses.length }),
    clause.page && page.fill("page_of", { n: clause.page }),
  ];
  return html`<article key=${at} class="yz-slip"><header><span class="yz-slip-number">${number}</span> <b>${clause.clause}</b>
      <span lang="zh">${clause.table_title || clause.heading || ""}</span> <small>${place.filter(Boolean).join(" · ")}</small></header>
    <div lang="zh" tabindex="0" role="region" aria-label=${clause.clause}>${
      clause.cells
        ? html`<${Rows} page=${page} ...${around(clauses, at)} marksOf=${marksOf} />`
        : html`<${Paragraph} page=${page} at=${at} marks=${marksOf(at)} />`
    }</div></article>`;
}

/** @param {{page: ReviewPage}} props */
export function Slips({ page }) {
  const question = page.state.at ? page.questions.get(page.state.at) : undefined;
  const places = question ? slipsOf(page, question) : [];
  return html`<div class="yz-slips">${places.map((at, number) => slip(page, at, number + 1))}
    ${places.length ? null : html`<p class="yz-empty">${page.say("no_clause")}</p>`}</div>`;
}
