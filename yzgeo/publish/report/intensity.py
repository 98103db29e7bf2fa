"""Tables of the report on the intensity of land use: one per measure, against the plan's target."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.stats.collect import Row
from yzgeo.stats.subjects.land_intensity import MEASURES

PRINTED_UNITS = {"万元/亩": Text("万元/亩", "10,000 yuan per mu")}
"""The unit stays the plan's own in English, since two decimals of a million yuan would say less."""


def tables(rows: list[Row], zone_names: dict[str, Text]) -> list[dict[str, Any]]:
    """A table per measure of `stats/subjects/land_intensity`, each row with the name of its scope.

    Scopes without a parcel are left out; `rows` is empty where no parcel has the figure.

    >>> from yzgeo.plan.load import load
    >>> from yzgeo.stats.subjects.land_intensity import table
    >>> print(len(tables(table(load("yinzhou")), {})), "tables without a ledger")
    0 tables without a ledger
    """
    measures = []
    for measure, group in groupby(rows, key=lambda row: row["measure_id"]):
        of_measure = list(group)
        first = of_measure[0]
        rows_with_scope = [row | {"about": _scope_name(row, zone_names)} for row in of_measure if row["parcels"]]
        measures.append(
            {
                "name": MEASURES[measure].title,
                "unit": PRINTED_UNITS.get(first["unit"]),
                "target": first["target"],
                "source": first["source"],
                "rows": rows_with_scope if any(row["parcels_with_figure"] for row in rows_with_scope) else [],
            }
        )
    return measures


def _scope_name(row: Row, zone_names: dict[str, Text]) -> Text:
    return zone_names[row["zone_id"]] if row["zone_id"] else labels.VALUES[row["scope"]]
