// The search box: what is typed, what is found, and the keys that lead through it. parts/results.js shows it.
import { byId } from "../html.js";
import { readClause } from "../reading/choice.js";
import { NO_SEARCH } from "../state/state.js";
import { clausesNamed, find, folded } from "./find.js";

export const MOST = 30;
const MOST_PARCELS = 10;
const MOST_CLAUSES = 5;
const CLAUSE = "clause:";
const NOTE_LETTERS = 24;
const PAUSE_MS = 150;

/** @param {Page} page */
export function makeSearchBox(page) {
  const input = /** @type {HTMLInputElement} */ (byId("yz-query"));
  const results = byId("yz-results");
  let timer = 0;
  let turn = 0;

  /** @param {Key} key @returns {SearchHit} */
  function hitOf(key) {
    const { kind, name, note } = page.data.subjects[key];
    return { key, name, note: kind === "project" && note ? page.text(note) : "", parcel: null };
  }
  /** @param {string} clause @returns {SearchHit} */
  function clauseHit(clause) {
    const { en, text } = page.data.clauses[clause];
    return {
      key: `${CLAUSE}${clause}`,
      name: { zh: clause, en },
      note: text.trim().slice(0, NOTE_LETTERS),
      parcel: null,
    };
  }
  /** @param {SearchHit[]} all @param {boolean} isFinished */
  function show(all, isFinished) {
    const { search } = page.state;
    const activeKey = search.hits[search.active]?.key;
    const hits = all.slice(0, MOST);
    const again = hits.findIndex((hit) => hit.key === activeKey);
    const active = hits.length ? Math.max(0, again) : -1;
    page.store.change({ search: { typed: input.value.trim(), hits, active, total: all.length, isFinished } });
  }
  /**
   * Parcels follow when the reader pauses: their numbers are unpacked by and by, and only once. Numbers that begin so
   * come first, those that only hold it, such as their last figures, after all names.
   * @param {string} query @param {SearchHit[]} named @param {NonNullable<Page["parcels"]>} parcels
   */
  async function addParcels(query, named, parcels) {
    const thisTurn = turn;
    const parcelHits = await parcels.search(query, MOST_PARCELS, () => thisTurn !== turn);
    if (!parcelHits || thisTurn !== turn) return;
    /** @param {boolean} begins */
    const hits = (begins) =>
      parcelHits
        .filter((one) => one.begins === begins)
        .map(({ id, note }) => {
          return { key: `parcel:${id}`, name: { zh: id, en: id }, note: page.text(note), parcel: id };
        });
    show([...hits(true), ...named, ...hits(false)], true);
  }
  function search() {
    const query = folded(input.value.trim());
    const subjects = find(input.value, page.data.subjects, page.data.order).map(hitOf);
    const clauses = clausesNamed(input.value, page.data.clauses, page.data.clause_order);
    const named = [...clauses.slice(0, MOST_CLAUSES).map(clauseHit), ...subjects];
    const parcels = query ? page.parcels : null;
    turn += 1;
    clearTimeout(timer);
    show(named, !parcels);
    if (parcels) timer = window.setTimeout(() => addParcels(query, named, parcels), PAUSE_MS);
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
    results.children[page.state.search.active].scrollIntoView({ block: "nearest" });
  }
  /** @param {SearchHit} hit */
  async function choose({ key, parcel }) {
    close();
    if (key.startsWith(CLAUSE)) {
      readClause(page, key.slice(CLAUSE.length));
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
