"""Attribute forms: words for codes, names for keys, and below the fields the rows of other tables that belong here.

QGIS lays the form out by itself: tabs of one's own lose their relations when a theme changes the style of a layer.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Lang
from yzgeo.export.flat_tables import SEPARATOR
from yzgeo.export.qgis import fields
from yzgeo.export.qgis_project.relations import Member, Relation, other_side

CODED = frozenset({"kind", "scope"})
"""Columns of codes, zones, and words of the plan's own."""
YEAR = re.compile(r"(?:^|_)year(?:_|$)")
LONG = 40
"""Texts of more characters are shown on several lines."""


def form(member: Member, relations: list[Relation], zones: dict[str, str], lang: Lang) -> dict[str, Any]:
    """The fields of a member, and the relations in which it is the parent.

    `zones` are the names of the zones by their ids. A table that only links two others is passed over: QGIS shows what it links to.
    """
    parents = {relation.column: relation for relation in relations if relation.child == member.name}
    linked = {
        one.id: beyond for one in relations if one.parent == member.name and (beyond := other_side(one, relations))
    }
    return {
        "fields": [
            {
                **field,
                "words": field["words"] or _words(member.rows[field["name"]], field["name"], zones, lang),
                "relation": parents[field["name"]].id if field["name"] in parents else "",
                "is_long": is_long(member.rows[field["name"]]),
            }
            for field in fields(member.name, member.rows, lang)
        ],
        "linked": {relation: beyond.id for relation, beyond in linked.items()},
    }


def _words(cells: pd.Series, column: str, zones: dict[str, str], lang: Lang) -> list[tuple[str, str]]:
    """The words for columns of which not all cells are codes; years stand for themselves, without a separator."""
    held = cells.dropna().drop_duplicates()
    if YEAR.search(column) and pd.api.types.is_integer_dtype(cells):
        return [(str(year), str(year)) for year in sorted(held)]
    if column in CODED and cells.dtype == "str":
        return [(code, zones.get(code) or labels.word(code).of(lang)) for code in sorted(held)]
    if column == "zone_ids" and cells.dtype == "str":
        return [(ids, SEPARATOR.join(zones.get(one, one) for one in ids.split(SEPARATOR))) for ids in sorted(held)]
    return []


def is_long(cells: pd.Series) -> bool:
    """Whether a column holds texts for several lines."""
    return bool(cells.dtype == "str" and (cells.dropna().str.len() > LONG).any())
