import { byId } from "../html.js";

export const LEGEND_PX = 230;
const WORDS_X = 38;
const LINE_PX = 16;
const GAP_PX = 6;
const SIGN = { x: 3, y: 2, width: 24, height: 12 };

/**
 * The legend of the page, entry by entry.
 * @param {Page} page @param {import("./pen.js").Pen} pen @param {number} x @param {number} y
 */
export async function drawLegend(page, pen, x, y) {
  const entries = [...byId("yz-legend").querySelectorAll("li")].filter(isSeen);
  let at = y + 14;
  pen.write(page.say("legend"), x, y, 13, { isBold: true });
  for (const entry of entries) at += await drawEntry(page, pen, entry, x, at);
}

/** @param {Element} entry */
function wordsOf(entry) {
  if (!entry.classList.contains("parcel-head")) return entry.lastChild?.textContent || "";
  return [...entry.children].map(({ textContent }) => textContent).join(" ");
}

/** A layer or status that is switched off is not on the map. @param {Element} entry */
const isSeen = (entry) => entry.querySelector("input")?.checked !== false;

/**
 * @param {Page} page @param {import("./pen.js").Pen} pen @param {HTMLElement} entry @param {number} x @param {number} y
 * @returns {Promise<number>} how high it is
 */
async function drawEntry(page, pen, entry, x, y) {
  const icon = entry.querySelector("svg");
  const sample = entry.querySelector(".sample");
  const height = icon ? Number(icon.getAttribute("height")) : LINE_PX;
  pen.setFont(12, false);
  const lines = pen.wrap(wordsOf(entry), LEGEND_PX - WORDS_X - 2);
  lines.forEach((line, index) => {
    pen.write(line, x + WORDS_X, y + 13 + LINE_PX * index, 12);
  });
  if (sample) pen.write(sample.textContent || "", x + 8, y + 13, 13, { colour: page.theme.flag() });
  // A pattern is defined in the map, not in the drawing.
  if (icon?.querySelector('[fill^="url(#"]')) hatch(pen, page.data.zones[0].colour, x, y);
  else if (icon) await pen.draw(icon, x, y, 30, height);
  return Math.max(LINE_PX * lines.length, height) + GAP_PX;
}

/** @param {import("./pen.js").Pen} pen @param {string} colour @param {number} x @param {number} y */
function hatch({ canvas, trace }, colour, x, y) {
  canvas.save();
  canvas.strokeStyle = colour;
  canvas.strokeRect(x + SIGN.x, y + SIGN.y, SIGN.width, SIGN.height);
  canvas.beginPath();
  canvas.rect(x + SIGN.x, y + SIGN.y, SIGN.width, SIGN.height);
  canvas.clip();
  canvas.lineWidth = 2;
  for (let i = -12; i < 30; i += 6) {
    trace([
      [x + i, y + 16],
      [x + i + 16, y],
    ]);
    canvas.stroke();
  }
  canvas.restore();
}
