// The filter: a bar above the table, one line in the other views, so that nothing is narrowed unsaid.
import { icon } from "../elements/icon.js";
import { Popover } from "../elements/popover.js";
import { slider } from "../elements/slider.js";
import { html } from "../html.js";
import { clear, factorOf, nameOf, valuesIn, words } from "../state/choices.js";
import {
  figureOf,
  isNarrowed,
  isWanted,
  partsOf,
  ranged,
  toggled,
  UNSTATED,
  valuesOf,
  wantedFinding,
} from "../state/filter.js";

const MOST_SEGMENTS = 3;
const MOST_DOTS = 60;
const NARROW = window.matchMedia("(max-width: 860px)");
/** What can be narrowed of each kind of things. @type {Record<string, FilterChoice[]>} */
const CHOICES_OF = {
  projects: ["zones", "classes", "lists"],
  parks: ["zones"],
  zones: ["zones"],
  findings: ["zones", "rules", "severities"],
  parcels: ["zones", "statuses", "years", "towns"],
};
/** @type {FilterRange[]} */
const RANGES_OF_PROJECTS = ["investment", "ratio"];
/** @type {FilterChoice[]} */
const MORE_CHOICES = ["towns", "evidence"];

/** @type {Part} */
export const filter = {
  id: "yz-filter",
  attributes: (page) => ({
    hidden: page.view.layout !== "table" && !isNarrowed(page.state),
    "aria-label": page.say("filter"),
  }),
  content(page) {
    if (page.view.layout !== "table") return isNarrowed(page.state) ? line(page) : null;
    const kind = page.table.kind();
    const choices = CHOICES_OF[kind] || [];
    const isProjects = kind === "projects";
    return html`<details class="filter-fold" open=${!NARROW.matches}>
        <summary>${page.say("filter")}</summary>
        <div class="filter-parts">
          ${choices.map((name) => choice(page, name))}
          ${isProjects ? RANGES_OF_PROJECTS.map((name) => range(page, name)) : null}
          ${isProjects ? more(page) : null}
          ${isHidden(page, kind) ? html`<p class="told"><span>${page.say("filtered")}</span>${words(page)}</p>` : null}
        </div>
      </details>
      <div class="filter-tools">${clearButton(page)}${take(page, "save_csv", page.table.saveCsv)}${take(page, "save_xlsx", page.table.saveXlsx)}</div>`;
  },
};

/** Whether the bar of a kind does not itself show all that is narrowed. @param {Page} page @param {string} kind */
function isHidden(page, kind) {
  const choices = CHOICES_OF[kind] || [];
  const ranges = kind === "projects" ? RANGES_OF_PROJECTS : [];
  return partsOf(page.state.filter).some(([, part]) => ![...choices, ...ranges].some((name) => name === part));
}

/** Whether anything is narrowed that is folded away. @param {Filter} wanted */
function isMore(wanted) {
  return wanted.land !== null || MORE_CHOICES.some((name) => wanted[name].length);
}

/** @param {Page} page */
function line(page) {
  const told = words(page);
  return html`<p class="told" title=${told}><span>${page.say("filtered")}</span>${told}</p>${clearButton(page)}`;
}

/** @param {Page} page */
function clearButton(page) {
  return html`<button type="button" class="button clear" disabled=${!isNarrowed(page.state)} onClick=${() => clear(page)}>
    ${icon("close")} ${page.say("clear")}
  </button>`;
}

/** @param {Page} page @param {"save_csv" | "save_xlsx"} name @param {() => void} act */
function take(page, name, act) {
  const label = page.say("save_rows").replace("%d", page.numbers.grouped(page.table.rows().length)) + page.say(name);
  return html`<button type="button" class="button" data-save=${name} aria-label=${label} title=${label} onClick=${act}>${icon("download")} ${page.say(name)}</button>`;
}

/** @param {Page} page @param {FilterChoice} name @param {string} value */
function toggle(page, name, value) {
  page.store.change({ filter: toggled(page.state.filter, name, value) });
}

/** How many projects, findings or parcels a value would show, the rest of the filter as it is. @param {Page} page @param {FilterChoice} name */
function counter(page, name) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of counted(page, name)) counts.set(value, (counts.get(value) || 0) + 1);
  if (name === "statuses")
    for (const { code, count } of page.parcels?.statuses || []) counts.set(code || UNSTATED, count);
  if (name === "years") {
    for (const [year, count] of Object.entries(page.parcels?.countsByYear() || {})) counts.set(year, count);
    const dated = [...counts.values()].reduce((sum, count) => sum + count, 0);
    counts.set(UNSTATED, (page.data.parcels?.count || 0) - dated);
  }
  return (/** @type {string} */ value) => counts.get(value) || 0;
}

/** The values of what is wanted by the other parts of the filter. @param {Page} page @param {FilterChoice} name @returns {string[]} */
function counted({ data, state }, name) {
  if (name === "severities" || name === "rules") {
    const others = { filter: { ...state.filter, [name]: [] }, rule: state.rule };
    const found = data.findings.filter((one) => wantedFinding(others, one));
    return found.map(({ rule, severity }) => (name === "rules" ? rule : severity));
  }
  return data.projects.filter((one) => isWanted(state, one, name)).flatMap((one) => valuesOf(one, name));
}

/** @param {Page} page @param {FilterChoice} name */
function choice(page, name) {
  const values = valuesIn(page, name);
  if (values.length < 2) return null;
  const title = page.say(`filter_${name}`);
  const isFew = name === "severities" || (name === "lists" && values.length <= MOST_SEGMENTS);
  return html`<div class="filter-part" key=${name}><span class="filter-name" aria-hidden="true">${title}</span>${isFew ? segments(page, name, values) : many(page, name, values)}</div>`;
}

/** @param {Page} page @param {FilterChoice} name @param {string} value */
function shortName(page, name, value) {
  if (name !== "lists" || (value !== "under_construction" && value !== "planned")) return nameOf(page, name, value);
  return page.say(`list_${value}`);
}

/** @param {Page} page @param {FilterChoice} name @param {string[]} values */
function segments(page, name, values) {
  const chosen = page.state.filter[name];
  const count = counter(page, name);
  /** @param {string[]} next */
  const set = (next) => page.store.change({ filter: { ...page.state.filter, [name]: next } });
  return html`<div class="segments" role="group" aria-label=${page.say(`filter_${name}`)}>
    <button type="button" aria-pressed=${String(!chosen.length)} onClick=${() => set([])}>${page.say("all")}</button>
    ${values.map(
      (value) =>
        html`<button key=${value} type="button" aria-pressed=${String(chosen.includes(value))} data-value=${value} onClick=${() => set(chosen.length === 1 && chosen[0] === value ? [] : [value])}>${`${shortName(page, name, value)} ${count(value)}`}</button>`,
    )}
  </div>`;
}

/** @param {Page} page @param {FilterChoice} name @param {string[]} values */
function many(page, name, values) {
  const chosen = page.state.filter[name];
  const title = page.say(`filter_${name}`);
  const all = page
    .say(name === "classes" ? "all_classes" : "all_of")
    .replace("%d", String(name === "zones" ? page.data.zones.length : values.length));
  const names = chosen.map((value) => nameOf(page, name, value)).join(page.lang === "zh" ? "、" : ", ");
  const label = html`<span class="chosen-names">${chosen.length ? names : all}</span>`;
  return html`<${Popover} id=${`yz-filter-${name}`} name=${`${title} ${chosen.length ? names : all}`} label=${label} isOn=${chosen.length > 0}>${boxes(page, name, values)}<//>`;
}

/** @param {Page} page @param {FilterChoice} name @param {string[]} values */
function boxes(page, name, values) {
  const chosen = page.state.filter[name];
  const count = counter(page, name);
  const isCounted = page.table.kind() === "projects" || name === "rules" || name === "statuses" || name === "years";
  return html`<ul class="choices">${values.map((value) => {
    const zone = name === "zones" && page.data.zones.find((one) => one.zone_id === value);
    const dot = zone
      ? html`<span class="zone-dot" style=${`background:${page.theme.tint(zone.colour)}`}></span>`
      : null;
    return html`<li key=${value}><label><input type="checkbox" data-value=${value} checked=${chosen.includes(value)} onChange=${() => toggle(page, name, value)} />
      ${dot}<span class="grow">${nameOf(page, name, value)}</span>${isCounted ? html`<span class="meta">${count(value)}</span>` : null}</label></li>`;
  })}</ul>`;
}

/** @param {Page} page @param {FilterRange} name */
function range(page, name) {
  const { data, state } = page;
  const all = data.projects.map((project) => figureOf(project, name));
  if (all.every((value) => value === null)) return null;
  const unstated = all.filter((value) => value === null).length;
  const values = all.flatMap((value) => value ?? []);
  const limit = name === "ratio" ? data.ratio.asked : null;
  return html`<div class="filter-part wide" key=${name} data-range=${name}>${slider({
    name: page.say(`filter_${name}`),
    unit: page.say(`unit_${name}`).trim(),
    values,
    unstated,
    factor: factorOf(page, name),
    range: state.filter[name],
    limit,
    limitName: limit === null ? "" : page.say("asked_ratio").replace("%d", page.numbers.grouped(limit)),
    isDots: name === "ratio" && values.length <= MOST_DOTS,
    words: {
      all: page.say("all"),
      from: page.say("from_value"),
      to: page.say("to_value"),
      keep: page.say("keep_unstated").replace("%d", String(unstated)),
    },
    change: (next, isSliding) => page.store.change({ filter: ranged(page.state.filter, name, next), isSliding }),
  })}</div>`;
}

/** @param {Page} page */
function more(page) {
  const isOn = isMore(page.state.filter);
  const parts = MORE_CHOICES.filter((name) => valuesIn(page, name).length > 1);
  return html`<div class="filter-part"><span class="filter-name" aria-hidden="true"> </span><${Popover} id="yz-filter-more" name=${page.say("more")} label=${page.say("more")} isOn=${isOn}>
    ${range(page, "land")}
    ${parts.map((name) => html`<fieldset key=${name}><legend>${page.say(`filter_${name}`)}</legend>${boxes(page, name, valuesIn(page, name))}</fieldset>`)}
  <//></div>`;
}
