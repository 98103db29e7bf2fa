"""Annotations that GitHub Actions shows beside the tables of a plan folder."""

from __future__ import annotations

from yzgeo.findings import Finding, Outcome
from yzgeo.i18n import Lang, Text
from yzgeo.plan import Plan
from yzgeo.rows import locate

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
EXCUSED = Text("已豁免（{}：{}）：{}", "excused ({}: {}): {}")


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """One workflow command per finding, beside the row of its subject; excused findings are notices."""
    counted = [
        _command(plan, finding, LEVELS[finding.severity], finding.message.of(lang)) for finding in outcome.findings
    ]
    excused = [
        _command(
            plan, one.finding, LEVELS["info"], EXCUSED.of(lang).format(one.by, one.reason, one.finding.message.of(lang))
        )
        for one in outcome.suppressed
    ]
    return "".join(counted + excused)


def _command(plan: Plan, finding: Finding, level: str, message: str) -> str:
    title = f"title={_property(f'{finding.rule} {finding.subject}')}"
    place = locate(plan, finding.subject)
    where = f"file={_property(place.file)},line={place.line}," if place else ""
    return f"::{level} {where}{title}::{_message(f'{message} [{finding.clause}]')}\n"


def _message(text: str) -> str:
    """Text as a workflow command carries it: the characters that would end the command are encoded."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
