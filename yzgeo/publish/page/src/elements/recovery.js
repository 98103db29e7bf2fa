// Low-efficiency land recovered: the target, what the ledger has of it, and by zone. Recovered full, under way pale.
import { html } from "../html.js";
import { bar, largest } from "./bar.js";
import { note } from "./links.js";
import { figureRow } from "./rows.js";

/** @param {Page} page */
export function recovery(page) {
  const { recovered_mu } = page.data.land;
  const invented = page.invented();
  return html`${target(page)}
    ${invented ? html`<p class="empty">${invented}</p>` : null}
    ${recovered_mu === null ? note(page.say("no_ledger")) : html`${progress(page, recovered_mu)}${byZone(page)}`}`;
}

/** @param {Page} page */
function target(page) {
  const { target_mu, target_key } = page.data.land;
  if (target_mu === null) return null;
  const chart = bar([{ value: target_mu, colour: "var(--ink)" }], target_mu);
  const figure = page.numbers.mu(target_mu);
  return figureRow({ name: page.say("target"), figure, chart, open: () => page.open(target_key) });
}

/** @param {Page} page @param {number} recovered */
function progress(page, recovered) {
  const { numbers, say } = page;
  const { land } = page.data;
  const underWay = land.under_way_mu || 0;
  const colour = page.theme.tint(land.colour);
  const parts = [
    { value: recovered, colour },
    { value: underWay, colour, pale: true },
  ];
  const most = largest([land.target_mu || 0, recovered + underWay]);
  const share = land.target_mu ? ` · ${numbers.percent(recovered / land.target_mu)}` : "";
  const chart = bar(parts, most, { name: say("recovered"), mark: land.target_mu || undefined });
  const asOf = land.as_of ? ` · ${say("as_of")} ${land.as_of}` : "";
  const rest = `${say("identified")} ${numbers.mu(land.identified_mu || 0)}`;
  return html`${figureRow({ name: say("recovered"), figure: numbers.mu(recovered) + share, chart })}
    <p class="meta">${`${say("under_way")} ${numbers.mu(underWay)} · ${rest}${asOf}`}</p>
    <p class="meta">${say(land.target_mu ? "bars_target" : "bars")}</p>`;
}

/** Land outside all zones has a row of its own. @param {Page} page */
function byZone(page) {
  const rows = page.data.land.by_zone;
  const most = largest(rows.map((row) => row.recovered_mu + row.under_way_mu));
  return rows.map((row) => {
    const zone = page.data.zones.find((one) => one.zone_id === row.zone_id);
    const colour = zone ? zone.colour : "var(--ink3)";
    const parts = [
      { value: row.recovered_mu, colour },
      { value: row.under_way_mu, colour, pale: true },
    ];
    return figureRow({
      name: zone ? page.text(page.data.subjects[zone.key].name) + page.text(zone.inner) : page.say("outside_zones"),
      figure: page.numbers.mu(row.recovered_mu),
      chart: bar(parts, most),
      open: zone ? () => page.open(zone.key) : null,
    });
  });
}
