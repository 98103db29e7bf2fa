// Names of the ground: waters, towns, neighbours, stations. What comes first in this order stays, what comes later
// gives way.
import { isInside } from "../outputs/inside.js";
import { makeAreaNames } from "./ground_area_names.js";
import { inRow, lengthOf, makeLettering, RING_PX } from "./ground_lettering.js";
import { isFree } from "./room.js";

/** @typedef {import("./room.js").Box} Box @typedef {import("./ground_lettering.js").Name} Name */
/** @typedef {import("./ground_paths.js").Spot} Spot @typedef {import("./ground_brush.js").Brush} Brush */
/** @typedef {ReturnType<typeof makeBoard>} Board */

const TOWN = { kind: /** @type {const} */ ("town"), size: 13, reach: RING_PX, isRinged: true };
const SEED = { reach: 7, isRinged: false }; // a zone's seed has a cross of its own
const STATION = { kind: /** @type {const} */ ("station"), size: 11, reach: 3, isRinged: false };
const STATION_ZOOM = 13;
const BEYOND_ZOOM = 12; // from here on towns beyond the district are named
const EDGE_PX = 6;
const OFF_PX = 4;

/** Names that have found their place on a map, and what no other may touch. @param {L.Point} size @param {Box[]} taken */
function makeBoard(size, taken) {
  /** @type {Name[]} */
  const names = [];
  return {
    size,
    taken,
    names,
    middle: /** @type {[number, number]} */ ([size.x / 2, size.y / 2]),
    /** @param {Box} box */
    isOpen(box) {
      const isSeen =
        box.left > EDGE_PX && box.top > EDGE_PX && box.right < size.x - EDGE_PX && box.bottom < size.y - EDGE_PX;
      return isSeen && isFree(box, taken);
    },
    /** @param {Omit<Name, "boxes"> & {boxes?: Box[]}} name */
    keep(name) {
      const half = name.size * 0.6;
      const around = ({ x = 0, y = 0 }) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });
      const boxes = name.boxes || name.letters.map(around);
      taken.push(...boxes);
      names.push({ ...name, boxes });
    },
  };
}

/**
 * @param {Page} page @param {import("./ground_brush.js").Paths} paths @param {Shape[]} outlines of the district
 * @param {(spot: Spot) => "named" | "seed" | null} signAt what the plan draws at a place, and whether it names it
 */
export function makeNames(page, paths, outlines, signAt) {
  const map = page.leaflet;
  const areas = makeAreaNames(page, paths);
  const { font, grown, spaced } = makeLettering(page);
  const isOurs = (/** @type {Spot} */ { place: [lat, lon] }) =>
    !outlines.length || outlines.some((shape) => isInside([lon, lat], shape));
  const ours = new Set([...paths.towns, ...paths.stations].filter(isOurs));

  /** @param {Spot} spot */
  function look(spot) {
    const [ink, halo] = ours.has(spot) ? ["ink2", "district"] : ["neighbour", "outside"];
    return { colour: page.theme.variable(`--${ink}`), halo: page.theme.variable(`--${halo}`) };
  }
  /**
   * A name beside a point, on the first of its sides that is free.
   * @param {Brush} brush @param {Board} board @param {Spot} spot
   * @param {{kind: "town" | "station", size: number, reach: number, isRinged: boolean}} type `reach`: of the sign
   *   of the point
   */
  function nameSpot(brush, board, spot, { kind, size: usual, reach, isRinged }) {
    if (!spot.name) return;
    const size = grown(usual);
    const [x, y] = brush.place(spot.at);
    const sign = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
    if (isRinged && !board.isOpen(sign)) return;
    const words = page.text(spot.name);
    const face = font(size, false);
    const letters = spaced(words, face, 0);
    const [w, h, off] = [lengthOf(letters) / 2, size * 0.62, reach + OFF_PX];
    /** @type {[number, number][]} */
    const sides = [[x + off + w, y], [x - off - w, y], [x, y + off + h], [x, y - off - h]]; // biome-ignore format: a table
    for (const [cx, cy] of sides) {
      const box = { left: cx - w - 1, right: cx + w + 1, top: cy - h, bottom: cy + h };
      if (!board.isOpen(box)) continue;
      const row = inRow(letters, { x: cx, y: cy, turn: 0 });
      const taken = isRinged
        ? { boxes: [box, sign], ring: /** @type {[number, number]} */ ([x, y]) }
        : { boxes: [box] };
      board.keep({ words, kind, letters: row, size, font: face, ...look(spot), ...taken });
      return;
    }
  }
  /** @param {Brush} brush @param {Spot[]} spots those seen, our own first, then by rank */
  function seen(brush, spots) {
    const near = spots.filter(({ at: [x, y] }) => brush.sees([x, y, x, y]));
    return near.sort((a, b) => Number(ours.has(b)) - Number(ours.has(a)) || a.rank - b.rank);
  }
  /** @param {Brush} brush @param {Board} board */
  function nameTowns(brush, board) {
    const isFar = map.getZoom() < BEYOND_ZOOM;
    for (const town of seen(brush, paths.towns)) {
      const sign = signAt(town);
      if ((isFar && !ours.has(town)) || sign === "named") continue;
      nameSpot(brush, board, town, { ...TOWN, ...(sign === "seed" ? SEED : {}) });
    }
  }
  /** @param {Brush} brush @param {Board} board */
  function nameStations(brush, board) {
    if (map.getZoom() < STATION_ZOOM) return;
    for (const station of seen(brush, paths.stations)) nameSpot(brush, board, station, STATION);
  }
  return {
    /** Finds the names their places. @param {Brush} brush @param {Box[]} taken in pixels of the map: what none may touch */
    place(brush, taken) {
      const board = makeBoard(map.getSize(), taken);
      const { shown } = page.state;
      if (shown.water) areas.waters(brush, board);
      if (shown.towns) nameTowns(brush, board);
      if (shown.neighbours) areas.neighbours(brush, board);
      if (shown.rail) nameStations(brush, board);
      return board.names;
    },
  };
}
