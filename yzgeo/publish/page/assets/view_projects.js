/* Projects: the larger the symbol the more is invested, colour by class; those without a place stand beside the map. */
function yzViewProjects(page) {
  "use strict";
  var m = page.markup, colours = {}, names = {};
  page.data.classes.forEach(function (group) { colours[group.name.zh] = group.colour; names[group.name.zh] = group.name; });

  function of(key) { return page.data.projects.filter(function (project) { return project.key === key; })[0]; }
  function colour(project) { return colours[project["class"]] || page.theme.quiet(); }
  function wanted(project) { return page.state.chosen === null || project["class"] === page.state.chosen; }

  function classRow(group, most) {
    var chosen = page.state.chosen === group.name.zh;
    var row = m.press("class-row", undefined, function () { page.address.go({chosen: chosen ? null : group.name.zh}); });
    row.dataset.row = group.name.zh;
    row.setAttribute("aria-pressed", String(chosen));
    var swatch = m.make("span", "swatch");
    swatch.style.background = group.colour || "var(--symbol)";
    m.add(row, m.add(m.make("span", "name"), swatch, m.make("span", "grow", page.text(group.name)), m.make("span", "figure", page.numbers.money(group.investment))));
    return m.add(row, page.charts.bar([{value: group.investment, colour: group.colour || "var(--symbol)"}], most, ""), m.make("span", "meta", page.numbers.projects(group.count)));
  }
  function projectRow(project, most) {
    var subject = page.data.subjects[project.key], row = m.press("project-row", undefined, function () { page.open(project.key); });
    row.dataset.key = project.key;
    m.add(row, m.add(m.make("span", "name"), m.make("span", "grow", page.text(subject.name)), m.make("span", "figure", page.numbers.money(project.investment))));
    return m.add(row, page.charts.bar([{value: project.investment || 0, colour: colour(project), pale: project.weak}], most, ""), m.make("span", "meta", page.text(subject.note).split(" ")[0] + " · " + page.text(names[project["class"]])));
  }
  function chosen() { return page.state.chosen === null ? "" : page.text(names[page.state.chosen]); }
  function sum(projects) { return projects.reduce(function (total, project) { return total + (project.investment || 0); }, 0); }

  return {
    title: "view_projects",
    keys: function () { return (page.data.order.project || []).filter(function (key) { return wanted(of(key)); }); },
    has: function (name) { return names.hasOwnProperty(name); },
    chosen: chosen,
    narrowed: chosen,
    list: function (box) {
      var most = Math.max.apply(null, page.data.classes.map(function (group) { return group.investment; }).concat([1]));
      var largest = Math.max.apply(null, page.data.projects.map(function (project) { return project.investment || 0; }).concat([1]));
      var shown = page.data.projects.filter(wanted);
      var here = shown.filter(function (project) { return project.located; }), nowhere = shown.filter(function (project) { return !project.located; });
      m.add(box, m.make("h2", "", page.say("classes")), m.make("p", "meta hint", page.say("classes_note")));
      page.data.classes.forEach(function (group) { m.add(box, classRow(group, most)); });
      var lost = m.make("section", "unlocated");
      lost.id = "yz-unlocated";
      m.add(lost, m.make("h2", "", page.say("unlocated") + " " + nowhere.length + " · " + page.numbers.money(sum(nowhere))), m.make("p", "meta", page.say("unlocated_note")));
      nowhere.forEach(function (project) { m.add(lost, projectRow(project, largest)); });
      m.add(box, m.make("h2", "", page.say("located") + " " + here.length + " · " + page.numbers.money(sum(here))));
      here.forEach(function (project) { m.add(box, projectRow(project, largest)); });
      m.add(box, lost);
    },
    legend: function () {
      var entries = page.data.classes.filter(function (group) { return group.colour; }).map(function (group) { return page.legend.swatch(group.colour, page.text(group.name)); });
      return page.legend.narrowed().concat(entries, [page.legend.swatch("var(--symbol)", page.say("legend_rest")), page.legend.sizes(), page.legend.owner(), page.legend.spread()]).concat(page.legend.outlines());
    },
    layers: {zones: true, parks: false, projects: true, places: true},
    style: function (key, subject, base) {
      if (subject.kind === "zone") return {color: page.theme.quiet(), fillColor: page.theme.quiet(), fillOpacity: .08};
      if (subject.kind !== "project") return null;
      var project = of(key), visible = wanted(project);
      return {color: colour(project), fillColor: colour(project), opacity: visible ? 1 : .12, fillOpacity: visible ? base.fillOpacity : .05};
    },
    label: function (zone) {
      var shown = page.data.projects.filter(function (project) { return project.zone_id === zone.zone_id && wanted(project); });
      return page.numbers.projects(page.state.chosen === null ? zone.project_count : shown.length);
    }
  };
}
