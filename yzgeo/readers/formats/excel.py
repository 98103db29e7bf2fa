"""Read Excel workbooks: the only sheet with content, or the one named."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import closing
from pathlib import Path
from typing import Any

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.readers import table_geometry, table_layout
from yzgeo.readers.source import WHOLE_ROW, Change, Source, refuse_empty
from yzgeo.readers.workbook import Area, Cells, Sheet, Workbook, refuse_uncomputed

TITLE = Text("Excel 表", "Excel table")
SUFFIXES = (".xlsx", ".xlsm")
HIDDEN = Text(
    "隐藏或被筛选掉的行，仍计入；不应计入的，请删去",
    "a row that is hidden or filtered out counts all the same: if it should not, remove it",
)
MERGED = Text("合并的单元格，每行都取其值", "merged cells: each row takes their value")


def read(file: Path, layer: str | None) -> Source:
    """The rows of one sheet with their areas: WKT, a cell of coordinates, or a row per point; formulas by last value.

    Raises
    ------
    InputError
        When several sheets have content and none is named, or a formula was never computed.
    """
    with closing(Workbook(file)) as book:
        sheet = _sheet(file, book, layer)
    refuse_uncomputed(file, sheet)
    merged = list(dict.fromkeys(sheet.merged))  # an area that is written twice is one
    spread = _spread_merged(sheet.cells, merged)
    rows = [(row, [cells.get(column) for column in range(1, max(cells) + 1)]) for row, cells in sheet.cells.items()]
    source = table_geometry.features(file, rows, [_from_zero(area) for area in merged])
    first = source.frame.index.min()
    of_features = [Change(area.top, area.text, "", value, MERGED) for area, value in spread if area.bottom >= first]
    hidden = [_hidden(row, cells) for row, cells in rows if row in sheet.hidden and row in source.frame.index]
    return source._replace(changes=[*of_features, *source.changes, *hidden])


def layers(file: Path) -> list[str]:
    """The names of the visible sheets with content."""
    with closing(Workbook(file)) as book:
        return list(_filled(book))


def _hidden(row: int, cells: list[Any]) -> Change:
    text = "；".join(str(cell) for cell in cells if table_layout.has_value(cell))
    return Change(row, WHOLE_ROW, text, text, HIDDEN)


def _from_zero(area: Area) -> tuple[int, int, int, int]:
    """Top and bottom row, first and last position of a merged area."""
    return area.top, area.bottom, area.left - 1, area.right - 1


def _spread_merged(cells: Cells, merged: list[Area]) -> list[tuple[Area, Any]]:
    """Give each row the value of a cell merged down a column; only rows with other values, only where they have none."""
    spread = []
    filled_rows = sorted(cells)
    empty_by_column: dict[int, list[int]] = {}
    for area in merged:
        value = cells.get(area.top, {}).get(area.left)
        if area.left != area.right or area.top == area.bottom or value is None:
            continue
        if area.left not in empty_by_column:
            empty_by_column[area.left] = [row for row in filled_rows if area.left not in cells[row]]
        still_empty = empty_by_column[area.left]
        # Areas may overlap in a file that no spreadsheet wrote: what one has filled the next does not walk again.
        inside = slice(bisect_right(still_empty, area.top), bisect_right(still_empty, area.bottom))
        empty = still_empty[inside]
        del still_empty[inside]
        for row in empty:
            cells[row][area.left] = value
        if empty:
            spread.append((area, value))
    return spread


def _sheet(file: Path, book: Workbook, sheet_name: str | None) -> Sheet:
    if sheet_name is not None:
        names = list(book.visible)
        if sheet_name not in names:
            raise InputError(
                Text(f"没有工作表“{sheet_name}”", f"has no sheet '{sheet_name}'"),
                Text(f"取其一：{'、'.join(names)}", f"use one of these: {', '.join(names)}"),
                parameter=Parameter("layer"),
                file=str(file),
            )
        return book.sheet(sheet_name)
    filled = _filled(book)
    if not filled:
        raise refuse_empty(file)
    if len(filled) > 1:
        raise InputError(
            Text(f"有 {len(filled)} 张有内容的工作表", f"has {len(filled)} sheets with content"),
            Text(f"取其一：{'、'.join(filled)}", f"use one of these: {', '.join(filled)}"),
            parameter=Parameter("layer", other="all_layers"),
            file=str(file),
        )
    return next(iter(filled.values()))


def _filled(book: Workbook) -> dict[str, Sheet]:
    """The visible sheets with content, by name."""
    names = [name for name, visible in book.visible.items() if visible]
    return {name: sheet for name in names if (sheet := book.sheet(name)).cells or sheet.uncomputed}
