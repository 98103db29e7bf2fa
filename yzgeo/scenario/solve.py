"""Solve the question of a scenario with HiGHS, and say how far from the best the answer can be at most.

HiGHS: Huangfu and Hall 2018, doi:10.1007/s12532-017-0130-5. The seed is fixed; where no limit of time ends the search,
the same question has the same answer.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import highspy
import numpy as np
from scipy import sparse

from yzgeo.scenario.question import Demand, Question, Rows, once_each

GAP = 1e-3
"""The relative gap to the bound at which the search ends, unless asked otherwise."""
THREADS = 2
SEED = 2021
WHOLE = 0.5
PART = 1e-3
"""A part of a parcel below this is none."""
MOST_ROUNDS = 60
MANY = 50_000
"""With more variables the search begins near the choice of parts of parcels."""
CORE = 5_000
"""So many variables are searched there."""
WAIT_S = 0.2
Progress = Callable[[float, float | None, float | None], bool]
"""Told of seconds, the best so far and the bound, each None where there is none; False ends the search."""


class Answer(NamedTuple):
    """What the solver found.

    - `status`: optimal (within the gap), stopped (before that, with the best so far), infeasible, or unknown (stopped
      with nothing found)
    - `chosen`: (m,) true for each variable that is chosen; None where there is no answer
    - `value`, `bound`: what is minimised, and below what no choice can come
    - `rows`: of demands that grow, all that were needed
    """

    status: str
    chosen: np.ndarray | None
    value: float | None
    bound: float | None
    rows: dict[str, Rows]

    @property
    def gap(self) -> float | None:
        """How far the answer is above the bound, as a share of the answer; 0 where both are 0."""
        if self.value is None or self.bound is None:
            return None
        return 0.0 if self.value <= self.bound else (self.value - self.bound) / max(abs(self.value), 1e-12)


def solve(
    asked: Question,
    demands: Sequence[Demand],
    gap: float = GAP,
    seconds: float | None = None,
    progress: Progress | None = None,
    goal: np.ndarray | None = None,
    rows: dict[str, Rows] | None = None,
) -> Answer:
    """The choice that keeps all demands at the least of what is minimised.

    Parameters
    ----------
    asked, demands
        The question, and which of its demands hold.
    gap
        Relative distance to the bound at which the search ends.
    seconds
        Limit of time; without one the answer is the same each time.
    progress
        Told of how far the search is; it can end it.
    goal
        What each variable adds to what is minimised, instead of the question's own.
    rows
        Rows of growing demands that earlier answers needed, to begin with.
    """
    goal = asked.goal if goal is None else goal
    if not asked.size:
        return _empty_choice(demands)
    growing = [demand for demand in demands if demand.more is not None]
    grown = dict(rows or {})
    watch = _Watch(seconds, progress)
    if not growing:
        start = _near_parts(asked, demands, goal, gap, watch) if asked.size > MANY else None
        if start is not None and ((start.gap or 0.0) <= gap or watch.is_over()):
            return start._replace(status="optimal" if (start.gap or 0.0) <= gap else "stopped")
        answer = _search(asked, demands, goal, grown, gap, watch, None if start is None else start.chosen)
        if answer.chosen is None and answer.status == "unknown" and start is not None:
            return start._replace(status="stopped")
        return answer
    _grow_on_parts(asked, demands, goal, grown, watch)
    best = _repaired(asked, demands, goal, grown, gap, watch)
    while True:
        answer = _search(asked, demands, goal, grown, gap, watch, None if best is None else best.chosen, keeps=False)
        if answer.status == "infeasible":
            return answer
        watch.learn(bound=answer.bound)
        bound = watch.bound
        if answer.chosen is not None:
            if not _grow(asked, growing, grown, answer.chosen.astype(float)):
                return answer
            best = _better(best, _repaired(asked, demands, goal, grown, gap, watch))
        if best is not None and bound is not None:
            proved = best._replace(status="optimal", bound=bound, rows=grown)
            if (proved.gap or 0.0) <= gap:
                return proved
        if watch.is_over() or answer.status in ("stopped", "unknown"):
            found = best or Answer("unknown", None, None, bound, grown)
            return found._replace(status="stopped" if best else "unknown", bound=bound, rows=grown)


def chosen_units(asked: Question, chosen: np.ndarray) -> np.ndarray:
    """Which units a choice takes, a boolean each."""
    units = np.zeros(len(asked.candidates.units), dtype=bool)
    units[asked.choices["unit"].to_numpy()[chosen[: len(asked.choices)]]] = True
    return units


def relax(
    asked: Question, demands: Sequence[Demand], rows: dict[str, Rows] | None = None
) -> tuple[float, list[float]] | None:
    """The least where parcels can be taken in part, and what one unit more of each demand adds to it.

    Returns
    -------
    float and list of float, or None
        Of each demand the price: of its row, or of the one with the largest; positive where asking more costs more.
        None where even parts of parcels cannot keep all demands.
    """
    if not asked.size:
        return None if _empty_choice(demands).chosen is None else (0.0, [0.0] * len(demands))
    solver = _solver(asked, demands, asked.goal, rows or {}, is_whole=False)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    dual = np.array(solver.getSolution().row_dual)
    prices, at = [], len(asked.candidates.units)
    for demand in demands:
        own = dual[at : at + demand.rows.shape[0]]
        prices.append(float(own[np.argmax(np.abs(own))]) if len(own) else 0.0)
        at += demand.rows.shape[0]
    return float(solver.getInfo().objective_function_value), prices


def _empty_choice(demands: Sequence[Demand]) -> Answer:
    """The answer where there is no variable: nothing is chosen, or nothing keeps the demands."""
    if all((demand.low <= 0).all() and (demand.high >= 0).all() for demand in demands):
        return Answer("optimal", np.zeros(0, dtype=bool), 0.0, 0.0, {})
    return Answer("infeasible", None, None, None, {})


def _better(one: Answer | None, other: Answer | None) -> Answer | None:
    """Of two answers the one with the lesser value."""
    both = [answer for answer in (one, other) if answer is not None and answer.value is not None]
    return min(both, key=lambda answer: answer.value or 0.0, default=None)


class _Watch:
    """The time that is left, whom to tell, and what is known of the question so far.

    `value` is that of the best choice that keeps all demands, `bound` the highest that was proved. Searches of a part of
    the choices prove no bound of all, and a choice that may break demands is none: neither is told as such.
    """

    def __init__(self, seconds: float | None, progress: Progress | None) -> None:
        self.started = time.monotonic()
        self.seconds = seconds
        self.progress = progress
        self.is_stopped = False
        self.value: float | None = None
        self.bound: float | None = None

    def learn(self, value: float | None = None, bound: float | None = None) -> None:
        """Keep a better choice, or a higher bound."""
        self.value = min((one for one in (self.value, value) if one is not None), default=None)
        self.bound = max((one for one in (self.bound, bound) if one is not None), default=None)

    def left(self) -> float | None:
        """Seconds that are left; None without a limit."""
        return None if self.seconds is None else max(0.0, self.seconds - (time.monotonic() - self.started))

    def is_over(self) -> bool:
        """Whether the search is to end."""
        return self.is_stopped or self.left() == 0.0

    def tell(self, value: float | None, bound: float | None) -> bool:
        """Tell how far the search is, by what it found meanwhile; whether it is to go on."""
        best = min((one for one in (self.value, value) if one is not None), default=None)
        least = max((one for one in (self.bound, bound) if one is not None), default=None)
        if self.progress is not None and not self.progress(time.monotonic() - self.started, best, least):
            self.is_stopped = True
        return not self.is_over()


def _grow(asked: Question, growing: Sequence[Demand], grown: dict[str, Rows], chosen: np.ndarray) -> bool:
    """Add the rows that a choice, of parcels or of parts of them, breaks; whether there are any."""
    parts = np.zeros(len(asked.candidates.units))
    np.add.at(parts, asked.choices["unit"].to_numpy(), chosen[: len(asked.choices)])
    is_grown = False
    for demand in growing:
        further = demand.more(parts > PART)  # type: ignore[misc]
        breaks = further.matrix @ chosen > further.high + PART
        if breaks.any():
            is_grown = True
            rows = Rows(further.matrix[breaks], further.low[breaks], further.high[breaks])
            grown[demand.key] = _joined(grown.get(demand.key), rows)
    return is_grown


def _grow_on_parts(
    asked: Question, demands: Sequence[Demand], goal: np.ndarray, grown: dict[str, Rows], watch: _Watch
) -> None:
    """Add rows that parts of parcels break, which are found fast, before whole ones are searched for."""
    growing = [demand for demand in demands if demand.more is not None]
    for _ in range(MOST_ROUNDS):
        solver = _solver(asked, demands, goal, grown, is_whole=False)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return
        parts = np.array(solver.getSolution().col_value)
        bound = float(solver.getInfo().objective_function_value)
        watch.learn(bound=bound)
        if not watch.tell(None, None) or not _grow(asked, growing, grown, parts):
            return


def _near_parts(
    asked: Question, demands: Sequence[Demand], goal: np.ndarray, gap: float, watch: _Watch
) -> Answer | None:
    """The best choice near the one of parts of parcels, with the bound that parts give; None where there is none near.

    Few parcels are taken in part: as many as demands bind. All but those whose price is nearest to 0 keep what they have
    there, so that few are left to search among (the core of a knapsack, Balas and Zemel 1980, doi:10.1287/opre.28.5.1130).
    """
    solver = _solver(asked, demands, goal, {}, is_whole=False)
    _run(solver, watch)
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    solution, bound = solver.getSolution(), float(solver.getInfo().objective_function_value)
    watch.learn(bound=bound)
    parts, prices = np.array(solution.col_value), np.abs(np.array(solution.col_dual))
    fixed = np.argsort(prices + np.where((parts > PART) & (parts < 1 - PART), -np.inf, 0.0), kind="stable")[CORE:]
    kept = np.round(parts[fixed])
    whole = _solver(asked, demands, goal, {}, is_whole=True)
    whole.changeColsBounds(len(fixed), fixed.astype(np.int32), kept, kept)
    whole.setOptionValue("mip_rel_gap", gap / 4)
    left = watch.left()
    if left is not None:
        whole.setOptionValue("time_limit", left)
    _run(whole, watch, proves=False)
    chosen = _chosen(whole)
    return None if chosen is None else Answer("stopped", chosen, float(goal @ chosen), bound, {})


def _chosen(solver: highspy.Highs) -> np.ndarray | None:
    """Which variables a solver that ran has chosen; None where it found no choice."""
    info = solver.getInfo()
    is_found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    if not is_found or not math.isfinite(info.objective_function_value):
        return None
    chosen: np.ndarray = np.array(solver.getSolution().col_value) > WHOLE
    return chosen


def _repaired(
    asked: Question, demands: Sequence[Demand], goal: np.ndarray, grown: dict[str, Rows], gap: float, watch: _Watch
) -> Answer | None:
    """A choice that keeps growing demands for certain, since it keeps narrower ones; None where there is none.

    It is no more than a start: the search over all choices follows.
    """
    narrow = [
        one._replace(rows=sparse.vstack([one.rows, one.narrower.matrix], format="csr"),
                     low=np.concatenate([one.low, one.narrower.low]), high=np.concatenate([one.high, one.narrower.high]))
        if one.narrower is not None else one
        for one in demands
    ]  # fmt: skip
    answer = _search(asked, narrow, goal, grown, max(gap, 0.01), watch, proves=False)
    watch.learn(value=answer.value)
    return answer if answer.chosen is not None else None


def _search(
    asked: Question,
    demands: Sequence[Demand],
    goal: np.ndarray,
    rows: dict[str, Rows],
    gap: float,
    watch: _Watch,
    start: np.ndarray | None = None,
    *,
    keeps: bool = True,
    proves: bool = True,
) -> Answer:
    """One run of the solver, from a choice to start with if there is one.

    `keeps` says that what it finds keeps all demands, `proves` that its bound is one of all choices.
    """
    solver = _solver(asked, demands, goal, rows, is_whole=True)
    solver.setOptionValue("mip_rel_gap", gap)
    solver.setOptionValue("mip_abs_gap", 1e-9)
    left = watch.left()
    if left is not None:
        solver.setOptionValue("time_limit", left)
    if start is not None:
        first = highspy.HighsSolution()
        first.col_value = list(start.astype(float))
        solver.setSolution(first)
    _run(solver, watch, keeps, proves)
    status, info = solver.getModelStatus(), solver.getInfo()
    state = highspy.HighsModelStatus
    if status in (state.kInfeasible, state.kUnboundedOrInfeasible):
        return Answer("infeasible", None, None, None, rows)
    bound = info.mip_dual_bound if math.isfinite(info.mip_dual_bound) else None
    chosen = _chosen(solver)
    if chosen is None:
        return Answer("unknown", None, None, bound, rows)
    value = float(goal @ chosen)
    is_best = status == state.kOptimal
    return Answer(
        "optimal" if is_best else "stopped", chosen, value, value if bound is None else min(bound, value), rows
    )


def _solver(
    asked: Question, demands: Sequence[Demand], goal: np.ndarray, rows: dict[str, Rows], is_whole: bool
) -> highspy.Highs:
    """The solver with the question as its model."""
    once = once_each(asked)
    unbounded = np.full(once.shape[0], -np.inf)
    parts = [Rows(once, unbounded, np.ones(once.shape[0])), *(Rows(one.rows, one.low, one.high) for one in demands)]
    parts += [rows[one.key] for one in demands if one.key in rows]
    matrix = sparse.vstack([part.matrix for part in parts], format="csc")
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.col_cost_ = goal
    model.col_lower_, model.col_upper_ = np.zeros(asked.size), np.ones(asked.size)
    model.row_lower_ = np.concatenate([part.low for part in parts])
    model.row_upper_ = np.concatenate([part.high for part in parts])
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = matrix.indptr, matrix.indices, matrix.data
    if is_whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * asked.size
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", THREADS)
    solver.setOptionValue("random_seed", SEED)
    solver.passModel(model)
    return solver


def _run(solver: highspy.Highs, watch: _Watch, keeps: bool = True, proves: bool = True) -> None:
    """Run the solver; it ends with the best so far where the user interrupts it or the watch says so.

    What is told meanwhile is what counts by `keeps` and `proves` (see `_search`).
    """
    latest: list[float | None] = [None, None]

    def told(event: highspy.HighsCallbackEvent) -> None:
        figures = event.data_out.mip_primal_bound, event.data_out.mip_dual_bound
        latest[:] = [float(figure) if abs(figure) < highspy.kHighsInf else None for figure in figures]

    solver.HandleUserInterrupt = True
    solver.cbMipInterrupt += told
    solver.startSolve()
    try:
        while not solver.wait(WAIT_S)[0]:
            if not watch.tell(latest[0] if keeps else None, latest[1] if proves else None):
                solver.cancelSolve()
    except KeyboardInterrupt:
        watch.is_stopped = True
        solver.cancelSolve()
        while not solver.wait(WAIT_S)[0]:
            pass


def _joined(rows: Rows | None, further: Rows) -> Rows:
    """Rows, and further ones below them."""
    if rows is None:
        return further
    matrix = sparse.vstack([rows.matrix, further.matrix], format="csr")
    return Rows(matrix, np.concatenate([rows.low, further.low]), np.concatenate([rows.high, further.high]))
