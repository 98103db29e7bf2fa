// What the parcels on the map are: invented, summed up, signs of small ones, those of some years only.
import { render } from "preact";
import { byId, html } from "../html.js";
import { metresPerPixel } from "./ground_brush.js";

const SIGN_PX = 5; // a smaller parcel is drawn as a sign
const ROUND_M = 100;

/** @param {Page} page @param {ParcelLayer} parcels */
export function makeParcelNote(page, parcels) {
  const box = document.createElement("div");
  box.id = "yz-parcel-note";
  byId("yz-stage").appendChild(box);

  /** How parcels are drawn. */
  function manner() {
    const scene = parcels.scene(page.leaflet.getZoom());
    if (!scene) return "";
    if (scene.mode === "signs") return scene.size < SIGN_PX ? page.say("parcels_small") : "";
    if (scene.mode === "shapes") return "";
    const metres = Math.max(ROUND_M, Math.round((scene.cell * metresPerPixel(page.leaflet)) / ROUND_M) * ROUND_M);
    return page.say("parcels_summed").replace("%d", page.numbers.metres(metres));
  }
  /** What is left out. */
  function choice() {
    const { until } = page.state.parcelChoice;
    if (until === null) return [];
    const { count, mu, undated } = parcels.tally();
    const shown = page.say("parcels_until").replace("%y", String(until)).replace("%n", page.numbers.parcels(count));
    const told = [shown.replace("%m", page.numbers.mu(Math.round(mu)))];
    if (undated) told.push(page.say("parcels_undated").replace("%n", page.numbers.parcels(undated)));
    return told;
  }
  /** What is to be said, in lines; for pictures too. @returns {string[]} */
  function lines() {
    if (!page.state.shown.parcels) return [];
    return [page.invented() ? page.say("parcels_invented") : "", ...choice(), manner()].filter(Boolean);
  }
  function draw() {
    const said = lines();
    box.hidden = !said.length;
    const isTag = (/** @type {number} */ index) => index === 0 && page.invented() !== "";
    render(
      said.map((line, index) => html`<div key=${line} class=${isTag(index) ? "invented" : ""}>${line}</div>`),
      box,
    );
  }
  page.leaflet.on("zoomend", draw);
  return { draw, lines };
}
