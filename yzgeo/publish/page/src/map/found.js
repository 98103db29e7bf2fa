// A place that was searched for: pointed out on the map until the reader goes on.

const RING_PX = 13;

/** @param {Page} page @param {ReturnType<typeof import("./sight.js").makeSight>} sight */
export function makeFound(page, sight) {
  const map = page.leaflet;
  const layer = L.layerGroup().addTo(map);
  map.on("click", () => layer.clearLayers());
  return {
    clear: () => layer.clearLayers(),
    /** @param {[number, number]} at latitude and longitude @param {Both} name */
    point(at, name) {
      const words = document.createElement("b");
      words.textContent = page.text(name);
      const ring = L.circleMarker(at, {
        className: "found",
        radius: RING_PX,
        weight: 2.4,
        fill: false,
        interactive: false,
      });
      layer.clearLayers();
      layer.addLayer(ring);
      ring.bindTooltip(words, { permanent: true, direction: "top", offset: [0, -RING_PX] }).openTooltip();
      if (map.getBounds().contains(at)) sight.reach(L.latLng(at));
      else sight.fit(L.latLngBounds([at, at]), map.getZoom());
    },
  };
}
