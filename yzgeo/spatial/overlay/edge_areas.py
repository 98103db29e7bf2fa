"""Areas of overlaps from the edges of both outlines, without the shape of an overlap.

The area of an overlap is the integral of -y dx (Green's theorem) along those parts of each boundary that lie inside the
other shape. A part begins or ends where two edges cross, so each crossing adds what is left of its ring behind it, with
a sign, and no crossing need be sorted nor any shape be built.

What decides whether an edge passes above another is asked at the ends of edges, once for each end and edge, and both
edges that meet in a vertex use the one answer. So what is inside never contradicts itself, however the coordinates are
rounded: a wrong answer between borders that nearly coincide moves no more area than lies between them. Points are
ordered by x, then y, as if the plane were sheared a little, and a parcel's vertex comes before a zone's at the same
place (Edelsbrunner and Mücke 1990, https://doi.org/10.1145/77635.77639); so vertical edges and vertices in common are
no special cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

from yzgeo.spatial.overlay.wkb_rings import Flags, Floats, Numbers
from yzgeo.spatial.overlay.zone_edges import ZoneEdges, edges_in_boxes, entries_of_boxes, spread, zones_of_points

PAIRS_AT_ONCE = 1 << 16
"""Pairs of edges held at a time: what is known of them stays in the cache of most processors."""
FEW = 256
"""Up to so many pairs of edges of a parcel, all are looked at; of more, those that share a stretch of one axis."""
STEPS = 1 << 20
"""Steps into which a parcel's extent is divided to find edges that share a stretch of it."""
SLACK = 1e-12
"""Part of a parcel's size by which bounds are widened: far more than rounding, so that what lies apart is apart."""
Pair = tuple[Numbers, Numbers]
BITS = 58
"""Sums along rings are whole numbers of so many bits, which add up exactly and the same in any batch."""


class Outlines(NamedTuple):
    """Closed rings of valid polygons.

    - `x`, `y`: (v,) float64, vertices of all rings, one ring after another
    - `starts`: (r,) int64, where each ring begins
    - `shape`: (r,) int64, the number of the polygon it belongs to, in rising order
    - `hole`: (r,) bool
    """

    x: Floats
    y: Floats
    starts: Numbers
    shape: Numbers
    hole: Flags


class Shared(NamedTuple):
    """Overlaps: shape and zone ((n,) int64), `area` and length of the rim ((n,) float64).

    `inner`: (n,) float64, how much of the shape's boundary lies in the zone; `rim` counts that and the zone's in the shape.
    """

    shape: Numbers
    zone: Numbers
    area: Floats
    rim: Floats
    inner: Floats


def outlines_of(shapes: npt.NDArray[Any]) -> Outlines:
    """The rings of an (n,) array of valid (multi)polygons.

    >>> outlines = outlines_of(np.array([shapely.box(0, 0, 1, 1).difference(shapely.box(0.2, 0.2, 0.8, 0.8))]))
    >>> print(outlines.starts, outlines.hole)
    [0 5] [False  True]
    """
    parts, of_shape = shapely.get_parts(shapes, return_index=True)
    rings, of_part = shapely.get_rings(parts, return_index=True)
    points, of_ring = shapely.get_coordinates(rings, return_index=True)
    counts = np.bincount(of_ring, minlength=len(rings))
    hole = np.zeros(len(rings), dtype=bool)
    hole[1:] = of_part[1:] == of_part[:-1]
    x, y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    return Outlines(x, y, np.cumsum(counts) - counts, of_shape[of_part].astype(np.int64), hole)


class _Edges(NamedTuple):
    """Edges in the order of their rings, in coordinates from the middle of the shape that they are held against.

    - `lx, ly, rx, ry`: the left and the right end
    - `slope`: of the edge; 0 where it is vertical
    - `forward`: +1 where the ring runs from left to right along it, -1 elsewhere
    - `sign`: +1 where the polygon lies to the left of the ring, -1 elsewhere
    - `owner`: the number of that shape
    - `end_x, end_y`: where it ends, in the direction of the ring
    - `through`, `length`: the integral of -y dx along it, and its length
    - `behind`, `behind_length`: the same of all that follows in the ring
    """

    lx: Floats
    ly: Floats
    rx: Floats
    ry: Floats
    slope: Floats
    forward: Floats
    sign: Floats
    owner: Numbers
    end_x: Floats
    end_y: Floats
    through: Floats
    length: Floats
    behind: Floats
    behind_length: Floats


def shared_areas(outlines: Outlines, count: int, edges: ZoneEdges) -> Shared:
    """Every overlap of `count` polygons with the zones, in the order of the polygons and then of the zones.

    Overlaps that are rounding only are among them, their area a little more or less than 0.

    >>> from yzgeo.spatial.overlay.zone_edges import index_edges
    >>> zones = index_edges(np.array([shapely.box(0, 0, 10, 9)]))
    >>> shared = shared_areas(outlines_of(np.array([shapely.box(8, 0, 12, 1)])), 1, zones)
    >>> print(f"shape {shared.shape[0]} and zone {shared.zone[0]} share {shared.area[0]:.0f}, with a rim of {shared.rim[0]:.0f}")
    shape 0 and zone 0 share 2, with a rim of 6
    """
    nothing = Shared(*(np.empty(0, dtype=np.int64),) * 2, *(np.empty(0),) * 3)
    if not len(outlines.starts):
        return nothing
    found = [_shared(part, begin, edges) for part, begin in _portions(outlines, count, edges)]
    return Shared(*(np.concatenate(column) for column in zip(*found, strict=True))) if found else nothing


def sizes(outlines: Outlines, count: int) -> tuple[Floats, Floats]:
    """Area and perimeter of each of `count` polygons, (count,) float64.

    >>> print(*sizes(outlines_of(np.array([shapely.box(0, 0, 2, 1)])), 1))
    [2.] [6.]
    """
    if not len(outlines.starts):
        return np.zeros(count), np.zeros(count)
    counts = np.diff(outlines.starts, append=len(outlines.x))
    x, y = (values - np.repeat(values[outlines.starts], counts) for values in (outlines.x, outlines.y))
    last = outlines.starts + counts - 1
    turn, length = np.zeros(len(x)), np.zeros(len(x))
    turn[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
    length[:-1] = np.sqrt((x[1:] - x[:-1]) ** 2 + (y[1:] - y[:-1]) ** 2)
    turn[last] = length[last] = 0
    area = np.abs(np.add.reduceat(turn, outlines.starts)) / 2 * np.where(outlines.hole, -1, 1)
    length = np.add.reduceat(length, outlines.starts)
    area = np.bincount(outlines.shape, weights=area, minlength=count).astype(np.float64)
    return area, np.bincount(outlines.shape, weights=length, minlength=count).astype(np.float64)


def _portions(outlines: Outlines, count: int, edges: ZoneEdges) -> list[tuple[Outlines, int]]:
    """The outlines in portions for which few enough edges are held at a time, and the number of the first of each."""
    bounds = _bounds(outlines, count)
    load = np.cumsum(entries_of_boxes(edges, bounds) + np.bincount(outlines.shape, minlength=count))
    portion = load // PAIRS_AT_ONCE
    begins = np.flatnonzero(np.diff(portion, prepend=-1))
    if len(begins) == 1:
        return [(outlines, 0)]
    portions = []
    for begin, end in zip(begins, [*begins[1:], count], strict=True):
        rings = slice(*np.searchsorted(outlines.shape, [begin, end]))
        starts = np.append(outlines.starts, len(outlines.x))[rings.start : rings.stop + 1]
        points = slice(starts[0], starts[-1])
        part = Outlines(
            outlines.x[points], outlines.y[points], starts[:-1] - starts[0], outlines.shape[rings] - begin,
            outlines.hole[rings],
        )  # fmt: skip
        if len(part.starts):
            portions.append((part, int(begin)))
    return portions


def _bounds(outlines: Outlines, count: int) -> Floats:
    """(shapes, 4) bounds, widened by more than rounding; those of a shape without rings are nowhere."""
    bounds = np.full((count, 4), np.nan)
    first = np.flatnonzero(np.diff(outlines.shape, prepend=-1))
    shape, begin = outlines.shape[first], outlines.starts[first]
    for side, reduce, values in zip(
        range(4), (np.minimum,) * 2 + (np.maximum,) * 2, (outlines.x, outlines.y) * 2, strict=True
    ):
        bounds[shape, side] = reduce.reduceat(values, begin)
    slack = SLACK * (bounds[:, 2:] - bounds[:, :2]).max(axis=1) + 4 * np.finfo(float).eps * np.abs(bounds).max(axis=1)
    bounds[:, :2] -= slack[:, None]
    bounds[:, 2:] += slack[:, None]
    return bounds


def _shared(outlines: Outlines, begin: int, edges: ZoneEdges) -> Shared:
    count = int(outlines.shape[-1]) + 1
    bounds = _bounds(outlines, count)
    origin = (bounds[:, :2] + bounds[:, 2:]) / 2
    ours, whole, length = _edges_of_shapes(outlines, origin, count)
    shape, edge = edges_in_boxes(edges, bounds)
    theirs = _edges_of_zones(edges, shape, edge, origin, bounds)
    zones = edges.zones
    keys, area, rim, inner = [], [], [], []

    # Where each ring of a shape begins, inside or outside of each zone.
    first = outlines.starts
    ring, zone, inside = zones_of_points(edges, outlines.x[first], outlines.y[first], origin[outlines.shape])
    keys.append(outlines.shape[ring] * zones + zone)
    area.append(inside * whole[ring])
    rim.append(inside * length[ring])
    inner.append(rim[-1])

    # Where each ring of a zone begins, if that is near: else it begins outside.
    begins = np.flatnonzero(edges.first[edge])
    if len(begins):
        inside = _inside_at(edges, edge[begins], shape[begins], ours, origin)
        begins, inside = begins[inside != 0], inside[inside != 0]
        ring = edges.ring[edge]
        ends = np.flatnonzero(np.diff(ring, append=-1) | np.diff(shape, append=-1))
        last = ends[np.searchsorted(ends, begins)]
        keys.append(shape[begins] * zones + edges.zone[edge[begins]])
        sums = [
            own[begins] + behind[begins] - behind[last]
            for own, behind in ((theirs.through, theirs.behind), (theirs.length, theirs.behind_length))
        ]
        area.append(inside * theirs.sign[begins] * sums[0])
        rim.append(inside * sums[1])
        inner.append(np.zeros(len(begins)))

    for near in _near(ours, theirs, count):
        at, x, y_ours, y_theirs, turn = _crossings(ours, theirs, *near)
        our, their = near[0][at], near[1][at]
        direction = turn * ours.forward[our] * theirs.forward[their]
        mine, my_length = _rest(ours, our, x, y_ours, y_theirs)
        yours, your_length = _rest(theirs, their, x, y_theirs, y_ours)
        our_sign, their_sign = ours.sign[our], theirs.sign[their]
        keys.append(shape[their] * zones + edges.zone[edge[their]])
        area.append(direction * our_sign * their_sign * (yours - mine))
        rim.append(direction * (our_sign * your_length - their_sign * my_length))
        inner.append(-direction * their_sign * my_length)

    pairs, of_pair = np.unique(np.concatenate(keys), return_inverse=True)
    sums = [np.bincount(of_pair, weights=np.concatenate(values), minlength=len(pairs)) for values in (area, rim, inner)]
    return Shared(pairs // zones + begin, pairs % zones, *sums)


def _edges_of_shapes(outlines: Outlines, origin: Floats, count: int) -> tuple[_Edges, Floats, Floats]:
    """The edges of all shapes; the area of each ring (negative of a hole) and its length, (r,) float64."""
    counts = np.diff(outlines.starts, append=len(outlines.x))
    owner = np.repeat(outlines.shape, counts)
    x, y = outlines.x - origin[owner, 0], outlines.y - origin[owner, 1]
    last = outlines.starts + counts - 1
    edge = np.ones(len(x), dtype=bool)
    edge[last] = False
    begin = np.flatnonzero(edge)
    owner = owner[begin]
    ring = np.repeat(np.arange(len(counts)), counts - 1)
    lx, ly, rx, ry, slope, forward = _lined(x[begin], y[begin], x[begin + 1], y[begin + 1])
    through, length = _through(lx, ly, rx, ry, forward)
    first = np.cumsum(counts - 1) - (counts - 1)
    whole, around = np.add.reduceat(through, first), np.add.reduceat(length, first)
    sign = np.where((whole > 0) != outlines.hole, 1.0, -1.0)[ring]
    behind, behind_length = (_behind(values, ring, first) for values in (through, length))
    ends = x[begin + 1], y[begin + 1]
    ours = _Edges(lx, ly, rx, ry, slope, forward, sign, owner, *ends, through, length, behind, behind_length)
    return ours, np.where(outlines.hole, -np.abs(whole), np.abs(whole)), around


def _edges_of_zones(edges: ZoneEdges, shape: Numbers, edge: Numbers, origin: Floats, bounds: Floats) -> _Edges:
    """The edges of zones near each shape, one after another; what lies beyond the shape's width is not summed up."""
    ox, oy = origin[shape, 0], origin[shape, 1]
    lx, ly, rx, ry, slope, forward = _lined(
        edges.x0[edge] - ox, edges.y0[edge] - oy, edges.x1[edge] - ox, edges.y1[edge] - oy
    )
    wide = bounds[shape, 2] - ox
    left, right = np.maximum(lx, -wide), np.minimum(rx, wide)
    at_left = ly + (left - lx) * slope
    at_right = np.where(right < rx, ly + (right - lx) * slope, ry)
    through, length = _through(left, at_left, right, at_right, forward)
    first = np.flatnonzero(np.diff(shape, prepend=-1))
    group = np.cumsum(np.diff(shape, prepend=-1) > 0) - 1
    behind, behind_length = (_behind(values, group, first) for values in (through, length))
    ahead = forward > 0
    ends = np.where(ahead, right, left), np.where(ahead, at_right, at_left)
    return _Edges(
        lx, ly, rx, ry, slope, forward, edges.sign[edge], shape, *ends, through, length, behind, behind_length
    )


def _lined(x0: Floats, y0: Floats, x1: Floats, y1: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats, Floats]:
    """Left and right end, slope, and +1 where an edge runs from left to right, else -1."""
    forward = (x0 < x1) | ((x0 == x1) & (y0 < y1))
    lx, rx = np.minimum(x0, x1), np.maximum(x0, x1)
    ly, ry = np.where(forward, y0, y1), np.where(forward, y1, y0)
    run = rx - lx
    slope = np.divide(ry - ly, run, out=np.zeros_like(run), where=run > 0)
    return lx, ly, rx, ry, slope, np.where(forward, 1.0, -1.0)


def _through(lx: Floats, ly: Floats, rx: Floats, ry: Floats, forward: Floats) -> tuple[Floats, Floats]:
    """The integral of -y dx along edges, in the direction of their rings, and their length."""
    run = rx - lx
    return -(ly + ry) / 2 * run * forward, np.sqrt(run * run + (ry - ly) ** 2)


def _behind(values: Floats, group: Numbers, first: Numbers) -> Floats:
    """The sum of the values after each one, within its group, (n,) float64.

    Whole numbers add up exactly, so that neither a large group nor the order of the groups changes the sums of another.
    """
    if not len(values):
        return values
    most = np.add.reduceat(np.abs(values), first)
    exponent = BITS - np.frexp(most)[1]
    exponent[most == 0] = 0
    scaled = np.rint(np.ldexp(values, exponent[group])).astype(np.int64)
    sums = np.cumsum(scaled)  # it may run over, and differences are right all the same
    last = np.append(first[1:], len(values)) - 1
    behind: Floats = np.ldexp((sums[last][group] - sums).astype(np.float64), -exponent[group])
    return behind


def _inside_at(edges: ZoneEdges, edge: Numbers, shape: Numbers, ours: _Edges, origin: Floats) -> Floats:
    """How often each shape lies around the beginning of each edge: 1 inside, 0 outside."""
    begin = np.searchsorted(ours.owner, shape)
    size = np.searchsorted(ours.owner, shape, side="right") - begin
    inside = np.zeros(len(edge))
    for some in _slices(size):
        run, at = spread(begin[some], size[some])
        run += some.start
        x, y = edges.x0[edge[run]] - origin[shape[run], 0], edges.y0[edge[run]] - origin[shape[run], 1]
        lx, ly, rx, ry = ours.lx[at], ours.ly[at], ours.rx[at], ours.ry[at]
        covers = ((lx < x) | ((lx == x) & (ly <= y))) & ((x < rx) | ((x == rx) & (y < ry)))
        below = (lx == rx) | ~(y - (ly + (x - lx) * ours.slope[at]) > 0)
        inside += np.bincount(run, weights=(covers & below) * -ours.forward[at] * ours.sign[at], minlength=len(edge))
    return inside


def _slices(size: Numbers) -> list[slice]:
    """Slices whose sizes add up to few enough."""
    portion = (np.cumsum(size) - size) // PAIRS_AT_ONCE
    begins = np.flatnonzero(np.diff(portion, prepend=-1))
    ends = np.append(begins[1:], len(size))[: len(begins)]
    return [slice(int(begin), int(end)) for begin, end in zip(begins, ends, strict=True)]


def _near(ours: _Edges, theirs: _Edges, count: int) -> Iterator[Pair]:
    """Pairs of edges, positions ((n,) int64 each), whose bounds touch, by portions."""
    if not len(theirs.lx):
        return
    size = np.bincount(theirs.owner, minlength=count)
    begin = np.cumsum(size) - size
    our = np.flatnonzero(_near_all(ours, theirs, size, begin))
    pairs = np.bincount(ours.owner[our], minlength=count) * size
    few = pairs[ours.owner[our]] <= FEW
    yield from _near_of_few(ours, theirs, our[few], size, begin)
    many = our[~few]
    if len(many):
        yield from _near_of_many(ours, theirs, many, np.flatnonzero(pairs[theirs.owner] > FEW), count)


def _near_all(ours: _Edges, theirs: _Edges, size: Numbers, begin: Numbers) -> Flags:
    """Which of our edges touch the bounds of all edges of zones near the shape, within its own bounds."""
    has = np.flatnonzero(size)
    bounds = np.full((4, len(size)), np.inf)
    bounds[2:] = -np.inf
    low, high = np.minimum(theirs.ly, theirs.ry), np.maximum(theirs.ly, theirs.ry)
    bounds[0, has] = np.minimum.reduceat(theirs.lx, begin[has])
    bounds[1, has] = np.minimum.reduceat(low, begin[has])
    bounds[2, has] = np.maximum.reduceat(theirs.rx, begin[has])
    bounds[3, has] = np.maximum.reduceat(high, begin[has])
    west, south, east, north = bounds
    slack = SLACK * (np.abs(ours.ly) + np.abs(ours.ry))
    owner = ours.owner
    near = (ours.lx <= east[owner]) & (ours.rx >= west[owner])
    near &= np.minimum(ours.ly, ours.ry) - slack <= north[owner]
    near &= np.maximum(ours.ly, ours.ry) + slack >= south[owner]
    return near


def _near_of_few(ours: _Edges, theirs: _Edges, our: Numbers, size: Numbers, begin: Numbers) -> Iterator[Pair]:
    """All pairs of each shape, looked at one by one."""
    of = ours.owner[our]
    for some in _slices(size[of]):
        run, their = spread(begin[of[some]], size[of[some]])
        near, their = _touching(ours, theirs, our[some][run], their)
        yield near, their


def _touching(ours: _Edges, theirs: _Edges, our: Numbers, their: Numbers) -> tuple[Numbers, Numbers]:
    near = (ours.lx[our] <= theirs.rx[their]) & (theirs.lx[their] <= ours.rx[our])
    our, their = our[near], their[near]
    ours_l, ours_r, theirs_l, theirs_r = ours.ly[our], ours.ry[our], theirs.ly[their], theirs.ry[their]
    slack = SLACK * (np.abs(ours_l) + np.abs(ours_r)) + 1e-15 * (np.abs(theirs_l) + np.abs(theirs_r))
    near = np.minimum(ours_l, ours_r) - slack <= np.maximum(theirs_l, theirs_r)
    near &= np.minimum(theirs_l, theirs_r) - slack <= np.maximum(ours_l, ours_r)
    return our[near], their[near]


def _near_of_many(ours: _Edges, theirs: _Edges, our: Numbers, their: Numbers, count: int) -> Iterator[Pair]:
    """Pairs that share a stretch of x or of y, whichever leaves fewer: one begins within the other."""
    # The extents of edges, added up, tell how many of the others each meets on an axis.
    x = ours.lx[our], ours.rx[our], theirs.lx[their], theirs.rx[their]
    y = *_sorted(ours.ly[our], ours.ry[our]), *_sorted(theirs.ly[their], theirs.ry[their])
    of, of_theirs = ours.owner[our], theirs.owner[their]
    n, m = np.bincount(of, minlength=count), np.bincount(of_theirs, minlength=count)
    low = np.full((2, count), np.inf)
    high = np.full((2, count), -np.inf)
    cost = []
    for axis, (a0, a1, b0, b1) in enumerate((x, y)):
        np.minimum.at(low[axis], of, a0)
        np.maximum.at(high[axis], of, a1)
        span = np.where(n > 0, high[axis] - low[axis], 1.0)
        span[span <= 0] = 1.0
        shared = np.minimum(b1, high[axis][of_theirs]) - np.maximum(b0, low[axis][of_theirs])
        ours_long, theirs_long = (
            np.bincount(owner, weights=np.maximum(extent, 0), minlength=count) / span
            for owner, extent in ((of, a1 - a0), (of_theirs, shared))
        )
        cost.append(ours_long * m + theirs_long * n)
    upright = cost[1] < cost[0]
    step = [STEPS / np.maximum(high[axis] - low[axis], 1e-300) for axis in (0, 1)]

    def key(owner: Numbers, value_x: Floats, value_y: Floats, more: int) -> Numbers:
        place = np.where(
            upright[owner], (value_y - low[1][owner]) * step[1][owner], (value_x - low[0][owner]) * step[0][owner]
        )
        steps: Numbers = np.clip(place + STEPS + more, 0, 4 * STEPS - 1).astype(np.int64)
        return owner * (4 * STEPS) + steps

    ours_begin, ours_end = key(of, x[0], y[0], -1), key(of, x[1], y[1], 1)
    theirs_begin, theirs_end = key(of_theirs, x[2], y[2], 0), key(of_theirs, x[3], y[3], 0)
    for one, other in _beginning_within(ours_begin, ours_end, theirs_begin, "left"):
        yield _touching(ours, theirs, our[one], their[other])
    for one, other in _beginning_within(theirs_begin, theirs_end, ours_begin, "right"):
        yield _touching(ours, theirs, our[other], their[one])


def _beginning_within(
    begin: Numbers, end: Numbers, begins: Numbers, side: Literal["left", "right"]
) -> Iterator[tuple[Numbers, Numbers]]:
    """Positions of a stretch and of another that begins within it; at its beginning only with `side` left."""
    order = np.argsort(begins, kind="stable")
    ordered = begins[order]
    first = np.searchsorted(ordered, begin, side=side)
    size = np.searchsorted(ordered, end, side="right") - first
    for some in _slices(size):
        run, at = spread(first[some], size[some])
        yield run + some.start, order[at]


def _sorted(one: Floats, other: Floats) -> tuple[Floats, Floats]:
    return np.minimum(one, other), np.maximum(one, other)


def _crossings(
    ours: _Edges, theirs: _Edges, our: Numbers, their: Numbers
) -> tuple[Numbers, Floats, Floats, Floats, Floats]:
    """Which pairs of edges cross; x, our y and their y there; +1 where theirs is above ours to the right of it, else -1."""
    alx, aly, arx, ary, a_slope = (column[our] for column in ours[:5])
    blx, bly, brx, bry, b_slope = (column[their] for column in theirs[:5])
    a_upright, b_upright = alx == arx, blx == brx
    # From where to where both run side by side; at one place ours comes first.
    ours_first = (alx < blx) | ((alx == blx) & (aly <= bly))
    ours_ends = (arx < brx) | ((arx == brx) & (ary <= bry))
    meet = ((alx < brx) | ((alx == brx) & (aly <= bry))) & ((blx < arx) | ((blx == arx) & (bly < ary)))
    left, right = np.where(ours_first, blx, alx), np.where(ours_ends, arx, brx)
    # How far theirs is above ours at both ends; a vertical edge goes through what it covers.
    at_left = np.where(
        ours_first,
        np.where(a_upright, 0.0, bly - (aly + (left - alx) * a_slope)),
        np.where(b_upright, 0.0, bly + (left - blx) * b_slope - aly),
    )
    at_right = np.where(
        ours_ends,
        np.where(b_upright, 0.0, bly + (right - blx) * b_slope - ary),
        np.where(a_upright, 0.0, bry - (aly + (right - alx) * a_slope)),
    )
    above_left, above_right = at_left > 0, at_right > 0
    at = np.flatnonzero(meet & (above_left != above_right))
    left, at_left, at_right = left[at], at_left[at], at_right[at]
    x = left + (right[at] - left) * (at_left / (at_left - at_right))
    y_ours, y_theirs = aly[at] + (x - alx[at]) * a_slope[at], bly[at] + (x - blx[at]) * b_slope[at]
    y_ours, y_theirs = np.where(a_upright[at], y_theirs, y_ours), np.where(b_upright[at], y_ours, y_theirs)
    return at, x, y_ours, y_theirs, np.where(above_right[at], 1.0, -1.0)


def _rest(edges: _Edges, at: Numbers, x: Floats, y: Floats, other: Floats) -> tuple[Floats, Floats]:
    """Integral and length from a crossing to the end of an edge and of its ring."""
    end_x, end_y = edges.end_x[at], edges.end_y[at]
    run = end_x - x
    return -(y + end_y) / 2 * run + edges.behind[at], np.sqrt(run * run + (end_y - y) ** 2) + edges.behind_length[at]
