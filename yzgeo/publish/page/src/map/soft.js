// Shapes with soft edges on a canvas. A shadow is blurred by every browser, a filter is not; what is blurred far is drawn
// small and enlarged, which nobody sees.

const AWAY_PX = 20000; // the shape itself lies so far off that its shadow alone is seen
const FINEST_PX = 5; // of the blur on the small canvas
const REACH = 3; // standard deviations of a blur that can be seen

/** @typedef {{x: number, y: number}[][]} Rings in pixels */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** @param {CanvasRenderingContext2D} pen @param {Rings} rings @param {{x: number, y: number}} origin @param {number} scale */
export function trace(pen, rings, origin, scale) {
  pen.beginPath();
  for (const ring of rings) {
    ring.forEach(({ x, y }, index) => {
      if (index) pen.lineTo((x - origin.x) * scale, (y - origin.y) * scale);
      else pen.moveTo((x - origin.x) * scale, (y - origin.y) * scale);
    });
    pen.closePath();
  }
}

/** @param {Rings} rings @returns {Box} */
export function boxOf(rings) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of rings.flat()) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/**
 * The part of a soft shape that is seen, as a canvas of its own in full colour; null where none is.
 * @param {Rings} rings @param {number} sigma of the blur in pixels @param {string} colour @param {Box} seen
 * @returns {{canvas: HTMLCanvasElement, box: Box} | null}
 */
export function softened(rings, sigma, colour, seen) {
  const frame = boxOf(rings);
  const reach = REACH * sigma;
  const box = {
    left: Math.max(seen.left, frame.left - reach),
    top: Math.max(seen.top, frame.top - reach),
    right: Math.min(seen.right, frame.right + reach),
    bottom: Math.min(seen.bottom, frame.bottom + reach),
  };
  if (!(box.left < box.right && box.top < box.bottom)) return null;
  const scale = Math.min(1, FINEST_PX / sigma);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil((box.right - box.left) * scale) + 1;
  canvas.height = Math.ceil((box.bottom - box.top) * scale) + 1;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.shadowColor = colour;
  pen.shadowBlur = 2 * sigma * scale; // twice the standard deviation, by the standard
  pen.shadowOffsetX = AWAY_PX;
  trace(pen, rings, { x: box.left + AWAY_PX / scale, y: box.top }, scale);
  pen.fill("evenodd");
  return { canvas, box: { ...box, right: box.left + canvas.width / scale, bottom: box.top + canvas.height / scale } };
}
