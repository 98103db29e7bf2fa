"""The content of `findings.json`, for scripts."""

from __future__ import annotations

from yzgeo.checks.finding import Outcome
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang
from yzgeo.plan.model import Plan

SUFFIXES = (".json",)


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """Rules with their states, findings with subject, clause and values."""
    return json_text(outcome.record(lang))
