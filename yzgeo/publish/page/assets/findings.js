/* What the rules found, as blocks of text: used by the panel for one subject and by the view for all. */
function yzFindings(page) {
  "use strict";
  var m = page.markup;

  function of(key) { return page.data.findings.filter(function (finding) { return finding.subject === key; }); }
  function grave(finding) { return finding.severity !== "info"; }

  /* `where` names the subject and opens it, or the rule. */
  function block(finding, where) {
    var box = m.make("div", "finding " + finding.severity), line = m.make("p");
    m.add(line, m.make("span", "severity " + finding.severity, page.text(page.data.severities[finding.severity])));
    m.add(line, document.createTextNode(page.text(finding.message)));
    m.add(box, line, page.clauses.chips(finding.clauses));
    if (page.text(finding.reading)) m.add(box, m.make("p", "meta", page.say("reading") + page.text(finding.reading)));
    if (page.text(finding.remedy)) m.add(box, m.make("p", "meta", page.say("remedy") + page.text(finding.remedy)));
    if (where === "subject" && page.data.subjects.hasOwnProperty(finding.subject)) m.add(box, page.link(finding.subject, "details"));
    if (where === "rule") m.add(box, m.press("details", page.say("see_rule"), function () { page.address.go({rule: finding.rule, view: "findings"}); }));
    return box;
  }
  function rule(name) { return page.data.rules.filter(function (one) { return one.rule === name; })[0]; }

  return {of: of, grave: grave, block: block, rule: rule};
}
