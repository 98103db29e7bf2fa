// A list of which only what is in sight is drawn; what is drawn tells its height.
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { Component, createRef } from "preact";
import { html } from "../../../page/src/html.js";

const OVERSCAN = 6;

/**
 * @typedef {{
 *   count: number,
 *   version: unknown,
 *   estimate: (index: number) => number,
 *   draw: (index: number, measure: (node: Element | null) => void) => Content,
 *   frame: (rows: Content, before: number, after: number) => Content,
 *   name: string, label: string,
 *   target: {index: number, key: string | null},
 *   mounted?: (own: Virtual) => void,
 *   onRange?: (first: number, last: number) => void,
 * }} VirtualProps
 */

/** @extends {Component<VirtualProps>} */
export class Virtual extends Component {
  scroller = /** @type {import("preact").RefObject<HTMLDivElement>} */ (createRef());
  /** @type {() => void} */
  unmount = () => {};
  /** @type {string | null} */
  shown = null;
  redraw = () => this.forceUpdate();
  virtualizer = this.made();

  /** @returns {Virtualizer<HTMLDivElement, Element>} */
  made() {
    return new Virtualizer({
      count: this.props.count,
      getScrollElement: () => this.scroller.current,
      estimateSize: (index) => this.props.estimate(index),
      overscan: OVERSCAN,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: this.redraw,
    });
  }
  componentDidMount() {
    this.unmount = this.virtualizer._didMount();
    this.virtualizer._willUpdate();
    this.props.mounted?.(this);
    this.follow();
  }
  /** @param {VirtualProps} before */
  componentDidUpdate(before) {
    this.virtualizer._willUpdate();
    if (before.version !== this.props.version) this.virtualizer.measure();
    this.follow();
    const items = this.virtualizer.getVirtualItems();
    if (items.length) this.props.onRange?.(items[0].index, items[items.length - 1].index);
  }
  componentWillUnmount() {
    this.unmount();
  }
  /** Brings what is chosen into sight, when it is another than before. */
  follow() {
    const { index, key } = this.props.target;
    if (key === this.shown || index < 0 || !this.scroller.current) return;
    this.shown = key;
    requestAnimationFrame(() => {
      if (this.isInSight()) return;
      this.virtualizer.scrollToIndex(index, { align: "center" });
      requestAnimationFrame(() => requestAnimationFrame(() => this.bringIntoSight()));
    });
  }
  chosen() {
    return this.scroller.current?.querySelector(".chosen") || null;
  }
  isInSight() {
    const node = this.chosen();
    const frame = this.scroller.current?.getBoundingClientRect();
    const box = node?.getBoundingClientRect();
    return Boolean(box && frame && box.top >= frame.top + 40 && box.bottom <= frame.bottom - 24);
  }
  bringIntoSight() {
    if (!this.isInSight()) this.chosen()?.scrollIntoView({ block: "center" });
  }
  measure = (/** @type {Element | null} */ node) => this.virtualizer.measureElement(node);

  render() {
    const { count, draw, frame, name, label } = this.props;
    this.virtualizer.setOptions({
      ...this.virtualizer.options,
      count,
      estimateSize: (index) => this.props.estimate(index),
    });
    const items = this.virtualizer.getVirtualItems();
    const before = items.length ? items[0].start : 0;
    const after = items.length ? this.virtualizer.getTotalSize() - items[items.length - 1].end : 0;
    const drawn = items.map(({ index }) => draw(index, this.measure));
    return html`<div class=${`yz-scroll ${name}`} ref=${this.scroller} tabindex="0" role="region" aria-label=${label}>${frame(drawn, before, after)}</div>`;
  }
}
