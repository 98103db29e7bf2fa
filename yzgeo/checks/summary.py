"""The outcome of a run in one line."""

from __future__ import annotations

from yzgeo.checks.finding import SEVERITIES, STATUSES, Outcome
from yzgeo.core import labels
from yzgeo.core.i18n import Lang, counted


def summary(outcome: Outcome, lang: Lang) -> str:
    """One line: the number of rules by status, of findings by severity, and of gaps in the data.

    >>> from yzgeo.checks.finding import RuleState
    >>> from yzgeo.core.i18n import Text
    >>> states = [RuleState("zone-area", Text("面积", "area"), "二", "passed")]
    >>> print(summary(Outcome(states, [], [], []), "en"))
    1 rule: passed 1. 0 findings.
    """
    findings = {severity: sum(finding.severity == severity for finding in outcome.counted) for severity in SEVERITIES}
    rules = {status: sum(state.status == status for state in outcome.rules) for status in STATUSES}
    severities = [f"{labels.value(key, lang)} {count}" for key, count in findings.items() if count]
    statuses = [f"{labels.value(key, lang)} {count}" for key, count in rules.items() if count]
    rules_line, findings_line = ", ".join(statuses), ", ".join(severities)
    if lang == "zh":
        rules_line, findings_line = rules_line.replace(", ", "，"), findings_line.replace(", ", "，")
        gaps = f"数据缺口 {len(outcome.gaps)} 处，不计。" if outcome.gaps else ""
        found = f"发现 {len(outcome.counted)} 处{'：' if severities else ''}{findings_line}。"
        rest = (
            f"有 {len(outcome.left_out):,} 处未逐一列出{'，全部见 ' + outcome.left_in if outcome.left_in else ''}。"
            if outcome.left_out
            else ""
        )
        return f"规则 {len(outcome.rules)} 条：{rules_line}。{found}{rest}{gaps}"
    gaps = f" {counted(len(outcome.gaps), 'gap')} in the data, not counted." if outcome.gaps else ""
    found = f"{counted(len(outcome.counted), 'finding')}{': ' if severities else ''}{findings_line}."
    rest = ""
    if outcome.left_out:
        rest = f" {len(outcome.left_out):,} of them are not listed{'; all are in ' + outcome.left_in if outcome.left_in else ''}."
    return f"{counted(len(outcome.rules), 'rule')}: {rules_line}. {found}{rest}{gaps}"
