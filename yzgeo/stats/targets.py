"""Every dated target of the plan: base, target, the city's target, and what was reached so far."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.i18n import Text
from yzgeo.plan import Plan
from yzgeo.statistics import known

TITLE = Text("目标指标", "Targets")
DISTRICT = "district"


def table(plan: Plan) -> list[dict[str, Any]]:
    """A row per target; `progress` is the part of the way from base to target that is done.

    Where a target's own row states no base, the latest figure of the same measure before the
    target's year is its base, with its own source.

    >>> from yzgeo.plan import load
    >>> rows = {row["target_id"]: row for row in table(load("yinzhou"))}
    >>> tax = rows["tax-per-mu"]
    >>> print(f"{tax['name']}: {tax['base']} ({tax['base_source']}) -> {tax['target']} {tax['unit']} ({tax['source']})")
    亩均税收: 37.9 (一（一）1) -> 49.0 万元/亩 (四（四）3)
    """
    return [row(plan, target) for _, target in plan.targets.iterrows()]


def row(plan: Plan, target: pd.Series) -> dict[str, Any]:
    """One target's row of the statistics, from its row in the table of targets."""
    measure = plan.measures[plan.measures["measure_id"] == target["measure_id"]].iloc[0]
    base, base_year, base_source = _base(plan, target)
    actuals = plan.actuals[plan.actuals["target_id"] == target["target_id"]].sort_values("year")
    actual = known(actuals["value"].iloc[-1]) if len(actuals) else None
    actual_year = known(actuals["year"].iloc[-1]) if len(actuals) else None
    return {
        "target_id": target["target_id"],
        "name": target["name"],
        "name_en": measure["name_en"],
        "group": known(target["group"]),
        "unit": known(measure["unit"]),
        "direction": target["direction"],
        "base": base,
        "base_year": base_year,
        "base_source": base_source,
        "target": known(target["target"]),
        "target_text": known(target["target_text"]),
        "target_year": known(target["target_year"]),
        "city_target": known(target["city_target"]),
        "city_text": known(target["city_text"]),
        "actual": actual,
        "actual_year": actual_year,
        "progress": progress(base, known(target["target"]), actual),
        "source": target["source"],
    }


def progress(base: float | None, target: float | None, actual: float | None) -> float | None:
    """Share of the way from base (0 where none is stated) to target that is done; None where it cannot be told.

    >>> print(f"{progress(163, 200, 181.5):.0%}")
    50%
    """
    start = 0.0 if base is None else base
    if target is None or actual is None or target == start:
        return None
    return (actual - start) / (target - start)


def _base(plan: Plan, target: pd.Series) -> tuple[float | None, int | None, str | None]:
    if not pd.isna(target["base"]):
        return known(target["base"]), known(target["base_year"]), target["source"]
    same = plan.figures["measure_id"].eq(target["measure_id"]) & plan.figures["scope"].eq(target["scope"])
    figures = plan.figures[same & plan.figures["year"].notna()].sort_values("year")
    if pd.isna(target["target_year"]):
        return None, None, None
    earlier = figures[figures["year"] < target["target_year"]]
    if earlier.empty:
        return None, None, None
    latest = earlier.iloc[-1]
    return known(latest["value"]), known(latest["year"]), latest["source"]
