// Reads the columns of numbers and texts that column_codec.py writes.

const CODED = 0;
const TEXTS = 1;
const NUMBERED = 2;
const SCALED = 3;
const RADIANS = Math.PI / 180e6;

/** @typedef {ReturnType<typeof reader>} Reader */

/**
 * The height of a place on a map in web Mercator.
 * @param {number} latitude in micro-degrees
 * @returns {number} micro-degrees, as wide as those of longitude
 */
export function mercator(latitude) {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2)) / RADIANS;
}

/** The latitude of a height on the map, both in micro-degrees. @param {number} height */
export function unmercator(height) {
  return (2 * Math.atan(Math.exp(height * RADIANS)) - Math.PI / 2) / RADIANS;
}

/**
 * The length of a micro-degree of latitude on the map, relative to one of longitude.
 * @param {number} latitude in micro-degrees
 */
export function stretch(latitude) {
  return 1 / Math.cos(latitude * RADIANS);
}

/** @param {number} zigzag a whole number and its sign: 0, 1, 2, 3 for 0, -1, 1, -2 */
function whole(zigzag) {
  return zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2;
}

/**
 * Reads columns one after the other. Numbers of the map fit 31 bits; those of the ledger may be longer.
 * @param {Uint8Array} bytes
 */
export function reader(bytes) {
  let at = 0;

  function varint() {
    let value = 0;
    let factor = 1;
    let byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  }
  /** @param {number} length */
  function take(length) {
    at += length;
    return bytes.subarray(at - length, at);
  }
  function json() {
    return JSON.parse(new TextDecoder().decode(take(varint())));
  }
  /**
   * Numbers from 0 on.
   * @template {Int32Array | Uint8Array} C
   * @param {C} column to fill
   */
  function unsigned(column) {
    for (let i = 0; i < column.length; i++) {
      let byte = bytes[at++];
      let value = byte & 127;
      for (let bits = 7; byte > 127; bits += 7) {
        byte = bytes[at++];
        value |= (byte & 127) << bits;
      }
      column[i] = value;
    }
    return column;
  }
  /** Numbers from 0 on that may be longer. @param {Float64Array} column to fill */
  function long(column) {
    for (let i = 0; i < column.length; i++) column[i] = varint();
    return column;
  }
  /** @param {Int32Array} column to fill */
  function signed(column) {
    unsigned(column);
    for (let i = 0; i < column.length; i++) column[i] = (column[i] >>> 1) ^ -(column[i] & 1);
    return column;
  }
  /**
   * Numbers of which each is told by how far it is from the one before.
   * @param {Int32Array} column to fill
   */
  function steps(column) {
    signed(column);
    for (let i = 1; i < column.length; i++) column[i] += column[i - 1];
    return column;
  }
  /** @param {number} count @param {string} before @param {string} after @param {number} digits */
  function numbered(count, before, after, digits) {
    let number = 0;
    return Array.from({ length: count }, () => {
      number += whole(varint());
      return before + String(number).padStart(digits, "0") + after;
    });
  }
  /** @param {number} count */
  function floats(count) {
    const packed = take(8 * count);
    const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
    return Array.from({ length: count }, (_, i) => {
      const value = view.getFloat64(8 * i, true);
      return Number.isNaN(value) ? null : value;
    });
  }
  /**
   * A column of the ledger, in whichever way it is written.
   * @param {number} count of rows @param {string[] | null} values that codes stand for
   * @returns {ParcelValue[]}
   */
  function column(count, values) {
    const way = varint();
    const rows = { length: count };
    if (way === CODED) {
      return Array.from(rows, () => {
        const code = varint();
        return code && values ? values[code - 1] : null;
      });
    }
    if (way === TEXTS) return json();
    if (way === NUMBERED) {
      const [before, after, digits] = json();
      return numbered(count, before, after, digits);
    }
    if (way === SCALED) {
      const scale = 10 ** varint();
      return Array.from(rows, () => {
        const value = varint();
        return value ? whole(value - 1) / scale : null;
      });
    }
    return floats(count);
  }

  return { unsigned, long, signed, steps, column };
}
