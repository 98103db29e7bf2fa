// Findings of the rules as blocks of text: the panel shows those of one subject, the list those of all.
import { html } from "../html.js";
import { hasOwn } from "../own.js";
import { chips } from "./clauses.js";
import { marked } from "./differing.js";
import { canOpen, details } from "./links.js";

/** @param {Page} page @param {Key} key */
export function findingsOf(page, key) {
  return page.data.findings.filter((finding) => finding.subjects.includes(key));
}

/**
 * How many findings on a subject are more than information: the one count of list, map and panel.
 * @param {Page} page @param {Key} key
 */
export function flagsOf(page, key) {
  return hasOwn(page.data.flags, key) ? page.data.flags[key] : 0;
}

/** The same, of the rule that the page is narrowed to. @param {Page} page @param {Key} key */
export function flagsShown(page, key) {
  const { rule } = page.state;
  if (!rule) return flagsOf(page, key);
  return findingsOf(page, key).filter((finding) => isGrave(finding) && finding.rule === rule).length;
}

/** @param {Finding} finding */
export function isGrave(finding) {
  return finding.severity !== "info";
}

/** @param {Page} page @param {string | null} name */
export function ruleNamed(page, name) {
  return page.data.rules.find((rule) => rule.rule === name);
}

/**
 * @param {Page} page @param {Finding} finding
 * @param {"subject" | "rule"} leadsTo what its button leads to: the subject, or the rule
 */
export function findingBlock(page, finding, leadsTo) {
  const { severity, subjects, rule } = finding;
  const reading = page.text(finding.reading);
  const remedy = page.text(finding.remedy);
  const seeRule = () => page.store.change({ rule, finding: finding.key, view: "findings" });
  return html`<div class=${`finding ${severity}`}>
    <p><span class=${`severity ${severity}`}>${page.text(page.data.severities[severity])}</span>${marked(page, finding)}</p>
    ${chips(page, finding.clauses)}
    ${reading && html`<p class="meta">${page.say("reading") + reading}</p>`}
    ${remedy && html`<p class="meta">${page.say("remedy") + remedy}</p>`}
    ${leadsTo === "subject" && subjects.filter((key) => canOpen(page, key)).map((key) => details(page, key))}
    ${leadsTo === "rule" && html`<button type="button" class="details" onClick=${seeRule}>${page.say("see_rule")}</button>`}
  </div>`;
}
