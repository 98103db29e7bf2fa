// Rows of industries, columns of zones: both halves of a cell where text and table agree, one where only one lists it.
import { classes, html } from "../html.js";
import { naming } from "./bar.js";

/** Sizes in the units of the drawing: Chinese names are shorter, and stand upright over narrow columns. */
const SIZES = {
  zh: { cell: 29, head: 22, names: 96, letters: 8 },
  en: { cell: 26, head: 62, names: 178, letters: 30 },
};
const GAP = 5;

/** @param {Page} page */
export function matrix(page) {
  const { zones, industries } = page.data;
  const { cell, head, names } = SIZES[page.lang];
  const width = names + cell * zones.length + 4;
  return html`<svg class="matrix" viewBox=${`0 0 ${width} ${head + cell * industries.length + 2}`} ...${naming(page.say("matrix"))}>
    ${zones.map((zone, column) => heading(page, zone, names + cell * (column + 0.5)))}
    ${industries.map((industry, row) => line(page, industry, head + cell * row, width))}
  </svg>`;
}

/** @param {Page} page @param {Zone} zone @param {number} x */
function heading(page, zone, x) {
  const words = page.text(zone.shortest);
  if (page.lang === "zh") return html`<text x=${x} y="14" text-anchor="middle">${words}</text>`;
  return html`<text transform=${`translate(${x + 4} ${SIZES.en.head - 4}) rotate(-90)`}>${words}</text>`;
}

/** @param {Page} page @param {Industry} industry @param {number} y @param {number} width */
function line(page, industry, y, width) {
  const { cell, names, letters } = SIZES[page.lang];
  const name = page.text(page.data.subjects[industry.key].name);
  const label = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
  return html`<g key=${industry.key} class=${classes("row", page.state.opened === industry.key && "open")}
    onClick=${() => page.open(industry.key)}>
    <rect x="0" y=${y} width=${width} height=${cell} class="hit" />
    <line x1="0" x2=${width} y1=${y} y2=${y} />
    <text x="0" y=${y + cell / 2 + 4}>${label}</text>
    ${page.data.zones.map((zone, column) => {
      const listed = industry.zones.find((one) => one.zone_id === zone.zone_id);
      return listed ? sign(listed, zone.colour, names + cell * column + GAP, y + GAP, cell - 2 * GAP) : null;
    })}
  </g>`;
}

/** @param {{text: boolean, table: boolean}} listed @param {string} fill @param {number} x @param {number} y @param {number} side */
function sign(listed, fill, x, y, side) {
  if (listed.text && listed.table) return html`<rect x=${x} y=${y} width=${side} height=${side} fill=${fill} />`;
  const upperLeft = `M${x} ${y}h${side}L${x} ${y + side}Z`;
  const lowerRight = `M${x + side} ${y + side}h-${side}L${x + side} ${y}Z`;
  return html`${listed.text ? html`<path d=${upperLeft} fill=${fill} />` : null}
    ${listed.table ? html`<path d=${lowerRight} fill=${fill} />` : null}
    <rect x=${x} y=${y} width=${side} height=${side} fill="none" stroke=${fill} />`;
}
