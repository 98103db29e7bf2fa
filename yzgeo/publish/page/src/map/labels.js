// Names on the map: zones with what the view says of them, marks with their sums, parks; then those of the ground. What
// stands first goes first, with all its lines or the first alone; what has no room gives way.
import { render } from "preact";
import { flagsShown } from "../elements/finding.js";
import { html } from "../html.js";
import { isInside } from "../outputs/inside.js";
import { coversOf, viewOf } from "./covers.js";
import { BARE, CLEAR_PX, makeSizes } from "./label_sizes.js";
import { place } from "./placing.js";
import { around, beside, disc, isWithin, labelSpots } from "./room.js";

/** @typedef {import("./room.js").Box} Box @typedef {import("./marks.js").Shown} Shown */
/** @typedef {import("./label_sizes.js").Half} Half */
/** @typedef {{x: number, y: number, align?: string}} Spot */
/** @typedef {{box: Box, cost: number, spot: Spot, half: Half, isBare: boolean}} Candidate */

const PARK_ZOOM = 13;
const MOST_NAMED = 2;
/** What it costs a label to have its first line alone: more than any of its spots. */
const BARE_COST = 100;

/**
 * @param {Page} page @param {ReturnType<typeof import("./shapes.js").makeShapes>} shapes
 * @param {ReturnType<typeof import("./zones.js").makeZones>} ground
 * @param {ReturnType<typeof import("./marks.js").makeMarks>} marks
 */
export function makeLabels(page, shapes, ground, marks) {
  const map = page.leaflet;
  const pane = map.createPane("yz-labels");
  pane.style.zIndex = "640"; // below tooltips and popups
  pane.classList.add("leaflet-zoom-hide");
  const zones = page.data.zones.filter(({ middle, key }) => middle && shapes.byKey[key]);
  const measured = makeSizes(map);
  /** @type {Map<HTMLElement, import("./label_sizes.js").Sizes>} */
  let sizes = new Map();

  /** @param {Zone} zone */
  function zoneLabel(zone) {
    const lines = /** @type {string[]} */ ([]).concat(page.view.label(zone)).filter(Boolean);
    const flags = page.state.shown.findings ? flagsShown(page, zone.key) : 0;
    const colour = { color: page.theme.shade(zone.colour) };
    return html`<div key=${zone.key} class="map-label zone-label" data-key=${zone.key}>
      <span class="name" style=${colour}>${page.text(zone.short)}${flags ? html` <span class="flag">${flags}</span>` : null}</span>
      ${lines.map((line) => html`<span class="area">${line}</span>`)}
    </div>`;
  }
  /** @param {Shown} mark */
  function markLabel({ host, sites, wanted }) {
    const flags = page.state.shown.findings ? wanted.reduce((sum, { key }) => sum + flagsShown(page, key), 0) : 0;
    const others = sites.length > 1 ? page.say("and_places").replace("%d", String(sites.length)) : "";
    const sum = page.view.sum ? page.view.sum(wanted) : page.numbers.roughly(wanted);
    const where = `${page.text(host.name)}${others} · ${page.numbers.items(wanted.length)}`;
    return html`<div key=${`mark:${host.place_id}`} class="map-label mark-label" data-place=${host.place_id}>
      ${sum || flags ? html`<span class="sum">${sum}${flags ? html` <span class="flag">${flags}</span>` : null}</span>` : null}
      <span class="where">${where}</span>
    </div>`;
  }
  /** Parks are named where the map is large enough. @param {Shown} mark */
  function parkLabel({ host, parks }) {
    const names = parks.slice(0, MOST_NAMED).map((key) => page.text(page.data.subjects[key].name));
    const rest = parks.length > MOST_NAMED ? page.say("and_so_on").replace("%d", String(parks.length)) : "";
    return html`<div key=${`parks:${host.place_id}`} class="map-label park-label">
      <span class="name">${names.join(page.lang === "zh" ? "、" : ", ") + rest}</span>
    </div>`;
  }

  /** Whether a spot of the map may name a zone. @param {Zone} zone @param {Half} half @returns {(spot: {x: number, y: number}) => boolean} */
  function fitness(zone, { w, h }) {
    const view = viewOf(map);
    const middle = map.latLngToLayerPoint(/** @type {[number, number]} */ (zone.middle));
    const isSeen = isWithin(around(middle, 0, 0), view);
    return (spot) => {
      if (isSeen && !isWithin(around(spot, w, h), view)) return false;
      const inside = zones.filter((other) => [-h, 0, h].some((step) => isOn(other, spot.x, spot.y + step)));
      // A name over another zone would be taken for that one's.
      if (inside.length && !inside.includes(zone)) return false;
      return !isOuter(zone) || (inside.length > 0 && inside.every((one) => one === zone || isOuter(one)));
    };
  }
  /** @param {Zone} zone @param {number} x @param {number} y */
  function isOn({ key }, x, y) {
    const at = map.layerPointToLatLng([x, y]);
    const outline = shapes.byKey[key];
    return outline.getBounds().contains(at) && isInside([at.lng, at.lat], outline.feature.geometry);
  }
  /** Whether zones lie in a zone. @param {Zone} zone */
  const isOuter = ({ key }) => shapes.byKey[key].base.fillOpacity === 0;

  /**
   * The places of a label, with all its lines and with the first alone, that are fit for it.
   * @param {HTMLElement} node @param {(half: Half) => Spot[]} spotsOf
   * @param {(half: Half) => (spot: Spot) => boolean} fitOf
   * @returns {Candidate[]}
   */
  function candidates(node, spotsOf, fitOf) {
    return [false, true].flatMap((isBare) => {
      const half = sizes.get(node)?.[isBare ? BARE : "whole"];
      if (!half) return [];
      const base = isBare ? BARE_COST : 0;
      const found = spotsOf(half).map((spot, number) => {
        return { box: around(spot, half.w, half.h), cost: base + number, spot, half, isBare };
      });
      const isFit = fitOf(half);
      return found.filter(({ spot }) => isFit(spot));
    });
  }
  /** @param {Zone} zone @param {HTMLElement} node */
  function zoneCandidates(zone, node) {
    const frame = /** @type {Box} */ (ground.frame(zone.key));
    const middle = map.latLngToLayerPoint(/** @type {[number, number]} */ (zone.middle));
    const isSoft = zone.basis !== "official" && !isOuter(zone);
    return candidates(
      node,
      ({ w, h }) => labelSpots(middle, frame, w, h, isSoft),
      (half) => fitness(zone, half),
    );
  }
  /** @param {Shown} mark @param {HTMLElement} node */
  function markCandidates(mark, node) {
    const view = viewOf(map);
    const isSeen = isWithin(around(mark, 0, 0), view);
    return candidates(
      node,
      ({ w, h }) => beside(mark, marks.reach(mark) + CLEAR_PX + 1, w, h),
      ({ w, h }) =>
        (spot) =>
          !isSeen || isWithin(around(spot, w, h), view),
    );
  }
  /** @param {HTMLElement} node @param {Candidate | undefined} at */
  function put(node, at) {
    node.style.visibility = at ? "" : "hidden";
    if (!at) return;
    const { spot, half } = at;
    node.classList.toggle(BARE, at.isBare);
    node.style.textAlign = spot.align || "center";
    L.DomUtil.setPosition(node, L.point(spot.x - half.w + CLEAR_PX, spot.y - half.h + CLEAR_PX));
  }
  /** What is opened is named first, then the larger zone. */
  function zonesByRank() {
    const isOpened = (/** @type {Zone} */ { key }) => Number(key === page.state.opened);
    return [...zones].sort((a, b) => isOpened(b) - isOpened(a) || a.rank - b.rank);
  }
  /** Where marks are, and what lies upon the map, no name stands. */
  function occupied() {
    return coversOf(map).concat(discs());
  }
  function discs() {
    return marks.shown().flatMap((mark) => disc(mark, marks.reach(mark) + CLEAR_PX));
  }

  return {
    forget: measured.forget,
    /** Writes the labels, and puts each where it covers nothing. */
    arrange() {
      const named = page.state.shown.zones ? zonesByRank() : [];
      const summed = marks.shown().filter(({ wanted }) => wanted.length);
      const parked = marks.shown().filter(({ parks }) => parks.length && map.getZoom() >= PARK_ZOOM);
      render([...named.map(zoneLabel), ...summed.map(markLabel), ...parked.map(parkLabel)], pane);
      const nodes = /** @type {HTMLElement[]} */ ([...pane.children]);
      sizes = measured.of(nodes);
      const covered = occupied();
      const labels = nodes.map((node, index) => {
        const zone = named[index];
        const mark = [...summed, ...parked][index - named.length];
        const found = zone ? zoneCandidates(zone, node) : markCandidates(mark, node);
        return { key: String(index), priority: index, candidates: found };
      });
      const placed = place(labels, covered);
      nodes.forEach((node, index) => {
        put(node, placed.get(String(index)));
      });
      const taken = [...covered, ...[...placed.values()].map(({ box }) => box)];
      page.ground?.label(taken);
    },
  };
}
