// How large labels are. A browser lays the page out anew for each that is asked for between changes, so all are asked at
// once; and the same words are as large at every zoom, so each is asked once.

/** @typedef {{w: number, h: number}} Half half the size of a label in pixels */
/** @typedef {{whole: Half, bare: Half | null}} Sizes of all its lines, and of the first alone where there are more */

export const CLEAR_PX = 2;
/** The class of a label that has its first line alone. */
export const BARE = "bare";

/** @param {L.Map} map */
export function makeSizes(map) {
  /** @type {Map<string, Sizes>} */
  const known = new Map();
  return {
    /** Another type or width of the page may have words larger. */
    forget: () => known.clear(),
    /** @param {HTMLElement[]} nodes */
    of(nodes) {
      const isFar = map.getContainer().classList.contains("far");
      for (const node of nodes) node.classList.remove(BARE);
      /** @type {Map<HTMLElement, Sizes>} */
      const sizes = new Map();
      for (const node of nodes) {
        const words = `${isFar} ${node.className} ${node.textContent}`;
        const size = known.get(words) || { whole: halfOf(node), bare: bareOf(node) };
        known.set(words, size);
        sizes.set(node, size);
      }
      return sizes;
    },
  };
}

/** @param {HTMLElement} node @returns {Half} */
function halfOf(node) {
  return { w: node.offsetWidth / 2 + CLEAR_PX, h: node.offsetHeight / 2 + CLEAR_PX };
}

/** @param {HTMLElement} node @returns {Half | null} */
function bareOf(node) {
  const first = /** @type {HTMLElement | null} */ (node.firstElementChild);
  return first && node.children.length > 1 ? halfOf(first) : null;
}
