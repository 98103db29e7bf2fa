"""The sea as areas, made of pieces of coastline that have the land on their left, as OpenStreetMap draws them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

STEP = 1e-6
"""Degrees to the right of a coastline at which the sea is looked for: less than a coast is ever exact to."""


def sea(coastline: npt.NDArray[Any], box: tuple[float, float, float, float]) -> tuple[npt.NDArray[Any], float]:
    """The sea inside a box, and how much of the box it was not possible to decide.

    Parameters
    ----------
    coastline : array of LineString
        Degrees; the land lies on the left, the sea on the right. Pieces need not be whole, but inside the box they
        must meet end to end.
    box
        West, south, east, north.

    Returns
    -------
    array of Polygon
        Without a coast in the box there is none: the box may be all land or all sea.
    float
        The share of the box that a broken coastline leaves undecided; that land is not among the polygons.

    >>> coast = np.array([shapely.LineString([(1, 3), (1, -1)])])  # southwards: the land is in the east
    >>> areas, undecided = sea(coast, (0, 0, 2, 2))
    >>> print([area.bounds for area in areas], undecided)
    [(0.0, 0.0, 1.0, 2.0)] 0.0
    """
    frame = shapely.box(*box)
    inside = [
        part
        for line in coastline
        for part in shapely.get_parts(shapely.intersection(line, frame))
        if part.geom_type == "LineString"
    ]
    if not inside:
        return np.array([], dtype=object), 0.0
    noded = shapely.union_all([*inside, frame.exterior])
    faces = shapely.get_parts(shapely.polygonize([*shapely.get_parts(noded)]))
    on_right, on_left = (_beside(inside, side) for side in (1, -1))
    tree = shapely.STRtree(faces)
    wet, dry = (
        np.bincount(tree.query(points, predicate="within")[1], minlength=len(faces)) for points in (on_right, on_left)
    )
    undecided = (wet > 0) & (dry > 0)
    share = float(shapely.area(faces[undecided]).sum() / frame.area)
    return faces[(wet > 0) & ~undecided], share


def _beside(lines: list[Any], side: int) -> npt.NDArray[Any]:
    """A point close to the middle of each leg, on its right (1) or left (-1)."""
    points = []
    for line in lines:
        corners = shapely.get_coordinates(line)
        legs = np.diff(corners, axis=0)
        length = np.hypot(legs[:, 0], legs[:, 1])
        kept = length > 2 * STEP
        middles = (corners[:-1] + corners[1:])[kept] / 2
        normals = np.column_stack([legs[:, 1], -legs[:, 0]])[kept] / length[kept, None]
        points.append(middles + side * STEP * normals)
    return np.asarray(shapely.points(np.concatenate(points)))
