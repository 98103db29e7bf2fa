"""KML and KMZ, as Google Earth, Ovital and phones write them."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.readers.ogr import read_layer
from yzgeo.readers.source import ALL_ROWS, GBK_READ, Change, Source

TITLE = Text("KML、KMZ", "KML, KMZ")
SUFFIXES = (".kml", ".kmz")
OF_DRAWING = ("timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon")
"""Columns of symbology and view that GDAL fills."""
DECLARED = re.compile(rb"""encoding\s*=\s*["']([^"']+)["']""")
HEAD = 200
"""The XML declaration stands in the first so many bytes."""


def read(file: Path, layer: str | None) -> Source:
    """The features with name, description and extended data, without symbology."""
    with _in_utf_8(file) as (readable, changes):
        try:
            source = read_layer(readable, layer)
        except InputError as error:
            raise error.at(file=str(file)) from error
    drawing = [column for column in OF_DRAWING if column in source.frame]
    frame = source.frame.drop(columns=drawing)
    why = Text("只是画法，未读入", "tells how to draw, and is not read")
    filled = [
        column for column in ("timestamp", "begin", "end") if column in drawing and source.frame[column].notna().any()
    ]
    return Source(frame, [*changes, *source.changes, *(Change(ALL_ROWS, column, "", "", why) for column in filled)])


@contextmanager
def _in_utf_8(file: Path) -> Iterator[tuple[Path, list[Change]]]:
    """The file, or a temporary copy in UTF-8 of a file in GBK, which the XML library of GDAL cannot read."""
    content = file.read_bytes() if file.suffix.lower() == ".kml" else b""
    declared = DECLARED.search(content[:HEAD])
    if declared is None or not declared[1].lower().startswith(b"gb"):
        yield file, []
        return
    text = content.decode("gb18030", "replace").encode("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, file.name)
        copy.write_bytes(DECLARED.sub(b'encoding="UTF-8"', text, count=1))
        yield copy, [Change(ALL_ROWS, "encoding", declared[1].decode("ascii", "replace"), "UTF-8", GBK_READ)]
