/* The page: puts its parts together, and shows what the address asks for. */
window.yzgeo = {ready: false};
function yzStart(map, layers, tiles) {
  "use strict";
  var page = {data: JSON.parse(document.getElementById("yz-data").textContent), leaflet: map, layers: layers, tiles: tiles, state: {view: "overview", opened: null, rule: null, chosen: null}, markup: yzMarkup()};
  var m = page.markup, $ = m.byId;
  page.lang = page.data.lang;
  page.text = function (both) { return both[page.lang]; };
  page.say = function (key) { return YZ_TEXTS[key][page.lang]; };
  /* Opens a subject, or closes the panel; the focus goes along, and back to where the subject was opened from. */
  /* What only plans with schematic outlines say. */
  page.ifSchematic = function (key) { return page.data.bases.indexOf("schematic") < 0 ? "" : page.say(key); };
  page.open = function (key) {
    var from = page.state.opened;
    page.address.go({opened: key});
    var title = $("yz-panel").querySelector("h2"), rows = Array.prototype.slice.call(document.querySelectorAll("#yz-list [data-key]"));
    var row = rows.filter(function (one) { return one.dataset.key === from; })[0];
    if (title) title.focus({preventScroll: true});
    else if (from) (row || $("yz-list")).focus({preventScroll: true});
  };
  /* A button that opens a subject, by its name or other words. */
  page.link = function (key, classes, note, instead) {
    var subject = page.data.subjects[key], named = page.text(subject.name);
    var button = m.press((classes || "") + " open-subject", classes === "details" ? page.say("details") : instead && note ? note : named, function () { page.open(key); });
    button.dataset.key = key;
    if (classes === "details") button.setAttribute("aria-label", page.say("details") + " " + named);
    if (note && !instead) m.add(button, m.make("span", "meta", "  " + note));
    return button;
  };
  page.fold = function (id, title, nodes) {
    var box = m.make("details");
    box.id = id;
    m.add(box, m.make("summary", "", title));
    nodes.forEach(function (node) { m.add(box, node); });
    return box;
  };
  /* What is missing and why; a command in it stays in one piece. */
  page.note = function (words) {
    var box = m.make("p", "empty"), cut = words.indexOf("yzgeo build");
    if (cut < 0) cut = words.length;
    return m.add(box, document.createTextNode(words.slice(0, cut)), cut < words.length ? m.make("code", "", words.slice(cut)) : null);
  };
  /* What must be said wherever a made-up ledger is shown, on paper and in pictures above all. */
  page.invented = function () { return page.data.land.invented_note ? page.say("invented") : ""; };
  /* What the view is narrowed to: a picture or a sheet of paper without this would pass for the whole. */
  page.narrowed = function () { var view = page.views[page.state.view]; return view.narrowed ? view.narrowed() : ""; };
  page.viewName = function () { return page.say("view_" + page.state.view) + (page.narrowed() ? page.say("narrowed") + page.narrowed() : ""); };
  page.save = function (blob, name) {
    var anchor = m.make("a"), address = URL.createObjectURL(blob);
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  };
  page.notice = function (words) {
    $("yz-notice").textContent = words;
    $("yz-notice").hidden = !words;
  };
  page.spread = yzSpread;
  page.placeLabels = yzPlaceLabels;

  function drawTabs() {
    var box = $("yz-views"), names = Object.keys(page.views), held = box.contains(document.activeElement);
    m.empty(box);
    box.setAttribute("aria-label", page.say("views"));
    names.forEach(function (name, index) {
      var tab = m.press("tab", page.say("view_" + name), function () { page.address.go({view: name, rule: null}); });
      var chosen = name === page.state.view;
      tab.setAttribute("role", "tab");
      tab.id = "yz-tab-" + name;
      tab.dataset.view = name;
      tab.tabIndex = chosen ? 0 : -1;
      tab.setAttribute("aria-selected", String(chosen));
      tab.setAttribute("aria-controls", "yz-list");
      tab.addEventListener("keydown", function (event) {
        var last = names.length - 1, next = {ArrowRight: index < last ? index + 1 : 0, ArrowLeft: index ? index - 1 : last, Home: 0, End: last}[event.key];
        if (next === undefined) return;
        event.preventDefault();
        page.address.go({view: names[next], rule: null});
        $("yz-tab-" + page.state.view).focus();
      });
      m.add(box, tab);
      if (held && chosen) tab.focus({preventScroll: true});
    });
  }
  /* What of the list has the focus, told so that the same is found in the list drawn anew. */
  function held() {
    var node = document.activeElement;
    return $("yz-view").contains(node) || $("yz-findings").contains(node) ? told(node) : "";
  }
  function told(node) {
    var at = node.dataset, name = at.rule || at.row || at.key || (node.tagName === "SUMMARY" ? node.parentNode.id : "");
    return name && node.tagName + " " + node.className.split(" ")[0] + " " + name;
  }
  function hold(name) {
    var again = name && Array.prototype.slice.call(document.querySelectorAll("#yz-list button, #yz-list summary")).filter(function (node) { return told(node) === name; })[0];
    if (again) again.focus({preventScroll: true});
  }
  page.redrawView = function () {
    var view = page.views[page.state.view], box = $("yz-view"), findings = $("yz-findings"), unfolded = {}, focused = held();
    if (page.views.parcels) page.views.parcels.recolour();
    box.querySelectorAll("details").forEach(function (part) { unfolded[part.id] = part.open; });
    m.empty(box);
    view.list(box);
    box.querySelectorAll("details").forEach(function (part) { part.open = Boolean(unfolded[part.id]); });
    var open = findings.open || page.state.view === "findings";
    m.empty(findings);
    m.add(findings, m.make("summary", "", page.say("findings") + " " + page.numbers.grouped(page.views.findings.total())), page.views.findings.all());
    findings.open = open;
    hold(focused);
    page.redrawLegend();
    page.map.show(view);
    markRows();
  };
  /* Where the map is narrow the legend would hide it: it folds, and unfolds when there is room again. Between, it is
     the reader's. */
  var roomy = null;
  function fitLegend() {
    var widest = parseFloat(getComputedStyle($("yz-legend")).maxWidth), room = $("yz-map").offsetWidth > 2 * widest;
    if (room !== roomy) $("yz-legend").open = room;
    roomy = room;
  }
  page.redrawLegend = function () { page.legend.draw(page.views[page.state.view].legend()); };
  function markRows() {
    document.querySelectorAll("#yz-list [data-key]").forEach(function (row) { row.classList.toggle("open", row.dataset.key === page.state.opened); });
  }
  /* Shows another state: only what is different is drawn anew. */
  page.show = function (state) {
    page.search.close();
    var before = page.state, panelled = !$("yz-panel").hidden;
    page.state = state;
    if (before.view !== state.view) {
      page.layerTree.enter(Object.assign({parcels: false}, page.views[state.view].layers));
      $("yz-findings").open = state.view === "findings";
      $("yz-list").scrollTop = 0;
    }
    document.body.dataset.view = state.view;
    $("yz-list").setAttribute("aria-labelledby", "yz-tab-" + state.view);
    drawTabs();
    page.redrawView();
    if (before.opened !== state.opened) {
      page.panel.draw();
      if (panelled === $("yz-panel").hidden) { fitLegend(); page.map.resized(); }
      $("yz-panel").scrollIntoView({block: "nearest"}); // on a low screen the panel stands beside the map, above the list
    }
    page.map.select(state.opened, before.opened !== state.opened, before.view !== state.view);
  };
  page.redraw = function () {
    document.documentElement.lang = page.lang;
    document.title = page.text(page.data.title);
    $("yz-title").textContent = page.text(page.data.title);
    m.empty($("yz-subtitle"));
    /* A date or a period is not broken at its hyphen. */
    page.text(page.data.subtitle).split(/(\u3000| · )/).forEach(function (part, index) { $("yz-subtitle").appendChild(index % 2 ? document.createTextNode(part) : m.make("span", "part", part)); });
    $("yz-lang").textContent = page.say("language");
    $("yz-lang").lang = page.lang === "zh" ? "en" : "zh";
    var wanted = page.say(page.data.parcels ? "search_parcels" : "search");
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
  map.invalidateSize({animate: false});
  page.numbers = yzNumbers(page);
  page.clauses = yzClauses(page);
  page.findings = yzFindings(page);
  page.theme = yzTheme(page);
  page.charts = yzCharts(page);
  page.legend = yzLegend(page);
  page.lists = yzLists(page);
  page.views = {};
  [["overview", yzViewOverview], ["industries", yzViewIndustries], ["projects", yzViewProjects], ["land", yzViewLand], ["findings", yzViewFindings], ["parcels", yzViewParcels]].forEach(function (pair) {
    var view = pair[1](page);
    if (view) page.views[pair[0]] = view;
  });
  page.ornaments = yzOrnaments(page);
  page.measure = yzMeasure(page);
  page.map = yzMap(page);
  page.basemaps = yzBasemaps(page);
  page.layerTree = yzLayers(page);
  page.panel = yzPanel(page);
  page.address = yzAddress(page);
  page.search = yzSearch(page);
  page.download = yzDownload(page);
  page.print = yzPrint(page);
  page.picture = yzPicture(page);
  page.sources = yzSources(page);
  page.tools = yzTools(page);

  $("yz-layers").open = window.matchMedia("(min-width: 861px)").matches;
  fitLegend();
  $("yz-skip").addEventListener("click", function () { $("yz-list").focus(); });
  $("yz-lang").addEventListener("click", function () { page.lang = page.lang === "zh" ? "en" : "zh"; page.redraw(); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || $("yz-dialog").open) return;
    if (page.measure.mode()) page.measure.stop();
    else if (page.state.opened) page.open(null);
  });
  window.addEventListener("resize", function () {
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
