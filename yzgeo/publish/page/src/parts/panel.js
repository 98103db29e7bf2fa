import { hasOwn } from "../own.js";
/* The joined picture of one subject: what the rules found, its figures, and the things that belong to it. */
export function makePanel(page) {
  const m = page.markup;
  const panel = m.byId("yz-panel");

  function fact(one) {
    return m.add(
      m.make("div", `fact${one.kept === false ? " broken" : ""}`),
      m.make("div", "label", page.text(one.label)),
      m.make("div", "value", page.text(one.value)),
      page.clauses.chips(one.sources),
    );
  }
  function cell(content) {
    if (content.key && hasOwn(page.data.subjects, content.key))
      return page.link(content.key, "", page.text(content.text), true);
    return m.make("span", "", page.text(content.text));
  }
  /* A row of the table and, under it, the clauses that it stands in. */
  function row(one, columns) {
    const line = m.make("tr");
    one.cells.forEach((content, index) => {
      const part = m.make("td", index ? "" : "first");
      if (columns[index] && index) part.setAttribute("data-column", page.text(columns[index]));
      m.add(part, cell(content));
      if (!index && one.sources.length) m.add(part, page.clauses.chips(one.sources));
      m.add(line, part);
    });
    return line;
  }
  function table(one) {
    const box = m.make("section", "joined");
    const rows = m.make("table");
    if (one.topic) box.dataset.topic = one.topic;
    m.add(box, m.make("h3", "", page.text(one.title)));
    (one.note || []).forEach((note) => {
      m.add(box, fact(note));
    });
    if (one.rows.length) {
      if (one.columns.length) {
        const head = m.make("tr");
        one.columns.forEach((column) => {
          const part = m.make("th", "", page.text(column));
          part.scope = "col";
          m.add(head, part);
        });
        m.add(rows, m.add(m.make("thead"), head));
      }
      m.add(
        box,
        m.add(rows, m.add.apply(null, [m.make("tbody")].concat(one.rows.map((line) => row(line, one.columns))))),
      );
    } else if (one.empty) m.add(box, page.note(page.text(one.empty)));
    if (one.below?.length) {
      const more = m.make("table");
      m.add(
        box,
        m.make("p", "meta", page.say("identified_in_plan")),
        m.add(more, m.add.apply(null, [m.make("tbody")].concat(one.below.map((line) => row(line, []))))),
      );
    }
    return box;
  }
  function head(subject) {
    const title = m.make("h2", "", page.text(subject.name));
    const close = m.press("close", page.say("close"), () => {
      page.open(null);
    });
    title.tabIndex = -1;
    title.style.borderColor = subject.colour ? page.theme.tint(subject.colour) : "";
    return m.add(m.make("header"), title, close);
  }

  function draw() {
    const key = page.state.opened;
    const subject = key && page.data.subjects[key];
    m.empty(panel);
    panel.hidden = !subject;
    document.body.classList.toggle("panelled", !panel.hidden);
    if (!subject) return;
    panel.setAttribute("aria-label", page.text(subject.name));
    const topics = subject.tables.map((one) => one.topic);
    const facts = subject.facts.filter((one) => !one.topic || topics.indexOf(one.topic) < 0);
    m.add(
      panel,
      head(subject),
      m.make(
        "div",
        "meta",
        page.text(page.data.kinds[subject.kind]) + (subject.note ? ` · ${page.text(subject.note)}` : ""),
      ),
    );
    if (subject.unlocated) m.add(panel, m.make("p", "empty", page.say("not_drawn")));
    if (subject.kind === "zone" && facts.length) m.add(panel, fact(facts.shift()));
    const found = page.findings.of(key);
    if (found.length) m.add(panel, m.make("h3", "", `${page.say("why_flagged")} ${found.length}`));
    found.forEach((finding) => {
      m.add(panel, page.findings.block(finding, "rule"));
    });
    if (subject.kind === "zone") {
      subject.tables.forEach((one) => {
        m.add(panel, table(one));
      });
      m.add(panel, m.make("h3", "", page.say("also_said")));
      facts.forEach((one) => {
        m.add(panel, fact(one));
      });
    } else {
      if (subject.kind === "industry" && subject.zones.length)
        m.add(panel, page.charts.stamp(subject.zones, subject.zones.length > 1, page.text(subject.name)));
      if (subject.kind !== "industry")
        facts.forEach((one) => {
          m.add(panel, fact(one));
        });
      subject.tables.forEach((one) => {
        m.add(panel, table(one));
      });
      if (subject.kind === "industry")
        facts.forEach((one) => {
          m.add(panel, fact(one));
        });
    }
    panel.scrollTop = 0;
  }
  return { draw: draw };
}
