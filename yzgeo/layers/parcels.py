"""The parcel layer: parcels of the ledger; the page draws them from packed tiles, since there may be a million."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.palette import QUIET, STATUS_COLOURS
from yzgeo.plan.model import Plan

TITLE = Text("地块", "Parcels")
ORDER = 4
STYLED_BY = ("status",)
NUMBERED_BY = "parcel_id"
WORDED = ("status",)
"""Columns of codes: a file in Chinese, which goes back to an office, has their words, and all columns by their titles."""
DRAWN = False
"""Whether folium draws it, shape by shape, and the folder holds it where it has no rows."""


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """A row per parcel: the columns of `yzgeo.ledger.ledger`, `zone_id, zone_share`, polygons (EPSG:4490).

    >>> from yzgeo.plan.load import load
    >>> print(len(frame(load("yinzhou"))), "parcels came with the plan")
    0 parcels came with the plan
    """
    return with_zones(plan.parcels, plan.parcel_zones)


def with_zones(parcels: gpd.GeoDataFrame, parcel_zones: pd.DataFrame) -> gpd.GeoDataFrame:
    """A ledger with `zone_id`, the zone that holds the largest share of each parcel, and `zone_share`, that share.

    >>> zones = pd.DataFrame({"parcel_id": ["A", "A"], "zone_id": ["east", "west"], "share": [0.25, 0.75]})
    >>> print(with_zones(gpd.GeoDataFrame({"parcel_id": ["A"]}, geometry=[None]), zones)["zone_id"].iloc[0])
    west
    """
    inside = parcel_zones.dropna(subset=["zone_id"]).sort_values("share", ascending=False, kind="stable")
    largest = inside.drop_duplicates("parcel_id").set_index("parcel_id")
    joined = parcels.copy()
    joined["zone_id"] = parcels["parcel_id"].map(largest["zone_id"]).astype("str")
    joined["zone_share"] = parcels["parcel_id"].map(largest["share"]).astype("float64")
    return joined


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """The colour of its status."""
    colour = STATUS_COLOURS.get(properties["status"], QUIET)
    return {"color": colour, "weight": 0.7, "fillColor": colour, "fillOpacity": 0.8}
