"""Aliases and coded domains of databases: read as their users see them, from files that GDAL itself wrote."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from yzgeo.ledger import ledger
from yzgeo.readers import reading
from yzgeo.readers.field_meanings import FieldMeanings, applied
from yzgeo.readers.source import Source

pytestmark = pytest.mark.slow

WRITER = """
import sys
from osgeo import gdal, ogr, osr
gdal.UseExceptions()
crs = osr.SpatialReference()
crs.ImportFromEPSG(4528)
crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
source = gdal.GetDriverByName(sys.argv[2]).Create(sys.argv[1], 0, 0, 0, gdal.GDT_Unknown)
coded = {"1": "已盘活", "2": "盘活中"}
source.AddFieldDomain(ogr.CreateCodedFieldDomain("zt", "", ogr.OFTInteger, ogr.OFSTNone, coded))
layer = source.CreateLayer("dk", crs, ogr.wkbMultiPolygon)
for name, kind, alias in (("DKH", ogr.OFTString, "地块编号"), ("ZT", ogr.OFTInteger, "盘活状态"), ("X1", ogr.OFTReal, "面积（亩）")):
    field = ogr.FieldDefn(name, kind)
    field.SetAlternativeName(alias)
    if name == "ZT":
        field.SetDomainName("zt")
    layer.CreateField(field)
for place, (number, status) in enumerate((("A1", 1), ("A2", 2), ("A3", 9), ("A4", None))):
    feature = ogr.Feature(layer.GetLayerDefn())
    feature["DKH"], feature["X1"] = number, 15
    if status is not None:
        feature["ZT"] = status
    west = 40654700 + 200 * place
    ring = f"(({west} 3282000, {west + 100} 3282000, {west + 100} 3282100, {west} 3282100, {west} 3282000))"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON ({ring})"))
    layer.CreateFeature(feature)
source = layer = None
"""


def write(file: Path, driver: str) -> Path:
    for python in ("/usr/bin/python3", sys.executable):
        if not subprocess.run([python, "-c", "import osgeo.ogr"], capture_output=True, check=False).returncode:
            subprocess.run([python, "-c", WRITER, str(file), driver], check=True, capture_output=True)
            return file
    pytest.skip("no GDAL for Python: run `apt install python3-gdal`")


def test_a_geodatabase_is_read_by_its_aliases_and_domains(tmp_path: Path) -> None:
    file = write(tmp_path / "land.gdb", "OpenFileGDB")
    parcels = ledger.read(file)
    assert parcels["parcel_id"].tolist() == ["A1", "A2", "A3", "A4"]
    assert parcels["status"].fillna("").tolist() == ["recovered", "under_way", "9", ""]
    assert parcels["area_mu"].tolist() == [15] * 4
    shutil.make_archive(str(tmp_path / "packed.gdb"), "zip", tmp_path, "land.gdb")
    packed = ledger.read(tmp_path / "packed.gdb.zip")
    pd.testing.assert_frame_equal(
        pd.DataFrame(packed.drop(columns="geometry")), pd.DataFrame(parcels.drop(columns="geometry"))
    )


def test_a_field_may_be_named_by_its_alias_or_as_the_database_calls_it(tmp_path: Path) -> None:
    file = write(tmp_path / "land.gdb", "OpenFileGDB")
    for named in ("ZT", "盘活状态"):
        assert ledger.read(file, {"note": named})["note"].fillna("").tolist() == ["已盘活", "盘活中", "9", ""]


def test_a_geopackage_is_read_by_its_aliases_and_domains(tmp_path: Path) -> None:
    file = write(tmp_path / "land.gpkg", "GPKG")
    with closing(sqlite3.connect(file)) as database:  # GDAL 3.6 does not write the alias yet, QGIS does
        for name, alias in (("DKH", "地块编号"), ("ZT", "盘活状态"), ("X1", "面积（亩）")):
            database.execute(
                "INSERT INTO gpkg_data_columns (table_name, column_name, name) VALUES ('dk', ?, ?) "
                "ON CONFLICT DO UPDATE SET name = excluded.name",
                (name, alias),
            )
        database.commit()
    parcels = ledger.read(file)
    assert parcels["status"].fillna("").tolist() == ["recovered", "under_way", "9", ""]
    assert parcels["area_mu"].tolist() == [15] * 4
    log = reading.read(file).log
    assert {("ZT", "1", "已盘活"), ("盘活状态", "ZT", "盘活状态")} <= set(
        zip(log["field"], log["old"].astype(str), log["new"].astype(str), strict=True)
    )


def test_tables_of_the_schema_that_are_not_as_the_standard_has_them_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    shape = shapely.box(121.6, 29.8, 121.601, 29.801)
    gpd.GeoDataFrame({"地块编号": ["A1"]}, geometry=[shape], crs=4490).to_file(file)
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE gpkg_data_columns (column_name TEXT)")
        database.commit()
    assert ledger.read(file)["parcel_id"].tolist() == ["A1"]


def test_an_alias_that_two_columns_would_share_is_not_taken_and_our_own_names_stay() -> None:
    frame = gpd.GeoDataFrame({"A": [1], "B": [2], "C": [3], "status": ["recovered"], "zone_id": ["n"]}, geometry=[None])
    aliases = {"A": "编号", "B": "编号", "C": "a", "status": "状态"}
    words = {"status": {"recovered": "已盘活", "1": "已盘活"}, "zone_id": {"n": "北区"}}
    source = applied(Source(frame, []), FieldMeanings(aliases, words))
    assert list(source.frame.columns) == ["A", "B", "C", "status", "zone_id", "geometry"]
    assert source.frame.loc[0, ["status", "zone_id"]].tolist() == ["recovered", "n"]
