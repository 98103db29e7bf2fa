"""CSV with the geometry as text (WKT): UTF-8 with the BOM that spreadsheets want, text in quotes, numbers bare.

Text that a spreadsheet would run as a formula gets an apostrophe in front, the only change that is made.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pyproj

from yzgeo.core.atomic_write import replacing
from yzgeo.core.formula_injection import guarded
from yzgeo.core.i18n import Text
from yzgeo.core.values import known
from yzgeo.export.flat_tables import csv_line, flat, wkt
from yzgeo.export.metadata import About
from yzgeo.spatial.crs import reproject

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
    changed, warning = reproject(frame, crs)
    table = flat(changed)
    rows = table.drop(columns=table.geometry.name).assign(**{GEOMETRY: wkt(table.geometry)})
    changes = 0
    with replacing(file) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(csv_line(list(rows.columns)))
        for row in rows.itertuples(index=False, name=None):
            cells = [known(value) for value in row]
            safe = [guarded(value) for value in cells]
            changes += cells != safe
            stream.write(csv_line(safe))
    remarks = [warning] if warning else []
    if changes:
        remarks.append(
            Text(
                f"{changes} 行有以 = + - @ 开头的文字，前面加了单引号，以免表格软件当公式运行",
                f"{changes} rows have text that begins with = + - @: an apostrophe stands before it, or a spreadsheet would run it",
            )
        )
    return remarks
