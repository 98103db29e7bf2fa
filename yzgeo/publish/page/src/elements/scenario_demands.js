// Each demand of a scenario against what was reached; and those that contradict each other where nothing keeps all.
import { html } from "../html.js";
import { bar, largest } from "./bar.js";

const INK = "var(--ink)";

/** @param {Page} page @param {number} value @param {Both} unit */
function figure(page, value, unit) {
  const { numbers } = page;
  const words = page.text(unit);
  return `${numbers.grouped(Math.round(value * 100) / 100)}${words === "%" ? "" : " "}${words}`;
}

/** @param {Page} page @param {ScenarioDemand} demand */
function chart(page, { low, high, reached, unit }) {
  const asked = low ?? high;
  if (asked === null || reached === null) return null;
  const words = page.say(low === null ? "scenario_most" : "scenario_least").replace("%n", figure(page, asked, unit));
  const drawn = asked >= 0 && reached >= 0;
  const most = largest([asked, reached]);
  return html`${drawn ? bar([{ value: reached, colour: INK }], most, { mark: asked }) : null}<span class="meta">${words}</span>`;
}

/** @param {Page} page @param {Scenario} scenario */
export function demands(page, { demands: all }) {
  return html`<h2>${page.say("scenario_demands")}</h2>
    ${all.map((demand) => {
      const { name, unit, reached, binds, price } = demand;
      const marks = [
        binds ? html`<b class="binds">${page.say("scenario_binds")}</b>` : null,
        price ? page.say("scenario_price").replace("%n", page.numbers.grouped(Math.round(price * 1e4) / 1e4)) : null,
      ].filter(Boolean);
      return html`<div class="class-row demand">
        <span class="name"><span class="grow">${page.text(name)}</span>${
          reached === null ? null : html`<span class="figure">${figure(page, reached, unit)}</span>`
        }</span>
        ${chart(page, demand)}
        ${marks.length ? html`<span class="meta marks">${marks.map((mark, at) => html`${at ? " · " : ""}${mark}`)}</span>` : null}
      </div>`;
    })}`;
}

/** @param {Page} page @param {Scenario} scenario */
export function contradiction(page, { conflict }) {
  if (!conflict.length) return null;
  return html`<div class="contradiction"><p>${page.say("scenario_conflict")}</p>
    <ul>${conflict.map(({ name, reach }) => html`<li>${page.text(name)}${page.text(reach) ? html`<span class="meta">${page.text(reach)}</span>` : null}</li>`)}</ul>
  </div>`;
}
