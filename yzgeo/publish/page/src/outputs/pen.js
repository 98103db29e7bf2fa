// Drawing on a canvas: text as the page sets it, and the SVG drawings of the page.
import { wrapped } from "./wrap.js";

const COPIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
  "text-anchor",
];
const STYLED = "path, rect, circle, ellipse, line, text";

/** @typedef {ReturnType<typeof makePen>} Pen */
/** @typedef {{isBold?: boolean, colour?: string}} WriteOptions */

/**
 * @param {CanvasRenderingContext2D} canvas
 * @param {string} ink the colour of words that have none of their own
 */
export function makePen(canvas, ink) {
  const family = getComputedStyle(document.body).fontFamily;

  /** @param {number} size @param {boolean} isBold */
  function setFont(size, isBold) {
    canvas.font = `${isBold ? "600 " : ""}${size}px ${family}`;
  }
  return {
    canvas,
    ink,
    setFont,
    /**
     * @param {string} words @param {number} x @param {number} y @param {number} size
     * @param {WriteOptions} [more]
     */
    write(words, x, y, size, { isBold = false, colour = ink } = {}) {
      setFont(size, isBold);
      canvas.fillStyle = colour;
      canvas.fillText(words, x, y);
    },
    /** A text in lines of the font that is set. @param {string} text @param {number} width */
    wrap: (text, width) => wrapped(text, (line) => canvas.measureText(line).width > width),
    /** @param {SVGSVGElement} svg @param {number} x @param {number} y @param {number} width @param {number} height */
    async draw(svg, x, y, width, height) {
      canvas.drawImage(await imageOf(svg, width, height), x, y, width, height);
    },
    /** A line from point to point. @param {[number, number][]} points */
    trace(points) {
      canvas.beginPath();
      for (const [x, y] of points) canvas.lineTo(x, y);
    },
  };
}

/**
 * A drawing as a picture: what stylesheets say of it goes into it first.
 * @param {SVGSVGElement} svg @param {number} width @param {number} height
 * @returns {Promise<HTMLImageElement>}
 */
function imageOf(svg, width, height) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  /** @type {NodeListOf<SVGElement>} */
  const to = copy.querySelectorAll(STYLED);
  svg.querySelectorAll(STYLED).forEach((from, i) => {
    if (from.closest("pattern")) return;
    const style = getComputedStyle(from);
    for (const name of COPIED) to[i].style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.removeAttribute("style");
  const text = new XMLSerializer().serializeToString(copy);
  return new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}
