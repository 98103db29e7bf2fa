// What this browser keeps of the reader's answers, as the rows that would be saved.
import { hasOwn } from "../../../page/src/own.js";
import { merged, rowsOf } from "../answers.js";

/** @param {PlacesData} data */
const nameOf = (data) => `yzgeo-places-${data.plan.key}`;

/**
 * What was kept, fitted to the page: names that have their place by now are left out.
 * @param {PlacesData} data
 * @returns {Pick<PlacesState, "answers" | "skipped" | "extra" | "saved" | "storage">}
 */
export function kept(data) {
  /** @type {Pick<PlacesState, "answers" | "skipped" | "extra" | "saved" | "storage">} */
  const nothing = { answers: {}, skipped: {}, extra: [], saved: {}, storage: "kept" };
  try {
    const name = nameOf(data);
    const text = localStorage.getItem(name);
    localStorage.setItem(name, text || "");
    if (!text) return nothing;
    const { rows, skipped, saved } = JSON.parse(text);
    const { added, extra } = merged(data, {}, rows);
    const ids = new Set(data.wanted.map((wanted) => wanted.id));
    return {
      answers: added,
      extra,
      skipped: Object.fromEntries(
        Object.keys(skipped)
          .filter((id) => ids.has(id))
          .map((id) => [id, true]),
      ),
      saved: Object.fromEntries(Object.entries(saved).filter(([id]) => hasOwn(added, id))),
      storage: "kept",
    };
  } catch {
    return { ...nothing, storage: "refused" };
  }
}

/** Keeps the answers; whether the browser does. @param {PlacesData} data @param {PlacesState} state */
export function keep(data, state) {
  try {
    const rows = [...rowsOf(data, state.answers), ...state.extra];
    localStorage.setItem(nameOf(data), JSON.stringify({ rows, skipped: state.skipped, saved: state.saved }));
    return true;
  } catch {
    return false;
  }
}
