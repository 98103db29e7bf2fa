// Statuses of parcels: each row is the sign of one, counts it and switches it off and on.
import { html } from "../html.js";
import { parcelSign } from "./parcel_sign.js";

/** @type {ParcelPattern[]} */
const ORDER = ["solid", "hatch", "open", "dashed"];

/**
 * A row of the legend that switches what it stands for.
 * @param {Page} page @param {{code: string, pattern: ParcelPattern, words: string, number: string, share?: number}} row
 */
export function parcelRow(page, { code, pattern, words, number, share }) {
  const { hidden } = page.state.parcelChoice;
  const isOn = !hidden.includes(code);
  const set = (/** @type {Event} */ event) => {
    const { checked } = /** @type {HTMLInputElement} */ (event.currentTarget);
    const others = hidden.filter((one) => one !== code);
    page.store.change({ parcelChoice: { ...page.state.parcelChoice, hidden: checked ? others : [...others, code] } });
  };
  return html`<li key=${`parcels-${code}`} class=${isOn ? "parcel-row on" : "parcel-row off"}><label>
      <input type="checkbox" data-status=${code} checked=${isOn} onChange=${set} />${parcelSign(pattern, share)}
      <span class="words">${words}</span><span class="number"> ${number}</span>
    </label></li>`;
}

/** What the parcels are, and that they are invented. @param {Page} page @param {string} words */
export function parcelHead(page, words) {
  return html`<li key="parcels" class="parcel-head"><span><b>${words}</b></span>
      ${page.invented() ? html`<span class="invented">${page.say("invented_short")}</span>` : null}</li>`;
}

/** @param {Page} page @returns {Content[]} entries of the legend */
export function parcelLegend(page) {
  const { parcels, numbers } = page;
  if (!parcels) return [];
  const statuses = [...parcels.statuses].sort((a, b) => ORDER.indexOf(a.pattern) - ORDER.indexOf(b.pattern));
  const wanted = parcels.wanted();
  const countOf = (/** @type {{code: string, count: number}} */ { code, count }) =>
    wanted ? wanted.statuses[code]?.count || 0 : count;
  const total = statuses.reduce((sum, status) => sum + countOf(status), 0);
  const rows = statuses.map((status) => {
    const { code, label, pattern } = status;
    return parcelRow(page, { code, pattern, words: page.text(label), number: numbers.parcels(countOf(status)) });
  });
  const undrawn = page.say("parcels_undrawn").replace("%n", numbers.parcels(parcels.undrawn));
  return [
    parcelHead(page, `${page.say("parcels")} ${numbers.grouped(total)}`),
    ...rows,
    parcels.undrawn ? html`<li key="undrawn" class="meta"><span>${undrawn}</span></li>` : null,
  ];
}
