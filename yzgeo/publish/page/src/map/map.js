// The map: zones, marks and labels by the view, and what is opened or pointed at marked on it.
import { makeCallout } from "./callout.js";
import { makeFound } from "./found.js";
import { makeLabels } from "./labels.js";
import { makeMarks } from "./marks.js";
import { makeShapes } from "./shapes.js";
import { makeSight } from "./sight.js";
import { makeZones } from "./zones.js";

const FAR_ZOOM = 10.5;
const ZONE_ZOOM = 13;
const PARCEL_ZOOM = 17;
/** Parts of the state by which shapes and labels look different. */
const LOOKS = /** @type {const} */ ([
  "view",
  "opened",
  "table",
  "rule",
  "filter",
  "lang",
  "theme",
  "systemDark",
  "shown",
  "printing",
  "basemap",
]);
/** Layers that are drawn by the page, not by folium. */
const DRAWN = ["zones", "projects", "parks"];

/** @param {Page} page */
export function makeMap(page) {
  const { leaflet: map, layers } = page;
  const shapes = makeShapes(page);
  const sight = makeSight(page);
  const zones = makeZones(page, shapes);
  const marks = makeMarks(page);
  const labels = makeLabels(page, shapes, zones, marks);
  const callout = makeCallout(page, marks);
  const found = makeFound(page, sight);
  const halo = L.layerGroup().addTo(map);
  const circles = L.layerGroup(
    page.data.places.map(({ lat, lon, uncertainty_m }) =>
      L.circle([lat, lon], {
        radius: uncertainty_m,
        className: "uncertainty",
        weight: 1,
        dashArray: "2 4",
        fill: false,
        interactive: false,
      }),
    ),
  );
  const { byKey, allByKey } = shapes;

  function refresh() {
    shapes.layGround();
    zones.lay();
    marks.lay();
    labels.forget();
    labels.arrange();
    callout.draw();
  }
  /** @param {string} name @param {boolean} on */
  function toggle(name, on) {
    const layer = { uncertainty: circles }[name] || layers[name];
    if (!layer || (DRAWN.includes(name) && name !== "zones") || map.hasLayer(layer) === on) return;
    if (on) map.addLayer(layer);
    else map.removeLayer(layer);
    if (on && name === "zones") shapes.hideOutlines();
    if (on && name === "constraints") layers.constraints.bringToBack();
    if (on && layers.district && map.hasLayer(layers.district)) layers.district.bringToBack();
  }

  function markOpened() {
    const { opened } = page.state;
    const subject = page.subject(opened);
    halo.clearLayers();
    if (!opened || !subject) return;
    const homes = (allByKey[opened] || []).flatMap(({ home }) => home || []);
    const radius = subject.uncertainty_m;
    const style = { className: "uncertainty chosen", weight: 1.5, dashArray: "4 4", interactive: false };
    if (radius) for (const home of homes) halo.addLayer(L.circle(home, { radius, ...style }));
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
    marks.redraw();
    labels.arrange();
    callout.draw();
  }
  /** The address may say where the map stands; else what is opened does. @param {State} state @param {State} before */
  function arrive({ at, opened, view }, before) {
    if (at && at !== before.at && at !== sight.here()) sight.go(at);
    else travel(opened !== before.opened, view !== before.view);
  }
  /** @param {State} state @param {State} before */
  function point(state, before) {
    marks.redraw();
    callout.draw();
    if ([state.hovered, before.hovered].some((key) => key?.startsWith("zone:"))) zones.lay();
  }

  return {
    byKey,
    allByKey,
    /** The marks as they are drawn: each disc stands on the place of its host. */
    marks: marks.shown,
    sizes: marks.sizes,
    point: found.point,
    home: sight.home,
    toolsWidth: sight.toolsWidth,
    zoom: sight.zoom,
    stay: sight.stay,
    isWhole: sight.isWhole,
    resized() {
      labels.forget();
      sight.resized();
    },
    refresh,
    /** Places the names anew, where something else lies upon the map than before. */
    label: labels.arrange,
    /** Shows the state for the first time. */
    start() {
      for (const name of DRAWN) if (layers[name] && name !== "zones") map.removeLayer(layers[name]);
      for (const [name, on] of Object.entries(page.state.shown)) toggle(name, on);
      shapes.hideOutlines();
      map.on("zoomend", zoomed);
      sight.home();
      refresh();
      zoomed();
    },
    /** @param {State} state @param {State} before */
    follow(state, before) {
      for (const [name, on] of Object.entries(state.shown)) if (on !== before.shown[name]) toggle(name, on);
      if (LOOKS.some((name) => state[name] !== before[name])) refresh();
      else if (state.hovered !== before.hovered || state.selected !== before.selected) point(state, before);
      if (state.view !== before.view || state.filter !== before.filter) marks.close();
      if (state.visits === before.visits) return;
      found.clear();
      markOpened();
      arrive(state, before);
    },
  };
}
