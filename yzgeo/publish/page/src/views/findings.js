// Where the plan contradicts itself or does not keep its rules, marked on the map. Its list is the section of findings
// that stands in all views (parts/findings.js).
import { findingsOf, isGrave, ruleNamed } from "../elements/finding.js";
import * as signs from "../elements/signs.js";

/** @param {Page} page @returns {View} */
export function findings(page) {
  const { data } = page;
  /** @param {Key} key */
  function countOf(key) {
    const { rule } = page.state;
    return findingsOf(page, key).filter((finding) => isGrave(finding) && (!rule || finding.rule === rule)).length;
  }
  return {
    title: { zh: "检查发现", en: "Findings" },
    layout: "map",
    layers: { zones: true, parks: false, projects: true, places: false },
    narrowed() {
      const rule = ruleNamed(page, page.state.rule);
      return rule ? page.text(rule.title) : "";
    },
    list: () => null,
    legend: () => [
      signs.narrowed(page),
      signs.flag(page),
      signs.flagged(page),
      data.projects.length > 0 && signs.unflagged(page),
      ...signs.projects(page),
      ...signs.outlines(page),
    ],
    style(key, subject, base) {
      const isZone = subject.kind === "zone";
      const flag = page.theme.flag();
      const quiet = page.theme.quiet();
      if (countOf(key)) return { color: flag, fillColor: flag, fillOpacity: isZone ? 0.14 : base.fillOpacity };
      if (isZone) return { color: quiet, fillOpacity: 0 };
      return { color: quiet, fillColor: quiet, fillOpacity: 0.1, opacity: 0.5 };
    },
    label(zone) {
      const count = countOf(zone.key);
      return count ? `⚑ ${count}` : "";
    },
  };
}
