"""Coordinate reference systems: one for storage, one for GeoJSON, one for areas of overlap."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyproj
from pyproj import network

from yzgeo.core.errors import DETAIL_CHARACTERS, InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.spatial.gauss_kruger import BELT_DEGREES, THREE_DEGREE, gauss_kruger

if TYPE_CHECKING:  # callers that only project need not wait for geopandas to load
    import geopandas as gpd

CGCS2000 = "EPSG:4490"
"""China Geodetic Coordinate System 2000, geographic: every plan folder is stored in it."""
WGS84 = "EPSG:4326"
"""The CRS that RFC 7946 asks of GeoJSON; it agrees with CGCS2000 to some centimetres."""
BELT_OVERLAP_DEGREES = 0.5
"""How far data may reach beyond a belt: half a degree, since neighbouring belts overlap on Chinese maps."""
OLD_ELLIPSOIDS = {6_378_140.0: "Xian 1980", 6_378_245.0: "Beijing 1954"}
"""Datums before CGCS2000, by the semi-major axis of their ellipsoid (IAG 1975, Krassowsky) in metres.

No other datum in China uses these; the name of a grid proves nothing, since offices name their .prj files freely."""
FILES_OF_CRS = re.compile(
    r'\b(?:nadgrids|geoidgrids|grids|xy_grids|z_grids|file|model|init(?=\s*=\s*(?!epsg:)))\s*=\s*"?([^\s"\]]+)'
    r'|PARAMETERFILE\s*\[\s*"[^"]*"\s*,\s*"([^"]*)"',
    re.IGNORECASE,
)
"""Files in a PROJ string, or in WKT, which may hold such a string."""
GEOD = pyproj.Geod(ellps="GRS80")
"""The ellipsoid of CGCS2000 (its flattening differs from GRS80 in the ninth digit)."""


def equal_area(geometry: gpd.GeoSeries) -> pyproj.CRS:
    """Lambert azimuthal equal-area projection centred on the data.

    A district like 鄞州 lies across the border of two 3-degree belts, so no Gauss-Krüger zone fits it.

    Parameters
    ----------
    geometry : GeoSeries
        Anything with a CRS.

    Returns
    -------
    pyproj.CRS
        Unit metre, on the ellipsoid of CGCS2000, so planar areas are ellipsoidal areas.

    >>> import geopandas as gpd
    >>> from shapely import box
    >>> crs = equal_area(gpd.GeoSeries([box(121, 29, 122, 30)], crs=CGCS2000))
    >>> print(f"{crs.coordinate_operation.method_name}, {crs.axis_info[0].unit_name}")
    Lambert Azimuthal Equal Area, metre
    """
    return equal_area_around(*geometry.to_crs(CGCS2000).total_bounds)


def equal_area_around(west: float, south: float, east: float, north: float) -> pyproj.CRS:
    """The same projection, centred on bounds in degrees of EPSG:4490.

    >>> latitude = equal_area_around(121, 29, 122, 30).coordinate_operation.params[0]
    >>> print(f"{latitude.name}: {latitude.value:.1f}")
    Latitude of natural origin: 29.5
    """
    return pyproj.CRS.from_proj4(
        f"+proj=laea +lat_0={(south + north) / 2:.6f} +lon_0={(west + east) / 2:.6f} +ellps=GRS80 +units=m +no_defs"
    )


def parse(text: str) -> pyproj.CRS:
    """A CRS from an EPSG code, a WKT or PROJ string, or the path of a .prj file.

    Raises
    ------
    InputError
        When it is none of these, or takes a grid of shifts that is not there.

    >>> print(parse("EPSG:4529").name)
    CGCS2000 / 3-degree Gauss-Kruger zone 41
    """
    try:
        crs = read_crs(_stated(text))
    except (pyproj.exceptions.ProjError, OSError, ValueError) as error:  # NUL and half characters are ValueErrors
        shown = " ".join(text.split())[:DETAIL_CHARACTERS]
        raise InputError(
            Text(f"不认得坐标系“{shown}”", f"'{shown}' is not a CRS that can be understood"),
            Text(
                "写 EPSG:4490 这样的代码、WKT、PROJ 串，或 .prj 文件的路径",
                "write a code like EPSG:4490, a WKT or PROJ string, or the path of a .prj file",
            ),
        ) from error
    refuse_missing_grids(text)
    return crs


def _stated(text: str) -> str:
    """The text of a CRS, or of the .prj file of that path."""
    file = Path(text)
    return file.read_bytes().decode("gb18030", "replace").strip() if file.suffix.lower() == ".prj" else text


def read_crs(stated: Any) -> pyproj.CRS:
    """A CRS as pyproj reads it, a bare number as an EPSG code, without its warning that `+init=` is an old form.

    Raises
    ------
    pyproj.exceptions.CRSError
        When it is none.

    >>> print(read_crs("+init=epsg:4490").name)
    China Geodetic Coordinate System 2000
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return pyproj.CRS.from_user_input(_code(stated) if isinstance(stated, str) else stated)


def refuse_missing_grids(text: str) -> None:
    """Refuse a CRS, .prj file or pipeline of the user that takes a grid of shifts that PROJ does not have.

    PROJ passes over a grid that is optional (`@x.gsb`) and leaves the coordinates as they are.

    Raises
    ------
    InputError
        For the first grid that is missing.
    """
    try:
        stated = _stated(text)
    except (OSError, ValueError):  # `parse` says so
        return
    for grid in _grids(stated):
        with without_network():
            if any(_has_grid(method, grid) for method in ("hgridshift", "vgridshift", "xyzgridshift", "gridshift")):
                continue
        raise InputError(
            Text(
                f"坐标系所用的格网文件“{grid}”不存在或读不出来",
                f"the CRS takes the grid '{grid}', which is not there or unreadable",
            ),
            Text(
                "把格网文件放进 PROJ 的数据文件夹或写出它的完整路径，或换用不带格网的坐标系",
                "put the grid into the data folder of PROJ or give its full path, or state a CRS without a grid",
            ),
            parameter=Parameter("crs"),
        )


def refuse_files_of_crs(crs: pyproj.CRS | str, file: str) -> None:
    """Refuse a CRS, or the text of one, of a data file that takes other files: a stranger's file names none to be read.

    Raises
    ------
    InputError
        For the first file that it names.

    >>> refuse_files_of_crs("+proj=longlat +ellps=bessel +nadgrids=@x.gsb", "a.shp")
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: a.shp: its CRS takes the file 'x.gsb', which is not read. Remedy: state the CRS without that \
file, or transform the data in a GIS (crs=).
    """
    for name in _grids(crs if isinstance(crs, str) else crs.to_wkt()):
        shown = " ".join(name.split())[:DETAIL_CHARACTERS]
        raise InputError(
            Text(f"其坐标系要用文件“{shown}”，不会去读", f"its CRS takes the file '{shown}', which is not read"),
            Text(
                "指明不用该文件的坐标系，或在 GIS 中转换",
                "state the CRS without that file, or transform the data in a GIS",
            ),
            file=file,
            parameter=Parameter("crs"),
        )


def _grids(text: str) -> list[str]:
    """The files that a CRS or pipeline names, without the mark of an optional one; `null` is no file."""
    values = [value for pair in FILES_OF_CRS.findall(text) for value in pair if value]
    names = [name.strip().removeprefix("@") for value in values for name in value.split(",")]
    return [name for name in names if name not in ("", "null")]


def _has_grid(method: str, name: str) -> bool:
    try:
        pyproj.Transformer.from_pipeline(f'+proj={method} +grids="{name}"')
    except pyproj.exceptions.ProjError:
        return False
    return True


@contextmanager
def without_network() -> Iterator[None]:
    """Keep PROJ off the network, whatever its environment says: a CRS of a stranger may name a grid by its address.

    >>> with without_network():
    ...     print(network.is_network_enabled())
    False
    """
    enabled = network.is_network_enabled()  # type: ignore[attr-defined]  # pyproj lists none of its names there
    network.set_network_enabled(False)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        network.set_network_enabled(enabled)  # type: ignore[attr-defined]


def _code(text: str) -> str:
    """A bare number is an EPSG code."""
    return f"EPSG:{text.strip()}" if text.strip().isdecimal() else text


def belt(geometry: gpd.GeoSeries) -> pyproj.CRS:
    """The CGCS2000 Gauss-Krüger zone of 3 degrees in which the middle of the data lies (EPSG:4513 to 4533).

    Eastings begin with the number of the belt.

    Raises
    ------
    InputError
        When the middle of the data lies in none of China's belts.

    >>> import geopandas as gpd
    >>> from shapely import Point
    >>> print(belt(gpd.GeoSeries([Point(121.6, 29.8)], crs=CGCS2000)).name)
    CGCS2000 / 3-degree Gauss-Kruger zone 41
    """
    west, _, east, _ = geometry.dropna().to_crs(CGCS2000).total_bounds
    middle = (west + east) / 2
    number = round(middle / BELT_DEGREES) if np.isfinite(middle) else 0
    if number not in THREE_DEGREE:
        raise InputError(
            Text(
                f"数据中心在东经 {middle:.2f}°，不在我国 3 度带内",
                f"the data lies about {middle:.2f}° east, in no belt of China",
            ),
            Text("检查数据，或指明坐标系", "check the data, or name a CRS"),
            parameter=Parameter("crs"),
        )
    return pyproj.CRS(gauss_kruger(number))


def refuse_old_datum(crs: pyproj.CRS, file: str | None = None) -> None:
    """Refuse a CRS on an old datum that comes without a datum transformation; parameters that are all zero are none.

    PROJ has no transformation from Xian 80 or Beijing 54 to CGCS2000 and would leave the coordinates unchanged.

    Raises
    ------
    InputError
        For such a CRS.
    """
    plain = crs.source_crs if crs.is_bound and crs.source_crs is not None else crs
    geodetic = plain.geodetic_crs
    ellipsoid = geodetic.ellipsoid if geodetic else None
    old = OLD_ELLIPSOIDS.get(round(ellipsoid.semi_major_metre, 3)) if ellipsoid else None
    if old is None or (crs.is_bound and any(_towgs84(crs))):
        return
    raise InputError(
        Text(
            f"坐标系是 {crs.name}。{old} 与 CGCS2000 相差几十到一百多米，各地转换参数不同且不公开，不能直接换算",
            f"is in {crs.name}. Between {old} and CGCS2000 lie tens of metres to more than a hundred, by parameters that "
            "differ from place to place and are not public",
        ),
        Text(
            '请测绘主管部门转换；有七参数时坐标系写为 "+proj=tmerc … +towgs84=dx,dy,dz,rx,ry,rz,s"，导入时有四参数的用 PROJ pipeline',
            'have it transformed by the surveying authority; with seven parameters state the CRS as "+proj=tmerc … '
            '+towgs84=dx,dy,dz,rx,ry,rz,s", for an import with four as a PROJ pipeline',
        ),
        file=file,
        parameter=Parameter("crs"),
    )


def _towgs84(crs: pyproj.CRS) -> list[float]:
    operation = crs.coordinate_operation
    return list(operation.towgs84) if operation is not None else []


def reproject(frame: gpd.GeoDataFrame, crs: pyproj.CRS | None) -> tuple[gpd.GeoDataFrame, Text | None]:
    """Reproject a frame; a warning is returned where the data reach somewhat beyond the area of use of the CRS.

    Neighbouring belts overlap in practice, since a town at their border must be drawn in one of them: up to
    `BELT_OVERLAP_DEGREES` beyond the area of use is warned of, more is refused. A CRS that states no area
    (a local grid as a PROJ string, say) is not checked.

    Raises
    ------
    InputError
        When the data does not lie in the area of use, or cannot be expressed in the CRS: on an old datum, say.

    >>> import geopandas as gpd
    >>> from shapely import Point
    >>> frame, warning = reproject(gpd.GeoDataFrame(geometry=[Point(121.6, 29.8)], crs=CGCS2000), parse("EPSG:4529"))
    >>> print(f"{frame.geometry.x[0]:.0f} m, {warning}")
    41364642 m, None
    """
    if crs is None or frame.geometry.notna().sum() == 0:
        return frame, None
    refuse_old_datum(crs)
    warning = None
    bounds = frame.geometry.dropna().to_crs(WGS84).total_bounds
    area = crs.area_of_use
    if area is not None:
        allowed = np.array(area.bounds)
        if allowed[0] > allowed[2]:  # the area lies across the antimeridian
            allowed[2] += 360
        beyond = max(*(allowed[:2] - bounds[:2]), *(bounds[2:] - allowed[2:]))
        data_extent = "东经 {:.2f}°–{:.2f}°、北纬 {:.2f}°–{:.2f}°".format(*bounds[[0, 2, 1, 3]])
        data_extent_en = "{:.2f}–{:.2f}° E, {:.2f}–{:.2f}° N".format(*bounds[[0, 2, 1, 3]])
        extent = "{:.2f}°–{:.2f}°、{:.2f}°–{:.2f}°".format(*allowed[[0, 2, 1, 3]])
        extent_en = "{:.2f}–{:.2f}° E, {:.2f}–{:.2f}° N".format(*allowed[[0, 2, 1, 3]])
        message = Text(
            f"数据在{data_extent}，{crs.name} 的适用范围是经度、纬度 {extent}",
            f"the data lies at {data_extent_en}, but {crs.name} is for {extent_en}",
        )
        if beyond > BELT_OVERLAP_DEGREES:
            raise InputError(
                message,
                Text("换用适合当地的坐标系，或不指明", "choose a CRS made for the place, or name none"),
                parameter=Parameter("crs"),
            )
        if beyond > 0:
            warning = Text(
                f"注意：{message.zh}；超出不到 {BELT_OVERLAP_DEGREES}°，已照写，越远变形越大",
                f"note: {message.en}; less than {BELT_OVERLAP_DEGREES}° beyond it, so it was written all the same, with "
                "distortion that grows outwards",
            )
    changed = frame.to_crs(crs)
    if not np.isfinite(changed.geometry.dropna().total_bounds).all():
        raise InputError(
            Text(f"数据无法用 {crs.name} 表示", f"the data cannot be expressed in {crs.name}"),
            Text("换用适合当地的坐标系", "choose a CRS made for the place"),
            parameter=Parameter("crs"),
        )
    return changed, warning
