"""Intensity of land use in a ledger: floor area ratio, tax and value added per mu, against the targets."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_MU
from yzgeo.core.values import json_value
from yzgeo.ledger.ledger import STATUSES
from yzgeo.plan.inner_zones import in_zone
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO, TAX_PER_MU, VALUE_ADDED_PER_MU
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery, target_progress

TITLE = Text("台账地块用地强度", "Intensity of the ledger's land")
ORDER = 4


class Intensity(NamedTuple):
    """A column of the ledger over its land; `per_mu` is the land in the measure's unit in one mu."""

    column: str
    per_mu: float
    unit: str | None
    title: Text


MEASURES = {
    FLOOR_AREA_RATIO: Intensity("floor_area_m2", M2_PER_MU, None, Text("容积率", "Floor area ratio")),
    TAX_PER_MU: Intensity("tax_10k_yuan", 1.0, "万元/亩", Text("亩均税收", "Tax per mu")),
    VALUE_ADDED_PER_MU: Intensity("value_added_10k_yuan", 1.0, "万元/亩", Text("亩均增加值", "Value added per mu")),
}
"""By the plan's measure."""


def table(plan: Plan) -> list[dict[str, Any]]:
    """A row per measure and scope: all land, land of a status, of a zone, and outside all zones.

    `value` is the sum of the figure over the land (`land_mu`) of the parcels that state it, so it is weighted by area.
    `parcels_with_figure` is the number of these parcels, `parcels` that of all. The plan's target is one of the whole
    district's industry (of new building for the floor area ratio), not of each parcel.

    >>> from yzgeo.plan.load import load
    >>> print(f"{len(table(load('yinzhou')))} rows without a ledger")
    0 rows without a ledger
    """
    if plan.parcels.empty:
        return []
    land = recovery.net_land(plan)
    return [
        {"measure_id": measure, "name": _name(plan, measure), "scope": scope, "zone_id": zone_id}
        | _ratio(plan, measure, rows)
        for measure in MEASURES
        for scope, zone_id, rows in _scopes(plan, land)
    ]


def _scopes(plan: Plan, land: pd.DataFrame) -> Iterator[tuple[str, str | None, pd.DataFrame]]:
    yield "all", None, land
    for status in reversed(STATUSES):
        yield status, None, land[land["status"] == status]
    for zone_id in plan.zones["zone_id"]:
        yield "zone", zone_id, in_zone(plan, land, zone_id)
    yield "outside", None, land[land["zone_id"].isna()]


def _ratio(plan: Plan, measure: str, rows: pd.DataFrame) -> dict[str, Any]:
    column, per_mu, unit, _ = MEASURES[measure]
    with_figure = rows[rows[column].notna()]
    mu = math.fsum(with_figure["mu"].tolist())
    figure = math.fsum((with_figure[column] * with_figure["part"]).tolist())
    targets = target_progress.targets_in(plan, measure, unit or "").dropna(subset=["source"])
    target, source = (
        (json_value(targets["target"].iloc[0]), targets["source"].iloc[0]) if len(targets) else (None, None)
    )
    value = figure / (mu * per_mu) if mu > 0 else None
    return {
        "value": value,
        "unit": unit,
        "target": target,
        "meets_target": None if value is None or target is None else value >= target,
        "parcels_with_figure": int(with_figure["row"].nunique()),
        "parcels": int(rows["row"].nunique()),
        "land_mu": mu,
        "source": source,
        "invented_note": recovery.INVENTED if recovery.is_invented(plan) else None,
    }


def _name(plan: Plan, measure: str) -> str | None:
    names = plan.measures.loc[plan.measures["measure_id"] == measure, "name"]
    return str(names.iloc[0]) if len(names) else None
