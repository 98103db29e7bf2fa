"""Annotations that GitHub Actions shows beside the tables of a plan folder."""

from __future__ import annotations

from collections.abc import Iterable

from yzgeo.checks.finding import Finding, Outcome, notes
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.labels import GAP, PROOFREADING, REMEDY
from yzgeo.core.visible_text import LINE_END, visible
from yzgeo.plan.model import Plan
from yzgeo.plan.source_lines import locate

SUFFIXES: tuple[str, ...] = ()

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
NOTICE = LEVELS["info"]
EXCUSED = Text("已豁免（{}：{}）：{}", "excused ({}: {}): {}")


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """One workflow command per finding, beside the row of its subject; what is no finding that counts is a notice.

    Such are suppressed findings, notes on rules, gaps in the data and suspected misprints.
    """
    annotations = [
        _of_finding(plan, finding, LEVELS[finding.severity], finding.message.of(lang), lang)
        for finding in outcome.findings
    ]
    excused = [
        _of_finding(
            plan,
            one.finding,
            NOTICE,
            EXCUSED.of(lang).format(one.by, one.reason, one.finding.message.of(lang)),
            lang,
        )
        for one in outcome.suppressed
    ]
    notices = [
        _command(plan, NOTICE, state.rule, (), f"{state.title.of(lang)}: {text.of(lang)}")
        for state in outcome.rules
        for text in notes(outcome, state)
    ]
    gaps = [
        _command(
            plan,
            NOTICE,
            f"{GAP.of(lang)}: {gap.rule} {gap.subject}",
            (gap.subject,),
            f"{gap.message.of(lang)} {REMEDY.of(lang)}: {gap.remedy.of(lang)}",
        )
        for gap in outcome.gaps
    ]
    misprints = [
        _command(plan, NOTICE, PROOFREADING.of(lang), (f"clause:{one.clause}",), one.told(lang))
        for one in outcome.proofreading
    ]
    return "".join(annotations + excused + notices + gaps + misprints)


def _of_finding(plan: Plan, finding: Finding, level: str, message: str, lang: Lang) -> str:
    remedy = f" {REMEDY.of(lang)}: {finding.remedy.of(lang)}" if finding.remedy.zh else ""
    title = f"{finding.rule} {finding.key}"
    return _command(plan, level, title, finding.subjects, f"{message} [{finding.clause}]{remedy}")


def _command(plan: Plan, level: str, title: str, subjects: Iterable[str], message: str) -> str:
    """A workflow command, beside the row of the first subject that has one."""
    place = next(filter(None, (locate(plan, subject) for subject in subjects)), None)
    where = f"file={_property(place.file)},line={place.line}," if place else ""
    return f"::{level} {where}title={_property(title)}::{_message(message)}\n"


def _message(text: str) -> str:
    """Escape text for a workflow command: line ends and % are encoded, control and invisible characters shown."""
    lines = "\n".join(LINE_END.split(text))
    return visible(lines).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
