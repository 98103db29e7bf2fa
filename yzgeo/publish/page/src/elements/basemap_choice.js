// The choice of an online basemap: none, until the reader asks for one.
import { html } from "../html.js";

const BASEMAPS = ["", "OpenStreetMap", "tianditu", "gaode"];

/** @param {Page} page */
export function basemap(page) {
  const { name: chosen } = page.state.basemap;
  const options = BASEMAPS.map((name) => {
    const words = name === "OpenStreetMap" ? name : page.say(/** @type {TextKey} */ (`basemap_${name || "none"}`));
    return html`<option value=${name}>${words}</option>`;
  });
  const choose = (/** @type {Event} */ event) => {
    page.basemaps.choose(/** @type {HTMLSelectElement} */ (event.currentTarget).value);
  };
  return html`<div class="basemap">
    <select aria-label=${page.say("basemap")} title=${page.say("basemap_note")} value=${chosen} onChange=${choose}>${options}</select>
    ${keyForm(page, chosen !== "tianditu")}
  </div>`;
}

/** @param {Page} page @param {boolean} isHidden */
function keyForm(page, isHidden) {
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLElement} */ (event.currentTarget);
    page.basemaps.use(/** @type {HTMLInputElement} */ (form.querySelector("input")).value.trim());
  };
  return html`<form class="key-form" hidden=${isHidden} onSubmit=${submit}>
    <label>${page.say("tianditu_key")}<input type="text" autocomplete="off" id="yz-tianditu-key" value=${page.state.basemap.key} /></label>
    <button type="submit">${page.say("use_key")}</button>
    <p class="meta">${page.say("tianditu_note")}</p>
  </form>`;
}
