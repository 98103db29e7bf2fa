import { render } from "preact";
import { byId } from "../html.js";
import { dialog } from "./dialog.js";
import { filter } from "./filter.js";
import { findings } from "./findings.js";
import { hands } from "./hands.js";
import { bar, head } from "./head.js";
import { imprint } from "./imprint.js";
import { legend } from "./legend.js";
import { list, viewList } from "./list.js";
import { measured, notice } from "./messages.js";
import { panel } from "./panel.js";
import { phone } from "./phone.js";
import { rail } from "./rail.js";
import { query, results, searchStatus } from "./results.js";
import { sheets } from "./sheets.js";
import { sources } from "./sources.js";
import { tabs } from "./tabs.js";
import { tools } from "./tools.js";
import { unplaced } from "./unplaced.js";

/** All parts of the page around the map, in its order. @type {Part[]} */
const PARTS = [
  ...head,
  query,
  results,
  searchStatus,
  bar,
  tabs,
  tools,
  ...phone,
  filter,
  hands,
  unplaced,
  legend,
  notice,
  measured,
  imprint,
  list,
  viewList,
  findings,
  sources,
  rail,
  ...sheets,
  panel,
  dialog,
];

/**
 * Shows the state in every part. Nodes that are shown again stay, and keep the focus.
 * @param {Page} page
 */
export function drawParts(page) {
  for (const part of PARTS) drawPart(page, part);
}

/** @param {Page} page @param {Part} part */
function drawPart(page, { id, attributes, content }) {
  const root = byId(id);
  if (attributes) setAttributes(root, attributes(page));
  if (content) render(content(page), root);
}

/** Shows anew what the zoom tells of: the legend, whose discs are as large as those of the map, and the lens. @param {Page} page */
export function drawOfZoom(page) {
  drawPart(page, legend);
  drawPart(page, hands);
}

/** @typedef {ReturnType<NonNullable<Part["attributes"]>>} Attributes */

/** @type {WeakMap<HTMLElement, Attributes>} */
const lastAttributes = new WeakMap();

/**
 * Sets the attributes that differ from the last ones of this element, so that a fold of the reader stays.
 * @param {HTMLElement} root @param {Attributes} attributes
 */
function setAttributes(root, attributes) {
  const before = lastAttributes.get(root) || {};
  for (const [name, value] of Object.entries(attributes)) {
    if (before[name] === value) continue;
    if (typeof value === "boolean") root.toggleAttribute(name, value);
    else if (value === null) root.removeAttribute(name);
    else root.setAttribute(name, value);
  }
  lastAttributes.set(root, attributes);
}

/** Writes the folds that the reader opens or closes into the state. @param {Page} page */
export function listenToFolds(page) {
  for (const id of /** @type {Fold[]} */ (Object.keys(page.state.folds))) {
    const root = /** @type {HTMLDetailsElement} */ (byId(id));
    root.addEventListener("toggle", () => {
      if (page.state.printing || page.state.folds[id] === root.open) return;
      page.store.change({ folds: { ...page.state.folds, [id]: root.open } });
    });
  }
}
