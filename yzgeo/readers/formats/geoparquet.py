"""GeoParquet."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from yzgeo.core.errors import unreadable
from yzgeo.core.i18n import Text
from yzgeo.core.nesting import refuse_deep_wkb
from yzgeo.readers.source import Source, refuse_empty

TITLE = Text("GeoParquet", "GeoParquet")
SUFFIXES = (".parquet", ".geoparquet")


def read(file: Path, layer: str | None) -> Source:
    """The features, with the coordinates of the file; a plain Parquet table has no geometry."""
    try:
        has_geometry = b"geo" in (pq.read_schema(file).metadata or {})
        if has_geometry:
            _refuse_deep(file)
        frame = gpd.read_parquet(file) if has_geometry else pd.read_parquet(file)
    except (pa.ArrowInvalid, ValueError) as error:
        raise unreadable(file, error) from error
    if frame.empty:
        raise refuse_empty(file)
    frame.index = pd.Index(np.arange(1, len(frame) + 1), name="row")
    if not has_geometry:
        frame = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([None] * len(frame), index=frame.index))
    return Source(frame.rename_geometry("geometry") if frame.geometry.name != "geometry" else frame, [])


def _refuse_deep(file: Path) -> None:
    """Refuse shapes in well-known binary that nest too deep for GEOS."""
    schema = pq.read_schema(file)
    for name in schema.names:
        if pa.types.is_binary(schema.field(name).type) or pa.types.is_large_binary(schema.field(name).type):
            refuse_deep_wkb(pq.read_table(file, columns=[name])[name].to_pylist())
