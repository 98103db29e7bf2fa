// One card that is the legend and the list of layers: each row switches a layer, shows its sign and counts it.
import { basemap } from "../elements/basemap_choice.js";
import { icon } from "../elements/icon.js";
import * as layerSigns from "../elements/layer_signs.js";
import { fold } from "../elements/links.js";
import { parcelLegend } from "../elements/parcel_legend.js";
import { ofState } from "../elements/signs.js";
import { html } from "../html.js";
import { isNarrowed } from "../state/filter.js";

/** Layers of the plan, each with the words below its name. @type {[string, (page: Page) => string[]][]} */
const PLAN = [
  ["zones", zoneWords],
  ["projects", projectWords],
];
/** Small rows, two in a line, where the page has the layer. */
const SMALL = [
  "parks",
  "findings",
  "parcels",
  "constraints",
  "water",
  "rail",
  "roads",
  "towns",
  "neighbours",
  "relief",
  "uncertainty",
];

/** @type {Part} */
export const legend = {
  id: "yz-legend",
  attributes: (page) => ({ open: page.state.folds["yz-legend"] || page.state.printing !== null }),
  content(page) {
    const isLedger = page.parcels !== null && page.state.shown.parcels;
    const entries = [...(isLedger ? parcelsOf(page) : []), ...page.view.legend(), ...ofState(page)];
    const signs = html`<ul class="signs" key=${page.state.view}>${entries.filter(Boolean)}</ul>`;
    // A map of parcels is about these: the list of layers would cover some of them.
    const isFolded = isLedger && page.view.isOfParcels === true;
    return html`<summary>${icon("layers")}<span>${page.say("legend")}</span></summary>
      ${isFolded ? signs : null}
      <div id="yz-layers">${isFolded ? fold(page, "yz-layer-list", page.say("layers"), layers(page), true) : layers(page)}</div>
      ${isFolded ? null : signs}`;
  },
};

/** What parcels are told apart by: their status, if nothing else. @param {Page} page */
function parcelsOf(page) {
  return page.view.parcels ? page.view.parcels() : parcelLegend(page);
}

/** @param {Page} page */
function layers(page) {
  const plan = PLAN.filter(([name]) => has(page, name)).map(([name, words]) => wide(page, name, words(page)));
  const others = SMALL.filter((name) => has(page, name)).map((name) => small(page, name));
  return html`${rows("rows", plan)} ${page.state.shown.projects && has(page, "projects") ? layerSigns.sizes(page) : null}
    ${rows("rows small", page.state.printing ? others : [...others, html`<li>${basemap(page)}</li>`])}`;
}

/** A list, where the page has any of its layers. @param {string} name @param {Content[]} items */
function rows(name, items) {
  return items.length ? html`<ul class=${name}>${items}</ul>` : null;
}

/** What a layer has: null where things are not counted, 0 where there are none. @param {Page} page @param {string} name */
function countOf({ data, map }, name) {
  if (name === "zones") return data.zones.filter(({ key }) => map.byKey[key]).length;
  if (name === "projects") return data.projects.filter(({ located }) => located).length;
  if (name === "parks") return new Set(data.sites.flatMap(({ parks }) => parks)).size;
  if (name === "findings") return data.rules.reduce((sum, { flagged }) => sum + flagged, 0);
  return null;
}

/** @param {Page} page @param {string} name */
function has(page, name) {
  if (name === "uncertainty") return page.data.places.length > 0;
  return name in page.state.shown && countOf(page, name) !== 0;
}

/** @param {Page} page */
function zoneWords(page) {
  const { bases } = page.data;
  const [soft, sharp] = [bases.includes("schematic"), bases.includes("official")];
  return [page.say(soft && sharp ? "legend_both" : soft ? "legend_soft" : "legend_sharp")];
}

/** @param {Page} page */
function projectWords(page) {
  const isWeak = page.data.sites.some(({ projects }) => projects.some(({ weak }) => weak));
  return [isWeak ? page.say("legend_weak") : "", isNarrowed(page.state) ? page.say("legend_ghost") : ""].filter(
    Boolean,
  );
}

/** @param {Page} page @param {string} name */
function nameOf(page, name) {
  if (name === "projects" && !page.data.projects.some(({ list }) => list === "planned")) {
    return page.say("legend_projects_alone");
  }
  if (name === "parcels") return page.say("parcels");
  return page.say(/** @type {TextKey} */ (name === "uncertainty" ? "uncertainty_short" : `legend_${name}`));
}

/** @param {Page} page @param {string} name */
function box(page, name) {
  const set = (/** @type {Event} */ event) => {
    const { checked } = /** @type {HTMLInputElement} */ (event.currentTarget);
    page.store.change({ shown: { ...page.state.shown, [name]: checked } });
  };
  return html`<input type="checkbox" data-layer=${name} checked=${page.state.shown[name]} onChange=${set} />`;
}

/** @param {Page} page @param {string} name @param {string[]} words */
function wide(page, name, words) {
  return html`<li key=${name} class=${page.state.shown[name] ? "on" : "off"}><label>${box(page, name)}${layerSigns.sign(page, name)}
    <span class="words">${nameOf(page, name)}${words.map((line) => html`<small>${line}</small>`)}</span>
    <span class="number">${countOf(page, name)}</span></label></li>`;
}

/** @param {Page} page @param {string} name */
function small(page, name) {
  const count = countOf(page, name);
  const words = count === null ? nameOf(page, name) : `${nameOf(page, name)} ${count}`;
  return html`<li key=${name} class=${page.state.shown[name] ? "on" : "off"}><label>${box(page, name)}${layerSigns.sign(page, name)}
    <span class="words">${words}</span></label></li>`;
}
