"""Land to be recovered by the last year: the target, less what is recovered already."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yzgeo.core.i18n import Text
from yzgeo.core.units import amount
from yzgeo.scenario.question import Demand, Question

ORDER = 1


def demands(asked: Question) -> Iterator[Demand]:
    """One demand."""
    missing = asked.settings.target_mu - asked.candidates.recovered_mu
    year, total = asked.settings.years[-1], amount(asked.settings.target_mu, "亩")
    if missing <= 0:
        return
    name = Text(f"到 {year} 年累计盘活 {total.zh}", f"{total.en} recovered by {year} in all")
    rows, free = asked.over_choices(asked.by_unit("mu")), np.array([np.inf])
    yield Demand("land", name, "亩", rows, np.array([missing]), free, asked.candidates.recovered_mu)
