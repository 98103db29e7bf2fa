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


class Pace(NamedTuple):
    """How far a target is, on a day or in a year; None where it cannot be told.

    - `progress`: share of the way from the base (0 where none is stated) to the target that is done
    - `expected`: what an even pace would have reached; the target itself once it is due
    - `verdict`: "reached", "on_track", "behind", "missed" (it is due) or "unknown"
    - `needed_per_year`: change still needed in each year left; 0 once the target is reached, None where none is left
    """

    progress: float | None
    expected: float | None
    verdict: str
    needed_per_year: float | None

    @property
    def on_track(self) -> bool | None:
        """Whether it is reached or keeps the pace."""
        return on_track(self.verdict)


def on_track(verdict: str | None) -> bool | None:
    """Whether a target by its verdict is reached or keeps the pace; None where that is not known.

    >>> print(on_track("reached"), on_track("missed"), on_track("unknown"))
    True False None
    """
    return None if verdict in (None, "unknown") else verdict in ("reached", "on_track")


def pace(aim: Goal, actual: float, passed: float | None, left: float | None) -> Pace:
    """The pace of a target: the one computation, of figures by year and of a ledger by day alike.

    Parameters
    ----------
    aim
        Its direction, base and target count here; what its years mean, the caller says by the other two.
    actual
        What was reached.
    passed
        Part of the time from base to target that is over, 1 or more once the target is due; None where unknown.
    left
        Years until it is due; None where unknown.

    A target "equal to" a number can be judged once it is due only.

    >>> print(pace(Goal("at_least", 10.0, 2020, None, 20.0, 2025), 14.0, 3 / 5, 2))
    Pace(progress=0.4, expected=16.0, verdict='behind', needed_per_year=3.0)
    """
    if aim.target is None:
        return Pace(None, None, "unknown", None)
    start = 0.0 if aim.base is None else aim.base
    due = passed is not None and passed >= 1
    expected = aim.target if due else None
    if passed is not None and not due and aim.base is not None:
        expected = aim.base + (aim.target - aim.base) * max(passed, 0)
    sign = -1 if aim.direction == "at_most" else 1
    equal = aim.direction == "equal"
    reached = (due and actual == aim.target) if equal else sign * (actual - aim.target) >= 0
    if reached:
        verdict = "reached"
    elif due:
        verdict = "missed"
    elif expected is None or equal:
        verdict = "unknown"
    else:
        verdict = "on_track" if sign * (actual - expected) >= 0 else "behind"
    needed = (aim.target - actual) / left if left is not None and left > 0 else None
    return Pace(
        None if aim.target == start else (actual - start) / (aim.target - start),
        expected,
        verdict,
        0.0 if reached and not equal and left is not None else needed,
    )


def pace_in(aim: Goal, year: int, actual: float) -> Pace:
    """The pace by what was reached at the end of a year.

    >>> print(pace_in(Goal("at_least", 10.0, 2020, None, 20.0, 2025), 2022, 13.0).verdict)
    behind
    """
    if aim.target_year is None:
        return pace(aim, actual, None, None)
    passed = None
    if year >= aim.target_year:
        passed = 1.0
    elif aim.base_year is not None and aim.base_year < aim.target_year:
        passed = (year - aim.base_year) / (aim.target_year - aim.base_year)
    return pace(aim, actual, passed, aim.target_year - year)


def years(plan: Plan, target_id: str, aim: Goal) -> list[dict[str, Any]]:
    """What was reached of one target, a row per year of `actuals.csv`, the earliest first."""
    rows = plan.actuals[plan.actuals["target_id"] == target_id].sort_values("year")
    return [
        _year(int(row.year), float(row.value), row.source, pace_in(aim, int(row.year), float(row.value)))
        for row in rows.itertuples()
    ]


def _year(year: int, actual: float, source: str, found: Pace) -> dict[str, Any]:
    return {
        "year": year,
        "actual": actual,
        "expected": found.expected,
        "progress": found.progress,
        "on_track": found.on_track,
        "needed_per_year": found.needed_per_year,
        "source": source,
    }


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
