// The pointer on the parcels: what is pointed at says what it is, what is clicked is opened.
import { latlngs, pick } from "./pick.js";

const SYMBOL_PX = 64;
const INK = "#2b2a27";
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

/**
 * @param {L.Map} map @param {import("./data.js").ParcelData} data
 * @param {ReturnType<typeof import("./tiles.js").makeTiles>} tiles
 * @param {{content: (row: ParcelRow) => HTMLElement, choose: (i: number) => void, failed: (error: unknown) => void}} calls
 *   `content` is what a parcel that is pointed at says
 */
export function makePointer(map, data, tiles, { content, choose, failed }) {
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
    const style = { interactive: false, fill: false, color: INK, className: "ring", weight };
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
  /** @param {L.LatLng} latlng */
  async function at(latlng) {
    return map.hasLayer(tiles.layer) ? pick(data, latlng, map.getZoom()) : -1;
  }
  function quiet() {
    if (hovered >= 0) {
      hovered = -1;
      highlight();
    }
    container.classList.remove("yz-over-parcel");
    if (map.hasLayer(tip)) map.removeLayer(tip);
  }
  async function hover() {
    const event = pointer;
    pointer = null;
    if (!event || tiles.isMoving()) return;
    const latlng = map.mouseEventToLatLng(event);
    const parcel = await at(latlng);
    if (pointer) return;
    if (parcel < 0 || covers(event.target)) {
      quiet();
      return;
    }
    if (parcel !== hovered) {
      hovered = parcel;
      highlight();
      const row = await data.row(parcel);
      if (hovered !== parcel) return;
      tip.setContent(content(row));
    }
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
    const parcel = await at(map.mouseEventToLatLng(event));
    if (parcel >= 0 && !covers(target)) {
      choose(parcel);
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
