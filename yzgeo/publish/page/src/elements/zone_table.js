// The zones with their areas, projects, money and flags; what lies in none has rows of its own, and the sums close.
import { classes, html } from "../html.js";
import { knownSum, projectsOf } from "../placement.js";
import { flagsOf } from "./finding.js";
import { dot } from "./rows.js";

/** @typedef {import("../placement.js").Placed} Placed */

/** @typedef {{area: boolean, projects: boolean, flags: boolean}} Has which columns the plan has */

/** @param {string} kind @param {Content} content */
const figure = (kind, content) => html`<td class=${`number ${kind}`}>${content}</td>`;

/** @param {Page} page @param {Project[]} projects */
function money(page, projects) {
  const untold = projects.length ? page.numbers.untold(projects) : [];
  return html`${page.numbers.hundredMillions(projects.length ? knownSum(projects) : null)} ${byOwner(page, projects)}
    ${untold.length ? html`<span class="meta">${untold.join(page.semicolon())}</span>` : null}`;
}

/** What of a sum is placed by its owner alone. @param {Page} page @param {Project[]} projects */
function byOwner(page, projects) {
  const weak = projects.filter((project) => project.weak);
  if (!weak.length) return null;
  const words = `${page.numbers.projects(weak.length)} ${page.numbers.invested(weak)}`;
  const sum = page.numbers.hundredMillions(knownSum(weak));
  return html`<span class="meta" title=${page.say("by_owner") + words}>${page.say("by_owner_short") + sum}</span>`;
}

/** The name, of which the part that tells it from others is bold. @param {Page} page @param {Zone} zone */
function zoneName(page, { key, colour, shortest }) {
  const { name, note } = page.data.subjects[key];
  const [whole, short] = [page.text(name), page.text(shortest)];
  const isBegun = page.lang === "zh" && whole.startsWith(short);
  const rest = isBegun ? whole.slice(short.length) : note && ` ${page.text(note)}`;
  return html`<button type="button" title=${whole}>${dot(page.theme.tint(colour))}<b>${short}</b><span class="kind">${rest}</span></button>`;
}

/** @param {Page} page @param {Zone} zone */
function areaCells(page, { colour, share, area_short }) {
  const style = { background: page.theme.tint(colour), width: `${100 * (share || 0)}%` };
  return [
    html`<td class="bar"><span class="track">${share === null ? null : html`<span style=${style}></span>`}</span></td>`,
    figure("area", page.text(area_short) || "—"),
  ];
}

/** @param {Page} page @param {Has} has @param {Zone} zone @param {Project[]} projects */
function zoneRow(page, has, zone, projects) {
  const { key, depth, inner } = zone;
  const flags = flagsOf(page, key);
  const { opened, hovered } = page.state;
  const point = (/** @type {Key | null} */ at) => () => page.store.change({ hovered: at });
  return html`<tr key=${key} data-key=${key} class=${classes("zone-row", opened === key && "open", hovered === key && "hovered")}
    onClick=${() => page.open(key)} onMouseEnter=${point(key)} onMouseLeave=${point(null)}>
    <th scope="row" style=${depth ? { paddingLeft: `${depth}em` } : null}>
      ${zoneName(page, zone)}
    </th>
    ${has.area ? areaCells(page, zone) : null}
    ${has.projects ? figure("projects", html`${page.numbers.grouped(projects.length)}${page.text(inner) ? html`<span class="meta inner">${page.text(inner)}</span>` : null}`) : null}
    ${has.projects ? figure("money", money(page, projects)) : null}
    ${has.flags ? figure("flags", flags ? html`<span class="flag">${flags}</span>` : "") : null}
  </tr>`;
}

/** @param {Page} page @param {Has} has @param {Placed} group */
function otherRow(page, has, { kind, projects }) {
  return html`<tr key=${kind} class="other">
    <th scope="row">
      <span class=${`sample place-${kind}`}></span>${page.say(/** @type {TextKey} */ (`${kind}_short`))}
    </th>
    ${has.area ? [html`<td></td>`, figure("area", "—")] : null}
    ${figure("projects", page.numbers.grouped(projects.length))} ${figure("money", money(page, projects))}
    ${has.flags ? html`<td></td>` : null}
  </tr>`;
}

/** @param {Page} page @param {Has} has @param {Project[]} all */
function totalRow(page, has, all) {
  const areas = page.data.overview.filter(({ topic }) => topic === "area");
  const area = areas.length === 1 ? page.text(areas[0].number) : "—";
  return html`<tr class="total">
    <th scope="row">${page.say("total")}</th>
    ${has.area ? [html`<td></td>`, figure("area", area)] : null}
    ${has.projects ? [figure("projects", page.numbers.grouped(all.length)), figure("money", money(page, all))] : null}
    ${has.flags ? html`<td></td>` : null}
  </tr>`;
}

/** @param {Page} page @param {Placed[]} groups */
export function zoneTable(page, groups) {
  const { data } = page;
  if (!data.zones.length) return null;
  const has = {
    area: data.zones.some((zone) => page.text(zone.area)),
    projects: data.projects.length > 0,
    flags: data.rules.some(({ status }) => status === "found" || status === "passed"),
  };
  const all = projectsOf(groups);
  /** @param {TextKey} title */
  const head = (title) => html`<th scope="col" class="number">${page.say(title)}</th>`;
  return html`<table class="zone-table">
    <thead>
      <tr>
        <th scope="col">${page.say("zone_column")}</th>
        ${has.area ? [html`<td></td>`, head("area_column")] : null}
        ${has.projects ? [head("projects_column"), head("money_column")] : null}
        ${has.flags ? head("warnings_column") : null}
      </tr>
    </thead>
    <tbody>
      ${groups.map((group) => (group.zone ? zoneRow(page, has, group.zone, group.projects) : otherRow(page, has, group)))}
      ${has.area || has.projects ? totalRow(page, has, all) : null}
    </tbody>
  </table>`;
}
