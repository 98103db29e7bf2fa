"""Targets against what was reached: how much of the way is done, and whether the pace is enough.

The pace is even (linear) from the base in its year to the target in its year, the only one that a plan implies
which names nothing between the two.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from yzgeo.core.values import json_value
from yzgeo.plan.model import Plan


class Goal(NamedTuple):
    """A target with its base, as the pace needs them; None where the plan does not say."""

    direction: str
    base: float | None
    base_year: int | None
    base_source: str | None
    target: float | None
    target_year: int | None


def goal(plan: Plan, target: pd.Series) -> Goal:
    """The goal of one row of the table of targets.

    Where the row states no base, the latest figure of the same measure and scope before the target's year is its
    base, with its own source.

    >>> from yzgeo.plan.model import load
    >>> plan = load("yinzhou")
    >>> tax = goal(plan, plan.targets.set_index("target_id", drop=False).loc["tax-per-mu"])
    >>> print(f"{tax.base} in {tax.base_year} -> {tax.target} in {tax.target_year}")
    37.9 in 2020 -> 49.0 in 2025
    """
    base, base_year, base_source = _base(plan, target)
    return Goal(
        target["direction"],
        base,
        base_year,
        base_source,
        json_value(target["target"]),
        json_value(target["target_year"]),
    )


def progress(base: float | None, target: float | None, actual: float | None) -> float | None:
    """Share of the way from base (0 where none is stated) to target that is done; None where it cannot be told.

    >>> print(f"{progress(163, 200, 181.5):.0%}")
    50%
    """
    start = 0.0 if base is None else base
    if target is None or actual is None or target == start:
        return None
    return (actual - start) / (target - start)


def expected(aim: Goal, year: int) -> float | None:
    """What an even pace reaches in a year; the target itself from its year on, None where no pace is implied.

    >>> print(expected(Goal("at_least", 10.0, 2020, None, 20.0, 2025), 2022))
    14.0
    """
    if aim.target is None or aim.target_year is None:
        return None
    if year >= aim.target_year:
        return aim.target
    if aim.base is None or aim.base_year is None or aim.base_year >= aim.target_year:
        return None
    done = max(year - aim.base_year, 0) / (aim.target_year - aim.base_year)
    return aim.base + (aim.target - aim.base) * done


def on_track(aim: Goal, year: int, actual: float) -> bool | None:
    """Whether what was reached in a year keeps the pace; None where that cannot be told.

    A target that is met keeps it. One "equal to" a number can be judged in its year only.

    >>> print(on_track(Goal("at_least", 10.0, 2020, None, 20.0, 2025), 2022, 13.0))
    False
    """
    if aim.target is None:
        return None
    due = aim.target_year is not None and year >= aim.target_year
    if aim.direction == "equal":
        return actual == aim.target if due else None
    sign = 1 if aim.direction == "at_least" else -1
    if sign * (actual - aim.target) >= 0:
        return True
    wanted = expected(aim, year)
    return None if wanted is None else bool(sign * (actual - wanted) >= 0)


def needed_per_year(aim: Goal, year: int, actual: float) -> float | None:
    """Change still needed in each year left; 0 once the target is met, None where no year is left or known.

    >>> print(needed_per_year(Goal("at_least", 10.0, 2020, None, 20.0, 2025), 2023, 14.0))
    3.0
    """
    if aim.target is None or aim.target_year is None:
        return None
    sign = -1 if aim.direction == "at_most" else 1
    if aim.direction != "equal" and sign * (actual - aim.target) >= 0:
        return 0.0
    left = aim.target_year - year
    return (aim.target - actual) / left if left > 0 else None


def years(plan: Plan, target_id: str, aim: Goal) -> list[dict[str, Any]]:
    """What was reached of one target, a row per year of `actuals.csv`, the earliest first."""
    rows = plan.actuals[plan.actuals["target_id"] == target_id].sort_values("year")
    return [
        {
            "year": int(row.year),
            "actual": float(row.value),
            "expected": expected(aim, int(row.year)),
            "progress": progress(aim.base, aim.target, float(row.value)),
            "on_track": on_track(aim, int(row.year), float(row.value)),
            "needed_per_year": needed_per_year(aim, int(row.year), float(row.value)),
            "source": row.source,
        }
        for row in rows.itertuples()
    ]


def _base(plan: Plan, target: pd.Series) -> tuple[float | None, int | None, str | None]:
    if not pd.isna(target["base"]):
        return json_value(target["base"]), json_value(target["base_year"]), target["source"]
    same = plan.figures["measure_id"].eq(target["measure_id"]) & plan.figures["scope"].eq(target["scope"])
    figures = plan.figures[same & plan.figures["year"].notna()].sort_values("year")
    if pd.isna(target["target_year"]):
        return None, None, None
    earlier = figures[figures["year"] < target["target_year"]]
    if earlier.empty:
        return None, None, None
    latest = earlier.iloc[-1]
    return json_value(latest["value"]), json_value(latest["year"]), latest["source"]
