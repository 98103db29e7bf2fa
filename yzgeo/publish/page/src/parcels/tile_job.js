// One tile, drawn step by step: dots and a list of the larger parcels, then the outlines of these; or sums by cell.

import { DOT_PX, SIGN_PX, WORLD } from "./grid.js";
import { drawSign, fillPath } from "./signs.js";
import { paintSums } from "./sums.js";

const LARGE_PX = 12;
const LEAST_STEP_PX = 0.7;
const SHAPES_A_PATH = 200;
const PARCELS_A_STEP = 8192;
const MARGIN_PX = SIGN_PX; // a sign reaches into the next tile

/**
 * What a canvas shows: pixels a micro-degree, where its corner is on the map in pixels, and pixels of it in one of the screen.
 * @typedef {{scale: number, left: number, top: number, ratio: number}} Frame
 */
/**
 * How parcels look there: their paints, which of them are shown, and how, or their sums; `codes` are their classes.
 * @typedef {object} Look
 * @property {import("./signs.js").Paints} paints @property {import("./grid.js").IsShown} isShown
 * @property {import("./grid.js").Mode} mode @property {Uint8Array} codes @property {import("./grid.js").Cells | null} cells of the mode "grid"
 */

/**
 * The frame of a tile of Leaflet's.
 * @param {L.Coords} coords @param {number} width of the canvas @param {number} ratio
 * @returns {Frame}
 */
export function frameOfTile(coords, width, ratio) {
  const scale = (width * 2 ** coords.z) / WORLD;
  return {
    scale,
    left: coords.x * width - (WORLD / 2) * scale,
    top: coords.y * width - (WORLD / 2) * scale,
    ratio,
  };
}

/**
 * @param {import("./data.js").ParcelData} data @param {Look} look @param {HTMLCanvasElement} canvas @param {Frame} frame
 * @param {{done: () => void, again: (job: import("./tile_queue.js").Job) => void, failed: (error: unknown) => void}} calls
 *   `again` is called when outlines that had to be unpacked are there
 */
export function makeTileJob(data, look, canvas, frame, calls) {
  const all = /** @type {ParcelBoxes} */ (data.boxes());
  const { paints, isShown, mode, cells, codes } = look;
  const { width, height } = canvas;
  const { scale, left, top, ratio } = frame;
  const margin = MARGIN_PX * ratio;
  const west = (left - margin) / scale;
  const east = (left + width + margin) / scale;
  const north = -(top - margin) / scale;
  const south = -(top + height + margin) / scale;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  /** @type {number[][]} */
  const large = paints.patterns.map(() => []);
  /** @type {number[]} */
  const signs = [];
  /** @type {Set<number>} */
  const missingBlocks = new Set();
  /** @param {{west: number, east: number, south: number, north: number}} box */
  const here = (box) => box.west <= east && box.east >= west && box.south <= north && box.north >= south;
  const runs = mode === "grid" ? [] : all.runs.filter(here);
  const least = (mode === "signs" ? SIGN_PX : DOT_PX) * ratio;
  /** @type {ImageData | null} */
  let image = null;
  let dots = new Uint32Array(0);
  let run = 0;
  let at = runs.length ? runs[0].from : 0;
  let status = 0;
  let shape = 0;
  let sorted = false;

  /** @param {number} i @returns {number} pixels */
  function extent(i) {
    return Math.max(all.east[i] - all.west[i], all.north[i] - all.south[i]) * scale;
  }
  /** @param {number} i */
  function dot(i) {
    if (!image) {
      image = pen.createImageData(width, height);
      dots = new Uint32Array(image.data.buffer);
    }
    const x = Math.floor(all.west[i] * scale - left);
    const y = Math.floor(-all.north[i] * scale - top);
    const right = Math.min(width, Math.max(x + 1, Math.round(all.east[i] * scale - left)));
    const bottom = Math.min(height, Math.max(y + 1, Math.round(-all.south[i] * scale - top)));
    const pixel = paints.pixels[codes[i]];
    for (let row = Math.max(y, 0); row < bottom; row++) {
      for (let column = Math.max(x, 0); column < right; column++) dots[row * width + column] = pixel;
    }
  }
  /** Draws a parcel as a dot, or lists it where it is larger. @param {number} i */
  function place(i) {
    if (all.west[i] > east || all.east[i] < west || all.south[i] > north || all.north[i] < south) return;
    if (!isShown(i)) return;
    if (extent(i) < least) {
      if (mode === "signs") signs.push(i);
      else dot(i);
      return;
    }
    large[codes[i]].push(i);
    const block = data.blockOf(i);
    if (!data.outlines.get(block)) missingBlocks.add(block);
  }
  /** Goes through the parcels near the tile; false while there are more. */
  function sort() {
    for (let steps = 0; run < runs.length; at = ++run < runs.length ? runs[run].from : 0) {
      for (; at < runs[run].to; at++) {
        if (++steps > PARCELS_A_STEP) return false;
        place(at);
      }
    }
    if (image) pen.putImageData(image, 0, 0);
    image = null;
    dots = new Uint32Array(0);
    return true;
  }
  /** @param {number} i */
  function trace(i) {
    const block = data.blockWith(i);
    const parcel = i - block.from;
    for (let ring = block.ringFrom[parcel]; ring < block.ringFrom[parcel + 1]; ring++) {
      let lastX = Infinity;
      let lastY = Infinity;
      for (let p = block.pointFrom[ring]; p < block.pointFrom[ring + 1]; p++) {
        const x = block.x[p] * scale - left;
        const y = -block.up[p] * scale - top;
        if (lastX === Infinity) pen.moveTo(x, y);
        else if (Math.abs(x - lastX) + Math.abs(y - lastY) < LEAST_STEP_PX) continue;
        else pen.lineTo(x, y);
        lastX = x;
        lastY = y;
      }
      pen.closePath();
    }
  }
  /** Fills some shapes of one status; true when all are drawn. */
  function paint() {
    const list = large[status];
    const end = Math.min(shape + SHAPES_A_PATH, list.length);
    if (shape < list.length) {
      let largest = 0;
      pen.beginPath();
      for (; shape < end; shape++) {
        trace(list[shape]);
        largest = Math.max(largest, extent(list[shape]));
      }
      fillPath(pen, paints.patterns[status], paints.tones[status], frame, largest >= LARGE_PX * ratio);
    }
    if (shape >= list.length) {
      status++;
      shape = 0;
    }
    return status >= large.length;
  }
  function paintSigns() {
    for (const i of signs) {
      const x = ((all.west[i] + all.east[i]) / 2) * scale - left;
      const y = (-(all.south[i] + all.north[i]) / 2) * scale - top;
      drawSign(pen, paints.patterns[codes[i]], paints.tones[codes[i]], x, y, SIGN_PX * ratio, ratio);
    }
  }
  const job = {
    dropped: false,
    step() {
      if (!sorted) {
        sorted = sort();
        if (!sorted) return false;
        if (missingBlocks.size) {
          const coming = Promise.all([...missingBlocks].map((block) => data.outlines.fetch(block)));
          coming.then(() => calls.again(job)).catch(calls.failed);
          return true;
        }
      }
      if (!paint()) return false;
      paintSigns();
      if (cells) paintSums(pen, cells, paints, frame, width, height);
      calls.done();
      return true;
    },
  };
  return job;
}
