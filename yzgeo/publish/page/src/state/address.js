// The address says what is seen: #view=industries&zone=mingzhou, #view=projects&class=汽车.

/** @type {Addressed} */
export const START = { view: "overview", opened: null, rule: null, chosen: null };
const NAMES = /^(view|rule|class|parcel)$/;

/**
 * What an address may name.
 * @typedef {object} Known
 * @property {(name: string) => boolean} view
 * @property {(name: string) => boolean} rule
 * @property {(name: string) => boolean} chosen
 * @property {(key: Key) => boolean} subject
 * @property {(name: string) => boolean} kind
 * @property {boolean} parcels whether parcels can be looked up
 */

/** @typedef {{state: Addressed, parcel: string | null, unknown: [string, string] | null}} Wanted */

/**
 * What an address asks for: a state, a parcel that is still to be looked up, and what this page has not.
 * @param {string} hash @param {Known} names
 */
export function read(hash, names) {
  /** @type {Wanted} */
  const wanted = { state: { ...START }, parcel: null, unknown: null };
  for (const part of hash.slice(1).split("&")) {
    const cut = part.indexOf("=");
    if (cut >= 0) take(wanted, part.slice(0, cut), decoded(part.slice(cut + 1)), names);
  }
  if (wanted.state.rule) wanted.state.view = "findings";
  else if (wanted.state.chosen !== null) wanted.state.view = "projects";
  return wanted;
}

/**
 * Takes one part of an address in.
 * @param {Wanted} wanted @param {string} name @param {string} value @param {Known} names
 */
function take(wanted, name, value, names) {
  const { state } = wanted;
  const key = `${name}:${value}`;
  if (name === "view" && names.view(value)) state.view = /** @type {ViewName} */ (value);
  else if (name === "rule" && names.rule(value)) state.rule = value;
  else if (name === "class" && names.chosen(value)) state.chosen = value;
  else if (names.subject(key)) state.opened = key;
  else if (name === "parcel" && names.parcels) wanted.parcel = value;
  else if (NAMES.test(name) || names.kind(name)) wanted.unknown = [name, value];
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
export function written(state) {
  const parts = [];
  if (state.rule) parts.push(`rule=${encodeURIComponent(state.rule)}`);
  else if (state.view !== START.view) parts.push(`view=${state.view}`);
  if (state.chosen !== null) parts.push(`class=${encodeURIComponent(state.chosen)}`);
  if (state.opened) {
    const cut = state.opened.indexOf(":");
    parts.push(`${state.opened.slice(0, cut)}=${encodeURIComponent(state.opened.slice(cut + 1))}`);
  }
  return `#${parts.join("&")}`;
}
