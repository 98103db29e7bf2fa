// The margin of the map: scale, north arrow and sources.
import { render } from "preact";
import { byId, html } from "../html.js";
import { metresPerPixel } from "./ground_brush.js";
import { scaleOf } from "./scale.js";

const BAR_PX = 5;
const NARROW_PX = 900; // a map on which licences would take a second line

/** Words as HTML: Leaflet takes attributions as markup, and these are a stranger's. @param {string} words */
function asHtml(words) {
  const holder = document.createElement("span");
  holder.textContent = words;
  return holder.innerHTML;
}

/** @param {Page} page */
export function makeOrnaments(page) {
  const map = page.leaflet;
  const container = map.getContainer();
  const control = new L.Control({ position: "bottomright" });
  const box = L.DomUtil.create("div", "yz-scale leaflet-control-scale");
  control.onAdd = () => box;
  control.addTo(map);
  map.attributionControl.setPrefix(false);
  /** The sources that must be named, as HTML of their words. */
  let attributed = "";

  /** Names the sources that ask for it, in the reader's language. */
  function attribute() {
    if (attributed) map.attributionControl.removeAttribution(attributed);
    attributed = asHtml(page.credits(map.getSize().x < NARROW_PX && !page.state.printing));
    if (attributed) map.attributionControl.addAttribution(attributed);
    clear();
  }
  /** The legend stands beside the sources if both have room, else above them. */
  function clear() {
    const line = map.attributionControl.getContainer()?.getBoundingClientRect();
    const key = byId("yz-key").getBoundingClientRect();
    const isUnder = line && key.width > 0 && line.left < key.right;
    byId("yz-stage").style.setProperty("--source-lines", `${line ? line.height : 0}px`);
    byId("yz-stage").style.setProperty("--credits", `${isUnder ? line.height : 0}px`);
  }
  function measure() {
    const { metres, px, blocks } = scaleOf(1 / metresPerPixel(map));
    const width = Math.round(px);
    const each = width / blocks;
    const dark = Array.from({ length: Math.ceil(blocks / 2) }, (_, index) => {
      return html`<rect key=${index} x=${2 * index * each} width=${each} height=${BAR_PX} class="dark" />`;
    });
    render(
      html`<div class="north"><svg width="12" height="20" viewBox="0 0 12 20" aria-hidden="true"><path d="M6 0 11 19 6 15 1 19Z" fill="currentColor" /></svg>
          <span>${page.say("north")}</span></div>
        <div class="bar"><div class="ends"><span>0</span><span>${page.numbers.metres(metres)}</span></div>
          <svg width=${width} height=${BAR_PX} data-blocks=${blocks} aria-hidden="true"><rect width=${width} height=${BAR_PX} class="light" />${dark}</svg></div>`,
      box,
    );
  }
  function draw() {
    measure();
    attribute();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", page.say("map"));
  }
  map.on("zoomend moveend", measure);
  map.on("resize", attribute);
  byId("yz-key").addEventListener("toggle", clear, true);

  return {
    draw,
    /** @param {State} state @param {State} before */
    follow(state, before) {
      if (state.lang !== before.lang || state.printing !== before.printing) draw();
      else if (state.basemap !== before.basemap) clear(); // its sources stand there too
    },
  };
}
