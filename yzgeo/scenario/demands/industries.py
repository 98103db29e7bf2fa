"""How many industries the new uses may bring into a zone: the plan's number of leading industries, or one's own."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy import sparse

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.plan.known_measures import LEADING_INDUSTRIES
from yzgeo.scenario.question import Demand, Question

ORDER = 6


def demands(asked: Question) -> Iterator[Demand]:
    """One demand: a use opens its industry in its zone, and of these each zone has so many at most."""
    stated = asked.settings.replacement.get("industries_per_zone")
    if stated is None or asked.openings.empty:
        return
    most = int(_of_plan(asked) if stated == "plan" else float(stated))
    first = len(asked.choices)
    opening = {pair: first + row for row, pair in enumerate(asked.openings.itertuples(index=False, name=None))}
    industry = asked.candidates.options["industry"].to_numpy()[asked.choices["option"].to_numpy()]
    zone = asked.candidates.units["zone_id"].to_numpy()[asked.choices["unit"].to_numpy()]
    uses = np.array([opening.get(pair, -1) for pair in zip(zone, industry, strict=True)])
    choosing = np.flatnonzero(uses >= 0)
    rows = np.arange(len(choosing))
    opened = sparse.csr_array(
        (np.concatenate([np.ones(len(rows)), -np.ones(len(rows))]),
         (np.concatenate([rows, rows]), np.concatenate([choosing, uses[choosing]]))),
        shape=(len(rows), asked.size),
    )  # fmt: skip
    zones, at = np.unique(asked.openings["zone_id"].to_numpy(dtype=str), return_inverse=True)
    counted = sparse.csr_array((np.ones(len(at)), (at, first + np.arange(len(at)))), shape=(len(zones), asked.size))
    matrix = sparse.vstack([opened, counted], format="csr")
    high = np.concatenate([np.zeros(len(rows)), np.full(len(zones), float(most))])
    name = Text(f"每个片区新用途的产业不超过 {most} 个", f"at most {most} industries of new uses in each zone")
    yield Demand("industries", name, "", matrix, np.full(len(high), -np.inf), high)


def _of_plan(asked: Question) -> float:
    rows = asked.plan.targets
    rows = rows[(rows["measure_id"] == LEADING_INDUSTRIES) & rows["target"].notna()]
    if rows.empty:
        raise InputError(
            Text("规划没有限制主导产业的个数", "the plan sets no number of leading industries"),
            Text("写成一个数", "state a number"),
            file=None if asked.settings.folder is None else str(asked.settings.folder / "scenario.toml"),
            column="replacement",
        )
    return float(rows["target"].min())
