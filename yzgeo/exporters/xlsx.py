"""A workbook: numbers are numbers, text is text and never a formula, the heading stays in view.

The first sheet holds the features under the columns' own names, so that other programs can read it; the second
says what the columns mean and where the data is from.
"""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyproj

from yzgeo.about import About, statements
from yzgeo.crs import moved
from yzgeo.errors import InputError
from yzgeo.flat import continued, flat, title, wkt
from yzgeo.i18n import Text
from yzgeo.statistics import known
from yzgeo.writing import write_bytes

TITLE = Text("XLSX 电子表格（几何为 WKT）", "XLSX workbook (geometry as WKT)")
SUFFIXES = (".xlsx",)
GEOMETRY = "WKT"
MOST_BYTES = 2 * 32_767
"""A cell holds 32,767 characters of UTF-16."""
MOST_ROWS = 1_048_575
WIDEST_PX = 420
NOTES = Text("说明", "notes")
HEADINGS = (Text("列", "column"), Text("含义", "meaning"), Text("类型", "type"))
TYPES = {"str": Text("文字", "text"), "number": Text("数", "number")}
CONTINUED = Text("接续", "continues")


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, about: About) -> list[Text]:
    """Write the sheet of features and the sheet of notes; text too long for a cell goes on in a further column.

    Raises
    ------
    InputError
        When there are more features than a sheet has rows, the data does not lie in the CRS's area of use, or
        the file cannot be written.
    """
    if len(frame) > MOST_ROWS:
        raise InputError(
            Text(
                f"有 {len(frame)} 个要素，一张表最多 {MOST_ROWS} 行",
                f"has {len(frame)} features, a sheet {MOST_ROWS} rows",
            ),
            Text("改用 .gpkg、.parquet 或 .csv", "use .gpkg, .parquet or .csv"),
            file=str(file),
        )
    changed, warning = moved(frame, crs)
    table = flat(changed)
    table[GEOMETRY] = wkt(table.geometry)
    table, origins = continued(table, MOST_BYTES, "utf-16-le")
    cells = table.drop(columns=table.geometry.name)
    write_bytes(file, _workbook(cells, origins, about, changed.crs))
    return [warning] if warning else []


def _workbook(cells: pd.DataFrame, origins: dict[str, str], about: About, crs: pyproj.CRS) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        content,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    created = datetime.datetime.combine(about.date, datetime.time())
    workbook.set_properties(
        {"created": created, "title": about.plan.of(about.lang), "subject": about.title.of(about.lang)}
    )
    bold = workbook.add_format({"bold": True, "bottom": 1})
    sheet = workbook.add_worksheet(about.layer[:31])
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(cells):
        sheet.write_string(0, place, name, bold)
        for number, value in enumerate(cells[name], start=1):
            _put(sheet, number, place, known(value))
    sheet.autofit(WIDEST_PX)
    sheet.autofilter(0, 0, len(cells), len(cells.columns) - 1)
    notes = workbook.add_worksheet(NOTES.of(about.lang))
    said = [(heading.of(about.lang), content) for heading, content in statements(about, crs)]
    for number, line in enumerate(said):
        for place, text in enumerate(line):
            notes.write_string(number, place, text, bold if place == 0 else None)
    start = len(said) + 1
    for place, heading in enumerate(HEADINGS):
        notes.write_string(start, place, heading.of(about.lang), bold)
    for number, name in enumerate(cells, start=start + 1):
        origin = origins.get(name)
        meaning = f"{CONTINUED.of(about.lang)} {origin}" if origin else title(name).of(about.lang)
        kind = TYPES["str" if cells[name].dtype == "str" else "number"].of(about.lang)
        for place, text in enumerate((name, meaning, kind)):
            notes.write_string(number, place, text)
    notes.autofit(WIDEST_PX)
    workbook.close()
    return content.getvalue()


def _put(sheet: Any, row: int, column: int, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, str(value))
