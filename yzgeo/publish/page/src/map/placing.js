// Where the labels of the map go: each takes one of its candidate positions, and no two things collide. The printed sheet
// places its labels by the same rules, board/placement.py: tests/placement_cases.json holds both to them.

/** Labels that make way for one. */
const MOST_MOVED = 2;

/** @typedef {import("./room.js").Box} Box */
/**
 * A position of a label: the box that it takes there, and what that costs.
 * @typedef {{box: Box, cost: number}} Candidate
 */
/**
 * A label with its positions; a lower priority goes first.
 * @template {Candidate} C
 * @typedef {{key: string, priority: number, candidates: C[]}} Label
 */

/** Whether two boxes overlap, or lie closer than a gap. @param {Box} one @param {Box} other @param {number} gap */
function meet(one, other, gap) {
  return (
    one.left < other.right + gap &&
    other.left < one.right + gap &&
    one.top < other.bottom + gap &&
    other.top < one.bottom + gap
  );
}

/**
 * A position for each label that finds one. Labels are placed in order of priority. One that finds all its positions taken
 * may move labels that have another free position (one step, no further); else it is left out. At the end each label moves
 * to the cheapest position that is free by then.
 * @template {Candidate} C
 * @param {Label<C>[]} labels @param {Box[]} obstacles that no label may meet
 * @param {number} [gap] the least distance between labels
 * @returns {Map<string, C>}
 */
export function place(labels, obstacles, gap = 0) {
  /** @type {Map<string, C[]>} */
  const free = new Map();
  /** @type {Map<string, C>} */
  const placed = new Map();
  /** @param {C} candidate @param {Map<string, C>} others */
  const blockers = (candidate, others) =>
    [...others].flatMap(([key, { box }]) => (meet(candidate.box, box, gap) ? [key] : []));
  /** @param {C[]} candidates @param {Map<string, C>} others */
  const firstFree = (candidates, others) =>
    candidates.find(({ box }) => {
      for (const other of others.values()) if (meet(box, other.box, gap)) return false;
      return true;
    });

  /** A position whose blockers all find another one: they are moved there. @param {C[]} candidates */
  function byMoving(candidates) {
    for (const wanted of candidates) {
      const inTheWay = blockers(wanted, placed);
      if (inTheWay.length > MOST_MOVED) continue;
      const others = new Map([...placed].filter(([key]) => !inTheWay.includes(key)));
      others.set("", wanted);
      const moved = inTheWay.every((key) => {
        const elsewhere = firstFree(/** @type {C[]} */ (free.get(key)), others);
        if (elsewhere) others.set(key, elsewhere);
        return elsewhere;
      });
      if (!moved) continue;
      for (const key of inTheWay) placed.set(key, /** @type {C} */ (others.get(key)));
      return wanted;
    }
    return undefined;
  }

  const inOrder = [...labels].sort((a, b) => a.priority - b.priority || (a.key < b.key ? -1 : 1));
  for (const { key, candidates } of inOrder) {
    const open = candidates
      .filter(({ box }) => !obstacles.some((obstacle) => meet(box, obstacle, 0)))
      .sort((a, b) => a.cost - b.cost);
    free.set(key, open);
    const taken = firstFree(open, placed) || byMoving(open);
    if (taken) placed.set(key, taken);
  }
  for (const key of [...placed.keys()]) {
    const others = new Map(placed);
    others.delete(key);
    placed.set(key, firstFree(/** @type {C[]} */ (free.get(key)), others) || /** @type {C} */ (placed.get(key)));
  }
  return placed;
}
