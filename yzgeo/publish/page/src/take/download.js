import { hasOwn } from "../own.js";
/* What is selected, or all that the view shows, to take along: GeoJSON, and CSV for spreadsheets. */
export function makeDownload(page) {
  /* What the layer of each kind of thing is called in GeoJSON. */
  const LAYERS = {
    zone: "zones",
    park: "parks",
    project: "projects",
    target: "targets",
    cluster: "clusters",
    industry: "industries",
    plan: "plans",
    parcel: "parcels",
  };

  function inZone(key) {
    return ["park", "project"].reduce(
      (keys, kind) =>
        keys.concat((page.data.order[kind] || []).filter((one) => `zone:${page.data.subjects[one].zone_id}` === key)),
      [key],
    );
  }
  function all(kinds) {
    return kinds.reduce((keys, kind) => keys.concat(page.data.order[kind] || []), []);
  }
  function view() {
    return page.views[page.state.view];
  }
  /* A zone brings its parks and projects, an industry its zones, an owner is told by its projects. */
  function selection() {
    const key = page.state.opened;
    const subject = page.data.subjects[key];
    if (!subject)
      return view().keys
        ? view().keys()
        : all({ industries: ["zone"], parcels: ["zone"] }[page.state.view] || ["zone", "park", "project"]);
    if (subject.kind === "zone") return inZone(key);
    if (subject.kind === "owner") return subject.projects;
    if (subject.kind === "industry") return [key].concat(subject.zones.map((zoneId) => `zone:${zoneId}`));
    return [key];
  }
  /* What the selection is called, and what of it is not in the file. */
  function told() {
    const subject = page.data.subjects[page.state.opened];
    const chosen = view().chosen ? view().chosen() : "";
    return subject ? page.text(subject.name) : chosen || page.say("selection_all");
  }
  function lacking() {
    return page.state.view === "parcels" && !page.data.subjects[page.state.opened]
      ? page.say("download_no_parcels")
      : "";
  }
  function properties(key) {
    const subject = page.data.subjects[key];
    return subject.attributes || page.data.downloads.rows[key] || {};
  }
  function geometry(key) {
    const shape = page.map.drawn[key];
    return shape ? shape.feature.geometry : page.data.subjects[key].geometry || null;
  }
  /* A place for a row of a table: a point itself, else the middle of the widest stretch inside an outline, about
     halfway up a part of it. */
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
      /* Between two heights, so that the line goes through no corner. */
      while (middle < heights.length - 1 && heights[middle] === heights[0]) middle += 1;
      y = (heights[middle] + heights.filter((one) => one < heights[middle]).pop()) / 2;
      rings.forEach((ring) => {
        for (let i = 1; i < ring.length; i++) {
          const a = ring[i - 1];
          const b = ring[i];
          if (a[1] > y !== b[1] > y) crossed.push(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]));
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
    const features = selection().map((key) =>
      JSON.stringify({
        type: "Feature",
        properties: Object.assign({ layer: LAYERS[page.data.subjects[key].kind] }, properties(key)),
        geometry: geometry(key),
      }),
    );
    return `{"type": "FeatureCollection", "features": [\n${features.join(",\n")}\n]}\n`;
  }
  /* Codes in words; what is by evidence in words, too. */
  function worded(value) {
    const words = page.data.downloads.words;
    if (value && typeof value === "object" && !Array.isArray(value))
      return Object.keys(value)
        .map((name) => `${worded(name)} ${value[name]}`)
        .join(page.lang === "zh" ? "；" : "; ");
    if (typeof value === "boolean") value = String(value);
    return typeof value === "string" && hasOwn(words, value) ? page.text(words[value]) : value;
  }
  /* A cell that a spreadsheet would take for a formula is marked as text. */
  function cell(value) {
    let text = value === null || value === undefined ? "" : Array.isArray(value) ? value.join("、") : String(value);
    if (typeof value !== "number" && new RegExp(page.data.downloads.formula).test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }
  function csv() {
    const keys = selection();
    const columns = page.data.downloads.order.filter((name) => keys.some((key) => hasOwn(properties(key), name)));
    const names = page.data.downloads.columns;
    const heads = [page.say("layer")].concat(
      columns.map((name) => (names[name] ? page.text(names[name]) : name)),
      [page.say("longitude"), page.say("latitude")],
    );
    const lines = [heads.map(cell)].concat(
      keys.map((key) => {
        const row = properties(key);
        return [page.text(page.data.kinds[page.data.subjects[key].kind])]
          .concat(
            columns.map((name) => worded(row[name])),
            place(geometry(key)).map(degrees),
          )
          .map(cell);
      }),
    );
    return `\ufeff${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
  }

  function save(content, type, ending) {
    page.save(new Blob([content], { type: type }), name() + ending);
  }
  function name() {
    return `yzgeo-${(page.state.opened || page.state.view).replace(/[^A-Za-z0-9\u4e00-\u9fff]+/g, "-").slice(0, 60)}`;
  }
  return {
    geojson: geojson,
    csv: csv,
    name: name,
    told: told,
    lacking: lacking,
    saveGeojson: () => {
      save(geojson(), "application/geo+json", ".geojson");
    },
    saveCsv: () => {
      save(csv(), "text/csv;charset=utf-8", ".csv");
    },
  };
}
