"""Read GeoJSON, including the `crs` member that older programs write."""

from __future__ import annotations

from pathlib import Path

from yzgeo.core.i18n import Text
from yzgeo.readers.ogr import read_layer
from yzgeo.readers.source import Source

TITLE = Text("GeoJSON", "GeoJSON")
SUFFIXES = (".geojson", ".json", ".geojsonl")


def read(file: Path, layer: str | None) -> Source:
    """The features, with the coordinates of the file."""
    return read_layer(file, layer)
