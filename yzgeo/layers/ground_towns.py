"""Towns, as the map shows them under the plan."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.plan.ground_rows import ground_rows
from yzgeo.plan.model import Plan

TITLE = Text("底图：城镇", "Ground: towns")
ORDER = 0.6
DRAWN = False
GROUND = "towns"


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """The columns of `ground_rows`; points (EPSG:4490), no row where the plan has none."""
    return ground_rows(plan, GROUND)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """A small ring in the colour of text."""
    return {"radius": 2.5, "color": "#4C575C", "weight": 1.2, "fill": True, "fillColor": "#fffdf8", "fillOpacity": 1}
