// The pointer on the parcels: what is pointed at says what it is, what is clicked is opened.
import { mercator } from "./codec.js";
import { sumOf } from "./grid.js";
import { latlngs, pick } from "./pick.js";
import { MARKS_PANE } from "./tiles.js";

const SYMBOL_PX = 64;
const NEARER = 2; // zooms that a click on a cell goes
const CONTROLS = ".leaflet-control, .leaflet-popup";

/**
 * A symbol lies above the parcel, a zone below it. Leaflet cuts large shapes to the screen, so only their size on the
 * screen is known: what is small is a symbol.
 * @param {EventTarget | null} target
 */
function covers(target) {
  if (!(target instanceof Element)) return false;
  const thing = target.closest(".leaflet-interactive");
  if (!thing) return target.closest(CONTROLS) !== null;
  const box = thing.getBoundingClientRect();
  return thing.matches(".leaflet-marker-icon") || (box.width < SYMBOL_PX && box.height < SYMBOL_PX);
}

/** @typedef {{parcel: number, cell: number}} Found what is at a place: a parcel or a cell of many, the other being -1 */

/**
 * @param {L.Map} map @param {import("./data.js").ParcelData} data
 * @param {ReturnType<typeof import("./scenes.js").makeScenes>} scenes
 * @param {ReturnType<typeof import("./tiles.js").makeTiles>} tiles
 * @param {{content: (row: ParcelRow, i: number) => HTMLElement, summed: (cell: number, zoom: number) => HTMLElement, choose: (i: number) => void, failed: (error: unknown) => void}} calls
 *   `content` is what a parcel that is pointed at says, `summed` what a cell of the grid says
 */
export function makePointer(map, data, scenes, tiles, { content, summed, choose, failed }) {
  const container = map.getContainer();
  const mark = L.layerGroup();
  const tip = L.tooltip({ className: "yz-parcel-tip", direction: "top", offset: [0, -6], opacity: 1 });
  let hovered = -1;
  let picked = -1;
  let listening = true;
  let passing = false;
  /** @type {MouseEvent | null} */
  let pointer = null;

  /** @param {number} i @param {number} weight */
  function outline(i, weight) {
    const color = tiles.paints().ink;
    const style = { interactive: false, fill: false, color, className: "ring", weight, pane: MARKS_PANE };
    return L.polygon(latlngs(data.blockWith(i), i), style);
  }
  function highlight() {
    mark.clearLayers();
    if (picked >= 0) mark.addLayer(outline(picked, 3.5));
    if (hovered >= 0 && hovered !== picked) mark.addLayer(outline(hovered, 1.5));
    if (!map.hasLayer(mark)) mark.addTo(map);
  }
  /** @param {number} i */
  function pickOut(i) {
    picked = i;
    highlight();
  }
  /** @param {L.LatLng} latlng @returns {Promise<Found | null>} */
  async function at(latlng) {
    if (!map.hasLayer(tiles.layer)) return null;
    const zoom = Math.round(map.getZoom());
    const { mode, cells } = scenes.of(map.getZoom());
    if (mode !== "grid" || !cells) {
      const parcel = await pick(data, latlng, map.getZoom(), scenes.isShown);
      return parcel < 0 ? null : { parcel, cell: -1 };
    }
    const cell = scenes.cell(latlng.lng * 1e6, mercator(latlng.lat * 1e6), zoom);
    if (cell === undefined) return null;
    if (sumOf(cells.counts, cell, cells.width) > 1) return { parcel: -1, cell };
    await data.outlines.fetch(data.blockOf(cells.firsts[cell]));
    return { parcel: cells.firsts[cell], cell: -1 };
  }
  /** Nearer to what is summed up in a cell. @param {L.LatLng} latlng */
  function approach(latlng) {
    map.setView(latlng, Math.min(map.getZoom() + NEARER, map.getMaxZoom()));
  }
  function quiet() {
    if (hovered >= 0) {
      hovered = -1;
      highlight();
    }
    container.classList.remove("yz-over-parcel");
    if (map.hasLayer(tip)) map.removeLayer(tip);
  }
  /** Writes what is at a place; false where the pointer went on meanwhile. @param {Found} found */
  async function tell({ parcel, cell }) {
    const isOther = parcel !== hovered;
    hovered = parcel;
    if (isOther) highlight();
    if (cell >= 0) tip.setContent(summed(cell, Math.round(map.getZoom())));
    else if (isOther) {
      const row = await data.row(parcel);
      if (hovered !== parcel) return false;
      tip.setContent(content(row, parcel));
    }
    return true;
  }
  async function hover() {
    const event = pointer;
    pointer = null;
    if (!event || tiles.isMoving()) return;
    const latlng = map.mouseEventToLatLng(event);
    const found = await at(latlng);
    if (pointer) return;
    if (!found || covers(event.target)) {
      quiet();
      return;
    }
    if (!(await tell(found))) return;
    container.classList.add("yz-over-parcel");
    tip.setLatLng(latlng);
    if (!map.hasLayer(tip)) tip.addTo(map);
  }
  /** @param {MouseEvent} event */
  function isOurs(event) {
    if (passing || !listening || !data.boxes() || !map.hasLayer(tiles.layer)) return false;
    // @ts-expect-error Leaflet tells so, its types do not
    if (map.dragging?.moved()) return false;
    return !(event.target instanceof Element && event.target.closest(CONTROLS));
  }
  /** @param {MouseEvent} event */
  async function click(event) {
    const { target } = event;
    const latlng = map.mouseEventToLatLng(event);
    const found = await at(latlng);
    if (found && !covers(target)) {
      if (found.parcel >= 0) choose(found.parcel);
      else approach(latlng);
      return;
    }
    pickOut(-1);
    passing = true;
    if (target) target.dispatchEvent(new MouseEvent("click", event));
    passing = false;
  }

  container.addEventListener("mousemove", (event) => {
    if (!listening || !data.boxes()) return;
    if (!pointer) requestAnimationFrame(() => hover().catch(failed));
    pointer = event;
  });
  container.addEventListener("mouseleave", () => {
    pointer = null;
    quiet();
  });
  // A click is taken before the shapes below hear of it, and given back where no parcel is.
  container.addEventListener(
    "click",
    (event) => {
      if (!isOurs(event)) return;
      event.stopPropagation();
      click(event).catch(failed);
    },
    true,
  );
  window.addEventListener("hashchange", () => {
    if (picked >= 0 && !/[#&]parcel=/.test(location.hash)) pickOut(-1);
  });

  return {
    pickOut,
    /** @param {boolean} on */
    listen(on) {
      listening = on;
      if (!on) quiet();
    },
  };
}
