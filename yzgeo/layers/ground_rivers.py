"""Rivers and canals, as the map shows them under the plan."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.plan.ground_rows import WHERE_ABOUT, ground_rows
from yzgeo.plan.model import Plan

TITLE = Text("底图：河流", "Ground: rivers")
ORDER = 0.2
DRAWN = False
GROUND = "rivers"
STYLED_BY = ("class", "basis")


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """The columns of `ground_rows`; lines (EPSG:4490), no row where the plan has none."""
    return ground_rows(plan, GROUND)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """A line as wide as its class is; a schematic one is broken."""
    path = {"color": "#A9C8D0", "weight": 3.4 if properties["class"] in ("river", None) else 1.8}
    return {**path, "dashArray": "9 4"} if properties["basis"] == WHERE_ABOUT else path
