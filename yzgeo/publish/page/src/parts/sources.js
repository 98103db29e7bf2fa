// Sources and methods, and the number of things that are unknown.
import { html } from "../html.js";

/** @param {Page} page @param {{title: string, name: string}} licence */
function licenceLine(page, { title, name }) {
  return name && !title.includes(name) ? title + page.bracketed(name) : title;
}

/** @param {string[]} lines */
function list(lines) {
  return html`<ul>${lines.map((line) => html`<li><span>${line}</span></li>`)}</ul>`;
}

/** @type {Part} */
export const sources = {
  id: "yz-sources",
  attributes: (page) => ({ open: page.state.folds["yz-sources"] }),
  content(page) {
    const facts = page.data.sources;
    const unlocated = [
      facts.unlocated_projects ? `${page.say("unlocated")} ${facts.unlocated_projects}` : "",
      facts.unlocated_parks ? `${page.say("unlocated_parks")} ${facts.unlocated_parks}` : "",
    ].filter(Boolean);
    return html`<summary>${page.say("method")}</summary>
      <p>${page.say("method_text") + page.ifSchematic("method_schematic")}</p>
      ${unlocated.length ? html`<p>${unlocated.join(page.semicolon())}</p>` : null}
      <h3>${page.say("sources")}</h3>
      ${list(facts.sources.length ? facts.sources.map(page.text) : [page.say("no_sources")])}
      <p>${page.say("boundary") + page.text(facts.boundary)}</p>
      <h3>${page.say("licences")}</h3>
      ${list(facts.licences.length ? facts.licences.map((licence) => licenceLine(page, licence)) : [page.say("no_licences")])}
      <p class="meta">${`${page.say("plan_version")}${facts.plan_version} · yzgeo ${facts.yzgeo}`}</p>`;
  },
};
