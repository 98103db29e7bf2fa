// The scale bar: a round length in blocks.

const MOST_PX = 130;
/** Blocks of a bar by its first digit. @type {Record<number, number>} */
const BLOCKS = { 1: 4, 2: 2, 5: 5 };

/**
 * The longest round length that a bar has room for.
 * @param {number} metrePx pixels in a metre @param {number} [mostPx] the room
 * @returns {{metres: number, px: number, blocks: number}}
 */
export function scaleOf(metrePx, mostPx = MOST_PX) {
  const most = mostPx / metrePx;
  const ten = 10 ** Math.floor(Math.log10(most));
  const first = [5, 2, 1].find((digit) => digit * ten <= most) || 1;
  return { metres: first * ten, px: first * ten * metrePx, blocks: BLOCKS[first] };
}
