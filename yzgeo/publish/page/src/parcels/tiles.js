// Parcels on canvas tiles, dots from afar, outlines near by, between Leaflet's tiles (200) and its shapes (400).
import { makePaints } from "./paints.js";
import { makeTileJob } from "./tile_job.js";
import { makeTileQueue } from "./tile_queue.js";

const GROUND_Z = 250;
const PARCELS_Z = 300;
const SETTLE_MS = 8000;
const LOOK_AGAIN_MS = 40;
const PANE = "yz-parcel-tiles";
const GROUND_PANE = "yz-parcel-ground";

/**
 * @param {L.Map} map @param {import("./data.js").ParcelData} data @param {(error: unknown) => void} failed
 */
export function makeTiles(map, data, failed) {
  const queue = makeTileQueue(map);
  const statusColours = data.header.statuses.map((status) => status.colour);
  let paints = makePaints(statusColours, (colour) => colour);
  /** @type {WeakMap<HTMLElement, import("./tile_queue.js").Job>} */
  const jobs = new WeakMap();

  const Tiles = /** @type {new (options: L.GridLayerOptions) => L.GridLayer} */ (
    /** @type {unknown} */ (
      L.GridLayer.extend({
        /** @this {L.GridLayer} @param {L.Coords} coords @param {(error: null, tile: HTMLElement) => void} done */
        createTile(coords, done) {
          const canvas = document.createElement("canvas");
          const size = this.getTileSize();
          const ratio = window.devicePixelRatio > 1 ? 2 : 1;
          canvas.width = size.x * ratio;
          canvas.height = size.y * ratio;
          if (data.boxes()) {
            const calls = { done: () => done(null, canvas), again: queue.add, failed };
            const job = makeTileJob(data, paints, canvas, coords, size, calls);
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
  ])) {
    map.createPane(name).style.cssText = `z-index:${height};pointer-events:none`;
  }
  const layer = new Tiles({ pane: PANE, updateWhenZooming: false, keepBuffer: 1, className: PANE });
  layer.on("tileunload", (event) => {
    const job = jobs.get(event.tile);
    if (job) job.dropped = true;
  });

  return {
    layer,
    isMoving: queue.isMoving,
    finish: queue.finish,
    clear: queue.clear,
    colours: () => paints.colours,
    redraw() {
      if (map.hasLayer(layer)) layer.redraw();
    },
    /**
     * The same statuses on a ground of another lightness.
     * @param {(colour: string) => string} tint
     */
    recolour(tint) {
      const before = paints.colours.join();
      paints = makePaints(statusColours, tint);
      if (before !== paints.colours.join() && map.hasLayer(layer)) layer.redraw();
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
