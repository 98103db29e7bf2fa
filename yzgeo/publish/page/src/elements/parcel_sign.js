// The sign of a class of parcels, as the map draws it.
import { html } from "../html.js";

/** @type {Partial<Record<ParcelPattern, string>>} */
const LINES = {
  hatch: "M8 7.5l6-6M8 14.5l13-13M15 14.5l6-6",
  cross: "M8 7.5l6-6M8 14.5l13-13M15 14.5l6-6M15 1.5l6 6M8 1.5l13 13M8 8.5l6 6",
  bars: "M8 5.75h13M8 10.25h13",
};

/** @param {ParcelPattern} pattern @param {number} [share] of ink in its tone */
export function parcelSign(pattern, share = 1) {
  const box = html`<rect x="8" y="1.5" width="13" height="13" class=${pattern === "solid" ? "sign full" : "sign none"} stroke-dasharray=${pattern === "dashed" ? "3 2.4" : undefined} />`;
  const lines = LINES[pattern] ? html`<path d=${LINES[pattern]} class="sign none" />` : null;
  return html`<svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true" opacity=${share === 1 ? undefined : share}>${box}${lines}</svg>`;
}
