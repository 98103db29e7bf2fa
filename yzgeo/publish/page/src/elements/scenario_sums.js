// What a scenario chooses by year and by zone, with totals that close; and the scenarios side by side.
import { html } from "../html.js";
import { bar, largest } from "./bar.js";
import { parcelSign } from "./parcel_sign.js";
import { figureRow } from "./rows.js";

const INK = "var(--ink)";

/** @param {Page} page @param {ScenarioSum} sum */
const amount = (page, { mu, parcels }) => `${page.numbers.mu(mu)} · ${page.numbers.parcels(parcels)}`;

/** @param {Page} page @param {Scenario} scenario @param {number} at its place among them */
export function byYear(page, { by_year }, at) {
  if (!by_year.length) return null;
  const most = largest(by_year.map(({ mu }) => mu));
  const classes = page.parcels?.scenarios[at] || [];
  return html`<h2>${page.say("scenario_by_year")}</h2>
    ${by_year.map((row) => {
      const look = classes.find(({ code }) => code === String(row.year));
      const chart = bar([{ value: row.mu, colour: INK }], most);
      return html`<div class="class-row"><span class="name">${look ? parcelSign(look.pattern, look.share) : null}<span class="grow">${row.year}</span><span class="figure">${amount(page, row)}</span></span>${chart}</div>`;
    })}`;
}

/** @param {Page} page @param {Scenario} scenario */
export function byZone(page, { by_zone, totals }) {
  if (!by_zone.length) return null;
  const most = largest(by_zone.map(({ mu }) => mu));
  const rows = by_zone.map((row) => {
    const zone = page.data.zones.find(({ zone_id }) => zone_id === row.zone_id);
    const colour = zone?.colour || "var(--ink3)";
    const name = zone ? page.text(zone.shortest) : page.say("outside_zones");
    const open = zone ? () => page.open(zone.key) : null;
    const swatch = zone ? page.theme.tint(zone.colour) : "";
    return figureRow({ name, figure: amount(page, row), chart: bar([{ value: row.mu, colour }], most), swatch, open });
  });
  const total = amount(page, { mu: totals.mu || 0, parcels: totals.parcels, cost_10k_yuan: totals.cost });
  return html`<h2>${page.say("scenario_by_zone")}</h2>
    ${rows}
    <div class="class-row sum"><span class="name"><span class="grow">${page.say("scenario_in_all")}</span><span class="figure">${total}</span></span></div>`;
}

/** @param {Page} page @param {Scenarios} scenarios @param {number} at the place of the one that is looked at */
export function sideBySide(page, { items, compared, in_any, in_all }, at) {
  if (!compared.length) return null;
  const { numbers } = page;
  const common = page
    .say("scenario_common")
    .replace("%m", numbers.parcels(in_any))
    .replace("%n", numbers.parcels(in_all));
  return html`<h2>${page.say("scenario_compared")}</h2>
    <p class="meta">${common}</p>
    <div class="side-by-side"><table>
      <thead><tr><th></th>${items.map(({ name }, place) => html`<th scope="col" aria-current=${place === at ? "true" : undefined}>${page.text(name)}</th>`)}</tr></thead>
      <tbody>${compared.map(({ item, values }) => html`<tr><th scope="row">${page.text(item)}</th>${values.map((value, place) => html`<td class=${place === at ? "current" : undefined}>${page.text(value)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}
