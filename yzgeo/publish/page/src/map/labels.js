// Names on the map: zones with what the view says of them; the ground's own take the room that is left.
import { render } from "preact";
import { html } from "../html.js";
import { isInside } from "../outputs/inside.js";
import { makeClusters } from "./clusters.js";
import { around, freeSpot, isFree, isWithin, labelSpots, seeds } from "./room.js";

/** @typedef {import("./room.js").Box} Box */

const CLEAR_PX = 2;
/** @type {L.TooltipOptions} */
const LABEL = { permanent: true, direction: "center", opacity: 1, interactive: false };

/**
 * @param {Page} page @param {ReturnType<typeof import("./shapes.js").makeShapes>} shapes
 */
export function makeLabels(page, shapes) {
  const map = page.leaflet;
  const clusters = makeClusters(page);
  const circles = L.layerGroup();

  /** @param {(tip: L.Tooltip) => L.Tooltip} place @param {L.TooltipOptions} more */
  function label(place, more) {
    const box = document.createElement("div");
    const tip = place(L.tooltip({ ...LABEL, ...more }));
    return { tip, box };
  }
  const zones = page.data.zones.flatMap((zone) => {
    const { middle } = zone;
    if (!middle) return [];
    const { tip, box } = label((tip) => tip.setLatLng(middle), { className: "zone-label" });
    tip.setContent(box);
    map.addLayer(tip);
    return [{ tip, box, zone, middle }];
  });
  for (const { lat, lon, uncertainty_m: radius } of page.data.places) {
    const style = { className: "uncertainty", weight: 1, dashArray: "2 4", fill: false, interactive: false };
    circles.addLayer(L.circle([lat, lon], { radius, ...style }));
  }

  /** @param {typeof zones[number]} label @returns {Box} */
  function frameOf({ zone }) {
    const bounds = shapes.byKey[zone.key].getBounds();
    const low = map.latLngToLayerPoint(bounds.getSouthWest());
    const high = map.latLngToLayerPoint(bounds.getNorthEast());
    return { left: low.x, right: high.x, top: high.y, bottom: low.y };
  }
  /** Whether zones lie in a zone, which is an outline alone. @param {typeof zones[number]} label */
  const isOuter = ({ zone }) => shapes.byKey[zone.key].base.fillOpacity === 0;
  /**
   * Whether a spot may name a zone: a name over another zone would be taken for that one's, and what lies over the edge
   * of the map cannot be read. A zone around others is named on its own land or not at all.
   * @param {{x: number, y: number}} spot @param {typeof zones[number]} label @param {number} w @param {number} h
   */
  function isFit(spot, label, w, h) {
    const inside = zones.filter(({ zone }) => {
      return [-h, 0, h].some((step) => {
        const at = map.layerPointToLatLng([spot.x, spot.y + step]);
        const outline = shapes.byKey[zone.key];
        return outline.getBounds().contains(at) && isInside([at.lng, at.lat], outline.feature.geometry);
      });
    });
    if (inside.length && !inside.includes(label)) return false;
    if (isOuter(label) && !(inside.length && inside.every((one) => one === label || isOuter(one)))) return false;
    const view = viewOf(map);
    return !isWithin(around(map.latLngToLayerPoint(label.middle), 0, 0), view) || isWithin(around(spot, w, h), view);
  }
  /**
   * Inside the outline if there is room, else beside it; where there is none for all lines, for the name alone; else the
   * name stays away until the reader comes nearer.
   * @param {typeof zones[number]} label @param {Box[]} taken
   */
  function placeZone(label, taken) {
    const { tip, zone, middle } = label;
    const node = tip.getElement();
    if (!node || !shapes.byKey[zone.key]) return;
    const frame = frameOf(label);
    for (const isBare of [false, true]) {
      node.classList.toggle("bare", isBare);
      const w = node.offsetWidth / 2 + CLEAR_PX;
      const h = node.offsetHeight / 2 + CLEAR_PX;
      const spots = labelSpots(map.latLngToLayerPoint(middle), frame, w, h);
      const spot = freeSpot(spots, w, h, taken, (one) => isFit(one, label, w, h));
      if (!spot) continue;
      node.style.visibility = "";
      taken.push(around(spot, w, h));
      tip.setLatLng(map.layerPointToLatLng([spot.x, spot.y]));
      return;
    }
    node.style.visibility = "hidden";
  }
  /** What is opened is named first, then the larger zone. */
  function zonesByRank() {
    const isOpened = (/** @type {typeof zones[number]} */ { zone }) => Number(zone.key === page.state.opened);
    return [...zones].sort((a, b) => isOpened(b) - isOpened(a) || a.zone.rank - b.zone.rank);
  }
  /** Names of places give way. @param {L.Tooltip} tip @param {Box[]} taken */
  function showWhereFree(tip, taken) {
    const node = tip.getElement();
    const at = tip.getLatLng();
    if (!node || !at) return;
    const point = map.latLngToLayerPoint(at).add(/** @type {L.Point} */ (tip.options.offset));
    const box = around(point, node.offsetWidth / 2, node.offsetHeight / 2);
    const isShown = isFree(box, taken);
    node.style.visibility = isShown ? "" : "hidden";
    if (isShown) taken.push(box);
  }

  return {
    circles,
    write() {
      for (const { tip, box, zone } of zones) {
        const lines = /** @type {string[]} */ ([]).concat(page.view.label(zone)).filter(Boolean);
        const content = html`<span class="name">${page.text(zone.short)}</span>
          ${lines.map((line) => html`<span class="area">${line}</span>`)}`;
        render(content, box);
        tip.update();
      }
    },
    /** Spreads the symbols, and puts labels where they cover none. */
    arrange() {
      const { single, discs } = clusters.arrange(shapes.symbols().filter((shape) => shape.options.opacity !== 0));
      spread(map, single);
      const taken = single.map((shape) => {
        const reach = radiusOf(shape) + CLEAR_PX;
        return around(map.latLngToLayerPoint(placeOf(shape)), reach, reach);
      });
      taken.push(...discs.map(({ at, radius }) => around(at, radius + CLEAR_PX, radius + CLEAR_PX)));
      for (const label of zonesByRank()) placeZone(label, taken);
      for (const { sum } of discs) showWhereFree(sum, taken);
      page.ground.label(taken);
    },
  };
}

/** The part of the map that is seen. @param {L.Map} map */
function viewOf(map) {
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const { x: right, y: bottom } = map.containerPointToLayerPoint(map.getSize());
  return { left, top, right, bottom };
}

/** The place of a symbol on the map, or of the disc that it is drawn in. @param {DrawnShape} shape @returns {L.LatLng} */
export function placeOf(shape) {
  if (shape.within) return shape.within.at;
  return /** @type {() => L.LatLng} */ (shape.getLatLng).call(shape);
}

/** @param {DrawnShape} shape @returns {number} */
export function radiusOf(shape) {
  return shape.within?.radius || /** @type {L.CircleMarkerOptions} */ (shape.options).radius || 0;
}

/**
 * Symbols at one place are laid out around it, the largest in the middle.
 * @param {L.Map} map @param {DrawnShape[]} shapes
 */
function spread(map, shapes) {
  /** @type {Map<string, DrawnShape[]>} */
  const groups = new Map();
  for (const shape of shapes) {
    const home = /** @type {L.LatLng} */ (shape.home);
    const at = `${home.lat},${home.lng}`;
    groups.set(at, [...(groups.get(at) || []), shape]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => radiusOf(b) - radiusOf(a));
    const middle = map.latLngToLayerPoint(/** @type {L.LatLng} */ (group[0].home));
    const offsets = seeds(group.length, radiusOf(group[0]));
    group.forEach((shape, index) => {
      shape.setLatLng(map.layerPointToLatLng(middle.add(offsets[index])));
    });
  }
}
