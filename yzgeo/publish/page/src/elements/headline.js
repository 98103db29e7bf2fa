// What is invested and where most of it lies, in a sentence; and what the map cannot show.
import { html } from "../html.js";
import { knownSum, projectsOf } from "../placement.js";

const HALF = 0.5;
const MOST_NAMED = 3;

/** @typedef {import("../placement.js").Placed} Placed */

/**
 * The fewest zones, up to three, that hold half of a sum; none where more are needed.
 * @param {{name: string, sum: number}[]} zones @param {number} total
 */
export function leading(zones, total) {
  const ranked = zones.filter(({ sum }) => sum > 0).sort((a, b) => b.sum - a.sum);
  let sum = 0;
  for (const [index, zone] of ranked.slice(0, MOST_NAMED).entries()) {
    sum += zone.sum;
    if (sum >= HALF * total) return { zones: ranked.slice(0, index + 1), sum };
  }
  return null;
}

/** @param {Page} page @param {Placed[]} groups */
export function headline(page, groups) {
  const all = projectsOf(groups);
  const total = knownSum(all);
  const lost = groups.find(({ kind }) => kind === "unlocated");
  if (total === null) return null;
  return html`<p class="headline">
      ${page.say("planned")} <b>${page.numbers.money(total)}</b>${where(page, groups, lost, total)}
    </p>
    ${lost ? html`<p class="meta">${unlocatedOf(page, all.length, lost)}</p>` : null}`;
}

/** @param {Page} page @param {Placed[]} groups @param {Placed | undefined} lost @param {number} total */
function where(page, groups, lost, total) {
  const unknown = lost && knownSum(lost.projects);
  if (unknown && unknown >= HALF * total) {
    return page.say("of_it_unlocated").replace("%s", page.numbers.money(unknown));
  }
  const zones = groups.flatMap(({ zone, projects }) =>
    zone && !zone.depth ? [{ name: page.text(zone.shortest), sum: knownSum(projects) || 0 }] : [],
  );
  const most = leading(zones, total);
  if (!most) return "";
  const names = most.zones.map(({ name }) => name).join(page.lang === "zh" ? "、" : ", ");
  const [share, place] = [page.numbers.percent(most.sum / total), names];
  return page.say("of_it_in").replace("%s", share).replace("%s", place);
}

/** @param {Page} page @param {number} count @param {Placed} lost */
function unlocatedOf(page, count, lost) {
  const words = page.say("unlocated_of").replace("%d", String(count)).replace("%u", String(lost.projects.length));
  return words.replace("%s", page.numbers.invested(lost.projects));
}
