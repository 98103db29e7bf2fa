// Parcels by status, when a ledger was given; map/parcel_layer.js draws them.
import { bar, largest } from "../elements/bar.js";
import { figureRow } from "../elements/rows.js";
import * as signs from "../elements/signs.js";
import { html } from "../html.js";

/** @param {Page} page @returns {View | null} */
export function parcels(page) {
  const ledger = page.data.parcels;
  if (!ledger && !page.parcels) return null;

  function counts() {
    if (!ledger) return null;
    const most = largest(ledger.by_status.map((row) => row.mu));
    return ledger.by_status.map(({ status, mu, count, colour }) => {
      const swatch = page.theme.tint(colour);
      return figureRow({
        name: page.say(status),
        figure: page.numbers.mu(mu),
        chart: bar([{ value: mu, colour: swatch }], most),
        swatch,
        note: page.numbers.parcels(count),
      });
    });
  }

  return {
    title: page.both("parcels"),
    layout: "map",
    layers: { zones: true, parks: false, projects: false, findings: false, parcels: true },
    list() {
      if (!ledger) return null;
      const title = page.lang === "zh" ? `${page.say("parcels")} ` : "";
      const invented = page.invented();
      return html`<h2>${title + page.numbers.parcels(ledger.count)}</h2>
        ${invented ? html`<p class="empty">${invented}</p>` : null}
        ${counts()}
        <p class="meta hint">${page.say("parcels_how")}</p>`;
    },
    legend: () => [
      page.parcels && html`<li ref=${(/** @type {HTMLElement | null} */ row) => page.parcels?.putLegend(row)}></li>`,
      ...signs.kinds(page),
    ],
    style: (_key, subject) => (subject.kind === "zone" ? { fillOpacity: 0.25 } : null),
    label: (zone) => page.text(zone.area),
  };
}
