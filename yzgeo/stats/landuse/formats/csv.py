"""All figures in one long table, in UTF-8 with the BOM that spreadsheets want.

`table` is `classes` (a class in a place), `changes` (what became what) or `changes_by_zone`; `place` is a zone's id, or
`outside`, `counted_again` (negative), `unlocated`, `total`, `district`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import Lang
from yzgeo.core.units import M2_PER_HA
from yzgeo.stats.landuse.land import Land
from yzgeo.stats.landuse.result import DISTRICT, Result, changes_by_zone, matrix, places, rows

SUFFIXES = (".csv",)
BINARY = False
CHANGES = False
COLUMNS = ("table", "place", "place_name", "before", "before_name", "code", "name", "hectares")
DECIMALS = 6
"""Of hectares: a hundredth of a square metre."""


def render(result: Result, lang: Lang) -> bytes:
    """One line per figure; hectares to a hundredth of a square metre."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(result, lang):
        writer.writerow([escape_formula(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _rows(result: Result, lang: Lang) -> Iterator[tuple[Any, ...]]:
    for row in rows(result):
        for place, heading in places(result):
            if row.m2.get(place):
                yield ("classes", place, heading.of(lang), "", "", *_class(row.land, lang), _ha(row.m2[place]))
        if row.district_m2 is not None:
            yield ("classes", "district", DISTRICT.of(lang), "", "", *_class(row.land, lang), _ha(row.district_m2))
    if result.changes is None:
        return
    table = matrix(result)
    before, after = ({each.key: each for each in side} for side in (table.before, table.after))
    for (one, other), m2 in sorted(table.m2.items()):
        yield ("changes", "", "", *_class(before[one], lang), *_class(after[other], lang), _ha(m2))
    names = {zone.zone_id: zone.name for zone in result.zones}
    for zone, old, new, m2 in changes_by_zone(result):
        yield ("changes_by_zone", zone, names[zone].of(lang), *_class(old, lang), *_class(new, lang), _ha(m2))


def _class(land: Land, lang: Lang) -> tuple[str, str]:
    return land.code, land.name.of(lang)


def _ha(m2: float) -> float:
    return round(m2 / M2_PER_HA, DECIMALS)
