"use strict";
(() => {
  // src/map/gcj02.js
  var AXIS = 6378245;
  var ECCENTRICITY = 0.006693421622965943;
  var PI = Math.PI;
  function north(x, y) {
    let sum = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    sum += (20 * Math.sin(6 * x * PI) + 20 * Math.sin(2 * x * PI)) * 2 / 3;
    sum += (20 * Math.sin(y * PI) + 40 * Math.sin(y / 3 * PI)) * 2 / 3;
    return sum + (160 * Math.sin(y / 12 * PI) + 320 * Math.sin(y * PI / 30)) * 2 / 3;
  }
  function east(x, y) {
    let sum = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    sum += (20 * Math.sin(6 * x * PI) + 20 * Math.sin(2 * x * PI)) * 2 / 3;
    sum += (20 * Math.sin(x * PI) + 40 * Math.sin(x / 3 * PI)) * 2 / 3;
    return sum + (150 * Math.sin(x / 12 * PI) + 300 * Math.sin(x / 30 * PI)) * 2 / 3;
  }
  function outside(lat, lon) {
    return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
  }
  function fromWgs84(lat, lon) {
    if (outside(lat, lon)) return { lat, lon };
    const x = lon - 105;
    const y = lat - 35;
    const phi = lat / 180 * PI;
    const magic = 1 - ECCENTRICITY * Math.sin(phi) ** 2;
    const root = Math.sqrt(magic);
    return {
      lat: lat + north(x, y) * 180 / (AXIS * (1 - ECCENTRICITY) / (magic * root) * PI),
      lon: lon + east(x, y) * 180 / (AXIS / root * Math.cos(phi) * PI)
    };
  }
  function toWgs84(lat, lon) {
    let guess = { lat, lon };
    for (let step = 0; step < 10; step++) {
      const reached = fromWgs84(guess.lat, guess.lon);
      const dLat = lat - reached.lat;
      const dLon = lon - reached.lon;
      guess = { lat: guess.lat + dLat, lon: guess.lon + dLon };
      if (Math.abs(dLat) + Math.abs(dLon) < 1e-9) break;
    }
    return guess;
  }

  // src/map/basemaps.js
  function makeBasemaps(page) {
    const PATIENCE_MS = 8e3;
    const KEPT = "yzgeo-tianditu-key";
    const m = page.markup;
    const map = page.leaflet;
    let chosen = "";
    let active = [];
    let timer = 0;
    let key = kept();
    function kept() {
      try {
        return localStorage.getItem(KEPT) || "";
      } catch (_error) {
        return "";
      }
    }
    function keep(value) {
      key = value;
      try {
        localStorage.setItem(KEPT, value);
      } catch (_error) {
      }
    }
    function layersOf(name) {
      if (name === "OpenStreetMap") return [page.tiles.OpenStreetMap];
      if (name === "gaode") return [new YzShiftedTiles(page.tiles.gaode._url, page.tiles.gaode.options)];
      return ["tianditu", "tianditu_names"].map(
        (part) => L.tileLayer(page.tiles[part]._url, Object.assign({}, page.tiles[part].options, { tk: key }))
      );
    }
    function failed() {
      page.notice(page.say("basemap_failed"));
    }
    function arrived() {
      clearTimeout(timer);
      page.notice("");
    }
    function use(name) {
      clearTimeout(timer);
      page.notice("");
      active.forEach((layer) => {
        map.removeLayer(layer);
        layer.off("tileerror", failed).off("tileload", arrived);
      });
      active = [];
      chosen = name;
      document.body.classList.toggle("on-tiles", Boolean(name));
      if (!name || name === "tianditu" && !key) {
        page.map.refresh();
        return;
      }
      active = layersOf(name);
      active.forEach((layer) => {
        layer.on("tileerror", failed).on("tileload", arrived);
        map.addLayer(layer);
      });
      timer = setTimeout(failed, PATIENCE_MS);
      page.map.refresh();
    }
    function keyForm() {
      const box = m.make("form", "key-form");
      const input = m.make("input");
      const row = m.make("label", "", page.say("tianditu_key"));
      input.type = "text";
      input.value = key;
      input.autocomplete = "off";
      input.id = "yz-tianditu-key";
      m.add(
        box,
        m.add(row, input),
        m.make("button", "", page.say("use_key")),
        m.make("p", "meta", page.say("tianditu_note"))
      );
      box.querySelector("button").type = "submit";
      box.addEventListener("submit", (event) => {
        event.preventDefault();
        keep(input.value.trim());
        use("tianditu");
      });
      return box;
    }
    function choice() {
      const part = m.make("fieldset");
      const select = m.make("select");
      const form = keyForm();
      select.setAttribute("aria-label", page.say("basemap"));
      ["", "OpenStreetMap", "tianditu", "gaode"].forEach((name) => {
        const option = m.make("option", "", name === "OpenStreetMap" ? name : page.say(`basemap_${name || "none"}`));
        option.value = name;
        m.add(select, option);
      });
      select.value = chosen;
      form.hidden = chosen !== "tianditu";
      select.addEventListener("change", () => {
        form.hidden = select.value !== "tianditu";
        use(select.value);
      });
      return m.add(
        part,
        m.make("legend", "", page.say("basemap")),
        select,
        form,
        m.make("p", "meta", page.say("basemap_note"))
      );
    }
    return { choice, chosen: () => chosen, layers: () => active };
  }
  var YzShiftedTiles = L.TileLayer.extend({
    /* How far, in pixels of the level, what a tile shows at a point lies from where the grid has it. */
    _shift: function(point, zoom) {
      const drawn = this._map.unproject(point, zoom);
      const truth = toWgs84(drawn.lat, drawn.lng);
      return this._map.project([truth.lat, truth.lon], zoom).subtract(point);
    },
    _getTilePos: function(coords) {
      const size = this.getTileSize();
      const corner = coords.scaleBy(size);
      const middle = corner.add(size.divideBy(2));
      return L.TileLayer.prototype._getTilePos.call(this, coords).add(this._shift(middle, coords.z).round());
    },
    _getTiledPixelBounds: function(center) {
      const bounds = L.TileLayer.prototype._getTiledPixelBounds.call(this, center);
      const back = this._shift(bounds.getCenter(), this._tileZoom).round();
      return new L.Bounds(bounds.min.subtract(back), bounds.max.subtract(back));
    }
  });

  // src/map/crowds.js
  var SPREAD_PX = 9;
  function spread(map, shapes) {
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
  function placeLabels(map, shapes, zoneTips, placeTips, drawn) {
    const taken = shapes.map(
      (shape) => around(map.latLngToLayerPoint(shape.getLatLng()), shape.options.radius + 2, shape.options.radius + 2)
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
        L.point(low.x - w, centre.y)
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
        node.offsetHeight / 2
      );
      const shown = free(box);
      node.style.visibility = shown ? "" : "hidden";
      if (shown) taken.push(box);
    });
  }

  // src/map/map.js
  function makeMap(page) {
    const FAR_ZOOM = 10.5;
    const CONTROLS_PX = 52;
    const LABEL_ABOVE_PX = 12;
    const KEYS = { zones: "zone_id", parks: "park_id", projects: "project_id" };
    const KINDS = { zones: "zone", parks: "park", projects: "project" };
    const data = page.data;
    const map = page.leaflet;
    const layers = page.layers;
    const drawn = {};
    const labels = [];
    const zoneTips = [];
    const placeTips = [];
    let whole = true;
    let went = false;
    let flying = false;
    const halo = L.layerGroup().addTo(map);
    const circles = L.layerGroup();
    const names = L.layerGroup();
    let view = null;
    let selected = null;
    function each(name, visit) {
      if (layers[name]) layers[name].eachLayer(visit);
    }
    function symbols(visit) {
      ["parks", "projects"].forEach((name) => {
        if (layers[name] && map.hasLayer(layers[name]))
          each(name, (shape) => {
            if (shape.home) visit(shape);
          });
      });
    }
    Object.keys(KINDS).forEach((name) => {
      each(name, (shape) => {
        const key = `${KINDS[name]}:${shape.feature.properties[KEYS[name]]}`;
        shape.key = key;
        shape.base = Object.assign({}, shape.options);
        drawn[key] = shape;
        shape.on("click", (event) => {
          if (page.measure.active()) return;
          L.DomEvent.stopPropagation(event);
          page.open(key);
        });
        shape.bindTooltip(() => hint(data.subjects[key]), { sticky: true });
        if (shape.getLatLng) shape.home = shape.getLatLng();
      });
    });
    function hint(subject) {
      const box = document.createElement("div");
      box.textContent = page.text(subject.name) + (subject.note ? ` · ${page.text(subject.note)}` : "");
      return box;
    }
    function ground() {
      each("district", (shape) => {
        if (!shape.getElement()) return;
        shape.getElement().classList.remove("leaflet-interactive");
        shape.getElement().classList.add("district-shape");
      });
    }
    function hatches() {
      const svg = page.markup.svg;
      const defs = svg("defs");
      data.zones.forEach((zone) => {
        const pattern = svg("pattern", {
          id: `yz-hatch-${zone.zone_id}`,
          width: 6,
          height: 6,
          patternUnits: "userSpaceOnUse",
          patternTransform: "rotate(45)"
        });
        page.markup.add(
          pattern,
          svg("rect", { width: 6, height: 6, fill: zone.colour, "fill-opacity": 0.18 }),
          svg("rect", { width: 2.4, height: 6, fill: zone.colour })
        );
        defs.appendChild(pattern);
      });
      map.getPane("overlayPane").querySelector("svg").appendChild(defs);
    }
    function arrange() {
      const shapes = [];
      symbols((shape) => {
        if (shape.options.opacity !== 0) shapes.push(shape);
      });
      page.spread(map, shapes);
      page.placeLabels(map, shapes, zoneTips, placeTips, drawn);
    }
    function zoomed() {
      map.getContainer().classList.toggle("far", map.getZoom() < FAR_ZOOM);
      arrange();
    }
    data.zones.forEach((zone) => {
      if (!zone.middle) return;
      const tip = L.tooltip({
        permanent: true,
        direction: "center",
        className: "zone-label",
        opacity: 1,
        interactive: false
      });
      labels.push(() => {
        const box = document.createElement("div");
        box.appendChild(page.markup.make("span", "name", page.text(zone.short)));
        [].concat(view ? view.label(zone) : []).forEach((line) => {
          const span = document.createElement("span");
          span.className = "area";
          span.textContent = line;
          if (line) box.appendChild(span);
        });
        tip.setContent(box);
      });
      tip.setLatLng(zone.middle);
      tip.zone = zone;
      map.addLayer(tip);
      zoneTips.push(tip);
    });
    data.places.forEach((place) => {
      let shared = 0;
      ["parks", "projects"].forEach((name) => {
        each(name, (shape) => {
          if (shape.home && shape.home.lat === place.lat && shape.home.lng === place.lon) shared += 1;
        });
      });
      const above = shared ? -(LABEL_ABOVE_PX + 9 * Math.sqrt(shared)) : 0;
      const tip = L.tooltip({
        permanent: true,
        direction: "center",
        offset: [0, above],
        className: "place-label",
        opacity: 1,
        interactive: false
      });
      labels.push(() => {
        tip.setContent(page.markup.make("span", "name", page.text(place.name)));
      });
      tip.setLatLng([place.lat, place.lon]);
      names.addLayer(tip);
      placeTips.push(tip);
      circles.addLayer(
        L.circle([place.lat, place.lon], {
          radius: place.uncertainty_m,
          className: "uncertainty",
          weight: 1,
          dashArray: "2 4",
          fill: false,
          interactive: false
        })
      );
    });
    names.addTo(map);
    function restyle() {
      Object.keys(drawn).forEach((key) => {
        const shape = drawn[key];
        const style = view ? view.style(key, data.subjects[key], shape.base) : null;
        const path = Object.assign({ opacity: 1 }, shape.base, style || {});
        if (key === selected && !shape.home) path.weight = 4;
        if (data.subjects[key].kind === "park" && path.opacity !== 0) path.fillColor = page.theme.variable("--sheet");
        shape.setStyle(path);
        if (shape.setRadius) shape.setRadius(path.radius);
        if (!shape.getElement()) return;
        shape.getElement().style.pointerEvents = path.opacity === 0 ? "none" : "";
        shape.getElement().setAttribute("tabindex", "-1");
      });
    }
    function show(next) {
      view = next;
      refresh();
    }
    function refresh() {
      labels.forEach((draw) => {
        draw();
      });
      restyle();
      ground();
      arrange();
    }
    function select(key, opened, viewed) {
      const shape = drawn[key];
      const subject = data.subjects[key];
      halo.clearLayers();
      selected = key;
      restyle();
      if (subject == null ? void 0 : subject.projects) ring(subject.projects);
      if (shape == null ? void 0 : shape.home) mark(key, shape, subject);
      if (!opened) {
        if (viewed && went) home();
        return;
      }
      if (subject && subject.kind === "parcel") {
        seek(subject);
        return;
      }
      if (!shape) {
        if (went) home();
        return;
      }
      stay(!shape.home);
      if (!shape.home) {
        map.fitBounds(shape.getBounds(), Object.assign({ maxZoom: 13 }, margins(under() ? 16 : 40)));
        return;
      }
      map.panInside(shape.home, clear());
    }
    function mark(key, shape, subject) {
      if (subject.uncertainty_m)
        halo.addLayer(
          L.circle(shape.home, {
            radius: subject.uncertainty_m,
            className: "uncertainty chosen",
            weight: 1.5,
            dashArray: "4 4",
            interactive: false
          })
        );
      ring([key]);
    }
    function seek(subject) {
      const around = L.geoJSON(subject.geometry).getBounds();
      stay();
      if (map.getBounds().intersects(around)) map.panInside(around.getCenter(), clear());
      else map.fitBounds(around, Object.assign({ maxZoom: 17 }, margins(under() ? 16 : 40)));
    }
    function clear() {
      return { paddingTopLeft: [80, 30], paddingBottomRight: [80, under() + 30] };
    }
    function ring(keys) {
      keys.forEach((key) => {
        const shape = drawn[key];
        if (shape)
          halo.addLayer(
            L.circleMarker(shape.getLatLng(), {
              radius: shape.options.radius + 5,
              className: "ring",
              weight: 2,
              fill: false,
              interactive: false
            })
          );
      });
    }
    function toggle(name, on) {
      const layer = { places: names, uncertainty: circles }[name] || layers[name];
      if (!layer) return;
      if (on) map.addLayer(layer);
      else map.removeLayer(layer);
      if (on && name === "zones")
        each("zones", (shape) => {
          shape.bringToBack();
        });
      if (on && layers.district && map.hasLayer(layers.district)) layers.district.bringToBack();
      refresh();
    }
    function margins(px) {
      const legend = page.markup.byId("yz-legend");
      const wide = map.getSize().x > 2 * legend.offsetWidth;
      const covers = getComputedStyle(legend).position === "absolute" && legend.open && wide;
      return { paddingTopLeft: [covers ? legend.offsetWidth + px / 2 : px, px], paddingBottomRight: [px, px + under()] };
    }
    function legendHeight() {
      return map.getContainer().getBoundingClientRect().bottom - page.markup.byId("yz-legend").getBoundingClientRect().top + 6;
    }
    function under() {
      const panel = page.markup.byId("yz-panel");
      if (panel.hidden || getComputedStyle(panel).position !== "fixed") return 0;
      return Math.max(
        0,
        Math.min(
          map.getSize().y - 60,
          map.getContainer().getBoundingClientRect().bottom - panel.getBoundingClientRect().top
        )
      );
    }
    function home() {
      if (flying) {
        whole = true;
        went = false;
        map.once("zoomend", () => {
          if (whole) home();
        });
        return;
      }
      const zoom = map.getBoundsZoom(data.bounds, false, L.point(12, 12));
      const low = map.project(data.bounds[0], zoom);
      const high = map.project(data.bounds[1], zoom);
      const size = map.getSize();
      const covered = margins(12).paddingTopLeft[0];
      const left = Math.max(6, Math.min(covered, size.x - Math.abs(high.x - low.x) - CONTROLS_PX));
      const spare = size.y - Math.abs(high.y - low.y) - 12;
      const bottom = left < covered ? Math.max(6, Math.min(legendHeight(), spare)) : 6;
      map.fitBounds(data.bounds, { paddingTopLeft: [left, 6], paddingBottomRight: [6, bottom], animate: false });
      whole = true;
      went = false;
    }
    function stay(zoomed2) {
      went = went || whole || Boolean(zoomed2);
      whole = false;
    }
    function strayed() {
      whole = went = false;
    }
    function resized() {
      map.invalidateSize({ pan: false });
      if (whole) home();
    }
    map.on("zoomanim", () => {
      flying = true;
    }).on("zoomend", () => {
      flying = false;
    });
    map.on("dragstart boxzoomend", strayed);
    map.on("dblclick", () => {
      if (map.doubleClickZoom.enabled()) strayed();
    });
    map.getContainer().addEventListener("wheel", strayed);
    map.getContainer().addEventListener("keydown", (event) => {
      if (/^(Arrow|Page|[-+=_])/.test(event.key)) strayed();
    });
    map.getContainer().addEventListener("touchmove", (event) => {
      if (event.touches.length > 1) strayed();
    });
    map.getContainer().querySelector(".leaflet-control-zoom").addEventListener("click", strayed, true);
    map.on("zoomend", zoomed);
    hatches();
    home();
    zoomed();
    return {
      show,
      select,
      toggle,
      home,
      resized,
      refresh,
      drawn,
      isWhole: () => whole,
      stay
    };
  }

  // src/map/geodesic.js
  var A = 6378137;
  var F = 1 / 298.257222101;
  var B = A * (1 - F);
  var E2 = F * (2 - F);
  var E = Math.sqrt(E2);
  var RADIANS = Math.PI / 180;
  function distance(one, other) {
    const u1 = Math.atan((1 - F) * Math.tan(one[0] * RADIANS));
    const u2 = Math.atan((1 - F) * Math.tan(other[0] * RADIANS));
    const l = (other[1] - one[1]) * RADIANS;
    const sinU1 = Math.sin(u1);
    const cosU1 = Math.cos(u1);
    const sinU2 = Math.sin(u2);
    const cosU2 = Math.cos(u2);
    let lambda = l;
    let before;
    let sinSigma;
    let cosSigma;
    let sigma;
    let cos2Alpha;
    let cos2M;
    let turn = 0;
    do {
      const sinL = Math.sin(lambda);
      const cosL = Math.cos(lambda);
      const across = cosU1 * sinU2 - sinU1 * cosU2 * cosL;
      sinSigma = Math.sqrt(cosU2 * sinL * cosU2 * sinL + across * across);
      if (!sinSigma) return 0;
      cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosL;
      sigma = Math.atan2(sinSigma, cosSigma);
      const sinAlpha = cosU1 * cosU2 * sinL / sinSigma;
      cos2Alpha = 1 - sinAlpha * sinAlpha;
      cos2M = cos2Alpha ? cosSigma - 2 * sinU1 * sinU2 / cos2Alpha : 0;
      const c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
      before = lambda;
      lambda = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M * cos2M - 1)));
    } while (Math.abs(lambda - before) > 1e-12 && ++turn < 100);
    const u = cos2Alpha * (A * A - B * B) / (B * B);
    const a = 1 + u / 16384 * (4096 + u * (u * (320 - 175 * u) - 768));
    const b = u / 1024 * (256 + u * (u * (74 - 47 * u) - 128));
    const delta = b * sinSigma * (cos2M + b / 4 * (cosSigma * (2 * cos2M * cos2M - 1) - b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
    return B * a * (sigma - delta);
  }
  function length(points) {
    let sum = 0;
    for (let i = 1; i < points.length; i++) sum += distance(points[i - 1], points[i]);
    return sum;
  }
  function authalic(phi) {
    const s = Math.sin(phi);
    return (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
  }
  function area(points) {
    if (points.length < 3) return 0;
    const lat0 = mean(points, 0) * RADIANS;
    const lon0 = mean(points, 1) * RADIANS;
    const pole = authalic(Math.PI / 2);
    const radius = A * Math.sqrt(pole / 2);
    const beta0 = Math.asin(authalic(lat0) / pole);
    const s0 = Math.sin(lat0);
    const stretch = A * Math.cos(lat0) / Math.sqrt(1 - E2 * s0 * s0) / (radius * Math.cos(beta0));
    const flat = points.map((point) => {
      const beta = Math.asin(authalic(point[0] * RADIANS) / pole);
      const l = point[1] * RADIANS - lon0;
      const scale = radius * Math.sqrt(2 / (1 + Math.sin(beta0) * Math.sin(beta) + Math.cos(beta0) * Math.cos(beta) * Math.cos(l)));
      return [
        scale * stretch * Math.cos(beta) * Math.sin(l),
        scale / stretch * (Math.cos(beta0) * Math.sin(beta) - Math.sin(beta0) * Math.cos(beta) * Math.cos(l))
      ];
    });
    let twice = 0;
    flat.forEach((point, index) => {
      const next = flat[(index + 1) % flat.length];
      twice += point[0] * next[1] - next[0] * point[1];
    });
    return Math.abs(twice) / 2;
  }
  function mean(points, part) {
    return points.reduce((sum, point) => sum + point[part], 0) / points.length;
  }

  // src/map/measure.js
  function makeMeasure(page) {
    const map = page.leaflet;
    let mode = null;
    let done = false;
    let points = [];
    const drawing = L.layerGroup().addTo(map);
    const m = page.markup;
    function pairs() {
      return points.map((point) => [point.lat, point.lng]);
    }
    function metres(value) {
      const far = value >= 1e3;
      const zh = page.lang === "zh";
      return page.numbers.grouped(far ? value / 1e3 : value, far ? 3 : 1) + (zh ? far ? " 公里" : " 米" : far ? " km" : " m");
    }
    function result() {
      if (mode === "length") return page.say("measured_length") + metres(length(pairs()));
      const area2 = area(pairs());
      return page.say("measured_area") + page.numbers.grouped(area2 / 1e6, 4) + (page.lang === "zh" ? " 平方公里，" : " km², ") + page.numbers.mu(area2 / page.data.units.m2_per_mu) + (page.lang === "zh" ? "，周长 " : ", round ") + metres(length(pairs().concat(pairs().slice(0, 1))));
    }
    function enough() {
      return points.length >= (mode === "length" ? 2 : 3);
    }
    function draw() {
      const box = m.byId("yz-measure");
      const style = { className: "measure", weight: 2, interactive: false };
      drawing.clearLayers();
      box.hidden = !mode;
      map.getContainer().classList.toggle("measuring", Boolean(mode) && !done);
      if (!mode) return;
      if (points.length)
        drawing.addLayer(mode === "area" && points.length > 2 ? L.polygon(points, style) : L.polyline(points, style));
      points.forEach((point) => {
        drawing.addLayer(L.circleMarker(point, { className: "measure", radius: 3, interactive: false }));
      });
      m.empty(box);
      m.add(
        box,
        m.make("span", "", enough() ? result() : page.say(mode === "length" ? "measure_length_how" : "measure_area_how")),
        m.press("", page.say("close"), stop)
      );
    }
    function put(point) {
      if (!mode) return;
      if (done) {
        points = [];
        done = false;
      }
      const last = points[points.length - 1];
      if (!(last == null ? void 0 : last.equals(point))) points.push(point);
      draw();
    }
    function finish() {
      if (enough()) {
        done = true;
        draw();
      }
    }
    function start2(kind) {
      if (mode === kind) {
        stop();
        return;
      }
      mode = kind;
      if (page.views.parcels) page.views.parcels.listen(false);
      points = [];
      done = false;
      map.doubleClickZoom.disable();
      map.getContainer().focus();
      draw();
    }
    function stop() {
      if (m.byId("yz-measure").contains(document.activeElement)) map.getContainer().focus();
      mode = null;
      if (page.views.parcels) page.views.parcels.listen(true);
      points = [];
      map.doubleClickZoom.enable();
      draw();
      page.tools.draw();
    }
    map.on("click", (event) => {
      put(event.latlng);
    });
    map.on("dblclick", finish);
    map.getContainer().addEventListener("keydown", (event) => {
      if (!mode) return;
      if (event.key === " ") {
        put(map.getCenter());
        event.preventDefault();
      }
      if (event.key === "Enter") finish();
      if (event.key === "Escape") {
        stop();
        event.stopPropagation();
      }
    });
    return {
      start: start2,
      stop,
      draw,
      active: () => mode !== null && !done ? mode : null,
      mode: () => mode
    };
  }

  // src/map/ornaments.js
  function makeOrnaments(page) {
    const map = page.leaflet;
    const svg = page.markup.svg;
    const letter = page.markup.make("span");
    const Scale = L.Control.Scale.extend({
      _updateMetric: function(most) {
        const metres = this._getRoundNum(most);
        const zh = page.lang === "zh";
        this._updateScale(
          this._mScale,
          metres < 1e3 ? metres + (zh ? " 米" : " m") : metres / 1e3 + (zh ? " 公里" : " km"),
          metres / most
        );
      }
    });
    const home = L.control({ position: "topright" });
    const back = page.markup.press("whole-district", "", () => {
      page.map.home();
    });
    home.onAdd = () => {
      const box = L.DomUtil.create("div", "leaflet-bar");
      L.DomEvent.disableClickPropagation(box);
      return page.markup.add(box, back);
    };
    home.addTo(map);
    const scale = new Scale({ imperial: false }).addTo(map);
    const north2 = L.control({ position: "topright" });
    north2.onAdd = () => {
      const box = L.DomUtil.create("div", "north");
      const arrow = svg("svg", { width: 16, height: 22, viewBox: "0 0 16 22", "aria-hidden": "true" });
      return page.markup.add(
        box,
        page.markup.add(arrow, svg("path", { d: "M8 0 14 21 8 16 2 21Z", fill: "currentColor" })),
        letter
      );
    };
    north2.addTo(map);
    map.attributionControl.setPrefix(false).addAttribution("GeoNames (CC BY 4.0)");
    function draw() {
      const container = map.getContainer();
      back.textContent = page.say("whole_short");
      back.title = page.say("whole");
      back.setAttribute("aria-label", page.say("whole"));
      letter.textContent = page.say("north");
      scale._update();
      container.setAttribute("role", "region");
      container.setAttribute("aria-label", page.say("map"));
      [
        ["in", "zoom_in"],
        ["out", "zoom_out"]
      ].forEach((pair) => {
        const button = container.querySelector(`.leaflet-control-zoom-${pair[0]}`);
        button.title = page.say(pair[1]);
        button.setAttribute("aria-label", page.say(pair[1]));
      });
    }
    return { draw };
  }

  // src/markup.js
  function makeMarkup() {
    const SVG = "http://www.w3.org/2000/svg";
    function make(tag, classes, content) {
      const node = document.createElement(tag);
      if (classes) node.className = classes;
      if (content !== void 0) node.textContent = content;
      if (tag === "button") node.type = "button";
      return node;
    }
    function add(parent, ...nodes) {
      for (const node of nodes) if (node) parent.appendChild(node);
      return parent;
    }
    function svg(tag, attributes, content) {
      const node = document.createElementNS(SVG, tag);
      Object.keys(attributes || {}).forEach((name) => {
        node.setAttribute(name, attributes[name]);
      });
      if (content !== void 0) node.textContent = content;
      return node;
    }
    function press(classes, content, act) {
      const button = make("button", classes, content);
      button.addEventListener("click", act);
      return button;
    }
    function list(nodes, classes) {
      const box = make("ul", classes);
      nodes.forEach((node) => {
        add(box, add(make("li"), node));
      });
      return box;
    }
    function empty(node) {
      while (node.firstChild) node.removeChild(node.firstChild);
      return node;
    }
    function byId(id) {
      return document.getElementById(id);
    }
    return { make, add, svg, press, list, empty, byId, SVG };
  }

  // src/parts/charts.js
  function makeCharts(page) {
    const m = page.markup;
    const svg = m.svg;
    let paths = null;
    function named(chart, name) {
      if (!name) {
        chart.setAttribute("aria-hidden", "true");
        return chart;
      }
      chart.setAttribute("role", "img");
      chart.setAttribute("aria-label", name);
      return chart;
    }
    function bar(parts, most, name, mark) {
      const chart = named(svg("svg", { class: "bar-chart", viewBox: "0 0 100 8", preserveAspectRatio: "none" }), name);
      let x = 0;
      m.add(chart, svg("rect", { x: 0, y: 0, width: 100, height: 8, class: "ground" }));
      parts.forEach((part) => {
        const width = most ? 100 * part.value / most : 0;
        m.add(
          chart,
          svg("rect", { x, y: 0, width, height: 8, fill: part.colour, "fill-opacity": part.pale ? 0.35 : 1 })
        );
        x += width;
      });
      if (mark !== void 0)
        m.add(chart, svg("rect", { x: Math.min(100 * mark / most, 99.4), y: 0, width: 0.6, height: 8, class: "mark" }));
      return chart;
    }
    function outlines() {
      if (paths) return paths;
      const bounds = page.data.bounds;
      const shrink = Math.cos((bounds[0][0] + bounds[1][0]) / 2 * Math.PI / 180);
      const width = (bounds[1][1] - bounds[0][1]) * shrink;
      const height = bounds[1][0] - bounds[0][0];
      const scale = 100 / width;
      paths = { height: height * scale, zones: {}, district: "" };
      function ring(points) {
        let last = "";
        const words = [];
        points.forEach((point) => {
          const word = `${((point[0] - bounds[0][1]) * shrink * scale).toFixed(1)} ${((bounds[1][0] - point[1]) * scale).toFixed(1)}`;
          if (word !== last) words.push(word);
          last = word;
        });
        return `M${words.join("L")}Z`;
      }
      function path(geometry) {
        const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
        return polygons.map((polygon) => polygon.map(ring).join("")).join("");
      }
      page.layers.district.eachLayer((shape) => {
        paths.district += path(shape.feature.geometry);
      });
      page.layers.zones.eachLayer((shape) => {
        paths.zones[shape.feature.properties.zone_id] = path(shape.feature.geometry);
      });
      return paths;
    }
    function stamp(zoneIds, hatched, name) {
      const drawn = outlines();
      const chart = named(svg("svg", { class: "stamp", viewBox: `-1 -1 102 ${drawn.height + 2}` }), name);
      m.add(chart, svg("path", { d: drawn.district, class: "district" }));
      page.data.zones.forEach((zone) => {
        if (!drawn.zones[zone.zone_id]) return;
        const leads = zoneIds.indexOf(zone.zone_id) >= 0;
        m.add(
          chart,
          svg("path", {
            d: drawn.zones[zone.zone_id],
            class: leads ? "leads" : "other",
            fill: leads ? hatched ? `url(#yz-hatch-${zone.zone_id})` : zone.colour : "none",
            stroke: leads ? zone.colour : ""
          })
        );
      });
      return chart;
    }
    function matrix(rows) {
      const cell = page.lang === "zh" ? 29 : 26;
      const head = page.lang === "zh" ? 22 : 62;
      const names = page.lang === "zh" ? 96 : 178;
      const width = names + cell * page.data.zones.length + 4;
      const chart = named(
        svg("svg", { class: "matrix", viewBox: `0 0 ${width} ${head + cell * rows.length + 2}` }),
        page.say("matrix")
      );
      page.data.zones.forEach((zone, column) => {
        const x = names + cell * (column + 0.5);
        const flat = page.lang === "zh";
        m.add(
          chart,
          svg(
            "text",
            flat ? { x, y: 14, "text-anchor": "middle" } : { transform: `translate(${x + 4} ${head - 4}) rotate(-90)` },
            page.text(zone.shortest)
          )
        );
      });
      rows.forEach((industry, row) => {
        const y = head + cell * row;
        const subject = page.data.subjects[industry.key];
        const line = svg("g", { class: `row${page.state.opened === industry.key ? " open" : ""}` });
        m.add(
          line,
          svg("rect", { x: 0, y, width, height: cell, class: "hit" }),
          svg("line", { x1: 0, x2: width, y1: y, y2: y })
        );
        m.add(
          line,
          svg("text", { x: 0, y: y + cell / 2 + 4 }, shorten(page.text(subject.name), page.lang === "zh" ? 8 : 30))
        );
        page.data.zones.forEach((zone, column) => {
          const listed = industry.zones.filter((one) => one.zone_id === zone.zone_id)[0];
          const x = names + cell * column + 5;
          const top = y + 5;
          const side = cell - 10;
          if (!listed) return;
          if (listed.text && listed.table) {
            m.add(line, svg("rect", { x, y: top, width: side, height: side, fill: zone.colour }));
            return;
          }
          if (listed.text) m.add(line, svg("path", { d: `M${x} ${top}h${side}L${x} ${top + side}Z`, fill: zone.colour }));
          if (listed.table)
            m.add(
              line,
              svg("path", {
                d: `M${x + side} ${top + side}h-${side}L${x + side} ${top}Z`,
                fill: zone.colour,
                "fill-opacity": 1
              })
            );
          m.add(line, svg("rect", { x, y: top, width: side, height: side, fill: "none", stroke: zone.colour }));
        });
        line.addEventListener("click", () => {
          page.open(industry.key);
        });
        m.add(chart, line);
      });
      return chart;
    }
    function shorten(words, most) {
      return words.length > most ? `${words.slice(0, most - 1)}…` : words;
    }
    return { bar, stamp, matrix };
  }

  // src/own.js
  function hasOwn(object, name) {
    return Object.prototype.hasOwnProperty.call(object, name);
  }

  // src/parts/clauses.js
  function makeClauses(page) {
    const m = page.markup;
    function chips(sources) {
      const row = m.make("div", "chips");
      const box = m.add(m.make("div", "sources"), row);
      (sources || []).forEach((source) => {
        m.add(row, page.data.clauses[source] ? chip(source, box) : outside2(source));
      });
      return box;
    }
    function outside2(source) {
      const words = page.data.downloads.words;
      const coded = hasOwn(words, source) ? page.text(words[source]) : source;
      const note = m.make(
        "span",
        "chip outside",
        /\.(csv|json|geojson)$/.test(source) ? page.say("data_file") + source : coded
      );
      note.title = page.say("outside_source");
      return note;
    }
    function chip(source, box) {
      const clause = page.data.clauses[source];
      let passage = null;
      const button = m.press("chip", page.lang === "zh" ? source : clause.en, () => {
        if (passage) {
          box.removeChild(passage);
          passage = null;
        } else {
          passage = m.add(
            m.make("blockquote", "passage"),
            m.make("span", "heading", clause.heading),
            document.createTextNode(clause.text)
          );
          m.add(box, passage);
        }
        button.setAttribute("aria-expanded", String(passage !== null));
      });
      button.title = page.say("show_clause");
      button.setAttribute("aria-expanded", "false");
      return button;
    }
    return { chips };
  }

  // src/parts/finding.js
  function makeFindings(page) {
    const m = page.markup;
    function of(key) {
      return page.data.findings.filter((finding) => finding.subject === key);
    }
    function grave(finding) {
      return finding.severity !== "info";
    }
    function block(finding, where) {
      const box = m.make("div", `finding ${finding.severity}`);
      const line = m.make("p");
      m.add(line, m.make("span", `severity ${finding.severity}`, page.text(page.data.severities[finding.severity])));
      m.add(line, document.createTextNode(page.text(finding.message)));
      m.add(box, line, page.clauses.chips(finding.clauses));
      if (page.text(finding.reading)) m.add(box, m.make("p", "meta", page.say("reading") + page.text(finding.reading)));
      if (page.text(finding.remedy)) m.add(box, m.make("p", "meta", page.say("remedy") + page.text(finding.remedy)));
      if (where === "subject" && hasOwn(page.data.subjects, finding.subject))
        m.add(box, page.link(finding.subject, "details"));
      if (where === "rule")
        m.add(
          box,
          m.press("details", page.say("see_rule"), () => {
            page.address.go({ rule: finding.rule, view: "findings" });
          })
        );
      return box;
    }
    function rule(name) {
      return page.data.rules.filter((one) => one.rule === name)[0];
    }
    return { of, grave, block, rule };
  }

  // src/parts/layer_tree.js
  function makeLayers(page) {
    const m = page.markup;
    const shown = { places: true, uncertainty: false };
    Object.keys(page.layers).forEach((name) => {
      shown[name] = page.leaflet.hasLayer(page.layers[name]);
    });
    const groups = [
      [
        "layers_plan",
        Object.keys(page.layers).filter((name) => name !== "district").reverse()
      ],
      ["layers_ground", ["uncertainty", "places"].concat(page.layers.district ? ["district"] : [])]
    ];
    function set(name, on) {
      if (shown[name] === on || name !== "places" && name !== "uncertainty" && !page.layers[name]) return;
      shown[name] = on;
      page.map.toggle(name, on);
      page.redrawLegend();
    }
    function tick(name) {
      const input = m.make("input");
      const row = m.make("label");
      input.type = "checkbox";
      input.checked = shown[name];
      input.addEventListener("change", () => {
        set(name, input.checked);
      });
      return m.add(
        m.make("li"),
        m.add(
          row,
          input,
          document.createTextNode(` ${page.data.layers[name] ? page.text(page.data.layers[name]) : page.say(name)}`)
        )
      );
    }
    function draw() {
      const box = m.byId("yz-layers");
      const open = box.open;
      m.empty(box);
      m.add(box, m.make("summary", "", page.say("layers")));
      groups.forEach((group) => {
        const part = m.make("fieldset");
        m.add(
          part,
          m.make("legend", "", page.say(group[0])),
          m.add.apply(null, [m.make("ul")].concat(group[1].map(tick)))
        );
        m.add(box, part);
      });
      m.add(box, page.basemaps.choice());
      box.open = open;
    }
    return {
      draw,
      shows: (name) => shown[name],
      /* What a view wants to show; the reader can change it afterwards. */
      enter: (wanted) => {
        Object.keys(wanted).forEach((name) => {
          set(name, wanted[name]);
        });
        draw();
      }
    };
  }

  // src/parts/legend.js
  function makeLegend(page) {
    const m = page.markup;
    const svg = m.svg;
    function entry(shapes, words, height) {
      const icon = svg("svg", {
        width: 30,
        height: height || 16,
        viewBox: `0 0 30 ${height || 16}`,
        "aria-hidden": "true"
      });
      shapes.forEach((shape) => {
        icon.appendChild(shape);
      });
      return m.add(m.make("li"), icon, m.make("span", "", words));
    }
    function half(row) {
      row.className = "half";
      return row;
    }
    function box(more, words) {
      return entry([svg("rect", Object.assign({ x: 3, y: 2, width: 24, height: 12, class: "sign" }, more))], words);
    }
    function disc(more, words) {
      return entry([svg("circle", Object.assign({ cx: 15, cy: 8, r: 6, class: "sign" }, more))], words);
    }
    function ofState() {
      const key = page.state.opened;
      const subject = page.data.subjects[key] || {};
      const shape = page.map.drawn[key];
      const found = [];
      const rings = (shape == null ? void 0 : shape.home) || (subject.projects || []).some((one) => page.map.drawn[one]);
      if (rings)
        found.push(
          entry(
            [
              svg("circle", { cx: 15, cy: 8, r: 4, class: "sign" }),
              svg("circle", { cx: 15, cy: 8, r: 7, class: "sign none chosen" })
            ],
            page.say("legend_chosen")
          )
        );
      if (page.layerTree.shows("uncertainty") || (shape == null ? void 0 : shape.home) && subject.uncertainty_m)
        found.push(disc({ r: 7, class: "sign none", "stroke-dasharray": "2 4" }, page.say("legend_uncertainty")));
      if (page.invented()) found.push(m.add(m.make("li", "caution"), m.make("span", "", page.invented())));
      return found;
    }
    return {
      outlines: () => {
        const entries = [];
        if (page.data.bases.indexOf("schematic") >= 0)
          entries.push(box({ "stroke-dasharray": "4 3" }, page.say("legend_schematic")));
        if (page.data.bases.indexOf("official") >= 0) entries.push(box({}, page.say("legend_official")));
        return entries;
      },
      project: () => disc({ "fill-opacity": 0.6 }, page.say("legend_project")),
      owner: () => disc({ "fill-opacity": 0.2, "stroke-dasharray": "3 2" }, page.say("legend_owner")),
      park: () => disc({ r: 4, class: "sign open" }, page.say("legend_park")),
      newLand: () => disc({ "fill-opacity": 0.6 }, page.say("legend_new_land")),
      reuse: () => disc({ class: "sign open", "stroke-width": 3 }, page.say("legend_reuse")),
      flagged: () => disc({ class: "sign flagged" }, page.say("legend_flagged")),
      unflagged: () => disc({ class: "sign", opacity: 0.5 }, page.say("legend_unflagged")),
      hatched: () => entry(
        [
          svg("rect", {
            x: 3,
            y: 2,
            width: 24,
            height: 12,
            fill: `url(#yz-hatch-${page.data.zones[0].zone_id})`,
            stroke: page.data.zones[0].colour
          })
        ],
        page.say("legend_hatched")
      ),
      half: () => entry(
        [
          svg("path", { d: "M3 2h11L3 13Z", fill: "var(--symbol)" }),
          svg("rect", { x: 3, y: 2, width: 11, height: 11, class: "sign none" })
        ],
        page.say("legend_half")
      ),
      sizes: () => {
        const discs = [1, 5, 20].map((investment) => {
          const r = 4 + 2.2 * Math.sqrt(investment);
          return svg("circle", { cx: 15, cy: 28 - r, r, class: "sign none" });
        });
        return entry(discs, page.say("legend_sizes"), 30);
      },
      swatch: (colour, words) => half(entry([svg("circle", { cx: 15, cy: 8, r: 6, style: `fill:${colour}` })], words)),
      flag: () => m.add(m.make("li"), m.make("span", "flag sample", "⚑"), m.make("span", "", page.say("legend_flag"))),
      /* First of all, so that it stands on paper and in pictures too. */
      narrowed: () => page.narrowed() ? [m.add(m.make("li", "narrowed"), m.make("span", "", page.say("narrowed_to") + page.narrowed()))] : [],
      spread: () => m.add(m.make("li", "note"), m.make("span", "", page.say("legend_spread"))),
      draw: (entries) => {
        const box2 = m.byId("yz-legend");
        const open = box2.open;
        entries = entries.concat(ofState());
        m.empty(box2);
        m.add(box2, m.make("summary", "", page.say("legend")), m.add.apply(null, [m.make("ul")].concat(entries)));
        box2.open = open;
      }
    };
  }

  // src/parts/lists.js
  function makeLists(page) {
    const m = page.markup;
    function keys(kind) {
      return page.data.order[kind] || [];
    }
    function lost(kind) {
      return keys(kind).filter((key) => page.data.subjects[key].unlocated);
    }
    function links(found) {
      return m.list(
        found.map((key) => {
          const subject = page.data.subjects[key];
          return page.link(key, "", subject.note ? page.text(subject.note) : "");
        }),
        "links"
      );
    }
    function parks() {
      const nodes = [];
      ["table", "text", "both"].forEach((place) => {
        const found = keys("park").filter((key) => page.data.subjects[key].listed_in === place);
        if (found.length)
          nodes.push(
            m.make("h3", "", `${page.say(`listed_${place}`)} ${found.length}`),
            m.list(
              found.map((key) => page.link(key, "", zoneName(key))),
              "links"
            )
          );
      });
      return nodes;
    }
    function zoneName(key) {
      const zone = page.data.subjects[`zone:${page.data.subjects[key].zone_id}`];
      return zone ? page.text(zone.name) : "";
    }
    function unlocated() {
      const projects = lost("project");
      const gone = lost("park");
      const nodes = [m.make("p", "meta", page.say("unlocated_note")), links(projects)];
      if (gone.length) nodes.push(m.make("h3", "", `${page.say("unlocated_parks")} ${gone.length}`), links(gone));
      return page.fold("yz-unlocated", `${page.say("unlocated")} ${projects.length}`, nodes);
    }
    return { parks, unlocated };
  }

  // src/parts/panel.js
  function makePanel(page) {
    const m = page.markup;
    const panel = m.byId("yz-panel");
    function fact(one) {
      return m.add(
        m.make("div", `fact${one.kept === false ? " broken" : ""}`),
        m.make("div", "label", page.text(one.label)),
        m.make("div", "value", page.text(one.value)),
        page.clauses.chips(one.sources)
      );
    }
    function cell(content) {
      if (content.key && hasOwn(page.data.subjects, content.key))
        return page.link(content.key, "", page.text(content.text), true);
      return m.make("span", "", page.text(content.text));
    }
    function row(one, columns) {
      const line = m.make("tr");
      one.cells.forEach((content, index) => {
        const part = m.make("td", index ? "" : "first");
        if (columns[index] && index) part.setAttribute("data-column", page.text(columns[index]));
        m.add(part, cell(content));
        if (!index && one.sources.length) m.add(part, page.clauses.chips(one.sources));
        m.add(line, part);
      });
      return line;
    }
    function table(one) {
      var _a;
      const box = m.make("section", "joined");
      const rows = m.make("table");
      if (one.topic) box.dataset.topic = one.topic;
      m.add(box, m.make("h3", "", page.text(one.title)));
      (one.note || []).forEach((note) => {
        m.add(box, fact(note));
      });
      if (one.rows.length) {
        if (one.columns.length) {
          const head2 = m.make("tr");
          one.columns.forEach((column) => {
            const part = m.make("th", "", page.text(column));
            part.scope = "col";
            m.add(head2, part);
          });
          m.add(rows, m.add(m.make("thead"), head2));
        }
        m.add(
          box,
          m.add(rows, m.add.apply(null, [m.make("tbody")].concat(one.rows.map((line) => row(line, one.columns)))))
        );
      } else if (one.empty) m.add(box, page.note(page.text(one.empty)));
      if ((_a = one.below) == null ? void 0 : _a.length) {
        const more = m.make("table");
        m.add(
          box,
          m.make("p", "meta", page.say("identified_in_plan")),
          m.add(more, m.add.apply(null, [m.make("tbody")].concat(one.below.map((line) => row(line, [])))))
        );
      }
      return box;
    }
    function head(subject) {
      const title = m.make("h2", "", page.text(subject.name));
      const close = m.press("close", page.say("close"), () => {
        page.open(null);
      });
      title.tabIndex = -1;
      title.style.borderColor = subject.colour ? page.theme.tint(subject.colour) : "";
      return m.add(m.make("header"), title, close);
    }
    function draw() {
      const key = page.state.opened;
      const subject = key && page.data.subjects[key];
      m.empty(panel);
      panel.hidden = !subject;
      document.body.classList.toggle("panelled", !panel.hidden);
      if (!subject) return;
      panel.setAttribute("aria-label", page.text(subject.name));
      const topics = subject.tables.map((one) => one.topic);
      const facts = subject.facts.filter((one) => !one.topic || topics.indexOf(one.topic) < 0);
      m.add(
        panel,
        head(subject),
        m.make(
          "div",
          "meta",
          page.text(page.data.kinds[subject.kind]) + (subject.note ? ` · ${page.text(subject.note)}` : "")
        )
      );
      if (subject.unlocated) m.add(panel, m.make("p", "empty", page.say("not_drawn")));
      if (subject.kind === "zone" && facts.length) m.add(panel, fact(facts.shift()));
      const found = page.findings.of(key);
      if (found.length) m.add(panel, m.make("h3", "", `${page.say("why_flagged")} ${found.length}`));
      found.forEach((finding) => {
        m.add(panel, page.findings.block(finding, "rule"));
      });
      if (subject.kind === "zone") {
        subject.tables.forEach((one) => {
          m.add(panel, table(one));
        });
        m.add(panel, m.make("h3", "", page.say("also_said")));
        facts.forEach((one) => {
          m.add(panel, fact(one));
        });
      } else {
        if (subject.kind === "industry" && subject.zones.length)
          m.add(panel, page.charts.stamp(subject.zones, subject.zones.length > 1, page.text(subject.name)));
        if (subject.kind !== "industry")
          facts.forEach((one) => {
            m.add(panel, fact(one));
          });
        subject.tables.forEach((one) => {
          m.add(panel, table(one));
        });
        if (subject.kind === "industry")
          facts.forEach((one) => {
            m.add(panel, fact(one));
          });
      }
      panel.scrollTop = 0;
    }
    return { draw };
  }

  // src/parts/search.js
  function makeSearch(page) {
    const MOST = 30;
    const MOST_PARCELS = 10;
    const PAUSE_MS = 150;
    const SHORTENED = /^[\u0080-\uffff]{3,}$/;
    const KINDS = ["zone", "park", "owner", "industry", "project", "cluster", "target", "plan"];
    const m = page.markup;
    const input = m.byId("yz-query");
    const box = m.byId("yz-results");
    let hits = [];
    let active = -1;
    let timer = null;
    let asked = 0;
    function spells(syllables, wanted, from) {
      if (!wanted) return true;
      if (from >= syllables.length) return false;
      for (let length2 = Math.min(syllables[from].length, wanted.length); length2 > 0; length2--) {
        if (syllables[from].slice(0, length2) === wanted.slice(0, length2) && spells(syllables, wanted.slice(length2), from + 1))
          return true;
      }
      return false;
    }
    function folded(text) {
      return text.normalize("NFKC").toLowerCase();
    }
    function shortens(term, wanted) {
      let next = 0;
      for (const letter of term) if (letter === wanted[next]) next += 1;
      return next === wanted.length;
    }
    function fitWhole(subject, wanted, letters) {
      let best = Infinity;
      subject.terms.map(folded).forEach((term, index) => {
        const at = term.indexOf(wanted);
        if (at >= 0) best = Math.min(best, (at ? 2 : 0) + index / 100);
        else if (SHORTENED.test(wanted) && shortens(term, wanted)) best = Math.min(best, 7 + index / 100);
      });
      if (best < Infinity || !/^[a-z0-9]+$/.test(letters)) return best;
      subject.syllables.forEach((spelled, index) => {
        const syllables = spelled.split(" ");
        for (let from = 0; from < syllables.length; from++) {
          if (spells(syllables, letters, from)) {
            best = Math.min(best, (from ? 5 : 4) + index / 100);
            break;
          }
        }
      });
      return best;
    }
    function fit(subject, wanted, letters) {
      const words = wanted.split(/\s+/);
      const best = fitWhole(subject, wanted, letters);
      if (best < Infinity || words.length < 2) return best;
      return 10 + Math.max.apply(
        null,
        words.map((word) => fitWhole(subject, word, word.replace(/'/g, "")))
      );
    }
    function find(text) {
      const wanted = folded(text.trim());
      const letters = wanted.replace(/[\s']/g, "");
      if (!wanted) return [];
      const keys = KINDS.reduce((all, kind) => all.concat(page.data.order[kind] || []), []);
      return keys.map((key, index) => ({ key, fit: fit(page.data.subjects[key], wanted, letters), index })).filter((hit) => hit.fit < Infinity).sort((a, b) => a.fit - b.fit || a.index - b.index);
    }
    function draw() {
      const all = find(input.value);
      const wanted = folded(input.value.trim());
      const parcels = page.views.parcels && wanted ? page.views.parcels : null;
      const turn = ++asked;
      clearTimeout(timer);
      list(all, !parcels);
      if (!parcels) return;
      timer = setTimeout(() => {
        parcels.search(wanted, MOST_PARCELS, () => turn !== asked).then((found) => {
          if (!found || turn !== asked) return;
          const hits2 = found.map((one) => ({
            key: `parcel:${one.id}`,
            parcel: one.id,
            note: one.note,
            begins: one.begins
          }));
          list(
            hits2.filter((hit) => hit.begins).concat(
              all,
              hits2.filter((hit) => !hit.begins)
            ),
            true
          );
        });
      }, PAUSE_MS);
    }
    function list(all, finished) {
      var _a;
      const held = (_a = hits[active]) == null ? void 0 : _a.key;
      hits = all.slice(0, MOST);
      active = -1;
      m.empty(box);
      hits.forEach((hit, index) => {
        const subject = page.data.subjects[hit.key];
        const option = m.press("", hit.parcel || page.text(subject.name), () => {
          choose(index);
        });
        option.id = `yz-hit-${index}`;
        option.tabIndex = -1;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        const kind = page.text(page.data.kinds[hit.parcel ? "parcel" : subject.kind]);
        const note = hit.parcel ? page.text(hit.note) : subject.kind === "project" ? page.text(subject.note) : "";
        m.add(box, m.add(option, m.make("span", "meta", kind + (note ? ` · ${note}` : ""))));
      });
      const none = finished && input.value.trim() && !hits.length;
      box.hidden = !hits.length;
      m.byId("yz-search-status").textContent = none ? page.say("nothing_found") : all.length > MOST ? `${page.say("more_hits")} ${all.length}` : "";
      input.setAttribute("aria-expanded", String(hits.length > 0));
      const again = hits.map((hit) => hit.key).indexOf(held);
      mark(hits.length ? Math.max(0, again) : -1);
    }
    function mark(index) {
      const options = box.children;
      if (options[active]) options[active].setAttribute("aria-selected", "false");
      active = index;
      if (!options[active]) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[active].id);
    }
    function choose(index) {
      const hit = hits[index];
      close();
      if (!hit.parcel) {
        page.open(hit.key);
        return;
      }
      page.views.parcels.find(hit.parcel, () => {
        page.address.go({ view: "parcels" });
        page.open(hit.key);
      });
    }
    function close() {
      asked += 1;
      clearTimeout(timer);
      hits = [];
      m.empty(box);
      box.hidden = true;
      m.byId("yz-search-status").textContent = "";
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    input.addEventListener("input", draw);
    input.addEventListener("focus", () => {
      if (input.value) draw();
    });
    input.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && hits.length) {
        mark((active + step + hits.length) % hits.length);
        event.preventDefault();
      }
      if (event.key === "Enter" && hits[active]) {
        choose(active);
        event.preventDefault();
      }
      if (event.key === "Escape" && !box.hidden) {
        close();
        event.stopPropagation();
      }
    });
    input.addEventListener("blur", (event) => {
      if (!box.contains(event.relatedTarget)) close();
    });
    box.addEventListener("mousedown", (event) => {
      event.preventDefault();
    });
    return { find, close };
  }

  // src/parts/sources.js
  function makeSources(page) {
    const m = page.markup;
    const told = page.data.sources;
    function paragraphs() {
      const counted = `${page.say("unlocated")} ${told.unlocated_projects}${page.lang === "zh" ? "；" : "; "}${page.say("unlocated_parks")} ${told.unlocated_parks}`;
      const licences = told.licences.map(
        (one) => m.make(
          "span",
          "",
          one.title + (one.name && one.title.indexOf(one.name) < 0 ? page.lang === "zh" ? `（${one.name}）` : ` (${one.name})` : "")
        )
      );
      const sources = told.sources.map((one) => m.make("span", "", one.title + (one.path ? ` ${one.path}` : "")));
      return [
        m.make("p", "", page.say("method_text") + page.ifSchematic("method_schematic")),
        m.make("p", "", counted),
        m.make("h3", "", page.say("sources")),
        m.list(sources),
        m.make("h3", "", page.say("licences")),
        m.list(licences),
        m.make("p", "meta", `${page.say("plan_version") + told.plan_version} · yzgeo ${told.yzgeo}`)
      ];
    }
    function draw() {
      const box = m.byId("yz-sources");
      const open = box.open;
      m.empty(box);
      m.add(box, m.make("summary", "", page.say("method")));
      paragraphs().forEach((node) => {
        m.add(box, node);
      });
      box.open = open;
    }
    return { draw };
  }

  // src/parts/tools.js
  function makeTools(page) {
    const m = page.markup;
    const box = m.byId("yz-tools");
    function tool(name, words, act, pressed) {
      const button = m.press("tool", words, act);
      button.dataset.tool = name;
      if (pressed !== void 0) button.setAttribute("aria-pressed", String(pressed));
      return button;
    }
    function measure(kind) {
      return tool(
        `measure-${kind}`,
        page.say(`measure_${kind}`),
        () => {
          page.measure.start(kind);
          draw();
        },
        page.measure.mode() === kind
      );
    }
    function full() {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen();
    }
    function take() {
      const dialog = m.byId("yz-dialog");
      function choice(name, act) {
        return m.press("primary", page.say(name), () => {
          dialog.close();
          act();
        });
      }
      m.empty(dialog);
      dialog.setAttribute("aria-label", page.say("download"));
      m.add(
        dialog,
        m.make("h2", "", page.say("download")),
        m.make("p", "", page.say("selection") + page.download.told()),
        m.make("p", "meta", page.say("download_note")),
        page.download.lacking() ? m.make("p", "empty", page.download.lacking()) : null,
        m.add(
          m.make("div", "buttons"),
          choice("download_geojson", page.download.saveGeojson),
          choice("download_csv", page.download.saveCsv),
          m.press("", page.say("cancel"), () => {
            dialog.close();
          })
        )
      );
      dialog.showModal();
    }
    function draw() {
      var _a;
      const focused = ((_a = document.activeElement) == null ? void 0 : _a.dataset) ? document.activeElement.dataset.tool : null;
      m.empty(box);
      box.setAttribute("aria-label", page.say("tools"));
      m.add(
        box,
        measure("length"),
        measure("area"),
        tool("print", page.say("print"), page.print.ask),
        tool("picture", page.say("picture"), page.picture.save),
        tool("download", page.say("download"), take),
        document.fullscreenEnabled ? tool("full", page.say("full_screen"), full) : null,
        tool("theme", page.theme.label(), () => {
          page.theme.next();
          draw();
          page.redrawView();
          page.panel.draw();
        })
      );
      if (focused) {
        const again = box.querySelector(`[data-tool="${focused}"]`);
        if (again) again.focus();
      }
    }
    return { draw };
  }

  // src/state/following.js
  function makeAddress(page) {
    let followed = null;
    let told = false;
    function read() {
      const asked = location.hash;
      const wanted = { view: "overview", rule: null, opened: null, chosen: null, unknown: "" };
      location.hash.slice(1).split("&").forEach((part) => {
        const cut = part.indexOf("=");
        const name = part.slice(0, cut);
        const value = decoded(part.slice(cut + 1));
        if (cut < 0) return;
        if (name === "view" && hasOwn(page.views, value)) wanted.view = value;
        else if (name === "rule" && page.findings.rule(value)) wanted.rule = value;
        else if (name === "class" && page.views.projects.has(value)) wanted.chosen = value;
        else if (name === "parcel" && page.views.parcels && !hasOwn(page.data.subjects, `parcel:${value}`))
          page.views.parcels.find(value, again, () => {
            if (asked === location.hash) unknown(name, value);
          });
        else if (hasOwn(page.data.subjects, `${name}:${value}`)) wanted.opened = `${name}:${value}`;
        else if (/^(view|rule|class|parcel)$/.test(name) || hasOwn(page.data.kinds, name))
          wanted.unknown = [name, value];
      });
      if (wanted.rule) wanted.view = "findings";
      else if (wanted.chosen !== null) wanted.view = "projects";
      return wanted;
    }
    function decoded(text) {
      try {
        return decodeURIComponent(text);
      } catch (_error) {
        return text;
      }
    }
    function unknown(name, value) {
      const kind = hasOwn(page.data.kinds, name) ? page.text(page.data.kinds[name]) : page.say({ parcel: "view_parcels", view: "views", rule: "rule", class: "class_named" }[name]);
      told = true;
      page.notice(`${page.say("unknown_address") + kind} ${value.length > 60 ? `${value.slice(0, 60)}…` : value}`);
    }
    function written(state) {
      const parts = [];
      const cut = state.opened ? state.opened.indexOf(":") : 0;
      if (state.rule) parts.push(`rule=${encodeURIComponent(state.rule)}`);
      else if (state.view !== "overview") parts.push(`view=${state.view}`);
      if (state.chosen !== null) parts.push(`class=${encodeURIComponent(state.chosen)}`);
      if (state.opened) parts.push(`${state.opened.slice(0, cut)}=${encodeURIComponent(state.opened.slice(cut + 1))}`);
      return `#${parts.join("&")}`;
    }
    function go(change) {
      const state = Object.assign({}, page.state, change);
      if (state.view !== "findings") state.rule = null;
      if (state.view !== "projects") state.chosen = null;
      const address = written(state);
      if (location.hash !== address && !(address === "#" && !location.hash)) location.hash = address;
      follow();
    }
    function follow() {
      if (followed === location.hash) return;
      followed = location.hash;
      const wanted = read();
      const missing = wanted.unknown;
      delete wanted.unknown;
      page.show(wanted);
      if (missing) unknown(missing[0], missing[1]);
      else if (told) page.notice("");
      told = Boolean(missing);
    }
    function again() {
      followed = null;
      follow();
    }
    window.addEventListener("hashchange", follow);
    return { go, follow };
  }

  // src/take/download.js
  function makeDownload(page) {
    const LAYERS = {
      zone: "zones",
      park: "parks",
      project: "projects",
      target: "targets",
      cluster: "clusters",
      industry: "industries",
      plan: "plans",
      parcel: "parcels"
    };
    function inZone(key) {
      return ["park", "project"].reduce(
        (keys, kind) => keys.concat((page.data.order[kind] || []).filter((one) => `zone:${page.data.subjects[one].zone_id}` === key)),
        [key]
      );
    }
    function all(kinds) {
      return kinds.reduce((keys, kind) => keys.concat(page.data.order[kind] || []), []);
    }
    function view() {
      return page.views[page.state.view];
    }
    function selection() {
      const key = page.state.opened;
      const subject = page.data.subjects[key];
      if (!subject)
        return view().keys ? view().keys() : all({ industries: ["zone"], parcels: ["zone"] }[page.state.view] || ["zone", "park", "project"]);
      if (subject.kind === "zone") return inZone(key);
      if (subject.kind === "owner") return subject.projects;
      if (subject.kind === "industry") return [key].concat(subject.zones.map((zoneId) => `zone:${zoneId}`));
      return [key];
    }
    function told() {
      const subject = page.data.subjects[page.state.opened];
      const chosen = view().chosen ? view().chosen() : "";
      return subject ? page.text(subject.name) : chosen || page.say("selection_all");
    }
    function lacking() {
      return page.state.view === "parcels" && !page.data.subjects[page.state.opened] ? page.say("download_no_parcels") : "";
    }
    function properties(key) {
      const subject = page.data.subjects[key];
      return subject.attributes || page.data.downloads.rows[key] || {};
    }
    function geometry(key) {
      const shape = page.map.drawn[key];
      return shape ? shape.feature.geometry : page.data.subjects[key].geometry || null;
    }
    function place(shape) {
      if (!shape) return ["", ""];
      if (shape.type === "Point") return shape.coordinates.slice(0, 2);
      const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
      let widest = [0, "", ""];
      parts.forEach((rings) => {
        const heights = rings[0].map((at) => at[1]).sort((a, b) => a - b);
        let middle = Math.floor(heights.length / 2);
        let y;
        const crossed = [];
        while (middle < heights.length - 1 && heights[middle] === heights[0]) middle += 1;
        y = (heights[middle] + heights.filter((one) => one < heights[middle]).pop()) / 2;
        rings.forEach((ring) => {
          for (let i = 1; i < ring.length; i++) {
            const a = ring[i - 1];
            const b = ring[i];
            if (a[1] > y !== b[1] > y) crossed.push(a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]));
          }
        });
        crossed.sort((a, b) => a - b);
        for (let i = 0; i + 1 < crossed.length; i += 2)
          if (crossed[i + 1] - crossed[i] > widest[0])
            widest = [crossed[i + 1] - crossed[i], (crossed[i] + crossed[i + 1]) / 2, y];
      });
      return widest.slice(1);
    }
    function degrees(value) {
      return value === "" ? "" : Math.round(value * 1e6) / 1e6;
    }
    function geojson() {
      const features = selection().map(
        (key) => JSON.stringify({
          type: "Feature",
          properties: Object.assign({ layer: LAYERS[page.data.subjects[key].kind] }, properties(key)),
          geometry: geometry(key)
        })
      );
      return `{"type": "FeatureCollection", "features": [
${features.join(",\n")}
]}
`;
    }
    function worded(value) {
      const words = page.data.downloads.words;
      if (value && typeof value === "object" && !Array.isArray(value))
        return Object.keys(value).map((name2) => `${worded(name2)} ${value[name2]}`).join(page.lang === "zh" ? "；" : "; ");
      if (typeof value === "boolean") value = String(value);
      return typeof value === "string" && hasOwn(words, value) ? page.text(words[value]) : value;
    }
    function cell(value) {
      let text = value === null || value === void 0 ? "" : Array.isArray(value) ? value.join("、") : String(value);
      if (typeof value !== "number" && new RegExp(page.data.downloads.formula).test(text)) text = `'${text}`;
      return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    }
    function csv() {
      const keys = selection();
      const columns = page.data.downloads.order.filter((name2) => keys.some((key) => hasOwn(properties(key), name2)));
      const names = page.data.downloads.columns;
      const heads = [page.say("layer")].concat(
        columns.map((name2) => names[name2] ? page.text(names[name2]) : name2),
        [page.say("longitude"), page.say("latitude")]
      );
      const lines = [heads.map(cell)].concat(
        keys.map((key) => {
          const row = properties(key);
          return [page.text(page.data.kinds[page.data.subjects[key].kind])].concat(
            columns.map((name2) => worded(row[name2])),
            place(geometry(key)).map(degrees)
          ).map(cell);
        })
      );
      return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r
`;
    }
    function save(content, type, ending) {
      page.save(new Blob([content], { type }), name() + ending);
    }
    function name() {
      return `yzgeo-${(page.state.opened || page.state.view).replace(/[^A-Za-z0-9\u4e00-\u9fff]+/g, "-").slice(0, 60)}`;
    }
    return {
      geojson,
      csv,
      name,
      told,
      lacking,
      saveGeojson: () => {
        save(geojson(), "application/geo+json", ".geojson");
      },
      saveCsv: () => {
        save(csv(), "text/csv;charset=utf-8", ".csv");
      }
    };
  }

  // src/take/picture.js
  function makePicture(page) {
    const SCALE = 2;
    const MARGIN = 24;
    const NAME_PX = 114;
    const LINE_PX = 192;
    const m = page.markup;
    const map = page.leaflet;
    const COPIED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity"];
    function picture(svg, width, height) {
      const copy = svg.cloneNode(true);
      const from = svg.querySelectorAll("path, rect, circle, line");
      const to = copy.querySelectorAll("path, rect, circle, line");
      for (let i = 0; i < from.length; i++) {
        if (from[i].closest("pattern")) continue;
        const style = getComputedStyle(from[i]);
        COPIED.forEach((name) => {
          to[i].style.setProperty(name, style.getPropertyValue(name));
        });
      }
      copy.setAttribute("xmlns", m.SVG);
      copy.setAttribute("width", width);
      copy.setAttribute("height", height);
      copy.removeAttribute("style");
      return new Promise((done, failed) => {
        const image = new Image();
        image.onload = () => {
          done(image);
        };
        image.onerror = failed;
        image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
      });
    }
    function drawings() {
      const panes = Array.prototype.slice.call(map.getContainer().querySelectorAll(".leaflet-map-pane > .leaflet-pane"));
      function height(pane) {
        return +getComputedStyle(pane).zIndex || 0;
      }
      return panes.sort((a, b) => height(a) - height(b)).reduce(
        (nodes, pane) => nodes.concat(Array.prototype.slice.call(pane.querySelectorAll("canvas, :scope > svg"))),
        []
      );
    }
    function wrapped(pen, text, width) {
      const lines = [""];
      function full(more) {
        return pen.measureText(lines[lines.length - 1] + more).width > width;
      }
      (text.match(/[!-~]+\s*|[^!-~]/g) || []).forEach((word) => {
        if (lines[lines.length - 1] && full(word.trim())) lines.push("");
        word.split("").forEach((letter) => {
          if (full(letter) && letter !== " ") lines.push("");
          lines[lines.length - 1] += letter;
        });
      });
      return lines;
    }
    function font(size, bold) {
      return `${(bold ? "600 " : "") + size}px ${getComputedStyle(document.body).fontFamily}`;
    }
    function draw() {
      const size = map.getSize();
      const frame = map.getContainer().getBoundingClientRect();
      const legendWidth = 230;
      const top = 64;
      const bottom = 40;
      const canvas = m.make("canvas");
      const pen = canvas.getContext("2d");
      const ink = page.theme.variable("--ink");
      const quiet = page.theme.variable("--quiet");
      canvas.width = (size.x + legendWidth + 3 * MARGIN) * SCALE;
      canvas.height = (Math.max(size.y, 420) + top + bottom) * SCALE;
      pen.scale(SCALE, SCALE);
      pen.fillStyle = page.theme.variable("--paper");
      pen.fillRect(0, 0, canvas.width, canvas.height);
      text(page.text(page.data.title), MARGIN, 32, 20, true);
      text(`${page.viewName()} · ${page.text(page.data.subtitle)}`, MARGIN, 52, 12, false, quiet);
      function text(words, x, y, size2, bold, colour) {
        pen.font = font(size2, bold);
        pen.fillStyle = colour || ink;
        pen.fillText(words, x, y);
      }
      pen.save();
      pen.beginPath();
      pen.rect(MARGIN, top, size.x, size.y);
      pen.clip();
      pen.translate(MARGIN - frame.left, top - frame.top);
      return drawings().reduce(
        (chain, node) => chain.then(() => {
          const place = node.getBoundingClientRect();
          if (node.tagName === "CANVAS") {
            pen.drawImage(node, place.left, place.top, place.width, place.height);
            return null;
          }
          return picture(node, place.width, place.height).then((image) => {
            pen.drawImage(image, place.left, place.top, place.width, place.height);
          });
        }),
        Promise.resolve()
      ).then(() => {
        map.getContainer().querySelectorAll(".zone-label, .place-label").forEach(label);
        pen.restore();
        pen.strokeStyle = page.theme.variable("--line");
        pen.strokeRect(MARGIN, top, size.x, size.y);
        scaleBar(MARGIN + 12, top + size.y - 14);
        north2(MARGIN + size.x - 26, top + 14);
        return legend(MARGIN * 2 + size.x, top + 12);
      }).then(() => {
        const told = page.data.sources;
        const tiles = page.basemaps.chosen() ? ` · ${page.say("no_tiles_in_picture")}` : "";
        text(
          `${page.say("places_from") + page.ifSchematic("places_schematic")} · ${page.say("plan_version")}${told.plan_version} · yzgeo ${told.yzgeo}${tiles}`,
          MARGIN,
          canvas.height / SCALE - 14,
          11,
          false,
          quiet
        );
        return canvas;
      });
      function shortened(words, width) {
        const lines = wrapped(pen, words, width);
        return lines.length > 2 ? [lines[0], `${lines[1]}…`] : lines;
      }
      function label(node) {
        if (node.style.visibility === "hidden" || getComputedStyle(node).display === "none") return;
        const box = node.getBoundingClientRect();
        const zone = node.classList.contains("zone-label");
        const x = box.left + box.width / 2;
        let y = box.top + 12;
        pen.textAlign = "center";
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        for (let index = 0; walker.nextNode(); index++) {
          const hidden = getComputedStyle(walker.currentNode.parentNode).display === "none";
          if (hidden) continue;
          pen.font = font(zone ? 12 : 11, zone && !index);
          pen.lineWidth = 3;
          pen.strokeStyle = page.theme.variable("--sheet");
          pen.fillStyle = zone ? ink : quiet;
          shortened(
            walker.currentNode.data,
            walker.currentNode.parentNode.className === "name" ? NAME_PX : LINE_PX
          ).forEach((line) => {
            pen.strokeText(line, x, y);
            pen.fillText(line, x, y);
            y += 15;
          });
        }
        pen.textAlign = "left";
      }
      function scaleBar(x, y) {
        const bar = map.getContainer().querySelector(".leaflet-control-scale-line");
        if (!bar) return;
        pen.strokeStyle = ink;
        pen.lineWidth = 1.5;
        pen.beginPath();
        pen.moveTo(x, y - 6);
        pen.lineTo(x, y);
        pen.lineTo(x + bar.offsetWidth, y);
        pen.lineTo(x + bar.offsetWidth, y - 6);
        pen.stroke();
        text(bar.textContent, x + 4, y - 5, 11, false);
      }
      function north2(x, y) {
        pen.fillStyle = quiet;
        pen.beginPath();
        pen.moveTo(x + 8, y);
        pen.lineTo(x + 14, y + 21);
        pen.lineTo(x + 8, y + 16);
        pen.lineTo(x + 2, y + 21);
        pen.fill();
        text(page.say("north"), x + 2, y + 36, 12, false, quiet);
      }
      function legend(x, y) {
        const entries = Array.prototype.slice.call(m.byId("yz-legend").querySelectorAll("li")).filter((entry) => !entry.querySelector("li"));
        text(page.say("legend"), x, y, 13, true);
        y += 14;
        return entries.reduce(
          (chain, entry) => chain.then(() => {
            const icon = entry.querySelector("svg");
            const sample = entry.querySelector(".sample");
            const swatch = entry.querySelector(".swatch");
            const words = entry.lastChild.textContent;
            const at = y;
            const height = icon ? +icon.getAttribute("height") : 16;
            pen.font = font(12, false);
            const lines = wrapped(pen, words, legendWidth - 40);
            lines.forEach((line, index) => {
              text(line, x + 38, at + 13 + 16 * index, 12, false);
            });
            y += Math.max(16 * lines.length, height) + 6;
            if (sample) text(sample.textContent, x + 8, at + 13, 13, false, page.theme.flag());
            if (swatch) {
              pen.fillStyle = swatch.style.background;
              pen.fillRect(x + 9, at + 3, 12, 12);
            }
            if (!icon || icon.innerHTML.indexOf("url(#") >= 0) return hatch(icon, x, at);
            return picture(icon, 30, height).then((image) => {
              pen.drawImage(image, x, at);
            });
          }),
          Promise.resolve()
        );
      }
      function hatch(icon, x, y) {
        if (!icon) return;
        pen.save();
        pen.strokeStyle = page.data.zones[0].colour;
        pen.strokeRect(x + 3, y + 2, 24, 12);
        pen.beginPath();
        pen.rect(x + 3, y + 2, 24, 12);
        pen.clip();
        for (let i = -12; i < 30; i += 6) {
          pen.beginPath();
          pen.moveTo(x + i, y + 16);
          pen.lineTo(x + i + 16, y);
          pen.lineWidth = 2;
          pen.stroke();
        }
        pen.restore();
      }
    }
    function save() {
      return draw().then(
        (canvas) => new Promise((done) => {
          canvas.toBlob((blob) => {
            page.save(blob, `${page.download.name()}.png`);
            done();
          }, "image/png");
        })
      );
    }
    return { draw, save };
  }

  // src/take/print.js
  function makePrint(page) {
    const m = page.markup;
    const map = page.leaflet;
    let rule = null;
    let before = null;
    function imprint() {
      const box = m.byId("yz-imprint");
      const told = page.data.sources;
      const now = /* @__PURE__ */ new Date();
      const date = `${now.getFullYear()}-${`0${now.getMonth() + 1}`.slice(-2)}-${`0${now.getDate()}`.slice(-2)}`;
      const edition = (page.lang === "zh" ? "（" : " (") + told.plan_version + (page.lang === "zh" ? "）" : ")");
      const parts = [
        page.viewName(),
        page.say("printed_from") + page.text(page.data.title) + edition,
        page.say("places_from") + page.ifSchematic("places_schematic"),
        `${page.say("unlocated")} ${told.unlocated_projects}`,
        page.say("printed_on") + date,
        `yzgeo ${told.yzgeo}`
      ];
      m.empty(box);
      parts.forEach((part) => {
        m.add(box, m.make("span", "", part));
      });
    }
    function prepare(paper) {
      if (before) return;
      before = { bounds: map.getBounds(), whole: page.map.isWhole(), legend: m.byId("yz-legend").open, folded: folded() };
      before.folded.forEach((id) => {
        m.byId(id).open = true;
      });
      rule = m.make("style", "", `@page { size: ${paper} landscape; margin: 10mm; }`);
      document.head.appendChild(rule);
      document.body.classList.add("printing");
      document.body.dataset.paper = paper;
      m.byId("yz-legend").open = true;
      page.redrawView();
      imprint();
      fit();
    }
    function folded() {
      return Array.prototype.slice.call(m.byId("yz-view").querySelectorAll("#yz-unlocated, #yz-parks")).filter((part) => part.open === false).map((part) => part.id);
    }
    function fit() {
      map.invalidateSize({ pan: false, animate: false });
      if (before && !before.whole) map.fitBounds(before.bounds, { animate: false });
      else page.map.home();
      page.map.refresh();
      if (page.views.parcels) page.views.parcels.finish();
    }
    function restore() {
      if (!before) return;
      const was = before;
      document.body.classList.remove("printing");
      delete document.body.dataset.paper;
      document.head.removeChild(rule);
      m.byId("yz-legend").open = was.legend;
      was.folded.forEach((id) => {
        m.byId(id).open = false;
      });
      map.invalidateSize({ pan: false, animate: false });
      if (was.whole) page.map.home();
      else map.fitBounds(was.bounds, { animate: false });
      before = null;
      page.redrawView();
    }
    function ask() {
      const dialog = m.byId("yz-dialog");
      const form = m.make("form");
      const go = m.make("button", "primary", page.say("print"));
      const select = m.make("select");
      m.empty(dialog);
      ["A4", "A3"].forEach((paper) => {
        const option = m.make("option", "", `${paper} ${page.say("landscape")}`);
        option.value = paper;
        m.add(select, option);
      });
      go.type = "submit";
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        dialog.close();
        prepare(select.value);
        (page.views.parcels ? page.views.parcels.settled() : Promise.resolve()).then(() => {
          window.print();
        });
      });
      m.add(
        form,
        m.make("h2", "", page.say("print")),
        m.add(m.make("label", "", `${page.say("paper")} `), select),
        m.make("p", "meta", page.say("print_note"))
      );
      m.add(
        dialog,
        m.add(
          form,
          m.add(
            m.make("div", "buttons"),
            go,
            m.press("", page.say("cancel"), () => {
              dialog.close();
            })
          )
        )
      );
      dialog.setAttribute("aria-label", page.say("print"));
      dialog.showModal();
    }
    window.addEventListener("beforeprint", () => {
      prepare("A4");
    });
    window.addEventListener("afterprint", restore);
    return { printing: () => Boolean(before), ask, prepare, restore };
  }

  // src/theme.js
  function makeTheme(page) {
    const MODES = ["auto", "light", "dark"];
    const KEPT = "yzgeo-theme";
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    let mode = kept();
    function kept() {
      try {
        return MODES.indexOf(localStorage.getItem(KEPT)) >= 0 ? localStorage.getItem(KEPT) : "auto";
      } catch (_error) {
        return "auto";
      }
    }
    function keep() {
      try {
        localStorage.setItem(KEPT, mode);
      } catch (_error) {
      }
    }
    function apply() {
      document.documentElement.dataset.theme = mode === "auto" ? system.matches ? "dark" : "light" : mode;
    }
    function dark() {
      return document.documentElement.dataset.theme === "dark" && !document.body.classList.contains("printing");
    }
    function tint(colour) {
      return dark() && page.data.on_dark[colour] || colour;
    }
    function variable(name) {
      return getComputedStyle(document.body).getPropertyValue(name).trim();
    }
    function follow() {
      if (mode === "auto") {
        apply();
        page.redrawView();
        page.panel.draw();
      }
    }
    if (system.addEventListener) system.addEventListener("change", follow);
    else system.addListener(follow);
    apply();
    return {
      quiet: () => variable("--symbol"),
      flag: () => variable("--flag"),
      variable,
      tint,
      label: () => page.say(`theme_${mode}`),
      next: () => {
        mode = MODES[(MODES.indexOf(mode) + 1) % MODES.length];
        keep();
        apply();
      }
    };
  }

  // src/views/findings.js
  function makeViewFindings(page) {
    const m = page.markup;
    function grouped2() {
      return page.data.rules.map((rule) => ({
        rule,
        findings: page.data.findings.filter((finding) => finding.rule === rule.rule)
      }));
    }
    function counts(key) {
      const found = page.findings.of(key).filter(page.findings.grave);
      return page.state.rule ? found.filter((finding) => finding.rule === page.state.rule).length : found.length;
    }
    function group(one) {
      const rule = one.rule;
      const open = page.state.rule === rule.rule || page.print.printing() && page.state.view === "findings";
      const box = m.make("div", `rule${open ? " open" : ""}`);
      const button = m.press("rule-row", void 0, () => {
        page.address.go({ rule: open ? null : rule.rule, view: "findings" });
      });
      button.setAttribute("aria-expanded", String(open));
      button.dataset.rule = rule.rule;
      const grave = one.findings.some(page.findings.grave);
      m.add(
        button,
        m.make("span", "grow", page.text(rule.title)),
        m.make(
          "span",
          grave ? "flag" : "meta",
          rule.count ? (grave ? "⚑ " : "") + page.numbers.grouped(rule.count) : page.text(page.data.statuses[rule.status])
        )
      );
      m.add(box, button);
      if (open) {
        m.add(box, page.clauses.chips(rule.clauses));
        if (page.text(rule.reason)) m.add(box, m.make("p", "meta", page.text(rule.reason)));
        one.findings.forEach((finding) => {
          m.add(box, page.findings.block(finding, "subject"));
        });
        if (rule.listed && rule.count)
          m.add(
            box,
            m.make("p", "meta", page.say("unlocated_note")),
            m.press("details", `${page.say("unlocated")} ${rule.count}`, listed)
          );
        if (rule.untold && !rule.listed)
          m.add(box, m.make("p", "empty", page.say("untold") + page.numbers.grouped(rule.untold)));
      }
      return box;
    }
    function listed() {
      page.address.go({ view: "projects", rule: null });
      const list = m.byId("yz-unlocated");
      list.scrollIntoView();
      list.querySelector("button").focus({ preventScroll: true });
    }
    function total() {
      return page.data.rules.reduce((sum, rule) => sum + rule.count, 0);
    }
    function severities() {
      const line = m.make("p", "meta counts");
      ["error", "warning", "info"].forEach((name) => {
        const count = page.data.severity_counts[name];
        if (count)
          m.add(
            line,
            m.make("span", `severity ${name}`, `${page.text(page.data.severities[name])} ${page.numbers.grouped(count)}`)
          );
      });
      return line;
    }
    function all() {
      const box = m.make("div");
      const found = grouped2().filter((one) => one.rule.count);
      const other = grouped2().filter((one) => !one.rule.count);
      m.add(box, found.length ? severities() : m.make("p", "empty", page.say("findings_none")));
      found.forEach((one) => {
        m.add(box, group(one));
      });
      if (other.length) m.add(box, m.make("h2", "", page.say("rules_other")));
      other.forEach((one) => {
        m.add(box, group(one));
      });
      return box;
    }
    return {
      title: "view_findings",
      all,
      total,
      narrowed: () => page.state.rule ? page.text(page.findings.rule(page.state.rule).title) : "",
      list: () => {
      },
      legend: () => page.legend.narrowed().concat(
        [page.legend.flag(), page.legend.flagged(), page.legend.unflagged(), page.legend.owner()],
        page.legend.outlines()
      ),
      layers: { zones: true, parks: false, projects: true, places: false },
      style: (key, subject, base) => {
        const flagged = counts(key) > 0;
        if (subject.kind === "zone")
          return flagged ? { color: page.theme.flag(), fillColor: page.theme.flag(), fillOpacity: 0.14 } : { color: page.theme.quiet(), fillOpacity: 0 };
        return flagged ? { color: page.theme.flag(), fillColor: page.theme.flag(), fillOpacity: base.fillOpacity } : { color: page.theme.quiet(), fillColor: page.theme.quiet(), fillOpacity: 0.1, opacity: 0.5 };
      },
      label: (zone) => {
        const count = counts(zone.key);
        return count ? `⚑ ${count}` : "";
      }
    };
  }

  // src/views/industries.js
  function makeViewIndustries(page) {
    const m = page.markup;
    function picked() {
      const subject = page.data.subjects[page.state.opened];
      return (subject == null ? void 0 : subject.zones) ? subject.zones : null;
    }
    function zoneIds(industry) {
      return industry.zones.map((zone2) => zone2.zone_id);
    }
    function stampButton(industry) {
      const name = page.text(page.data.subjects[industry.key].name);
      const count = industry.zones.length;
      const where = zoneIds(industry);
      const button = m.press("stamp-button", void 0, () => {
        page.open(industry.key);
      });
      button.dataset.key = industry.key;
      m.add(button, page.charts.stamp(where, count > 1, ""), m.make("span", "name", name));
      m.add(
        button,
        m.make("span", "meta", count > 1 ? `${count} ${page.say("zones_lead")}` : page.text(zone(where[0]).shortest))
      );
      return button;
    }
    function zone(zoneId) {
      return page.data.zones.filter((one) => one.zone_id === zoneId)[0];
    }
    return {
      title: "view_industries",
      list: (box) => {
        const shared = page.data.industries.filter((industry) => industry.zones.length > 1);
        const single = page.data.industries.filter((industry) => industry.zones.length === 1);
        m.add(
          box,
          m.make("h2", "", `${page.say("industries_shared")} ${shared.length}`),
          m.add.apply(null, [m.make("div", "stamps")].concat(shared.map(stampButton)))
        );
        m.add(
          box,
          m.make("h2", "", `${page.say("industries_single")} ${single.length}`),
          m.add.apply(null, [m.make("div", "stamps")].concat(single.map(stampButton)))
        );
        m.add(
          box,
          m.make("h2", "", page.say("matrix")),
          page.charts.matrix(page.data.industries),
          m.make("p", "meta", page.say("matrix_note"))
        );
        const others = (page.data.order.industry || []).filter((key) => !page.data.subjects[key].zones.length);
        m.add(
          box,
          page.fold("yz-other-industries", `${page.say("industries_prose")} ${others.length}`, [
            m.list(
              others.map((key) => page.link(key)),
              "links"
            )
          ])
        );
      },
      legend: () => page.legend.outlines().concat([page.legend.hatched(), page.legend.half()]),
      layers: { zones: true, parks: false, projects: false, places: false },
      style: (key, subject) => {
        if (subject.kind !== "zone") return null;
        const leads = picked();
        const id = key.slice(5);
        if (!leads) return { fillOpacity: 0.4 };
        if (leads.indexOf(id) < 0) return { fillOpacity: 0, opacity: 0.35 };
        return leads.length > 1 ? { fillColor: `url(#yz-hatch-${id})`, fillOpacity: 1 } : { fillOpacity: 0.6 };
      },
      label: (zone2) => picked() ? "" : page.text(zone2.leading).split(page.lang === "zh" ? "、" : ", ")
    };
  }

  // src/views/land.js
  function makeViewLand(page) {
    const m = page.markup;
    const land = page.data.land;
    function zoneOf(row) {
      return page.data.zones.filter((zone) => zone.zone_id === row.zone_id)[0];
    }
    function line(name, figure, chart, open) {
      const row = open ? m.press("class-row", void 0, open) : m.make("div", "class-row");
      return m.add(
        row,
        m.add(m.make("span", "name"), m.make("span", "grow", name), m.make("span", "figure", figure)),
        chart
      );
    }
    function bars(box, column, print, extra) {
      const most = Math.max.apply(
        null,
        land.zones.map((row) => row[column]).concat(
          extra.map((one) => one.value),
          [1e-9]
        )
      );
      land.zones.forEach((row) => {
        const zone = zoneOf(row);
        m.add(
          box,
          line(
            page.text(page.data.subjects[zone.key].name),
            print(row[column]),
            page.charts.bar([{ value: row[column], colour: zone.colour }], most, ""),
            () => {
              page.open(zone.key);
            }
          )
        );
      });
      extra.forEach((one) => {
        m.add(
          box,
          line(one.name, print(one.value), page.charts.bar([{ value: one.value, colour: "var(--symbol)" }], most, ""))
        );
      });
    }
    function byZone(box) {
      const most = Math.max.apply(null, land.by_zone.map((row) => row.recovered_mu + row.under_way_mu).concat([1e-9]));
      land.by_zone.forEach((row) => {
        const zone = zoneOf(row);
        const colour = zone ? zone.colour : "var(--symbol)";
        const parts = [
          { value: row.recovered_mu, colour },
          { value: row.under_way_mu, colour, pale: true }
        ];
        m.add(
          box,
          line(
            zone ? page.text(page.data.subjects[zone.key].name) : page.say("outside_zones"),
            page.numbers.mu(row.recovered_mu),
            page.charts.bar(parts, most, ""),
            zone ? () => {
              page.open(zone.key);
            } : null
          )
        );
      });
    }
    function recovery(box) {
      const given = land.recovered_mu !== null;
      const target = land.target_mu;
      m.add(box, m.make("h2", "", page.say("recovery")));
      if (target !== null)
        m.add(
          box,
          line(
            page.say("target"),
            page.numbers.mu(target),
            page.charts.bar([{ value: target, colour: "var(--ink)" }], target, ""),
            () => {
              page.open(land.target_key);
            }
          )
        );
      if (page.invented()) m.add(box, m.make("p", "empty", page.invented()));
      if (given) {
        const colour = page.theme.tint(land.colour);
        const parts = [
          { value: land.recovered_mu, colour },
          { value: land.under_way_mu || 0, colour, pale: true }
        ];
        const most = Math.max(target || 0, land.recovered_mu + (land.under_way_mu || 0), 1e-9);
        const share = target ? ` · ${page.numbers.percent(land.recovered_mu / target)}` : "";
        m.add(
          box,
          line(
            page.say("recovered"),
            page.numbers.mu(land.recovered_mu) + share,
            page.charts.bar(parts, most, page.say("recovered"), target || void 0)
          )
        );
        m.add(
          box,
          m.make(
            "p",
            "meta",
            `${page.say("under_way")} ${page.numbers.mu(land.under_way_mu || 0)} · ${page.say("identified")} ${page.numbers.mu(land.identified_mu || 0)}${land.as_of ? ` · ${page.say("as_of")} ${land.as_of}` : ""}`
          ),
          m.make("p", "meta", page.say(target ? "bars_target" : "bars"))
        );
        byZone(box);
      } else m.add(box, page.note(page.say("no_ledger")));
      m.add(
        box,
        line(
          page.say("identified_in_plan"),
          page.numbers.mu(land.identified_in_plan_mu),
          page.charts.bar(
            [{ value: land.identified_in_plan_mu, colour: "var(--symbol)" }],
            target || land.identified_in_plan_mu,
            ""
          )
        )
      );
      m.add(
        box,
        m.list(
          land.identified_keys.map((key) => page.link(key)),
          "links"
        )
      );
      if (land.silent_keys.length)
        m.add(
          box,
          m.make("p", "meta", page.say("identified_silent")),
          m.list(
            land.silent_keys.map((key) => page.link(key)),
            "links"
          )
        );
    }
    function project(key) {
      return page.data.projects.filter((one) => one.key === key)[0];
    }
    return {
      title: "view_land",
      list: (box) => {
        recovery(box);
        m.add(box, m.make("h2", "", page.say("usable")));
        bars(box, "usable_km2", page.numbers.km2, []);
        m.add(box, m.make("h2", "", `${page.say("new_land")} ${page.numbers.mu(land.new_land_mu)}`));
        bars(
          box,
          "new_land_mu",
          page.numbers.mu,
          [{ name: page.say("unlocated"), value: land.new_land_unlocated_mu }].concat(
            land.new_land_outside_mu ? [{ name: page.say("outside_zones"), value: land.new_land_outside_mu }] : []
          )
        );
        m.add(box, m.make("p", "meta", page.say("new_land_note")));
      },
      legend: () => [page.legend.newLand(), page.legend.reuse(), page.legend.owner()].concat(page.legend.outlines(), [
        page.legend.spread()
      ]),
      layers: { zones: true, parks: false, projects: true, places: false },
      style: (key, subject) => {
        if (subject.kind === "zone") return { fillOpacity: 0.3 };
        if (subject.kind !== "project") return null;
        const one = project(key);
        if (one.reuses_land)
          return { radius: 4 + 0.6 * Math.sqrt(one.new_land_mu || 40), fillOpacity: 0, weight: 3, opacity: 1 };
        return one.new_land_mu ? { radius: 4 + 0.6 * Math.sqrt(one.new_land_mu) } : { opacity: 0, fillOpacity: 0 };
      },
      label: (zone) => {
        const row = land.zones.filter((one) => one.zone_id === zone.zone_id)[0];
        return [page.text(zone.area)].concat(
          row.new_land_mu ? [`${page.say("new_short")} ${page.numbers.mu(row.new_land_mu)}`] : []
        );
      }
    };
  }

  // src/views/overview.js
  function makeViewOverview(page) {
    const m = page.markup;
    function totals() {
      const box = m.make("div", "overview");
      page.data.overview.forEach((figure) => {
        const button = m.press("", void 0, () => {
          page.open(figure.key);
        });
        m.add(
          box,
          m.add(
            button,
            m.make("span", "number", page.text(figure.number)),
            m.make("span", "unit", page.text(figure.unit))
          )
        );
      });
      return box;
    }
    function zoneRow(zone) {
      const row = m.press("zone-row", void 0, () => {
        page.open(zone.key);
      });
      const name = m.make("span", "name");
      const swatch = m.make("span", "swatch");
      const bar = m.make("span", "bar");
      const fill = m.make("span");
      row.dataset.key = zone.key;
      swatch.style.background = fill.style.background = zone.colour;
      fill.style.width = `${100 * zone.share}%`;
      m.add(name, swatch, m.make("span", "", page.text(page.data.subjects[zone.key].name)));
      if (zone.flags) m.add(name, m.make("span", "flag", `⚑ ${zone.flags}`));
      return m.add(
        row,
        name,
        m.add(bar, fill),
        m.make("span", "meta", `${page.text(zone.area)} · ${page.numbers.projects(zone.project_count)}`)
      );
    }
    function keys(kind) {
      return page.data.order[kind] || [];
    }
    function listed(kind, noted) {
      return [
        m.list(
          keys(kind).map((key) => page.link(key, "", noted ? page.text(page.data.subjects[key].note) : "")),
          "links"
        )
      ];
    }
    return {
      title: "view_overview",
      list: (box) => {
        m.add(box, totals(), m.make("h2", "", page.say("zones")));
        page.data.zones.forEach((zone) => {
          m.add(box, zoneRow(zone));
        });
        m.add(box, page.lists.unlocated());
        m.add(box, page.fold("yz-parks", `${page.say("parks")} ${keys("park").length}`, page.lists.parks()));
        m.add(box, page.fold("yz-targets", `${page.say("targets")} ${keys("target").length}`, listed("target", true)));
        m.add(box, page.fold("yz-owners", `${page.say("owners")} ${keys("owner").length}`, listed("owner", true)));
        m.add(
          box,
          page.fold("yz-clusters", `${page.say("clusters")} ${keys("cluster").length}`, listed("cluster", false))
        );
      },
      legend: () => page.legend.outlines().concat([
        page.legend.project(),
        page.legend.owner(),
        page.legend.park(),
        page.legend.flag(),
        page.legend.spread()
      ]),
      layers: { zones: true, parks: true, projects: true, places: true },
      style: () => null,
      label: (zone) => page.text(zone.area)
    };
  }

  // src/words/texts.js
  var TEXTS = {
    views: { zh: "视图", en: "Views" },
    view_overview: { zh: "总览", en: "Overview" },
    view_industries: { zh: "产业", en: "Industries" },
    view_projects: { zh: "项目", en: "Projects" },
    view_land: { zh: "土地", en: "Land" },
    view_findings: { zh: "检查发现", en: "Findings" },
    view_parcels: { zh: "地块", en: "Parcels" },
    skip: { zh: "跳到列表", en: "Skip to the list" },
    map: { zh: "地图", en: "Map" },
    whole: { zh: "全区", en: "Whole district" },
    whole_short: { zh: "全区", en: "Whole" },
    zoom_in: { zh: "放大", en: "Zoom in" },
    zoom_out: { zh: "缩小", en: "Zoom out" },
    search: { zh: "搜索：名称、拼音首字母", en: "Search by name or pinyin" },
    search_parcels: { zh: "搜索：名称、拼音首字母、地块编号", en: "Search name, pinyin, parcel number" },
    search_results: { zh: "搜索结果", en: "Search results" },
    nothing_found: { zh: "没有找到", en: "nothing found" },
    more_hits: { zh: "只列前 30 个，共", en: "the first 30 of" },
    rule: { zh: "规则", en: "rule" },
    unknown_address: { zh: "网址所指的内容不在此页：", en: "The address names what this page has not: " },
    language: { zh: "English", en: "中文" },
    layer: { zh: "图层", en: "layer" },
    zones: { zh: "产业片区", en: "Zones" },
    parks: { zh: "重点园区", en: "Parks" },
    listed_table: { zh: "仅表中列出", en: "In the table only" },
    listed_text: { zh: "仅正文列出", en: "In the text only" },
    listed_both: { zh: "正文与表都列出", en: "In text and table" },
    owners: { zh: "项目单位", en: "Owners" },
    targets: { zh: "目标指标", en: "Targets" },
    clusters: { zh: "产业集群", en: "Industry clusters" },
    findings: { zh: "检查发现", en: "Findings" },
    findings_none: { zh: "没有发现。", en: "Nothing was found." },
    rules_other: { zh: "通过或未检查的规则", en: "Rules passed or not checked" },
    why_flagged: { zh: "检查发现", en: "Findings" },
    reading: { zh: "读法：", en: "Reading: " },
    remedy: { zh: "建议：", en: "Remedy: " },
    see_rule: { zh: "查看该规则", en: "See this rule" },
    also_said: { zh: "规划另述", en: "Also said" },
    unlocated: { zh: "未定位项目", en: "Projects without a known place" },
    unlocated_note: {
      zh: "规划和公开资料未说明这些项目在哪里，未画在图上。",
      en: "Neither the plan nor public notices say where these are; they are not drawn."
    },
    unlocated_parks: { zh: "未定位园区", en: "Parks without a known place" },
    not_drawn: { zh: "位置未知，未画在图上。", en: "Its place is not known; it is not drawn." },
    outside_zones: { zh: "片区之外", en: "Outside all zones" },
    industries_shared: { zh: "多个片区同为主导", en: "Leading in several zones" },
    industries_single: { zh: "只在一个片区主导", en: "Leading in one zone" },
    industries_prose: { zh: "只在段落中提到的产业", en: "Named in prose only" },
    zones_lead: { zh: "个片区", en: "zones" },
    matrix: { zh: "片区与主导产业", en: "Zones and leading industries" },
    matrix_note: {
      zh: "左上半：正文所列；右下半：表所列。",
      en: "Upper left half: listed in the text; lower right half: in the table."
    },
    classes: { zh: "按产业分类", en: "By class" },
    classes_note: {
      zh: "点选一类只看该类，再点一次看全部。",
      en: "Choose a class to see it alone, once more to see all."
    },
    located: { zh: "已定位项目", en: "Projects with a place" },
    recovery: { zh: "低效用地盘活", en: "Low-efficiency land recovered" },
    target: { zh: "目标", en: "Target" },
    parcels_how: { zh: "点选图上的地块，查看台账。", en: "Click a parcel on the map to see what the ledger says of it." },
    invented: {
      zh: "虚构示例：地块台账为虚构，数字不得引用",
      en: "Invented example: the parcel ledger is made up, its figures must not be quoted"
    },
    recovered: { zh: "已盘活", en: "Recovered" },
    under_way: { zh: "进行中", en: "Under way" },
    identified: { zh: "已认定", en: "Identified" },
    bars: { zh: "条形：实色为已盘活，淡色为进行中。", en: "Bars: full colour is recovered, pale is under way." },
    bars_target: {
      zh: "条形：实色为已盘活，淡色为进行中，竖线为目标。",
      en: "Bars: full colour is recovered, pale is under way, the upright line is the target."
    },
    as_of: { zh: "截至", en: "as of" },
    no_ledger: {
      zh: "未提供地块台账，盘活进度未知：yzgeo build --parcels 文件",
      en: "No parcel ledger was given, so progress is not known: yzgeo build --parcels FILE"
    },
    identified_in_plan: { zh: "规划项目中已明确的存量用地", en: "Existing land that the plan's projects name" },
    identified_silent: { zh: "提及存量用地、未列数字：", en: "Existing land named without a figure:" },
    usable: { zh: "可利用面积", en: "Usable area" },
    new_land: { zh: "新增用地合计", en: "New land wanted, in all" },
    new_land_note: {
      zh: "附件3 所列新增用地，按项目位置归入片区。",
      en: "New land as annex 3 lists it, by where each project lies."
    },
    new_short: { zh: "新增", en: "new" },
    layers: { zh: "图层", en: "Layers" },
    layers_plan: { zh: "规划内容", en: "The plan" },
    layers_ground: { zh: "背景", en: "Ground" },
    legend: { zh: "图例", en: "Legend" },
    basemap: { zh: "在线底图", en: "Online basemap" },
    basemap_none: { zh: "无（不联网）", en: "none (offline)" },
    basemap_tianditu: { zh: "天地图", en: "Tianditu" },
    basemap_gaode: { zh: "高德地图", en: "Amap (Gaode)" },
    basemap_note: {
      zh: "选定后才联网。高德底图的坐标偏移已在底图一侧纠正，数据坐标不变。",
      en: "Online only once chosen. The offset of Amap is corrected on its tiles; data does not move."
    },
    basemap_failed: {
      zh: "底图没有载入：没有网络，或被阻挡。地图其余部分照常可用。",
      en: "The basemap did not load: no network, or blocked. Everything else works."
    },
    tianditu_key: { zh: "天地图密钥", en: "Tianditu key" },
    tianditu_note: { zh: "密钥只存在本浏览器。", en: "The key stays in this browser." },
    use_key: { zh: "使用", en: "Use" },
    uncertainty: { zh: "位置不确定范围", en: "Uncertainty of places" },
    places: { zh: "镇、街道名", en: "Town names" },
    legend_schematic: {
      zh: "示意范围（虚线）：由组成地点外扩至规划面积，非测绘界线",
      en: "Dashed outline: schematic, grown to the plan's area, not surveyed"
    },
    legend_official: { zh: "法定范围（实线）", en: "Official outline (solid)" },
    legend_project: { zh: "项目：圆越大投资越多", en: "Project: the larger, the more investment" },
    legend_owner: { zh: "虚线、较淡：仅知业主地址", en: "Dashed: owner's address only" },
    legend_park: { zh: "重点园区", en: "Park" },
    legend_chosen: { zh: "外圈：所选", en: "Outer ring: what is chosen" },
    legend_uncertainty: { zh: "虚线圈：位置不确定范围", en: "Dashed circle: how uncertain the place is" },
    legend_flag: { zh: "不符合规则，或前后矛盾", en: "A rule is not kept, or the plan contradicts itself" },
    legend_flagged: { zh: "有此类问题的片区或项目", en: "Zone or project with such findings" },
    legend_spread: { zh: "同一地点的符号散开排列", en: "Symbols at one place are spread" },
    legend_hatched: { zh: "斜线：与其他片区同为主导", en: "Hatched: other zones lead in it too" },
    legend_half: { zh: "半格：只有正文或只有表列出", en: "Half a cell: listed in text or table only" },
    legend_sizes: { zh: "投资 1、5、20 亿元", en: "100, 500, 2,000 m yuan" },
    legend_rest: { zh: "其余类别", en: "Other classes" },
    legend_unflagged: { zh: "无此类问题的项目", en: "Project without such findings" },
    narrowed: { zh: "：", en: ": " },
    narrowed_to: { zh: "只看：", en: "Shown alone: " },
    class_named: { zh: "产业分类", en: "class" },
    legend_new_land: { zh: "项目：圆越大新增用地越多", en: "Project: the larger, the more new land" },
    legend_reuse: { zh: "空心圆：利用存量用地的项目", en: "Ring: project on existing land" },
    close: { zh: "关闭", en: "Close" },
    cancel: { zh: "取消", en: "Cancel" },
    show_clause: { zh: "查看原文", en: "The plan's words" },
    outside_source: { zh: "规划之外的资料或数据文件", en: "A source outside the plan, or a data file" },
    data_file: { zh: "数据文件 ", en: "data file " },
    details: { zh: "查看详情", en: "Details" },
    tools: { zh: "工具", en: "Tools" },
    measure_length: { zh: "测距", en: "Length" },
    measure_area: { zh: "测面积", en: "Area" },
    measure_length_how: {
      zh: "在图上逐点单击，双击结束。键盘：方向键移图，空格取图心，回车结束。",
      en: "Click from point to point, double-click to finish. Keys: arrows move, space sets the middle, Enter finishes."
    },
    measure_area_how: {
      zh: "沿边界逐点单击，双击结束。键盘：方向键移图，空格取图心，回车结束。",
      en: "Click around the area, double-click to finish. Keys: arrows move, space sets the middle, Enter finishes."
    },
    measured_length: { zh: "长度（椭球）", en: "Length (ellipsoid) " },
    measured_area: { zh: "面积（椭球）", en: "Area (ellipsoid) " },
    full_screen: { zh: "全屏", en: "Full screen" },
    print: { zh: "打印", en: "Print" },
    paper: { zh: "纸张", en: "Paper" },
    landscape: { zh: "横向", en: "landscape" },
    print_note: {
      zh: "首页为地图与图例，其后为本视图的列表和已打开的内容。",
      en: "First the map with its legend, then this view's list and what is open."
    },
    printed_from: { zh: "资料来源：", en: "Source: " },
    printed_on: { zh: "打印日期 ", en: "printed " },
    untold: { zh: "其余发现见 data/findings.json：", en: "More findings, in data/findings.json: " },
    places_from: {
      zh: "地名：GeoNames（CC BY 4.0）与公开地名录",
      en: "Places: GeoNames (CC BY 4.0) and public gazetteers"
    },
    places_schematic: { zh: "；虚线范围为示意，不作审批依据", en: "; dashed outlines are schematic, not for permits" },
    picture: { zh: "存为图片", en: "Save PNG" },
    no_tiles_in_picture: { zh: "图中不含在线底图", en: "without the online basemap" },
    download: { zh: "下载", en: "Download" },
    download_geojson: { zh: "地图数据（.geojson）", en: "GeoJSON" },
    download_csv: { zh: "表格（.csv）", en: "CSV" },
    download_note: {
      zh: "坐标为经纬度，表格中片区、地块取其内一点；没有位置的也在内。",
      en: "Longitude and latitude, in CSV a point inside each outline; things without a place are included."
    },
    download_no_parcels: {
      zh: "地块不在其中：先点一个地块，可单独下载它；全部地块见 data/parcels.geojson。",
      en: "Parcels are not among it: click a parcel first to take it along; all are in data/parcels.geojson."
    },
    longitude: { zh: "经度", en: "longitude" },
    latitude: { zh: "纬度", en: "latitude" },
    selection: { zh: "所选：", en: "Selection: " },
    selection_all: { zh: "本视图全部", en: "all of this view" },
    theme_auto: { zh: "主题：自动", en: "Theme: auto" },
    theme_light: { zh: "主题：浅色", en: "Theme: light" },
    theme_dark: { zh: "主题：深色", en: "Theme: dark" },
    method: { zh: "来源与方法", en: "Sources and method" },
    method_text: {
      zh: "数字全部取自规划原文，点选条文编号可查看原文。地名点来自 GeoNames（CC BY 4.0）与公开地名录，区界为概化界线。面积按 CGCS2000 椭球计算。坐标为 CGCS2000（EPSG:4490）。",
      en: "All figures are the plan's own; click a clause to read its words. Places come from GeoNames (CC BY 4.0) and public gazetteers; the district boundary is generalised. Areas are ellipsoidal (CGCS2000, EPSG:4490)."
    },
    method_schematic: {
      zh: "虚线范围是示意：由规划所述组成地点在区界之内外扩至规划面积，不得用于量算或审批。",
      en: " Dashed outlines are schematic: grown inside the district from the places the plan names until they have the plan's area; not for measuring or permits."
    },
    sources: { zh: "资料", en: "Sources" },
    licences: { zh: "许可", en: "Licences" },
    plan_version: { zh: "规划版本 ", en: "Plan of " },
    north: { zh: "北", en: "N" }
  };

  // src/views/parcels.js
  function makeViewParcels(page) {
    const m = page.markup;
    const given = page.data.parcels;
    let drawn = null;
    if (m.byId("yz-parcels") && window.yzParcels) {
      drawn = window.yzParcels(page.leaflet, page.data, page.text, (key, subject) => {
        keep(key, subject);
        page.open(key);
      });
      drawn.beneath(page.layers.district);
      page.layers.parcels = drawn.layer;
      page.data.layers.parcels = TEXTS.view_parcels;
      drawn.columns.forEach((column) => {
        const known = page.data.downloads;
        if (!known.columns[column.name]) {
          known.columns[column.name] = column.label;
          known.order.push(column.name);
        }
      });
    }
    if (!given && !drawn) return null;
    function keep(key, subject, zoomed) {
      page.map.stay(zoomed);
      page.data.subjects[key] = Object.assign({ tables: subject.links.map(table) }, subject);
    }
    function table(group) {
      return {
        title: group.title,
        columns: [],
        topic: "zone",
        rows: group.items.map((item) => ({
          cells: [{ key: item.key, text: page.data.subjects[item.key].name }],
          sources: []
        }))
      };
    }
    function statusRow(row, most) {
      const swatch = m.make("span", "swatch");
      const colour = page.theme.tint(row.colour);
      swatch.style.background = colour;
      return m.add(
        m.make("div", "class-row"),
        m.add(
          m.make("span", "name"),
          swatch,
          m.make("span", "grow", page.say(row.status)),
          m.make("span", "figure", page.numbers.mu(row.mu))
        ),
        page.charts.bar([{ value: row.mu, colour }], most, ""),
        m.make("span", "meta", page.numbers.parcels(row.count))
      );
    }
    return {
      title: "view_parcels",
      list: (box) => {
        if (!given) return;
        m.add(
          box,
          m.make(
            "h2",
            "",
            (page.lang === "zh" ? `${page.say("view_parcels")} ` : "") + page.numbers.parcels(given.count)
          )
        );
        if (page.invented()) m.add(box, m.make("p", "empty", page.invented()));
        const most = Math.max.apply(null, given.by_status.map((row) => row.mu).concat([1e-9]));
        given.by_status.forEach((row) => {
          m.add(box, statusRow(row, most));
        });
        m.add(box, m.make("p", "meta hint", page.say("parcels_how")));
      },
      legend: () => (drawn ? [m.add(m.make("li"), drawn.legend())] : []).concat(page.legend.outlines()),
      layers: { zones: true, parks: false, projects: false, places: false, parcels: true },
      style: (_key, subject) => subject.kind === "zone" ? { fillOpacity: 0.04 } : null,
      label: (zone) => page.text(zone.area),
      /* Finds a parcel by its number and tells when it is known; what is not there stays unknown. */
      find: (id, then, missing) => {
        if (drawn)
          drawn.select(id).then((subject) => {
            if (subject) {
              keep(`parcel:${id}`, subject, true);
              then();
            } else if (missing) missing();
          });
        else if (missing) missing();
      },
      search: (wanted, most, stop) => drawn ? drawn.search(wanted, most, stop) : Promise.resolve([]),
      /* In the colours of the theme, or of paper. */
      recolour: () => {
        if (drawn) drawn.recolour(page.theme.tint);
      },
      /* Paper: what can be drawn at once, and a promise of the rest. */
      finish: () => {
        if (drawn && page.leaflet.hasLayer(drawn.layer)) drawn.finish();
      },
      settled: () => drawn && page.leaflet.hasLayer(drawn.layer) ? drawn.settled() : Promise.resolve(),
      listen: (on) => {
        if (drawn) drawn.listen(on);
      }
    };
  }

  // src/views/projects.js
  function makeViewProjects(page) {
    const m = page.markup;
    const colours = {};
    const names = {};
    page.data.classes.forEach((group) => {
      colours[group.name.zh] = group.colour;
      names[group.name.zh] = group.name;
    });
    function of(key) {
      return page.data.projects.filter((project) => project.key === key)[0];
    }
    function colour(project) {
      return colours[project.class] || page.theme.quiet();
    }
    function wanted(project) {
      return page.state.chosen === null || project.class === page.state.chosen;
    }
    function classRow(group, most) {
      const chosen2 = page.state.chosen === group.name.zh;
      const row = m.press("class-row", void 0, () => {
        page.address.go({ chosen: chosen2 ? null : group.name.zh });
      });
      row.dataset.row = group.name.zh;
      row.setAttribute("aria-pressed", String(chosen2));
      const swatch = m.make("span", "swatch");
      swatch.style.background = group.colour || "var(--symbol)";
      m.add(
        row,
        m.add(
          m.make("span", "name"),
          swatch,
          m.make("span", "grow", page.text(group.name)),
          m.make("span", "figure", page.numbers.money(group.investment))
        )
      );
      return m.add(
        row,
        page.charts.bar([{ value: group.investment, colour: group.colour || "var(--symbol)" }], most, ""),
        m.make("span", "meta", page.numbers.projects(group.count))
      );
    }
    function projectRow(project, most) {
      const subject = page.data.subjects[project.key];
      const row = m.press("project-row", void 0, () => {
        page.open(project.key);
      });
      row.dataset.key = project.key;
      m.add(
        row,
        m.add(
          m.make("span", "name"),
          m.make("span", "grow", page.text(subject.name)),
          m.make("span", "figure", page.numbers.money(project.investment))
        )
      );
      return m.add(
        row,
        page.charts.bar([{ value: project.investment || 0, colour: colour(project), pale: project.weak }], most, ""),
        m.make("span", "meta", `${page.text(subject.note).split(" ")[0]} · ${page.text(names[project.class])}`)
      );
    }
    function chosen() {
      return page.state.chosen === null ? "" : page.text(names[page.state.chosen]);
    }
    function sum(projects) {
      return projects.reduce((total, project) => total + (project.investment || 0), 0);
    }
    return {
      title: "view_projects",
      keys: () => (page.data.order.project || []).filter((key) => wanted(of(key))),
      has: (name) => hasOwn(names, name),
      chosen,
      narrowed: chosen,
      list: (box) => {
        const most = Math.max.apply(null, page.data.classes.map((group) => group.investment).concat([1]));
        const largest = Math.max.apply(null, page.data.projects.map((project) => project.investment || 0).concat([1]));
        const shown = page.data.projects.filter(wanted);
        const here = shown.filter((project) => project.located);
        const nowhere = shown.filter((project) => !project.located);
        m.add(box, m.make("h2", "", page.say("classes")), m.make("p", "meta hint", page.say("classes_note")));
        page.data.classes.forEach((group) => {
          m.add(box, classRow(group, most));
        });
        const lost = m.make("section", "unlocated");
        lost.id = "yz-unlocated";
        m.add(
          lost,
          m.make("h2", "", `${page.say("unlocated")} ${nowhere.length} · ${page.numbers.money(sum(nowhere))}`),
          m.make("p", "meta", page.say("unlocated_note"))
        );
        nowhere.forEach((project) => {
          m.add(lost, projectRow(project, largest));
        });
        m.add(box, m.make("h2", "", `${page.say("located")} ${here.length} · ${page.numbers.money(sum(here))}`));
        here.forEach((project) => {
          m.add(box, projectRow(project, largest));
        });
        m.add(box, lost);
      },
      legend: () => {
        const entries = page.data.classes.filter((group) => group.colour).map((group) => page.legend.swatch(group.colour, page.text(group.name)));
        return page.legend.narrowed().concat(entries, [
          page.legend.swatch("var(--symbol)", page.say("legend_rest")),
          page.legend.sizes(),
          page.legend.owner(),
          page.legend.spread()
        ]).concat(page.legend.outlines());
      },
      layers: { zones: true, parks: false, projects: true, places: true },
      style: (key, subject, base) => {
        if (subject.kind === "zone")
          return { color: page.theme.quiet(), fillColor: page.theme.quiet(), fillOpacity: 0.08 };
        if (subject.kind !== "project") return null;
        const project = of(key);
        const visible = wanted(project);
        return {
          color: colour(project),
          fillColor: colour(project),
          opacity: visible ? 1 : 0.12,
          fillOpacity: visible ? base.fillOpacity : 0.05
        };
      },
      label: (zone) => {
        const shown = page.data.projects.filter((project) => project.zone_id === zone.zone_id && wanted(project));
        return page.numbers.projects(page.state.chosen === null ? zone.project_count : shown.length);
      }
    };
  }

  // src/words/numbers.js
  function grouped(value, digits) {
    const shown = digits === void 0 ? +value.toPrecision(10) : +value.toFixed(digits);
    const [whole, decimals] = String(shown).split(".");
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return decimals ? `${groups}.${decimals}` : groups;
  }
  function makeNumbers(page) {
    const chinese = () => page.lang === "zh";
    return {
      grouped,
      /** @param {number | null} value in 亿元 */
      money(value) {
        if (value === null) return "—";
        return chinese() ? `${grouped(value)} 亿元` : `${grouped(value * page.data.units.m_yuan_per_100m)} m yuan`;
      },
      /** @param {number} value */
      mu: (value) => grouped(value, 2) + (chinese() ? " 亩" : " mu"),
      /** @param {number} value */
      km2: (value) => grouped(value) + (chinese() ? " 平方公里" : " km²"),
      /** @param {number} share */
      percent: (share) => `${grouped(100 * share, 1)}%`,
      /** @param {number} value */
      metres(value) {
        const far = value >= 1e3;
        const unit = chinese() ? far ? " 公里" : " 米" : far ? " km" : " m";
        return grouped(far ? value / 1e3 : value, far ? 3 : 1) + unit;
      },
      /** @param {number} count */
      projects: (count) => count + (chinese() ? " 个项目" : count === 1 ? " project" : " projects"),
      /** @param {number} count */
      parcels: (count) => grouped(count) + (chinese() ? " 宗" : count === 1 ? " parcel" : " parcels")
    };
  }

  // src/page.js
  window.yzgeo = { ready: false };
  function start(map, layers, tiles) {
    const page = {
      data: JSON.parse(document.getElementById("yz-data").textContent),
      leaflet: map,
      layers,
      tiles,
      state: { view: "overview", opened: null, rule: null, chosen: null },
      markup: makeMarkup()
    };
    const m = page.markup;
    const $ = m.byId;
    page.lang = page.data.lang;
    page.text = (both) => both[page.lang];
    page.say = (key) => TEXTS[key][page.lang];
    page.ifSchematic = (key) => page.data.bases.indexOf("schematic") < 0 ? "" : page.say(key);
    page.open = (key) => {
      const from = page.state.opened;
      page.address.go({ opened: key });
      const title = $("yz-panel").querySelector("h2");
      const rows = Array.prototype.slice.call(document.querySelectorAll("#yz-list [data-key]"));
      const row = rows.filter((one) => one.dataset.key === from)[0];
      if (title) title.focus({ preventScroll: true });
      else if (from) (row || $("yz-list")).focus({ preventScroll: true });
    };
    page.link = (key, classes, note, instead) => {
      const subject = page.data.subjects[key];
      const named = page.text(subject.name);
      const button = m.press(
        `${classes || ""} open-subject`,
        classes === "details" ? page.say("details") : instead && note ? note : named,
        () => {
          page.open(key);
        }
      );
      button.dataset.key = key;
      if (classes === "details") button.setAttribute("aria-label", `${page.say("details")} ${named}`);
      if (note && !instead) m.add(button, m.make("span", "meta", `  ${note}`));
      return button;
    };
    page.fold = (id, title, nodes) => {
      const box = m.make("details");
      box.id = id;
      m.add(box, m.make("summary", "", title));
      nodes.forEach((node) => {
        m.add(box, node);
      });
      return box;
    };
    page.note = (words) => {
      const box = m.make("p", "empty");
      let cut = words.indexOf("yzgeo build");
      if (cut < 0) cut = words.length;
      return m.add(
        box,
        document.createTextNode(words.slice(0, cut)),
        cut < words.length ? m.make("code", "", words.slice(cut)) : null
      );
    };
    page.invented = () => page.data.land.invented_note ? page.say("invented") : "";
    page.narrowed = () => {
      const view = page.views[page.state.view];
      return view.narrowed ? view.narrowed() : "";
    };
    page.viewName = () => page.say(`view_${page.state.view}`) + (page.narrowed() ? page.say("narrowed") + page.narrowed() : "");
    page.save = (blob, name) => {
      const anchor = m.make("a");
      const address = URL.createObjectURL(blob);
      anchor.href = address;
      anchor.download = name;
      anchor.click();
      setTimeout(() => {
        URL.revokeObjectURL(address);
      }, 1e4);
    };
    page.notice = (words) => {
      $("yz-notice").textContent = words;
      $("yz-notice").hidden = !words;
    };
    page.spread = spread;
    page.placeLabels = placeLabels;
    function drawTabs() {
      const box = $("yz-views");
      const names = Object.keys(page.views);
      const held2 = box.contains(document.activeElement);
      m.empty(box);
      box.setAttribute("aria-label", page.say("views"));
      names.forEach((name, index) => {
        const tab = m.press("tab", page.say(`view_${name}`), () => {
          page.address.go({ view: name, rule: null });
        });
        const chosen = name === page.state.view;
        tab.setAttribute("role", "tab");
        tab.id = `yz-tab-${name}`;
        tab.dataset.view = name;
        tab.tabIndex = chosen ? 0 : -1;
        tab.setAttribute("aria-selected", String(chosen));
        tab.setAttribute("aria-controls", "yz-list");
        tab.addEventListener("keydown", (event) => {
          const last = names.length - 1;
          const next = {
            ArrowRight: index < last ? index + 1 : 0,
            ArrowLeft: index ? index - 1 : last,
            Home: 0,
            End: last
          }[event.key];
          if (next === void 0) return;
          event.preventDefault();
          page.address.go({ view: names[next], rule: null });
          $(`yz-tab-${page.state.view}`).focus();
        });
        m.add(box, tab);
        if (held2 && chosen) tab.focus({ preventScroll: true });
      });
    }
    function held() {
      const node = document.activeElement;
      return $("yz-view").contains(node) || $("yz-findings").contains(node) ? told(node) : "";
    }
    function told(node) {
      const at = node.dataset;
      const name = at.rule || at.row || at.key || (node.tagName === "SUMMARY" ? node.parentNode.id : "");
      return name && `${node.tagName} ${node.className.split(" ")[0]} ${name}`;
    }
    function hold(name) {
      const again = name && Array.prototype.slice.call(document.querySelectorAll("#yz-list button, #yz-list summary")).filter((node) => told(node) === name)[0];
      if (again) again.focus({ preventScroll: true });
    }
    page.redrawView = () => {
      const view = page.views[page.state.view];
      const box = $("yz-view");
      const findings = $("yz-findings");
      const unfolded = {};
      const focused = held();
      if (page.views.parcels) page.views.parcels.recolour();
      box.querySelectorAll("details").forEach((part) => {
        unfolded[part.id] = part.open;
      });
      m.empty(box);
      view.list(box);
      box.querySelectorAll("details").forEach((part) => {
        part.open = Boolean(unfolded[part.id]);
      });
      const open = findings.open || page.state.view === "findings";
      m.empty(findings);
      m.add(
        findings,
        m.make("summary", "", `${page.say("findings")} ${page.numbers.grouped(page.views.findings.total())}`),
        page.views.findings.all()
      );
      findings.open = open;
      hold(focused);
      page.redrawLegend();
      page.map.show(view);
      markRows();
    };
    let roomy = null;
    function fitLegend() {
      const widest = parseFloat(getComputedStyle($("yz-legend")).maxWidth);
      const room = $("yz-map").offsetWidth > 2 * widest;
      if (room !== roomy) $("yz-legend").open = room;
      roomy = room;
    }
    page.redrawLegend = () => {
      page.legend.draw(page.views[page.state.view].legend());
    };
    function markRows() {
      document.querySelectorAll("#yz-list [data-key]").forEach((row) => {
        row.classList.toggle("open", row.dataset.key === page.state.opened);
      });
    }
    page.show = (state) => {
      page.search.close();
      const before = page.state;
      const panelled = !$("yz-panel").hidden;
      page.state = state;
      if (before.view !== state.view) {
        page.layerTree.enter(Object.assign({ parcels: false }, page.views[state.view].layers));
        $("yz-findings").open = state.view === "findings";
        $("yz-list").scrollTop = 0;
      }
      document.body.dataset.view = state.view;
      $("yz-list").setAttribute("aria-labelledby", `yz-tab-${state.view}`);
      drawTabs();
      page.redrawView();
      if (before.opened !== state.opened) {
        page.panel.draw();
        if (panelled === $("yz-panel").hidden) {
          fitLegend();
          page.map.resized();
        }
        $("yz-panel").scrollIntoView({ block: "nearest" });
      }
      page.map.select(state.opened, before.opened !== state.opened, before.view !== state.view);
    };
    page.redraw = () => {
      document.documentElement.lang = page.lang;
      document.title = page.text(page.data.title);
      $("yz-title").textContent = page.text(page.data.title);
      m.empty($("yz-subtitle"));
      page.text(page.data.subtitle).split(/(\u3000| · )/).forEach((part, index) => {
        $("yz-subtitle").appendChild(index % 2 ? document.createTextNode(part) : m.make("span", "part", part));
      });
      $("yz-lang").textContent = page.say("language");
      $("yz-lang").lang = page.lang === "zh" ? "en" : "zh";
      const wanted = page.say(page.data.parcels ? "search_parcels" : "search");
      $("yz-query").placeholder = wanted;
      $("yz-query").setAttribute("aria-label", wanted);
      $("yz-results").setAttribute("aria-label", page.say("search_results"));
      $("yz-bar").setAttribute("aria-label", page.say("views"));
      $("yz-skip").textContent = page.say("skip");
      page.ornaments.draw();
      page.tools.draw();
      page.layerTree.draw();
      page.sources.draw();
      page.measure.draw();
      page.panel.draw();
      drawTabs();
      page.redrawView();
    };
    document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
    $("yz-map").appendChild(map.getContainer());
    map.invalidateSize({ animate: false });
    page.numbers = makeNumbers(page);
    page.clauses = makeClauses(page);
    page.findings = makeFindings(page);
    page.theme = makeTheme(page);
    page.charts = makeCharts(page);
    page.legend = makeLegend(page);
    page.lists = makeLists(page);
    page.views = {};
    [
      ["overview", makeViewOverview],
      ["industries", makeViewIndustries],
      ["projects", makeViewProjects],
      ["land", makeViewLand],
      ["findings", makeViewFindings],
      ["parcels", makeViewParcels]
    ].forEach((pair) => {
      const view = pair[1](page);
      if (view) page.views[pair[0]] = view;
    });
    page.ornaments = makeOrnaments(page);
    page.measure = makeMeasure(page);
    page.map = makeMap(page);
    page.basemaps = makeBasemaps(page);
    page.layerTree = makeLayers(page);
    page.panel = makePanel(page);
    page.address = makeAddress(page);
    page.search = makeSearch(page);
    page.download = makeDownload(page);
    page.print = makePrint(page);
    page.picture = makePicture(page);
    page.sources = makeSources(page);
    page.tools = makeTools(page);
    $("yz-layers").open = window.matchMedia("(min-width: 861px)").matches;
    fitLegend();
    $("yz-skip").addEventListener("click", () => {
      $("yz-list").focus();
    });
    $("yz-lang").addEventListener("click", () => {
      page.lang = page.lang === "zh" ? "en" : "zh";
      page.redraw();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || $("yz-dialog").open) return;
      if (page.measure.mode()) page.measure.stop();
      else if (page.state.opened) page.open(null);
    });
    window.addEventListener("resize", () => {
      if (document.body.classList.contains("printing")) return;
      fitLegend();
      page.map.resized();
    });
    page.layerTree.enter(page.views.overview.layers);
    page.redraw();
    page.map.resized();
    page.address.follow();
    window.yzgeo.page = page;
    window.yzgeo.ready = true;
  }

  // src/main.js
  window.yzStart = start;
})();
