"""Every dated target of the plan: base, target, the city's target, the actual figure and its pace."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.values import json_value
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery, target_progress

TITLE = Text("目标指标", "Targets")
ORDER = 6
LEDGER = "ledger"
"""The source of an actual figure that a parcel ledger proves; that of an invented ledger is `recovery.INVENTED`."""
WORDS = ("noun", "phase", "binding")
"""What the plan says of a target besides its number; columns of a plan that has any."""
REACHED = ("year", "actual", "expected", "progress", "pace", "on_track", "needed_per_year", "source")
"""The values of `target_progress.years` for one year."""


def table(plan: Plan) -> list[dict[str, Any]]:
    """A row per target; `progress` is the part of the way from base to target that is done.

    `actual` is the latest of `actuals.csv`; for recovered land without one it is what the ledger proves.
    `expected` is what an even pace from base to target would have reached in that year, `pace` how the actual figure
    stands to it or to a cap, `on_track` whether that is enough, `needed_per_year` the yearly change still needed.
    `target` is the lower end of a range, `target_to` its upper one, `target_qualifier` the words printed beside them.
    `noun`, `phase` and `binding` are as printed.

    >>> from yzgeo.plan.load import load
    >>> rows = {row["target_id"]: row for row in table(load("yinzhou"))}
    >>> tax = rows["tax-per-mu"]
    >>> print(f"{tax['name']}: {tax['base']} ({tax['base_source']}) -> {tax['target']} {tax['unit']} ({tax['source']})")
    规上工业亩均税收: 37.9 (一（一）1) -> 49.0 万元/亩 (四（四）3)
    """
    return list(rows_by_target(plan).values())


@cached_per_plan
def rows_by_target(plan: Plan) -> dict[str, dict[str, Any]]:
    """The row of the statistics of each target, by its id."""
    return {target["target_id"]: _row(plan, target) for _, target in plan.targets.iterrows()}


def _row(plan: Plan, target: pd.Series) -> dict[str, Any]:
    """One target's row of the statistics, from its row in the table of targets."""
    measure = plan.measures[plan.measures["measure_id"] == target["measure_id"]].iloc[0]
    aim = target_progress.goal(plan, target)
    yearly = target_progress.years(plan, target, aim)
    if not yearly and target["measure_id"] == recovery.MEASURE and not plan.parcels.empty:
        yearly = _of_ledger(plan)
    latest = yearly[-1] if yearly else dict.fromkeys(REACHED)
    return {
        "target_id": target["target_id"],
        "name": target["name"],
        "name_en": json_value(measure["name_en"]),
        "group": json_value(target["group"]),
        **{name: json_value(target[name]) for name in WORDS if plan.targets[name].notna().any()},
        "unit": json_value(target["unit"]),
        "direction": json_value(target["direction"]),
        "base": aim.base,
        **({"base_qualifier": _of_base(target, aim.base)} if plan.targets["base_qualifier"].notna().any() else {}),
        "base_year": aim.base_year,
        "base_source": aim.base_source,
        "target": aim.target,
        **({} if plan.targets["target_to"].isna().all() else {"target_to": json_value(target["target_to"])}),
        "target_qualifier": json_value(target["target_qualifier"]),
        "target_text": json_value(target["target_text"]),
        "target_year": aim.target_year,
        "city_target": json_value(target["city_target"]),
        "city_text": json_value(target["city_text"]),
        "actual": latest["actual"],
        "actual_year": latest["year"],
        "actual_source": latest["source"],
        **{name: latest[name] for name in ("expected", "progress", "pace", "on_track", "needed_per_year")},
        "source": target["source"],
    }


def _of_base(target: pd.Series, base: float | None) -> Any:
    """The words beside the base, where it is the target's own and not a figure of elsewhere."""
    return json_value(target["base_qualifier"]) if target["base"] == base else None


def _of_ledger(plan: Plan) -> list[dict[str, Any]]:
    """The recovered land that the parcel ledger proves, as of its day."""
    progress = recovery.recovery_progress(plan)
    day = recovery.as_of(plan)
    return [
        {
            "year": None if day is None else day.year,
            "actual": progress["recovered_mu"],
            "expected": progress["expected_mu"],
            "progress": progress["progress"],
            "pace": progress["pace"],
            "on_track": target_progress.on_track(progress["pace"]),
            "needed_per_year": progress["needed_mu_per_year"],
            "source": recovery.INVENTED if recovery.is_invented(plan) else LEDGER,
        }
    ]
