"""Convert GCJ-02 and BD-09, the datums of Chinese web maps, from and to WGS 84.

Their offset is some 500 m and differs from place to place (https://en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China);
it is removed only when the user asks for it. The formulas are those of geocoordinates-rs, the only maintained library
for the Python versions of yzgeo (others have had no release since 2018 to 2020, or need Python 3.14). Its inverses are
iterated; their results are checked by the forward formula.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change

NAMES = {"gcj02": "GCJ-02", "bd09": "BD-09"}
CLOSED_DEGREES = 1e-8
"""How exactly inverse and forward formula must return a point: to a millimetre."""


def to_wgs84(file: Path | None, geometry: gpd.GeoSeries, datum: str) -> tuple[np.ndarray, Change]:
    """Remove the offset of GCJ-02 or BD-09: shapes in degrees of WGS 84, (n,) object, and the change.

    Raises
    ------
    InputError
        When the coordinates are not degrees, or the library is not installed.
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
    inverse, forward = _formulas(datum)
    shapes = shapely.transform(geometry.to_numpy(), lambda points: _each(points, inverse))
    shifted_again = _each(shapely.get_coordinates(shapes), forward)
    if np.abs(shifted_again - shapely.get_coordinates(geometry.to_numpy())).max() > CLOSED_DEGREES:
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
    return _each(points, _formulas(datum)[1])


def installed() -> bool:
    """Whether the library is installed; so far it is packaged for Linux only."""
    return importlib.util.find_spec("geocoordinates_ffi") is not None


def _formulas(datum: str) -> tuple[Callable[[float, float], Any], Callable[[float, float], Any]]:
    """The inverse and the forward formula."""
    try:
        import geocoordinates_ffi as library
    except ImportError as error:
        raise InputError(
            Text("这台电脑没有装 GCJ-02、BD-09 的换算库", "the library for GCJ-02 and BD-09 is not installed here"),
            Text(
                "pip install geocoordinates-rs（目前只有 Linux 的安装包），或先在别的软件中转换",
                "pip install geocoordinates-rs (packaged for Linux only so far), or convert the file elsewhere",
            ),
        ) from error
    if datum == "gcj02":
        return (
            lambda lon, lat: library.gcj02_to_wgs84_refined(library.Gcj02(lat=lat, lon=lon)),
            lambda lon, lat: library.wgs84_to_gcj02(library.Wgs84(lat=lat, lon=lon)),
        )
    return (
        lambda lon, lat: library.bd09_to_wgs84_refined(library.Bd09(lat=lat, lon=lon)),
        lambda lon, lat: library.wgs84_to_bd09(library.Wgs84(lat=lat, lon=lon)),
    )


def _each(points: np.ndarray, formula: Callable[[float, float], Any]) -> np.ndarray:
    converted = (formula(lon, lat) for lon, lat in points.tolist())
    return np.array([(point.lon, point.lat) for point in converted]).reshape(-1, 2)
