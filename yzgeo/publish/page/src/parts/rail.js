// The zones in one narrow column, while one of them is open beside the map.
import { icon } from "../elements/icon.js";
import { measureText } from "../elements/measures.js";
import { dot } from "../elements/rows.js";
import { classes, html } from "../html.js";

const FIRST = 3;

/** @type {Part} */
export const rail = {
  id: "yz-rail",
  attributes: (page) => ({ hidden: !isRailed(page), "aria-label": page.say("zones") }),
  content(page) {
    if (!isRailed(page)) return null;
    return html`<button type="button" class="back" onClick=${() => page.open(null)}>${`‹ ${page.text(page.view.title)}`}</button>
      ${page.data.zones.map(
        (
          zone,
        ) => html`<button key=${zone.key} type="button" data-key=${zone.key} class=${classes("rail-zone", page.state.opened === zone.key && "open")}
          aria-current=${page.state.opened === zone.key ? "true" : null} onClick=${() => page.open(zone.key)}>
          ${dot(page.theme.tint(zone.colour))}${zoneName(page, zone)}<span class="meta">${sumOf(page, zone)}</span>
        </button>`,
      )}
      ${
        page.views.compare
          ? html`<button type="button" class="compare" onClick=${() => compareWith(page)}>${icon("compare")}<span>${page.text(page.views.compare.title)}</span></button>`
          : null
      }`;
  },
};

/** The open zone beside those that follow it. @param {Page} page */
function compareWith(page) {
  const ids = page.data.zones.map(({ zone_id }) => zone_id);
  const at = Math.max(
    ids.findIndex((id) => `zone:${id}` === page.state.opened),
    0,
  );
  const compared = [...ids.slice(at), ...ids.slice(0, at)].slice(0, FIRST);
  page.store.change({ view: "compare", opened: null, compared });
}

/** The short name for the eye, the whole one for who hears it. @param {Page} page @param {Zone} zone */
function zoneName(page, { key, shortest }) {
  const [whole, short] = [page.text(page.data.subjects[key].name), page.text(shortest)];
  if (!whole.startsWith(short)) return html`<b title=${whole}>${short}</b>`;
  return html`<b title=${whole}>${short}<span class="unseen">${whole.slice(short.length)}</span></b>`;
}

/** @param {Page} page @param {Zone} zone */
function sumOf(page, { zone_id }) {
  const measure = page.data.measures.find(({ id }) => id === "investment");
  if (!measure) return "";
  const { figure, unit } = measureText(page, measure, zone_id);
  return `${figure} ${unit}`;
}

/** Whether the text has folded to the rail: a zone is open beside a map. @param {Page} page */
export function isRailed(page) {
  return page.view.layout === "map" && page.subject(page.state.opened)?.kind === "zone";
}
