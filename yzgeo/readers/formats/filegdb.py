"""Esri file geodatabase."""

from __future__ import annotations

from pathlib import Path

from yzgeo.core.i18n import Text
from yzgeo.readers.ogr import read_layer
from yzgeo.readers.source import Source

TITLE = Text("Esri 文件地理数据库", "Esri file geodatabase")
SUFFIXES = (".gdb",)


def read(file: Path, layer: str | None) -> Source:
    """The features of one layer, with the coordinates of the file."""
    return read_layer(file, layer)
