"""Run the rules over a plan: what was found, what passed, what was excused, and what could not be checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

import pandas as pd
import shapely

from yzgeo import plugins, tolerances
from yzgeo.errors import InputError
from yzgeo.i18n import NOTHING, Lang, Text
from yzgeo.plan import Plan
from yzgeo.tolerances import Tolerance

PACKAGE = "yzgeo.checks"
Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest down."""
Status = Literal["passed", "found", "not_checked", "skipped"]
NOT_CHOSEN = Text("未选（--select、--ignore）", "not chosen (--select, --ignore)")
"""Why a rule is skipped that the caller left out."""


@dataclass(frozen=True)
class Finding:
    """One place where a plan breaks a rule or contradicts itself.

    `subject` is kind and id (`zone:mingzhou`), `aspect` what of it where a rule may find several things of one
    subject (the other zone of an overlap, the year of a rate), `reading` says how the rule's words were read,
    `clause` names where they stand (never empty), `values` are the figures compared, `geometry` is the
    shape of the subject (EPSG:4490) or None.
    """

    rule: str
    severity: Severity
    subject: str
    message: Text
    clause: str
    values: dict[str, Any]
    reading: Text = NOTHING
    remedy: Text = NOTHING
    geometry: Any = None
    aspect: str = ""

    @property
    def key(self) -> str:
        """What a suppression names: the subject, with its aspect behind a slash where there is one."""
        return f"{self.subject}/{self.aspect}" if self.aspect else self.subject

    def record(self, lang: Lang) -> dict[str, Any]:
        """The finding as `findings.json` holds it."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "subject": self.subject,
            "reading": self.reading.of(lang),
            "message_zh": self.message.zh,
            "message_en": self.message.en,
            "remedy": self.remedy.of(lang),
            "clause": self.clause,
            "values": self.values,
            "geometry": None
            if self.geometry is None
            else shapely.geometry.mapping(shapely.orient_polygons(self.geometry)),
        }


@dataclass(frozen=True)
class NotChecked:
    """What a rule yields for subjects that it cannot check, and why.

    `partly` is for a rule that has checked what is most of its business: with no finding it has passed, and the
    reason stays beside it.
    """

    reason: Text
    partly: bool = False


@dataclass(frozen=True)
class Suppressed:
    """A finding that the plan folder excuses (`suppressions.csv`): it is told, but does not count."""

    finding: Finding
    reason: str
    by: str

    def record(self, lang: Lang) -> dict[str, Any]:
        """The excused finding as `findings.json` holds it."""
        return {**self.finding.record(lang), "suppressed_because": self.reason, "suppressed_by": self.by}


@dataclass(frozen=True)
class RuleState:
    """How one rule came out."""

    rule: str
    title: Text
    clause: str
    status: Status
    reason: Text = NOTHING
    excused: Text = NOTHING
    tolerance: Tolerance | None = None

    def record(self, lang: Lang) -> dict[str, Any]:
        """The state as `findings.json` holds it; the reason is what was not checked, and what was excused."""
        reason = joined([text for text in (self.reason, self.excused) if text.zh])
        record = {"rule": self.rule, "clause": self.clause, "status": self.status, "reason": reason.of(lang)}
        return record if self.tolerance is None else {**record, "tolerance": self.tolerance.record(lang)}


@dataclass(frozen=True)
class Outcome:
    """The states of all rules, the findings, gravest first, and those that the plan folder excuses.

    `unused` are the suppressions that excused nothing although their rule ran: (rule, subject).
    """

    rules: list[RuleState]
    findings: list[Finding]
    suppressed: list[Suppressed]
    unused: list[tuple[str, str]]

    def record(self, lang: Lang) -> dict[str, Any]:
        """The content of `findings.json`; what concerns suppressions is there when the plan folder has any."""
        record: dict[str, Any] = {
            "rules": [state.record(lang) for state in self.rules],
            "findings": [finding.record(lang) for finding in self.findings],
        }
        if self.suppressed:
            record["suppressed"] = [excused.record(lang) for excused in self.suppressed]
        if self.unused:
            record["suppressions_unused"] = [{"rule": rule, "subject": subject} for rule, subject in self.unused]
        return record

    def at_least(self, severity: Severity) -> list[Finding]:
        """Findings as grave as `severity` or graver."""
        counted = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return [finding for finding in self.findings if finding.severity in counted]


def run(plan: Plan, select: Collection[str] = (), ignore: Collection[str] = ()) -> Outcome:
    """Run all rules, or the selected ones.

    Parameters
    ----------
    plan
        The plan to check; its `suppressions` excuse findings or whole rules, its `tolerances` replace
        those of rules.
    select, ignore
        Names of rules; with `select` only these run, those in `ignore` never do.

    Raises
    ------
    InputError
        When a name, here or in the plan's tables, is not that of a rule.
    """
    rules = plugins.discover(PACKAGE)
    for name in (*select, *ignore):
        if name not in rules:
            raise plugins.unknown(name, rules)
    if select and not set(select) - set(ignore):
        raise InputError(
            Text("所选规则全被排除，没有可运行的规则", "every selected rule is ignored, so there is none to run"),
            Text("改 --select 或 --ignore", "change --select or --ignore"),
        )
    _refuse_unknown_rules(plan, rules)
    states: list[RuleState] = []
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    unused: list[tuple[str, str]] = []
    for name, rule in rules.items():
        excuses = plan.suppressions[plan.suppressions["rule"] == name]
        skipped = _skipped(name, select, ignore, excuses)
        if skipped is not None:
            whole = skipped != NOT_CHOSEN
            reason, excuse = (NOTHING, skipped) if whole else (skipped, NOTHING)
            states.append(RuleState(name, rule.TITLE, rule.clause(plan), "skipped", reason, excuse))
            continue
        results: list[Finding | NotChecked] = list(rule.check(plan))
        found = [result for result in results if isinstance(result, Finding)]
        reasons = {row.subject: (row.reason, row.by) for row in excuses.itertuples()}
        excused = [Suppressed(one, *reasons[one.key]) for one in found if one.key in reasons]
        counted = [one for one in found if one.key not in reasons]
        missed = [result for result in results if isinstance(result, NotChecked)]
        states.append(_state(plan, name, rule, counted, excused, missed))
        findings += counted
        suppressed += excused
        unused += [(name, subject) for subject in reasons if subject not in {one.key for one in found}]
    findings.sort(key=_gravest_first)
    return Outcome(states, findings, suppressed, unused)


def notes(outcome: Outcome, state: RuleState) -> list[Text]:
    """What is to be said of a rule beside its findings: what it did not check, and by whom it is excused as a whole.

    Rules that the caller left out have none, nor are findings told here that are excused one by one.
    """
    if state.reason == NOT_CHOSEN:
        return []
    missed = [Text(f"未检查：{state.reason.zh}", f"not checked: {state.reason.en}")] if state.reason.zh else []
    one_by_one = any(one.finding.rule == state.rule for one in outcome.suppressed)
    return missed + ([state.excused] if state.excused.zh and not one_by_one else [])


def check(plan: Plan) -> list[Finding]:
    """All findings of all rules, gravest first.

    >>> from yzgeo.plan import load
    >>> over = [f.subject for f in check(load("yinzhou")) if f.rule == "leading-industries"]
    >>> print(f"over the limit of leading industries: {', '.join(over)}")
    over the limit of leading industries: zone:mingzhou, zone:yinzhou
    """
    return run(plan).findings


def joined(texts: list[Text]) -> Text:
    """Several texts as one, in both languages.

    >>> print(joined([Text("甲", "one"), Text("乙", "two")]).en)
    one; two
    """
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))


def _gravest_first(finding: Finding) -> tuple[int, str, str]:
    return SEVERITIES.index(finding.severity), finding.rule, finding.key


def _skipped(name: str, select: Collection[str], ignore: Collection[str], excuses: pd.DataFrame) -> Text | None:
    """By whom a rule is skipped and why; None when it is to run."""
    if name in ignore or (select and name not in select):
        return NOT_CHOSEN
    whole = excuses[excuses["subject"].isna()]
    if whole.empty:
        return None
    by, reason = whole["by"].iloc[0], whole["reason"].iloc[0]
    return Text(f"规划文件夹豁免（{by}）：{reason}", f"excused by the plan folder ({by}): {reason}")


def _state(
    plan: Plan, name: str, rule: ModuleType, found: list[Finding], excused: list[Suppressed], missed: list[NotChecked]
) -> RuleState:
    status: Status = "found" if found else "skipped" if excused else "passed"
    if status == "passed" and not all(one.partly for one in missed):
        status = "not_checked"
    told = [
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
        joined([one.reason for one in missed]),
        joined(told),
        tolerances.of(plan, name, rule.TOLERANCE) if hasattr(rule, "TOLERANCE") else None,
    )


def _refuse_unknown_rules(plan: Plan, rules: dict[str, ModuleType]) -> None:
    """Names of rules in the plan's own tables must be those of rules, and of rules with a tolerance."""
    tolerant = {name: rule for name, rule in rules.items() if hasattr(rule, "TOLERANCE")}
    for table, known in (("suppressions", rules), ("tolerances", tolerant)):
        for number, name in enumerate(getattr(plan, table)["rule"], start=2):
            if name not in known:
                error = plugins.unknown(name, known)
                raise InputError(
                    error.problem, error.remedy, file=str(plan.folder / f"{table}.csv"), row=number, column="rule"
                )
