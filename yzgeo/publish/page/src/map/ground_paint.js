// The ground painted from the bottom to the top, in the colours of the theme.
import { isDark } from "../theme.js";
import { clip, makeBrush, metresPerPixel, mixed } from "./ground_brush.js";

/** @typedef {import("./ground_brush.js").Paths} Paths @typedef {import("./ground_brush.js").Brush} Brush */
/** @typedef {import("./ground_canvas.js").Sheet} Sheet */
/** @typedef {Record<string, boolean>} Shown */

const SHADE_PX = 16;
const SHADE = 0.34; // at the line itself
const BANDS_PX = [13, 5]; // half of each lies inside
const LININGS = /** @type {[number, number][]} */ ([[16, 0.14], [11, 0.29], [7, 0.45], [3, 0.6]]); // biome-ignore format: pixels off the coast, how strong
const LINING_PX = 0.7;
const DASH = [7, 3, 1.5, 3];
const LEAST_COAST_PX = 3;
const UNKNOWN_COAST_M = 100;
const RIVER_SIDE_PX = 14; // along a river the line of the border gives way to it
/** Casing and river. @type {Record<string, [number, number]>} */
const RIVERS_PX = { river: [5.5, 3.4], canal: [3.4, 1.6], stream: [2.4, 1] };
const STATION_PX_PER_KM = 17;
/** @type {Record<string, number>} */
const ROADS_PX = { motorway: 1.8, trunk: 1.5, primary: 1.2, secondary: 0.9 };
const OTHER_ROAD_PX = 0.6;
const RELIEF_AT_NIGHT = 0.4; // white stands out on a dark ground

/** @param {Page} page @param {Paths} paths */
export function makePainter(page, paths) {
  const spare = document.createElement("canvas");
  const colour = (/** @type {string} */ name) => page.theme.variable(`--${name}`);
  const metrePx = () => 1 / metresPerPixel(page.leaflet);

  /** A soft shade around the district: strokes over strokes, each narrower, come far cheaper than a blur. @param {Brush} brush */
  function shade({ stroke }) {
    const [under, over] = [colour("outside"), colour("shade")];
    for (let off = SHADE_PX; off > 0; off -= 1) {
      stroke(paths.district.path, mixed(under, over, SHADE * (1 - off / SHADE_PX) ** 1.6), 2 * off);
    }
  }
  /** @param {Brush} brush */
  function land(brush) {
    const { context, box } = brush;
    context.fillStyle = colour(paths.district.isThere ? "outside" : "district");
    context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    if (!paths.district.isThere) return;
    shade(brush);
    brush.fill(paths.district.path, colour("district"));
    context.save();
    clip(brush, paths.district.path);
    context.globalAlpha = 0.55;
    for (const width of BANDS_PX) brush.stroke(paths.district.path, colour("band"), width);
    context.restore();
  }
  /** Takes away what runs along the coast or a river. @param {Brush} brush @param {CanvasRenderingContext2D} on */
  function rub(brush, on) {
    const coast = Math.max(LEAST_COAST_PX, (paths.accuracy.sea ?? UNKNOWN_COAST_M) * metrePx());
    on.globalCompositeOperation = "destination-out";
    brush.fill(paths.water, "#000", on);
    for (const { path, box } of paths.shore) if (brush.sees(box, coast)) brush.stroke(path, "#000", 2 * coast, [], on);
    for (const { path } of paths.rivers) brush.stroke(path, "#000", RIVER_SIDE_PX, [], on);
  }
  /**
   * Borders and the district's line, where they run over land: not along the coast, nor along a river.
   * @param {Brush} brush @param {Shown} shown
   */
  function lines(brush, shown) {
    const { context, ratio, box } = brush;
    spare.width = context.canvas.width;
    spare.height = context.canvas.height;
    const on = /** @type {CanvasRenderingContext2D} */ (spare.getContext("2d"));
    on.setTransform(context.getTransform());
    if (shown.neighbours) {
      on.globalAlpha = 0.55;
      brush.stroke(paths.borders, colour("border"), 0.9, DASH, on);
      on.globalAlpha = 1;
    }
    if (shown.district) brush.stroke(paths.district.path, colour("border"), 1.6, [], on);
    if (shown.water) rub(brush, on);
    context.drawImage(spare, box.left, box.top, spare.width / ratio, spare.height / ratio);
    spare.width = 1; // gives the memory back
  }
  /** @param {Brush} brush */
  function sea(brush) {
    const { context } = brush;
    const [fill, lining] = [colour("sea"), colour("lining")];
    const near = paths.shore.filter(({ box }) => brush.sees(box, 2 * LININGS[0][0]));
    brush.fill(paths.water, fill);
    if (!near.length) return;
    context.save();
    clip(brush, paths.water);
    for (const [off, share] of LININGS) {
      const tone = mixed(fill, lining, share);
      for (const { path } of near) brush.stroke(path, mixed(fill, colour("shore"), share), 2 * off + LINING_PX);
      for (const { path } of near) brush.stroke(path, tone, 2 * off - LINING_PX);
    }
    context.restore();
    for (const { path } of near) brush.stroke(path, colour("shore"), 1.1);
  }
  /** @param {Brush} brush */
  function lakes({ context, fill }) {
    const water = colour("sea");
    for (const { path, isSchematic } of paths.lakes) {
      context.save();
      if (isSchematic) context.filter = "blur(1.5px)"; // where a browser can
      fill(path, water);
      context.restore();
    }
  }
  /** @param {Brush} brush */
  function rivers({ stroke }) {
    const wide = RIVERS_PX.river;
    const [casing, river] = [colour("casing"), colour("river")];
    for (const { path, kind } of paths.rivers) stroke(path, casing, (RIVERS_PX[kind || ""] || wide)[0]);
    for (const { path, kind } of paths.rivers) stroke(path, river, (RIVERS_PX[kind || ""] || wide)[1]);
  }
  /** @param {Brush} brush */
  function roads(brush) {
    for (const { path, kind } of paths.roads) brush.stroke(path, colour("road"), ROADS_PX[kind || ""] || OTHER_ROAD_PX);
  }
  /** @param {Brush} brush */
  function rail(brush) {
    const { context } = brush;
    for (const { path } of paths.rail) brush.stroke(path, colour("metro"), 1);
    if (metrePx() * 1000 < STATION_PX_PER_KM) return;
    context.fillStyle = colour("district");
    context.strokeStyle = colour("metro");
    context.lineWidth = 1;
    for (const { at } of paths.stations) {
      if (!brush.sees([...at, ...at])) continue;
      context.beginPath();
      context.arc(...brush.place(at), 2.2, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
  }
  /** The shading of heights; water lies over it. @param {Brush} brush */
  function relief({ context, place }) {
    if (!paths.relief?.picture.naturalWidth) return;
    const [[left, top], [right, bottom]] = [place(paths.relief.corner), place(paths.relief.other)];
    context.save();
    context.imageSmoothingQuality = "high";
    if (isDark(page.state) && !page.state.printing) context.globalAlpha = RELIEF_AT_NIGHT;
    context.drawImage(paths.relief.picture, left, top, right - left, bottom - top);
    context.restore();
  }
  return {
    /** @param {Sheet} sheet @param {Shown} shown */
    paint(sheet, shown) {
      const brush = makeBrush(page.leaflet, paths, sheet);
      land(brush);
      if (shown.relief) relief(brush);
      lines(brush, shown);
      if (shown.water) {
        sea(brush);
        lakes(brush);
        rivers(brush);
      }
      if (shown.roads) roads(brush);
      if (shown.rail) rail(brush);
    },
    /** The district's line alone, over a basemap. @param {Sheet} sheet */
    outline(sheet) {
      makeBrush(page.leaflet, paths, sheet).stroke(paths.district.path, colour("ink"), 2);
    },
  };
}
