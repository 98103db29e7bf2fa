export const NONE = "#8a857a";
export const OPACITY = 0.9;
export const NO_PATTERN = "dashed"; // of what has no status

/** A colour with a share of ink in paper. @param {string} ink @param {string} paper as #rrggbb @param {number} share */
export function mixed(ink, paper, share) {
  const [a, b] = [ink, paper].map((colour) => parseInt(colour.slice(1), 16));
  const parts = [16, 8, 0].map((shift) =>
    Math.round(((a >> shift) & 255) * share + ((b >> shift) & 255) * (1 - share)),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * What parcels are drawn with, by their class: ink and paper, a pattern and a tone for shapes, and a tone for dots as the
 * pixels of an image have it (opacity, blue, green, red).
 * @param {Pick<ParcelHeader, "ink" | "paper">} header @param {import("./classes.js").ParcelClass[]} classes
 * @param {(colour: string) => string} tint
 */
export function makePaints(header, classes, tint) {
  const [ink, paper] = [tint(header.ink), tint(header.paper)];
  const tones = classes.map(({ share }) => ({ ink: share === 1 ? ink : mixed(ink, paper, share), paper }));
  const pixels = classes.map(({ colour, share }, at) => {
    const rgb = parseInt((share === 1 ? tint(colour) : tones[at].ink).slice(1), 16);
    return ((Math.round(255 * OPACITY) << 24) | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
  });
  return { ink, paper, tones, patterns: classes.map(({ pattern }) => pattern), pixels };
}
