"""Annotations that GitHub Actions shows beside the tables of a plan folder."""

from __future__ import annotations

from yzgeo.checks.finding import Finding, Outcome, notes
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.labels import REMEDY
from yzgeo.core.visible_text import LINE_END, visible
from yzgeo.plan.model import Plan
from yzgeo.plan.source_lines import locate

SUFFIXES: tuple[str, ...] = ()

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
EXCUSED = Text("已豁免（{}：{}）：{}", "excused ({}: {}): {}")


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """One workflow command per finding, beside the row of its subject; suppressed findings are notices."""
    annotations = [
        _command(plan, finding, LEVELS[finding.severity], finding.message.of(lang), lang)
        for finding in outcome.findings
    ]
    excused = [
        _command(
            plan,
            one.finding,
            LEVELS["info"],
            EXCUSED.of(lang).format(one.by, one.reason, one.finding.message.of(lang)),
            lang,
        )
        for one in outcome.suppressed
    ]
    notices = [
        f"::{LEVELS['info']} title={_property(state.rule)}::{_message(f'{state.title.of(lang)}: {text.of(lang)}')}\n"
        for state in outcome.rules
        for text in notes(outcome, state)
    ]
    return "".join(annotations + excused + notices)


def _command(plan: Plan, finding: Finding, level: str, message: str, lang: Lang) -> str:
    title = f"title={_property(f'{finding.rule} {finding.key}')}"
    place = next(filter(None, (locate(plan, subject) for subject in finding.subjects)), None)
    where = f"file={_property(place.file)},line={place.line}," if place else ""
    remedy = f" {REMEDY.of(lang)}: {finding.remedy.of(lang)}" if finding.remedy.zh else ""
    return f"::{level} {where}{title}::{_message(f'{message} [{finding.clause}]{remedy}')}\n"


def _message(text: str) -> str:
    """Escape text for a workflow command: line ends and % are encoded, control and invisible characters shown."""
    lines = "\n".join(LINE_END.split(text))
    return visible(lines).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
