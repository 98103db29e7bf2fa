// Lists that views fold away: things without a place, parks by where the plan lists them.
import { html } from "../html.js";
import { counted, fold, linkList } from "./links.js";

/** @type {TextKey[]} */
const PARK_LISTS = ["listed_table", "listed_text", "listed_both"];

/** @param {Page} page @param {string} kind */
function keysOf(page, kind) {
  return page.data.order[kind] || [];
}

/** Parks by where the plan lists them. @param {Page} page */
export function parks(page) {
  const { subjects } = page.data;
  const keys = keysOf(page, "park");
  if (!keys.length) return null;
  /** @param {Key} key */
  function zoneName(key) {
    const zone = subjects[`zone:${subjects[key].zone_id}`];
    return zone ? page.text(zone.name) : "";
  }
  const content = PARK_LISTS.map((title) => {
    const listed = keys.filter((key) => `listed_${subjects[key].listed_in}` === title);
    if (!listed.length) return null;
    return html`<h3>${counted(page.say(title), listed.length)}</h3>${linkList(page, listed, zoneName)}`;
  });
  return fold(page, "yz-parks", counted(page.say("parks"), keys.length), content, true);
}

/** Projects and parks without a known place. @param {Page} page */
export function unlocated(page) {
  const { subjects } = page.data;
  /** @param {string} kind */
  const lost = (kind) => keysOf(page, kind).filter((key) => subjects[key].unlocated);
  /** @param {Key} key */
  const noteOf = (key) => page.text(subjects[key].note || { zh: "", en: "" });
  const projects = lost("project");
  const gone = lost("park");
  if (!projects.length && !gone.length) return null;
  const content = html`<p class="meta">${page.say("unlocated_note")}</p>
    ${linkList(page, projects, noteOf)}
    ${gone.length && projects.length ? html`<h3>${counted(page.say("unlocated_parks"), gone.length)}</h3>` : null}
    ${linkList(page, gone, noteOf)}`;
  const title = projects.length
    ? counted(page.say("unlocated"), projects.length)
    : counted(page.say("unlocated_parks"), gone.length);
  return fold(page, "yz-unlocated", title, content, true);
}
