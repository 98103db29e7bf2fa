// The district at the size of a stamp, with some zones filled.
import { classes, html } from "../html.js";
import { naming } from "./bar.js";

/** @typedef {{height: number, zones: Record<string, string>, district: string}} Outlines paths, 100 wide */

/** @type {WeakMap<PageData, Outlines>} */
const reckoned = new WeakMap();

/**
 * The shapes of the map as paths, reckoned once.
 * @param {Page} page
 */
function outlines(page) {
  const before = reckoned.get(page.data);
  if (before) return before;
  const [[south, west], [north, east]] = page.data.bounds;
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = 100 / ((east - west) * shrink);

  /** @param {number[][]} points */
  function ring(points) {
    /** @type {string[]} */
    const words = [];
    for (const [x, y] of points) {
      const word = `${((x - west) * shrink * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`;
      if (word !== words[words.length - 1]) words.push(word);
    }
    return `M${words.join("L")}Z`;
  }
  /** @param {Shape} shape */
  function path(shape) {
    const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return polygons.map((polygon) => polygon.map(ring).join("")).join("");
  }
  /** @type {Outlines} */
  const paths = { height: (north - south) * scale, zones: {}, district: "" };
  for (const shape of shapesOf(page.layers.district)) paths.district += path(shape.feature.geometry);
  for (const shape of shapesOf(page.layers.zones)) {
    paths.zones[shape.feature.properties.zone_id] = path(shape.feature.geometry);
  }
  reckoned.set(page.data, paths);
  return paths;
}

/** @param {L.GeoJSON} layer */
function shapesOf(layer) {
  const shapes = /** @type {DrawnShape[]} */ (/** @type {unknown} */ (layer.getLayers()));
  return shapes.filter((shape) => /Polygon$/.test(shape.feature.geometry.type));
}

/** Lines in a zone's colour, for what several zones share. @param {string} id @param {string} colour */
function hatch(id, colour) {
  const square = { width: 3, height: 3, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  return html`<pattern id=${id} ...${square}>
    <rect width="3" height="3" fill=${colour} fill-opacity=".2" /><rect width="1.3" height="3" fill=${colour} />
  </pattern>`;
}

/**
 * @param {Page} page @param {string[]} zoneIds that lead
 * @param {boolean} isShared whether they share what is shown, which is hatched
 * @param {string} name "" where the words beside it say the same
 */
export function stamp(page, zoneIds, isShared, name) {
  const { height, zones, district } = outlines(page);
  const outlined = page.data.zones.filter((zone) => zones[zone.zone_id]);
  return html`<svg class="stamp" viewBox=${`-1 -1 102 ${height + 2}`} ...${naming(name)}>
    <path d=${district} class="district" />
    ${outlined.map(({ zone_id, colour }) => {
      const leads = zoneIds.includes(zone_id);
      const tint = page.theme.tint(colour);
      const id = `yz-stamp-${zoneIds.join("-")}-${zone_id}`; // the same zones have the same pattern
      return html`${leads && isShared ? hatch(id, tint) : null}<path key=${zone_id} d=${zones[zone_id]}
        class=${classes(leads ? "leads" : "other")} fill=${leads ? (isShared ? `url(#${id})` : tint) : "none"} stroke=${leads ? tint : ""} />`;
    })}
  </svg>`;
}
