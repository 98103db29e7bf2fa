// The shapes that folium drew, by key, with their clicks and tooltips.

/** @type {Record<string, {kind: string, id: string}>} */
const LAYERS = {
  zones: { kind: "zone", id: "zone_id" },
  parks: { kind: "park", id: "park_id" },
  projects: { kind: "project", id: "project_id" },
};

/** @param {Page} page */
export function makeShapes(page) {
  const { layers } = page;
  /** @type {Drawn} */
  const byKey = {};
  /** All shapes of a key: a project has a symbol at each of its places. @type {Record<Key, DrawnShape[]>} */
  const allByKey = {};

  /** @param {string} name @returns {DrawnShape[]} */
  function shapesOf(name) {
    return layers[name] ? /** @type {DrawnShape[]} */ (/** @type {unknown} */ (layers[name].getLayers())) : [];
  }
  /** @param {Key} key */
  function hint(key) {
    const { name, note } = page.data.subjects[key];
    const box = document.createElement("div");
    box.textContent = page.text(name) + (note && page.text(note) ? ` · ${page.text(note)}` : "");
    return box;
  }
  for (const [layer, { kind, id }] of Object.entries(LAYERS)) {
    for (const shape of shapesOf(layer)) {
      const key = `${kind}:${shape.feature.properties[id]}`;
      shape.key = key;
      shape.base = { ...shape.options };
      if (shape.getLatLng) shape.home = shape.getLatLng();
      allByKey[key] = [...(allByKey[key] || []), shape];
      byKey[key] = allByKey[key][0];
      shape.on("click", (/** @type {L.LeafletMouseEvent} */ event) => {
        if (page.measure.isActive()) return;
        L.DomEvent.stopPropagation(event);
        page.open(key);
      });
      shape.bindTooltip(() => hint(key), { sticky: true });
      shape.on("mouseover", () => page.store.change({ hovered: key }));
      shape.on("mouseout", () => {
        if (page.state.hovered === key) page.store.change({ hovered: null });
      });
    }
  }

  return {
    byKey,
    allByKey,
    shapesOf,
    /** Outlines of zones are for the pointer alone: what is seen of them is drawn softly. */
    hideOutlines() {
      for (const shape of shapesOf("zones")) {
        shape.setStyle({ stroke: false, fill: true, fillOpacity: 0, fillColor: "#000" });
        shape.getElement()?.setAttribute("tabindex", "-1"); // the list is the keyboard's way to the same things
      }
      // A smaller zone lies upon the one around it.
      for (const { key } of [...page.data.zones].sort((a, b) => a.rank - b.rank)) byKey[key]?.bringToFront();
    },
    /** The district is ground, which is painted: its shape is not seen, and the pointer goes through it. */
    layGround() {
      for (const shape of shapesOf("district")) {
        shape.setStyle({ stroke: false, fill: false });
        shape.getElement()?.classList.remove("leaflet-interactive");
      }
    },
  };
}
