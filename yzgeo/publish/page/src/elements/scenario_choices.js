// What the scenarios do with a parcel, in its panel: each leads to its own map.
import { html } from "../html.js";

/** @param {Page} page @param {Subject} subject */
export function parcelChoices(page, { choices }) {
  const { scenarios } = page.data;
  if (!scenarios || !choices) return null;
  return html`<section class="joined parcel-choices">
    <h3>${page.say("scenarios")}</h3>
    <table><tbody>${scenarios.items.map(({ name }, at) => {
      const show = () => page.store.change({ view: "scenarios", scenario: name.zh });
      return html`<tr>
        <td class="first"><button type="button" class="open-subject" onClick=${show}>${page.text(name)}</button></td>
        <td><span>${page.text(choices[at])}</span></td>
      </tr>`;
    })}</tbody></table>
  </section>`;
}
