"""GeoPackage: each row with its parcel's shape, in the CRS of the parcels."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyproj

SUFFIXES = (".gpkg",)
GEOMETRY = True
LAYER = "assignment"


def write(rows: pa.RecordBatchReader, file: Path, crs: pyproj.CRS) -> None:
    """Write features as they come."""
    import pyogrio  # takes a tenth of a second with pandas, which the other outputs need not wait for

    pyogrio.raw.write_arrow(
        rows,
        file,
        layer=LAYER,
        driver="GPKG",
        geometry_name="geometry",
        geometry_type="Unknown",
        crs=crs.to_wkt(),
    )
