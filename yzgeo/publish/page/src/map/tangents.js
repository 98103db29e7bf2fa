// The two lines that touch two circles from outside, as leaders between a place and what enlarges it.

/** @typedef {{x: number, y: number}} Point */
/**
 * @param {Point & {r: number}} one @param {Point & {r: number}} other
 * @returns {[Point, Point][]} none where one circle holds the other
 */
export function tangents(one, other) {
  const apart = Math.hypot(other.x - one.x, other.y - one.y);
  if (apart <= Math.abs(one.r - other.r)) return [];
  const toward = Math.atan2(other.y - one.y, other.x - one.x);
  const off = Math.acos((one.r - other.r) / apart);
  return [toward + off, toward - off].map((angle) => {
    const on = (/** @type {Point & {r: number}} */ { x, y, r }) => ({
      x: x + r * Math.cos(angle),
      y: y + r * Math.sin(angle),
    });
    return [on(one), on(other)];
  });
}
