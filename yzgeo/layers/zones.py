"""The zone layer: zones with area, leading industries, parks and projects."""

from __future__ import annotations

from typing import Any

import geopandas as gpd

from yzgeo.core.i18n import Text
from yzgeo.core.palette import QUIET
from yzgeo.core.values import json_value
from yzgeo.plan import listings
from yzgeo.plan.inner_zones import zones_in
from yzgeo.plan.model import Plan
from yzgeo.plan.project_sums import located_sums_by_zone

TITLE = Text("产业片区", "Zones")
ORDER = 1
SCHEMATIC_DASH = "7 5"
STYLED_BY = ("zone_id", "outline_basis")
SUMS = ("project_count", "investment_100m_yuan", "project_count_by_evidence", "investment_100m_yuan_by_evidence")
COLUMNS = (
    "zone_id",
    "name",
    "name_en",
    "kind",
    "parent_zone_id",
    "inner_zones",
    "usable_area_km2",
    "usable_area_mu",
    "area_as_printed",
    "area_kind",
    "leading_industries",
    "leading_industries_table",
    "parks",
    "parks_table",
    *SUMS,
    "outline_basis",
    "outline_uncertainty_m",
    "source",
)
"""Also those of a plan without zones."""


def frame(plan: Plan) -> gpd.GeoDataFrame:
    """A row per zone, in the plan's order; polygons (EPSG:4490), null where a zone has no outline.

    Columns: `zone_id, name, name_en, kind, parent_zone_id, inner_zones` (how many zones lie
    in it), `usable_area_km2, usable_area_mu` (null where the plan
    states another kind of area, or none), `area_as_printed, area_kind, leading_industries,
    leading_industries_table, parks, parks_table` (lists of names), `project_count, investment_100m_yuan` (projects
    located in the zone, or in a zone in it, by any evidence; the investment is null where it is not known, see
    `plan.project_sums`) and both by evidence, `outline_basis, outline_uncertainty_m, source`.

    >>> from yzgeo.plan.load import load
    >>> zones = frame(load("yinzhou")).set_index("zone_id")
    >>> print(f"{zones['name']['dongwu']}: {zones['project_count']['dongwu']} projects")
    东吴产业集聚区: 2 projects
    """
    rows = []
    for _, zone in plan.zones.iterrows():
        sums = located_sums_by_zone(plan)[zone["zone_id"]]
        rows.append(
            {
                "zone_id": zone["zone_id"],
                "name": zone["name"],
                "name_en": json_value(zone["name_en"]),
                "kind": json_value(zone["kind"]),
                "parent_zone_id": json_value(zone["parent_zone_id"]),
                "inner_zones": len(zones_in(plan)[zone["zone_id"]]) - 1,
                "usable_area_km2": json_value(zone["usable_area_km2"]),
                "usable_area_mu": json_value(zone["usable_area_mu"]),
                "area_as_printed": json_value(zone["area_as_printed"]),
                "area_kind": json_value(zone["area_kind"]),
                "leading_industries": listings.industries(plan, zone["zone_id"], "text"),
                "leading_industries_table": listings.industries(plan, zone["zone_id"], "table"),
                "parks": listings.parks(plan, zone["zone_id"], "text"),
                "parks_table": listings.parks(plan, zone["zone_id"], "table"),
                **{column: sums[column] for column in SUMS},
                "outline_basis": json_value(zone["outline_basis"]),
                "outline_uncertainty_m": json_value(zone["outline_uncertainty_m"]),
                "source": "；".join(value for value in (zone["source"], json_value(zone["source_table"])) if value),
            }
        )
    return gpd.GeoDataFrame(rows, columns=list(COLUMNS), geometry=plan.zones.geometry.to_numpy(), crs=plan.zones.crs)


def style(properties: dict[str, Any], colours: dict[str, str]) -> dict[str, Any]:
    """The zone's colour; a dashed line says that the outline is schematic.

    A zone with zones in it is an outline alone: its colour would mix with theirs.
    """
    colour = colours.get(properties["zone_id"], QUIET)
    path = {"color": colour, "weight": 2, "fillColor": colour, "fillOpacity": 0.22}
    if properties.get("inner_zones"):
        path |= {"fillOpacity": 0}
        return {**path, "dashArray": SCHEMATIC_DASH} if properties["outline_basis"] == "schematic" else path
    return (
        {**path, "dashArray": SCHEMATIC_DASH, "fillOpacity": 0.16}
        if properties["outline_basis"] == "schematic"
        else path
    )
