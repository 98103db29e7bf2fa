"""Parcels and zones made by hand for the tests of `assign`, and the command run on them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from shapely import box

HOLED = shapely.Polygon(box(121.5, 29.6, 121.53, 29.63).exterior, [box(121.51, 29.61, 121.52, 29.62).exterior])
ZONES = gpd.GeoDataFrame(
    {"zone_id": ["西区", "东区"], "name": ["w", "e"]}, geometry=[HOLED, box(121.53, 29.6, 121.55, 29.63)], crs=4490
)


def parcels(count: int = 400) -> gpd.GeoDataFrame:
    """Small boxes and triangles over and around the zones, some missing, some of two parts."""
    random = np.random.default_rng(4)
    shapes: list[shapely.Geometry | None] = []
    for number, (x, y) in enumerate(random.uniform((121.49, 29.59), (121.56, 29.64), (count, 2))):
        square = box(x, y, x + 1e-3, y + 1e-3)
        kinds = [
            square,
            shapely.Polygon([(x, y), (x + 1e-3, y), (x, y + 2e-3)]),
            shapely.MultiPolygon([square, box(x + 2e-3, y, x + 3e-3, y + 1e-3)]),
        ]
        shapes.append(None if number % 50 == 7 else kinds[number % 3])
    return gpd.GeoDataFrame({"parcel_id": [f"甲{n:03}" for n in range(count)]}, geometry=shapes, crs=4490)


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "yzgeo", "assign", *map(str, arguments)]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, check=False, encoding="utf-8")


def same(rows: pd.DataFrame, expected: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(
        rows[list(expected.columns)].reset_index(drop=True), expected, check_dtype=False, rtol=1e-12, atol=1e-9
    )


def save(frame: gpd.GeoDataFrame, file: Path) -> None:
    if file.suffix == ".parquet":
        frame.to_parquet(file)
    else:
        frame.to_file(file)


def damage_second_group(file: Path) -> Path:
    """A file of parcels with zstd pages, the shapes of its second group of rows overwritten."""
    parcels(300).to_parquet(file, row_group_size=150, compression="zstd")
    metadata = pq.ParquetFile(file).metadata
    place = [str(name) for name in metadata.schema.names].index("geometry")
    column = metadata.row_group(1).column(place)
    content = bytearray(file.read_bytes())
    begin = column.data_page_offset + 60  # behind the header of the page
    content[begin : begin + 400] = b"\xa5" * 400
    file.write_bytes(content)
    return file


def refuse_torn(folder: Path) -> tuple[Path, str]:
    frame = parcels(300)
    table = pa.table(
        {"parcel_id": frame["parcel_id"], "geometry": pa.array([b"\x01\x03\x00\x00\x00\x01"] * 300, pa.binary())}
    )
    geo = {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": []}},
    }
    pq.write_table(table.replace_schema_metadata({"geo": json.dumps(geo)}), folder / "p.parquet")
    return folder / "p.parquet", "a geometry cannot be understood"


def refuse_swapped(folder: Path) -> tuple[Path, str]:
    frame = parcels(300)
    swapped = [
        shape if n < 250 else shapely.transform(shape, lambda xy: xy[:, ::-1]) for n, shape in enumerate(frame.geometry)
    ]
    frame.set_geometry(gpd.GeoSeries(swapped, crs=4490)).to_parquet(folder / "p.parquet")
    return folder / "p.parquet", "p.parquet, row 251: has coordinates that do not fit the CRS"
