// Where a ring crosses a level line: what is inside it, and how wide it is there, follow from that.

/**
 * Places along the line, in the order of the ring's sides; whether its last point repeats the first is all the same.
 * @param {ArrayLike<number>[]} ring @param {number} level @param {0 | 1} along which coordinate runs along the line
 */
export function crossings(ring, level, along) {
  const across = 1 - along;
  /** @type {number[]} */
  const places = [];
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    if (a[across] > level === b[across] > level) continue;
    places.push(a[along] + ((b[along] - a[along]) * (level - a[across])) / (b[across] - a[across]));
  }
  return places;
}
