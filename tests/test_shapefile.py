"""Shapefiles as offices pass them on: in archives, in upper case, with a stray row, a wrong .cpg, rows deleted."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely import box

from yzgeo.core.errors import InputError
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
