import { html } from "../html.js";

/**
 * A chart beside which its figures stand in words needs no name of its own.
 * @param {string} name
 */
export function naming(name) {
  return name ? { role: "img", "aria-label": name } : { "aria-hidden": "true" };
}

const MARK_WIDTH = 0.6;

/**
 * One bar of a row.
 * @param {{value: number, colour: string, pale?: boolean}[]} parts @param {number} most the value of a full bar
 * @param {{name?: string, mark?: number}} [more] `mark` is a line across, such as a target
 */
export function bar(parts, most, { name = "", mark } = {}) {
  let x = 0;
  const rects = parts.map((part) => {
    const width = most ? (100 * part.value) / most : 0;
    const from = x;
    x += width;
    return html`<rect x=${from} y="0" width=${width} height="8" fill=${part.colour} fill-opacity=${part.pale ? 0.35 : 1} />`;
  });
  const markAt = mark === undefined ? null : Math.min((100 * mark) / most, 100 - MARK_WIDTH);
  return html`<svg class="bar-chart" viewBox="0 0 100 8" preserveAspectRatio="none" ...${naming(name)}>
    <rect x="0" y="0" width="100" height="8" class="ground" />
    ${rects}
    ${markAt !== null && html`<rect x=${markAt} y="0" width=${MARK_WIDTH} height="8" class="mark" />`}
  </svg>`;
}

/**
 * The largest of some figures, and never 0: what a full bar stands for.
 * @param {number[]} values
 */
export function largest(values) {
  return Math.max(...values, 1e-9);
}
