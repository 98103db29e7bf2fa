// The map: what folium drew, labelled and styled by the view, and what is opened marked on it.
import { makeLabels, placeOf, radiusOf } from "./labels.js";
import { makeShapes, putHatches } from "./shapes.js";
import { makeSight } from "./sight.js";

const FAR_ZOOM = 10.5;
const OPENED_PX = 4;
const RING_PX = 5; // from a symbol to the ring around it
const ZONE_ZOOM = 13;
const PARCEL_ZOOM = 17;
/** Parts of the state by which shapes and labels look different. */
const LOOKS = /** @type {const} */ ([
  "view",
  "opened",
  "rule",
  "filter",
  "lang",
  "theme",
  "systemDark",
  "shown",
  "printing",
  "basemap",
]);

/** @param {Page} page */
export function makeMap(page) {
  const { leaflet: map, layers } = page;
  const shapes = makeShapes(page);
  const sight = makeSight(page);
  const labels = makeLabels(page, shapes);
  const halo = L.layerGroup().addTo(map);
  const { byKey, allByKey } = shapes;

  /** @param {Key} key @param {DrawnShape} shape @returns {L.CircleMarkerOptions} */
  function pathOf(key, shape) {
    const subject = page.data.subjects[key];
    const path = { opacity: 1, ...shape.base, ...page.view.style(key, subject, shape.base) };
    if (key === page.state.opened && !shape.home) path.weight = OPENED_PX;
    // A ring is open on any ground.
    if (subject.kind === "park" && path.opacity !== 0) path.fillColor = page.theme.variable("--panel");
    return path;
  }
  function restyle() {
    for (const shape of Object.values(allByKey).flat()) {
      const path = pathOf(shape.key, shape);
      shape.setStyle(path);
      if (shape.setRadius) shape.setRadius(path.radius);
      const element = /** @type {SVGElement | undefined} */ (shape.getElement());
      if (!element) continue;
      element.style.pointerEvents = path.opacity === 0 ? "none" : "";
      element.setAttribute("tabindex", "-1"); // the list is the keyboard's way to the same things
    }
  }
  function refresh() {
    labels.write();
    restyle();
    shapes.layGround();
    labels.arrange();
  }
  /** @param {string} name @param {boolean} on */
  function toggle(name, on) {
    const layer = { places: labels.names, uncertainty: labels.circles }[name] || layers[name];
    if (map.hasLayer(layer) === on) return;
    if (on) map.addLayer(layer);
    else map.removeLayer(layer);
    if (on && name === "zones") for (const shape of shapes.shapesOf("zones")) shape.bringToBack();
    if (on && layers.district && map.hasLayer(layers.district)) layers.district.bringToBack();
  }

  /** @param {Key[]} keys */
  function ring(keys) {
    for (const shape of keys.flatMap((key) => allByKey[key] || [])) {
      const style = { className: "ring", weight: 2, fill: false, interactive: false };
      halo.addLayer(L.circleMarker(placeOf(shape), { radius: radiusOf(shape) + RING_PX, ...style }));
    }
  }
  function markOpened() {
    const { opened } = page.state;
    const subject = page.subject(opened);
    halo.clearLayers();
    if (!opened || !subject) return;
    if (subject.projects) ring(subject.projects);
    const homes = (allByKey[opened] || []).flatMap(({ home }) => home || []);
    if (!homes.length) return;
    const radius = subject.uncertainty_m;
    const style = { className: "uncertainty chosen", weight: 1.5, dashArray: "4 4", interactive: false };
    if (radius) for (const home of homes) halo.addLayer(L.circle(home, { radius, ...style }));
    ring([opened]);
  }
  /** A parcel is brought into sight, clear of the panel over the map or beside it. @param {Shape} geometry */
  function travelToParcel(geometry) {
    const bounds = L.geoJSON(geometry).getBounds();
    sight.stay();
    if (map.getBounds().intersects(bounds)) sight.reach(bounds.getCenter());
    else sight.fit(bounds, PARCEL_ZOOM);
  }
  /** @param {DrawnShape} shape */
  function travelTo(shape) {
    const homes = allByKey[shape.key].flatMap(({ home }) => home || []);
    sight.stay(!shape.home);
    if (homes.length > 1) sight.fit(L.latLngBounds(homes), ZONE_ZOOM);
    else if (shape.home) sight.reach(shape.home);
    else sight.fit(shape.getBounds(), ZONE_ZOOM);
  }
  /**
   * Goes to what is newly opened. Where the page itself went, it also goes back: when the panel is closed, another view
   * is chosen, or what is opened next has no place.
   * @param {boolean} isNew @param {boolean} isOtherView
   */
  function travel(isNew, isOtherView) {
    const { opened } = page.state;
    const geometry = isNew && page.subject(opened)?.geometry;
    const shape = isNew && opened && byKey[opened];
    if (geometry) travelToParcel(geometry);
    else if (shape) travelTo(shape);
    else if ((isNew || isOtherView) && sight.isAway()) sight.home();
  }
  function zoomed() {
    map.getContainer().classList.toggle("far", map.getZoom() < FAR_ZOOM);
    labels.arrange();
    markOpened(); // symbols of one place are spread by pixels, whatever the zoom
  }

  return {
    byKey,
    allByKey,
    home: sight.home,
    stay: sight.stay,
    isWhole: sight.isWhole,
    resized: sight.resized,
    refresh,
    /** Shows the state for the first time. */
    start() {
      for (const [name, on] of Object.entries(page.state.shown)) toggle(name, on);
      map.on("zoomend", zoomed);
      putHatches(page);
      sight.home();
      refresh();
      zoomed();
    },
    /** @param {State} state @param {State} before */
    follow(state, before) {
      for (const [name, on] of Object.entries(state.shown)) if (on !== before.shown[name]) toggle(name, on);
      if (LOOKS.some((name) => state[name] !== before[name])) refresh();
      if (state.visits === before.visits) return;
      markOpened();
      travel(state.opened !== before.opened, state.view !== before.view);
    },
  };
}
