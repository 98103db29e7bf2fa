"""How much of shapes lies on a cover of many polygons, and which pieces do or do not."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from yzgeo.spatial.crs import equal_area
from yzgeo.spatial.polygon_repair import polygonal
from yzgeo.spatial.subdivide import cut
from yzgeo.spatial.topology import without_noise


def pieces_on(shapes: gpd.GeoSeries, cover: gpd.GeoSeries, width_m: float) -> gpd.GeoDataFrame:
    """The parts of shapes that lie on a cover, without those thinner than a width.

    Parameters
    ----------
    shapes, cover
        Areas in one CRS; missing ones count for nothing. Polygons of the cover may overlap.
    width_m
        Width of the largest circle that a piece must hold to be told.

    Returns
    -------
    GeoDataFrame
        A row for each shape with such pieces, indexed as `shapes`: `area_m2` in an equal-area projection, `share` of the
        shape, and the pieces in the CRS of the input.

    >>> from shapely import box
    >>> shapes, cover = gpd.GeoSeries([box(0, 0, 10, 10)], crs=32651), gpd.GeoSeries([box(5, 0, 20, 10)], crs=32651)
    >>> print(pieces_on(shapes, cover, 1)["share"].round(2).tolist())
    [0.5]
    """
    return _pieces(shapes, cover, width_m, inside=True)


def pieces_off(shapes: gpd.GeoSeries, cover: gpd.GeoSeries, width_m: float) -> gpd.GeoDataFrame:
    """The parts of shapes that lie off a cover; otherwise as `pieces_on`.

    >>> from shapely import box
    >>> shapes, cover = gpd.GeoSeries([box(0, 0, 10, 10)], crs=32651), gpd.GeoSeries([box(4, 0, 20, 10)], crs=32651)
    >>> print(pieces_off(shapes, cover, 1)["share"].round(2).tolist())
    [0.4]
    """
    return _pieces(shapes, cover, width_m, inside=False)


def _pieces(shapes: gpd.GeoSeries, cover: gpd.GeoSeries, width_m: float, *, inside: bool) -> gpd.GeoDataFrame:
    areal = shapes[shapes.notna() & ~shapes.is_empty]
    cover = cover[cover.notna() & ~cover.is_empty]
    if areal.empty:
        return _table(areal.index, np.array([], dtype=object), np.array([]), shapes.crs, shapes.crs)
    crs = equal_area(areal)
    planar = polygonal(areal.to_crs(crs).to_numpy())
    parts = polygonal(cover.to_crs(crs).to_numpy())
    on, certain = _on(planar, parts)
    if inside:
        wanted = on
    else:
        wanted = planar.copy()
        some = ~shapely.is_missing(on)
        wanted[some] = shapely.difference(planar[some], on[some])
        wanted[certain] = None
    told = _wide(wanted, width_m)
    has_any = ~shapely.is_missing(told) & ~shapely.is_empty(told)
    return _table(areal.index[has_any], told[has_any], shapely.area(planar[has_any]), crs, shapes.crs)


def _on(
    planar: npt.NDArray[np.object_], cover: npt.NDArray[np.object_]
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.bool_]]:
    """The part of each shape, (n,), on the cover, missing where there is none; and whether one polygon covers it all.

    The cover is cut into pieces of few vertices first: a shape meets those near it only.
    """
    on = np.full(len(planar), None, dtype=object)
    certain = np.zeros(len(planar), dtype=bool)
    if not len(cover):
        return on, certain
    pieces = cut(cover).shapes
    tree = shapely.STRtree(pieces)
    whole = tree.query(planar, predicate="covered_by")[0]
    certain[whole] = True
    on[certain] = planar[certain]
    rest = np.flatnonzero(~certain)
    of_rest, piece = tree.query(planar[rest], predicate="intersects")
    shared = shapely.intersection(planar[rest][of_rest], pieces[piece])
    areal = shapely.area(shared) > 0
    of_rest, shared = of_rest[areal], shared[areal]
    order = np.argsort(of_rest, kind="stable")
    rows, starts, counts = np.unique(of_rest[order], return_index=True, return_counts=True)
    single = counts == 1
    on[rest[rows[single]]] = shared[order][starts[single]]
    for row, start, count in zip(rows[~single], starts[~single], counts[~single], strict=True):
        on[rest[row]] = shapely.union_all(shared[order][start : start + count])
    return on, certain


def _wide(shapes: npt.NDArray[np.object_], width_m: float) -> npt.NDArray[np.object_]:
    """Shapes without parts into which no circle of the width fits, missing where nothing is left.

    The largest circle in a polygon has at least the radius area over perimeter, so most parts need no closer look.
    """
    given = ~shapely.is_missing(shapes)
    clean = without_noise(shapes[given])
    parts, owner = shapely.get_parts(clean, return_index=True)
    area, length = shapely.area(parts), shapely.length(parts)
    areal = area > 0
    parts, owner, area, length = parts[areal], owner[areal], area[areal], length[areal]
    wide = 2 * area >= width_m * length
    for number in np.flatnonzero(~wide):
        circle = shapely.maximum_inscribed_circle(parts[number], tolerance=0.01 * area[number] / length[number])
        wide[number] = 2 * shapely.length(circle) >= width_m
    result = np.full(len(shapes), None, dtype=object)
    rows, starts, counts = np.unique(owner[wide], return_index=True, return_counts=True)
    told = parts[wide]
    kept = [
        told[start] if n == 1 else shapely.multipolygons(told[start : start + n])
        for start, n in zip(starts, counts, strict=True)
    ]
    places = np.flatnonzero(given)[rows]
    for place, shape in zip(places, kept, strict=True):
        result[place] = shape
    return result


def _table(
    index: pd.Index, told: npt.NDArray[np.object_], whole_m2: npt.NDArray[np.float64], planar: object, crs: object
) -> gpd.GeoDataFrame:
    area = np.asarray(shapely.area(told), dtype=float) if len(told) else np.array([], dtype=float)
    pieces = gpd.GeoSeries(told, index=index, crs=planar)
    frame = gpd.GeoDataFrame({"area_m2": area, "share": area / whole_m2}, index=index, geometry=pieces)
    return frame.to_crs(crs)
