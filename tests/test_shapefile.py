"""Shapefiles as offices pass them on: in archives, in upper case, with a stray row, a wrong .cpg, rows deleted."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely import box

from yzgeo.assignment.parcel_source import open_parcels
from yzgeo.core.errors import InputError
from yzgeo.plan import outlines
from yzgeo.readers import reading

EAST, NORTH = 40_650_000.0, 3_299_000.0


def shapefile(file: Path, *shapes: shapely.Geometry, name: str = "甲") -> Path:
    shapes = shapes or (box(EAST, NORTH, EAST + 100, NORTH + 100), box(EAST + 200, NORTH, EAST + 300, NORTH + 100))
    frame = gpd.GeoDataFrame({"DKBH": [f"{name}{n}" for n in range(len(shapes))]}, geometry=list(shapes), crs=4528)
    frame.to_file(file, encoding="GBK")
    return file


def archive(file: Path, folder: Path, inside: str = "") -> Path:
    with zipfile.ZipFile(file, "w") as packed:
        for part in sorted(folder.iterdir()):
            packed.write(part, f"{inside}{part.name}")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.mark.parametrize("inside", ["", "folder/deep/"])
def test_an_archive_is_read(inside: str, folder: Path, tmp_path: Path) -> None:
    shapefile(folder / "地块.shp")
    read = reading.read(archive(tmp_path / "other name.shp.zip", folder, inside))
    assert read.frame["DKBH"].tolist() == ["甲0", "甲1"]
    assert [path.name for path in tmp_path.iterdir() if path != folder] == ["other name.shp.zip"]


def test_of_several_in_an_archive_its_namesake_is_read_and_the_others_named(folder: Path, tmp_path: Path) -> None:
    shapefile(folder / "a.shp", name="A")
    shapefile(folder / "b.shp", name="B")
    read = reading.read(archive(tmp_path / "b.shp.zip", folder))
    assert read.frame["DKBH"].tolist() == ["B0", "B1"]
    assert read.log[read.log["field"] == "layer"]["old"].tolist() == ["a.shp"]
    file = archive(tmp_path / "all.shp.zip", folder)
    with pytest.raises(InputError, match=r"holds 2 Shapefiles\. Remedy: use one of these: a, b"):
        reading.read(file)
    assert reading.read(file, layer="a").frame["DKBH"].tolist() == ["A0", "A1"]


def test_a_file_geodatabase_in_an_archive_is_read(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame(
        {"parcel_id": ["A"]}, geometry=[shapely.MultiPolygon([box(121.5, 29.7, 121.6, 29.8)])], crs=4490
    )
    frame.to_file(tmp_path / "land.gdb", driver="OpenFileGDB", layer="parcels")
    for inside in ("land.gdb/", ""):
        read = reading.read(archive(tmp_path / "land.gdb.zip", tmp_path / "land.gdb", inside))
        assert read.frame["parcel_id"].tolist() == ["A"]


@pytest.mark.parametrize("ending", [".shp.zip", ".gdb.zip"])
def test_an_archive_that_leads_out_of_itself_or_is_none_is_refused(ending: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / f"a{ending}", "w") as packed:
        packed.writestr("../out.shp", b"x")
    with pytest.raises(InputError, match="a name that leads out of it"):
        reading.read(tmp_path / f"a{ending}")
    assert not (tmp_path.parent / "out.shp").exists()
    (tmp_path / f"b{ending}").write_text("no archive")
    with pytest.raises(InputError, match="damaged or not what its ending says"):
        reading.read(tmp_path / f"b{ending}")


def test_names_in_upper_case_are_read(folder: Path, tmp_path: Path) -> None:
    shapefile(folder / "a.shp")
    for part in folder.iterdir():
        shutil.move(part, tmp_path / part.name.upper())
    read = reading.read(tmp_path / "A.SHP")
    assert read.frame["DKBH"].tolist() == ["甲0", "甲1"]
    assert read.crs.en.startswith("EPSG:4528")


def test_a_deleted_row_is_left_out(folder: Path) -> None:
    file = shapefile(folder / "a.shp")
    content = bytearray(file.with_suffix(".dbf").read_bytes())
    content[int.from_bytes(content[8:10], "little")] = ord("*")  # the flag of the first row
    file.with_suffix(".dbf").write_bytes(content)
    assert reading.read(file).frame["DKBH"].tolist() == ["甲1"]


@pytest.mark.parametrize("codec", ["hex", "zlib", "rot13", "base64", "undefined"])
def test_a_cpg_that_names_no_encoding_of_text_is_refused(codec: str, folder: Path) -> None:
    file = shapefile(folder / "a.shp")
    file.with_suffix(".cpg").write_text(codec)
    with pytest.raises(InputError, match=rf"a\.cpg: its \.cpg names '{codec}', which is no encoding of text"):
        reading.read(file)


@pytest.mark.parametrize(
    ("stray", "words"),
    [
        (
            box(EAST - 40e6, NORTH, EAST - 40e6 + 100, NORTH + 100),
            "row 3: its coordinates 650100, 3299000 are of another kind",
        ),
        (box(121.5, 29.7, 121.6, 29.8), "row 3: its coordinates 121.6, 29.7 are of another kind"),
        (box(NORTH, EAST, NORTH + 100, EAST + 100), "row 3: its coordinates 3299100, 40650000 are of another kind"),
        (shapely.Polygon([(EAST, NORTH), (0, 0), (EAST, NORTH + 9)]), "row 3: has a vertex at 0, 0"),
    ],
    ids=["without belt", "degrees", "swapped", "zero"],
)
@pytest.mark.parametrize("prj", ["with prj", "without prj"])
def test_one_stray_row_is_named(stray: shapely.Geometry, words: str, prj: str, folder: Path) -> None:
    shapes = [box(EAST + 200 * n, NORTH, EAST + 200 * n + 100, NORTH + 100) for n in range(2)]
    file = shapefile(folder / "a.shp", *shapes, stray)
    if prj == "without prj":
        file.with_suffix(".prj").unlink()
    with pytest.raises(InputError, match=words):
        reading.read(file)


def degrees(folder: Path, prj: str) -> Path:
    file = folder / "degrees.shp"
    gpd.GeoDataFrame({"DKBH": ["甲"]}, geometry=[box(121.5, 29.7, 121.6, 29.8)], crs=4490).to_file(file)
    file.with_suffix(".prj").write_text(prj, "utf-8")
    return file


@pytest.mark.parametrize("prj", ["EPSG:4490", "4490", "+init=epsg:4490", "+proj=longlat +ellps=GRS80 +no_defs"])
def test_a_prj_that_holds_a_code_or_a_proj_string_is_read(prj: str, folder: Path) -> None:
    read = reading.read(degrees(folder, prj))
    assert "crs" not in read.log["field"].tolist()
    assert read.frame.geometry.iloc[0].bounds == pytest.approx((121.5, 29.7, 121.6, 29.8), abs=1e-6)


def test_a_prj_with_the_code_of_an_old_datum_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match="Xian 1980"):
        reading.read(degrees(folder, "EPSG:4610"))


@pytest.mark.parametrize("prj", ["{}", "http://localhost/crs", "WGS 84", "EPSG:999999", "+proj=nothing"])
def test_a_prj_that_is_no_crs_is_refused_unless_one_is_stated(prj: str, folder: Path) -> None:
    file = degrees(folder, prj)
    with pytest.raises(InputError, match=r"degrees\.prj: holds .*no CRS. Remedy: state the CRS, or delete the \.prj"):
        reading.read(file)
    assert reading.read(file, crs="EPSG:4490").frame["DKBH"].tolist() == ["甲"]


def test_a_prj_that_breaks_off_is_named(folder: Path) -> None:
    with pytest.raises(InputError, match=r"degrees\.prj: holds 'GEOGCS\[', which is no CRS.*delete it"):
        reading.read(degrees(folder, "GEOGCS["))


@pytest.mark.parametrize("grid", ["@shift.gsb", "/data/shift.gsb", "@http://localhost/a.gsb,/data/shift.gsb"])
def test_a_grid_that_a_data_file_names_is_not_read(grid: str, folder: Path) -> None:
    stated = f"+proj=longlat +ellps=bessel +nadgrids={grid} +no_defs"
    with pytest.raises(InputError, match=r"degrees\.prj: its CRS takes the file"):
        reading.read(degrees(folder, stated))
    parcels = gpd.GeoDataFrame({"parcel_id": ["甲"]}, geometry=[box(121.5, 29.7, 121.6, 29.8)], crs=stated)
    parcels.to_parquet(folder / "p.parquet")
    for opened in (reading.read, open_parcels):
        with pytest.raises(InputError, match=r"p\.parquet: its CRS takes the file"):
            opened(folder / "p.parquet")


def test_a_grid_that_an_outline_names_is_not_read(folder: Path) -> None:
    crs = {"type": "name", "properties": {"name": "+proj=longlat +ellps=bessel +nadgrids=@shift.gsb +no_defs"}}
    area = {"type": "Polygon", "coordinates": [[[121.5, 29.7], [121.6, 29.7], [121.6, 29.8], [121.5, 29.7]]]}
    feature = {"type": "Feature", "properties": {"zone_id": "a"}, "geometry": area}
    file = folder / "zones.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}), "utf-8")
    for opened in (reading.read, outlines.areas_of):
        with pytest.raises(InputError, match=r"zones\.geojson: its CRS takes the file 'shift\.gsb'"):
            opened(file)


@pytest.mark.parametrize(
    "stated",
    [
        "+proj=longlat +ellps=bessel +nadgrids=@shift.gsb +no_defs",
        "+proj=longlat +ellps=bessel +nadgrids=@null,@shift.gsb +no_defs",
        "+proj=pipeline +step +proj=hgridshift +grids=@shift.gsb",
    ],
)
def test_a_grid_that_the_user_names_and_is_not_there_is_refused(stated: str, folder: Path) -> None:
    file = degrees(folder, "EPSG:4490")
    for opened in (reading.read, open_parcels):
        with pytest.raises(InputError, match=r"^the CRS takes the grid 'shift\.gsb'.*\(crs=\)"):
            opened(file, crs=stated)


def test_a_grid_that_shifts_nothing_is_none(folder: Path) -> None:
    stated = "+proj=longlat +ellps=WGS84 +nadgrids=@null +no_defs"
    assert reading.read(degrees(folder, stated)).frame["DKBH"].tolist() == ["甲"]
