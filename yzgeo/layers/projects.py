"""The project layer: investment projects of the plan, located or not."""

from __future__ import annotations

import math
from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.core.palette import QUIET
from yzgeo.plan.location_evidence import BY_OWNER
from yzgeo.plan.model import Plan

TITLE = Text("投资项目", "Projects")
ORDER = 3
COLUMNS = (
    "project_id",
    "list",
    "seq",
    "name",
    "owner",
    "industry",
    "investment_100m_yuan",
    "years",
    "site_mu",
    "new_land_mu",
    "floor_area_m2",
    "floor_area_ratio",
    "zone_id",
    "location_evidence",
    "uncertainty_m",
    "source",
    "geometry",
)
SMALLEST_RADIUS_PX = 4
RADIUS_PX_PER_ROOT_100M_YUAN = 2.2
"""Area of a symbol grows with the investment."""
STYLED_BY = ("zone_id", "location_evidence")
SIZED_BY = ("investment_100m_yuan", SMALLEST_RADIUS_PX, RADIUS_PX_PER_ROOT_100M_YUAN)


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """A row per project with the columns of `COLUMNS`; points (EPSG:4490), null where no place is known.

    >>> from yzgeo.plan.load import load
    >>> projects = frame(load("yinzhou"))
    >>> print(f"{len(projects)} projects, {projects.geometry.isna().sum()} without a known place")
    43 projects, 27 without a known place
    """
    return plan.projects[list(COLUMNS)]


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """Area by investment, the zone's colour, dashed where the place is known by the owner alone."""
    colour = colours.get(properties["zone_id"], QUIET)
    investment = properties["investment_100m_yuan"] or 0
    weak = properties["location_evidence"] in BY_OWNER
    return {
        "radius": SMALLEST_RADIUS_PX + RADIUS_PX_PER_ROOT_100M_YUAN * math.sqrt(investment),
        "color": colour,
        "weight": 1.5,
        "fill": True,
        "fillColor": colour,
        "fillOpacity": 0.25 if weak else 0.6,
        **({"dashArray": "3 3"} if weak else {}),
    }
