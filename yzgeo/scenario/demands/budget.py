"""What all may cost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yzgeo.core.i18n import Text
from yzgeo.core.units import amount
from yzgeo.scenario.question import Demand, Question

ORDER = 3


def demands(asked: Question) -> Iterator[Demand]:
    """One demand, or none where the budget is free."""
    most = asked.settings.budget_10k_yuan
    if most is None:
        return
    told = amount(most, "万元")
    name = Text(f"总投入不超过 {told.zh}", f"at most {told.en} in all")
    yield Demand(
        "budget", name, "万元", asked.over_choices(asked.by_unit("cost")), np.array([-np.inf]), np.array([most])
    )
