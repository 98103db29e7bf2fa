"""Run the rules over a plan: what was found, what passed, and what could not be checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

import shapely

from yzgeo import plugins
from yzgeo.i18n import NOTHING, Lang, Text
from yzgeo.plan import Plan

PACKAGE = "yzgeo.checks"
Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest down."""
Status = Literal["passed", "found", "not_checked", "skipped"]


@dataclass(frozen=True)
class Finding:
    """One place where a plan breaks a rule or contradicts itself.

    `subject` is kind and id (`zone:mingzhou`), `reading` says how the rule's words were read,
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
            "geometry": None if self.geometry is None else shapely.geometry.mapping(self.geometry),
        }


@dataclass(frozen=True)
class NotChecked:
    """What a rule yields for subjects that it cannot check, and why."""

    reason: Text


@dataclass(frozen=True)
class RuleState:
    """How one rule came out."""

    rule: str
    title: Text
    clause: str
    status: Status
    reason: Text = NOTHING

    def record(self, lang: Lang) -> dict[str, Any]:
        """The state as `findings.json` holds it."""
        return {"rule": self.rule, "clause": self.clause, "status": self.status, "reason": self.reason.of(lang)}


@dataclass(frozen=True)
class Outcome:
    """The states of all rules and the findings, gravest first."""

    rules: list[RuleState]
    findings: list[Finding]

    def record(self, lang: Lang) -> dict[str, Any]:
        """The content of `findings.json`."""
        return {
            "rules": [state.record(lang) for state in self.rules],
            "findings": [finding.record(lang) for finding in self.findings],
        }

    def at_least(self, severity: Severity) -> list[Finding]:
        """Findings as grave as `severity` or graver."""
        counted = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return [finding for finding in self.findings if finding.severity in counted]


def run(plan: Plan, select: Collection[str] = (), ignore: Collection[str] = ()) -> Outcome:
    """Run all rules, or the selected ones.

    Parameters
    ----------
    plan
        The plan to check.
    select, ignore
        Names of rules; with `select` only these run, those in `ignore` never do.

    Raises
    ------
    InputError
        When a name is not that of a rule.
    """
    known = plugins.names(PACKAGE)
    for name in (*select, *ignore):
        if name not in known:
            raise plugins.unknown(name, known)
    states: list[RuleState] = []
    findings: list[Finding] = []
    for name, rule in plugins.discover(PACKAGE).items():
        if name in ignore or (select and name not in select):
            reason = Text("未选（--select、--ignore）", "not chosen (--select, --ignore)")
            states.append(RuleState(name, rule.TITLE, rule.clause(plan), "skipped", reason))
            continue
        state, found = _run_rule(name, rule, plan)
        states.append(state)
        findings += found
    findings.sort(key=lambda finding: (SEVERITIES.index(finding.severity), finding.rule, finding.subject))
    return Outcome(states, findings)


def check(plan: Plan) -> list[Finding]:
    """All findings of all rules, gravest first.

    >>> from yzgeo.plan import load
    >>> over = [f.subject for f in check(load("yinzhou")) if f.rule == "leading-industries"]
    >>> print(f"over the limit of leading industries: {', '.join(over)}")
    over the limit of leading industries: zone:mingzhou, zone:yinzhou
    """
    return run(plan).findings


def _run_rule(name: str, rule: ModuleType, plan: Plan) -> tuple[RuleState, list[Finding]]:
    results: list[Finding | NotChecked] = list(_results(rule, plan))
    found = [result for result in results if isinstance(result, Finding)]
    missed = [result.reason for result in results if isinstance(result, NotChecked)]
    status: Status = "found" if found else "not_checked" if missed else "passed"
    reason = Text("；".join(text.zh for text in missed), "; ".join(text.en for text in missed))
    return RuleState(name, rule.TITLE, rule.clause(plan), status, reason), found


def _results(rule: ModuleType, plan: Plan) -> Iterator[Finding | NotChecked]:
    yield from rule.check(plan)
