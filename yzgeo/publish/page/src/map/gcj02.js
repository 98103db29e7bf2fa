// GCJ-02, the datum of Chinese web maps: how far it is from WGS 84 at a place. Only the place of tiles is reckoned with
// it; data never moves.
const AXIS = 6378245;
const ECCENTRICITY = 0.006693421622965943;
const PI = Math.PI;

/** @param {number} x @param {number} y degrees from 105 east, 35 north; metres */
function north(x, y) {
  let sum = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  sum += ((20 * Math.sin(6 * x * PI) + 20 * Math.sin(2 * x * PI)) * 2) / 3;
  sum += ((20 * Math.sin(y * PI) + 40 * Math.sin((y / 3) * PI)) * 2) / 3;
  return sum + ((160 * Math.sin((y / 12) * PI) + 320 * Math.sin((y * PI) / 30)) * 2) / 3;
}
/** @param {number} x @param {number} y degrees from 105 east, 35 north; metres */
function east(x, y) {
  let sum = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  sum += ((20 * Math.sin(6 * x * PI) + 20 * Math.sin(2 * x * PI)) * 2) / 3;
  sum += ((20 * Math.sin(x * PI) + 40 * Math.sin((x / 3) * PI)) * 2) / 3;
  return sum + ((150 * Math.sin((x / 12) * PI) + 300 * Math.sin((x / 30) * PI)) * 2) / 3;
}
/** @param {number} lat @param {number} lon */
function outside(lat, lon) {
  return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
}

/**
 * From true longitude and latitude to those that the tiles are drawn with.
 * @param {number} lat @param {number} lon
 */
export function fromWgs84(lat, lon) {
  if (outside(lat, lon)) return { lat: lat, lon: lon };
  const x = lon - 105;
  const y = lat - 35;
  const phi = (lat / 180) * PI;
  const magic = 1 - ECCENTRICITY * Math.sin(phi) ** 2;
  const root = Math.sqrt(magic);
  return {
    lat: lat + (north(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * root)) * PI),
    lon: lon + (east(x, y) * 180) / ((AXIS / root) * Math.cos(phi) * PI),
  };
}
/**
 * Back again, by correcting a guess until it fits to less than a millimetre.
 * @param {number} lat @param {number} lon
 */
export function toWgs84(lat, lon) {
  let guess = { lat: lat, lon: lon };
  for (let step = 0; step < 10; step++) {
    const reached = fromWgs84(guess.lat, guess.lon);
    const dLat = lat - reached.lat;
    const dLon = lon - reached.lon;
    guess = { lat: guess.lat + dLat, lon: guess.lon + dLon };
    if (Math.abs(dLat) + Math.abs(dLon) < 1e-9) break;
  }
  return guess;
}
