// The tree of layers: what the plan draws, how sure it is, names, and the basemap under it.
import { html } from "../html.js";
import { hasOwn } from "../own.js";

const BASEMAPS = ["", "OpenStreetMap", "tianditu", "gaode"];
/** @type {Record<string, TextKey>} */
const GROUND = {
  uncertainty: "uncertainty",
  water: "ground_water",
  roads: "ground_roads",
  rail: "ground_rail",
  towns: "ground_towns",
  neighbours: "ground_neighbours",
};

/** @type {Part} */
export const layerTree = {
  id: "yz-layers",
  attributes: (page) => ({ open: page.state.folds["yz-layers"] }),
  content(page) {
    const drawn = Object.keys(page.layers).filter((name) => isDrawn(page, name));
    const plan = drawn.filter((name) => name !== "district");
    const places = Object.keys(GROUND).filter((name) => name in page.state.shown);
    const ground = places.concat(drawn.includes("district") ? ["district"] : []);
    return html`<summary>${page.say("layers")}</summary>
      ${plan.length ? group(page, "layers_plan", plan.reverse()) : null}
      ${ground.length ? group(page, "layers_ground", ground) : null}
      ${basemap(page)}`;
  },
};

/** Whether a layer has anything: what folium drew tells its shapes. @param {Page} page @param {string} name */
function isDrawn(page, name) {
  const layer = page.layers[name];
  return !layer.getLayers || layer.getLayers().length > 0;
}

/** @param {Page} page @param {TextKey} title @param {string[]} names */
function group(page, title, names) {
  return html`<fieldset>
    <legend>${page.say(title)}</legend>
    <ul>${names.map((name) => tick(page, name))}</ul>
  </fieldset>`;
}

/** @param {Page} page @param {string} name */
function tick(page, name) {
  const { shown } = page.state;
  const words = hasOwn(page.data.layers, name) ? page.text(page.data.layers[name]) : page.say(GROUND[name]);
  const set = (/** @type {Event} */ event) => {
    const { checked } = /** @type {HTMLInputElement} */ (event.currentTarget);
    page.store.change({ shown: { ...page.state.shown, [name]: checked } });
  };
  return html`<li key=${name}><label><input type="checkbox" checked=${shown[name]} onChange=${set} />${` ${words}`}</label></li>`;
}

/** @param {Page} page */
function basemap(page) {
  const { name: chosen } = page.state.basemap;
  const options = BASEMAPS.map((name) => {
    const words = name === "OpenStreetMap" ? name : page.say(/** @type {TextKey} */ (`basemap_${name || "none"}`));
    return html`<option value=${name}>${words}</option>`;
  });
  const choose = (/** @type {Event} */ event) => {
    page.basemaps.choose(/** @type {HTMLSelectElement} */ (event.currentTarget).value);
  };
  return html`<fieldset>
    <legend>${page.say("basemap")}</legend>
    <select aria-label=${page.say("basemap")} value=${chosen} onChange=${choose}>${options}</select>
    ${keyForm(page, chosen !== "tianditu")}
    <p class="meta">${page.say("basemap_note")}</p>
  </fieldset>`;
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
