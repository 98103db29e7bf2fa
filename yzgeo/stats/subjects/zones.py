"""A row per zone: its land, parks, leading industries and projects."""

from __future__ import annotations

from typing import Any

from yzgeo.core.i18n import Text
from yzgeo.core.units import HA_PER_KM2, M2_PER_KM2
from yzgeo.core.values import json_value, total
from yzgeo.plan import listings
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.inner_zones import includes_inner
from yzgeo.plan.model import Plan
from yzgeo.plan.project_sums import located_sums_by_zone
from yzgeo.spatial.area import ellipsoidal_m2

TITLE = Text("片区", "Zones")
ORDER = 1

OFFICIAL_AREA = ("drawn_area_km2", "drawn_minus_plan_km2", "drawn_minus_plan_percent")


def table(plan: Plan) -> list[dict[str, Any]]:
    """Area as printed, usable area, parks, leading industries and located projects of each zone.

    Projects, investment and land of a zone include those of the zones in it; where zones lie in zones,
    `includes_inner_zones` says so. Projects and investment are also given by the evidence for their place. Their
    money is what is located there; land is None where none is located and some projects have no known place.

    The usable area (km², ha, mu, share) is None where the plan states another kind of area, or none.

    For zones with an official outline `drawn_area_km2` and how far it is from the plan's (`drawn_minus_plan_km2`,
    `drawn_minus_plan_percent`); missing for others.

    >>> from yzgeo.plan.load import load
    >>> rows = table(load("yinzhou"))
    >>> print(f"{rows[0]['name']}: {rows[0]['usable_area_mu']:.0f} mu, {rows[0]['share_of_usable_area']:.1%}")
    明州经济开发区核心区: 25320 mu, 24.0%
    """
    whole = total(listings.usable_areas_km2(plan))
    drawn_areas = official_areas(plan)
    return [
        {
            "zone_id": zone["zone_id"],
            "name": zone["name"],
            "kind": json_value(zone["kind"]),
            "usable_area_km2": json_value(zone["usable_area_km2"]),
            "usable_area_ha": json_value(zone["usable_area_km2"] * HA_PER_KM2),
            "usable_area_mu": json_value(zone["usable_area_mu"]),
            "share_of_usable_area": json_value(zone["usable_area_km2"] / whole) if whole else None,
            "parks": listings.parks(plan, zone["zone_id"]),
            "leading_industries": listings.industries(plan, zone["zone_id"], "text"),
            "leading_industries_table": listings.industries(plan, zone["zone_id"], "table"),
            **includes_inner(plan, zone["zone_id"]),
            **located_sums_by_zone(plan)[zone["zone_id"]],
            "outline_basis": json_value(zone["outline_basis"]),
            **drawn_areas[zone["zone_id"]],
            "area_as_printed": json_value(zone["area_as_printed"]),
            "area_kind": json_value(zone["area_kind"]),
            "parent_zone_id": json_value(zone["parent_zone_id"]),
            "source": zone["source"],
        }
        for _, zone in plan.zones.iterrows()
    ]


@cached_per_plan
def official_areas(plan: Plan) -> dict[str, dict[str, float | None]]:
    """By zone the area of its official outline (km², on the ellipsoid) beside the plan's figure.

    None for a zone with a schematic outline, which was grown to the plan's figure and proves nothing, or without any.
    """
    official = plan.zones["outline_basis"] == "official"
    areas = (ellipsoidal_m2(plan.zones.geometry) / M2_PER_KM2).where(official)
    differences = areas - plan.zones["usable_area_km2"]
    percent = differences / plan.zones["usable_area_km2"] * 100
    rows = zip(plan.zones["zone_id"], areas, differences, percent, strict=True)
    return {zone_id: dict(zip(OFFICIAL_AREA, map(json_value, values), strict=True)) for zone_id, *values in rows}
