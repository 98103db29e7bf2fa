// What the answers amount to: which names have a place now, the rows to save, and rows that come back.
import { hasOwn } from "../../page/src/own.js";

const OUTSIDE = /（区外：(.*)）$/;
const DECIMALS = 1e6;

/**
 * The answer by which a name has its place: its own, or one at the same place.
 * @param {PlacesKept} state @param {string} id
 * @returns {{id: string, answer: PlaceAnswer} | null}
 */
export function ownerOf(state, id) {
  if (hasOwn(state.answers, id)) return { id, answer: state.answers[id] };
  const found = Object.entries(state.answers).find(([, answer]) => answer.also.includes(id));
  return found ? { id: found[0], answer: found[1] } : null;
}

/** Whether a name is dealt with: placed, or marked as not stated. @param {PlacesKept} state @param {string} id */
export function isDone(state, id) {
  return hasOwn(state.skipped, id) || ownerOf(state, id) !== null;
}

/**
 * How many uses are at a point, in a known town, and without any place.
 * @param {PlacesData} data @param {PlacesKept} state
 */
export function counted(data, state) {
  const sums = { ...data.counts, set: 0 };
  for (const wanted of data.wanted) {
    if (!ownerOf(state, wanted.id)) continue;
    for (const use of wanted.uses) {
      sums[use.standing] -= 1;
      sums.settled += 1;
      sums.set += 1;
    }
  }
  return sums;
}

/**
 * Names that a place's name occurs in, in their own words or in those quoted.
 * @param {PlacesData} data @param {string} id @param {string} name
 */
export function namesakes(data, id, name) {
  const part = name.trim();
  if (part.length < 2) return [];
  return data.wanted.filter((wanted) => wanted.id !== id && wanted.name.includes(part));
}

/** @param {number} value */
const degrees = (value) => String(Math.round(value * DECIMALS) / DECIMALS);

/**
 * The row of an answer, by column.
 * @param {PlacesData} data @param {WantedPlace} wanted @param {PlaceAnswer} answer
 * @returns {PlacesRow}
 */
export function rowOf(data, wanted, answer) {
  const others = data.wanted.filter((one) => answer.also.includes(one.id));
  const town = data.places.find((place) => place.place_id === wanted.town && place.town);
  return {
    place_id: wanted.place_id,
    name: answer.name,
    kind: answer.kind,
    town_id: town ? town.place_id : "",
    lon: degrees(answer.lon),
    lat: degrees(answer.lat),
    uncertainty_m: String(answer.uncertainty_m),
    extent_m: answer.extent_m === null ? "" : String(answer.extent_m),
    source: answer.note ? `${answer.source}（区外：${answer.note}）` : answer.source,
    uses: [wanted, ...others].flatMap((one) => one.uses.map((use) => use.key)).join("\n"),
    evidence: answer.evidence,
    plan: data.plan.name,
  };
}

/**
 * The rows of all answers, in the order of the list.
 * @param {PlacesData} data @param {Record<string, PlaceAnswer>} answers
 */
export function rowsOf(data, answers) {
  return data.wanted
    .filter((wanted) => hasOwn(answers, wanted.id))
    .map((wanted) => rowOf(data, wanted, answers[wanted.id]));
}

/**
 * The answer that a row holds and the names it is for; null for a row that nothing here uses.
 * @param {PlacesData} data @param {PlacesRow} row
 * @returns {{id: string, answer: PlaceAnswer} | null}
 */
export function answerOf(data, row) {
  const keys = (row.uses || "").split(/\r?\n/).map((key) => key.trim());
  const named = data.wanted.filter((wanted) => wanted.uses.some((use) => keys.includes(use.key)));
  if (!named.length) return null;
  const main = named.find((wanted) => wanted.place_id === row.place_id) || named[0];
  const outside = row.source.match(OUTSIDE);
  return {
    id: main.id,
    answer: {
      name: row.name,
      lat: Number(row.lat),
      lon: Number(row.lon),
      uncertainty_m: Number(row.uncertainty_m),
      extent_m: row.extent_m ? Number(row.extent_m) : null,
      kind: row.kind || "",
      source: outside ? row.source.slice(0, outside.index) : row.source,
      evidence: row.evidence || "",
      note: outside ? outside[1] : "",
      also: named.filter((wanted) => wanted !== main).map((wanted) => wanted.id),
    },
  };
}

/**
 * The answers of rows beside those given: what is new, what differs, and rows that nothing uses.
 * @param {PlacesData} data @param {Record<string, PlaceAnswer>} answers @param {PlacesRow[]} rows
 */
export function merged(data, answers, rows) {
  const known = new Set(data.table.rows.map((row) => row[data.table.columns.indexOf("place_id")]));
  /** @type {Record<string, PlaceAnswer>} */
  const added = {};
  /** @type {Record<string, PlaceAnswer>} */
  const conflicts = {};
  /** @type {PlacesRow[]} */
  const extra = [];
  let same = 0;
  for (const row of rows) {
    const read = answerOf(data, row);
    if (!read && known.has(row.place_id)) same += 1;
    else if (!read) extra.push(row);
    else if (!hasOwn(answers, read.id)) added[read.id] = read.answer;
    else if (JSON.stringify(answers[read.id]) !== JSON.stringify(read.answer)) conflicts[read.id] = read.answer;
  }
  return { added, conflicts, extra, same };
}

/**
 * How many answers are not in the file that was saved last.
 * @param {PlacesState} state
 */
export function unsaved(state) {
  const ids = new Set([...Object.keys(state.answers), ...Object.keys(state.saved)]);
  return [...ids].filter(
    (id) => (hasOwn(state.answers, id) ? JSON.stringify(state.answers[id]) : "") !== (state.saved[id] || ""),
  ).length;
}

/** The answers as they are saved. @param {Record<string, PlaceAnswer>} answers */
export function asSaved(answers) {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, JSON.stringify(answer)]));
}
