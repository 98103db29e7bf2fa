// Degrees of the graticule along the upper and the left edge of the map: they stay at the edge while the map moves.
import { graticule, inDegrees } from "./ground_grid.js";
import { isFree, isWithin } from "./room.js";

/** @typedef {import("./room.js").Box} Box */

const TICK_PX = 7;
const SIZE_PX = 11;
const HALF_LETTER_PX = 8;

/** @param {Page} page @param {() => number} ratio @param {() => Box[]} furniture what stands on the map */
export function makeEdge(page, ratio, furniture) {
  const map = page.leaflet;
  const canvas = document.createElement("canvas");
  canvas.className = "yz-ground-edge";
  canvas.setAttribute("aria-hidden", "true");
  map.getContainer().appendChild(canvas);
  /** @type {Box[]} */
  let boxes = [];

  /** @param {CanvasRenderingContext2D} context @param {[number, number]} from @param {[number, number]} to */
  function tick(context, from, to) {
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  }
  /** The canvas as large as the map, ready to write on. @param {L.Point} size */
  function cleared(size) {
    const scale = ratio();
    canvas.width = Math.max(1, Math.round(size.x * scale));
    canvas.height = Math.max(1, Math.round(size.y * scale));
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.scale(scale, scale);
    context.font = `${SIZE_PX}px ${getComputedStyle(document.body).fontFamily}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.fillStyle = page.theme.variable("--neighbour");
    return context;
  }
  function paint() {
    const size = map.getSize();
    const context = cleared(size);
    const [tickColour, halo] = [page.theme.variable("--ink2"), page.theme.variable("--outside")];
    const { down, across } = graticule(map, { left: 0, top: 0, right: size.x, bottom: size.y });
    const frame = { left: 0, top: 0, right: size.x, bottom: size.y };
    boxes = [];
    const inTheWay = furniture();
    /** @param {string} words @param {boolean} isDown @param {number} at */
    function mark(words, isDown, at) {
      const half = context.measureText(words).width / 2;
      const [x, y] = isDown ? [at, TICK_PX + HALF_LETTER_PX] : [TICK_PX + 3 + half, at];
      const box = { left: x - half, right: x + half, top: y - HALF_LETTER_PX, bottom: y + HALF_LETTER_PX };
      if (!isWithin(box, frame) || !isFree(box, inTheWay)) return;
      context.lineWidth = 1;
      context.strokeStyle = tickColour;
      tick(context, isDown ? [at, 0] : [0, at], isDown ? [at, TICK_PX] : [TICK_PX, at]);
      context.lineWidth = 3;
      context.strokeStyle = halo;
      context.strokeText(words, x, y);
      context.fillText(words, x, y);
      boxes.push(box);
    }
    for (const { lon, x } of down) mark(inDegrees(lon, "E", "W"), true, x);
    for (const { lat, y } of across) mark(inDegrees(lat, "N", "S"), false, y);
  }
  map.on("move resize viewreset zoomend", paint);
  map.on("zoomanim", () => {
    canvas.width = 1; // the old degrees stand beside the lines no more
  });
  return { paint, boxes: () => boxes };
}
