"""Detect an offset like that of GCJ-02 and features far from the district; the user is asked, nothing is changed."""

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
"""From so many reference places on, a common offset is evidence."""
SAMPLED = 4000
"""Number of vertices that are compared with the district."""
FEWEST_OUTSIDE = 0.005
"""Share of vertices outside the district from which on an offset is suspected."""
BETTER = 0.25
"""Largest share of the disagreement that may remain after the offset is removed."""
KM_PER_DEGREE = 96.0
"""Length of a degree of longitude at 30° north, shorter than one of latitude."""
EXAMPLES = 5
"""Rows named in a message."""


class Pair(NamedTuple):
    """Longitude and latitude of a feature in the imported file, and of the reference place of the same name in the plan."""

    imported: tuple[float, float]
    reference: tuple[float, float]


def detect_offset(shapes: gpd.GeoSeries, pairs: Iterable[Pair], district: gpd.GeoSeries) -> Text | None:
    """A question to the user where an offset is detected, else None.

    Parameters
    ----------
    shapes
        Imported areas in EPSG:4490.
    pairs
        Imported features with a reference place.
    district
        The district, EPSG:4490: an offset moves areas over its boundary.

    >>> here = [(121.50, 29.80), (121.60, 29.75), (121.55, 29.70)]
    >>> moved = [tuple(point) for point in gcj02.from_wgs84(np.array(here))]
    >>> none = gpd.GeoSeries([], crs="EPSG:4490")
    >>> print(detect_offset(none, [Pair(*pair) for pair in zip(moved, here)], none).en)
    3 known places all lie some 494 m off, as GCJ-02 shifts them. If the file comes from a web map, name the shift when you import it
    >>> print(detect_offset(none, [Pair(*pair) for pair in zip(here, here)], none))
    None
    """
    return _by_places(list(pairs)) or _by_district(shapes, district)


def far_features(shapes: gpd.GeoSeries, district: gpd.GeoSeries) -> Text | None:
    """A remark on features farther than `FAR_KM` from the district, most likely a wrong coordinate in a row.

    >>> from shapely import box
    >>> shapes = gpd.GeoSeries([box(121.5, 29.7, 121.6, 29.8), box(112.5, 29.7, 112.6, 29.8)], index=[2, 3])
    >>> print(far_features(shapes, gpd.GeoSeries([box(121.4, 29.6, 121.9, 29.9)])).en)
    1 features lie more than 20 km from the district: row 3. Check their coordinates
    """
    if district.empty:
        return None
    west, south, east, north = district.total_bounds
    degrees = FAR_KM / KM_PER_DEGREE
    near = shapely.box(west - degrees, south - degrees, east + degrees, north + degrees)
    rows = shapes.index[~shapely.intersects(near, shapes.to_numpy())].tolist()
    if not rows:
        return None
    examples = [str(row) for row in rows[:EXAMPLES]]
    more = "…" if len(rows) > EXAMPLES else ""
    return Text(
        f"{len(rows)} 个要素离行政区 {FAR_KM:g} 公里以上：第 {'、'.join(examples)}{more} 行，请核对坐标",
        f"{len(rows)} features lie more than {FAR_KM:g} km from the district: row {', '.join(examples)}{more}. Check their coordinates",
    )


def _by_places(pairs: list[Pair]) -> Text | None:
    if len(pairs) < FEWEST_PAIRS:
        return None
    imported = np.array([pair.imported for pair in pairs])
    reference = np.array([pair.reference for pair in pairs])
    distances_m = _metres(reference, imported)
    residuals_m = _metres(gcj02.from_wgs84(reference), imported)
    if not (residuals_m < distances_m).all() or np.median(residuals_m) > BETTER * np.median(distances_m):
        return None
    distance = float(np.median(distances_m))
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
    corrected, _ = gcj02.to_wgs84(None, gpd.GeoSeries(shapely.points(sample), crs="EPSG:4326"), "gcj02")
    remaining = ~shapely.contains_xy(outline, shapely.get_coordinates(corrected))
    if remaining.mean() > BETTER * outside.mean():
        return None
    return Advice(
        f"{outside.mean():.1%} 的界址点在行政区之外，按 GCJ-02（火星坐标）纠偏后只剩 {remaining.mean():.1%}。"
        "若数据来自网络地图，请指明偏移后导入",
        f"{outside.mean():.1%} of the points lie outside the district; with the shift of GCJ-02 taken off it is {remaining.mean():.1%}. "
        "If the file comes from a web map, name the shift when you import it",
        SHIFTED,
    )


def pairs(frame: gpd.GeoDataFrame, places: pd.Series) -> list[Pair]:
    """Pair features with the reference place whose name stands in any of their columns.

    Parameters
    ----------
    frame
        Features of the imported file.
    places
        Points or areas by name.

    >>> places = pd.Series([shapely.Point(121.5, 29.8)], index=["山镇"])
    >>> frame = gpd.GeoDataFrame({"名称": ["山镇", "河镇"]}, geometry=[shapely.box(0, 0, 2, 2)] * 2)
    >>> print(pairs(frame, places))
    [Pair(imported=(1.0, 1.0), reference=(121.5, 29.8))]
    """
    pair_by_row: dict[Any, Pair] = {}
    for column in frame.columns.drop(frame.geometry.name):
        for row, name in frame[column][frame[column].isin(places.index) & frame.geometry.notna()].items():
            imported, reference = frame.geometry[row].centroid, places[name].centroid
            pair_by_row[row] = Pair((imported.x, imported.y), (reference.x, reference.y))
    return list(pair_by_row.values())


def _metres(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    _, _, distance = GEOD.inv(*one.T, *other.T)
    return np.asarray(distance)
