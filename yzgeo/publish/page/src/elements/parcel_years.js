// Up to which year the map shows parcels: the years of the ledger, beside the chart of them.
import { html } from "../html.js";

const MOST_BUTTONS = 6;

/** Shows the parcels of a year and those before it; null: all. @param {Page} page @param {number | null} until */
export function showUntil(page, until) {
  const { parcelChoice, shown } = page.state;
  page.store.change({ parcelChoice: { ...parcelChoice, until }, shown: { ...shown, parcels: true } });
}

/** @param {Page} page */
export function parcelYears(page) {
  const years = page.parcels ? page.parcels.years : [];
  if (!years.length) return null;
  const choose = (/** @type {number | null} */ until) => showUntil(page, until);
  const label = page.say("parcels_by_year");
  return html`<div class="parcel-years" role="group" aria-label=${label}><span class="meta">${label}</span>
    ${years.length > MOST_BUTTONS ? list(page, years, choose, label) : buttons(page, years, choose)}</div>`;
}

/** @param {Page} page @param {number[]} years @param {(until: number | null) => void} choose */
function buttons(page, years, choose) {
  return [null, ...years].map((year) => {
    const isPressed = String(page.state.parcelChoice.until === year);
    return html`<button key=${year} type="button" class="button" data-until=${year === null ? "" : year} aria-pressed=${isPressed}
      onClick=${() => choose(year)}>${year === null ? page.say("parcels_all") : year}</button>`;
  });
}

/** @param {Page} page @param {number[]} years @param {(until: number | null) => void} choose @param {string} label */
function list(page, years, choose, label) {
  const chosen = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.currentTarget);
    choose(value ? Number(value) : null);
  };
  const { until } = page.state.parcelChoice;
  return html`<select aria-label=${label} onChange=${chosen}>
    <option value="" selected=${until === null}>${page.say("parcels_all")}</option>
    ${years.map((year) => html`<option key=${year} value=${year} selected=${until === year}>${year}</option>`)}
  </select>`;
}
