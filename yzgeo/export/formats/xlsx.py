"""Write a workbook: numbers are numbers, text is text and never a formula, the heading stays in view.

There is one sheet with the columns' own names, so that other programs can read it. The title of a column is in the
comment on its heading; plan, datum, date and sources are in the properties of the workbook.
"""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyproj

from yzgeo.core.atomic_write import write_bytes
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.values import json_value
from yzgeo.core.xml_text import allowed
from yzgeo.export.flat_tables import flatten, split_long_text, title, wkt
from yzgeo.export.metadata import LayerMetadata, description
from yzgeo.spatial.crs import reproject

TITLE = Text("XLSX 电子表格（几何为 WKT）", "XLSX workbook (geometry as WKT)")
SUFFIXES = (".xlsx",)
GEOMETRY = "WKT"
MOST_BYTES = 2 * 32_767
"""A cell holds 32,767 characters of UTF-16."""
MOST_ROWS = 1_048_575
WIDEST_PX = 420
CONTINUED = Text("接续", "continues")


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write the sheet of features; text too long for a cell goes on in a further column.

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
    changed, warning = reproject(frame, crs)
    table = flatten(changed)
    table[GEOMETRY] = wkt(table.geometry)
    table, origins = split_long_text(table, MOST_BYTES, "utf-16-le")
    cells = table.drop(columns=table.geometry.name)
    write_bytes(file, _workbook(cells, origins, metadata, changed.crs))
    return [warning] if warning else []


def _workbook(cells: pd.DataFrame, origins: dict[str, str], metadata: LayerMetadata, crs: pyproj.CRS) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        content,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    created = datetime.datetime.combine(metadata.date, datetime.time())
    workbook.set_properties(
        {
            "created": created,
            "title": allowed(metadata.plan.of(metadata.lang)),
            "subject": metadata.title.of(metadata.lang),
            "author": allowed(metadata.authority.of(metadata.lang)),
            "comments": allowed(description(metadata, crs)),
        }
    )
    bold = workbook.add_format({"bold": True, "bottom": 1})
    sheet = workbook.add_worksheet(metadata.layer[:31])
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(cells):
        sheet.write_string(0, place, name, bold)
        origin = origins.get(name)
        meaning = f"{CONTINUED.of(metadata.lang)} {origin}" if origin else title(name).of(metadata.lang)
        sheet.write_comment(0, place, meaning, {"author": allowed(metadata.authority.of(metadata.lang))})
        for number, value in enumerate(cells[name], start=1):
            _put(sheet, number, place, json_value(value))
    sheet.autofit(WIDEST_PX)
    sheet.autofilter(0, 0, len(cells), len(cells.columns) - 1)
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
