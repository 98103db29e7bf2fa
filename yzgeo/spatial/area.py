"""Areas on the ellipsoid, never in degrees or in web Mercator."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from yzgeo.spatial.crs import CGCS2000, GEOD
from yzgeo.spatial.polygon_repair import polygonal


def ellipsoidal_m2(geometry: gpd.GeoSeries) -> pd.Series:
    """Area of each geometry on the ellipsoid of CGCS2000: of the geodesic polygon (Karney 2013).

    https://doi.org/10.1007/s00190-012-0578-z

    Parameters
    ----------
    geometry : GeoSeries
        Polygons in any CRS, flawed ones as `repair.polygonal` takes them; empty and missing geometry has area 0.

    Returns
    -------
    Series of float
        Square metres, with the index of `geometry`.

    >>> from shapely import box
    >>> square = gpd.GeoSeries([box(121.0, 29.0, 121.01, 29.01)], crs=CGCS2000)
    >>> print(f"{ellipsoidal_m2(square).iloc[0] / 1e6:.4f} km²")
    1.0799 km²
    """
    degrees = polygonal(geometry.to_crs(CGCS2000).to_numpy())
    areas = [
        0.0 if shape is None or shape.is_empty else abs(GEOD.geometry_area_perimeter(shape.normalize())[0])
        for shape in degrees
    ]
    return pd.Series(np.array(areas, dtype=float), index=geometry.index)
