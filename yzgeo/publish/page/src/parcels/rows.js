// What the rows of the table need of the map: where each parcel is, its land and year.
import { unmercator } from "./codec.js";

/**
 * @param {import("./data.js").ParcelData} data
 * @returns {Pick<ParcelLayer, "bounds" | "areas" | "countsByYear" | "towns">}
 */
export function makeRows(data) {
  const { header } = data;
  return {
    bounds(i) {
      const { west, east, south, north } = /** @type {ParcelBoxes} */ (data.boxes());
      const corner = (/** @type {number} */ x, /** @type {number} */ y) => L.latLng(unmercator(y) / 1e6, x / 1e6);
      return L.latLngBounds(corner(west[i], south[i]), corner(east[i], north[i]));
    },
    areas: () => data.amounts().area.map((amount) => amount * header.amount_unit),
    countsByYear() {
      const counts = new Int32Array(header.years.length + 1);
      if (data.boxes()) for (const place of data.amounts().year) counts[place] += 1;
      return Object.fromEntries(header.years.map((year, place) => [year, counts[place + 1]]));
    },
    towns: header.columns.find(({ name }) => name === "town")?.values || [],
  };
}
