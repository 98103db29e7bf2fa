"""Areas of zones in words: as the plan prints them, in km² where it prints one figure."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.i18n import NOTHING, Text, plain
from yzgeo.core.units import amount
from yzgeo.plan.model import Plan


def printed_area(zone: pd.Series) -> Text:
    """The area of a zone in both languages; empty where the plan prints none.

    Parameters
    ----------
    zone
        A row of `Plan.zones`.

    >>> from yzgeo.plan.load import load
    >>> print(printed_area(load("yinzhou").zones.iloc[0]).en)
    16.88 km²
    """
    if pd.isna(zone["area"]):
        return NOTHING
    if is_one_figure(zone):
        return amount(zone["area_km2"], "平方公里")
    return plain(zone["area_as_printed"])


def is_one_figure(zone: pd.Series) -> bool:
    """Whether the area is one figure without a qualifier such as 约."""
    return bool(pd.notna(zone["area_km2"]) and pd.isna(zone["area_to"]) and pd.isna(zone["area_qualifier"]))


def has_usable_areas(plan: Plan) -> bool:
    """Whether the plan states a usable area for any zone: without one, nothing is said of usable areas."""
    return bool(plan.zones["usable_area_km2"].notna().any())
