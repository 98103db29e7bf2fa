// Low-efficiency land recovered, as a story: the verdict, how it stands on one axis, how it came there, and where.
import { html } from "../html.js";
import { hatch, landBullet } from "./land_bullet.js";
import { landYears } from "./land_years.js";
import { note } from "./links.js";
import { parcelYears } from "./parcel_years.js";
import { dot } from "./rows.js";

/** @param {Page} page */
export function recovery(page) {
  const { recovered_mu } = page.data.land;
  const invented = page.invented();
  return html`${invented ? html`<p class="invented">${invented}</p>` : null} ${headline(page)}
    ${recovered_mu === null ? note(page.say("no_ledger")) : html`${hatch()} ${landBullet(page)} ${underWay(page)} ${landYears(page)} ${parcelYears(page)} ${byZone(page)}`}`;
}

/** The verdict with the mu that it is about. @param {Page} page @returns {[string, TextKey | null]} */
function verdict(page) {
  const { pace, recovered_mu, expected_mu, target_mu, remaining_mu } = page.data.land;
  const whole = (/** @type {number} */ mu) => page.numbers.mu(Math.round(mu));
  const said = (/** @type {TextKey} */ key, /** @type {number} */ mu) => page.say(key).replace("%n", whole(mu));
  if (recovered_mu === null) return [target_mu === null ? "" : said("land_wanted", target_mu), null];
  if (pace === "reached") return [page.say("land_reached"), "pace_reached"];
  if (pace === "missed") return [said("land_missed", remaining_mu || 0), "pace_missed"];
  if (expected_mu === null || pace === null || pace === "unknown") return [said("land_unknown", recovered_mu), null];
  const ahead = recovered_mu - expected_mu;
  if (pace === "behind") return [said("land_behind", -ahead), "pace_behind"];
  return [Math.round(ahead) ? said("land_on_track", ahead) : page.say("land_even"), "pace_on_track"];
}

/** @param {Page} page */
function headline(page) {
  const { target_key } = page.data.land;
  const [words, word] = verdict(page);
  if (!words) return null;
  const open = () => page.open(target_key);
  return html`<div class="verdict">
      <p class="headline">${target_key ? html`<button type="button" onClick=${open}>${words}</button>` : words}</p>
      ${word ? html`<span class="word">${page.say(word)}</span>` : null}
    </div>
    ${story(page)}`;
}

/** Verdict and needed pace in two lines, which lead to the view of land; nothing without a ledger. @param {Page} page */
export function landLine(page) {
  if (page.data.land.recovered_mu === null) return null;
  const [words, word] = verdict(page);
  const open = () => page.store.change({ view: "land" });
  return html`<div class="land-line">
    <p>
      <button type="button" onClick=${open}>${words}</button>${word ? html`<span class="word">${page.say(word)}</span>` : null}
      ${page.invented() ? html`<span class="invented">${page.say("invented_short")}</span>` : null}
    </p>
    <p class="meta">${shareAndPace(page)}</p>
  </div>`;
}

/** @param {Page} page */
function story(page) {
  const { recovered_mu, expected_mu, as_of } = page.data.land;
  if (recovered_mu === null) return null;
  const whole = (/** @type {number} */ mu) => page.numbers.mu(Math.round(mu));
  const sentence = as_of
    ? page.say("land_so_far").replace("%d", as_of).replace("%n", whole(recovered_mu)) +
      (expected_mu === null ? "" : page.say("land_should").replace("%n", whole(expected_mu)))
    : page.say("land_unknown").replace("%n", whole(recovered_mu));
  return html`<p>${sentence}${page.lang === "zh" ? "。" : "."}</p>
    <p class="meta">${shareAndPace(page)}</p>`;
}

/** How much of the target is done, and how fast the rest would have to go. @param {Page} page */
function shareAndPace(page) {
  const { progress, remaining_mu, needed_mu_per_year, so_far_mu_per_year } = page.data.land;
  const whole = (/** @type {number} */ mu) => page.numbers.mu(Math.round(mu));
  const needed =
    remaining_mu && needed_mu_per_year && so_far_mu_per_year !== null
      ? page
          .say("land_needed")
          .replace("%r", whole(remaining_mu))
          .replace("%n", whole(needed_mu_per_year))
          .replace("%m", whole(so_far_mu_per_year))
      : "";
  const share = progress === null ? "" : page.say("land_share").replace("%p", page.numbers.percent(progress));
  return share + needed;
}

/** @param {Page} page */
function underWay(page) {
  const { recovered_mu, under_way_mu, identified_mu } = page.data.land;
  const all = page.say("all_done").replace("%u", page.numbers.mu(under_way_mu || 0));
  const rest = `${page.say("identified")} ${page.numbers.mu(identified_mu || 0)}`;
  const sum = page.numbers.mu((recovered_mu || 0) + (under_way_mu || 0));
  return html`<p class="meta">${[all.replace("%n", sum), rest].join(page.semicolon())}</p>
    ${recoveredLater(page)}`;
}

/** The map shows the ledger as it is, the figures hold for a day. @param {Page} page */
function recoveredLater(page) {
  const { later, as_of } = page.data.land;
  if (!later || !as_of) return null;
  const words = page.say("recovered_later").replace("%p", page.numbers.parcels(later.count));
  return html`<p class="meta">${words.replace("%n", page.numbers.mu(later.mu)).replace("%d", as_of)}</p>`;
}

/** Land outside all zones has a row of its own, and the rows add up. @param {Page} page */
function byZone(page) {
  const { by_zone: rows, recovered_mu, under_way_mu } = page.data.land;
  const most = Math.max(...rows.map((row) => row.recovered_mu + row.under_way_mu), 1e-9);
  const fixed = (/** @type {number} */ mu) => page.numbers.grouped(mu, 1);
  return html`<h2 class="land-head">${page.say("by_zones")} <span class="meta">${page.say("solid_hatch")}</span></h2>
    <table class="land-zones">
      <tbody>
        ${rows.map((row) => {
          const zone = page.data.zones.find((one) => one.zone_id === row.zone_id);
          const wide = (/** @type {number} */ mu) => ({ width: `${(100 * mu) / most}%` });
          const name = zone ? page.text(zone.shortest) + page.text(zone.inner) : page.say("outside_short");
          return html`<tr key=${row.zone_id || ""} data-key=${zone?.key}>
            <th scope="row">
              ${zone ? html`<button type="button" onClick=${() => page.open(zone.key)}>${dot(page.theme.tint(zone.colour))}${name}</button>` : name}
            </th>
            <td class="bar">
              <span class="track"><span class="solid" style=${wide(row.recovered_mu)}></span><span class="hatch" style=${wide(row.under_way_mu)}></span></span>
            </td>
            <td class="number"><b>${fixed(row.recovered_mu)}</b></td>
            <td class="number">${`+${fixed(row.under_way_mu)}`}</td>
          </tr>`;
        })}
        <tr class="total">
          <th scope="row">${page.say("total")}</th>
          <td></td>
          <td class="number">${fixed(recovered_mu || 0)}</td>
          <td class="number">${`+${fixed(under_way_mu || 0)}`}</td>
        </tr>
      </tbody>
    </table>`;
}
