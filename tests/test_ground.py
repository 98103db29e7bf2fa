"""The ground of a plan: read with all its flaws, imported from what offices have, drawn no finer than it is known."""

from __future__ import annotations

import json
import math
import sqlite3
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

import ezdxf
import geopandas as gpd
import numpy as np
import payloads
import pytest
import shapely
import toy
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, Polygon, box

from yzgeo.checks.run import run
from yzgeo.cli.main import cli
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.plan import attribution, known_ground, template
from yzgeo.plan.counties import areas, find
from yzgeo.plan.ground_layers import LAYERS
from yzgeo.plan.load import load
from yzgeo.plan.public_edition import public_edition
from yzgeo.publish.build import manifest
from yzgeo.publish.page import ground as page_ground
from yzgeo.publish.page.ground import ground_box, ground_data
from yzgeo.readers.osm import read_extract
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.coastline import sea

pytestmark = pytest.mark.slow

HEADER = "source_id,layer,title,title_en,path,licence,attribution,attribution_en,accuracy_m,schematic"
LAKE = box(121.55, 29.55, 121.56, 29.56)
OSM = Path(__file__).parent / "ground" / "small.osm"
"""A coast along 121.68° E with the sea east of it and an island, a reservoir, a river, a metro line and a yard, roads of two
classes, a station, a town."""


def done(*arguments: object) -> str:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return str(result.output)


def refused(*arguments: object) -> str:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert result.exit_code == 2, result.output
    return str(result.stderr)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A toy plan whose district is 121.5 to 121.7° E, 29.5 to 29.7° N."""
    return toy.make(tmp_path / "plan")


def put(folder: Path, layer: str, frame: gpd.GeoDataFrame, row: str | None = None) -> None:
    """Give a plan a layer of ground with one row of sources."""
    (folder / "ground").mkdir(exist_ok=True)
    frame.to_file(folder / "ground" / f"{layer}.geojson", driver="GeoJSON")
    table = folder / "ground" / "sources.csv"
    text = table.read_text("utf-8") if table.exists() else f"{HEADER}\n"
    table.write_text(text + (row or f"bureau,{layer},测绘院,,,CC-BY-4.0,甲市测绘院,,50,false") + "\n", "utf-8")


def lakes(**columns: Any) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"name": ["甲湖"], "class": ["lake"], **columns}, geometry=[LAKE], crs=4490)


def polygons(parts: list[list[list[int]]]) -> shapely.MultiPolygon:
    """The polygons of a feature of the page, read back as a script would."""
    rings = [[np.cumsum(np.reshape(ring, (-1, 2)), axis=0) / 1e5 for ring in part] for part in parts]
    return shapely.MultiPolygon([Polygon(part[0], part[1:]) for part in rings])


# ---- a plan folder


def test_a_plan_without_a_ground_has_none(folder: Path) -> None:
    plan = load(folder)
    assert dict(plan.ground) == {}
    assert plan.ground_sources.empty
    assert page_ground.page_ground(plan) is None


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4326", "EPSG:4549"])
def test_layers_come_in_one_crs_whatever_theirs_is(folder: Path, crs: str) -> None:
    put(folder, "water", lakes().to_crs(crs))
    water = load(folder).ground["water"]
    assert water.crs == "EPSG:4490"
    assert list(water.columns) == ["name", "name_en", "class", "schematic", "source", "geometry"]
    assert water.geometry.iloc[0].bounds == pytest.approx(LAKE.bounds, abs=1e-6)
    assert water.iloc[0][["name", "class", "schematic", "source"]].tolist() == ["甲湖", "lake", False, "bureau"]


def test_a_geopackage_holds_layers_and_a_file_goes_before_them(folder: Path) -> None:
    put(
        folder,
        "rivers",
        gpd.GeoDataFrame({"name": ["甲江"]}, geometry=[LineString([(121.5, 29.5), (121.6, 29.6)])], crs=4490),
    )
    with (folder / "ground" / "sources.csv").open("a", encoding="utf-8") as table:
        table.write("other,water,丁,,,,,,,true\n")
    package = folder / "ground" / "ground.gpkg"
    lakes().to_file(package, layer="water", driver="GPKG")
    gpd.GeoDataFrame({"name": ["旧江"]}, geometry=[LineString([(0, 0), (1, 1)])], crs=4490).to_file(
        package, layer="rivers", driver="GPKG"
    )
    ground = load(folder).ground
    assert list(ground) == ["water", "rivers"]
    assert ground["rivers"]["name"].tolist() == ["甲江"]
    assert ground["water"]["schematic"].tolist() == [True]  # as its source says


def test_all_flaws_are_told_at_once_with_their_place(folder: Path) -> None:
    put(folder, "water", gpd.GeoDataFrame({"class": ["lake", "swamp"]}, geometry=[LAKE, Point(121.5, 29.5)], crs=4490))
    put(
        folder,
        "roads",
        gpd.GeoDataFrame({"source": ["nobody"]}, geometry=[LineString([(121.5, 29.5), (121.6, 29.5)])], crs=4490),
    )
    put(
        folder,
        "towns",
        gpd.GeoDataFrame({"rank": ["first"]}, geometry=[Point(121.5, 29.5)], crs=4490),
        "Big,towns,甲,,,,,,far,maybe",
    )
    lakes().to_file(folder / "ground" / "lakes.geojson", driver="GeoJSON")
    (folder / "ground" / "dem.tif").write_bytes(b"II*")
    with pytest.raises(InputError) as refusal:
        load(folder)
    told = refusal.value.message("en")
    for part in (
        "dem.tif", "there is no layer 'lakes'", "feature 2: is none of areas", "there is no class 'swamp'",
        "row 4, column source_id: 'Big' cannot be an id", "row 4, column accuracy_m: 'far'", "row 4, column schematic: 'maybe'",
        "'first' is not a rank",
    ):  # fmt: skip
        assert part in told


def test_a_source_that_no_row_names_is_refused(folder: Path) -> None:
    put(
        folder,
        "roads",
        gpd.GeoDataFrame({"source": ["nobody"]}, geometry=[LineString([(121.5, 29.5), (121.6, 29.5)])], crs=4490),
    )
    with pytest.raises(InputError, match=r"source 'nobody' is not in sources\.csv"):
        load(folder)
    (folder / "ground" / "sources.csv").write_text(f"{HEADER}\nbureau,water,甲,,,,,,,\n", "utf-8")
    with pytest.raises(InputError, match="names no source of the layer roads"):
        load(folder)
    (folder / "ground" / "sources.csv").unlink()
    with pytest.raises(InputError, match="names no source of the layer roads"):
        load(folder)


def test_a_bow_tie_is_repaired_and_a_needle_refused(folder: Path) -> None:
    bow_tie = Polygon([(121.5, 29.5), (121.6, 29.6), (121.6, 29.5), (121.5, 29.6)])
    put(folder, "water", gpd.GeoDataFrame({"name": ["甲"]}, geometry=[bow_tie], crs=4490))
    repaired = load(folder).ground["water"].geometry.iloc[0]
    assert repaired.is_valid
    assert repaired.area == pytest.approx(0.005)
    needle = Polygon([(121.5, 29.5), (121.6, 29.6), (121.5, 29.5)])
    gpd.GeoDataFrame({"name": ["甲"]}, geometry=[needle], crs=4490).to_file(
        folder / "ground" / "water.geojson", driver="GeoJSON"
    )
    with pytest.raises(InputError, match="feature 1: encloses no area"):
        load(folder)


def test_a_copy_of_a_plan_and_the_manifest_have_its_ground(folder: Path, tmp_path: Path) -> None:
    put(folder, "water", lakes())
    template.copy(folder, tmp_path / "copy")
    plan = load(tmp_path / "copy")
    assert plan.ground["water"]["name"].tolist() == ["甲湖"]
    inputs = manifest(plan, run(plan, select=["zone-area"]), {})["inputs"]
    assert {"ground/water.geojson", "ground/sources.csv"} <= inputs.keys()


def test_sources_of_the_ground_are_named_with_the_plans(folder: Path) -> None:
    put(folder, "water", lakes())
    plan = load(folder)
    assert ("甲市测绘院（CC-BY-4.0）", "甲市测绘院 (CC-BY-4.0)") in attribution.attributions(plan)
    assert ("测绘院（CC-BY-4.0）", "测绘院 (CC-BY-4.0)") in attribution.sources(plan)
    assert attribution.plan_attributions(plan) == attribution.attributions(
        replace(plan, ground_sources=plan.ground_sources[:0])
    )


# ---- the page


def test_the_page_is_given_the_ground_cut_at_its_box() -> None:
    plan = load("yinzhou")
    data = ground_data(plan, (121.6, 29.6, 121.9, 29.8))
    assert data["box"] == [121.6, 29.6, 121.9, 29.8]
    seas = shapely.union_all([polygons(feature["parts"]).buffer(0) for feature in data["layers"]["sea"]["features"]])
    whole = plan.ground["water"].query("`class` == 'sea'").union_all().intersection(box(121.6, 29.6, 121.9, 29.8))
    assert seas.within(box(121.6, 29.6, 121.9, 29.8).buffer(1e-9))
    assert seas.symmetric_difference(whole).area < 0.02 * whole.area
    for feature in data["layers"]["neighbours"]["features"]:
        lat, lon = feature["label"]
        assert polygons(feature["parts"]).buffer(0).contains(Point(lon, lat))


@pytest.mark.slow
def test_the_page_of_the_built_in_plan_has_every_layer_that_its_ground_has() -> None:
    plan = load("yinzhou")
    data = page_ground.page_ground(plan)
    assert data is not None
    assert set(data["layers"]) == {"sea", "lakes", "rivers", "rail", "stations", "towns", "neighbours"}
    assert data["accuracy_m"]["lakes"] == 1000
    assert {feature["schematic"] for feature in data["layers"]["lakes"]["features"]} == {True}
    assert "© OpenStreetMap contributors (ODbL-1.0)" in data["attribution"]["en"]
    assert "鄞州区" not in [feature["name"]["zh"] for feature in data["layers"]["neighbours"]["features"]]
    size = len(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
    assert size <= page_ground.MOST_BYTES
    assert data == page_ground.page_ground(load("yinzhou"))  # the same each time
    assert page_ground.page_ground(public_edition(plan)) is not None


def test_a_schematic_lake_keeps_its_corners_and_an_inexact_one_loses_its_detail(folder: Path) -> None:
    angles = np.linspace(0, 2 * math.pi, 400)
    round_lake = Polygon(np.column_stack([121.6 + 0.02 * np.cos(angles), 29.6 + 0.02 * np.sin(angles)]))
    put(
        folder,
        "water",
        gpd.GeoDataFrame({"name": ["甲湖"]}, geometry=[round_lake], crs=4490),
        "x,water,甲,,,,,,1000,false",
    )
    inexact = ground_data(load(folder), (121.5, 29.5, 121.7, 29.7))["layers"]["lakes"]["features"][0]["parts"][0][0]
    put(folder, "water", gpd.GeoDataFrame({"name": ["甲湖"]}, geometry=[round_lake], crs=4490), "y,rail,甲,,,,,,,")
    exact_table = f"{HEADER}\nx,water,甲,,,,,,10,false\n"
    (folder / "ground" / "sources.csv").write_text(exact_table, "utf-8")
    exact = ground_data(load(folder), (121.5, 29.5, 121.7, 29.7))["layers"]["lakes"]["features"][0]["parts"][0][0]
    assert 3 <= len(inexact) / 2 < 20 < len(exact) / 2


@pytest.mark.slow
def test_a_ground_that_is_too_large_is_coarser_and_then_thinner(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(1)
    crooked = [
        LineString(
            np.column_stack([np.linspace(121.5, 121.7, 300), 29.5 + 0.1 * rng.random() + 1e-3 * rng.random(300)])
        )
        for _ in range(60)
    ]
    classes = ["motorway"] * 10 + ["secondary"] * 50
    put(
        folder,
        "roads",
        gpd.GeoDataFrame({"name": [f"路{n}" for n in range(60)], "class": classes}, geometry=crooked, crs=4490),
    )
    plan = load(folder)
    whole = ground_data(plan, ground_box(plan))
    assert whole["left_out"] == 0
    for most in (40_000, 2_000):
        monkeypatch.setattr(page_ground, "MOST_BYTES", most)
        data = ground_data(plan, ground_box(plan))
        assert len(json.dumps(data["layers"], ensure_ascii=False, separators=(",", ":")).encode("utf-8")) <= most
    assert data["left_out"] == 60 - len(data["layers"]["roads"]["features"]) > 0
    kept = [feature["class"] for feature in data["layers"]["roads"]["features"]]
    assert kept.count("motorway") == 10  # what carries most goes last


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(121.0, 122.0), st.floats(29.0, 30.0)),
        min_size=2,
        max_size=30,
        unique_by=lambda at: round(at[0], 4),
    )
)
def test_steps_lead_to_where_the_points_are(points: list[tuple[float, float]]) -> None:
    steps = page_ground._deltas(points, least=2)
    read = np.cumsum(np.reshape(steps, (-1, 2)), axis=0) / 1e5
    assert np.abs(read - np.array(points)).max() <= 0.500001e-5


@pytest.mark.slow
def test_names_of_strangers_are_text_on_the_page(folder: Path) -> None:
    names = [text for text in payloads.PAYLOADS if text.isprintable()]
    assert len(names) > 10
    put(folder, "towns", gpd.GeoDataFrame({"name": names}, geometry=[Point(121.6, 29.6)] * len(names), crs=4490))
    told = ground_data(load(folder), (121.5, 29.5, 121.7, 29.7))["layers"]["towns"]["features"]
    assert [town["name"]["zh"] for town in told] == [name.strip() for name in names]


# ---- import


@pytest.mark.slow
def test_an_extract_of_openstreetmap_is_taken_apart_by_its_tags(folder: Path) -> None:
    told = done("import", "ground", OSM, "--into", folder, "--lang", "en")
    assert "© OpenStreetMap contributors" in told
    plan = load(folder)
    held = {
        name: dict(zip(frame["name"].fillna("-"), frame["class"].fillna("-"), strict=True))
        for name, frame in plan.ground.items()
    }
    assert held == {
        "water": {"甲水库": "reservoir", "-": "sea"},
        "rivers": {"甲江": "river"},
        "roads": {"大路": "primary"},
        "rail": {"1号线": "metro"},
        "stations": {"东站": "metro"},
        "towns": {"甲镇": "town"},
    }
    wet = plan.ground["water"].query("`class` == 'sea'").geometry.iloc[0]
    assert not wet.intersects(Point(121.65, 29.6))  # the land is left of the coastline
    assert wet.contains(Point(121.75, 29.6))
    assert not wet.contains(Point(121.694, 29.602))  # the island
    assert set(plan.ground_sources["licence"]) == {"ODbL-1.0"}


@pytest.mark.slow
def test_nothing_is_taken_without_a_source(folder: Path, tmp_path: Path) -> None:
    lakes().to_file(tmp_path / "湖.shp", encoding="utf-8")
    assert "--source" in refused("import", "ground", tmp_path / "湖.shp", "--into", folder)
    assert not (folder / "ground").exists()


@pytest.mark.slow
def test_a_preview_changes_nothing(folder: Path) -> None:
    told = done("import", "ground", OSM, "--into", folder, "--dry-run")
    assert "裁" in told or "取" in told
    assert not (folder / "ground").exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["主要道路.shp", "主要道路.gpkg", "主要道路.geojson", "主要道路.kml"])
def test_an_offices_file_is_known_by_its_name_and_shapes(folder: Path, tmp_path: Path, name: str) -> None:
    roads = gpd.GeoDataFrame(
        {"路名": ["甲路", "远路"], "等级": ["高速公路", "主干路"]},
        geometry=[LineString([(121.55, 29.6), (121.65, 29.6)]), LineString([(100.0, 29.6), (100.1, 29.6)])],
        crs=4326,
    )
    if name.endswith(".kml"):
        roads = roads.rename(columns={"路名": "Name"})
    roads.to_file(
        tmp_path / name,
        driver="LIBKML" if name.endswith(".kml") else None,
        **({"encoding": "utf-8"} if name.endswith(".shp") else {}),
    )
    done(
        "import",
        "ground",
        tmp_path / name,
        "--into",
        folder,
        "--source",
        "甲局",
        "--licence",
        "内部",
        "--accuracy",
        "5",
    )
    read = load(folder).ground["roads"]
    assert read[["name", "class"]].to_numpy().tolist() == [["甲路", "motorway"]]
    row = load(folder).ground_sources.iloc[0]
    assert (row["title"], row["licence"], row["accuracy_m"]) == ("甲局", "内部", 5.0)


@pytest.mark.slow
def test_open_lines_of_a_drawing_are_rivers(folder: Path, tmp_path: Path) -> None:
    drawing = ezdxf.new()
    east, north = 364_000.0, 3_276_000.0
    drawing.modelspace().add_lwpolyline([(east, north), (east + 5000, north + 5000)], dxfattribs={"layer": "RIVER"})
    drawing.modelspace().add_line((east, north), (east + 100, north), dxfattribs={"layer": "FRAME"})
    drawing.saveas(tmp_path / "base.dxf")
    done(
        "import",
        "ground",
        tmp_path / "base.dxf",
        "--layer",
        "rivers=RIVER",
        "--crs",
        "EPSG:4550",
        "--source",
        "院",
        "--into",
        folder,
    )
    river = load(folder).ground["rivers"].geometry
    assert len(river) == 1
    assert 6900 < river.to_crs("EPSG:4550").length.iloc[0] < 7100


@pytest.mark.slow
def test_a_file_that_could_be_two_layers_is_asked_about(folder: Path, tmp_path: Path) -> None:
    line = gpd.GeoDataFrame({"name": ["甲"]}, geometry=[LineString([(121.55, 29.6), (121.65, 29.6)])], crs=4490)
    line.to_file(tmp_path / "data.gpkg")
    asked = refused("import", "ground", tmp_path / "data.gpkg", "--source", "甲局", "--into", folder, "--lang", "en")
    assert "rivers" in asked
    assert "--layer" in asked
    done(
        "import",
        "ground",
        tmp_path / "data.gpkg",
        "--source",
        "甲局",
        "--into",
        folder,
        "--layer",
        "rail",
        "--class",
        "metro",
    )
    assert load(folder).ground["rail"]["class"].tolist() == ["metro"]


@pytest.mark.slow
def test_an_import_takes_the_place_of_what_it_brings_and_is_undone(folder: Path, tmp_path: Path) -> None:
    done("import", "ground", OSM, "--into", folder)
    before = {file.name: file.read_bytes() for file in (folder / "ground").iterdir()}
    lakes().to_file(tmp_path / "湖面.shp", encoding="utf-8")
    done("import", "ground", tmp_path / "湖面.shp", "--source", "甲局", "--into", folder)
    water = load(folder).ground["water"]
    assert sorted(water["class"]) == ["lake", "sea"]  # the reservoir gave way, the sea did not
    assert sorted(water["source"]) == ["jia-ju", "osm"]
    kept = sorted((folder / "previous" / "ground").iterdir())
    assert {file.read_bytes() for file in kept} == {before["water.geojson"], before["sources.csv"]}
    done("import", "ground", tmp_path / "湖面.shp", "--source", "乙局", "--add", "--into", folder)
    assert sorted(load(folder).ground["water"]["class"]) == ["lake", "lake", "sea"]


def test_several_files_go_in_together_or_not_at_all(folder: Path, tmp_path: Path) -> None:
    lakes().to_file(tmp_path / "湖面.shp", encoding="utf-8")
    (tmp_path / "道路.geojson").write_text("{", "utf-8")
    refused("import", "ground", tmp_path / "湖面.shp", tmp_path / "道路.geojson", "--source", "甲局", "--into", folder)
    assert not (folder / "ground").exists()


def test_what_lies_elsewhere_is_refused(folder: Path, tmp_path: Path) -> None:
    far = gpd.GeoDataFrame({"name": ["甲"]}, geometry=[box(100, 30, 101, 31)], crs=4490)
    far.to_file(tmp_path / "lake.gpkg")
    assert "四周没有要素" in refused("import", "ground", tmp_path / "lake.gpkg", "--source", "x", "--into", folder)


@pytest.mark.parametrize(
    "content", [b"", b"<OGRVRTDataSource/>", b"<?xml version='1.0'?><gpx/>", b"\x00\x00\x00\x0dOSMHeader"]
)
def test_what_is_no_extract_is_refused(folder: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.osm.pbf"
    file.write_bytes(content)
    assert "a.osm.pbf" in refused("import", "ground", file, "--into", folder)


@pytest.mark.parametrize("order", [lambda nodes: nodes[::-1], lambda nodes: nodes[1::2] + nodes[::2]])
def test_an_extract_is_read_in_whatever_order_its_nodes_stand(tmp_path: Path, order: Any) -> None:
    tree = ElementTree.parse(OSM)
    root = tree.getroot()
    nodes = root.findall("node")
    for node in nodes:
        root.remove(node)
    root[:0] = order(nodes)
    tree.write(tmp_path / "edited.osm", encoding="utf-8", xml_declaration=True)
    around = (121.0, 29.0, 122.0, 30.0)
    expected, edited = read_extract(OSM, around), read_extract(tmp_path / "edited.osm", around)
    assert edited.layers.keys() == expected.layers.keys()
    assert len(expected.layers) > 3
    for name, layer in expected.layers.items():
        assert sorted(edited.layers[name].to_wkt().itertuples(index=False)) == sorted(
            layer.to_wkt().itertuples(index=False)
        )
    assert edited.coastline.union_all().equals(expected.coastline.union_all())


# ---- the sea


def test_a_broken_coastline_makes_no_sea() -> None:
    stub = np.array([LineString([(1, 3), (1, 1)])])
    areas, undecided = sea(stub, (0, 0, 2, 2))
    assert (len(areas), undecided) == (0, 1.0)
    assert len(sea(np.array([], dtype=object), (0, 0, 2, 2))[0]) == 0


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 12), st.floats(0.2, 0.8), st.booleans())
def test_an_island_is_land_and_a_ring_the_other_way_a_lagoon(corners: int, radius: float, is_island: bool) -> None:
    angles = np.linspace(0, 2 * math.pi, corners + 1)[:-1]
    ring = np.column_stack([1 + radius * np.cos(angles), 1 + radius * np.sin(angles)])
    closed = np.vstack([ring, ring[:1]])  # counter-clockwise: what is inside is on the left, so it is land
    areas, undecided = sea(np.array([LineString(closed if is_island else closed[::-1])]), (0, 0, 2, 2))
    inside = Polygon(ring).area
    assert undecided == 0
    assert shapely.area(areas).sum() == pytest.approx(4 - inside if is_island else inside)


# ---- a new district


@pytest.fixture(scope="module")
def around() -> Any:
    county = find("330212")
    return county, known_ground.around_county(county, areas())


@pytest.mark.slow
def test_a_district_begins_with_its_neighbours_and_the_towns_around(around: Any) -> None:
    county, ground = around
    beside = ground.layers["neighbours"]
    assert {"海曙区", "江北区", "北仑区", "奉化区"} <= set(beside["name"])
    assert "鄞州区" not in set(beside["name"])
    overlap = ellipsoidal_m2(beside.geometry.intersection(county.outline)).sum()
    assert overlap < 1e-3 * ellipsoidal_m2(gpd.GeoSeries([county.outline], crs=4490)).iloc[0]
    towns = ground.layers["towns"].set_index("name")
    assert towns["rank"].min() == 1
    assert towns.loc["宁波市" if "宁波市" in towns.index else "宁波", "rank"] == 1
    assert set(ground.sources["layer"]) == set(ground.layers)


@pytest.mark.slow
def test_a_city_is_no_neighbour_of_its_own_counties() -> None:
    county = find("六盘水市")
    ground = known_ground.around_county(county, areas())
    assert not {"钟山区", "水城区", "六枝特区", "盘州市"} & set(ground.layers["neighbours"]["name"])


if known_ground.knows_coast():

    @pytest.mark.slow
    def test_the_sea_of_the_package_is_that_of_the_built_in_plan() -> None:
        mine = known_ground.sea((121.6, 29.5, 122.0, 29.8)).union_all()
        theirs = load("yinzhou").ground["water"].query("`class` == 'sea'").union_all()
        assert mine.symmetric_difference(theirs.intersection(box(121.6, 29.5, 122.0, 29.8))).area < 0.01 * mine.area


# ---- other programs


def test_each_layer_of_the_ground_is_one_to_export() -> None:
    modules = {name: module for name, module in plugins.discover("yzgeo.layers").items() if hasattr(module, "GROUND")}
    assert {module.GROUND for module in modules.values()} == set(LAYERS)
    plan = load("yinzhou")
    empty = replace(plan, ground=MappingProxyType({}))
    for name, module in modules.items():
        assert name == f"ground-{module.GROUND}"
        assert 0 < module.ORDER < 1  # over the district, under the zones
        assert len(module.frame(plan)) == len(plan.ground.get(module.GROUND, []))
        assert list(module.frame(empty).columns) == list(module.frame(plan).columns)


def test_an_exported_layer_tells_its_own_sources(tmp_path: Path) -> None:
    done("export", "ground-water", "--plan", "yinzhou", "-o", tmp_path / "water.gpkg", "--lang", "en")
    with sqlite3.connect(tmp_path / "water.gpkg") as database:
        told = database.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0]
    assert "© OpenStreetMap contributors (ODbL-1.0)" in told
    assert "GeoNames" not in told
