// The drafted rows: each with its quote, its clause and how it is known.
import { Component } from "preact";
import { classes, html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";
import { family, isPlain, PARTICULARS } from "../model/rows.js";
import { keycap } from "./marks.js";
import { Edit } from "./row_edit.js";
import { head, isOpenRow, shownItems } from "./rows_head.js";
import { Virtual } from "./virtual.js";

const ROW_PX = 29;
const OPENED_PX = 62;
const QUOTE_LONGEST = 40;
const BEFORE_VALUE = 5;

/** One cell as it is shown: a button that chooses it. @param {ReviewPage} page @param {ReviewCell} cell @param {boolean} isFirst */
function cellButton(page, cell, isFirst) {
  const { answers, selected } = page.state;
  const changed = hasOwn(answers, cell.id) ? answers[cell.id] : null;
  const isFigure = /^[\d.,–—~-]+%?$/.test(cell.value);
  const different = page.differing.has(cell.id);
  const label =
    isPlain(cell.column) || !isFirst ? null : html`<small>${page.label(cell.table, family(cell.column))}</small>`;
  return html`<span class="yz-pair" key=${cell.id}>${label}<button type="button" class=${classes("yz-cell", isFigure && "figure", cell.certainty, different && "differ", selected === cell.id && "at", changed?.answer === "X" && "gone")}
    onClick=${() => page.act.select(cell.id)}>${page.value(cell)}${changed?.answer === "E" ? html` <small>${page.fill("changed_to", { value: `${changed.value}${changed.unit}` })}</small>` : null}</button></span>`;
}

/** @param {ReviewPage} page @param {ReviewRow} row */
function state(page, row) {
  if (isOpenRow(page, row)) return html`<b class="yz-due">${page.say("to_answer")}</b>`;
  if (
    row.cells.some(
      ({ id, question }) => hasOwn(page.state.answers, id) || (question && hasOwn(page.state.answers, question)),
    )
  )
    return `✓ ${page.say("checked")}`;
  return page.say(/** @type {ReviewTextKey} */ (`how_${row.cells[0].how}`));
}

/** The columns whose first cell has a label. @param {ReviewCell[]} cells */
function firsts(cells) {
  const seen = new Set();
  return cells.map(({ column }) => {
    const isFirst = !seen.has(family(column));
    seen.add(family(column));
    return isFirst;
  });
}

/** Whether a cell says what one before it said of others: one verb for several industries. @param {ReviewCell[]} cells @param {number} number */
function isRepeated(cells, number) {
  const { column, value } = cells[number];
  return column === "role" && cells.findIndex((one) => one.column === column && one.value === value) < number;
}

/** The words of a quote around the value. @param {string} quote @param {string} value */
function aroundValue(quote, value) {
  const from = Math.max(0, quote.indexOf(value) - BEFORE_VALUE);
  return `${from ? "…" : ""}${quote.slice(from, from + QUOTE_LONGEST)}`;
}

/** @param {ReviewPage} page @param {ReviewRow} row @param {(node: Element | null) => void} measure @param {number} index */
function rowLines(page, row, measure, index) {
  const { selected } = page.state;
  const chosen = row.cells.find(({ id, question }) => id === selected || question === selected);
  const [first] = row.cells;
  const { clause } = page.data.clauses[row.at];
  const isFirst = firsts(row.cells);
  const quote = aroundValue(first.quote, first.value);
  return html`<tr key=${row.id} ref=${measure} data-index=${index} class=${classes("yz-row", chosen && "chosen", row.status)}>
    <td><span class=${classes("yz-kind", row.status)}>${page.kind(row.kind)}</span></td>
    <th scope="row" colspan=${chosen ? 2 : undefined}><div class="yz-cells">${row.cells.map((cell, number) => (isRepeated(row.cells, number) ? null : cellButton(page, cell, isFirst[number])))}</div>
      ${chosen ? opened(page, chosen) : null}</th>
    ${chosen ? null : html`<td class="quote" lang="zh">“${quote}”</td>`}
    <td><button type="button" class="yz-clause-chip" onClick=${() => page.act.select(first.id)}>${clause}</button></td>
    <td class="how">${state(page, row)}</td></tr>`;
}

/** What the chosen row shows beside its cells: the whole quote, and what can be done. @param {ReviewPage} page @param {ReviewCell} cell */
function opened(page, cell) {
  const { answers, editing } = page.state;
  if (editing === cell.id) return html`<${Edit} page=${page} cell=${cell} key=${cell.id} />`;
  const isRejected = hasOwn(answers, cell.id) && answers[cell.id].answer === "X";
  const at = cell.quote.indexOf(cell.value);
  const quote =
    at < 0
      ? cell.quote
      : html`${cell.quote.slice(0, at)}<b>${cell.value}</b>${cell.quote.slice(at + cell.value.length)}`;
  return html`<div class="yz-opened"><q lang="zh">${quote}</q>
    ${page.differing.has(cell.id) ? html`<small>${page.say("both_kept")}</small>` : null}
    ${
      cell.question
        ? null
        : html`<span><button type="button" onClick=${page.act.edit}>${keycap("F2")} ${page.say("edit")}</button>
      <button type="button" onClick=${page.act.reject}>${keycap("Del")} ${page.say(isRejected ? "restore" : "reject")}</button></span>`
    }</div>`;
}

/** @param {ReviewPage} page @param {Extract<ReviewItem, {type: "section"}>} item */
function sectionHead(page, item) {
  const hue = page.data.zones.find((zone) => zone.name === item.section);
  const name = item.section === PARTICULARS ? page.label(PARTICULARS) : item.section || page.say("whole_plan");
  return html`${hue ? html`<i class="yz-dot" style=${{ "--light": hue.light, "--dark": hue.dark }}></i>` : null}
    <b>${name}</b> <small>${item.tables.map((table) => (table === PARTICULARS ? `${table}.json` : `${page.label(table)} ${table}.csv`)).join("、")}</small>`;
}

/** @extends {Component<{page: ReviewPage}>} */
export class RowsPane extends Component {
  /** @type {ReviewItem[]} */
  shown = [];
  /** @type {unknown[]} */
  made = [];

  /** What is shown changes only with these. */
  update() {
    const { filter, hidden, search, answers } = this.props.page.state;
    const own = [filter, hidden, search, filter === "open" ? answers : null];
    if (own.some((one, number) => one !== this.made[number]) || !this.made.length) {
      this.made = own;
      this.shown = shownItems(this.props.page);
    }
  }
  /** @param {number} index @param {(node: Element | null) => void} measure */
  line(index, measure) {
    const { page } = this.props;
    const item = this.shown[index];
    if (item.type === "row") return rowLines(page, item.row, measure, index);
    if (item.type === "section")
      return html`<tr key=${item.id} ref=${measure} data-index=${index} class="yz-section"><th scope="rowgroup" colspan="5">${sectionHead(page, item)}</th></tr>`;
    const { text, clause } = page.data.clauses[item.at];
    const words = text.slice(item.span.start, item.span.end);
    return html`<tr key=${item.id} ref=${measure} data-index=${index} class=${classes("yz-row unread", page.state.selected === item.id && "chosen")}>
      <td><span class="yz-kind unread">${page.kind("unread")}</span></td>
      <th scope="row"><button type="button" class="yz-cell" lang="zh" onClick=${() => page.act.select(item.id)}>“${words}”</button> <small>${page.say("unread_row")}</small></th>
      <td></td><td><button type="button" class="yz-clause-chip" onClick=${() => page.act.select(item.id)}>${clause}</button></td><td class="how">${page.kind("unread")}</td></tr>`;
  }
  target() {
    const { selected } = this.props.page.state;
    if (!selected) return { index: -1, key: null };
    const row = this.props.page.rowOf.get(selected);
    return { index: this.shown.findIndex(({ id }) => id === (row ? row.id : selected)), key: selected };
  }
  render() {
    this.update();
    const { page } = this.props;
    const count = this.shown.filter(({ type }) => type !== "section").length;
    return html`<div class="yz-rows">
      ${head(page, count)}
      ${count ? null : html`<p class="yz-empty">${page.say("no_rows")}</p>`}
      <${Virtual} name="yz-draft" label=${page.say("draft_tables")} count=${this.shown.length} version=${this.made.map(String).join()}
        estimate=${(/** @type {number} */ index) => (this.shown[index]?.id === page.state.selected ? OPENED_PX : ROW_PX)}
        draw=${(/** @type {number} */ index, /** @type {(node: Element | null) => void} */ measure) => this.line(index, measure)}
        target=${this.target()}
        frame=${(
          /** @type {Content} */ rows,
          /** @type {number} */ before,
          /** @type {number} */ after,
        ) => html`<table class="yz-list" aria-rowcount=${this.shown.length}>
          <colgroup><col class="c-kind" /><col /><col class="c-quote" /><col class="c-clause" /><col class="c-how" /></colgroup>
          <thead><tr>${/** @type {ReviewTextKey[]} */ (["kind", "read_as", "quote", "source", "evidence"]).map((name) => html`<th scope="col">${page.say(name)}</th>`)}</tr></thead>
          <tbody><tr class="yz-space" aria-hidden="true"><td colspan="5" style=${{ height: `${before}px` }}></td></tr>${rows}
          <tr class="yz-space" aria-hidden="true"><td colspan="5" style=${{ height: `${after}px` }}></td></tr></tbody></table>`} />
    </div>`;
  }
}
