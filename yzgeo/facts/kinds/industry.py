"""Facts of an industry: the zones that the plan names it for."""

from __future__ import annotations

from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan.model import Plan

TITLE = Text("产业", "industry")


def subjects(plan: Plan) -> list[Subject]:
    """All industries that the plan names for a zone."""
    return [
        Subject(row.industry_id, Text(row.name_zh, row.name_en))
        for row in plan.industries.rename(columns={"name": "name_zh"}).itertuples()
    ]


def facts(plan: Plan, industry_id: str) -> list[Fact]:
    """A fact per zone and place where the industry is named."""
    zones = plan.zones.set_index("zone_id")
    return [
        Fact(
            labels.VALUES[row.listed_in],
            Text(f"{zones['name'][row.zone_id]}（{row.role}）", f"{zones['name_en'][row.zone_id]} ({row.role})"),
            (row.source,),
        )
        for row in plan.zone_industries[plan.zone_industries["industry_id"] == industry_id].itertuples()
    ]
