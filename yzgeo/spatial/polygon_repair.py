"""The one repair of areas: what a flawed shape is taken for, wherever it is measured, checked or drawn.

Land that a ring encloses counts once, however often the ring runs around it (the nonzero rule), and holes are taken
away. The even-odd rule, which GEOS follows unless told otherwise, is not that of land: it cuts a hole where a boundary
laps over itself by a slip of its points, and makes land of a hole, or of the part of one, that lies outside its shell.

What it would cut out may have been meant for a hole: `cut_by_even_odd` finds it, so that it can be told.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

NOISE_SHARE = 1e-9
"""A smaller part of a shape comes from rounding where its rings cross."""
AREAL = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


def polygonal(shapes: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The areas of each geometry as one valid, flat (multi)polygon.

    Parameters
    ----------
    shapes : array of geometries
        In any one CRS. Valid areas stay as they are but for their heights; missing stays missing.

    Returns
    -------
    array of geometries
        Empty polygons where a shape has no area, as lines and points have none. Parts that overlap are joined.

    >>> bow_tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    >>> lapped = shapely.Polygon([(0, 0), (6, 0), (6, 6), (2, 6), (2, 2), (4, 2), (4, 4), (0, 4)])
    >>> print(shapely.area(polygonal(np.array([bow_tie, lapped, shapely.LineString([(0, 0), (1, 1)])]))))
    [ 2. 32.  0.]
    """
    flat = shapely.force_2d(shapes)
    kind, there = shapely.get_type_id(flat), ~shapely.is_missing(flat)
    collected = (kind == shapely.GeometryType.GEOMETRYCOLLECTION) & ~shapely.is_empty(flat)
    flat[collected] = [shapely.union_all(polygonal(shapely.get_parts(shape))) for shape in flat[collected]]
    flat[there & ~collected & ~np.isin(kind, AREAL)] = shapely.Polygon()
    wrong = there & ~shapely.is_valid(flat)
    flat[wrong] = [_by_nonzero(shape) for shape in flat[wrong]]
    return flat


def _by_nonzero(shape: Any) -> Any:
    """A flawed area by the nonzero rule; GEOS alone would make land of a hole that lies outside its shell."""
    parts = shapely.get_parts(shape)
    if not shapely.get_num_interior_rings(parts).any():
        return _valid(shape)
    return shapely.union_all(
        [
            shapely.difference(
                _valid(shapely.Polygon(part.exterior)),
                shapely.union_all([_valid(shapely.Polygon(hole)) for hole in part.interiors]),
            )
            for part in parts
        ]
    )


def _valid(shape: Any) -> Any:
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)


def cut_by_even_odd(shapes: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """How much area of each shape the even-odd rule would cut out: it counts as land, and may have been meant for a hole.

    Parameters
    ----------
    shapes : array of geometries
        In a planar CRS, or in degrees where only zero or not zero matters; missing ones have none.

    >>> nested = shapely.MultiPolygon([shapely.box(0, 0, 4, 4), shapely.box(1, 1, 2, 2)])
    >>> print(cut_by_even_odd(np.array([nested, shapely.box(0, 0, 4, 4)])))
    [1. 0.]
    """
    twice = np.zeros(len(shapes))
    wrong = np.flatnonzero(~shapely.is_valid(shapes) & ~shapely.is_missing(shapes))
    areas, by_turns = polygonal(shapes[wrong]), polygonal(shapely.make_valid(shapes[wrong]))  # the even-odd rule
    lost = shapely.area(shapely.difference(areas, by_turns))
    twice[wrong] = np.where(lost > NOISE_SHARE * shapely.area(areas), lost, 0.0)
    return twice
