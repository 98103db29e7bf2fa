// The map of a page: the bounds of a layer, or features as the page's own address gives them as JSON.
// No text of the plan becomes markup: it is set as the text of an element.
(() => {
  const element = document.getElementById("map");
  if (!element) return;
  const map = L.map(element, { attributionControl: false }).setView([0, 0], 2);
  const look = { color: "#1f5f8b", weight: 1.5, fillOpacity: 0.2 };
  if (element.dataset.bounds) {
    const [west, south, east, north] = element.dataset.bounds.split(",").map(Number);
    map.fitBounds([[south, west], [north, east]]);
    L.rectangle([[south, west], [north, east]], { color: "#888", weight: 1, dashArray: "4 4", fill: false }).addTo(map);
  }
  if (element.dataset.features === undefined) return;
  const given = new URLSearchParams(location.search);
  given.set("f", "json");
  const path = location.pathname.replace(/\/$/, "");
  fetch(element.dataset.features ? path + element.dataset.features : `${path}?${given}`)
    .then((answer) => answer.json())
    .then((found) => {
      const layer = L.geoJSON(found, {
        style: look,
        pointToLayer: (_, place) => L.circleMarker(place, { ...look, radius: 5, fillOpacity: 0.6 }),
        onEachFeature: (feature, shape) => {
          const words = document.createElement("span");
          words.textContent = feature.properties.name || feature.id;
          shape.bindTooltip(words);
        },
      }).addTo(map);
      if (layer.getBounds().isValid()) map.fitBounds(layer.getBounds(), { maxZoom: 16 });
    });
})();
