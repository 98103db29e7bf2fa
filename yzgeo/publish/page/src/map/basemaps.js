import { toWgs84 } from "./gcj02.js";

/* Online basemaps: none until the reader chooses one. If tiles do not come, the page says so and goes on. */
export function makeBasemaps(page) {
  const PATIENCE_MS = 8000;
  const KEPT = "yzgeo-tianditu-key";
  const m = page.markup;
  const map = page.leaflet;
  let chosen = "";
  let active = [];
  let timer = 0;
  let key = kept();

  function kept() {
    try {
      return localStorage.getItem(KEPT) || "";
    } catch (_error) {
      return "";
    }
  }
  function keep(value) {
    key = value;
    try {
      localStorage.setItem(KEPT, value);
    } catch (_error) {
      /* the key then lasts as long as the page */
    }
  }
  function layersOf(name) {
    if (name === "OpenStreetMap") return [page.tiles.OpenStreetMap];
    if (name === "gaode") return [new YzShiftedTiles(page.tiles.gaode._url, page.tiles.gaode.options)];
    return ["tianditu", "tianditu_names"].map((part) =>
      L.tileLayer(page.tiles[part]._url, Object.assign({}, page.tiles[part].options, { tk: key })),
    );
  }
  function failed() {
    page.notice(page.say("basemap_failed"));
  }
  function arrived() {
    clearTimeout(timer);
    page.notice("");
  }

  function use(name) {
    clearTimeout(timer);
    page.notice("");
    active.forEach((layer) => {
      map.removeLayer(layer);
      layer.off("tileerror", failed).off("tileload", arrived);
    });
    active = [];
    chosen = name;
    document.body.classList.toggle("on-tiles", Boolean(name));
    if (!name || (name === "tianditu" && !key)) {
      page.map.refresh();
      return;
    }
    active = layersOf(name);
    active.forEach((layer) => {
      layer.on("tileerror", failed).on("tileload", arrived);
      map.addLayer(layer);
    });
    timer = setTimeout(failed, PATIENCE_MS);
    page.map.refresh();
  }
  function keyForm() {
    const box = m.make("form", "key-form");
    const input = m.make("input");
    const row = m.make("label", "", page.say("tianditu_key"));
    input.type = "text";
    input.value = key;
    input.autocomplete = "off";
    input.id = "yz-tianditu-key";
    m.add(
      box,
      m.add(row, input),
      m.make("button", "", page.say("use_key")),
      m.make("p", "meta", page.say("tianditu_note")),
    );
    box.querySelector("button").type = "submit";
    box.addEventListener("submit", (event) => {
      event.preventDefault();
      keep(input.value.trim());
      use("tianditu");
    });
    return box;
  }
  function choice() {
    const part = m.make("fieldset");
    const select = m.make("select");
    const form = keyForm();
    select.setAttribute("aria-label", page.say("basemap"));
    ["", "OpenStreetMap", "tianditu", "gaode"].forEach((name) => {
      const option = m.make("option", "", name === "OpenStreetMap" ? name : page.say(`basemap_${name || "none"}`));
      option.value = name;
      m.add(select, option);
    });
    select.value = chosen;
    form.hidden = chosen !== "tianditu";
    select.addEventListener("change", () => {
      form.hidden = select.value !== "tianditu";
      use(select.value);
    });
    return m.add(
      part,
      m.make("legend", "", page.say("basemap")),
      select,
      form,
      m.make("p", "meta", page.say("basemap_note")),
    );
  }
  return { choice: choice, chosen: () => chosen, layers: () => active };
}

/* Tiles drawn in GCJ-02, each put where it truly lies. */
export const YzShiftedTiles = L.TileLayer.extend({
  /* How far, in pixels of the level, what a tile shows at a point lies from where the grid has it. */
  _shift: function (point, zoom) {
    const drawn = this._map.unproject(point, zoom);
    const truth = toWgs84(drawn.lat, drawn.lng);
    return this._map.project([truth.lat, truth.lon], zoom).subtract(point);
  },
  _getTilePos: function (coords) {
    const size = this.getTileSize();
    const corner = coords.scaleBy(size);
    const middle = corner.add(size.divideBy(2));
    return L.TileLayer.prototype._getTilePos.call(this, coords).add(this._shift(middle, coords.z).round());
  },
  _getTiledPixelBounds: function (center) {
    const bounds = L.TileLayer.prototype._getTiledPixelBounds.call(this, center);
    const back = this._shift(bounds.getCenter(), this._tileZoom).round();
    return new L.Bounds(bounds.min.subtract(back), bounds.max.subtract(back));
  },
});
