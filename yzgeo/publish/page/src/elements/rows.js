// Rows of figures: a name, a figure beside it, a bar under both.
import { html } from "../html.js";

/** A square of a colour, beside a name. @param {string} colour */
export function dot(colour) {
  const style = { background: colour };
  return html`<span class="swatch" style=${style}></span>`;
}

/**
 * @param {{name: string, figure: string, chart: Content, swatch?: string, open?: (() => void) | null, note?: string}} row
 *   `swatch` is a colour beside the name, `open` what a click does
 */
export function figureRow({ name, figure, chart, swatch, open, note }) {
  const mark = swatch ? dot(swatch) : null;
  const content = html`<span class="name">${mark}<span class="grow">${name}</span><span class="figure">${figure}</span></span>
    ${chart}
    ${note === undefined ? null : html`<span class="meta">${note}</span>`}`;
  if (!open) return html`<div class="class-row">${content}</div>`;
  return html`<button type="button" class="class-row" onClick=${open}>${content}</button>`;
}
