// Land recovered as one bullet on one axis: done, under way, where an even pace would be today, and the target.
import { scaleLinear } from "d3-scale";
import { html } from "../html.js";

const WIDTH = 408;
const TOP = 26;
const BAR = 26;
const TICKS = 6;

/** @param {Page} page */
export function landBullet(page) {
  const { recovered_mu, under_way_mu, target_mu, expected_mu } = page.data.land;
  if (recovered_mu === null) return null;
  const sum = recovered_mu + (under_way_mu || 0);
  const scale = scaleLinear()
    .domain([0, Math.max(sum, target_mu || 0, 1)])
    .nice(TICKS)
    .range([1, WIDTH - 1]);
  const whole = (/** @type {number} */ mu) => page.numbers.grouped(Math.round(mu));
  const fill = (/** @type {TextKey} */ key, /** @type {number} */ mu) => page.say(key).replace("%n", whole(mu));
  /** @param {number | null} mu @param {TextKey} key @param {string} kind @param {"start" | "middle" | "end"} anchor */
  function mark(mu, key, kind, anchor) {
    if (mu === null) return null;
    const x = scale(mu);
    return html`<line x1=${x} x2=${x} y1=${TOP - 6} y2=${TOP + BAR + 6} class=${kind} />
      <text x=${Math.min(Math.max(x, 4), WIDTH - 4)} y=${TOP - 11} text-anchor=${anchor}>${fill(key, mu)}</text>`;
  }
  const isLeft = expected_mu !== null && target_mu !== null && expected_mu <= target_mu;
  const name = [fill("land_done", recovered_mu), fill("today_at", expected_mu || 0), fill("target_at", target_mu || 0)];
  return html`<svg class="land-chart" viewBox=${`0 0 ${WIDTH} 76`} role="img" aria-label=${name.join(page.semicolon())}>
    ${scale.ticks(TICKS).map(
      (tick) => html`<line x1=${scale(tick)} x2=${scale(tick)} y1=${TOP - 2} y2=${TOP + BAR + 4} class="grid" />
      <text x=${scale(tick)} y=${TOP + BAR + 18} class="tick" text-anchor=${tick ? (scale(tick) > WIDTH - 20 ? "end" : "middle") : "start"}>${whole(tick)}</text>`,
    )}
    <rect x=${scale(0)} y=${TOP} width=${scale(recovered_mu) - scale(0)} height=${BAR} class="done" />
    <rect x=${scale(recovered_mu)} y=${TOP} width=${scale(sum) - scale(recovered_mu)} height=${BAR} class="under-way" />
    <text x=${scale(0) + 8} y=${TOP + BAR / 2 + 5} class=${scale(recovered_mu) > 130 ? "inside" : "beside"}>${fill("land_done", recovered_mu)}</text>
    ${mark(expected_mu, "today_at", "due", isLeft ? "end" : "start")} ${mark(target_mu, "target_at", "target", isLeft ? "start" : "end")}
  </svg>`;
}

/** The lines of a hatch for charts in ink. */
export function hatch() {
  return html`<svg width="0" height="0" class="defs" aria-hidden="true">
    <defs>
      <pattern id="yz-hatch-ink" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.6" height="6" class="hatch-line" />
      </pattern>
    </defs>
  </svg>`;
}
