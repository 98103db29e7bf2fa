// A canvas in a pane of the map: it moves and scales with the map as Leaflet's own renderers do, and is painted anew
// when the map has come to rest.

/**
 * The parts of Leaflet's renderer that its types do not tell.
 * @typedef {L.Renderer & {_map: L.Map, _container: HTMLCanvasElement, _bounds: L.Bounds, _update(): void, _updateTransform(center: L.LatLng, zoom: number): void, _center: L.LatLng, _zoom: number}} Inner
 */
/** @typedef {{min: L.Point, max: L.Point}} Corners */
/**
 * What is painted on: one unit is a pixel of the map, and its container's corner is 0, 0.
 * @typedef {object} Sheet
 * @property {CanvasRenderingContext2D} context @property {number} ratio pixels of the canvas in one of the map
 * @property {{left: number, top: number, right: number, bottom: number}} box what is painted, in pixels of the map's container
 */

/**
 * @param {L.Map} map @param {string} pane @param {number} height its z-index @param {number} margin painted beyond the
 *   map's edges, as a share of its size @param {() => number} ratio @param {(sheet: Sheet) => void} paint
 */
export function addCanvas(map, pane, height, margin, ratio, paint) {
  map.createPane(pane).style.cssText = `z-index:${height};pointer-events:none`;
  /** @type {{_update(): void}} */
  // @ts-expect-error see Inner
  const { _update } = L.Renderer.prototype;
  const Canvas = /** @type {new (options: L.RendererOptions & {pane: string}) => Inner} */ (
    /** @type {unknown} */ (
      L.Renderer.extend({
        /** @this {Inner} */
        _initContainer() {
          this._container = document.createElement("canvas");
          this._container.setAttribute("aria-hidden", "true");
          this._container.className = "yz-ground";
        },
        /** @this {Inner} */
        _update() {
          _update.call(this);
          const { min, max } = /** @type {Corners} */ (/** @type {unknown} */ (this._bounds));
          const size = max.subtract(min);
          const scale = ratio();
          const canvas = this._container;
          canvas.width = Math.max(1, Math.round(size.x * scale));
          canvas.height = Math.max(1, Math.round(size.y * scale));
          canvas.style.width = `${size.x}px`;
          canvas.style.height = `${size.y}px`;
          L.DomUtil.setPosition(canvas, min);
          const corner = this._map.layerPointToContainerPoint(min);
          const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
          context.setTransform(scale, 0, 0, scale, -corner.x * scale, -corner.y * scale);
          const box = { left: corner.x, top: corner.y, right: corner.x + size.x, bottom: corner.y + size.y };
          paint({ context, ratio: scale, box });
        },
        _updatePaths() {},
      })
    )
  );
  const canvas = new Canvas({ pane, padding: margin });
  map.addLayer(canvas);
  return {
    paint() {
      if (!map.hasLayer(canvas)) return;
      canvas._update();
      canvas._updateTransform(canvas._center, canvas._zoom);
    },
    element: () => canvas._container,
  };
}
