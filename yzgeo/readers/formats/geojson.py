"""Read GeoJSON, including the `crs` member that older programs write."""

from __future__ import annotations

from pathlib import Path

from yzgeo.core.i18n import Text
from yzgeo.readers import json_shapes
from yzgeo.readers.ogr import read_layer
from yzgeo.readers.source import Source

TITLE = Text("GeoJSON", "GeoJSON")
SUFFIXES = (".geojson", ".json", ".geojsonl")


def read(file: Path, layer: str | None) -> Source:
    """The features, with the coordinates of the file.

    Raises
    ------
    InputError
        When it cannot be read, has no feature, is not in UTF-8, or has a shape that is not read, as one with curves.
    """
    json_shapes.refuse_other_encoding(file)
    source = read_layer(file, layer)
    json_shapes.refuse_unread(file, source.frame)
    return source
