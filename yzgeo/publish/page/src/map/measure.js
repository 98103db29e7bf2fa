// Measuring on the map: click from point to point, finish with a double click or Enter, leave with Escape. With the
// keyboard: move the map with the arrows, set a point in its middle with the space bar.
import { byId } from "../html.js";
import { NO_MEASURE } from "../state/state.js";
import { area, length } from "./geodesic.js";

const LEAST_POINTS = { length: 2, area: 3 };

/** @param {Page} page */
export function makeMeasure(page) {
  const map = page.leaflet;
  const container = map.getContainer();
  const drawing = L.layerGroup().addTo(map);

  /** @param {Partial<State["measure"]>} patch */
  function change(patch) {
    page.store.change({ measure: { ...page.state.measure, ...patch } });
  }
  function isEnough() {
    const { mode, points } = page.state.measure;
    return mode !== null && points.length >= LEAST_POINTS[mode];
  }
  /** @param {L.LatLng} point */
  function put(point) {
    const { mode, isDone, points } = page.state.measure;
    if (!mode) return;
    const before = isDone ? [] : points;
    const last = before[before.length - 1];
    change({ isDone: false, points: last?.equals(point) ? before : [...before, point] });
  }
  function finish() {
    if (isEnough()) change({ isDone: true });
  }
  function stop() {
    if (byId("yz-measure").contains(document.activeElement)) container.focus();
    page.store.change({ measure: NO_MEASURE });
  }
  function draw() {
    const { mode, isDone, points } = page.state.measure;
    const style = { className: "measure", weight: 2, interactive: false };
    drawing.clearLayers();
    container.classList.toggle("measuring", mode !== null && !isDone);
    if (!mode || !points.length) return;
    drawing.addLayer(mode === "area" && points.length > 2 ? L.polygon(points, style) : L.polyline(points, style));
    for (const point of points) {
      drawing.addLayer(L.circleMarker(point, { className: "measure", radius: 3, interactive: false }));
    }
  }

  map.on("click", (event) => put(event.latlng));
  map.on("dblclick", finish);
  container.addEventListener("keydown", (event) => {
    if (!page.state.measure.mode) return;
    if (event.key === " ") {
      put(map.getCenter());
      event.preventDefault();
    }
    if (event.key === "Enter") finish();
    if (event.key === "Escape") {
      stop();
      event.stopPropagation();
    }
  });

  return {
    stop,
    /** Whether a click on the map sets a point. */
    isActive: () => page.state.measure.mode !== null && !page.state.measure.isDone,
    /** Begins to measure, or stops if it was measured so already. @param {"length" | "area"} mode */
    toggle(mode) {
      if (page.state.measure.mode === mode) {
        stop();
        return;
      }
      page.store.change({ measure: { ...NO_MEASURE, mode } });
      container.focus();
    },
    /** The measured length or area in words; "" with too few points. */
    result() {
      if (!isEnough()) return "";
      const { mode, points } = page.state.measure;
      const { numbers } = page;
      /** @type {[number, number][]} */
      const pairs = points.map((point) => [point.lat, point.lng]);
      if (mode === "length") return page.say("measured_length") + numbers.metres(length(pairs));
      const m2 = area(pairs);
      const km2 = numbers.grouped(m2 / 1e6, 4) + page.say("measured_km2");
      const round = page.say("measured_round") + numbers.metres(length([...pairs, pairs[0]]));
      return page.say("measured_area") + km2 + numbers.mu(m2 / page.data.units.m2_per_mu) + round;
    },
    /** @param {State} state @param {State} before */
    follow(state, before) {
      if (state.measure === before.measure) return;
      const isOn = state.measure.mode !== null;
      if (isOn !== (before.measure.mode !== null)) {
        if (page.parcels) page.parcels.listen(!isOn);
        if (isOn) map.doubleClickZoom.disable();
        else map.doubleClickZoom.enable();
      }
      draw();
    },
  };
}
