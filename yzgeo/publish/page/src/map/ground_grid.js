// The graticule: lines of longitude and latitude at round minutes, with their degrees at the edge of the map.

const STEPS = [0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600]; // minutes
const LEAST_PX = 180;

/**
 * The least round step that keeps lines well apart.
 * @param {number} minutePx pixels in a minute
 */
export function stepOf(minutePx) {
  return STEPS.find((step) => step * minutePx >= LEAST_PX) || STEPS[STEPS.length - 1];
}

/** Round minutes between two degrees. @param {number} from @param {number} to @param {number} step in minutes */
export function rounds(from, to, step) {
  const first = Math.ceil((from * 60) / step);
  const last = Math.floor((to * 60) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ((first + index) * step) / 60);
}

/**
 * Degrees as maps write them: 121°30′E.
 * @param {number} value @param {string} positive the letter of the positive side @param {string} negative
 */
export function inDegrees(value, positive, negative) {
  const seconds = Math.round(Math.abs(value) * 3600);
  const pad = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const rest = seconds % 60 ? `${pad(seconds % 60)}″` : "";
  const side = value < 0 ? negative : positive;
  return `${Math.floor(seconds / 3600)}°${pad(Math.floor(seconds / 60) % 60)}′${rest}${side}`;
}

/**
 * Where the lines run over a part of the map, in pixels of its container.
 * @param {L.Map} map @param {{left: number, top: number, right: number, bottom: number}} box
 */
export function graticule(map, { left, top, right, bottom }) {
  const corner = map.containerPointToLatLng([left, bottom]);
  const far = map.containerPointToLatLng([right, top]);
  const middle = map.getCenter();
  const at = map.latLngToContainerPoint(middle);
  const next = map.latLngToContainerPoint([middle.lat + 1 / 60, middle.lng + 1 / 60]);
  const down = rounds(corner.lng, far.lng, stepOf(next.x - at.x));
  const across = rounds(corner.lat, far.lat, stepOf(at.y - next.y));
  return {
    down: down.map((lon) => ({ lon, x: map.latLngToContainerPoint([middle.lat, lon]).x })),
    across: across.map((lat) => ({ lat, y: map.latLngToContainerPoint([lat, middle.lng]).y })),
  };
}
