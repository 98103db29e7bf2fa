"""Build polygons from lists of points: split them into rings, and tell shells from holes by which ring lies in which."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

from yzgeo.core.i18n import Text
from yzgeo.readers.coordinate_text import FEWEST, LEAST_METRES, ListedPoint
from yzgeo.readers.source import GEOMETRY, Change
from yzgeo.spatial.polygon_repair import polygonal

Point = tuple[float, float]
OPEN = Text("点列没有回到起点，已闭合", "the points do not return to the first one: the ring is closed")
NEAR_START = Text(
    "末点与起点同名而坐标略有出入，以起点闭合",
    "the last point has the name of the first and lies beside it: closed there",
)
TOO_FEW = Text("不足三点，围不成面，未读入", "fewer than three points enclose nothing: left out")
OUTSIDE = Text(
    "圈号与首圈不同而不在外圈之内，作为另一部分，不扣除",
    "a ring with another number than the first lies outside the others: taken as a part, not subtracted",
)
INSIDE = Text(
    "圈号与首圈相同而在外圈之内，作为洞扣除",
    "a ring with the number of the first lies inside another: taken as a hole and subtracted",
)
CROSSING = Text(
    "内圈与外圈相交，只扣除其在外圈之内的部分", "a hole crosses its shell: only what lies within is subtracted"
)
TWICE = Text("同一圈重复出现，只取一次", "the same ring stands there twice: it is taken once")
SAME_PLACE_METRES, SAME_PLACE_DEGREES = 0.05, 5e-7
"""A closing point so near to the first is that point: boundary points are surveyed to 5 cm at best."""
LEAST_SHARE_OF_HOLE = 0.5
"""A ring of which less lies inside another one is no hole in it."""
SAME_SHARE = 0.999
"""Two rings that share more of their areas are one, drawn twice: no hole leaves so little of its shell."""
NOISE_SHARE = 1e-6
"""A smaller share of a ring outside another comes from rounding."""


class Ring(NamedTuple):
    """The points of one ring without the closing one, the ring's number, whether it was closed, and how exactly."""

    number: str
    points: list[Point]
    closed: bool
    closing: Point | None = None


def split_rings(points: Sequence[ListedPoint]) -> list[Ring]:
    """Split a list of points into rings.

    A ring ends where it returns to its first point, where the number of the ring changes, or where the name of its first
    point comes again, elsewhere: parts that are not closed begin their numbering anew.

    >>> square = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.0, 0.0)]
    >>> print([len(ring.points) for ring in split_rings([ListedPoint("1", point) for point in square * 2])])
    [3, 3]
    >>> corners = [("J1", (0.0, 0.0)), ("J2", (0.0, 1.0)), ("J3", (1.0, 1.0))]
    >>> apart = [(name, (x + 9.0, y)) for name, (x, y) in corners]
    >>> print([ring.closed for ring in split_rings([ListedPoint("1", at, name) for name, at in corners + apart])])
    [False, False]
    """
    rings: list[Ring] = []
    current: list[ListedPoint] = []
    for place in points:
        if current and place.ring != current[0].ring:
            rings.append(_ring(current))
            current = []
        if (
            not current
            and rings
            and rings[-1].closed
            and (place.ring, place.point) == (rings[-1].number, rings[-1].points[0])
        ):
            continue  # the closing point stands there twice
        if len(current) >= FEWEST:
            same_name = place.name != "" and place.name == current[0].name
            if place.point == current[0].point or (same_name and same_place(place.point, current[0].point)):
                rings.append(_ring(current, place.point))
                current = []
                continue
            if same_name:
                rings.append(_ring(current))
                current = []
        current.append(place)
    if current:
        rings.append(_ring(current))
    return rings


def _ring(points: list[ListedPoint], closing: Point | None = None) -> Ring:
    return Ring(points[0].ring, [place.point for place in points], closing is not None, closing)


def same_place(one: Point, other: Point) -> bool:
    """Whether two points, in metres or degrees, are one within the accuracy of surveys.

    >>> print(same_place((600000.0, 3299000.0), (600000.02, 3299000.0)), same_place((121.5, 29.8), (121.52, 29.8)))
    True False
    """
    tolerance = SAME_PLACE_METRES if max(map(abs, one)) >= LEAST_METRES else SAME_PLACE_DEGREES
    return math.dist(one, other) <= tolerance


def polygon(rings: Sequence[Ring], row: int) -> tuple[shapely.Geometry | None, list[Change]]:
    """One (multi)polygon from its rings, and the changes; None where no ring has three points.

    A ring that lies in an even number of others is a shell, one that lies in an odd number a hole, whatever their numbers
    and order.

    >>> outer = Ring("1", [(0, 0), (4, 0), (4, 4), (0, 4)], True)
    >>> hole, beside = Ring("2", [(1, 1), (2, 1), (2, 2), (1, 2)], True), Ring("3", [(5, 0), (6, 0), (6, 1), (5, 1)], True)
    >>> shape, changes = polygon([hole, beside, outer], row=1)
    >>> print(shape.geom_type, "of", shape.area)
    MultiPolygon of 16.0
    """
    changes: list[Change] = []
    usable = []
    for ring in rings:
        if len(ring.points) < FEWEST:
            changes.append(Change(row, GEOMETRY, ring.points, "", TOO_FEW))
            continue
        usable.append(ring)
        if not ring.closed:
            changes.append(Change(row, GEOMETRY, ring.points[-1], ring.points[0], OPEN))
        elif ring.closing not in (None, ring.points[0]):
            changes.append(Change(row, GEOMETRY, ring.closing, ring.points[0], NEAR_START))
    if not usable:
        return None, changes
    shells, holes, more = _roles(usable, row)
    parts = [
        shapely.Polygon(usable[shell].points, [usable[hole].points for hole in holes.get(shell, [])])
        for shell in shells
    ]
    return (parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)), [*changes, *more]


def _roles(rings: list[Ring], row: int) -> tuple[list[int], dict[int, list[int]], list[Change]]:
    """The places of the shells, those of the holes in each shell, and the changes."""
    if len(rings) == 1:
        return [0], {}, []
    areas = polygonal(np.array([shapely.Polygon(ring.points) for ring in rings]))
    depth, parent, share, repeated = nesting(areas)
    shells = [place for place in range(len(rings)) if not repeated[place] and (depth[place] % 2 == 0)]
    within = set(shells)
    holes: dict[int, list[int]] = {}
    changes = [Change(row, GEOMETRY, rings[place].number, "", TWICE) for place in np.flatnonzero(repeated).tolist()]
    for place in np.flatnonzero((depth % 2 == 1) & ~repeated).tolist():
        shell = int(parent[place])
        if share[place] < LEAST_SHARE_OF_HOLE or shell not in within:
            shells.append(place)
            continue
        holes.setdefault(shell, []).append(place)
        if share[place] < 1 - NOISE_SHARE:
            changes.append(Change(row, GEOMETRY, rings[place].number, "", CROSSING))
        if rings[place].number == rings[shell].number:
            changes.append(Change(row, GEOMETRY, rings[place].number, "", INSIDE))
    first = rings[min(shells)].number
    changes += [
        Change(row, GEOMETRY, rings[place].number, first, OUTSIDE)
        for place in sorted(shells)
        if rings[place].number != first and depth[place] == 0
    ]
    return sorted(shells), holes, changes


def nesting(
    areas: npt.NDArray[np.object_],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Which areas lie in which, by a point inside each, in the time of a search tree.

    Parameters
    ----------
    areas : (n,) valid polygons
        In any one plane.

    Returns
    -------
    depth : (n,) int64
        In how many others each lies.
    parent : (n,) int64
        The smallest of them, or -1.
    share : (n,) float64
        How much of its own area lies in that one; 0 where there is none.
    repeated : (n,) bool
        Whether the same area stands before it; these count for nothing else.

    >>> square, inner = shapely.box(0, 0, 9, 9), shapely.box(1, 1, 2, 2)
    >>> depth, parent, share, repeated = nesting(np.array([inner, square, inner]))
    >>> print(depth, parent, share, repeated)
    [1 0 0] [ 1 -1 -1] [1. 0. 0.] [False False  True]
    """
    count = len(areas)
    _, first = np.unique(shapely.to_wkb(shapely.normalize(areas)), return_index=True)
    repeated = np.full(count, True)
    repeated[first] = False
    size = shapely.area(areas)
    inside = shapely.point_on_surface(areas)
    container, contained = shapely.STRtree(inside).query(areas, predicate="intersects")
    larger = (size[container] > size[contained]) | ((size[container] == size[contained]) & (container < contained))
    pairs = larger & (container != contained)
    container, contained = container[pairs], contained[pairs]
    alike = np.flatnonzero(size[contained] > SAME_SHARE * size[container])
    common = shapely.area(shapely.intersection(areas[contained[alike]], areas[container[alike]]))
    repeated[contained[alike[common > SAME_SHARE * size[container[alike]]]]] = True
    pairs = ~repeated[container] & ~repeated[contained]
    container, contained = container[pairs], contained[pairs]
    depth = np.bincount(contained, minlength=count)
    parent = np.full(count, -1)
    order = np.argsort(-size[container], kind="stable")
    parent[contained[order]] = container[order]  # the last one written is the smallest
    share = np.zeros(count)
    lying = np.flatnonzero(parent >= 0)
    common = shapely.area(shapely.intersection(areas[lying], areas[parent[lying]]))
    share[lying] = np.divide(common, size[lying], out=np.ones(len(lying)), where=size[lying] > 0)
    return depth, parent, share, repeated
