/* Land: what can be used, what new land the projects want, and what is recovered of the target. */
export function makeViewLand(page) {
  const m = page.markup;
  const land = page.data.land;

  function zoneOf(row) {
    return page.data.zones.filter((zone) => zone.zone_id === row.zone_id)[0];
  }
  function line(name, figure, chart, open) {
    const row = open ? m.press("class-row", undefined, open) : m.make("div", "class-row");
    return m.add(
      row,
      m.add(m.make("span", "name"), m.make("span", "grow", name), m.make("span", "figure", figure)),
      chart,
    );
  }
  function bars(box, column, print, extra) {
    const most = Math.max.apply(
      null,
      land.zones
        .map((row) => row[column])
        .concat(
          extra.map((one) => one.value),
          [1e-9],
        ),
    );
    land.zones.forEach((row) => {
      const zone = zoneOf(row);
      m.add(
        box,
        line(
          page.text(page.data.subjects[zone.key].name),
          print(row[column]),
          page.charts.bar([{ value: row[column], colour: zone.colour }], most, ""),
          () => {
            page.open(zone.key);
          },
        ),
      );
    });
    extra.forEach((one) => {
      m.add(
        box,
        line(one.name, print(one.value), page.charts.bar([{ value: one.value, colour: "var(--symbol)" }], most, "")),
      );
    });
  }
  /* Recovered full, under way pale; land outside all zones has a row of its own. */
  function byZone(box) {
    const most = Math.max.apply(null, land.by_zone.map((row) => row.recovered_mu + row.under_way_mu).concat([1e-9]));
    land.by_zone.forEach((row) => {
      const zone = zoneOf(row);
      const colour = zone ? zone.colour : "var(--symbol)";
      const parts = [
        { value: row.recovered_mu, colour: colour },
        { value: row.under_way_mu, colour: colour, pale: true },
      ];
      m.add(
        box,
        line(
          zone ? page.text(page.data.subjects[zone.key].name) : page.say("outside_zones"),
          page.numbers.mu(row.recovered_mu),
          page.charts.bar(parts, most, ""),
          zone
            ? () => {
                page.open(zone.key);
              }
            : null,
        ),
      );
    });
  }
  function recovery(box) {
    const given = land.recovered_mu !== null;
    const target = land.target_mu;
    m.add(box, m.make("h2", "", page.say("recovery")));
    if (target !== null)
      m.add(
        box,
        line(
          page.say("target"),
          page.numbers.mu(target),
          page.charts.bar([{ value: target, colour: "var(--ink)" }], target, ""),
          () => {
            page.open(land.target_key);
          },
        ),
      );
    if (page.invented()) m.add(box, m.make("p", "empty", page.invented()));
    if (given) {
      const colour = page.theme.tint(land.colour);
      const parts = [
        { value: land.recovered_mu, colour: colour },
        { value: land.under_way_mu || 0, colour: colour, pale: true },
      ];
      const most = Math.max(target || 0, land.recovered_mu + (land.under_way_mu || 0), 1e-9);
      const share = target ? ` · ${page.numbers.percent(land.recovered_mu / target)}` : "";
      m.add(
        box,
        line(
          page.say("recovered"),
          page.numbers.mu(land.recovered_mu) + share,
          page.charts.bar(parts, most, page.say("recovered"), target || undefined),
        ),
      );
      m.add(
        box,
        m.make(
          "p",
          "meta",
          `${page.say("under_way")} ${page.numbers.mu(land.under_way_mu || 0)} · ${page.say("identified")} ${page.numbers.mu(land.identified_mu || 0)}${land.as_of ? ` · ${page.say("as_of")} ${land.as_of}` : ""}`,
        ),
        m.make("p", "meta", page.say(target ? "bars_target" : "bars")),
      );
      byZone(box);
    } else m.add(box, page.note(page.say("no_ledger")));
    m.add(
      box,
      line(
        page.say("identified_in_plan"),
        page.numbers.mu(land.identified_in_plan_mu),
        page.charts.bar(
          [{ value: land.identified_in_plan_mu, colour: "var(--symbol)" }],
          target || land.identified_in_plan_mu,
          "",
        ),
      ),
    );
    m.add(
      box,
      m.list(
        land.identified_keys.map((key) => page.link(key)),
        "links",
      ),
    );
    if (land.silent_keys.length)
      m.add(
        box,
        m.make("p", "meta", page.say("identified_silent")),
        m.list(
          land.silent_keys.map((key) => page.link(key)),
          "links",
        ),
      );
  }
  function project(key) {
    return page.data.projects.filter((one) => one.key === key)[0];
  }

  return {
    title: "view_land",
    list: (box) => {
      recovery(box);
      m.add(box, m.make("h2", "", page.say("usable")));
      bars(box, "usable_km2", page.numbers.km2, []);
      m.add(box, m.make("h2", "", `${page.say("new_land")} ${page.numbers.mu(land.new_land_mu)}`));
      bars(
        box,
        "new_land_mu",
        page.numbers.mu,
        [{ name: page.say("unlocated"), value: land.new_land_unlocated_mu }].concat(
          land.new_land_outside_mu ? [{ name: page.say("outside_zones"), value: land.new_land_outside_mu }] : [],
        ),
      );
      m.add(box, m.make("p", "meta", page.say("new_land_note")));
    },
    legend: () =>
      [page.legend.newLand(), page.legend.reuse(), page.legend.owner()].concat(page.legend.outlines(), [
        page.legend.spread(),
      ]),
    layers: { zones: true, parks: false, projects: true, places: false },
    style: (key, subject) => {
      if (subject.kind === "zone") return { fillOpacity: 0.3 };
      if (subject.kind !== "project") return null;
      const one = project(key);
      if (one.reuses_land)
        return { radius: 4 + 0.6 * Math.sqrt(one.new_land_mu || 40), fillOpacity: 0, weight: 3, opacity: 1 };
      return one.new_land_mu ? { radius: 4 + 0.6 * Math.sqrt(one.new_land_mu) } : { opacity: 0, fillOpacity: 0 };
    },
    label: (zone) => {
      const row = land.zones.filter((one) => one.zone_id === zone.zone_id)[0];
      return [page.text(zone.area)].concat(
        row.new_land_mu ? [`${page.say("new_short")} ${page.numbers.mu(row.new_land_mu)}`] : [],
      );
    },
  };
}
