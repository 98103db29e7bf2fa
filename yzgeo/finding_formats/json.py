"""The content of `findings.json`, for scripts."""

from __future__ import annotations

from yzgeo.findings import Outcome
from yzgeo.i18n import Lang
from yzgeo.plan import Plan
from yzgeo.writing import json_text

SUFFIXES = (".json",)


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """Rules with their states, findings with subject, clause and values."""
    return json_text(outcome.record(lang))
