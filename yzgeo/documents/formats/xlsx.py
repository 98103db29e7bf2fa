"""Read workbooks of annexes: a sheet is a table under its name, its formulas by their last values."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.documents.block import HIDDEN, Block, row_of
from yzgeo.documents.table_heads import filled, is_over
from yzgeo.documents.xml_parts import Parts
from yzgeo.readers.workbook import Sheet, Workbook, refuse_uncomputed

TITLE = Text("Excel 表", "Excel table")
SUFFIXES = (".xlsx", ".xlsm")
MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
UNNAMED = re.compile(r"(?:sheet|工作表)\s*\d*", re.IGNORECASE)
BREAK = re.compile(r" *\r?\n *")
"""A line break in a cell, which its author made, since a workbook wraps lines itself: what it parts stays apart."""
DIGITS = 15
"""Significant digits that Excel keeps."""


def read(file: Path) -> list[Block]:
    """The rows of all sheets: what stands alone above a table is a paragraph, hidden sheets are kept apart.

    Raises
    ------
    InputError
        When a formula was never computed, or a sheet is wider than any annex.
    """
    with closing(Parts(file)):
        pass  # refuses what is encrypted, with a better remedy
    blocks: list[Block] = []
    with closing(Workbook(file)) as book:
        for table, (name, visible) in enumerate(book.visible.items()):
            sheet = book.sheet(name)
            _refuse(file, name, sheet)
            if sheet.cells:
                of_sheet = list(_blocks(name if visible else "", sheet, table))
                blocks += of_sheet if visible else [Block(HIDDEN, block.text) for block in of_sheet]
    return blocks


def _refuse(file: Path, name: str, sheet: Sheet) -> None:
    refuse_uncomputed(file, sheet)
    width = max((max(cells) for cells in sheet.cells.values()), default=0)
    if width > MOST_COLUMNS or width * len(sheet.cells) > MOST_CELLS:
        raise InputError(
            Text(
                f"工作表“{name}”有 {width:,} 列、{len(sheet.cells):,} 行",
                f"sheet '{name}' has {width:,} columns and {len(sheet.cells):,} rows",
            ),
            Text("只留规划的附表，另存后再读入", "keep the plan's annexes alone, save and give that"),
            file=str(file),
        )


def _blocks(name: str, sheet: Sheet, table: int) -> Iterator[Block]:
    """The paragraphs above the table of a sheet, and its rows; a sheet whose title is not in its cells has its name."""
    first, last = min(min(cells) for cells in sheet.cells.values()), max(max(cells) for cells in sheet.cells.values())
    rows = [tuple(_text(sheet, row, column) for column in range(first, last + 1)) for row in sorted(sheet.cells)]
    rows = [row for row in rows if filled(row)]
    titles = 0
    while titles < len(rows) and len(rows[titles]) > 1 and is_over(rows[titles]):
        titles += 1
    if titles == len(rows):  # a sheet of text
        yield from (
            Block("paragraph", line)
            for row in rows
            for cell in filled(row)
            for line in cell.split("\n")
            if line.strip()
        )
        return
    if name and not titles and not UNNAMED.fullmatch(name):
        yield Block("paragraph", name)
    for row in rows[:titles]:
        yield from (
            Block("paragraph", line.strip()) for cell in filled(row) for line in cell.split("\n") if line.strip()
        )
    yield from (row_of(row, table, at) for at, row in enumerate(rows[titles:]))


def _text(sheet: Sheet, row: int, column: int) -> str:
    """A cell as it is printed: numbers without the dust of floating point, percentages as such, dates as dates."""
    value: Any = sheet.cells[row].get(column)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, int | float):
        percent = (row, column) in sheet.percents
        return _number(value * 100 if percent else value) + ("%" if percent else "")
    return BREAK.sub(" \n", str(value).replace("\t", " ").strip())


def _number(value: float) -> str:
    """A number without needless zeros.

    >>> _number(0.1 + 0.2), _number(5.0), _number(1e15)
    ('0.3', '5', '1000000000000000')
    """
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    if float(value).is_integer():
        return str(int(value))
    text = f"{value:.{DIGITS}g}"
    return f"{value:.{DIGITS}f}".rstrip("0") if "e" in text else text
