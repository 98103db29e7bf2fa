"""CSV tables, in UTF-8, GBK or UTF-16, with comma, semicolon or tab."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from yzgeo.core.errors import unreadable
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode_file
from yzgeo.readers import table_geometry
from yzgeo.readers.source import Source, recoded

TITLE = Text("CSV 表", "CSV table")
SUFFIXES = (".csv", ".tsv")


def read(file: Path, layer: str | None) -> Source:
    """The rows with their areas: from WKT, a cell of coordinates, or a row per point."""
    text, encoding = decode_file(file)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(2**31 - 1)  # the WKT of a zone is longer than the default limit
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise unreadable(file, error) from error
    source = table_geometry.features(file, rows)
    return source._replace(changes=[*source.changes, *recoded(encoding)])
