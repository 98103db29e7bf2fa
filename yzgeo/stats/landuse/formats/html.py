"""The result as one page that makes no request: tables, what became what as ribbons and matrix, and a map of changes."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import Any

from markupsafe import Markup

from yzgeo.core.i18n import Lang
from yzgeo.core.templates import environment
from yzgeo.core.units import M2_PER_HA
from yzgeo.stats.landuse import pictures
from yzgeo.stats.landuse.accounts import TOTAL
from yzgeo.stats.landuse.page import PACKAGE, sayer
from yzgeo.stats.landuse.result import (
    DISTRICT,
    Matrix,
    Result,
    all_remarks,
    changes_by_zone,
    matrix,
    places,
    rows,
    unsurveyed,
    zone_rows,
)

SUFFIXES = (".html", ".htm")
BINARY = False
CHANGES = False
POLICY = "default-src 'none'; style-src '{style}'"
MOST_ROWS, MOST_NAMES = 200, 40
"""Rows of changes by zone, and zones named on the map, at most."""
HEAT = (0.02, 0.1, 0.25, 0.5)
"""Shares of a row's change from which a cell is of the next deeper ground."""


def render(result: Result, lang: Lang) -> bytes:
    """A page without a script."""
    style = resources.files(PACKAGE).joinpath("assets", "landuse.css").read_text(encoding="utf-8")
    every = rows(result)
    columns = sorted(
        places(result), key=lambda column: column[0] != TOTAL
    )  # first, since many zones run off the screen
    moves = matrix(result) if result.changes is not None else None
    values: dict[str, Any] = {
        "lang": lang,
        "say": sayer(lang),
        "ha": lambda m2: f"{m2 / M2_PER_HA + 0.0:,.4f}",
        "fixed": lambda value: "—" if value is None else f"{value:,.4f}",
        "keys": lambda: _keys(lang),
        "policy": POLICY.format(style=_hash(style)),
        "style": Markup(style),  # noqa: S704  (the style sheet beside this file)
        "title": result.title,
        "survey": result.survey.file,
        "earlier": result.earlier.file if result.earlier else None,
        "remarks": all_remarks(result),
        "schematic": result.schematic,
        "places": columns,
        "rows": every,
        "sums": {place: sum(row.m2.get(place, 0.0) for row in every) for place, _ in columns},
        "unknown": unsurveyed(result),
        "district": DISTRICT,
        "in_district": result.accounts.district is not None,
        "district_sum": sum(row.district_m2 or 0.0 for row in every),
        "zones": zone_rows(result),
        "matrix": moves,
    }
    if moves is not None:
        values |= {
            "ribbons": pictures.ribbons(result),
            "whole": sum(moves.m2.values()),
            "heat": lambda one, other: _heat(moves, one, other),
            "map": pictures.change_map(result),
            "by_zone": changes_by_zone(result),
            "names": {zone.zone_id: zone.name for zone in result.zones},
            "most_rows": MOST_ROWS,
            "most_names": MOST_NAMES,
        }
    return environment(PACKAGE).get_template("landuse.html").render(values).encode("utf-8")


def _keys(lang: Lang) -> Markup:
    """The legend of the kinds of change."""
    return Markup("").join(
        Markup('<span class="key {}"></span>{}').format(kind, text.of(lang)) for kind, text in pictures.KINDS.items()
    )


def _heat(table: Matrix, before: str, after: str) -> str:
    """The class of a cell: how much of its row's change it is; what stayed is quiet."""
    if before == after:
        return "kept"
    changed = table.row_sum(before) - table.m2.get((before, before), 0.0)
    share = table.m2.get((before, after), 0.0) / changed if changed > 0 else 0.0
    deep = sum(share >= step for step in HEAT)
    return f"h{deep}" if deep else ""


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
