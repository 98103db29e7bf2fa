// What the rules found as a table, the gravest first.
import { ruleNamed } from "../../elements/finding.js";
import { html } from "../../html.js";
import { wantedFinding } from "../../state/filter.js";
import { clauseColumn, named } from "../cells.js";

const GRAVEST = ["error", "warning", "info"];

/** @param {Page} page @param {(source: string) => void} showClause @returns {TableSource | null} */
export function findings(page, showClause) {
  const { data } = page;
  const rows = data.findings;
  if (!rows.length) return null;
  const untold = data.rules.reduce((sum, rule) => sum + rule.untold, 0);
  const inTable = data.rules.some((rule) => rule.in_table);
  /** @param {number} row */
  const key = (row) => rows[row].subjects.find((one) => page.subject(one)) || null;
  /** @param {number} row */
  const rule = (row) => page.text(ruleNamed(page, rows[row].rule)?.title || { zh: rows[row].rule, en: rows[row].rule });
  /** @param {number} row */
  function subject(row) {
    const one = page.subject(key(row));
    if (!one) return page.say("whole_plan");
    const others = rows[row].subjects.length - 1;
    return page.text(one.name) + (others ? ` +${others}` : "");
  }
  /** @param {number} row */
  const severity = (row) => page.text(data.severities[rows[row].severity]);

  return {
    columns: [
      {
        id: "subject",
        title: page.say("subject"),
        width: 11,
        grows: 1,
        value: subject,
        cell: (row) => named(subject(row), rule(row)),
        isShown: true,
        onPhone: true,
      },
      {
        id: "severity",
        title: page.say("severity"),
        width: 6,
        value: severity,
        rank: (row) => GRAVEST.indexOf(rows[row].severity),
        cell: (row) => html`<span class=${`severity ${rows[row].severity}`}>${severity(row)}</span>`,
        isShown: true,
        onPhone: true,
      },
      {
        id: "message",
        title: page.say("message"),
        width: 20,
        grows: 3,
        value: (row) => page.text(rows[row].message),
        cell: (row) =>
          html`<span class="two-lines" title=${page.text(rows[row].message)}>${page.text(rows[row].message)}</span>`,
        isShown: true,
      },
      { id: "rule", title: page.say("rule_name"), width: 9, value: rule, isShown: false },
      {
        id: "remedy",
        title: page.say("remedy"),
        width: 12,
        value: (row) => page.text(rows[row].remedy) || null,
        isShown: false,
      },
      clauseColumn(page, (row) => rows[row].clauses, showClause, 7),
    ],
    count: rows.length,
    sort: null,
    key,
    alsoKeys: (row) => rows[row].subjects,
    wanted: () => (row) => wantedFinding(page.state, rows[row]),
    open(row) {
      const opened = key(row);
      if (opened) page.open(opened);
      else page.store.change({ view: "findings", rule: rows[row].rule });
    },
    note: () => (untold ? page.say(inTable ? "untold_in_table" : "untold") + page.numbers.grouped(untold) : null),
  };
}
