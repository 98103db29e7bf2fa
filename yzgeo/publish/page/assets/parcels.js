"use strict";
(() => {
  // src/parcels/codec.js
  var CODED = 0;
  var TEXTS = 1;
  var NUMBERED = 2;
  var SCALED = 3;
  var RADIANS = Math.PI / 18e7;
  function mercator(latitude) {
    return Math.log(Math.tan(Math.PI / 4 + latitude * RADIANS / 2)) / RADIANS;
  }
  function unmercator(height) {
    return (2 * Math.atan(Math.exp(height * RADIANS)) - Math.PI / 2) / RADIANS;
  }
  function stretch(latitude) {
    return 1 / Math.cos(latitude * RADIANS);
  }
  function whole(zigzag) {
    return zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2;
  }
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
    function take(length) {
      at += length;
      return bytes.subarray(at - length, at);
    }
    function json() {
      return JSON.parse(new TextDecoder().decode(take(varint())));
    }
    function unsigned(column2) {
      for (let i = 0; i < column2.length; i++) {
        let byte = bytes[at++];
        let value = byte & 127;
        for (let bits = 7; byte > 127; bits += 7) {
          byte = bytes[at++];
          value |= (byte & 127) << bits;
        }
        column2[i] = value;
      }
      return column2;
    }
    function long(column2) {
      for (let i = 0; i < column2.length; i++) column2[i] = varint();
      return column2;
    }
    function signed(column2) {
      unsigned(column2);
      for (let i = 0; i < column2.length; i++) column2[i] = column2[i] >>> 1 ^ -(column2[i] & 1);
      return column2;
    }
    function steps(column2) {
      signed(column2);
      for (let i = 1; i < column2.length; i++) column2[i] += column2[i - 1];
      return column2;
    }
    function numbered(count, before, after, digits) {
      let number = 0;
      return Array.from({ length: count }, () => {
        number += whole(varint());
        return before + String(number).padStart(digits, "0") + after;
      });
    }
    function floats(count) {
      const packed2 = take(8 * count);
      const view = new DataView(packed2.buffer, packed2.byteOffset, packed2.length);
      return Array.from({ length: count }, (_, i) => {
        const value = view.getFloat64(8 * i, true);
        return Number.isNaN(value) ? null : value;
      });
    }
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

  // src/parcels/data.js
  var ELEMENT = "yz-parcels";
  var NUMBER = 0;
  function packed(part) {
    return (
      /** @type {HTMLElement} */
      document.getElementById(part).textContent || ""
    );
  }
  function decoded(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const characters = atob(base64);
    const bytes = new Uint8Array(characters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
    return bytes;
  }
  async function unpacked(part) {
    const stream = new Blob([decoded(packed(`${ELEMENT}-${part}`))]).stream();
    const plain2 = stream.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain2).arrayBuffer());
  }
  function sum(column) {
    let total = 0;
    for (let i = 0; i < column.length; i++) total += column[i];
    return total;
  }
  function starts(sizes) {
    const places = new Int32Array(sizes.length + 1);
    for (let i = 0; i < sizes.length; i++) places[i + 1] = places[i] + sizes[i];
    return places;
  }
  function blocks(part, make) {
    const contents = /* @__PURE__ */ new Map();
    const requests = /* @__PURE__ */ new Map();
    return {
      /** @param {number} block */
      get: (block) => contents.get(block),
      /** @param {number} block */
      fetch(block) {
        let request = requests.get(block);
        if (!request) {
          request = unpacked(`${part}-${block}`).then((bytes) => {
            const content = make(bytes, block);
            contents.set(block, content);
            return content;
          });
          requests.set(block, request);
        }
        return request;
      }
    };
  }
  function makeParcelData() {
    const header = JSON.parse(packed(ELEMENT));
    let all = null;
    let sums = null;
    const countOf = (block) => Math.min(header.block, header.count - block * header.block);
    const outlines = blocks("shapes", (bytes, block) => {
      return readOutlines(
        bytes,
        /** @type {ParcelBoxes} */
        all,
        block * header.block,
        countOf(block)
      );
    });
    const facts = blocks("facts", (bytes, block) => {
      const read = reader(bytes);
      return header.columns.map((column) => read.column(countOf(block), column.values));
    });
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
      amounts: () => (
        /** @type {ParcelAmounts} */
        sums
      ),
      async unpackBoxes() {
        const [boxes, amounts] = await Promise.all([unpacked("boxes"), unpacked("amounts")]);
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
      blockWith: (i) => (
        /** @type {ParcelBlock} */
        outlines.get(Math.floor(i / header.block))
      ),
      /** The whole ledger, column by column; what codes stand for is in the columns. @returns {Promise<ParcelTable>} */
      async table() {
        const parts = [];
        for (let block = 0; block < this.blockCount; block++) parts.push(await facts.fetch(block));
        const columns = header.columns.map((column, place) => ({
          ...column,
          rows: parts.flatMap((part) => part[place])
        }));
        const labels = Object.fromEntries(header.statuses.map(({ code, label }) => [code, label]));
        const codes = Array.from(all ? all.status : [], (number) => {
          var _a;
          return ((_a = header.statuses[number - 1]) == null ? void 0 : _a.code) ?? null;
        });
        const status = { name: "status", label: header.status, values: null, labels, rows: codes };
        return { count: header.count, columns: [...columns, status] };
      },
      /**
       * What the ledger says of a parcel: plain values by column.
       * @param {number} i
       * @returns {Promise<ParcelRow>}
       */
      async row(i) {
        const columns = await facts.fetch(Math.floor(i / header.block));
        const row = {};
        header.columns.forEach((column, place) => {
          row[column.name] = columns[place][i % header.block];
        });
        const status = all && header.statuses[all.status[i] - 1];
        row.status = status ? status.code : null;
        return row;
      }
    };
  }
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

  // src/parcels/paints.js
  var NONE = "#8a857a";
  var OPACITY = 0.9;
  var NO_PATTERN = "dashed";
  function makePaints({ ink, paper, statuses }, tint) {
    const tones = [NONE, ...statuses.map(({ colour }) => colour)].map(tint);
    const patterns = [NO_PATTERN, ...statuses.map(({ pattern }) => pattern)];
    const pixels = tones.map((tone) => {
      const rgb = parseInt(tone.slice(1), 16);
      return (Math.round(255 * OPACITY) << 24 | (rgb & 255) << 16 | rgb & 65280 | rgb >> 16) >>> 0;
    });
    return { ink: tint(ink), paper: tint(paper), patterns, pixels };
  }

  // src/parcels/texts.js
  var TEXTS2 = {
    parcel: { zh: "地块", en: "Parcel" },
    zone: { zh: "所在片区", en: "Zone" },
    outside: { zh: "片区之外", en: "outside all zones" },
    nothing: { zh: "未填", en: "not stated" },
    drawn: { zh: "（图上面积）", en: " (as drawn)" },
    mu: { zh: "亩", en: "mu" },
    items: { zh: "宗", en: "parcels" },
    old: {
      zh: "此浏览器太旧，画不了地块图层（需要 Chrome/Edge 80、Firefox 113 或更新）。地图其余部分照常可用。",
      en: "This browser is too old for the parcel layer (Chrome or Edge 80, Firefox 113 or newer is needed). The rest of the map works."
    },
    failed: {
      zh: "地块图层没有画出来：这台电脑的内存可能不够。请关闭其他程序或网页后重新打开。地图其余部分照常可用。",
      en: "The parcel layer could not be drawn: this computer may not have the memory for it. Close other programs or tabs and open the page again. The rest of the map works."
    }
  };

  // src/parcels/facts.js
  var UNIT = /^(.+?)\s*[（(]([^（()）]+)[）)]$/;
  function plain(value) {
    return { zh: value, en: value };
  }
  function grouped(value) {
    const [whole2, decimals] = String(value).split(".");
    if (/e/.test(whole2)) return String(value);
    return whole2.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals ? `.${decimals}` : "");
  }
  function valueText(column, value) {
    if (value === null) return TEXTS2.nothing;
    if (typeof value !== "number") return column.labels[value] || plain(value);
    return plain(column.name === "zone_share" ? `${(100 * value).toFixed(1)}%` : grouped(value));
  }
  function fact(column, value) {
    const words = valueText(column, value);
    const zh = UNIT.exec(column.label.zh);
    const en = UNIT.exec(column.label.en);
    if (typeof value !== "number" || !zh || !en) return { label: column.label, value: words, sources: [] };
    return {
      label: { zh: zh[1], en: en[1] },
      value: { zh: `${words.zh} ${zh[2]}`, en: `${words.en} ${en[2]}` },
      sources: []
    };
  }
  function makeFacts(header, data) {
    function statusLabel(code) {
      const status = header.statuses.find((one) => one.code === code);
      return status ? status.label : TEXTS2.nothing;
    }
    function zoneName(id) {
      if (id === null || id === void 0) return TEXTS2.outside;
      const zone = data.subjects[`zone:${id}`];
      return zone ? zone.name : plain(String(id));
    }
    function areaText(row) {
      const stated = row.area_mu !== null && row.area_mu !== void 0;
      const value = stated ? row.area_mu : row.drawn_mu;
      if (value === null || value === void 0) return TEXTS2.nothing;
      const number = grouped(Number(value));
      return {
        zh: `${number} ${TEXTS2.mu.zh}${stated ? "" : TEXTS2.drawn.zh}`,
        en: `${number} ${TEXTS2.mu.en}${stated ? "" : TEXTS2.drawn.en}`
      };
    }
    function factsOf(row) {
      const columns = header.columns.filter(({ name }) => name !== "parcel_id");
      return columns.flatMap((column) => {
        const value = row[column.name];
        if (column.name === "zone_id") return [{ label: column.label, value: zoneName(value), sources: [] }];
        return value === null ? [] : [fact(column, value)];
      });
    }
    return {
      statusLabel,
      /**
       * The lines of the box beside a parcel under the pointer.
       * @param {ParcelRow} row
       */
      lines: (row) => [statusLabel(row.status), areaText(row), zoneName(row.zone_id)],
      /**
       * A parcel in the form of the page's subjects.
       * @param {ParcelRow} row @param {Shape} geometry
       * @returns {ParcelSubject}
       */
      subject(row, geometry2) {
        const id = row.parcel_id === null ? "" : String(row.parcel_id);
        const status = header.statuses.find((one) => one.code === row.status);
        const stated = { label: header.status, value: statusLabel(row.status), sources: [] };
        const zone = row.zone_id && data.subjects[`zone:${row.zone_id}`] ? `zone:${row.zone_id}` : null;
        return {
          kind: "parcel",
          name: plain(id),
          note: statusLabel(row.status),
          colour: status ? status.colour : NONE,
          search: id.toLowerCase(),
          facts: [stated, ...factsOf(row)],
          attributes: row,
          geometry: geometry2,
          links: zone ? [{ title: TEXTS2.zone, items: [{ key: zone }] }] : []
        };
      }
    };
  }

  // src/parcels/grid.js
  var WORLD = 36e7;
  var TILE_PX = 256;
  var CELLS = 10;
  var DOT_PX = 3;
  var SIGN_PX = 5;
  var SHAPE_PX = 8;
  var CROWD = (TILE_PX / CELLS / SIGN_PX) ** 2 / 2;
  var MOST_SAMPLES = 2048;
  function cellKey(column, row, zoom) {
    return row * CELLS * 2 ** zoom + column;
  }
  var finesse = (zoom) => CELLS * 2 ** zoom / WORLD;
  function cellOf(x, y, zoom) {
    const fine = finesse(zoom);
    return { column: Math.floor((x + WORLD / 2) * fine), row: Math.floor((WORLD / 2 - y) * fine) };
  }
  function sumCells(all, amounts, width, zoom, isShown) {
    const cells = {
      zoom,
      width,
      places: /* @__PURE__ */ new Map(),
      columns: [],
      rows: [],
      counts: [],
      amounts: [],
      firsts: [],
      most: 0
    };
    for (let i = 0; i < all.count; i++) {
      if (!isShown(i)) continue;
      const { column, row } = cellOf((all.west[i] + all.east[i]) / 2, (all.south[i] + all.north[i]) / 2, zoom);
      const key = cellKey(column, row, zoom);
      let at = cells.places.get(key);
      if (at === void 0) {
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
  function sumOf(values, at, width) {
    let sum2 = 0;
    for (let status = 0; status < width; status++) sum2 += values[at * width + status];
    return sum2;
  }
  function cellAt(cells, column, row) {
    return cells.places.get(cellKey(column, row, cells.zoom));
  }
  function densest(cells) {
    let best = -1;
    let most = 0;
    for (let at = 0; at < cells.firsts.length; at++) {
      let around = 0;
      for (const down of [-1, 0, 1]) {
        for (const along of [-1, 0, 1]) {
          const other = cellAt(cells, cells.columns[at] + along, cells.rows[at] + down);
          if (other !== void 0) around += sumOf(cells.counts, other, cells.width);
        }
      }
      if (around > most) {
        most = around;
        best = at;
      }
    }
    return best;
  }
  function makeModes(all) {
    const extents = [];
    for (let i = 0; i < all.count; i += Math.ceil(all.count / MOST_SAMPLES)) {
      extents.push(Math.max(all.east[i] - all.west[i], all.north[i] - all.south[i]));
    }
    const typical = extents.sort((a, b) => a - b)[Math.floor(extents.length / 2)] || 0;
    let roomy = Infinity;
    let crowded = -Infinity;
    function isRoomy(zoom) {
      const cells = /* @__PURE__ */ new Set();
      for (let i = 0; i < all.count; i++) {
        const { column, row } = cellOf(all.west[i], all.north[i], zoom);
        cells.add(cellKey(column, row, zoom));
        if (cells.size * CROWD >= all.count) return true;
      }
      return all.count === 0;
    }
    const size = (zoom) => typical * TILE_PX * 2 ** zoom / WORLD;
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
      }
    };
  }

  // src/search/find.js
  function folded(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  // src/parcels/look_up.js
  var PLAIN = /^[ -~]*$/;
  function fold(id) {
    return PLAIN.test(id) ? id.toLowerCase() : folded(id);
  }
  async function placeOf(data, id) {
    for (let block = 0; id !== null && block < data.blockCount; block++) {
      const at = (await data.ids.fetch(block)).indexOf(id);
      if (at >= 0) return block * data.header.block + at;
    }
    return -1;
  }
  async function search(data, query, most, stop, note) {
    const all = data.boxes();
    let hits = [];
    for (let block = 0; all && block < data.blockCount; block++) {
      const numbers = await data.ids.fetch(block);
      if (stop()) return null;
      numbers.forEach((value, n) => {
        const id = value === null ? "" : String(value);
        const at = value === null ? -1 : fold(id).indexOf(query);
        if (at >= 0) hits.push({ id, begins: at === 0, note: note(all.status[block * data.header.block + n]) });
      });
      hits = hits.sort(order).slice(0, most);
    }
    return hits;
  }
  function order(a, b) {
    return Number(b.begins) - Number(a.begins) || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
  }

  // src/parcels/pick.js
  var NEAR_PX = 4;
  async function pick(data, latlng, zoom, isShown) {
    const all = data.boxes();
    if (!all) return -1;
    const x = latlng.lng * 1e6;
    const y = mercator(latlng.lat * 1e6);
    const pixel = WORLD / (TILE_PX * 2 ** zoom);
    const reach = NEAR_PX * pixel;
    const around = near(all, x, y, reach).filter(isShown);
    const blocks2 = new Set(around.map(data.blockOf));
    await Promise.all([...blocks2].map((block) => data.outlines.fetch(block)));
    let best = -1;
    let least = Infinity;
    for (const i of around) {
      const size = (all.east[i] - all.west[i]) * (all.north[i] - all.south[i]);
      if (size < least && inside(data.blockWith(i), i, x, y)) {
        best = i;
        least = size;
      }
    }
    if (best >= 0) return best;
    for (const i of around) {
      if (Math.max(all.east[i] - all.west[i], all.north[i] - all.south[i]) >= SIGN_PX * pixel) continue;
      const away = Math.hypot((all.west[i] + all.east[i]) / 2 - x, (all.south[i] + all.north[i]) / 2 - y);
      if (away < least && away <= reach) {
        best = i;
        least = away;
      }
    }
    return best;
  }
  function near(all, x, y, reach) {
    const nearby = [];
    for (const run of all.runs) {
      if (x < run.west - reach || x > run.east + reach || y < run.south - reach || y > run.north + reach) continue;
      for (let i = run.from; i < run.to; i++) {
        const across = x >= all.west[i] - reach && x <= all.east[i] + reach;
        if (across && y >= all.south[i] - reach && y <= all.north[i] + reach) nearby.push(i);
      }
    }
    return nearby;
  }
  function inside({ from, ringFrom, pointFrom, x: xs, up }, i, x, y) {
    let odd = false;
    for (let ring = ringFrom[i - from]; ring < ringFrom[i - from + 1]; ring++) {
      const end = pointFrom[ring + 1];
      for (let p = pointFrom[ring], q = end - 1; p < end; q = p++) {
        if (up[p] > y === up[q] > y) continue;
        if (x < (xs[q] - xs[p]) * (y - up[p]) / (up[q] - up[p]) + xs[p]) odd = !odd;
      }
    }
    return odd;
  }
  function latlngs(block, i) {
    const parcel = i - block.from;
    const parts = [];
    let part = 0;
    for (let before = 0; before < parcel; before++) part += block.partsOf[before];
    for (let ring = block.ringFrom[parcel]; ring < block.ringFrom[parcel + 1]; part++) {
      const rings = [];
      for (let more = block.ringsOf[part]; more > 0; more--, ring++) {
        const places = [];
        for (let p = block.pointFrom[ring]; p < block.pointFrom[ring + 1]; p++) {
          places.push([block.y[p] / 1e6, block.x[p] / 1e6]);
        }
        rings.push(places);
      }
      parts.push(rings);
    }
    return parts;
  }
  function geometry(block, i) {
    const parts = latlngs(block, i).map(
      (rings) => rings.map((ring) => [...ring, ring[0]].map(([latitude, longitude]) => [longitude, latitude]))
    );
    if (parts.length > 1) return { type: "MultiPolygon", coordinates: parts };
    return { type: "Polygon", coordinates: parts[0] };
  }

  // src/parcels/signs.js
  var HATCH_PX = 6;
  var HATCH_LINE_PX = 1.5;
  var LINE_PX = 1.1;
  var THIN_PX = 0.7;
  var GAP_PX = 0.7;
  var GROUND_OPACITY = 0.85;
  var DASH = [2, 1.6];
  var hatches = /* @__PURE__ */ new Map();
  function hatchOf(ink, ratio) {
    const key = `${ink} ${ratio}`;
    let tile = hatches.get(key);
    if (!tile) {
      tile = document.createElement("canvas");
      tile.width = HATCH_PX * ratio;
      tile.height = HATCH_PX * ratio;
      const pen = (
        /** @type {CanvasRenderingContext2D} */
        tile.getContext("2d")
      );
      pen.strokeStyle = ink;
      pen.lineWidth = HATCH_LINE_PX * ratio;
      pen.beginPath();
      for (const step of [-1, 0, 1]) {
        pen.moveTo((step - 0.5) * tile.width, 1.5 * tile.width);
        pen.lineTo((step + 1.5) * tile.width, -0.5 * tile.width);
      }
      pen.stroke();
      hatches.set(key, tile);
    }
    return tile;
  }
  function fillPath(pen, pattern, { ink, paper }, { ratio, left, top }, isLarge) {
    if (pattern === "solid") {
      pen.fillStyle = ink;
      pen.fill();
      if (isLarge) line(pen, paper, GAP_PX * ratio);
      return;
    }
    pen.globalAlpha = GROUND_OPACITY;
    pen.fillStyle = paper;
    pen.fill();
    pen.globalAlpha = 1;
    const hatch = pattern === "hatch" ? pen.createPattern(hatchOf(ink, ratio), "repeat") : null;
    if (hatch) {
      const step = HATCH_PX * ratio;
      pen.save();
      pen.translate(-((left % step + step) % step), -((top % step + step) % step));
      pen.fillStyle = hatch;
      pen.fill();
      pen.restore();
    }
    if (pattern === "dashed") pen.setLineDash(DASH.map((length) => length * ratio));
    line(pen, ink, (isLarge ? LINE_PX : THIN_PX) * ratio);
    pen.setLineDash([]);
  }
  function line(pen, colour, width) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  }
  function drawSign(pen, pattern, { ink, paper }, x, y, side, ratio) {
    const half = side / 2;
    const [left, top] = [Math.round(x - half), Math.round(y - half)];
    pen.fillStyle = paper;
    pen.fillRect(left - ratio / 2, top - ratio / 2, side + ratio, side + ratio);
    pen.fillStyle = ink;
    if (pattern === "solid") {
      pen.fillRect(left, top, side, side);
      return;
    }
    pen.strokeStyle = ink;
    pen.lineWidth = ratio;
    if (pattern === "dashed") pen.setLineDash(DASH.map((length) => length * ratio));
    pen.beginPath();
    pen.rect(left + ratio / 2, top + ratio / 2, side - ratio, side - ratio);
    if (pattern === "hatch") {
      pen.moveTo(left, top + side);
      pen.lineTo(left + side, top);
    }
    pen.stroke();
    pen.setLineDash([]);
  }

  // src/parcels/sums.js
  var CELL_SHARE = 0.88;
  var LEAST_PX = 3;
  function paintSums(pen, cells, paints, frame, width, height) {
    const side = WORLD * frame.scale / (CELLS * 2 ** cells.zoom);
    const left = frame.left + WORLD / 2 * frame.scale;
    const top = frame.top + WORLD / 2 * frame.scale;
    for (let row = Math.floor(top / side); row * side < top + height; row++) {
      for (let column = Math.floor(left / side); column * side < left + width; column++) {
        const cell = cellAt(cells, column, row);
        if (cell === void 0) continue;
        paintSum(pen, cells, cell, paints, frame, (column + 0.5) * side - left, (row + 0.5) * side - top, side);
      }
    }
  }
  function paintSum(pen, { amounts, width, most }, cell, paints, frame, x, y, side) {
    const whole2 = sumOf(amounts, cell, width);
    if (!whole2) return;
    const square = Math.max(LEAST_PX * frame.ratio, side * CELL_SHARE * Math.sqrt(whole2 / most));
    let bottom = y + square / 2;
    for (let status = width - 1; status >= 0; status--) {
      const high = square * amounts[cell * width + status] / whole2;
      if (!high) continue;
      pen.beginPath();
      pen.rect(x - square / 2, bottom - high, square, high);
      fillPath(pen, paints.patterns[status], paints, frame, true);
      bottom -= high;
    }
    pen.strokeStyle = paints.ink;
    pen.lineWidth = frame.ratio;
    pen.strokeRect(x - square / 2, y - square / 2, square, square);
  }

  // src/parcels/tile_job.js
  var LARGE_PX = 12;
  var LEAST_STEP_PX = 0.7;
  var SHAPES_A_PATH = 200;
  var PARCELS_A_STEP = 8192;
  var MARGIN_PX = SIGN_PX;
  function frameOfTile(coords, width, ratio) {
    const scale = width * 2 ** coords.z / WORLD;
    return {
      scale,
      left: coords.x * width - WORLD / 2 * scale,
      top: coords.y * width - WORLD / 2 * scale,
      ratio
    };
  }
  function makeTileJob(data, look, canvas, frame, calls) {
    const all = (
      /** @type {ParcelBoxes} */
      data.boxes()
    );
    const { paints, isShown, mode, cells } = look;
    const { width, height } = canvas;
    const { scale, left, top, ratio } = frame;
    const margin = MARGIN_PX * ratio;
    const west = (left - margin) / scale;
    const east = (left + width + margin) / scale;
    const north = -(top - margin) / scale;
    const south = -(top + height + margin) / scale;
    const pen = (
      /** @type {CanvasRenderingContext2D} */
      canvas.getContext("2d")
    );
    const large = paints.patterns.map(() => []);
    const signs = [];
    const missingBlocks = /* @__PURE__ */ new Set();
    const here = (box) => box.west <= east && box.east >= west && box.south <= north && box.north >= south;
    const runs = mode === "grid" ? [] : all.runs.filter(here);
    const least = (mode === "signs" ? SIGN_PX : DOT_PX) * ratio;
    let image = null;
    let dots = new Uint32Array(0);
    let run = 0;
    let at = runs.length ? runs[0].from : 0;
    let status = 0;
    let shape = 0;
    let sorted = false;
    function extent(i) {
      return Math.max(all.east[i] - all.west[i], all.north[i] - all.south[i]) * scale;
    }
    function dot(i) {
      if (!image) {
        image = pen.createImageData(width, height);
        dots = new Uint32Array(image.data.buffer);
      }
      const x = Math.floor(all.west[i] * scale - left);
      const y = Math.floor(-all.north[i] * scale - top);
      const right = Math.min(width, Math.max(x + 1, Math.round(all.east[i] * scale - left)));
      const bottom = Math.min(height, Math.max(y + 1, Math.round(-all.south[i] * scale - top)));
      const pixel = paints.pixels[all.status[i]];
      for (let row = Math.max(y, 0); row < bottom; row++) {
        for (let column = Math.max(x, 0); column < right; column++) dots[row * width + column] = pixel;
      }
    }
    function place(i) {
      if (all.west[i] > east || all.east[i] < west || all.south[i] > north || all.north[i] < south) return;
      if (!isShown(i)) return;
      if (extent(i) < least) {
        if (mode === "signs") signs.push(i);
        else dot(i);
        return;
      }
      large[all.status[i]].push(i);
      const block = data.blockOf(i);
      if (!data.outlines.get(block)) missingBlocks.add(block);
    }
    function sort() {
      for (let steps = 0; run < runs.length; at = ++run < runs.length ? runs[run].from : 0) {
        for (; at < runs[run].to; at++) {
          if (++steps > PARCELS_A_STEP) return false;
          place(at);
        }
      }
      if (image) pen.putImageData(image, 0, 0);
      image = null;
      dots = new Uint32Array(0);
      return true;
    }
    function trace(i) {
      const block = data.blockWith(i);
      const parcel = i - block.from;
      for (let ring = block.ringFrom[parcel]; ring < block.ringFrom[parcel + 1]; ring++) {
        let lastX = Infinity;
        let lastY = Infinity;
        for (let p = block.pointFrom[ring]; p < block.pointFrom[ring + 1]; p++) {
          const x = block.x[p] * scale - left;
          const y = -block.up[p] * scale - top;
          if (lastX === Infinity) pen.moveTo(x, y);
          else if (Math.abs(x - lastX) + Math.abs(y - lastY) < LEAST_STEP_PX) continue;
          else pen.lineTo(x, y);
          lastX = x;
          lastY = y;
        }
        pen.closePath();
      }
    }
    function paint() {
      const list = large[status];
      const end = Math.min(shape + SHAPES_A_PATH, list.length);
      if (shape < list.length) {
        let largest = 0;
        pen.beginPath();
        for (; shape < end; shape++) {
          trace(list[shape]);
          largest = Math.max(largest, extent(list[shape]));
        }
        fillPath(pen, paints.patterns[status], paints, frame, largest >= LARGE_PX * ratio);
      }
      if (shape >= list.length) {
        status++;
        shape = 0;
      }
      return status >= large.length;
    }
    function paintSigns() {
      for (const i of signs) {
        const x = (all.west[i] + all.east[i]) / 2 * scale - left;
        const y = -(all.south[i] + all.north[i]) / 2 * scale - top;
        drawSign(pen, paints.patterns[all.status[i]], paints, x, y, SIGN_PX * ratio, ratio);
      }
    }
    const job = {
      dropped: false,
      step() {
        if (!sorted) {
          sorted = sort();
          if (!sorted) return false;
          if (missingBlocks.size) {
            const coming = Promise.all([...missingBlocks].map((block) => data.outlines.fetch(block)));
            coming.then(() => calls.again(job)).catch(calls.failed);
            return true;
          }
        }
        if (!paint()) return false;
        paintSigns();
        if (cells) paintSums(pen, cells, paints, frame, width, height);
        calls.done();
        return true;
      }
    };
    return job;
  }

  // src/parcels/tile_queue.js
  var BUSY_MS = 9;
  var IDLE_MS = 24;
  function makeTileQueue(map) {
    let jobs = [];
    let pumping = false;
    let moving = false;
    map.on("movestart zoomstart", () => {
      moving = true;
    });
    map.on("moveend zoomend", () => {
      moving = false;
    });
    function pump() {
      const end = performance.now() + (moving ? BUSY_MS : IDLE_MS);
      while (jobs.length && performance.now() < end) {
        const job = jobs[0];
        if (job.dropped || job.step()) jobs.splice(jobs.indexOf(job), 1);
      }
      pumping = jobs.length > 0;
      if (pumping) requestAnimationFrame(pump);
    }
    return {
      /** @param {Job} job */
      add(job) {
        jobs.push(job);
        if (pumping) return;
        pumping = true;
        requestAnimationFrame(pump);
      },
      /** Draws all that is asked for at once: paper does not wait for the next frame. */
      finish() {
        for (const job of jobs) while (!job.dropped && !job.step()) ;
        jobs = [];
      },
      clear() {
        jobs = [];
      },
      isMoving: () => moving
    };
  }

  // src/parcels/tiles.js
  var GROUND_Z = 250;
  var PARCELS_Z = 415;
  var MARKS_Z = 418;
  var SETTLE_MS = 8e3;
  var LOOK_AGAIN_MS = 40;
  var PANE = "yz-parcel-tiles";
  var GROUND_PANE = "yz-parcel-ground";
  var MARKS_PANE = "yz-parcel-marks";
  function makeTiles(map, data, scenes, failed) {
    const queue = makeTileQueue(map);
    let paints = makePaints(data.header, (colour) => colour);
    const jobs = /* @__PURE__ */ new WeakMap();
    const setView = L.GridLayer.prototype._setView;
    const Tiles = (
      /** @type {new (options: L.GridLayerOptions) => L.GridLayer} */
      /** @type {unknown} */
      L.GridLayer.extend({
        /** Leaflet has tiles at whole zooms, and stretches them between: signs and hatches would be blurred. */
        /** @this {Exact} @param {L.LatLng} center @param {number} zoom @param {boolean} noPrune @param {boolean} noUpdate */
        _setView(center, zoom, noPrune, noUpdate) {
          this._exact = zoom;
          setView.call(this, center, zoom, noPrune, noUpdate);
        },
        /** @this {Exact} */
        _clampZoom() {
          return this._exact;
        },
        /** @this {L.GridLayer} @param {L.Coords} coords @param {(error: null, tile: HTMLElement) => void} done */
        createTile(coords, done) {
          const canvas = document.createElement("canvas");
          const size = this.getTileSize();
          const ratio = window.devicePixelRatio > 1 ? 2 : 1;
          canvas.width = size.x * ratio;
          canvas.height = size.y * ratio;
          if (data.boxes()) {
            const finished = () => {
              canvas.dataset.drawn = "";
              done(null, canvas);
            };
            const calls = { done: finished, again: queue.add, failed };
            const look = { paints, ...scenes.at(coords.z) };
            const job = makeTileJob(data, look, canvas, frameOfTile(coords, canvas.width, ratio), calls);
            jobs.set(canvas, job);
            queue.add(job);
          } else setTimeout(() => done(null, canvas));
          return canvas;
        }
      })
    );
    for (
      const [name, height] of
      /** @type {[string, number][]} */
      [
        [PANE, PARCELS_Z],
        [GROUND_PANE, GROUND_Z],
        [MARKS_PANE, MARKS_Z]
      ]
    ) {
      map.createPane(name).style.cssText = `z-index:${height};pointer-events:none`;
    }
    const layer = new Tiles({ pane: PANE, updateWhenZooming: false, keepBuffer: 1, noWrap: true, className: PANE });
    layer.on("tileunload", (event) => {
      const job = jobs.get(event.tile);
      if (job) job.dropped = true;
    });
    return {
      layer,
      isMoving: queue.isMoving,
      finish: queue.finish,
      clear: queue.clear,
      paints: () => paints,
      redraw() {
        if (map.hasLayer(layer)) layer.redraw();
      },
      /**
       * The same statuses on a ground of another lightness.
       * @param {(colour: string) => string} tint
       */
      recolour(tint) {
        const before = paints.ink;
        paints = makePaints(data.header, tint);
        if (before !== paints.ink && map.hasLayer(layer)) layer.redraw();
      },
      /** A promise that all tiles are drawn, also those whose outlines have to be unpacked first. */
      settled() {
        const until = performance.now() + SETTLE_MS;
        return new Promise((resolve) => {
          (function look() {
            if (layer.isLoading() && performance.now() < until) setTimeout(look, LOOK_AGAIN_MS);
            else resolve(null);
          })();
        });
      },
      /**
       * Shapes that are ground, such as the district, go below the parcels; all others stay above.
       * @param {L.GeoJSON} shapes
       */
      beneath(shapes) {
        shapes.eachLayer((shape) => {
          shape.options.pane = GROUND_PANE;
        });
        if (map.hasLayer(shapes)) map.removeLayer(shapes).addLayer(shapes);
      }
    };
  }

  // src/parcels/pointer.js
  var SYMBOL_PX = 64;
  var NEARER = 2;
  var CONTROLS = ".leaflet-control, .leaflet-popup";
  function covers(target) {
    if (!(target instanceof Element)) return false;
    const thing = target.closest(".leaflet-interactive");
    if (!thing) return target.closest(CONTROLS) !== null;
    const box = thing.getBoundingClientRect();
    return thing.matches(".leaflet-marker-icon") || box.width < SYMBOL_PX && box.height < SYMBOL_PX;
  }
  function makePointer(map, data, scenes, tiles, { content, summed, choose, failed }) {
    const container = map.getContainer();
    const mark = L.layerGroup();
    const tip = L.tooltip({ className: "yz-parcel-tip", direction: "top", offset: [0, -6], opacity: 1 });
    let hovered = -1;
    let picked = -1;
    let listening = true;
    let passing = false;
    let pointer = null;
    function outline(i, weight) {
      const color = tiles.paints().ink;
      const style = { interactive: false, fill: false, color, className: "ring", weight, pane: MARKS_PANE };
      return L.polygon(latlngs(data.blockWith(i), i), style);
    }
    function highlight() {
      mark.clearLayers();
      if (picked >= 0) mark.addLayer(outline(picked, 3.5));
      if (hovered >= 0 && hovered !== picked) mark.addLayer(outline(hovered, 1.5));
      if (!map.hasLayer(mark)) mark.addTo(map);
    }
    function pickOut(i) {
      picked = i;
      highlight();
    }
    async function at(latlng) {
      if (!map.hasLayer(tiles.layer)) return null;
      const zoom = Math.round(map.getZoom());
      const { mode, cells } = scenes.at(map.getZoom());
      if (mode !== "grid" || !cells) {
        const parcel = await pick(data, latlng, map.getZoom(), scenes.isShown);
        return parcel < 0 ? null : { parcel, cell: -1 };
      }
      const cell = scenes.cell(latlng.lng * 1e6, mercator(latlng.lat * 1e6), zoom);
      if (cell === void 0) return null;
      if (sumOf(cells.counts, cell, cells.width) > 1) return { parcel: -1, cell };
      await data.outlines.fetch(data.blockOf(cells.firsts[cell]));
      return { parcel: cells.firsts[cell], cell: -1 };
    }
    function approach(latlng) {
      map.setView(latlng, Math.min(map.getZoom() + NEARER, map.getMaxZoom()));
    }
    function quiet() {
      if (hovered >= 0) {
        hovered = -1;
        highlight();
      }
      container.classList.remove("yz-over-parcel");
      if (map.hasLayer(tip)) map.removeLayer(tip);
    }
    async function tell({ parcel, cell }) {
      const isOther = parcel !== hovered;
      hovered = parcel;
      if (isOther) highlight();
      if (cell >= 0) tip.setContent(summed(cell, Math.round(map.getZoom())));
      else if (isOther) {
        const row = await data.row(parcel);
        if (hovered !== parcel) return false;
        tip.setContent(content(row));
      }
      return true;
    }
    async function hover() {
      const event = pointer;
      pointer = null;
      if (!event || tiles.isMoving()) return;
      const latlng = map.mouseEventToLatLng(event);
      const found = await at(latlng);
      if (pointer) return;
      if (!found || covers(event.target)) {
        quiet();
        return;
      }
      if (!await tell(found)) return;
      container.classList.add("yz-over-parcel");
      tip.setLatLng(latlng);
      if (!map.hasLayer(tip)) tip.addTo(map);
    }
    function isOurs(event) {
      var _a;
      if (passing || !listening || !data.boxes() || !map.hasLayer(tiles.layer)) return false;
      if ((_a = map.dragging) == null ? void 0 : _a.moved()) return false;
      return !(event.target instanceof Element && event.target.closest(CONTROLS));
    }
    async function click(event) {
      const { target } = event;
      const latlng = map.mouseEventToLatLng(event);
      const found = await at(latlng);
      if (found && !covers(target)) {
        if (found.parcel >= 0) choose(found.parcel);
        else approach(latlng);
        return;
      }
      pickOut(-1);
      passing = true;
      if (target) target.dispatchEvent(new MouseEvent("click", event));
      passing = false;
    }
    container.addEventListener("mousemove", (event) => {
      if (!listening || !data.boxes()) return;
      if (!pointer) requestAnimationFrame(() => hover().catch(failed));
      pointer = event;
    });
    container.addEventListener("mouseleave", () => {
      pointer = null;
      quiet();
    });
    container.addEventListener(
      "click",
      (event) => {
        if (!isOurs(event)) return;
        event.stopPropagation();
        click(event).catch(failed);
      },
      true
    );
    window.addEventListener("hashchange", () => {
      if (picked >= 0 && !/[#&]parcel=/.test(location.hash)) pickOut(-1);
    });
    return {
      pickOut,
      /** @param {boolean} on */
      listen(on) {
        listening = on;
        if (!on) quiet();
      }
    };
  }

  // src/parcels/scenes.js
  var RECOVERED = "recovered";
  var MOST_KEPT = 8;
  function makeScenes(data) {
    const { statuses, years } = data.header;
    const recovered = statuses.findIndex(({ code }) => code === RECOVERED) + 1;
    let choice = { hidden: [], until: null };
    let isShown = () => true;
    let modes = null;
    const kept = /* @__PURE__ */ new Map();
    const boxes = () => (
      /** @type {ParcelBoxes} */
      data.boxes()
    );
    const getModes = () => modes = modes || makeModes(boxes());
    function cells(zoom) {
      let sums = kept.get(zoom);
      if (!sums) {
        if (kept.size >= MOST_KEPT) kept.clear();
        sums = sumCells(boxes(), data.amounts().area, statuses.length + 1, zoom, isShown);
        kept.set(zoom, sums);
      }
      return sums;
    }
    function filter() {
      const off = [choice.hidden.includes(""), ...statuses.map(({ code }) => choice.hidden.includes(code))];
      const { until } = choice;
      if (until === null) return off.includes(true) ? (i) => !off[boxes().status[i]] : () => true;
      const isPast = [false, ...years.map((year) => year <= until)];
      return (i) => boxes().status[i] === recovered && !off[recovered] && isPast[data.amounts().year[i]];
    }
    return {
      isShown: (i) => isShown(i),
      /** @param {ParcelChoice} next @returns {boolean} whether anything is different */
      choose(next) {
        if (next.until === choice.until && next.hidden.join() === choice.hidden.join()) return false;
        choice = next;
        isShown = filter();
        kept.clear();
        return true;
      },
      /** How parcels look at a zoom; cells are those of the nearest whole one. @param {number} zoom */
      at(zoom) {
        const mode = getModes().mode(zoom);
        return { mode, cells: mode === "grid" ? cells(Math.round(zoom)) : null, isShown };
      },
      cells,
      /** @param {number} zoom of the map */
      size: (zoom) => getModes().size(zoom),
      /** The cell at a place, its index among the sums; undefined where it is empty. @param {number} x @param {number} y @param {number} zoom of tiles */
      cell(x, y, zoom) {
        const { column, row } = cellOf(x, y, zoom);
        return cellAt(cells(zoom), column, row);
      },
      /** The middle of the place with most parcels in micro-degrees of web Mercator. @param {number} zoom of tiles */
      densest(zoom) {
        const sums = cells(zoom);
        const best = densest(sums);
        if (best < 0) return null;
        const side = WORLD / (CELLS * 2 ** zoom);
        return { x: (sums.columns[best] + 0.5) * side - WORLD / 2, y: WORLD / 2 - (sums.rows[best] + 0.5) * side };
      },
      /** How many parcels are shown, how much land they are, and how many recovered ones have no year. */
      tally() {
        const { count, status } = boxes();
        const { area, year } = data.amounts();
        const told = { count: 0, amount: 0, undated: 0 };
        for (let i = 0; i < count; i++) {
          if (status[i] === recovered && !year[i]) told.undated += 1;
          if (!isShown(i)) continue;
          told.count += 1;
          told.amount += area[i];
        }
        return told;
      },
      /** Pixels of a cell's side on the map. @param {number} zoom of the map */
      side: (zoom) => TILE_PX / CELLS * 2 ** (zoom - Math.round(zoom))
    };
  }

  // src/parcels/parcels.js
  function makeParcels(map, pageData, text, open) {
    const data = makeParcelData();
    const { header } = data;
    const facts = makeFacts(header, pageData);
    const notice = new L.Control({ position: "bottomleft" });
    let isTold = false;
    pageData.kinds.parcel = TEXTS2.parcel;
    const scenes = makeScenes(data);
    const tiles = makeTiles(map, data, scenes, failed);
    const calls = { content, summed, choose: (i) => void choose(i).catch(failed), failed };
    const pointer = makePointer(map, data, scenes, tiles, calls);
    const mu = (amount) => Math.round(amount) * header.amount_unit;
    let painting = null;
    function element(tag, words, classes) {
      const node = document.createElement(tag);
      node.textContent = words;
      if (classes) node.className = classes;
      return node;
    }
    function content(row) {
      const box = document.createElement("div");
      box.appendChild(element("b", String(row.parcel_id === null ? "" : row.parcel_id)));
      for (const line2 of facts.lines(row)) box.appendChild(element("div", text(line2)));
      return box;
    }
    function summed(cell, zoom) {
      var _a;
      const { counts, amounts, width } = scenes.cells(zoom);
      const box = document.createElement("div");
      box.appendChild(element("b", `${grouped(sumOf(counts, cell, width))} ${text(TEXTS2.items)}`));
      for (let status = width - 1; status >= 0; status--) {
        const count = counts[cell * width + status];
        if (!count) continue;
        const label = text(((_a = header.statuses[status - 1]) == null ? void 0 : _a.label) || TEXTS2.nothing);
        const land = `${grouped(Math.round(mu(amounts[cell * width + status])))} ${text(TEXTS2.mu)}`;
        box.appendChild(element("div", `${label} ${grouped(count)} ${text(TEXTS2.items)} · ${land}`));
      }
      return box;
    }
    async function subject(i) {
      const row = await data.row(i);
      await data.outlines.fetch(data.blockOf(i));
      return facts.subject(row, geometry(data.blockWith(i), i));
    }
    async function choose(i) {
      const chosen = await subject(i);
      pointer.pickOut(i);
      open(`parcel:${chosen.attributes.parcel_id}`, chosen);
    }
    async function select(id) {
      await ready;
      pointer.pickOut(-1);
      const i = data.boxes() ? await placeOf(data, id) : -1;
      if (i < 0) return null;
      await data.outlines.fetch(data.blockOf(i));
      map.fitBounds(L.latLngBounds(latlngs(data.blockWith(i), i).flat(2)), { maxZoom: 17, padding: [60, 60] });
      pointer.pickOut(i);
      return subject(i);
    }
    async function searched(query, most, stop) {
      await ready;
      try {
        return await search(data, query, most, stop, (code) => {
          var _a;
          return ((_a = header.statuses[code - 1]) == null ? void 0 : _a.label) || TEXTS2.nothing;
        });
      } catch (error) {
        failed(error);
        return null;
      }
    }
    function statuses() {
      const none = header.count - header.statuses.reduce((sum2, { count }) => sum2 + count, 0);
      const told = header.statuses.map(({ code, label, pattern, count }) => ({ code, label, pattern, count }));
      return none ? [{ code: "", label: TEXTS2.nothing, pattern: NO_PATTERN, count: none }, ...told] : told;
    }
    function paint(canvas, at, zoom, ratio) {
      if (painting) painting.dropped = true;
      if (!data.boxes()) return;
      const scale = TILE_PX * 2 ** zoom * ratio / WORLD;
      const left = at.lng * 1e6 * scale - canvas.width / 2;
      const top = -mercator(at.lat * 1e6) * scale - canvas.height / 2;
      const look = { paints: tiles.paints(), ...scenes.at(zoom) };
      function finish(job) {
        while (!job.dropped && !job.step()) ;
      }
      painting = makeTileJob(data, look, canvas, { scale, left, top, ratio }, { done() {
      }, again: finish, failed });
      finish(painting);
    }
    function tell(message) {
      if (isTold) return;
      isTold = true;
      notice.onAdd = () => {
        const box = element("div", text(message), "yz-parcel-notice");
        box.setAttribute("role", "status");
        return box;
      };
      notice.addTo(map);
    }
    function failed(error) {
      tiles.clear();
      tell(TEXTS2.failed);
      if (!(error instanceof RangeError || error instanceof DOMException)) throw error;
    }
    async function start() {
      if (!window.DecompressionStream) {
        tell(TEXTS2.old);
        return;
      }
      await data.unpackBoxes();
      tiles.redraw();
    }
    const ready = start().catch(failed);
    return {
      layer: tiles.layer,
      columns: [...header.columns, { name: "status", label: header.status }],
      ready,
      statuses: statuses(),
      undrawn: header.undrawn,
      years: header.years,
      show(choice) {
        if (scenes.choose(choice)) tiles.redraw();
      },
      scene(zoom) {
        if (!data.boxes()) return null;
        return { mode: scenes.at(zoom).mode, size: scenes.size(zoom), cell: scenes.side(zoom) };
      },
      tally() {
        if (!data.boxes()) return { count: 0, mu: 0, undated: 0 };
        const { count, amount, undated } = scenes.tally();
        return { count, mu: mu(amount), undated };
      },
      sums(zoom) {
        const { amounts, width } = scenes.cells(Math.round(zoom));
        const of = header.statuses.map(({ code }, number) => {
          return [code, mu(amounts.reduce((sum2, amount, at) => sum2 + (at % width === number + 1 ? amount : 0), 0))];
        });
        return Object.fromEntries(of);
      },
      densest(zoom) {
        const place = data.boxes() && scenes.densest(Math.round(zoom));
        return place ? L.latLng(unmercator(place.y) / 1e6, place.x / 1e6) : null;
      },
      paint,
      subject,
      select,
      search: searched,
      async table() {
        await ready;
        return data.boxes() ? data.table() : null;
      },
      choose,
      beneath: tiles.beneath,
      recolour: tiles.recolour,
      finish: tiles.finish,
      settled: tiles.settled,
      listen: pointer.listen
    };
  }

  // src/parcels/main.js
  window.yzParcels = makeParcels;
})();
