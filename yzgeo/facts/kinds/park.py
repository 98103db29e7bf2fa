"""Facts of a park."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan.model import Plan

TITLE = Text("园区", "park")


def subjects(plan: Plan) -> list[Subject]:
    """All parks of text and table."""
    return [
        Subject(park_id, bilingual(name, name_en))
        for park_id, name, name_en in plan.parks[["park_id", "name", "name_en"]].itertuples(index=False)
    ]


def facts(plan: Plan, park_id: str) -> list[Fact]:
    """Where a park is listed and where it lies."""
    park = plan.parks.set_index("park_id").loc[park_id]
    zones = {zone.zone_id: bilingual(zone.name, zone.name_en) for zone in plan.zones.itertuples()}
    park_facts = [
        Fact(
            Text("列为", "Listed for"),
            Text(
                f"{zones[row.zone_id].zh}的重点园区（{labels.VALUES[row.listed_in].zh}）",
                f"{zones[row.zone_id].en} ({labels.VALUES[row.listed_in].en})",
            ),
            (row.source,),
        )
        for row in plan.zone_parks[plan.zone_parks["park_id"] == park_id].itertuples()
    ]
    if not park_facts and not pd.isna(park["clause"]):
        park_facts = [Fact(Text("列为", "Listed as"), Text("园区", "park"), (park["clause"],))]
    label = Text("位置", "Place")
    if pd.isna(park["place_id"]):
        return [*park_facts, Fact(label, Text("未知，未画在图上", "not known, not drawn"), (park["source"],))]
    stand_in = park["place_basis"] == "stand_in"
    return [
        *park_facts,
        Fact(
            label,
            Text(
                f"{park['place']}{'（代位）' if stand_in else ''}，不确定约 {park['uncertainty_m']:g} 米",
                f"{park['place']}{' (standing in)' if stand_in else ''}, uncertain by some {park['uncertainty_m']:g} m",
            ),
            (park["source"],),
        ),
    ]
