// Unpacks the parts of parcel_tiles.py when the page needs them. Heights on the map are in micro-degrees of web
// Mercator, those of the data in micro-degrees of latitude.
import { unpacked } from "../unpacked.js";
import { mercator, reader, stretch } from "./codec.js";

const ELEMENT = "yz-parcels";
const NUMBER = 0; // of the column that holds the parcels' numbers

/** @typedef {ReturnType<typeof makeParcelData>} ParcelData */

/** @param {string} part */
function packed(part) {
  return /** @type {HTMLElement} */ (document.getElementById(part)).textContent || "";
}

/** @param {string} part */
const partOf = (part) => unpacked(packed(`${ELEMENT}-${part}`));

/** @param {Int32Array} column */
function sum(column) {
  let total = 0;
  for (let i = 0; i < column.length; i++) total += column[i];
  return total;
}

/**
 * The first index of each group, and the end of the last.
 * @param {Int32Array} sizes
 */
function starts(sizes) {
  const places = new Int32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) places[i + 1] = places[i] + sizes[i];
  return places;
}

/**
 * Keeps what is made of each block, and makes it once, whoever asks.
 * @template T
 * @param {string} part @param {(bytes: Uint8Array, block: number) => T} make
 */
function blocks(part, make) {
  /** @type {Map<number, T>} */
  const contents = new Map();
  /** @type {Map<number, Promise<T>>} */
  const requests = new Map();
  return {
    /** @param {number} block */
    get: (block) => contents.get(block),
    /** @param {number} block */
    fetch(block) {
      let request = requests.get(block);
      if (!request) {
        request = partOf(`${part}-${block}`).then((bytes) => {
          const content = make(bytes, block);
          contents.set(block, content);
          return content;
        });
        requests.set(block, request);
      }
      return request;
    },
  };
}

export function makeParcelData() {
  /** @type {ParcelHeader} */
  const header = JSON.parse(packed(ELEMENT));
  /** @type {ParcelBoxes | null} */
  let all = null;
  /** @type {ParcelAmounts | null} */
  let sums = null;
  /** @type {Uint8Array[]} */
  let choices = [];

  /** @param {number} block */
  const countOf = (block) => Math.min(header.block, header.count - block * header.block);
  const outlines = blocks("shapes", (bytes, block) => {
    return readOutlines(bytes, /** @type {ParcelBoxes} */ (all), block * header.block, countOf(block));
  });
  const facts = blocks("facts", (bytes, block) => {
    const read = reader(bytes);
    return header.columns.map((column) => read.column(countOf(block), column.values));
  });
  // A search keeps the numbers alone, no more of a large ledger.
  const ids = blocks("facts", (bytes, block) => {
    return reader(bytes).column(countOf(block), header.columns[NUMBER].values);
  });

  return {
    header,
    outlines,
    ids,
    /** The boxes, once they are unpacked. */
    boxes: () => all,
    /** The net area of each in the header's unit, and the place of its year of recovery; they come with the boxes. */
    amounts: () => /** @type {ParcelAmounts} */ (sums),
    /** Of each the place of its year in a scenario, as scenarios.py has it; they come with the boxes. @param {number} scenario */
    chosen: (scenario) => choices[scenario],
    async unpackBoxes() {
      const [boxes, amounts] = await Promise.all([partOf("boxes"), partOf("amounts")]);
      if (header.scenarios.length) {
        const chosen = reader(await partOf("scenarios"));
        choices = header.scenarios.map(() => chosen.unsigned(new Uint8Array(header.count)));
      }
      const read = reader(amounts);
      const [area, year] = [read.long(new Float64Array(header.count)), read.unsigned(new Int32Array(header.count))];
      sums = { area, year };
      all = readBoxes(reader(boxes), header);
    },
    /** @param {number} i */
    blockOf: (i) => Math.floor(i / header.block),
    blockCount: Math.ceil(header.count / header.block),
    /**
     * The outlines of the block that a parcel is in; they must have been fetched.
     * @param {number} i
     */
    blockWith: (i) => /** @type {ParcelBlock} */ (outlines.get(Math.floor(i / header.block))),
    /**
     * The whole ledger, column by column; what codes stand for is in the columns.
     * @param {Promise<unknown>} boxes once they are unpacked, which may be meanwhile
     * @returns {Promise<ParcelTable>}
     */
    async table(boxes) {
      // Browsers unpack beside the script, so all blocks are asked for at once.
      const parts = await Promise.all(Array.from({ length: this.blockCount }, (_, block) => facts.fetch(block)));
      await boxes;
      const columns = header.columns.map((column, place) => ({
        ...column,
        rows: parts.flatMap((part) => part[place]),
      }));
      const labels = Object.fromEntries(header.statuses.map(({ code, label }) => [code, label]));
      const codes = Array.from(all ? all.status : [], (number) => header.statuses[number - 1]?.code ?? null);
      const status = { name: "status", label: header.status, values: null, labels, rows: codes };
      const years = Int32Array.from(sums ? sums.year : [], (place) => header.years[place - 1] || 0);
      return { count: header.count, years, columns: [...columns, status] };
    },
    /**
     * What the ledger says of a parcel: plain values by column.
     * @param {number} i
     * @returns {Promise<ParcelRow>}
     */
    async row(i) {
      const columns = await facts.fetch(Math.floor(i / header.block));
      /** @type {ParcelRow} */
      const row = {};
      header.columns.forEach((column, place) => {
        row[column.name] = columns[place][i % header.block];
      });
      const status = all && header.statuses[all.status[i] - 1];
      row.status = status ? status.code : null;
      return row;
    },
  };
}

/**
 * Boxes of all parcels, and of each run of them.
 * @param {import("./codec.js").Reader} read @param {ParcelHeader} header
 * @returns {ParcelBoxes}
 */
function readBoxes(read, { count, unit, run }) {
  const west = read.steps(new Int32Array(count));
  const south = read.steps(new Int32Array(count));
  const east = read.unsigned(new Int32Array(count));
  const north = read.unsigned(new Int32Array(count));
  const status = read.unsigned(new Uint8Array(count));
  const latitude = south.slice();
  const runs = [];
  for (let from = 0; from < count; from += run) {
    const to = Math.min(from + run, count);
    const one = { from, to, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    const tall = unit * stretch(south[from] * unit);
    for (let i = from; i < to; i++) {
      const width = east[i] * unit;
      const height = north[i] * tall;
      west[i] *= unit;
      latitude[i] *= unit;
      east[i] = west[i] + width;
      south[i] = mercator(latitude[i]);
      north[i] = south[i] + height;
      if (west[i] < one.west) one.west = west[i];
      if (east[i] > one.east) one.east = east[i];
      if (south[i] < one.south) one.south = south[i];
      if (north[i] > one.north) one.north = north[i];
    }
    runs.push(one);
  }
  return { count, west, south, east, north, latitude, status, runs };
}

/**
 * Outlines of some parcels: where the rings of each begin, where the points of each ring, and the points.
 * @param {Uint8Array} bytes @param {ParcelBoxes} all @param {number} from @param {number} count
 * @returns {ParcelBlock}
 */
function readOutlines(bytes, all, from, count) {
  const read = reader(bytes);
  const partsOf = read.unsigned(new Int32Array(count));
  const ringsOf = read.unsigned(new Int32Array(sum(partsOf)));
  const pointsOf = read.unsigned(new Int32Array(sum(ringsOf)));
  const points = sum(pointsOf);
  const x = read.signed(new Int32Array(points));
  const y = read.signed(new Int32Array(points));
  const up = new Int32Array(points);
  const ringFrom = new Int32Array(count + 1);
  const pointFrom = starts(pointsOf);
  for (let parcel = 0, part = 0, ring = 0; parcel < count; parcel++) {
    for (let i = 0; i < partsOf[parcel]; i++) ring += ringsOf[part++];
    ringFrom[parcel + 1] = ring;
  }
  for (let parcel = 0; parcel < count; parcel++) {
    let lastX = all.west[from + parcel];
    let lastY = all.latitude[from + parcel];
    for (let i = pointFrom[ringFrom[parcel]]; i < pointFrom[ringFrom[parcel + 1]]; i++) {
      lastX = x[i] += lastX;
      lastY = y[i] += lastY;
      up[i] = mercator(lastY);
    }
  }
  return { from, partsOf, ringsOf, ringFrom, pointFrom, x, y, up };
}
