// The shapes that folium drew, by key, with their clicks and tooltips.

import { render } from "preact";
import { html } from "../html.js";

/** @type {Record<string, {kind: string, id: string}>} */
const LAYERS = {
  zones: { kind: "zone", id: "zone_id" },
  parks: { kind: "park", id: "park_id" },
  projects: { kind: "project", id: "project_id" },
};
const SYMBOLS = ["parks", "projects"];

/** @param {Page} page */
export function makeShapes(page) {
  const { leaflet: map, layers } = page;
  /** @type {Drawn} */
  const byKey = {};
  /** All shapes of a key: a project has a symbol at each of its places. @type {Record<Key, DrawnShape[]>} */
  const allByKey = {};

  /** @param {string} name @returns {DrawnShape[]} */
  function shapesOf(name) {
    return layers[name] ? /** @type {DrawnShape[]} */ (/** @type {unknown} */ (layers[name].getLayers())) : [];
  }
  /** @param {Key} key */
  function hint(key) {
    const { name, note } = page.data.subjects[key];
    const box = document.createElement("div");
    box.textContent = page.text(name) + (note && page.text(note) ? ` · ${page.text(note)}` : "");
    return box;
  }
  for (const [layer, { kind, id }] of Object.entries(LAYERS)) {
    for (const shape of shapesOf(layer)) {
      const key = `${kind}:${shape.feature.properties[id]}`;
      shape.key = key;
      shape.base = { ...shape.options };
      if (shape.getLatLng) shape.home = shape.getLatLng();
      allByKey[key] = [...(allByKey[key] || []), shape];
      byKey[key] = allByKey[key][0];
      shape.on("click", (/** @type {L.LeafletMouseEvent} */ event) => {
        if (page.measure.isActive()) return;
        L.DomEvent.stopPropagation(event);
        page.open(key);
      });
      shape.bindTooltip(() => hint(key), { sticky: true });
    }
  }

  return {
    byKey,
    allByKey,
    shapesOf,
    /** Symbols of the layers that are on. */
    symbols: () =>
      SYMBOLS.filter((name) => layers[name] && map.hasLayer(layers[name]))
        .flatMap(shapesOf)
        .filter((shape) => shape.home),
    /** The district is ground, which is painted: its shape is not seen, and the pointer goes through it. */
    layGround() {
      for (const shape of shapesOf("district")) {
        shape.setStyle({ stroke: false, fill: false });
        shape.getElement()?.classList.remove("leaflet-interactive");
      }
    },
  };
}

/** A pattern of lines in each zone's colour, for what several zones share. @param {Page} page */
export function putHatches(page) {
  const square = { width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const patterns = page.data.zones.map(
    ({ zone_id, colour }) => html`<pattern id=${`yz-hatch-${zone_id}`} ...${square}>
      <rect width="6" height="6" fill=${colour} fill-opacity=".18" /><rect width="2.4" height="6" fill=${colour} />
    </pattern>`,
  );
  const pane = /** @type {HTMLElement} */ (page.leaflet.getPane("overlayPane"));
  const drawing = pane.querySelector("svg");
  if (!drawing) return; // nothing is drawn yet
  const defs = document.createElementNS("http://www.w3.org/2000/svg", "defs");
  drawing.appendChild(defs);
  render(patterns, defs);
}
