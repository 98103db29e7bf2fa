// The map of the shapes, and the picture of registered against drawn areas.
import { html } from "../../../page/src/html.js";

const SIZE = { width: 300, height: 210, left: 44, bottom: 24 };
/** Ratios that are slips of the unit: mu for hectares, square metres for mu, square metres for hectares. */
const SLIPS = [15, 666.7, 10000];

/** @param {PreviewPage} page */
export function place(page) {
  const { part, state } = page;
  const { map } = part;
  return html`<section class="yz-card" aria-labelledby="yz-crs">
    <h2 id="yz-crs">${page.say("crs")}</h2>
    <p>${page.text(part.crs)}</p>
    ${
      map &&
      html`<div class="yz-views" role="group" aria-label=${page.say("map")}>${(
        /** @type {const} */ (["close", "whole"])
      ).map(
        (view) =>
          html`<button key=${view} type="button" aria-pressed=${String(state.view === view)} onClick=${() => page.store.change({ view })}>${page.say(view)}</button>`,
      )}</div>
    <svg class="yz-map" viewBox=${map[state.view]} role="img" aria-label=${page.say("map_label")}>
      <path class="district" d=${map.district} /><path class="shapes" d=${map.shapes} /><path class="dots" d=${map.dots} />
    </svg>`
    }
    ${part.doubts.length > 0 && html`<h3>${page.say("hints")}</h3><ul>${part.doubts.map((doubt, at) => html`<li key=${at}>${page.text(doubt)}</li>`)}</ul>`}
  </section>`;
}

/** @param {PreviewPage} page */
export function areas(page) {
  const points = page.part.areas?.points || [];
  if (!points.length) return null;
  const all = points.flat();
  const low = Math.floor(Math.min(...all));
  const high = Math.max(Math.ceil(Math.max(...all)), low + 1);
  const { width, height, left, bottom } = SIZE;
  const x = (/** @type {number} */ log) => left + ((log - low) / (high - low)) * (width - left - 8);
  const y = (/** @type {number} */ log) => height - bottom - ((log - low) / (high - low)) * (height - bottom - 8);
  const ticks = Array.from({ length: high - low + 1 }, (_, number) => low + number);
  const line = (/** @type {number} */ shift) => `M${x(low)} ${y(low + shift)}L${x(high)} ${y(high + shift)}`;
  const slips = SLIPS.flatMap((slip) => [Math.log10(slip), -Math.log10(slip)]);
  return html`<section class="yz-card" aria-labelledby="yz-areas">
    <h2 id="yz-areas">${page.say("areas")}</h2>
    <svg class="yz-plot" viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${page.say("axes")}>
      <clipPath id="yz-frame"><rect x=${left} y="8" width=${width - left - 8} height=${height - bottom - 8} /></clipPath>
      ${ticks.map((tick) => html`<g key=${tick}><path class="grid" d=${`M${left} ${y(tick)}H${width - 8}`} /><text x=${left - 5} y=${y(tick) + 4} text-anchor="end">${label(tick)}</text><text x=${x(tick)} y=${height - 8} text-anchor="middle">${label(tick)}</text></g>`)}
      <g clip-path="url(#yz-frame)"><path class="equal" d=${line(0)} />${slips.map((slip) => html`<path key=${slip} class="slip" d=${line(slip)} />`)}
      <path class="points" d=${points.map(([drawn, registered]) => `M${x(drawn).toFixed(1)} ${y(registered).toFixed(1)}h0`).join("")} /></g>
    </svg>
    <p class="quiet">${page.say("axes")}</p>
  </section>`;
}

/** @param {number} log */
function label(log) {
  return log >= 0 ? (10 ** log).toLocaleString("en") : String(Number((10 ** log).toPrecision(1)));
}
