// The parcel layer: drawn, pointed at, clicked, found by number.
import { makeParcelData } from "./data.js";
import { grouped, makeFacts } from "./facts.js";
import { placeOf, search } from "./look_up.js";
import { geometry, latlngs } from "./pick.js";
import { makePointer } from "./pointer.js";
import { TEXTS } from "./texts.js";
import { makeTiles } from "./tiles.js";

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
  pageData.kinds.parcel = TEXTS.parcel;

  const tiles = makeTiles(map, data, failed);
  const pointer = makePointer(map, data, tiles, { content, choose: (i) => choose(i).catch(failed), failed });

  /** @param {string} tag @param {string} words @param {string} [classes] */
  function element(tag, words, classes) {
    const node = document.createElement(tag);
    node.textContent = words;
    if (classes) node.className = classes;
    return node;
  }
  /** @param {ParcelRow} row */
  function content(row) {
    const box = document.createElement("div");
    box.appendChild(element("b", String(row.parcel_id === null ? "" : row.parcel_id)));
    for (const line of facts.lines(row)) box.appendChild(element("div", text(line)));
    return box;
  }
  /** @param {number} i */
  async function subject(i) {
    const row = await data.row(i);
    await data.outlines.fetch(data.blockOf(i));
    return facts.subject(row, geometry(data.blockWith(i), i));
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
  function legend() {
    const box = document.createElement("ul");
    box.className = "yz-parcel-legend";
    header.statuses.forEach((status, index) => {
      const row = document.createElement("li");
      const swatch = element("span", "", "swatch");
      swatch.style.background = tiles.colours()[index + 1];
      const label = `${text(TEXTS.parcel)}${text(TEXTS.colon)}${text(status.label)} ${grouped(status.count)}`;
      row.append(swatch, element("span", label));
      box.appendChild(row);
    });
    if (header.undrawn) box.appendChild(element("li", `${grouped(header.undrawn)} ${text(TEXTS.undrawn)}`));
    return box;
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
    listen: pointer.listen,
  };
}
