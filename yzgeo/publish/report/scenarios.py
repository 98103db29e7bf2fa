"""The part of the report on scenarios of land recovery: the map of each, its demands, its parcels by zone and year."""

from __future__ import annotations

from typing import Any, NamedTuple

from yzgeo.core.i18n import LANGS, Lang, Text
from yzgeo.publish.context import BuildContext
from yzgeo.publish.report.maps import Picture
from yzgeo.publish.scenario import comparison, tables
from yzgeo.publish.scenario.figures import Figures
from yzgeo.publish.scenario.maps import Look, picture, year_looks
from yzgeo.stats.collect import Row

MOST_LISTED = 40
"""So many parcels of a zone and year are listed; the file of all is named beside them."""


class ZoneRow(NamedTuple):
    """The parcels of a zone: by year their sum, None where there are none, the sum of all, and their numbers by year."""

    name: Text
    by_year: list[Row | None]
    total: Row
    parcels: list[tuple[int, list[str], int]]


class Scenario(NamedTuple):
    """A scenario as the report tells it; `rows` are the tables of `publish.scenario.tables` by name and language."""

    name: Text
    figures: Figures
    verdict: Text
    map: Picture | None
    looks: list[Look]
    demands: dict[Lang, list[Row]]
    conflict: dict[Lang, list[Row]]
    summary: dict[Lang, list[Row]]
    zones: list[ZoneRow]
    by_year: list[Row]
    total: Row


def scenarios(context: BuildContext) -> list[Scenario]:
    """The scenarios of a build, in their order."""
    names = zip(*(comparison.names_of(context.scenarios, lang) for lang in LANGS), strict=True)
    return [
        _scenario(context, one, Text(*name), f"scenario-{number}")
        for number, (one, name) in enumerate(zip(context.scenarios, names, strict=True), start=1)
    ]


def compared(context: BuildContext) -> dict[Lang, list[dict[str, Any]]]:
    """The figures of the scenarios beside each other; nothing where there is nothing to compare."""
    if len(context.scenarios) < 2:
        return {lang: [] for lang in LANGS}
    return {lang: comparison.tables(context.scenarios, lang)[0].rows for lang in LANGS}


def in_all(context: BuildContext) -> int:
    """How many parcels every scenario chooses."""
    taken = [{row["parcel_id"] for row in one["parcels"]} for one in context.scenarios]
    return len(set.intersection(*taken)) if taken else 0


def _scenario(context: BuildContext, one: Figures, name: Text, key: str) -> Scenario:
    return Scenario(
        name,
        one,
        Text(**one["verdict"]),
        picture(context.plan, one, key),
        year_looks(one),
        {lang: tables.demand_bars(tables.demand_rows(one, lang)) for lang in LANGS},
        {lang: tables.conflict_rows(one, lang) for lang in LANGS},
        {lang: tables.summary(one, lang)[2:] for lang in LANGS},
        _zones(context, one),
        tables.by_year(one),
        tables.sum_of(one["parcels"]),
    )


def _zones(context: BuildContext, one: Figures) -> list[ZoneRow]:
    """A row per zone that something is chosen in, and for what lies outside all."""
    rows = []
    for _, name, parcels in tables.zone_parcels(context.plan, one):
        if not parcels:
            continue
        of_years = [[row for row in parcels if row["year"] == year] for year in one["years"]]
        rows.append(
            ZoneRow(
                name,
                [tables.sum_of(part) if part else None for part in of_years],
                tables.sum_of(parcels),
                [
                    (year, [row["parcel_id"] for row in part[:MOST_LISTED]], len(part))
                    for year, part in zip(one["years"], of_years, strict=True)
                    if part
                ],
            )
        )
    return rows
