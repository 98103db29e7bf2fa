// Where a point lies: in the district or how far outside, and how far from a place.
import { distance } from "../../../page/src/map/geodesic.js";

/** @param {Shape | null} shape @returns {number[][][]} */
export function rings(shape) {
  if (!shape) return [];
  return shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
}

/**
 * Whether a point is inside; a point on the line may be either, and without an outline nothing is outside.
 * @param {Shape | null} shape @param {number} lat @param {number} lon
 */
export function isInside(shape, lat, lon) {
  if (!shape) return true;
  let inside = false;
  for (const ring of rings(shape)) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1];
      const [bx, by] = ring[i];
      if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/**
 * Metres from a point to the nearest part of an outline.
 * @param {Shape | null} shape @param {number} lat @param {number} lon
 */
export function metresToOutline(shape, lat, lon) {
  const flat = Math.cos((lat * Math.PI) / 180);
  let nearest = [lat, lon];
  let least = Infinity;
  for (const ring of rings(shape)) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = [(ring[i - 1][0] - lon) * flat, ring[i - 1][1] - lat];
      const [bx, by] = [(ring[i][0] - lon) * flat, ring[i][1] - lat];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length ? Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length)) : 0;
      const [x, y] = [ax + along * (bx - ax), ay + along * (by - ay)];
      if (x * x + y * y < least) [least, nearest] = [x * x + y * y, [lat + y, lon + x / flat]];
    }
  }
  return distance([lat, lon], [nearest[0], nearest[1]]);
}

export { distance };
