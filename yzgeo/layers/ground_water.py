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
STYLED_BY = ("class", "basis")


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """The columns of `ground_rows`; polygons (EPSG:4490), no row where the plan has none."""
    return ground_rows(plan, GROUND)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """Water with a shore; a schematic one, or a river's, has no line."""
    line = 0.0 if properties["basis"] == WHERE_ABOUT or properties["class"] == "river" else 1.1
    return {
        "color": "#86A9B4",
        "weight": line,
        "fillColor": "#CFE0E4",
        "fillOpacity": 0.7 if properties["basis"] == WHERE_ABOUT else 1,
    }
