// What the parcels add up to that the filter asks for: by status, zone and year of recovery.
import { html } from "../html.js";
import { OUTSIDE } from "../state/filter.js";
import { bar, largest } from "./bar.js";
import { figureRow } from "./rows.js";

const INK = "var(--ink)";

/** Nothing where the filter leaves no parcel out. @param {Page} page */
export function wantedParcels(page) {
  const sums = page.parcels?.wanted();
  if (!page.parcels || !sums) return null;
  const { numbers } = page;
  const statuses = page.parcels.statuses.map(({ code, label }) => ({
    name: page.text(label),
    sum: sums.statuses[code],
  }));
  const zones = page.data.zones.map((zone) => ({ name: page.text(zone.shortest), sum: sums.zones[zone.zone_id] }));
  const outside = { name: page.say("outside_short"), sum: sums.zones[OUTSIDE] };
  const years = Object.entries(sums.years).map(([name, sum]) => ({ name, sum }));
  /** @param {{name: string, sum: import("../map/parcel_wanted.js").Sum | undefined}[]} rows */
  function chart(rows) {
    const some = rows.flatMap(({ name, sum }) => (sum ? [{ name, ...sum }] : []));
    const most = largest(some.map(({ mu }) => mu));
    return some.map(({ name, count, mu }) => {
      const figure = `${numbers.mu(Math.round(mu))} · ${numbers.parcels(count)}`;
      return figureRow({ name, figure, chart: bar([{ value: mu, colour: INK }], most) });
    });
  }
  const { count, mu } = sums.all;
  return html`<section class="wanted-parcels">
    <h2>${page
      .say("wanted_parcels")
      .replace("%n", numbers.parcels(count))
      .replace("%m", numbers.mu(Math.round(mu)))}</h2>
    ${chart(statuses)}
    <h3>${page.say("by_zones")}</h3>${chart([...zones, outside])}
    ${years.length ? html`<h3>${page.say("by_recovery")}</h3>${chart(years)}` : null}
    <p class="meta">${page.say("whole_ledger_below")}</p>
  </section>`;
}
