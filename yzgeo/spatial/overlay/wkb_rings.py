"""The outer rings of plain polygons as flat arrays of coordinates, without an object per polygon.

A *plain* polygon has one part and no hole. Nearly every parcel is one, and its bounds and area are arithmetic on its
ring. The others are left to GEOS.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

POLYGON, MULTIPOLYGON = 3, 6
DIMENSIONS = {0: 2, 1: 3, 2: 3, 3: 4}
"""Values per vertex by the thousands of an ISO type code: plain, Z, M, ZM."""
EXTENDED = {0x0: 0, 0x8: 1, 0x4: 2, 0xC: 3}
"""The same thousands by the top bits of an EWKB type code; the bit for an SRID is left to GEOS."""
PART_HEADER = 9
"""Bytes of byte order, type and number of parts or rings."""
COUNT = 4
"""Bytes of the number of vertices of a ring."""
ALIKE = 64
"""From so many rings of one number of vertices on, a run of their own pays; the others share one."""


KINDS = 8 * max(DIMENSIONS.values()) + 1
"""Beyond any number of bytes per vertex."""
MANY_VERTICES = 2048
"""Rings with more vertices share the last run: too few have the same number."""


class Run(NamedTuple):
    """Consecutive rings from `begin` to `end` with the same number of `vertices` each; 0 where the numbers differ."""

    begin: int
    end: int
    vertices: int


class Rings(NamedTuple):
    """Closed rings one after another: `x` and `y` of ring k begin at `starts[k]`; its polygon is that of row `rows[k]`.

    - `rows`, `starts`: (r,) int64
    - `x`, `y`: (v,) float64, the vertices of all rings
    - `runs`: rings with the same number of vertices, which numpy computes on together, several times faster
    """

    rows: Numbers
    starts: Numbers
    x: Floats
    y: Floats
    runs: list[Run]


def rings_of_wkb(data: npt.NDArray[np.uint8], offsets: Numbers) -> tuple[Rings, Numbers]:
    """The rings of the plain polygons among binary geometries, and the rows of all others ((m,) int64).

    Parameters
    ----------
    data
        Well-known binary of all n geometries, one after another, as Arrow stores it: (bytes,) uint8.
    offsets
        (n + 1,) int64: where each begins, and where the last ends; an empty one is null.

    >>> from shapely import box
    >>> one = shapely.to_wkb(box(0, 0, 2, 1))
    >>> rings, others = rings_of_wkb(np.frombuffer(one, np.uint8), np.array([0, len(one)]))
    >>> print(f"{len(rings.x)} vertices, {len(others)} other geometries")
    5 vertices, 0 other geometries
    """
    begin, length = offsets[:-1], np.diff(offsets)
    body, size, vertices = _headers(data, begin, length)
    plain = vertices > 0
    rows = np.flatnonzero(plain)
    order, runs = _in_runs(vertices[rows], size[rows])
    rows = rows[order]
    counts, body, size = vertices[rows], body[rows], size[rows]
    starts = np.cumsum(counts) - counts
    x, y = np.empty(counts.sum()), np.empty(counts.sum())
    for run in runs:
        rings = slice(run.begin, run.end)
        points = _points(run, starts, len(x))
        if run.vertices:
            coordinates = _bytes(data, int(size[run.begin]) * run.vertices, body[rings]).view("<f8")
            coordinates = coordinates.reshape(-1, size[run.begin] // 8)
        else:
            first = starts[rings] - starts[run.begin]
            at = np.repeat(body[rings] - first * size[rings], counts[rings])
            at += np.arange(len(at)) * np.repeat(size[rings], counts[rings])
            coordinates = _bytes(data, 16, at).view("<f8").reshape(-1, 2)
        x[points], y[points] = coordinates[:, 0], coordinates[:, 1]
    return Rings(rows, starts, x, y, runs), np.flatnonzero(~plain & (length > 0))


def _bytes(data: npt.NDArray[np.uint8], length: int, at: Numbers) -> npt.NDArray[np.void]:
    """`length` bytes at each place; coordinates in WKB are not aligned."""
    return np.ndarray((len(data) - length + 1,), f"V{length}", buffer=data, strides=(1,))[at]


def _in_runs(vertices: Numbers, kind: Numbers) -> tuple[Numbers, list[Run]]:
    """An order of rings that puts those with equal numbers of vertices and kinds of coordinates together, and its runs."""
    key = np.minimum(vertices, MANY_VERTICES) * KINDS + kind
    times = np.bincount(key)
    times[MANY_VERTICES * KINDS :] = 0
    alike = np.flatnonzero(times >= ALIKE)
    run_of = np.full(len(times), len(alike), dtype=np.int16)  # numpy sorts numbers of 16 bits without comparing them
    run_of[alike] = np.arange(len(alike))
    order = np.argsort(run_of[key], kind="stable")
    bounds = np.cumsum([0, *times[alike]]).tolist()
    runs = [Run(begin, end, int(vertices[order[begin]])) for begin, end in pairwise(bounds)]
    return order, [*runs, Run(bounds[-1], len(order), 0)] if bounds[-1] < len(order) else runs


def _headers(data: npt.NDArray[np.uint8], begin: Numbers, length: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Offset of the first vertex, bytes per vertex and number of vertices (0 if not plain) of each geometry, (n,) int64."""
    vertices = np.zeros(len(begin), dtype=np.int64)
    body, size = np.zeros_like(vertices), np.full_like(vertices, 16)
    rows = np.flatnonzero(length > PART_HEADER + COUNT)
    kind, dimensions, parts = _part(data, begin[rows])
    single = parts == 1
    ring = begin[rows] + PART_HEADER
    nested = np.flatnonzero(single & (kind == MULTIPOLYGON) & (length[rows] > 2 * PART_HEADER + COUNT))
    inner_kind, inner_dimensions, inner_rings = _part(data, ring[nested])
    ring[nested] += PART_HEADER
    kind[nested], dimensions[nested] = inner_kind, inner_dimensions
    single[nested] &= inner_rings == 1
    fine = single & (kind == POLYGON)
    rows, ring, dimensions = rows[fine], ring[fine], dimensions[fine]
    count = _integer(data, ring)
    whole = (count > 3) & (ring + COUNT + count * 8 * dimensions == begin[rows] + length[rows])
    rows, ring, dimensions, count = rows[whole], ring[whole], dimensions[whole], count[whole]
    body[rows], size[rows], vertices[rows] = ring + COUNT, 8 * dimensions, count
    return body, size, vertices


def _part(data: npt.NDArray[np.uint8], at: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Kind, values per vertex and number of parts of the geometry at each place, (n,) int64; kind 0 when not understood."""
    code = _integer(data, at + 1)
    flags, code = code >> 28, code & 0x0FFFFFFF
    thousands = np.select([flags == key for key in EXTENDED], list(EXTENDED.values()), default=-1) + code // 1000
    dimensions = np.select([thousands == key for key in DIMENSIONS], list(DIMENSIONS.values()), default=0)
    understood = (data[at] == 1) & (dimensions > 0)  # 1: little-endian, as every writer of today has it
    return np.where(understood, code % 1000, 0), dimensions, _integer(data, at + 5)


def _integer(data: npt.NDArray[np.uint8], at: Numbers) -> Numbers:
    """The unsigned little-endian integer of 4 bytes at each place."""
    if not len(at):
        return np.empty(0, dtype=np.int64)
    return _bytes(data, 4, at).view("<u4").astype(np.int64)


def rings_of_geometries(shapes: npt.NDArray[Any]) -> tuple[Rings, Numbers]:
    """The same as `rings_of_wkb` for an (n,) object array of shapely geometries, None where one is missing.

    >>> from shapely import box
    >>> rings, others = rings_of_geometries(np.array([box(0, 0, 2, 1), None, box(0, 0, 9, 9).boundary]))
    >>> print(rings.rows, others)
    [0] [2]
    """
    kinds = shapely.get_type_id(shapes)
    shells = shapes.copy()
    # Each question put to all shapes costs as much as reading them from memory.
    several = np.flatnonzero(kinds == MULTIPOLYGON)
    single = several[shapely.get_num_geometries(shapes[several]) == 1]
    shells[single] = shapely.get_geometry(shapes[single], 0)
    plain = kinds == POLYGON
    plain[single] = True
    plain &= shapely.get_num_interior_rings(shells) == 0
    counts = np.where(plain, shapely.get_num_coordinates(shells), 0)
    rows = np.flatnonzero(counts)
    order, runs = _in_runs(counts[rows], np.zeros(len(rows), dtype=np.int64))
    rows = rows[order]
    points = shapely.get_coordinates(shells[rows])
    starts = np.cumsum(counts[rows]) - counts[rows]
    rings = Rings(rows, starts, np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1]), runs)
    return rings, np.flatnonzero((counts == 0) & (kinds >= 0))


class Measures(NamedTuple):
    """Measures of r rings: `bounds` (r, 4) west, south, east, north; `area` (r,) float64; `simple` (r,) bool."""

    bounds: Floats
    area: Floats
    simple: Flags


def measure(rings: Rings) -> Measures:
    """Bounds and areas of rings.

    A ring whose edges all turn the same way around the middle of its bounds, once around, cannot cross itself: it is
    `simple`. The others may or may not be. The area is that of the shoelace formula.

    >>> from shapely import Polygon, box
    >>> bow_tie = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    >>> of = measure(rings_of_geometries(np.array([box(0, 0, 2, 1), bow_tie]))[0])
    >>> print(f"{of.area[0]:.0f} {of.simple}")
    2 [ True False]
    """
    x, y, starts = rings.x, rings.y, rings.starts
    if not len(starts):
        return Measures(np.empty((0, 4)), np.empty(0), np.empty(0, dtype=bool))
    counts = np.diff(starts, append=len(x))
    last = starts + counts - 1
    west, east = _each(np.minimum, x, rings), _each(np.maximum, x, rings)
    south, north = _each(np.minimum, y, rings), _each(np.maximum, y, rings)
    dx = x - np.repeat((west + east) / 2, counts)
    dy = y - np.repeat((south + north) / 2, counts)
    turn = np.empty_like(x)
    turn[:-1] = dx[:-1] * dy[1:]
    turn[:-1] -= dx[1:] * dy[:-1]
    turn[last] = 0
    area = np.abs(_each(np.add, turn, rings)) / 2
    turn[last] = turn[starts]
    upper = dy >= 0
    crossed = np.zeros(len(x), dtype=np.int32)
    np.not_equal(upper[1:], upper[:-1], out=crossed[:-1], casting="unsafe")
    crossed[last] = 0
    one_way = (_each(np.minimum, turn, rings) > 0) | (_each(np.maximum, turn, rings) < 0)
    once = _each(np.add, crossed, rings) == 2
    closed = (x[starts] == x[last]) & (y[starts] == y[last])
    return Measures(np.column_stack([west, south, east, north]), area, one_way & once & closed)


def _each(reduce: np.ufunc, values: npt.NDArray[Any], rings: Rings) -> npt.NDArray[Any]:
    """Reduce `values`, one per vertex, to one per ring with a ufunc: (v,) to (r,)."""
    per_ring = np.empty(len(rings.starts), dtype=values.dtype)
    for run in rings.runs:
        of_run, target = values[_points(run, rings.starts, len(values))], per_ring[run.begin : run.end]
        if run.vertices:
            columns = of_run.reshape(-1, run.vertices).T
            target[:] = columns[0]
            for column in columns[1:]:
                reduce(target, column, out=target)
        else:
            target[:] = reduce.reduceat(of_run, rings.starts[run.begin : run.end] - rings.starts[run.begin])
    return per_ring


def _points(run: Run, starts: Numbers, count: int) -> slice:
    """The slice of all vertices that holds those of a run."""
    return slice(starts[run.begin], starts[run.end] if run.end < len(starts) else count)
