// A range between two handles over what there is: each can be dragged, moved by the arrow keys, or typed.
import { html } from "../html.js";

const STEPS = 100;
const BINS = 30;

/** A step of 1, 2 or 5 and noughts, so that round figures can be reached. @param {number} most */
export function stepOf(most) {
  const rough = most / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999) || 10;
  return nice * power;
}

/**
 * How many figures are in each of the bins between 0 and the most.
 * @param {number[]} values @param {number} most
 */
export function binsOf(values, most) {
  const bins = new Array(BINS).fill(0);
  for (const value of values) bins[Math.min(BINS - 1, Math.floor((BINS * value) / most))] += 1;
  return bins;
}

/** What was typed, in the unit of the filter; null for nothing, and for what is no figure. @param {string} text @param {number} factor */
function read(text, factor) {
  return text.trim() === "" || !(Number(text) >= 0) ? null : clean(Number(text) / factor);
}

/** A figure without the noise of steps. @param {number} value */
const clean = (value) => +value.toPrecision(10);

/**
 * @param {object} given
 * @param {string} given.name @param {string} given.unit
 * @param {number[]} given.values that there are, in the unit of the filter
 * @param {number} given.unstated how many have no figure
 * @param {number} given.factor from the unit of the filter to that of the reader
 * @param {FigureRange | null} given.range
 * @param {number | null} [given.limit] marked across @param {string} [given.limitName]
 * @param {boolean} [given.isDots] a dot for each figure, where they are few
 * @param {{all: string, from: string, to: string, keep: string}} given.words
 * @param {(range: FigureRange, isSliding: boolean) => void} given.change
 */
export function slider({
  name,
  unit,
  values,
  unstated,
  factor,
  range,
  limit = null,
  limitName = "",
  isDots,
  words,
  change,
}) {
  const greatest = Math.max(...values.slice(0, 1e5), limit || 0);
  if (!(greatest > 0)) return null;
  const step = stepOf(greatest * factor) / factor;
  const last = Math.ceil(clean(greatest / step));
  const most = last * step;
  const { from, to } = range || { from: null, to: null };
  const isNarrowed = from !== null || to !== null;
  const isKept = range ? range.unstated : true;
  const low = from === null ? 0 : Math.min(last, from / step);
  const high = to === null ? last : Math.min(last, to / step);
  const share = (/** @type {number} */ value) => (100 * Math.min(value, most)) / most;

  /** @param {number | null} nextFrom @param {number | null} nextTo @param {boolean} isSliding */
  function set(nextFrom, nextTo, isSliding) {
    const isAll = nextFrom === null && nextTo === null;
    change(
      {
        from: nextFrom,
        to: nextTo,
        unstated: isAll || (isNarrowed && isKept),
      },
      isSliding,
    );
  }
  /** @param {"from" | "to"} end @param {boolean} isSliding */
  function slide(end, isSliding) {
    return (/** @type {Event} */ event) => {
      const place = Number(/** @type {HTMLInputElement} */ (event.currentTarget).value);
      if (end === "from") set(place <= 0 ? null : clean(Math.min(place, Math.floor(high)) * step), to, isSliding);
      else set(from, place >= last ? null : clean(Math.max(place, Math.ceil(low)) * step), isSliding);
    };
  }
  /** @param {"from" | "to"} end */
  function type(end) {
    return (/** @type {Event} */ event) => {
      const value = read(/** @type {HTMLInputElement} */ (event.currentTarget).value, factor);
      const [least, greatest] = end === "from" ? [value, to] : [from, value];
      const isCrossed = least !== null && greatest !== null && least > greatest;
      set(isCrossed && end === "to" ? null : least, isCrossed && end === "from" ? null : greatest, false);
    };
  }
  /** @param {"from" | "to"} end */
  function field(end) {
    const value = end === "from" ? from : to;
    const open = end === "from" ? "0" : String(+(greatest * factor).toFixed(2));
    const typed = value === null ? "" : String(clean(value * factor));
    const style = `width:${Math.max(2, (typed || open).length + 1)}ch`;
    return html`<input type="number" min="0" step="any" aria-label=${`${name} ${words[end]} ${unit}`} placeholder=${open}
      style=${style} value=${typed} onChange=${type(end)} />`;
  }
  /** @param {"from" | "to"} end @param {number} place */
  function handle(end, place) {
    return html`<input type="range" min="0" max=${last} step="1" value=${Math.round(place)} aria-label=${`${name} ${words[end]}`}
      aria-valuetext=${`${clean(Math.round(place) * step * factor)} ${unit}`} onInput=${slide(end, true)} onChange=${slide(end, false)} />`;
  }
  const isIn = (/** @type {number} */ value) => (from === null || value >= from) && (to === null || value <= to);

  return html`<div class="slider" role="group" aria-label=${name}>
    <div class="slider-name"><span>${name}</span> ${field("from")}<span>–</span>${field("to")}<span>${unit}</span>
      ${unstated ? html`<label><input type="checkbox" checked=${isKept} onChange=${() => change({ from, to, unstated: !isKept }, false)} />${words.keep}</label>` : null}
    </div>
    <div class="slider-track">
      <svg aria-hidden="true">
        ${isDots ? dots(values, share, isIn, limit) : bars(values, most, isIn)}
      </svg>
      ${limit === null ? null : html`<span class="limit" title=${limitName} style=${`left:${share(limit)}%`}></span>`}
      <span class="rail"></span><span class="rail chosen" style=${`left:${(100 * low) / last}%;right:${100 - (100 * high) / last}%`}></span>
      ${handle("from", low)}${handle("to", high)}
    </div>
  </div>`;
}

/** @param {number[]} values @param {number} most @param {(value: number) => boolean} isIn */
function bars(values, most, isIn) {
  const bins = binsOf(values, most);
  const tallest = Math.max(...bins);
  return bins.map((count, place) => {
    if (!count) return null;
    const height = Math.max(5, (100 * count) / tallest);
    const look = isIn(((place + 0.5) * most) / BINS) ? "in" : "out";
    return html`<rect x=${`${(100 * place) / BINS}%`} y=${`${100 - height}%`} width=${`${92 / BINS}%`} height=${`${height}%`} class=${look} />`;
  });
}

/** @param {number[]} values @param {(value: number) => number} share @param {(value: number) => boolean} isIn @param {number | null} limit */
function dots(values, share, isIn, limit) {
  return values.map((value) => {
    const isBelow = limit !== null && value < limit;
    const look = `${isIn(value) ? "in" : "out"} ${isBelow ? "open" : "full"}`;
    return html`<circle cx=${`${share(value)}%`} cy="55%" r="3.6" class=${look} />`;
  });
}
