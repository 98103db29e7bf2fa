/* Which zone leads in what, and where the pattern overlaps: a stamp for each industry, and the whole as a matrix. */
export function makeViewIndustries(page) {
  const m = page.markup;

  function picked() {
    const subject = page.data.subjects[page.state.opened];
    return subject?.zones ? subject.zones : null;
  }
  function zoneIds(industry) {
    return industry.zones.map((zone) => zone.zone_id);
  }
  function stampButton(industry) {
    const name = page.text(page.data.subjects[industry.key].name);
    const count = industry.zones.length;
    const where = zoneIds(industry);
    const button = m.press("stamp-button", undefined, () => {
      page.open(industry.key);
    });
    button.dataset.key = industry.key;
    m.add(button, page.charts.stamp(where, count > 1, ""), m.make("span", "name", name));
    m.add(
      button,
      m.make("span", "meta", count > 1 ? `${count} ${page.say("zones_lead")}` : page.text(zone(where[0]).shortest)),
    );
    return button;
  }
  function zone(zoneId) {
    return page.data.zones.filter((one) => one.zone_id === zoneId)[0];
  }

  return {
    title: "view_industries",
    list: (box) => {
      const shared = page.data.industries.filter((industry) => industry.zones.length > 1);
      const single = page.data.industries.filter((industry) => industry.zones.length === 1);
      m.add(
        box,
        m.make("h2", "", `${page.say("industries_shared")} ${shared.length}`),
        m.add.apply(null, [m.make("div", "stamps")].concat(shared.map(stampButton))),
      );
      m.add(
        box,
        m.make("h2", "", `${page.say("industries_single")} ${single.length}`),
        m.add.apply(null, [m.make("div", "stamps")].concat(single.map(stampButton))),
      );
      m.add(
        box,
        m.make("h2", "", page.say("matrix")),
        page.charts.matrix(page.data.industries),
        m.make("p", "meta", page.say("matrix_note")),
      );
      const others = (page.data.order.industry || []).filter((key) => !page.data.subjects[key].zones.length);
      m.add(
        box,
        page.fold("yz-other-industries", `${page.say("industries_prose")} ${others.length}`, [
          m.list(
            others.map((key) => page.link(key)),
            "links",
          ),
        ]),
      );
    },
    legend: () => page.legend.outlines().concat([page.legend.hatched(), page.legend.half()]),
    layers: { zones: true, parks: false, projects: false, places: false },
    style: (key, subject) => {
      if (subject.kind !== "zone") return null;
      const leads = picked();
      const id = key.slice(5);
      if (!leads) return { fillOpacity: 0.4 };
      if (leads.indexOf(id) < 0) return { fillOpacity: 0, opacity: 0.35 };
      return leads.length > 1 ? { fillColor: `url(#yz-hatch-${id})`, fillOpacity: 1 } : { fillOpacity: 0.6 };
    },
    label: (zone) => (picked() ? "" : page.text(zone.leading).split(page.lang === "zh" ? "、" : ", ")),
  };
}
