// Statuses told by pattern: what a path on a canvas is filled with.

const HATCH_PX = 6;
const HATCH_LINE_PX = 1.5;
const LINE_PX = 1.1;
const THIN_PX = 0.7; // around what is small
const GAP_PX = 0.7; // of paper between solid shapes
const GROUND_OPACITY = 0.85;
const DASH = [2, 1.6];

/** @typedef {ReturnType<typeof import("./paints.js").makePaints>} Paints */
/** @typedef {{ink: string, paper: string}} Tone */
/** Lines that fill a shape, from corner to corner of a square of 1. @type {Partial<Record<ParcelPattern, [number, number, number, number][]>>} */
const LINES = {
  hatch: [[0, 1, 1, 0]],
  cross: [
    [0, 1, 1, 0],
    [0, 0, 1, 1],
  ],
  bars: [[0, 0.5, 1, 0.5]],
};

/** @type {Map<string, HTMLCanvasElement>} */
const hatches = new Map();

/** Lines that go on from tile to tile. @param {[number, number, number, number][]} lines @param {string} ink @param {number} ratio */
function hatchOf(lines, ink, ratio) {
  const key = `${lines.join(";")} ${ink} ${ratio}`;
  let tile = hatches.get(key);
  if (!tile) {
    tile = document.createElement("canvas");
    tile.width = HATCH_PX * ratio;
    tile.height = HATCH_PX * ratio;
    const pen = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
    pen.strokeStyle = ink;
    pen.lineWidth = HATCH_LINE_PX * ratio;
    pen.beginPath();
    for (const [x, y, toX, toY] of lines) {
      for (const step of y === toY ? [0] : [-1, 0, 1]) {
        pen.moveTo((step + x - (toX - x) / 2) * tile.width, (y - (toY - y) / 2) * tile.width);
        pen.lineTo((step + toX + (toX - x) / 2) * tile.width, (toY + (toY - y) / 2) * tile.width);
      }
    }
    pen.stroke();
    hatches.set(key, tile);
  }
  return tile;
}

/**
 * Fills the path of a pen. Hatches of neighbouring canvases meet: `left` and `top` say where on the map the canvas is.
 * @param {CanvasRenderingContext2D} pen @param {ParcelPattern} pattern @param {Tone} tone
 * @param {{ratio: number, left: number, top: number}} frame @param {boolean} isLarge
 */
export function fillPath(pen, pattern, { ink, paper }, { ratio, left, top }, isLarge) {
  if (pattern === "solid") {
    pen.fillStyle = ink;
    pen.fill();
    if (isLarge) line(pen, paper, GAP_PX * ratio);
    return;
  }
  pen.globalAlpha = GROUND_OPACITY;
  pen.fillStyle = paper;
  pen.fill();
  pen.globalAlpha = 1;
  const lines = LINES[pattern];
  const hatch = lines ? pen.createPattern(hatchOf(lines, ink, ratio), "repeat") : null;
  if (hatch) {
    const step = HATCH_PX * ratio;
    pen.save();
    pen.translate(-(((left % step) + step) % step), -(((top % step) + step) % step));
    pen.fillStyle = hatch;
    pen.fill();
    pen.restore();
  }
  if (pattern === "dashed") pen.setLineDash(DASH.map((length) => length * ratio));
  line(pen, ink, (isLarge ? LINE_PX : THIN_PX) * ratio);
  pen.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} pen @param {string} colour @param {number} width */
function line(pen, colour, width) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}

/**
 * A square as the sign of a parcel that is too small to show its status itself.
 * @param {CanvasRenderingContext2D} pen @param {ParcelPattern} pattern @param {Tone} tone
 * @param {number} x @param {number} y its middle @param {number} side @param {number} ratio
 */
export function drawSign(pen, pattern, { ink, paper }, x, y, side, ratio) {
  const half = side / 2;
  const [left, top] = [Math.round(x - half), Math.round(y - half)];
  pen.fillStyle = paper;
  pen.fillRect(left - ratio / 2, top - ratio / 2, side + ratio, side + ratio);
  pen.fillStyle = ink;
  if (pattern === "solid") {
    pen.fillRect(left, top, side, side);
    return;
  }
  pen.strokeStyle = ink;
  pen.lineWidth = ratio;
  if (pattern === "dashed") pen.setLineDash(DASH.map((length) => length * ratio));
  pen.beginPath();
  pen.rect(left + ratio / 2, top + ratio / 2, side - ratio, side - ratio);
  for (const [fromX, fromY, toX, toY] of LINES[pattern] || []) {
    pen.moveTo(left + fromX * side, top + fromY * side);
    pen.lineTo(left + toX * side, top + toY * side);
  }
  pen.stroke();
  pen.setLineDash([]);
}
