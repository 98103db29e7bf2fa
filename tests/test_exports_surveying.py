"""DXF and the cadastral point text file: what surveyors and drawing programs get."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import geopandas as gpd
import hostile
import pyproj
import pytest
import shapely
import toy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.export.export import export
from yzgeo.export.formats import cadastral
from yzgeo.export.metadata import LayerMetadata, layer_metadata
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.readers import reading
from yzgeo.spatial.crs import CGCS2000, GEOD, belt

HOLED = shapely.Polygon(
    [(121.6, 29.8), (121.61, 29.8), (121.61, 29.81), (121.6, 29.81)],
    [[(121.603, 29.803), (121.606, 29.803), (121.606, 29.806), (121.603, 29.806)]],
)


@pytest.fixture(scope="module")
def yinzhou() -> Plan:
    return load("yinzhou")


def metadata(plan: Plan) -> LayerMetadata:
    return layer_metadata(plan, "zones", plugins.load("yzgeo.layers", "zones").frame(plan), "zh")


def parcels(file: Path, encoding: str = "gbk") -> tuple[dict[str, str], list[tuple[list[str], shapely.Polygon]]]:
    """The file as its published description reads: the heading, and each parcel's fields and polygon."""
    head, _, body = file.read_bytes().decode(encoding).partition("[地块坐标]\r\n")
    heading = dict(line.split("=", 1) for line in head.splitlines()[1:])
    lines = body.splitlines()
    found = []
    while lines:
        fields = lines.pop(0).split(",")
        assert fields[-1] == "@"
        rings: dict[str, list[tuple[float, float]]] = {}
        for _ in range(int(fields[0])):
            _, ring, northing, easting = lines.pop(0).split(",")
            rings.setdefault(ring, []).append((float(easting), float(northing)))
        assert all(ring[0] == ring[-1] for ring in rings.values())
        outer, *holes = rings.values()
        found.append((fields, shapely.Polygon(outer, holes)))
    return heading, found


@pytest.mark.slow
def test_cadastral_file_holds_the_zones_in_the_belt_of_their_middle(yinzhou: Plan, tmp_path: Path) -> None:
    remarks = export(yinzhou, "zones", str(tmp_path / "zones.txt"), None, None, None, "zh")
    assert remarks[0].zh == "坐标系 CGCS2000 / 3-degree Gauss-Kruger zone 41，6 个地块"
    heading, found = parcels(tmp_path / "zones.txt")
    assert (heading["带号"], heading["几度分带"], heading["数据产生日期"]) == ("41", "3", "2021-11-3")
    assert "示意范围" in heading["备注"]
    there = pyproj.Transformer.from_crs("EPSG:4529", CGCS2000, always_xy=True)
    for (fields, polygon), zone in zip(found, yinzhou.zones.itertuples(), strict=True):
        assert fields[2:5] == [zone.zone_id, zone.name, "面"]
        assert float(fields[1]) == pytest.approx(zone.usable_area_km2 * 100, rel=1e-4)
        assert 41_000_000 < polygon.bounds[0] < 42_000_000
        back = shapely.transform(polygon, there.transform, interleaved=False)
        assert shapely.hausdorff_distance(back, zone.geometry) < 1e-8  # 1 mm


@pytest.mark.slow
def test_cadastral_file_subtracts_holes_and_numbers_parts(yinzhou: Plan, tmp_path: Path) -> None:
    two = shapely.MultiPolygon(
        [HOLED, shapely.transform(HOLED, lambda xy: xy + shapely.get_coordinates(shapely.Point(0.02, 0)))]
    )
    frame = gpd.GeoDataFrame({"zone_id": ["a"], "name": ["甲,乙@丙\n丁𠮷"]}, geometry=[two], crs=CGCS2000)
    remarks = cadastral.write(frame, tmp_path / "a.txt", pyproj.CRS("EPSG:4549"), metadata(yinzhou))
    assert "UTF-8" in " ".join(remark.zh for remark in remarks)
    heading, found = parcels(tmp_path / "a.txt", "utf-8")
    assert heading["带号"] == "40"
    assert [fields[2] for fields, _ in found] == ["a-1", "a-2"]
    assert found[0][0][3] == "甲，乙＠丙 丁𠮷"
    fields, polygon = found[0]
    assert len(polygon.interiors) == 1
    assert float(fields[1]) == pytest.approx(abs(GEOD.geometry_area_perimeter(HOLED)[0]) / 10_000, abs=1e-4)
    assert 500_000 < polygon.bounds[0] < 700_000  # no belt number in front


@pytest.mark.slow
@settings(max_examples=40)
@example("甲区，乙区", "0601")
@example("甲,乙【丙】@", "，")
@example("［一］＝，，，，二＠", "")
@example("上\u2028下\x85右", "")
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(",，@＠=＝[]【】\n"), min_size=1),
    st.sampled_from(["", "0601", "，"]),
)
def test_names_with_the_signs_of_the_format_come_back_from_a_cadastral_file(name: str, code: str) -> None:
    frame = gpd.GeoDataFrame(
        {"zone_id": ["a", "b"], "name": [name, "乙"], "land_use_code": code}, geometry=[HOLED, HOLED], crs=CGCS2000
    )
    with tempfile.TemporaryDirectory() as folder:
        cadastral.write(frame, Path(folder, "a.txt"), None, metadata(load("yinzhou")))
        read = reading.read(Path(folder, "a.txt"))
    written = name.translate(str.maketrans(",@", "，＠"))
    assert (read.frame["地块名称"].iloc[0] or "").split() == written.split()
    assert read.frame["地块编号"].tolist() == ["a", "b"]
    assert [one or "" for one in read.frame["地类编码"]] == [code, code]


def test_cadastral_file_holds_polygons_in_belts_only(yinzhou: Plan, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not all polygons"):
        export(yinzhou, "projects", str(tmp_path / "a.txt"), None, None, None, "zh")
    with pytest.raises(InputError, match="no 3-degree belt"):
        export(yinzhou, "zones", str(tmp_path / "a.txt"), "EPSG:32651", None, None, "zh")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_zones_without_an_outline_are_counted_not_lost_in_silence(tmp_path: Path) -> None:
    plan = load(toy.make(tmp_path / "plan", zone_places=toy.TABLES["zone_places"][:1]))
    remarks = [remark.en for remark in export(plan, "zones", str(tmp_path / "a.txt"), None, None, None, "zh")]
    assert "1 features have no outline and were left out" in remarks
    remarks = [remark.en for remark in export(plan, "zones", str(tmp_path / "a.dxf"), None, None, None, "zh")]
    assert "1 features have no place and were left out" in remarks


@pytest.mark.parametrize(("east", "number"), [(119.9, 40), (121.49, 40), (121.51, 41), (75.1, 25), (135, 45)])
def test_the_belt_is_that_of_the_nearest_meridian(east: float, number: int) -> None:
    assert belt(gpd.GeoSeries([shapely.Point(east, 30)], crs=CGCS2000)).name.endswith(f"zone {number}")


def test_there_is_no_belt_outside_china() -> None:
    with pytest.raises(InputError, match="no belt of China"):
        belt(gpd.GeoSeries([shapely.Point(10, 50)], crs=CGCS2000))


def drawn(file: Path, *options: str) -> gpd.GeoDataFrame:
    """The entities of a drawing as the system's GDAL reads them."""
    copy = file.with_suffix(".gpkg")
    subprocess.run(["ogr2ogr", "-f", "GPKG", str(copy), str(file), *options], check=True, capture_output=True)
    return gpd.read_file(copy)


def test_gdal_reads_outlines_dashes_and_names_of_a_drawing(yinzhou: Plan, gdal: str, tmp_path: Path) -> None:
    export(yinzhou, "zones", str(tmp_path / "zones.dxf"), "EPSG:4549", None, None, "zh")
    entities = drawn(tmp_path / "zones.dxf")
    outlines = entities[entities["Layer"] == "产业片区"]
    assert set(outlines["Linetype"]) == {"DASHED"}
    wanted = yinzhou.zones.geometry.to_crs("EPSG:4549")
    for line, shape in zip(outlines.geometry, wanted, strict=True):
        assert shapely.hausdorff_distance(line, shape.exterior) < 1e-4
    labels = entities[entities["Layer"] == "产业片区_注记"]
    assert labels["Text"].tolist() == yinzhou.zones["name"].tolist()


def test_hostile_names_stay_text_in_a_drawing(gdal: str, tmp_path: Path) -> None:
    plan = load(hostile.make(tmp_path / "plan"))
    remarks = export(plan, "projects", str(tmp_path / "projects.dxf"), None, None, None, "zh")
    assert "UTF-8" in " ".join(remark.zh for remark in remarks)
    entities = drawn(tmp_path / "projects.dxf", "--config", "DXF_ENCODING", "UTF-8")
    texts = entities[entities["Layer"] == "投资项目_注记"]["Text"].tolist()
    with_tabs_shown = [name.replace("\t", "␉") for name in hostile.NAMES[:-1]]
    assert texts == with_tabs_shown
    assert len(entities) == 2 * len(with_tabs_shown)


def test_characters_that_gbk_lacks_are_marked_in_a_drawing_and_gdal_reads_them(gdal: str, tmp_path: Path) -> None:
    import ezdxf

    names = ["甲㑇乙", "Ünïted 工业", "北\\{区}ö" + "㑇" * 30]
    rows = [{**toy.TABLES["projects"][0], "project_id": str(place), "name": name} for place, name in enumerate(names)]
    places = [{**toy.TABLES["project_locations"][0], "project_id": str(place)} for place in range(len(names))]
    plan = load(toy.make(tmp_path / "plan", projects=rows, project_locations=places))
    remarks = export(plan, "projects", str(tmp_path / "a.dxf"), None, None, None, "zh")
    assert "UTF-8" not in " ".join(remark.zh for remark in remarks)
    entities = drawn(tmp_path / "a.dxf")
    assert entities[entities["Layer"] == "投资项目_注记"]["Text"].tolist() == names
    point = ezdxf.readfile(tmp_path / "a.dxf").modelspace().query("POINT")[2]
    values = [value for _, value in point.get_xdata("YZGEO")[1:] if value.startswith(("name=", "name+="))]
    assert max(map(len, values)) < 255
    assert "".join(value.partition("=")[2] for value in values).count("\\U+3447") == 30


def test_the_columns_of_a_feature_are_in_its_extended_data(gdal: str, tmp_path: Path) -> None:
    import ezdxf

    plan = load(hostile.make(tmp_path / "plan"))
    export(plan, "projects", str(tmp_path / "projects.dxf"), None, None, None, "zh")
    drawing = ezdxf.readfile(tmp_path / "projects.dxf")
    assert drawing.audit().errors == []
    point = drawing.modelspace().query("POINT")[6]
    pairs = dict(value.split("=", 1) for _, value in point.get_xdata("YZGEO")[1:])
    assert pairs["name"] == hostile.NAMES[6].replace("\n", "^J")
    assert pairs["investment_100m_yuan"] == "2.5"
    properties = dict(drawing.header.custom_vars.properties)
    assert properties["坐标系"] == "CGCS2000 / 3-degree Gauss-Kruger zone 41 (EPSG:4529)"


@pytest.mark.slow
def test_a_drawing_in_degrees_is_refused(yinzhou: Plan, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is in degrees"):
        export(yinzhou, "zones", str(tmp_path / "a.dxf"), "EPSG:4490", None, None, "zh")


@pytest.mark.slow
def test_processes_with_other_hash_seeds_write_the_same_drawing(tmp_path: Path) -> None:
    for seed in ("1", "2", "3", "4"):
        command = [sys.executable, "-m", "yzgeo", "export", "projects", "-o", tmp_path / f"{seed}.dxf"]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
    assert len({(tmp_path / f"{seed}.dxf").read_bytes() for seed in ("1", "2", "3", "4")}) == 1
