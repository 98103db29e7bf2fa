// Room on the map: spreads the symbols of one place around it, and puts labels where they cover nothing.

const GOLDEN_ANGLE = 2.39996;
const SEED_PX = 9;
const SEED_SPACE = 1.35;

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

/**
 * Candidate places for the label of an outline, the best first: in its middle, a little above or below, in the middle of
 * its frame, at the frame's upper and lower edge, right and left of it.
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
  ];
}

/** The spot that is taken where none is free. */
const LAST_RESORT = 4;

/**
 * The first spot where a label touches nothing.
 * @param {{x: number, y: number}[]} spots @param {number} w @param {number} h @param {Box[]} taken
 */
export function freeSpot(spots, w, h, taken) {
  return spots.find((spot) => isFree(around(spot, w, h), taken)) || spots[LAST_RESORT];
}
