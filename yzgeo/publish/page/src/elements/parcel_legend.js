// Statuses of parcels: each row is the sign of one, counts it and switches it off and on.
import { html } from "../html.js";

/** @type {ParcelPattern[]} */
const ORDER = ["solid", "hatch", "open", "dashed"];

/** @param {ParcelPattern} pattern */
function sign(pattern) {
  const box = html`<rect x="8" y="1.5" width="13" height="13" class=${pattern === "solid" ? "sign full" : "sign none"} stroke-dasharray=${pattern === "dashed" ? "3 2.4" : undefined} />`;
  const lines = html`<path d="M8 7.5l6-6M8 14.5l13-13M15 14.5l6-6" class="sign none" />`;
  return html`<svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true">${box}${pattern === "hatch" ? lines : null}</svg>`;
}

/** @param {Page} page @returns {Content[]} entries of the legend */
export function parcelLegend(page) {
  const { parcels, numbers, state } = page;
  if (!parcels) return [];
  const { hidden } = state.parcelChoice;
  const statuses = [...parcels.statuses].sort((a, b) => ORDER.indexOf(a.pattern) - ORDER.indexOf(b.pattern));
  /** @param {string} code @param {boolean} isOn */
  function set(code, isOn) {
    const others = hidden.filter((one) => one !== code);
    page.store.change({ parcelChoice: { ...state.parcelChoice, hidden: isOn ? others : [...others, code] } });
  }
  const wanted = parcels.wanted();
  const countOf = (/** @type {{code: string, count: number}} */ { code, count }) =>
    wanted ? wanted.statuses[code]?.count || 0 : count;
  const total = statuses.reduce((sum, status) => sum + countOf(status), 0);
  const rows = statuses.map((status) => {
    const { code, label, pattern } = status;
    const isOn = !hidden.includes(code);
    const check = (/** @type {Event} */ event) =>
      set(code, /** @type {HTMLInputElement} */ (event.currentTarget).checked);
    return html`<li key=${`parcels-${code}`} class=${isOn ? "parcel-row on" : "parcel-row off"}><label>
      <input type="checkbox" data-status=${code} checked=${isOn} onChange=${check} />${sign(pattern)}
      <span class="words">${page.text(label)}</span><span class="number"> ${numbers.parcels(countOf(status))}</span>
    </label></li>`;
  });
  const undrawn = page.say("parcels_undrawn").replace("%n", numbers.parcels(parcels.undrawn));
  return [
    html`<li key="parcels" class="parcel-head"><span><b>${page.say("parcels")} ${numbers.grouped(total)}</b></span>
      ${page.invented() ? html`<span class="invented">${page.say("invented_short")}</span>` : null}</li>`,
    ...rows,
    parcels.undrawn ? html`<li key="undrawn" class="meta"><span>${undrawn}</span></li>` : null,
  ];
}
