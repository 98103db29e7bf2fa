import { byId } from "../html.js";

export const LEGEND_PX = 230;
const WORDS_X = 38;
const LINE_PX = 16;
const GAP_PX = 6;
const SIZES_GAP_PX = 10;

/**
 * The legend of the page, entry by entry: what is switched off is not in the picture either.
 * @param {Page} page @param {import("./pen.js").Pen} pen @param {number} x @param {number} y
 */
export async function drawLegend(page, pen, x, y) {
  const entries = [...byId("yz-legend").querySelectorAll("li")].filter(
    (entry) => !entry.querySelector("li, select") && !entry.closest(".off, .sizes") && isSeen(entry),
  );
  const sizes = byId("yz-legend").querySelector(".sizes");
  let at = y + 14;
  pen.write(page.say("legend_short"), x, y, 13, { isBold: true });
  for (const entry of entries) {
    at += await drawEntry(pen, entry, x, at);
    if (sizes && entry.nextElementSibling === null && entry.parentElement === sizes.previousElementSibling) {
      at += await drawSizes(pen, sizes, x, at);
    }
  }
}

/** @param {Element} entry */
function wordsOf(entry) {
  if (entry.classList.contains("parcel-head")) {
    return [[...entry.children].map(({ textContent }) => textContent).join(" ")];
  }
  if (entry.classList.contains("parcel-row")) return [entry.textContent || ""];
  const words = entry.querySelector(".words") || entry.lastChild;
  if (!(words instanceof Element)) return [words?.textContent || ""];
  const notes = [...words.querySelectorAll("small")].map((note) => note.textContent || "");
  const name = [...words.childNodes].filter((node) => !(node instanceof Element && node.matches("small")));
  return [name.map((node) => node.textContent).join(""), ...notes];
}

/** A layer or status that is switched off is not on the map. @param {Element} entry */
const isSeen = (entry) => entry.querySelector("input")?.checked !== false;

/**
 * @param {import("./pen.js").Pen} pen
 * @param {Element} entry @param {number} x @param {number} y
 * @returns {Promise<number>} how high it is
 */
async function drawEntry(pen, entry, x, y) {
  const icon = entry.querySelector("svg");
  /** @type {HTMLElement | null} */
  const swatch = entry.querySelector(".swatch");
  const height = icon ? Number(icon.getAttribute("height")) : LINE_PX;
  pen.setFont(12, false);
  const lines = wordsOf(entry).flatMap((words) => pen.wrap(words.trim(), LEGEND_PX - WORDS_X - 2));
  lines.forEach((line, index) => {
    pen.write(line, x + WORDS_X, y + 13 + LINE_PX * index, 12);
  });
  if (swatch) {
    pen.canvas.fillStyle = swatch.style.background;
    pen.canvas.fillRect(x + 9, y + 3, 12, 12);
  }
  if (icon) await pen.draw(icon, x, y, Number(icon.getAttribute("width")), height);
  return Math.max(LINE_PX * lines.length, height) + GAP_PX;
}

/**
 * Discs side by side.
 * @param {import("./pen.js").Pen} pen @param {Element} sizes @param {number} x @param {number} y
 * @returns {Promise<number>} how high they are
 */
async function drawSizes(pen, sizes, x, y) {
  let left = x;
  let highest = 0;
  for (const entry of sizes.children) {
    const icon = /** @type {SVGSVGElement} */ (entry.querySelector("svg"));
    const [width, height] = ["width", "height"].map((name) => Number(icon.getAttribute(name)));
    const words = entry.querySelector("span")?.textContent || "";
    await pen.draw(icon, left, y, width, height);
    pen.write(words, left + width, y + height - 3, 12);
    left += width + pen.canvas.measureText(words).width + SIZES_GAP_PX;
    highest = Math.max(highest, height);
  }
  return highest + GAP_PX;
}
