// Names of waters and neighbours: in the room of the area that is seen, or along the river.
import { inRow, lengthOf, makeLettering } from "./ground_lettering.js";
import { boxOf } from "./ground_paths.js";
import { maskOf, roomAlong, roomIn } from "./ground_room.js";

/** @typedef {import("./ground_paths.js").Area} Area @typedef {import("./ground_paths.js").Course} Course */
/** @typedef {import("./ground_names.js").Board} Board @typedef {import("./ground_brush.js").Brush} Brush */

const SEA = { size: 19, apart: 14, most: 90, isSlanted: true };
const LAKE = { size: 15, apart: 4, most: 40, isSlanted: false };
const RIVER = { size: 14, apart: 2 };
const NEIGHBOUR = { size: 14, apart: 7, most: 48 };
const SCHEMATIC_ZOOM = 13; // from here on the name of a schematic river says that it is one

/** @param {Page} page @param {import("./ground_brush.js").Paths} paths */
export function makeAreaNames(page, paths) {
  const { font, grown, spaced } = makeLettering(page);
  const colour = (/** @type {string} */ name) => page.theme.variable(`--${name}`);

  /** @param {Brush} brush @param {Area} area */
  const isSeen = (brush, { rings }) => rings.some((ring) => brush.sees(boxOf(ring)));

  /** The widest first. @param {Area[]} areas */
  function bySize(areas) {
    const size = (/** @type {Area} */ { rings }) =>
      Math.max(...rings.map(boxOf).map(([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0)));
    return [...areas].sort((a, b) => size(b) - size(a));
  }
  /**
   * Whether the name has found room.
   * @param {Brush} brush @param {Board} board @param {Area} area @param {typeof SEA} type
   */
  function nameWater(brush, board, { name, path }, { size: usual, apart, most, isSlanted }) {
    if (!name) return false;
    const size = grown(usual);
    const words = page.text(name);
    const face = font(size, true);
    const letters = spaced(words, face, apart);
    const mask = maskOf(board.size, (on) => brush.fill(path, "#000", on), board.taken);
    const at = roomIn(mask, lengthOf(letters) - apart, size, { most, isSlanted, near: board.middle });
    if (!at) return false;
    const look = { size, font: face, colour: colour("water-name"), halo: "" };
    board.keep({ words, kind: "water", letters: inRow(letters, at), ...look });
    return true;
  }
  /** @param {Brush} brush @param {Board} board @param {Course} course */
  function nameRiver(brush, board, { name, lines, isSchematic }) {
    if (!name) return;
    const { apart } = RIVER;
    const size = grown(RIVER.size);
    const isTold = isSchematic && page.leaflet.getZoom() >= SCHEMATIC_ZOOM;
    const words = page.text(name) + (isTold ? page.say("ground_schematic") : "");
    const face = font(size, true);
    const letters = spaced(words, face, apart);
    const wish = { isFree: board.isOpen, near: board.middle };
    const found = lines.map((line) => roomAlong(line.map(brush.place), letters, size, wish)).find(Boolean);
    if (!found) return;
    const look = { size, font: face, colour: colour("water-name"), halo: colour("outside") };
    board.keep({ words, kind: "water", letters: found, ...look });
  }
  /** @param {Brush} brush @param {Board} board @param {Area} area */
  function nameNeighbour(brush, board, { name, path }) {
    if (!name) return;
    const { apart, most } = NEIGHBOUR;
    const size = grown(NEIGHBOUR.size);
    const words = page.text(name);
    const face = font(size, false);
    const letters = spaced(words, face, apart);
    const mask = maskOf(
      board.size,
      (on) => {
        brush.fill(path, "#000", on);
        on.globalCompositeOperation = "destination-out";
        brush.fill(paths.district.path, "#000", on);
        brush.fill(paths.water, "#000", on);
      },
      board.taken,
    );
    const at = roomIn(mask, lengthOf(letters), size, { most, isSlanted: false, near: board.middle });
    if (!at) return;
    const look = { size, font: face, colour: colour("neighbour"), halo: colour("outside") };
    board.keep({ words, kind: "neighbour", letters: inRow(letters, at), ...look });
  }
  return {
    /** @param {Brush} brush @param {Board} board */
    waters(brush, board) {
      const sea = paths.sea.filter((area) => isSeen(brush, area));
      for (const area of sea) nameWater(brush, board, area, SEA);
      if (!sea.some(({ name }) => name))
        bySize(sea).some((area) => nameWater(brush, board, { ...area, name: page.both("ground_sea") }, SEA));
      for (const area of paths.lakes) if (isSeen(brush, area)) nameWater(brush, board, area, LAKE);
      for (const course of paths.rivers) nameRiver(brush, board, course);
    },
    /** @param {Brush} brush @param {Board} board */
    neighbours(brush, board) {
      for (const area of paths.neighbours) if (isSeen(brush, area)) nameNeighbour(brush, board, area);
    },
  };
}
