// The strip beside the document: where questions are open, where words went nowhere, where text and table differ.
import { Component, createRef } from "preact";
import { html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";

const WIDTH = 12;

/** How many characters stand before each clause, and in all. @param {ReviewClause[]} clauses */
export function places(clauses) {
  const before = [0];
  for (const { text } of clauses) before.push(before[before.length - 1] + text.length + 8);
  return before;
}

/** @extends {Component<{page: ReviewPage, mounted: (own: Strip) => void}>} */
export class Strip extends Component {
  canvas = /** @type {import("preact").RefObject<HTMLCanvasElement>} */ (createRef());
  view = /** @type {import("preact").RefObject<HTMLElement>} */ (createRef());
  before = places(this.props.page.data.clauses);
  total = this.before[this.before.length - 1] || 1;
  isDue = false;
  /** A key is answered first, then the strip is painted. */
  redraw = () => {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => this.paint());
  };

  componentDidMount() {
    this.props.mounted(this);
    this.redraw();
    window.addEventListener("resize", this.redraw);
  }
  componentDidUpdate() {
    this.redraw();
  }
  componentWillUnmount() {
    window.removeEventListener("resize", this.redraw);
  }
  /** The clauses in sight. @param {{first: number, last: number}} range */
  sight({ first, last }) {
    const node = this.view.current;
    if (!node) return;
    node.style.top = `${(100 * this.before[first]) / this.total}%`;
    node.style.height = `${(100 * (this.before[last] - this.before[first])) / this.total}%`;
  }
  paint() {
    this.isDue = false;
    const canvas = this.canvas.current;
    const paper = canvas?.getContext("2d");
    if (!canvas || !paper) return;
    const { page } = this.props;
    const height = canvas.clientHeight || 1;
    canvas.width = WIDTH;
    canvas.height = height;
    const style = getComputedStyle(document.documentElement);
    const colour = {
      open: style.getPropertyValue("--warn"),
      edge: style.getPropertyValue("--on-warn-edge"),
      rest: style.getPropertyValue("--ink3"),
    };
    // Of what falls on one pixel, one tick is drawn: a long document has thousands.
    /** @type {Map<number, boolean>} */
    const ticks = new Map();
    page.marks.forEach((marks, at) => {
      for (const mark of marks) {
        const isOpen = mark.question !== null && !hasOwn(page.state.answers, mark.question);
        if (!isOpen && mark.status !== "unread" && mark.status !== "differ") continue;
        const y = Math.round((height * (this.before[at] + mark.start)) / this.total);
        ticks.set(y, ticks.get(y) || isOpen);
      }
    });
    for (const [y, isOpen] of ticks) {
      paper.fillStyle = isOpen ? colour.edge : colour.rest;
      paper.fillRect(isOpen ? 1 : 3, y, isOpen ? WIDTH - 2 : WIDTH - 6, isOpen ? 4 : 1);
      if (!isOpen) continue;
      paper.fillStyle = colour.open;
      paper.fillRect(2, y + 1, WIDTH - 4, 2);
    }
  }
  /** @param {MouseEvent} event */
  go(event) {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    const wanted = ((event.clientY - box.top) / box.height) * this.total;
    const at = this.before.findIndex((place) => place > wanted) - 1;
    this.props.page.go(Math.max(0, Math.min(at, this.props.page.data.clauses.length - 1)));
  }
  render() {
    return html`<div class="yz-strip" title=${this.props.page.say("strip")} aria-hidden="true" onClick=${(/** @type {MouseEvent} */ event) => this.go(event)}>
      <canvas ref=${this.canvas}></canvas><i ref=${this.view}></i></div>`;
  }
}
