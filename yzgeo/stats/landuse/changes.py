"""What became what between two surveys: every square metre of the one and of the other in one cell.

Land counts by the drawn shape, on the ellipsoid, since two surveys register two areas for it; land that a survey covers
more than once counts to the first polygon. Where polygons are divided (field ridges), what stayed of a class comes
first and only the rest has changed: the change is the least that the two surveys agree with.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.ledger.land_classes import DEEPEST
from yzgeo.spatial.overlay.assign import assign
from yzgeo.spatial.polygon_repair import polygonal
from yzgeo.stats.landuse.accounts import Overlap
from yzgeo.stats.landuse.land import NOWHERE, land
from yzgeo.stats.landuse.survey import Floats, Numbers, Shapes, Survey

PAIRS_AT_ONCE = 20_000
"""Polygons whose neighbours in the other survey are intersected at a time."""
DIGEST_BYTES = 16
"""Enough that two different polygons never have the same."""
ROUNDING_M = 1e-3
"""A strip of land that only one survey covers is one of its own from this width on; what is narrower still counts."""
SLIVER_M = 1.0
"""A change narrower than this is told as one that may come from drawing the same border twice."""


class Pieces(NamedTuple):
    """Pieces of land: polygons of both surveys (-1 for none), (k,) int64; m², (k,) float64; shapes, None where unchanged."""

    before: Numbers
    after: Numbers
    m2: Floats
    shapes: Shapes


class Changes(NamedTuple):
    """What became what.

    - `matrix`: `before, after, m2` by class, as keys of `land` at the finest level; `NOWHERE` is land of one survey only
    - `pieces`: `before, after, m2`, `width_m` and the shape of each changed piece, in the surveys' projection
    - `by_zone`: `zone_id, before, after, m2` of changed land in zones, in the order of the pieces' zones
    """

    matrix: pd.DataFrame
    pieces: gpd.GeoDataFrame
    by_zone: pd.DataFrame


def compare(
    before: Survey,
    after: Survey,
    twice: tuple[Overlap, Overlap],
    zones: gpd.GeoDataFrame,
    system: str,
    progress: Callable[[int], None] = lambda polygons: None,
) -> Changes:
    """What became what between two surveys in one projection.

    Parameters
    ----------
    before, after
        The surveys.
    twice
        What each covers more than once.
    zones
        `zone_id` and outlines, in the surveys' projection.
    system
        The system in which classes are told.
    progress
        Called with the number of polygons of `before` done.
    """
    one, other = once(before.shapes, twice[0]), once(after.shapes, twice[1])
    pieces = _pieces(one, other, progress)
    keys, parts = _keys(before, after, system)
    before_parts, before_fractions = _with_nowhere(parts[0], before.fractions, len(keys) - 1)
    after_parts, after_fractions = _with_nowhere(parts[1], after.fractions, len(keys) - 1)
    flows = np.zeros((len(keys), len(keys)))
    rows, columns = before_parts[pieces.before], after_parts[pieces.after]
    coupled = couple(rows, before_fractions[pieces.before], columns, after_fractions[pieces.after])
    for i in range(coupled.shape[1]):
        for j in range(coupled.shape[2]):
            np.add.at(flows, (rows[:, i], columns[:, j]), coupled[:, i, j] * pieces.m2)
    filled = [(i, j) for i, j in zip(*np.nonzero(np.abs(flows) > 0), strict=True)]
    matrix = pd.DataFrame(
        [(keys[i], keys[j], float(flows[i, j])) for i, j in filled], columns=["before", "after", "m2"]
    )
    changed = (rows[:, 0] != columns[:, 0]) & ~shapely.is_missing(pieces.shapes) & ~shapely.is_empty(pieces.shapes)
    shapes = pieces.shapes[changed]
    perimeter = shapely.length(shapes)
    frame = gpd.GeoDataFrame(
        {
            "before": [keys[each] for each in rows[changed, 0]],
            "after": [keys[each] for each in columns[changed, 0]],
            "m2": pieces.m2[changed],
            "width_m": np.divide(2 * shapely.area(shapes), perimeter, out=np.zeros(len(shapes)), where=perimeter > 0),
        },
        geometry=shapes,
        crs=before.crs,
    )
    return Changes(matrix, frame, _by_zone(frame, zones))


def once(shapes: Shapes, overlap: Overlap) -> Shapes:
    """Shapes without the land that earlier ones cover."""
    alone = shapes.copy()
    alone[overlap.later] = overlap.remainders
    return alone


def couple(before: Numbers, before_fractions: Floats, after: Numbers, after_fractions: Floats) -> Floats:
    """How the classes of a piece before and after go together, (n, 3, 3) float64, with the least change.

    >>> field, ridge = [[0, 1]], [[0.9, 0.1]]
    >>> print(couple(np.array(field), np.array(ridge), np.array(field), np.array([[0.8, 0.2]]))[0].round(3).tolist())
    [[0.8, 0.1], [0.0, 0.1]]
    """
    left, right = before_fractions.copy(), after_fractions.copy()
    flows = np.zeros((len(before), before.shape[1], after.shape[1]))
    for i in range(before.shape[1]):
        for j in range(after.shape[1]):
            stays = np.where(before[:, i] == after[:, j], np.minimum(left[:, i], right[:, j]), 0.0)
            flows[:, i, j] += stays
            left[:, i] -= stays
            right[:, j] -= stays
    rest = right.sum(axis=1)
    share = np.divide(right, rest[:, None], out=np.zeros_like(right), where=rest[:, None] > 0)
    return np.asarray(flows + left[:, :, None] * share[:, None, :], dtype=np.float64)


def _keys(before: Survey, after: Survey, system: str) -> tuple[list[str], tuple[Numbers, Numbers]]:
    """The classes of both surveys as keys, `NOWHERE` last, and the parts of each survey as positions in them."""
    told = [[land(code, survey.system, system, DEEPEST).key for code in survey.codes] for survey in (before, after)]
    keys = list(dict.fromkeys([*told[0], *told[1]]))
    place = {key: number for number, key in enumerate(keys)}
    parts = [
        np.array([place[key] for key in of_codes])[survey.parts]
        for of_codes, survey in zip(told, (before, after), strict=True)
    ]
    return [*keys, land(NOWHERE, system, system, DEEPEST).key], (parts[0], parts[1])


def _with_nowhere(parts: Numbers, fractions: Floats, nowhere: int) -> tuple[Numbers, Floats]:
    """Parts and fractions with a last row for no polygon, which position -1 finds."""
    return np.vstack([parts, np.full(parts.shape[1], nowhere)]), np.vstack([fractions, [1.0, 0.0, 0.0]])


def _pieces(one: Shapes, other: Shapes, progress: Callable[[int], None]) -> Pieces:
    """All pieces that the polygons of two coverages cut one another into.

    Polygons that both have point for point are pieces as they are; only the others are intersected.
    """
    same_one, same_other = _same(one, other)
    left, right = np.setdiff1d(_areal(one), same_one), np.setdiff1d(_areal(other), same_other)
    done = len(one) - len(left)
    progress(done)
    tree = shapely.STRtree(other[right])
    parts = [Pieces(same_one, same_other, shapely.area(one[same_one]), one[same_one])]
    chunks = [left[begin : begin + PAIRS_AT_ONCE] for begin in range(0, len(left), PAIRS_AT_ONCE)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for chunk, pieces in zip(
            chunks, pool.map(lambda rows: _crossed(one, other, rows, right, tree), chunks), strict=True
        ):
            done += len(chunk)
            progress(done)
            parts.append(pieces)
    crossed = _joined(parts)
    for shapes, polygon in ((other, crossed.after), (one, crossed.before)):
        crossed = crossed._replace(m2=_within(shapes, polygon, crossed.m2))
    parts = [crossed]
    parts.append(_rest(one, left, crossed.before, crossed, before=True))
    parts.append(_rest(other, right, crossed.after, crossed, before=False))
    return _joined(parts)


def _areal(shapes: Shapes) -> Numbers:
    return np.flatnonzero(shapely.area(shapes) > 0)


def _same(one: Shapes, other: Shapes) -> tuple[Numbers, Numbers]:
    """Positions of polygons that both coverages have point for point."""
    places = dict(_digests(one))
    pairs = [(places[digest], place) for digest, place in _digests(other) if digest in places]
    found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _digests(shapes: Shapes) -> Iterator[tuple[bytes, int]]:
    """A digest of the coordinates of each polygon, and its position."""
    rows = _areal(shapes)
    for begin in range(0, len(rows), PAIRS_AT_ONCE):
        some = rows[begin : begin + PAIRS_AT_ONCE]
        for place, binary in zip(some.tolist(), shapely.to_wkb(shapes[some]), strict=True):
            yield hashlib.blake2b(binary, digest_size=DIGEST_BYTES).digest(), place


def _crossed(one: Shapes, other: Shapes, rows: Numbers, right: Numbers, tree: shapely.STRtree) -> Pieces:
    of_row, of_right = tree.query(one[rows])
    before, after = rows[of_row], right[of_right]
    try:
        shapes = shapely.intersection(one[before], other[after])
    except shapely.errors.GEOSException:
        shapes = shapely.intersection(polygonal(one[before]), polygonal(other[after]), grid_size=ROUNDING_M)
    m2 = shapely.area(shapes)
    meets = m2 > 0
    return Pieces(before[meets], after[meets], m2[meets], shapes[meets])


def _within(shapes: Shapes, polygon: Numbers, m2: Floats) -> Floats:
    """Areas of pieces scaled down where those of one polygon exceed it: strips too thin to be told as an overlap."""
    sums = np.bincount(polygon, m2, minlength=len(shapes))
    area = np.nan_to_num(shapely.area(shapes))
    scale = np.divide(area, sums, out=np.ones(len(shapes)), where=sums > area)
    return np.asarray(m2 * scale[polygon], dtype=np.float64)


def _joined(parts: list[Pieces]) -> Pieces:
    before, after, m2, shapes = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Pieces(before, after, m2, shapes)


def _rest(shapes: Shapes, rows: Numbers, polygon: Numbers, crossed: Pieces, *, before: bool) -> Pieces:
    """What of each polygon no polygon of the other coverage covers: its area less its pieces."""
    rest = shapely.area(shapes[rows]) - np.bincount(polygon, crossed.m2, minlength=len(shapes))[rows]
    wide = rest > ROUNDING_M * shapely.length(shapes[rows])
    outlines = np.full(len(rows), None, dtype=object)
    if wide.any():
        order = np.argsort(polygon, kind="stable")
        begins = np.searchsorted(polygon[order], rows[wide], side="left")
        ends = np.searchsorted(polygon[order], rows[wide], side="right")
        taken = [shapely.union_all(crossed.shapes[order[b:e]]) for b, e in zip(begins, ends, strict=True)]
        outlines[wide] = shapely.difference(shapes[rows[wide]], np.array(taken, dtype=object))
    nobody = np.full(len(rows), -1)
    return Pieces(rows, nobody, rest, outlines) if before else Pieces(nobody, rows, rest, outlines)


def _by_zone(pieces: gpd.GeoDataFrame, zones: gpd.GeoDataFrame) -> pd.DataFrame:
    """`zone_id, before, after, m2` of changed pieces, zone missing outside all."""
    if pieces.empty:
        return pd.DataFrame({"zone_id": [], "before": [], "after": [], "m2": []})
    numbered = gpd.GeoDataFrame(
        {"parcel_id": np.arange(len(pieces))}, geometry=pieces.geometry.to_numpy(), crs=pieces.crs
    )
    rows = assign(numbered, zones)
    rows["before"] = pieces["before"].to_numpy()[rows["parcel_id"]]
    rows["after"] = pieces["after"].to_numpy()[rows["parcel_id"]]
    rows["m2"] = rows["overlap_m2"]
    inside = rows[rows["zone_id"].notna()]
    return inside.groupby(["zone_id", "before", "after"], sort=False)["m2"].sum().reset_index()
