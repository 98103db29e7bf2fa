(() => {
  // src/parcels/data.js
  function makeParcelData() {
    const ELEMENT = "yz-parcels";
    const CODED = 0;
    const TEXTS = 1;
    const NUMBERED = 2;
    const SCALED = 3;
    const RADIANS = Math.PI / 18e7;
    const header = JSON.parse(document.getElementById(ELEMENT).textContent);
    const shapes = /* @__PURE__ */ new Map();
    const facts = /* @__PURE__ */ new Map();
    const asked = /* @__PURE__ */ new Map();
    function mercator(latitude) {
      return Math.log(Math.tan(Math.PI / 4 + latitude * RADIANS / 2)) / RADIANS;
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
          for (let i = 0; i < column.length; i++) column[i] = column[i] >>> 1 ^ -(column[i] & 1);
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
        }
      };
    }
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
    function once(kept, part, make) {
      if (!asked.has(part))
        asked.set(
          part,
          unpacked(part).then((bytes) => {
            const made = make(bytes);
            kept.set(part, made);
            return made;
          })
        );
      return asked.get(part);
    }
    const NUMBER = 0;
    function numbers(bytes, all, block) {
      return reader(bytes).column(
        Math.min(header.block, all.count - block * header.block),
        header.columns[NUMBER].values
      );
    }
    const ids = /* @__PURE__ */ new Map();
    return {
      ids: (all, block) => {
        if (!ids.has(block))
          ids.set(
            block,
            unpacked(`facts-${block}`).then((bytes) => numbers(bytes, all, block))
          );
        return ids.get(block);
      },
      header,
      boxes,
      mercator,
      shapes: (block) => shapes.get(`shapes-${block}`),
      unpackShapes: (all, block) => once(shapes, `shapes-${block}`, (bytes) => outlines(bytes, all, block)),
      facts: (block) => facts.get(`facts-${block}`),
      unpackFacts: (all, block) => once(facts, `facts-${block}`, (bytes) => rows(bytes, all, block))
    };
  }

  // src/parcels/parcels.js
  function makeParcels(map, data, text, open) {
    const TEXTS = {
      parcel: { zh: "地块", en: "Parcel" },
      zone: { zh: "所在片区", en: "Zone" },
      outside: { zh: "片区之外", en: "outside all zones" },
      nothing: { zh: "未填", en: "not stated" },
      drawn: { zh: "图上面积", en: "as drawn" },
      mu: { zh: "亩", en: "mu" },
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
    const DOT_PX = 3;
    const LINE_PX = 8;
    const SHAPES_A_PATH = 200;
    const NEAR_PX = 3;
    const SYMBOL_PX = 64;
    const OPACITY = 0.82;
    const BUSY_MS = 9;
    const IDLE_MS = 24;
    const SETTLE_MS = 8e3;
    const PARCELS_A_STEP = 8192;
    const GROUND_Z = 250;
    const PARCELS_Z = 300;
    const UNIT = /^(.+?)\s*[（(]([^（()）]+)[）)]$/;
    const WORLD = 36e7;
    const NONE = "#8a857a";
    const INK = "#2b2a27";
    const packed = makeParcelData();
    const header = packed.header;
    let colours = [];
    let pixels = [];
    function paints(tint) {
      colours = [NONE].concat(header.statuses.map((status) => tint(status.colour)));
      pixels = colours.map((colour) => {
        const rgb = parseInt(colour.slice(1), 16);
        return (Math.round(255 * OPACITY) << 24 | (rgb & 255) << 16 | rgb & 65280 | rgb >> 16) >>> 0;
      });
    }
    paints((colour) => colour);
    const columns = {};
    const mark = L.layerGroup();
    const notice = L.control({ position: "bottomleft" });
    const tip = L.tooltip({ className: "yz-parcel-tip", direction: "top", offset: [0, -6], opacity: 1 });
    let all = null;
    let jobs = [];
    let pumping = false;
    let moving = false;
    let hovered = -1;
    let picked = -1;
    let pointer = null;
    let listening = true;
    let told = null;
    header.columns.forEach((column) => {
      columns[column.name] = column;
    });
    data.kinds.parcel = TEXTS.parcel;
    function pump() {
      const end = performance.now() + (moving ? BUSY_MS : IDLE_MS);
      while (jobs.length && performance.now() < end) {
        const job = jobs[0];
        if (job.dropped || job.step()) jobs.splice(jobs.indexOf(job), 1);
      }
      pumping = jobs.length > 0;
      if (pumping) requestAnimationFrame(pump);
    }
    function recolour(tint) {
      const before = colours.join();
      paints(tint);
      if (before !== colours.join() && map.hasLayer(layer)) layer.redraw();
    }
    function finish() {
      jobs.forEach((job) => {
        while (!job.dropped && !job.step()) ;
      });
      jobs = [];
    }
    function settled() {
      return new Promise((resolve) => {
        const until = performance.now() + SETTLE_MS;
        (function look() {
          if (layer.isLoading() && performance.now() < until) setTimeout(look, 40);
          else resolve();
        })();
      });
    }
    function queue(job) {
      jobs.push(job);
      if (!pumping) {
        pumping = true;
        requestAnimationFrame(pump);
      }
    }
    function tileJob(canvas, coords, size, done) {
      const ratio = canvas.width / size.x;
      const scale = size.x * 2 ** coords.z * ratio / WORLD;
      const left = coords.x * canvas.width - WORLD / 2 * scale;
      const top = coords.y * canvas.height - WORLD / 2 * scale;
      const west = left / scale;
      const east = west + canvas.width / scale;
      const north = -top / scale;
      const south = north - canvas.height / scale;
      const pen = canvas.getContext("2d");
      const large = colours.map(() => []);
      const wanted = /* @__PURE__ */ new Set();
      const runs = all.runs.filter(
        (run2) => run2.west <= east && run2.east >= west && run2.south <= north && run2.north >= south
      );
      let image = null;
      let dots = null;
      let run = 0;
      let at = runs.length ? runs[0].from : 0;
      let status = 0;
      let shape = 0;
      function dot(i) {
        if (!image) {
          image = pen.createImageData(canvas.width, canvas.height);
          dots = new Uint32Array(image.data.buffer);
        }
        let x0 = Math.floor(all.west[i] * scale - left);
        let y0 = Math.floor(-all.north[i] * scale - top);
        let x1 = Math.max(x0 + 1, Math.round(all.east[i] * scale - left));
        let y1 = Math.max(y0 + 1, Math.round(-all.south[i] * scale - top));
        x0 = Math.max(x0, 0);
        y0 = Math.max(y0, 0);
        x1 = Math.min(x1, canvas.width);
        y1 = Math.min(y1, canvas.height);
        const pixel = pixels[all.status[i]];
        for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) dots[y * canvas.width + x] = pixel;
      }
      function sort() {
        for (let steps = 0; run < runs.length; at = ++run < runs.length ? runs[run].from : 0) {
          for (; at < runs[run].to; at++) {
            if (++steps > PARCELS_A_STEP) return false;
            if (all.west[at] > east || all.east[at] < west || all.south[at] > north || all.north[at] < south) continue;
            if (Math.max(all.east[at] - all.west[at], all.north[at] - all.south[at]) * scale < DOT_PX * ratio) dot(at);
            else {
              large[all.status[at]].push(at);
              const block = Math.floor(at / header.block);
              if (!packed.shapes(block)) wanted.add(block);
            }
          }
        }
        if (image) pen.putImageData(image, 0, 0);
        image = dots = null;
        return true;
      }
      function trace(i) {
        const block = packed.shapes(Math.floor(i / header.block));
        const parcel = i - block.from;
        for (let ring = block.ringFrom[parcel]; ring < block.ringFrom[parcel + 1]; ring++) {
          let lastX = Infinity;
          let lastY = Infinity;
          for (let p = block.pointFrom[ring]; p < block.pointFrom[ring + 1]; p++) {
            const x = block.x[p] * scale - left;
            const y = -block.up[p] * scale - top;
            if (lastX === Infinity) pen.moveTo(x, y);
            else if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.7) continue;
            else pen.lineTo(x, y);
            lastX = x;
            lastY = y;
          }
          pen.closePath();
        }
        return Math.max(all.east[i] - all.west[i], all.north[i] - all.south[i]) * scale;
      }
      function paint() {
        const list = large[status];
        const end = Math.min(shape + SHAPES_A_PATH, list.length);
        if (shape < list.length) {
          let largest = 0;
          pen.globalAlpha = OPACITY;
          pen.fillStyle = colours[status];
          pen.beginPath();
          for (; shape < end; shape++) largest = Math.max(largest, trace(list[shape]));
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
      let sorted = false;
      const job = {
        canvas,
        dropped: false,
        step() {
          if (!sorted) {
            sorted = sort();
            if (!sorted) return false;
            if (wanted.size) {
              Promise.all([...wanted].map((block) => packed.unpackShapes(all, block))).then(() => queue(job), failed);
              return true;
            }
          }
          if (!paint()) return false;
          done(null, canvas);
          return true;
        }
      };
      return job;
    }
    const Tiles = L.GridLayer.extend({
      createTile(coords, done) {
        const canvas = document.createElement("canvas");
        const size = this.getTileSize();
        const ratio = window.devicePixelRatio > 1 ? 2 : 1;
        canvas.width = size.x * ratio;
        canvas.height = size.y * ratio;
        if (all) {
          canvas.job = tileJob(canvas, coords, size, done);
          queue(canvas.job);
        } else setTimeout(() => done(null, canvas));
        return canvas;
      }
    });
    map.createPane("yz-parcel-tiles").style.cssText = `z-index:${PARCELS_Z};pointer-events:none`;
    map.createPane("yz-parcel-ground").style.cssText = `z-index:${GROUND_Z};pointer-events:none`;
    const layer = new Tiles({
      pane: "yz-parcel-tiles",
      updateWhenZooming: false,
      keepBuffer: 1,
      className: "yz-parcel-tiles"
    });
    function beneath(shapes) {
      shapes.eachLayer((shape) => {
        shape.options.pane = "yz-parcel-ground";
      });
      if (map.hasLayer(shapes)) map.removeLayer(shapes).addLayer(shapes);
    }
    layer.on("tileunload", (event) => {
      if (event.tile.job) event.tile.job.dropped = true;
    });
    map.on("movestart zoomstart", () => {
      moving = true;
    }).on("moveend zoomend", () => {
      moving = false;
    });
    async function pick(latlng) {
      if (!all || !map.hasLayer(layer)) return -1;
      const x = latlng.lng * 1e6;
      const y = packed.mercator(latlng.lat * 1e6);
      const pixel = WORLD / (256 * 2 ** map.getZoom());
      const reach = NEAR_PX * pixel;
      const around = [];
      for (const run of all.runs) {
        if (x < run.west - reach || x > run.east + reach || y < run.south - reach || y > run.north + reach) continue;
        for (let i = run.from; i < run.to; i++) {
          if (x >= all.west[i] - reach && x <= all.east[i] + reach && y >= all.south[i] - reach && y <= all.north[i] + reach)
            around.push(i);
        }
      }
      const blocks = new Set(around.map((i) => Math.floor(i / header.block)).filter((block) => !packed.shapes(block)));
      if (blocks.size) await Promise.all([...blocks].map((block) => packed.unpackShapes(all, block)));
      let best = -1;
      let least = Infinity;
      for (const i of around) {
        const size = area(i);
        if (inside(i, x, y) && size < least) {
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
    function area(i) {
      return (all.east[i] - all.west[i]) * (all.north[i] - all.south[i]);
    }
    function inside(i, x, y) {
      const block = packed.shapes(Math.floor(i / header.block));
      const parcel = i - block.from;
      let odd = false;
      for (let ring = block.ringFrom[parcel]; ring < block.ringFrom[parcel + 1]; ring++) {
        const from = block.pointFrom[ring];
        const to = block.pointFrom[ring + 1];
        for (let p = from, q = to - 1; p < to; q = p++) {
          if (block.up[p] > y !== block.up[q] > y && x < (block.x[q] - block.x[p]) * (y - block.up[p]) / (block.up[q] - block.up[p]) + block.x[p])
            odd = !odd;
        }
      }
      return odd;
    }
    function latlngs(i) {
      const block = packed.shapes(Math.floor(i / header.block));
      const parcel = i - block.from;
      const parts = [];
      let part = 0;
      for (let before = 0; before < parcel; before++) part += block.partsOf[before];
      for (let ring = block.ringFrom[parcel]; ring < block.ringFrom[parcel + 1]; part++) {
        const rings = [];
        for (let more = block.ringsOf[part]; more > 0; more--, ring++) {
          const places = [];
          for (let p = block.pointFrom[ring]; p < block.pointFrom[ring + 1]; p++)
            places.push([block.y[p] / 1e6, block.x[p] / 1e6]);
          rings.push(places);
        }
        parts.push(rings);
      }
      return parts;
    }
    function geometry(i) {
      const parts = latlngs(i).map((rings) => rings.map((ring) => ring.concat([ring[0]]).map((at) => [at[1], at[0]])));
      return parts.length > 1 ? { type: "MultiPolygon", coordinates: parts } : { type: "Polygon", coordinates: parts[0] };
    }
    async function attributes(i) {
      const block = Math.floor(i / header.block);
      const facts = await packed.unpackFacts(all, block);
      const row = {};
      header.columns.forEach((column) => {
        row[column.name] = facts[column.name][i - block * header.block];
      });
      const status = header.statuses[all.status[i] - 1];
      row.status = status ? status.code : null;
      return row;
    }
    function plain(value) {
      return { zh: value, en: value };
    }
    function number(value) {
      const parts = String(value).split(".");
      return /e/.test(parts[0]) ? String(value) : parts[0].replace(/\B(?=(\d{3})+$)/g, ",") + (parts[1] ? `.${parts[1]}` : "");
    }
    function said(name, value) {
      if (value === null) return TEXTS.nothing;
      if (name === "zone_share") return plain(`${(100 * value).toFixed(1)}%`);
      if (typeof value === "number") return plain(number(value));
      return columns[name].labels[value] || plain(value);
    }
    function fact(column, value) {
      const told2 = { label: column.label, value: said(column.name, value), sources: [] };
      const zh = UNIT.exec(column.label.zh);
      const en = UNIT.exec(column.label.en);
      if (typeof value !== "number" || !zh || !en) return told2;
      return {
        label: { zh: zh[1], en: en[1] },
        value: { zh: `${told2.value.zh} ${zh[2]}`, en: `${told2.value.en} ${en[2]}` },
        sources: []
      };
    }
    function statusLabel(code) {
      const status = header.statuses.find((known) => known.code === code);
      return status ? status.label : TEXTS.nothing;
    }
    function zoneName(id) {
      if (id === null || id === void 0) return TEXTS.outside;
      const zone = data.subjects[`zone:${id}`];
      return zone ? zone.name : plain(id);
    }
    function areaText(row) {
      const drawn = row.area_mu === null || row.area_mu === void 0;
      const value = drawn ? row.drawn_mu : row.area_mu;
      if (value === null || value === void 0) return TEXTS.nothing;
      const both = {};
      ["zh", "en"].forEach((lang) => {
        both[lang] = `${number(value)} ${TEXTS.mu[lang]}${drawn ? lang === "zh" ? `（${TEXTS.drawn.zh}）` : ` (${TEXTS.drawn.en})` : ""}`;
      });
      return both;
    }
    function subject(i, row) {
      const status = header.statuses[all.status[i] - 1];
      const id = row.parcel_id === null ? "" : row.parcel_id;
      const facts = [{ label: header.status, value: statusLabel(row.status), sources: [] }];
      header.columns.forEach((column) => {
        if (column.name === "zone_id") facts.push({ label: column.label, value: zoneName(row.zone_id), sources: [] });
        else if (column.name !== "parcel_id" && row[column.name] !== null) facts.push(fact(column, row[column.name]));
      });
      const inZone = row.zone_id && data.subjects[`zone:${row.zone_id}`];
      return {
        kind: "parcel",
        name: plain(id),
        note: statusLabel(row.status),
        colour: status ? status.colour : NONE,
        search: id.toLowerCase(),
        facts,
        attributes: row,
        geometry: geometry(i),
        links: inZone ? [{ title: TEXTS.zone, items: [{ key: `zone:${row.zone_id}` }] }] : []
      };
    }
    function outline(i, weight) {
      return L.polygon(latlngs(i), { interactive: false, fill: false, color: INK, className: "ring", weight });
    }
    function highlight() {
      mark.clearLayers();
      if (picked >= 0) mark.addLayer(outline(picked, 3.5));
      if (hovered >= 0 && hovered !== picked) mark.addLayer(outline(hovered, 1.5));
      if (!map.hasLayer(mark)) mark.addTo(map);
    }
    function tipContent(row) {
      const box = document.createElement("div");
      const head = document.createElement("b");
      head.textContent = row.parcel_id;
      box.appendChild(head);
      [statusLabel(row.status), areaText(row), zoneName(row.zone_id)].forEach((line) => {
        const node = document.createElement("div");
        node.textContent = text(line);
        box.appendChild(node);
      });
      return box;
    }
    function covered(target) {
      if (!target.closest) return false;
      const thing = target.closest(".leaflet-interactive");
      if (!thing) return target.closest(".leaflet-control, .leaflet-popup") !== null;
      const box = thing.getBoundingClientRect();
      return thing.matches(".leaflet-marker-icon") || box.width < SYMBOL_PX && box.height < SYMBOL_PX;
    }
    function quiet() {
      if (hovered >= 0) {
        hovered = -1;
        highlight();
      }
      map.getContainer().classList.remove("yz-over-parcel");
      if (map.hasLayer(tip)) map.removeLayer(tip);
    }
    async function hover() {
      const event = pointer;
      pointer = null;
      if (!event || moving) return;
      const latlng = map.mouseEventToLatLng(event);
      const found = await pick(latlng);
      if (pointer) return;
      if (found < 0 || covered(event.target)) return quiet();
      const changed = found !== hovered;
      hovered = found;
      if (changed) {
        highlight();
        const row = await attributes(found);
        if (hovered !== found) return;
        tip.setContent(tipContent(row));
      }
      map.getContainer().classList.add("yz-over-parcel");
      tip.setLatLng(latlng);
      if (!map.hasLayer(tip)) tip.addTo(map);
    }
    const container = map.getContainer();
    container.addEventListener("mousemove", (event) => {
      if (!listening || !all) return;
      if (!pointer) requestAnimationFrame(() => hover().catch(failed));
      pointer = event;
    });
    container.addEventListener("mouseleave", () => {
      pointer = null;
      quiet();
    });
    let passing = false;
    container.addEventListener(
      "click",
      (event) => {
        var _a, _b, _c;
        if (passing || !listening || !all || !map.hasLayer(layer) || ((_a = map.dragging) == null ? void 0 : _a.moved())) return;
        if ((_c = (_b = event.target).closest) == null ? void 0 : _c.call(_b, ".leaflet-control, .leaflet-popup")) return;
        const latlng = map.mouseEventToLatLng(event);
        const target = event.target;
        event.stopPropagation();
        pick(latlng).then(async (found) => {
          if (found >= 0 && !covered(target)) return choose(found);
          picked = -1;
          highlight();
          passing = true;
          target.dispatchEvent(new MouseEvent("click", event));
          passing = false;
        }).catch(failed);
      },
      true
    );
    async function choose(i) {
      const row = await attributes(i);
      picked = i;
      highlight();
      open(`parcel:${row.parcel_id}`, subject(i, row));
      return row;
    }
    async function select(id) {
      await ready;
      picked = -1;
      for (let block = 0; id !== null && all && block * header.block < all.count; block++) {
        const at = (await packed.unpackFacts(all, block)).parcel_id.indexOf(id);
        if (at < 0) continue;
        picked = block * header.block + at;
        await packed.unpackShapes(all, block);
        map.fitBounds(L.latLngBounds(latlngs(picked).flat(2)), { maxZoom: 17, padding: [60, 60] });
        break;
      }
      highlight();
      return picked < 0 ? null : subject(picked, await attributes(picked));
    }
    async function search(wanted, most, stop) {
      let found = [];
      await ready;
      for (let block = 0; all && block * header.block < all.count; block++) {
        const numbers = await packed.ids(all, block);
        if (stop()) return null;
        numbers.forEach((id, n) => {
          const at = id === null ? -1 : folded(id).indexOf(wanted);
          if (at < 0) return;
          const status = header.statuses[all.status[block * header.block + n] - 1];
          found.push({ id, begins: at === 0, note: status ? status.label : TEXTS.nothing });
        });
        found = found.sort((a, b) => b.begins - a.begins || a.id.length - b.id.length || (a.id < b.id ? -1 : 1)).slice(0, most);
      }
      return found;
    }
    function folded(id) {
      return (/^[ -~]*$/.test(id) ? id : id.normalize("NFKC")).toLowerCase();
    }
    function legend() {
      const box = document.createElement("ul");
      box.className = "yz-parcel-legend";
      header.statuses.forEach((status, index) => {
        const row = document.createElement("li");
        const swatch = document.createElement("span");
        const label = document.createElement("span");
        swatch.className = "swatch";
        swatch.style.background = colours[index + 1];
        label.textContent = `${text(TEXTS.parcel) + text({ zh: "：", en: ": " }) + text(status.label)} ${number(status.count)}`;
        row.appendChild(swatch);
        row.appendChild(label);
        box.appendChild(row);
      });
      if (header.undrawn) {
        const row = document.createElement("li");
        row.textContent = `${number(header.undrawn)} ${text(TEXTS.undrawn)}`;
        box.appendChild(row);
      }
      return box;
    }
    function tell(message) {
      if (told) return;
      told = message;
      notice.onAdd = () => {
        const box = L.DomUtil.create("div", "yz-parcel-notice");
        box.setAttribute("role", "status");
        box.textContent = text(message);
        return box;
      };
      notice.addTo(map);
    }
    function failed(error) {
      jobs = [];
      tell(TEXTS.failed);
      if (!(error instanceof RangeError || error instanceof DOMException)) throw error;
    }
    window.addEventListener("hashchange", () => {
      if (picked >= 0 && !/[#&]parcel=/.test(location.hash)) {
        picked = -1;
        highlight();
      }
    });
    const ready = window.DecompressionStream ? packed.boxes().then((boxes) => {
      all = boxes;
      if (map.hasLayer(layer)) layer.redraw();
    }).catch(failed) : Promise.resolve(tell(TEXTS.old));
    return {
      layer,
      legend,
      select,
      search: (wanted, most, stop) => search(wanted, most, stop).catch(failed),
      columns: header.columns.concat([{ name: "status", label: header.status }]),
      beneath,
      ready,
      recolour,
      finish,
      settled,
      listen: (on) => {
        listening = on;
        if (!on) quiet();
      }
    };
  }

  // src/parcels/main.js
  window.yzParcels = makeParcels;
})();
