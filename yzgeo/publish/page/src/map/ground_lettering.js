// Letters on a canvas: each is set by itself, so that a name can be spread out, slanted or led along a river.

/** @typedef {import("./ground_room.js").Letter} Letter @typedef {import("./room.js").Box} Box */
/** @typedef {{letter: string, width: number}[]} Setting letters with the room that each takes */
/** @typedef {"water" | "town" | "neighbour" | "station"} NameKind */
/**
 * A name in its place, in pixels of the map.
 * @typedef {object} Name
 * @property {string} words @property {NameKind} kind @property {Letter[]} letters @property {number} size
 * @property {string} font @property {string} colour @property {string} halo "" for none
 * @property {Box[]} boxes @property {[number, number]} [ring] the middle of a town's sign
 */

const WIDE = /[\u2e80-\u9fff]/;
const HALO_PX = 3;
const LABEL_PX = 15; // the plan's labels on a small screen
export const RING_PX = 3;

/** @param {Page} page */
export function makeLettering(page) {
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

  return {
    /** @param {number} size @param {boolean} isSong */
    font(size, isSong) {
      const { fontFamily } = getComputedStyle(document.body);
      return `${size}px ${isSong ? page.theme.variable("--song") : fontFamily}`;
    },
    /** A size of letters as it is on this screen: names grow with those of the plan. @param {number} size */
    grown(size) {
      const labels = page.leaflet.getPane("yz-labels");
      return labels ? Math.round((size * parseFloat(getComputedStyle(labels).fontSize)) / LABEL_PX) : size;
    },
    /**
     * @param {string} words @param {string} font @param {number} apart pixels between Chinese letters; others stand closer
     * @returns {Setting}
     */
    spaced(words, font, apart) {
      measure.font = font;
      const space = WIDE.test(words) ? apart : apart / 6;
      return [...words].map((letter) => ({ letter, width: measure.measureText(letter).width + space }));
    },
  };
}

/** @param {Setting} letters */
export const lengthOf = (letters) => letters.reduce((sum, { width }) => sum + width, 0);

/**
 * Letters in a row around a middle.
 * @param {Setting} letters @param {{x: number, y: number, turn: number}} at
 * @returns {Letter[]}
 */
export function inRow(letters, { x, y, turn }) {
  let along = -lengthOf(letters) / 2;
  return letters.map(({ letter, width }) => {
    const middle = along + width / 2;
    along += width;
    return { letter, x: x + middle * Math.cos(turn), y: y + middle * Math.sin(turn), turn };
  });
}

/**
 * @param {CanvasRenderingContext2D} context @param {Name} name @param {{fill: string, line: string}} ring colours of a
 *   town's sign
 */
export function drawName(context, { letters, font, colour, halo, ring }, { fill, line }) {
  if (ring) {
    context.beginPath();
    context.arc(ring[0], ring[1], RING_PX - 0.6, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = line;
    context.lineWidth = 1.3;
    context.stroke();
  }
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = HALO_PX;
  context.strokeStyle = halo;
  context.fillStyle = colour;
  const each = (/** @type {(letter: string) => void} */ draw) => {
    for (const { letter, x, y, turn } of letters) {
      context.save();
      context.translate(x, y);
      context.rotate(turn);
      draw(letter);
      context.restore();
    }
  };
  if (halo) each((letter) => context.strokeText(letter, 0, 0));
  each((letter) => context.fillText(letter, 0, 0));
}
