// Names of the map on the canvas of a picture, as they stand on the page.

const LINE_SHARE = 0.78; // of a line's height is above the foot of its letters
const MOST_LINES = 2;

/** @typedef {import("./pen.js").Pen} Pen */

/**
 * @param {Page} page @param {Pen} pen @param {Element} container of the map
 */
export function drawLabels(page, pen, container) {
  /** @type {NodeListOf<HTMLElement>} */
  const labels = container.querySelectorAll(".map-label");
  for (const label of labels) {
    if (label.style.visibility === "hidden") continue;
    /** @type {NodeListOf<HTMLElement>} */
    const lines = label.querySelectorAll(":scope > span");
    for (const line of lines) drawLine(page, pen, line);
  }
}

/** @param {Page} page @param {Pen} pen @param {HTMLElement} span */
function drawLine(page, pen, span) {
  const style = getComputedStyle(span);
  if (style.display === "none") return;
  const { canvas } = pen;
  const frame = span.getBoundingClientRect();
  const flag = /** @type {HTMLElement | null} */ (span.querySelector(".flag"));
  const words = [...span.childNodes].filter((node) => node !== flag).map((node) => node.textContent);
  pen.setFont(parseFloat(style.fontSize), Number(style.fontWeight) > 500);
  const wrapped = pen.wrap(words.join("").trim(), frame.width + 1);
  const lines = wrapped.slice(0, MOST_LINES);
  if (wrapped.length > MOST_LINES) lines[MOST_LINES - 1] += "…";
  const height = frame.height / lines.length;
  const align = flag ? "left" : style.textAlign;
  const x = { right: frame.right, left: frame.left }[align] ?? frame.left + frame.width / 2;
  canvas.textAlign = align === "left" || align === "right" ? align : "center";
  canvas.lineWidth = 3;
  canvas.lineJoin = "round";
  canvas.strokeStyle = page.theme.variable("--halo");
  canvas.fillStyle = style.color;
  lines.forEach((line, index) => {
    const y = frame.top + (index + LINE_SHARE) * height;
    canvas.strokeText(line, x, y);
    canvas.fillText(line, x, y);
  });
  canvas.textAlign = "left";
  if (flag) drawFlag(page, pen, flag);
}

/** @param {Page} page @param {Pen} pen @param {HTMLElement} flag */
function drawFlag(page, { canvas, setFont }, flag) {
  const { left, top, width, height } = flag.getBoundingClientRect();
  canvas.fillStyle = page.theme.variable("--finding");
  canvas.fillRect(left, top, width, height);
  canvas.fillStyle = page.theme.variable("--on-finding");
  setFont(parseFloat(getComputedStyle(flag).fontSize), true);
  canvas.textAlign = "center";
  canvas.fillText(flag.textContent || "", left + width / 2, top + LINE_SHARE * height);
  canvas.textAlign = "left";
}
