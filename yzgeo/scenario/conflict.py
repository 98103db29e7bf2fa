"""Why nothing satisfies all demands: a smallest set of demands that contradict each other.

The set is found by leaving out one demand after the other for as long as the rest still contradict (deletion filter,
Chinneck and Dravnieks 1991, doi:10.1287/ijoc.3.2.157): without any one of the set the others can be kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from yzgeo.core.i18n import Text
from yzgeo.core.units import amount
from yzgeo.scenario.question import Demand, Question
from yzgeo.scenario.solve import Progress, relax, solve

SECONDS = 60.0
"""Limit of each search for whether some demands can be kept."""


class Conflict(NamedTuple):
    """Demands that contradict each other.

    - `demands`: the set, in the order of the question
    - `reachable`: for each, how far it can be kept where the others of the set are, and where every other demand is
      too; None where it is no figure
    - `is_minimal`: whether each was shown to be needed; a search that ran out of time shows nothing
    """

    demands: list[Demand]
    reachable: list[float | None]
    is_minimal: bool


def conflict(asked: Question, demands: Sequence[Demand], progress: Progress | None = None) -> Conflict:
    """The demands that contradict each other, of a question that has no answer."""
    kept = list(demands)
    is_minimal = True
    for demand in list(demands):
        rest = [one for one in kept if one is not demand]
        can = _can_keep(asked, rest, progress)
        if can is False:
            kept = rest
        elif can is None:
            is_minimal = False
    reachable = [_reachable(asked, one, [other for other in kept if other is not one], progress) for one in kept]
    return Conflict(kept, reachable, is_minimal)


def relaxed(demand: Demand, reachable: float | None) -> Text | None:
    """How far a demand can be kept, in words; None where it is no figure."""
    if reachable is None or not demand.unit:
        return None
    told = amount(round(reachable + demand.already, 2), demand.unit)
    is_most = np.isfinite(demand.low[0])
    return Text(
        f"其余都满足时{'至多达到' if is_most else '至少需要'} {told.zh}",
        f"with the others kept, {'at most' if is_most else 'at least'} {told.en}",
    )


def _can_keep(asked: Question, demands: Sequence[Demand], progress: Progress | None) -> bool | None:
    """Whether some choice keeps the demands; None where time ran out. Parts of parcels cannot where whole ones can."""
    if relax(asked, demands) is None:
        return False
    answer = solve(asked, demands, 1.0, SECONDS, progress, np.zeros(asked.size))
    return {"infeasible": False, "unknown": None}.get(answer.status, True)


def _reachable(asked: Question, demand: Demand, others: Sequence[Demand], progress: Progress | None) -> float | None:
    """The most, or the least, that a demand of one row can come to where the others are kept."""
    if demand.rows.shape[0] != 1 or not demand.unit or np.isfinite(demand.low[0]) == np.isfinite(demand.high[0]):
        return None
    row = demand.rows.toarray()[0]
    sign = -1.0 if np.isfinite(demand.low[0]) else 1.0
    answer = solve(asked, others, 1e-4, SECONDS, progress, sign * row)
    return None if answer.chosen is None or answer.status != "optimal" else float(row @ answer.chosen)
