// How far the reader may go: out to the ground, in to what the data bear.
import { boxOfMap } from "./ground.js";

const DEEPEST = 18;
const OUT = 1; // zooms below the whole district
const IN = 2; // zooms above it at least
const BEARS_PX = 170; // the least uncertainty of a place, on the map at the deepest zoom
const EDGE_PX = 12;
const SNAP = 4; // steps in a zoom
const ASIDE = 0.75; // of the view: so far the plan may stand from its middle, which makes room for legend and tools

/** @param {Page} page */
export function makeLimits(page) {
  const { leaflet: map, data } = page;
  const [west, south, east, north] = boxOfMap(data);
  const ground = L.latLngBounds([south, west], [north, east]);
  const plan = L.latLngBounds(data.bounds);

  /** The size of bounds at zoom 0. @param {L.LatLngBounds} bounds */
  function sizeOf(bounds) {
    const size = map.project(bounds.getSouthEast(), 0).subtract(map.project(bounds.getNorthWest(), 0));
    return { x: Math.max(size.x, 1e-9), y: Math.max(size.y, 1e-9) };
  }
  /** The zoom at which the whole plan fills the map. @param {L.Point} view */
  function whole(view) {
    const { x, y } = sizeOf(plan);
    const beside = page.map.toolsWidth() + EDGE_PX;
    return Math.log2(Math.max(1, Math.min((view.x - beside - EDGE_PX) / x, (view.y - 2 * EDGE_PX) / y)));
  }
  /** The zoom at which the ground still fills the map. @param {L.Point} view */
  function filled(view) {
    const { x, y } = sizeOf(ground);
    return Math.log2(Math.max(view.x / x, view.y / y));
  }
  /** The zoom that the data bear: parcels and surveyed outlines any, places as much as they are certain. */
  function borne() {
    if (page.parcels || page.state.basemap.name || data.bases.includes("official")) return DEEPEST;
    const known = data.places.map(({ uncertainty_m }) => uncertainty_m).filter((metres) => metres > 0);
    if (!known.length) return DEEPEST;
    const round = 40075016.686 * Math.cos((plan.getCenter().lat * Math.PI) / 180);
    return Math.log2((BEARS_PX * round) / (256 * Math.min(...known)));
  }
  function set() {
    const view = map.getSize();
    if (!view.x || !view.y) return;
    const home = whole(view);
    const least = Math.floor(SNAP * Math.min(home, Math.max(filled(view), home - OUT))) / SNAP;
    const most = Math.min(DEEPEST, Math.ceil(SNAP * Math.max(borne(), home + IN)) / SNAP);
    const half = view.multiplyBy(ASIDE / 2 ** (Math.floor(SNAP * home) / SNAP));
    const [low, high] = [map.project(plan.getSouthWest(), 0), map.project(plan.getNorthEast(), 0)];
    const wide = L.latLngBounds(
      map.unproject([low.x - half.x, low.y + half.y], 0),
      map.unproject([high.x + half.x, high.y - half.y], 0),
    );
    // Leaflet's own setters go there at once, each with a painting of its own; the whole plan is shown anew anyway.
    Object.assign(map.options, {
      maxBounds: wide.extend(ground),
      minZoom: Math.max(0, least),
      maxZoom: Math.max(least, most),
    });
    const zoom = Math.min(map.options.maxZoom ?? most, Math.max(map.options.minZoom ?? least, map.getZoom()));
    if (!page.map.isWhole() && zoom !== map.getZoom()) map.setZoom(zoom, { animate: false });
  }
  map.setMaxBounds(L.latLngBounds([-90, -360], [90, 360])); // from now on Leaflet keeps to what the options say
  map.options.maxBoundsViscosity = 1;
  map.on("resize", set);
  return {
    set,
    /** @param {State} state @param {State} before */
    follow(state, before) {
      if (state.basemap !== before.basemap) set();
    },
  };
}
