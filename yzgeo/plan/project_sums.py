"""Sums over projects, each computed once for statistics, layers, page, sheet and report: count, investment and land.

A sum over no projects is a counted zero only where the plan leaves nothing open. Where the place of a project is not
known, or projects lie across zones, or the zone has no outline, some of them may belong to a zone that none is
counted in: its sum is unknown, beside the count of 0.
"""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd

from yzgeo.core.values import known_total
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.inner_zones import in_zone, zones_in
from yzgeo.plan.location_evidence import sums_by_evidence
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import beside_sum
from yzgeo.plan.project_zones import across_zones

MONEY, SITE, NEW_LAND = "investment_100m_yuan", "site_mu", "new_land_mu"
MONEY_BY_EVIDENCE = "investment_100m_yuan_by_evidence"


def sums(projects: pd.DataFrame, whole: gpd.GeoDataFrame, *, is_open: bool = False) -> dict[str, Any]:
    """The row of sums over some projects of a plan.

    Parameters
    ----------
    projects
        Rows of `Plan.projects`.
    whole
        `Plan.projects`.
    is_open
        Others may belong to them although every place is known: those of a zone without an outline.

    Returns
    -------
    dict
        `project_count`, `investment_100m_yuan` (亿元), what that does not tell (`project_money.beside_sum`), `site_mu` and
        `new_land_mu`; None for a sum that is not known (`known_sum`).
    """
    return {
        "project_count": len(projects),
        MONEY: known_sum(projects, whole, MONEY, is_open=is_open),
        **beside_sum(projects, whole),
        SITE: known_sum(projects, whole, SITE, is_open=is_open),
        NEW_LAND: known_sum(projects, whole, NEW_LAND, is_open=is_open),
    }


def known_sum(projects: pd.DataFrame, whole: gpd.GeoDataFrame, column: str, *, is_open: bool = False) -> float | None:
    """The sum of what some projects of a plan state; None where it is not known.

    It is not known where there are projects and none states a figure, and where there are none but the plan has
    projects that may belong to them, or no figure at all; `is_open` as for `sums`.

    >>> from shapely import Point
    >>> whole = gpd.GeoDataFrame({"mu": [3.0, 4.0], "zone_id": ["a", "a"], "zone_ids": ["a", "a"]},
    ...                          geometry=[Point(1, 1), Point(1, 2)])
    >>> print(known_sum(whole, whole, "mu"), known_sum(whole[:0], whole, "mu"))
    7.0 0.0
    >>> print(known_sum(whole[:0], whole, "mu", is_open=True))
    None
    >>> whole.loc[1, "geometry"] = None
    >>> print(known_sum(whole[:1], whole, "mu"), known_sum(whole[:0], whole, "mu"))
    3.0 None
    """
    if len(projects):
        return known_total(projects[column])
    is_counted = (
        not is_open and whole[column].notna().any() and whole.geometry.notna().all() and not across_zones(whole).any()
    )
    return 0.0 if is_counted else None


@cached_per_plan
def sums_by_zone(plan: Plan) -> dict[str, dict[str, Any]]:
    """By zone the sums over the projects in it and in the zones inside it, with those by evidence for their places.

    Callers must not change it.

    >>> from yzgeo.plan.load import load
    >>> zones = sums_by_zone(load("yinzhou"))
    >>> for zone_id in ("dongwu", "wuxiang"):
    ...     print(zones[zone_id]["project_count"], zones[zone_id]["investment_100m_yuan"])
    2 10.8
    0 None
    """
    whole = plan.projects
    inside = {zone_id: in_zone(plan, whole, zone_id) for zone_id in plan.zones["zone_id"]}
    outlined = set(plan.zones.loc[plan.zones.geometry.notna(), "zone_id"])
    open_zones = {zone_id: not outlined.issuperset(zones_in(plan)[zone_id]) for zone_id in inside}
    return {
        zone_id: {
            **sums(projects, whole, is_open=open_zones[zone_id]),
            **by_evidence(projects, whole, is_open=open_zones[zone_id]),
        }
        for zone_id, projects in inside.items()
    }


@cached_per_plan
def located_sums_by_zone(plan: Plan) -> dict[str, dict[str, Any]]:
    """`sums_by_zone` of what is located there, as columns of data files define it: none there is a counted 0.

    It is so where the places of some projects are known and the zone has an outline to hold them; what is shown to
    readers takes `sums_by_zone`, since projects of unknown place may lie there too. Callers must not change it.

    >>> from yzgeo.plan.load import load
    >>> print(located_sums_by_zone(load("yinzhou"))["wuxiang"]["investment_100m_yuan"])
    0.0
    """
    located = plan.projects[plan.projects.geometry.notna()]
    outlined = set(plan.zones.loc[plan.zones.geometry.notna(), "zone_id"])
    if located[MONEY].isna().all():
        return sums_by_zone(plan)
    return {
        zone_id: {
            **row,
            MONEY: 0.0,
            MONEY_BY_EVIDENCE: dict.fromkeys(row[MONEY_BY_EVIDENCE], 0.0),
        }
        if row["project_count"] == 0 and zone_id in outlined
        else row
        for zone_id, row in sums_by_zone(plan).items()
    }


def by_evidence(projects: pd.DataFrame, whole: gpd.GeoDataFrame, *, is_open: bool = False) -> dict[str, Any]:
    """Number and investment of some projects by the evidence for their place; unknown where their sum is."""
    split = sums_by_evidence(projects)
    if projects.empty and known_sum(projects, whole, MONEY, is_open=is_open) is None:
        split[MONEY_BY_EVIDENCE] = dict.fromkeys(split[MONEY_BY_EVIDENCE])
    return split
