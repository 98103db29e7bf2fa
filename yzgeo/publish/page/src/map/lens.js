// A lens over parcels that are small: what is around the pointer, three times as large.

import { render } from "preact";
import { byId, html } from "../html.js";
import { drawSeeds } from "./seeds.js";
import { tangents } from "./tangents.js";

const TIMES = 3;
const SMALL_PX = 12; // larger parcels need no lens
const LEAST_STAGE_PX = 640; // a narrower map has no room for one
const SHARE = 0.14; // of the map's shorter side
const SIZES = { least: 76, most: 130 };
const GAP_PX = 16;
const NOTE_PX = 64; // what the upper left corner is kept clear of
const GROUNDS = ".leaflet-yz-ground-pane canvas, .leaflet-yz-zones-pane canvas";

/** @typedef {{x: number, y: number, r: number}} Circle */

/** @param {Page} page @param {ParcelLayer} parcels */
export function makeLens(page, parcels) {
  const map = page.leaflet;
  const container = map.getContainer();
  const root = document.createElement("div");
  root.className = "yz-lens";
  root.setAttribute("aria-hidden", "true"); // what it shows is on the map
  const [ground, drawing] = [document.createElement("canvas"), document.createElement("canvas")];
  const glass = document.createElement("div");
  glass.className = "glass";
  glass.append(ground, drawing);
  const lines = document.createElement("div");
  root.append(lines, glass);
  container.appendChild(root);
  /** What is looked at. @type {L.LatLng | null} */
  let focus = null;
  let corner = -1;
  let isAsked = false;
  let isReady = false;

  const hasRoom = () => container.clientWidth >= LEAST_STAGE_PX;
  /** Whether a lens would show more than the map does. */
  function isSmall() {
    const scene = parcels.scene(map.getZoom());
    return scene !== null && scene.size < SMALL_PX && parcels.scene(map.getZoom() + Math.log2(TIMES))?.mode !== "grid";
  }
  /** Whether it is there: as the reader has it, and if he has not said, where a view that is of parcels has small ones. */
  function isOn() {
    const { lens, shown, printing } = page.state;
    if (!isReady || !shown.parcels || printing || page.view.layout !== "map" || !hasRoom()) return false;
    return lens === null ? page.view.isOfParcels === true && isSmall() : lens;
  }
  /** The circle that is looked at, on the map. @param {number} r @returns {Circle} */
  function spot(r) {
    const { x, y } = map.latLngToContainerPoint(/** @type {L.LatLng} */ (focus));
    return { x, y, r: r / TIMES };
  }
  /** The corners in which it may stand, the preferred one first. @param {number} r @returns {Circle[]} */
  function corners(r) {
    const { x: width, y: height } = map.getSize();
    const frame = container.getBoundingClientRect();
    const hands = byId("yz-hands").getBoundingClientRect();
    const right = (hands.width ? hands.left - frame.left : width) - GAP_PX - r;
    return [
      { x: right, y: 2 * GAP_PX + r, r },
      { x: GAP_PX + r, y: NOTE_PX + r, r },
      { x: right, y: height - NOTE_PX - 2 * GAP_PX - r, r },
    ];
  }
  /** It stays in its corner until what is looked at comes below it. @param {Circle[]} places @param {Circle} seen */
  function settle(places, seen) {
    const isClear = (/** @type {Circle} */ { x, y, r }) => Math.hypot(x - seen.x, y - seen.y) > r + seen.r + GAP_PX;
    if (corner < 0 || !isClear(places[corner])) corner = Math.max(0, places.findIndex(isClear));
    return places[corner];
  }
  /** The town that is nearest, by which the reader knows where he is. */
  function caption() {
    const at = /** @type {L.LatLng} */ (focus);
    const [nearest] = [...page.data.places].sort(
      (a, b) => at.distanceTo([a.lat, a.lon]) - at.distanceTo([b.lat, b.lon]),
    );
    return `${nearest ? `${page.text(nearest.name)} ` : ""}×${TIMES}`;
  }
  /** The tints and waters of the map, enlarged. @param {Circle} seen @param {number} side of the canvas @param {number} ratio */
  function drawGround(seen, side, ratio) {
    ground.width = ground.height = side * ratio;
    const pen = /** @type {CanvasRenderingContext2D} */ (ground.getContext("2d"));
    pen.fillStyle = page.theme.variable("--district");
    pen.fillRect(0, 0, side * ratio, side * ratio);
    const frame = container.getBoundingClientRect();
    for (const canvas of /** @type {NodeListOf<HTMLCanvasElement>} */ (container.querySelectorAll(GROUNDS))) {
      const box = canvas.getBoundingClientRect();
      if (!box.width || !canvas.width) continue;
      const dense = canvas.width / box.width;
      const left = (seen.x - seen.r - (box.left - frame.left)) * dense;
      const top = (seen.y - seen.r - (box.top - frame.top)) * dense;
      const wide = 2 * seen.r * dense;
      pen.drawImage(canvas, left, top, wide, wide, 0, 0, side * ratio, side * ratio);
    }
    if (page.state.shown.zones) plant(pen, seen, ratio);
  }
  /** Crosses as large as on the map. @param {CanvasRenderingContext2D} pen @param {Circle} seen @param {number} ratio */
  function plant(pen, seen, ratio) {
    /** @param {[number, number]} at */
    function place(at) {
      const { x, y } = map.latLngToContainerPoint(at);
      return { x: (x - seen.x + seen.r) * TIMES, y: (y - seen.y + seen.r) * TIMES };
    }
    pen.scale(ratio, ratio);
    const zones = page.data.zones.filter(({ key }) => page.map.byKey[key]);
    for (const zone of zones) drawSeeds(page, pen, zone, place, map.getZoom() + Math.log2(TIMES));
  }
  /** @param {Circle} seen @param {Circle} lens */
  function drawLines(seen, lens) {
    const { x: width, y: height } = map.getSize();
    const leaders = tangents(seen, lens).map(
      ([from, to]) => html`<line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} class="leader" />`,
    );
    render(
      html`<svg width=${width} height=${height}>${leaders}<circle cx=${seen.x} cy=${seen.y} r=${seen.r} class="seen" /></svg>
        <span class="caption" style=${{ left: `${lens.x}px`, top: `${lens.y + lens.r}px` }}>${caption()}</span>`,
      lines,
    );
  }
  function draw() {
    isAsked = false;
    root.style.visibility = "";
    const wasOn = !root.hidden;
    const last = corner;
    root.hidden = !isOn();
    if (!root.hidden) drawLens();
    else if (wasOn) corner = -1;
    if (wasOn !== !root.hidden || (wasOn && last !== corner)) page.map.label(); // names make room for it
  }
  function drawLens() {
    const { x: width, y: height } = map.getSize();
    const r = Math.round(Math.min(SIZES.most, Math.max(SIZES.least, SHARE * Math.min(width, height))));
    if (!focus || !map.getBounds().contains(focus)) focus = start();
    const seen = spot(r);
    const lens = settle(corners(r), seen);
    const ratio = window.devicePixelRatio > 1 ? 2 : 1;
    Object.assign(glass.style, {
      left: `${lens.x - r}px`,
      top: `${lens.y - r}px`,
      width: `${2 * r}px`,
      height: `${2 * r}px`,
    });
    drawGround(seen, 2 * r, ratio);
    drawing.width = drawing.height = 2 * r * ratio;
    parcels.paint(drawing, focus, map.getZoom() + Math.log2(TIMES), ratio);
    drawLines(seen, lens);
  }
  /** What is looked at before the reader points at anything: where most parcels stand together. */
  function start() {
    const dense = parcels.densest(map.getZoom());
    return dense && map.getBounds().contains(dense) ? dense : map.getCenter();
  }
  function ask() {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(draw);
  }
  container.addEventListener("mousemove", (event) => {
    if (root.hidden) return;
    focus = map.mouseEventToLatLng(event);
    ask();
  });
  map.on("move moveend zoomend resize", ask);
  map.on("zoomanim", () => {
    root.style.visibility = "hidden"; // it would stand still while the map grows
  });
  root.hidden = true;

  return {
    isOn,
    draw: ask,
    /** Other parcels are shown than before: it looks where most of them are. */
    refocus() {
      focus = null;
      draw();
    },
    /** The boxes are unpacked. */
    begin() {
      isReady = true;
      draw();
    },
  };
}
