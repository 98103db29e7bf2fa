// Parcels summed up by cells of a grid, for where they would be specks; and how they are to be drawn at a zoom.

export const WORLD = 360e6; // micro-degrees around the equator
export const TILE_PX = 256;
export const CELLS = 10; // along the side of a tile: 25.6 pixels each
export const DOT_PX = 3; // a smaller parcel shows its tone only
export const SIGN_PX = 5; // where there is room, a smaller one is drawn as a sign of this size
const SHAPE_PX = 8; // in a crowd, what most parcels must measure for their patterns to be told apart
const CROWD = (TILE_PX / CELLS / SIGN_PX) ** 2 / 2; // so many signs would cover half of a cell
const MOST_SAMPLES = 2048;

/** @typedef {"signs" | "shapes" | "grid"} Mode */
/** @typedef {(i: number) => boolean} IsShown */
/**
 * The sums of a zoom: of each cell its column and row in the world, how many parcels and how much land by status, and one
 * of the parcels; cells of one index after the other, statuses side by side.
 * @typedef {object} Cells
 * @property {number} zoom @property {number} width how many statuses there are, that of none among them
 * @property {Map<number, number>} places the index of a cell by `cellKey` @property {number[]} columns @property {number[]} rows
 * @property {number[]} counts @property {number[]} amounts @property {number[]} firsts
 * @property {number} most the largest amount of a cell
 */

/** @param {number} column @param {number} row @param {number} zoom */
function cellKey(column, row, zoom) {
  return row * CELLS * 2 ** zoom + column;
}

/** Cells a micro-degree. @param {number} zoom */
const finesse = (zoom) => (CELLS * 2 ** zoom) / WORLD;

/**
 * The column and row of the cell that a place is in.
 * @param {number} x @param {number} y in micro-degrees of web Mercator @param {number} zoom
 */
export function cellOf(x, y, zoom) {
  const fine = finesse(zoom);
  return { column: Math.floor((x + WORLD / 2) * fine), row: Math.floor((WORLD / 2 - y) * fine) };
}

/**
 * The sums of parcels by cell: each parcel counts in the cell of its middle, wholly, so that the cells add up.
 * @param {Pick<ParcelBoxes, "count" | "west" | "south" | "east" | "north" | "status">} all
 * @param {ArrayLike<number>} amounts of each parcel @param {number} width @param {number} zoom @param {IsShown} isShown
 * @returns {Cells}
 */
export function sumCells(all, amounts, width, zoom, isShown) {
  /** @type {Cells} */
  const cells = {
    zoom,
    width,
    places: new Map(),
    columns: [],
    rows: [],
    counts: [],
    amounts: [],
    firsts: [],
    most: 0,
  };
  for (let i = 0; i < all.count; i++) {
    if (!isShown(i)) continue;
    const { column, row } = cellOf((all.west[i] + all.east[i]) / 2, (all.south[i] + all.north[i]) / 2, zoom);
    const key = cellKey(column, row, zoom);
    let at = cells.places.get(key);
    if (at === undefined) {
      at = cells.firsts.length;
      cells.places.set(key, at);
      cells.columns.push(column);
      cells.rows.push(row);
      cells.firsts.push(i);
      for (let status = 0; status < width; status++) {
        cells.counts.push(0);
        cells.amounts.push(0);
      }
    }
    cells.counts[at * width + all.status[i]] += 1;
    cells.amounts[at * width + all.status[i]] += amounts[i];
  }
  for (let at = 0; at < cells.firsts.length; at++) cells.most = Math.max(cells.most, sumOf(cells.amounts, at, width));
  return cells;
}

/** What a cell has of all statuses. @param {number[]} values @param {number} at @param {number} width */
export function sumOf(values, at, width) {
  let sum = 0;
  for (let status = 0; status < width; status++) sum += values[at * width + status];
  return sum;
}

/** The index of a cell; undefined where it has no parcel. @param {Cells} cells @param {number} column @param {number} row */
export function cellAt(cells, column, row) {
  return cells.places.get(cellKey(column, row, cells.zoom));
}

/** The cell around which, itself among it, most parcels are; -1 where there are none. @param {Cells} cells */
export function densest(cells) {
  let best = -1;
  let most = 0;
  for (let at = 0; at < cells.firsts.length; at++) {
    let around = 0;
    for (const down of [-1, 0, 1]) {
      for (const along of [-1, 0, 1]) {
        const other = cellAt(cells, cells.columns[at] + along, cells.rows[at] + down);
        if (other !== undefined) around += sumOf(cells.counts, other, cells.width);
      }
    }
    if (around > most) {
      most = around;
      best = at;
    }
  }
  return best;
}

/**
 * How parcels are drawn at a zoom. Where they stand apart, each has its shape, or a sign if that is too small. Where they
 * are crowded, they have their shapes as long as most are large enough to tell a pattern, and farther off they are summed up.
 * @param {Pick<ParcelBoxes, "count" | "west" | "south" | "east" | "north">} all
 */
export function makeModes(all) {
  const extents = [];
  for (let i = 0; i < all.count; i += Math.ceil(all.count / MOST_SAMPLES)) {
    extents.push(Math.max(all.east[i] - all.west[i], all.north[i] - all.south[i]));
  }
  const typical = extents.sort((a, b) => a - b)[Math.floor(extents.length / 2)] || 0;
  let roomy = Infinity; // the farthest zoom that is known to have room
  let crowded = -Infinity; // and the nearest that has none

  /** @param {number} zoom */
  function isRoomy(zoom) {
    const cells = new Set();
    for (let i = 0; i < all.count; i++) {
      const { column, row } = cellOf(all.west[i], all.north[i], zoom);
      cells.add(cellKey(column, row, zoom));
      if (cells.size * CROWD >= all.count) return true;
    }
    return all.count === 0;
  }
  /** What most parcels measure on the screen. @param {number} zoom @returns {number} pixels */
  const size = (zoom) => (typical * TILE_PX * 2 ** zoom) / WORLD;

  return {
    size,
    /** @param {number} zoom @returns {Mode} */
    mode(zoom) {
      if (zoom < roomy && zoom > crowded) {
        if (isRoomy(zoom)) roomy = zoom;
        else crowded = zoom;
      }
      if (zoom >= roomy) return "signs";
      return size(zoom) >= SHAPE_PX ? "shapes" : "grid";
    },
  };
}
