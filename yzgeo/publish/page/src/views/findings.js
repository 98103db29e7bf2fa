// Where the plan contradicts itself or does not keep its rules, marked on the map. Its list is the section of findings
// that stands in all views (parts/findings.js).
import { flagsShown, ruleNamed } from "../elements/finding.js";
import * as signs from "../elements/signs.js";

/** @param {Page} page @returns {View} */
export function findings(page) {
  return {
    title: { zh: "检查发现", en: "Findings" },
    layout: "map",
    layers: { zones: true, parks: false, projects: true, findings: true },
    narrowed() {
      const rule = ruleNamed(page, page.state.rule);
      return rule ? page.text(rule.title) : "";
    },
    list: () => null,
    legend: () => [signs.narrowed(page), ...signs.kinds(page)],
    style: (key, subject) => (subject.kind === "project" && !flagsShown(page, key) ? { opacity: 0.3 } : null),
    label: () => "",
  };
}
