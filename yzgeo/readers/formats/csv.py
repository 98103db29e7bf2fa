"""CSV tables, in UTF-8, GBK or UTF-16, with comma, semicolon or tab."""

from __future__ import annotations

import csv
import itertools
from collections import Counter
from pathlib import Path

from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError
from yzgeo.core.formula_injection import unescape_formula
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode_file
from yzgeo.readers import table_geometry
from yzgeo.readers.source import Source, recoded

TITLE = Text("CSV 表", "CSV table")
SUFFIXES = (".csv", ".tsv")
DELIMITERS = (",", ";", "\t")
SNIFFED, SNIFFED_ROWS = 100_000, 20
"""Characters and rows by which the separator is told."""


def read(file: Path, layer: str | None) -> Source:
    """The rows with their areas: from WKT, a cell of coordinates, or a row per point."""
    text, encoding = decode_file(file)
    if "\0" in text:
        raise InputError(
            Text("含有空字符（NUL），不是完整的文本", "holds NUL characters, so it is no complete text"),
            Text("重新导出为 CSV", "export it to CSV again"),
            file=str(file), row=text[: text.index("\0")].count("\n") + 1,
        )  # fmt: skip
    rows = _records(file, text, _delimiter(text))
    source = table_geometry.features(file, list(enumerate(rows, start=1)))
    return source._replace(changes=[*source.changes, *recoded(encoding)])


def _delimiter(text: str) -> str:
    """The separator that divides most of the first rows into the same number of columns; a title may have none."""
    agreement = {}
    for delimiter in DELIMITERS:
        rows = csv_rows(text[:SNIFFED], delimiter)
        widths = Counter(len(row.cells) for row in itertools.islice(rows, SNIFFED_ROWS))
        agreement[delimiter] = max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))
    return max(DELIMITERS, key=lambda delimiter: agreement[delimiter])


def _records(file: Path, text: str, delimiter: str) -> list[list[str]]:
    rows = []
    try:
        for row in csv_rows(text, delimiter, strict=True):
            rows.append([unescape_formula(cell) for cell in row.cells])
    except csv.Error as error:
        raise InputError(
            Text(f"读不出来，引号不成对或位置不对（{error}）", f"cannot be read, a quote is open or out of place ({error})"),
            Text("补上引号，格内的引号写两个", "close it, and write a quote within a cell twice"),
            file=str(file), row=len(rows) + 1,
        ) from error  # fmt: skip
    return rows
