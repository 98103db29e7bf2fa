"""Read Excel workbooks: the only sheet with content, or the one named."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from yzgeo.core.errors import InputError, Parameter, unreadable
from yzgeo.core.i18n import Text
from yzgeo.readers import table_geometry
from yzgeo.readers.source import Change, Source, refuse_empty

TITLE = Text("Excel 表", "Excel table")
SUFFIXES = (".xlsx", ".xlsm")
MERGED = Text("合并的单元格，每行都取其值", "merged cells: each row takes their value")


def read(file: Path, layer: str | None) -> Source:
    """The rows of one sheet with their areas: WKT, a cell of coordinates, or a row per point; formulas by last value.

    Raises
    ------
    InputError
        When several sheets have content and none is named, or a formula was never computed.
    """
    try:
        with warnings.catch_warnings(
            action="ignore", category=UserWarning
        ):  # styles and validations that nothing here uses
            values = openpyxl.load_workbook(file, data_only=True)
            formulas = openpyxl.load_workbook(file)
    except (zipfile.BadZipFile, KeyError, ValueError, openpyxl.utils.exceptions.InvalidFileException) as error:
        raise unreadable(file, error) from error
    sheet = _sheet(file, values, layer)
    _refuse_uncomputed(file, sheet, formulas[sheet.title])
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    changes = []
    for merged in sheet.merged_cells.ranges:
        value = rows[merged.min_row - 1][merged.min_col - 1]
        if merged.max_row > merged.min_row and merged.min_col == merged.max_col and value is not None:
            for row in range(merged.min_row, merged.max_row):
                rows[row][merged.min_col - 1] = value
            changes.append(Change(merged.min_row, merged.coord, "", value, MERGED))
    source = table_geometry.features(file, rows)
    return source._replace(changes=[*changes, *source.changes])


def _sheet(file: Path, book: Any, sheet_name: str | None) -> Worksheet:
    sheets = {sheet.title: sheet for sheet in book.worksheets if sheet_name or sheet.sheet_state == "visible"}
    if sheet_name is not None and sheet_name not in sheets:
        raise InputError(
            Text(f"没有工作表“{sheet_name}”", f"has no sheet '{sheet_name}'"),
            Text(f"取其一：{'、'.join(sheets)}", f"use one of these: {', '.join(sheets)}"),
            parameter=Parameter("layer"),
            file=str(file),
        )
    if sheet_name is not None:
        return sheets[sheet_name]
    filled = [
        sheet
        for sheet in sheets.values()
        if any(any(c is not None for c in r) for r in sheet.iter_rows(values_only=True))
    ]
    if not filled:
        raise refuse_empty(file)
    if len(filled) > 1:
        names = [sheet.title for sheet in filled]
        raise InputError(
            Text(f"有 {len(filled)} 张有内容的工作表", f"has {len(filled)} sheets with content"),
            Text(f"取其一：{'、'.join(names)}", f"use one of these: {', '.join(names)}"),
            parameter=Parameter("layer"),
            file=str(file),
        )
    return filled[0]


def _refuse_uncomputed(file: Path, values: Worksheet, formulas: Worksheet) -> None:
    for row in formulas.iter_rows():
        for cell in row:
            if cell.data_type == "f" and values.cell(cell.row, cell.column).value is None:
                raise InputError(
                    Text("公式没有算出的值", "this formula has never been computed"),
                    Text("在 Excel 或 WPS 中打开、保存一次", "open the file in Excel or WPS and save it once"),
                    file=str(file), row=cell.row, column=cell.column_letter,
                )  # fmt: skip
