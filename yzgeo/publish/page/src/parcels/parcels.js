import { makeParcelData } from "./data.js";

/* The parcel layer: parcels on canvas tiles, dots from afar, outlines near by; pointed at, clicked, found by number.
   `open(key, subject)` is called with what is known of a parcel that was clicked, in the form of the page's subjects. */
export function makeParcels(map, data, text, open) {
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
      en: "This browser is too old for the parcel layer (Chrome or Edge 80, Firefox 113 or newer is needed). The rest of the map works.",
    },
    failed: {
      zh: "地块图层没有画出来：这台电脑的内存可能不够。请关闭其他程序或网页后重新打开。地图其余部分照常可用。",
      en: "The parcel layer could not be drawn: this computer may not have the memory for it. Close other programs or tabs and open the page again. The rest of the map works.",
    },
  };
  const DOT_PX = 3;
  const LINE_PX = 8;
  const SHAPES_A_PATH = 200;
  const NEAR_PX = 3;
  const SYMBOL_PX = 64;
  const OPACITY = 0.82;
  const BUSY_MS = 9;
  const IDLE_MS = 24;
  const SETTLE_MS = 8000;
  const PARCELS_A_STEP = 8192;
  const GROUND_Z = 250;
  const PARCELS_Z = 300; /* between Leaflet's tiles (200) and shapes (400) */
  const UNIT = /^(.+?)\s*[（(]([^（()）]+)[）)]$/; /* a heading with its unit in brackets */
  const WORLD = 360e6;
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
      return ((Math.round(255 * OPACITY) << 24) | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
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

  /* Tiles are drawn a little in every frame, so that the map moves smoothly meanwhile. */
  function pump() {
    const end = performance.now() + (moving ? BUSY_MS : IDLE_MS);
    while (jobs.length && performance.now() < end) {
      const job = jobs[0];
      if (job.dropped || job.step()) jobs.splice(jobs.indexOf(job), 1);
    }
    pumping = jobs.length > 0;
    if (pumping) requestAnimationFrame(pump);
  }
  /* The same statuses on a ground of another lightness. */
  function recolour(tint) {
    const before = colours.join();
    paints(tint);
    if (before !== colours.join() && map.hasLayer(layer)) layer.redraw();
  }
  /* Draws all that is asked for at once: paper does not wait for the next frame. */
  function finish() {
    jobs.forEach((job) => {
      while (!job.dropped && !job.step());
    });
    jobs = [];
  }
  /* A promise that all tiles are drawn, also those whose outlines have to be unpacked first. */
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

  /* Draws one tile step by step: dots and a list of the larger parcels, then their outlines. */
  function tileJob(canvas, coords, size, done) {
    const ratio = canvas.width / size.x;
    const scale = (size.x * 2 ** coords.z * ratio) / WORLD;
    const left = coords.x * canvas.width - (WORLD / 2) * scale;
    const top = coords.y * canvas.height - (WORLD / 2) * scale;
    const west = left / scale;
    const east = west + canvas.width / scale;
    const north = -top / scale;
    const south = north - canvas.height / scale;
    const pen = canvas.getContext("2d");
    const large = colours.map(() => []);
    const wanted = new Set();
    const runs = all.runs.filter(
      (run) => run.west <= east && run.east >= west && run.south <= north && run.north >= south,
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
      },
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
    },
  });
  map.createPane("yz-parcel-tiles").style.cssText = `z-index:${PARCELS_Z};pointer-events:none`;
  map.createPane("yz-parcel-ground").style.cssText = `z-index:${GROUND_Z};pointer-events:none`;
  const layer = new Tiles({
    pane: "yz-parcel-tiles",
    updateWhenZooming: false,
    keepBuffer: 1,
    className: "yz-parcel-tiles",
  });
  /* Shapes that are ground, such as the district, go below the parcels; all others stay above. */
  function beneath(shapes) {
    shapes.eachLayer((shape) => {
      shape.options.pane = "yz-parcel-ground";
    });
    if (map.hasLayer(shapes)) map.removeLayer(shapes).addLayer(shapes);
  }
  layer.on("tileunload", (event) => {
    if (event.tile.job) event.tile.job.dropped = true;
  });
  map
    .on("movestart zoomstart", () => {
      moving = true;
    })
    .on("moveend zoomend", () => {
      moving = false;
    });

  /* The parcel at a place: the smallest whose outline is around it, else from afar the one whose dot is nearest.
     A place near outlines that are not unpacked yet is asked for again when they are. */
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
        if (
          x >= all.west[i] - reach &&
          x <= all.east[i] + reach &&
          y >= all.south[i] - reach &&
          y <= all.north[i] + reach
        )
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
        if (
          block.up[p] > y !== block.up[q] > y &&
          x < ((block.x[q] - block.x[p]) * (y - block.up[p])) / (block.up[q] - block.up[p]) + block.x[p]
        )
          odd = !odd;
      }
    }
    return odd;
  }

  /* Rings of a parcel as Leaflet takes them: parts of rings of places. */
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

  /* The same as GeoJSON, whose rings end where they begin. */
  function geometry(i) {
    const parts = latlngs(i).map((rings) => rings.map((ring) => ring.concat([ring[0]]).map((at) => [at[1], at[0]])));
    return parts.length > 1 ? { type: "MultiPolygon", coordinates: parts } : { type: "Polygon", coordinates: parts[0] };
  }

  /* What the ledger says of a parcel: plain values by column. */
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
    return /e/.test(parts[0])
      ? String(value)
      : parts[0].replace(/\B(?=(\d{3})+$)/g, ",") + (parts[1] ? `.${parts[1]}` : "");
  }
  function said(name, value) {
    if (value === null) return TEXTS.nothing;
    if (name === "zone_share") return plain(`${(100 * value).toFixed(1)}%`);
    if (typeof value === "number") return plain(number(value));
    return columns[name].labels[value] || plain(value);
  }
  /* A number takes its unit along from the heading: 登记面积（亩） 12.68 is read as 登记面积 12.68 亩. */
  function fact(column, value) {
    const told = { label: column.label, value: said(column.name, value), sources: [] };
    const zh = UNIT.exec(column.label.zh);
    const en = UNIT.exec(column.label.en);
    if (typeof value !== "number" || !zh || !en) return told;
    return {
      label: { zh: zh[1], en: en[1] },
      value: { zh: `${told.value.zh} ${zh[2]}`, en: `${told.value.en} ${en[2]}` },
      sources: [],
    };
  }
  function statusLabel(code) {
    const status = header.statuses.find((known) => known.code === code);
    return status ? status.label : TEXTS.nothing;
  }
  function zoneName(id) {
    if (id === null || id === undefined) return TEXTS.outside;
    const zone = data.subjects[`zone:${id}`];
    return zone ? zone.name : plain(id);
  }
  function areaText(row) {
    const drawn = row.area_mu === null || row.area_mu === undefined;
    const value = drawn ? row.drawn_mu : row.area_mu;
    if (value === null || value === undefined) return TEXTS.nothing;
    const both = {};
    ["zh", "en"].forEach((lang) => {
      both[lang] =
        `${number(value)} ${TEXTS.mu[lang]}${drawn ? (lang === "zh" ? `（${TEXTS.drawn.zh}）` : ` (${TEXTS.drawn.en})`) : ""}`;
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
      links: inZone ? [{ title: TEXTS.zone, items: [{ key: `zone:${row.zone_id}` }] }] : [],
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
  /* A symbol lies above the parcel, a zone below it. Leaflet cuts large shapes to the screen, so only their size on
     the screen is known: what is small is a symbol. */
  function covered(target) {
    if (!target.closest) return false;
    const thing = target.closest(".leaflet-interactive");
    if (!thing) return target.closest(".leaflet-control, .leaflet-popup") !== null;
    const box = thing.getBoundingClientRect();
    return thing.matches(".leaflet-marker-icon") || (box.width < SYMBOL_PX && box.height < SYMBOL_PX);
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

  /* A click is taken before the shapes below hear of it, and given back where no parcel is. */
  let passing = false;
  container.addEventListener(
    "click",
    (event) => {
      if (passing || !listening || !all || !map.hasLayer(layer) || map.dragging?.moved()) return;
      if (event.target.closest?.(".leaflet-control, .leaflet-popup")) return;
      const latlng = map.mouseEventToLatLng(event);
      const target = event.target;
      event.stopPropagation();
      pick(latlng)
        .then(async (found) => {
          if (found >= 0 && !covered(target)) return choose(found);
          picked = -1;
          highlight();
          passing = true;
          target.dispatchEvent(new MouseEvent("click", event));
          passing = false;
        })
        .catch(failed);
    },
    true,
  );

  async function choose(i) {
    const row = await attributes(i);
    picked = i;
    highlight();
    open(`parcel:${row.parcel_id}`, subject(i, row));
    return row;
  }

  /* Marks the parcel of this number and brings it into view. Answers with its subject, or null. */
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

  /* Parcels whose number holds these characters, those that begin with them first, the number itself before all, at
     most so many; null where `stop()` came true meanwhile. */
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
      found = found
        .sort((a, b) => b.begins - a.begins || a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
        .slice(0, most);
    }
    return found;
  }

  /* As the search box folds what is typed; most numbers are plain already. */
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
      label.textContent = `${text(TEXTS.parcel) + (text({ zh: "：", en: ": " })) + text(status.label)} ${number(status.count)}`;
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
  /* Where memory runs out, browsers throw a RangeError or a DOMException; another error is a flaw and shows itself. */
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

  const ready = window.DecompressionStream
    ? packed
        .boxes()
        .then((boxes) => {
          all = boxes;
          if (map.hasLayer(layer)) layer.redraw();
        })
        .catch(failed)
    : Promise.resolve(tell(TEXTS.old));
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
    },
  };
}
