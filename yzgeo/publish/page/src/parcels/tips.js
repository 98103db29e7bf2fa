// What is said beside a parcel under the pointer, or beside a cell of many.
import { choiceWords } from "./classes.js";
import { grouped } from "./facts.js";
import { sumOf } from "./grid.js";
import { TEXTS } from "./texts.js";

/** @param {string} tag @param {string} words @param {string} [classes] */
export function element(tag, words, classes) {
  const node = document.createElement(tag);
  node.textContent = words;
  if (classes) node.className = classes;
  return node;
}

/**
 * @param {import("./data.js").ParcelData} data
 * @param {ReturnType<typeof import("./scenes.js").makeScenes>} scenes
 * @param {ReturnType<typeof import("./facts.js").makeFacts>} facts @param {(both: Both) => string} text
 */
export function makeTips(data, scenes, facts, text) {
  const { header } = data;
  const mu = (/** @type {number} */ amount) => Math.round(amount) * header.amount_unit;

  /** @param {ParcelRow} row @param {number} i its place along the curve */
  function content(row, i) {
    const box = document.createElement("div");
    box.appendChild(element("b", String(row.parcel_id === null ? "" : row.parcel_id)));
    for (const line of facts.lines(row)) box.appendChild(element("div", text(line)));
    const scenario = scenes.scenario();
    if (scenario !== null)
      box.appendChild(element("div", text(choiceWords(header.scenarios[scenario], data.chosen(scenario)[i]))));
    return box;
  }
  /** What a cell sums up, the status that is farthest on first. @param {number} cell @param {number} zoom */
  function summed(cell, zoom) {
    const { counts, amounts, width } = scenes.cells(zoom);
    const box = document.createElement("div");
    box.appendChild(element("b", `${grouped(sumOf(counts, cell, width))} ${text(TEXTS.items)}`));
    for (let status = width - 1; status >= 0; status--) {
      const count = counts[cell * width + status];
      if (!count) continue;
      const label = text(scenes.classes()[status].label);
      const land = `${grouped(Math.round(mu(amounts[cell * width + status])))} ${text(TEXTS.mu)}`;
      box.appendChild(element("div", `${label} ${grouped(count)} ${text(TEXTS.items)} · ${land}`));
    }
    return box;
  }

  return { content, summed };
}
