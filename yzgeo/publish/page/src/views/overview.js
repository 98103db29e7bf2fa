/* The first view: the plan's totals, and a row for each zone. */
export function makeViewOverview(page) {
  const m = page.markup;

  function totals() {
    const box = m.make("div", "overview");
    page.data.overview.forEach((figure) => {
      const button = m.press("", undefined, () => {
        page.open(figure.key);
      });
      m.add(
        box,
        m.add(
          button,
          m.make("span", "number", page.text(figure.number)),
          m.make("span", "unit", page.text(figure.unit)),
        ),
      );
    });
    return box;
  }
  function zoneRow(zone) {
    const row = m.press("zone-row", undefined, () => {
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
      m.make("span", "meta", `${page.text(zone.area)} · ${page.numbers.projects(zone.project_count)}`),
    );
  }
  function keys(kind) {
    return page.data.order[kind] || [];
  }
  function listed(kind, noted) {
    return [
      m.list(
        keys(kind).map((key) => page.link(key, "", noted ? page.text(page.data.subjects[key].note) : "")),
        "links",
      ),
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
        page.fold("yz-clusters", `${page.say("clusters")} ${keys("cluster").length}`, listed("cluster", false)),
      );
    },
    legend: () =>
      page.legend
        .outlines()
        .concat([
          page.legend.project(),
          page.legend.owner(),
          page.legend.park(),
          page.legend.flag(),
          page.legend.spread(),
        ]),
    layers: { zones: true, parks: true, projects: true, places: true },
    style: () => null,
    label: (zone) => page.text(zone.area),
  };
}
