// What the reader narrows the page to, shared by map, table, list and charts, and kept in the address.

/** Values that stand for what a plan does not say; no id begins so. */
export const UNSTATED = "~unstated";
export const UNLOCATED = "~unlocated";
export const OUTSIDE = "~outside";

/** @type {Filter} */
export const NO_FILTER = {
  zones: [],
  classes: [],
  lists: [],
  towns: [],
  evidence: [],
  severities: [],
  rules: [],
  statuses: [],
  years: [],
  investment: null,
  land: null,
  ratio: null,
};
/** Choices of several values, by their name in the address. @type {Record<string, FilterChoice>} */
export const CHOICES = {
  zone_in: "zones",
  class: "classes",
  list: "lists",
  town: "towns",
  evidence: "evidence",
  severity: "severities",
  rule_in: "rules",
  status: "statuses",
  year: "years",
};
/** @type {FilterRange[]} */
export const RANGES = ["investment", "land", "ratio"];
/** What narrows projects. @type {FilterChoice[]} */
const OF_PROJECTS = ["zones", "classes", "lists", "towns", "evidence"];
const RANGE = /^(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/;
const STATED = "stated";
const KEPT = ",unstated";

/** The land of a project in mu: its site, or else its new land, as floor area ratios are computed. @param {Project} project */
export function landOf({ site_mu, new_land_mu }) {
  return site_mu ?? new_land_mu;
}

/** The figure of a project that a range is about. @param {Project} project @param {FilterRange} name */
export function figureOf(project, name) {
  return name === "land" ? landOf(project) : project[name];
}

/** The values of a project that a choice is about. @param {Project} project @param {FilterChoice} name @returns {string[]} */
export function valuesOf(project, name) {
  if (name === "zones") return project.zone_ids.length ? project.zone_ids : [project.located ? OUTSIDE : UNLOCATED];
  if (name === "classes") return [project.class];
  if (name === "lists") return [project.list ?? UNSTATED];
  if (name === "towns") return project.towns.length ? project.towns : [UNLOCATED];
  return name === "evidence" ? [project.evidence ?? UNLOCATED] : [];
}

/** Whether one of some values is among those chosen; nothing chosen is everything. @param {string[]} chosen @param {string[]} values */
function isAmong(chosen, values) {
  return !chosen.length || values.some((value) => chosen.includes(value));
}

/** @param {FigureRange | null} range @param {number | null} value */
export function isWithin(range, value) {
  if (!range) return true;
  if (value === null) return range.unstated;
  return (range.from === null || value >= range.from) && (range.to === null || value <= range.to);
}

/**
 * Whether a project is among what is asked for.
 * @param {Pick<State, "filter">} state @param {Project} project @param {string} [besides] a part of the filter that is left out of account
 */
export function isWanted({ filter }, project, besides) {
  return (
    OF_PROJECTS.every((name) => name === besides || isAmong(filter[name], valuesOf(project, name))) &&
    RANGES.every((name) => name === besides || isWithin(filter[name], figureOf(project, name)))
  );
}

/**
 * Whether a finding is among what is asked for: by its severity, its rule, and the zones of what it is about.
 * @param {Pick<State, "filter" | "rule">} state @param {Finding} finding
 */
export function wantedFinding({ filter, rule }, finding) {
  return (
    (!rule || finding.rule === rule) &&
    isAmong(filter.severities, [finding.severity]) &&
    isAmong(filter.rules, [finding.rule]) &&
    isAmong(filter.zones, finding.zone_ids)
  );
}

/** Whether a thing in some zones is among what is asked for. @param {Pick<State, "filter">} state @param {string[]} zoneIds */
export function wantedIn({ filter }, zoneIds) {
  return isAmong(filter.zones, zoneIds);
}

/** Whether anything is left out. @param {Pick<State, "filter">} state */
export function isNarrowed({ filter }) {
  return partsOf(filter).length > 0;
}

/** The parts of a filter that leave anything out: their names in the address and their own. @param {Filter} filter */
export function partsOf(filter) {
  const parts = [...Object.entries(CHOICES), ...RANGES.map((name) => /** @type {const} */ ([name, name]))];
  return parts.filter(([, part]) => {
    const value = filter[/** @type {keyof Filter} */ (part)];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
}

/**
 * A filter with another range; one that leaves nothing out is none.
 * @param {Filter} filter @param {FilterRange} name @param {FigureRange} range
 * @returns {Filter}
 */
export function ranged(filter, name, range) {
  const isAll = range.from === null && range.to === null && range.unstated;
  return { ...filter, [name]: isAll ? null : range };
}

/** A filter with a value chosen that was not, or the other way round. @param {Filter} filter @param {FilterChoice} name @param {string} value @returns {Filter} */
export function toggled(filter, name, value) {
  const chosen = filter[name];
  return { ...filter, [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] };
}

/** The parts of an address that a filter has, such as `class=汽车,新材料` and `investment=5-27.8`. @param {Filter} filter */
export function addressed(filter) {
  return partsOf(filter).map(([name, part]) => {
    const value = filter[/** @type {keyof Filter} */ (part)];
    if (Array.isArray(value)) return `${name}=${value.map(encodeURIComponent).join(",")}`;
    return `${name}=${rangeWords(/** @type {FigureRange} */ (value))}`;
  });
}

/** @param {FigureRange} range */
function rangeWords({ from, to, unstated }) {
  if (from === null && to === null) return STATED;
  return `${from ?? ""}-${to ?? ""}${unstated ? KEPT : ""}`;
}

/** A range as an address has it; null for what is none. @param {string} words @returns {FigureRange | null} */
export function readRange(words) {
  if (words === STATED) return { from: null, to: null, unstated: false };
  const isKept = words.endsWith(KEPT);
  const found = RANGE.exec(isKept ? words.slice(0, -KEPT.length) : words);
  if (!found || (found[1] === undefined && found[2] === undefined)) return null;
  const [from, to] = [found[1], found[2]].map((end) => (end === undefined ? null : Number(end)));
  return from !== null && to !== null && from > to ? null : { from, to, unstated: isKept };
}
