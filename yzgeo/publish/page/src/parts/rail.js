// The zones in one narrow column, while one of them is open beside the map.
import { dot } from "../elements/rows.js";
import { classes, html } from "../html.js";

/** @type {Part} */
export const rail = {
  id: "yz-rail",
  attributes: (page) => ({ hidden: !isRailed(page), "aria-label": page.say("zones") }),
  content(page) {
    if (!isRailed(page)) return null;
    return html`<button type="button" class="back" onClick=${() => page.open(null)}>${page.text(page.view.title)}</button>
      ${page.data.zones.map(
        (
          zone,
        ) => html`<button key=${zone.key} type="button" data-key=${zone.key} class=${classes("rail-zone", page.state.opened === zone.key && "open")}
          aria-current=${page.state.opened === zone.key ? "true" : null} onClick=${() => page.open(zone.key)}>
          ${dot(zone.colour)}<b>${page.text(zone.shortest)}</b>
        </button>`,
      )}`;
  },
};

/** Whether the text has folded to the rail: a zone is open beside a map. @param {Page} page */
export function isRailed(page) {
  return page.view.layout === "map" && page.subject(page.state.opened)?.kind === "zone";
}
