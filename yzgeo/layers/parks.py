"""The park layer: parks that the text or the table of the plan lists."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.core.palette import QUIET
from yzgeo.plan.model import Plan

TITLE = Text("重点园区", "Parks")
ORDER = 2
STYLED_BY = ("zone_id",)


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """A row per park; points (EPSG:4490), null where no place is known.

    Columns: `park_id, name, zone_id, listed_in` ("text", "table" or "both"), `place,
    uncertainty_m, source` (where it is listed).

    >>> from yzgeo.plan.load import load
    >>> parks = frame(load("yinzhou"))
    >>> print(parks["listed_in"].value_counts().sort_index().to_dict())
    {'both': 12, 'table': 6, 'text': 6}
    """
    listed = plan.zone_parks.groupby("park_id", sort=False).agg(
        zone_id=("zone_id", "first"),
        listed_in=("listed_in", lambda places: "both" if places.nunique() > 1 else places.iloc[0]),
        listed_source=("source", lambda sources: "；".join(dict.fromkeys(sources))),
    )
    joined = plan.parks.merge(listed, left_on="park_id", right_index=True, how="left")
    joined["source"] = joined["listed_source"].fillna(joined["source"])
    columns = ["park_id", "name", "zone_id", "listed_in", "place", "uncertainty_m", "source", "geometry"]
    return joined[columns]


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """A small ring in the zone's colour."""
    colour = colours.get(properties["zone_id"], QUIET)
    return {"radius": 4, "color": colour, "weight": 2, "fill": True, "fillColor": "#fffdf8", "fillOpacity": 1}
