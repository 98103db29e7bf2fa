"""The answer of a scenario as figures: what is chosen and when, each demand against what was reached, and the proof."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.scenario.candidates import Candidates, candidates
from yzgeo.scenario.conflict import SECONDS_IN_ALL, Conflict, Notice, conflict
from yzgeo.scenario.question import Demand, Question, demands, question
from yzgeo.scenario.settings import Settings
from yzgeo.scenario.solve import GAP, SEED, Answer, Progress, relax, solve

KEPT = 1e-6
"""Relative slack within which a demand counts as kept: rounding of sums."""
BINDS = 1e-7
"""A price above this says that a demand binds."""
COST_CHANGE = 0.1
"""By how much costs move, either way, when the stability of a choice is tried."""
DRAWS = 20
DRAW_GAP = 0.005
"""The gap at which the search with other costs ends."""
MOST_UNITS = 3000
"""With more candidates further searches are not made unasked."""


class Result(NamedTuple):
    """What became of a scenario.

    - `asked`, `demands`, `answer`: the question, its demands, and what the solver found
    - `chosen`: a row per chosen parcel: `parcel_id`, `year`, `zone_id`, `mu`, `cost`, `tax`, `firms`, `industry`, `group`,
      `stability` (share of draws with costs moved in which it is chosen too; missing where not tried)
    - `kept`: a row per demand: `key`, `name_zh`, `name_en`, `unit`, `asked_low`, `asked_high`, `reached`, `price`, `binds`
    - `conflict`: where nothing satisfies all demands
    - `value_a_year_earlier`: what is minimised if all must be done a year earlier; None where it cannot be, or was not tried
    - `is_earlier_possible`: whether it can; None where not tried
    """

    asked: Question
    demands: list[Demand]
    answer: Answer
    chosen: pd.DataFrame
    kept: pd.DataFrame
    conflict: Conflict | None
    value_a_year_earlier: float | None
    is_earlier_possible: bool | None


def run(
    plan: Plan,
    settings: Settings,
    gap: float = GAP,
    seconds: float | None = None,
    draws: int | None = None,
    progress: Progress | None = None,
    notice: Notice | None = None,
) -> Result:
    """The answer of a scenario.

    Parameters
    ----------
    plan
        With its ledger.
    gap, seconds
        At which distance from the bound, and after which time, the search ends.
    draws
        How often the stability is tried with other costs; by default `DRAWS`, and not at all for blocks or many
        candidates, which take long. What is tried does not depend on how fast the machine is.
    progress, notice
        Told how far the search is, and, where nothing satisfies all demands, that of those that contradict each other.
    """
    offered = candidates(plan, settings)
    asked = question(plan, settings, offered)
    asked_demands = list(demands(asked))
    answer = solve(asked, asked_demands, gap, seconds, progress)
    if answer.status == "infeasible":
        limit = SECONDS_IN_ALL if seconds is None else min(seconds, SECONDS_IN_ALL)
        reason = conflict(asked, asked_demands, limit, notice)
        return Result(
            asked, asked_demands, answer, _no_parcels(), _kept(asked, asked_demands, None, None), reason, None, None
        )
    if answer.chosen is None:
        return Result(
            asked, asked_demands, answer, _no_parcels(), _kept(asked, asked_demands, None, None), None, None, None
        )
    priced = relax(asked, asked_demands, answer.rows)
    chosen = _chosen(asked, answer.chosen)
    is_light = settings.block_mu is None and len(offered.units) <= MOST_UNITS and answer.status == "optimal"
    tries = (DRAWS if is_light else 0) if draws is None else draws
    if tries and answer.status == "optimal":
        chosen["stability"] = _stability(asked, asked_demands, answer, chosen, gap, tries, progress)
    earlier, can = (None, None)
    if is_light and len(settings.years) > 1 and not _names_year(settings, settings.years[-1]):
        earlier, can = _a_year_earlier(plan, settings, gap, progress)
    kept = _kept(asked, asked_demands, answer.chosen, None if priced is None else priced[1])
    return Result(asked, asked_demands, answer, chosen, kept, None, earlier, can)


def totals(result: Result) -> dict[str, Any]:
    """Sums of what is chosen: parcels, mu, cost, tax lost, firms; a sum of figures that are not all known is None."""
    if result.answer.chosen is None:
        return {"parcels": 0, **dict.fromkeys(("mu", "cost", "tax", "firms"))}
    units = _taken(result.asked, result.answer.chosen)
    sums = {
        name: float(units[name].sum()) if units[name].notna().all() else None for name in ("mu", "cost", "tax", "firms")
    }
    return {"parcels": int(units["parcels"].sum()), **sums}


def gap_in_words(gap: float) -> str:
    """A gap in per cent, never told as smaller than it is.

    >>> print(gap_in_words(0.000041), gap_in_words(0.2), gap_in_words(0.0))
    0.01% 20.00% 0.00%
    """
    return f"{math.ceil(round(gap * 10_000, 6)) / 10_000:.2%}"


def _names_year(settings: Settings, year: int) -> bool:
    return year in settings.by_year


def _taken(asked: Question, chosen: np.ndarray) -> pd.DataFrame:
    return asked.candidates.units.iloc[asked.choices["unit"].to_numpy()[chosen[: len(asked.choices)]]]


def _chosen(asked: Question, chosen: np.ndarray) -> pd.DataFrame:
    """The chosen parcels, by year and number; figures of a group stand with its first parcel."""
    offered: Candidates = asked.candidates
    rows = asked.choices[chosen[: len(asked.choices)]]
    records = []
    for choice in rows.itertuples():
        unit, option = offered.units.iloc[choice.unit], offered.options.iloc[choice.option]
        for number, parcel in enumerate(unit["parcel_ids"]):
            first = number == 0
            records.append(
                {
                    "parcel_id": parcel,
                    "year": int(choice.year),
                    "zone_id": unit["zone_id"],
                    "mu": unit["mu"] if first else np.nan,
                    **{name: unit[name] if first else np.nan for name in ("cost", "tax", "firms")},
                    "industry": option["industry"],
                    "group": unit["group"],
                }
            )
    frame = pd.DataFrame(records, columns=list(_no_parcels().columns.drop("stability")))
    return frame.sort_values(["year", "parcel_id"], ignore_index=True).assign(stability=np.nan)


def _no_parcels() -> pd.DataFrame:
    return pd.DataFrame(
        columns=["parcel_id", "year", "zone_id", "mu", "cost", "tax", "firms", "industry", "group", "stability"]
    )


def _kept(
    asked: Question, asked_demands: list[Demand], chosen: np.ndarray | None, prices: list[float] | None
) -> pd.DataFrame:
    """Each demand against what was reached."""
    records = []
    for number, demand in enumerate(asked_demands):
        low, high, reached, unit = _figures(demand, chosen)
        price = None if prices is None else prices[number] + 0.0  # of -0
        records.append(
            {
                "key": demand.key,
                "name_zh": demand.name.zh,
                "name_en": demand.name.en,
                "unit": unit,
                "asked_low": low,
                "asked_high": high,
                "reached": reached,
                "price": price if demand.rows.shape[0] == 1 and demand.unit else None,
                "binds": None if price is None else abs(price) > BINDS,
            }
        )
    columns = ["key", "name_zh", "name_en", "unit", "asked_low", "asked_high", "reached", "price", "binds"]
    return pd.DataFrame(records, columns=columns)


def _figures(demand: Demand, chosen: np.ndarray | None) -> tuple[float | None, float | None, float | None, str]:
    """What a demand asks at least and at most, what a choice reaches, and the unit of these; None where it is no figure."""
    if demand.average is not None:
        least, unit, over = demand.average
        times = 100.0 if unit == "%" else 1.0
        land = 0.0 if chosen is None else float((over @ chosen.astype(float))[0])
        above = 0.0 if chosen is None else float((demand.rows[[0]] @ chosen.astype(float))[0])
        return times * least, None, times * (above / land + least) if land else None, unit
    if demand.rows.shape[0] != 1:
        return None, None, None, demand.unit
    low, high = (float(end[0]) + demand.already if np.isfinite(end[0]) else None for end in (demand.low, demand.high))
    reached = None if chosen is None else float((demand.rows @ chosen.astype(float))[0]) + demand.already
    return low, high, reached, demand.unit


def broken(result: Result) -> list[str]:
    """Keys of demands that the answer breaks, by sums of its own: none, unless the solver erred; the sheet warns then."""
    chosen = result.answer.chosen
    if chosen is None:
        return []
    keys = []
    for demand in result.demands:
        reached = demand.rows @ chosen.astype(float)
        scale = KEPT * np.maximum(1.0, np.maximum(np.abs(_finite(demand.low)), np.abs(_finite(demand.high))))
        if (reached < demand.low - scale).any() or (reached > demand.high + scale).any():
            keys.append(demand.key)
    return keys


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, 0.0)


def _stability(
    asked: Question,
    asked_demands: list[Demand],
    answer: Answer,
    chosen: pd.DataFrame,
    gap: float,
    draws: int,
    progress: Progress | None,
) -> pd.Series:
    """In which share of draws, each cost moved by up to `COST_CHANGE`, a chosen parcel is chosen too."""
    chance = np.random.default_rng(SEED)
    count = np.zeros(len(asked.candidates.units))
    unit = asked.choices["unit"].to_numpy()
    for _ in range(draws):
        moved = asked.goal.copy()
        moved[: len(unit)] *= chance.uniform(1 - COST_CHANGE, 1 + COST_CHANGE, len(count))[unit]
        other = solve(asked, asked_demands, max(gap, DRAW_GAP), None, progress, moved, answer.rows)
        if other.chosen is None or other.status != "optimal":  # whoever ends one search does not wait for the others
            return pd.Series(np.nan, index=chosen.index)
        np.add.at(count, unit[other.chosen[: len(unit)]], 1)
    share = {
        parcel: count[row] / draws for row, ids in enumerate(asked.candidates.units["parcel_ids"]) for parcel in ids
    }
    return chosen["parcel_id"].map(share)


def _a_year_earlier(
    plan: Plan, settings: Settings, gap: float, progress: Progress | None
) -> tuple[float | None, bool | None]:
    """What is minimised if all is done a year earlier, and whether it can be."""
    sooner = settings._replace(years=settings.years[:-1])
    asked = question(plan, sooner, candidates(plan, sooner))
    answer = solve(asked, list(demands(asked)), gap, None, progress)
    can = {"infeasible": False, "unknown": None}.get(answer.status, True)
    return answer.value, can


def verdict(result: Result) -> Text:
    """What came out, in one sentence."""
    state, sums = result.answer.status, totals(result)
    if state == "infeasible":
        return Text("没有一种选法能同时满足全部要求", "no choice satisfies all demands")
    if state == "unknown":
        return Text(
            "在限定时间内没有找到选法，也没有证明无解",
            "in the time allowed no choice was found, nor shown not to exist",
        )
    gap = result.answer.gap
    if gap is None:
        best = Text("离最优多远不详", "how far from the best is not known")
    else:
        told = gap_in_words(gap)
        best = Text(f"已证明与最优相差不超过 {told}", f"proved to be within {told} of the best")
    if state == "stopped":
        best = Text(
            f"求解中途停止，这是当时最好的，{best.zh}",
            f"the best when the search was stopped before its end, {best.en}",
        )
    if not sums["parcels"]:
        return Text("不选任何地块，要求就都已满足", "all demands are kept without any parcel")
    mu = f"{sums['mu']:,.2f}"
    return Text(f"选 {sums['parcels']} 个地块 {mu} 亩，{best.zh}", f"{sums['parcels']} parcels, {mu} mu, {best.en}")
