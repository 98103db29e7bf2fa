"""What the page of a preview reads: columns, statuses, CRS, rows, areas, a map, and the words of the command."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.i18n import LANGS, Lang, Text
from yzgeo.ledger import cell_parsing, ledger
from yzgeo.plan.import_facts import AreaFacts, ColumnFact, ImportFacts, RowFact
from yzgeo.plan.model import Plan
from yzgeo.publish.preview import wording
from yzgeo.spatial.crs import equal_area

MOST_SHAPES = 3000
"""Shapes that are drawn as such; of more, a dot each."""
CELLS = 400
"""Dots, across the map: two in one cell are one."""
LINE = 1500
"""Shapes are simplified to this part of the extent."""
BINS = 100
"""Points of the picture of areas for a factor of ten: two in one bin are one."""
SURE = ("mapped", "own", "header", "values", "unit")

Worded = Callable[[Text, Lang], str]


def preview_data(
    plan: Plan,
    facts: Sequence[ImportFacts],
    command: Sequence[str],
    lang: Lang,
    worded: Worded = Text.of,
    status_option: str = "statuses",
) -> dict[str, Any]:
    """Everything that the page's scripts read, as JSON-able values; texts are in both languages.

    Parameters
    ----------
    plan
        The plan that the file is to go into.
    facts
        How the file was understood; of several, or several layers or sheets, each.
    command
        The words of the command that imports them.
    worded
        Words an advice, as whoever calls knows how its parameter is given.
    status_option
        What the command is told the status of a word by.
    """
    return {
        "lang": lang,
        "plan": both(Text(plan.title("zh"), plan.title("en"))),
        "parts": [_part(one, plan, worded) for one in facts],
        "statuses": [{"code": code, "label": both(wording.status(code))} for code in ledger.STATUSES],
        "words": [_word(word, status_option) for word in words_of_all(facts)],
        "refused": any(one.refusal is not None for one in facts),
        "command": shlex.join(command),
    }


def words_of_all(facts: Sequence[ImportFacts]) -> list[ledger.StatusWord]:
    """The words of statuses of all parts, each once, with its rows in all of them: a word means the same in each."""
    words: dict[str, ledger.StatusWord] = {}
    for word in (word for one in facts for word in one.words):
        before = words.get(word.word)
        words[word.word] = word if before is None else before._replace(rows=before.rows + word.rows)
    return list(words.values())


def _part(facts: ImportFacts, plan: Plan, worded: Worded) -> dict[str, Any]:
    return {
        "file": facts.file,
        "features": facts.features,
        "without_shape": facts.without_shape,
        "crs": both(wording.crs(facts.crs, facts.crs_grounds)),
        "columns": [_column(one) for one in facts.columns],
        "rows": [_row(row, worded) for row in facts.rows],
        "unlisted": facts.rows_unlisted,
        "doubts": [_worded(doubt, worded) for doubt in facts.doubts],
        "changes": [both(change) for change in facts.changes],
        "areas": None if facts.areas is None else _areas(facts.areas),
        "map": _map(facts, plan),
    }


def both(text: Text) -> dict[str, str]:
    """A text for the page, in both languages."""
    return {"zh": text.zh, "en": text.en}


def _worded(text: Text, worded: Worded) -> dict[str, str]:
    return {lang: worded(text, lang) for lang in LANGS}


def _column(one: ColumnFact) -> dict[str, Any]:
    return {
        "theirs": one.theirs,
        "ours": None if one.ours is None else both(wording.column(one.ours)),
        "why": both(wording.WHY[one.why]),
        "certainty": "none" if one.why == "none" else "sure" if one.why in SURE else "likely",
        "unit": None if one.unit is None else both(wording.unit(one.unit)),
        "filled": one.filled,
        "examples": list(one.examples),
    }


def _word(word: ledger.StatusWord, option: str) -> dict[str, Any]:
    certainty = "unknown" if word.code is None else "likely" if word.why is cell_parsing.GUESSED_STATUS else "sure"
    return {
        "word": word.word,
        "rows": word.rows,
        "code": word.code,
        "why": both(wording.status_why(word)),
        "certainty": certainty,
        "options": {code: shlex.join([option, f"{word.word}={code}"]) for code in ledger.STATUSES},
    }


def _row(row: RowFact, worded: Worded) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "kind_label": both(wording.KINDS[row.kind]),
        "row": row.row,
        "column": row.column,
        "value": row.value,
        "problem": both(row.problem),
        "remedy": _worded(row.remedy, worded),
    }


def _areas(areas: AreaFacts) -> dict[str, Any]:
    return {
        "registered": areas.registered,
        "drawn": areas.drawn,
        "both": areas.both,
        "registered_of_both": areas.registered_of_both,
        "drawn_of_both": areas.drawn_of_both,
        "by_status": [
            {"label": both(wording.status(one.code)), "rows": one.rows, "mu": one.mu} for one in areas.by_status
        ],
        "totals": [{"row": one.row, "text": one.text, "agrees": one.agrees} for one in areas.totals],
        "points": _points(areas.ratios),
    }


def _points(ratios: pd.DataFrame) -> list[list[float]]:
    """Drawn and registered area of parcels as common logarithms, once where several are alike.

    >>> print(_points(pd.DataFrame({"drawn_mu": [10.0, 10.0], "registered_mu": [100.0, 100.0]})))
    [[1.0, 2.0]]
    """
    logs = np.log10(ratios[["drawn_mu", "registered_mu"]].to_numpy(float).clip(1e-3))
    points: list[list[float]] = (np.unique(np.round(logs * BINS), axis=0) / BINS).tolist()
    return points


def _map(facts: ImportFacts, plan: Plan) -> dict[str, Any] | None:
    """Outlines as paths of SVG in metres from the north-western corner; None where there is nothing to draw."""
    shapes, district = facts.shapes.dropna(), plan.district.geometry
    if shapes.empty:
        return None
    crs = equal_area(pd.concat([shapes, district]))
    planar, border = shapes.to_crs(crs), district.to_crs(crs)
    west, south, east, north = _bounds(planar)
    step = max(east - west, north - south, 1.0)
    whole = _bounds(pd.concat([planar, border]))
    origin = np.array([whole[0], whole[3]])
    drawn = shapely.simplify(planar.to_numpy(), step / LINE) if len(planar) <= MOST_SHAPES else []
    points = shapely.get_coordinates(shapely.point_on_surface(planar.to_numpy()))
    cell = step / CELLS
    _, first = np.unique(np.floor(points / cell), axis=0, return_index=True)
    dots = " ".join(f"M{x:.0f} {y:.0f}h0" for x, y in (points[np.sort(first)] - origin) * [1, -1])
    return {
        "district": _path(shapely.simplify(border.to_numpy(), max(whole[2] - whole[0], 1) / LINE), origin),
        "shapes": _path(drawn, origin),
        "dots": dots,
        "whole": _box(whole, origin),
        "close": _box((west, south, east, north), origin),
    }


def _bounds(shapes: gpd.GeoSeries) -> tuple[float, float, float, float]:
    west, south, east, north = (float(edge) for edge in shapes.total_bounds)
    return west, south, east, north


def _box(bounds: tuple[float, float, float, float], origin: np.ndarray) -> str:
    """The `viewBox` of bounds, with a margin."""
    west, south, east, north = bounds
    margin = max(east - west, north - south, 1.0) * 0.06
    left, top = west - origin[0] - margin, origin[1] - north - margin
    return f"{left:.0f} {top:.0f} {max(east - west + 2 * margin, 1):.0f} {max(north - south + 2 * margin, 1):.0f}"


def _path(shapes: Any, origin: np.ndarray) -> str:
    """Rings as a path of SVG, north up, in whole metres."""
    rings: list[str] = []
    for part in shapely.get_parts(np.asarray(shapes, dtype=object)) if len(shapes) else []:
        for ring in shapely.get_rings(part):
            points = np.round((shapely.get_coordinates(ring) - origin) * [1, -1]).astype(int)
            rings.append("M" + "L".join(f"{x} {y}" for x, y in points[:-1]) + "Z")
    return "".join(rings)
