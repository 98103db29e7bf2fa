"""A label grid over the zones: each cell holds the zones it lies in, or that a border passes through it.

A parcel that touches no cell with a border lies in the zones of any cell it touches, so for nearly all parcels one
lookup answers which zones they lie in. The lookup of a rectangle uses a summed-area table of border cells (Crow 1984,
https://doi.org/10.1145/800031.808600).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

from yzgeo.spatial.overlay.wkb_rings import Floats, Numbers

FEWEST, MOST = 1024, 4096
"""Cells along the longer side: 1024 make a table of 4 MB, which stays in the cache of most processors."""
CELL_M = 50
"""Side of a cell, as far as the number of cells allows: about a parcel, so that few parcels are near a border that they do not touch."""
MANY_PARCELS = 1_000_000
"""From so many parcels on, cells half as wide pay: marking takes some 60 ms more, and fewer parcels seem near a border."""
OFFSET = (1.5390625, 1.4765625)
"""Cells from the corner of the grid to that of the zones: so odd that borders on round numbers miss the middles of cells."""
NEAR = -1
"""The label of a rectangle that touches a cell with a border."""


@dataclass(frozen=True)
class ZoneGrid:
    """Labels of square cells.

    - `west`, `south`, `cell`: where the grid begins, and the side of a cell
    - `labels`: (rows, columns) int32, the label of each cell's middle; the outermost cells lie outside all zones
    - `border_sums`: (rows + 1, columns + 1) int32, the number of border cells south-west of each corner
    - `zones`: for each label, the zones it stands for, in their order
    """

    west: float
    south: float
    cell: float
    labels: npt.NDArray[np.int32]
    border_sums: npt.NDArray[np.int32]
    zones: list[tuple[int, ...]]


class Crossed(NamedTuple):
    """The edges of all zones, ring after ring, and the cells that each passes through.

    - `ends`: (e, 4) x0, y0, x1, y1 in the direction of the ring, none of them without length
    - `zone`, `sign`, `first`: (e,) the zone, +1 or -1 where it lies to the left or to the right, and whether a ring begins
    - `cell`, `edge`: (k,) int64, in rising order, row * columns + column of a cell and an edge that may touch it
    """

    ends: Floats
    zone: Numbers
    sign: Floats
    first: npt.NDArray[np.bool_]
    cell: Numbers
    edge: Numbers


def build_grid(shapes: npt.NDArray[Any], cells: int | None = None, parcels: int = 0) -> tuple[ZoneGrid, Crossed]:
    """The label grid of an (n,) array of valid polygons in metres, `cells` along its longer side, and their edges.

    Without `cells`, their number suits the number of `parcels`.

    >>> from shapely import box
    >>> grid, _ = build_grid(np.array([box(0, 0, 100, 100), box(50, 0, 150, 100)]), cells=50)
    >>> bounds = np.array([[10, 10, 20, 20], [70, 40, 75, 45], [45, 10, 55, 20], [500, 0, 501, 1]], dtype=float)
    >>> for label in lookup(grid, bounds):
    ...     print("near a border" if label == NEAR else f"in zones {grid.zones[label]}")
    in zones (0,)
    in zones (0, 1)
    near a border
    in zones ()
    """
    west, south, east, north = shapely.total_bounds(shapes)
    side = max(east - west, north - south)
    finer = 2 if parcels >= MANY_PARCELS else 1
    cell = side / (cells or np.clip(finer * side / CELL_M, finer * FEWEST, MOST)) or 1.0
    west, south = west - OFFSET[0] * cell, south - OFFSET[1] * cell
    size = (int((north - south) / cell) + 3, int((east - west) / cell) + 3)
    ends, zone, sign, first = _edges(shapes)
    pieces, of_piece = _short_pieces(ends, west, south, cell)
    keys = _touched(pieces, of_piece, size, len(ends))
    of_key = keys // len(ends)
    crossed = Crossed(ends, zone, sign, first, of_key, keys - of_key * len(ends))
    labels, border = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.int32)
    border.ravel()[of_key] = 1
    zones: list[tuple[int, ...]] = [()]
    bounds = np.searchsorted(zone[of_piece], np.arange(len(shapes) + 1))
    for number in range(len(shapes)):
        (top, left), inside = _inside(pieces[bounds[number] : bounds[number + 1]], size)
        window = labels[top : top + inside.shape[0], left : left + inside.shape[1]]
        for old in np.flatnonzero(np.bincount(window[inside])):
            zones.append((*zones[old], number))
            window[inside & (window == old)] = len(zones) - 1
    sums = np.zeros((size[0] + 1, size[1] + 1), dtype=np.int32)
    np.cumsum(np.cumsum(border, axis=0), axis=1, out=sums[1:, 1:])
    return ZoneGrid(west, south, cell, labels, sums, zones), crossed


def lookup(grid: ZoneGrid, bounds: Floats) -> Numbers:
    """The label, (n,) int64, of each rectangle of (n, 4) bounds west, south, east, north; `NEAR` where a border may pass."""
    width = grid.labels.shape[1]
    left, bottom = cell_of(grid, bounds[:, 0], bounds[:, 1])
    right, top = cell_of(grid, bounds[:, 2], bounds[:, 3])
    sums = grid.border_sums.ravel()
    across = width + 1
    low, high = bottom * across, (top + 1) * across
    near = sums[high + right + 1] - sums[high + left] - sums[low + right + 1] + sums[low + left]
    return np.where(near > 0, NEAR, grid.labels.ravel()[bottom * width + left])


def cell_of(grid: ZoneGrid, x: Floats, y: Floats) -> tuple[Numbers, Numbers]:
    """Column and row, (n,) int64 each, of the cells of points; of the nearest cells where they lie outside the grid."""
    height, width = grid.labels.shape
    return _column((x - grid.west) / grid.cell, width), _column((y - grid.south) / grid.cell, height)


def _column(place: Floats, size: int) -> Numbers:
    return np.clip(place, 0, size - 1).astype(np.int64)


def _edges(shapes: npt.NDArray[Any]) -> tuple[Floats, Numbers, Floats, npt.NDArray[np.bool_]]:
    """Ends, zone, sign and whether a ring begins, of the edges of all shapes, as `Crossed` has them."""
    parts, of_shape = shapely.get_parts(shapes, return_index=True)
    rings, of_part = shapely.get_rings(parts, return_index=True)
    hole = np.zeros(len(rings), dtype=bool)
    hole[1:] = of_part[1:] == of_part[:-1]
    inside = np.where(shapely.is_ccw(rings) != hole, 1.0, -1.0)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    edge = np.flatnonzero((ring[1:] == ring[:-1]) & (points[1:] != points[:-1]).any(axis=1))
    ring = ring[edge]
    first = np.diff(ring, prepend=-1) > 0
    return np.hstack([points[edge], points[edge + 1]]), of_shape[of_part[ring]].astype(np.int64), inside[ring], first


def _short_pieces(ends: Floats, west: float, south: float, cell: float) -> tuple[Floats, Numbers]:
    """Edges in units of cells, those longer than half a cell cut into pieces, and the edge of each piece."""
    begin, end = (ends[:, :2] - (west, south)) / cell, (ends[:, 2:] - (west, south)) / cell
    pieces = np.maximum(np.ceil(np.hypot(*(end - begin).T) * 2), 1).astype(np.int64)
    of_piece = np.repeat(np.arange(len(ends)), pieces)
    step = (np.arange(len(of_piece)) - (np.cumsum(pieces) - pieces)[of_piece]) / pieces[of_piece]
    first = begin[of_piece] + (end - begin)[of_piece] * step[:, None]
    # The end of a piece is the beginning of the next, to the bit: a gap would let a row slip through.
    second = np.empty_like(first)
    second[:-1] = first[1:]
    second[np.cumsum(pieces) - 1] = end
    return np.hstack([first, second]), of_piece


def _touched(pieces: Floats, of_piece: Numbers, size: tuple[int, int], edges: int) -> Numbers:
    """Cell * edges + edge, sorted, of the cells that an edge may touch; half a cell long, a piece touches at most two each way."""
    slack = 1e-6  # of a cell: far more than rounding, far less than matters
    low = (np.minimum(pieces[:, :2], pieces[:, 2:]) - slack).astype(np.int64)
    high = (np.maximum(pieces[:, :2], pieces[:, 2:]) + slack).astype(np.int64)
    wide, tall = (high != low).T
    corners = [
        (slice(None), low[:, 0], low[:, 1]),
        (wide, high[:, 0], low[:, 1]),
        (tall, low[:, 0], high[:, 1]),
        (wide & tall, high[:, 0], high[:, 1]),
    ]
    keys = np.concatenate([((y * size[1] + x) * edges + of_piece)[chosen] for chosen, x, y in corners])
    keys.sort()
    return keys[np.diff(keys, prepend=-1) > 0]


def _inside(edges: Floats, size: tuple[int, int]) -> tuple[tuple[int, int], npt.NDArray[np.bool_]]:
    """Which middles of cells lie inside: the row and column of a window of the grid, and a (height, width) bool array.

    Along the line through the middles of a row, a place is inside when an odd number of edges lies to its left.
    """
    x1, y1, x2, y2 = edges.T
    corner = np.floor([min(y1.min(), y2.min()), min(x1.min(), x2.min())]).astype(np.int64)
    beyond = np.ceil([max(y1.max(), y2.max()), max(x1.max(), x2.max())]).astype(np.int64) + 1
    height, width = np.minimum(beyond, size) - corner
    # An edge is at most half a cell long, so it crosses the middle line of one row or of none.
    row = np.ceil(np.minimum(y1, y2) - 0.5)
    middle = row + 0.5
    crossing = (np.minimum(y1, y2) <= middle) & (middle < np.maximum(y1, y2))
    x1, y1, x2, y2, row, middle = (values[crossing] for values in (x1, y1, x2, y2, row, middle))
    x = x1 + (middle - y1) / (y2 - y1) * (x2 - x1)
    column = np.ceil(x - 0.5).astype(np.int64) - corner[1]
    cell = (row.astype(np.int64) - corner[0]) * width + np.clip(column, 0, width - 1)
    odd = np.bincount(cell, minlength=height * width).reshape(height, width) & 1
    inside = (np.cumsum(odd, axis=1) & 1).astype(bool)
    return (int(corner[0]), int(corner[1])), inside
