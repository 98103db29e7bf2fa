"""The edition of a plan that is fit to leave the office: no parcels, no owners' addresses, coarse geometry."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import equal_area
from yzgeo.spatial.repair import polygonal

GENERALISED_M = 100.0
"""Bends of outlines finer than about this go; borders that two zones share stay shared."""
DECIMALS = 4
"""1e-4 degree is about 10 m."""
LOCATION = ("place_id", "place", "location_evidence", "location_source", "zone_id", "uncertainty_m")
WITHHELD = "—"
APPROVAL = "________________"
"""Room for the number under which a map is approved for the public, to be written in by hand."""
MARK = Text(f"公开版　审图号：{APPROVAL}", f"Public edition · map approval number (审图号): {APPROVAL}")
"""Stands on every page and in every file that carries metadata."""


def public_edition(plan: Plan) -> Plan:
    """The plan without what must stay in the office, marked `edition="public"`.

    - no parcels; no name of whoever excused a finding
    - projects whose place is known by the owner's address only lose it, and with it their zone; of the others the
      notes on how the place was found go, its clause or kind stays
    - outlines are simplified by some 100 m with shared borders kept, then all coordinates rounded to 4 decimals of a
      degree; what was an official outline is schematic from then on, and uncertain by as much

    >>> from yzgeo.plan.model import load
    >>> public = public_edition(load("yinzhou"))
    >>> print(public.edition, sorted(public.projects["location_evidence"].dropna().unique()))
    public ['plan_text', 'project_news']
    """
    emptied: dict[str, Any] = {
        one.name: one.default_factory()
        for one in fields(plan)
        if one.name.startswith("parcel") and callable(one.default_factory)
    }
    return replace(
        plan,
        edition="public",
        district=_rounded(plan.district),
        zones=_zones(plan.zones),
        places=_places(plan.places),
        parks=_rounded(plan.parks),
        projects=_projects(plan.projects),
        suppressions=plan.suppressions.assign(by=WITHHELD),
        **emptied,
    )


def _rounded(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """A table with its geometry on a grid of 4 decimals; shapes stay valid."""
    shapes = shapely.set_precision(frame.geometry.to_numpy(), 10.0**-DECIMALS)
    exact = shapely.transform(shapes, lambda points: np.round(points, DECIMALS))  # the grid leaves 121.54430000000001
    return frame.set_geometry(gpd.GeoSeries(exact, index=frame.index, crs=frame.crs))


def _zones(zones: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    drawn = zones.geometry.notna()
    if not drawn.any():
        return zones
    crs = equal_area(zones.geometry[drawn])
    coarse = shapely.coverage_simplify(zones.geometry[drawn].to_crs(crs).to_numpy(), GENERALISED_M)
    shapes = zones.geometry.copy()
    shapes[drawn] = gpd.GeoSeries(polygonal(coarse), index=zones.index[drawn], crs=crs).to_crs(zones.crs)
    official = zones["outline_basis"] == "official"
    known = zones["outline_uncertainty_m"].clip(lower=GENERALISED_M)
    return _rounded(
        zones.set_geometry(shapes).assign(
            outline_flaw=pd.Series(index=zones.index, dtype="str"),  # it names a vertex
            outline_basis=zones["outline_basis"].mask(official, "schematic"),
            outline_uncertainty_m=known.mask(official & known.isna(), GENERALISED_M),
        )
    )


def _places(places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    coarse = _rounded(places)
    return coarse.assign(lon=coarse.geometry.x, lat=coarse.geometry.y)


def _projects(projects: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    coarse = _rounded(projects)
    by_address = coarse["location_evidence"] == "owner_address"
    shapes = coarse.geometry.copy()
    shapes[by_address] = None
    hidden = coarse.set_geometry(shapes)
    for column in LOCATION:
        hidden[column] = hidden[column].mask(by_address)
    stated = hidden["source"].where(hidden["location_evidence"] == "plan_text")
    kind = hidden["location_evidence"].map(lambda code: labels.VALUES[code].zh, na_action="ignore")
    return hidden.assign(location_source=stated.fillna(pd.Series(kind, index=hidden.index)))
