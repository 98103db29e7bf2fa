"""The pack `plan-limits`: the plan's own targets that are limits of zones or projects, not goals of the district."""

from __future__ import annotations

import pandas as pd

from yzgeo.checks.packs import limits, quantities
from yzgeo.checks.packs.rule import Rule
from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan

REASON = Text("规划自己的限值", "a limit of the plan itself")


def rules(plan: Plan) -> dict[str, Rule]:
    """A rule per target of zones, kinds of zones or projects whose measure they have a figure of.

    What a rule that comes with yzgeo judges is listed, but left to that rule, which knows what to weigh.

    >>> from yzgeo.plan.load import load
    >>> print(list(rules(load("yinzhou"))))
    ['floor-area-ratio']
    """
    targets = plan.targets.dropna(subset=["target"])
    found = {}
    for target in targets.itertuples():
        kind = target.scope.partition(":")[0]
        if target.measure_id in quantities.QUANTITIES.get(kind, {}):
            row = {
                "rule_id": target.target_id,
                "name": target.name,
                "clause": target.source,
                "scope": target.scope,
                "measure": target.measure_id,
                "direction": target.direction,
                "value": target.target,
                "unit": target.unit,
                "reason": REASON.zh,
                "reason_en": REASON.en,
            }
            found[target.target_id] = limits.rule(plan, pd.Series(row, dtype=object))
    return found
