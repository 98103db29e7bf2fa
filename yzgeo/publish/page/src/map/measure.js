import { area as areaOf, length } from "./geodesic.js";

/* Measuring on the map: click from point to point, finish with a double click or Enter, leave with Escape.
   With the keyboard: move the map with the arrows, set a point in its middle with the space bar. */
export function makeMeasure(page) {
  const map = page.leaflet;
  let mode = null;
  let done = false;
  let points = [];
  const drawing = L.layerGroup().addTo(map);
  const m = page.markup;

  function pairs() {
    return points.map((point) => [point.lat, point.lng]);
  }
  function metres(value) {
    const far = value >= 1000;
    const zh = page.lang === "zh";
    return (
      page.numbers.grouped(far ? value / 1000 : value, far ? 3 : 1) +
      (zh ? (far ? " 公里" : " 米") : far ? " km" : " m")
    );
  }
  function result() {
    if (mode === "length") return page.say("measured_length") + metres(length(pairs()));
    const area = areaOf(pairs());
    return (
      page.say("measured_area") +
      page.numbers.grouped(area / 1e6, 4) +
      (page.lang === "zh" ? " 平方公里，" : " km², ") +
      page.numbers.mu(area / page.data.units.m2_per_mu) +
      (page.lang === "zh" ? "，周长 " : ", round ") +
      metres(length(pairs().concat(pairs().slice(0, 1))))
    );
  }
  function enough() {
    return points.length >= (mode === "length" ? 2 : 3);
  }
  function draw() {
    const box = m.byId("yz-measure");
    const style = { className: "measure", weight: 2, interactive: false };
    drawing.clearLayers();
    box.hidden = !mode;
    map.getContainer().classList.toggle("measuring", Boolean(mode) && !done);
    if (!mode) return;
    if (points.length)
      drawing.addLayer(mode === "area" && points.length > 2 ? L.polygon(points, style) : L.polyline(points, style));
    points.forEach((point) => {
      drawing.addLayer(L.circleMarker(point, { className: "measure", radius: 3, interactive: false }));
    });
    m.empty(box);
    m.add(
      box,
      m.make("span", "", enough() ? result() : page.say(mode === "length" ? "measure_length_how" : "measure_area_how")),
      m.press("", page.say("close"), stop),
    );
  }
  function put(point) {
    if (!mode) return;
    if (done) {
      points = [];
      done = false;
    }
    const last = points[points.length - 1];
    if (!last?.equals(point)) points.push(point);
    draw();
  }
  function finish() {
    if (enough()) {
      done = true;
      draw();
    }
  }
  function start(kind) {
    if (mode === kind) {
      stop();
      return;
    }
    mode = kind;
    if (page.views.parcels) page.views.parcels.listen(false);
    points = [];
    done = false;
    map.doubleClickZoom.disable();
    map.getContainer().focus();
    draw();
  }
  function stop() {
    if (m.byId("yz-measure").contains(document.activeElement)) map.getContainer().focus();
    mode = null;
    if (page.views.parcels) page.views.parcels.listen(true);
    points = [];
    map.doubleClickZoom.enable();
    draw();
    page.tools.draw();
  }
  map.on("click", (event) => {
    put(event.latlng);
  });
  map.on("dblclick", finish);
  map.getContainer().addEventListener("keydown", (event) => {
    if (!mode) return;
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
    start: start,
    stop: stop,
    draw: draw,
    active: () => (mode !== null && !done ? mode : null),
    mode: () => mode,
  };
}
