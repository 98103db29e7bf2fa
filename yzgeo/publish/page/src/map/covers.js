// What lies upon the map, in its layer points: no name is put there.

/** @typedef {import("./room.js").Box} Box */

const COVERS =
  "#yz-key, #yz-hands .group, .leaflet-control-attribution, .leaflet-control-scale, .north, #yz-parcel-note, .yz-lens .glass";

/** @param {L.Map} map */
export function coversOf(map) {
  return [...document.querySelectorAll(COVERS)].map((node) => boxOn(map, node)).filter(isSome);
}

/** What an element covers of the map. @param {L.Map} map @param {Element} node @returns {Box} */
function boxOn(map, node) {
  const frame = map.getContainer().getBoundingClientRect();
  const { left, top, right, bottom } = node.getBoundingClientRect();
  const low = map.containerPointToLayerPoint([left - frame.left, top - frame.top]);
  const high = map.containerPointToLayerPoint([right - frame.left, bottom - frame.top]);
  return { left: low.x, top: low.y, right: high.x, bottom: high.y };
}

/** @param {Box} box */
const isSome = (box) => box.right > box.left && box.bottom > box.top;

/** The part of the map that is seen. @param {L.Map} map @returns {Box} */
export function viewOf(map) {
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const { x: right, y: bottom } = map.containerPointToLayerPoint(map.getSize());
  return { left, top, right, bottom };
}
