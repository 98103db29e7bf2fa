// Room on the map: spreads the symbols of one place around it, and puts labels where they cover nothing.

const GOLDEN_ANGLE = 2.39996;
const SEED_PX = 9;
const SEED_SPACE = 1.35;
const FARTHER_PX = 14;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/**
 * Offsets of the symbols of one place, like seeds in a sunflower: pixels to the right and down.
 * @param {number} count @param {number} radius of the symbol in the middle, in pixels
 * @returns {[number, number][]}
 */
export function seeds(count, radius) {
  return Array.from({ length: count }, (_, index) => {
    const angle = index * GOLDEN_ANGLE;
    const reach = SEED_PX * Math.sqrt(index) * SEED_SPACE + (index ? radius * 0.6 : 0);
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
}

/**
 * The box around a point.
 * @param {{x: number, y: number}} middle @param {number} w half its width @param {number} h half its height
 * @returns {Box}
 */
export function around(middle, w, h) {
  return { left: middle.x - w, top: middle.y - h, right: middle.x + w, bottom: middle.y + h };
}

/**
 * Whether a box touches none of the others.
 * @param {Box} box @param {Box[]} taken
 */
export function isFree(box, taken) {
  return !taken.some(
    (other) => box.left <= other.right && box.right >= other.left && box.top <= other.bottom && box.bottom >= other.top,
  );
}

/** Whether a box lies wholly in another. @param {Box} box @param {Box} other */
export function isWithin(box, other) {
  return box.left >= other.left && box.right <= other.right && box.top >= other.top && box.bottom <= other.bottom;
}

/**
 * Candidate places for the label of an outline, the best first: in its middle, a little above or below, in the middle of
 * its frame, below and above the frame, right and left of it, a little farther below and above.
 * @param {{x: number, y: number}} middle of the outline
 * @param {Box} frame of the outline
 * @param {number} w half the label's width @param {number} h half its height
 */
export function labelSpots(middle, frame, w, h) {
  const x = (frame.left + frame.right) / 2;
  const y = (frame.top + frame.bottom) / 2;
  return [
    middle,
    { x: middle.x, y: middle.y - 2 * h },
    { x: middle.x, y: middle.y + 2 * h },
    { x, y },
    { x, y: frame.bottom + h + 3 },
    { x, y: frame.top - h - 3 },
    { x: frame.right + w, y },
    { x: frame.left - w, y },
    { x, y: frame.bottom + h + FARTHER_PX },
    { x, y: frame.top - h - FARTHER_PX },
  ];
}

/**
 * The first spot that is fit and where a label touches nothing.
 * @param {{x: number, y: number}[]} spots @param {number} w @param {number} h @param {Box[]} taken
 * @param {(spot: {x: number, y: number}) => boolean} isFit
 */
export function freeSpot(spots, w, h, taken, isFit = () => true) {
  return spots.find((spot) => isFree(around(spot, w, h), taken) && isFit(spot));
}

/** So many symbols are still laid out one by one. */
const MOST_SYMBOLS = 60;

/** Whether the symbols of a map are too many to be laid out one by one. @param {number} count */
export function isCrowded(count) {
  return count > MOST_SYMBOLS;
}

/**
 * @typedef {{x: number, y: number, count: number, sum: number, reach: number}} Lot
 *   symbols of one place: pixels, how many, what they sum up to, how far they reach when laid out
 * @typedef {{x: number, y: number, radius: number, lots: Lot[], isOpen: boolean}} Gathering
 *   lots shown as one: laid out, or else as one disc
 */
const MOST_LAID_OUT = 12;
const SMALLEST_DISC_PX = 13;
const LARGEST_DISC_PX = 30;

/**
 * Lots so gathered that none touches another: a lot is laid out where it has room; else it is a disc, and discs that
 * touch are one, in their middle. The area of a disc grows with its sum.
 * @param {Lot[]} lots
 */
export function gathered(lots) {
  /** @type {Gathering[]} */
  let all = lots.map((lot) => {
    const isOpen = lot.count <= MOST_LAID_OUT;
    return { x: lot.x, y: lot.y, radius: isOpen ? lot.reach : discRadius([lot]), lots: [lot], isOpen };
  });
  const crowded = all.filter((one) => one.isOpen && one.lots[0].count > 1 && all.some((other) => touches(one, other)));
  for (const one of crowded) Object.assign(one, { isOpen: false, radius: discRadius(one.lots) });
  for (let before = Number.POSITIVE_INFINITY; all.length < before; ) {
    before = all.length;
    all = joined(all);
  }
  return all;
}

/** Each takes in what it touches, the largest first. @param {Gathering[]} all */
function joined(all) {
  /** @type {Gathering[]} */
  const next = [];
  for (const one of [...all].sort((a, b) => b.radius - a.radius)) {
    const host = next.find((other) => touches(one, other));
    if (!host) {
      next.push({ ...one });
      continue;
    }
    const [mine, theirs] = [countOf(one.lots), countOf(host.lots)];
    host.x = (host.x * theirs + one.x * mine) / (theirs + mine);
    host.y = (host.y * theirs + one.y * mine) / (theirs + mine);
    host.lots = host.lots.concat(one.lots);
    host.isOpen = false;
    host.radius = discRadius(host.lots);
  }
  return next;
}

/** @param {Gathering} one @param {Gathering} other */
function touches(one, other) {
  return one !== other && Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius;
}
/** @param {Lot[]} lots */
const countOf = (lots) => lots.reduce((sum, lot) => sum + lot.count, 0);
/** @param {Lot[]} lots */
function discRadius(lots) {
  const sum = lots.reduce((whole, lot) => whole + lot.sum, 0);
  return Math.min(LARGEST_DISC_PX, Math.max(SMALLEST_DISC_PX, 4 + 1.4 * Math.sqrt(sum)));
}
