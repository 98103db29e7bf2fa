/* The map: what folium drew, made clickable, labelled and styled by the view. */
export function makeMap(page) {
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
  /* The district is ground: the pointer goes through it, and its colours are the theme's. */
  function ground() {
    each("district", (shape) => {
      if (!shape.getElement()) return;
      shape.getElement().classList.remove("leaflet-interactive");
      shape.getElement().classList.add("district-shape");
    });
  }
  /* A pattern of lines in each zone's colour, for what several zones share. */
  function hatches() {
    const svg = page.markup.svg;
    const defs = svg("defs");
    data.zones.forEach((zone) => {
      const pattern = svg("pattern", {
        id: `yz-hatch-${zone.zone_id}`,
        width: 6,
        height: 6,
        patternUnits: "userSpaceOnUse",
        patternTransform: "rotate(45)",
      });
      page.markup.add(
        pattern,
        svg("rect", { width: 6, height: 6, fill: zone.colour, "fill-opacity": 0.18 }),
        svg("rect", { width: 2.4, height: 6, fill: zone.colour }),
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
      interactive: false,
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
      interactive: false,
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
        interactive: false,
      }),
    );
  });

  names.addTo(map);

  function restyle() {
    Object.keys(drawn).forEach((key) => {
      const shape = drawn[key];
      const style = view ? view.style(key, data.subjects[key], shape.base) : null;
      const path = Object.assign({ opacity: 1 }, shape.base, style || {});
      if (key === selected && !shape.home) path.weight = 4;
      if (data.subjects[key].kind === "park" && path.opacity !== 0) path.fillColor = page.theme.variable("--sheet"); // a ring is open on any ground
      shape.setStyle(path);
      if (shape.setRadius) shape.setRadius(path.radius);
      if (!shape.getElement()) return;
      shape.getElement().style.pointerEvents = path.opacity === 0 ? "none" : "";
      shape.getElement().setAttribute("tabindex", "-1"); // the list is the keyboard's way to the same things
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

  /* Marks what is opened and goes there where it is newly opened. Where the page itself went, it also goes back: when
     the panel is closed, another view is chosen, or what is opened next has no place. */
  function select(key, opened, viewed) {
    const shape = drawn[key];
    const subject = data.subjects[key];
    halo.clearLayers();
    selected = key;
    restyle();
    if (subject?.projects) ring(subject.projects);
    if (shape?.home) mark(key, shape, subject);
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
          interactive: false,
        }),
      );
    ring([key]);
  }
  /* A parcel is brought into sight, clear of the panel that just opened over the map or beside it. */
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
            interactive: false,
          }),
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
  /* Room around what is shown: the legend stands in a corner of the map. */
  function margins(px) {
    const legend = page.markup.byId("yz-legend");
    const wide = map.getSize().x > 2 * legend.offsetWidth;
    const covers = getComputedStyle(legend).position === "absolute" && legend.open && wide;
    return { paddingTopLeft: [covers ? legend.offsetWidth + px / 2 : px, px], paddingBottomRight: [px, px + under()] };
  }
  function legendHeight() {
    return (
      map.getContainer().getBoundingClientRect().bottom - page.markup.byId("yz-legend").getBoundingClientRect().top + 6
    );
  }
  /* On phones the panel is a sheet that lies over the map: how much of it. */
  function under() {
    const panel = page.markup.byId("yz-panel");
    if (panel.hidden || getComputedStyle(panel).position !== "fixed") return 0;
    return Math.max(
      0,
      Math.min(
        map.getSize().y - 60,
        map.getContainer().getBoundingClientRect().bottom - panel.getBoundingClientRect().top,
      ),
    );
  }
  /* The whole district as large as it goes; what room is left over is on the side of the legend, and below where that
     is not enough. */
  function home() {
    if (flying) {
      whole = true;
      went = false;
      map.once("zoomend", () => {
        if (whole) home();
      });
      return;
    } // a flight cannot be turned
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
  /* The page goes somewhere, or the reader does: then it is the reader's to come back. */
  function stay(zoomed) {
    went = went || whole || Boolean(zoomed);
    whole = false;
  }
  function strayed() {
    whole = went = false;
  }
  /* The panel takes room from the map: as long as the reader looks at the whole district, it stays whole. */
  function resized() {
    map.invalidateSize({ pan: false });
    if (whole) home();
  }

  map
    .on("zoomanim", () => {
      flying = true;
    })
    .on("zoomend", () => {
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
  map.getContainer().querySelector(".leaflet-control-zoom").addEventListener("click", strayed, true); // its buttons let no click through
  map.on("zoomend", zoomed);
  hatches();
  home();
  zoomed();
  return {
    show: show,
    select: select,
    toggle: toggle,
    home: home,
    resized: resized,
    refresh: refresh,
    drawn: drawn,
    isWhole: () => whole,
    stay: stay,
  };
}
