"""The yearly evaluation of the targets: the actual figure of each year against an even pace."""

from __future__ import annotations

from typing import Any

from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.stats import target_progress

TITLE = Text("逐年评估", "Yearly evaluation")
ORDER = 7


def table(plan: Plan) -> list[dict[str, Any]]:
    """A row per target and year of `actuals.csv`, in the order of the targets; none where nothing was reported.

    >>> from yzgeo.plan.load import load
    >>> print(f"{len(table(load('yinzhou')))} years reported")
    0 years reported
    """
    return [
        {"target_id": target["target_id"], "name": target["name"], **year}
        for _, target in plan.targets.iterrows()
        for year in target_progress.years(plan, target, target_progress.goal(plan, target))
    ]
