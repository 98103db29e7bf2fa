/* The list, the panel, the search and the address; all text goes in as text, never as markup. */
window.yzgeo = {ready: false};
function yzStart(map, layers, tiles) {
  "use strict";
  var data = JSON.parse(document.getElementById("yz-data").textContent);
  var lang = data.lang, opened = null, followed = null, chart, parcels;
  var $ = function (id) { return document.getElementById(id); };

  function text(both) { return both[lang]; }
  function say(key) { return YZ_TEXTS[key][lang]; }
  function make(tag, classes, content) {
    var node = document.createElement(tag);
    if (classes) node.className = classes;
    if (content !== undefined) node.textContent = content;
    return node;
  }
  function add(parent) {
    for (var i = 1; i < arguments.length; i++) if (arguments[i]) parent.appendChild(arguments[i]);
    return parent;
  }
  function link(key, note) {
    var subject = data.subjects[key], button = make("button", "", text(subject.name));
    button.type = "button";
    if (note) add(button, make("span", "meta", "  " + note));
    button.addEventListener("click", function () { open(key); });
    return button;
  }

  /* A clause is a button that unfolds the plan's own words; a source outside the plan is a plain note. */
  function chips(sources) {
    var box = make("div"), row = add(box, make("div", "chips")).firstChild;
    sources.forEach(function (source) {
      var clause = data.clauses[source];
      if (!clause) { var note = make("span", "chip outside", /\.(csv|json|geojson)$/.test(source) ? say("data_file") + source : source); note.title = say("outside_source"); add(row, note); return; }
      var chip = make("button", "chip", lang === "zh" ? source : clause.en), passage;
      chip.type = "button";
      chip.setAttribute("aria-expanded", "false");
      chip.addEventListener("click", function () {
        if (passage) { box.removeChild(passage); passage = null; chip.setAttribute("aria-expanded", "false"); return; }
        passage = add(make("blockquote", "passage"), make("span", "heading", clause.heading), document.createTextNode(clause.text));
        box.appendChild(passage);
        chip.setAttribute("aria-expanded", "true");
      });
      add(row, chip);
    });
    return box;
  }

  function details(key) {
    var button = make("button", "details", say("details"));
    button.type = "button";
    button.addEventListener("click", function () { open(key); });
    return button;
  }

  function findingBlock(finding, withSubject) {
    var box = make("div", "finding"), line = make("div");
    add(line, make("span", "severity " + finding.severity, text(data.severities[finding.severity])));
    add(line, document.createTextNode(text(finding.message)));
    add(box, line, chips(finding.clauses));
    if (text(finding.remedy)) add(box, make("div", "meta", text(finding.remedy)));
    if (withSubject && data.subjects[finding.subject]) add(box, details(finding.subject));
    return box;
  }

  function drawPanel() {
    var panel = $("yz-panel"), subject = opened && data.subjects[opened];
    panel.textContent = "";
    panel.hidden = !subject;
    if (!subject) return;
    var head = make("header"), title = make("h2", "", text(subject.name)), close = make("button", "close", say("close"));
    title.tabIndex = -1;
    title.style.borderColor = subject.colour || "";
    close.type = "button";
    close.addEventListener("click", function () { open(null); });
    add(panel, add(head, title, close), make("div", "meta", text(data.kinds[subject.kind]) + (subject.note ? " · " + text(subject.note) : "")));
    data.findings.forEach(function (finding) { if (finding.subject === opened) add(panel, findingBlock(finding, false)); });
    subject.facts.forEach(function (fact) {
      add(panel, add(make("div", "fact"), make("div", "label", text(fact.label)), make("div", "value", text(fact.value)), chips(fact.sources)));
    });
    subject.links.forEach(function (group) {
      var box = make("div", "links");
      group.items.forEach(function (item) { add(box, link(item.key, item.note ? text(item.note) : "")); });
      add(panel, make("h3", "", text(group.title)), box);
    });
    panel.scrollTop = 0;
  }

  function open(key) {
    var address = key ? "#" + key.replace(":", "=") : "#";
    if (location.hash !== address && !(address === "#" && !location.hash)) location.hash = address;
    follow();
  }
  /* The address leads: what it names is open. Setting it reports later, so what is shown already is left alone. */
  function follow() {
    if (followed === location.hash) return;
    followed = location.hash;
    $("yz-results").textContent = "";
    var wanted = decodeURIComponent(location.hash.slice(1)).replace("=", ":");
    opened = data.subjects.hasOwnProperty(wanted) ? wanted : null;
    drawPanel();
    markRow();
    chart.resized();
    chart.select(opened);
  }
  function markRow() {
    document.querySelectorAll(".zone-row").forEach(function (row) { row.classList.toggle("open", row.dataset.key === opened); });
  }

  function section(id, title, open, content) {
    var box = make("details");
    if (id) box.id = id;
    box.open = open;
    add(box, make("summary", "", title));
    content.forEach(function (node) { add(box, node); });
    return box;
  }
  function list(nodes) {
    var box = make("ul");
    nodes.forEach(function (node) { add(box, add(make("li"), node)); });
    return box;
  }

  function zoneRow(zone) {
    var row = make("button", "zone-row"), name = make("span", "name"), swatch = make("span", "swatch"), bar = make("span", "bar"), fill = make("span");
    row.type = "button";
    row.dataset.key = zone.key;
    swatch.style.background = fill.style.background = zone.colour;
    fill.style.width = 100 * zone.share + "%";
    add(name, swatch, make("span", "", text(data.subjects[zone.key].name)));
    if (zone.flags) add(name, make("span", "flag", "⚑ " + zone.flags));
    add(row, name, add(bar, fill), make("span", "meta", text(zone.area) + " · " + zone.project_count + " " + say("projects_short")));
    row.addEventListener("click", function () { open(zone.key); });
    return row;
  }

  function sample(draw) {
    var icon = document.createElementNS("http://www.w3.org/2000/svg", "svg"), shape = document.createElementNS("http://www.w3.org/2000/svg", draw.tag);
    icon.setAttribute("width", 26); icon.setAttribute("height", 16);
    Object.keys(draw.attributes).forEach(function (name) { shape.setAttribute(name, draw.attributes[name]); });
    icon.appendChild(shape);
    return icon;
  }
  function legend() {
    var ink = "#2b2a27", rect = {x: 2, y: 2, width: 22, height: 12, fill: ink, "fill-opacity": .12, stroke: ink, "stroke-width": 1.5};
    var entries = [];
    if (data.bases.indexOf("schematic") >= 0) entries.push([{tag: "rect", attributes: Object.assign({"stroke-dasharray": "4 3"}, rect)}, "legend_schematic"]);
    if (data.bases.indexOf("official") >= 0) entries.push([{tag: "rect", attributes: rect}, "legend_official"]);
    entries.push([{tag: "circle", attributes: {cx: 13, cy: 8, r: 6, fill: ink, "fill-opacity": .6, stroke: ink}}, "legend_project"]);
    entries.push([{tag: "circle", attributes: {cx: 13, cy: 8, r: 6, fill: ink, "fill-opacity": .2, stroke: ink, "stroke-dasharray": "3 2"}}, "legend_owner"]);
    entries.push([{tag: "circle", attributes: {cx: 13, cy: 8, r: 4, fill: "#fffdf8", stroke: ink, "stroke-width": 2}}, "legend_park"]);
    var box = make("ul");
    entries.forEach(function (entry) { add(box, add(make("li"), sample(entry[0]), make("span", "", say(entry[1])))); });
    add(box, add(make("li"), make("span", "flag", "⚑"), make("span", "", say("legend_flag"))), add(make("li"), make("span", "", say("legend_spread"))));
    if (parcels) add(box, add(make("li"), parcels.legend()));
    return box;
  }

  var shown = {places: true, uncertainty: false}, chosen = "";
  Object.keys(layers).forEach(function (name) { shown[name] = true; });
  function switches() {
    var box = make("ul");
    Object.keys(layers).reverse().concat(["uncertainty", "places"]).forEach(function (name) {
      var tick = make("input"), row = make("label");
      tick.type = "checkbox";
      tick.checked = shown[name];
      tick.addEventListener("change", function () { shown[name] = tick.checked; chart.toggle(name, tick.checked); });
      add(box, add(make("li"), add(row, tick, document.createTextNode(" " + (data.layers[name] ? text(data.layers[name]) : say(name))))));
    });
    var choice = make("select"), names = [""].concat(Object.keys(tiles));
    choice.setAttribute("aria-label", say("basemap"));
    names.forEach(function (name) { var option = make("option", "", name || say("basemap_none")); option.value = name; add(choice, option); });
    choice.value = chosen;
    choice.addEventListener("change", function () { chosen = choice.value; $("yz-notice").hidden = true; chart.basemap(chosen); });
    add(box, add(make("li"), make("span", "", say("basemap")), choice));
    return box;
  }

  function overview() {
    var box = make("div", "overview");
    data.overview.forEach(function (figure) {
      var button = make("button");
      button.type = "button";
      button.addEventListener("click", function () { open(figure.key); });
      add(box, add(button, make("span", "number", text(figure.number)), make("span", "unit", text(figure.unit))));
    });
    return box;
  }

  function ofKind(kind) {
    return data.order[kind] || [];
  }
  function drawList() {
    var box = $("yz-list"), unfolded = {};
    box.querySelectorAll("details").forEach(function (part, index) { unfolded[index] = part.open; });
    box.textContent = "";
    add(box, overview(), make("h2", "", say("zones")));
    data.zones.forEach(function (zone) { add(box, zoneRow(zone)); });
    var rules = data.rules.filter(function (rule) { return rule.status === "not_checked" || text(rule.reason); });
    var missing = ofKind("project").concat(ofKind("park")).filter(function (key) { return data.subjects[key].unlocated; });
    var isProject = function (key) { return data.subjects[key].kind === "project"; };
    var projects = missing.filter(isProject), parks = missing.filter(function (key) { return !isProject(key); });
    var sections = [
      ["yz-findings", say("findings") + " " + data.findings.length, false,
        (data.findings.length ? data.findings.map(function (f) { return findingBlock(f, true); }) : [make("p", "meta", say("findings_none"))])
          .concat(rules.map(function (rule) { return add(make("div", "finding"), make("span", "severity info", say("not_checked")), document.createTextNode(text(rule.title) + (lang === "zh" ? "：" : ": ") + text(rule.reason))); }))],
      ["yz-unlocated", say("unlocated") + " " + projects.length, false, [make("p", "meta", say("unlocated_note")),
        list(projects.map(function (key) { return link(key, text(data.subjects[key].note)); })),
        parks.length ? make("h2", "", say("unlocated_parks") + " " + parks.length) : null, list(parks.map(function (key) { return link(key); }))]],
      ["", say("targets") + " " + ofKind("target").length, false, [list(ofKind("target").map(function (key) { return link(key, text(data.subjects[key].note)); }))]],
      ["", say("clusters") + " " + ofKind("cluster").length, false, [list(ofKind("cluster").map(function (key) { return link(key); }))]],
      ["", say("industries") + " " + ofKind("industry").length, false, [list(ofKind("industry").map(function (key) { return link(key); }))]],
      ["yz-layers", say("layers"), true, [switches()]],
      ["yz-legend", say("legend"), true, [legend()]],
      ["", say("method"), false, [make("p", "meta", say("method_text"))]]
    ];
    sections.forEach(function (part, index) { add(box, section(part[0], part[1], index in unfolded ? unfolded[index] : part[2], part[3])); });
    markRow();
  }

  function search() {
    var wanted = $("yz-query").value.trim().toLowerCase(), box = $("yz-results");
    box.textContent = "";
    if (!wanted) return;
    var hits = Object.keys(data.subjects).filter(function (key) { return data.subjects[key].search.indexOf(wanted) >= 0; }).slice(0, 30);
    hits.forEach(function (key) {
      var hit = link(key, text(data.kinds[data.subjects[key].kind]));
      hit.addEventListener("click", function () { box.textContent = ""; });
      add(box, hit);
    });
    if (!hits.length) add(box, make("p", "meta", say("nothing_found")));
  }

  function redraw() {
    document.documentElement.lang = lang;
    document.title = text(data.title);
    $("yz-title").textContent = text(data.title);
    $("yz-subtitle").textContent = text(data.subtitle);
    $("yz-lang").textContent = say("language");
    $("yz-query").placeholder = say("search");
    $("yz-query").setAttribute("aria-label", say("search"));
    drawList();
    drawPanel();
    chart.relabel();
  }

  $("yz-map").appendChild(map.getContainer());
  map.invalidateSize({animate: false});
  chart = yzMap(data, map, layers, tiles, text, open);
  if ($("yz-parcels")) {
    parcels = yzParcels(map, data, text, function (key, subject) { data.subjects[key] = subject; open(key); });
    parcels.beneath(layers.district);
    layers.parcels = parcels.layer.addTo(map);
    data.layers.parcels = data.kinds.parcel;
    shown.parcels = true;
  }
  Object.keys(tiles).forEach(function (name) {
    tiles[name].on("tileerror", function () { $("yz-notice").textContent = say("basemap_failed"); $("yz-notice").hidden = false; });
  });
  $("yz-lang").addEventListener("click", function () { lang = lang === "zh" ? "en" : "zh"; redraw(); });
  $("yz-query").addEventListener("input", search);
  $("yz-query").addEventListener("keydown", function (event) {
    var first = $("yz-results").querySelector("button");
    if (event.key === "Escape") { $("yz-results").textContent = ""; }
    if (event.key === "Enter" && first) first.click();
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape" && opened) open(null); });
  window.addEventListener("hashchange", follow);
  window.addEventListener("resize", chart.resized);
  redraw();
  follow();
  window.yzgeo.ready = true;
}
