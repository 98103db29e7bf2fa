"""The project layer: investment projects of the plan, located or not."""

from __future__ import annotations

import math
from typing import Any

import geopandas as gpd
import shapely

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
    "investment_as_printed",
    "years",
    "site_mu",
    "site_area_as_printed",
    "new_land_mu",
    "new_land_as_printed",
    "floor_area_m2",
    "floor_area_as_printed",
    "floor_area_ratio",
    "zone_id",
    "zone_ids",
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

    Where any project has several places all have multipoints, so that formats of one kind of geometry hold them.

    >>> from yzgeo.plan.load import load
    >>> projects = frame(load("yinzhou"))
    >>> print(f"{len(projects)} projects, {projects.geometry.isna().sum()} without a known place")
    43 projects, 27 without a known place
    """
    projects = plan.projects[list(COLUMNS)]
    if (projects.geometry.geom_type == "MultiPoint").any():
        return projects.set_geometry(projects.geometry.map(_several, na_action="ignore"))
    return projects


def at_each_place(projects: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """A row for each place of each project, as maps draw them; those without a place are left out.

    >>> from shapely import MultiPoint
    >>> projects = gpd.GeoDataFrame({"project_id": ["p1", "p2"]}, geometry=[MultiPoint([(1, 1), (2, 2)]), None], crs=4490)
    >>> print(at_each_place(projects)["project_id"].tolist())
    ['p1', 'p1']
    """
    return projects[projects.geometry.notna()].explode(ignore_index=True)


def _several(place: shapely.Point | shapely.MultiPoint) -> shapely.MultiPoint:
    return shapely.MultiPoint([place]) if place.geom_type == "Point" else place


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
