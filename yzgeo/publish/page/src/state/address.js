// The address of what the page shows: #view=industries&zone=mingzhou, #view=projects&class=汽车&sort=-investment.
import { hasOwn } from "../own.js";
import { addressed, CHOICES, isNarrowed, NO_FILTER, RANGES, readRange } from "./filter.js";

export const FIRST_TABLE = "projects";
/** @type {Addressed} */
export const START = {
  view: "overview",
  opened: null,
  rule: null,
  finding: null,
  clause: null,
  filter: NO_FILTER,
  table: FIRST_TABLE,
  sort: null,
  compared: [],
  scenario: null,
};
/** Views of older addresses, and where their things are today. @type {Record<string, ViewName>} */
const MOVED = { parcels: "land" };
const NAMES = /^(view|scenario|rule|finding|clause|parcel|table|sort|zones)$/;

/**
 * Whether the page has the view, rule, table, value of a filter or subject of a name.
 * @typedef {object} Names
 * @property {(name: string) => boolean} view
 * @property {(name: string) => boolean} rule
 * @property {(rule: string, name: string) => string | null} finding the key of a finding, by its key or number
 * @property {(name: string) => boolean} clause
 * @property {(name: FilterChoice, value: string) => boolean} chosen
 * @property {(name: string) => boolean} table
 * @property {(key: Key) => boolean} subject
 * @property {(name: string) => boolean} kind
 * @property {(name: string) => boolean} scenario
 * @property {boolean} parcels whether parcels can be looked up
 */

/** @typedef {{state: Addressed, parcel: string | null, unknown: [string, string] | null}} Destination */

/**
 * The state of an address, the parcel to look up, and a name that this page does not have.
 * @param {string} hash @param {Names} names
 */
export function read(hash, names) {
  /** @type {Destination} */
  const destination = { state: { ...START }, parcel: null, unknown: null };
  for (const part of hash.slice(1).split("&")) {
    const cut = part.indexOf("=");
    if (cut >= 0) take(destination, part.slice(0, cut), part.slice(cut + 1), names);
  }
  const { state } = destination;
  const isTable = state.table !== START.table || state.sort !== null || isNarrowed(state);
  settleFinding(destination, names);
  if (state.rule || state.clause) state.view = "findings";
  else if (isTable && !/[#&]view=/.test(hash)) state.view = "projects";
  return destination;
}

/**
 * Adds one part of an address to the destination.
 * @param {Destination} destination @param {string} name @param {string} raw @param {Names} names
 */
function take(destination, name, raw, names) {
  const { state } = destination;
  const value = decoded(raw);
  const key = `${name}:${value}`;
  const plain = stateOf(name, value, names);
  if (plain) Object.assign(state, plain);
  else if (name === "zones") compare(destination, value, names);
  else if (isFilter(name)) narrow(destination, name, raw, names);
  else if (names.subject(key)) state.opened = key;
  else if (name === "parcel" && names.parcels) destination.parcel = value;
  else if (NAMES.test(name) || names.kind(name)) destination.unknown = [name, value];
}

/**
 * What a part of an address says that stands for itself; null where the page has no such thing.
 * @param {string} name @param {string} value @param {Names} names
 * @returns {Partial<Addressed> | null}
 */
function stateOf(name, value, names) {
  const view = name === "view" ? viewOf(value, names) : null;
  if (view) return { view };
  if (name === "scenario" && names.scenario(value)) return { scenario: value };
  if (name === "rule" && names.rule(value)) return { rule: value };
  if (name === "finding" && value) return { finding: value };
  if (name === "clause" && names.clause(value)) return { clause: value };
  if (name === "table" && names.table(value)) return { table: value };
  return name === "sort" ? { sort: value || null } : null;
}

/** @param {string} value @param {Names} names @returns {ViewName | null} */
function viewOf(value, names) {
  const name = hasOwn(MOVED, value) ? MOVED[value] : value;
  return names.view(name) ? /** @type {ViewName} */ (name) : null;
}

/**
 * Puts zones side by side, of which each must be one that the page has.
 * @param {Destination} destination @param {string} value @param {Names} names
 */
function compare(destination, value, names) {
  const ids = [...new Set(value.split(","))];
  const strange = ids.find((id) => !names.subject(`zone:${id}`));
  if (strange !== undefined) destination.unknown = ["zone", strange];
  destination.state.compared = ids.filter((id) => names.subject(`zone:${id}`));
}

/** @param {string} name */
function isFilter(name) {
  return hasOwn(CHOICES, name) || RANGES.some((range) => range === name);
}

/**
 * Adds a part of the filter, of which each value must be one that the page has.
 * @param {Destination} destination @param {string} name @param {string} raw @param {Names} names
 */
function narrow(destination, name, raw, names) {
  const { state } = destination;
  if (!hasOwn(CHOICES, name)) {
    const range = readRange(decoded(raw));
    if (range) state.filter = { ...state.filter, [name]: range };
    else destination.unknown = [name, decoded(raw)];
    return;
  }
  const part = CHOICES[name];
  const values = raw.split(",").map(decoded);
  const unknown = values.filter((value) => !names.chosen(part, value));
  if (unknown.length) destination.unknown = [name, unknown.join(",")];
  const known = values.filter((value) => names.chosen(part, value));
  state.filter = { ...state.filter, [part]: [...new Set(known)] };
}

/**
 * A finding is named within its rule; a rule and a clause are not read at once.
 * @param {Destination} destination @param {Names} names
 */
function settleFinding(destination, names) {
  const { state } = destination;
  const named = state.finding;
  if (state.rule) state.clause = null;
  if (named === null) return;
  state.finding = state.rule ? names.finding(state.rule, named) : null;
  if (state.finding === null) destination.unknown = ["finding", named];
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is taken as it stands
  }
}

/** What is looked at besides each other. @param {Addressed} state */
function besides({ view, compared, scenario }) {
  if (view === "compare" && compared.length) return [`zones=${compared.map(encodeURIComponent).join(",")}`];
  return view === "scenarios" && scenario !== null ? [`scenario=${encodeURIComponent(scenario)}`] : [];
}

/**
 * The address of a state, from # on.
 * @param {Addressed} state
 */
export function addressOf(state) {
  const parts = [];
  const isTable = state.view === "projects";
  if (state.rule) parts.push(`rule=${encodeURIComponent(state.rule)}`);
  else if ((state.view !== START.view || isNarrowed(state)) && !state.clause) parts.push(`view=${state.view}`);
  if (state.rule && state.finding) parts.push(`finding=${encodeURIComponent(state.finding)}`);
  if (state.clause) parts.push(`clause=${encodeURIComponent(state.clause)}`);
  if (isTable && state.table !== START.table) parts.push(`table=${state.table}`);
  parts.push(...addressed(state.filter));
  parts.push(...besides(state));
  if (isTable && state.sort !== null) parts.push(`sort=${encodeURIComponent(state.sort)}`);
  if (state.opened) {
    const cut = state.opened.indexOf(":");
    parts.push(`${state.opened.slice(0, cut)}=${encodeURIComponent(state.opened.slice(cut + 1))}`);
  }
  return `#${parts.join("&")}`;
}
