// Cells of the table: what a figure looks like beside others of its column.
import { classes, html } from "../html.js";
import { fixed } from "../words/numbers.js";

/** What the plan does not state: never 0. @param {Page} page */
export function unstated(page) {
  return html`<span class="unstated">${page.say("unstated_cell")}</span>`;
}

/** A figure with as many decimals as its column. @param {Page} page @param {number | null} value @param {number} digits */
export function figure(page, value, digits) {
  return value === null ? unstated(page) : fixed(value, digits);
}

const MOST_DIGITS = 2;

/** As many decimals as figures of a column have, so that they stand under one another. @param {(number | null)[]} values */
export function digitsOf(values) {
  let most = 0;
  for (const value of values) {
    if (value === null || Number.isInteger(value)) continue;
    if (most === MOST_DIGITS) break; // a ledger has a hundred thousand
    most = Math.max(most, (String(+value.toFixed(MOST_DIGITS)).split(".")[1] || "").length);
  }
  return most;
}

/**
 * The name of a row, which opens it, over a second line; more of it on a phone, which has fewer columns.
 * @param {string} name @param {string} below @param {string[]} [onPhone]
 */
export function named(name, below, onPhone = []) {
  const more = onPhone.length ? html`<span class="on-phone">${` · ${onPhone.join(" · ")}`}</span>` : null;
  return html`<span class="name">${name}</span>${below || more ? html`<span class="below">${below}${more}</span>` : null}`;
}

/** A zone beside the dot of its colour. @param {Page} page @param {string} zoneId */
export function zoneName(page, zoneId) {
  const zone = page.data.zones.find((one) => one.zone_id === zoneId);
  if (!zone) return html`<span>${zoneId}</span>`;
  return html`${zoneDot(page, zone.colour)}<span>${page.text(zone.shortest)}</span>`;
}

/** @param {Page} page @param {string} colour of a zone */
export function zoneDot(page, colour) {
  const tint = page.theme.tint(colour);
  const style = { background: tint, boxShadow: `0 0 0 3px ${tint}40` };
  return html`<span class="zone-dot" style=${style}></span>`;
}

/**
 * A bar of a figure: solid, or open for what is only planned.
 * @param {number | null} value @param {number} most @param {boolean} isOpen
 */
export function barCell(value, most, isOpen) {
  if (value === null) return html`<span class="cell-bar"></span>`;
  const style = { width: `${Math.max(1, (100 * value) / most)}%` };
  return html`<span class="cell-bar" aria-hidden="true"><span class=${classes("bar-part", isOpen && "open")} style=${style}></span></span>`;
}

const HALF_PX = 24;

/**
 * A ratio on a line from 0 on, with the one that the plan asks for.
 * @param {number} value @param {number | null} asked @param {number} most @param {boolean} isFound
 */
export function ratioLine(value, asked, most, isFound) {
  const x = (/** @type {number} */ ratio) => (2 * HALF_PX * Math.min(ratio, most)) / most;
  return html`<svg class="ratio-line" width=${2 * HALF_PX + 10} height="16" viewBox=${`-5 0 ${2 * HALF_PX + 10} 16`} aria-hidden="true">
    <path d=${`M0 8H${2 * HALF_PX}`} class="axis" />
    ${asked === null ? null : html`<path d=${`M${x(asked)} 2V14`} class="asked" />`}
    <circle cx=${x(value)} cy="8" r="4" class=${isFound ? "found" : "dot"} />
  </svg>`;
}

const ROW_OF_TABLE = / 第(\d+)行$/;

/**
 * The first clause of a row, short; it unfolds the plan's words below the table.
 * @param {Page} page @param {string[]} sources @param {(source: string) => void} show
 */
function clauseCell(page, sources, show) {
  if (!sources.length) return null;
  const [source] = sources;
  const more = sources.length > 1 ? ` +${sources.length - 1}` : "";
  const label =
    (page.lang === "zh" ? source.replace(ROW_OF_TABLE, "·$1") : page.data.clauses[source]?.en || source) + more;
  if (!page.data.clauses[source]) return html`<span class="chip outside" title=${source}>${label}</span>`;
  const act = (/** @type {Event} */ event) => {
    event.stopPropagation();
    show(source);
  };
  return html`<button type="button" class="chip" tabindex="-1" title=${page.say("show_clause")} onClick=${act}>${label}</button>`;
}

/** @param {number | null} count */
function flagCell(count) {
  return count ? html`<span class="flag">${`⚑ ${count}`}</span>` : "—";
}

/** How many findings there are on each row. @param {Page} page @param {(row: number) => number} count @param {{isShown: boolean, onPhone?: boolean}} more */
export function flagColumn(page, count, more) {
  return {
    id: "flags",
    title: page.say("findings"),
    width: 5.4,
    isNumber: true,
    value: count,
    cell: (/** @type {number} */ row) => flagCell(count(row)),
    ...more,
  };
}

/**
 * The clauses that a row stands in.
 * @param {Page} page @param {(row: number) => string[]} sources @param {(source: string) => void} showClause
 * @param {number} width in Chinese
 */
export function clauseColumn(page, sources, showClause, width) {
  return {
    id: "clause",
    title: page.say("clause"),
    width: page.lang === "zh" ? width : 7,
    value: (/** @type {number} */ row) => sources(row).join("；"),
    cell: (/** @type {number} */ row) => clauseCell(page, sources(row), showClause),
    isShown: true,
  };
}
