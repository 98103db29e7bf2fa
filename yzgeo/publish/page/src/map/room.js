// Room on the map: where a label covers nothing.

const FARTHER_PX = 14;
/** Of the radius of a disc: how far right and below its middle the corner lies that touches it from there, and a little. */
const SLANT = 0.72;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

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
 * Candidate places for the label of an outline, the best first. Of a sharp one: in its middle, a little above or below,
 * in the middle of its frame, then above, below and beside the frame. A soft one is named beside its tint, so that the
 * tint stays clear, and in its middle where there is no other room.
 * @param {{x: number, y: number}} middle of the outline
 * @param {Box} frame of the outline
 * @param {number} w half the label's width @param {number} h half its height
 * @param {boolean} [isSoft]
 */
export function labelSpots(middle, frame, w, h, isSoft = false) {
  const x = (frame.left + frame.right) / 2;
  const y = (frame.top + frame.bottom) / 2;
  const inside = [middle, { x: middle.x, y: middle.y - 2 * h }, { x: middle.x, y: middle.y + 2 * h }, { x, y }];
  const outside = [
    { x, y: frame.top - h - 3 },
    { x, y: frame.bottom + h + 3 },
    { x: frame.right + w, y },
    { x: frame.left - w, y },
    { x, y: frame.top - h - FARTHER_PX },
    { x, y: frame.bottom + h + FARTHER_PX },
    { x: frame.right - w, y: frame.top - h - 3 },
    { x: frame.left + w, y: frame.top - h - 3 },
    { x: frame.left + w, y: frame.bottom + h + 3 },
    { x: frame.right - w, y: frame.bottom + h + 3 },
  ];
  return isSoft ? [...outside, ...inside] : [...inside, ...outside];
}

/**
 * Two boxes that cover a disc and leave the corners around it free, as on the printed sheet.
 * @param {{x: number, y: number}} middle @param {number} reach
 */
export function disc(middle, reach) {
  return [around(middle, reach, 0.7 * reach), around(middle, SLANT * reach, reach)];
}

/**
 * Candidate places for the label of a disc: right and left of it, at its corners, above and below; lines begin where the
 * disc is. The printed sheet has the same (`around` of board/placement.py).
 * @param {{x: number, y: number}} middle @param {number} reach of the disc
 * @param {number} w half the label's width @param {number} h half its height
 * @returns {{x: number, y: number, align: "left" | "right" | "center"}[]}
 */
export function beside({ x, y }, reach, w, h) {
  const [side, slant] = [reach + w, SLANT * reach];
  return [
    { x: x + side, y, align: "left" },
    { x: x - side, y, align: "right" },
    { x: x + slant + w, y: y - slant - h, align: "left" },
    { x: x + slant + w, y: y + slant + h, align: "left" },
    { x: x - slant - w, y: y - slant - h, align: "right" },
    { x: x - slant - w, y: y + slant + h, align: "right" },
    { x, y: y - reach - h, align: "center" },
    { x, y: y + reach + h, align: "center" },
  ];
}
