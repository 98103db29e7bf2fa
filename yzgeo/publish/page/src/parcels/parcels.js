// The parcel layer: drawn, pointed at, clicked, found by number.
import { choiceWords, yearClasses } from "./classes.js";
import { mercator, unmercator } from "./codec.js";
import { makeParcelData } from "./data.js";
import { makeFacts } from "./facts.js";
import { TILE_PX, WORLD } from "./grid.js";
import { placeOf, search } from "./look_up.js";
import { NO_PATTERN } from "./paints.js";
import { geometry, latlngs } from "./pick.js";
import { makePointer } from "./pointer.js";
import { makeRows } from "./rows.js";
import { makeScenes } from "./scenes.js";
import { TEXTS } from "./texts.js";
import { makeTileJob } from "./tile_job.js";
import { makeTiles } from "./tiles.js";
import { element, makeTips } from "./tips.js";
import { makeCounts } from "./within.js";

/**
 * @type {NonNullable<Window["yzParcels"]>}
 * `open(key, subject)` is called with what is known of a parcel that was clicked, in the form of the page's subjects.
 */
export function makeParcels(map, pageData, text, open) {
  const data = makeParcelData();
  const { header } = data;
  const facts = makeFacts(header, pageData);
  const notice = new L.Control({ position: "bottomleft" });
  let isTold = false;
  /** @type {Promise<ParcelTable> | null} */
  let table = null;
  pageData.kinds.parcel = TEXTS.parcel;

  const scenes = makeScenes(data);
  const tiles = makeTiles(map, data, scenes, failed);
  const tips = makeTips(data, scenes, facts, text);
  const calls = { ...tips, choose: (/** @type {number} */ i) => void choose(i).catch(failed), failed };
  const pointer = makePointer(map, data, scenes, tiles, calls);
  const mu = (/** @type {number} */ amount) => Math.round(amount) * header.amount_unit;
  /** @type {import("./tile_queue.js").Job | null} */
  let painting = null;

  const choiceOf = (/** @type {number} */ scenario, /** @type {number} */ i) =>
    choiceWords(header.scenarios[scenario], data.chosen(scenario)[i]);
  /** @param {number} i */
  async function subject(i) {
    const row = await data.row(i);
    await data.outlines.fetch(data.blockOf(i));
    const choices = header.scenarios.map((_, scenario) => choiceOf(scenario, i));
    return { ...facts.subject(row, geometry(data.blockWith(i), i)), choices };
  }
  /** @param {number} i */
  async function choose(i) {
    const chosen = await subject(i);
    pointer.pickOut(i);
    open(`parcel:${chosen.attributes.parcel_id}`, chosen);
  }
  /** @param {string | null} id */
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
  /** @param {string} query @param {number} most @param {() => boolean} stop */
  async function searched(query, most, stop) {
    await ready;
    try {
      return await search(data, query, most, stop, (code) => header.statuses[code - 1]?.label || TEXTS.nothing);
    } catch (error) {
      failed(error);
      return null;
    }
  }
  /** @returns {ParcelLayer["statuses"]} */
  function statuses() {
    const none = header.count - header.statuses.reduce((sum, { count }) => sum + count, 0);
    const told = header.statuses.map(({ code, label, pattern, count }) => ({ code, label, pattern, count }));
    return none ? [{ code: "", label: TEXTS.nothing, pattern: NO_PATTERN, count: none }, ...told] : told;
  }
  /** @type {ParcelLayer["paint"]} */
  function paint(canvas, at, zoom, ratio) {
    if (painting) painting.dropped = true;
    if (!data.boxes()) return;
    const scale = (TILE_PX * 2 ** zoom * ratio) / WORLD;
    const left = at.lng * 1e6 * scale - canvas.width / 2;
    const top = -mercator(at.lat * 1e6) * scale - canvas.height / 2;
    const look = { paints: tiles.paints(), ...scenes.of(zoom) };
    /** @param {import("./tile_queue.js").Job} job */
    function finish(job) {
      while (!job.dropped && !job.step());
    }
    painting = makeTileJob(data, look, canvas, { scale, left, top, ratio }, { done() {}, again: finish, failed });
    finish(painting);
  }
  /** @param {Both} message said once, whatever else fails */
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
  /**
   * Where memory runs out, browsers throw a RangeError or a DOMException; another error is a flaw and shows itself.
   * @param {unknown} error
   */
  function failed(error) {
    tiles.clear();
    tell(TEXTS.failed);
    if (!(error instanceof RangeError || error instanceof DOMException)) throw error;
  }
  async function start() {
    if (!window.DecompressionStream) {
      tell(TEXTS.old);
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
    scenarios: header.scenarios.map((years) => yearClasses(years, header.ink)),
    show(choice) {
      if (scenes.choose(choice)) tiles.redraw();
    },
    scene(zoom) {
      if (!data.boxes()) return null;
      return { mode: scenes.of(zoom).mode, size: scenes.size(zoom), cell: scenes.side(zoom) };
    },
    tally() {
      if (!data.boxes()) return { count: 0, mu: 0, undated: 0 };
      const { count, amount, undated } = scenes.tally();
      return { count, mu: mu(amount), undated };
    },
    sums(zoom) {
      const { amounts, width } = scenes.cells(Math.round(zoom));
      const of = scenes.classes().map(({ code }, number) => {
        return [code, mu(amounts.reduce((sum, amount, at) => sum + (at % width === number ? amount : 0), 0))];
      });
      return Object.fromEntries(of.slice(1));
    },
    densest(zoom) {
      const place = data.boxes() && scenes.densest(Math.round(zoom));
      return place ? L.latLng(unmercator(place.y) / 1e6, place.x / 1e6) : null;
    },
    paint,
    lines: facts.lines,
    subject,
    select,
    search: searched,
    async table() {
      if (window.DecompressionStream) table = table || data.table(ready);
      await ready;
      return data.boxes() ? table : null;
    },
    ...makeCounts(data, ready),
    ...makeRows(data),
    choose,
    beneath: tiles.beneath,
    recolour: tiles.recolour,
    finish: tiles.finish,
    settled: tiles.settled,
    listen: pointer.listen,
  };
}
