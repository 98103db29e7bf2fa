// Where names of the ground have room: in an area, along a line, beside a point. Pixels of the map throughout.

/** @typedef {import("./room.js").Box} Box @typedef {[number, number]} Point */
/** @typedef {{letter: string, x: number, y: number, turn: number}} Letter a letter by its middle, turned clockwise */

const CELL_PX = 6;
const HALF = 0.5; // of a cell: from its middle to its edge
const TURNS = [0, -15, 15, -30, 30, -45, 45].map((angle) => (angle * Math.PI) / 180);
const MOST_BEND = 0.5; // radians from letter to letter
const LEAST_ROOM = 0.7; // from the middle of a letter, in its height
const FAR_COST = 0.8; // of a name as far from where it is wanted as the map is wide: this part of the best room
const SLANT_COST = 0.06; // of a radian
const OFF = 1.05; // from a river to the middle of letters, in their height
const CROWD = 0.85; // of the room that two letters take: closer they stand on one another
const BEND_COST_PX = 160; // of a radian along a river, as if the name were so much farther away

/**
 * How far each cell of a mask is from the nearest one that is not of it, in cells; beyond the mask nothing is of it.
 * @param {ArrayLike<number>} inside 0 for cells that are not @param {number} columns
 */
export function clearance(inside, columns) {
  const rows = inside.length / columns;
  const far = new Float32Array(inside.length);
  const at = readerOf(far, columns);

  /** @param {number} cell @param {1 | -1} sign which neighbours are known: those before it, or those after */
  function nearest(cell, sign) {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    return Math.min(
      at(x - sign, y) + 1,
      at(x, y - sign) + 1,
      at(x - sign, y - sign) + Math.SQRT2,
      at(x + sign, y - sign) + Math.SQRT2,
    );
  }
  for (let cell = 0; cell < columns * rows; cell += 1) if (inside[cell]) far[cell] = nearest(cell, 1);
  for (let cell = columns * rows - 1; cell >= 0; cell -= 1) far[cell] = Math.min(far[cell], nearest(cell, -1));
  return far;
}

/** The values of a grid, 0 beyond it. @param {ArrayLike<number>} values @param {number} columns */
function readerOf(values, columns) {
  const rows = values.length / columns;
  return (/** @type {number} */ x, /** @type {number} */ y) =>
    x < 0 || y < 0 || x >= columns || y >= rows ? 0 : values[y * columns + x];
}

/**
 * The best place of a name in an area: roomy, level rather than slanted, and near a point.
 * @param {{inside: ArrayLike<number>, columns: number, cell: number}} mask @param {number} length of the name
 * @param {number} height of it @param {{most: number, isSlanted: boolean, near: Point}} wish `most`: room that is enough
 * @returns {{x: number, y: number, turn: number} | null}
 */
export function roomIn({ inside, columns, cell }, length, height, { most, isSlanted, near }) {
  const far = clearance(inside, columns);
  const at = readerOf(far, columns);
  const reach = Math.hypot(columns, inside.length / columns) * cell;
  const parts = Math.max(1, Math.ceil(length / height));
  const least = height * LEAST_ROOM;

  /** The room around a name with its middle in a cell; 0 if it is not enough. @param {number} x @param {number} y @param {number} turn */
  function roomOf(x, y, turn) {
    const [ux, uy] = [Math.cos(turn) / cell, Math.sin(turn) / cell];
    let room = most;
    for (let part = 0; part <= parts && room > 0; part += 1) {
      const along = (part / parts - 0.5) * length;
      room = Math.min(room, cell * (at(Math.round(x + along * ux), Math.round(y + along * uy)) - HALF));
    }
    return room < least ? 0 : room;
  }
  let best = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < far.length; start += 1) {
    if ((far[start] - HALF) * cell < least) continue;
    const [x, y] = [start % columns, Math.floor(start / columns)];
    const middle = { x: (x + 0.5) * cell, y: (y + 0.5) * cell };
    const away = Math.hypot(middle.x - near[0], middle.y - near[1]) / reach;
    for (const turn of isSlanted ? TURNS : [0]) {
      const room = roomOf(x, y, turn);
      const score = room / most - FAR_COST * away - SLANT_COST * Math.abs(turn);
      if (!room || score <= bestScore) continue;
      bestScore = score;
      best = { ...middle, turn };
    }
  }
  return best;
}

/**
 * A mask of what is painted, in cells: what is painted over it again with `bar` is not of it.
 * @param {{x: number, y: number}} size @param {(context: CanvasRenderingContext2D) => void} paint
 * @param {Box[]} taken
 */
export function maskOf(size, paint, taken) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.ceil(size.x / CELL_PX));
  canvas.height = Math.max(1, Math.ceil(size.y / CELL_PX));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(1 / CELL_PX, 1 / CELL_PX);
  paint(context);
  for (const { left, top, right, bottom } of taken) context.clearRect(left, top, right - left, bottom - top);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const inside = new Uint8Array(canvas.width * canvas.height);
  for (let i = 0; i < inside.length; i += 1) inside[i] = data[4 * i + 3] > 200 ? 1 : 0;
  return { inside, columns: canvas.width, cell: CELL_PX };
}

/** Points at even steps along a line. @param {Point[]} line @param {number} step @returns {Point[]} */
export function paced(line, step) {
  /** @type {Point[]} */
  const points = [];
  let rest = 0;
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [[ax, ay], [bx, by]] = [line[i], line[i + 1]];
    const length = Math.hypot(bx - ax, by - ay);
    for (; rest <= length && length > 0; rest += step) {
      points.push([ax + ((bx - ax) * rest) / length, ay + ((by - ay) * rest) / length]);
    }
    rest -= length;
  }
  return points;
}

/**
 * Letters that stand beside a line, read from the left, where it is straight enough and they touch nothing.
 * @param {Point[]} line @param {{letter: string, width: number}[]} letters @param {number} height
 * @param {{isFree: (box: Box) => boolean, near: Point}} wish
 * @returns {Letter[] | null}
 */
export function roomAlong(line, letters, height, { isFree, near }) {
  const pace = 4;
  const points = paced(line, pace);
  const length = letters.reduce((sum, { width }) => sum + width, 0);
  const span = Math.ceil(length / pace);
  let best = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let start = 0; start + span < points.length; start += 3) {
    const stretch = points.slice(start, start + span + 1);
    const [[ax], [bx]] = [stretch[0], stretch[span]];
    if (ax > bx) stretch.reverse();
    const cost = Math.hypot(stretch[span >> 1][0] - near[0], stretch[span >> 1][1] - near[1]);
    if (cost >= bestCost) continue;
    const sides = [-1, 1].map((side) => set(stretch, letters, side * height * OFF, pace));
    const found = sides.find((one) => one !== null && fits(one));
    const whole = found ? cost + BEND_COST_PX * bendOf(found) : bestCost;
    if (!found || whole >= bestCost) continue;
    best = found;
    bestCost = whole;
  }
  return best;

  /** @param {Letter[]} set */
  function fits(set) {
    const half = height * 0.55;
    return set.every(({ x, y }) => isFree({ left: x - half, right: x + half, top: y - half, bottom: y + half }));
  }
}

/** How much a row of letters turns in all, in radians. @param {Letter[]} letters */
function bendOf(letters) {
  return letters.slice(1).reduce((sum, { turn }, index) => sum + Math.abs(turn - letters[index].turn), 0);
}

/**
 * @param {Point[]} points @param {{letter: string, width: number}[]} letters @param {number} off from the line
 * @param {number} pace
 * @returns {Letter[] | null} null where the line bends too much
 */
function set(points, letters, off, pace) {
  let along = 0;
  let last = null;
  /** @type {Letter[]} */
  const found = [];
  for (const { letter, width } of letters) {
    const middle = Math.min(points.length - 1, Math.round((along + width / 2) / pace));
    const [from, to] = [points[Math.max(0, middle - 4)], points[Math.min(points.length - 1, middle + 4)]];
    const turn = Math.atan2(to[1] - from[1], to[0] - from[0]);
    if (Math.abs(turn) > 1.35 || (last !== null && Math.abs(turn - last) > MOST_BEND)) return null;
    const [x, y] = points[middle];
    found.push({ letter, x: x - off * Math.sin(turn), y: y + off * Math.cos(turn), turn });
    last = turn;
    along += width;
  }
  return areApart(found, letters) ? found : null;
}

/** Whether no letter stands on another: on the inner side of a bend they crowd. @param {Letter[]} found @param {{width: number}[]} letters */
function areApart(found, letters) {
  return found.every(({ x, y }, place) =>
    found.slice(0, place).every((other, before) => {
      const least = (CROWD * (letters[place].width + letters[before].width)) / 2;
      return Math.hypot(x - other.x, y - other.y) >= least;
    }),
  );
}
