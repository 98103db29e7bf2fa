// Metres and degrees as the page writes them, and the steps of the ring.
const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8];
const LEAST = 10;
const MOST = 50000;
const KILOMETRE = 1000;

/** Radii that the keys step through. @returns {number[]} */
function series() {
  const radii = [];
  for (let decade = LEAST; decade <= MOST; decade *= 10) radii.push(...STEPS.map((step) => step * decade));
  return radii.filter((radius) => radius <= MOST);
}
const RADII = series();

/** The next radius up or down. @param {number} radius @param {1 | -1} way */
export function stepped(radius, way) {
  if (way > 0) return RADII.find((step) => step > radius) || RADII[RADII.length - 1];
  return [...RADII].reverse().find((step) => step < radius) || RADII[0];
}

/** The radius of the series nearest to another. @param {number} radius */
export function nearestRadius(radius) {
  return RADII.reduce((best, step) => (Math.abs(step - radius) < Math.abs(best - radius) ? step : best));
}

/** @param {number} metres @param {Lang} lang */
export function length(metres, lang) {
  if (metres < KILOMETRE) return `${Math.round(metres)} ${lang === "zh" ? "米" : "m"}`;
  const kilometres = Number((metres / KILOMETRE).toFixed(metres < 10 * KILOMETRE ? 2 : 1));
  return `${kilometres} ${lang === "zh" ? "公里" : "km"}`;
}

/** Degrees as the field shows them. @param {number} lat @param {number} lon */
export function position(lat, lon) {
  return `${Math.abs(lon).toFixed(5)}°${lon < 0 ? "W" : "E"}  ${Math.abs(lat).toFixed(5)}°${lat < 0 ? "S" : "N"}`;
}

/** A metre figure typed into a field; null for none. @param {string} typed */
export function metresTyped(typed) {
  const match = typed
    .normalize("NFKC")
    .trim()
    .match(/^(\d+(?:\.\d+)?)\s*(km|公里|千米|m|米)?$/i);
  if (!match) return null;
  const metres = Number(match[1]) * (/km|公里|千米/i.test(match[2] || "") ? KILOMETRE : 1);
  return metres > 0 && metres <= MOST ? metres : null;
}
