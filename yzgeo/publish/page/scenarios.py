"""What the page tells of scenarios of land recovery, and in which year each parcel is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np

from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import unit_in_words
from yzgeo.plan.model import Plan
from yzgeo.publish.page.column_codec import Integers
from yzgeo.publish.page.subjects import both
from yzgeo.publish.scenario import comparison
from yzgeo.publish.scenario.figures import Figures
from yzgeo.publish.scenario.tables import STATES, by_year, cell, goal, period, sum_of, zone_parcels

STABLE = 0.9
"""In so many of the draws with other costs, or more, a parcel that counts as stable is chosen too."""
NO_CANDIDATE, NOT_CHOSEN = 0, 1
"""What `places` tells of a parcel that no year is told of."""


def scenarios(plan: Plan, given: Sequence[Figures]) -> dict[str, Any] | None:
    """The scenarios with what they are compared by; None without any. Texts are in both languages."""
    if not given:
        return None
    names = [Text(*pair) for pair in zip(*(comparison.names_of(given, lang) for lang in ("zh", "en")), strict=True)]
    taken = [{row["parcel_id"] for row in one["parcels"]} for one in given]
    return {
        "items": [_scenario(plan, one, name) for one, name in zip(given, names, strict=True)],
        "compared": _compared(given),
        "in_any": len(set().union(*taken)),
        "in_all": len(set.intersection(*taken)),
    }


def places(parcels: gpd.GeoDataFrame, one: Figures) -> Integers:
    """Of each row of the layer `parcels` the place of its year in the scenario's years from 2 on, or why it has none.

    >>> rows = gpd.GeoDataFrame({"parcel_id": ["A", "B", "C"], "status": ["identified", "recovered", "under_way"]})
    >>> chosen = [{"parcel_id": "A", "year": 2027}]
    >>> print(places(rows, {"years": [2026, 2027], "statuses": ["identified", "under_way"], "parcels": chosen}).tolist())
    [3, 0, 1]
    """
    at = {row["parcel_id"]: one["years"].index(row["year"]) + 2 for row in one["parcels"]}
    is_open = parcels["status"].isin(one["statuses"]).to_numpy()
    years: Integers = parcels["parcel_id"].map(at).fillna(NO_CANDIDATE).to_numpy(dtype=np.int64)
    return np.where(is_open, np.maximum(years, NOT_CHOSEN), NO_CANDIDATE)


def _scenario(plan: Plan, one: Figures, name: Text) -> dict[str, Any]:
    tried = [row["stability"] for row in one["parcels"] if row["stability"] is not None]
    shapeless = set(plan.parcels.loc[plan.parcels.geometry.isna(), "parcel_id"])
    return {
        "name": both(name),
        "verdict": both(Text(**one["verdict"])),
        "state": both(STATES[one["status"]]),
        "period": period(one),
        "years": one["years"],
        "goal": both(goal(one)),
        "totals": one["totals"],
        "target_mu": one["target_mu"],
        "recovered_mu": one["recovered_mu"],
        "candidates": one["candidates"],
        "value": one["value"],
        "bound": one["bound"],
        "earlier": one["value_a_year_earlier"],
        "is_earlier_possible": one["is_earlier_possible"],
        "demands": [
            {
                "name": both(bilingual(row["name_zh"], row["name_en"])),
                "unit": both(unit_in_words(row["unit"]) if row["unit"] else Text("", "")),
                "low": row["asked_low"],
                "high": row["asked_high"],
                "reached": row["reached"],
                "binds": row["binds"],
                "price": row["price"],
            }
            for row in one["demands"]
        ],
        "conflict": [
            {"name": both(Text(**row["name"])), "reach": both(Text(**(row["in_words"] or {"zh": "", "en": ""})))}
            for row in (one["conflict"] or {"demands": []})["demands"]
        ],
        "by_year": by_year(one),
        "by_zone": [
            {"zone_id": zone_id, **sum_of(rows)}
            for zone_id, _, rows in zone_parcels(plan, one)
            if rows or (zone_id is not None and one["parcels"])
        ],
        "stable": sum(share >= STABLE for share in tried) if tried else None,
        "undrawn": sum(row["parcel_id"] in shapeless for row in one["parcels"]),
        "assumptions": [both(Text(**text)) for text in one["assumptions"]],
    }


def _compared(given: Sequence[Figures]) -> list[dict[str, Any]]:
    """A row per figure that scenarios are compared by, with that of each; none where there is nothing to compare."""
    if len(given) < 2:
        return []
    columns = [[list(row.values()) for row in comparison.tables(given, lang)[0].rows] for lang in ("zh", "en")]
    return [
        {
            "item": both(Text(zh[0], en[0])),
            "values": [both(Text(cell(one), cell(other))) for one, other in zip(zh[1:], en[1:], strict=True)],
        }
        for zh, en in zip(*columns, strict=True)
    ]
