// The signs of the list and of the legend: set, only in a town, not stated.
import { html } from "../../../page/src/html.js";

/** @param {"set" | "point" | "town" | "none"} kind */
export function mark(kind) {
  if (kind === "set") {
    return html`<svg class="yz-mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="8" class="full" /><path d="M5 9.2 8 12 13 6.4" class="tick" />
    </svg>`;
  }
  if (kind === "point") {
    return html`<svg class="yz-mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="7.5" class="ring" /><circle cx="9" cy="9" r="4" class="full" />
    </svg>`;
  }
  if (kind === "town") {
    return html`<svg class="yz-mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="7.5" class="ring dashed" />
    </svg>`;
  }
  return html`<i class="yz-mark yz-hatch" aria-hidden="true"></i>`;
}

/** @param {string} key */
export function keycap(key) {
  return html`<kbd>${key}</kbd>`;
}
