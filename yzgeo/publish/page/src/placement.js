// The projects that are asked for, by where they lie: every sum over places closes.
import { isWanted } from "./state/filter.js";

/** @typedef {{zone: Zone | null, kind: "zone" | "across" | "outside" | "unlocated", projects: Project[]}} Placed */

/**
 * A group for each zone, with the zones in it, then for what lies across zones, outside all, and at no known place; the
 * latter only where there are any.
 * @param {Page} page
 * @returns {Placed[]}
 */
export function placed(page) {
  const wanted = page.data.projects.filter((project) => isWanted(page.state, project));
  const inZones = page.data.zones.map((zone) => {
    const isHere = (/** @type {Project} */ { zone_id, zone_ids }) =>
      zone_id !== null && zone_ids.includes(zone.zone_id);
    return /** @type {Placed} */ ({ zone, kind: "zone", projects: wanted.filter(isHere) });
  });
  const across = wanted.filter(({ zone_id, zone_ids }) => zone_id === null && zone_ids.length > 0);
  const outside = wanted.filter(({ located, zone_ids }) => located && !zone_ids.length);
  const unlocated = wanted.filter(({ located }) => !located);
  const others = /** @type {Placed[]} */ ([
    { zone: null, kind: "across", projects: across },
    { zone: null, kind: "outside", projects: outside },
    { zone: null, kind: "unlocated", projects: unlocated },
  ]);
  return [...inZones, ...others.filter(({ projects }) => projects.length)];
}

/** Each project of some groups once. @param {Placed[]} groups */
export function projectsOf(groups) {
  return [...new Set(groups.flatMap(({ projects }) => projects))];
}

/**
 * What is known to be invested, in 亿元; null where nothing is known of any.
 * @param {Project[]} projects
 */
export function knownSum(projects) {
  const known = projects.flatMap(({ investment }) => investment ?? []);
  return known.length ? known.reduce((sum, value) => sum + value, 0) : null;
}
