"""plan.gpkg, plan.qgz and the SLD files, as QGIS, GDAL and SQLite see them."""

from __future__ import annotations

import html
import io
import json
import os
import sqlite3
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import hostile
import payloads
import pytest
import toy

from yzgeo.checks.run import run
from yzgeo.core import plugins
from yzgeo.core.palette import zone_colours
from yzgeo.core.values import json_value
from yzgeo.export.flat_tables import flatten
from yzgeo.export.qgis import sld
from yzgeo.export.symbology import rows_of_symbol, symbology
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.publish.context import build_context
from yzgeo.publish.outputs import geopackage, qgis_project
from yzgeo.publish.outputs.geopackage import layers

pytestmark = pytest.mark.slow

PLAN_LAYERS = {"district": 1, "zones": 6, "parks": 24, "projects": 43}
GROUND_LAYERS = {f"ground-{name}": len(frame) for name, frame in load("yinzhou").ground.items()}
LAYERS = {**PLAN_LAYERS, **GROUND_LAYERS}


def folder_of(plan: Plan, folder: Path) -> Path:
    context = build_context(plan, "zh")
    of_ground = {  # which the folder itself has inside the GeoPackage alone
        f"data/{metadata.layer}.sld": sld(metadata, flatten(frame)).encode("utf-8")
        for metadata, frame in layers(context)
        if metadata.is_ground
    }
    for name, content in {**geopackage.files(context), **qgis_project.files(context), **of_ground}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder / "data"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(load("yinzhou"), tmp_path_factory.mktemp("maps"))


@pytest.fixture(scope="module")
def seen(data: Path, qgis: str) -> dict[str, Any]:
    return opened(qgis, data)


def opened(python: str, data: Path) -> dict[str, Any]:
    """What QGIS says of the project of a folder."""
    script = str(Path(__file__).with_name("open_in_qgis.py"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(data), "HOME": str(data)}
    command = [python, script, str(data / "plan.qgz"), str(data / "sheet.png")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Invalid" not in done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def test_qgis_opens_the_project_with_every_layer_and_style(seen: dict[str, Any]) -> None:
    assert seen["title"] == "宁波市鄞州区制造业高质量发展“十四五”规划"
    assert [name for name in seen["order"] if name in PLAN_LAYERS] == ["projects", "parks", "zones", "district"]
    assert seen["order"][:3] == ["projects", "parks", "zones"]  # the ground lies under the plan
    assert {name: layer["features"] for name, layer in seen["layers"].items()} == LAYERS
    for name, layer in seen["layers"].items():
        assert layer["valid"]
        assert layer["crs"] == "EPSG:4490"
        module = plugins.load("yzgeo.layers", name)
        assert layer["renderer"] == "RuleRenderer"
        assert not getattr(module, "LABELLED", True) or layer["label"] == "name"
        assert layer["title"] == module.TITLE.zh
        assert name in GROUND_LAYERS or "示意范围" in layer["abstract"]
    assert [layer["drawn"] for layer in seen["layers"].values()] == [
        int(plugins.load("yzgeo.layers", name).frame(load("yinzhou")).geometry.notna().sum()) for name in seen["layers"]
    ]
    zones = seen["layers"]["zones"]
    colours = [
        colour.lower()
        for colour in zone_colours(*(load("yinzhou").zones[name] for name in ("zone_id", "kind"))).values()
    ]
    assert [symbol["colour"] for symbol in zones["symbols"]] == colours
    assert all(symbol["dashed"] for symbol in zones["symbols"])
    assert zones["aliases"]["usable_area_km2"] == "可利用面积（平方公里）"
    assert zones["widgets"]["outline_basis"] == "ValueMap"


def test_qgis_prints_the_sheet(seen: dict[str, Any], data: Path) -> None:
    assert seen["layout"] == {
        "name": "A3 横幅",
        "items": ["legend", "map", "scale", "source", "subtitle", "title"],
        "page": [420, 297],
    }
    assert seen["exported"] == 0
    picture = (data / "sheet.png").read_bytes()
    assert int.from_bytes(picture[16:20], "big") == int(420 / 25.4 * 100)
    assert len(picture) > 50_000  # a sheet with nothing drawn on it compresses to a few kilobytes


@pytest.mark.parametrize("room", [222.0, 120.0])
def test_the_legend_ends_above_what_stands_below_it(
    room: float, qgis: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yzgeo.export.qgis.LEGEND_MM", room)  # less room stands for more symbols
    boxes = opened(qgis, folder_of(load("yinzhou"), tmp_path))["boxes"]
    x, y, _, height = boxes["legend"]
    assert 80 < height <= room
    assert y + height <= boxes["source"][1]
    assert x >= boxes["map"][0] + boxes["map"][2]
    assert boxes["scale"][0] + boxes["scale"][2] < x  # it stands on the map


def test_qgis_takes_style_and_aliases_from_the_bare_geopackage_and_reads_the_sld(seen: dict[str, Any]) -> None:
    for name, bare in seen["bare"].items():
        assert bare["default"] == seen["layers"][name]["symbols"]
        assert bare["aliases"] == seen["layers"][name]["aliases"]
        assert bare["sld_read"], bare["sld_message"]
        assert [(drawn["colour"], drawn["dashed"]) for drawn in bare["sld"]] == [
            (drawn["colour"], drawn["dashed"]) for drawn in bare["default"]
        ]


def test_hostile_names_break_neither_project_nor_style(tmp_path: Path, qgis: str) -> None:
    seen = opened(qgis, folder_of(load(hostile.make(tmp_path / "plan")), tmp_path))
    assert all(layer["valid"] for layer in seen["layers"].values())
    assert seen["layers"]["zones"]["symbols"][0]["label"] == f"{hostile.NAMES[7]} · 示意范围"
    assert seen["layers"]["projects"]["drawn"] == len(hostile.NAMES) - 1


def test_qgis_shows_every_hostile_text_as_it_stands(tmp_path: Path, qgis: str) -> None:
    plan = load(payloads.plan_folder(tmp_path / "plan"))
    data = folder_of(plan, tmp_path)
    seen = opened(qgis, data)
    title = payloads.TITLE.replace("\x1b", "␛").replace("\ufffe", "\\ufffe")
    authority = payloads.AUTHORITY.replace("\x07", "␇").replace("\x00", "␀")
    assert seen["evaluated"] == str(data)  # QGIS does evaluate, and reads the environment
    assert seen["title"] == title
    assert seen["labels"]["title"] == title
    assert seen["labels"]["subtitle"].startswith(f"{authority} · 2026-01-01 · ")
    assert title in seen["labels"]["source"]
    assert authority in seen["labels"]["source"]
    assert any("[% env('HOME') %]<b>北'\"␛\u202e区" in text for text in seen["legend"])
    projects = seen["layers"]["projects"]
    assert str(data) not in json.dumps([seen["labels"], seen["legend"], projects["tips"], projects["abstract"]])
    assert all(layer["valid"] for layer in seen["layers"].values())
    assert projects["drawn"] == projects["features"] == len(payloads.PAYLOADS)
    without_bom = [text.removeprefix("\ufeff") for text in payloads.PAYLOADS]  # QGIS drops one before any text
    assert [html.unescape(tip) for tip in projects["tips"]] == without_bom
    assert not [tip for tip in projects["tips"] if "<" in tip]
    assert "<img" not in projects["abstract"]
    assert "&lt;img src=x&gt;" in projects["abstract"]
    assert seen["exported"] == 0


def test_gdal_reads_every_layer_and_table(data: Path, gdal: str) -> None:
    command = ["ogrinfo", "-so", "-al", str(data / "plan.gpkg")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "arning" not in done.stderr
    counts = {
        block.splitlines()[0]: int(block.partition("Feature Count: ")[2].split()[0])
        for block in done.stdout.split("Layer name: ")[1:]
    }
    plan = load("yinzhou")
    tables = {"targets": len(plan.targets), "clusters": len(plan.clusters), "figures": len(plan.figures)}
    tables |= {"clauses": len(plan.clauses), "findings": len(run(plan).findings)}
    assert counts == {**LAYERS, **tables, "layer_styles": len(LAYERS)}


def test_the_geopackage_is_sound_and_says_what_it_is(data: Path) -> None:
    database = sqlite3.connect(data / "plan.gpkg")
    one = lambda query: database.execute(query).fetchall()  # noqa: E731
    assert one("PRAGMA integrity_check") == [("ok",)]
    assert one("PRAGMA foreign_key_check") == []
    assert {stamp for (stamp,) in one("SELECT last_change FROM gpkg_contents")} == {"2021-11-03T00:00:00.000Z"}
    titles = dict(one("SELECT column_name, title FROM gpkg_data_columns WHERE table_name = 'projects'"))
    assert titles["new_land_mu"] == "新增用地（亩）"
    words = dict(
        one("SELECT value, description FROM gpkg_data_column_constraints WHERE constraint_name = 'projects_list'")
    )
    assert words == {"planned": "新建谋划", "under_construction": "在建"}
    said = one("SELECT metadata FROM gpkg_metadata")
    assert len(said) == len(LAYERS)
    assert all("2021-11-03" in text and "EPSG:4490" in text for (text,) in said)
    assert sum("示意范围" in text for (text,) in said) >= len(PLAN_LAYERS)
    database.close()


def test_the_same_plan_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    again = folder_of(load("yinzhou"), tmp_path)
    for name in ("plan.gpkg", "plan.qgz", *(f"{layer}.sld" for layer in LAYERS)):
        assert (data / name).read_bytes() == (again / name).read_bytes(), name


def test_the_project_names_no_path(data: Path) -> None:
    with zipfile.ZipFile(io.BytesIO((data / "plan.qgz").read_bytes())) as archive:
        assert archive.namelist() == ["plan.qgs"]
        project = ElementTree.fromstring(archive.read("plan.qgs"))
    sources = {element.text for element in project.iter("datasource")}
    assert sources == {f"./plan.gpkg|layername={name}" for name in LAYERS}


def test_every_drawn_feature_has_one_symbol_as_its_layer_styles_it() -> None:
    plan = load("yinzhou")
    colours = zone_colours(plan.zones["zone_id"], plan.zones["kind"])
    for layer in plugins.discover("yzgeo.layers").values():
        frame = layer.frame(plan)
        if frame.empty:  # parcels, without a ledger
            continue
        symbols = symbology(layer, frame, plan).symbols
        covered = sum(rows_of_symbol(frame, symbol).astype(int) for symbol in symbols)
        assert (covered[frame.geometry.notna()] == 1).all()
        for symbol in symbols:
            for row in (
                frame[rows_of_symbol(frame, symbol) & frame.geometry.notna()]
                .drop(columns="geometry")
                .to_dict("records")
            ):
                own = layer.style({key: json_value(value) for key, value in row.items()}, colours)
                assert own | {"radius": 0} == symbol.path | {"radius": 0}


def test_the_order_of_elements_in_sld_is_the_standards(data: Path) -> None:
    se = "{http://www.opengis.net/se}"
    ranks = {
        tag: place
        for place, tag in enumerate(
            (
                "Name",
                "Description",
                "Filter",
                "PolygonSymbolizer",
                "LineSymbolizer",
                "PointSymbolizer",
                "TextSymbolizer",
            )
        )
    }
    ranks_inside = {
        "PolygonSymbolizer": ["Fill", "Stroke"],
        "LineSymbolizer": ["Stroke"],
        "Mark": ["WellKnownName", "Fill", "Stroke"],
        "TextSymbolizer": ["Label", "Font", "LabelPlacement", "Halo", "Fill"],
    }
    for name in LAYERS:
        root = ElementTree.parse(data / f"{name}.sld").getroot()
        rules = list(root.iter(f"{se}Rule"))
        assert rules
        for rule in rules:
            tags = [child.tag.rpartition("}")[2] for child in rule]
            assert tags == sorted(tags, key=ranks.__getitem__)
        for tag, order in ranks_inside.items():
            for element in root.iter(f"{se}{tag}"):
                assert [child.tag.rpartition("}")[2] for child in element] == order


def test_a_plan_without_outlines_still_makes_a_project(tmp_path: Path) -> None:
    plan = load(toy.make(tmp_path / "plan", zone_places=[]))
    assert plan.zones.geometry.isna().all()
    data = folder_of(plan, tmp_path)
    assert not (data / "zones.sld").exists()
    assert (data / "plan.qgz").is_file()
