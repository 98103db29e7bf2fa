"""The templates of the page, the picture and the chapter of the report, and how they say things."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from yzgeo.core.i18n import Lang, Text
from yzgeo.core.units import M2_PER_HA
from yzgeo.stats.landuse import pictures
from yzgeo.stats.landuse.accounts import TOTAL
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

PACKAGE = "yzgeo.stats.landuse"
MOST_ROWS, MOST_NAMES = 200, 40
"""Rows of changes by zone, and zones named on the map, at most."""
MOST_COLUMNS = 8
"""Classes that a matrix of the chapter has at most, so that it fits a sheet."""
MOST_FLOWS = 12
HEAT = (0.02, 0.1, 0.25, 0.5)
"""Shares of a row's change from which a cell is of the next deeper ground."""


def environment() -> jinja2.Environment:
    """The environment of the templates; it escapes all data that they print."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader(PACKAGE, "assets"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def sayer(lang: Lang) -> Callable[..., str]:
    """What says a text of both languages, or two literals, in one of them.

    >>> print(sayer("en")("合计", "total"), sayer("zh")(Text("合计", "total")))
    total 合计
    """

    def say(text: Text | str, english: str | None = None) -> str:
        return text.of(lang) if isinstance(text, Text) else Text(text, english or text).of(lang)

    return say


def style_sheet(name: str) -> str:
    """A style sheet of the assets."""
    return resources.files(PACKAGE).joinpath("assets", name).read_text(encoding="utf-8")


def template_values(result: Result, lang: Lang) -> dict[str, Any]:
    """What the templates print of a result, in one language."""
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
        "ha_of_matrix": lambda m2: f"{m2 / M2_PER_HA + 0.0:,.4f}",
        "keys": lambda: _keys(lang),
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
    return values


def chapter(result: Result, lang: Lang) -> Markup:
    """The accounts as a chapter of the report, without its heading: sums by class, industrial land by zone, changes.

    Of a matrix that is too wide for a sheet stand the classes of the first level and the largest flows.
    """
    values = template_values(result, lang)
    moves = values["matrix"]
    if moves is not None and len(moves.after) > MOST_COLUMNS:
        first = matrix(result, 1)
        changed = [(pair, m2) for pair, m2 in moves.m2.items() if pair[0] != pair[1]]
        values |= {
            "matrix": first,
            "heat": lambda one, other: _heat(first, one, other),
            "ha_of_matrix": lambda m2: f"{m2 / M2_PER_HA + 0.0:,.2f}",
            "classes": {each.key: each for each in (*moves.before, *moves.after)},
            "flows": sorted(changed, key=lambda flow: (-flow[1], flow[0]))[:MOST_FLOWS],
            "flow_count": len(changed),
        }
    zones = {zone.zone_id for zone in result.zones}
    values["in_zones"] = [sum(row.m2.get(zone, 0.0) for zone in zones) for row in values["rows"]]
    values["elsewhere"] = [column for column in values["places"] if column[0] not in {*zones, TOTAL}]
    values["total"] = TOTAL
    return Markup(environment().get_template("chapter.html").render(values))  # noqa: S704  (escaped by the template)


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
