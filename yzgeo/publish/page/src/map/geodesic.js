// Lengths and areas on the ellipsoid of CGCS2000 (the same as WGS 84 to a tenth of a millimetre).

/** @typedef {[number, number]} LatLon latitude and longitude in degrees */

const A = 6378137;
const F = 1 / 298.257222101;
const B = A * (1 - F);
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;

/**
 * Metres along the geodesic between two points, by Vincenty's inverse formula (Survey Review 23 (1975) 88-93,
 * https://doi.org/10.1179/sre.1975.23.176.88).
 * @param {LatLon} one @param {LatLon} other
 */
export function distance(one, other) {
  const u1 = Math.atan((1 - F) * Math.tan(one[0] * RADIANS));
  const u2 = Math.atan((1 - F) * Math.tan(other[0] * RADIANS));
  const l = (other[1] - one[1]) * RADIANS;
  const sinU1 = Math.sin(u1);
  const cosU1 = Math.cos(u1);
  const sinU2 = Math.sin(u2);
  const cosU2 = Math.cos(u2);
  let lambda = l;
  let before;
  let sinSigma;
  let cosSigma;
  let sigma;
  let cos2Alpha;
  let cos2M;
  let turn = 0;
  do {
    const sinL = Math.sin(lambda);
    const cosL = Math.cos(lambda);
    const across = cosU1 * sinU2 - sinU1 * cosU2 * cosL;
    sinSigma = Math.sqrt(cosU2 * sinL * cosU2 * sinL + across * across);
    if (!sinSigma) return 0;
    cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosL;
    sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinL) / sinSigma;
    cos2Alpha = 1 - sinAlpha * sinAlpha;
    cos2M = cos2Alpha ? cosSigma - (2 * sinU1 * sinU2) / cos2Alpha : 0;
    const c = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
    before = lambda;
    lambda = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M * cos2M - 1)));
  } while (Math.abs(lambda - before) > 1e-12 && ++turn < 100);
  const u = (cos2Alpha * (A * A - B * B)) / (B * B);
  const a = 1 + (u / 16384) * (4096 + u * (u * (320 - 175 * u) - 768));
  const b = (u / 1024) * (256 + u * (u * (74 - 47 * u) - 128));
  const delta =
    b *
    sinSigma *
    (cos2M +
      (b / 4) *
        (cosSigma * (2 * cos2M * cos2M - 1) -
          (b / 6) * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
  return B * a * (sigma - delta);
}
/** Metres along a line. @param {LatLon[]} points */
export function length(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i++) sum += distance(points[i - 1], points[i]);
  return sum;
}

/** @param {number} phi latitude in radians @returns {number} proportional to the area between it and the equator */
function authalic(phi) {
  const s = Math.sin(phi);
  return (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
}
/**
 * Square metres inside a ring: drawn in the equal-area projection of Lambert about its middle,
 * where a straight line differs from the geodesic by less than 1e-5 of the area for rings the size of a city.
 * @param {LatLon[]} points
 */
export function area(points) {
  if (points.length < 3) return 0;
  const lat0 = mean(points, 0) * RADIANS;
  const lon0 = mean(points, 1) * RADIANS;
  const pole = authalic(Math.PI / 2);
  const radius = A * Math.sqrt(pole / 2);
  const beta0 = Math.asin(authalic(lat0) / pole);
  const s0 = Math.sin(lat0);
  const stretch = (A * Math.cos(lat0)) / Math.sqrt(1 - E2 * s0 * s0) / (radius * Math.cos(beta0));
  const flat = points.map((point) => {
    const beta = Math.asin(authalic(point[0] * RADIANS) / pole);
    const l = point[1] * RADIANS - lon0;
    const scale =
      radius * Math.sqrt(2 / (1 + Math.sin(beta0) * Math.sin(beta) + Math.cos(beta0) * Math.cos(beta) * Math.cos(l)));
    return [
      scale * stretch * Math.cos(beta) * Math.sin(l),
      (scale / stretch) * (Math.cos(beta0) * Math.sin(beta) - Math.sin(beta0) * Math.cos(beta) * Math.cos(l)),
    ];
  });
  let twice = 0;
  flat.forEach((point, index) => {
    const next = flat[(index + 1) % flat.length];
    twice += point[0] * next[1] - next[0] * point[1];
  });
  return Math.abs(twice) / 2;
}
/** @param {LatLon[]} points @param {0 | 1} part */
function mean(points, part) {
  return points.reduce((sum, point) => sum + point[part], 0) / points.length;
}
