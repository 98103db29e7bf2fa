"""Spatial bookmarks: one for each zone that has an outline, and one for the whole."""

from __future__ import annotations

import geopandas as gpd
import pyproj
from shapely.geometry.base import BaseGeometry

from yzgeo.core.i18n import Lang, Text
from yzgeo.export.qgis import key

MARGIN = 0.15
"""Room around a zone, as a share of its width and height."""
GROUP = Text("片区", "Zones")


def bookmarks(zones: gpd.GeoDataFrame, crs: pyproj.CRS, lang: Lang) -> list[dict[str, str]]:
    """A bookmark a zone, with its extent in a CRS as a polygon in WKT.

    >>> import shapely
    >>> zones = gpd.GeoDataFrame({"zone_id": ["z"], "name": ["甲区"], "name_en": [None]},
    ...     geometry=[shapely.box(0, 0, 10, 20)], crs="EPSG:4549")
    >>> bookmarks(zones, zones.crs, "zh")[0]["extent"]
    'POLYGON((-1.5 -3.0, 11.5 -3.0, 11.5 23.0, -1.5 23.0, -1.5 -3.0))'
    """
    drawn = zones[zones.geometry.notna()].to_crs(crs)
    marks = []
    for zone_id, name, name_en, shape in zip(
        drawn["zone_id"], drawn["name"], drawn["name_en"], drawn.geometry, strict=True
    ):
        shown = name_en if lang == "en" and isinstance(name_en, str) else name
        marks.append(
            {"id": key(f"bookmark-{zone_id}"), "name": shown, "group": GROUP.of(lang), "extent": _extent(shape)}
        )
    return marks


def _extent(shape: BaseGeometry) -> str:
    west, south, east, north = shape.bounds
    across, up = MARGIN * (east - west), MARGIN * (north - south)
    west, south, east, north = west - across, south - up, east + across, north + up
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return f"POLYGON(({', '.join(f'{x:.1f} {y:.1f}' for x, y in corners)}))"
