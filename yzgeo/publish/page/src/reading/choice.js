// Which finding is read, and what the list beside it has.

/** @type {Severity[]} */
export const SEVERITIES = ["error", "warning", "info"];

/**
 * The severity that the list is narrowed to: as chosen; else warnings where there are any; all where the finding that
 * is read is of another.
 * @param {Page} page @returns {Severity | "all"}
 */
export function severityShown(page) {
  const { severity, rule, finding: key } = page.state;
  const { severity_counts: counts, findings } = page.data;
  const wanted = severity || (counts.error && !counts.warning ? "error" : counts.warning ? "warning" : "all");
  const has = findings.some((one) => one.rule === rule && one.severity === wanted && (key === null || one.key === key));
  return rule && !has ? "all" : wanted;
}

/**
 * The findings in the list, rule by rule as the list has them.
 * @param {Page} page @returns {Finding[]}
 */
export function listed(page) {
  const shown = severityShown(page);
  return page.data.rules.flatMap((rule) =>
    page.data.findings.filter(
      (finding) => finding.rule === rule.rule && (shown === "all" || finding.severity === shown),
    ),
  );
}

/**
 * The finding that is read: the one chosen, that of the subject that is open, or the first of the rule.
 * @param {Page} page @returns {Finding | null}
 */
export function chosenFinding(page) {
  const { rule, finding: key, clause, opened } = page.state;
  if (clause !== null) return null;
  const those = listed(page);
  if (rule === null) return those[0] || page.data.findings[0] || null;
  const ofRule = page.data.findings.filter((one) => one.rule === rule);
  return (
    ofRule.find((one) => one.key === key) ||
    ofRule.find((one) => opened !== null && one.subjects.includes(opened)) ||
    those.find((one) => one.rule === rule) ||
    ofRule[0] ||
    null
  );
}

/** @param {Page} page @param {Finding} finding */
export function readFinding(page, finding) {
  page.store.change({ view: "findings", rule: finding.rule, finding: finding.key });
}

/** @param {Page} page @param {string} clause */
export function readClause(page, clause) {
  page.store.change({ view: "findings", rule: null, finding: null, clause });
}
