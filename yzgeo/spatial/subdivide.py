"""Cut zones into pieces of few vertices, by which shapes near them are clipped faster than by whole zones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

from yzgeo.spatial.overlay.wkb_rings import Floats, Numbers

VERTICES = 64
"""Of a piece at most: more makes clipping slower, fewer makes more parcels lie on a cut."""
POLYGON = 3
"""Type number of shapely."""
LOSS = 1e-9
"""Part of a zone's area that its pieces may lack before it is cut again the slower, safe way."""


class Pieces(NamedTuple):
    """The pieces of all zones: (p,) polygons, and the zone of each ((p,) int64)."""

    shapes: npt.NDArray[Any]
    zone: Numbers


def cut(zones: npt.NDArray[Any], vertices: int = VERTICES) -> Pieces:
    """Halve valid polygons until no piece has more vertices than that.

    >>> from shapely import Point
    >>> pieces = cut(np.array([Point(0, 0).buffer(100, quad_segs=64)]))
    >>> print(f"{len(pieces.shapes)} pieces, {shapely.get_num_coordinates(pieces.shapes).max()} vertices at most")
    8 pieces, 46 vertices at most
    """
    shapes, zone = _cut(zones, vertices, _clipped)
    area = np.bincount(zone, weights=shapely.area(shapes), minlength=len(zones))
    whole = shapely.area(zones)
    wrong = np.abs(area - whole) > LOSS * whole
    wrong[zone[~shapely.is_valid(shapes)]] = True
    if wrong.any():
        again, of_wrong = _cut(zones[wrong], vertices, _intersected)
        fine = ~wrong[zone]
        shapes = np.concatenate([shapes[fine], again])
        zone = np.concatenate([zone[fine], np.flatnonzero(wrong)[of_wrong]])
    return Pieces(shapes, zone)


def _cut(
    zones: npt.NDArray[Any], vertices: int, clip: Callable[[npt.NDArray[Any], Floats], npt.NDArray[Any]]
) -> tuple[npt.NDArray[Any], Numbers]:
    """The pieces and the zone of each; `clip` clips shapes by rectangles."""
    shapes, zone = shapely.get_parts(zones, return_index=True)
    done, done_zone = [shapes[:0]], [zone[:0]]
    while len(shapes):
        small = shapely.get_num_coordinates(shapes) <= vertices
        done.append(shapes[small])
        done_zone.append(zone[small])
        boxes = _halves(shapely.bounds(shapes[~small]))
        halves, zone = clip(np.tile(shapes[~small], 2), boxes), np.tile(zone[~small], 2)
        # A cut may leave lines and points, and polygons among them.
        for _ in range(2):
            halves, of_half = shapely.get_parts(halves, return_index=True)
            zone = zone[of_half]
        polygon = shapely.get_type_id(halves) == POLYGON
        shapes, zone = halves[polygon], zone[polygon]
    return np.concatenate(done), np.concatenate(done_zone).astype(np.int64)


def _clipped(shapes: npt.NDArray[Any], boxes: Floats) -> npt.NDArray[Any]:
    """Clip with `clip_by_rect`: several times faster than an intersection, but validity is not promised."""
    clipped = np.full(len(shapes), None, dtype=object)
    clipped[:] = [shapely.clip_by_rect(shape, *box) for shape, box in zip(shapes, boxes.tolist(), strict=True)]
    return clipped


def _intersected(shapes: npt.NDArray[Any], boxes: Floats) -> npt.NDArray[Any]:
    return np.asarray(shapely.intersection(shapes, shapely.box(*boxes.T)), dtype=object)


def _halves(bounds: Floats) -> Floats:
    """The bounds, (2n, 4), of the first halves of n rectangles cut across the longer side, then of the second halves."""
    west, south, east, north = bounds.T
    wide = east - west >= north - south
    x, y = np.where(wide, (west + east) / 2, east), np.where(wide, north, (south + north) / 2)
    first = np.column_stack([west, south, x, y])
    second = np.column_stack([np.where(wide, x, west), np.where(wide, south, y), east, north])
    return np.concatenate([first, second])
