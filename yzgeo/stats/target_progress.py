"""Targets against what was reached: how much of the way is done, and whether the pace is enough.

The pace is even (linear) from the base in its year to the target in its year, since the plan names no figure between
the two.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import as_counted, convert
from yzgeo.core.units import amount
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

    @property
    def is_cap(self) -> bool:
        """Whether the target is an upper bound to keep, not a level to come down to: the base does not lie above it."""
        return self.direction == "at_most" and (self.base is None or self.target is None or self.base <= self.target)


def goal(plan: Plan, target: pd.Series) -> Goal:
    """The goal of one row of the table of targets.

    Where the row states no base, the latest figure of the same measure and scope before the target's year is its
    base, with its own source.

    >>> from yzgeo.plan.load import load
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
    """The progress of a target on a day or in a year; None where it cannot be computed.

    - `progress`: share of the way from the base (0 where none is stated) to the target that is done; None for a cap,
      to which there is no way
    - `expected`: what an even pace would have reached; the target itself once it is due
    - `verdict`: "reached", "on_track", "behind", "missed" (it is due), "exceeded" (a cap) or "unknown"
    - `needed_per_year`: change still needed in each year left; 0 once the target is reached, None where none is left
    """

    progress: float | None
    expected: float | None
    verdict: str
    needed_per_year: float | None

    @property
    def on_track(self) -> bool | None:
        """Whether the target is reached or keeps the pace; None where that is unknown."""
        return on_track(self.verdict)


def on_track(verdict: str | None) -> bool | None:
    """Whether the verdict means that a target is reached or keeps the pace; None where it is unknown.

    >>> print(on_track("reached"), on_track("missed"), on_track("unknown"))
    True False None
    """
    return None if verdict in (None, "unknown") else verdict in ("reached", "on_track")


def pace(aim: Goal, actual: float, elapsed_share: float | None, remaining_years: float | None) -> Pace:
    """The pace of a target, by year (`pace_in`) or by the day of a ledger.

    Parameters
    ----------
    aim
        Only its direction, base and target are read; the caller states the time by the last two parameters.
    actual
        What was reached.
    elapsed_share
        Part of the time from base to target that is over, 1 or more once the target is due; None where unknown.
    remaining_years
        Years until it is due; None where unknown.

    A target "equal to" a number can be judged once it is due only. A cap (`Goal.is_cap`) is kept or exceeded, in every
    year; it has no even pace.

    >>> print(pace(Goal("at_least", 10.0, 2020, None, 20.0, 2025), 14.0, 3 / 5, 2))
    Pace(progress=0.4, expected=16.0, verdict='behind', needed_per_year=3.0)
    >>> print(pace(Goal("at_most", None, None, None, 20.0, 2025), 25.0, 3 / 5, 2).verdict)
    exceeded
    """
    if aim.target is None:
        return Pace(None, None, "unknown", None)
    if aim.is_cap:
        return _pace_of_cap(aim.target, actual, elapsed_share, remaining_years)
    start = 0.0 if aim.base is None else aim.base
    due = elapsed_share is not None and elapsed_share >= 1
    expected = aim.target if due else None
    if elapsed_share is not None and not due and aim.base is not None:
        expected = aim.base + (aim.target - aim.base) * max(elapsed_share, 0)
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
    needed = (aim.target - actual) / remaining_years if remaining_years is not None and remaining_years > 0 else None
    return Pace(
        None if aim.target == start else (actual - start) / (aim.target - start),
        expected,
        verdict,
        0.0 if reached and not equal and remaining_years is not None else needed,
    )


def _pace_of_cap(cap: float, actual: float, elapsed_share: float | None, remaining_years: float | None) -> Pace:
    due = elapsed_share is not None and elapsed_share >= 1
    if actual > cap:
        needed = (cap - actual) / remaining_years if remaining_years is not None and remaining_years > 0 else None
        return Pace(None, None, "exceeded", needed)
    return Pace(None, None, "reached" if due else "on_track", None if remaining_years is None else 0.0)


def pace_in(aim: Goal, year: int, actual: float) -> Pace:
    """The pace as of the end of a year, from the figure reached by then.

    >>> print(pace_in(Goal("at_least", 10.0, 2020, None, 20.0, 2025), 2022, 13.0).verdict)
    behind
    """
    if aim.target_year is None:
        return pace(aim, actual, None, None)
    elapsed_share = None
    if year >= aim.target_year:
        elapsed_share = 1.0
    elif aim.base_year is not None and aim.base_year < aim.target_year:
        elapsed_share = (year - aim.base_year) / (aim.target_year - aim.base_year)
    return pace(aim, actual, elapsed_share, aim.target_year - year)


def years(plan: Plan, target: pd.Series, aim: Goal) -> list[dict[str, Any]]:
    """The actual figures of one target in its unit with their pace, a row per year of `actuals.csv`, the earliest first.

    Figures that cannot be converted to the unit of the target (money of another currency) are left out.
    """
    rows = plan.actuals[plan.actuals["target_id"] == target["target_id"]].sort_values("year")
    goal_unit = own_unit(target)
    reported = [
        (int(row["year"]), _in_unit(row["value"], own_unit(row, goal_unit), goal_unit), row["source"])
        for _, row in rows.iterrows()
    ]
    return [
        _year(year, actual, source, pace_in(aim, year, actual))
        for year, actual, source in reported
        if actual is not None
    ]


def as_reported(plan: Plan, target: pd.Series, year: int) -> Text:
    """The actual figure of a target in a year, in the unit of the report."""
    row = plan.actuals[(plan.actuals["target_id"] == target["target_id"]) & (plan.actuals["year"] == year)].iloc[0]
    return amount(row["value"], own_unit(row, own_unit(target)))


def targets_in(plan: Plan, measure_id: str, wanted: str) -> pd.DataFrame:
    """The targets of a measure with `target` in a unit, as which a number without a unit counts; others are left out.

    >>> from yzgeo.plan.load import load
    >>> print(targets_in(load("yinzhou"), "low-efficiency-land", "平方米")["target"].round().tolist())
    [3333333.0]
    """
    rows = plan.targets[plan.targets["measure_id"] == measure_id].dropna(subset=["target"])
    values = [_in_unit(row["target"], own_unit(row, wanted), wanted) for _, row in rows.iterrows()]
    return rows.assign(target=pd.Series(values, index=rows.index, dtype="float64")).dropna(subset=["target"])


def own_unit(row: pd.Series, otherwise: str = "") -> str:
    """The unit in a row of a table; another one where the row states none."""
    stated = row.get("unit")
    return stated if isinstance(stated, str) else otherwise


def _year(year: int, actual: float, source: str, pace: Pace) -> dict[str, Any]:
    return {
        "year": year,
        "actual": actual,
        "expected": pace.expected,
        "progress": pace.progress,
        "pace": pace.verdict,
        "on_track": pace.on_track,
        "needed_per_year": pace.needed_per_year,
        "source": source,
    }


def _base(plan: Plan, target: pd.Series) -> tuple[float | None, int | None, str | None]:
    if not pd.isna(target["base"]):
        return json_value(target["base"]), json_value(target["base_year"]), target["source"]
    same = plan.figures["measure_id"].eq(target["measure_id"]) & plan.figures["scope"].eq(target["scope"])
    if pd.isna(target["target_year"]):
        return None, None, None
    goal_unit = own_unit(target)
    measure_unit = own_unit(plan.measures[plan.measures["measure_id"] == target["measure_id"]].iloc[0])
    earlier = plan.figures[same & plan.figures["year"].lt(target["target_year"]).fillna(False)]
    for _, figure in earlier.sort_values("year", ascending=False, kind="stable").iterrows():
        value = _in_unit(figure["value"], own_unit(figure, measure_unit), goal_unit)
        if value is not None:
            return value, json_value(figure["year"]), figure["source"]
    return None, None, None


def _in_unit(value: float, stated: str, wanted: str) -> float | None:
    return convert(value, as_counted(stated, wanted), wanted)
