// Land recovered, summed year by year, against an even pace to the target.
import { scaleLinear } from "d3-scale";
import { classes, html } from "../html.js";
import { showUntil } from "./parcel_years.js";

const WIDTH = 408;
const HEIGHT = 210;
const LEFT = 44;
const TOP = 24;
const BOTTOM = 182;
const DAY = 864e5;
const REACH = 14; // of a point, for the pointer

/** @param {string} day as an ISO date */
const time = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;

/**
 * The points of the line: nothing at the start, the sum at the end of each year, the last one on the ledger's day.
 * @param {Pick<Land, "by_year" | "start_on" | "as_of">} land
 * @returns {{at: number, mu: number, year: number | null}[]}
 */
export function cumulative({ by_year, start_on, as_of }) {
  if (!by_year || !start_on) return [];
  const start = time(start_on);
  const last = as_of ? time(as_of) : Number.POSITIVE_INFINITY;
  /** @type {{at: number, mu: number, year: number | null}[]} */
  const points = [{ at: start, mu: 0, year: null }];
  for (const { year, cumulative_mu } of by_year) {
    if (year === null || cumulative_mu === null) continue;
    const at = Math.min(time(`${year}-12-31`), last);
    if (at > points[points.length - 1].at) points.push({ at, mu: cumulative_mu, year });
    else Object.assign(points[points.length - 1], { mu: cumulative_mu, year });
  }
  return points;
}

/** @param {Page} page */
export function landYears(page) {
  const { land } = page.data;
  const { target_mu, target_on, start_on, so_far_mu_per_year: pace } = land;
  const points = cumulative(land);
  if (points.length < 2 || !start_on) return null;
  const now = points[points.length - 1];
  const end = target_on ? Math.max(time(target_on), now.at) : now.at;
  const ahead = pace !== null && end > now.at ? now.mu + (pace * (end - now.at)) / 365.25 : null;
  const most = Math.max(...points.map(({ mu }) => mu), target_mu || 0, ahead || 0);
  const x = scaleLinear()
    .domain([time(start_on), end])
    .range([LEFT, WIDTH - 12]);
  const y = scaleLinear().domain([0, most]).nice(5).range([BOTTOM, TOP]);
  const path = (/** @type {{at: number, mu: number}[]} */ line) =>
    line.map(({ at, mu }) => `${x(at)},${y(mu)}`).join(" ");
  const whole = (/** @type {number} */ mu) => page.numbers.grouped(Math.round(mu));
  const years = [...new Set((land.by_year || []).flatMap(({ year }) => year ?? []))];
  const undated = (land.by_year || []).find(({ year }) => year === null);
  const shown = years.filter((_, index) => index % Math.ceil(years.length / 8) === 0);
  return html`<div class="land-years">
    <h2 class="land-head">${page.say("by_years")} <span class="meta">${ahead === null ? "" : page.say("at_this_pace").replace("%n", page.numbers.mu(Math.round(ahead)))}</span></h2>
    <svg class="land-chart" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${page.say("by_years")}>
      ${y.ticks(5).map(
        (tick) => html`<line x1=${LEFT} x2=${WIDTH - 12} y1=${y(tick)} y2=${y(tick)} class="grid" />
        <text x=${LEFT - 6} y=${y(tick) + 4} text-anchor="end" class="tick">${whole(tick)}</text>`,
      )}
      ${shown.map((year) => html`<text x=${x((time(`${year}-01-01`) + time(`${year}-12-31`)) / 2)} y=${BOTTOM + 18} text-anchor="middle" class="tick">${year}</text>`)}
      ${
        target_mu !== null && target_on
          ? html`<polyline points=${path([
              { at: time(start_on), mu: 0 },
              { at: time(target_on), mu: target_mu },
            ])} class="even" />
            <circle cx=${x(time(target_on))} cy=${y(target_mu)} r="4.5" class="goal" />
            <text x=${LEFT + 8} y=${TOP - 6} class="tick">${page.say("even_line")}</text>`
          : null
      }
      ${ahead === null ? null : html`<polyline points=${path([now, { at: end, mu: ahead }])} class="ahead" />`}
      <polyline points=${path(points)} class="line" />
      ${points.slice(1).map(({ at, mu, year }, index) => {
        const isLast = index === points.length - 2;
        // The buttons below do the same for who has no pointer.
        const isKnown = year !== null && page.parcels?.years.includes(year);
        const show = isKnown ? () => showUntil(page, page.state.parcelChoice.until === year ? null : year) : undefined;
        const isChosen = isKnown && page.state.parcelChoice.until === year;
        return html`<circle cx=${x(at)} cy=${y(mu)} r="3.6" class=${classes("point", isChosen && "chosen")} />
          ${show ? html`<circle cx=${x(at)} cy=${y(mu)} r=${REACH} class="reach" data-year=${year} onClick=${show}><title>${page.say("parcels_by_year")} ${year}</title></circle>` : null}
          <text x=${x(at) + (isLast ? -6 : 6)} y=${y(mu) + (isLast ? -10 : 15)} text-anchor=${isLast ? "end" : "start"} class=${isLast ? "now" : "tick"}>${whole(mu)}</text>`;
      })}
    </svg>
    ${undated ? html`<p class="meta">${page.say("undated").replace("%n", page.numbers.mu(undated.recovered_mu))}</p>` : null}
  </div>`;
}
