"""The least cost of a choice of parcels by CP-SAT: a problem as JSON on standard input, the least on standard output.

A program of its own, since OR-Tools brings a HiGHS of another version, which cannot stand in one process with ours.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def least_cost(problem: dict[str, Any]) -> float | None:
    """The proven least cost; None where no choice keeps the demands.

    `mu`, `cost`, `is_south` by parcel, `years`, `budget` of each year, `least_mu`, and `least_south` per cent of the land.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    parcels, years = range(len(problem["mu"])), problem["years"]
    take = {(n, year): model.new_bool_var(f"{n} {year}") for n in parcels for year in years}
    for n in parcels:
        model.add(sum(take[n, year] for year in years) <= 1)
    for year in years:
        model.add(sum(problem["cost"][n] * take[n, year] for n in parcels) <= problem["budget"])
    land = sum(problem["mu"][n] * variable for (n, _), variable in take.items())
    south = sum(problem["mu"][n] * variable for (n, _), variable in take.items() if problem["is_south"][n])
    model.add(land >= problem["least_mu"])
    model.add(100 * south >= problem["least_south"] * land)
    model.minimize(sum(problem["cost"][n] * variable for (n, _), variable in take.items()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return None
    if status != cp_model.OPTIMAL:
        raise SystemExit(f"not proved: {solver.status_name(status)}")
    return float(solver.objective_value)


if __name__ == "__main__":
    print(json.dumps(least_cost(json.load(sys.stdin))))
