// The first view: the plan's totals, and a row for each zone.
import { headline } from "../elements/headline.js";
import { counted, fold, linkList } from "../elements/links.js";
import { parks, unlocated } from "../elements/lists.js";
import { landLine } from "../elements/recovery.js";
import { shareBar } from "../elements/share_bar.js";
import * as signs from "../elements/signs.js";
import { zoneTable } from "../elements/zone_table.js";
import { html } from "../html.js";
import { placed } from "../placement.js";

/** @param {Page} page @returns {View} */
export function overview(page) {
  const { data } = page;

  function missing() {
    if (!data.missing.length) return null;
    return html`<h2>${page.say("missing")}</h2>
      ${data.missing.map((gap) => html`<p class="empty">${page.text(gap)}</p>`)}`;
  }
  /** The plan's figures, without what the headline says. */
  function totals() {
    const told = data.overview.filter(({ topic }) => topic !== "investment");
    if (!told.length) return null;
    return html`<div class="overview">
      ${told.map(
        ({ key, number, unit }) => html`<button type="button" onClick=${() => page.open(key)}>
          <span class="number">${page.text(number)}</span><span class="unit">${page.text(unit)}</span>
        </button>`,
      )}
    </div>`;
  }
  function foot() {
    const counts = page.data.severity_counts;
    const grave = (counts.error || 0) + (counts.warning || 0);
    const words = `${page.text(data.severities.warning)} · ${page.numbers.grouped(counts.info || 0)} ${page.text(data.severities.info)}`;
    const read = () => page.store.change({ view: "findings", rule: null });
    return html`<div class="foot">
      <button type="button" class="button" data-to="findings" onClick=${read}><span class=${grave ? "flag" : "none"}>${grave}</span><span>${words}</span></button>
      <button type="button" class="button" data-to="sources" onClick=${() => page.showSources()}>${page.say("method")}</button>
    </div>`;
  }
  /** @param {string} kind @param {TextKey} title @param {(key: Key) => string} [note] */
  function listed(kind, title, note) {
    const keys = data.order[kind] || [];
    if (!keys.length) return null;
    return fold(page, `yz-${title}`, counted(page.say(title), keys.length), linkList(page, keys, note));
  }
  /** @param {Key} key */
  const noteOf = (key) => page.text(data.subjects[key].note || { zh: "", en: "" });

  return {
    title: { zh: "总览", en: "Overview" },
    sign: "layers",
    layout: "map",
    layers: { zones: true, parks: false, projects: true, findings: false },
    list() {
      const groups = placed(page);
      return html`${headline(page, groups)} ${shareBar(page, groups)} ${totals()} ${landLine(page)} ${missing()} ${zoneTable(page, groups)} ${foot()}
      ${unlocated(page)} ${parks(page)} ${listed("target", "targets", noteOf)} ${listed("owner", "owners", noteOf)}
      ${listed("cluster", "clusters")}`;
    },
    legend: () => signs.kinds(page),
    style: () => null,
    label: (zone) => page.text(zone.area),
  };
}
