// Entries of the legend, each a small drawing and a text: what a view says besides its layers.
import { html } from "../html.js";
import { words } from "../state/choices.js";

const ROW_PX = 16;

/** @param {Content} drawing @param {string} words */
function entry(drawing, words) {
  return html`<li>
    <svg width="30" height=${ROW_PX} viewBox=${`0 0 30 ${ROW_PX}`} aria-hidden="true">${drawing}</svg><span>${words}</span>
  </li>`;
}
/** @param {Record<string, string | number>} more @param {string} words */
function disc(more, words) {
  const attributes = { cx: 15, cy: 8, r: 6, class: "sign none", ...more };
  return entry(html`<circle ...${attributes} />`, words);
}

/** Says what discs are sized by, where that is not what is invested. @param {Page} page */
export const newLand = (page) => disc({ class: "sign" }, page.say("legend_new_land"));

/** @param {Page} page */
function hatched(page) {
  const strokes = [5, 11, 17, 23].map((x) => `M${x - 4} 14l12-12`).join("");
  const colour = page.theme.tint(page.data.zones[0].colour);
  const style = { stroke: colour };
  const drawing = html`<path d=${strokes} class="hatching" style=${style} />`;
  return entry(drawing, page.say("legend_hatched"));
}
/** @param {Page} page */
function half(page) {
  const drawing = html`<path d="M3 2h11L3 13Z" class="sign" />
    <rect x="3" y="2" width="11" height="11" class="sign none" />`;
  return entry(drawing, page.say("legend_half"));
}
/** Kinds of zones, where these are too many for a colour each. @param {Page} page */
export function kinds(page) {
  return page.data.zone_kinds.map(({ name, colour }) => {
    const style = { fill: page.theme.tint(colour), "fill-opacity": 0.5 };
    return entry(html`<rect x="3" y="2" width="24" height="12" rx="5" style=${style} />`, page.text(name));
  });
}
/** Signs of what several zones lead in, and of what text or table alone lists. @param {Page} page */
export function shared(page) {
  return page.data.zones.length ? [hatched(page), half(page)] : [];
}
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
  const rings = html`<circle cx="15" cy="8" r="4" class="sign full" /><circle cx="15" cy="8" r="7" class="sign none chosen" />`;
  const invented = page.state.printing ? page.invented() : page.say("invented_short");
  return [
    isRinged ? entry(rings, page.say("legend_chosen")) : null,
    shown.uncertainty || isUncertain ? disc({ r: 7, "stroke-dasharray": "2 4" }, page.say("legend_uncertainty")) : null,
    page.invented() ? html`<li class="caution"><span class="invented">${invented}</span></li>` : null,
  ];
}
