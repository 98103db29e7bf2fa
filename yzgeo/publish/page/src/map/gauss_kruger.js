// The 3-degree Gauss-Krüger grid on the ellipsoid of CGCS2000, and coordinates as people write them.
//
// Transverse Mercator by Krüger's series in the third flattening, to its fourth power: below a millimetre within the
// belts (Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85 (2011) 475-485,
// https://doi.org/10.1007/s00190-011-0445-3, equations 7 to 11, 35, 36).

const A = 6378137;
const F = 1 / 298.257222101;
const E = Math.sqrt(F * (2 - F));
const N = F / (2 - F);
const RADIANS = Math.PI / 180;
const FALSE_EAST = 500000;
const BELT = 3; // degrees
const [FIRST, LAST] = [25, 45]; // belts of China
const EPSG_OF_FIRST = 4534; // without belt number: CGCS2000 / 3-degree Gauss-Kruger CM 75E

/** The radius of the circle as long as a meridian. */
const RECTIFIED = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const TO_GRID = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
];
const FROM_GRID = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
];

/** The belt of a longitude, 25 to 45 in China. @param {number} lon in degrees */
export function beltOf(lon) {
  return Math.round(lon / BELT);
}

/** The EPSG number of a belt's grid without belt number, where it has one. @param {number} belt @returns {number | null} */
export function epsgOf(belt) {
  return belt >= FIRST && belt <= LAST ? EPSG_OF_FIRST + belt - FIRST : null;
}

/** The tangent of the conformal latitude of one whose tangent is given. @param {number} tan */
function conformal(tan) {
  const sigma = Math.sinh(E * Math.atanh((E * tan) / Math.hypot(1, tan)));
  return tan * Math.hypot(1, sigma) - sigma * Math.hypot(1, tan);
}

/**
 * @param {number} lat @param {number} lon in degrees @param {number} [belt] that of the longitude, if no other
 * @returns {{belt: number, north: number, east: number}} metres, east without belt number
 */
export function toGrid(lat, lon, belt = beltOf(lon)) {
  const off = (lon - BELT * belt) * RADIANS;
  const tan = conformal(Math.tan(lat * RADIANS));
  const xi = Math.atan2(tan, Math.cos(off));
  const eta = Math.asinh(Math.sin(off) / Math.hypot(tan, Math.cos(off)));
  const [north, east] = sum(xi, eta, TO_GRID, 1);
  return { belt, north: RECTIFIED * north, east: FALSE_EAST + RECTIFIED * east };
}

/**
 * @param {number} belt @param {number} north @param {number} east metres, east without belt number
 * @returns {[number, number]} latitude and longitude in degrees
 */
export function fromGrid(belt, north, east) {
  const [xi, eta] = sum(north / RECTIFIED, (east - FALSE_EAST) / RECTIFIED, FROM_GRID, -1);
  const wanted = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
  let tan = wanted;
  for (let turn = 0; turn < 5; turn++) {
    const got = conformal(tan);
    const slope = ((wanted - got) / Math.hypot(1, got)) * (1 + (1 - E * E) * tan * tan);
    tan += slope / ((1 - E * E) * Math.hypot(1, tan));
  }
  return [Math.atan(tan) / RADIANS, BELT * belt + Math.atan2(Math.sinh(eta), Math.cos(xi)) / RADIANS];
}

/** @param {number} xi @param {number} eta @param {number[]} series @param {1 | -1} sign @returns {[number, number]} */
function sum(xi, eta, series, sign) {
  return series.reduce(
    (/** @type {[number, number]} */ [x, y], factor, at) => {
      const twice = 2 * (at + 1);
      return [
        x + sign * factor * Math.sin(twice * xi) * Math.cosh(twice * eta),
        y + sign * factor * Math.cos(twice * xi) * Math.sinh(twice * eta),
      ];
    },
    [xi, eta],
  );
}

const DEGREES =
  /^([NSEW北南东西])?(?:纬|经)?(\d{1,3}(?:\.\d+)?)[°度]?(?:(\d{1,2}(?:\.\d+)?)[′'分])?(?:(\d{1,2}(?:\.\d+)?)[″"秒])?([NSEW北南东西])?(?:纬|经)?$/i;
const WESTERN = /[SW南西]/i;
const EASTERN = /[EW东西]/i;

/** Degrees, with or without minutes and seconds. @param {string} text */
function angle(text) {
  const found = DEGREES.exec(text);
  if (!found) return null;
  const [, before = "", degrees, minutes = "0", seconds = "0", after = ""] = found;
  const side = before || after;
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  return { value: WESTERN.test(side) ? -size : size, isLongitude: side ? EASTERN.test(side) : null };
}

/**
 * The place that coordinates name: degrees (a latitude beyond 90 is a longitude), degrees with minutes and seconds, or
 * metres of the grid, the eastings with belt number or in the belt that is given.
 * @param {string} text @param {number} belt of eastings without a number
 * @returns {[number, number] | null} latitude and longitude in degrees
 */
export function placeNamed(text, belt) {
  const plain = text
    .trim()
    .replace(/[’′]/g, "'")
    .replace(/[”″]/g, '"')
    .normalize("NFKC")
    .replace(/([°度'"分秒])\s+(?=\d)/g, "$1");
  const parts = plain.split(/[\s,;、]+/).filter(Boolean);
  if (parts.length !== 2) return null;
  const numbers = parts.map((part) => Number(part.replace(/^[XY]=?/i, "").replace(/(m|米)$/i, "")));
  if (numbers.every((number) => number > 1e5)) return gridNamed(numbers, belt);
  const angles = parts.map(angle);
  const [one, other] = angles;
  if (!one || !other) return null;
  const isTurned = one.isLongitude === true || other.isLongitude === false || Math.abs(one.value) > 90;
  const [lat, lon] = isTurned ? [other.value, one.value] : [one.value, other.value];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lat, lon] : null;
}

/** @param {number[]} numbers @param {number} belt @returns {[number, number] | null} */
function gridNamed(numbers, belt) {
  const numbered = numbers.find((number) => number >= FIRST * 1e6 && number < (LAST + 1) * 1e6);
  const east = numbered === undefined ? numbers.find((number) => number < 1e6) : numbered % 1e6;
  const north = numbers.find((number) => number >= 1e6 && number !== numbered && number < 1e7);
  if (east === undefined || north === undefined) return null;
  return fromGrid(numbered === undefined ? belt : Math.floor(numbered / 1e6), north, east);
}
