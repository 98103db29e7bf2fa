// The document: its paragraphs and tables, with everything that was read in them marked.
import { Component } from "preact";
import { classes, html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";
import { cellSpans, drawn } from "../model/marks.js";
import { withMarks } from "./marks.js";
import { Strip } from "./strip.js";
import { Virtual } from "./virtual.js";

const MOST_ROWS = 20; // of a table in one piece
const LINE_PX = 32;
const CHARACTERS_A_LINE = 28;
const LONGEST_CELL = 24;
/** What is kept and from which no value is taken. */
const ASIDES = ["page", "hidden", "struck"];

/**
 * The pieces that the document is drawn in: a paragraph, or some rows of a table.
 * @param {ReviewClause[]} clauses
 * @returns {{from: number, until: number}[]}
 */
export function piecesOf(clauses) {
  /** @type {{from: number, until: number}[]} */
  const result = [];
  clauses.forEach((clause, at) => {
    const last = result[result.length - 1];
    const before = clauses[at - 1];
    const isSameTable = before?.cells && clause.cells && before.table === clause.table && clause.table !== undefined;
    if (isSameTable && last.until - last.from < MOST_ROWS) last.until = at + 1;
    else result.push({ from: at, until: at + 1 });
  });
  return result;
}

/** The clauses that count for zones: their names by the clause. @param {ReviewData} data */
export function zonesByClause(data) {
  /** @type {Map<number, string[]>} */
  const zones = new Map();
  const known = new Set(data.zones.map(({ name }) => name));
  for (const { key, at, table } of data.candidates) {
    if (!table.startsWith("zone") || !known.has(key[0])) continue;
    const names = zones.get(at) || [];
    if (!names.includes(key[0])) zones.set(at, [...names, key[0]]);
  }
  return zones;
}

/** The stripe of the zones that a clause counts for. @param {ReviewPage} page @param {string[]} names */
function stripe(page, names) {
  const hues = page.data.zones.filter(({ name }) => names.includes(name));
  return hues.map(({ light, dark }) => html`<i style=${{ "--light": light, "--dark": dark }}></i>`);
}

/** What the margin says: that something is asked (?), or that text and table differ (≠). @param {ReviewPage} page @param {ReviewMark[]} marks */
function margin(page, marks) {
  const isAsked = marks.some(({ question }) => question !== null && !hasOwn(page.state.answers, question));
  if (isAsked) return html`<b class="yz-sign asked" aria-hidden="true">?</b>`;
  return marks.some(({ status }) => status === "differ") ? html`<b class="yz-sign" aria-hidden="true">≠</b>` : null;
}

/** @param {{page: ReviewPage, at: number, marks: ReviewMark[]}} props */
export function Paragraph({ page, at, marks }) {
  const clause = page.data.clauses[at];
  const tag = clause.kind === "heading" ? "yz-heading" : "yz-text";
  const place = clause.page ? `${clause.clause} · ${page.fill("page_of", { n: clause.page })}` : clause.clause;
  return html`<p class=${classes("yz-clause", tag, ASIDES.includes(clause.kind) && `aside ${clause.kind}`, clause.level ? `l${Math.min(4, clause.level)}` : null)}>
    <span class="yz-ref" title=${place}>${clause.kind === "heading" ? "" : clause.clause}</span>
    ${margin(page, marks)}${clause.label || ""}${withMarks(page, clause.text, marks)}</p>`;
}

/** How wide the columns of some rows are, in parts. @param {ReviewClause[]} rows */
function widths(rows) {
  const count = Math.max(...rows.map(({ cells = [] }) => cells.length));
  const longest = Array.from({ length: count }, (_, column) =>
    Math.max(3, ...rows.map(({ cells = [] }) => Math.min(LONGEST_CELL, (cells[column] || "").length))),
  );
  const sum = longest.reduce((total, one) => total + one, 0);
  return longest.map((one) => `${Math.round((1000 * one) / sum) / 10}%`);
}

/** @param {{page: ReviewPage, from: number, until: number, marksOf: (at: number) => ReviewMark[]}} props */
export function Rows({ page, from, until, marksOf }) {
  const rows = page.data.clauses.slice(from, until);
  const [{ header = [], table_title, unit }] = rows;
  const isFirst = from === 0 || page.data.clauses[from - 1].table !== rows[0].table;
  const isHead = (/** @type {ReviewClause} */ { cells = [] }) =>
    header.length > 0 && cells.join("\t") === header.join("\t");
  const title = [table_title, unit].filter(Boolean).join(" ");
  return html`<table class="yz-table" aria-label=${title || page.say("document")}>
    <colgroup>${widths(rows).map((width) => html`<col style=${{ width }} />`)}</colgroup>
    ${!isFirst && header.length ? html`<thead class="unseen"><tr>${header.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>` : null}
    <tbody>${rows.map((clause, number) => {
      const spans = cellSpans(clause);
      const marks = marksOf(from + number);
      const cells = spans.map(([start, end]) => {
        const content = withMarks(page, clause.text, marks, start, end);
        return isHead(clause) ? html`<th scope="col">${content}</th>` : html`<td>${content}</td>`;
      });
      return html`<tr key=${from + number} title=${clause.clause}>${cells}</tr>`;
    })}</tbody></table>`;
}

/** @extends {Component<{page: ReviewPage}>} */
export class DocumentPane extends Component {
  pieces = piecesOf(this.props.page.data.clauses);
  zones = zonesByClause(this.props.page.data);
  /** The piece that a clause is in. */
  pieceOf = this.pieces.flatMap(({ from, until }, number) => Array.from({ length: until - from }, () => number));
  /** The clauses in sight. */
  range = { first: 0, last: 0 };
  strip = /** @type {Strip | null} */ (null);

  /** @param {number} number */
  estimate(number) {
    const { from, until } = this.pieces[number];
    const { clauses } = this.props.page.data;
    if (clauses[from].cells) return (until - from) * 2.2 * LINE_PX;
    return Math.ceil((clauses[from].text.length + 3) / CHARACTERS_A_LINE) * LINE_PX + 4;
  }
  /** @param {number} at */
  marksOf(at) {
    const { page } = this.props;
    return drawn(page.marks[at], (mark) => !hasOwn(page.state.hidden, mark.kind));
  }
  /** @param {number} number @param {(node: Element | null) => void} measure */
  piece(number, measure) {
    const { page } = this.props;
    const { from, until } = this.pieces[number];
    const isTable = Boolean(page.data.clauses[from].cells);
    const names = this.zones.get(from) || [];
    return html`<div key=${number} class="yz-piece" data-index=${number} ref=${measure}>
      ${names.length && !isTable ? html`<span class="yz-stripe" title=${names.join("、")}>${stripe(page, names)}</span>` : null}
      ${
        isTable
          ? html`<${Rows} page=${page} from=${from} until=${until} marksOf=${(/** @type {number} */ at) => this.marksOf(at)} />`
          : html`<${Paragraph} page=${page} at=${from} marks=${this.marksOf(from)} />`
      }</div>`;
  }
  /** @param {number} at of a clause */
  go(at) {
    this.virtual?.virtualizer.scrollToIndex(this.pieceOf[at], { align: "start" });
  }
  virtual = /** @type {Virtual | null} */ (null);

  render() {
    const { page } = this.props;
    const { selected } = page.state;
    const at = selected ? page.atOf(selected) : -1;
    return html`<div class="yz-sheet">
      <${Virtual} mounted=${(/** @type {Virtual} */ one) => {
        this.virtual = one;
        page.go = (/** @type {number} */ clause) => this.go(clause);
      }} name="yz-document" label=${page.say("document")} count=${this.pieces.length} version=${null}
        estimate=${(/** @type {number} */ number) => this.estimate(number)}
        draw=${(/** @type {number} */ number, /** @type {(node: Element | null) => void} */ measure) => this.piece(number, measure)}
        frame=${(/** @type {Content} */ rows, /** @type {number} */ before, /** @type {number} */ after) =>
          html`<div class="yz-pages" lang="zh"><div style=${{ height: `${before}px` }}></div>${rows}<div style=${{ height: `${after}px` }}></div></div>`}
        target=${{ index: at < 0 ? -1 : this.pieceOf[at], key: selected }}
        onRange=${(/** @type {number} */ first, /** @type {number} */ last) => {
          this.range = { first: this.pieces[first].from, last: this.pieces[last].until };
          this.strip?.sight(this.range);
        }} />
      <${Strip} page=${page} mounted=${(/** @type {Strip} */ one) => {
        this.strip = one;
        one.sight(this.range);
      }} /></div>`;
  }
}
