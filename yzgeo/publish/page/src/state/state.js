// The state of the page, and the consequences of a change.
import { START } from "./address.js";
import { snapOf } from "./snap.js";
import { layersOf } from "./view_layers.js";

/** @type {State["search"]} */
export const NO_SEARCH = { typed: "", hits: [], active: -1, counts: {}, total: 0, isFinished: true };
/** @type {State["measure"]} */
export const NO_MEASURE = {
  mode: null,
  isDone: false,
  isRefused: false,
  points: [],
  form: "polygon",
  km: 2,
  parcels: null,
};

/** @type {State["parcelChoice"]} */
export const ALL_PARCELS = { hidden: [], until: null };

/**
 * The state of a page that was just opened, before it reads its address.
 * @param {{lang: Lang, theme: ThemeMode, systemDark: boolean, shown: Record<string, boolean>, tiandituKey: string, wide: boolean}} given
 * @returns {State}
 */
export function firstState({ lang, theme, systemDark, shown, tiandituKey, wide }) {
  return {
    ...START,
    visits: 0,
    lang,
    at: null,
    theme,
    systemDark,
    shown,
    folds: { "yz-legend": wide, "yz-findings": false, "yz-sources": false },
    unfolded: {},
    severity: null,
    isNarrow: !wide,
    snap: "half",
    isMenuOpen: false,
    hovered: null,
    selected: null,
    passage: null,
    isSliding: false,
    columns: {},
    notice: null,
    search: NO_SEARCH,
    measure: NO_MEASURE,
    basemap: { name: "", key: tiandituKey },
    dialog: null,
    printing: null,
    parcels: {},
    parcelChoice: ALL_PARCELS,
    lens: null,
  };
}

/**
 * The next state. Going somewhere closes the search and what was said of the address before; another view brings its
 * own layers and begins with everything folded.
 * @param {Record<string, Record<string, boolean>>} layers that each view, or one with some table, wants on or off
 */
export function settleWith(layers) {
  /** @param {State} before @param {Partial<State>} patch @returns {State} */
  return (before, patch) => {
    const state = { ...before, ...patch };
    // While a slider moves, what is shown follows; the address, once it is let go.
    if (!patch.isSliding && Object.keys(START).some((name) => name in patch)) {
      state.visits += 1;
      state.search = NO_SEARCH;
      state.isMenuOpen = false;
      if (!patch.notice && before.notice?.about === "address") state.notice = null;
    }
    settleReading(state, patch);
    if (patch.opened && patch.opened !== state.selected) state.selected = null;
    settleView(state, before, layers);
    state.snap = snapOf(state, before, patch);
    return state;
  };
}

/**
 * @param {State} state @param {State} before @param {Record<string, Record<string, boolean>>} layers
 */
function settleView(state, before, layers) {
  if (state.view !== "projects") Object.assign(state, { table: START.table, sort: START.sort });
  const isOther = state.view !== before.view;
  if (isOther || state.table !== before.table) state.shown = shownIn(before.shown, layersOf(layers, state));
  if (state.scenario !== before.scenario) state.parcelChoice = ALL_PARCELS;
  if (!isOther) return;
  state.folds = { ...before.folds, "yz-findings": state.view === "findings" };
  state.unfolded = {};
  state.parcelChoice = ALL_PARCELS;
  Object.assign(state, { selected: null, passage: null, hovered: null });
}

/**
 * A finding is read within its rule, a clause in the whole text, both in the reading view alone.
 * @param {State} state @param {Partial<State>} patch
 */
function settleReading(state, patch) {
  if ("rule" in patch) {
    state.finding = patch.finding || null;
    state.clause = patch.clause || null;
  }
  if (state.view !== "findings") state.clause = null;
  if (state.view !== "findings" || state.clause) Object.assign(state, { rule: null, finding: null });
}

/**
 * The layers that are on when a view is entered; the reader can change it afterwards.
 * @param {Record<string, boolean>} shown @param {Record<string, boolean>} wanted
 */
export function shownIn(shown, wanted) {
  const next = { ...shown };
  for (const name of Object.keys(shown)) if (name in wanted) next[name] = wanted[name];
  return next;
}
