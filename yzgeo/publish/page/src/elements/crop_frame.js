// How pieces of one map are cut so that all have one scale and each shows its zone whole.

const EDGE_PX = 8;
const LARGEST = 1.25; // beyond it lines and marks would look coarse

/** @typedef {import("../map/room.js").Box} Box in pixels of the map */

/** The box around boxes. @param {Box[]} boxes @returns {Box} */
export function around(boxes) {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/**
 * How much larger than on the map all pieces are: as large as the one that needs most room allows.
 * @param {Box[]} boxes what each piece is to show @param {number} width of a piece @param {number} height
 */
export function scaleOfPieces(boxes, width, height) {
  const [across, down] = [Math.max(1, width - 2 * EDGE_PX), Math.max(1, height - 2 * EDGE_PX)];
  const fits = boxes.map((box) => Math.min(across / (box.right - box.left), down / (box.bottom - box.top)));
  return Math.min(LARGEST, ...fits);
}
