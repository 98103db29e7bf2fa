// The page of places: puts its parts together.
import { render } from "preact";
import { byId, html } from "../../page/src/html.js";
import { createStore } from "../../page/src/state/store.js";
import { makeActions } from "./actions.js";
import { unsaved } from "./answers.js";
import { listenToFiles, listenToKeys } from "./keys.js";
import { makePlacesMap } from "./map/map.js";
import { makeMargin } from "./map/ornaments.js";
import { bar } from "./parts/bar.js";
import { card } from "./parts/card.js";
import { list } from "./parts/list.js";
import { credits, hints, legend, panes, told, zoom } from "./parts/stage.js";
import { makeFile } from "./saving/file.js";
import { keep, kept } from "./saving/storage.js";
import { TEXTS } from "./texts.js";

/** What the list shows of the state: a plan may have hundreds of names, and a key in a field changes none of them. */
const LISTED = /** @type {const} */ (["answers", "skipped", "selected", "lang", "filter", "status", "extra", "past"]);

/** @param {PlacesData} data @returns {PlacesState} */
function firstState(data) {
  return {
    draft: null,
    selected: null,
    lang: data.lang,
    filter: "",
    status: "all",
    pane: "list",
    past: [],
    conflicts: null,
    message: null,
    ...kept(data),
  };
}

/** @param {PlacesData} data @returns {PlacesPage} */
function makePage(data) {
  const store = createStore(firstState(data), (state, /** @type {Partial<PlacesState>} */ patch) => ({
    ...state,
    ...patch,
  }));
  const page = /** @type {PlacesPage} */ ({
    data,
    store,
    get state() {
      return store.get();
    },
    wanted: Object.fromEntries(data.wanted.map((one) => [one.id, one])),
    known: Object.fromEntries(data.places.map((one) => [one.place_id, one])),
    text: (both) => both[store.get().lang],
    say: (key) => page.text(TEXTS[key]),
    fill: (key, values) => page.say(key).replace(/\{(\w+)\}/g, (_, name) => String(values[name])),
  });
  page.act = makeActions(page);
  page.file = makeFile(page);
  return page;
}

/** @type {Window["yzPlaces"]} */
export function start(leaflet) {
  const data = /** @type {PlacesData} */ (JSON.parse(byId("yz-data").textContent || ""));
  const page = makePage(data);
  const root = byId("yz-places");
  const stage = document.createElement("div");
  stage.className = "yz-stage";
  const over = document.createElement("div");
  over.className = "yz-over";
  const [head, side, foot] = ["yz-top", "yz-side", "yz-foot"].map((name) => {
    const node = document.createElement("div");
    node.className = name;
    return node;
  });
  const main = document.createElement("main");
  main.append(side, stage);
  root.append(head, main, foot);
  stage.append(leaflet.getContainer(), over);

  /** @param {PlacesState | null} before */
  function draw(before) {
    document.documentElement.lang = page.state.lang;
    document.body.dataset.pane = page.state.pane;
    document.body.classList.toggle("yz-picking", Boolean(page.state.draft));
    document.title = `${page.say("places")} · ${page.text(data.plan.title)}`;
    leaflet.getContainer().setAttribute("aria-label", page.fill("map", { district: page.text(data.plan.district) }));
    render(bar(page), head);
    if (!before || LISTED.some((name) => page.state[name] !== before[name])) render(list(page), side);
    render(
      html`${zoom(page)}${hints(page)}${legend(page)}${credits(page)}${card(page)}${told(page)}<p class="yz-drop">${page.say("drop_here")}</p>`,
      over,
    );
    render(panes(page), foot);
  }
  /** The row of what is selected; it has the focus in the stead of a field of the card that was before. */
  function bringIntoSight() {
    const row = /** @type {HTMLElement | null} */ (side.querySelector(".yz-row.chosen"));
    const active = document.activeElement;
    row?.scrollIntoView({ block: "nearest" });
    const wasInCard = !active || active === document.body || Boolean(active.closest("#yz-card"));
    if (row && wasInCard) row.focus({ preventScroll: true });
  }
  /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=viewport]")).content =
    "width=device-width, initial-scale=1";
  page.map = /** @type {PlacesPage["map"]} */ ({ usualRadius: () => 0 });
  page.map = makePlacesMap(page, leaflet);
  draw(null);
  page.map.start();
  const margin = makeMargin(page, leaflet);
  margin.draw();
  page.store.subscribe((state, before) => {
    draw(before);
    if (state.pane !== before.pane) page.map.resized();
    page.map.follow(state, before);
    if (state.selected !== before.selected) bringIntoSight();
    if (state.lang !== before.lang) margin.draw();
    if (
      state.answers !== before.answers ||
      state.skipped !== before.skipped ||
      state.saved !== before.saved ||
      state.extra !== before.extra
    ) {
      const storage = keep(data, state) ? "kept" : "refused";
      if (storage !== state.storage) page.store.change({ storage });
    }
  });
  window.addEventListener("resize", () => page.map.resized());
  window.addEventListener("beforeunload", (event) => {
    if (unsaved(page.state)) event.preventDefault();
  });
  listenToKeys(page);
  listenToFiles(page);
  window.yzgeoPlaces = page;
  window.yzgeo.ready = true;
}
