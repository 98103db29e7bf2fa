// Zones and known places: soft areas without a line, dots with a ring as large as their error.
const ZONE_BLUR = 0.5; // of the uncertainty, as the standard deviation of the edge
const MOST_BLUR_PX = 40;

/** @param {PlacesPage} page @param {L.Map} map @param {(metres: number, lat: number) => number} pixels */
export function drawKnown(page, map, pixels) {
  const { data } = page;
  const zones = data.zones
    .filter((zone) => zone.geometry)
    .map((zone) => {
      const layer = L.geoJSON(/** @type {Shape} */ (zone.geometry), {
        pane: "zones",
        interactive: false,
        style: {
          className: zone.official ? "yz-zone official" : "yz-zone",
          color: zone.colour,
          fillColor: zone.colour,
          renderer: L.svg({ pane: "zones", padding: 1 }),
        },
      }).addTo(map);
      return { zone, layer };
    });
  const renderer = L.svg({ pane: "known", padding: 1 });
  for (const place of data.places) {
    const at = L.latLng(place.lat, place.lon);
    if (place.uncertainty_m) {
      const look = { pane: "known", className: "yz-error", interactive: false, renderer };
      L.circle(at, { radius: place.uncertainty_m, ...look }).addTo(map);
    }
    L.circleMarker(at, { radius: 3.5, pane: "known", className: "yz-dot", interactive: false, renderer }).addTo(map);
  }

  /** The edge of a schematic zone fades over its uncertainty. */
  function soften() {
    for (const { zone, layer } of zones) {
      const [lat] = zone.middle || [0];
      const blur = zone.official ? 0 : Math.min(MOST_BLUR_PX, pixels((zone.uncertainty_m || 0) * ZONE_BLUR, lat));
      layer.eachLayer((shape) => {
        const path = /** @type {SVGElement | undefined} */ (/** @type {L.Path} */ (shape).getElement());
        if (path) path.style.filter = blur > 0.5 ? `blur(${blur.toFixed(1)}px)` : "";
      });
    }
  }
  return { soften };
}
