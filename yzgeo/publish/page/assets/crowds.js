/* Places that many things share: symbols are spread around them, and labels go where they cover no symbol. */
var YZ_SPREAD_PX = 9;

/* Symbols at one place are laid out around it like seeds in a sunflower, largest in the middle. */
function yzSpread(map, shapes) {
  "use strict";
  var groups = {};
  shapes.forEach(function (shape) {
    var at = shape.home.lat + "," + shape.home.lng;
    (groups[at] = groups[at] || []).push(shape);
  });
  Object.keys(groups).forEach(function (at) {
    var group = groups[at].sort(function (a, b) { return b.options.radius - a.options.radius; });
    var middle = map.latLngToLayerPoint(group[0].home);
    group.forEach(function (shape, index) {
      var angle = index * 2.39996, reach = YZ_SPREAD_PX * Math.sqrt(index) * 1.35 + (index ? group[0].options.radius * .6 : 0);
      shape.setLatLng(map.layerPointToLatLng(middle.add([reach * Math.cos(angle), reach * Math.sin(angle)])));
    });
  });
}

/* Labels of zones stand inside the outline if there is room, else beside it; names of places give way. */
function yzPlaceLabels(map, shapes, zoneTips, placeTips, drawn) {
  "use strict";
  var taken = shapes.map(function (shape) {
    return around(map.latLngToLayerPoint(shape.getLatLng()), shape.options.radius + 2, shape.options.radius + 2);
  });
  function around(middle, w, h) { return L.bounds([middle.x - w, middle.y - h], [middle.x + w, middle.y + h]); }
  function free(box) { return !taken.some(function (other) { return box.intersects(other); }); }

  zoneTips.forEach(function (tip) {
    var node = tip.getElement(), outline = drawn[tip.zone.key];
    if (!node || !outline) return;
    var w = node.offsetWidth / 2 + 2, h = node.offsetHeight / 2 + 2, frame = outline.getBounds();
    var low = map.latLngToLayerPoint(frame.getSouthWest()), high = map.latLngToLayerPoint(frame.getNorthEast());
    var middle = map.latLngToLayerPoint(tip.zone.middle), centre = low.add(high).divideBy(2);
    var spots = [middle, L.point(middle.x, middle.y - 2 * h), L.point(middle.x, middle.y + 2 * h), centre,
      L.point(centre.x, low.y + h + 3), L.point(centre.x, high.y - h - 3), L.point(high.x + w, centre.y), L.point(low.x - w, centre.y)];
    var spot = spots.filter(function (one) { return free(around(one, w, h)); })[0] || spots[4];
    taken.push(around(spot, w, h));
    tip.setLatLng(map.layerPointToLatLng(spot));
  });
  placeTips.forEach(function (tip) {
    var node = tip.getElement();
    if (!node) return;
    var box = around(map.latLngToLayerPoint(tip.getLatLng()).add(tip.options.offset), node.offsetWidth / 2, node.offsetHeight / 2), shown = free(box);
    node.style.visibility = shown ? "" : "hidden";
    if (shown) taken.push(box);
  });
}
