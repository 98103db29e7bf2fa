"""The edges of all zones, found by the cells of the label grid that they pass through."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from yzgeo.spatial.overlay.wkb_rings import Flags, Floats, Numbers
from yzgeo.spatial.overlay.zone_grid import ZoneGrid, build_grid, cell_of

DETOURS = (0.0, 0.137, -0.211, 0.0731, -0.3083)
"""Where a path from the middle of a cell turns, in cells from it: another one is tried where it would pass a border
within rounding of a corner of the path."""
UNSURE = 1e-14
"""A border passes within rounding of a place where it is nearer than this part of the coordinates."""


class ZoneEdges(NamedTuple):
    """The edges of the rings of all zones, one ring after another.

    - `x0, y0, x1, y1`: (e,) float64, both ends, in the direction of the ring
    - `zone`: (e,) int64, the zone
    - `sign`: (e,) float64, +1 where the zone lies to the left of the edge, -1 where to the right
    - `first`, `ring`: (e,) bool, whether the ring begins with it, and (e,) int64, the number of the ring
    - `zones`: how many zones there are
    - `grid`: the label grid
    - `begin`, `edge`: (cells + 1,) and (k,) int32, the edges that pass through cell c, counted row by row, are
      `edge[begin[c] : begin[c + 1]]`
    """

    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats
    zone: Numbers
    sign: Floats
    first: Flags
    ring: Numbers
    zones: int
    grid: ZoneGrid
    begin: npt.NDArray[np.int32]
    edge: npt.NDArray[np.int32]


def index_edges(zones: npt.NDArray[Any], cells: int | None = None, parcels: int = 0) -> ZoneEdges:
    """The edges of an (n,) array of valid polygons; `cells` and `parcels` as for `build_grid`.

    >>> import shapely
    >>> edges = index_edges(np.array([shapely.box(0, 0, 100, 100)]), cells=10)
    >>> print(f"{len(edges.x0)} edges pass through {np.count_nonzero(np.diff(edges.begin))} cells")
    4 edges pass through 40 cells
    """
    grid, crossed = build_grid(zones, cells, parcels)
    x0, y0, x1, y1 = np.ascontiguousarray(crossed.ends.T)
    ring = np.cumsum(crossed.first, dtype=np.int64)
    begin = np.zeros(grid.labels.size + 1, dtype=np.int32)
    np.cumsum(np.bincount(crossed.cell, minlength=grid.labels.size), out=begin[1:])
    edge = crossed.edge.astype(np.int32)
    return ZoneEdges(x0, y0, x1, y1, crossed.zone, crossed.sign, crossed.first, ring, len(zones), grid, begin, edge)


def spread(begin: Numbers, size: Numbers) -> tuple[Numbers, Numbers]:
    """Which run, and which position, for each element of runs of `size` that begin at `begin`.

    >>> print(*spread(np.array([7, 3]), np.array([2, 1])))
    [0 0 1] [7 8 3]
    """
    run = np.repeat(np.arange(len(size)), size)
    return run, np.arange(len(run)) + (begin - (np.cumsum(size) - size))[run]


def edges_in_boxes(edges: ZoneEdges, bounds: Floats) -> tuple[Numbers, Numbers]:
    """Positions of box and edge ((n,) int64 each), in rising order, where the bounds of both touch.

    Parameters
    ----------
    bounds
        (boxes, 4) west, south, east, north.
    """
    box, begin, size = _cell_runs(edges, bounds)
    run, at = spread(begin, size)
    box, edge = box[run], edges.edge[at]
    west, south, east, north = (np.ascontiguousarray(side) for side in bounds.T)
    x0, x1 = edges.x0[edge], edges.x1[edge]
    touch = (np.minimum(x0, x1) <= east[box]) & (np.maximum(x0, x1) >= west[box])
    box, edge = box[touch], edge[touch]
    y0, y1 = edges.y0[edge], edges.y1[edge]
    touch = (np.minimum(y0, y1) <= north[box]) & (np.maximum(y0, y1) >= south[box])
    keys = np.sort(box[touch] * len(edges.x0) + edge[touch])
    keys = keys[np.diff(keys, prepend=-1) > 0]  # an edge passes through several cells
    box = keys // max(len(edges.x0), 1)
    return box, keys - box * len(edges.x0)


def entries_of_boxes(edges: ZoneEdges, bounds: Floats) -> Numbers:
    """How many entries of the index `edges_in_boxes` looks at for each box, (boxes,) int64."""
    box, _, size = _cell_runs(edges, bounds)
    return np.bincount(box, weights=size, minlength=len(bounds)).astype(np.int64)


def _cell_runs(edges: ZoneEdges, bounds: Floats) -> tuple[Numbers, Numbers, Numbers]:
    """Runs of entries of the index: for each box and row of cells, where the run begins and how long it is."""
    width = edges.grid.labels.shape[1]
    left, bottom = cell_of(edges.grid, bounds[:, 0], bounds[:, 1])
    right, top = cell_of(edges.grid, bounds[:, 2], bounds[:, 3])
    box, row = spread(bottom, top - bottom + 1)
    row *= width
    begin = edges.begin[row + left[box]].astype(np.int64)
    return box, begin, edges.begin[row + right[box] + 1] - begin


def zones_of_points(edges: ZoneEdges, x: Floats, y: Floats, origin: Floats) -> tuple[Numbers, Numbers, Floats]:
    """Which zones points lie in: positions of point and zone ((n,) int64 each) and +1, or changes that add up to it.

    A point on a border lies in the zone below it, or to the right of it where it is vertical. Whether an edge passes above
    a point is decided as by `edge_areas`, in coordinates from the same `origin`, (points, 2).
    """
    grid = edges.grid
    column, row = cell_of(grid, x, y)
    cell = row * grid.labels.shape[1] + column
    labels = grid.labels.ravel()[cell]
    sizes = np.array([len(zones) for zones in grid.zones])
    every = np.array([zone for zones in grid.zones for zone in zones], dtype=np.int64)
    begin = edges.begin[cell].astype(np.int64)
    size = edges.begin[cell + 1] - begin
    points, zones, changes = [], [], []
    waiting = np.flatnonzero(size >= 0)
    for detour in DETOURS:
        run, at = spread(begin[waiting], size[waiting])
        point = waiting[run]
        middle = np.column_stack(
            [grid.west + (column[point] + 0.5) * grid.cell, grid.south + (row[point] + 0.5) * grid.cell]
        )
        edge = edges.edge[at].astype(np.int64)
        change, unsure = _changes(
            edges, edge, x[point] - origin[point, 0], y[point] - origin[point, 1], origin[point],
            middle - origin[point], detour * grid.cell,
        )  # fmt: skip
        again = np.zeros(len(x), dtype=bool)
        again[point[unsure]] = True
        counts = (change != 0) & ~again[point]
        points.append(point[counts])
        zones.append(edges.zone[edge[counts]])
        changes.append(change[counts])
        waiting = np.flatnonzero(again)
        if not len(waiting):
            break
    labels[waiting] = 0
    height, width = grid.labels.shape
    for one in waiting:  # a border within rounding of every path: all edges in the cells above are asked
        upward = np.arange(row[one], height) * width + column[one]
        _, at = spread(edges.begin[upward].astype(np.int64), edges.begin[upward + 1] - edges.begin[upward])
        over = np.unique(edges.edge[at]).astype(np.int64)
        place = np.broadcast_to(origin[one], (len(over), 2))
        above = _above(edges, over, x[one] - origin[one, 0], y[one] - origin[one, 1], place)
        passing = np.flatnonzero(above)
        points.append(np.full(len(passing), one))
        zones.append(edges.zone[over[passing]])
        changes.append(above[passing])
    run, at = spread((np.cumsum(sizes) - sizes)[labels], sizes[labels])
    points.append(run)
    zones.append(every[at] if len(at) else at)
    changes.append(np.ones(len(run)))
    return np.concatenate(points), np.concatenate(zones), np.concatenate(changes)


def _lined(edges: ZoneEdges, edge: Numbers, origin: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats, Floats]:
    """Left and right end, slope (0 where vertical) and the sign of what lies below, in coordinates from `origin`."""
    ox, oy = origin[:, 0], origin[:, 1]
    x0, y0, x1, y1 = edges.x0[edge] - ox, edges.y0[edge] - oy, edges.x1[edge] - ox, edges.y1[edge] - oy
    forward = (x0 < x1) | ((x0 == x1) & (y0 < y1))
    lx, ly, rx, ry = np.where(forward, (x0, y0, x1, y1), (x1, y1, x0, y0))
    run = rx - lx
    slope = np.divide(ry - ly, run, out=np.zeros_like(run), where=run > 0)
    return lx, ly, rx, ry, slope, np.where(forward, -edges.sign[edge], edges.sign[edge])


def _above(edges: ZoneEdges, edge: Numbers, x: float, y: float, origin: Floats) -> Floats:
    """The sign of each edge that passes above a point, else 0."""
    lx, ly, rx, ry, slope, below = _lined(edges, edge, origin)
    covers = ((lx < x) | ((lx == x) & (ly < y))) & ((x < rx) | ((x == rx) & (y <= ry)))
    return np.where(covers & (lx < rx) & (ly + (x - lx) * slope - y > 0), below, 0.0)


def _changes(
    edges: ZoneEdges, edge: Numbers, x: Floats, y: Floats, origin: Floats, middle: Floats, detour: float
) -> tuple[Floats, Flags]:
    """What each edge changes on the way from the middle of a cell: up by `detour`, across to x, up or down to y.

    And whether it passes so near to a corner of the way that this may be wrong.
    """
    lx, ly, rx, ry, slope, below = _lined(edges, edge, origin)
    mx, my = middle[:, 0], middle[:, 1]
    turn = my + detour
    near = UNSURE * (np.abs(lx) + np.abs(rx) + np.abs(ly) + np.abs(ry) + np.abs(my) + np.abs(x) + edges.grid.cell)
    # Up from the middle.
    at_middle = ly + (mx - lx) * slope
    covers = (lx < mx) & (mx <= rx)
    change = covers * below * ((at_middle > turn) * 1.0 - (at_middle > my))
    unsure = (lx - near <= mx) & (mx <= rx + near)
    unsure &= (np.abs(at_middle - my) <= near) | (
        (detour != 0) & ((np.abs(at_middle - turn) <= near) | (np.minimum(mx - lx, rx - mx) <= near))
    )
    # Across: to the right, an edge that rises from left to right changes what is below it to what is above.
    low, high = np.minimum(ly, ry), np.maximum(ly, ry)
    spans = (low <= turn) & (turn < high)
    rise = ry - ly
    across = lx + np.divide((turn - ly) * (rx - lx), rise, out=np.zeros_like(rise), where=rise != 0)
    beyond_middle = across > mx
    vertical = lx == rx
    beyond = (across > x) | ((across == x) & (turn > y))
    upward = np.where(ly < ry, below, -below)
    change += spans * upward * (beyond_middle * 1.0 - beyond)
    unsure |= spans & ((np.abs(across - mx) <= near) | ((np.abs(across - x) <= near) & ~(vertical & (across == x))))
    # Up or down to the point.
    covers = ((lx < x) | ((lx == x) & (ly < y))) & ((x < rx) | ((x == rx) & (y <= ry)))
    height = np.where(vertical, y, ly + (x - lx) * slope)
    change += covers * below * ((height - y > 0) * 1.0 - (height > turn))
    unsure |= covers & (np.abs(height - turn) <= near)
    return change, unsure
