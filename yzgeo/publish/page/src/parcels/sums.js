// Sums of the grid on a canvas: a square in each cell, whose area is that of the land.
import { CELLS, cellAt, sumOf, WORLD } from "./grid.js";
import { fillPath } from "./signs.js";

const CELL_SHARE = 0.88; // of a cell's side that the largest sum fills
const LEAST_PX = 3;

/**
 * @param {CanvasRenderingContext2D} pen @param {import("./grid.js").Cells} cells @param {import("./signs.js").Paints} paints
 * @param {import("./tile_job.js").Frame} frame @param {number} width @param {number} height of the canvas
 */
export function paintSums(pen, cells, paints, frame, width, height) {
  const side = (WORLD * frame.scale) / (CELLS * 2 ** cells.zoom);
  const left = frame.left + (WORLD / 2) * frame.scale;
  const top = frame.top + (WORLD / 2) * frame.scale;
  for (let row = Math.floor(top / side); row * side < top + height; row++) {
    for (let column = Math.floor(left / side); column * side < left + width; column++) {
      const cell = cellAt(cells, column, row);
      if (cell === undefined) continue;
      paintSum(pen, cells, cell, paints, frame, (column + 0.5) * side - left, (row + 0.5) * side - top, side);
    }
  }
}

/**
 * A square that is parted by status from the bottom, what is farthest on first.
 * @param {CanvasRenderingContext2D} pen @param {import("./grid.js").Cells} cells @param {number} cell
 * @param {import("./signs.js").Paints} paints @param {import("./tile_job.js").Frame} frame
 * @param {number} x @param {number} y its middle @param {number} side of the cell
 */
function paintSum(pen, { amounts, width, most }, cell, paints, frame, x, y, side) {
  const whole = sumOf(amounts, cell, width);
  if (!whole) return;
  const square = Math.max(LEAST_PX * frame.ratio, side * CELL_SHARE * Math.sqrt(whole / most));
  let bottom = y + square / 2;
  for (let status = width - 1; status >= 0; status--) {
    const high = (square * amounts[cell * width + status]) / whole;
    if (!high) continue;
    pen.beginPath();
    pen.rect(x - square / 2, bottom - high, square, high);
    fillPath(pen, paints.patterns[status], paints.tones[status], frame, true);
    bottom -= high;
  }
  pen.strokeStyle = paints.ink;
  pen.lineWidth = frame.ratio;
  pen.strokeRect(x - square / 2, y - square / 2, square, square);
}
