// Marks of places in pixels: how large, which stand as one, and what a disc is made of. No mark leaves its place.

const KM_ROUND = 40075.016686; // the equator of web Mercator
const TILE_PX = 256;
const LEAST_K = 2.7;
const MOST_K = 6.2;
const K_BY_SCALE = 0.21;
const LEAST_PX = 3.2;
const MOST_SHARE = 0.08; // of the land under discs
const MOST_PX = 46; // no disc hides a whole zone, however much is invested
const SLACK = 0.05; // 3 is a little less than the root of ten
const TOUCH = 0.6; // of the two radii: closer discs hide one another

/**
 * @typedef {object} Lot a place in pixels
 * @property {number} x @property {number} y
 * @property {number} amount what its disc is sized by
 * @property {string | null} zone_id
 * @property {number} uncertainty_m so far from it its mark may stand
 */
/**
 * @template {Lot} T
 * @typedef {{host: T, lots: T[], amount: number, radius: number}} Mark the mark stands on its host
 */

/**
 * The scale of the map at a latitude: pixels of one kilometre.
 * @param {number} zoom @param {number} lat in degrees
 */
export function pxPerKm(zoom, lat) {
  return (TILE_PX * 2 ** zoom) / (KM_ROUND * Math.cos((lat * Math.PI) / 180));
}

/**
 * Pixels of radius for the root of one 亿元: more on a larger map, less where one disc would be too large or all of them
 * would cover too much of the land.
 * @param {number} scale pixels of one kilometre @param {number[]} amounts of the places @param {number} room pixels of land
 */
export function factorOf(scale, amounts, room) {
  const k = Math.min(MOST_K, Math.max(LEAST_K, K_BY_SCALE * scale));
  const most = Math.max(0, ...amounts);
  const sum = amounts.reduce((whole, amount) => whole + amount, 0);
  return most > 0 ? Math.min(k, MOST_PX / Math.sqrt(most), Math.sqrt((MOST_SHARE * room) / (Math.PI * sum))) : k;
}

/**
 * The radius of a disc in pixels: its area grows with the amount.
 * @param {number} amount in 亿元 @param {number} factor
 */
export function radiusOf(amount, factor) {
  return Math.max(LEAST_PX, factor * Math.sqrt(amount));
}

/**
 * Three amounts whose discs explain all others, the largest first: ones and threes up to half of the largest of a map.
 * @param {number} most
 */
export function samples(most) {
  const top = Math.floor(2 * Math.log10(Math.max(most, 1e-3) / 2) + SLACK);
  return [top, top - 1, top - 2]
    .map((step) => (step % 2 ? 3 : 1) * 10 ** Math.floor(step / 2))
    .map((value) => Number(value.toPrecision(1)));
}

/**
 * Marks of places, the largest first. Where one would hide another of the same zone, both are one, which stands on the
 * place of the larger: but only if the other's place is no farther from there than it is uncertain.
 * @template {Lot} T
 * @param {T[]} lots @param {number} scale pixels of one kilometre @param {number} factor of radii
 * @returns {Mark<T>[]}
 */
export function joined(lots, scale, factor) {
  /** @type {Mark<T>[]} */
  let marks = lots.map((lot) => ({
    host: lot,
    lots: [lot],
    amount: lot.amount,
    radius: radiusOf(lot.amount, factor),
  }));
  for (let before = Number.POSITIVE_INFINITY; marks.length < before; ) {
    before = marks.length;
    marks = joinedOnce(marks, scale, factor);
  }
  return marks;
}

/**
 * @template {Lot} T
 * @param {Mark<T>[]} marks @param {number} scale @param {number} factor
 */
function joinedOnce(marks, scale, factor) {
  /** @type {Mark<T>[]} */
  const kept = [];
  for (const mark of [...marks].sort((a, b) => b.amount - a.amount)) {
    const host = kept.find((other) => hides(other, mark) && mayStandAt(other.host, mark.lots, scale));
    if (!host) {
      kept.push({ ...mark });
      continue;
    }
    host.lots = host.lots.concat(mark.lots);
    host.amount += mark.amount;
    host.radius = radiusOf(host.amount, factor);
  }
  return kept;
}

/** @param {Lot} a @param {Lot} b in pixels */
const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** @param {Mark<Lot>} large @param {Mark<Lot>} small */
function hides(large, small) {
  return apart(large.host, small.host) < Math.max(large.radius, TOUCH * (large.radius + small.radius));
}

/** @param {Lot} host @param {Lot[]} lots @param {number} scale */
function mayStandAt(host, lots, scale) {
  return lots.every((lot) => {
    return lot.zone_id === host.zone_id && apart(lot, host) <= (lot.uncertainty_m / 1000) * scale;
  });
}

/**
 * The part of a disc from twelve o'clock on, as a path.
 * @param {number} x @param {number} y @param {number} radius @param {number} share from 0 to 1
 */
export function wedge(x, y, radius, share) {
  if (share <= 0) return "";
  const top = `${x} ${round(y - radius)}`;
  const arc = `A${round(radius)} ${round(radius)} 0 `;
  if (share >= 1) return `M${top}${arc}1 1 ${x} ${round(y + radius)}${arc}1 1 ${top}Z`;
  const angle = 2 * Math.PI * share;
  const end = `${round(x + radius * Math.sin(angle))} ${round(y - radius * Math.cos(angle))}`;
  return `M${x} ${y}L${top}${arc}${share > 0.5 ? 1 : 0} 1 ${end}Z`;
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;

/**
 * The shortest tree that joins points, as pairs of their numbers (Prim).
 * @param {{x: number, y: number}[]} points
 * @returns {[number, number][]}
 */
export function spanningTree(points) {
  /** @type {[number, number][]} */
  const edges = [];
  const isIn = points.map((_, index) => index === 0);
  while (edges.length < points.length - 1) {
    let best = { from: 0, to: 0, far: Number.POSITIVE_INFINITY };
    points.forEach((point, to) => {
      if (isIn[to]) return;
      points.forEach((other, from) => {
        const far = Math.hypot(point.x - other.x, point.y - other.y);
        if (isIn[from] && far < best.far) best = { from, to, far };
      });
    });
    isIn[best.to] = true;
    edges.push([best.from, best.to]);
  }
  return edges;
}
