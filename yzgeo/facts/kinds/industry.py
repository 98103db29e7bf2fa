"""Facts of an industry: the zones that the plan names it for."""

from __future__ import annotations

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan.model import Plan

TITLE = Text("产业", "industry")


def subjects(plan: Plan) -> list[Subject]:
    """All industries that the plan names for a zone."""
    return [
        Subject(row.industry_id, bilingual(row.name_zh, row.name_en))
        for row in plan.industries.rename(columns={"name": "name_zh"}).itertuples()
    ]


def facts(plan: Plan, industry_id: str) -> list[Fact]:
    """A fact per zone and place where the industry is named."""
    zones = {zone.zone_id: bilingual(zone.name, zone.name_en) for zone in plan.zones.itertuples()}
    return [
        Fact(
            labels.VALUES[row.listed_in],
            Text(f"{zones[row.zone_id].zh}（{row.role}）", f"{zones[row.zone_id].en} ({row.role})"),
            (row.source,),
        )
        for row in plan.zone_industries[plan.zone_industries["industry_id"] == industry_id].itertuples()
    ]
