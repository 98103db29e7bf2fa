/* What is selected, or all that the view shows, to take along: GeoJSON, and CSV for spreadsheets. */
function yzDownload(page) {
  "use strict";
  var KINDS = {zone: "zones", park: "parks", project: "projects"};

  function inZone(key) {
    return ["park", "project"].reduce(function (keys, kind) {
      return keys.concat((page.data.order[kind] || []).filter(function (one) { return "zone:" + page.data.subjects[one].zone_id === key; }));
    }, [key]);
  }
  function all(kinds) { return kinds.reduce(function (keys, kind) { return keys.concat(page.data.order[kind] || []); }, []); }
  /* A zone brings its parks and projects, an owner its projects, an industry its zones. */
  function selection() {
    var key = page.state.opened, subject = page.data.subjects[key];
    if (!subject) return all({projects: ["project"], industries: ["zone"]}[page.state.view] || ["zone", "park", "project"]);
    if (subject.kind === "zone") return inZone(key);
    if (subject.kind === "owner") return subject.projects;
    if (subject.kind === "industry") return subject.zones.map(function (zoneId) { return "zone:" + zoneId; });
    return KINDS[subject.kind] ? [key] : all(["zone", "park", "project"]);
  }
  function properties(key) { return page.data.downloads.rows[KINDS[page.data.subjects[key].kind]][key] || {}; }
  function geometry(key) { var shape = page.map.drawn[key]; return shape ? shape.feature.geometry : null; }

  function geojson() {
    var features = selection().map(function (key) {
      return JSON.stringify({type: "Feature", properties: Object.assign({layer: KINDS[page.data.subjects[key].kind]}, properties(key)), geometry: geometry(key)});
    });
    return '{"type": "FeatureCollection", "features": [\n' + features.join(",\n") + "\n]}\n";
  }
  /* Codes in words; what is by evidence in words, too. */
  function worded(value) {
    var words = page.data.downloads.words;
    if (value && typeof value === "object" && !Array.isArray(value)) return Object.keys(value).map(function (name) { return worded(name) + " " + value[name]; }).join(page.lang === "zh" ? "；" : "; ");
    return typeof value === "string" && words.hasOwnProperty(value) ? page.text(words[value]) : value;
  }
  /* A cell that a spreadsheet would take for a formula is marked as text. */
  function cell(value) {
    var text = value === null || value === undefined ? "" : Array.isArray(value) ? value.join("、") : String(value);
    if (typeof value !== "number" && /^[\s]*[=+\-@\t\r]/.test(text)) text = "'" + text;
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }
  function csv() {
    var keys = selection(), columns;
    columns = page.data.downloads.order.filter(function (name) { return keys.some(function (key) { return properties(key).hasOwnProperty(name); }); });
    var names = page.data.downloads.columns, heads = [page.say("layer")].concat(columns.map(function (name) { return names[name] ? page.text(names[name]) : name; }));
    var lines = [heads.map(cell)].concat(keys.map(function (key) {
      var row = properties(key);
      return [page.text(page.data.kinds[page.data.subjects[key].kind])].concat(columns.map(function (name) { return worded(row[name]); })).map(cell);
    }));
    return "\ufeff" + lines.map(function (line) { return line.join(","); }).join("\r\n") + "\r\n";
  }

  function save(content, type, ending) {
    page.save(new Blob([content], {type: type}), name() + ending);
  }
  function name() { return "yzgeo-" + (page.state.opened || page.state.view).replace(/[^A-Za-z0-9\u4e00-\u9fff]+/g, "-").slice(0, 60); }
  return {
    geojson: geojson, csv: csv, name: name,
    saveGeojson: function () { save(geojson(), "application/geo+json", ".geojson"); },
    saveCsv: function () { save(csv(), "text/csv;charset=utf-8", ".csv"); }
  };
}
