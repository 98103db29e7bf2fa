// A page of the plan as it is printed: paragraphs or a table, with marks in the text and numbers beside it.
import { classes, html } from "../html.js";
import { readClause, readFinding } from "./choice.js";
import { isRow, titleOf } from "./leaves.js";
import { cellSpans, pieces } from "./pieces.js";

const MOST_NUMBERS = 2;
const MOST_IN_WHOLE = 12;
const SHORT = 3;
const LONG = 20;
/** Words between blanks: each stays whole. */
const LISTED = /^\S{2,10}(\s+\S{2,10})+$/;

/**
 * @typedef {object} Marked what is marked on the pages
 * @property {Page} page
 * @property {Finding | null} finding that is read
 * @property {Map<string, Finding[]>} by findings of each clause
 * @property {Map<Finding, number>} numbers
 * @property {Map<string, (Span[] | null)>} differs letters of a wording that its counterpart lacks
 */

/**
 * The marks in the text of a clause.
 * @param {Marked} marked @param {string} clause
 * @returns {import("./pieces.js").Mark[]}
 */
export function marksIn({ page, finding, by, differs }, clause) {
  const { text } = page.data.clauses[clause];
  const marks = (by.get(clause) || []).flatMap((one) => {
    const spans = one.places.filter((place) => place.clause === clause).flatMap((place) => place.spans);
    if (one !== finding) return spans.map(([start, end]) => ({ start, end, kind: /** @type {const} */ ("other") }));
    return spans.flatMap((span) => ownMarks(text, span, differs));
  });
  const misprints = page.data.proofreading.flatMap((one) => (one.clause === clause && one.span ? [one.span] : []));
  return [...marks, ...misprints.map(([start, end]) => ({ start, end, kind: /** @type {const} */ ("misprint") }))];
}

/**
 * The mark of words of the finding that is read, and of the letters in them that their counterpart lacks.
 * @param {string} text @param {Span} span @param {Marked["differs"]} differs
 * @returns {import("./pieces.js").Mark[]}
 */
function ownMarks(text, [start, end], differs) {
  const letters = (differs.get(text.slice(start, end)) || []).map(([from, to]) => {
    return { start: start + from, end: start + to, kind: /** @type {const} */ ("differs") };
  });
  return [{ start, end, kind: "this" }, ...letters];
}

/**
 * Words of the plan with their marks.
 * @param {Marked} marked @param {string} clause @param {number} [from] @param {number} [to]
 */
function words(marked, clause, from, to) {
  const { page, differs } = marked;
  const { text } = page.data.clauses[clause];
  return pieces(text, marksIn(marked, clause), from, to).map(({ text: part, kinds, ends }) => {
    const sic = ends.has("misprint") ? html`<span class="sic">${`〔${page.both("as_printed").zh}〕`}</span>` : null;
    if (kinds.has("this")) {
      const isPale = hasLetters(differs) && !kinds.has("differs");
      return html`<mark class=${isPale ? "pale" : undefined}>${part}</mark>${sic}`;
    }
    if (kinds.has("other")) return html`<span class="dotted">${part}</span>${sic}`;
    return sic ? html`${part}${sic}` : part;
  });
}

/** Whether letters of the wordings are told apart. @param {Marked["differs"]} differs */
function hasLetters(differs) {
  return [...differs.values()].some((letters) => letters !== null);
}

/** The numbers of the findings on a clause. @param {Marked} marked @param {string} clause */
function numbersBeside({ page, finding, by, numbers }, clause) {
  const those = by.get(clause) || [];
  const ranked = [...those].sort((a, b) => (numbers.get(a) || 0) - (numbers.get(b) || 0));
  const shown = ranked.slice(0, finding ? MOST_NUMBERS : MOST_IN_WHOLE);
  const rest = ranked.length - shown.length;
  return html`<span class="numbers">
    ${shown.map((one) => {
      const number = numbers.get(one) || 0;
      const message = page.text(one.message);
      if (one === finding) return html`<span class="number this" title=${message}>${number}</span>`;
      return html`<button type="button" class="number" title=${message} aria-label=${`${number} ${message}`}
        onClick=${() => readFinding(page, one)}>${number}</button>`;
    })}
    ${rest ? more(page, clause, rest) : null}
  </span>`;
}

/** How many more there are on a clause: the whole text has room for them. @param {Page} page @param {string} clause @param {number} rest */
function more(page, clause, rest) {
  const words = `+${rest}`;
  return html`<button type="button" class="more" title=${page.say("in_the_text")} aria-label=${`${words} ${page.say("in_the_text")}`}
    onClick=${() => readClause(page, clause)}>${words}</button>`;
}

/** The numbers that findings have on some pages: the one that is read is the first. @param {Finding | null} finding @param {Map<string, Finding[]>} by @param {string[]} clauses */
export function numbered(finding, by, clauses) {
  /** @type {Map<Finding, number>} */
  const numbers = new Map();
  if (finding) numbers.set(finding, 1);
  for (const clause of clauses)
    for (const one of by.get(clause) || []) if (!numbers.has(one)) numbers.set(one, numbers.size + 1);
  return numbers;
}

/**
 * @param {Marked} marked @param {import("./leaves.js").Leaf} leaf @param {string[]} clauses of it that are shown
 */
export function leafSheet(marked, leaf, clauses) {
  const { page } = marked;
  const { page: label, hits, isTable } = leaf;
  const title = titleOf(page.data.clauses[label]);
  const isNamed = page.lang === "zh" && title.startsWith(label);
  return html`<section class=${classes("leaf", isTable && "table")} key=${label} tabindex="0" aria-label=${labelOf(page, label)}>
    <header>
      <h3>${isTable || page.lang === "en" ? labelOf(page, label) : page.say("text_page")}</h3>
      ${isTable ? null : html`<span class="where">${page.lang === "zh" ? label : ""}</span>`}
      <span class="where" lang="zh">${isNamed ? title.slice(label.length).trim() : title}</span>
    </header>
    ${isTable ? table(marked, label, clauses, hits) : clauses.map((clause) => paragraph(marked, clause, hits))}
  </section>`;
}

/** @param {Page} page @param {string} clause */
export function labelOf(page, clause) {
  return page.lang === "zh" ? clause : page.data.clauses[clause].en;
}

/** @param {Marked} marked @param {string} clause @param {Set<string>} hits */
export function paragraph(marked, clause, hits) {
  const { page } = marked;
  const { part, page: of } = page.data.clauses[clause];
  const isHit = hits.has(clause);
  const label = page.text(part) || (of === clause ? labelOf(page, clause) : "");
  return html`<div class=${classes("clause", isHit && "hit")} key=${clause} data-clause=${clause}>
    <div class="margin"><span class="part">${label}</span>${numbersBeside(marked, clause)}</div>
    <p class="words" lang="zh">${words(marked, clause)}</p>
  </div>`;
}

/** @param {Marked} marked @param {string} label @param {string[]} clauses @param {Set<string>} hits */
export function table(marked, label, clauses, hits) {
  const { page } = marked;
  const { data } = page;
  const rows = clauses.filter((clause) => isRow(data, clause));
  const others = clauses.filter((clause) => !isRow(data, clause));
  const headings = data.clauses[label].text.split("\n").map((line) => line.split(data.cell));
  const cells = headings.sort((a, b) => b.length - a.length)[0].map((cell) => cell.trim());
  const width = Math.max(0, ...rows.map((row) => Math.max(-1, ...(data.clauses[row].columns || [])) + 1));
  const isSet = width > 0 && cells.length === width;
  const counts = new Set(rows.map((row) => data.clauses[row].text.split(data.cell).length));
  const even = counts.size === 1 && width === 0 ? [...counts][0] : 0; // columns without a heading
  return html`${others.map((clause) => (clause === label && isSet && !hits.has(clause) ? null : paragraph(marked, clause, hits)))}
    <div class="frame"><table lang="zh">
      ${
        isSet
          ? html`<thead><tr>${cells.map((cell) => html`<th scope="col">${cell}</th>`)}<td class="margin"></td></tr></thead>`
          : null
      }
      <tbody>${rows.map((row) => tableRow(marked, row, hits, isSet ? width : even))}</tbody>
    </table></div>`;
}

/** @param {Marked} marked @param {string} clause @param {Set<string>} hits @param {number} width in columns; 0 where cells have none */
function tableRow(marked, clause, hits, width) {
  const { page } = marked;
  const { text, columns, part } = page.data.clauses[clause];
  const spans = cellSpans(text, page.data.cell);
  const margin = html`<td class="margin"><span class="hidden-words" lang=${page.lang}>${page.text(part)}</span>${numbersBeside(marked, clause)}</td>`;
  const row = (/** @type {Content} */ content) =>
    html`<tr class=${classes("clause", hits.has(clause) && "hit")} key=${clause} data-clause=${clause}>${content}</tr>`;
  /** @param {Span} span */
  const setting = ([from, to]) =>
    LISTED.test(text.slice(from, to))
      ? "items"
      : to - from > LONG
        ? "long"
        : to - from > SHORT
          ? "middling"
          : undefined;
  if (width && !columns && spans.length === width) {
    return row(
      html`${spans.map(([from, to]) => html`<td><div class=${setting([from, to])}>${words(marked, clause, from, to)}</div></td>`)}${margin}`,
    );
  }
  if (!width || !columns) {
    const cells = spans.map(([from, to]) => html`<span class="cell">${words(marked, clause, from, to)}</span>`);
    return row(html`<td colspan=${Math.max(1, width)} class="loose">${cells}</td>${margin}`);
  }
  const set = Array.from({ length: width }, (_, column) => spans.filter((_, at) => columns[at] === column));
  return row(
    html`${set.map(
      (those) =>
        html`<td>${those.map(([from, to]) => html`<div class=${setting([from, to])}>${words(marked, clause, from, to)}</div>`)}</td>`,
    )}${margin}`,
  );
}
