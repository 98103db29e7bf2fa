// What lies under the zones: outside land, the district and its line. A ground (water, roads, relief) belongs here, in
// the pane "ground", above the district's paper and below the zones.
import { rings } from "../reading/district.js";

const PANES = /** @type {[string, number][]} */ ([
  ["paper", 210],
  ["ground", 220],
  ["zones", 230],
  ["possible", 240],
  ["outside", 250],
  ["line", 260],
  ["known", 270],
  ["draft", 280],
]);
const FAR = 89;
const ROUND = 30;

/** @param {L.Map} map */
export function makePanes(map) {
  for (const [name, order] of PANES) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(order);
    pane.style.pointerEvents = "none";
  }
}

/** @param {L.Map} map @param {PlacesData} data */
export function drawGround(map, data) {
  if (!data.district) return;
  const outlines = rings(data.district).map((ring) => ring.map(([lon, lat]) => L.latLng(lat, lon)));
  const [[south, west], [north, east]] = data.bounds;
  const world = [
    L.latLng(Math.max(-FAR, south - ROUND), west - ROUND),
    L.latLng(Math.max(-FAR, south - ROUND), east + ROUND),
    L.latLng(Math.min(FAR, north + ROUND), east + ROUND),
    L.latLng(Math.min(FAR, north + ROUND), west - ROUND),
  ];
  /** @param {L.LatLng[][]} shape @param {string} pane */
  const add = (shape, pane) =>
    L.polygon(shape, {
      pane,
      className: `yz-${pane}`,
      interactive: false,
      stroke: false,
      renderer: L.svg({ pane, padding: 1 }),
    }).addTo(map);
  add(outlines, "paper");
  add([world, ...outlines], "outside");
  for (const name of ["yz-band", "yz-border"]) {
    const renderer = L.svg({ pane: "line", padding: 1 });
    L.polygon(outlines, { pane: "line", className: name, interactive: false, fill: false, renderer }).addTo(map);
  }
}
