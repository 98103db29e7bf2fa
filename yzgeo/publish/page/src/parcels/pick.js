// Which parcel is at a place, and its outline.
import { mercator } from "./codec.js";
import { SIGN_PX, TILE_PX, WORLD } from "./grid.js";

const NEAR_PX = 4;

/**
 * The parcel at a place: the smallest whose outline is around it, else from afar the one whose dot is nearest; -1 where
 * there is none. Outlines that are not unpacked yet are waited for.
 * @param {import("./data.js").ParcelData} data @param {L.LatLng} latlng @param {number} zoom
 * @param {import("./grid.js").IsShown} isShown
 */
export async function pick(data, latlng, zoom, isShown) {
  const all = data.boxes();
  if (!all) return -1;
  const x = latlng.lng * 1e6;
  const y = mercator(latlng.lat * 1e6);
  const pixel = WORLD / (TILE_PX * 2 ** zoom);
  const reach = NEAR_PX * pixel;
  const around = near(all, x, y, reach).filter(isShown);
  const blocks = new Set(around.map(data.blockOf));
  await Promise.all([...blocks].map((block) => data.outlines.fetch(block)));
  let best = -1;
  let least = Infinity;
  for (const i of around) {
    const size = (all.east[i] - all.west[i]) * (all.north[i] - all.south[i]);
    if (size < least && inside(data.blockWith(i), i, x, y)) {
      best = i;
      least = size;
    }
  }
  if (best >= 0) return best;
  for (const i of around) {
    if (Math.max(all.east[i] - all.west[i], all.north[i] - all.south[i]) >= SIGN_PX * pixel) continue;
    const away = Math.hypot((all.west[i] + all.east[i]) / 2 - x, (all.south[i] + all.north[i]) / 2 - y);
    if (away < least && away <= reach) {
      best = i;
      least = away;
    }
  }
  return best;
}

/**
 * Parcels whose box is near a place.
 * @param {ParcelBoxes} all @param {number} x @param {number} y @param {number} reach
 */
function near(all, x, y, reach) {
  const nearby = [];
  for (const run of all.runs) {
    if (x < run.west - reach || x > run.east + reach || y < run.south - reach || y > run.north + reach) continue;
    for (let i = run.from; i < run.to; i++) {
      const across = x >= all.west[i] - reach && x <= all.east[i] + reach;
      if (across && y >= all.south[i] - reach && y <= all.north[i] + reach) nearby.push(i);
    }
  }
  return nearby;
}

/**
 * Whether a place is in a parcel: a line from it crosses the rings an odd number of times.
 * @param {ParcelBlock} block @param {number} i @param {number} x @param {number} y
 */
export function inside({ from, ringFrom, pointFrom, x: xs, up }, i, x, y) {
  let odd = false;
  for (let ring = ringFrom[i - from]; ring < ringFrom[i - from + 1]; ring++) {
    const end = pointFrom[ring + 1];
    for (let p = pointFrom[ring], q = end - 1; p < end; q = p++) {
      if (up[p] > y === up[q] > y) continue;
      if (x < ((xs[q] - xs[p]) * (y - up[p])) / (up[q] - up[p]) + xs[p]) odd = !odd;
    }
  }
  return odd;
}

/**
 * Rings of a parcel as Leaflet takes them: parts of rings of places.
 * @param {ParcelBlock} block @param {number} i
 * @returns {[number, number][][][]}
 */
export function latlngs(block, i) {
  const parcel = i - block.from;
  const parts = [];
  let part = 0;
  for (let before = 0; before < parcel; before++) part += block.partsOf[before];
  for (let ring = block.ringFrom[parcel]; ring < block.ringFrom[parcel + 1]; part++) {
    const rings = [];
    for (let more = block.ringsOf[part]; more > 0; more--, ring++) {
      /** @type {[number, number][]} */
      const places = [];
      for (let p = block.pointFrom[ring]; p < block.pointFrom[ring + 1]; p++) {
        places.push([block.y[p] / 1e6, block.x[p] / 1e6]);
      }
      rings.push(places);
    }
    parts.push(rings);
  }
  return parts;
}

/**
 * The same as GeoJSON, whose rings end where they begin.
 * @param {ParcelBlock} block @param {number} i
 * @returns {Shape}
 */
export function geometry(block, i) {
  const parts = latlngs(block, i).map((rings) =>
    rings.map((ring) => [...ring, ring[0]].map(([latitude, longitude]) => [longitude, latitude])),
  );
  if (parts.length > 1) return { type: "MultiPolygon", coordinates: parts };
  return { type: "Polygon", coordinates: parts[0] };
}
