"""Where projects count: in one zone, across several, or outside all.

A project may stand at several places. It counts in the innermost zone that holds all of them, a band for one in two of
its zones; where no zone does, it counts once, in a row of its own, so that the rows of a sum close.
"""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd

from yzgeo.core import labels

ACROSS_ZONES = "across zones"
"""What stands for the zone of such a project in rows of sums; with its space it is no id of a zone."""
ACROSS = labels.VALUES[ACROSS_ZONES]


def across_zones(projects: pd.DataFrame) -> pd.Series:
    """Whether a project has places in several zones that no zone holds, or some in a zone and some in none.

    Parameters
    ----------
    projects
        `zone_id` (that holds all places, or missing) and `zone_ids` (of any, parted by 、).

    >>> projects = pd.DataFrame({"zone_id": ["north", None, None], "zone_ids": ["north", "north、south", None]})
    >>> print(across_zones(projects).tolist())
    [False, True, False]
    """
    return projects["zone_id"].isna() & projects["zone_ids"].notna()


def outside_zones(projects: gpd.GeoDataFrame) -> pd.Series:
    """Whether a project has a known place, and none in a zone.

    >>> from shapely import Point
    >>> projects = gpd.GeoDataFrame({"zone_ids": ["north", None, None]}, geometry=[Point(1, 1), Point(9, 9), None])
    >>> print(outside_zones(projects).tolist())
    [False, True, False]
    """
    return projects.geometry.notna() & projects["zone_ids"].isna()


def reaching_into(projects: pd.DataFrame, zone_ids: list[str]) -> pd.Series:
    """Whether a project has a place in one of these, a zone and the zones in it (`inner_zones.zones_in`), and others elsewhere.

    >>> projects = pd.DataFrame({"zone_id": ["north", None, "band"], "zone_ids": ["north", "north、south", "north、east"]})
    >>> print(reaching_into(projects, ["north"]).tolist(), reaching_into(projects, ["nor"]).tolist())
    [False, True, True] [False, False, False]
    """
    here = [not set(zone_ids).isdisjoint(zones_of(project)) for project in projects.itertuples()]
    return ~projects["zone_id"].isin(zone_ids) & pd.Series(here, index=projects.index, dtype=bool)


def zones_of(project: Any) -> list[str]:
    """The zones that the places of a project lie in; a row of `Plan.projects`, by attribute.

    >>> from types import SimpleNamespace
    >>> print(zones_of(SimpleNamespace(zone_ids="north、south")), zones_of(SimpleNamespace(zone_ids=None)))
    ['north', 'south'] []
    """
    return project.zone_ids.split("、") if isinstance(project.zone_ids, str) else []
