// A place inside an outline, and whether one is.
import { crossings } from "../map/crossings.js";

/** @typedef {{width: number, at: [number, number]}} Stretch */

/**
 * A place inside an outline: the middle of the widest stretch inside it, about halfway up a part of it.
 * @param {Shape | import("geojson").Point} shape
 * @returns {number[]} longitude and latitude; a point is its own place
 */
export function placeInside(shape) {
  if (shape.type === "Point") return shape.coordinates.slice(0, 2);
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const stretches = parts.flatMap((rings) => stretchesAt(rings, halfway(rings[0])));
  stretches.sort((a, b) => b.width - a.width);
  return stretches[0].at;
}

/**
 * Whether a place lies inside an outline, its holes left out.
 * @param {[number, number]} place longitude and latitude @param {Shape} shape
 */
export function isInside([x, y], shape) {
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return parts.some((rings) => stretchesAt(rings, y).some(({ width, at }) => Math.abs(x - at[0]) <= width / 2));
}

/**
 * A height between those of two corners, so that a line there goes through no corner.
 * @param {number[][]} ring
 */
function halfway(ring) {
  const heights = ring.map((at) => at[1]).sort((a, b) => a - b);
  let middle = Math.floor(heights.length / 2);
  while (middle < heights.length - 1 && heights[middle] === heights[0]) middle += 1;
  const below = heights.filter((height) => height < heights[middle]);
  return (heights[middle] + below[below.length - 1]) / 2;
}

/**
 * The stretches of a level line that are inside.
 * @param {number[][][]} rings @param {number} y
 * @returns {Stretch[]}
 */
function stretchesAt(rings, y) {
  const crossed = rings.flatMap((ring) => crossings(ring, y, 0));
  crossed.sort((a, b) => a - b);
  /** @type {Stretch[]} */
  const stretches = [];
  for (let i = 0; i + 1 < crossed.length; i += 2) {
    const [from, to] = [crossed[i], crossed[i + 1]];
    stretches.push({ width: to - from, at: [(from + to) / 2, y] });
  }
  return stretches;
}
