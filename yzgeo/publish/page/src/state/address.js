// The address of what the page shows: #view=industries&zone=mingzhou, #view=projects&class=汽车&sort=-investment.
import { hasOwn } from "../own.js";
import { addressed, CHOICES, isNarrowed, NO_FILTER, RANGES, readRange } from "./filter.js";

export const FIRST_TABLE = "projects";
/** @type {Addressed} */
export const START = {
  view: "overview",
  opened: null,
  rule: null,
  filter: NO_FILTER,
  table: FIRST_TABLE,
  sort: null,
};
const NAMES = /^(view|rule|parcel|table|sort)$/;

/**
 * Whether the page has the view, rule, table, value of a filter or subject of a name.
 * @typedef {object} Names
 * @property {(name: string) => boolean} view
 * @property {(name: string) => boolean} rule
 * @property {(name: FilterChoice, value: string) => boolean} chosen
 * @property {(name: string) => boolean} table
 * @property {(key: Key) => boolean} subject
 * @property {(name: string) => boolean} kind
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
  if (state.rule) state.view = "findings";
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
  if (name === "view" && names.view(value)) state.view = /** @type {ViewName} */ (value);
  else if (name === "rule" && names.rule(value)) state.rule = value;
  else if (name === "table" && names.table(value)) state.table = value;
  else if (name === "sort") state.sort = value || null;
  else if (isFilter(name)) narrow(destination, name, raw, names);
  else if (names.subject(key)) state.opened = key;
  else if (name === "parcel" && names.parcels) destination.parcel = value;
  else if (NAMES.test(name) || names.kind(name)) destination.unknown = [name, value];
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

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is taken as it stands
  }
}

/**
 * The address of a state, from # on.
 * @param {Addressed} state
 */
export function addressOf(state) {
  const parts = [];
  const isTable = state.view === "projects";
  if (state.rule) parts.push(`rule=${encodeURIComponent(state.rule)}`);
  else if (state.view !== START.view || isNarrowed(state)) parts.push(`view=${state.view}`);
  if (isTable && state.table !== START.table) parts.push(`table=${state.table}`);
  parts.push(...addressed(state.filter));
  if (isTable && state.sort !== null) parts.push(`sort=${encodeURIComponent(state.sort)}`);
  if (state.opened) {
    const cut = state.opened.indexOf(":");
    parts.push(`${state.opened.slice(0, cut)}=${encodeURIComponent(state.opened.slice(cut + 1))}`);
  }
  return `#${parts.join("&")}`;
}
