// The margin of the map: scale bar, north, degrees at the edges.
import { render } from "preact";
import { html } from "../../../page/src/html.js";
import { length } from "../reading/numbers.js";

const BAR_PX = 180;
const METRES_A_DEGREE = 111195;
const MINUTES = [1, 2, 5, 10, 15, 30, 60];
const APART_PX = 150;
const SIDES = { lat: ["N", "S"], lng: ["E", "W"] };

/** The largest round length not above one. @param {number} metres */
export function roundBelow(metres) {
  const decade = 10 ** Math.floor(Math.log10(metres));
  return /** @type {number} */ ([5, 2, 1].find((step) => step * decade <= metres)) * decade;
}

/** Degrees and minutes. @param {number} minutes @param {string} side */
export function minutesText(minutes, side) {
  const whole = Math.round(Math.abs(minutes));
  return `${Math.floor(whole / 60)}°${String(whole % 60).padStart(2, "0")}′${side}`;
}

/** @param {PlacesPage} page @param {L.Map} map */
export function makeMargin(page, map) {
  const root = document.createElement("div");
  root.className = "yz-margin";
  root.setAttribute("aria-hidden", "true");
  map.getContainer().appendChild(root);

  /** Meridians or parallels inside the map. @param {"lat" | "lng"} axis */
  function degrees(axis) {
    const view = map.getBounds();
    const isLat = axis === "lat";
    const [from, to] = isLat ? [view.getSouth(), view.getNorth()] : [view.getWest(), view.getEast()];
    const room = (isLat ? map.getSize().y : map.getSize().x) / APART_PX;
    const step = MINUTES.find((minutes) => ((to - from) * 60) / minutes <= room) || 60;
    const found = [];
    for (let minute = Math.ceil((from * 60) / step) * step; minute <= to * 60; minute += step) {
      found.push(
        html`<i class=${`yz-degrees ${axis}`} style=${edge(axis, minute / 60)} key=${axis + minute}>${minutesText(minute, SIDES[axis][minute < 0 ? 1 : 0])}</i>`,
      );
    }
    return found;
  }
  /** @param {"lat" | "lng"} axis @param {number} at */
  function edge(axis, at) {
    const middle = map.getCenter();
    if (axis === "lat") return `top:${map.latLngToContainerPoint([at, middle.lng]).y.toFixed(0)}px`;
    return `left:${map.latLngToContainerPoint([middle.lat, at]).x.toFixed(0)}px`;
  }
  function draw() {
    const middle = map.getCenter();
    const point = map.latLngToContainerPoint(middle);
    const beside = map.containerPointToLatLng(point.add([BAR_PX, 0]));
    const metres = Math.abs(beside.lng - middle.lng) * METRES_A_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
    const round = roundBelow(metres);
    const width = `width:${((round / metres) * BAR_PX).toFixed(1)}px`;
    render(
      html`${degrees("lat")}${degrees("lng")}
        <div class="yz-north"><svg width="14" height="20" viewBox="0 0 16 22"><path d="M8 0 14 21 8 16 2 21Z" fill="currentColor" /></svg>${page.say("north")}</div>
        <div class="yz-scale" style=${width}><span>0</span><span>${length(round, page.state.lang)}</span><b></b></div>`,
      root,
    );
  }
  map.on("moveend zoomend resize", draw);
  return { draw };
}
