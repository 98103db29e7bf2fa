"""Run the rules over a plan: findings, passed rules, suppressions, and the subjects that no rule could check."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import (
    CONSEQUENCES,
    NOT_CHOSEN,
    SEVERITIES,
    Finding,
    Findings,
    Gap,
    NotChecked,
    Outcome,
    RuleState,
    Status,
    Suppressed,
    joined,
)
from yzgeo.checks.packs import folder as packs
from yzgeo.checks.packs.rule import Rule
from yzgeo.checks.proofreading import misprints
from yzgeo.core import plugins
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import NOTHING, Text, counted
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery

PACKAGE = "yzgeo.checks.rules"
PARCEL = "parcel:"
"""How subjects of the ledger begin."""
NO_EXCUSES = pd.DataFrame(columns=["rule", "subject", "reason", "by"])


def run(
    plan: Plan,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    rule_packs: Collection[str | Path] = (),
) -> Outcome:
    """Run all rules and read proof, or the selected rules alone.

    Parameters
    ----------
    plan
        The plan to check; its `suppressions` suppress findings or whole rules, its `tolerances` replace
        those of rules.
    select, ignore
        Names of rules; with `select` only these run, those in `ignore` never do.
    rule_packs
        Folders of rules, or names of packs that come with yzgeo, beside the plan's own (`rules/` in its folder).
        Python rules in them are run, those in the plan's own are not.

    Raises
    ------
    InputError
        When a name, here or in the plan's tables, is not that of a rule, or a pack has flaws.
    """
    pack = packs.load(plan, rule_packs)
    rules: dict[str, ModuleType | Rule] = {**plugins.discover(PACKAGE), **pack.rules}
    for name in (*select, *ignore):
        if name not in rules:
            raise plugins.unknown(name, rules)
    if select and not set(select) - set(ignore):
        raise InputError(
            Text("所选规则全被排除，没有可运行的规则", "every selected rule is ignored, so there is none to run"),
            Text("改所选或所排除的规则", "change what is selected or ignored"),
            parameter=Parameter("ignore"),
        )
    _refuse_unknown_rules(plan, rules)
    states: list[RuleState] = []
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    unused: list[tuple[str, str]] = []
    gaps: list[Gap] = []
    for name, rule in rules.items():
        excuses = plan.suppressions[plan.suppressions["rule"] == name]
        skipped = _skipped(name, select, ignore, excuses)
        if skipped is not None:
            whole = skipped != NOT_CHOSEN
            reason, excuse = (NOTHING, skipped) if whole else (skipped, NOTHING)
            state = RuleState(name, rule.TITLE, rule.clause(plan), "skipped", reason, excuse, manual=_manual(rule))
            states.append(state)
            continue
        results: list[Finding | Gap | NotChecked] = list(rule.check(plan))
        # Every output groups and counts by the name under which the rule was found.
        rule_findings = [_marked(plan, replace(result, rule=name)) for result in results if isinstance(result, Finding)]
        reasons = {row.subject: (row.reason, row.by) for row in excuses.itertuples()}
        unexcused, excused = _excuse(rule_findings, reasons)
        gather = getattr(rule, "gather", None)
        if gather is not None:  # after the suppressions of single subjects, so that these keep their meaning
            gathered = [_marked(plan, replace(one, rule=name)) for one in gather(plan, unexcused)]
            unexcused, together = _excuse(gathered, reasons)
            excused += together
        not_checked = [result for result in results if isinstance(result, NotChecked)]
        rule_gaps = [replace(result, rule=name) for result in results if isinstance(result, Gap)]
        if rule_gaps:
            count = len(rule_gaps)
            not_checked.append(NotChecked(Text(f"{count} 处数据缺口", f"{counted(count, 'gap')} in the data")))
            gaps += rule_gaps
        states.append(_state(plan, name, rule, unexcused, excused, not_checked))
        findings += unexcused
        suppressed += excused
        used = {one.finding.key for one in excused}
        unused += [(name, subject) for subject in reasons if subject not in used]
    findings.sort(key=_gravest_first)
    states += [state for state in pack.left_out if _skipped(state.rule, select, ignore, NO_EXCUSES) is None]
    proofreading = [] if select else misprints(plan)
    return Outcome(states, findings, suppressed, unused, gaps, proofreading)


def check(plan: Plan) -> Findings:
    """All findings of all rules, by descending severity, and of one severity by what they fall on.

    >>> from yzgeo.plan.load import load
    >>> over = [f.subject for f in check(load("yinzhou")) if f.rule == "leading-industries"]
    >>> print(f"over the limit of leading industries: {', '.join(over)}")
    over the limit of leading industries: zone:mingzhou, zone:yinzhou
    """
    return Findings(run(plan).findings)


def _marked(plan: Plan, finding: Finding) -> Finding:
    """A finding on a parcel tells first where the ledger is invented."""
    if not finding.subject.startswith(PARCEL) or not recovery.is_invented(plan):
        return finding
    return replace(finding, message=recovery.marked(finding.message))


def _gravest_first(finding: Finding) -> tuple[int, int, str, str]:
    return (
        SEVERITIES.index(finding.severity),
        CONSEQUENCES.index(finding.consequence),
        finding.rule,
        finding.key,
    )


def _excuse(findings: list[Finding], reasons: dict[str, tuple[str, str]]) -> tuple[list[Finding], list[Suppressed]]:
    """The findings that no suppression excuses, and those that one does."""
    excused = [Suppressed(one, *reasons[one.key]) for one in findings if one.key in reasons]
    return [one for one in findings if one.key not in reasons], excused


def _skipped(name: str, select: Collection[str], ignore: Collection[str], excuses: pd.DataFrame) -> Text | None:
    """The reason why a rule is skipped; None when it runs."""
    if name in ignore or (select and name not in select):
        return NOT_CHOSEN
    whole = excuses[excuses["subject"].isna()]
    if whole.empty:
        return None
    by, reason = whole["by"].iloc[0], whole["reason"].iloc[0]
    return Text(f"规划文件夹豁免（{by}）：{reason}", f"excused by the plan folder ({by}): {reason}")


def _state(
    plan: Plan,
    name: str,
    rule: ModuleType | Rule,
    findings: list[Finding],
    excused: list[Suppressed],
    not_checked: list[NotChecked],
) -> RuleState:
    status: Status = "found" if findings else "skipped" if excused else "passed"
    if status == "passed" and not all(one.partly for one in not_checked):
        status = "not_checked"
    excuses = [
        Text(
            f"{one.finding.key} 豁免（{one.by}）：{one.reason}",
            f"{one.finding.key} excused ({one.by}): {one.reason}",
        )
        for one in excused
    ]
    return RuleState(
        name,
        rule.TITLE,
        rule.clause(plan),
        status,
        joined([one.reason for one in not_checked]),
        joined(excuses),
        None if isinstance(rule, Rule) or not _has_tolerance(rule) else tolerances.of(plan, name, rule.TOLERANCE),
        _manual(rule),
    )


def _has_tolerance(rule: ModuleType | Rule) -> bool:
    """Whether a rule has a tolerance."""
    return hasattr(rule, "TOLERANCE")


def _manual(rule: ModuleType | Rule) -> str:
    return rule.MANUAL if isinstance(rule, Rule) else (rule.__doc__ or "").strip()


def _refuse_unknown_rules(plan: Plan, rules: dict[str, ModuleType | Rule]) -> None:
    """Refuse unknown rules in the plan's suppressions, and rules without tolerance in its tolerances.

    Rules of packs may be unknown: a pack need not be named each time.
    """
    with_tolerance = {name: rule for name, rule in rules.items() if _has_tolerance(rule)}
    for table, valid_names in (("suppressions", rules), ("tolerances", with_tolerance)):
        for number, name in enumerate(getattr(plan, table)["rule"], start=2):
            if name not in valid_names and not name.startswith(packs.PREFIX):
                error = plugins.unknown(name, valid_names)
                raise InputError(
                    error.problem, error.remedy, file=str(plan.folder / f"{table}.csv"), row=number, column="rule"
                )
