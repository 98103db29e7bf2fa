// What an address carries beside the place it leads to: the language, where the map was moved to, layers switched.

const AT = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?),(\d{1,2}(?:\.\d+)?)$/;
const NAMES = /^(lang|at|layers)$/;

/** @typedef {{lang?: Lang, at?: string, layers?: Record<string, boolean>}} Carried */

/** The middle of a map and its zoom. @param {number} lat @param {number} lon @param {number} zoom */
export function atOf(lat, lon, zoom) {
  return `${lat.toFixed(4)},${lon.toFixed(4)},${Math.round(zoom * 100) / 100}`;
}

/** @param {string} at @returns {{lat: number, lon: number, zoom: number} | null} */
export function placeOf(at) {
  const found = AT.exec(at);
  if (!found) return null;
  const [lat, lon, zoom] = found.slice(1).map(Number);
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { lat, lon, zoom } : null;
}

/** What an address carries; what it does not name stays as it is. @param {string} hash @returns {Carried} */
export function carriedBy(hash) {
  /** @type {Carried} */
  const carried = {};
  for (const part of hash.slice(1).split("&")) {
    const [name, value = ""] = part.split("=");
    if (!NAMES.test(name)) continue;
    if (name === "lang" && (value === "zh" || value === "en")) carried.lang = value;
    if (name === "at" && placeOf(value)) carried.at = value;
    if (name === "layers") {
      const names = value.split(",").filter(Boolean);
      carried.layers = Object.fromEntries(names.map((one) => [one.replace(/^-/, ""), !one.startsWith("-")]));
    }
  }
  return carried;
}

/**
 * The parts of an address that carry what differs from how the page opens by itself.
 * @param {{lang: Lang, at: string | null, shown: Record<string, boolean>}} state
 * @param {{lang: Lang, shown: Record<string, boolean>}} usual
 */
export function carriedIn(state, usual) {
  const switched = Object.keys(state.shown).filter((name) => state.shown[name] !== Boolean(usual.shown[name]));
  return [
    switched.length ? `layers=${switched.map((name) => (state.shown[name] ? name : `-${name}`)).join(",")}` : "",
    state.at ? `at=${state.at}` : "",
    state.lang === usual.lang ? "" : `lang=${state.lang}`,
  ].filter(Boolean);
}

/** An address with what it carries. @param {string} address @param {string[]} carried */
export function loaded(address, carried) {
  const parts = [...address.slice(1).split("&").filter(Boolean), ...carried];
  return `#${parts.join("&")}`;
}
