"""Whether imported areas look shifted the way GCJ-02 shifts, or astray: a reason to ask, never to change anything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.errors import Advice, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.readers import gcj02
from yzgeo.readers.crs_detection import FAR_KM
from yzgeo.spatial.crs import GEOD

SHIFTED = Parameter("datum", plain("gcj02"))
FEWEST_PAIRS = 3
"""So many known places must tell the same before they are believed."""
SAMPLED = 4000
"""Vertices that are tried against the district."""
FEWEST_OUTSIDE = 0.005
"""Share of vertices outside the district that is worth explaining."""
BETTER = 0.25
"""Taking off the shift must leave no more than this of the disagreement."""
KM_PER_DEGREE = 96.0
"""At 30° north a degree of longitude, which is the shorter one."""
SHOWN = 5
"""Rows named in a message."""


class Pair(NamedTuple):
    """A point of the imported file, and where the plan knows that thing to be: longitude and latitude."""

    imported: tuple[float, float]
    known: tuple[float, float]


def of(shapes: gpd.GeoSeries, pairs: Iterable[Pair], district: gpd.GeoSeries) -> Text | None:
    """What to ask the user, if anything.

    Parameters
    ----------
    shapes
        Imported areas in EPSG:4490.
    pairs
        Imported things whose place is known.
    district
        The district, EPSG:4490: a shift may push areas over its boundary.

    >>> here = [(121.50, 29.80), (121.60, 29.75), (121.55, 29.70)]
    >>> moved = [tuple(point) for point in gcj02.shifted(np.array(here))]
    >>> none = gpd.GeoSeries([], crs="EPSG:4490")
    >>> print(of(none, [Pair(*pair) for pair in zip(moved, here)], none).en)
    3 known places all lie some 494 m off, as GCJ-02 shifts them. If the file comes from a web map, name the shift when you import it
    >>> print(of(none, [Pair(*pair) for pair in zip(here, here)], none))
    None
    """
    if not gcj02.installed():
        return None
    return _by_places(list(pairs)) or _by_district(shapes, district)


def strays(shapes: gpd.GeoSeries, district: gpd.GeoSeries) -> Text | None:
    """Areas that lie far from the district while others of their file lie in it: a slip in a row, most likely.

    >>> from shapely import box
    >>> shapes = gpd.GeoSeries([box(121.5, 29.7, 121.6, 29.8), box(112.5, 29.7, 112.6, 29.8)], index=[2, 3])
    >>> print(strays(shapes, gpd.GeoSeries([box(121.4, 29.6, 121.9, 29.9)])).en)
    1 features lie more than 20 km from the district: row 3. Check their coordinates
    """
    west, south, east, north = district.total_bounds
    degrees = FAR_KM / KM_PER_DEGREE
    near = shapely.box(west - degrees, south - degrees, east + degrees, north + degrees)
    rows = shapes.index[~shapely.intersects(near, shapes.to_numpy())].tolist()
    if not rows:
        return None
    shown = [str(row) for row in rows[:SHOWN]]
    more = "…" if len(rows) > SHOWN else ""
    return Text(
        f"{len(rows)} 个要素离行政区 {FAR_KM:g} 公里以上：第 {'、'.join(shown)}{more} 行，请核对坐标",
        f"{len(rows)} features lie more than {FAR_KM:g} km from the district: row {', '.join(shown)}{more}. Check their coordinates",
    )


def _by_places(pairs: list[Pair]) -> Text | None:
    if len(pairs) < FEWEST_PAIRS:
        return None
    imported = np.array([pair.imported for pair in pairs])
    known = np.array([pair.known for pair in pairs])
    off = _metres(known, imported)
    explained = _metres(gcj02.shifted(known), imported)
    if not (explained < off).all() or np.median(explained) > BETTER * np.median(off):
        return None
    distance = float(np.median(off))
    return Advice(
        f"{len(pairs)} 处已知地点都偏了约 {distance:.0f} 米，正是 GCJ-02（火星坐标）的偏法。若数据来自网络地图，请指明偏移后导入",
        f"{len(pairs)} known places all lie some {distance:.0f} m off, as GCJ-02 shifts them. If the file comes from a web map, "
        "name the shift when you import it",
        SHIFTED,
    )


def _by_district(shapes: gpd.GeoSeries, district: gpd.GeoSeries) -> Text | None:
    vertices = shapely.get_coordinates(shapes.to_numpy())
    if len(vertices) == 0 or district.empty:
        return None
    sample = vertices[:: max(1, len(vertices) // SAMPLED)]
    outline = district.union_all()
    shapely.prepare(outline)
    outside = ~shapely.contains_xy(outline, sample)
    if outside.mean() < FEWEST_OUTSIDE:
        return None
    moved, _ = gcj02.unshifted(None, gpd.GeoSeries(shapely.points(sample), crs="EPSG:4326"), "gcj02")
    left = ~shapely.contains_xy(outline, shapely.get_coordinates(moved))
    if left.mean() > BETTER * outside.mean():
        return None
    return Advice(
        f"{outside.mean():.1%} 的界址点在行政区之外，按 GCJ-02（火星坐标）纠偏后只剩 {left.mean():.1%}。"
        "若数据来自网络地图，请指明偏移后导入",
        f"{outside.mean():.1%} of the points lie outside the district; with the shift of GCJ-02 taken off it is {left.mean():.1%}. "
        "If the file comes from a web map, name the shift when you import it",
        SHIFTED,
    )


def pairs(frame: gpd.GeoDataFrame, known: pd.Series) -> list[Pair]:
    """Features whose name, in any column, is that of a known place.

    Parameters
    ----------
    frame
        What was read.
    known
        Points or areas by name.

    >>> places = pd.Series([shapely.Point(121.5, 29.8)], index=["山镇"])
    >>> frame = gpd.GeoDataFrame({"名称": ["山镇", "河镇"]}, geometry=[shapely.box(0, 0, 2, 2)] * 2)
    >>> print(pairs(frame, places))
    [Pair(imported=(1.0, 1.0), known=(121.5, 29.8))]
    """
    found: dict[Any, Pair] = {}
    for column in frame.columns.drop(frame.geometry.name):
        for row, name in frame[column][frame[column].isin(known.index) & frame.geometry.notna()].items():
            here, there = frame.geometry[row].centroid, known[name].centroid
            found[row] = Pair((here.x, here.y), (there.x, there.y))
    return list(found.values())


def _metres(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    _, _, distance = GEOD.inv(*one.T, *other.T)
    return np.asarray(distance)
