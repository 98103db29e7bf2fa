// What parcels are told apart by on the map: their status, or the year in which a scenario chooses them.
import { NO_PATTERN, NONE } from "./paints.js";
import { TEXTS } from "./texts.js";

export const NO_CANDIDATE = 0;
const NOT_CHOSEN = 1;
export const OTHER = "other"; // the code of what a scenario could choose and does not
const FIRST_YEAR = 2; // what stands for the first year of a scenario
const PALEST = 0.55; // of ink, in the last year of a scenario
const QUIET = 0.4;
/** @type {ParcelPattern[]} */
const PATTERNS = ["solid", "hatch", "cross", "bars"]; // years are told by these and by their tone

/**
 * A class; `share` is how much ink is in its tone, of which the rest is paper.
 * @typedef {{code: string, label: Both, pattern: ParcelPattern, colour: string, share: number}} ParcelClass
 * The class of each parcel, as its place in `list`.
 * @typedef {{codes: Uint8Array, list: ParcelClass[]}} Classes
 */

/** @param {ParcelHeader} header @returns {ParcelClass[]} */
export function statusClasses({ statuses }) {
  /** @type {ParcelClass} */
  const none = { code: "", label: TEXTS.nothing, pattern: NO_PATTERN, colour: NONE, share: 1 };
  return [none, ...statuses.map(({ code, label, pattern, colour }) => ({ code, label, pattern, colour, share: 1 }))];
}

/**
 * The classes of a scenario of some years: the first year is the darkest, and no two that follow each other look alike.
 * @param {number[]} years @param {string} ink @returns {ParcelClass[]}
 */
export function yearClasses(years, ink) {
  const paler = (1 - PALEST) / Math.max(1, years.length - 1);
  return [
    { code: "", label: TEXTS.nothing, pattern: NO_PATTERN, colour: NONE, share: 1 },
    { code: OTHER, label: TEXTS.not_chosen, pattern: "open", colour: ink, share: QUIET },
    ...years.map((year, number) => ({
      code: String(year),
      label: { zh: `${year} 年`, en: String(year) },
      pattern: PATTERNS[number % PATTERNS.length],
      colour: ink,
      share: 1 - paler * number,
    })),
  ];
}

/** What a scenario of some years does with a parcel. @param {number[]} years @param {number} place @returns {Both} */
export function choiceWords(years, place) {
  if (place < FIRST_YEAR) return place === NOT_CHOSEN ? TEXTS.not_chosen : TEXTS.no_candidate;
  const { zh, en } = TEXTS.chosen_in;
  const year = String(years[place - FIRST_YEAR]);
  return { zh: zh.replace("%d", year), en: en.replace("%d", year) };
}

/** @param {import("./data.js").ParcelData} data */
export function makeClasses(data) {
  const { header } = data;
  const ofStatus = statusClasses(header);
  const ofYears = header.scenarios.map((years) => yearClasses(years, header.ink));
  return {
    /** @param {number | null} scenario by its place; null for statuses @returns {ParcelClass[]} */
    list: (scenario) => (scenario === null ? ofStatus : ofYears[scenario]),
    /** Once the boxes are unpacked. @param {number | null} scenario @returns {Classes} */
    of(scenario) {
      const { status } = /** @type {ParcelBoxes} */ (data.boxes());
      if (scenario === null) return { codes: status, list: ofStatus };
      return { codes: data.chosen(scenario), list: ofYears[scenario] };
    },
  };
}
