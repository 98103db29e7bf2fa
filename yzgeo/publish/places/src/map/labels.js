// Names on the map; where two would cover each other the lesser gives way.
const MARGIN_PX = 3;
const DOT_PX = 8;

/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** @typedef {{node: HTMLElement, at: L.LatLng, isCentred: boolean, rank: number}} Label */

/** @param {PlacesPage} page @param {L.Map} map */
export function makeLabels(page, map) {
  const pane = map.createPane("names");
  pane.style.zIndex = "620";
  pane.style.pointerEvents = "none";
  /** @type {Label[]} */
  let labels = [];

  /** @param {string} words @param {string} className @param {[number, number]} at @param {number} rank */
  function add(words, className, at, rank) {
    const node = document.createElement("div");
    node.className = `yz-label ${className}`;
    node.textContent = words;
    pane.appendChild(node);
    labels.push({ node, at: L.latLng(at), isCentred: rank === 0, rank });
    return node;
  }
  function write() {
    for (const { node } of labels) node.remove();
    labels = [];
    for (const zone of page.data.zones) {
      if (!zone.middle) continue;
      const node = add(page.text(zone.name), "yz-zone-name", zone.middle, 0);
      node.style.setProperty("--light", zone.ink.light);
      node.style.setProperty("--dark", zone.ink.dark);
    }
    for (const place of page.data.places) {
      add(page.text(place.name), "yz-place-name", [place.lat, place.lon], place.town ? 1 : 2);
    }
    labels.sort((a, b) => a.rank - b.rank);
  }
  /** @param {Box[]} marks what lies on the map before any name */
  function arrange(marks) {
    const taken = [...marks];
    for (const label of labels) {
      const { x, y } = map.latLngToLayerPoint(label.at);
      const { offsetWidth: width, offsetHeight: height } = label.node;
      const { x: inView } = map.layerPointToContainerPoint([x, y]);
      const fits = (/** @type {number} */ side) => inView + side + width <= map.getSize().x;
      const sides = label.isCentred ? [-width / 2] : [DOT_PX, -width - DOT_PX];
      sides.sort((one, other) => Number(fits(other)) - Number(fits(one))); // beyond the edge only if need be
      const free = sides
        .map((side) => ({ x: x + side, y: y - height / 2, width, height }))
        .find((box) => taken.every((other) => !meets(box, other)));
      label.node.style.visibility = free ? "" : "hidden";
      if (!free) continue;
      taken.push(free);
      L.DomUtil.setPosition(label.node, L.point(free.x, free.y).round());
    }
  }
  return { write, arrange };
}

/** @param {Box} one @param {Box} other */
function meets(one, other) {
  return (
    one.x < other.x + other.width + MARGIN_PX &&
    other.x < one.x + one.width + MARGIN_PX &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
