/**
 * Keeps the state of the page. `change` alone makes another state; whoever shows something hears of it.
 *
 * A listener may ask for a change itself: all hear of it when all have heard of the one before.
 * @template {object} S
 * @template {object} P what `change` takes
 * @param {S} first
 * @param {(state: S, patch: P) => S} settle makes the next state of a state and what is to be different
 */
export function createStore(first, settle) {
  let state = first;
  let heard = first;
  let isTelling = false;
  /** @type {((state: S, before: S) => void)[]} */
  const listeners = [];

  return {
    get: () => state,
    /** @param {P} patch */
    change(patch) {
      state = settle(state, patch);
      if (isTelling) return;
      isTelling = true;
      try {
        while (heard !== state) {
          const before = heard;
          heard = state;
          for (const listener of listeners) listener(heard, before);
        }
      } finally {
        isTelling = false;
      }
    },
    /** @param {(state: S, before: S) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
