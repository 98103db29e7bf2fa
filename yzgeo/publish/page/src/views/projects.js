import { hasOwn } from "../own.js";
/* Projects: the larger the symbol the more is invested, colour by class; those without a place stand beside the map. */
export function makeViewProjects(page) {
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
    const chosen = page.state.chosen === group.name.zh;
    const row = m.press("class-row", undefined, () => {
      page.address.go({ chosen: chosen ? null : group.name.zh });
    });
    row.dataset.row = group.name.zh;
    row.setAttribute("aria-pressed", String(chosen));
    const swatch = m.make("span", "swatch");
    swatch.style.background = group.colour || "var(--symbol)";
    m.add(
      row,
      m.add(
        m.make("span", "name"),
        swatch,
        m.make("span", "grow", page.text(group.name)),
        m.make("span", "figure", page.numbers.money(group.investment)),
      ),
    );
    return m.add(
      row,
      page.charts.bar([{ value: group.investment, colour: group.colour || "var(--symbol)" }], most, ""),
      m.make("span", "meta", page.numbers.projects(group.count)),
    );
  }
  function projectRow(project, most) {
    const subject = page.data.subjects[project.key];
    const row = m.press("project-row", undefined, () => {
      page.open(project.key);
    });
    row.dataset.key = project.key;
    m.add(
      row,
      m.add(
        m.make("span", "name"),
        m.make("span", "grow", page.text(subject.name)),
        m.make("span", "figure", page.numbers.money(project.investment)),
      ),
    );
    return m.add(
      row,
      page.charts.bar([{ value: project.investment || 0, colour: colour(project), pale: project.weak }], most, ""),
      m.make("span", "meta", `${page.text(subject.note).split(" ")[0]} · ${page.text(names[project.class])}`),
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
    chosen: chosen,
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
        m.make("p", "meta", page.say("unlocated_note")),
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
      const entries = page.data.classes
        .filter((group) => group.colour)
        .map((group) => page.legend.swatch(group.colour, page.text(group.name)));
      return page.legend
        .narrowed()
        .concat(entries, [
          page.legend.swatch("var(--symbol)", page.say("legend_rest")),
          page.legend.sizes(),
          page.legend.owner(),
          page.legend.spread(),
        ])
        .concat(page.legend.outlines());
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
        fillOpacity: visible ? base.fillOpacity : 0.05,
      };
    },
    label: (zone) => {
      const shown = page.data.projects.filter((project) => project.zone_id === zone.zone_id && wanted(project));
      return page.numbers.projects(page.state.chosen === null ? zone.project_count : shown.length);
    },
  };
}
