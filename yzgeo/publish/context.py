"""What one build works on: the plan with all that has been computed of it once."""

from __future__ import annotations

from typing import Any, NamedTuple

from yzgeo.checks.finding import Outcome
from yzgeo.core.i18n import Lang
from yzgeo.plan.model import Plan


class Job(NamedTuple):
    """A plan, what the rules found in it, its statistics, and the language of the first view."""

    plan: Plan
    outcome: Outcome
    statistics: dict[str, Any]
    lang: Lang
