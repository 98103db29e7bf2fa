// What lies inside a ring or a circle drawn on the map, and how far from its edge: distances are those of the ellipsoid.
import { crossings } from "./crossings.js";
import { distance } from "./geodesic.js";

/** @typedef {import("./geodesic.js").LatLon} LatLon */
/**
 * A ring that was drawn, or a circle with its ring; the last point of a ring is not repeated.
 * @typedef {{ring: LatLon[], centre: LatLon | null, metres: number}} Region
 */

const POINTS = 120; // of a circle's ring: it strays from the circle by less than 0.04 % of the radius
const TURNS = 3; // of bringing a point of the ring to its distance
const METRES = 111e3; // of a degree of latitude, to begin with
const RADIANS = Math.PI / 180;

/** @param {LatLon[]} points @returns {Region} */
export function ringRegion(points) {
  return { ring: points, centre: null, metres: 0 };
}

/** @param {LatLon} centre @param {number} metres @returns {Region} */
export function circleRegion(centre, metres) {
  const narrow = Math.cos(centre[0] * RADIANS);
  const ring = Array.from({ length: POINTS }, (_, index) => {
    const angle = (2 * Math.PI * index) / POINTS;
    let degrees = metres / METRES;
    /** @returns {LatLon} */
    const point = () => [centre[0] + degrees * Math.cos(angle), centre[1] + (degrees * Math.sin(angle)) / narrow];
    for (let turn = 0; turn < TURNS && metres; turn++) degrees *= metres / distance(centre, point());
    return point();
  });
  return { ring, centre, metres };
}

/**
 * How many metres a place is from the edge: above 0 inside, below 0 outside.
 * @param {Region} region @param {LatLon} at
 */
export function depthIn({ ring, centre, metres }, at) {
  if (centre) return metres - distance(centre, at);
  const far = Math.min(...sidesOf(ring).map(([from, to]) => distance(at, nearest(at, from, to))));
  return isWithin(ring, at) ? far : -far;
}

/** Whether a place is within a ring; where a ring crosses itself, what it runs around twice is not. @param {LatLon[]} ring @param {LatLon} at */
export function isWithin(ring, [lat, lon]) {
  return crossings(ring, lat, 1).filter((place) => lon < place).length % 2 === 1;
}

/**
 * Whether a place is inside, if one only knows that it lies within so many metres: `sure` wherever it is, `perhaps` as
 * its stated place is inside, `near` as its stated place is outside, `out` nowhere. What is not known to be exact is
 * never sure.
 * @param {number} depth in metres @param {number | null} uncertainty in metres
 * @returns {"sure" | "perhaps" | "near" | "out"}
 */
export function standing(depth, uncertainty) {
  if (depth >= 0) return uncertainty !== null && depth >= uncertainty ? "sure" : "perhaps";
  return uncertainty !== null && -depth < uncertainty ? "near" : "out";
}

/**
 * Whether an outline has any land in a region: a corner of one in the other, or sides that cross.
 * @param {Region} region @param {Shape} shape
 */
export function touches({ ring }, shape) {
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const outlines = parts.map((rings) =>
    rings.map((one) => one.map(([lon, lat]) => /** @type {LatLon} */ ([lat, lon]))),
  );
  const sides = sidesOf(ring);
  return outlines.some((rings) => {
    if (rings.filter((one) => isWithin(one, ring[0])).length % 2) return true; // within the outer ring, and in no hole
    if (isWithin(ring, rings[0][0])) return true;
    return rings.some((one) => sidesOf(one).some(([a, b]) => sides.some(([c, d]) => cross(a, b, c, d))));
  });
}

/** South, west, north and east of a region in degrees. @param {Region} region @returns {[number, number, number, number]} */
export function boxOf({ ring }) {
  const lats = ring.map(([lat]) => lat);
  const lons = ring.map(([, lon]) => lon);
  return [Math.min(...lats), Math.min(...lons), Math.max(...lats), Math.max(...lons)];
}

/** @param {LatLon[]} ring @returns {[LatLon, LatLon][]} */
function sidesOf(ring) {
  return ring.map((point, index) => [point, ring[(index + 1) % ring.length]]);
}

/** The place on a side that is nearest, found on a plane about the place. @param {LatLon} at @param {LatLon} from @param {LatLon} to @returns {LatLon} */
function nearest(at, from, to) {
  const narrow = Math.cos(at[0] * RADIANS);
  const [x, y] = [(from[1] - at[1]) * narrow, from[0] - at[0]];
  const [dx, dy] = [(to[1] - from[1]) * narrow, to[0] - from[0]];
  const long = dx * dx + dy * dy;
  const share = long ? Math.min(1, Math.max(0, -(x * dx + y * dy) / long)) : 0;
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}

/** @param {LatLon} a @param {LatLon} b @param {LatLon} c @param {LatLon} d */
function cross(a, b, c, d) {
  return isLeft(a, b, c) !== isLeft(a, b, d) && isLeft(c, d, a) !== isLeft(c, d, b);
}

/** @param {LatLon} a @param {LatLon} b @param {LatLon} point */
function isLeft(a, b, point) {
  return (b[1] - a[1]) * (point[0] - a[0]) > (b[0] - a[0]) * (point[1] - a[1]);
}
