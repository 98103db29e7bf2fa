"""CSV with the geometry as text (WKT): UTF-8 with the BOM that spreadsheets want, text in quotes, numbers bare.

Text that a spreadsheet would run as a formula gets an apostrophe in front, the only change that is made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import pyproj

from yzgeo.about import About
from yzgeo.crs import moved
from yzgeo.flat_tables import flat, wkt
from yzgeo.formulas import guarded
from yzgeo.i18n import Text
from yzgeo.statistics import known
from yzgeo.writing import replacing

TITLE = Text("CSV（几何为 WKT）", "CSV (geometry as WKT)")
SUFFIXES = (".csv",)
GEOMETRY = "WKT"
"""The name by which GDAL and QGIS know a column of geometry."""


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, about: About) -> list[Text]:
    """Write a header of the columns' names and a line per feature; missing values are empty.

    Raises
    ------
    InputError
        When the data does not lie in the CRS's area of use, or the file cannot be written.
    """
    changed, warning = moved(frame, crs)
    table = flat(changed)
    rows = table.drop(columns=table.geometry.name).assign(**{GEOMETRY: wkt(table.geometry)})
    changes = 0
    with replacing(file) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(line(list(rows.columns)))
        for row in rows.itertuples(index=False, name=None):
            cells = [known(value) for value in row]
            safe = [guarded(value) for value in cells]
            changes += cells != safe
            stream.write(line(safe))
    remarks = [warning] if warning else []
    if changes:
        remarks.append(
            Text(
                f"{changes} 行有以 = + - @ 开头的文字，前面加了单引号，以免表格软件当公式运行",
                f"{changes} rows have text that begins with = + - @: an apostrophe stands before it, or a spreadsheet would run it",
            )
        )
    return remarks


def line(cells: list[Any]) -> str:
    """One line: text in quotes, so that a number written as text stays text; numbers bare; nothing for nothing.

    >>> print(line(["330212", 1.5, None, 'a "b" c']).rstrip())
    "330212",1.5,,"a ""b"" c"
    """
    quoted = ['"' + cell.replace('"', '""') + '"' if isinstance(cell, str) else cell for cell in cells]
    return ",".join("" if cell is None else str(cell) for cell in quoted) + "\r\n"
