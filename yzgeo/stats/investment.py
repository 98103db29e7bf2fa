"""How much of a sum of investments is not known."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.values import count_missing
from yzgeo.plan.model import Plan


def investment_unknown(plan: Plan, projects: pd.DataFrame) -> dict[str, int]:
    """How many of the projects have no figure in yuan, to stand beside their sum; nothing where every one of the plan has.

    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> print(investment_unknown(plan, plan.projects))
    {}
    """
    if plan.projects["investment_100m_yuan"].notna().all():
        return {}
    return {"investment_unknown": count_missing(projects["investment_100m_yuan"])}
