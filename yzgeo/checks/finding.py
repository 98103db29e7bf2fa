"""Findings of rules, suppressed findings, and the outcome of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

import shapely

from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.html_table import html_table
from yzgeo.core.i18n import NOTHING, Lang, Text
from yzgeo.core.labels import PERHAPS

Severity = Literal["error", "warning", "info"]


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""In descending order."""


Consequence = Literal["target", "amount", "figure", "name"]


CONSEQUENCES: tuple[Consequence, ...] = ("target", "amount", "figure", "name")
"""What a flaw falls on, the heaviest first: a target or the base it is judged by; land, money or floor that is added
up; a figure that describes; a name or a wording."""


Status = Literal["passed", "found", "not_checked", "skipped"]


STATUSES: tuple[Status, ...] = ("passed", "found", "not_checked", "skipped")
"""In the order of the summary."""


NOT_CHOSEN = Text("未选", "not chosen")
"""The reason of a rule that the caller skipped."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One place where a plan breaks a rule or contradicts itself.

    - `subject`: kind and id (`zone:mingzhou`)
    - `aspect`: distinguishes several findings of a rule on one subject (the other zone of an overlap, a year)
    - `consequence`: what the flaw falls on; of one severity, the heavier findings come first
    - `reading`: the interpretation of the clause that the rule applied
    - `clause`: the clauses of the plan, never empty
    - `values`: the figures compared; where one fact is told of several subjects, `subjects` lists them, and `subject`
      names what they have in common (`table:zone-names`)
    - `geometry`: the shape of the subject (EPSG:4490) or None
    - `rule`: the name of the rule; `run` fills it in, so a rule need not write it
    """

    severity: Severity
    subject: str
    message: Text
    clause: str
    values: dict[str, Any]
    reading: Text = NOTHING
    remedy: Text = NOTHING
    geometry: Any = None
    aspect: str = ""
    consequence: Consequence = "figure"
    rule: str = ""

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the finding is about: its subject, and those that it gathers."""
        return (self.subject, *(one for one in self.values.get("subjects", ()) if one != self.subject))

    @property
    def key(self) -> str:
        """The subject in `suppressions.csv`: with `/aspect` where there is one."""
        return f"{self.subject}/{self.aspect}" if self.aspect else self.subject

    def record(self, lang: Lang) -> dict[str, Any]:
        """The finding as a record of `findings.json`."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "subject": self.subject,
            "key": self.key,
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


def by_severity(findings: Iterable[Finding]) -> tuple[int, int]:
    """How many findings are warnings or graver, and how many are hints (information).

    >>> hint = Finding(severity="info", subject="zone:north", message=NOTHING, clause="一", values={})
    >>> flaw = Finding(severity="error", subject="zone:north", message=NOTHING, clause="一", values={})
    >>> print(by_severity([flaw, hint, hint]))
    (1, 2)
    """
    severities = [one.severity for one in findings]
    light = severities.count("info")
    return len(severities) - light, light


class Findings(list[Finding]):
    """A list of findings that notebooks show as a table, and others in one line.

    >>> print(Findings([Finding(severity="info", subject="zone:north", message=NOTHING, clause="一", values={})]))
    <Findings: 1; info 1>
    """

    def __repr__(self) -> str:
        return f"<Findings: {len(self)}{'; ' if self else ''}{self._by_severity(', ')}>"

    def _by_severity(self, between: str) -> str:
        counts = Counter(finding.severity for finding in self)
        return between.join(f"{severity} {counts[severity]}" for severity in SEVERITIES if counts[severity])

    def _repr_html_(self) -> str:
        rows = [(one.severity, one.rule, one.subject, one.message.zh, one.message.en, one.clause) for one in self]
        head = ["级别 / severity", "规则 / rule", "对象 / subject", "发现", "finding", "条文 / clause"]
        return html_table(f"检查发现 {len(self)} / findings", head, rows, self._by_severity("，"))


@dataclass(frozen=True, kw_only=True)
class Gap:
    """What the data at hand lack, such as the place of a project: no fault of the plan.

    Gaps are told beside the findings, counted nowhere and of no weight for the exit code.

    - `subject`: kind and id (`project:a2-01`)
    - `source`: where the subject stands: its clauses, or the file that lacks something
    - `rule`: the name of the rule that looked; `run` fills it in
    """

    subject: str
    message: Text
    remedy: Text
    source: str
    rule: str = ""

    def record(self, lang: Lang) -> dict[str, Any]:
        """The gap as a record of `findings.json`."""
        return {
            "rule": self.rule,
            "subject": self.subject,
            "message_zh": self.message.zh,
            "message_en": self.message.en,
            "remedy": self.remedy.of(lang),
            "source": self.source,
        }


@dataclass(frozen=True, kw_only=True)
class Misprint:
    """A suspected misprint in the plan's words: for whoever reads proof, no finding.

    - `clause`: where it stands
    - `printed`: the words as printed, with some of those around them
    - `suspected`: the reading suspected
    - `reason`: what speaks for it
    """

    clause: str
    printed: str
    suspected: str
    reason: Text

    def told(self, lang: Lang) -> str:
        """The misprint in one line, for formats that have no cells for its parts.

        >>> print(Misprint(clause="一", printed="增总量", suspected="总量", reason=Text("衍字", "one too many")).told("en"))
        …增总量… perhaps 总量 (one too many) [一]
        """
        return f"…{self.printed}… {PERHAPS.of(lang)} {self.suspected} ({self.reason.of(lang)}) [{self.clause}]"

    def record(self, lang: Lang) -> dict[str, Any]:
        """The misprint as a record of `findings.json`."""
        return {
            "clause": self.clause,
            "printed": self.printed,
            "suspected": self.suspected,
            "reason": self.reason.of(lang),
        }


@dataclass(frozen=True)
class NotChecked:
    """Subjects that a rule cannot check, and the reason.

    `partly` is true where the rule checked most subjects: without findings it has passed, and the reason is shown
    beside it.
    """

    reason: Text
    partly: bool = False


@dataclass(frozen=True)
class Suppressed:
    """A finding that the plan folder suppresses (`suppressions.csv`): it is listed, but does not count."""

    finding: Finding
    reason: str
    by: str

    def record(self, lang: Lang) -> dict[str, Any]:
        """The suppressed finding as a record of `findings.json`."""
        return {**self.finding.record(lang), "suppressed_because": self.reason, "suppressed_by": self.by}


@dataclass(frozen=True)
class RuleState:
    """The status of one rule after a run; `manual` is the text of its page in the manual."""

    rule: str
    title: Text
    clause: str
    status: Status
    reason: Text = NOTHING
    excused: Text = NOTHING
    tolerance: Tolerance | None = None
    manual: str = ""

    def record(self, lang: Lang) -> dict[str, Any]:
        """The state as a record of `findings.json`; the reason names what was not checked and what was suppressed."""
        reason = joined([text for text in (self.reason, self.excused) if text.zh])
        record = {"rule": self.rule, "clause": self.clause, "status": self.status, "reason": reason.of(lang)}
        return record if self.tolerance is None else {**record, "tolerance": self.tolerance.record(lang)}


@dataclass(frozen=True)
class Outcome:
    """The states of all rules, the findings by descending severity and consequence, the suppressed findings, and the gaps of the data.

    `proofreading` are the suspected misprints, which count nowhere.
    `unused` are suppressions (rule, subject) that matched no finding although their rule ran.
    `left_out` are findings that count but are not listed, beyond the many of a rule that are; all stand in the file
    `left_in`, where one is written (`checks/listing`).
    """

    rules: list[RuleState]
    findings: list[Finding]
    suppressed: list[Suppressed]
    unused: list[tuple[str, str]]
    gaps: list[Gap] = field(default_factory=list)
    proofreading: list[Misprint] = field(default_factory=list)
    left_out: list[Finding] = field(default_factory=list)
    left_in: str = ""

    @property
    def counted(self) -> list[Finding]:
        """All findings, listed or not."""
        return [*self.findings, *self.left_out]

    def record(self, lang: Lang) -> dict[str, Any]:
        """The content of `findings.json`; the keys on suppressions are there when the plan folder has any."""
        record: dict[str, Any] = {
            "rules": [state.record(lang) for state in self.rules],
            "findings": [finding.record(lang) for finding in self.findings],
            "gaps": [gap.record(lang) for gap in self.gaps],
            "proofreading": [misprint.record(lang) for misprint in self.proofreading],
        }
        if self.left_out:
            record["left_out"] = left_out_of(self)
        if self.suppressed:
            record["suppressed"] = [excused.record(lang) for excused in self.suppressed]
        if self.unused:
            record["suppressions_unused"] = [{"rule": rule, "subject": subject} for rule, subject in self.unused]
        return record

    def gravest_first(self) -> list[RuleState]:
        """The states in the order that reports tell them in: by the gravest finding, then those that found nothing."""
        order = ["found", *(status for status in STATUSES if status != "found")]
        gravest: dict[str, tuple[int, int]] = {}
        for one in self.counted:
            place = SEVERITIES.index(one.severity), CONSEQUENCES.index(one.consequence)
            gravest[one.rule] = min(place, gravest.get(one.rule, place))
        nothing = len(SEVERITIES), 0
        return sorted(self.rules, key=lambda one: (order.index(one.status), *gravest.get(one.rule, nothing), one.rule))

    def at_least(self, severity: Severity) -> list[Finding]:
        """Findings of this severity or a higher one."""
        severities = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return [finding for finding in self.counted if finding.severity in severities]


def left_out_of(outcome: Outcome) -> list[dict[str, Any]]:
    """By rule how many findings are listed, how many there are in all, and the file that holds them, as records."""
    left = Counter(finding.rule for finding in outcome.left_out)
    listed = Counter(finding.rule for finding in outcome.findings)
    return [
        {"rule": rule, "listed": listed[rule], "all": listed[rule] + count, "file": outcome.left_in or None}
        for rule, count in left.items()
    ]


def left_out_note(outcome: Outcome, rule: str) -> list[Text]:
    """That only the first findings of a rule are listed, where that is so."""
    for record in left_out_of(outcome):
        if record["rule"] == rule:
            listed, count, file = record["listed"], record["all"], outcome.left_in
            where = (
                Text(f"，全部见 {file}", f"; all are in {file}")
                if file
                else Text("；写入文件时另存全表", "; with an output file, all are written beside it")
            )
            return [
                Text(
                    f"共 {count:,} 处，只列出前 {listed:,} 处{where.zh}",
                    f"the first {listed:,} of {count:,} findings are listed{where.en}",
                )
            ]
    return []


def notes(outcome: Outcome, state: RuleState) -> list[Text]:
    """Notes on a rule besides its findings: the subjects it did not check, who suppressed the whole rule, what is not listed.

    A rule that the caller skipped has no notes. Findings that are suppressed one by one have no note here.
    """
    if state.reason == NOT_CHOSEN:
        return []
    missed = [Text(f"未检查：{state.reason.zh}", f"not checked: {state.reason.en}")] if state.reason.zh else []
    one_by_one = any(one.finding.rule == state.rule for one in outcome.suppressed)
    excused = [state.excused] if state.excused.zh and not one_by_one else []
    return missed + excused + left_out_note(outcome, state.rule)


def joined(texts: list[Text]) -> Text:
    """Several texts as one, in both languages.

    >>> print(joined([Text("甲", "one"), Text("乙", "two")]).en)
    one; two
    """
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))
