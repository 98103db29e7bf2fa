"""GeoJSON Text Sequence (RFC 8142): one feature a line, so that a reader can begin before the file ends."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pyproj

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.i18n import Text
from yzgeo.export.metadata import LayerMetadata
from yzgeo.spatial.geojson import features, line, refuse_other_crs

TITLE = Text("GeoJSON 文本序列（RFC 8142）", "GeoJSON Text Sequence (RFC 8142)")
SUFFIXES = (".geojsonl", ".geojsons", ".geojsonseq")
RECORD_SEPARATOR = "\x1e"
ROWS_AT_ONCE = 10_000


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write the features one by one; properties and geometry as in GeoJSON.

    Raises
    ------
    InputError
        When another CRS than WGS 84 is asked for, or the file cannot be written.
    """
    refuse_other_crs(crs, file, "GeoJSONSeq")
    with atomic_file(file) as temporary, temporary.open("w", encoding="utf-8", newline="") as stream:
        for start in range(0, len(frame), ROWS_AT_ONCE):
            for feature in features(frame.iloc[start : start + ROWS_AT_ONCE]):
                stream.write(f"{RECORD_SEPARATOR}{line(feature)}\n")
    return []
