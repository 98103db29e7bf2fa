// Where the plan contradicts itself or does not keep its rules, read in its own words. Its list is the section of
// findings that stands in all views (parts/findings.js).
import { ruleNamed } from "../elements/finding.js";
import { readingSheet } from "../reading/sheet.js";

/** @param {Page} page @returns {View} */
export function findings(page) {
  return {
    title: page.both("review"),
    sign: "reading",
    layout: "reading",
    layers: { zones: true, parks: false, projects: true, findings: true },
    narrowed() {
      const rule = ruleNamed(page, page.state.rule);
      return rule ? page.text(rule.title) : "";
    },
    sheet: () => readingSheet(page),
    list: () => null,
    legend: () => [],
    style: () => null,
    label: () => "",
  };
}
