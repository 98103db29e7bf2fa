"""The command as scripts use it: exit codes, streams, files, and what it costs to start."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import shapely
import toy

from yzgeo.checks.run import run
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow

ISSUE_FILES = {
    "index.html",
    "report.html",
    "board.html",
    *("report.docx", "rectification.docx", "board.pptx", "data/findings.xlsx"),
    "使用说明.txt",
    *(f"data/{name}.geojson" for name in ("zones", "parks", "projects", "district")),
    *(f"data/{name}" for name in ("statistics.json", "statistics.xlsx", "findings.json", "manifest.json")),
    *(f"data/{name}" for name in ("plan.gpkg", "plan.qgz", "zones.sld", "parks.sld", "projects.sld", "district.sld")),
}


def yzgeo(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yzgeo", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8")


def imported(statement: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_help_and_version_start_without_the_heavy_libraries() -> None:
    for option in ("--help", "--version", "check --help"):
        call = f"import sys\nsys.argv = ['yzgeo', *{option.split()!r}]\nfrom yzgeo.cli.main import main\ntry: main()\nexcept SystemExit: pass"
        assert not imported(call) & {"geopandas", "folium", "pandas", "frictionless", "shapely", "pyproj"}, option


def test_check_does_not_import_folium() -> None:
    call = "import sys\nsys.argv = ['yzgeo', 'check']\nfrom yzgeo.cli.main import main\ntry: main()\nexcept SystemExit: pass"
    modules = imported(call)
    assert "geopandas" in modules
    assert not modules & {"folium", "branca"}


def test_every_command_has_help_with_an_example_in_both_languages() -> None:
    listed = yzgeo("--help").stdout
    for command in ("assign", "build", "check", "stats", "map", "export", "import", "diff", "new", "cite"):
        assert f"  {command} " in listed
        text = yzgeo(command, "--help").stdout
        assert f"Example:\n    yzgeo {command}" in text
        assert any("\u4e00" <= character <= "\u9fff" for character in text)


def test_check_exits_by_severity() -> None:
    assert yzgeo("check").returncode == 1
    assert yzgeo("check", "--fail-on", "never").returncode == 0
    assert yzgeo("check", "--fail-on", "error").returncode == 0
    only = yzgeo("check", "--select", "leading-industries")
    assert only.returncode == 1
    assert "zone:mingzhou" in only.stdout
    assert yzgeo("check", "--select", "zone-area").returncode == 0
    wrong = yzgeo("check", "--select", "leading-industry", "--lang", "en")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith(
        "yzgeo: there is no 'leading-industry'. Remedy: perhaps you mean: leading-industries"
    )


def test_check_prints_what_findings_json_holds(tmp_path: Path) -> None:
    yzgeo("build", "-o", tmp_path / "maps")
    printed = yzgeo("check", "--format", "json")
    assert printed.stdout == (tmp_path / "maps/data/findings.json").read_text("utf-8")
    content = json.loads(printed.stdout)
    assert set(content) == {"rules", "findings", "gaps", "proofreading"}
    assert set(content["rules"][0]) == {"rule", "clause", "status", "reason"}
    keys = [
        "rule",
        "severity",
        "subject",
        "key",
        "reading",
        "message_zh",
        "message_en",
        "remedy",
        "clause",
        "values",
        "geometry",
    ]
    assert list(content["findings"][0]) == keys
    assert all(finding["clause"] and finding["message_zh"] and finding["message_en"] for finding in content["findings"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--plan", "nowhere", "-o", "out"),
        ("stats", "-o", "out.docx"),
        ("stats", "--format", "xlsx"),
        ("export", "zones", "-o", "out.unknown"),
        ("export", "zones", "-o", "out.geojson", "--crs", "EPSG:4529"),
        ("export", "zones", "-o", "out.geojson", "--crs", "EPSG:nothing"),
        ("cite", "zone", "mingzho"),
        ("cite", "zones", "mingzhou"),
        ("new", "."),
        ("map", "-o", "taken/map.html"),
        ("assign", "a.csv", "-o", "rows.csv", "--min-overlap", "nan"),
        ("assign", "a.csv", "-o", "rows.csv", "--min-overlap", "inf"),
    ],
)
def test_a_refusal_is_one_message_and_leaves_nothing(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "taken").write_text("a file where a folder is wanted", "utf-8")
    done = yzgeo(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("yzgeo: ")
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_cite_names_chapter_section_and_table() -> None:
    said = yzgeo("cite", "zone", "mingzhou").stdout
    for words in ("三、产业体系及布局", "（二）产业布局", "三（二）1 第2段", "表2 第1行", "可利用面积16.88平方公里"):
        assert words in said
    assert yzgeo("cite", "zone", "潘火工业集聚区").stdout.startswith("潘火产业集聚区")  # the table's name is an alias
    english = yzgeo("cite", "target", "low-efficiency-land", "--lang", "en").stdout
    assert "5,000 mu (2025)  〔Box 7〕" in english
    assert "mingzhou" in yzgeo("cite", "zone").stdout
    assert "target" in yzgeo("cite").stdout


def test_build_writes_the_folder_and_the_same_bytes_again(tmp_path: Path) -> None:
    first = yzgeo("build", "-o", tmp_path / "a")
    assert first.returncode == 0
    assert f"发现 {len(run(load('yinzhou')).findings)} 处" in first.stdout
    assert len(first.stdout.splitlines()) < 30
    files = {str(file.relative_to(tmp_path / "a")) for file in (tmp_path / "a").rglob("*") if file.is_file()}
    assert files == ISSUE_FILES
    yzgeo("build", "-o", tmp_path / "b")
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
    manifest = json.loads((tmp_path / "a/data/manifest.json").read_text("utf-8"))
    for name, digest in manifest["outputs"].items():
        assert hashlib.sha256((tmp_path / "a" / name).read_bytes()).hexdigest() == digest
    assert set(manifest["outputs"]) == ISSUE_FILES - {"data/manifest.json"}


def test_geojson_holds_the_contract(tmp_path: Path) -> None:
    yzgeo("build", "-o", tmp_path)
    layers = {
        name: json.loads((tmp_path / f"data/{name}.geojson").read_text("utf-8"))["features"]
        for name in ("zones", "parks", "projects", "district")
    }
    assert {name: len(features) for name, features in layers.items()} == {
        "zones": 6,
        "parks": 24,
        "projects": 43,
        "district": 1,
    }
    zone = layers["zones"][0]["properties"]
    wanted = "zone_id name name_en kind parent_zone_id usable_area_km2 usable_area_mu leading_industries leading_industries_table parks parks_table"
    wanted += " project_count investment_100m_yuan project_count_by_evidence investment_100m_yuan_by_evidence"
    assert in_order(zone, [*wanted.split(), "outline_basis", "outline_uncertainty_m", "source"])
    assert {"area_as_printed", "area_kind"} <= set(zone)
    assert zone["leading_industries"] == ["智能家电", "医疗健康", "电子信息", "高端汽配"]
    assert sum(zone["project_count_by_evidence"].values()) == zone["project_count"]
    assert list(layers["parks"][0]["properties"]) == [
        "park_id",
        "name",
        "zone_id",
        "listed_in",
        "place",
        "uncertainty_m",
        "source",
    ]
    project = "project_id list seq name owner industry investment_100m_yuan years site_mu new_land_mu floor_area_m2"
    project += " floor_area_ratio zone_id location_evidence uncertainty_m source"
    assert in_order(layers["projects"][0]["properties"], project.split())
    nowhere = [feature for feature in layers["projects"] if feature["geometry"] is None]
    assert len(nowhere) == 27
    assert all(feature["properties"]["location_evidence"] is None for feature in nowhere)
    for feature in [*layers["zones"], *layers["district"]]:
        shape = shapely.geometry.shape(feature["geometry"])
        assert shape.is_valid
        assert all(part.exterior.is_ccw for part in getattr(shape, "geoms", [shape]))
        assert all(value == round(value, 7) for value in shapely.get_coordinates(shape).ravel())


def in_order(properties: dict[str, Any], names: list[str]) -> bool:
    """Whether the names of the contract stand there in its order; others may stand between."""
    return [name for name in properties if name in names] == names


def test_another_district_builds_with_no_code_changed(tmp_path: Path) -> None:
    folder = tmp_path / "toy"
    assert yzgeo("new", folder).returncode == 0
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    toy.make(folder)
    done = yzgeo("build", "--plan", folder, "-o", tmp_path / "maps")
    assert done.returncode == 0, done.stderr
    assert "玩具规划" in done.stdout
    zones = json.loads((tmp_path / "maps/data/zones.geojson").read_text("utf-8"))["features"]
    assert [zone["properties"]["name"] for zone in zones] == ["北区", "南区"]
    assert yzgeo("check", "--plan", folder).returncode == 0


def test_an_existing_output_survives_a_failed_run(tmp_path: Path) -> None:
    yzgeo("build", "-o", tmp_path / "maps")
    before = (tmp_path / "maps/index.html").read_bytes()
    folder = toy.make(tmp_path / "toy")
    (folder / "zones.csv").write_text("zone_id\n", "utf-8")
    assert yzgeo("build", "--plan", folder, "-o", tmp_path / "maps").returncode == 2
    assert (tmp_path / "maps/index.html").read_bytes() == before


def test_export_agrees_with_gdal(tmp_path: Path, gdal: str) -> None:
    yzgeo("export", "zones", "-o", tmp_path / "zones.geojson")
    command = [gdal, "-f", "CSV", "/vsistdout/", str(tmp_path / "zones.geojson"), "-lco", "GEOMETRY=AS_WKT"]
    text = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    csv.field_size_limit(10_000_000)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["name"] for row in rows] == load("yinzhou").zones["name"].tolist()
    for row, shape in zip(rows, load("yinzhou").zones.geometry, strict=True):
        assert shapely.from_wkt(row["WKT"]).symmetric_difference(shape).area < 1e-9
        assert float(row["usable_area_km2"]) > 5


def test_the_wheel_holds_plans_assets_and_vendored_files(tmp_path: Path) -> None:
    root = Path(__file__).parents[1]
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(tmp_path),
        str(root),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    call = "import yzgeo, yzgeo.plan.tables as t; print(yzgeo.__file__); print(t.built_in()); print(len(yzgeo.load().zones))"
    done = subprocess.run(
        [sys.executable, "-P", "-c", call],
        cwd=tmp_path / "site",
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )
    module, plans, zones = done.stdout.splitlines()
    assert module.startswith(str(tmp_path / "site"))
    assert plans == str(tmp_path / "site/yzgeo/geodata")
    assert zones == "6"
    assert (tmp_path / "site/yzgeo/publish/offline/vendor/register.json").is_file()
    assert (tmp_path / "site/yzgeo/publish/page/assets/page.js").is_file()


def test_diff_lists_all_endings_for_one_that_it_does_not_know(tmp_path: Path) -> None:
    done = yzgeo("diff", "yinzhou", "yinzhou", "-o", "d.xyz", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 2
    assert "use one of: .geojson, .html, .json, .txt" in done.stderr


def test_a_folder_in_the_place_of_a_file_is_named_as_the_user_sees_it(tmp_path: Path) -> None:
    kept = tmp_path / "maps" / "data" / "plan.gpkg" / "mine.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine", "utf-8")
    done = yzgeo("build", "-o", "maps", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 2
    assert "data/plan.gpkg is a folder where a file belongs" in done.stderr
    assert ".yzgeo-build" not in done.stderr
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [kept]


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("export",), "缺少参数 LAYER。处理办法：用其一：constraints", "the argument LAYER is missing"),
        (("export", "zones"), "缺少选项 --output", "the option --output is missing"),
        (("export", "zone", "-o", "a.gpkg"), "LAYER 没有“zone”。处理办法：或许是：zones", "perhaps you mean: zones"),
        (("check", "--fail-on", "never-ever"), "--fail-on 没有“never-ever”", "perhaps you mean: never"),
        (("exprot",), "没有命令“exprot”。处理办法：或许是：export", "there is no command 'exprot'"),
        (("build", "--ouput", "x"), "没有选项“--ouput”。处理办法：或许是：--output", "there is no option '--ouput'"),
        (("build", "--parcels", "没有.gpkg"), "没有.gpkg：不存在", "没有.gpkg: does not exist"),
        (("build", "-o", "taken"), "taken：是文件，应是文件夹", "is a file where a folder belongs"),
        (("diff", "yinzhou", "yinzhou", "-o", "."), ".：是文件夹，应是文件", "is a folder where a file belongs"),
        (("build", "a", "b"), "多余的参数“a b”", "'a b' is one argument too many"),
        (("build", "--pdf=1"), "选项 --pdf 不带值", "the option --pdf takes no value"),
        (("build", "--lang=fr"), "--lang 没有“fr”", "use one of: zh, en"),
        (
            ("landuse", "a.shp", "--level", "9"),
            "--level 的值 9 超出范围。处理办法：给出 1 到 3 的数",
            "a number from 1 to 3",
        ),
        (("assign", "a.csv", "-o", "b.csv", "--min-overlap=-1"), "的值 -1.0 超出范围", "a number of 0 or more"),
        (("scenario", "a.csv", "-o", "b", "--target", "inf"), "--target 的值“inf”不能用", "--target cannot be 'inf'"),
        (("--nonsense",), "没有选项“--nonsense”", "there is no option '--nonsense'"),
    ],
)
def test_a_wrong_command_line_is_one_message_in_one_language(
    tmp_path: Path, arguments: tuple[str, ...], zh: str, en: str
) -> None:
    (tmp_path / "taken").write_text("a file where a folder is wanted", "utf-8")
    for lang, said in (("zh", zh), ("en", en)):
        if arguments in (("--nonsense",), ("build", "--lang=fr")) and lang == "en":
            continue  # what tells the language is what is wrong
        done = yzgeo(*arguments, "--lang", lang, cwd=tmp_path) if lang == "en" else yzgeo(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("yzgeo: ")
        assert len(done.stderr.splitlines()) == 1
        assert said in done.stderr
        assert lang == "en" or not {"Usage", "Error", "Try"} & set(done.stderr.split())
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_an_option_without_its_value_and_the_help_of_a_bare_command() -> None:
    assert yzgeo("build", "-o").stderr.startswith("yzgeo: 选项 -o 缺少值")
    bare = yzgeo()
    assert "Make an empty, valid plan folder" in bare.stdout + bare.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
@pytest.mark.parametrize("arguments", [("stats", "--format", "json"), ("check",), ("cite", "zone", "mingzhou")])
def test_a_full_standard_output_is_one_message(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "yzgeo", *arguments, "--lang", "en"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("yzgeo: standard output: cannot be written (No space left")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="shells there cannot close a stream")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 2), ("2>&-", 0), (">&- 2>&-", 2)])
def test_a_closed_standard_output_takes_no_result(closed: str, code: int) -> None:
    command = f'"{sys.executable}" -m yzgeo check --select zone-area --lang en {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code
    refused = "yzgeo: standard output: cannot be written"
    assert [line.startswith(refused) for line in done.stderr.splitlines()] == ([True] if closed == ">&-" else [])


def test_options_given_twice_add_up_and_a_dash_is_standard_output(tmp_path: Path) -> None:
    one = yzgeo("check", "--select", "zone-area,leading-industries", "--format", "json", cwd=tmp_path)
    two = yzgeo(
        *("check", "--select", "zone-area", "--select", "leading-industries", "--format", "json", "-o", "-"),
        cwd=tmp_path,
    )
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert yzgeo("map", "-o", "-", cwd=tmp_path).stdout.startswith("<!DOCTYPE html>")
    assert yzgeo("build", "-o", "-", cwd=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("f.json", '{\n "rules"'),
        ("f.sarif.json", '{\n "$schema"'),
        ("f.xml", "<?xml"),
        ("f.geojson", '{"type": "FeatureCollection"'),
        ("f.log", "宁波市"),
    ],
)
def test_the_ending_names_the_format_of_findings(tmp_path: Path, name: str, beginning: str) -> None:
    assert yzgeo("check", "--fail-on", "never", "-o", tmp_path / name).returncode == 0
    assert (tmp_path / name).read_text("utf-8").startswith(beginning)


def test_a_format_of_export_is_known_by_its_ending_too(tmp_path: Path) -> None:
    for form in ("gpkg", "geopackage"):
        assert yzgeo("export", "zones", "-o", tmp_path / "zones.gpkg", "--format", form).returncode == 0
    refused = yzgeo("export", "zones", "-o", tmp_path / "zones.gpkg", "--format", "shp", "--lang", "en")
    assert refused.returncode == 2
    assert "ending '.gpkg' is not one of the format shapefile" in refused.stderr


@pytest.mark.parametrize("crs", ["EPSG:2385", "EPSG:4610", "EPSG:4214", "EPSG:2437"])
def test_no_export_passes_off_coordinates_on_an_old_datum(tmp_path: Path, crs: str) -> None:
    done = yzgeo("export", "parks", "-o", tmp_path / "parks.gpkg", "--crs", crs, "--lang", "en")
    assert done.returncode == 2
    assert "to CGCS2000" in done.stderr or "and CGCS2000" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_manifest_keeps_a_ledger_and_a_table_of_one_name_apart(tmp_path: Path) -> None:
    plan = toy.make(tmp_path / "toy")
    ledger = tmp_path / "zones.csv"
    ledger.write_text("parcel_id,status,area_mu\nA,identified,15\n", "utf-8")
    assert yzgeo("build", "--plan", plan, "--parcels", ledger, "-o", tmp_path / "maps").returncode == 0
    inputs = json.loads((tmp_path / "maps/data/manifest.json").read_text("utf-8"))["inputs"]
    assert inputs["zones.csv"] == hashlib.sha256((plan / "zones.csv").read_bytes()).hexdigest()
    assert inputs["ledger/zones.csv"] == hashlib.sha256(ledger.read_bytes()).hexdigest()


def test_polygons_of_findings_turn_as_those_of_geojson() -> None:
    found = json.loads(yzgeo("check", "--format", "json").stdout)["findings"]
    shapes = [shapely.geometry.shape(one["geometry"]) for one in found if one["geometry"]]
    rings = [part.exterior for shape in shapes for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    assert rings
    assert all(ring.is_ccw for ring in rings)


def test_a_clause_is_named_in_the_language_asked_for() -> None:
    done = yzgeo("check", "--select", "leading-industries", "--lang", "en")
    assert "clause Chapter 3 (2), paragraph 1; Box 7" in done.stdout


# --- streams that fail, and a locale that knows no Chinese


def shell(command: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command line in which `$yzgeo` is the command and `$@` the arguments; bash gives the code of a pipe's parts."""
    words = ["bash", "-c", command, "bash", *map(str, arguments)]
    env = {**os.environ, "yzgeo": f"{sys.executable} -m yzgeo", **environment}
    return subprocess.run(words, capture_output=True, text=True, check=False, encoding="utf-8", env=env)


FAILING = {
    "full standard error, result": ("$yzgeo stats --plan $1 2>/dev/full", 0),
    "full standard error, refusal": ("$yzgeo nonsense 2>/dev/full", 2),
    "full standard error, findings": ("$yzgeo check --plan $1 --fail-on never 2>/dev/full", 0),
    "closed standard error": ("$yzgeo stats --plan $1 2>&-", 0),
    "closed standard error, refusal": ("$yzgeo nonsense 2>&-", 2),
    "standard error nobody reads": ("($yzgeo stats --plan $1 >/dev/null; echo $? >$2) 2>&1 | true; sleep 9; exit $(cat $2)", 0),
    "closed standard output": ("$yzgeo stats --plan $1 >&-", 2),
    "closed standard output, help": ("$yzgeo --help >&-", 2),
    "closed standard output, nothing to say": ("$yzgeo export zones --plan $1 -o $2.csv >&-", 0),
    "all closed": ("$yzgeo stats --plan $1 <&- >&- 2>&-", 2),
    "reader gone": ("$yzgeo stats --plan $1 2>/dev/null | true; exit ${PIPESTATUS[0]}", 2),
    "reader gone, findings": ("$yzgeo check --plan $1 2>/dev/null | true; exit ${PIPESTATUS[0]}", 2),
    "reader of the help gone": ("$yzgeo --help | true; exit ${PIPESTATUS[0]}", 2),
    "full standard output": ("$yzgeo stats --plan $1 >/dev/full", 2),
    "full standard output, help": ("$yzgeo check --help >/dev/full", 2),
    "full standard output, version": ("$yzgeo --version >/dev/full", 2),
}  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
@pytest.mark.parametrize("case", FAILING)
def test_a_stream_that_fails_is_no_finding(tmp_path: Path, case: str) -> None:
    command, code = FAILING[case]
    done = shell(command, toy.make(tmp_path / "plan"), tmp_path / "code")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_messages_of_a_closed_standard_error_do_not_land_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "zones.csv"
    assert shell("$yzgeo export zones --plan $1 -o $2 2>&-", toy.make(tmp_path / "plan"), file).returncode == 0
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == ["zone_id", "north", "south"]


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_locale_without_chinese_does_no_harm(tmp_path: Path, locale: str) -> None:
    plan = toy.make(tmp_path / "规划")
    parcels = tmp_path / "地块.csv"
    parcels.write_text(
        'parcel_id,wkt\n甲1,"POLYGON((121.59 29.64,121.6 29.64,121.6 29.65,121.59 29.65,121.59 29.64))"', "utf-8"
    )
    plain = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for command, shown in (
        ("$yzgeo cite zone 北区 --plan $1", "北区"),
        ("$yzgeo check --plan $1 --fail-on never", "发现"),
        ("$yzgeo assign $3 --plan $1 -o $2/相交.csv && cat $2/相交.csv", "甲1"),
        ("$yzgeo new $2/新规划 && ls $2", "新规划"),
        ("$yzgeo import parcels $3 --into $1 && ls $1", "地块.csv"),
        ("$yzgeo build --plan $1 -o $2/成果 && ls $2/成果", "使用说明.txt"),
    ):
        done = shell(command, plan, tmp_path, parcels, **plain)
        assert done.returncode == 0, (command, done.stderr)
        assert shown in done.stdout, command
