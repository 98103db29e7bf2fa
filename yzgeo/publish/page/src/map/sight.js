// The extent of the map: the whole district as large as possible, until the page or the reader moves the map.
import { byId } from "../html.js";
import { atOf, placeOf } from "../state/carried.js";

const GAP_PX = 8;
const LOW_PX = 440; // a map as low as that of a phone has little room for edges
const EDGE_PX = 6;
const LEAST_BESIDE_PX = 260; // of the map, for the district to stand beside the tools
const REST_MS = 250;

/** @param {Page} page */
export function makeSight(page) {
  const { leaflet: map, data } = page;
  const container = map.getContainer();
  let isWhole = true;
  let isAway = false; // the page itself went elsewhere, and comes back
  let isFlying = false;
  let isStrayed = false; // the reader moved the map: the address says where
  let timer = 0;

  /**
   * Room around what is shown: the legend stands in a corner of the map.
   * @param {number} px
   * @returns {{paddingTopLeft: L.PointTuple, paddingBottomRight: L.PointTuple}}
   */
  function margins(px) {
    const key = byId("yz-key");
    const isOpen = /** @type {HTMLDetailsElement} */ (byId("yz-legend")).open;
    const isWide = map.getSize().x > 2 * key.offsetWidth;
    const covers = getComputedStyle(key).position === "absolute" && isOpen && isWide;
    return {
      paddingTopLeft: [covers ? key.offsetWidth + px / 2 : px, px],
      paddingBottomRight: [px, px],
    };
  }
  /** What the tools cover along the right edge; a narrow map is too dear for it. */
  function toolsWidth() {
    const { width, left, height } = byId("yz-hands").getBoundingClientRect();
    const covered = container.getBoundingClientRect().right - left + GAP_PX;
    const isAcross = height > container.clientHeight / 3 && container.clientWidth > LEAST_BESIDE_PX;
    return width && isAcross ? Math.max(EDGE_PX, covered) : EDGE_PX;
  }
  function legendHeight() {
    return container.getBoundingClientRect().bottom - byId("yz-key").getBoundingClientRect().top + EDGE_PX;
  }
  /**
   * The whole district as large as it goes; what room is left over is on the side of the legend, and below where that
   * is not enough.
   */
  function home() {
    isWhole = true;
    isAway = false;
    isStrayed = false;
    if (isFlying) {
      // a flight cannot be turned
      map.once("zoomend", () => {
        if (isWhole) home();
      });
      return;
    }
    const right = toolsWidth();
    const zoom = map.getBoundsZoom(data.bounds, false, L.point(right + EDGE_PX, 12));
    const low = map.project(data.bounds[0], zoom);
    const high = map.project(data.bounds[1], zoom);
    const size = map.getSize();
    const covered = margins(12).paddingTopLeft[0];
    const left = Math.max(EDGE_PX, Math.min(covered, size.x - Math.abs(high.x - low.x) - right));
    const spare = size.y - Math.abs(high.y - low.y) - 12;
    const bottom = covered > 12 && left < covered ? Math.max(EDGE_PX, Math.min(legendHeight(), spare)) : EDGE_PX;
    map.fitBounds(data.bounds, {
      paddingTopLeft: [left, EDGE_PX],
      paddingBottomRight: [right, bottom],
      animate: false,
    });
    isWhole = true;
    isAway = false;
  }
  /** The page goes somewhere. @param {boolean} [zoomed] also where the reader was elsewhere already */
  function stay(zoomed) {
    isAway = isAway || isWhole || Boolean(zoomed);
    isWhole = false;
    isStrayed = false;
  }
  /** The reader goes somewhere: then it is the reader's to come back. */
  function stray() {
    isWhole = false;
    isAway = false;
    isStrayed = true;
  }
  function here() {
    const { lat, lng } = map.getCenter();
    return isStrayed ? atOf(lat, lng, map.getZoom()) : null;
  }
  function tell() {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (here() !== page.state.at && !page.state.printing) page.store.change({ at: here() });
    }, REST_MS);
  }
  /** @param {string} at as an address has it */
  function go(at) {
    const place = placeOf(at);
    if (!place) return;
    stray();
    map.setView([place.lat, place.lon], place.zoom, { animate: false });
  }
  /** @param {number} step */
  function zoom(step) {
    stray();
    map.setZoom(map.getZoom() + step);
  }
  /** Outlines are seen whole, clear of legend and panel. @param {L.LatLngBounds} bounds @param {number} maxZoom */
  function fit(bounds, maxZoom) {
    map.fitBounds(bounds, { maxZoom, ...margins(map.getSize().y < LOW_PX ? 16 : 40) });
  }
  /** A place is seen, clear of the edge. @param {L.LatLng} at */
  function reach(at) {
    map.panInside(at, { paddingTopLeft: [80, 30], paddingBottomRight: [80, 30] });
  }

  map.on("zoomanim", () => {
    isFlying = true;
  });
  map.on("zoomend", () => {
    isFlying = false;
  });
  map.on("dragstart boxzoomend", stray);
  map.on("dblclick", () => {
    if (map.doubleClickZoom.enabled()) stray();
  });
  container.addEventListener("wheel", stray);
  container.addEventListener("keydown", (event) => {
    if (/^(Arrow|Page|[-+=_])/.test(event.key)) stray();
  });
  container.addEventListener("touchmove", (event) => {
    if (event.touches.length > 1) stray();
  });
  byId("yz-hands").addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest('[data-tool^="zoom"]')) stray();
  });
  map.on("moveend", tell);

  return {
    toolsWidth,
    home,
    here,
    go,
    zoom,
    stay,
    fit,
    reach,
    isWhole: () => isWhole,
    isAway: () => isAway,
    /** As long as the reader looks at the whole district, it stays whole in a map of another size. */
    resized() {
      const [middle, { x: width }] = [map.getCenter(), map.getSize()];
      map.invalidateSize({ pan: false });
      if (isWhole) home();
      else if (map.getSize().x !== width) map.setView(middle, map.getZoom(), { animate: false });
    },
  };
}
