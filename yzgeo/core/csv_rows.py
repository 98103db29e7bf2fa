"""Rows of CSV text, with one limit of cells for all readers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_CELL = 2**31 - 1
"""Characters of a cell. The WKT of a zone is longer than the 131,072 that Python allows unless told otherwise."""


class CsvRow(NamedTuple):
    """The cells of a row and the line of the text, from 1, on which it begins."""

    line: int
    cells: list[str]


def csv_rows(text: str, delimiter: str = ",", *, strict: bool = False) -> Iterator[CsvRow]:
    r"""The rows of CSV text; `strict` raises `csv.Error` for quotes out of place.

    >>> for row in csv_rows("a,b\n'1\n2',3\n4,5\n".replace("'", '"')):
    ...     print(row.line, row.cells)
    1 ['a', 'b']
    2 ['1\n2', '3']
    4 ['4', '5']
    """
    # The limit belongs to the process: set here and nowhere else, it is the same whatever was read before.
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    line = 1
    for cells in reader:
        yield CsvRow(line, cells)
        line = reader.line_num + 1
