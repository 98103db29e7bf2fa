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


GROWN = Text("由组成地点外扩至规划面积", "grown from the places the plan names to the plan's area")
REACH = Text("规划未载面积，取组成地点的可能范围", "the reach of the places the plan names, since it states no area")


def schematic_basis(zones: pd.DataFrame) -> Text:
    """How the schematic outlines of zones were made; empty where none is schematic.

    Parameters
    ----------
    zones
        Rows of `Plan.zones`.

    >>> from yzgeo.plan.load import load
    >>> print(schematic_basis(load("yinzhou").zones).en)
    grown from the places the plan names to the plan's area
    """
    schematic = zones[zones["outline_basis"] == "schematic"]
    has_area = schematic["area_km2"].notna()
    ways = ([GROWN] if has_area.any() else []) + ([REACH] if not has_area.all() else [])
    return Text("；".join(way.zh for way in ways), "; ".join(way.en for way in ways))


def has_usable_areas(plan: Plan) -> bool:
    """Whether the plan states a usable area for any zone: without one, nothing is said of usable areas."""
    return bool(plan.zones["usable_area_km2"].notna().any())
