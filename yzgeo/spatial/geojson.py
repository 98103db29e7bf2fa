"""GeoJSON as RFC 7946 defines it: https://datatracker.ietf.org/doc/html/rfc7946."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.values import json_value
from yzgeo.core.visible_text import in_json
from yzgeo.spatial.crs import WGS84

DECIMALS = 7
"""1e-7 degree is about 1 cm."""


def text(frame: gpd.GeoDataFrame, members: dict[str, Any] | None = None) -> str:
    """The FeatureCollection as text, one feature a line; `members` are further ones of the collection (6.1)."""
    lines = ",\n".join(map(line, features(frame)))
    more = "".join(f",\n{line(name)}: {line(value)}" for name, value in (members or {}).items())
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]{more}}}\n'


def line(feature: Any) -> str:
    """A feature, or another value, as one line of JSON; what a terminal or a log would obey is escaped."""
    return in_json(json.dumps(feature, ensure_ascii=False, allow_nan=False))


def features(frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """The features of the collection.

    >>> from shapely import box
    >>> clockwise = box(121.123456789, 29, 122, 30, ccw=False)
    >>> feature = features(gpd.GeoDataFrame({"name": ["a"]}, geometry=[clockwise], crs="EPSG:4490"))[0]
    >>> print(f"{feature['geometry']['type']} {feature['geometry']['coordinates'][0][0]}")
    Polygon (121.1234568, 29.0)
    """
    shapes = frame.geometry.to_crs(WGS84).to_numpy()
    rounded = shapely.transform(shapes, lambda coordinates: np.round(coordinates, DECIMALS))
    oriented = shapely.orient_polygons(rounded)
    properties = frame.drop(columns=frame.geometry.name)
    return [
        {
            "type": "Feature",
            "properties": {column: json_value(value) for column, value in row.items()},
            "geometry": None if shape is None or shape.is_empty else shapely.geometry.mapping(shape),
        }
        for row, shape in zip(properties.to_dict("records"), oriented, strict=True)
    ]


def refuse_other_crs(crs: pyproj.CRS | None, file: Path, form: str) -> None:
    """Refuse any CRS but WGS 84, the only one that the format `form` knows."""
    if crs is not None and crs != pyproj.CRS(WGS84):
        raise InputError(
            Text(
                f"{form} 只用 WGS 84，不能写成 {crs.name}",
                f"{form} is WGS 84 only, it cannot be written in {crs.name}",
            ),
            Text("不指明坐标系", "name no CRS"),
            file=str(file),
            parameter=Parameter("crs"),
        )
