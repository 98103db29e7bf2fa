"""The plan at a glance: totals over all zones and projects."""

from __future__ import annotations

from typing import Any

from yzgeo.core.i18n import Text
from yzgeo.core.units import km2_to_mu
from yzgeo.core.values import total
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("总览", "Summary")
ORDER = 0


def table(plan: Plan) -> dict[str, Any]:
    """Totals of zones, parks and projects.

    >>> from yzgeo.plan.load import load
    >>> print(f"{table(load('yinzhou'))['usable_area_km2']} km²")
    70.25 km²
    """
    usable_km2 = listings.usable_area_km2(plan)
    return {
        "plan": plan.particulars["title"],
        **({"edition": plan.edition} if plan.edition == "public" else {}),
        "zones": len(plan.zones),
        "usable_area_km2": usable_km2,
        "usable_area_mu": km2_to_mu(usable_km2),
        "parks": len(plan.parks),
        "projects": len(plan.projects),
        "investment_100m_yuan": total(plan.projects["investment_100m_yuan"]),
        "new_land_mu": total(plan.projects["new_land_mu"]),
    }
