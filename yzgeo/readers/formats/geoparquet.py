"""GeoParquet, and Parquet whose shapes are of its own geometry types, of GeoArrow, well-known binary, or text."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from yzgeo.core.errors import InputError, unreadable
from yzgeo.core.i18n import Text
from yzgeo.readers import table_geometry
from yzgeo.readers.parquet_geometry import CELLS, contradicts_default, geometry_column, text_cells, to_wkb
from yzgeo.readers.source import GEOMETRY, Change, Source, refuse_empty
from yzgeo.readers.wkb import from_wkb

TITLE = Text("GeoParquet", "GeoParquet")
SUFFIXES = (".parquet", ".geoparquet")
INDEX_COLUMN = "__index_level_"
"""Begins the names of columns in which pandas stores an index that has no name."""

WHOLE = dict.fromkeys(
    (pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32()), pd.Int64Dtype()
)
"""Types of whole numbers that all fit one that knows blanks."""


def read(file: Path, layer: str | None) -> Source:
    """The features, with the coordinates of the file; a table without any shape has none."""
    column = geometry_column(file)
    try:
        table = pq.read_table(file, partitioning=None)
    except (pa.ArrowException, ValueError) as error:
        raise unreadable(file, error) from error
    if not table.num_rows:
        raise refuse_empty(file)
    rows = pd.Index(np.arange(1, table.num_rows + 1), name="row")
    crs = None if column is None else column.crs
    changes: list[Change] = []
    crs_refusal: InputError | None = None
    if column is None:
        shapes = np.full(len(rows), None, dtype=object)
    elif column.encoding == CELLS:
        cells = table_geometry.from_column(file, text_cells(table, [column.name]), column.name)
        shapes, crs = cells.frame.geometry.to_numpy(), cells.frame.crs
        changes, crs_refusal = cells.changes, cells.crs_refusal
    else:
        shapes = from_wkb(file, to_wkb(table[column.name], column.encoding).to_numpy(zero_copy_only=False))
    unused = [name for name in table.column_names if name.startswith(INDEX_COLUMN)]
    table = table.drop_columns(unused if column is None else [*unused, column.name])
    frame = table.to_pandas(ignore_metadata=True).assign(**_whole_with_blanks(table)).set_index(rows)
    if column is not None and contradicts_default(column, shapely.total_bounds(shapes)):
        crs = None
    with_geometry = gpd.GeoDataFrame(frame.assign(**{GEOMETRY: shapes}), geometry=GEOMETRY, crs=crs)
    return Source(with_geometry, changes, crs_refusal=crs_refusal)


def _whole_with_blanks(table: pa.Table) -> dict[str, pd.Series]:
    """The columns of whole numbers with blanks, which pandas would make 1990.0 of 1990."""
    return {
        name: table[name].to_pandas(types_mapper=WHOLE.get)
        for name in table.column_names
        if table[name].type in WHOLE and table[name].null_count
    }
