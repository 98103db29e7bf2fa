"""Convert GCJ-02 and BD-09, the datums of Chinese web maps, from and to WGS 84.

Their offset is some 500 m and differs from place to place (https://en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China);
it is removed only when the user asks for it. The formulas are those that are published everywhere: GCJ-02 by sines on
an ellipsoid of Krasovsky's axis, BD-09 on top of it by a turn and a stretch. `tests/test_gcj02.py` holds them against
geocoordinates-rs, a maintained library that has no wheel for Windows and takes points one by one. The inverses are
iterated; their results are checked by the forward formula.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change

NAMES = {"gcj02": "GCJ-02", "bd09": "BD-09"}
CLOSED_DEGREES = 1e-8
"""How exactly inverse and forward formula must return a point: to a millimetre."""
STEPS = 20
"""Of the iteration; four are enough in China."""
AXIS_M = 6378245.0
ECCENTRICITY = 0.00669342162296594323
"""Squared, of the ellipsoid by which GCJ-02 turns its metres into degrees."""
WEST, SOUTH, EAST, NORTH = 72.004, 0.8293, 137.8347, 55.8271
"""Outside of it GCJ-02 shifts nothing."""
CENTRE = (105.0, 35.0)
BD09_SHIFT = (0.0065, 0.006)
BD09_TURNS = np.pi * 3000 / 180


def to_wgs84(file: Path | None, geometry: gpd.GeoSeries, datum: str) -> tuple[np.ndarray, Change]:
    """Remove the offset of GCJ-02 or BD-09: shapes in degrees of WGS 84, (n,) object, and the change.

    Raises
    ------
    InputError
        When the coordinates are not degrees, or lie where the inverse does not converge.
    """
    if geometry.crs is None or not geometry.crs.is_geographic:
        raise InputError(
            Text(
                f"{datum} 的偏移只用于经纬度，而坐标系是 {geometry.crs.name}",
                f"the shift of {datum} is for degrees, but the CRS is {geometry.crs.name}",
            ),
            Text("不指明偏移，或给出经纬度坐标", "name no shift, or give coordinates in degrees"),
            parameter=Parameter("datum"),
            file=None if file is None else str(file),
        )
    shifted = shapely.get_coordinates(geometry.to_numpy())
    shapes = shapely.transform(geometry.to_numpy(), lambda points: _inverse(points, datum))
    shifted_again = from_wgs84(shapely.get_coordinates(shapes), datum)
    if (np.abs(shifted_again - shifted) > CLOSED_DEGREES).any():
        raise InputError(
            Text(f"{NAMES[datum]} 的反算没有收敛", f"the inverse of {NAMES[datum]} does not converge here"),
            Text("确认坐标在中国境内", "make sure the coordinates are in China"),
            file=None if file is None else str(file),
        )
    why = Text(f"坐标按 {NAMES[datum]} 读入，偏移已去除", f"read as {NAMES[datum]}, its shift taken off")
    return shapes, Change(ALL_ROWS, GEOMETRY, NAMES[datum], "WGS 84", why)


def from_wgs84(points: np.ndarray, datum: str = "gcj02") -> np.ndarray:
    """Apply the offset of GCJ-02 or BD-09 to points of WGS 84, (n, 2) float64 longitude and latitude.

    >>> offset = from_wgs84(np.array([[121.55, 29.8]]))[0] - [121.55, 29.8]
    >>> print(f"{offset[0] * 96600:.0f} m east, {offset[1] * 110900:.0f} m north")
    401 m east, -287 m north
    """
    shifted = _gcj02(points)
    return _bd09(shifted) if datum == "bd09" else shifted


def _inverse(points: np.ndarray, datum: str) -> np.ndarray:
    """Points of WGS 84 that are shifted to the given ones, each guess corrected by what it still misses."""
    guess = points
    for _ in range(STEPS):
        missed = points - from_wgs84(guess, datum)
        guess = guess + missed
        if not (np.abs(missed) > CLOSED_DEGREES / 100).any():
            break
    return guess


def _gcj02(points: np.ndarray) -> np.ndarray:
    """Points of WGS 84 in GCJ-02."""
    lon, lat = points[:, 0], points[:, 1]
    x, y = lon - CENTRE[0], lat - CENTRE[1]
    root = np.sqrt(np.abs(x))
    common = 20 * np.sin(6 * np.pi * x) + 20 * np.sin(2 * np.pi * x)
    east_m = 300 + x + 2 * y + 0.1 * x**2 + 0.1 * x * y + 0.1 * root
    east_m += 2 / 3 * (common + 20 * np.sin(np.pi * x) + 40 * np.sin(np.pi * x / 3))
    east_m += 2 / 3 * (150 * np.sin(np.pi * x / 12) + 300 * np.sin(np.pi * x / 30))
    north_m = -100 + 2 * x + 3 * y + 0.2 * y**2 + 0.1 * x * y + 0.2 * root
    north_m += 2 / 3 * (common + 20 * np.sin(np.pi * y) + 40 * np.sin(np.pi * y / 3))
    north_m += 2 / 3 * (160 * np.sin(np.pi * y / 12) + 320 * np.sin(np.pi * y / 30))
    phi = np.radians(lat)
    squared = 1 - ECCENTRICITY * np.sin(phi) ** 2
    across = AXIS_M / np.sqrt(squared) * np.cos(phi)
    along = AXIS_M * (1 - ECCENTRICITY) / squared**1.5
    shift = np.degrees(np.column_stack([east_m / across, north_m / along]))
    in_china = (lon >= WEST) & (lon <= EAST) & (lat >= SOUTH) & (lat <= NORTH)
    return points + np.where(in_china[:, None], shift, 0)


def _bd09(points: np.ndarray) -> np.ndarray:
    """Points of GCJ-02 in BD-09."""
    lon, lat = points[:, 0], points[:, 1]
    radius = np.hypot(lon, lat) + 0.00002 * np.sin(lat * BD09_TURNS)
    angle = np.arctan2(lat, lon) + 0.000003 * np.cos(lon * BD09_TURNS)
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]) + BD09_SHIFT
