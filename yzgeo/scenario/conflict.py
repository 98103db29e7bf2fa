"""Why nothing satisfies all demands: a smallest set of demands that contradict each other.

The set is found by leaving out demands, many at a time, then one after the other, for as long as the rest still
contradict (deletion filter, Chinneck and Dravnieks 1991, doi:10.1287/ijoc.3.2.157): without any one of the set the others
can be kept. Where even parts of parcels cannot keep all demands, parts are asked first: that is fast, and leaves few.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from yzgeo.core.i18n import Text
from yzgeo.core.units import amount
from yzgeo.scenario.question import Demand, Question
from yzgeo.scenario.solve import Answer, relax, solve

SECONDS = 30.0
"""Limit of each search for whether some demands can be kept."""
SECONDS_IN_ALL = 180.0
"""Limit of all of them: what is not shown by then is told as not shown."""
NOTICE_S = 5.0
Notice = Callable[[Text], None]


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


def conflict(
    asked: Question, demands: Sequence[Demand], seconds: float = SECONDS_IN_ALL, notice: Notice | None = None
) -> Conflict:
    """The demands that contradict each other, of a question that has no answer.

    Parameters
    ----------
    asked, demands
        The question, and all its demands.
    seconds
        Limit of time of all searches.
    notice
        Told every few seconds how many demands are still in question.
    """
    clock = _Clock(seconds, notice)
    kept = list(demands)
    if relax(asked, kept) is None:
        kept, _ = _fewest(kept, lambda rest: None if clock.is_over() else relax(asked, rest) is not None, clock)
    kept, is_minimal = _fewest(kept, lambda rest: _can_keep(asked, rest, clock), clock)
    reachable = [_reachable(asked, one, [other for other in kept if other is not one], clock) for one in kept]
    return Conflict(kept, reachable, is_minimal)


class _Clock:
    """The time that is left for all searches, and whom to tell; who interrupts one search ends all."""

    def __init__(self, seconds: float, notice: Notice | None) -> None:
        self.end = time.monotonic() + seconds
        self.notice = notice
        self.told = time.monotonic()
        self.is_interrupted = False

    def limit(self) -> float:
        """Seconds that the next search may take."""
        return max(0.0, min(SECONDS, self.end - time.monotonic()))

    def is_over(self) -> bool:
        """Whether no search is to follow."""
        return self.is_interrupted or self.limit() == 0.0

    def tell(self, count: int) -> None:
        """Tell how many demands are in question, not too often."""
        if self.notice is not None and time.monotonic() - self.told >= NOTICE_S:
            self.told = time.monotonic()
            self.notice(
                Text(
                    f"正在找互相矛盾的要求，还在其中的有 {count} 条",
                    f"looking for the demands that contradict each other; {count} may be among them",
                )
            )

    def solve(self, asked: Question, demands: Sequence[Demand], gap: float, goal: np.ndarray) -> Answer:
        """A search within the time that is left."""
        limit, started = self.limit(), time.monotonic()
        answer = solve(asked, demands, gap, limit, None, goal)
        if answer.status in ("unknown", "stopped") and time.monotonic() - started < 0.9 * limit:
            self.is_interrupted = True  # neither done nor out of time
        return answer


def _fewest(
    demands: list[Demand], can_keep: Callable[[list[Demand]], bool | None], clock: _Clock
) -> tuple[list[Demand], bool]:
    """Demands of which none can be left out, and whether that was shown of each; halves are left out first, then less."""
    kept, size, is_shown = list(demands), max(1, len(demands) // 2), True
    while True:
        for part in [kept[at : at + size] for at in range(0, len(kept), size)]:
            left_out = {id(one) for one in part}
            rest = [one for one in kept if id(one) not in left_out]
            can = can_keep(rest)
            if can is False:
                kept = rest
            elif can is None and size == 1:
                is_shown = False
            clock.tell(len(kept))
        if size == 1:
            return kept, is_shown
        size = max(1, size // 2)


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


def _can_keep(asked: Question, demands: Sequence[Demand], clock: _Clock) -> bool | None:
    """Whether some choice keeps the demands; None where time ran out. Parts of parcels cannot where whole ones can."""
    if clock.is_over():
        return None
    if relax(asked, demands) is None:
        return False
    answer = clock.solve(asked, demands, 1.0, np.zeros(asked.size))
    return {"infeasible": False, "unknown": None}.get(answer.status, True)


def _reachable(asked: Question, demand: Demand, others: Sequence[Demand], clock: _Clock) -> float | None:
    """The most, or the least, that a demand of one row can come to where the others are kept; None where not shown."""
    if demand.rows.shape[0] != 1 or not demand.unit or np.isfinite(demand.low[0]) == np.isfinite(demand.high[0]):
        return None
    if clock.is_over():
        return None
    row = demand.rows.toarray()[0]
    sign = -1.0 if np.isfinite(demand.low[0]) else 1.0
    answer = clock.solve(asked, others, 1e-4, sign * row)
    return None if answer.chosen is None or answer.status != "optimal" else float(row @ answer.chosen)
