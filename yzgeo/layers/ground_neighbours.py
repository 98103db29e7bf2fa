"""Neighbours of the district, as the map shows them under the plan."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.plan.ground_rows import ground_rows
from yzgeo.plan.model import Plan

TITLE = Text("底图：邻区", "Ground: neighbours")
ORDER = 0.05
DRAWN = False
GROUND = "neighbours"


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """The columns of `ground_rows`; polygons (EPSG:4490), no row where the plan has none."""
    return ground_rows(plan, GROUND)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """Neighbouring districts: quiet land with a thin broken line."""
    return {"color": "#8D8371", "weight": 0.9, "dashArray": "7 3", "fillColor": "#E8E3D8", "fillOpacity": 0.6}
