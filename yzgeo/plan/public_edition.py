"""The public edition of a plan: no parcels, no constraints, no owners' addresses, generalised geometry."""

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
from yzgeo.spatial.polygon_repair import polygonal

GENERALISED_M = 100.0
"""Tolerance of simplification in metres; borders that two zones share stay shared."""
DECIMALS = 4
"""1e-4 degree is about 10 m."""
LOCATION = ("place_id", "place", "location_evidence", "location_source", "zone_id", "uncertainty_m")
WITHHELD = "—"
APPROVAL = "________________"
"""Space for the approval number of a public map, to be filled in by hand."""
MARK = Text(f"公开版　审图号：{APPROVAL}", f"Public edition · map approval number (审图号): {APPROVAL}")
"""The mark on every page and in every file with metadata."""


def public_edition(plan: Plan) -> Plan:
    """The plan without internal data, marked `edition="public"`.

    - no parcels, no constraints; no names of people who suppressed findings
    - projects located only by the owner's address lose their place and zone; the others lose the notes on how the
      place was found and keep its clause or kind of evidence
    - outlines are simplified by some 100 m (Visvalingam and Whyatt 1993, https://doi.org/10.1179/000870493786962263)
      with shared borders kept, then all coordinates are rounded to 4 decimals of a degree; official outlines become
      schematic, uncertain by as much

    >>> from yzgeo.plan.load import load
    >>> public = public_edition(load("yinzhou"))
    >>> print(public.edition, sorted(public.projects["location_evidence"].dropna().unique()))
    public ['owner_works', 'plan_text', 'project_news']
    """
    emptied: dict[str, Any] = {
        one.name: one.default_factory()
        for one in fields(plan)
        if (one.name.startswith("parcel") or one.name == "constraints") and callable(one.default_factory)
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
    """Round geometry to a grid of 4 decimals; shapes stay valid."""
    shapes = shapely.set_precision(frame.geometry.to_numpy(), 10.0**-DECIMALS)
    exact = shapely.transform(shapes, lambda points: np.round(points, DECIMALS))  # the grid leaves 121.54430000000001
    return frame.set_geometry(gpd.GeoSeries(exact, index=frame.index, crs=frame.crs))


def _zones(zones: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    has_outline = zones.geometry.notna()
    if not has_outline.any():
        return zones
    crs = equal_area(zones.geometry[has_outline])
    coarse = shapely.coverage_simplify(zones.geometry[has_outline].to_crs(crs).to_numpy(), GENERALISED_M)
    shapes = zones.geometry.copy()
    shapes[has_outline] = gpd.GeoSeries(polygonal(coarse), index=zones.index[has_outline], crs=crs).to_crs(zones.crs)
    official = zones["outline_basis"] == "official"
    uncertainty = zones["outline_uncertainty_m"].clip(lower=GENERALISED_M)
    return _rounded(
        zones.set_geometry(shapes).assign(
            outline_flaw=pd.Series(index=zones.index, dtype="str"),  # it names a vertex
            outline_basis=zones["outline_basis"].mask(official, "schematic"),
            outline_uncertainty_m=uncertainty.mask(official & uncertainty.isna(), GENERALISED_M),
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
    clause = hidden["source"].where(hidden["location_evidence"] == "plan_text")
    kind = hidden["location_evidence"].map(lambda code: labels.word(code).zh, na_action="ignore")
    hidden["unused_location"] = pd.Series(index=hidden.index, dtype="str")
    return hidden.assign(location_source=clause.fillna(pd.Series(kind, index=hidden.index)))
