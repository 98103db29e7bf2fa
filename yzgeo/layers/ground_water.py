"""Sea, lakes, reservoirs and banks of rivers, as the map shows them under the plan."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.plan.ground_rows import WHERE_ABOUT, ground_rows
from yzgeo.plan.model import Plan

TITLE = Text("底图：水面", "Ground: water")
ORDER = 0.1
DRAWN = False
GROUND = "water"
WATER, SHORE = "#CFE0E4", "#86A9B4"
STYLED_BY = ("class", "basis")


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """The columns of `ground_rows`; polygons (EPSG:4490), no row where the plan has none."""
    return ground_rows(plan, GROUND)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """Water with a shore; a schematic one, and a river's, has none."""
    schematic = properties["basis"] == WHERE_ABOUT
    shore = WATER if schematic or properties["class"] == "river" else SHORE  # a line of no width is a hairline in QGIS
    return {"color": shore, "weight": 1.1, "fillColor": WATER, "fillOpacity": 0.7 if schematic else 1}
