"""GeoParquet 1.1: typed columns, lists kept as lists, a column of bounding boxes, the CRS in full."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pyproj

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.i18n import Text
from yzgeo.export.flat_tables import title
from yzgeo.export.metadata import LayerMetadata, statements
from yzgeo.spatial.crs import reproject

TITLE = Text("GeoParquet 1.1", "GeoParquet 1.1")
SUFFIXES = (".parquet", ".geoparquet")
COMPRESSION = "zstd"
ROWS_IN_GROUP = 65_536


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write the features; the metadata of the layer is under the key `yzgeo` of the file metadata.

    Raises
    ------
    InputError
        When the data does not lie in the CRS's area of use, or the file cannot be written.
    """
    import pyarrow.parquet

    changed, warning = reproject(frame, crs)
    embedded = {
        "statements": {heading.en: content for heading, content in statements(metadata, changed.crs)},
        "columns": {name: title(name).of(metadata.lang) for name in changed.columns.drop(changed.geometry.name)},
    }
    with atomic_file(file) as temporary:
        changed.to_parquet(temporary, index=False, schema_version="1.1.0", write_covering_bbox=True, compression=None)
        table = pyarrow.parquet.read_table(temporary)
        schema_metadata = {**table.schema.metadata, b"yzgeo": json.dumps(embedded, ensure_ascii=False).encode("utf-8")}
        pyarrow.parquet.write_table(
            table.replace_schema_metadata(schema_metadata),
            temporary,
            compression=COMPRESSION,
            row_group_size=ROWS_IN_GROUP,
        )
    return [warning] if warning else []
