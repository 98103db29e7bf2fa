// The first view: the plan's totals, and a row for each zone.
import { counted, fold, linkList } from "../elements/links.js";
import { parks, unlocated } from "../elements/lists.js";
import { dot } from "../elements/rows.js";
import * as signs from "../elements/signs.js";
import { classes, html } from "../html.js";

/** @param {Page} page @returns {View} */
export function overview(page) {
  const { data } = page;

  function missing() {
    if (!data.missing.length) return null;
    return html`<h2>${page.say("missing")}</h2>
      ${data.missing.map((gap) => html`<p class="empty">${page.text(gap)}</p>`)}`;
  }
  function totals() {
    if (!data.overview.length) return null;
    return html`<div class="overview">
      ${data.overview.map(
        ({ key, number, unit }) => html`<button type="button" onClick=${() => page.open(key)}>
          <span class="number">${page.text(number)}</span><span class="unit">${page.text(unit)}</span>
        </button>`,
      )}
    </div>`;
  }
  /** @param {Zone} zone */
  function zoneRow({ key, depth, colour, share, flags, area, project_count, by_owner, inner }) {
    const fill = { background: colour, width: `${100 * (share || 0)}%` };
    const said = [
      page.text(area),
      data.projects.length ? `${page.numbers.projects(project_count)}${page.text(inner)}${page.text(by_owner)}` : "",
    ];
    const inside = depth ? { paddingLeft: `${depth}em` } : null;
    return html`<button key=${key} type="button" style=${inside} class=${classes("zone-row", page.state.opened === key && "open")}
      data-key=${key} onClick=${() => page.open(key)}>
      <span class="name">
        ${dot(colour)}<span>${page.text(data.subjects[key].name)}</span>
        ${flags ? html`<span class="flag">${`⚑ ${flags}`}</span>` : null}
      </span>
      ${share === null ? null : html`<span class="bar"><span style=${fill}></span></span>`}
      <span class="meta">${said.filter(Boolean).join(" · ")}</span>
    </button>`;
  }
  /** @param {string} kind @param {(key: Key) => string} [note] */
  function listed(kind, note) {
    const keys = data.order[kind] || [];
    if (!keys.length) return null;
    const title = /** @type {TextKey} */ (`${kind}s`);
    return fold(page, `yz-${kind}s`, counted(page.say(title), keys.length), linkList(page, keys, note));
  }
  /** @param {Key} key */
  const noteOf = (key) => page.text(data.subjects[key].note || { zh: "", en: "" });

  return {
    title: { zh: "总览", en: "Overview" },
    layout: "map",
    layers: { zones: true, parks: false, projects: true, findings: false },
    list: () => html`${totals()}
      ${missing()}
      ${data.zones.length ? html`<h2>${page.say("zones")}</h2>` : null}
      ${data.zones.map(zoneRow)}
      ${unlocated(page)}
      ${parks(page)}
      ${listed("target", noteOf)}
      ${listed("owner", noteOf)}
      ${listed("cluster")}`,
    legend: () => signs.kinds(page),
    style: () => null,
    label: (zone) => page.text(zone.area),
  };
}
