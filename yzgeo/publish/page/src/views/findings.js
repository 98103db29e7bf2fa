/* Where the plan contradicts itself or does not keep its rules: by rule, and marked on the map. */
export function makeViewFindings(page) {
  const m = page.markup;

  function grouped() {
    return page.data.rules.map((rule) => ({
      rule: rule,
      findings: page.data.findings.filter((finding) => finding.rule === rule.rule),
    }));
  }
  function counts(key) {
    const found = page.findings.of(key).filter(page.findings.grave);
    return page.state.rule ? found.filter((finding) => finding.rule === page.state.rule).length : found.length;
  }
  function group(one) {
    const rule = one.rule;
    const open = page.state.rule === rule.rule || (page.print.printing() && page.state.view === "findings");
    const box = m.make("div", `rule${open ? " open" : ""}`);
    const button = m.press("rule-row", undefined, () => {
      page.address.go({ rule: open ? null : rule.rule, view: "findings" });
    });
    button.setAttribute("aria-expanded", String(open));
    button.dataset.rule = rule.rule;
    const grave = one.findings.some(page.findings.grave);
    m.add(
      button,
      m.make("span", "grow", page.text(rule.title)),
      m.make(
        "span",
        grave ? "flag" : "meta",
        rule.count
          ? (grave ? "⚑ " : "") + page.numbers.grouped(rule.count)
          : page.text(page.data.statuses[rule.status]),
      ),
    );
    m.add(box, button);
    if (open) {
      m.add(box, page.clauses.chips(rule.clauses));
      if (page.text(rule.reason)) m.add(box, m.make("p", "meta", page.text(rule.reason)));
      one.findings.forEach((finding) => {
        m.add(box, page.findings.block(finding, "subject"));
      });
      if (rule.listed && rule.count)
        m.add(
          box,
          m.make("p", "meta", page.say("unlocated_note")),
          m.press("details", `${page.say("unlocated")} ${rule.count}`, listed),
        );
      if (rule.untold && !rule.listed)
        m.add(box, m.make("p", "empty", page.say("untold") + page.numbers.grouped(rule.untold)));
    }
    return box;
  }
  /* Each project without a place would be told by the same words: the list of them stands in the view of projects. */
  function listed() {
    page.address.go({ view: "projects", rule: null });
    const list = m.byId("yz-unlocated");
    list.scrollIntoView();
    list.querySelector("button").focus({ preventScroll: true });
  }
  function total() {
    return page.data.rules.reduce((sum, rule) => sum + rule.count, 0);
  }
  function severities() {
    const line = m.make("p", "meta counts");
    ["error", "warning", "info"].forEach((name) => {
      const count = page.data.severity_counts[name];
      if (count)
        m.add(
          line,
          m.make("span", `severity ${name}`, `${page.text(page.data.severities[name])} ${page.numbers.grouped(count)}`),
        );
    });
    return line;
  }
  /* The same list serves the view and the section of that name in the others. */
  function all() {
    const box = m.make("div");
    const found = grouped().filter((one) => one.rule.count);
    const other = grouped().filter((one) => !one.rule.count);
    m.add(box, found.length ? severities() : m.make("p", "empty", page.say("findings_none")));
    found.forEach((one) => {
      m.add(box, group(one));
    });
    if (other.length) m.add(box, m.make("h2", "", page.say("rules_other")));
    other.forEach((one) => {
      m.add(box, group(one));
    });
    return box;
  }

  return {
    title: "view_findings",
    all: all,
    total: total,
    narrowed: () => (page.state.rule ? page.text(page.findings.rule(page.state.rule).title) : ""),
    list: () => {},
    legend: () =>
      page.legend
        .narrowed()
        .concat(
          [page.legend.flag(), page.legend.flagged(), page.legend.unflagged(), page.legend.owner()],
          page.legend.outlines(),
        ),
    layers: { zones: true, parks: false, projects: true, places: false },
    style: (key, subject, base) => {
      const flagged = counts(key) > 0;
      if (subject.kind === "zone")
        return flagged
          ? { color: page.theme.flag(), fillColor: page.theme.flag(), fillOpacity: 0.14 }
          : { color: page.theme.quiet(), fillOpacity: 0 };
      return flagged
        ? { color: page.theme.flag(), fillColor: page.theme.flag(), fillOpacity: base.fillOpacity }
        : { color: page.theme.quiet(), fillColor: page.theme.quiet(), fillOpacity: 0.1, opacity: 0.5 };
    },
    label: (zone) => {
      const count = counts(zone.key);
      return count ? `⚑ ${count}` : "";
    },
  };
}
