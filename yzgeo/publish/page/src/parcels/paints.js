export const NONE = "#8a857a";
export const OPACITY = 0.82;

/**
 * Colours by status, 0 for none: for a pen, and as pixels of an image (opacity, blue, green, red).
 * @param {string[]} statuses the colour of each @param {(colour: string) => string} tint
 */
export function makePaints(statuses, tint) {
  const colours = [NONE, ...statuses.map(tint)];
  const pixels = colours.map((colour) => {
    const rgb = parseInt(colour.slice(1), 16);
    return ((Math.round(255 * OPACITY) << 24) | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
  });
  return { colours, pixels };
}
