"""A statement as the plan prints it: number or range, unit, and the words around it."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import qualifiers
from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.stats.target_progress import own_unit


def printed(plan: Plan, figure: pd.Series) -> Text:
    """A row of `Plan.figures` as printed, in both languages.

    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> print(printed(plan, plan.figures.iloc[0]).en)
    more than 10,000 firms
    """
    unit = plan.measures.set_index("measure_id")["unit"][figure["measure_id"]]
    return qualifiers.printed(figure["value"], figure["value_to"], own_unit(figure, unit), figure["qualifier"])
