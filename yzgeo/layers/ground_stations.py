"""Stations of railways and metro, as the map shows them under the plan."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.plan.ground_rows import ground_rows
from yzgeo.plan.model import Plan

TITLE = Text("底图：车站", "Ground: stations")
ORDER = 0.5
DRAWN = False
GROUND = "stations"
LABELLED = False


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """The columns of `ground_rows`; points (EPSG:4490), no row where the plan has none."""
    return ground_rows(plan, GROUND)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """A small ring."""
    return {"radius": 2, "color": "#9B948A", "weight": 1, "fill": True, "fillColor": "#fffdf8", "fillOpacity": 1}
