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
    return { unsigned, signed, steps, column };
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
      async unpackBoxes() {
        all = readBoxes(reader(await unpacked("boxes")), header);
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
  var OPACITY = 0.82;
  function makePaints(statuses, tint) {
    const colours = [NONE, ...statuses.map(tint)];
    const pixels = colours.map((colour) => {
      const rgb = parseInt(colour.slice(1), 16);
      return (Math.round(255 * OPACITY) << 24 | (rgb & 255) << 16 | rgb & 65280 | rgb >> 16) >>> 0;
    });
    return { colours, pixels };
  }

  // src/parcels/texts.js
  var TEXTS2 = {
    parcel: { zh: "地块", en: "Parcel" },
    zone: { zh: "所在片区", en: "Zone" },
    outside: { zh: "片区之外", en: "outside all zones" },
    nothing: { zh: "未填", en: "not stated" },
    drawn: { zh: "（图上面积）", en: " (as drawn)" },
    mu: { zh: "亩", en: "mu" },
    colon: { zh: "：", en: ": " },
    undrawn: { zh: "个地块没有图形，未画出", en: "parcels have no shape and are not drawn" },
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

  // src/parcels/tile_job.js
  var WORLD = 36e7;
  var DOT_PX = 3;
  var LINE_PX = 8;
  var LEAST_STEP_PX = 0.7;
  var SHAPES_A_PATH = 200;
  var PARCELS_A_STEP = 8192;
  function makeTileJob(data, paints, canvas, coords, size, calls) {
    const all = (
      /** @type {ParcelBoxes} */
      data.boxes()
    );
    const { width, height } = canvas;
    const ratio = width / size.x;
    const scale = size.x * 2 ** coords.z * ratio / WORLD;
    const left = coords.x * width - WORLD / 2 * scale;
    const top = coords.y * height - WORLD / 2 * scale;
    const west = left / scale;
    const east = west + width / scale;
    const north = -top / scale;
    const south = north - height / scale;
    const pen = (
      /** @type {CanvasRenderingContext2D} */
      canvas.getContext("2d")
    );
    const large = paints.colours.map(() => []);
    const missingBlocks = /* @__PURE__ */ new Set();
    const here = (box) => box.west <= east && box.east >= west && box.south <= north && box.north >= south;
    const runs = all.runs.filter(here);
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
      if (extent(i) < DOT_PX * ratio) {
        dot(i);
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
        pen.globalAlpha = OPACITY;
        pen.fillStyle = paints.colours[status];
        pen.beginPath();
        for (; shape < end; shape++) {
          trace(list[shape]);
          largest = Math.max(largest, extent(list[shape]));
        }
        pen.fill();
        if (largest >= LINE_PX * ratio) {
          pen.globalAlpha = 0.9;
          pen.lineWidth = 0.7 * ratio;
          pen.strokeStyle = "#fffdf8";
          pen.stroke();
        }
      }
      if (shape >= list.length) {
        status++;
        shape = 0;
      }
      return status >= large.length;
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
        calls.done();
        return true;
      }
    };
    return job;
  }

  // src/parcels/pick.js
  var NEAR_PX = 3;
  var TILE_PX = 256;
  async function pick(data, latlng, zoom) {
    const all = data.boxes();
    if (!all) return -1;
    const x = latlng.lng * 1e6;
    const y = mercator(latlng.lat * 1e6);
    const pixel = WORLD / (TILE_PX * 2 ** zoom);
    const reach = NEAR_PX * pixel;
    const around = near(all, x, y, reach);
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
      if (Math.max(all.east[i] - all.west[i], all.north[i] - all.south[i]) >= DOT_PX * pixel) continue;
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

  // src/parcels/pointer.js
  var SYMBOL_PX = 64;
  var INK = "#2b2a27";
  var CONTROLS = ".leaflet-control, .leaflet-popup";
  function covers(target) {
    if (!(target instanceof Element)) return false;
    const thing = target.closest(".leaflet-interactive");
    if (!thing) return target.closest(CONTROLS) !== null;
    const box = thing.getBoundingClientRect();
    return thing.matches(".leaflet-marker-icon") || box.width < SYMBOL_PX && box.height < SYMBOL_PX;
  }
  function makePointer(map, data, tiles, { content, choose, failed }) {
    const container = map.getContainer();
    const mark = L.layerGroup();
    const tip = L.tooltip({ className: "yz-parcel-tip", direction: "top", offset: [0, -6], opacity: 1 });
    let hovered = -1;
    let picked = -1;
    let listening = true;
    let passing = false;
    let pointer = null;
    function outline(i, weight) {
      const style = { interactive: false, fill: false, color: INK, className: "ring", weight };
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
      return map.hasLayer(tiles.layer) ? pick(data, latlng, map.getZoom()) : -1;
    }
    function quiet() {
      if (hovered >= 0) {
        hovered = -1;
        highlight();
      }
      container.classList.remove("yz-over-parcel");
      if (map.hasLayer(tip)) map.removeLayer(tip);
    }
    async function hover() {
      const event = pointer;
      pointer = null;
      if (!event || tiles.isMoving()) return;
      const latlng = map.mouseEventToLatLng(event);
      const parcel = await at(latlng);
      if (pointer) return;
      if (parcel < 0 || covers(event.target)) {
        quiet();
        return;
      }
      if (parcel !== hovered) {
        hovered = parcel;
        highlight();
        const row = await data.row(parcel);
        if (hovered !== parcel) return;
        tip.setContent(content(row));
      }
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
      const parcel = await at(map.mouseEventToLatLng(event));
      if (parcel >= 0 && !covers(target)) {
        choose(parcel);
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
  var PARCELS_Z = 300;
  var SETTLE_MS = 8e3;
  var LOOK_AGAIN_MS = 40;
  var PANE = "yz-parcel-tiles";
  var GROUND_PANE = "yz-parcel-ground";
  function makeTiles(map, data, failed) {
    const queue = makeTileQueue(map);
    const statusColours = data.header.statuses.map((status) => status.colour);
    let paints = makePaints(statusColours, (colour) => colour);
    const jobs = /* @__PURE__ */ new WeakMap();
    const Tiles = (
      /** @type {new (options: L.GridLayerOptions) => L.GridLayer} */
      /** @type {unknown} */
      L.GridLayer.extend({
        /** @this {L.GridLayer} @param {L.Coords} coords @param {(error: null, tile: HTMLElement) => void} done */
        createTile(coords, done) {
          const canvas = document.createElement("canvas");
          const size = this.getTileSize();
          const ratio = window.devicePixelRatio > 1 ? 2 : 1;
          canvas.width = size.x * ratio;
          canvas.height = size.y * ratio;
          if (data.boxes()) {
            const calls = { done: () => done(null, canvas), again: queue.add, failed };
            const job = makeTileJob(data, paints, canvas, coords, size, calls);
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
        [GROUND_PANE, GROUND_Z]
      ]
    ) {
      map.createPane(name).style.cssText = `z-index:${height};pointer-events:none`;
    }
    const layer = new Tiles({ pane: PANE, updateWhenZooming: false, keepBuffer: 1, className: PANE });
    layer.on("tileunload", (event) => {
      const job = jobs.get(event.tile);
      if (job) job.dropped = true;
    });
    return {
      layer,
      isMoving: queue.isMoving,
      finish: queue.finish,
      clear: queue.clear,
      colours: () => paints.colours,
      redraw() {
        if (map.hasLayer(layer)) layer.redraw();
      },
      /**
       * The same statuses on a ground of another lightness.
       * @param {(colour: string) => string} tint
       */
      recolour(tint) {
        const before = paints.colours.join();
        paints = makePaints(statusColours, tint);
        if (before !== paints.colours.join() && map.hasLayer(layer)) layer.redraw();
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

  // src/parcels/parcels.js
  function makeParcels(map, pageData, text, open) {
    const data = makeParcelData();
    const { header } = data;
    const facts = makeFacts(header, pageData);
    const notice = new L.Control({ position: "bottomleft" });
    let isTold = false;
    pageData.kinds.parcel = TEXTS2.parcel;
    const tiles = makeTiles(map, data, failed);
    const pointer = makePointer(map, data, tiles, { content, choose: (i) => choose(i).catch(failed), failed });
    function element(tag, words, classes) {
      const node = document.createElement(tag);
      node.textContent = words;
      if (classes) node.className = classes;
      return node;
    }
    function content(row) {
      const box = document.createElement("div");
      box.appendChild(element("b", String(row.parcel_id === null ? "" : row.parcel_id)));
      for (const line of facts.lines(row)) box.appendChild(element("div", text(line)));
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
    function legend() {
      const box = document.createElement("ul");
      box.className = "yz-parcel-legend";
      header.statuses.forEach((status, index) => {
        const row = document.createElement("li");
        const swatch = element("span", "", "swatch");
        swatch.style.background = tiles.colours()[index + 1];
        const label = `${text(TEXTS2.parcel)}${text(TEXTS2.colon)}${text(status.label)} ${grouped(status.count)}`;
        row.append(swatch, element("span", label));
        box.appendChild(row);
      });
      if (header.undrawn) box.appendChild(element("li", `${grouped(header.undrawn)} ${text(TEXTS2.undrawn)}`));
      return box;
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
      legend,
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
