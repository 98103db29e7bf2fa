// The search box: what is typed, what is found, and the keys that lead through it. parts/results.js shows it.
import { byId } from "../html.js";
import { readClause } from "../reading/choice.js";
import { NO_SEARCH } from "../state/state.js";
import { entriesOf } from "./entries.js";
import { find, folded, ranked } from "./find.js";
import { makeLoose } from "./loose.js";

const MOST = 40;
const MOST_OF_KIND = 10;
const AROUND = 12; // letters of a clause before and after what was typed
const MOST_PARCELS = 10;
const PAUSE_MS = 150;

/** @param {Page} page */
export function makeSearchBox(page) {
  const input = /** @type {HTMLInputElement} */ (byId("yz-query"));
  const results = byId("yz-results");
  let timer = 0;
  let turn = 0;

  const entries = entriesOf(page.data);
  const entryOf = new Map(entries.map((entry) => [entry.key, entry]));
  /** @type {((text: string) => string[]) | null} */
  let loose = null; // made once something is misspelt

  /** The words of a clause around what was typed. @param {string} words @param {string} query */
  function around(words, query) {
    const at = folded(words).indexOf(query);
    if (at < 0) return words.slice(0, 2 * AROUND);
    const from = Math.max(0, at - AROUND);
    return `${from ? "…" : ""}${words.slice(from, at + query.length + AROUND)}…`;
  }
  /** @param {Key} key @returns {SearchHit} */
  function hitOf(key) {
    const entry = entryOf.get(key);
    if (entry) {
      const stated = entry.note ? page.text(entry.note) : "";
      const note = entry.kind === "clause" ? around(entry.words, folded(input.value.trim())) : stated;
      return { key, kind: entry.kind, name: entry.name, note, parcel: null };
    }
    const { kind, name, note } = page.data.subjects[key];
    return { key, kind, name, note: kind === "project" && note ? page.text(note) : "", parcel: null };
  }
  /** All that is called so; where nothing is, what comes near. @param {string} text */
  function named(text) {
    const { subjects, order } = page.data;
    const found = [...find(text, subjects, order), ...ranked(text, entries)];
    if (found.length || !text.trim()) return found.map(hitOf);
    if (!loose) {
      const keys = Object.values(order).flat();
      loose = makeLoose([
        ...keys.map((key) => ({ key, terms: subjects[key].terms, syllables: subjects[key].syllables })),
        ...entries,
      ]);
    }
    return loose(text).map(hitOf);
  }
  /** Kind by kind, the kind of the best first; of each the first few. @param {SearchHit[]} all */
  function grouped(all) {
    const kinds = [...new Set(all.map(({ kind }) => kind))];
    return kinds.flatMap((kind) => all.filter((hit) => hit.kind === kind).slice(0, MOST_OF_KIND));
  }
  /** @param {SearchHit[]} all @param {boolean} isFinished */
  function show(all, isFinished) {
    const { search } = page.state;
    const activeKey = search.hits[search.active]?.key;
    const hits = grouped(all).slice(0, MOST);
    /** @type {Record<string, number>} */
    const counts = {};
    for (const { kind } of all) counts[kind] = (counts[kind] || 0) + 1;
    const again = hits.findIndex((hit) => hit.key === activeKey);
    const active = hits.length ? Math.max(0, again) : -1;
    page.store.change({ search: { typed: input.value.trim(), hits, active, counts, total: all.length, isFinished } });
  }
  /**
   * Parcels follow when the reader pauses: their numbers are unpacked by and by, and only once. Numbers that begin so
   * come first, those that only hold it, such as their last figures, after all names.
   * @param {string} query @param {SearchHit[]} called @param {NonNullable<Page["parcels"]>} parcels
   */
  async function addParcels(query, called, parcels) {
    const thisTurn = turn;
    const parcelHits = await parcels.search(query, MOST_PARCELS, () => thisTurn !== turn);
    if (!parcelHits || thisTurn !== turn) return;
    /** @param {boolean} begins */
    const hits = (begins) =>
      parcelHits
        .filter((one) => one.begins === begins)
        .map(({ id, note }) => {
          return { key: `parcel:${id}`, kind: "parcel", name: { zh: id, en: id }, note: page.text(note), parcel: id };
        });
    show([...hits(true), ...called, ...hits(false)], true);
  }
  function search() {
    const query = folded(input.value.trim());
    const called = named(input.value);
    const parcels = query ? page.parcels : null;
    turn += 1;
    clearTimeout(timer);
    show(called, !parcels);
    if (parcels) timer = window.setTimeout(() => addParcels(query, called, parcels), PAUSE_MS);
  }
  function close() {
    turn += 1;
    clearTimeout(timer);
    if (page.state.search !== NO_SEARCH) page.store.change({ search: NO_SEARCH });
  }
  /** @param {number} step */
  function move(step) {
    const { search } = page.state;
    const count = search.hits.length;
    page.store.change({ search: { ...search, active: (search.active + step + count) % count } });
    byId(`yz-hit-${page.state.search.active}`).scrollIntoView({ block: "nearest" });
  }
  /** @param {import("./entries.js").Entry} entry */
  function goTo({ clause, rule, at, name }) {
    if (clause) readClause(page, clause);
    if (rule) page.store.change({ view: "findings", rule });
    if (at) {
      if (page.view.layout !== "map") page.store.change({ view: "overview" });
      page.store.change({ snap: "half" });
      page.map.point(at, name);
    }
    input.blur();
  }
  /** @param {SearchHit} hit */
  async function choose({ key, parcel }) {
    close();
    const entry = entryOf.get(key);
    if (entry) {
      goTo(entry);
      return;
    }
    if (parcel === null) {
      page.open(key);
      return;
    }
    if (!(page.parcels && (await page.parcels.find(parcel)))) return;
    page.store.change({ view: "land" });
    page.open(key);
  }

  input.addEventListener("input", search);
  input.addEventListener("focus", () => {
    if (input.value) search();
  });
  input.addEventListener("keydown", (event) => {
    const { hits, active } = page.state.search;
    if (/^Arrow(Up|Down)$/.test(event.key) && hits.length) {
      move(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    }
    if (event.key === "Enter" && hits[active]) {
      choose(hits[active]);
      event.preventDefault();
    }
    if (event.key === "Escape" && hits.length) {
      close();
      event.stopPropagation();
    }
  });
  input.addEventListener("blur", (event) => {
    if (!(event.relatedTarget instanceof Node && results.contains(event.relatedTarget))) close();
  });
  results.addEventListener("mousedown", (event) => event.preventDefault());

  return {
    choose,
    /** Cancels a pending search when the reader goes to another address. @param {State} state @param {State} before */
    follow(state, before) {
      if (state.visits === before.visits) return;
      turn += 1;
      clearTimeout(timer);
    },
  };
}
