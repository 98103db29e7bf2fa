// The ground under the plan: sea, waters, ways and neighbours on a canvas below the zones, their names on one above.

import { makeBrush } from "./ground_brush.js";
import { addCanvas } from "./ground_canvas.js";
import { makeEdge } from "./ground_edge.js";
import { graticule } from "./ground_grid.js";
import { drawName } from "./ground_lettering.js";
import { makeNames } from "./ground_names.js";
import { makePainter } from "./ground_paint.js";
import { makePaths } from "./ground_paths.js";

/** @typedef {import("./room.js").Box} Box @typedef {import("./ground_canvas.js").Sheet} Sheet */
/** @typedef {import("./ground_paths.js").Spot} Spot */

const GROUND_Z = 150; // below the tiles of a basemap, which hide it where they come
const NAMES_Z = 610; // above the shapes, below the labels of the plan
const MARGIN = 0.15;
const PAPER_RATIO = 2.5;
const BEYOND = 0.5; // of the plan's extent, around it, where no ground says how far it reaches
const SAME_PLACE = 1e-5; // degrees
const SAME_TOWN = 0.1;
const IN_THE_WAY =
  "#yz-hands .group, #yz-key, .leaflet-control-attribution, .yz-scale, #yz-parcel-note, .yz-lens .glass";
/** Parts of the state by which the ground looks different. */
const LOOKS = /** @type {const} */ (["lang", "theme", "systemDark", "shown", "printing", "basemap", "notice"]);

/** West, south, east and north of what the map shows. @param {PageData} data @returns {[number, number, number, number]} */
export function boxOfMap({ ground, bounds }) {
  if (ground) return ground.box;
  const [[south, west], [north, east]] = bounds;
  const beyond = BEYOND * Math.max(east - west, north - south);
  return [west - beyond, south - beyond, east + beyond, north + beyond];
}

/** The layers of the ground that there are, by their name in `shown`. @param {PageData} data */
export function groundShown({ ground, places }) {
  const { sea, lakes, rivers, rail, stations, roads, towns, neighbours } = ground?.layers || {};
  const there = {
    water: sea || lakes || rivers,
    roads,
    rail: rail || stations,
    towns: towns || places.length,
    neighbours,
    relief: ground?.relief,
  };
  return Object.fromEntries(Object.entries(there).flatMap(([name, layer]) => (layer ? [[name, true]] : [])));
}

/** @param {Both} name */
const bare = ({ zh }) => zh.replace(/^(..+?)(?:镇|乡|街道)$/, "$1");

/** @param {Page} page */
export function makeGround(page) {
  const { leaflet: map, data, layers } = page;
  const drawn = /** @type {DrawnShape[]} */ (/** @type {unknown} */ (layers.district?.getLayers() || []));
  const outlines = drawn.map(({ feature }) => feature.geometry);
  const paths = makePaths(data.ground, outlines, boxOfMap(data));
  const painter = makePainter(page, paths);
  const own = data.places.map(({ name, lat, lon }) => {
    return {
      name: { zh: bare(name), en: name.en },
      kind: null,
      rank: 0,
      at: paths.project(lon, lat),
      place: /** @type {[number, number]} */ ([lat, lon]),
    };
  });
  const isOwn = (/** @type {Spot} */ { name, place: [lat, lon] }) =>
    own.some((town) => {
      const [y, x] = town.place;
      return name && bare(name) === town.name.zh && Math.hypot(x - lon, y - lat) < SAME_TOWN;
    });
  paths.towns = [...own, ...paths.towns.filter((town) => !isOwn(town))];
  const names = makeNames(page, paths, outlines, signAt);
  let sharpness = 0;
  /** What the labels of the plan take up, in pixels of the world at a zoom. @type {{zoom: number, boxes: Box[]}} */
  let occupied = { zoom: -1, boxes: [] };
  /** @type {ReturnType<typeof names.place>} */
  let placed = [];
  /** Until the map stands where the page opens, its every step there would be painted. */
  let isBegun = false;

  function ratio() {
    if (sharpness) return sharpness;
    return page.state.printing ? PAPER_RATIO : window.devicePixelRatio || 1;
  }
  /** Whether a basemap covers the ground; where it does not come, the ground stays. */
  function isCovered() {
    const { basemap, notice } = page.state;
    return basemap.name !== "" && page.basemaps.layers().length > 0 && notice?.about !== "basemap";
  }
  /** What stands at a place already: a mark or zone that names it, or the cross of a zone's seed. @param {Spot} spot */
  function signAt({ name, place: [lat, lon] }) {
    const isHere = (/** @type {number[]} */ [y, x]) => Math.hypot(y - lat, x - lon) < SAME_PLACE;
    const { shown } = page.state;
    const isMarked = data.sites.some(({ at, projects, parks }) => {
      return isHere(at) && ((shown.projects && projects.length > 0) || (shown.parks && parks.length > 0));
    });
    const isZone = shown.zones && data.zones.some((zone) => name && page.text(zone.short) === page.text(name));
    if (isMarked || isZone) return "named";
    return shown.zones && data.zones.some(({ seeds }) => seeds.some(isHere)) ? "seed" : null;
  }
  /** @param {Sheet} sheet */
  function paintGrid({ context, box }) {
    const { down, across } = graticule(map, box);
    context.save();
    context.globalAlpha = 0.06;
    context.fillStyle = page.theme.variable("--ink");
    for (const { x } of down) context.fillRect(x, box.top, 1, box.bottom - box.top);
    for (const { y } of across) context.fillRect(box.left, y, box.right - box.left, 1);
    context.restore();
  }
  /** What stands on the map apart from its own labels. @returns {Box[]} */
  function furniture() {
    const frame = map.getContainer().getBoundingClientRect();
    const inTheWay = [...document.querySelectorAll(IN_THE_WAY)].map((node) => node.getBoundingClientRect());
    const seen = inTheWay.filter(({ width, height }) => width && height);
    return seen.map(({ left, right, top, bottom }) => {
      return { left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top };
    });
  }
  /** Boxes of the plan's labels as they lie now. @returns {Box[]} */
  function labelled() {
    if (occupied.zoom !== map.getZoom()) return [];
    const corner = map.project(map.containerPointToLatLng([0, 0]));
    return occupied.boxes.map(({ left, right, top, bottom }) => {
      return { left: left - corner.x, right: right - corner.x, top: top - corner.y, bottom: bottom - corner.y };
    });
  }
  /** @param {Sheet} sheet */
  function paintNames(sheet) {
    placed = [];
    if (!isBegun) return;
    if (isCovered()) {
      painter.outline(sheet);
      return;
    }
    placed = names.place(makeBrush(map, paths, sheet), [...labelled(), ...furniture(), ...edge.boxes()]);
    const ring = { fill: page.theme.variable("--district"), line: page.theme.variable("--ink2") };
    for (const name of placed) drawName(sheet.context, name, ring);
  }
  function paintGround(/** @type {Sheet} */ sheet) {
    if (!isBegun) return;
    painter.paint(sheet, page.state.shown);
    paintGrid(sheet);
  }
  const edge = makeEdge(page, ratio, furniture);
  const ground = addCanvas(map, "yz-ground", GROUND_Z, MARGIN, ratio, paintGround);
  const above = addCanvas(map, "yz-ground-names", NAMES_Z, 0, ratio, paintNames);

  function paint() {
    edge.paint();
    ground.paint();
    above.paint();
  }
  return {
    paint,
    /** The map has come to where the page opens. */
    begin() {
      isBegun = true;
      paint();
      paths.relief?.picture.decode().then(paint, () => {}); // it is unpacked beside the script; without it the rest stays
    },
    /** Names that are on the map now, for tests and other outputs: words, kind and boxes in pixels of the map. */
    named: () => placed,
    /**
     * Puts the ground's names where the plan's labels leave room.
     * @param {Box[]} boxes that are taken, in pixels of the map's layers
     */
    label(boxes) {
      const corner = map.getPixelOrigin();
      const move = ({ left = 0, right = 0, top = 0, bottom = 0 }) => {
        return { left: left + corner.x, right: right + corner.x, top: top + corner.y, bottom: bottom + corner.y };
      };
      occupied = { zoom: map.getZoom(), boxes: boxes.map(move) };
      above.paint();
    },
    /** Paints with so many pixels in one of the screen; 0: as many as the screen has. @param {number} wanted */
    sharpen(wanted) {
      sharpness = wanted;
      paint();
    },
    /** @param {State} state @param {State} before */
    follow(state, before) {
      if (LOOKS.some((name) => state[name] !== before[name])) paint();
    },
  };
}
