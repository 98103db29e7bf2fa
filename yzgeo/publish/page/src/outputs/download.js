// Downloads of the selection, or of all that the view shows: GeoJSON, and CSV for spreadsheets.
import { hasOwn } from "../own.js";
import { words } from "../state/choices.js";
import { csv } from "./csv.js";
import { placeInside } from "./inside.js";
import { saveTold } from "./save_told.js";

/** The name of the GeoJSON layer of each kind of thing. @type {Record<string, string>} */
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
const DRAWN = ["zone", "park", "project"];
/** @type {Partial<Record<ViewName, string[]>>} */
const KINDS_OF_VIEW = { industries: ["zone"] };
const UNSAFE = /[^A-Za-z0-9\u4e00-\u9fff]+/g; // in the name of a file
const LONGEST_NAME = 60;

/** @param {Page} page */
export function makeDownload(page) {
  const { data } = page;
  const formula = new RegExp(data.downloads.formula);

  /** @param {string[]} kinds */
  const keysOf = (kinds) => kinds.flatMap((kind) => data.order[kind] || []);
  /** A selected thing; one that the page knows. @param {Key} key @returns {Subject} */
  const subjectOf = (key) => /** @type {Subject} */ (page.subject(key));

  /** A zone brings its parks and projects, an industry its zones, an owner is told by its projects. @returns {Key[]} */
  function selection() {
    const { opened, view } = page.state;
    const subject = page.subject(opened);
    if (!opened || !subject) return page.view.keys ? page.view.keys() : keysOf(KINDS_OF_VIEW[view] || DRAWN);
    const { kind, projects = [], zones = [] } = subject;
    if (kind === "zone") {
      return [opened, ...keysOf(["park", "project"]).filter((key) => `zone:${data.subjects[key].zone_id}` === opened)];
    }
    if (kind === "owner") return projects;
    if (kind === "industry") return [opened, ...zones.map((zoneId) => `zone:${zoneId}`)];
    return [opened];
  }
  /** @param {Key} key @returns {Record<string, unknown>} */
  function properties(key) {
    return subjectOf(key).attributes || data.downloads.rows[key] || {};
  }
  /** Of a project with several places all of them. @param {Key} key */
  function geometry(key) {
    const shapes = (page.map.allByKey[key] || []).map(({ feature }) => feature.geometry);
    if (shapes.length < 2) return shapes[0] || subjectOf(key).geometry || null;
    return { type: "MultiPoint", coordinates: shapes.map(({ coordinates }) => coordinates) };
  }
  /** A place for a row of a table, in degrees; the first of several. @param {Key} key */
  function place(key) {
    const shape = page.map.byKey[key]?.feature.geometry || subjectOf(key).geometry;
    return shape ? placeInside(shape).map((value) => Math.round(value * 1e6) / 1e6) : ["", ""];
  }

  function geojson() {
    const features = selection().map((key) =>
      JSON.stringify({
        type: "Feature",
        properties: { layer: LAYERS[subjectOf(key).kind], ...properties(key) },
        geometry: geometry(key),
      }),
    );
    return `{"type": "FeatureCollection", "features": [\n${features.join(",\n")}\n]}\n`;
  }
  /** Codes in words; what is by evidence in words, too. @param {unknown} value @returns {unknown} */
  function worded(value) {
    const { words: codes } = data.downloads;
    if (value && typeof value === "object" && !Array.isArray(value)) {
      return Object.entries(value)
        .map(([name, one]) => `${worded(name)} ${one}`)
        .join(page.semicolon());
    }
    const code = typeof value === "boolean" ? String(value) : value;
    return typeof code === "string" && hasOwn(codes, code) ? page.text(codes[code]) : code;
  }
  function table() {
    const keys = selection();
    const { order, columns } = data.downloads;
    const parcels = keys.filter((key) => subjectOf(key).kind === "parcel");
    const own = parcels.flatMap((key) => Object.keys(properties(key))); // the office's own columns stand behind ours
    const listed = [...new Set([...order, ...own])];
    const names = listed.filter((name) => keys.some((key) => hasOwn(properties(key), name)));
    const heads = names.map((name) => (hasOwn(columns, name) ? page.text(columns[name]) : name));
    const rows = keys.map((key) => {
      const row = properties(key);
      const kind = page.text(data.kinds[subjectOf(key).kind]);
      return [kind, ...names.map((name) => worded(row[name])), ...place(key)];
    });
    return csv([[page.say("layer"), ...heads, page.say("longitude"), page.say("latitude")], ...rows], formula);
  }
  function name() {
    const { opened, view } = page.state;
    return `yzgeo-${(opened || view).replace(UNSAFE, "-").slice(0, LONGEST_NAME)}`;
  }

  return {
    geojson,
    csv: table,
    name,
    /** The name of the selection. */
    selectionName() {
      const subject = page.subject(page.state.opened);
      if (subject) return page.text(subject.name);
      return (page.view.keys && words(page)) || page.say("selection_all");
    },
    /** The part of the selection that the file lacks; "" for nothing. */
    lacking() {
      const { view, opened } = page.state;
      return page.parcels && view === "land" && !page.subject(opened) ? page.say("download_no_parcels") : "";
    },
    saveGeojson: () => saveTold(page, new Blob([geojson()], { type: "application/geo+json" }), `${name()}.geojson`),
    saveCsv: () => saveTold(page, new Blob([table()], { type: "text/csv;charset=utf-8" }), `${name()}.csv`),
  };
}
