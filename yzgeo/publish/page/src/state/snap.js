// How high the sheet of a phone stands, and what moves it.

/** From the lowest to the highest. @type {Snap[]} */
export const SNAPS = ["low", "half", "full"];
const FLICK = 0.5; // pixels in a millisecond, from which the finger's way counts, not where it let go

/**
 * Nothing covers what was opened: what is opened stands in half the screen, below its place on the map; a text that is
 * read has the screen, and its list stays at hand.
 * @param {State} state @param {State} before @param {Partial<State>} patch @returns {Snap}
 */
export function snapOf(state, before, patch) {
  if (patch.snap) return patch.snap;
  if (state.opened && state.opened !== before.opened) return "half";
  if (state.view !== before.view) return state.view === "findings" && !state.opened ? "low" : "half";
  const isRead = state.finding !== before.finding || state.clause !== before.clause;
  return state.view === "findings" && isRead && (state.finding || state.clause) ? "low" : state.snap;
}

/** The next height of who has no finger to drag. @param {Snap} snap */
export function nextSnap(snap) {
  return SNAPS[(SNAPS.indexOf(snap) + 1) % SNAPS.length];
}

/** One step up or down. @param {Snap} snap @param {number} step */
export function stepped(snap, step) {
  return SNAPS[Math.min(SNAPS.length - 1, Math.max(0, SNAPS.indexOf(snap) + step))];
}

/**
 * Where a sheet comes to rest that was let go.
 * @param {number} height in pixels @param {number} speed upwards, in pixels in a millisecond
 * @param {Record<Snap, number>} heights of the snaps
 * @returns {Snap}
 */
export function restOf(height, speed, heights) {
  const above = SNAPS.find((snap) => heights[snap] > height) || "full";
  const below = [...SNAPS].reverse().find((snap) => heights[snap] < height) || "low";
  if (speed > FLICK) return above;
  if (speed < -FLICK) return below;
  const off = (/** @type {Snap} */ snap) => Math.abs(heights[snap] - height);
  return SNAPS.reduce((best, snap) => (off(snap) < off(best) ? snap : best));
}
