// The page: puts its parts together, and shows the state in them.

import { makeDocument } from "./document.js";
import { byId } from "./html.js";
import { keptKey, makeBasemaps } from "./map/basemaps.js";
import { groundShown, makeGround } from "./map/ground.js";
import { makeInside } from "./map/inside_tool.js";
import { makeLimits } from "./map/limits.js";
import { makeMap } from "./map/map.js";
import { makeMeasure } from "./map/measure.js";
import { makeOrnaments } from "./map/ornaments.js";
import { makeParcelLayer } from "./map/parcel_layer.js";
import { makeDownload } from "./outputs/download.js";
import { makePicture } from "./outputs/picture.js";
import { makePrint } from "./outputs/print.js";
import { hasOwn } from "./own.js";
import { drawOfZoom, drawParts, listenToFolds } from "./parts/parts.js";
import { makePhone, NARROW } from "./phone.js";
import { unfolded } from "./repeats.js";
import { makeSearchBox } from "./search/box.js";
import { followAddress } from "./state/following.js";
import { firstState, settleWith, shownIn } from "./state/state.js";
import { createStore } from "./state/store.js";
import { layersOf, viewLayers } from "./state/view_layers.js";
import { makeTable } from "./table/table.js";
import { keptTheme, makeTheme, systemDark } from "./theme.js";
import { VIEWS } from "./views/views.js";
import { makeNumbers } from "./words/numbers.js";
import { markOwnWords } from "./words/own_words.js";
import { makeWords } from "./words/words.js";

const PARCEL = "parcel:";

/**
 * What the parts of the page share; its tools are added one by one, and may ask for one another once it is started.
 * @param {L.Map} leaflet @param {Page["layers"]} layers @param {Page["tiles"]} tiles
 * @returns {Page}
 */
function makePage(leaflet, layers, tiles) {
  const data = /** @type {PageData} */ (unfolded(JSON.parse(byId("yz-data").textContent || "")));
  /** @type {import("./state/view_layers.js").ViewLayers} */
  const ofViews = {};
  const shown = { ...groundShown(data), findings: false, uncertainty: false };
  const first = firstState({
    lang: data.lang,
    theme: keptTheme(),
    systemDark: systemDark.matches,
    shown,
    tiandituKey: keptKey(),
    wide: !NARROW.matches,
  });
  const store = createStore(first, settleWith(ofViews));
  const base = {
    data,
    leaflet,
    layers,
    tiles,
    store,
    views: /** @type {Record<string, View>} */ ({}),
    get state() {
      return store.get();
    },
    get lang() {
      return store.get().lang;
    },
    get view() {
      return this.views[store.get().view];
    },
    /** @param {Key | null} key */
    subject(key) {
      if (key === null) return null;
      if (hasOwn(data.subjects, key)) return data.subjects[key];
      const { parcels } = store.get();
      return hasOwn(parcels, key) ? parcels[key] : null;
    },
    showSources() {
      store.change({ folds: { ...store.get().folds, "yz-sources": true } });
      byId("yz-sources").scrollIntoView({ block: "start" });
    },
    /** @param {Key | null} key */
    open(key) {
      if (key?.startsWith(PARCEL) && (!page.subject(key) || page.view.layout === "reading")) {
        page.parcels?.show(key.slice(PARCEL.length));
        return;
      }
      const from = store.get().opened;
      store.change({ opened: key });
      focusOn(from);
    },
  };
  const page = /** @type {Page} */ (Object.assign(base, makeWords(data, store.get)));
  markOwnWords(() => store.get().lang);
  page.numbers = makeNumbers(page);
  page.theme = makeTheme(page);
  page.parcels = makeParcelLayer(page);
  page.table = makeTable(page);
  for (const [name, view] of Object.entries(VIEWS)) {
    const shownView = view(page);
    if (shownView) page.views[name] = shownView;
  }
  Object.assign(ofViews, viewLayers(page.views, page.table.kinds()));
  const present = Object.keys(layers).map((name) => [name, leaflet.hasLayer(layers[name])]);
  const all = { ...shown, ...Object.fromEntries(present) };
  page.usual = (state) => shownIn(all, layersOf(ofViews, state));
  store.change({ shown: page.usual(first) });
  page.measure = makeMeasure(page);
  page.inside = makeInside(page);
  page.ground = makeGround(page);
  page.map = makeMap(page);
  page.basemaps = makeBasemaps(page);
  page.search = makeSearchBox(page);
  page.download = makeDownload(page);
  page.print = makePrint(page);
  page.picture = makePicture(page);
  return page;
}

/** The focus goes to what was opened, and back to where it was opened from. @param {Key | null} from */
function focusOn(from) {
  const title = byId("yz-panel").querySelector("h2");
  /** @type {NodeListOf<HTMLElement>} */
  const rows = document.querySelectorAll("#yz-list [data-key], #yz-table [data-key]");
  const buttons = [...rows].filter((one) => one.dataset.key === from).map((one) => buttonIn(one));
  const row = buttons.find((one) => one?.offsetParent);
  const root = byId("yz-table").hidden ? byId("yz-list") : byId("yz-table");
  if (title) title.focus({ preventScroll: true });
  else if (from) (row || root).focus({ preventScroll: true });
}

/** @param {HTMLElement} row @returns {HTMLElement | null} */
const buttonIn = (row) => (row.matches("button") ? row : row.querySelector("button"));

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof Element && target.matches("input:not([type=checkbox]), select, textarea");

/** @param {Page} page */
function closeMenu(page) {
  page.store.change({ isMenuOpen: false });
  byId("yz-menu-button").focus();
}

/** @param {Page} page */
function listenToKeys(page) {
  byId("yz-skip").addEventListener("click", () => byId("yz-list").focus());
  byId("yz-lang").addEventListener("click", () => page.store.change({ lang: page.lang === "zh" ? "en" : "zh" }));
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !isTyping(event.target) && !page.state.dialog) {
      event.preventDefault();
      byId("yz-query").focus();
    }
    if (event.key !== "Escape" || page.state.dialog) return;
    if (page.state.measure.mode) page.measure.stop();
    else if (page.state.isMenuOpen) closeMenu(page);
    else if (page.state.opened) page.open(null);
  });
}

/**
 * What folium calls when the map and its layers are made.
 * @type {Window["yzStart"]}
 */
export function start(leaflet, layers, tiles) {
  byId("yz-map").appendChild(leaflet.getContainer());
  leaflet.invalidateSize({ animate: false });
  const page = makePage(leaflet, layers, tiles);
  const whole = makeDocument(page);
  const ornaments = makeOrnaments(page);
  const limits = makeLimits(page);
  makePhone(page);
  const address = followAddress(page);

  function draw() {
    whole.draw();
    if (page.parcels) page.parcels.recolour(); // first: the legend has their colours
    drawParts(page);
  }
  draw();
  whole.fitLegend();
  limits.set();
  page.map.start();
  ornaments.draw();
  page.map.resized();
  page.store.subscribe((state, before) => {
    draw();
    whole.follow(state, before);
    page.measure.follow(state, before);
    page.inside.follow(state, before);
    page.basemaps.follow(state, before);
    limits.follow(state, before);
    page.map.follow(state, before);
    page.ground.follow(state, before);
    page.parcels?.follow(state, before);
    ornaments.follow(state, before);
    page.search.follow(state, before);
  });
  leaflet.on("zoomend", () => drawOfZoom(page));
  drawOfZoom(page);
  page.parcels?.start(() => drawOfZoom(page));
  listenToFolds(page);
  listenToKeys(page);
  address.follow();
  page.ground.begin();
  window.yzgeo.page = page;
  window.yzgeo.ready = true;
}
