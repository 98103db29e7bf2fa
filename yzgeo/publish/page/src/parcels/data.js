/* What yzgeo/parcel_layer.py packed, unpacked part by part as it is needed. Heights on the map are in micro-degrees
   of web Mercator (y), those of the data in micro-degrees of latitude. */
export function makeParcelData() {
  const ELEMENT = "yz-parcels";
  const CODED = 0;
  const TEXTS = 1;
  const NUMBERED = 2;
  const SCALED = 3;
  const RADIANS = Math.PI / 180e6;
  const header = JSON.parse(document.getElementById(ELEMENT).textContent);
  const shapes = new Map();
  const facts = new Map();
  const asked = new Map();

  function mercator(latitude) {
    return Math.log(Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2)) / RADIANS;
  }

  function decoded(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const characters = atob(base64);
    const bytes = new Uint8Array(characters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
    return bytes;
  }

  async function unpacked(part) {
    const packed = new Blob([decoded(document.getElementById(`${ELEMENT}-${part}`).textContent)]);
    const stream = packed.stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /* Reads columns one after the other. Numbers of the map fit 31 bits; those of the ledger may be longer. */
  function reader(bytes) {
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
    function whole(zigzag) {
      return zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2;
    }
    function take(length) {
      at += length;
      return bytes.subarray(at - length, at);
    }
    return {
      unsigned(column) {
        for (let i = 0; i < column.length; i++) {
          let byte = bytes[at++];
          let value = byte & 127;
          let bits = 7;
          while (byte > 127) {
            byte = bytes[at++];
            value |= (byte & 127) << bits;
            bits += 7;
          }
          column[i] = value;
        }
        return column;
      },
      signed(column) {
        this.unsigned(column);
        for (let i = 0; i < column.length; i++) column[i] = (column[i] >>> 1) ^ -(column[i] & 1);
        return column;
      },
      steps(column) {
        this.signed(column);
        for (let i = 1; i < column.length; i++) column[i] += column[i - 1];
        return column;
      },
      column(count, values) {
        const way = varint();
        const found = new Array(count);
        if (way === CODED) {
          for (let i = 0; i < count; i++) {
            const place = varint();
            found[i] = place ? values[place - 1] : null;
          }
        } else if (way === TEXTS) {
          return JSON.parse(new TextDecoder().decode(take(varint())));
        } else if (way === NUMBERED) {
          const frame = JSON.parse(new TextDecoder().decode(take(varint())));
          let number = 0;
          for (let i = 0; i < count; i++) {
            number += whole(varint());
            found[i] = frame[0] + String(number).padStart(frame[2], "0") + frame[1];
          }
        } else if (way === SCALED) {
          const scale = 10 ** varint();
          for (let i = 0; i < count; i++) {
            const value = varint();
            found[i] = value ? whole(value - 1) / scale : null;
          }
        } else {
          const floats = take(8 * count);
          const view = new DataView(floats.buffer, floats.byteOffset, floats.length);
          for (let i = 0; i < count; i++) {
            const value = view.getFloat64(8 * i, true);
            found[i] = Number.isNaN(value) ? null : value;
          }
        }
        return found;
      },
    };
  }

  /* Boxes of all parcels, and of each run of them. */
  async function boxes() {
    const read = reader(await unpacked("boxes"));
    const count = header.count;
    const unit = header.unit;
    const west = read.steps(new Int32Array(count));
    const south = read.steps(new Int32Array(count));
    const east = read.unsigned(new Int32Array(count));
    const north = read.unsigned(new Int32Array(count));
    const status = read.unsigned(new Uint8Array(count));
    const runs = [];
    const latitude = south.slice();
    for (let from = 0; from < count; from += header.run) {
      const to = Math.min(from + header.run, count);
      const run = { from, to, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity, size: 0 };
      const stretch = unit / Math.cos(south[from] * unit * RADIANS);
      for (let i = from; i < to; i++) {
        const width = east[i] * unit;
        const height = north[i] * stretch;
        west[i] *= unit;
        latitude[i] *= unit;
        east[i] = west[i] + width;
        south[i] = mercator(latitude[i]);
        north[i] = south[i] + height;
        if (west[i] < run.west) run.west = west[i];
        if (east[i] > run.east) run.east = east[i];
        if (south[i] < run.south) run.south = south[i];
        if (north[i] > run.north) run.north = north[i];
        if (width > run.size) run.size = width;
        if (height > run.size) run.size = height;
      }
      runs.push(run);
    }
    return { count, west, south, east, north, latitude, status, runs };
  }

  /* Outlines of a block: where the rings of each parcel begin, where the points of each ring, and the points. */
  function outlines(bytes, all, block) {
    const from = block * header.block;
    const count = Math.min(header.block, all.count - from);
    const read = reader(bytes);
    const partsOf = read.unsigned(new Int32Array(count));
    const ringsOf = read.unsigned(new Int32Array(sum(partsOf)));
    const pointsOf = read.unsigned(new Int32Array(sum(ringsOf)));
    const points = sum(pointsOf);
    const x = read.signed(new Int32Array(points));
    const y = read.signed(new Int32Array(points));
    const ringFrom = new Int32Array(count + 1);
    const pointFrom = new Int32Array(pointsOf.length + 1);
    const up = new Int32Array(points);
    for (let parcel = 0, part = 0, ring = 0; parcel < count; parcel++) {
      for (let i = 0; i < partsOf[parcel]; i++) ring += ringsOf[part++];
      ringFrom[parcel + 1] = ring;
    }
    for (let ring = 0; ring < pointsOf.length; ring++) pointFrom[ring + 1] = pointFrom[ring] + pointsOf[ring];
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
  function sum(column) {
    let total = 0;
    for (let i = 0; i < column.length; i++) total += column[i];
    return total;
  }

  function rows(bytes, all, block) {
    const count = Math.min(header.block, all.count - block * header.block);
    const read = reader(bytes);
    const columns = {};
    header.columns.forEach((column) => {
      columns[column.name] = read.column(count, column.values);
    });
    return columns;
  }

  /* A part that is there, or nothing yet; `fetch…` unpacks it once, whoever asks. */
  function once(kept, part, make) {
    if (!asked.has(part))
      asked.set(
        part,
        unpacked(part).then((bytes) => {
          const made = make(bytes);
          kept.set(part, made);
          return made;
        }),
      );
    return asked.get(part);
  }
  /* The numbers alone, which are the first column of the facts: a search keeps no more of a large ledger. */
  const NUMBER = 0;
  function numbers(bytes, all, block) {
    return reader(bytes).column(
      Math.min(header.block, all.count - block * header.block),
      header.columns[NUMBER].values,
    );
  }
  const ids = new Map();
  return {
    ids: (all, block) => {
      if (!ids.has(block))
        ids.set(
          block,
          unpacked(`facts-${block}`).then((bytes) => numbers(bytes, all, block)),
        );
      return ids.get(block);
    },
    header,
    boxes,
    mercator,
    shapes: (block) => shapes.get(`shapes-${block}`),
    unpackShapes: (all, block) => once(shapes, `shapes-${block}`, (bytes) => outlines(bytes, all, block)),
    facts: (block) => facts.get(`facts-${block}`),
    unpackFacts: (all, block) => once(facts, `facts-${block}`, (bytes) => rows(bytes, all, block)),
  };
}
