"""What each year must bring, and what it may cost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yzgeo.core.i18n import Text
from yzgeo.core.units import amount
from yzgeo.scenario.question import Demand, Question

ORDER = 2


def demands(asked: Question) -> Iterator[Demand]:
    """A demand for each figure of each year."""
    year_of, mu = asked.choices["year"].to_numpy(), asked.by_unit("mu")
    for year, figures in sorted(asked.settings.by_year.items()):
        if "least_mu" in figures:
            least = amount(figures["least_mu"], "亩")
            yield Demand(
                f"land-of-year:{year}",
                Text(f"{year} 年当年盘活不少于 {least.zh}", f"at least {least.en} recovered in {year}"),
                "亩",
                asked.over_choices(np.where(year_of == year, mu, 0)),
                np.array([figures["least_mu"]]),
                np.array([np.inf]),
            )
        if "least_total_mu" in figures:
            total = amount(figures["least_total_mu"], "亩")
            missing = figures["least_total_mu"] - asked.candidates.recovered_mu
            if missing > 0:
                yield Demand(
                    f"land-by-year:{year}",
                    Text(f"到 {year} 年累计盘活不少于 {total.zh}", f"at least {total.en} recovered by {year} in all"),
                    "亩",
                    asked.over_choices(np.where(year_of <= year, mu, 0)),
                    np.array([missing]),
                    np.array([np.inf]),
                    asked.candidates.recovered_mu,
                )
        if "budget_10k_yuan" in figures:
            most = amount(figures["budget_10k_yuan"], "万元")
            yield Demand(
                f"budget:{year}",
                Text(f"{year} 年投入不超过 {most.zh}", f"at most {most.en} spent in {year}"),
                "万元",
                asked.over_choices(np.where(year_of == year, asked.by_unit("cost"), 0)),
                np.array([-np.inf]),
                np.array([figures["budget_10k_yuan"]]),
            )
