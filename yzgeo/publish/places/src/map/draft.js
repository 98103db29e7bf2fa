// The point that is being set, its ring with a handle, what it may be instead, and the points set before.
import { length } from "../reading/numbers.js";

const HANDLE_ANGLE = (205 * Math.PI) / 180; // the handle stands at the left, below the middle of the ring
const METRES_A_DEGREE = 111195;

/** @param {PlacesPage} page @param {L.Map} map */
export function makeDraftMarks(page, map) {
  const before = L.layerGroup().addTo(map);
  const town = L.layerGroup().addTo(map);
  const own = L.layerGroup().addTo(map);
  const renderer = L.svg({ pane: "draft", padding: 1 });
  const look = (/** @type {string} */ className) => ({ pane: "draft", className, interactive: false, renderer });

  /** @param {string} className @param {string} words @param {[number, number]} [anchor] */
  function sign(className, words, anchor = [0, 0]) {
    const node = document.createElement("span");
    node.textContent = words;
    return L.divIcon({ className, html: node, iconSize: [0, 0], iconAnchor: anchor });
  }
  /** @param {L.LatLngExpression} at @param {string} className @param {string} words */
  function write(at, className, words) {
    return L.marker(at, { icon: sign(`yz-sign ${className}`, words), interactive: false, keyboard: false });
  }
  /** @param {number} lat @param {number} lon @param {number} radius @returns {[number, number]} */
  function handleAt(lat, lon, radius) {
    const degrees = radius / METRES_A_DEGREE;
    const wide = Math.cos((lat * Math.PI) / 180);
    return [lat - Math.sin(HANDLE_ANGLE) * degrees, lon + (Math.cos(HANDLE_ANGLE) * degrees) / wide];
  }

  function drawBefore() {
    before.clearLayers();
    for (const [id, answer] of Object.entries(page.state.answers)) {
      if (id === page.state.selected) continue;
      L.circle([answer.lat, answer.lon], { radius: answer.uncertainty_m, ...look("yz-set-ring") }).addTo(before);
      L.circleMarker([answer.lat, answer.lon], { radius: 4, ...look("yz-set-dot") }).addTo(before);
      write([answer.lat, answer.lon], "yz-set-name", answer.name).addTo(before);
    }
  }
  /** Where the place may be as long as only its town is known. */
  function drawTown() {
    town.clearLayers();
    const { selected } = page.state;
    const known = selected && page.known[page.wanted[selected].town || ""];
    if (!known) return;
    const at = L.latLng(known.lat, known.lon);
    const name = page.text(known.name);
    const words = known.extent_m
      ? page.fill("only_town", { town: name, far: length(known.extent_m, page.state.lang) })
      : page.fill("only_town_unknown", { town: name });
    if (known.extent_m) {
      const possible = { pane: "possible", className: "yz-possible", interactive: false };
      L.circle(at, { radius: known.extent_m, ...possible, renderer: L.svg({ pane: "possible", padding: 1 }) }).addTo(
        town,
      );
      L.circle(at, { radius: known.extent_m, ...look("yz-extent") }).addTo(town);
    }
    if (known.uncertainty_m) L.circle(at, { radius: known.uncertainty_m, ...look("yz-town-error") }).addTo(town);
    L.marker(at, { icon: sign("yz-cross", "+"), interactive: false, keyboard: false }).addTo(town);
    const low = known.extent_m || known.uncertainty_m || 0;
    write([known.lat - low / METRES_A_DEGREE, known.lon], "yz-town-words", words).addTo(town);
  }
  function drawOwn() {
    own.clearLayers();
    const { draft } = page.state;
    if (!draft || draft.lat === null || draft.lon === null || !draft.uncertainty_m) return;
    const at = L.latLng(draft.lat, draft.lon);
    const ring = L.circle(at, { radius: draft.uncertainty_m, ...look("yz-own-ring") }).addTo(own);
    const dot = L.marker(at, {
      icon: sign("yz-own-dot", ""),
      draggable: true,
      keyboard: false,
      zIndexOffset: 100,
    }).addTo(own);
    const words = page.fill("drag_here", { radius: length(draft.uncertainty_m, page.state.lang) });
    const handle = L.marker(handleAt(draft.lat, draft.lon, draft.uncertainty_m), {
      icon: sign("yz-handle", words),
      draggable: true,
      keyboard: false,
      zIndexOffset: 200,
    }).addTo(own);
    write(at, "yz-own-name", draft.name).addTo(own);
    dot.on("drag", () => ring.setLatLng(dot.getLatLng()));
    dot.on("dragend", () => page.act.point(dot.getLatLng().lat, dot.getLatLng().lng));
    handle.on("drag", () => ring.setRadius(Math.max(1, at.distanceTo(handle.getLatLng()))));
    handle.on("dragend", () => page.act.radius(Math.max(10, Math.round(at.distanceTo(handle.getLatLng()) / 10) * 10)));
  }
  /** What the marks of the reader cover: names give way to them. */
  function boxes() {
    /** @type {{x: number, y: number, width: number, height: number}[]} */
    const found = [];
    for (const group of [own, town, before]) {
      group.eachLayer((layer) => {
        const words = layer instanceof L.Marker && layer.getElement()?.querySelector("span");
        if (!words || words.textContent === "") return;
        const { x, y } = map.latLngToLayerPoint(layer.getLatLng());
        const icon = /** @type {HTMLElement} */ (layer.getElement()).getBoundingClientRect();
        const box = words.getBoundingClientRect();
        found.push({ x: x + box.left - icon.left, y: y + box.top - icon.top, width: box.width, height: box.height });
      });
    }
    return found;
  }
  return {
    boxes,
    /** @param {PlacesState} state @param {PlacesState | null} last */
    follow(state, last) {
      const isOther = !last || state.selected !== last.selected || state.lang !== last.lang;
      if (isOther || state.answers !== last?.answers) drawBefore();
      if (isOther) drawTown();
      if (isOther || state.draft !== last?.draft) drawOwn();
    },
  };
}
