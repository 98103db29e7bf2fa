// Coordinates as people write them, read as longitude and latitude in degrees.

/** @typedef {{lon: number, lat: number, order: "lon_lat" | "lat_lon" | "named", form: "degrees" | "minutes" | "seconds"}} Reading */
/** @typedef {{degrees: number, form: Reading["form"], side: "E" | "W" | "N" | "S" | ""}} Part */

const WORDS = /** @type {[RegExp, string][]} */ ([
  [/东经|経度|经度|longitude|long|lng|lon/gi, " E "],
  [/西经/g, " W "],
  [/北纬|纬度|緯度|latitude|lat/gi, " N "],
  [/南纬/g, " S "],
  [/度|deg(?:rees)?/gi, "°"],
  [/分|[’‘′`]/g, "'"],
  [/秒|[”“]|''/g, '"'],
  [/[、;/|()[\]{}:=\t\r\n【】]/g, " , "],
  [/[−–—]/g, "-"],
]);
const NUMBER = String.raw`(?<![\d.])[+-]?\d+(?:\.\d+)?`;
const TOKEN = new RegExp(`(${NUMBER})|([EWNS])|(°|'|")|(,)|(\\S)`, "gi");
const FORMS = /** @type {const} */ (["degrees", "minutes", "seconds"]);
const DECIMALS = 1e6;
const SIXTY = 60;

/**
 * The tokens of a text: numbers with the mark that follows them, and letters; null for what is no coordinate.
 * @param {string} text
 */
function tokens(text) {
  let plain = text.replace(/[º˚]/g, "°").replace(/´/g, "'").normalize("NFKC");
  for (const [pattern, sign] of WORDS) plain = plain.replace(pattern, sign);
  /** @type {{number?: number, mark: string, letter?: string}[]} */
  const found = [];
  for (const [, number, letter, mark, , other] of plain.matchAll(TOKEN)) {
    if (other) return null;
    const last = found[found.length - 1];
    if (number) found.push({ number: Number(number), mark: "" });
    else if (letter) found.push({ mark: "", letter: letter.toUpperCase() });
    else if (mark && last?.number !== undefined && !last.mark) last.mark = mark;
  }
  return found;
}

/**
 * Degrees out of one to three numbers; null where minutes or seconds are none.
 * @param {number[]} numbers
 */
function degreesOf(numbers) {
  const [whole, ...rest] = numbers;
  if (!numbers.length || numbers.length > 3 || rest.some((part) => part < 0 || part >= SIXTY)) return null;
  const broken = numbers.slice(0, -1).some((part) => !Number.isInteger(part));
  if (broken) return null;
  const size = rest.reduceRight((sum, part) => (sum + part) / SIXTY, 0) + Math.abs(whole);
  return whole < 0 || Object.is(whole, -0) ? -size : size;
}

/** @typedef {{numbers: number[], side: Part["side"]}} Group */

/**
 * The numbers with the letter that each has: before them where the text begins with one, else after them.
 * @param {NonNullable<ReturnType<typeof tokens>>} found
 */
function sided(found) {
  const isBefore = found[0]?.letter !== undefined;
  return found.flatMap(({ number, mark }, at) => {
    const letter = found[isBefore ? at - 1 : at + 1]?.letter;
    const side = /** @type {Part["side"]} */ (letter || "");
    return number === undefined ? [] : [{ number, mark, side, begins: isBefore && side !== "" }];
  });
}

/**
 * The numbers of each part: they go together while their marks go down from degrees to seconds; without marks each part
 * has as many.
 * @param {NonNullable<ReturnType<typeof tokens>>} found
 */
function groupsOf(found) {
  const numbers = sided(found);
  const isMarked = numbers.some(({ mark }) => mark === "°");
  if (!isMarked && numbers.length % 2) return [];
  /** @type {Group[]} */
  const groups = [];
  for (const { number, mark, side, begins } of numbers) {
    const last = groups[groups.length - 1];
    const isFull = isMarked ? mark === "°" : last?.numbers.length === numbers.length / 2;
    if (!last || begins || isFull) {
      groups.push({ numbers: [number], side });
    } else {
      last.numbers.push(number);
      last.side = side || last.side;
    }
  }
  return groups;
}

/** @param {ReturnType<typeof tokens>} found @returns {Part[] | null} */
function partsOf(found) {
  const parts = groupsOf(found || []).map(({ numbers, side }) => ({
    degrees: degreesOf(numbers),
    form: FORMS[numbers.length - 1],
    side,
  }));
  return parts.length === 2 && parts.every((part) => part.degrees !== null) ? /** @type {Part[]} */ (parts) : null;
}

/** @param {Part} part */
function signed(part) {
  return part.side === "W" || part.side === "S" ? -Math.abs(part.degrees) : part.degrees;
}
/** @param {number} value */
const rounded = (value) => Math.round(value * DECIMALS) / DECIMALS;

/**
 * Longitude and latitude out of a text: decimal degrees, degrees and minutes, or with seconds, with or without letters
 * or words that say which is which. Without them longitude comes first, as maps of China write it, unless only the
 * other order lies nearer to the plan.
 * @param {string} text @param {[number, number]} near latitude and longitude of the middle of the district
 * @returns {Reading | null}
 */
export function readCoordinates(text, near) {
  const found = tokens(text);
  const parts = found && partsOf(found);
  if (!parts) return null;
  const [first, second] = parts;
  const form = first.form === second.form ? first.form : "seconds";
  const isLat = (/** @type {Part} */ part) => part.side === "N" || part.side === "S";
  if (first.side || second.side) {
    if (first.side && second.side && isLat(first) === isLat(second)) return null;
    const latFirst = first.side ? isLat(first) : !isLat(second);
    const [lat, lon] = latFirst ? [first, second] : [second, first];
    return checked(signed(lon), signed(lat), "named", form);
  }
  const [a, b] = [first.degrees, second.degrees];
  /** @param {number} lon @param {number} lat */
  const away = (lon, lat) => (Math.abs(lat) > 90 ? Infinity : Math.hypot(lon - near[1], lat - near[0]));
  return away(b, a) < away(a, b) ? checked(b, a, "lat_lon", form) : checked(a, b, "lon_lat", form);
}

/** @param {number} lon @param {number} lat @param {Reading["order"]} order @param {Reading["form"]} form */
function checked(lon, lat, order, form) {
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return null;
  return { lon: rounded(lon), lat: rounded(lat), order, form };
}

/** Whether a text holds two numbers too large for degrees, as projected coordinates have. @param {string} text */
export function looksProjected(text) {
  const numbers = (text.normalize("NFKC").match(/\d+(?:\.\d+)?/g) || []).map(Number);
  return numbers.length === 2 && numbers.every((number) => number > 1000);
}
