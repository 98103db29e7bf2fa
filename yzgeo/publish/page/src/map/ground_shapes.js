// The shapes of the ground in pixels of one zoom about its middle: unpacked, smoothed where they are schematic, and
// without the edges at which the data were cut.

/** @typedef {[number, number]} Point @typedef {Point[]} Line */

/** Of the pixels that shapes are kept in; drawing scales them. */
export const BASE_ZOOM = 10;
const WORLD_PX = 256 * 2 ** BASE_ZOOM;
const UNITS = 1e5; // in a degree, as publish/page/ground.py packs them
const ROUNDS = 3; // of cutting corners
const FEW_CORNERS = 7; // an outline of fewer tells no more than place, size and direction

/** Web Mercator in pixels of the base zoom. @param {number} lon @param {number} lat @returns {Point} */
export function projected(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lon / 360 + 0.5) * WORLD_PX, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD_PX];
}

/**
 * From degrees to pixels of the base zoom about a place: small numbers, which single precision bears at any zoom.
 * @param {Point} origin in pixels of the base zoom
 */
export function projectionAbout([x0, y0]) {
  return (/** @type {number} */ lon, /** @type {number} */ lat) => {
    const [x, y] = projected(lon, lat);
    return /** @type {Point} */ ([x - x0, y - y0]);
  };
}

/** Points of a flat list of steps, in whole units. @param {Deltas} deltas @returns {Line} */
export function unpacked(deltas) {
  /** @type {Line} */
  const points = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < deltas.length; i += 2) {
    x += deltas[i];
    y += deltas[i + 1];
    points.push([x, y]);
  }
  return points;
}

/** Degrees of whole units. @param {Line} line @returns {Line} */
export const degrees = (line) => line.map(([x, y]) => [x / UNITS, y / UNITS]);

/**
 * Whether an edge lies on the box that the data were cut at: it is no shore and no border.
 * @param {Point} a @param {Point} b in whole units @param {number[]} box west, south, east, north in degrees
 */
export function isCut([ax, ay], [bx, by], box) {
  const [west, south, east, north] = box.map((edge) => Math.round(edge * UNITS));
  return (ax === bx && (ax === west || ax === east)) || (ay === by && (ay === south || ay === north));
}

/**
 * The lines that rings have in truth, each edge once though two areas share it: cut edges are left out.
 * @param {Line[]} rings in whole units, their last point not repeated @param {number[]} box in degrees
 * @returns {Line[]}
 */
export function borders(rings, box) {
  /** @type {Set<string>} */
  const drawn = new Set();
  /** @type {Line[]} */
  const lines = [];
  for (const ring of rings) {
    /** @type {Line | null} */
    let line = null;
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length];
      const edge = [from.join(), to.join()].sort().join(" ");
      if (isCut(from, to, box) || drawn.has(edge)) {
        line = null;
        return;
      }
      drawn.add(edge);
      if (line) line.push(to);
      else {
        line = [from, to];
        lines.push(line);
      }
    });
  }
  return lines;
}

/** A line with its corners cut again and again; its ends stay. @param {Line} line @returns {Line} */
export function smoothLine(line) {
  let points = line;
  for (let round = 0; round < ROUNDS && points.length > 2; round += 1) {
    const inner = points.slice(0, -1).flatMap((point, index) => cut(point, points[index + 1]));
    points = [points[0], ...inner.slice(1, -1), points[points.length - 1]];
  }
  return points;
}

/** A ring with its corners cut, as large as before. @param {Line} ring @returns {Line} */
export function smoothRing(ring) {
  let points = ring;
  for (let round = 0; round < ROUNDS; round += 1) {
    points = points.flatMap((point, index) => cut(point, points[(index + 1) % points.length]));
  }
  const { area, x, y } = moments(ring);
  const grown = Math.sqrt(area / moments(points).area) || 1;
  return points.map(([px, py]) => [x + (px - x) * grown, y + (py - y) * grown]);
}

/** @param {Point} a @param {Point} b @returns {[Point, Point]} */
function cut([ax, ay], [bx, by]) {
  return [
    [0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by],
    [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by],
  ];
}

/** Area, middle and spread of what a ring encloses. @param {Line} ring */
export function moments(ring) {
  const [x0, y0] = ring[0];
  let [twice, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  ring.forEach(([px, py], index) => {
    const [ax, ay] = [px - x0, py - y0];
    const [bx, by] = [ring[(index + 1) % ring.length][0] - x0, ring[(index + 1) % ring.length][1] - y0];
    const cross = ax * by - bx * ay;
    twice += cross;
    sx += (ax + bx) * cross;
    sy += (ay + by) * cross;
    sxx += (ax * ax + ax * bx + bx * bx) * cross;
    syy += (ay * ay + ay * by + by * by) * cross;
    sxy += (ax * by + 2 * ax * ay + 2 * bx * by + bx * ay) * cross;
  });
  const [mx, my] = [sx / (3 * twice), sy / (3 * twice)];
  return {
    area: Math.abs(twice) / 2,
    x: x0 + mx,
    y: y0 + my,
    xx: sxx / (6 * twice) - mx * mx,
    yy: syy / (6 * twice) - my * my,
    xy: sxy / (12 * twice) - mx * my,
  };
}

/** The ellipse of the same area, middle and direction. @param {Line} ring @returns {Line} */
export function ellipse(ring) {
  const { area, x, y, xx, yy, xy } = moments(ring);
  const turn = 0.5 * Math.atan2(2 * xy, xx - yy);
  const spread = Math.hypot((xx - yy) / 2, xy);
  const ratio = Math.sqrt(((xx + yy) / 2 + spread) / Math.max((xx + yy) / 2 - spread, 1e-12));
  const long = Math.sqrt((area * ratio) / Math.PI);
  return Array.from({ length: 48 }, (_, step) => {
    const angle = (2 * Math.PI * step) / 48;
    const [u, v] = [long * Math.cos(angle), (long / ratio) * Math.sin(angle)];
    return [x + u * Math.cos(turn) - v * Math.sin(turn), y + u * Math.sin(turn) + v * Math.cos(turn)];
  });
}

/** A schematic area as soft as it is known. @param {Line} ring @param {string | null} kind its class @returns {Line} */
export function softened(ring, kind) {
  return kind === "reservoir" || ring.length < FEW_CORNERS ? ellipse(ring) : smoothRing(ring);
}
