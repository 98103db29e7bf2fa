"""plan.gpkg, plan.qgz and the SLD files, as QGIS, GDAL and SQLite see them."""

from __future__ import annotations

import dataclasses
import hashlib
import html
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas as gpd
import hostile
import made_plans
import pandas as pd
import payloads
import pytest
import shapely
import toy

from yzgeo.checks.run import run
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang, plain
from yzgeo.core.palette import zone_colours
from yzgeo.core.values import json_value
from yzgeo.export.flat_tables import flatten
from yzgeo.export.qgis import sld
from yzgeo.export.qgis_project.relations import LINKS, Member, relations
from yzgeo.export.symbology import rows_of_symbol, symbology
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.plan.public_edition import public_edition
from yzgeo.publish import plan_tables
from yzgeo.publish.context import build_context
from yzgeo.publish.outputs import geopackage, qgis_project
from yzgeo.publish.outputs.geopackage import layers

pytestmark = pytest.mark.slow

PLAN_LAYERS = {"district": 1, "zones": 6, "parks": 24, "projects": 43}
GROUND_LAYERS = {f"ground-{name}": len(frame) for name, frame in load("yinzhou").ground.items()}
OF_THE_PLAN = (
    "targets",
    "figures",
    "measures",
    "clusters",
    "cluster_years",
    "industries",
    "zone_industries",
    "clauses",
)
LAYERS = {**PLAN_LAYERS, **GROUND_LAYERS}
LINKS_HERE = LINKS - {"project_zones"}
"""No project of the built-in plan lies in several zones."""


def folder_of(plan: Plan, folder: Path, lang: Lang = "zh") -> Path:
    context = build_context(plan, lang)
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
    return opened(qgis, data, all_themes=True)


def opened(python: str, data: Path, *, all_themes: bool = False) -> dict[str, Any]:
    """What QGIS says of the project of a folder; it draws all themes and sheets where that is asked for."""
    script = str(Path(__file__).with_name("open_in_qgis.py"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(data), "HOME": str(data)}
    command = [python, script, str(data / "plan.qgz"), str(data / "sheet.png"), *["all"] * all_themes]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=200)
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
        assert not getattr(module, "LABELLED", True) or name == "district" or '"name"' in f'"{layer["label"]}"'
        assert layer["title"] == module.TITLE.zh
        assert name in GROUND_LAYERS or "示意范围" in layer["abstract"]
    frames = {name: plugins.load("yzgeo.layers", name).frame(load("yinzhou")) for name in seen["layers"]}
    places = frames["projects"].geometry.dropna().to_wkt().nunique()  # one mark for what is at one place
    assert {name: layer["drawn"] for name, layer in seen["layers"].items()} == {
        name: int(frame.geometry.notna().sum()) for name, frame in frames.items()
    } | {"projects": places}
    assert places < frames["projects"].geometry.notna().sum()
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
        "name": "总览 A3 横幅",
        "items": ["legend", "map", "north", "north-word", "scale", "scale-number", "source", "subtitle", "title"],
        "page": [420, 297],
    }
    assert seen["exported"] == 0
    picture = (data / "sheet.png").read_bytes()
    assert int.from_bytes(picture[16:20], "big") == int(420 / 25.4 * 100)
    assert len(picture) > 50_000  # a sheet with nothing drawn on it compresses to a few kilobytes


@pytest.mark.parametrize("room", [222.0, 60.0])
def test_the_legend_ends_above_what_stands_below_it(
    room: float, qgis: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yzgeo.export.qgis_project.sheets.LEGEND_MM", room)  # less room stands for more symbols
    boxes = opened(qgis, folder_of(load("yinzhou"), tmp_path))["boxes"]
    x, y, _, height = boxes["legend"]
    assert 40 < height <= room
    assert y + height <= boxes["source"][1]
    assert x >= boxes["map"][0] + boxes["map"][2]
    assert boxes["scale"][0] + boxes["scale"][2] < x  # it stands on the map


def test_qgis_takes_style_and_aliases_from_the_bare_geopackage_and_reads_the_sld(seen: dict[str, Any]) -> None:
    for name, bare in seen["bare"].items():
        assert name == "projects" or bare["default"] == seen["layers"][name]["symbols"]
        assert bare["aliases"] == seen["layers"][name]["aliases"]
        assert bare["sld_read"], bare["sld_message"]
        assert [(drawn["colour"], drawn["dashed"]) for drawn in bare["sld"]] == [
            (drawn["colour"], drawn["dashed"]) for drawn in bare["default"]
        ]


def test_hostile_names_break_neither_project_nor_style(tmp_path: Path, qgis: str) -> None:
    seen = opened(qgis, folder_of(load(hostile.make(tmp_path / "plan")), tmp_path))
    assert all(layer["valid"] for layer in seen["layers"].values())
    assert seen["layers"]["zones"]["symbols"][0]["label"] == f"{hostile.NAMES[7]} · 示意范围"
    assert {row["text"] for row in seen["rows"]["projects"]} >= set(hostile.NAMES[1:])


def test_qgis_shows_every_hostile_text_as_it_stands(tmp_path: Path, qgis: str) -> None:
    plan = load(payloads.plan_folder(tmp_path / "plan"))
    data = folder_of(plan, tmp_path)
    seen = opened(qgis, data)
    title = payloads.TITLE.replace("\x1b", "␛").replace("\ufffe", "\\ufffe")
    authority = payloads.AUTHORITY.replace("\x07", "␇").replace("\x00", "␀")
    assert seen["evaluated"] == str(data)  # QGIS does evaluate, and reads the environment
    assert seen["title"] == title
    assert seen["labels"]["title"] == title
    assert seen["labels"]["subtitle"].startswith(f"总览 · {authority} · 2026-01-01 · ")
    assert title in seen["labels"]["source"]
    assert authority in seen["labels"]["source"]
    assert any("[% env('HOME') %]<b>北'\"␛\u202e区" in line for lines in seen["legend"] for line in lines)
    projects = seen["layers"]["projects"]
    told = [seen["labels"], seen["legend"], seen["rows"], seen["relations"], seen["bookmarks"], seen["groups"]]
    tips = {name: layer["tips"] for name, layer in seen["layers"].items()}
    assert str(data) not in json.dumps([*told, tips, projects["abstract"]])
    assert all(layer["valid"] for layer in seen["layers"].values())
    assert projects["features"] == len(payloads.PAYLOADS)
    without_bom = [text.removeprefix("\ufeff") for text in payloads.PAYLOADS]  # QGIS drops one before any text
    names = [re.match(r"<b>(.*?)</b>", tip, re.DOTALL)[1] for tip in projects["tips"]]  # type: ignore[index]
    assert [html.unescape(name) for name in names] == without_bom
    tags = {tag for of_layer in tips.values() for tip in of_layer for tag in re.findall("<[^>]*>?", tip)}
    assert tags == {"<b>", "</b>", "<br>"}  # no other text is HTML
    assert [row["text"] for row in seen["rows"]["projects"]] == without_bom
    assert "<img" not in projects["abstract"]
    assert "&lt;img src=x&gt;" in projects["abstract"]
    assert seen["exported"] == 0


def test_every_relation_leads_somewhere_and_outlives_the_change_of_a_theme(seen: dict[str, Any]) -> None:
    ends = {tuple(facts["ends"]) for facts in seen["relations"].values()}
    assert ends >= {
        ("zones", "parks"),
        ("zones", "projects"),
        ("zones", "zone_industries"),
        ("clusters", "cluster_years"),
        ("clauses", "targets"),
        ("clauses", "figures"),
        ("clauses", "clusters"),
        ("measures", "figures"),
    }
    for facts in seen["relations"].values():
        assert facts["valid"]
        assert facts["parents"] == facts["children"] == facts["rows"] > 0
    for parent in ("zones", "parks", "projects", "targets", "measures"):
        key = {"measures": "measure_id"}.get(parent, f"{parent[:-1]}_id")
        assert seen["below"][parent][f"finding_subjects_{key}"] == "finding_subjects_finding_id"
    assert seen["below"]["findings"]["finding_clauses_finding_id"] == "finding_clauses_clause"
    assert seen["below"]["zones"]["zone_clauses_zone_id"] == "zone_clauses_clause"
    assert seen["relations"]["finding_subjects_project_id"]["name"] == "投资项目 — 检查结果"


def test_forms_show_names_and_words(seen: dict[str, Any]) -> None:
    plan = load("yinzhou")
    zone_names, words = set(plan.zones["name"]), {"在建", "新建谋划"}
    for layer in ("parks", "projects"):
        shown = {row["cells"]["zone_id"] for row in seen["rows"][layer]} - {"NULL", ""}
        assert shown
        assert shown <= zone_names
    assert {row["cells"]["list"] for row in seen["rows"]["projects"]} == words
    assert {row["cells"]["severity"] for row in seen["rows"]["findings"]} <= {"错误", "警告", "提示"}
    assert {row["cells"]["scope"] for row in seen["rows"]["figures"]}.isdisjoint({"district", *plan.zones["zone_id"]})
    target = plan.targets["target_id"].tolist().index("low-efficiency-land")
    row = seen["rows"]["targets"][target]["cells"]
    text = plan.clauses.set_index("clause")["text"]["专栏7"]
    assert row["source"].startswith("专栏7　")
    assert text.replace("\n", " ").startswith(row["source"].partition("　")[2].rstrip())
    assert row["target_year"] == "2025"
    codes = {row["cells"]["cluster_id"] for row in seen["rows"]["cluster_years"]}
    assert codes == set(plan.clusters["name"])
    ours = {name: aliases for name, aliases in seen["aliases"].items() if not name.startswith("ground-")}
    bare = {alias for aliases in ours.values() for field, alias in aliases.items() if alias == field} - {"fid"}
    assert not bare  # every column has a title in words


def test_every_view_of_the_page_is_a_theme_with_a_sheet(seen: dict[str, Any]) -> None:
    source = Path("yzgeo/publish/page/src/views")
    tabs = re.findall(r'zh: "(\w+)", en: "\w+" }', "".join(file.read_text("utf-8") for file in source.glob("*.js")))
    assert {*tabs, "审读"} - {"表格"} == set(seen["themes"])
    plan_layers = {name: {*facts["layers"]} & {"zones", "parks", "projects"} for name, facts in seen["themes"].items()}
    assert plan_layers["总览"] == {"zones", "projects"}
    assert plan_layers["产业"] == {"zones"}
    assert all(
        {"ground-water", "ground-rail", "ground-neighbours"} <= {*one["layers"]} for one in seen["themes"].values()
    )
    assert {facts["theme"] for facts in seen["sheets"].values()} == set(seen["themes"])
    for facts in seen["sheets"].values():
        assert facts["exported"] == 0
        assert facts["north"] == [False]  # a picture that is missing would be True
        assert facts["styles"] == ["Numeric", "Single Box"]
        assert facts["scale"] % 5000 == 0
    for facts in seen["themes"].values():
        assert facts["errors"] == []
        assert facts["colours"] > 500  # land, water and the soft zones; an empty map has one


def test_bookmarks_hold_the_zones(seen: dict[str, Any]) -> None:
    zones = load("yinzhou").zones
    assert [name for name, _, _ in seen["bookmarks"]] == zones["name"].tolist()
    for zone, (_, code, extent) in zip(zones.geometry, seen["bookmarks"], strict=True):
        (there,) = gpd.GeoSeries.from_wkt([extent], crs=code).to_crs(zones.crs)
        assert there.buffer(1e-6).contains(zone)


def test_groups_hold_every_layer_and_table_once(seen: dict[str, Any]) -> None:
    grouped = [name for members in seen["groups"].values() for name in members]
    assert sorted(grouped) == sorted([*seen["layers"], *seen["tables"]])
    assert set(seen["groups"]["底图"]) == {"district", *GROUND_LAYERS}


def test_opening_changes_nothing_and_says_nothing(seen: dict[str, Any], data: Path) -> None:
    assert all(answer == [True, False] for answer in seen["read_only"].values())  # none can be edited
    before, after = seen["checksums"]
    assert before == after == {"plan.gpkg": hashlib.sha256((data / "plan.gpkg").read_bytes()).hexdigest()}  # no -wal
    assert seen["log"] == []


def test_a_layer_that_can_be_edited_would_change_the_file(data: Path, qgis: str, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(data, copy)
    with zipfile.ZipFile(data / "plan.qgz") as archive:
        project = archive.read("plan.qgs").decode("utf-8").replace('readOnly="1"', 'readOnly="0"')
    with zipfile.ZipFile(copy / "plan.qgz", "w") as archive:
        archive.writestr("plan.qgs", project)
    before, after = opened(qgis, copy)["checksums"]
    assert before != after


def test_gdal_reads_every_layer_and_table(data: Path, gdal: str) -> None:
    command = ["ogrinfo", "-so", "-al", str(data / "plan.gpkg")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "arning" not in done.stderr
    counts = {
        block.splitlines()[0]: int(block.partition("Feature Count: ")[2].split()[0])
        for block in done.stdout.split("Layer name: ")[1:]
    }
    plan = load("yinzhou")
    tables = {name: len(getattr(plan, name)) for name in OF_THE_PLAN}
    tables |= {"findings": len(run(plan).findings)}
    assert counts.items() >= {**LAYERS, **tables, "layer_styles": len(LAYERS)}.items()
    assert counts.keys() - {*LAYERS, *tables, "layer_styles"} == LINKS_HERE


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
    assert sources == {f"./plan.gpkg|layername={name}" for name in (*LAYERS, *OF_THE_PLAN, "findings", *LINKS_HERE)}


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


def other_plans(folder: Path) -> dict[str, Plan]:
    yinzhou = load("yinzhou")
    corner = shapely.box(121.55, 29.80, 121.552, 29.802)
    parcels = gpd.GeoDataFrame(
        {"parcel_id": ["P1"], "status": ["recovered"], "[% env('HOME') %]": ["<b>x</b>"]}, geometry=[corner], crs=4490
    )
    constraint = {
        "constraint_id": "C1", "kind": "flood", "name": "<i>滞洪区</i>", "effect": "forbids", "basis": None, "source": "x",
    }  # fmt: skip
    with_land = dataclasses.replace(
        yinzhou,
        parcels=pd.concat([yinzhou.parcels, parcels]).set_crs(4490, allow_override=True),
        constraints=gpd.GeoDataFrame([constraint], geometry=[corner], crs=4490),
    )
    return {
        "with parcels and constraints": with_land,
        "public": public_edition(yinzhou),
        "zones in zones": load(made_plans.make(folder / "many", made_plans.SIZES["many industries without English"])),
        "no outlines": load(made_plans.make(folder / "bare", made_plans.SIZES["no outlines"])),
    }


@pytest.mark.parametrize("name", ["with parcels and constraints", "public", "zones in zones", "no outlines"])
def test_the_project_of_any_plan_opens_in_english(name: str, tmp_path: Path, qgis: str) -> None:
    plan = other_plans(tmp_path)[name]
    seen = opened(qgis, folder_of(plan, tmp_path, "en"))
    assert seen["log"] == []
    assert seen["checksums"][0] == seen["checksums"][1]
    assert all(layer["valid"] for layer in seen["layers"].values())
    assert all(facts["valid"] and facts["parents"] == facts["rows"] for facts in seen["relations"].values())
    assert set(seen["groups"]) <= {"The plan", "Limits", "Ground", "Tables", "Links"}
    assert seen["exported"] == 0
    names = {row["text"] for row in seen["rows"]["zones"]}
    english = {
        zone.name_en if isinstance(zone.name_en, str) else zone.name for zone in plan.zones.itertuples(index=False)
    }
    assert names == english
    labels = seen["themes"]["Industries"]["labels"].get("zones", ()) if "Industries" in seen["themes"] else ()
    said = {line for text in labels for line in text.splitlines()}
    assert any(character >= "\u4e00" for line in said for character in line) == (name == "zones in zones")
    assert ("Smart home appliances" in said) == (name in ("with parcels and constraints", "public"))
    shown = {row["cells"]["zone_id"] for layer in ("parks", "projects") for row in seen["rows"][layer]} - {"NULL", ""}
    assert shown <= english
    if name == "with parcels and constraints":
        assert seen["groups"]["Limits"] == ["constraints"]
        assert "parcels" in seen["themes"]["Land"]["layers"]
        assert "projects" not in seen["themes"]["Land"]["layers"]
        assert seen["rows"]["parcels"][0]["cells"]["status"] == "recovered"
        assert "parcels" not in seen["groups"]["Ground"]
    if name == "public":
        assert "公开版" in seen["title"] or "Public edition" in seen["title"]
    if name == "no outlines":
        assert "zones" in seen["tables"]
        assert seen["bookmarks"] == []


def test_a_project_across_zones_is_listed_in_each(tmp_path: Path) -> None:
    yinzhou = load("yinzhou")
    projects = yinzhou.projects.copy()
    projects.loc[0, ["zone_id", "zone_ids"]] = [None, "mingzhou、panhuo"]
    across = plan_tables._across(dataclasses.replace(yinzhou, projects=projects))
    assert across.to_dict("list") == {"project_id": ["a2-01", "a2-01"], "zone_id": ["mingzhou", "panhuo"]}
    zones = Member("zones", plain("zones"), yinzhou.zones[["zone_id", "name"]])
    rows = Member("projects", plain("projects"), projects[["project_id", "zone_id"]])
    ids = [one.id for one in relations([zones, rows, Member("project_zones", plain("across"), across)])]
    assert ids == ["projects_zone_id", "project_zones_zone_id", "project_zones_project_id"]
