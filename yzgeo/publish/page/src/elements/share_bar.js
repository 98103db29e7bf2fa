// One bar of what is invested, parted by place, with its figures below.
import { html } from "../html.js";
import { knownSum } from "../placement.js";

const LEAST_LABELLED = 0.1; // narrower parts share a label with their narrow neighbours

/** @typedef {{name: string, sum: number, style: Record<string, string> | null, kind: string}} Part_ */

/** @param {Page} page @param {import("../placement.js").Placed[]} groups @returns {Part_[]} */
function parts(page, groups) {
  const found = groups.map(({ zone, kind, projects }) => ({
    name: zone ? page.text(zone.shortest) : page.say(/** @type {TextKey} */ (`${kind}_short`)),
    sum: zone?.depth ? 0 : knownSum(projects) || 0,
    style: zone ? { background: page.theme.tint(zone.colour) } : null,
    kind,
  }));
  const inZones = found.filter(({ kind }) => kind === "zone").sort((a, b) => b.sum - a.sum);
  return [...inZones, ...found.filter(({ kind }) => kind !== "zone")].filter(({ sum }) => sum > 0);
}

/**
 * Labels of parts of a whole: those too narrow for one of their own are told together.
 * @param {{name: string, sum: number}[]} shown @param {number} total
 * @returns {{names: string[], sum: number}[]}
 */
export function labelled(shown, total) {
  /** @type {{names: string[], sum: number, isNarrow: boolean}[]} */
  const labels = [];
  for (const { name, sum } of shown) {
    const isNarrow = sum < LEAST_LABELLED * total;
    const last = labels[labels.length - 1];
    if (isNarrow && last?.isNarrow) {
      last.names.push(name);
      last.sum += sum;
    } else labels.push({ names: [name], sum, isNarrow });
  }
  return labels;
}

/** @param {Page} page @param {import("../placement.js").Placed[]} groups */
export function shareBar(page, groups) {
  const shown = parts(page, groups);
  const total = shown.reduce((sum, part) => sum + part.sum, 0);
  if (shown.length < 2) return null;
  const comma = page.lang === "zh" ? "、" : ", ";
  const labels = labelled(shown, total);
  /** @param {string[]} names */
  const brief = (names) =>
    names.length > 2
      ? page.say("and_others").replace("%s", names[0]).replace("%d", String(names.length))
      : names.join(comma);
  const told = labels.map(({ names, sum }) => `${names.join(comma)} ${page.numbers.money(sum)}`).join(page.semicolon());
  /** @param {number} sum */
  const wide = (sum) => ({ flex: `${sum} 1 0` });
  return html`<div class="share-bar" role="img" aria-label=${page.say("chart_money") + told}>
    <div class="parts">${shown.map(({ sum, style, kind }) => html`<span class=${`place-${kind}`} style=${{ ...wide(sum), ...style }}></span>`)}</div>
    <div class="labels">
      ${labels.map(
        ({ names, sum }) =>
          html`<span style=${wide(sum)}><b>${brief(names)}</b>${page.numbers.hundredMillions(sum)}</span>`,
      )}
    </div>
  </div>`;
}
