// What lies inside a region of the map: zones that it touches, projects and parks by their places, parcels by their middles.
import { isWanted, wantedIn } from "../state/filter.js";
import { boxOf, circleRegion, depthIn, isWithin, ringRegion, standing, touches } from "./inside.js";

/** @typedef {import("./inside.js").Region} Region */
/** A thing with places: how many of them there are, and how many of these are inside. @typedef {{key: Key, how: "sure" | "perhaps" | "near", here: number, of: number}} Lying */
/** A zone: how many of the places that it is formed of are inside. @typedef {{key: Key, here: number, of: number, isOutlined: boolean, isSchematic: boolean}} Touched */
/** @typedef {{zones: Touched[], projects: Lying[], parks: Lying[], unlocated: Key[], unlocatedParks: Key[]}} Contents */

const RANKS = /** @type {const} */ (["sure", "perhaps", "near"]);

/**
 * What is drawn, once it is enough to have an inside.
 * @param {State["measure"]} measure @returns {Region | null}
 */
export function regionOf({ mode, form, km, points }) {
  if (mode !== "inside") return null;
  const ring = points.map(({ lat, lng }) => /** @type {[number, number]} */ ([lat, lng]));
  if (form === "circle") return ring.length && km > 0 ? circleRegion(ring[0], 1000 * km) : null;
  return ring.length > 2 ? ringRegion(ring) : null;
}

/**
 * The radius of a circle as it is typed, in kilometres; null for what is none on a map of a district.
 * @param {string} text
 */
export function readRadius(text) {
  const km = Number(text.normalize("NFKC").trim() || "x");
  return km > 0 && km <= 500 ? km : null;
}

/**
 * @param {Pick<PageData, "zones" | "sites" | "projects" | "order" | "subjects">} data @param {Pick<State, "filter">} state
 * @param {Region} region @param {(key: Key) => Shape | null} outlineOf a zone's outline, as it is drawn
 * @returns {Contents}
 */
export function contentsOf(data, state, region, outlineOf) {
  const { subjects } = data;
  const projects = data.projects.filter((project) => isWanted(state, project)).map(({ key }) => key);
  const parks = (data.order.park || []).filter((key) =>
    wantedIn(state, subjects[key].zone_id ? [String(subjects[key].zone_id)] : []),
  );
  /** @param {Key[]} keys */
  const lost = (keys) => keys.filter((key) => subjects[key].unlocated);
  return {
    zones: data.zones
      .filter(({ zone_id }) => wantedIn(state, [zone_id]))
      .flatMap((zone) => touched(zone, region, outlineOf(zone.key)) || []),
    projects: lying(data, region, projects, ({ projects: here }) => here.map(({ key }) => key)),
    parks: lying(data, region, parks, (site) => site.parks),
    unlocated: lost(projects),
    unlocatedParks: lost(parks),
  };
}

/** @param {Zone} zone @param {Region} region @param {Shape | null} outline @returns {Touched | null} */
function touched({ key, seeds, basis }, region, outline) {
  const here = seeds.filter(([lat, lon]) => depthIn(region, [lat, lon]) >= 0).length;
  const isOutlined = outline !== null && touches(region, outline);
  return here || isOutlined ? { key, here, of: seeds.length, isOutlined, isSchematic: basis === "schematic" } : null;
}

/**
 * Those that are inside, or may be, the surest first; of several places the one that is farthest inside counts.
 * @param {Pick<PageData, "sites" | "subjects">} data @param {Region} region @param {Key[]} keys
 * @param {(site: Site) => Key[]} at what is at a site
 * @returns {Lying[]}
 */
function lying({ sites, subjects }, region, keys, at) {
  /** @type {Map<Key, number[]>} */
  const depths = new Map();
  for (const site of sites) {
    const depth = depthIn(region, site.at);
    for (const key of at(site)) depths.set(key, [...(depths.get(key) || []), depth]);
  }
  const all = keys.flatMap((key) => {
    const mine = depths.get(key) || [];
    if (!mine.length) return [];
    const how = standing(Math.max(...mine), subjects[key].uncertainty_m ?? null);
    return how === "out" ? [] : [{ key, how, here: mine.filter((depth) => depth >= 0).length, of: mine.length }];
  });
  return RANKS.flatMap((rank) => all.filter(({ how }) => how === rank));
}

/**
 * A test for places by the million: by the box of the region first. @param {Region} region
 * @returns {(lat: number, lon: number) => boolean}
 */
export function insideTest(region) {
  const [south, west, north, east] = boxOf(region);
  const { ring, centre } = region;
  return (lat, lon) => {
    if (lat < south || lat > north || lon < west || lon > east) return false;
    return centre ? depthIn(region, [lat, lon]) >= 0 : isWithin(ring, [lat, lon]);
  };
}
