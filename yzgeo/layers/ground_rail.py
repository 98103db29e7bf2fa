"""Railways and metro lines, as the map shows them under the plan."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.plan.ground_rows import WHERE_ABOUT, ground_rows
from yzgeo.plan.model import Plan

TITLE = Text("底图：轨道", "Ground: railways")
ORDER = 0.4
DRAWN = False
GROUND = "rail"
STYLED_BY = ("class", "basis")
LABELLED = False


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """The columns of `ground_rows`; lines (EPSG:4490), no row where the plan has none."""
    return ground_rows(plan, GROUND)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """One grey for all; a schematic line is broken."""
    path = {"color": "#9B948A", "weight": 1.4 if properties["class"] == "rail" else 1.0}
    return {**path, "dashArray": "7 4"} if properties["basis"] == WHERE_ABOUT else path
