// Scenarios of land recovery: which parcels are chosen in which year, each demand against what is reached, and the
// scenarios beside each other. The years are on the map, and its legend switches them.
import { fold } from "../elements/links.js";
import { parcelHead, parcelRow } from "../elements/parcel_legend.js";
import { contradiction, demands } from "../elements/scenario_demands.js";
import { byYear, byZone, sideBySide } from "../elements/scenario_sums.js";
import * as signs from "../elements/signs.js";
import { classes, html } from "../html.js";
import { scenarioAt } from "../state/scenario.js";

const NO_CLASS = ""; // what cannot be chosen is not on the map

/** @param {Page} page @returns {View | null} */
export function scenarios(page) {
  const given = page.data.scenarios;
  if (!given) return null;
  const { items } = given;
  const { numbers } = page;
  const current = () => items[scenarioAt(page)];
  /** @param {number | null} value */
  const plain = (value) => (value === null ? "—" : numbers.grouped(Math.round(value * 100) / 100));
  /** @param {number | null} value */
  const money = (value) => {
    if (value === null) return "—";
    return page.lang === "zh" ? `${plain(value)} 万元` : numbers.money(value / 1e4);
  };

  function picker() {
    if (items.length < 2) return null;
    return html`<div class="scenario-names" role="group" aria-label=${page.say("scenarios")}>
      ${items.map(({ name }) => {
        const isChosen = name === current().name;
        return html`<button key=${name.zh} type="button" class=${classes("button", isChosen && "on")} data-scenario=${name.zh}
          aria-pressed=${String(isChosen)} onClick=${() => page.store.change({ scenario: name.zh })}>${page.text(name)}</button>`;
      })}
    </div>`;
  }
  /** @param {Scenario} scenario */
  function headline({ name, verdict, totals, recovered_mu, target_mu }) {
    const reached = totals.mu === null ? null : recovered_mu + totals.mu;
    const sum = page
      .say("scenario_sum")
      .replace("%r", numbers.mu(recovered_mu))
      .replace("%n", reached === null ? "—" : numbers.mu(Math.round(reached * 100) / 100))
      .replace("%t", numbers.mu(target_mu));
    const invented = page.invented();
    return html`${invented ? html`<p class="invented">${invented}</p>` : null}
      ${items.length < 2 ? html`<h2 class="scenario-name">${page.text(name)}</h2>` : null}
      <p class="headline">${page.text(verdict)}</p>
      ${reached === null ? null : html`<p class="meta">${sum}</p>`}`;
  }
  /** @param {Scenario} scenario */
  function totalsOf({ totals }) {
    /** @type {[TextKey, string][]} */
    const told = [
      ["scenario_parcels", totals.mu === null ? "—" : plain(totals.parcels)],
      ["scenario_land", totals.mu === null ? "—" : numbers.mu(Math.round(totals.mu * 100) / 100)],
      ["scenario_cost", money(totals.cost)],
      ["scenario_tax", money(totals.tax)],
    ];
    if (totals.firms !== null) told.push(["scenario_firms", plain(totals.firms)]);
    return facts(told);
  }
  /** @param {[TextKey, string][]} rows */
  function facts(rows) {
    return html`<dl class="scenario-facts">
      ${rows.map(([name, value]) => html`<div><dt>${page.say(name)}</dt><dd>${value}</dd></div>`)}
    </dl>`;
  }
  /** @param {Scenario} scenario */
  function earlier({ earlier: value, is_earlier_possible, value: best }) {
    if (is_earlier_possible === false) return page.say("scenario_impossible");
    return value !== null && best !== null && value <= best ? page.say("scenario_no_more") : plain(value);
  }
  /** @param {Scenario} scenario */
  function proof(scenario) {
    const { state, goal, value, bound, period, candidates, stable, undrawn } = scenario;
    const parcels = (/** @type {number} */ count) => numbers.parcels(count);
    return html`<h2>${page.say("scenario_proof")}</h2>
      ${facts([
        ["scenario_state", page.text(state)],
        ["scenario_goal", page.text(goal)],
        ["scenario_value", plain(value)],
        ["scenario_bound", plain(bound)],
        ["scenario_earlier", earlier(scenario)],
        ["scenario_period", period],
        ["scenario_candidates", plain(candidates)],
      ])}
      ${stable === null ? null : html`<p class="meta">${page.say("scenario_stable").replace("%n", parcels(stable))}</p>`}
      ${undrawn ? html`<p class="meta">${page.say("scenario_undrawn").replace("%n", parcels(undrawn))}</p>` : null}`;
  }
  /** @param {Scenario} scenario */
  function assumed({ assumptions }) {
    const notes = html`<ul class="scenario-notes">${assumptions.map((one) => html`<li>${page.text(one)}</li>`)}</ul>`;
    return fold(page, "yz-assumed", `${page.say("scenario_assumed")} ${assumptions.length}`, notes, true);
  }

  return {
    title: page.both("scenarios"),
    sign: "scenarios",
    layout: "map",
    isOfParcels: true,
    layers: { zones: true, parks: false, projects: false, findings: false, parcels: true },
    narrowed: () => (items.length > 1 ? page.text(current().name) : ""),
    list() {
      const [scenario, at] = [current(), scenarioAt(page)];
      const isFiltered = page.parcels?.wanted();
      return html`${picker()} ${headline(scenario)}
        ${isFiltered ? html`<p class="meta">${page.say("scenario_filtered")}</p>` : null}
        ${contradiction(page, scenario)} ${totalsOf(scenario)} ${byYear(page, scenario, at)}
        ${demands(page, scenario)} ${byZone(page, scenario)} ${proof(scenario)} ${sideBySide(page, given, at)} ${assumed(scenario)}`;
    },
    parcels() {
      const at = scenarioAt(page);
      const { by_year, candidates, totals, name } = items[at];
      const countOf = (/** @type {string} */ code) =>
        by_year.find(({ year }) => String(year) === code)?.parcels ?? (by_year.length ? 0 : null);
      const shown = (page.parcels?.scenarios[at] || []).filter(({ code }) => code !== NO_CLASS);
      const [other, ...years] = shown.map(({ code, pattern, share, label }, place) => {
        const count = place ? countOf(code) : candidates - totals.parcels;
        const number = count === null ? "—" : numbers.parcels(count);
        return parcelRow(page, { code, pattern, share, words: page.text(label), number });
      });
      return [parcelHead(page, page.text(name)), ...years, other];
    },
    legend: () => signs.kinds(page),
    style: (_key, subject) => (subject.kind === "zone" ? { fillOpacity: 0.25 } : null),
    label(zone) {
      const row = current().by_zone.find(({ zone_id }) => zone_id === zone.zone_id);
      return row ? amountOf(row) : "";
    },
  };

  /** @param {ScenarioSum} sum */
  function amountOf({ mu, parcels }) {
    return `${numbers.parcels(parcels)} · ${numbers.mu(Math.round(mu))}`;
  }
}
