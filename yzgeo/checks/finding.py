"""What a rule yields, and what a run of all rules comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import shapely

from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import NOTHING, Lang, Text

Severity = Literal["error", "warning", "info"]


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest down."""


Status = Literal["passed", "found", "not_checked", "skipped"]


NOT_CHOSEN = Text("未选", "not chosen")
"""Why a rule is skipped that the caller left out."""


@dataclass(frozen=True)
class Finding:
    """One place where a plan breaks a rule or contradicts itself.

    `rule` is what the run knows the rule by, whatever the rule itself wrote there. `subject` is kind and id
    (`zone:mingzhou`), `aspect` what of it where a rule may find several things of one
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


def notes(outcome: Outcome, state: RuleState) -> list[Text]:
    """What is to be said of a rule beside its findings: what it did not check, and by whom it is excused as a whole.

    Rules that the caller left out have none, nor are findings told here that are excused one by one.
    """
    if state.reason == NOT_CHOSEN:
        return []
    missed = [Text(f"未检查：{state.reason.zh}", f"not checked: {state.reason.en}")] if state.reason.zh else []
    one_by_one = any(one.finding.rule == state.rule for one in outcome.suppressed)
    return missed + ([state.excused] if state.excused.zh and not one_by_one else [])


def joined(texts: list[Text]) -> Text:
    """Several texts as one, in both languages.

    >>> print(joined([Text("甲", "one"), Text("乙", "two")]).en)
    one; two
    """
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))
