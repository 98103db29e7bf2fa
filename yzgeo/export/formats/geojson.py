"""GeoJSON as RFC 7946 asks for it: WGS 84, counter-clockwise shells, at most 7 decimals."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pyproj

from yzgeo.core.atomic_write import write_text
from yzgeo.core.i18n import Text
from yzgeo.export.metadata import LayerMetadata
from yzgeo.spatial.geojson import refuse_other_crs, text

TITLE = Text("GeoJSON（RFC 7946）", "GeoJSON (RFC 7946)")
SUFFIXES = (".geojson", ".json")


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write one FeatureCollection.

    Parameters
    ----------
    frame
        Any columns; lists and dicts stay what they are, missing values and geometry become null.
    file
        Written anew as a whole or not at all.
    crs
        WGS 84 or nothing: the format knows no other.

    Raises
    ------
    InputError
        When another CRS is asked for or the file cannot be written.
    """
    refuse_other_crs(crs, file, "GeoJSON")
    write_text(file, text(frame))
    return []
