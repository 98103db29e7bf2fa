// Land: what can be used, what new land the projects want, and what is recovered of the target.
import { bar, largest } from "../elements/bar.js";
import { linkList } from "../elements/links.js";
import { recovery } from "../elements/recovery.js";
import { figureRow } from "../elements/rows.js";
import * as signs from "../elements/signs.js";
import { wantedParcels } from "../elements/wanted_parcels.js";
import { html } from "../html.js";

const QUIET = "var(--ink3)";
const MU_LIKE_1 = 10; // so much new land has the disc of 1 亿元

/** @param {Page} page @returns {View | null} */
export function land(page) {
  const { data, numbers } = page;
  const figures = data.land;
  const hasUsable = figures.zones.some((row) => row.usable_km2 !== null);
  const wantsLand = data.projects.some((project) => project.new_land_mu !== null);
  const reuses = figures.identified_keys.length > 0 || figures.silent_keys.length > 0;
  const recovers = figures.target_mu !== null || figures.recovered_mu !== null || reuses;
  if (!hasUsable && !wantsLand && !recovers) return null;

  /**
   * A bar for each zone, and for what lies elsewhere.
   * @param {"usable_km2" | "new_land_mu"} column @param {(value: number) => string} print
   * @param {{name: string, value: number | null}[]} extra
   */
  function bars(column, print, extra) {
    const most = largest([...figures.zones.map((row) => row[column] || 0), ...extra.map((one) => one.value || 0)]);
    const rows = figures.zones.map((row) => {
      const { key, colour, inner } = /** @type {Zone} */ (data.zones.find((zone) => zone.zone_id === row.zone_id));
      const value = row[column];
      const chart = value === null ? null : bar([{ value, colour }], most);
      const name = page.text(data.subjects[key].name) + (column === "new_land_mu" ? page.text(inner) : "");
      return figureRow({ name, figure: value === null ? "—" : print(value), chart, open: () => page.open(key) });
    });
    const others = extra.map(({ name, value }) => {
      const chart = value === null ? null : bar([{ value, colour: QUIET }], most);
      return figureRow({ name, figure: value === null ? "—" : print(value), chart });
    });
    return [...rows, ...others];
  }
  /** The existing land that the plan itself names for reuse. */
  function identified() {
    if (!reuses) return null;
    const value = figures.identified_in_plan_mu;
    const chart = value === null ? null : bar([{ value, colour: QUIET }], figures.target_mu || value);
    const figure = value === null ? "—" : numbers.mu(value);
    return html`${figureRow({ name: page.say("identified_in_plan"), figure, chart })}
      ${linkList(page, figures.identified_keys)}
      ${
        figures.silent_keys.length
          ? html`<p class="meta">${page.say("identified_silent")}</p>${linkList(page, figures.silent_keys)}`
          : null
      }`;
  }
  function newLand() {
    if (!wantsLand) return null;
    const nowhere = data.projects.some((project) => !project.located);
    const elsewhere = nowhere ? [{ name: page.say("unlocated"), value: figures.new_land_unlocated_mu }] : [];
    const outside = { name: page.say("outside_zones"), value: figures.new_land_outside_mu };
    if (outside.value) elsewhere.push(outside);
    if (data.projects.some(({ zone_id, zone_ids }) => zone_id === null && zone_ids.length)) {
      elsewhere.unshift({ name: page.say("across_zones"), value: figures.new_land_across_mu });
    }
    return html`<h2>${`${page.say("new_land")} ${numbers.mu(figures.new_land_mu || 0)}`}</h2>
      ${bars("new_land_mu", numbers.mu, elsewhere)}
      <p class="meta">${page.say("new_land_note")}</p>`;
  }

  return {
    title: { zh: "土地", en: "Land" },
    sign: "area",
    layout: "map",
    isOfParcels: true,
    layers: {
      zones: true,
      parks: false,
      projects: !page.parcels,
      findings: false,
      parcels: Boolean(page.parcels),
    },
    list: () => html`${wantedParcels(page)}${recovers ? html`${recovery(page)}${identified()}` : null} ${page.parcels ? html`<p class="meta hint">${page.say("parcels_how")}</p>` : null}
      ${hasUsable ? html`<h2>${page.say("usable")}</h2>${bars("usable_km2", numbers.km2, [])}` : null}
      ${newLand()}`,
    legend: () => [...signs.kinds(page), wantsLand && page.state.shown.projects && signs.newLand(page)],
    style: (_key, subject) => (subject.kind === "zone" ? { fillOpacity: page.parcels ? 0.25 : 0.7 } : null),
    mark: ({ reuses_land, new_land_mu }) => (new_land_mu || reuses_land ? (new_land_mu || 0) / MU_LIKE_1 : null),
    sum: (projects) => numbers.mu(projects.reduce((sum, { new_land_mu }) => sum + (new_land_mu || 0), 0)),
    amount: (value) => numbers.mu(value * MU_LIKE_1),
    label(zone) {
      const wanted = page.parcels?.wanted();
      if (wanted) {
        const sum = wanted.zones[zone.zone_id];
        return sum ? `${numbers.parcels(sum.count)} · ${numbers.mu(Math.round(sum.mu))}` : "";
      }
      const recovered = figures.by_zone.find(({ zone_id }) => zone_id === zone.zone_id);
      if (recovered) return numbers.mu(Math.round(recovered.recovered_mu));
      const row = figures.zones.find((one) => one.zone_id === zone.zone_id);
      const area = page.text(zone.area);
      return row?.new_land_mu ? [area, `${page.say("new_short")} ${numbers.mu(row.new_land_mu)}`] : [area];
    },
  };
}
