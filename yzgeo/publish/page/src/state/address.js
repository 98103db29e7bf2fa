// The address of what the page shows: #view=industries&zone=mingzhou, #view=projects&class=汽车.

/** @type {Addressed} */
export const START = { view: "overview", opened: null, rule: null, finding: null, clause: null, chosen: null };
const NAMES = /^(view|rule|finding|clause|class|parcel)$/;

/**
 * Whether the page has the view, rule, class or subject of a name.
 * @typedef {object} Names
 * @property {(name: string) => boolean} view
 * @property {(name: string) => boolean} rule
 * @property {(rule: string, name: string) => string | null} finding the key of a finding, by its key or number
 * @property {(name: string) => boolean} clause
 * @property {(name: string) => boolean} chosen
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
    if (cut >= 0) take(destination, part.slice(0, cut), decoded(part.slice(cut + 1)), names);
  }
  settleFinding(destination, names);
  if (destination.state.rule || destination.state.clause) destination.state.view = "findings";
  else if (destination.state.chosen !== null) destination.state.view = "projects";
  return destination;
}

/**
 * Adds one part of an address to the destination.
 * @param {Destination} destination @param {string} name @param {string} value @param {Names} names
 */
function take(destination, name, value, names) {
  const { state } = destination;
  const key = `${name}:${value}`;
  if (name === "view" && names.view(value)) state.view = /** @type {ViewName} */ (value);
  else if (name === "rule" && names.rule(value)) state.rule = value;
  else if (name === "finding" && value) state.finding = value;
  else if (name === "clause" && names.clause(value)) state.clause = value;
  else if (name === "class" && names.chosen(value)) state.chosen = value;
  else if (names.subject(key)) state.opened = key;
  else if (name === "parcel" && names.parcels) destination.parcel = value;
  else if (NAMES.test(name) || names.kind(name)) destination.unknown = [name, value];
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

/**
 * The address of a state, from # on.
 * @param {Addressed} state
 */
export function addressOf(state) {
  const parts = [];
  if (state.rule) parts.push(`rule=${encodeURIComponent(state.rule)}`);
  else if (state.view !== START.view && !state.clause) parts.push(`view=${state.view}`);
  if (state.rule && state.finding) parts.push(`finding=${encodeURIComponent(state.finding)}`);
  if (state.clause) parts.push(`clause=${encodeURIComponent(state.clause)}`);
  if (state.chosen !== null) parts.push(`class=${encodeURIComponent(state.chosen)}`);
  if (state.opened) {
    const cut = state.opened.indexOf(":");
    parts.push(`${state.opened.slice(0, cut)}=${encodeURIComponent(state.opened.slice(cut + 1))}`);
  }
  return `#${parts.join("&")}`;
}
