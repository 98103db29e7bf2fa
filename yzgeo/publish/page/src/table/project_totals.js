// What the table of projects says below its rows.
import { html } from "../html.js";
import { fixed } from "../words/numbers.js";
import { unstated } from "./cells.js";

/** How a list of the plan is named in a narrow column. @param {Page} page @param {string | null} list */
export function listName(page, list) {
  if (list === "under_construction" || list === "planned") return page.say(`list_${list}`);
  return list;
}

/** Projects of some rows: how many, and what share of all that is invested. @param {Page} page @param {Project[]} shown */
export function countAndShare(page, shown) {
  const { projects } = page.data;
  const all = sum(projects);
  const words = html`<b>${page.say("sum_of").replace("%d", String(shown.length))}</b>`;
  if (!all || shown.length === projects.length) return words;
  const part = page.say("share_of").replace("%d", String(projects.length));
  return html`${words} <span class="part">${part.replace("%s", page.numbers.percent(sum(shown) / all))}</span>`;
}

/** @param {Project[]} projects */
function sum(projects) {
  return projects.reduce((total, project) => total + (project.investment || 0), 0);
}

/** How many there are in each list. @param {Page} page @param {Project[]} shown */
export function lists(page, shown) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const project of shown) {
    const name = listName(page, project.list) || page.say("unstated");
    counts.set(name, (counts.get(name) || 0) + 1);
  }
  return [...counts].map(([name, count]) => html`<span class="part">${`${name} ${count}`}</span>`);
}

/** The sum of what is known in yuan, with what it does not tell. @param {Page} page @param {Project[]} shown @param {number} factor @param {number} digits */
export function invested(page, shown, factor, digits) {
  const notes = page.numbers.untold(shown);
  const isKnown = shown.some((project) => project.investment !== null);
  return html`<b>${isKnown ? fixed(sum(shown) * factor, digits) : unstated(page)}</b>
    ${notes.length ? html`<span class="below">${notes.join(page.semicolon())}</span>` : null}`;
}

/** @param {Page} page @param {string[]} clauses */
function clauseNames({ data, lang }, clauses) {
  return lang === "zh" ? clauses.join("、") : clauses.map((name) => data.clauses[name]?.en || name).join(", ");
}

/** What is left out, and what the marks of the rows mean. @param {Page} page @param {Project[]} shown @param {Set<Key>} flagged those found below the ratio */
export function note(page, shown, flagged) {
  const { data, numbers } = page;
  const here = new Set(shown);
  const others = data.projects.filter((project) => !here.has(project));
  const left = others.length
    ? `${page.say("left_out").replace("%d", String(others.length))}${numbers.invested(others)}${page.say("stop")}`
    : "";
  const { asked, rule } = data.ratio;
  const clauses = data.rules.find((one) => one.rule === rule)?.clauses || [];
  const below = asked === null ? "" : page.say("ratio_below").replace("%d", numbers.grouped(asked));
  const exempt = shown.filter(
    ({ key, ratio }) => ratio !== null && asked !== null && ratio < asked && !flagged.has(key),
  ).length;
  const lower = exempt ? page.semicolon() + page.say("ratio_exempt").replace("%d", String(exempt)) : "";
  const isListed = data.projects.some((project) => project.list === "planned");
  return html`<span>${left}</span> ${isListed ? html`<span>${page.say("bars_in_table")}</span>` : null}
    ${flagged.size && below ? html`<span><span class="below-asked">${page.say("yellow")}</span>${below + page.bracketed(clauseNames(page, clauses)) + lower + page.say("stop")}</span>` : null}
    <span>${page.say("unstated_note")}</span>`;
}
