"""GeoJSON as RFC 7946 asks for it (WGS 84): each row with its parcel's shape."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyproj

SUFFIXES = (".geojson",)
GEOMETRY = True
LAYER = "assignment"
"""Else GDAL would take the name of the file, which is a passing one."""


def write(rows: pa.RecordBatchReader, file: Path, crs: pyproj.CRS) -> None:
    """Write features as they come."""
    import pyogrio  # takes a tenth of a second with pandas, which the other outputs need not wait for

    pyogrio.raw.write_arrow(
        rows,
        file,
        layer=LAYER,
        driver="GeoJSON",
        geometry_name="geometry",
        geometry_type="Unknown",
        crs=crs.to_wkt(),
        layer_options={"RFC7946": "YES"},
    )
