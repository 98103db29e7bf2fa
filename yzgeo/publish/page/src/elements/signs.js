// Entries of the legend, each a small drawing and a text. Every view composes its own legend.
import { html } from "../html.js";
import { isCrowded } from "../map/room.js";
import { words } from "../state/choices.js";

const ROW_PX = 16;
const SIZED = [1, 5, 20]; // investments in 亿元 whose symbols are drawn side by side, as the words beside them say

/** @param {Content} drawing @param {string} words @param {{height?: number, isHalf?: boolean}} [more] */
function entry(drawing, words, { height = ROW_PX, isHalf = false } = {}) {
  return html`<li class=${isHalf ? "half" : undefined}>
    <svg width="30" height=${height} viewBox=${`0 0 30 ${height}`} aria-hidden="true">${drawing}</svg><span>${words}</span>
  </li>`;
}
/** @param {Record<string, string | number>} more @param {string} words */
function box(more, words) {
  const attributes = { x: 3, y: 2, width: 24, height: 12, class: "sign", ...more };
  return entry(html`<rect ...${attributes} />`, words);
}
/** @param {Record<string, string | number>} more @param {string} words */
function disc(more, words) {
  const attributes = { cx: 15, cy: 8, r: 6, class: "sign", ...more };
  return entry(html`<circle ...${attributes} />`, words);
}

/** The radius of a project's symbol by what is invested. @param {number} investment in 亿元 */
function radius(investment) {
  return 4 + 2.2 * Math.sqrt(investment);
}

/** @param {Page} page @returns {Content[]} */
export function outlines(page) {
  const { bases } = page.data;
  return [
    bases.includes("schematic") && box({ "stroke-dasharray": "4 3" }, page.ifSchematic("legend_schematic")),
    bases.includes("official") && box({}, page.say("legend_official")),
  ].filter(Boolean);
}
/** @param {Page} page */
export const project = (page) => disc({ "fill-opacity": 0.6 }, page.say("legend_project"));
/** @param {Page} page */
export const owner = (page) => disc({ "fill-opacity": 0.2, "stroke-dasharray": "3 2" }, page.say("legend_owner"));
/** @param {Page} page */
export const park = (page) => disc({ r: 4, class: "sign open" }, page.say("legend_park"));
/** @param {Page} page */
export const newLand = (page) => disc({ "fill-opacity": 0.6 }, page.say("legend_new_land"));
/** @param {Page} page */
export const reuse = (page) => disc({ class: "sign open", "stroke-width": 3 }, page.say("legend_reuse"));
/** @param {Page} page */
export const flagged = (page) => disc({ class: "sign flagged" }, page.say("legend_flagged"));
/** @param {Page} page */
export const unflagged = (page) => disc({ class: "sign", opacity: 0.5 }, page.say("legend_unflagged"));

/** @param {Page} page */
function hatched(page) {
  const [{ zone_id, colour }] = page.data.zones;
  const fill = `url(#yz-hatch-${zone_id})`;
  const drawing = html`<rect x="3" y="2" width="24" height="12" fill=${fill} stroke=${colour} />`;
  return entry(drawing, page.say("legend_hatched"));
}
/** @param {Page} page */
function half(page) {
  const drawing = html`<path d="M3 2h11L3 13Z" fill="var(--ink3)" />
    <rect x="3" y="2" width="11" height="11" class="sign none" />`;
  return entry(drawing, page.say("legend_half"));
}
/** @param {Page} page */
export function sizes(page) {
  const drawing = SIZED.map((investment) => {
    const r = radius(investment);
    return html`<circle cx="15" cy=${28 - r} r=${r} class="sign none" />`;
  });
  return entry(drawing, page.say("legend_sizes"), { height: 30 });
}
/** @param {string} colour @param {string} words */
export function swatch(colour, words) {
  const style = { fill: colour };
  return entry(html`<circle cx="15" cy="8" r="6" style=${style} />`, words, { isHalf: true });
}
/** @param {Page} page */
export const flag = (page) => html`<li><span class="flag sample">⚑</span><span>${page.say("legend_flag")}</span></li>`;
/**
 * What the map says of projects, where it draws any. @param {Page} page @param {((page: Page) => Content)[]} first
 */
export function projects(page, ...first) {
  const drawn = page.data.projects.filter((one) => one.located);
  if (!drawn.length) return [];
  return [
    ...first.map((sign) => sign(page)),
    drawn.some((one) => one.weak) && owner(page),
    isCrowded(drawn.length) ? cluster(page) : spread(page),
  ];
}
/** @param {Page} page */
function cluster(page) {
  const drawing = html`<circle cx="15" cy="8" r="7.5" class="sign" /><text x="15" y="12" class="count">9</text>`;
  return entry(drawing, page.say("legend_cluster"));
}
/** Kinds of zones, where these are too many for a colour each. @param {Page} page */
export function kinds(page) {
  return page.data.zone_kinds.map(({ name, colour }) => {
    const style = { fill: colour, stroke: colour, "fill-opacity": 0.35 };
    return entry(html`<rect x="3" y="2" width="24" height="12" style=${style} />`, page.text(name));
  });
}
/** Signs of what several zones lead in, and of what text or table alone lists. @param {Page} page */
export function shared(page) {
  return page.data.zones.length ? [hatched(page), half(page)] : [];
}
/** @param {Page} page */
export const spread = (page) => html`<li class="note"><span>${page.say("legend_spread")}</span></li>`;
/** First of all, so that it stands on paper and in pictures too. @param {Page} page */
export function narrowed(page) {
  const told = narrowedTo(page);
  return told ? html`<li class="narrowed"><span>${page.say("narrowed_to") + told}</span></li>` : null;
}

/** The rule and the filter that the view is narrowed to, without which a picture or a print would pass for the whole. @param {Page} page */
export function narrowedTo(page) {
  return [page.view.narrowed ? page.view.narrowed() : "", words(page)].filter(Boolean).join(page.semicolon());
}
/** The title of the view and the rule and filter that it is narrowed to. @param {Page} page */
export function viewName(page) {
  const told = narrowedTo(page);
  return page.text(page.view.title) + (told ? page.say("narrowed") + told : "");
}

/**
 * Signs of what the reader switched on or chose, in whatever view.
 * @param {Page} page
 */
export function ofState(page) {
  const { opened, shown } = page.state;
  const subject = page.subject(opened);
  const shape = opened ? page.map.byKey[opened] : undefined;
  const isRinged = shape?.home || (subject?.projects || []).some((key) => page.map.byKey[key]);
  const isUncertain = shape?.home && subject?.uncertainty_m;
  const rings = html`<circle cx="15" cy="8" r="4" class="sign" /><circle cx="15" cy="8" r="7" class="sign none chosen" />`;
  const circle = { r: 7, class: "sign none", "stroke-dasharray": "2 4" };
  return [
    isRinged ? entry(rings, page.say("legend_chosen")) : null,
    shown.uncertainty || isUncertain ? disc(circle, page.say("legend_uncertainty")) : null,
    page.invented() ? html`<li class="caution"><span>${page.invented()}</span></li>` : null,
  ];
}
