// Measuring on the map: click from point to point, finish with a double click or Enter, leave with Escape. With the
// keyboard: move the map with the arrows, set a point in its middle with the space bar.
import { byId } from "../html.js";
import { copied } from "../outputs/copied.js";
import { NO_MEASURE } from "../state/state.js";
import { regionOf } from "./contents.js";
import { finishOnCard } from "./double_click.js";
import { beltOf, epsgOf, placeNamed, toGrid } from "./gauss_kruger.js";
import { area, length } from "./geodesic.js";

const LEAST_POINTS = { length: 2, area: 3, inside: 1, place: 1 };
const PLACE_ZOOM = 14;

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
    if (mode === "inside" && !regionOf(page.state.measure)) return false;
    return mode !== null && points.length >= LEAST_POINTS[mode];
  }
  /** @param {L.LatLng} point */
  function put(point) {
    const { mode, isDone, points, form } = page.state.measure;
    if (!mode) return;
    const isOne = mode === "place" || (mode === "inside" && form === "circle");
    const before = isDone || isOne ? [] : points;
    const last = before[before.length - 1];
    change({ isDone: false, isRefused: false, points: last?.equals(point) ? before : [...before, point] });
  }
  /** Takes the last point back. */
  function undo() {
    const { points } = page.state.measure;
    if (points.length) change({ isDone: false, points: points.slice(0, -1) });
  }
  function finish() {
    if (isEnough()) change({ isDone: true });
  }
  function stop() {
    if (byId("yz-measure").contains(document.activeElement)) container.focus();
    page.store.change({ measure: NO_MEASURE });
  }
  /** Words beside a point, on a line also between two. @param {L.LatLng} at @param {string} words */
  function tell(at, words) {
    const box = document.createElement("span");
    box.textContent = words;
    const anchor = L.circleMarker(at, { className: "measure", radius: 0, stroke: false, interactive: false });
    drawing.addLayer(anchor);
    anchor
      .bindTooltip(box, { permanent: true, direction: "right", offset: [8, 0], className: "measured" })
      .openTooltip();
  }
  /** The length of each part in its middle, of all at the end. @param {L.LatLng[]} points */
  function tellLengths(points) {
    const { numbers } = page;
    /** @param {L.LatLng[]} some */
    const words = (some) => numbers.metres(length(some.map(({ lat, lng }) => [lat, lng])));
    if (points.length > 2) {
      for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1], points[i]];
        tell(L.latLng((a.lat + b.lat) / 2, (a.lng + b.lng) / 2), words([a, b]));
      }
    }
    if (points.length > 1) tell(points[points.length - 1], words(points));
  }
  /** A place in degrees, and in metres of its belt. @param {{lat: number, lng: number}} at */
  function placed({ lat, lng }) {
    const { belt, north, east } = toGrid(lat, lng);
    const epsg = epsgOf(belt);
    const degrees = `${lat.toFixed(6)}, ${lng.toFixed(6)}`;
    if (epsg === null) return degrees;
    return `${degrees} · X ${north.toFixed(1)} Y ${belt}${east.toFixed(1).padStart(8, "0")} (CGCS2000, ${3 * belt}°E, EPSG:${epsg})`;
  }
  /** Goes to coordinates as they were typed; false if they name no place. @param {string} text */
  function goTo(text) {
    const place = placeNamed(text, beltOf(page.leaflet.getCenter().lng));
    if (!place) {
      change({ isRefused: true, isDone: false, points: [] }); // what was found before is not what was asked for
      return false;
    }
    const at = L.latLng(place);
    map.setView(at, Math.max(map.getZoom(), Math.min(PLACE_ZOOM, map.getMaxZoom())), { animate: false });
    put(at);
    return true;
  }
  function draw() {
    const { mode, isDone, points } = page.state.measure;
    const style = { className: "measure", weight: 2, interactive: false };
    drawing.clearLayers();
    container.classList.toggle("measuring", mode !== null && !isDone);
    if (!mode || !points.length) return;
    const region = regionOf(page.state.measure);
    const ring = region?.ring || (mode === "area" && points.length > 2 ? points : null);
    drawing.addLayer(
      ring
        ? L.polygon(ring, { ...style, smoothFactor: 0 })
        : L.polyline(points, { ...style, className: "measure way" }),
    );
    if (mode === "length") tellLengths(points);
    for (const point of points) {
      drawing.addLayer(L.circleMarker(point, { className: "measure", radius: 3, interactive: false }));
    }
  }

  /** @param {number} m2 */
  function extent(m2) {
    const { numbers, data } = page;
    return numbers.grouped(m2 / 1e6, 4) + page.say("measured_km2") + numbers.mu(m2 / data.units.m2_per_mu);
  }
  /** The measured length or area in words; "" with too few points. */
  function result() {
    if (!isEnough()) return "";
    const { mode, points, form, km } = page.state.measure;
    const { numbers } = page;
    /** @type {[number, number][]} */
    const pairs = points.map((point) => [point.lat, point.lng]);
    if (mode === "place") return placed(points[0]);
    if (mode === "length") return page.say("measured_length") + numbers.metres(length(pairs));
    if (mode === "inside" && form === "circle") {
      return `${page.say("inside_radius")} ${numbers.metres(1000 * km)}${page.say("inside_comma")}${extent(Math.PI * 1e6 * km * km)}`;
    }
    const round = page.say("measured_round") + numbers.metres(length([...pairs, pairs[0]]));
    return page.say("measured_area") + extent(area(pairs)) + round;
  }
  map.on("click", (event) => put(event.latlng));
  finishOnCard(page, finish);
  map.on("mousemove", ({ latlng }) => {
    const pointed = document.getElementById("yz-pointed");
    if (pointed) pointed.textContent = placed(latlng); // by itself: the rest of the page does not change
  });
  map.on("dblclick", finish);
  container.addEventListener("keydown", (event) => {
    if (!page.state.measure.mode) return;
    if (event.key === " ") {
      put(map.getCenter());
      event.preventDefault();
    }
    if (event.key === "Backspace") undo();
    if (event.key === "Enter") finish();
    if (event.key === "Escape") {
      stop();
      event.stopPropagation();
    }
  });

  return {
    put,
    stop,
    undo,
    goTo,
    result,
    copy: async () => page.store.change({ notice: await copied(page, result()) }),
    /** Whether a click on the map sets a point. */
    isActive: () => page.state.measure.mode !== null && !page.state.measure.isDone,
    /** Begins to measure, or stops if it was measured so already. @param {NonNullable<State["measure"]["mode"]>} mode */
    toggle(mode) {
      if (page.state.measure.mode === mode) {
        stop();
        return;
      }
      page.store.change({ measure: { ...NO_MEASURE, mode } });
      if (mode === "inside") page.store.change({ snap: "low" }); // on a phone its card needs the map
      container.focus();
    },
    /** @param {State} state @param {State} before */
    follow(state, before) {
      if (state.measure === before.measure) {
        if (state.lang !== before.lang) draw(); // lengths are told on the map
        return;
      }
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
