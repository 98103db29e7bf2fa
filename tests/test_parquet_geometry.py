"""Shapes of Parquet, however they are written, are the same shapes in `import` and in `assign`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import pytest
import shapely
from shapely import box

from yzgeo.assignment.parcel_source import open_parcels
from yzgeo.core.errors import InputError
from yzgeo.readers import reading

HOLED = shapely.Polygon(
    [(121.52, 29.76), (121.53, 29.76), (121.53, 29.77), (121.52, 29.77)],
    [[(121.523, 29.763), (121.523, 29.767), (121.527, 29.767), (121.527, 29.763)]],
)
SHAPES = [HOLED, None, box(121.54, 29.76, 121.545, 29.765)]
NUMBERS = ["甲", "乙", "丙"]
WKB = [None if shape is None else shapely.to_wkb(shape) for shape in SHAPES]
NEAR = gpd.GeoSeries([box(121.5, 29.7, 121.6, 29.8)], crs=4490)


def binary(kind: pa.DataType, about: dict[bytes, bytes] | None = None) -> pa.Table:
    fields = [pa.field("parcel_id", pa.string()), pa.field("geom", kind, metadata=about)]
    return pa.table([NUMBERS, pa.array(WKB, kind)], schema=pa.schema(fields))


def text(name: str, cells: Sequence[str | None], kind: pa.DataType | None = None) -> pa.Table:
    return pa.table({"parcel_id": NUMBERS, name: pa.array(list(cells), kind or pa.string())})


def by_geopandas(folder: Path, crs: int | None = 4490, **options: object) -> Path:
    frame = gpd.GeoDataFrame({"parcel_id": NUMBERS}, geometry=SHAPES, crs=4490)
    frame = frame.set_crs(None, allow_override=True) if crs is None else frame.to_crs(crs)
    frame.to_parquet(folder / "p.parquet", **options)
    return folder / "p.parquet"


def written(folder: Path, table: pa.Table) -> Path:
    pq.write_table(table, folder / "p.parquet")
    return folder / "p.parquet"


class Wkb(pa.ExtensionType):
    """The type that pyarrow writes as GEOMETRY, or GEOGRAPHY, of Parquet."""

    def __init__(self, about: str) -> None:
        self.about = about
        super().__init__(pa.binary(), "geoarrow.wkb")

    def __arrow_ext_serialize__(self) -> bytes:
        return self.about.encode()

    @classmethod
    def __arrow_ext_deserialize__(cls, storage_type: pa.DataType, serialized: bytes) -> Wkb:
        return cls(serialized.decode())


def native(folder: Path, about: str) -> Path:
    shapes = pa.ExtensionArray.from_storage(Wkb(about), pa.array(WKB, pa.binary()))
    pq.write_table(pa.table({"parcel_id": NUMBERS, "outline": shapes}), folder / "p.parquet", store_schema=False)
    column = pq.ParquetFile(folder / "p.parquet").schema.column(1)
    assert column.logical_type.type == ("GEOGRAPHY" if "spherical" in about else "GEOMETRY")
    return folder / "p.parquet"


def geoarrow_wkb(folder: Path) -> Path:
    about = {b"ARROW:extension:name": b"geoarrow.wkb", b"ARROW:extension:metadata": b'{"crs": "EPSG:4490"}'}
    return written(folder, binary(pa.binary(), about))


def nested_without_metadata(folder: Path) -> Path:
    table = pq.read_table(by_geopandas(folder, geometry_encoding="geoarrow"))
    return written(folder, table.replace_schema_metadata(None))


WAYS: dict[str, Callable[[Path], Path]] = {
    "GeoParquet": by_geopandas,
    "GeoParquet on a grid": lambda folder: by_geopandas(folder, 4549),
    "GeoParquet of unknown CRS": lambda folder: by_geopandas(folder, None),
    "bounds of each feature": lambda folder: by_geopandas(folder, write_covering_bbox=True, schema_version="1.1.0"),
    "nested lists": lambda folder: by_geopandas(folder, geometry_encoding="geoarrow", schema_version="1.1.0"),
    "nested lists of GeoArrow alone": nested_without_metadata,
    "plain binary": lambda folder: written(folder, binary(pa.binary())),
    "large binary": lambda folder: written(folder, binary(pa.large_binary())),
    "binary of GeoArrow": geoarrow_wkb,
    "WKT": lambda folder: written(folder, text("geometry", shapely.to_wkt(SHAPES, rounding_precision=-1))),
    "WKT with a CRS": lambda folder: written(
        folder, text("the_geom", [None if wkt is None else f"SRID=4490;{wkt}" for wkt in shapely.to_wkt(SHAPES)])
    ),
    "hexadecimal WKB": lambda folder: written(folder, text("wkt", shapely.to_wkb(SHAPES, hex=True))),
    "WKT of any name": lambda folder: written(folder, text("outline", shapely.to_wkt(SHAPES, rounding_precision=-1))),
    "GeoJSON of any name": lambda folder: written(folder, text("footprint", shapely.to_geojson(SHAPES))),
    "WKT as a dictionary": lambda folder: written(
        folder, text("geom", shapely.to_wkt(SHAPES, rounding_precision=-1), pa.dictionary(pa.int32(), pa.string()))
    ),
    "GEOMETRY": lambda folder: native(folder, "{}"),
    "GEOMETRY with a CRS": lambda folder: native(folder, json.dumps({"crs": pyproj.CRS(4490).to_json_dict()})),
    "GEOGRAPHY": lambda folder: native(folder, '{"edges": "spherical"}'),
}


@pytest.mark.parametrize("way", WAYS)
def test_shapes_come_alike_into_import_and_assign(way: str, tmp_path: Path) -> None:
    check_alike(WAYS[way](tmp_path))


def check_alike(file: Path) -> None:
    read = reading.read(file, near=NEAR).frame
    assert read["parcel_id"].tolist() == NUMBERS
    assert read.geometry.isna().tolist() == [False, True, False]
    assert shapely.hausdorff_distance(read.geometry.iloc[0], HOLED) < 1e-8
    assert len(read.geometry.iloc[0].interiors) == 1
    source = open_parcels(file, near=lambda: NEAR)
    batches = pa.Table.from_batches(source.batches())
    shapes = gpd.GeoSeries(shapely.from_wkb(batches["geometry"].to_pylist()), crs=source.crs).to_crs(4490)
    assert batches["parcel_id"].to_pylist() == NUMBERS
    assert shapes.isna().tolist() == [False, True, False]
    assert np.allclose(shapes.dropna().bounds, read.geometry.dropna().bounds, atol=1e-9)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("geometry", ['{"type": "Topology", "arcs": []}', None, None]),
        ("the_geom", ["somewhere", None, None]),
        ("geom", [b"\x09 no shape", None, None]),
        ("geometry", [{"ring": 1}, None, None]),
    ],
)
def test_a_column_of_shapes_that_cannot_be_read_is_refused(name: str, cells: list[object], tmp_path: Path) -> None:
    file = written(tmp_path, pa.table({"parcel_id": NUMBERS, name: cells}))
    for opened in (lambda: reading.read(file), lambda: open_parcels(file, crs="EPSG:4490")):
        with pytest.raises(
            InputError, match=rf"p\.parquet, row 1, column {name}: (is no shape that|should hold shapes)"
        ):
            opened()


def test_a_table_without_a_column_of_shapes_has_none(tmp_path: Path) -> None:
    file = written(tmp_path, text("note", ["POINT", "", None]))
    assert reading.read(file).frame.geometry.isna().all()


def test_slices_of_nested_lists_keep_their_shapes(tmp_path: Path) -> None:
    file = by_geopandas(tmp_path, geometry_encoding="geoarrow", schema_version="1.1.0")
    batches = list(open_parcels(file, at_once=1).batches())
    assert [batch["geometry"].null_count for batch in batches] == [0, 1, 0]
    assert shapely.equals(shapely.from_wkb(batches[2]["geometry"][0].as_py()), SHAPES[2])


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("crs", 5),
        ("crs", {"type": "no CRS"}),
        ("encoding", "BOGUS"),
        ("encoding", "polygon"),
        ("encoding", None),
        ("primary_column", "no column"),
        ("primary_column", ["geometry"]),
        ("columns", []),
        ("columns", {"geometry": 1}),
    ],
)
def test_metadata_that_is_wrong_is_named(member: str, value: object, tmp_path: Path) -> None:
    table = pq.read_table(by_geopandas(tmp_path))
    geo = json.loads(table.schema.metadata[b"geo"])
    (geo if member in geo else geo["columns"]["geometry"])[member] = value
    file = written(tmp_path, table.replace_schema_metadata({"geo": json.dumps(geo)}))
    for opened in (lambda: reading.read(file), lambda: open_parcels(file)):
        with pytest.raises(InputError, match=rf"{member}.* missing or unusable|columns\.geometry is missing"):
            opened()


def test_metadata_that_is_no_json_is_named(tmp_path: Path) -> None:
    table = pq.read_table(by_geopandas(tmp_path))
    with pytest.raises(InputError, match="geo is missing or unusable"):
        reading.read(written(tmp_path, table.replace_schema_metadata({"geo": "[" * 50_000})))


def test_a_broken_shape_is_named_by_its_row(tmp_path: Path) -> None:
    table = pa.table({"parcel_id": NUMBERS, "geometry": pa.array([WKB[0], WKB[2], WKB[0][:60]], pa.binary())})
    with pytest.raises(InputError, match="row 3: its shape cannot be read"):
        reading.read(written(tmp_path, table))


def test_binary_that_is_no_shape_stays_a_column(tmp_path: Path) -> None:
    table = pa.table({"parcel_id": NUMBERS, "picture": pa.array([b"\x89PNG....", None, b"\x01\x02"], pa.binary())})
    file = written(tmp_path, table)
    assert reading.read(file).frame.geometry.isna().all()
    with pytest.raises(InputError, match="no column of shapes"):
        open_parcels(file)


def test_parts_in_different_crs_are_refused(tmp_path: Path) -> None:
    for number, crs in enumerate((4490, 4549)):
        (tmp_path / "parts").mkdir(exist_ok=True)
        by_geopandas(tmp_path, crs).rename(tmp_path / "parts" / f"{number}.parquet")
    with pytest.raises(InputError, match=r"another geometry column or CRS than 0\.parquet"):
        open_parcels(tmp_path / "parts")


def test_metres_in_a_file_without_crs_are_placed_by_the_district(tmp_path: Path) -> None:
    table = pq.read_table(by_geopandas(tmp_path, 4549))
    geo = json.loads(table.schema.metadata[b"geo"])
    del geo["columns"]["geometry"]["crs"]
    file = written(tmp_path, table.replace_schema_metadata({"geo": json.dumps(geo)}))
    check_alike(file)
    assert open_parcels(file, crs="EPSG:4549").crs == pyproj.CRS(4549)
