// The map: ground, what is known, and the point that is being set.
import { nearestRadius } from "../reading/numbers.js";
import { makeDraftMarks } from "./draft.js";
import { drawGround, makePanes } from "./ground.js";
import { drawKnown } from "./known.js";
import { makeLabels } from "./labels.js";

const USUAL_RADIUS_PX = 28; // of a ring that can be seen and taken hold of
const TOWN_ZOOM = 12;
const MOST_ZOOM = 18;
const AROUND = 4; // times the district on each side: a sheet over half of the map needs room to move it
const OUTWARDS = 1.5; // zoom levels that the whole district may shrink by
const METRES_A_DEGREE = 111195;

/** @param {PlacesPage} page @param {L.Map} map */
export function makePlacesMap(page, map) {
  const { data } = page;
  const bounds = L.latLngBounds(data.bounds);
  /** @param {number} metres @param {number} lat */
  function pixels(metres, lat) {
    const [here, there] = [lat, lat + metres / METRES_A_DEGREE].map((at) => map.project([at, 0]).y);
    return Math.abs(here - there);
  }
  map.setMaxZoom(MOST_ZOOM);
  makePanes(map);
  drawGround(map, data);
  const known = drawKnown(page, map, pixels);
  const labels = makeLabels(page, map);
  const marks = makeDraftMarks(page, map);

  /** What covers the map at its edges, so that a place is brought into what is free. */
  function cover() {
    const card = document.querySelector("#yz-card");
    const stage = map.getContainer().getBoundingClientRect();
    const box = card?.getBoundingClientRect();
    if (!box?.width) return { right: 0, bottom: 0 };
    const isSheet = box.width > stage.width * 0.8;
    return isSheet
      ? { right: 0, bottom: Math.max(0, stage.bottom - box.top) }
      : { right: stage.right - box.left, bottom: 0 };
  }
  function whole() {
    const { right, bottom } = cover();
    map.fitBounds(bounds, { paddingTopLeft: [16, 56], paddingBottomRight: [16 + right, 40 + bottom], animate: false });
  }
  let isOpen = false;
  function open() {
    isOpen = map.getContainer().clientWidth > 0;
    if (!isOpen) return;
    map.setMinZoom(0);
    whole();
    map.setMinZoom(Math.max(0, map.getZoom() - OUTWARDS));
    map.setMaxBounds(bounds.pad(AROUND)); // not before: Leaflet would slide into them from where the map was
  }
  function arrange() {
    known.soften();
    labels.arrange(marks.boxes());
  }
  /** @param {number} lat @param {number} lon */
  function show(lat, lon) {
    const { right, bottom } = cover();
    const padding = { paddingTopLeft: L.point(60, 80), paddingBottomRight: L.point(40 + right, 60 + bottom) };
    map.panInside([lat, lon], padding);
  }
  /** Brings what is selected into sight: its point, else its town. @param {string} id @param {PlaceDraft | null} draft */
  function travel(id, draft) {
    const town = page.known[page.wanted[id].town || ""];
    if (draft && draft.lat !== null && draft.lon !== null) show(draft.lat, draft.lon);
    else if (town) {
      if (map.getZoom() < TOWN_ZOOM) map.setView([town.lat, town.lon], TOWN_ZOOM, { animate: false });
      show(town.lat, town.lon);
    } else if (cover().bottom) whole(); // the sheet of a phone covers half of it
  }
  map.on("zoomend", arrange);
  map.on("moveend", () => labels.arrange(marks.boxes()));
  map.on("click", (event) => page.act.point(event.latlng.lat, event.latlng.lng));

  return {
    whole,
    show,
    zoom: (/** @type {1 | -1} */ way) => map.setZoom(map.getZoom() + way),
    /** The radius of a ring that is well seen at this scale. */
    usualRadius() {
      const metres = USUAL_RADIUS_PX / pixels(1, map.getCenter().lat);
      return nearestRadius(metres);
    },
    /** A map that had no room until now shows the whole district first. */
    resized() {
      map.invalidateSize({ animate: false, pan: false });
      if (!isOpen) open();
    },
    start() {
      const container = map.getContainer();
      container.setAttribute("role", "application");
      map.invalidateSize({ animate: false });
      labels.write();
      open();
      marks.follow(page.state, null);
      arrange();
    },
    leaflet: map,
    /** @param {PlacesState} state @param {PlacesState} before */
    follow(state, before) {
      if (state.lang !== before.lang) {
        labels.write();
        arrange();
      }
      marks.follow(state, before);
      if (state.draft !== before.draft || state.answers !== before.answers) labels.arrange(marks.boxes());
      if (state.selected !== before.selected && state.selected) travel(state.selected, state.draft);
    },
  };
}
