"""Annotations that GitHub Actions shows beside the tables of a plan folder."""

from __future__ import annotations

from yzgeo.findings import Outcome
from yzgeo.i18n import Lang
from yzgeo.plan import Plan

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """One workflow command per finding."""
    return "".join(
        f"::{LEVELS[finding.severity]} title={_property(f'{finding.rule} {finding.subject}')}::"
        f"{_message(f'{finding.message.of(lang)} [{finding.clause}]')}\n"
        for finding in outcome.findings
    )


def _message(text: str) -> str:
    """Text as a workflow command carries it: the characters that would end the command are encoded."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
