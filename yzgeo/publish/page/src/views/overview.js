// The first view: the plan's totals, and a row for each zone.
import { counted, fold, linkList } from "../elements/links.js";
import { parks, unlocated } from "../elements/lists.js";
import { dot } from "../elements/rows.js";
import * as signs from "../elements/signs.js";
import { classes, html } from "../html.js";

/** @param {Page} page @returns {View} */
export function overview(page) {
  const { data } = page;

  function totals() {
    return html`<div class="overview">
      ${data.overview.map(
        ({ key, number, unit }) => html`<button type="button" onClick=${() => page.open(key)}>
          <span class="number">${page.text(number)}</span><span class="unit">${page.text(unit)}</span>
        </button>`,
      )}
    </div>`;
  }
  /** @param {Zone} zone */
  function zoneRow({ key, colour, share, flags, area, project_count, by_owner }) {
    const fill = { background: colour, width: `${100 * share}%` };
    return html`<button key=${key} type="button" class=${classes("zone-row", page.state.opened === key && "open")}
      data-key=${key} onClick=${() => page.open(key)}>
      <span class="name">
        ${dot(colour)}<span>${page.text(data.subjects[key].name)}</span>
        ${flags ? html`<span class="flag">${`⚑ ${flags}`}</span>` : null}
      </span>
      <span class="bar"><span style=${fill}></span></span>
      <span class="meta">${`${page.text(area)} · ${page.numbers.projects(project_count)}${page.text(by_owner)}`}</span>
    </button>`;
  }
  /** @param {string} kind @param {(key: Key) => string} [note] */
  function listed(kind, note) {
    const keys = data.order[kind] || [];
    const title = /** @type {TextKey} */ (`${kind}s`);
    return fold(page, `yz-${kind}s`, counted(page.say(title), keys.length), linkList(page, keys, note));
  }
  /** @param {Key} key */
  const noteOf = (key) => page.text(data.subjects[key].note || { zh: "", en: "" });

  return {
    title: { zh: "总览", en: "Overview" },
    layers: { zones: true, parks: true, projects: true, places: true },
    list: () => html`${totals()}
      <h2>${page.say("zones")}</h2>
      ${data.zones.map(zoneRow)}
      ${unlocated(page)}
      ${parks(page)}
      ${listed("target", noteOf)}
      ${listed("owner", noteOf)}
      ${listed("cluster")}`,
    legend: () => [
      ...signs.outlines(page),
      signs.project(page),
      signs.owner(page),
      signs.park(page),
      signs.flag(page),
      signs.spread(page),
    ],
    style: () => null,
    label: (zone) => page.text(zone.area),
  };
}
