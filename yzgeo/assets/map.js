/* The map: what folium drew, made clickable, labelled, and honest about places that many things share. */
function yzMap(data, map, layers, tiles, text, open) {
  "use strict";
  var SPREAD_PX = 9, LABEL_ABOVE_PX = 12, FAR_ZOOM = 10.5, KEYS = {zones: "zone_id", parks: "park_id", projects: "project_id"};
  var KINDS = {zones: "zone", parks: "park", projects: "project"};
  var drawn = {}, labels = [], zoneTips = [], placeTips = [], selected = null, whole = true, halo = L.layerGroup().addTo(map), circles = L.layerGroup(), names = L.layerGroup();

  function each(name, visit) { if (layers[name]) layers[name].eachLayer(visit); }

  Object.keys(KINDS).forEach(function (name) {
    each(name, function (shape) {
      var key = KINDS[name] + ":" + shape.feature.properties[KEYS[name]];
      drawn[key] = shape;
      shape.on("click", function (event) { L.DomEvent.stopPropagation(event); open(key); });
      shape.bindTooltip(function () { return label(data.subjects[key]); }, {sticky: true});
      if (shape.getLatLng) shape.home = shape.getLatLng();
    });
  });
  /* The district is ground: the pointer goes through it. */
  function ground() { each("district", function (shape) { if (shape.getElement()) shape.getElement().classList.remove("leaflet-interactive"); }); }
  ground();

  function label(subject) {
    var box = document.createElement("div");
    box.textContent = text(subject.name) + (subject.note ? " · " + text(subject.note) : "");
    return box;
  }

  /* Symbols at one place are laid out around it like seeds in a sunflower, largest in the middle. */
  function spread() {
    var groups = {};
    ["parks", "projects"].forEach(function (name) {
      if (!layers[name] || !map.hasLayer(layers[name])) return;
      each(name, function (shape) {
        if (!shape.home) return;
        var at = shape.home.lat + "," + shape.home.lng;
        (groups[at] = groups[at] || []).push(shape);
      });
    });
    Object.keys(groups).forEach(function (at) {
      var group = groups[at].sort(function (a, b) { return b.options.radius - a.options.radius; });
      var middle = map.latLngToLayerPoint(group[0].home);
      group.forEach(function (shape, index) {
        var angle = index * 2.39996, reach = SPREAD_PX * Math.sqrt(index) * 1.35 + (index ? group[0].options.radius * .6 : 0);
        shape.setLatLng(map.layerPointToLatLng(middle.add([reach * Math.cos(angle), reach * Math.sin(angle)])));
      });
    });
  }

  function crowd(lat, lng) {
    var count = 0;
    ["parks", "projects"].forEach(function (name) {
      each(name, function (shape) { if (shape.home && shape.home.lat === lat && shape.home.lng === lng) count += 1; });
    });
    return count;
  }

  /* Labels of zones go where they cover no symbol: inside the outline if there is room, else beside it. */
  function placeLabels() {
    var taken = [];
    ["parks", "projects"].forEach(function (name) {
      if (layers[name] && map.hasLayer(layers[name])) each(name, function (shape) {
        if (shape.home) taken.push(boxAround(map.latLngToLayerPoint(shape.getLatLng()), shape.options.radius + 2, shape.options.radius + 2));
      });
    });
    zoneTips.forEach(function (tip) {
      var node = tip.getElement(), outline = drawn[tip.zone.key];
      if (!node || !outline) return;
      var w = node.offsetWidth / 2 + 2, h = node.offsetHeight / 2 + 2, frame = outline.getBounds();
      var low = map.latLngToLayerPoint(frame.getSouthWest()), high = map.latLngToLayerPoint(frame.getNorthEast());
      var middle = map.latLngToLayerPoint(tip.zone.middle), centre = low.add(high).divideBy(2);
      var spots = [middle, L.point(middle.x, middle.y - 2 * h), L.point(middle.x, middle.y + 2 * h), centre,
        L.point(centre.x, low.y + h + 3), L.point(centre.x, high.y - h - 3), L.point(high.x + w, centre.y), L.point(low.x - w, centre.y)];
      var free = spots.filter(function (spot) { return !taken.some(function (other) { return meets(boxAround(spot, w, h), other); }); })[0] || spots[4];
      taken.push(boxAround(free, w, h));
      tip.setLatLng(map.layerPointToLatLng(free));
    });
    placeTips.forEach(function (tip) {
      var node = tip.getElement();
      if (!node) return;
      var at = map.latLngToLayerPoint(tip.getLatLng()).add(tip.options.offset), box = boxAround(at, node.offsetWidth / 2, node.offsetHeight / 2);
      var hidden = taken.some(function (other) { return meets(box, other); });
      node.style.visibility = hidden ? "hidden" : "";
      if (!hidden) taken.push(box);
    });
  }
  function boxAround(middle, w, h) { return L.bounds([middle.x - w, middle.y - h], [middle.x + w, middle.y + h]); }
  function meets(one, other) { return one.intersects(other); }

  function zoomed() {
    map.getContainer().classList.toggle("far", map.getZoom() < FAR_ZOOM);
    spread();
    placeLabels();
  }

  data.zones.forEach(function (zone) {
    if (!zone.middle) return;
    var tip = L.tooltip({permanent: true, direction: "center", className: "zone-label", opacity: 1, interactive: false});
    labels.push(function () {
      var box = document.createElement("div"), area = document.createElement("span");
      box.textContent = text(zone.short);
      area.className = "area";
      area.textContent = text(zone.area);
      box.appendChild(area);
      tip.setContent(box);
    });
    tip.setLatLng(zone.middle);
    tip.zone = zone;
    map.addLayer(tip);
    zoneTips.push(tip);
  });
  data.places.forEach(function (place) {
    var shared = crowd(place.lat, place.lon), above = shared ? -(LABEL_ABOVE_PX + SPREAD_PX * Math.sqrt(shared)) : 0;
    var tip = L.tooltip({permanent: true, direction: "center", offset: [0, above], className: "place-label", opacity: 1, interactive: false});
    labels.push(function () { var box = document.createElement("span"); box.textContent = text(place.name); tip.setContent(box); });
    tip.setLatLng([place.lat, place.lon]);
    names.addLayer(tip);
    placeTips.push(tip);
    circles.addLayer(L.circle([place.lat, place.lon], {radius: place.uncertainty_m, color: "#6b665c", weight: 1, dashArray: "2 4", fill: false, interactive: false}));
  });
  names.addTo(map);

  function select(key) {
    halo.clearLayers();
    if (drawn[selected] && drawn[selected].quiet) drawn[selected].setStyle({weight: drawn[selected].quiet});
    selected = key;
    var shape = drawn[key], subject = data.subjects[key];
    if (!shape) return;
    whole = false;
    if (shape.getBounds && !shape.getRadius) {
      shape.quiet = shape.options.weight;
      shape.setStyle({weight: 4});
      map.fitBounds(shape.getBounds(), {maxZoom: 13, padding: [40, 40]});
      return;
    }
    if (subject.uncertainty_m) halo.addLayer(L.circle(shape.home, {radius: subject.uncertainty_m, color: "#2b2a27", weight: 1.5, dashArray: "4 4", fillOpacity: .06, interactive: false}));
    halo.addLayer(L.circleMarker(shape.getLatLng(), {radius: shape.options.radius + 5, color: "#2b2a27", weight: 2, fill: false, interactive: false}));
    map.panInside(shape.home, {padding: [80, 80]});
  }

  function basemap(name) {
    Object.keys(tiles).forEach(function (other) { map.removeLayer(tiles[other]); });
    if (layers.district) layers.district.setStyle({fillOpacity: name ? 0 : 1});
    if (name) map.addLayer(tiles[name]);
  }

  function toggle(name, on) {
    var layer = {places: names, uncertainty: circles}[name] || layers[name];
    if (on) map.addLayer(layer); else map.removeLayer(layer);
    if (on && name === "district") { layers.district.bringToBack(); ground(); }
    spread();
    placeLabels();
  }

  function home() {
    map.fitBounds(data.bounds, {padding: [6, 6], animate: false});
    whole = true;
  }
  /* The panel takes room from the map: as long as the reader looks at the whole district, it stays whole. */
  function resized() {
    map.invalidateSize({pan: false});
    if (whole) home();
  }

  map.attributionControl.setPrefix(false).addAttribution("GeoNames (CC BY 4.0)");
  L.control.scale({imperial: false}).addTo(map);
  var north = L.control({position: "topright"});
  north.onAdd = function () {
    var box = L.DomUtil.create("div", "north");
    box.innerHTML = '<svg width="16" height="22" viewBox="0 0 16 22" aria-hidden="true"><path d="M8 0 14 21 8 16 2 21Z" fill="currentColor"/></svg>';
    var letter = document.createElement("span");
    box.appendChild(letter);
    labels.push(function () { letter.textContent = text(YZ_TEXTS.north); });
    return box;
  };
  north.addTo(map);
  map.on("dragstart", function () { whole = false; });
  map.getContainer().addEventListener("wheel", function () { whole = false; });
  map.getContainer().querySelector(".leaflet-control-zoom").addEventListener("click", function () { whole = false; });
  map.on("zoomend", zoomed);
  home();
  zoomed();
  return {
    select: select, toggle: toggle, basemap: basemap, home: home, resized: resized,
    relabel: function () { labels.forEach(function (draw) { draw(); }); placeLabels(); }
  };
}
