/* Places that many things share: symbols are spread around them, and labels go where they cover no symbol. */
const SPREAD_PX = 9;

/* Symbols at one place are laid out around it like seeds in a sunflower, largest in the middle. */
export function spread(map, shapes) {
  const groups = {};
  shapes.forEach((shape) => {
    const at = `${shape.home.lat},${shape.home.lng}`;
    groups[at] = (groups[at] || []).concat([shape]);
  });
  Object.keys(groups).forEach((at) => {
    const group = groups[at].sort((a, b) => b.options.radius - a.options.radius);
    const middle = map.latLngToLayerPoint(group[0].home);
    group.forEach((shape, index) => {
      const angle = index * 2.39996;
      const reach = SPREAD_PX * Math.sqrt(index) * 1.35 + (index ? group[0].options.radius * 0.6 : 0);
      shape.setLatLng(map.layerPointToLatLng(middle.add([reach * Math.cos(angle), reach * Math.sin(angle)])));
    });
  });
}

/* Labels of zones stand inside the outline if there is room, else beside it; names of places give way. */
export function placeLabels(map, shapes, zoneTips, placeTips, drawn) {
  const taken = shapes.map((shape) =>
    around(map.latLngToLayerPoint(shape.getLatLng()), shape.options.radius + 2, shape.options.radius + 2),
  );
  function around(middle, w, h) {
    return L.bounds([middle.x - w, middle.y - h], [middle.x + w, middle.y + h]);
  }
  function free(box) {
    return !taken.some((other) => box.intersects(other));
  }

  zoneTips.forEach((tip) => {
    const node = tip.getElement();
    const outline = drawn[tip.zone.key];
    if (!node || !outline) return;
    const w = node.offsetWidth / 2 + 2;
    const h = node.offsetHeight / 2 + 2;
    const frame = outline.getBounds();
    const low = map.latLngToLayerPoint(frame.getSouthWest());
    const high = map.latLngToLayerPoint(frame.getNorthEast());
    const middle = map.latLngToLayerPoint(tip.zone.middle);
    const centre = low.add(high).divideBy(2);
    const spots = [
      middle,
      L.point(middle.x, middle.y - 2 * h),
      L.point(middle.x, middle.y + 2 * h),
      centre,
      L.point(centre.x, low.y + h + 3),
      L.point(centre.x, high.y - h - 3),
      L.point(high.x + w, centre.y),
      L.point(low.x - w, centre.y),
    ];
    const spot = spots.filter((one) => free(around(one, w, h)))[0] || spots[4];
    taken.push(around(spot, w, h));
    tip.setLatLng(map.layerPointToLatLng(spot));
  });
  placeTips.forEach((tip) => {
    const node = tip.getElement();
    if (!node) return;
    const box = around(
      map.latLngToLayerPoint(tip.getLatLng()).add(tip.options.offset),
      node.offsetWidth / 2,
      node.offsetHeight / 2,
    );
    const shown = free(box);
    node.style.visibility = shown ? "" : "hidden";
    if (shown) taken.push(box);
  });
}
