"""What one build works on: the plan with all that has been computed of it once."""

from __future__ import annotations

from typing import Any, NamedTuple

from yzgeo.findings import Outcome
from yzgeo.i18n import Lang
from yzgeo.plan import Plan


class Job(NamedTuple):
    """A plan, what the rules found in it, its statistics, and the language of the first view."""

    plan: Plan
    outcome: Outcome
    statistics: dict[str, Any]
    lang: Lang
