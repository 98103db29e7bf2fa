"""Coordinate reference systems: one for storage, one for GeoJSON, one for areas of overlap."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyproj

from yzgeo.errors import InputError
from yzgeo.i18n import Text

if TYPE_CHECKING:  # what only projects must not wait for geopandas
    import geopandas as gpd

CGCS2000 = "EPSG:4490"
"""China Geodetic Coordinate System 2000, geographic: every plan folder is stored in it."""
WGS84 = "EPSG:4326"
"""What RFC 7946 asks of GeoJSON; it agrees with CGCS2000 to some centimetres."""
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
    """The same, centred on bounds in degrees of EPSG:4490.

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
        When it is none of these.

    >>> print(parse("EPSG:4529").name)
    CGCS2000 / 3-degree Gauss-Kruger zone 41
    """
    file = Path(text)
    try:
        return pyproj.CRS.from_user_input(
            file.read_bytes().decode("gb18030", "replace").strip() if file.suffix.lower() == ".prj" else _code(text)
        )
    except (pyproj.exceptions.CRSError, OSError) as error:
        raise InputError(
            Text(f"不认得坐标系“{text}”", f"'{text}' is not a CRS that can be understood"),
            Text(
                "写 EPSG:4490 这样的代码、WKT、PROJ 串，或 .prj 文件的路径",
                "write a code like EPSG:4490, a WKT or PROJ string, or the path of a .prj file",
            ),
        ) from error


def _code(text: str) -> str:
    """A bare number is an EPSG code."""
    return f"EPSG:{text.strip()}" if text.strip().isdigit() else text
