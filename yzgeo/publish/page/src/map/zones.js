// Zones without a line: a tint that fades as far as the outline is uncertain, with the places it was grown from.
import { pin, spread } from "./pinned.js";
import { makeSeeds } from "./seeds.js";
import { pxPerKm } from "./sites.js";
import { boxOf, softened, trace } from "./soft.js";

const COATS = { light: [0.36, 0.2], dark: [0.42, 0.23] };
const FOCUS = 0.33; // of the second coat of what is opened or pointed at
const OUTER = 0.3; // of the coats of a zone with zones in it, whose tints would mix
const HATCH_PX = 7;
const LEAST_BLUR_PX = 0.5;
const LINE_PX = 1.5;

/** @param {Page} page @param {ReturnType<typeof import("./shapes.js").makeShapes>} shapes */
export function makeZones(page, shapes) {
  const map = page.leaflet;
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const district = shapes.shapesOf("district").map(({ feature }) => flat(feature.geometry));
  const zones = page.data.zones.flatMap((zone) => {
    const shape = shapes.byKey[zone.key];
    if (!shape) return [];
    return [{ zone, shape, ground: flat(shape.feature.geometry), isOuter: shape.base.fillOpacity === 0 }];
  });
  const lay = pin(map, canvas, { pane: "yz-zones", zIndex: 410, draw });

  /** Rings in layer points. @param {{x: number, y: number}[][]} ground */
  function placed(ground) {
    const size = 256 * 2 ** map.getZoom();
    const { x, y } = map.getPixelOrigin();
    return ground.map((ring) => ring.map((point) => ({ x: point.x * size - x, y: point.y * size - y })));
  }
  /** @param {typeof zones[number]} drawn */
  function lookOf({ zone, isOuter }) {
    const [first, second] = COATS[page.theme.isDark() ? "dark" : "light"];
    const { opened, hovered } = page.state;
    const look = page.view.style(zone.key, page.data.subjects[zone.key], {});
    const strength = look?.fillOpacity === undefined ? 1 : look.fillOpacity;
    const isFocus = zone.key === opened || zone.key === hovered;
    const share = isOuter ? OUTER : 1;
    return {
      colour: page.theme.tint(zone.colour),
      coats: [first * strength * share, (isFocus ? FOCUS : second) * strength * share],
      isHatched: look?.isHatched === true,
    };
  }
  /** @param {typeof zones[number]} drawn @param {import("./soft.js").Box} seen @param {number} scale */
  function paint(drawn, seen, scale) {
    const { zone, ground } = drawn;
    const { colour, coats, isHatched } = lookOf(drawn);
    const rings = placed(ground);
    const sigma = zone.basis === "official" ? 0 : (((zone.uncertainty_m || 0) / 1000) * scale) / 2;
    drawn.shape.getElement()?.setAttribute("data-look", isHatched ? "hatched" : coats[0] < 0.1 ? "faint" : "full");
    if (sigma < LEAST_BLUR_PX) paintSharp(rings, colour, coats, isHatched);
    else paintSoft(rings, sigma, colour, coats, isHatched, seen);
  }
  /** @param {import("./soft.js").Rings} rings @param {string} colour @param {number[]} coats @param {boolean} isHatched */
  function paintSharp(rings, colour, coats, isHatched) {
    trace(pen, rings, { x: 0, y: 0 }, 1);
    pen.fillStyle = (isHatched && hatch(colour)) || colour;
    for (const coat of coats) {
      pen.globalAlpha = isHatched ? 0.5 : coat;
      pen.fill("evenodd");
    }
    pen.globalAlpha = Math.min(1, 2 * (coats[0] + coats[1]));
    pen.strokeStyle = colour;
    pen.lineWidth = LINE_PX;
    pen.stroke();
    pen.globalAlpha = 1;
  }
  /**
   * @param {import("./soft.js").Rings} rings @param {number} sigma @param {string} colour @param {number[]} coats
   * @param {boolean} isHatched @param {import("./soft.js").Box} seen
   */
  function paintSoft(rings, sigma, colour, coats, isHatched, seen) {
    const soft = softened(rings, sigma, colour, seen);
    if (!soft) return;
    const { left, top, right, bottom } = soft.box;
    for (const coat of coats) {
      pen.globalAlpha = isHatched ? coat / 2 : coat;
      pen.drawImage(soft.canvas, left, top, right - left, bottom - top);
    }
    pen.globalAlpha = 1;
    if (isHatched) pen.drawImage(hatched(soft, colour), left, top, right - left, bottom - top);
  }
  /** Lines where the soft shape is. @param {NonNullable<ReturnType<typeof softened>>} soft @param {string} colour */
  function hatched({ canvas: mask, box }, colour) {
    const lined = document.createElement("canvas");
    lined.width = Math.ceil(box.right - box.left);
    lined.height = Math.ceil(box.bottom - box.top);
    const brush = /** @type {CanvasRenderingContext2D} */ (lined.getContext("2d"));
    brush.fillStyle = hatch(colour) || colour;
    brush.fillRect(0, 0, lined.width, lined.height);
    brush.globalCompositeOperation = "destination-in";
    brush.drawImage(mask, 0, 0, lined.width, lined.height);
    return lined;
  }
  /** @param {string} colour */
  function hatch(colour) {
    const tile = document.createElement("canvas");
    tile.width = HATCH_PX;
    tile.height = HATCH_PX;
    const brush = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
    brush.strokeStyle = colour;
    brush.lineWidth = 1.6;
    for (const step of [-HATCH_PX, 0, HATCH_PX]) {
      brush.beginPath();
      brush.moveTo(step - 1, HATCH_PX + 1);
      brush.lineTo(step + HATCH_PX + 1, -1);
      brush.stroke();
    }
    return pen.createPattern(tile, "repeat");
  }
  /** @param {import("./pinned.js").Sheet} sheet */
  function draw({ corner, size }) {
    const dense = spread(canvas, size);
    if (!page.state.shown.zones) return;
    pen.setTransform(dense, 0, 0, dense, -corner.x * dense, -corner.y * dense);
    pen.save();
    if (district.length) {
      trace(pen, placed(district.flat()), { x: 0, y: 0 }, 1);
      pen.clip("evenodd");
    }
    const seen = { left: corner.x, top: corner.y, right: corner.x + size.x, bottom: corner.y + size.y };
    const scale = pxPerKm(map.getZoom(), map.getCenter().lat);
    for (const drawn of [...zones].sort((a, b) => a.zone.rank - b.zone.rank)) paint(drawn, seen, scale);
    pen.restore();
  }

  const seeds = makeSeeds(
    page,
    zones.map(({ zone }) => zone),
  );

  return {
    lay() {
      lay();
      seeds.lay();
    },
    /** The frame of a zone in layer points. @param {Key} key */
    frame(key) {
      const drawn = zones.find(({ zone }) => zone.key === key);
      return drawn && boxOf(placed(drawn.ground));
    },
  };
}

/** Rings of an outline on a square of side one, as web Mercator has the world. @param {Shape} shape */
function flat(shape) {
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return parts.flat().map((ring) =>
    ring.map(([lon, lat]) => {
      const sine = Math.sin((lat * Math.PI) / 180);
      return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
    }),
  );
}
