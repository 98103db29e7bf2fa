// Online basemaps: none until the reader chooses one. If tiles do not come, the page says so and goes on.
import { ShiftedTiles } from "./shifted_tiles.js";

const PATIENCE_MS = 8000;
const KEPT = "yzgeo-tianditu-key";

/** The key that the reader gave once, which stays in that browser. */
export function keptKey() {
  try {
    return localStorage.getItem(KEPT) || "";
  } catch {
    return "";
  }
}

/** @param {Page} page */
export function makeBasemaps(page) {
  const { leaflet: map, tiles } = page;
  /** @type {L.TileLayer[]} */
  let active = [];
  let timer = 0;

  /** @param {State["basemap"]} basemap @returns {L.TileLayer[]} */
  function layersOf({ name, key }) {
    if (!name || (name === "tianditu" && !key)) return [];
    if (name === "OpenStreetMap") return [tiles.OpenStreetMap];
    if (name === "gaode") return [new ShiftedTiles(tiles.gaode._url, tiles.gaode.options)];
    return [tiles.tianditu, tiles.tianditu_names].map((layer) => {
      return L.tileLayer(layer._url, /** @type {L.TileLayerOptions} */ ({ ...layer.options, tk: key }));
    });
  }
  function failed() {
    if (page.state.notice?.about === "basemap") return; // told of the first tile, not of each
    page.store.change({ notice: { about: "basemap", words: page.both("basemap_failed") } });
  }
  function arrived() {
    clearTimeout(timer);
    if (page.state.notice?.about === "basemap") page.store.change({ notice: null });
  }
  function swap() {
    clearTimeout(timer);
    for (const layer of active) {
      map.removeLayer(layer);
      layer.off("tileerror", failed).off("tileload", arrived);
    }
    active = layersOf(page.state.basemap);
    for (const layer of active) {
      layer.on("tileerror", failed).on("tileload", arrived);
      map.addLayer(layer);
    }
    if (active.length) timer = window.setTimeout(failed, PATIENCE_MS);
  }

  return {
    layers: () => active,
    /** @param {string} name */
    choose: (name) => page.store.change({ basemap: { ...page.state.basemap, name }, notice: null }),
    /** @param {string} key of Tianditu */
    use(key) {
      try {
        localStorage.setItem(KEPT, key);
      } catch {
        // the key then lasts as long as the page
      }
      page.store.change({ basemap: { name: "tianditu", key }, notice: null });
    },
    /** @param {State} state @param {State} before */
    follow(state, before) {
      if (state.basemap !== before.basemap) swap();
    },
  };
}
