// What the filter can be narrowed to on this page, and its words.
import { hasOwn } from "../own.js";
import { CHOICES, NO_FILTER, OUTSIDE, RANGES, UNLOCATED, UNSTATED, valuesOf } from "./filter.js";
import { townsByName } from "./parcel_filter.js";

/** @type {Severity[]} */
const SEVERITIES = ["error", "warning", "info"];
const EVIDENCE = ["plan_text", "project_news", "owner_works", "owner_address"];

/** @type {Record<string, TextKey>} */
const UNKNOWN = { [UNSTATED]: "unstated", [UNLOCATED]: "place_unstated", [OUTSIDE]: "outside_zones" };

/**
 * The values that a choice has on this page, in the plan's order.
 * @param {Page} page @param {FilterChoice} name
 * @returns {string[]}
 */
export function valuesIn({ data, parcels }, name) {
  if (name === "statuses")
    return (parcels?.statuses || []).filter(({ count }) => count).map(({ code }) => code || UNSTATED);
  if (name === "rules") return [...new Set(data.findings.map(({ rule }) => rule))];
  if (name === "severities") return SEVERITIES.filter((severity) => data.severity_counts[severity]);
  if (name === "years") return parcels?.years.length ? [...parcels.years.map(String), UNSTATED] : [];
  if (name === "classes") return data.classes.map((group) => group.name.zh);
  const found = new Set(data.projects.flatMap((project) => valuesOf(project, name)));
  if (name === "zones") {
    const elsewhere = [OUTSIDE, UNLOCATED].filter((one) => found.has(one) || (parcels && one === OUTSIDE));
    return [...data.zones.map((zone) => zone.zone_id), ...elsewhere];
  }
  const towns = name === "towns" && parcels ? parcels.towns.map(townsByName(data.place_names)) : [];
  const order = name === "evidence" ? EVIDENCE : name === "lists" ? ["under_construction", "planned"] : [];
  return ranked([...new Set([...found, ...towns])], order);
}

/** Values in an order, then others, then those that stand for what is not said. @param {string[]} values @param {string[]} order */
function ranked(values, order) {
  const rest = values.filter((value) => !order.includes(value));
  return [
    ...order.filter((value) => values.includes(value)),
    ...rest.filter((one) => !one.startsWith("~")),
    ...rest.filter((one) => one.startsWith("~")),
  ];
}

/**
 * The name of a value that a choice has.
 * @param {Page} page @param {FilterChoice} name @param {string} value
 */
export function nameOf(page, name, value) {
  const { data } = page;
  if (value === UNSTATED && name === "years") return page.say("year_unstated");
  if (hasOwn(UNKNOWN, value)) return page.say(UNKNOWN[value]);
  if (name === "zones") return page.text(data.zones.find((zone) => zone.zone_id === value)?.shortest || data.title);
  if (name === "classes") return page.text(data.classes.find((group) => group.name.zh === value)?.name || data.title);
  if (name === "towns") return placeName(page, value);
  if (name === "rules") return page.text(data.rules.find((one) => one.rule === value)?.title || data.title);
  if (name === "statuses")
    return page.text(page.parcels?.statuses.find(({ code }) => code === value)?.label || data.title);
  if (name === "severities") return page.text(data.severities[/** @type {Severity} */ (value)]);
  return hasOwn(data.downloads.words, value) ? page.text(data.downloads.words[value]) : value;
}

/** A place of the plan; a town that only the ledger names is called as there. @param {Page} page @param {string} id */
function placeName({ data, text }, id) {
  return hasOwn(data.place_names, id) ? text(data.place_names[id]) : id;
}

/** What figures of a range are told in, of those of the data: 亿元 are 100 m yuan. @param {Page} page @param {FilterRange} name */
export function factorOf(page, name) {
  return name === "investment" ? moneyFactor(page) : 1;
}

/** @param {Page} page */
export function moneyFactor(page) {
  return page.lang === "en" ? page.data.units.m_yuan_per_100m : 1;
}

/** A range in words: 5–27.8, from 5, up to 2; without those that have no figure, or with them. @param {Page} page @param {FilterRange} name @param {FigureRange} range */
export function rangeName(page, name, { from, to, unstated }) {
  const unit = page.say(`unit_${name}`);
  const grouped = (/** @type {number} */ value) => page.numbers.grouped(value * factorOf(page, name));
  const kept = unstated ? page.bracketed(page.say("with_unstated")) : "";
  if (from === null && to === null) return page.say("stated_only");
  if (from === null) return page.say("up_to").replace("%d", grouped(to || 0) + unit) + kept;
  if (to === null) return page.say("from_on").replace("%d", grouped(from) + unit) + kept;
  return `${grouped(from)}–${grouped(to)}${unit}${kept}`;
}

/** What the page is narrowed to in words; "" for nothing. @param {Page} page */
export function words(page) {
  const { filter } = page.state;
  const isChinese = page.lang === "zh";
  const chosen = Object.values(CHOICES).map((name) => {
    if (!filter[name].length) return "";
    const names = filter[name].map((value) => nameOf(page, name, value));
    return `${page.say(`filter_${name}`)} ${names.join(isChinese ? "、" : ", ")}`;
  });
  const between = RANGES.map((name) => {
    const range = filter[name];
    return range ? `${page.say(`filter_${name}`)} ${rangeName(page, name, range)}` : "";
  });
  return [...chosen, ...between].filter(Boolean).join(page.semicolon());
}

/** Shows everything again. @param {Page} page */
export function clear(page) {
  page.store.change({ filter: NO_FILTER });
}
