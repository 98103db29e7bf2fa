// The parts of the state that the whole document shows, and the consequences of its size.

import { ruleNamed } from "./elements/finding.js";
import { byId } from "./html.js";
import { isRailed } from "./parts/rail.js";
import { isNarrowed } from "./state/filter.js";
import { isDark } from "./theme.js";

const LEAST_MAP_PX = 560; // a narrower map has no room beside an open legend
const LEAST_BESIDE_TABLE_PX = 700; // nor has that, which is the smaller part of the page

/** What is shown, for the reader's history and bookmarks. @param {Page} page */
function titleOf(page) {
  const { opened, rule } = page.state;
  const subject = page.subject(opened);
  const read = ruleNamed(page, rule);
  const parts = [subject && page.text(subject.name), read && page.text(read.title), page.text(page.view.title)];
  return [...parts, page.text(page.data.title)].filter(Boolean).join(" · ");
}

/** @param {Page} page */
export function makeDocument(page) {
  /** @type {boolean | null} */
  let isRoomy = null;
  const dialog = /** @type {HTMLDialogElement} */ (byId("yz-dialog"));

  /**
   * Where the map is narrow the legend would hide it: it folds, and unfolds when there is room again. Between, it is the
   * reader's.
   */
  function fitLegend() {
    const least = page.view.layout === "table" ? LEAST_BESIDE_TABLE_PX : LEAST_MAP_PX;
    const hasRoom = byId("yz-map").offsetWidth > least;
    if (hasRoom !== isRoomy) {
      /** @type {HTMLDetailsElement} */ (byId("yz-legend")).open = hasRoom;
      page.store.change({ folds: { ...page.state.folds, "yz-legend": hasRoom } });
    }
    isRoomy = hasRoom;
  }
  /** Whether the map has more room than before, or less. */
  function isOfOtherSize() {
    const { x, y } = page.leaflet.getSize();
    const { clientWidth, clientHeight } = page.leaflet.getContainer();
    return clientWidth !== x || clientHeight !== y;
  }
  /** Whether the map may have to show its extent anew. @param {State} state @param {State} before */
  function isOfOtherRoom(state, before) {
    return (
      page.views[state.view].layout !== page.views[before.view].layout ||
      state.snap !== before.snap ||
      state.lang !== before.lang || // words of another length
      ((state.view !== before.view || isNarrowed(state) !== isNarrowed(before)) && isOfOtherSize())
    );
  }
  dialog.addEventListener("close", () => {
    if (page.state.dialog) page.store.change({ dialog: null });
  });
  window.addEventListener("resize", () => {
    if (page.state.printing) return;
    fitLegend();
    page.map.resized();
  });
  /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=viewport]")).content =
    "width=device-width, initial-scale=1";

  return {
    fitLegend,
    /** Classes and attributes come first: other parts look at the colours they give. */
    draw() {
      const { lang, view, printing, basemap, opened } = page.state;
      const { classList, dataset } = document.body;
      document.documentElement.lang = lang;
      document.documentElement.dataset.theme = isDark(page.state) && !printing ? "dark" : "light";
      document.title = titleOf(page);
      dataset.view = view;
      dataset.layout = page.view.layout;
      if (printing) dataset.paper = printing;
      else delete dataset.paper;
      classList.toggle("printing", printing !== null);
      classList.toggle("panelled", page.subject(opened) !== null);
      classList.toggle("railed", isRailed(page));
      classList.toggle("filtered", isNarrowed(page.state));
      classList.toggle("menu-open", page.state.isMenuOpen);
      dataset.snap = page.state.snap;
      classList.toggle("on-tiles", basemap.name !== "");
    },
    /** @param {State} state @param {State} before */
    follow(state, before) {
      const panel = byId("yz-panel");
      if (state.view !== before.view) followView(state);
      if (state.dialog !== before.dialog) {
        if (state.dialog) dialog.showModal();
        else if (dialog.open) dialog.close();
      }
      if (isOfOtherRoom(state, before)) {
        fitLegend();
        page.map.resized();
      }
      if (state.opened !== before.opened) followPanel(panel);
    },
  };

  /** @param {State} state */
  function followView({ view, isNarrow }) {
    byId("yz-list").scrollTop = 0;
    if (isNarrow) byId(`yz-tab-${view}`).scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  /** @param {HTMLElement} panel */
  function followPanel(panel) {
    panel.scrollTop = 0;
    fitLegend();
    page.map.resized();
    panel.scrollIntoView({ block: "nearest" }); // on a low screen the panel stands beside the map, above the list
  }
}
