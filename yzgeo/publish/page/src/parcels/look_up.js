// Parcels found by their number.
import { folded } from "../search/find.js";

const PLAIN = /^[ -~]*$/;

/** @param {string} id as the search box folds what is typed; most numbers are plain already */
function fold(id) {
  return PLAIN.test(id) ? id.toLowerCase() : folded(id);
}

/**
 * Which parcel has this number; -1 where none has.
 * @param {import("./data.js").ParcelData} data @param {string | null} id
 */
export async function placeOf(data, id) {
  for (let block = 0; id !== null && block < data.blockCount; block++) {
    const at = (await data.ids.fetch(block)).indexOf(id);
    if (at >= 0) return block * data.header.block + at;
  }
  return -1;
}

/**
 * Parcels whose number holds these characters, those that begin with them first, the number itself before all, at most
 * so many; null where `stop()` came true meanwhile.
 * @param {import("./data.js").ParcelData} data @param {string} query @param {number} most @param {() => boolean} stop
 * @param {(code: number) => Both} note what is said of a status
 */
export async function search(data, query, most, stop, note) {
  const all = data.boxes();
  /** @type {ParcelHit[]} */
  let hits = [];
  for (let block = 0; all && block < data.blockCount; block++) {
    const numbers = await data.ids.fetch(block);
    if (stop()) return null;
    numbers.forEach((value, n) => {
      const id = value === null ? "" : String(value);
      const at = value === null ? -1 : fold(id).indexOf(query);
      if (at >= 0) hits.push({ id, begins: at === 0, note: note(all.status[block * data.header.block + n]) });
    });
    hits = hits.sort(order).slice(0, most);
  }
  return hits;
}

/** @param {ParcelHit} a @param {ParcelHit} b */
function order(a, b) {
  return Number(b.begins) - Number(a.begins) || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
