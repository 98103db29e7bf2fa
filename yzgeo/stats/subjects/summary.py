"""The plan at a glance: totals over all zones and projects."""

from __future__ import annotations

from typing import Any

from yzgeo.core.i18n import Text
from yzgeo.core.units import km2_to_mu
from yzgeo.core.values import count_missing, known_total
from yzgeo.plan import listings
from yzgeo.plan.areas import areas_by_kind, states_kinds
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import beside_sum
from yzgeo.plan.project_sums import MONEY, NEW_LAND, known_sum
from yzgeo.stats import recovery

TITLE = Text("总览", "Summary")
ORDER = 0


def table(plan: Plan) -> dict[str, Any]:
    """Totals of zones, parks and projects; areas of other kinds than the usable one are in `area_by_kind`, each kind apart.

    >>> from yzgeo.plan.load import load
    >>> print(f"{table(load('yinzhou'))['usable_area_km2']} km²")
    70.25 km²
    """
    usable = listings.usable_areas_km2(plan)
    usable_km2 = known_total(usable)
    return {
        "plan": plan.particulars["title"],
        **({"edition": plan.edition} if plan.edition == "public" else {}),
        **({"invented_note": recovery.INVENTED} if recovery.is_invented(plan) else {}),
        "zones": len(plan.zones),
        "usable_area_km2": usable_km2,
        "usable_area_mu": None if usable_km2 is None else km2_to_mu(usable_km2),
        **(
            {"zones_without_usable_area": count_missing(usable)} if usable.isna().any() and usable.notna().any() else {}
        ),
        **({"area_by_kind": _by_kind(plan)} if states_kinds(plan) else {}),
        "parks": len(plan.parks),
        "projects": len(plan.projects),
        "investment_100m_yuan": known_sum(plan.projects, plan.projects, MONEY),
        **beside_sum(plan.projects),
        "new_land_mu": known_sum(plan.projects, plan.projects, NEW_LAND),
    }


def _by_kind(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "area_kind": areas.kind.zh,
            "zones_with_area": len(areas.zone_ids),
            "area_km2": areas.km2,
            "area_to_km2": None if areas.upper_km2 == areas.km2 else areas.upper_km2,
            "inexact_areas": areas.inexact,
            "zones_without_area": areas.missing,
        }
        for areas in areas_by_kind(plan)
    ]
