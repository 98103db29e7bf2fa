// What paints the ground's paths: in pixels of the map, wherever and at whatever zoom it stands.
import { BASE_ZOOM } from "./ground_shapes.js";

/** @typedef {ReturnType<typeof import("./ground_paths.js").makePaths>} Paths */
/** @typedef {import("./ground_canvas.js").Sheet} Sheet */

/** A colour with so much of another in it. @param {string} under @param {string} over @param {number} share */
export function mixed(under, over, share) {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [under, over].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a + (b - a) * share);
  });
  return `rgb(${parts.join()})`;
}

/**
 * What paints paths of the base zoom as they lie on the map now.
 * @param {L.Map} map @param {Paths} paths @param {Sheet} sheet
 */
export function makeBrush(map, paths, { context, ratio, box }) {
  const scale = 2 ** (map.getZoom() - BASE_ZOOM);
  const corner = map.project(map.containerPointToLatLng([0, 0]));
  const [left, top] = [paths.origin[0] * scale - corner.x, paths.origin[1] * scale - corner.y];

  /** @param {CanvasRenderingContext2D} on @param {() => void} act */
  function within(on, act) {
    on.save();
    on.transform(scale, 0, 0, scale, left, top);
    act();
    on.restore();
  }
  return {
    scale,
    context,
    ratio,
    box,
    within,
    /** Where a point of the base zoom lies, in pixels of the map. @param {[number, number]} point @returns {[number, number]} */
    place: ([x, y]) => [x * scale + left, y * scale + top],
    /** @param {Path2D} path @param {string} colour */
    fill(path, colour, on = context) {
      within(on, () => {
        on.fillStyle = colour;
        on.fill(path, "evenodd");
      });
    },
    /** @param {Path2D} path @param {string} colour @param {number} width @param {number[]} [dash] */
    stroke(path, colour, width, dash = [], on = context) {
      within(on, () => {
        on.strokeStyle = colour;
        on.lineWidth = width / scale;
        on.lineJoin = "round";
        on.lineCap = dash.length ? "butt" : "round";
        on.setLineDash(dash.map((length) => length / scale));
        on.stroke(path);
      });
    },
    /** Whether a box of the base zoom is in what is painted, or within some pixels of it. @param {number[]} area @param {number} [near] */
    sees([x0, y0, x1, y1], near = 0) {
      const [l, t, r, b] = [x0 * scale + left, y0 * scale + top, x1 * scale + left, y1 * scale + top];
      return r >= box.left - near && l <= box.right + near && b >= box.top - near && t <= box.bottom + near;
    },
  };
}

/** @typedef {ReturnType<typeof makeBrush>} Brush */

/** @param {Brush} brush @param {Path2D} path */
export function clip({ context, scale, place }, path) {
  const [left, top] = place([0, 0]);
  const moved = new Path2D();
  moved.addPath(path, new DOMMatrix([scale, 0, 0, scale, left, top]));
  context.clip(moved, "evenodd");
}

/** Metres on the ground in a pixel, in the middle of the map. @param {L.Map} map */
export function metresPerPixel(map) {
  const { lat } = map.getCenter();
  return (40075016.686 * Math.cos((lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);
}
