"""Which of a plan's targets a rule that comes with yzgeo judges itself: a pack does not tell of them again."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import plugins
from yzgeo.core.unit_grammar import as_counted, convert
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

RULES = "yzgeo.checks.rules"


@cached_per_plan
def judges(plan: Plan) -> dict[str, str]:
    """By target the rule that judges it: the one whose `judged_targets(plan)` names it.

    >>> from yzgeo.plan.load import load
    >>> print(judges(load("yinzhou")))
    {'floor-area-ratio': 'floor-area-ratio', 'leading-industries-max': 'leading-industries'}
    """
    return {
        target_id: name
        for name, rule in plugins.discover(RULES).items()
        if hasattr(rule, "judged_targets")
        for target_id in rule.judged_targets(plan)
    }


def judged_by(plan: Plan, row: pd.Series) -> str:
    """The rule that judges the same limit as a row of `limits.csv`; blank where none does."""
    targets = plan.targets[plan.targets["target_id"].isin(judges(plan))]
    same = targets[
        (targets["measure_id"] == row["measure"])
        & (targets["scope"] == row["scope"])
        & (targets["direction"] == row["direction"])
    ]
    for target in same.itertuples():
        own, unit = (one if isinstance(one, str) else "" for one in (target.unit, row["unit"]))
        if (own and unit and convert(target.target, as_counted(own, unit), unit) == row["value"]) or (
            not (own and unit) and target.target == row["value"]
        ):
            return judges(plan)[target.target_id]
    return ""
