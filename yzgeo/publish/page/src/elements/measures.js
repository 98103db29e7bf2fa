// The measures of zones: as facts in the panel, as bars on one axis in the comparison.
import { scaleLinear } from "d3-scale";
import { classes, html } from "../html.js";
import { moneyFactor } from "../state/choices.js";
import { chips } from "./clauses.js";

const TICKS = 4;
const MOST_CHIPS = 2; // of more the table below has each beside what it states
const SOLID_OPEN_HATCH = ["solid", "open", "hatch"];

/** @param {MeasureValue} value */
function reach({ value, parts }) {
  return Math.max(value || 0, total(parts));
}

/** @param {{value: number}[]} parts */
const total = (parts) => parts.reduce((sum, part) => sum + part.value, 0);

/**
 * The axis that all zones share: from 0 to a figure that is round in the unit shown, with its ticks in that unit. Null
 * where there is nothing to draw on it.
 * @param {MeasureValue[]} values @param {number} [factor] from the values' unit to the one shown
 */
export function axisOf(values, factor = 1) {
  const most = factor * Math.max(0, ...values.map(reach));
  if (!most) return null;
  const scale = scaleLinear().domain([0, most]).nice(TICKS);
  return { most: scale.domain()[1], ticks: scale.ticks(TICKS), factor };
}

/** How the parts of a measure are drawn, in their order. @param {Measure} measure @param {string} id */
export function patternOf({ parts, id: measure }, id) {
  const index = parts.findIndex((part) => part.id === id);
  if (measure === "recovery" && index === 1) return "hatch"; // under way, as on the map
  return SOLID_OPEN_HATCH[Math.min(index, SOLID_OPEN_HATCH.length - 1)];
}

/**
 * @param {Page} page @param {Measure} measure @param {Zone} zone @param {NonNullable<ReturnType<typeof axisOf>>} axis
 */
export function measureBar(page, measure, zone, axis) {
  const value = measure.by_zone[zone.zone_id];
  const wide = (/** @type {number} */ part) => ({ width: `${(100 * axis.factor * part) / axis.most}%` });
  const whole = { background: page.theme.tint(zone.colour), ...wide(value?.value || 0) };
  const parts = value?.parts || [];
  const factor = measure.is_money ? moneyFactor(page) : 1;
  const told = (/** @type {number} */ tick) => page.numbers.grouped(page.numbers.scaled(tick, factor) ?? 0);
  return html`<div class="measure-bar" aria-hidden="true">
    <div class="bar">
      ${
        parts.length
          ? parts.map((part) => html`<span class=${patternOf(measure, part.id)} style=${wide(part.value)}></span>`)
          : html`<span style=${whole}></span>`
      }
    </div>
    <div class="ticks">
      ${axis.ticks.map((tick) => html`<span style=${{ left: `${(100 * tick) / axis.most}%` }}>${told(tick)}</span>`)}
    </div>
  </div>`;
}

/** @param {Page} page @param {Measure} measure @param {string} zoneId */
export function measureText(page, measure, zoneId) {
  const value = measure.by_zone[zoneId];
  if (!value || value.value === null) return { figure: "—", unit: "", notes: value ? value.notes.map(page.text) : [] };
  return { figure: page.text(value.figure), unit: page.text(measure.unit), notes: value.notes.map(page.text) };
}

/** @param {Page} page */
export function invention(page) {
  return html`<span class="invented">${page.say("invented_short")}</span>`;
}

/** The facts of a zone in two columns: what it is, how much, and in which clause. @param {Page} page @param {string} zoneId */
export function measureFacts(page, zoneId) {
  const told = page.data.measures.filter(({ by_zone }) => by_zone[zoneId]);
  if (!told.length) return null;
  return html`<div class="measures">
    ${told.map((measure) => {
      const { figure, unit, notes } = measureText(page, measure, zoneId);
      const { sources } = measure.by_zone[zoneId];
      return html`<div key=${measure.id} class=${classes("measure", "fact", figure === "—" && "unknown")} data-measure=${measure.id}>
        <span class="label">${page.text(measure.title)}</span>
        <span class="value"><b>${figure}</b> ${unit}</span>
        <span class="meta">${notes.join(page.semicolon())} ${measure.is_invented ? invention(page) : null}</span>
        ${sources.length && sources.length <= MOST_CHIPS ? chips(page, sources) : null}
      </div>`;
    })}
  </div>`;
}
