/**
 * Keeps the state of the page. Only `change` replaces the state; it calls every listener with the new and the old one.
 *
 * A listener may call `change` itself: the listeners are called for that change once all of them ran for this one.
 * @template {object} S
 * @template {object} P what `change` takes
 * @param {S} first
 * @param {(state: S, patch: P) => S} settle makes the next state of a state and what is to be different
 */
export function createStore(first, settle) {
  let state = first;
  let announcement = first;
  let isAnnouncing = false;
  /** @type {((state: S, before: S) => void)[]} */
  const listeners = [];

  return {
    get: () => state,
    /** @param {P} patch */
    change(patch) {
      state = settle(state, patch);
      if (isAnnouncing) return;
      isAnnouncing = true;
      try {
        while (announcement !== state) {
          const before = announcement;
          announcement = state;
          for (const listener of listeners) listener(announcement, before);
        }
      } finally {
        isAnnouncing = false;
      }
    },
    /** @param {(state: S, before: S) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
