"""Build polygons from lists of points: close rings, tell parts from holes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely

from yzgeo.core.i18n import Text
from yzgeo.readers.source import Change
from yzgeo.spatial.polygon_repair import polygonal

Point = tuple[float, float]
OPEN = Text("点列没有回到起点，已闭合", "the points do not return to the first one: the ring is closed")
OUTSIDE = Text(
    "圈号大于 1 而不在外圈之内，作为另一部分，不扣除",
    "a ring with a number above 1 lies outside the others: taken as a part, not subtracted",
)
FEWEST = 3
"""Fewest points that enclose an area, without the closing one."""


class Ring(NamedTuple):
    """The points of one ring without the closing one, the ring's number, and whether it was closed."""

    number: str
    points: list[Point]
    closed: bool


def split_rings(points: list[tuple[str, Point]]) -> list[Ring]:
    """Split a list of ring numbers and points into rings: one ends at its first point, or where the number changes.

    >>> square = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.0, 0.0)]
    >>> print([len(ring.points) for ring in split_rings([("1", point) for point in square * 2])])
    [3, 3]
    """
    rings: list[Ring] = []
    number, current = "", list[Point]()
    for belongs_to, point in points:
        if current and belongs_to != number:
            rings.append(Ring(number, current, closed=False))
            current = []
        if len(current) >= FEWEST and point == current[0]:
            rings.append(Ring(number, current, closed=True))
            current = []
            continue
        number = belongs_to
        current.append(point)
    if current:
        rings.append(Ring(number, current, closed=False))
    return rings


def polygon(rings: list[Ring], row: int, first: str = "1") -> tuple[shapely.Geometry | None, list[Change]]:
    """One (multi)polygon from its rings, and the changes; None where no ring has three points.

    Rings numbered `first` are parts, the others are holes of the part they lie in. A ring outside all parts so far is a
    part of its own.

    >>> outer = Ring("1", [(0, 0), (4, 0), (4, 4), (0, 4)], True)
    >>> hole, beside = Ring("2", [(1, 1), (2, 1), (2, 2), (1, 2)], True), Ring("3", [(5, 0), (6, 0), (6, 1), (5, 1)], True)
    >>> shape, changes = polygon([outer, hole, beside], row=1)
    >>> print(f"{shape.geom_type} of {shape.area:.0f}: {changes[0].why.en}")
    MultiPolygon of 16: a ring with a number above 1 lies outside the others: taken as a part, not subtracted
    """
    changes = [
        Change(row, "geometry", ring.points[-1], ring.points[0], OPEN)
        for ring in rings
        if not ring.closed and len(ring.points) >= FEWEST
    ]
    parts: list[tuple[list[Point], list[list[Point]]]] = []
    for ring in (ring for ring in rings if len(ring.points) >= FEWEST):
        within = None if ring.number == first else _enclosing_holes(parts, ring.points)
        if within is not None:
            within.append(ring.points)
            continue
        if ring.number != first and parts:
            changes.append(Change(row, "geometry", ring.number, first, OUTSIDE))
        parts.append((ring.points, []))
    shapes = [shapely.Polygon(shell, holes) for shell, holes in parts]
    if not shapes:
        return None, changes
    return (shapes[0] if len(shapes) == 1 else shapely.MultiPolygon(shapes)), changes


def _enclosing_holes(
    parts: list[tuple[list[Point], list[list[Point]]]], points: list[Point]
) -> list[list[Point]] | None:
    """The list of holes of the part that encloses a ring, or None."""
    area_of_ring = _area(points)
    # Points in one line enclose nothing; where they lie tells all the same.
    inside = shapely.Point(points[0]) if area_of_ring.is_empty else area_of_ring.representative_point()
    for shell, holes in parts:
        if _area(shell, holes).intersects(inside):
            return holes
    return None


def _area(shell: list[Point], holes: Sequence[list[Point]] = ()) -> shapely.Polygon | shapely.MultiPolygon:
    """A part as it will be taken in the end, though its rings may cross."""
    area: shapely.Polygon | shapely.MultiPolygon = polygonal(np.array([shapely.Polygon(shell, holes)]))[0]
    return area
