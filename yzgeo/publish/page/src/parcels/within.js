// Parcels of which the middle is inside a region: the middle of their box, by which the grid sums them up too.
import { mercator, unmercator } from "./codec.js";
import { TEXTS } from "./texts.js";

/**
 * @param {Pick<ParcelBoxes, "west" | "south" | "east" | "north" | "runs">} all
 * @param {[number, number, number, number]} box around the region: south, west, north and east in degrees
 * @param {(lat: number, lon: number) => boolean} isIn
 * @returns {number[]} their places along the curve
 */
export function within(all, [south, west, north, east], isIn) {
  const [low, high] = [mercator(south * 1e6), mercator(north * 1e6)];
  /** @type {number[]} */
  const places = [];
  for (const run of all.runs) {
    if (run.east < west * 1e6 || run.west > east * 1e6 || run.north < low || run.south > high) continue;
    for (let i = run.from; i < run.to; i++) {
      const lat = unmercator((all.south[i] + all.north[i]) / 2) / 1e6;
      if (isIn(lat, (all.west[i] + all.east[i]) / 2e6)) places.push(i);
    }
  }
  return places;
}

/**
 * What is counted and named of parcels inside a region; status 0 is that of none.
 * @param {import("./data.js").ParcelData} data @param {Promise<unknown>} ready
 * @returns {Pick<ParcelLayer, "within" | "named">}
 */
export function makeCounts(data, ready) {
  const { header } = data;
  const labels = [{ code: "", label: TEXTS.nothing }, ...header.statuses];
  const mu = (/** @type {number} */ amount) => Math.round(amount) * header.amount_unit;
  return {
    async within(box, isIn) {
      await ready;
      const all = data.boxes();
      if (!all) return null;
      const { area } = data.amounts();
      const places = within(all, box, isIn);
      const sums = labels.map(({ code, label }) => ({ code, label, count: 0, amount: 0 }));
      for (const i of places) {
        sums[all.status[i]].count += 1;
        sums[all.status[i]].amount += area[i];
      }
      const told = sums.map(({ code, label, count, amount }) => ({ code, label, count, mu: mu(amount) }));
      return { places, sums: told.filter(({ count }) => count) };
    },
    async named(places) {
      const all = data.boxes();
      if (!all) return [];
      for (const block of new Set(places.map(data.blockOf))) await data.ids.fetch(block);
      return places.map((place) => ({
        place,
        id: String(data.ids.get(data.blockOf(place))?.[place % header.block] ?? ""),
        label: labels[all.status[place]].label,
        mu: mu(data.amounts().area[place]),
      }));
    },
  };
}
