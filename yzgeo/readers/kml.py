"""KML and KMZ, as Google Earth, Ovital and phones write them."""

from __future__ import annotations

from pathlib import Path

from yzgeo.i18n import Text
from yzgeo.source import ALL_ROWS, Change, Source
from yzgeo.vector import read_layer

TITLE = Text("KML、KMZ", "KML, KMZ")
SUFFIXES = (".kml", ".kmz")
OF_DRAWING = ("timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon")
"""Columns that the reading library fills with how to draw a feature."""


def read(file: Path, layer: str | None) -> Source:
    """The features with their name, description and extended data; how they were drawn is left out."""
    source = read_layer(file, layer)
    drawing = [column for column in OF_DRAWING if column in source.frame]
    frame = source.frame.drop(columns=drawing)
    why = Text("只是画法，未读入", "tells how to draw, and is not read")
    filled = [
        column for column in ("timestamp", "begin", "end") if column in drawing and source.frame[column].notna().any()
    ]
    return Source(frame, [*source.changes, *(Change(ALL_ROWS, column, "", "", why) for column in filled)])
