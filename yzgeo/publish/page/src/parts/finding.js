import { hasOwn } from "../own.js";
/* What the rules found, as blocks of text: used by the panel for one subject and by the view for all. */
export function makeFindings(page) {
  const m = page.markup;

  function of(key) {
    return page.data.findings.filter((finding) => finding.subject === key);
  }
  function grave(finding) {
    return finding.severity !== "info";
  }

  /* `where` names the subject and opens it, or the rule. */
  function block(finding, where) {
    const box = m.make("div", `finding ${finding.severity}`);
    const line = m.make("p");
    m.add(line, m.make("span", `severity ${finding.severity}`, page.text(page.data.severities[finding.severity])));
    m.add(line, document.createTextNode(page.text(finding.message)));
    m.add(box, line, page.clauses.chips(finding.clauses));
    if (page.text(finding.reading)) m.add(box, m.make("p", "meta", page.say("reading") + page.text(finding.reading)));
    if (page.text(finding.remedy)) m.add(box, m.make("p", "meta", page.say("remedy") + page.text(finding.remedy)));
    if (where === "subject" && hasOwn(page.data.subjects, finding.subject))
      m.add(box, page.link(finding.subject, "details"));
    if (where === "rule")
      m.add(
        box,
        m.press("details", page.say("see_rule"), () => {
          page.address.go({ rule: finding.rule, view: "findings" });
        }),
      );
    return box;
  }
  function rule(name) {
    return page.data.rules.filter((one) => one.rule === name)[0];
  }

  return { of: of, grave: grave, block: block, rule: rule };
}
