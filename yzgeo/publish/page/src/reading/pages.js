// The pages of a finding side by side, and the band that joins what was found on the first two.
import { Component } from "preact";
import { html } from "../html.js";
import { differences } from "./align.js";
import { leafSheet, numbered } from "./leaf.js";
import { findingsByClause, leavesOf, nearHits } from "./leaves.js";

const EDGE_PX = 10;
const MIDDLE = 0.4;

/** @typedef {{page: Page, finding: Finding}} Props */
/**
 * The band as it is drawn.
 * @typedef {object} Band
 * @property {number} left
 * @property {number} width
 * @property {number} height
 * @property {string} path
 */

/** @extends {Component<Props, {band: Band | null}>} */
export class Pages extends Component {
  state = { band: /** @type {Band | null} */ (null) };
  /** @type {HTMLElement | null} */
  root = null;
  frame = 0;
  /** @type {ResizeObserver | null} */
  watcher = null;

  componentDidMount() {
    this.watcher = new ResizeObserver(() => this.later());
    if (this.root) this.watcher.observe(this.root);
    this.scrollToHits();
  }

  /** @param {Props} before */
  componentDidUpdate(before) {
    if (before.finding !== this.props.finding) this.scrollToHits();
    else this.later();
  }

  componentWillUnmount() {
    if (this.watcher) this.watcher.disconnect();
    cancelAnimationFrame(this.frame);
  }

  /** Each page shows what was found on it, with something of what stands before. */
  scrollToHits() {
    for (const leaf of this.leaves()) {
      const hit = /** @type {HTMLElement | null} */ (leaf.querySelector(".hit"));
      if (!hit) continue;
      const above = hit.getBoundingClientRect().top - leaf.getBoundingClientRect().top + leaf.scrollTop;
      if (above + hit.offsetHeight < leaf.clientHeight) {
        leaf.scrollTop = 0;
        continue;
      }
      const heads = /** @type {NodeListOf<HTMLElement>} */ (leaf.querySelectorAll(":scope > header, thead"));
      const covered = [...heads].reduce((sum, head) => sum + head.offsetHeight, EDGE_PX);
      const spare = Math.max(covered, leaf.clientHeight * MIDDLE - hit.offsetHeight / 2);
      leaf.scrollTop = Math.max(0, above - spare);
    }
    this.later();
  }

  leaves() {
    return /** @type {HTMLElement[]} */ (this.root ? [...this.root.querySelectorAll(".leaf")] : []);
  }

  later() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.join());
  }

  /** Where the band runs: from what is in sight of the first find on the left to that on the right. */
  join() {
    const band = this.root && bandBetween(this.root, this.leaves());
    const { band: before } = this.state;
    if (band?.path !== before?.path || band?.left !== before?.left) this.setState({ band });
  }

  render() {
    const { page, finding } = this.props;
    const { band } = this.state;
    const leaves = leavesOf(page.data, finding);
    const by = findingsByClause(page.data);
    const shown = leaves.map((leaf) => (page.state.printing ? nearHits(leaf) : leaf.clauses));
    const numbers = numbered(finding, by, shown.flat());
    const marked = { page, finding, by, numbers, differs: wordings(finding) };
    const count = leaves.length === 1 ? "one" : leaves.length === 2 ? "two" : "many";
    return html`<div class=${`pages ${count}`} ref=${(/** @type {HTMLElement | null} */ root) => {
      this.root = root;
    }} onScrollCapture=${() => this.later()}>
      ${leaves.map((leaf, index) => leafSheet(marked, leaf, shown[index]))}
      ${
        band
          ? html`<svg class="band" aria-hidden="true" style=${`left: ${band.left}px`} width=${band.width} height=${band.height}>
              <path d=${band.path} />
            </svg>`
          : null
      }
    </div>`;
  }
}

/** The letters in which the two wordings of a finding differ, by wording. @param {Finding} finding */
function wordings({ compared }) {
  /** @type {Map<string, (Span[] | null)>} */
  const differs = new Map();
  for (const { kind, rows } of compared) {
    if (kind !== "words") continue;
    const words = rows.map((row) => row.items[0]);
    differences(words).forEach((letters, index) => {
      if (letters) differs.set(words[index], letters);
    });
  }
  return differs;
}

/** @param {HTMLElement} root @param {HTMLElement[]} leaves */
function bandBetween(root, leaves) {
  const [one, other] = leaves;
  if (!one || !other) return null;
  const [ground, left, right] = [root, one, other].map((element) => element.getBoundingClientRect());
  const width = right.left - left.right;
  if (width <= 0) return null;
  const from = inSight(one, left);
  const to = inSight(other, right);
  if (!from || !to) return null;
  const [a, b, c, d] = [from[0], from[1], to[0], to[1]].map((y) => Math.round(y - ground.top));
  const middle = width / 2;
  const path = `M0 ${a}C${middle} ${a} ${middle} ${c} ${width} ${c}V${d}C${middle} ${d} ${middle} ${b} 0 ${b}Z`;
  return { left: left.right - ground.left, width, height: Math.round(ground.height), path };
}

/** Top and bottom of what is in sight of the first find of a page. @param {HTMLElement} leaf @param {DOMRect} frame @returns {Span | null} */
function inSight(leaf, frame) {
  const hit = leaf.querySelector(".hit");
  if (!hit) return null;
  const { top, bottom } = hit.getBoundingClientRect();
  const [from, to] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
  return to > from ? [from, to] : null;
}
