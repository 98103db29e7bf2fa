"""GeoPackage."""

from __future__ import annotations

from pathlib import Path

from yzgeo.core.i18n import Text
from yzgeo.readers import field_meanings
from yzgeo.readers.geopackage_snapshot import snapshot
from yzgeo.readers.ogr import filled_layers, only_layer, read_layer
from yzgeo.readers.source import Source

TITLE = Text("GeoPackage", "GeoPackage")
SUFFIXES = (".gpkg",)


def read(file: Path, layer: str | None) -> Source:
    """The features of one layer, with the coordinates of the file; rows of an open write-ahead log are among them.

    Columns are called by their alias, and coded values are in words, where the file has them.
    """
    with snapshot(file) as path:
        source = read_layer(file, layer, name=str(path))
        return field_meanings.applied(source, field_meanings.of_geopackage(path, only_layer(file, layer, str(path))))


def layers(file: Path) -> list[str]:
    """The names of the layers with features."""
    with snapshot(file) as path:
        return filled_layers(str(path))
