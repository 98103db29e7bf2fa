/* Charts as inline SVG: bars, a small map of the district, and which zone leads in what. */
export function makeCharts(page) {
  const m = page.markup;
  const svg = m.svg;
  let paths = null;

  /* A chart beside which its figures stand in words needs no name of its own. */
  function named(chart, name) {
    if (!name) {
      chart.setAttribute("aria-hidden", "true");
      return chart;
    }
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", name);
    return chart;
  }

  /* One bar of a row: `parts` are {value, colour, hatched}; `mark` is a line across, such as a target. */
  function bar(parts, most, name, mark) {
    const chart = named(svg("svg", { class: "bar-chart", viewBox: "0 0 100 8", preserveAspectRatio: "none" }), name);
    let x = 0;
    m.add(chart, svg("rect", { x: 0, y: 0, width: 100, height: 8, class: "ground" }));
    parts.forEach((part) => {
      const width = most ? (100 * part.value) / most : 0;
      m.add(
        chart,
        svg("rect", { x: x, y: 0, width: width, height: 8, fill: part.colour, "fill-opacity": part.pale ? 0.35 : 1 }),
      );
      x += width;
    });
    if (mark !== undefined)
      m.add(chart, svg("rect", { x: Math.min((100 * mark) / most, 99.4), y: 0, width: 0.6, height: 8, class: "mark" }));
    return chart;
  }

  /* The shapes of the map at the size of a stamp, reckoned once. */
  function outlines() {
    if (paths) return paths;
    const bounds = page.data.bounds;
    const shrink = Math.cos((((bounds[0][0] + bounds[1][0]) / 2) * Math.PI) / 180);
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
      const polygons =
        geometry.type === "Polygon"
          ? [geometry.coordinates]
          : geometry.type === "MultiPolygon"
            ? geometry.coordinates
            : [];
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

  /* The district with some zones filled; `hatched` says that they share what is shown. */
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
          fill: leads ? (hatched ? `url(#yz-hatch-${zone.zone_id})` : zone.colour) : "none",
          stroke: leads ? zone.colour : "",
        }),
      );
    });
    return chart;
  }

  /* Rows of industries, columns of zones: both halves of a cell where text and table agree, one where only one lists it. */
  function matrix(rows) {
    const cell = page.lang === "zh" ? 29 : 26;
    const head = page.lang === "zh" ? 22 : 62;
    const names = page.lang === "zh" ? 96 : 178;
    const width = names + cell * page.data.zones.length + 4;
    const chart = named(
      svg("svg", { class: "matrix", viewBox: `0 0 ${width} ${head + cell * rows.length + 2}` }),
      page.say("matrix"),
    );
    page.data.zones.forEach((zone, column) => {
      const x = names + cell * (column + 0.5);
      const flat = page.lang === "zh";
      m.add(
        chart,
        svg(
          "text",
          flat
            ? { x: x, y: 14, "text-anchor": "middle" }
            : { transform: `translate(${x + 4} ${head - 4}) rotate(-90)` },
          page.text(zone.shortest),
        ),
      );
    });
    rows.forEach((industry, row) => {
      const y = head + cell * row;
      const subject = page.data.subjects[industry.key];
      const line = svg("g", { class: `row${page.state.opened === industry.key ? " open" : ""}` });
      m.add(
        line,
        svg("rect", { x: 0, y: y, width: width, height: cell, class: "hit" }),
        svg("line", { x1: 0, x2: width, y1: y, y2: y }),
      );
      m.add(
        line,
        svg("text", { x: 0, y: y + cell / 2 + 4 }, shorten(page.text(subject.name), page.lang === "zh" ? 8 : 30)),
      );
      page.data.zones.forEach((zone, column) => {
        const listed = industry.zones.filter((one) => one.zone_id === zone.zone_id)[0];
        const x = names + cell * column + 5;
        const top = y + 5;
        const side = cell - 10;
        if (!listed) return;
        if (listed.text && listed.table) {
          m.add(line, svg("rect", { x: x, y: top, width: side, height: side, fill: zone.colour }));
          return;
        }
        if (listed.text) m.add(line, svg("path", { d: `M${x} ${top}h${side}L${x} ${top + side}Z`, fill: zone.colour }));
        if (listed.table)
          m.add(
            line,
            svg("path", {
              d: `M${x + side} ${top + side}h-${side}L${x + side} ${top}Z`,
              fill: zone.colour,
              "fill-opacity": 1,
            }),
          );
        m.add(line, svg("rect", { x: x, y: top, width: side, height: side, fill: "none", stroke: zone.colour }));
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

  return { bar: bar, stamp: stamp, matrix: matrix };
}
