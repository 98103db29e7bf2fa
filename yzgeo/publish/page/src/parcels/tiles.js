// Parcels on canvas tiles, above the tint of zones (410) and below the marks of projects: ink stays ink.
import { makePaints } from "./paints.js";
import { frameOfTile, makeTileJob } from "./tile_job.js";
import { makeTileQueue } from "./tile_queue.js";

const GROUND_Z = 250;
const PARCELS_Z = 415;
const MARKS_Z = 418;
const SETTLE_MS = 8000;
const LOOK_AGAIN_MS = 40;
const PANE = "yz-parcel-tiles";
const GROUND_PANE = "yz-parcel-ground";
export const MARKS_PANE = "yz-parcel-marks";

/** @typedef {L.GridLayer & {_exact: number}} Exact */

/**
 * @param {L.Map} map @param {import("./data.js").ParcelData} data
 * @param {ReturnType<typeof import("./scenes.js").makeScenes>} scenes @param {(error: unknown) => void} failed
 */
export function makeTiles(map, data, scenes, failed) {
  const queue = makeTileQueue(map);
  let tint = (/** @type {string} */ colour) => colour;
  const painted = () => makePaints(data.header, scenes.classes(), tint);
  let paints = painted();
  /** @type {WeakMap<HTMLElement, import("./tile_queue.js").Job>} */
  const jobs = new WeakMap();

  // @ts-expect-error its types do not tell of it
  const setView = L.GridLayer.prototype._setView;
  const Tiles = /** @type {new (options: L.GridLayerOptions) => L.GridLayer} */ (
    /** @type {unknown} */ (
      L.GridLayer.extend({
        /** Leaflet has tiles at whole zooms, and stretches them between: signs and hatches would be blurred. */
        /** @this {Exact} @param {L.LatLng} center @param {number} zoom @param {boolean} noPrune @param {boolean} noUpdate */
        _setView(center, zoom, noPrune, noUpdate) {
          this._exact = zoom;
          setView.call(this, center, zoom, noPrune, noUpdate);
        },
        /** @this {Exact} */
        _clampZoom() {
          return this._exact;
        },
        /** @this {L.GridLayer} @param {L.Coords} coords @param {(error: null, tile: HTMLElement) => void} done */
        createTile(coords, done) {
          const canvas = document.createElement("canvas");
          const size = this.getTileSize();
          const ratio = window.devicePixelRatio > 1 ? 2 : 1;
          canvas.width = size.x * ratio;
          canvas.height = size.y * ratio;
          if (data.boxes()) {
            const finished = () => {
              canvas.dataset.drawn = "";
              done(null, canvas);
            };
            const calls = { done: finished, again: queue.add, failed };
            const look = { paints, ...scenes.of(coords.z) };
            const job = makeTileJob(data, look, canvas, frameOfTile(coords, canvas.width, ratio), calls);
            jobs.set(canvas, job);
            queue.add(job);
          } else setTimeout(() => done(null, canvas));
          return canvas;
        },
      })
    )
  );
  for (const [name, height] of /** @type {[string, number][]} */ ([
    [PANE, PARCELS_Z],
    [GROUND_PANE, GROUND_Z],
    [MARKS_PANE, MARKS_Z],
  ])) {
    map.createPane(name).style.cssText = `z-index:${height};pointer-events:none`;
  }
  const layer = new Tiles({ pane: PANE, updateWhenZooming: false, keepBuffer: 1, noWrap: true, className: PANE });
  layer.on("tileunload", (event) => {
    const job = jobs.get(event.tile);
    if (job) job.dropped = true;
  });

  return {
    layer,
    isMoving: queue.isMoving,
    finish: queue.finish,
    clear: queue.clear,
    paints: () => paints,
    /** Other parcels are shown, or they are told apart by something else. */
    redraw() {
      paints = painted();
      if (map.hasLayer(layer)) layer.redraw();
    },
    /**
     * The same classes on a ground of another lightness.
     * @param {(colour: string) => string} next
     */
    recolour(next) {
      const before = paints.ink;
      tint = next;
      paints = painted();
      if (before !== paints.ink && map.hasLayer(layer)) layer.redraw();
    },
    /** A promise that all tiles are drawn, also those whose outlines have to be unpacked first. */
    settled() {
      const until = performance.now() + SETTLE_MS;
      return new Promise((resolve) => {
        (function look() {
          if (layer.isLoading() && performance.now() < until) setTimeout(look, LOOK_AGAIN_MS);
          else resolve(null);
        })();
      });
    },
    /**
     * Shapes that are ground, such as the district, go below the parcels; all others stay above.
     * @param {L.GeoJSON} shapes
     */
    beneath(shapes) {
      shapes.eachLayer((shape) => {
        shape.options.pane = GROUND_PANE;
      });
      if (map.hasLayer(shapes)) map.removeLayer(shapes).addLayer(shapes);
    },
  };
}
