"""GeoPackage."""

from __future__ import annotations

from pathlib import Path

from yzgeo.core.i18n import Text
from yzgeo.readers.geopackage_snapshot import snapshot
from yzgeo.readers.ogr import filled_layers, read_layer
from yzgeo.readers.source import Source

TITLE = Text("GeoPackage", "GeoPackage")
SUFFIXES = (".gpkg",)


def read(file: Path, layer: str | None) -> Source:
    """The features of one layer, with the coordinates of the file; rows of an open write-ahead log are among them."""
    with snapshot(file) as path:
        return read_layer(file, layer, name=str(path))


def layers(file: Path) -> list[str]:
    """The names of the layers with features."""
    with snapshot(file) as path:
        return filled_layers(str(path))
