// Signs of the layers, as the map draws them.
import { html } from "../html.js";
import { radiusOf, samples, wedge } from "../map/sites.js";

const WIDTH = 26;
const HEIGHT = 18;
const GAP_PX = 8;
const LEAST_WORDS_PX = 15;

/** @type {Record<string, (page: Page) => Content>} */
const DRAWINGS = {
  zones(page) {
    const zone = page.data.zones[0];
    const style = { fill: page.theme.tint(zone.colour) };
    if (page.data.bases.includes("official") && !page.data.bases.includes("schematic")) {
      const line = { ...style, "fill-opacity": 0.5, stroke: page.theme.tint(zone.colour), "stroke-width": 1.5 };
      return html`<rect x="2" y="2" width="22" height="14" style=${line} />`;
    }
    const coat = { ...style, "fill-opacity": 0.16 };
    const coats = [9, 7.5, 6, 4.5, 3].map((r) => html`<ellipse cx="13" cy="9" rx=${1.4 * r} ry=${r} style=${coat} />`);
    const cross = { stroke: page.theme.shade(zone.colour), "stroke-width": 2 };
    return html`${coats}<path d="M9 9h8M13 5v8" style=${cross} />`;
  },
  projects: () =>
    html`<circle class="sign none" cx="13" cy="9" r="7" /><path class="sign full" d=${wedge(13, 9, 7, 0.5)} />`,
  parks: () => html`<rect class="sign none" x="8" y="4" width="10" height="10" />`,
  findings: () =>
    html`<rect class="sign flagged" x="4" y="1" width="18" height="16" rx="3" /><path class="mark-line" d="M13 5v5M13 12.5v1.5" />`,
  parcels: () => html`<path class="sign full" d="M5 4h8v9H5Z" /><path class="sign none" d="M15 5h7v8h-7Z" />`,
  constraints: () =>
    html`<rect class="sign forbids" x="2" y="3" width="10" height="12" /><rect class="sign must-hold" x="14" y="3" width="10" height="12" />`,
  water: () => html`<rect class="sign water" x="3" y="3" width="20" height="12" />`,
  rail: () => html`<path class="sign rail" d="M1 9h24" /><circle class="sign station" cx="13" cy="9" r="3" />`,
  roads: () => html`<path class="sign rail" d="M1 6h24M1 12h24" />`,
  towns: () => html`<circle class="sign none" cx="13" cy="9" r="3" />`,
  uncertainty: () => html`<circle class="sign none" cx="13" cy="9" r="7" stroke-dasharray="3 2" />`,
  neighbours: () =>
    html`<rect class="sign outside" x="2" y="3" width="22" height="12" /><path class="sign border" d="M2 9h22" />`,
  relief: () => html`<path class="sign none" d="M2 15 10 4l5 6 3-3 6 8Z" />`,
};

/** @param {Page} page @param {string} name */
export function sign(page, name) {
  const drawing = DRAWINGS[name](page);
  return html`<svg width=${WIDTH} height=${HEIGHT} viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">${drawing}</svg>`;
}

/** Discs of three amounts side by side, as large as those of the map are now. @param {Page} page */
export function sizes(page) {
  const { factor, most } = page.map.sizes();
  if (!most) return null;
  const amounts = samples(most);
  const radii = amounts.map((amount) => radiusOf(amount, factor));
  const height = 2 * radii[0] + 3;
  const words = withoutUnits(amounts.map(page.view.amount || ((amount) => page.numbers.money(amount))));
  return html`<ul class="sizes">${radii.map((r, index) => {
    const width = Math.max(2 * r, LEAST_WORDS_PX) + GAP_PX;
    return html`<li><svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true"><circle
      class="sign none" cx=${width / 2} cy=${height - r - 1.5} r=${r} /></svg><span>${words[index]}</span></li>`;
  })}</ul>`;
}

/** Numbers with their unit behind the last alone, where it is the same. @param {string[]} words */
function withoutUnits(words) {
  const parts = words.map((one) => /^([\d.,]+) (.*)$/.exec(one));
  const isOne = parts.every((part) => part && part[2] === parts[0]?.[2]);
  return words.map((one, index) => (isOne && index < words.length - 1 ? parts[index]?.[1] : one));
}
