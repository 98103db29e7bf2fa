// Projects: the larger the symbol the more is invested, colour by class; those without a place stand beside the map.
import { bar } from "../elements/bar.js";
import { counted } from "../elements/links.js";
import { choiceRow, dot } from "../elements/rows.js";
import * as signs from "../elements/signs.js";
import { html } from "../html.js";
import { isNarrowed, isWanted, toggled } from "../state/filter.js";

const REST = "var(--ink3)";

/** @param {Page} page @returns {View | null} */
export function projects(page) {
  const { data } = page;
  if (!data.projects.length) return null;
  const groups = new Map(data.classes.map((group) => [group.name.zh, group]));
  const byKey = new Map(data.projects.map((project) => [project.key, project]));

  /** @param {string} name */
  function className(name) {
    const group = groups.get(name);
    return group ? page.text(group.name) : name;
  }
  /** @param {Project} project */
  const colour = (project) => page.theme.variable(project.class ? "--ink" : "--ink3");

  /** @param {ProjectClass} group @param {number} most */
  function classRow(group, most) {
    const name = group.name.zh;
    const isChosen = page.state.filter.classes.includes(name);
    const fill = REST;
    const content = html`<span class="name">
        ${dot(fill)}<span class="grow">${page.text(group.name)}</span>
        <span class="figure">${page.numbers.money(group.investment)}</span>
      </span>
      ${bar([{ value: group.investment || 0, colour: fill }], most)}
      <span class="meta">${[page.numbers.projects(group.count), page.text(group.beside)].filter(Boolean).join(page.lang === "zh" ? "，" : ", ")}</span>`;
    const attributes = {
      key: name,
      "data-row": name,
      "aria-pressed": String(isChosen),
      onClick: () => page.store.change({ filter: toggled(page.state.filter, "classes", name) }),
    };
    return choiceRow(attributes, content, "class-row", false);
  }
  /** @param {Project} project @param {number} most */
  function projectRow(project, most) {
    const { key } = project;
    const { name } = data.subjects[key];
    const said = [project.owner, className(project.class)].filter(Boolean).join(" · ");
    const value = project.investment || 0;
    const content = html`<span class="name">
        <span class="grow">${page.text(name)}</span><span class="figure">${page.numbers.investment(project)}</span>
      </span>
      ${bar([{ value, colour: colour(project), pale: project.weak }], most)}
      <span class="meta">${said}</span>`;
    const attributes = { key, "data-key": key, onClick: () => page.open(key) };
    return choiceRow(attributes, content, "project-row", page.state.opened === key);
  }
  /** @param {TextKey} title @param {Project[]} shown */
  function heading(title, shown) {
    const invested = page.numbers.invested(shown);
    return html`<h2>${`${counted(page.say(title), shown.length)} · ${invested}`}</h2>`;
  }
  /** @param {Project[]} shown */
  function byOwner(shown) {
    const weak = shown.filter((project) => project.weak);
    if (!weak.length) return null;
    const invested = page.numbers.invested(weak);
    const counts = `${page.numbers.projects(weak.length)} · ${invested}`;
    return html`<p class="meta" id="yz-by-owner">${`${page.say("by_owner")}${counts}`}</p>`;
  }

  return {
    title: { zh: "项目", en: "Projects" },
    layout: "map",
    layers: { zones: true, parks: false, projects: true, findings: false },
    keys: () =>
      (data.order.project || []).filter((key) => isWanted(page.state, /** @type {Project} */ (byKey.get(key)))),
    list() {
      const most = Math.max(...data.classes.map((group) => group.investment || 0), 1);
      const largest = Math.max(...data.projects.map((project) => project.investment || 0), 1);
      const shown = data.projects.filter((project) => isWanted(page.state, project));
      const here = shown.filter((project) => project.located);
      const nowhere = shown.filter((project) => !project.located);
      return html`<h2>${page.say("classes")}</h2>
        <p class="meta hint">${page.say("classes_note")}</p>
        ${data.classes.map((group) => classRow(group, most))}
        ${here.length ? heading("located", here) : null}
        ${byOwner(here)}
        ${here.map((project) => projectRow(project, largest))}
        ${
          nowhere.length
            ? html`<section class="unlocated" id="yz-unlocated">
              ${heading("unlocated", nowhere)}
              <p class="meta">${page.say("unlocated_note")}</p>
              ${nowhere.map((project) => projectRow(project, largest))}
            </section>`
            : null
        }`;
    },
    legend: () => [signs.narrowed(page), ...signs.kinds(page)],
    style: () => null,
    label(zone) {
      if (!isNarrowed(page.state)) return page.numbers.projects(zone.project_count);
      const isHere = (/** @type {Project} */ project) => project.zone_id && project.zone_ids.includes(zone.zone_id);
      const shown = data.projects.filter((project) => isHere(project) && isWanted(page.state, project));
      return page.numbers.projects(shown.length);
    },
  };
}
