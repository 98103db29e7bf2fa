"""GeoJSON, with the `crs` member that older programs write understood."""

from __future__ import annotations

from pathlib import Path

from yzgeo.i18n import Text
from yzgeo.source import Source
from yzgeo.vector import read_layer

TITLE = Text("GeoJSON", "GeoJSON")
SUFFIXES = (".geojson", ".json", ".geojsonl")


def read(file: Path, layer: str | None) -> Source:
    """The features as they stand in the file."""
    return read_layer(file, layer)
