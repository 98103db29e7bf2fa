// A drawing that is pinned to the ground: it moves and grows with the map, and is drawn anew where the map comes to rest.

const MOST_PIXELS = 2; // of the screen in one of the page, so that large screens stay quick
const PAD = 0.25; // of the map's size: so far it reaches beyond each edge, for the reader who drags

/** @typedef {L.Map & {_latLngToNewLayerPoint(at: L.LatLng, zoom: number, center: L.LatLng): L.Point}} Inner */
/** @typedef {{corner: L.Point, size: L.Point}} Sheet the upper left corner in layer points, and the size in pixels */

/** Makes a canvas as large as a sheet; says how many pixels of it are in one of the page. @param {HTMLCanvasElement} canvas @param {L.Point} size */
export function spread(canvas, { x, y }) {
  const dense = Math.min(MOST_PIXELS, window.devicePixelRatio || 1);
  canvas.width = x * dense;
  canvas.height = y * dense;
  canvas.style.width = `${x}px`;
  canvas.style.height = `${y}px`;
  return dense;
}

/**
 * @param {L.Map} map @param {HTMLElement | SVGElement} element
 * @param {{pane: string, zIndex: number, draw: (sheet: Sheet) => void}} options
 * @returns {() => void} draws it anew
 */
export function pin(map, element, { pane, zIndex, draw }) {
  const parent = map.createPane(pane);
  parent.style.zIndex = String(zIndex);
  parent.appendChild(element);
  element.classList.add("leaflet-zoom-animated");
  /** @type {{at: L.LatLng, zoom: number} | null} */
  let drawn = null;

  function lay() {
    const size = map.getSize();
    const pad = size.multiplyBy(PAD).round();
    const corner = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
    drawn = { at: map.layerPointToLatLng(corner), zoom: map.getZoom() };
    L.DomUtil.setTransform(/** @type {HTMLElement} */ (element), corner, 1);
    draw({ corner, size: size.add(pad.multiplyBy(2)) });
  }
  /** @param {number} zoom @param {L.LatLng} center */
  function follow(zoom, center) {
    if (!drawn) return;
    const corner = /** @type {Inner} */ (map)._latLngToNewLayerPoint(drawn.at, zoom, center);
    L.DomUtil.setTransform(/** @type {HTMLElement} */ (element), corner, map.getZoomScale(zoom, drawn.zoom));
  }
  map.on("zoomanim", ({ zoom, center }) => follow(zoom, center));
  map.on("zoom", () => {
    if (drawn && map.getZoom() !== drawn.zoom) follow(map.getZoom(), map.getCenter());
  });
  map.on("moveend", lay);
  return lay;
}
