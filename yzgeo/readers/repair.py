"""Repair geometry: areas without heights, closed, valid, with oriented rings; each change is logged."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.i18n import Text
from yzgeo.readers.source import GEOMETRY, Change
from yzgeo.spatial.polygon_repair import AREAL, cut_by_even_odd, polygonal

FLAT = Text("高程值已略去", "heights are left out")
LINE = Text("闭合线转为面", "a closed line is taken as an area")
NOT_AREAL = Text("不是面，几何未读入", "not an area: its geometry is left out")
EMPTY = Text("空几何，视为没有几何", "an empty geometry is taken for none")
COLLAPSED = Text("图形围不成面，视为没有几何", "the shape encloses nothing and is left without geometry")
REPEATED = Text("与前一点重复的点已略去", "points that repeat the one before are left out")
INVALID = Text("几何无效，已修复", "the geometry was invalid and is made valid")
LAPPED = Text(
    "边界重叠，圈了两次的地按一次计为面；若那里是洞，请改为内圈",
    "rings run around the same land twice: it counts once; where it is a hole, draw it as one",
)
ORDER = Text(
    "环的方向不合标准，已改为外圈逆时针、内圈顺时针",
    "rings ran the wrong way: now the outer counter-clockwise, holes clockwise",
)
POINTS_OF_A_LOOP = 4
"""Points of the smallest closed line that encloses an area."""


def drop_heights(geometry: gpd.GeoSeries) -> tuple[gpd.GeoSeries, list[Change]]:
    """Drop the heights of geometry."""
    shapes = geometry.to_numpy()
    changes = _changes(geometry, shapely.has_z(shapes), "XYZ", "XY", FLAT)
    return gpd.GeoSeries(shapely.force_2d(shapes), index=geometry.index, crs=geometry.crs), changes


def repair_areas(geometry: gpd.GeoSeries) -> tuple[gpd.GeoSeries, list[Change]]:
    """Repair shapes to valid areas; shapes without area become missing.

    >>> bowtie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    >>> shapes, changes = repair_areas(gpd.GeoSeries([bowtie], index=[7]))
    >>> print(shapes[7].geom_type, f"of {shapes[7].area:.0f};", f"row {changes[0].row}: {changes[0].old}")
    MultiPolygon of 2; row 7: Self-intersection[1 1]
    """
    shapes = geometry.to_numpy().copy()
    empty = shapely.is_empty(shapes)
    shapes[empty] = None
    loops = (
        (shapely.get_type_id(shapes) == shapely.GeometryType.LINESTRING)
        & shapely.is_closed(shapes)
        & (shapely.get_num_coordinates(shapes) >= POINTS_OF_A_LOOP)
    )
    shapes[loops] = [shapely.Polygon(shapely.get_coordinates(shape)) for shape in shapes[loops]]
    flaws = np.full(len(shapes), None, dtype=object)
    invalid = ~shapely.is_missing(shapes) & ~shapely.is_valid(shapes)
    flaws[invalid] = shapely.is_valid_reason(shapes[invalid])
    collections = shapely.get_type_id(shapes) == shapely.GeometryType.GEOMETRYCOLLECTION
    flaws[collections & ~invalid] = "GeometryCollection"
    broken = pd.notna(flaws)
    repaired = shapes.copy()
    areas = polygonal(shapes[broken])
    areas[shapely.is_empty(areas)] = None
    repaired[broken] = areas
    collapsed = broken & shapely.is_missing(repaired)
    lapped = cut_by_even_odd(shapes) > 0
    other = ~shapely.is_missing(repaired) & ~np.isin(shapely.get_type_id(repaired), AREAL)
    discarded_wkt = np.full(len(shapes), None, dtype=object)
    discarded_wkt[other] = shapely.to_wkt(repaired[other], rounding_precision=3)
    repaired[other] = None
    single = shapely.remove_repeated_points(repaired)
    before, after = shapely.get_num_coordinates(repaired), shapely.get_num_coordinates(single)
    ordered = shapely.orient_polygons(single)
    turned = ~shapely.is_missing(single) & ~shapely.equals_identical(ordered, single)
    changes = [
        *_changes(geometry, empty, "EMPTY", "", EMPTY),
        *_changes(geometry, loops, "LineString", "Polygon", LINE),
        *_changes(geometry, collapsed, flaws, "", COLLAPSED),
        *_changes(geometry, broken & ~collapsed & ~lapped, flaws, repaired, INVALID),
        *_changes(geometry, lapped, flaws, repaired, LAPPED),
        *_changes(geometry, other, discarded_wkt, "", NOT_AREAL),
        *_changes(geometry, after < before, before, after, REPEATED),
        *_changes(geometry, turned, "CW", "CCW", ORDER),
    ]
    return gpd.GeoSeries(ordered, index=geometry.index, crs=geometry.crs), changes


def repair_shapes(geometry: gpd.GeoSeries) -> tuple[gpd.GeoSeries, list[Change]]:
    """Repair the areas among shapes and leave lines and points as they are; empty shapes become missing.

    >>> bowtie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    >>> shapes, changes = repair_shapes(gpd.GeoSeries([bowtie, shapely.LineString([(0, 0), (1, 1)])], index=[7, 8]))
    >>> print(shapes[7].geom_type, shapes[8].geom_type, len(changes))
    MultiPolygon LineString 1
    """
    shapes = geometry.to_numpy().copy()
    empty = shapely.is_empty(shapes)
    shapes[empty] = None
    areal = np.isin(shapely.get_type_id(shapes), AREAL)
    flaws = np.full(len(shapes), None, dtype=object)
    invalid = areal & ~shapely.is_valid(shapes)
    flaws[invalid] = shapely.is_valid_reason(shapes[invalid])
    repaired = polygonal(shapes[invalid])
    repaired[shapely.is_empty(repaired)] = None
    shapes[invalid] = repaired
    collapsed = invalid & shapely.is_missing(shapes)
    changes = [
        *_changes(geometry, empty, "EMPTY", "", EMPTY),
        *_changes(geometry, collapsed, flaws, "", COLLAPSED),
        *_changes(geometry, invalid & ~collapsed, flaws, shapes, INVALID),
    ]
    return gpd.GeoSeries(shapes, index=geometry.index, crs=geometry.crs), changes


def _changes(geometry: gpd.GeoSeries, rows: Any, old: Any, new: Any, why: Text) -> list[Change]:
    """A change for each row where `rows`, (n,) bool, is true."""

    def value(of: Any, place: int) -> Any:
        cell = of[place] if isinstance(of, np.ndarray) else of
        if isinstance(cell, shapely.Geometry):
            return shapely.GeometryType(int(shapely.get_type_id(cell))).name
        return "" if cell is None else cell

    return [
        Change(int(geometry.index[place]), GEOMETRY, value(old, place), value(new, place), why)
        for place in np.flatnonzero(rows).tolist()
    ]
