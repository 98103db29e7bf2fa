"""CSV with the geometry as text (WKT): UTF-8 with the BOM that spreadsheets want, text in quotes, numbers bare.

Text that a spreadsheet would run as a formula gets an apostrophe in front; nothing else is changed.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pyproj

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import Text
from yzgeo.core.values import json_value
from yzgeo.export.flat_tables import csv_line, flatten, wkt
from yzgeo.export.metadata import LayerMetadata
from yzgeo.spatial.crs import reproject

TITLE = Text("CSV（几何为 WKT）", "CSV (geometry as WKT)")
SUFFIXES = (".csv",)
GEOMETRY = "WKT"
"""The name by which GDAL and QGIS recognise a column of geometry."""


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write a header of the columns' names and a line per feature; missing values are empty.

    Raises
    ------
    InputError
        When the data does not lie in the CRS's area of use, or the file cannot be written.
    """
    changed, warning = reproject(frame, crs)
    table = flatten(changed)
    rows = table.drop(columns=table.geometry.name).assign(**{GEOMETRY: wkt(table.geometry)})
    changes = 0
    with atomic_file(file) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(csv_line([escape_formula(column) for column in rows.columns]))
        for row in rows.itertuples(index=False, name=None):
            cells = [json_value(value) for value in row]
            safe = [escape_formula(value) for value in cells]
            changes += cells != safe
            stream.write(csv_line(safe))
    remarks = [warning] if warning else []
    if changes:
        remarks.append(
            Text(
                f"{changes} 行有以 = + - @（或全角）开头的文字，前面加了单引号，以免表格软件当公式运行",
                f"{changes} rows have text that begins with = + - @: an apostrophe stands before it, or a spreadsheet would run it",
            )
        )
    return remarks
