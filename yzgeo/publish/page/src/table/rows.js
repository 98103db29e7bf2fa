// The rows of the table that are in sight, of however many; the arrow keys go from row to row.
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { Component, createRef } from "preact";
import { classes, html } from "../html.js";
import { headCell, spacer, total } from "./head_and_foot.js";

const ROW_REM = 2.54;
const NARROW = window.matchMedia("(max-width: 860px)");
const OVERSCAN = 8;
const MOST_PRINTED = 2000;

/** @typedef {NonNullable<ReturnType<Page["table"]["drawn"]>>} DrawnTable */

/** @typedef {{column: TableColumn, content: Content}} DrawnCell */

/** In pixels: it grows with the letters. */
function rowHeight() {
  return Math.round(ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize));
}

/** @extends {Component<{page: Page, drawn: DrawnTable}>} */
export class Rows extends Component {
  scroller = /** @type {import("preact").RefObject<HTMLDivElement>} */ (createRef());
  /** The place of the row that the keyboard is at. */
  active = 0;
  isFocusDue = false;
  /** Whether the pointer is on a row: then it is the map that follows. */
  isPointed = false;
  /** @type {Key | null} */
  hovered = null;
  /** The height of a row in pixels; the browser is asked once for all rows. */
  rowPx = rowHeight();
  /** @type {() => void} */
  unmount = () => {};
  redraw = () => this.forceUpdate();
  resized = () => {
    const height = rowHeight();
    if (height === this.rowPx) return;
    this.rowPx = height;
    this.virtualizer.measure();
  };
  /** @type {Virtualizer<HTMLDivElement, HTMLElement>} */
  virtualizer = new Virtualizer({
    count: this.props.drawn.rows.length,
    getScrollElement: () => this.scroller.current,
    estimateSize: () => this.rowPx,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: this.redraw,
  });

  componentDidMount() {
    this.unmount = this.virtualizer._didMount();
    this.virtualizer._willUpdate();
    window.addEventListener("resize", this.resized);
    NARROW.addListener(this.redraw); // Safari before 14 has no addEventListener here
  }

  componentDidUpdate() {
    this.virtualizer._willUpdate();
    const { page, drawn } = this.props;
    const { hovered } = page.state;
    if (hovered !== this.hovered) {
      this.hovered = hovered;
      const place = hovered && !this.isPointed ? drawn.rows.findIndex((row) => this.answers(row, hovered)) : -1;
      if (place >= 0) this.bringIntoSight(place);
    }
    if (this.isFocusDue) this.focus();
  }

  componentWillUnmount() {
    this.unmount();
    window.removeEventListener("resize", this.resized);
    NARROW.removeListener(this.redraw);
  }

  /** @param {number} row @param {Key} key */
  answers(row, key) {
    const { source } = this.props.drawn;
    return source.key(row) === key || (source.alsoKeys?.(row).includes(key) ?? false);
  }

  /** @param {number} place */
  bringIntoSight(place) {
    const scroller = this.scroller.current;
    if (!scroller) return;
    const head = scroller.querySelector("thead")?.offsetHeight || 0;
    const foot = scroller.querySelector("tfoot")?.offsetHeight || 0;
    const top = place * this.rowPx;
    const isBelow = top + this.rowPx + head + foot > scroller.scrollTop + scroller.clientHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (isBelow) scroller.scrollTop = top + this.rowPx + head + foot - scroller.clientHeight;
  }

  focus() {
    const button = /** @type {HTMLElement | null | undefined} */ (
      this.scroller.current?.querySelector(`tr[data-place="${this.active}"] .row-open`)
    );
    if (!button) return;
    this.isFocusDue = false;
    button.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event @param {number} place */
  pressed(event, place) {
    const last = this.props.drawn.rows.length - 1;
    const screen = Math.max(1, Math.floor((this.scroller.current?.clientHeight || 0) / this.rowPx) - 3);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: screen, PageUp: -screen, Home: -last, End: last };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const from = this.isFocusDue ? this.active : place; // keys may come faster than rows
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    this.active = Math.min(last, Math.max(0, from + step));
    this.bringIntoSight(this.active);
    this.isFocusDue = true;
    this.forceUpdate();
  }

  /** @param {Key | null} key @param {boolean} isPointed */
  hover(key, isPointed) {
    this.isPointed = isPointed;
    const { store } = this.props.page;
    // A row that has the focus and is scrolled away loses it while rows are drawn: the page is drawn after that.
    Promise.resolve().then(() => {
      if (store.get().hovered !== key) store.change({ hovered: key });
    });
  }

  render() {
    const { page, drawn } = this.props;
    const { rows } = drawn;
    const isNarrow = NARROW.matches && !page.state.printing;
    const heads = drawn.columns.heads().filter(({ column }) => !isNarrow || column.onPhone);
    const [from, until] = this.inSight(rows.length);
    this.active = Math.min(this.active, Math.max(0, rows.length - 1));
    const drawnRows = drawn.columns.cells(Array.from(rows.subarray(from, until)));
    /** English words are longer, and the names of a Chinese plan are not. @param {TableColumn} column */
    const wider = ({ isNumber, grows }) => (page.lang === "zh" ? 1 : grows ? 0.8 : isNumber ? 1.1 : 1.25);
    const width = heads.reduce((sum, { column }) => sum + column.width * wider(column), isNarrow ? 0 : 2.4);
    const style = isNarrow ? undefined : { minWidth: `${width}rem` };
    const shown = new Set(heads.map(({ column }) => column.id));
    return html`<div class="table-scroll" ref=${this.scroller}>
      <table class=${classes("rows", isNarrow && "narrow")} style=${style} aria-rowcount=${rows.length + 1}>
        <colgroup>
          ${isNarrow ? null : html`<col style="width:2.4rem" />`}
          ${heads.map(({ column }) => html`<col key=${column.id} style=${column.grows ? undefined : `width:${column.width * wider(column)}rem`} />`)}
        </colgroup>
        <thead><tr aria-rowindex="1">
          ${isNarrow ? null : html`<th scope="col" class="number"><span class="unseen">${page.say("row_number")}</span></th>`}
          ${heads.map((head) => headCell(page, head))}
        </tr></thead>
        <tbody onMouseLeave=${() => this.hover(null, false)}>
          ${spacer(from * this.rowPx)}
          ${drawnRows.map(({ row, cells }, at) =>
            this.row(
              row,
              from + at,
              cells.filter(({ column }) => shown.has(column.id)),
              isNarrow,
            ),
          )}
          ${spacer((rows.length - until) * this.rowPx)}
        </tbody>
        ${
          rows.length && heads.some(({ column }) => column.total)
            ? html`<tfoot><tr>
          ${isNarrow ? null : html`<td></td>`}
          ${heads.map(({ column }) => html`<td key=${column.id} class=${column.isNumber ? "figure" : undefined}>${total(page, column, drawn)}</td>`)}
        </tr></tfoot>`
            : null
        }
      </table>
    </div>`;
  }

  /** The places of the first row that is drawn and of the first after them. @param {number} count @returns {[number, number]} */
  inSight(count) {
    if (this.props.page.state.printing) return [0, Math.min(count, MOST_PRINTED)];
    this.virtualizer.setOptions({ ...this.virtualizer.options, count });
    const items = this.virtualizer.getVirtualItems();
    if (!items.length) return [0, Math.min(count, 2 * OVERSCAN)];
    return [items[0].index, Math.min(count, items[items.length - 1].index + 1)];
  }

  /** @param {number} row @param {number} place @param {DrawnCell[]} cells @param {boolean} isNarrow */
  row(row, place, cells, isNarrow) {
    const { page, drawn } = this.props;
    const key = drawn.source.key(row);
    const { hovered, opened, selected } = page.state;
    const isChosen = key !== null && (opened === key || selected === key);
    const isHovered = hovered !== null && this.answers(row, hovered);
    const open = () => {
      this.active = place;
      if (key) page.store.change({ selected: key });
      drawn.source.open(row);
    };
    const select = (/** @type {Event} */ event) => {
      if (/** @type {HTMLElement} */ (event.target).closest("button")) return;
      this.active = place;
      page.store.change({ selected: selected === key ? null : key });
    };
    return html`<tr key=${row} data-place=${place} aria-rowindex=${place + 2} class=${classes(isHovered && "hovered", isChosen && "chosen")}
      onMouseEnter=${() => this.hover(key, true)} onClick=${select}>
      ${isNarrow ? null : html`<td class="number">${place + 1}</td>`}
      ${cells.map(({ column, content }, at) =>
        at
          ? html`<td key=${column.id} class=${column.isNumber ? "figure" : undefined}>${content}</td>`
          : html`<th key=${column.id} scope="row"><button type="button" class="row-open" data-key=${key} tabindex=${place === this.active ? "0" : "-1"}
              onFocus=${() => this.hover(key, true)} onBlur=${() => this.hover(null, false)}
              onKeyDown=${(/** @type {KeyboardEvent} */ event) => this.pressed(event, place)} onClick=${open}>${content}</button></th>`,
      )}
    </tr>`;
  }
}
