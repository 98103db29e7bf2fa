"""Roads, as the map shows them under the plan."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.plan.ground_rows import ground_rows
from yzgeo.plan.model import Plan

TITLE = Text("底图：道路", "Ground: roads")
ORDER = 0.3
DRAWN = False
GROUND = "roads"
STYLED_BY = ("class",)
LABELLED = False
WIDTHS_PX = {"motorway": 2.2, "trunk": 1.8, "primary": 1.4, "secondary": 1.0}


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """The columns of `ground_rows`; lines (EPSG:4490), no row where the plan has none."""
    return ground_rows(plan, GROUND)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """A quiet line, wider for what carries more."""
    return {"color": "#C6BEAD", "weight": WIDTHS_PX.get(properties["class"], 0.7)}
