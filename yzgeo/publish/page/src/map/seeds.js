// The places that zones were grown from, on a sheet of their own: the lens draws them anew, and enlarges the tints alone.
import { pin, spread } from "./pinned.js";
import { pxPerKm, spanningTree } from "./sites.js";

const CROSS_PX = 5; // half of it
const RING_ZOOM = 13;

/** @typedef {{x: number, y: number}} Spot */

/** @param {CanvasRenderingContext2D} pen @param {Spot} from @param {Spot} to */
function line(pen, from, to) {
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

/**
 * Crosses, the dotted line that joins them, and from near how uncertain each is.
 * @param {Page} page @param {CanvasRenderingContext2D} pen @param {Zone} zone
 * @param {(at: [number, number]) => Spot} place of a latitude and longitude @param {number} zoom at which they are drawn
 */
export function drawSeeds(page, pen, zone, place, zoom) {
  if (zone.basis === "official" || !zone.seeds.length) return;
  const points = zone.seeds.map(([lat, lon]) => place([lat, lon]));
  pen.strokeStyle = page.theme.shade(zone.colour);
  pen.lineWidth = 1.3;
  pen.setLineDash([1.5, 3]);
  for (const [from, to] of spanningTree(points)) line(pen, points[from], points[to]);
  if (zoom >= RING_ZOOM) {
    pen.setLineDash([2, 4]);
    pen.globalAlpha = 0.7;
    zone.seeds.forEach(([lat, , metres], index) => {
      pen.beginPath();
      pen.arc(points[index].x, points[index].y, (metres / 1000) * pxPerKm(zoom, lat), 0, 7);
      pen.stroke();
    });
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  pen.lineWidth = 2;
  for (const { x, y } of points) {
    line(pen, { x: x - CROSS_PX, y }, { x: x + CROSS_PX, y });
    line(pen, { x, y: y - CROSS_PX }, { x, y: y + CROSS_PX });
  }
}

/** @param {Page} page @param {Zone[]} zones that are drawn */
export function makeSeeds(page, zones) {
  const map = page.leaflet;
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  /** @param {import("./pinned.js").Sheet} sheet */
  function draw({ corner, size }) {
    const dense = spread(canvas, size);
    if (!page.state.shown.zones) return;
    pen.setTransform(dense, 0, 0, dense, -corner.x * dense, -corner.y * dense);
    for (const zone of zones) drawSeeds(page, pen, zone, (at) => map.latLngToLayerPoint(at), map.getZoom());
  }
  return { lay: pin(map, canvas, { pane: "yz-seeds", zIndex: 411, draw }) };
}
