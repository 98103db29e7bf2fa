export const NONE = "#8a857a";
export const OPACITY = 0.9;
export const NO_PATTERN = "dashed"; // of what has no status

/**
 * What parcels are drawn with, by the number of their status, 0 for none: ink and paper, a pattern for shapes, and a tone
 * for dots as the pixels of an image have it (opacity, blue, green, red).
 * @param {Pick<ParcelHeader, "ink" | "paper" | "statuses">} header @param {(colour: string) => string} tint
 */
export function makePaints({ ink, paper, statuses }, tint) {
  const tones = [NONE, ...statuses.map(({ colour }) => colour)].map(tint);
  /** @type {ParcelPattern[]} */
  const patterns = [NO_PATTERN, ...statuses.map(({ pattern }) => pattern)];
  const pixels = tones.map((tone) => {
    const rgb = parseInt(tone.slice(1), 16);
    return ((Math.round(255 * OPACITY) << 24) | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
  });
  return { ink: tint(ink), paper: tint(paper), patterns, pixels };
}
