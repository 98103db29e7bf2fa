"""FlatGeobuf."""

from __future__ import annotations

from pathlib import Path

from yzgeo.core.i18n import Text
from yzgeo.readers.gdal_source import plain_path, require_beginning
from yzgeo.readers.ogr import read_layer
from yzgeo.readers.source import Source

TITLE = Text("FlatGeobuf", "FlatGeobuf")
SUFFIXES = (".fgb",)
BEGINNING = b"fgb\x03fgb"


def read(file: Path, layer: str | None) -> Source:
    """The features of one layer, with the coordinates of the file."""
    require_beginning(file, BEGINNING)
    with plain_path(file) as path:
        return read_layer(file, layer, name=str(path))
