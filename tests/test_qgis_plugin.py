"""The QGIS plugin: its command line and tables here, its algorithms and panel in the QGIS of this machine."""

from __future__ import annotations

import ast
import configparser
import csv
import doctest
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import geopandas as gpd
import openpyxl
import payloads
import pyogrio
import pyproj
import pytest
import shapely
import toy
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from shapely import box

import lock
import qgis_plugin
from yzgeo.cli.main import cli
from yzgeo.core import plugins
from yzgeo.core.formula_injection import BEGINNING
from yzgeo.core.i18n import Text
from yzgeo.core.version import __version__
from yzgeo.ledger.land_classes import SYSTEMS
from yzgeo_processing import command_line
from yzgeo_processing.findings import rows, tables

ODD_ID = "甲' OR '1'='1"
HOSTILE = "<img src=x onerror=alert(1)>=1+1"
NORTH, SOUTH = (121.59, 29.64, 121.61, 29.66), (121.59, 29.54, 121.61, 29.56)
METADATA = qgis_plugin.PLUGIN / qgis_plugin.METADATA
ADDRESSES = {"email": "a@b.example", "repository": "https://b.example/r", "tracker": "https://b.example/t"}


def program(file: Path, body: str) -> Path:
    """An executable script."""
    file.write_text(body, "utf-8")
    file.chmod(0o755)
    return file


# The zip


def test_the_zip_is_reproducible_and_holds_the_plugin_whole(tmp_path: Path) -> None:
    for number in (1, 2):
        assert qgis_plugin.main(["-o", str(tmp_path / f"{number}.zip")]) == 0
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        names = archive.namelist()
        assert archive.read("yzgeo_processing/LICENSE") == (lock.ROOT / "LICENSE").read_bytes()
    tracked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", str(qgis_plugin.PLUGIN)],
        cwd=lock.ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if tracked.returncode == 0:
        ours = {
            f"yzgeo_processing/{Path(lock.ROOT, name).relative_to(qgis_plugin.PLUGIN).as_posix()}"
            for name in tracked.stdout.split()
        }
        assert set(names) == {*ours, "yzgeo_processing/LICENSE"}
    assert {name.partition("/")[0] for name in names} == {"yzgeo_processing"}  # the folder that QGIS imports


def test_the_metadata_is_what_the_site_of_plugins_asks_for() -> None:
    text = (
        zipfile.ZipFile(io.BytesIO(qgis_plugin.pack(ADDRESSES))).read("yzgeo_processing/metadata.txt").decode("utf-8")
    )
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(text)
    assert parser.sections() == ["general"]
    general = parser["general"]
    required = (
        "name",
        "qgisMinimumVersion",
        "description",
        "about",
        "version",
        "author",
        "email",
        "repository",
        "tracker",
    )
    assert [key for key in required if not general.get(key, "").strip()] == []
    assert {key: general[key] for key in ADDRESSES} == ADDRESSES
    assert general["version"] == __version__
    assert general["hasProcessingProvider"] == "yes"
    assert general["qgisMinimumVersion"] == "3.22"
    assert not re.search(r"<\w", text)
    assert (qgis_plugin.PLUGIN / general["icon"]).is_file()


def test_the_plugin_imports_neither_yzgeo_nor_what_qgis_may_lack_nor_one_version_of_qt() -> None:
    allowed = {"qgis", "osgeo", "processing"} | set(sys.stdlib_module_names)
    files = list(qgis_plugin.PLUGIN.rglob("*.py"))
    assert len(files) > 15
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names.append(node.module or "")
            assert {name.partition(".")[0] for name in names} <= allowed, file
        assert not re.search(r"\bPyQt[56]\b|exec_\(", file.read_text("utf-8"))


def test_files_given_as_they_stand_are_of_formats_that_yzgeo_reads() -> None:
    text = (qgis_plugin.PLUGIN / "inputs.py").read_text("utf-8")
    (listed,) = re.findall(r"READ_BY_THE_COMMAND = (\(.*?\))", text, re.DOTALL)
    readable = {ending for one in plugins.discover("yzgeo.readers.formats").values() for ending in one.SUFFIXES}
    assert set(ast.literal_eval(listed)) <= readable
    landuse = (qgis_plugin.PLUGIN / "algorithms" / "landuse.py").read_text("utf-8")
    (systems,) = re.findall(r"^SYSTEMS = (\(.*?\))", landuse, re.MULTILINE)
    assert ast.literal_eval(systems) == tuple(SYSTEMS)


# The command


def test_the_command_is_found_where_the_setting_or_the_path_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a checkout"
    (folder / ".venv" / "bin").mkdir(parents=True)
    command = program(folder / ".venv" / "bin" / "yzgeo", "#!/bin/sh\n")
    python = program(folder / "python3.12", "#!/bin/sh\n")
    batch = program(folder / "yzgeo.cmd", "")
    nothing = {"PATH": str(tmp_path)}
    monkeypatch.chdir(command.parent)  # what lies where QGIS was started is nobody's choice
    assert command_line.locate("", {"PATH": str(command.parent)}) == [str(command)]
    assert command_line.locate(str(command), nothing) == [str(command)]
    assert command_line.locate(f' "{folder}" ', nothing) == [str(command)]
    assert command_line.locate(str(python), nothing) == [str(python), "-m", "yzgeo"]
    assert command_line.locate("yzgeo", {"PATH": str(command.parent)}) == [str(command)]
    for wanted in (str(tmp_path / "none"), str(tmp_path), "no-such-command", "yzgeo", "./yzgeo", str(batch)):
        with pytest.raises(command_line.CommandError, match=r"Remedy: install it: .*Settings → Options") as refused:
            command_line.locate(wanted, nothing)
        assert wanted in refused.value.text.zh
        assert "python scripts/run.py build" in refused.value.text.zh


def test_the_command_is_looked_for_where_installers_put_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_line, "BESIDE_THE_PATH", (str(tmp_path / "beside"),))
    with pytest.raises(command_line.CommandError, match="The command yzgeo is not found"):
        command_line.locate("", {"PATH": str(tmp_path)})
    (tmp_path / "beside").mkdir()
    command = program(tmp_path / "beside" / "yzgeo", "#!/bin/sh\n")
    assert command_line.locate("", {"PATH": str(tmp_path)}) == [str(command)]


def test_the_variables_of_qgis_stay_with_qgis() -> None:
    ours = {"PATH": "/bin", "HOME": "/root", "LANG": "zh_CN.UTF-8", "HTTPS_PROXY": "p"}
    theirs = dict.fromkeys(
        (
            "PYTHONHOME",
            "PYTHONPATH",
            "GDAL_DATA",
            "GDAL_DRIVER_PATH",
            "PROJ_LIB",
            "PROJ_DATA",
            "OGR_ENABLE_PARTIAL_REPROJECTION",
        ),
        "x",
    )
    assert command_line.clean({**ours, **theirs}) == ours


def run_script(folder: Path, body: str, is_cancelled: Callable[[], bool] = lambda: False) -> list[command_line.Line]:
    lines: list[command_line.Line] = []
    script = program(folder / "script", f"#!/bin/sh\n{body}\n")
    command_line.run([str(script)], folder, os.environ, lines.append, is_cancelled)
    return lines


def test_lines_are_told_as_they_come_each_from_its_stream(tmp_path: Path) -> None:
    lines = run_script(tmp_path, "printf '一\\n二'; echo 三 >&2; printf '\\377\\n' >&2; pwd")
    assert [line.text for line in lines if not line.is_message] == ["一", f"二{tmp_path}"]
    assert [line.text for line in lines if line.is_message] == ["三", "\ufffd"]


@pytest.mark.parametrize(
    ("body", "zh", "en"),
    [
        ("echo 'yzgeo: plan: toy' >&2; echo 'yzgeo: 甲. Remedy: 乙.' >&2; echo '  丙' >&2; exit 2", "甲. Remedy: 乙.\n  丙", "甲. Remedy: 乙.\n  丙"),
        ("echo 'python3: No module named yzgeo' >&2; exit 1", "没有安装 yzgeo", "has no yzgeo. Remedy: install it"),
        ("echo Killed >&2; exit 137", "命令以 137 结束：\nKilled", "ended with 137:\nKilled\nRun yzgeo doctor"),
        ("exit 2", "命令以 2 结束", "ended with 2"),
    ],
)  # fmt: skip
def test_a_failure_is_told_in_yzgeos_own_words_where_it_has_any(tmp_path: Path, body: str, zh: str, en: str) -> None:
    with pytest.raises(command_line.CommandError) as failed:
        run_script(tmp_path, body)
    assert zh in failed.value.text.zh
    assert en in failed.value.text.en
    assert "plan: toy" not in failed.value.text.en


def test_what_cannot_be_started_is_told_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "yzgeo").write_text("no program")
    with pytest.raises(command_line.CommandError, match=r"cannot be started: .*Remedy: install it"):
        command_line.run([str(tmp_path / "yzgeo")], tmp_path, os.environ, print, lambda: False)


def alive(file: Path) -> list[int]:
    """Those of the processes of a file that do not end within seconds."""
    until = time.monotonic() + 5
    processes = list(map(int, file.read_text().split()))
    assert len(processes) == 2
    while (left := [process for process in processes if is_alive(process)]) and time.monotonic() < until:
        time.sleep(0.05)
    return left


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(
    ("manners", "child"),
    [("", "sleep 300"), ("trap '' TERM; ", "sleep 300"), ("", "sh -c \"trap '' TERM; sleep 300\"")],
)
def test_cancelling_ends_the_command_and_what_it_started(
    tmp_path: Path, manners: str, child: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_line, "PATIENCE_S", 0.5)
    pids = tmp_path / "pids"
    body = f"{manners}{child} & echo $$ $! > {shlex.quote(str(pids))}.new; mv {shlex.quote(str(pids))}.new {shlex.quote(str(pids))}; while :; do sleep 300; done"
    started = time.monotonic()
    with pytest.raises(command_line.Cancelled):
        run_script(tmp_path, body, pids.exists)
    assert time.monotonic() - started < 20
    assert alive(pids) == []


def test_the_share_done_is_that_of_yzgeos_own_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from yzgeo.assignment import progress

    monkeypatch.setattr(progress, "SECONDS_BETWEEN_LINES", 0)
    for lang in ("zh", "en"):
        with progress.progress_bar(4000, lang) as done:
            done(1000)
        assert command_line.share_done(capsys.readouterr().err.strip()) == 25
    assert command_line.share_done("yzgeo: 3 / 4 x") is None
    assert command_line.share_done("5 of 0 parcels") is None


# Tables


def in_a_workbook(text: str) -> str:
    """A text as XML can hold it: no control characters, one kind of line end."""
    return tables._printable(text).replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.slow
@given(st.lists(st.text(max_size=40), min_size=7, max_size=7))
def test_a_table_gives_every_text_back_and_runs_none(cells: list[str]) -> None:
    heads = list("abcdefg")
    read = openpyxl.load_workbook(io.BytesIO(tables.as_workbook(heads, [cells]))).active
    assert [unescape(cell.value or "") for cell in read[2]] == [in_a_workbook(cell) for cell in cells]
    assert {cell.data_type for cell in read[2]} <= {"s", "inlineStr", "n"}  # openpyxl calls an empty one n
    text = tables.as_csv(heads, [cells]).decode("utf-8-sig")
    (_, line) = csv.reader(io.StringIO(text, newline=""))
    assert [cell for cell in line if BEGINNING.match(cell)] == []


def test_the_texts_that_yzgeo_escapes_are_escaped_here_alike() -> None:
    for text in payloads.PAYLOADS:
        assert bool(tables.FORMULA.match(text)) == bool(BEGINNING.match(text)), text
    assert tables.FORMULA.pattern == BEGINNING.pattern


def test_hostile_texts_stand_in_the_tables_as_they_are(tmp_path: Path) -> None:
    lines = [[text] * 7 for text in payloads.PAYLOADS]
    tables.write(tmp_path / "a.XLSX", list("abcdefg"), lines)
    sheet = openpyxl.load_workbook(tmp_path / "a.XLSX").active
    assert sheet["A2"].value == payloads.PAYLOADS[0]
    assert [unescape(cell.value) for cell in sheet["A"]][1:] == [in_a_workbook(text) for text in payloads.PAYLOADS]
    assert sheet.freeze_panes == "A2"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.XLSX"]
    with pytest.raises(OSError, match="none"):
        tables.write(tmp_path / "none" / "a.csv", ["a"], [])


@pytest.mark.parametrize("module", [command_line, qgis_plugin, rows, tables])
def test_examples_hold(module: ModuleType) -> None:
    done = doctest.testmod(module)
    assert done.attempted > 0
    assert done.failed == 0


def test_every_kind_of_row_is_listed_and_none_is_lost() -> None:
    finding = {
        "rule": "r",
        "severity": "warning",
        "subject": "zone:a",
        "message_zh": "甲",
        "message_en": "A",
        "remedy": "丙",
        "clause": "一",
        "reading": "乙",
        "geometry": None,
    }
    record = {
        "rules": [{"rule": "r", "status": "found", "reason": "", "clause": "一"}, {"rule": "s", "status": "not_checked", "reason": "无", "clause": "二"},
                  {"rule": "t", "status": "passed", "reason": "其中一个无图形", "clause": "三"}, {"rule": "u", "status": "skipped", "reason": "未选", "clause": "四"}],
        "findings": [finding],
        "left_out": [{"rule": "r", "listed": 1, "all": 2000, "file": "findings.parquet"}],
        "gaps": [{"rule": "g", "subject": "park:p", "message_zh": "缺", "message_en": "lacks", "remedy": "补", "source": "表2"}],
        "suppressed": [{**finding, "suppressed_because": "已知", "suppressed_by": "某人"}],
        "proofreading": [{"clause": "五", "printed": "增总量", "suspected": "总量", "reason": "衍字"}],
    }  # fmt: skip
    listed = rows.rows(record, "zh")
    assert [row.state for row in listed] == [
        "warning",
        "left_out",
        "not_checked",
        "not_checked",
        "gap",
        "suppressed",
        "misprint",
    ]
    assert listed[0].cells("zh") == ["警告", "r", "zone:a", "甲", "一", "丙", "乙"]
    assert "2,000" in listed[1].message
    assert "findings.parquet" in listed[1].message
    assert listed[5].note == "已知"
    assert "增总量" in listed[6].message
    assert rows.rows(record, "en")[0].message == "A"


# In QGIS

RECORDER = """#!{python}
import json, os, shutil, sys
folder = {folder!r}
words = sys.argv[1:]
leaked = [name for name in os.environ if name.startswith(("PYTHON", "GDAL", "PROJ"))]
kept = []
for word in words:
    path = word.partition("=")[2] if word.startswith("-") else word
    if path.endswith(".gpkg") and os.path.isfile(path):
        kept.append(os.path.join(folder, "kept-%d-%s" % (len(os.listdir(folder)), os.path.basename(path))))
        shutil.copy(path, kept[-1])
with open(os.path.join(folder, "calls.jsonl"), "a") as log:
    log.write(json.dumps([words, leaked, kept]) + "\\n")
output = [word.partition("=")[2] for word in words if word.startswith("--output=")]
if words[0] == "check":
    shutil.copy(os.path.join(folder, "canned.json"), output[0])
print({hostile!r}, file=sys.stderr)
print("1,000 / 4,000 parcels", file=sys.stderr)
"""


def square(west: float, south: float, size: float = 0.002) -> shapely.Polygon:
    return box(west, south, west + size, south + size)


def inputs_of(folder: Path) -> None:
    """A plan with official outlines, whose project bears a hostile name, and the files to work on."""
    project = {**toy.TABLES["projects"][0], "name": HOSTILE, "floor_area": 1}
    toy.official(toy.make(folder / "plan", projects=[project]), north=NORTH, south=SOUTH)
    shapes = [square(121.60, 29.65), square(121.60, 29.55), square(121.609, 29.65), square(121.7, 29.4)]
    parcels = gpd.GeoDataFrame(
        {"DKBH": ["甲1", "乙2", "丙3", "丁4"], "状态": ["已收储"] * 4}, geometry=shapes, crs=4490
    )
    parcels.to_file(folder / "地块.gpkg", layer="地块")
    parcels[:1].to_file(folder / "地块.gpkg", layer="另一层")
    survey = gpd.GeoDataFrame({"DLBM": ["0601", "0101"]}, geometry=[box(*NORTH), box(*SOUTH)], crs=4490)
    survey.to_file(folder / "DLTB.gpkg")
    survey.assign(DLBM=["0101", "0101"]).to_file(folder / "DLTB_2019.gpkg")
    zones = gpd.GeoDataFrame({"名称": ["北区"]}, geometry=[box(121.58, 29.63, 121.61, 29.66)], crs=4490)
    zones.to_file(folder / "界线.shp", encoding="GBK")
    (folder / "界线.cpg").unlink()
    farmland = gpd.GeoDataFrame({"编号": ["农1"]}, geometry=[square(121.6, 29.65)], crs=4490)
    farmland.to_file(folder / "农田.geojson")
    odd = gpd.GeoDataFrame({"zone_id": [ODD_ID, "other"]}, geometry=[box(1, 1, 2, 2), box(5, 5, 6, 6)], crs=4326)
    odd.to_file(folder / "odd.geojson")
    zones.rename(columns={"名称": "zone_id"}).to_file(folder / "zones.geojson")


CANNED: dict[str, Any] = {
    "rules": [{"rule": "own", "clause": "一", "status": "found", "reason": ""}],
    "gaps": [],
    "proofreading": [],
    "findings": [
        {
            "rule": "own",
            "severity": severity,
            "subject": f"zone:{number}",
            "key": f"zone:{number}",
            "reading": "",
            "message_zh": HOSTILE,
            "message_en": HOSTILE,
            "remedy": "",
            "clause": "一",
            "values": {"n": number},
            "geometry": None if shape is None else shapely.geometry.mapping(shape),
        }
        for number, (severity, shape) in enumerate(
            [
                ("error", square(121.6, 29.6)),
                ("warning", shapely.Point(121.6, 29.6)),
                ("info", shapely.LineString([(121, 29), (122, 30)])),
                (
                    "info",
                    shapely.GeometryCollection([shapely.Point(121, 29), square(121.6, 29.6), square(121.7, 29.7)]),
                ),
                ("warning", shapely.MultiPoint([(121, 29), (122, 30)])),
                ("info", None),
            ]
        )
    ],
}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, qgis: str) -> dict[str, Any]:
    """What came of the steps, by name, and the folder under `folder`: one start of QGIS for all of them."""
    folder = tmp_path_factory.mktemp("plugin")
    inputs_of(folder)
    (folder / "canned.json").write_text(json.dumps(CANNED), "utf-8")
    for number in ("theirs", "ours"):
        shutil.copytree(folder / "plan", folder / number / "plan")
    with zipfile.ZipFile(io.BytesIO(qgis_plugin.pack({}))) as archive:
        archive.extractall(folder / "plugins")
    python = shlex.quote(sys.executable)
    real = program(
        folder / "yzgeo-here", f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(lock.ROOT))} exec {python} -m yzgeo "$@"\n'
    )
    recorder = program(folder / "recorder", RECORDER.format(python=qgis, folder=str(folder), hostile=HOSTILE))
    started = folder / "started"
    slow = program(
        folder / "slow", f"#!/bin/sh\nsleep 300 &\necho $$ $! > '{started}.new'\nmv '{started}.new' '{started}'\nwait\n"
    )
    plan, changed = str(folder / "plan"), str(folder / "theirs" / "plan")
    parcels, survey = f"{folder}/地块.gpkg|layername=地块", str(folder / "DLTB.gpkg")

    def assign(layer: dict[str, Any], **values: Any) -> dict[str, Any]:
        given = {"PARCELS": {"layer": layer}, "PLAN": plan, "OUTPUT": str(folder / "recorded.gpkg"), **values}
        return {"run": "yzgeo:assign", "values": given}

    steps: dict[str, dict[str, Any]] = {
        "provider": {"provider": True},
        "refused setting": {"setting": "/no/such/command"},
        "no command": {"run": "yzgeo:check", "values": {"PLAN": plan}},
        "recorder": {"setting": str(recorder)},
        "as it stands": assign({"source": parcels}, PARCEL_ID="DKBH", MIN_OVERLAP=0),
        "selected": assign({"source": parcels, "select": "DKBH = '乙2'"}),
        "subset": assign({"source": parcels, "subset": "DKBH <> '乙2'"}),
        "in memory": assign({"source": parcels, "in_memory": True, "name": f"../../{HOSTILE}/地块"}),
        "edited": assign({"source": parcels, "deleted": "DKBH = '甲1'"}),
        "virtual": assign({"source": parcels, "virtual": "又号"}, PARCEL_ID="又号"),
        "other crs": assign({"source": parcels, "crs": "EPSG:4326"}),
        "zones": assign({"source": parcels}, ZONES={"layer": {"source": str(folder / "zones.geojson")}}, ZONE_ID="zone_id"),
        "no folder": assign({"source": parcels}, OUTPUT=str(folder / "none" / "a.gpkg")),
        "ledger": {
            "run": "yzgeo:check",
            "values": {"LEDGER": {"layer": {"source": parcels}}, "AS_OF": "2026-05-01", "MAP": ["parcel_id", "DKBH", "", ""],
                       "STATUS": ["已收储", "recovered"], "DATUM": 0, "LANGUAGE": 1, "SELECT": "land-recovery"},
        },
        "lines": {"run": "yzgeo:check", "values": dict.fromkeys(("FINDINGS", "AREAS", "LINES", "POINTS"), "TEMPORARY_OUTPUT")},
        "without lines": {"run": "yzgeo:check", "values": {"AREAS": "TEMPORARY_OUTPUT"}},
        "loaded": {"load": "yzgeo:check", "values": {"FINDINGS": "TEMPORARY_OUTPUT", "AREAS": "TEMPORARY_OUTPUT", "POINTS": "TEMPORARY_OUTPUT"}},
        "no changes": {"run": "yzgeo:landuse", "values": {"SURVEY": survey, "CHANGES": str(folder / "c.gpkg")}},
        "two sources": {"run": "yzgeo:import_zones", "values": {"PLAN": changed, "INPUT": survey, "FILE": survey}},
        "slow": {"setting": str(slow)},
        "cancelled": {**assign({"source": parcels}), "cancel_when": str(started)},
        "real": {"setting": str(real)},
        "check": {
            "run": "yzgeo:check",
            "values": {"PLAN": plan, "JSON": str(folder / "findings.json"), "FINDINGS": "TEMPORARY_OUTPUT",
                       "AREAS": "TEMPORARY_OUTPUT", "POINTS": "TEMPORARY_OUTPUT"},
        },
        "panel": {"panel": str(folder), "rule": "floor-area-ratio", "words": "IMG src"},
        "no plan": {"run": "yzgeo:check", "values": {"PLAN": "/no/such/plan", "LANGUAGE": 1}},
        "assign": assign({"source": parcels}, PARCEL_ID="DKBH", OUTPUT=str(folder / "assigned.gpkg")),
        "landuse": {
            "run": "yzgeo:landuse",
            "values": {"SURVEY": survey, "BEFORE": str(folder / "DLTB_2019.gpkg"), "PLAN": plan, "FIGURES": "TEMPORARY_OUTPUT",
                       "REPORT": str(folder / "landuse.csv")},
        },
        "import zones": {
            "run": "yzgeo:import_zones",
            "values": {"PLAN": changed, "INPUT": {"layer": {"source": str(folder / "界线.shp")}}, "MAP": ["name", "名称"],
                       "OUTPUT": str(folder / "zones_then.gpkg")},
        },
        "import parcels": {
            "run": "yzgeo:import_parcels",
            "values": {"PLAN": changed, "INPUT": {"layer": {"source": parcels}}, "MAP": ["parcel_id", "DKBH"], "STATUS": ["已收储", "recovered"]},
        },
        "import constraints": {
            "run": "yzgeo:import_constraints",
            "values": {"PLAN": changed, "FILE": str(folder / "农田.geojson"), "KIND": "永久基本农田"},
        },
        "build": {"load": "yzgeo:build", "values": {"PLAN": plan, "OUTPUT": str(folder / "built")}},
        "place": {"place": f"zone:{ODD_ID}", "source": str(folder / "odd.geojson")},
        "leave": {"leave": True},
    }  # fmt: skip
    (folder / "steps.json").write_text(json.dumps(list(steps.values())), "utf-8")
    driver = str(Path(__file__).with_name("drive_qgis_plugin.py"))
    home = folder / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(home),
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
    }
    words = [qgis, driver, str(folder / "plugins"), str(folder / "steps.json"), str(folder / "answers.json")]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=500)
    assert (folder / "answers.json").exists(), done.stdout + done.stderr
    answered = json.loads((folder / "answers.json").read_text("utf-8"))
    calls = [json.loads(line) for line in (folder / "calls.jsonl").read_text("utf-8").splitlines()]
    return {
        **dict(zip(steps, answered["answers"], strict=True)),
        "folder": folder,
        "calls": calls,
        "imported yzgeo": answered["yzgeo"],
    }


def command(*words: str | Path) -> None:
    """The command, run here."""
    done = CliRunner().invoke(cli, [str(word) for word in words], prog_name="yzgeo")
    assert done.exit_code == 0, done.output


def frame(file: Path) -> Any:
    read = pyogrio.read_dataframe(file)
    return read.sort_values(["parcel_id", "zone_id"]).reset_index(drop=True)


def test_the_toolbox_has_every_algorithm_in_the_language_of_qgis(session: dict[str, Any]) -> None:
    told = session["provider"]["locales"]
    ids = {"assign", "build", "check", "import_constraints", "import_parcels", "import_zones", "landuse"}
    assert {locale: set(found) for locale, found in told.items()} == dict.fromkeys(
        ("zh_CN", "en_US", "zh_TW", "de_DE"), ids
    )
    assert told["zh_TW"] == told["zh_CN"]
    assert told["de_DE"] == told["en_US"]
    for name in ids:
        zh, en = told["zh_CN"][name], told["en_US"][name]
        assert zh["icon"]
        assert zh["group_id"] == en["group_id"]
        assert zh["parameters"].keys() == en["parameters"].keys()
        for texts in ((zh["title"], en["title"]), (zh["group"], en["group"]), (zh["help"], en["help"])):
            assert Text(*texts).zh != texts[1]
            assert not re.search(r"[\u4e00-\u9fff]|\n", texts[1])
        for key, (title, explained, _) in zh["parameters"].items():
            assert re.search(r"[\u4e00-\u9fff]|^findings.json", title), key
            assert not re.search(r"[\u4e00-\u9fff]", en["parameters"][key][0]), key
            assert explained or key in ("FINDINGS", "AREAS", "POINTS", "LINES", "FIGURES"), key
    assert session["provider"]["docks"] == 1
    assert session["provider"]["menu"] == ["yzgeo 检查发现"]
    assert session["leave"] == {"docks": 0, "menu": 0, "provider": False}
    assert not session["imported yzgeo"]


def test_options_named_in_the_help_are_those_of_the_command(session: dict[str, Any]) -> None:
    known: dict[str, set[str]] = {}
    for name in ("check", "assign", "landuse", "build"):
        known[name] = {word for one in cli.get_command(None, name).params for word in one.opts}  # type: ignore[arg-type,union-attr]
    group: Any = cli.get_command(None, "import")  # type: ignore[arg-type]
    for name in ("zones", "parcels", "constraints"):
        known[f"import_{name}"] = {word for one in group.commands[name].params for word in one.opts}
    named = 0
    for algorithm, one in session["provider"]["locales"]["en_US"].items():
        for key, (_, explained, _) in one["parameters"].items():
            for word in re.findall(r"(--[\w-]+)", explained):
                named += 1
                assert word in known[algorithm] | {"--output"}, (algorithm, key)
    assert named > 60


def test_without_the_command_each_algorithm_says_what_to_do(session: dict[str, Any]) -> None:
    for locale, words in (
        ("zh_CN", "找不到命令 yzgeo。先安装"),
        ("en_US", "The command yzgeo is not found. Remedy: install"),
    ):
        for one in session["provider"]["locales"][locale].values():
            assert one["can"][0] is False
            assert one["can"][1].startswith(words)
    assert session["no command"]["error"].startswith("找不到命令 yzgeo。先安装")
    assert session["refused setting"].startswith("没有 /no/such/command")
    assert session["recorder"] is session["real"] is None


def calls(session: dict[str, Any], name: str) -> tuple[list[str], list[str], list[Path]]:
    """The words, leaked variables and kept files of a recorded call."""
    recorded = [
        "as it stands",
        "selected",
        "subset",
        "in memory",
        "edited",
        "virtual",
        "other crs",
        "zones",
        "ledger",
        "lines",
        "without lines",
        "loaded",
    ]
    words, leaked, kept = session["calls"][recorded.index(name)]
    return words, leaked, [Path(file) for file in kept]


def test_a_layer_of_a_file_is_given_as_it_stands(session: dict[str, Any]) -> None:
    folder = session["folder"]
    words, leaked, _ = calls(session, "as it stands")
    assert words == [
        "assign", "--layer=地块", "--id=DKBH", f"--plan={folder / 'plan'}", "--min-overlap=0.0", f"--output={folder / 'recorded.gpkg'}",
        str(folder / "地块.gpkg"), "--lang", "zh",
    ]  # fmt: skip
    assert leaked == []  # though QGIS has such variables
    assert session["as it stands"]["log"][0] == HOSTILE
    assert 25.0 in session["as it stands"]["shares"]
    assert "error" in session["no folder"]
    words, _, _ = calls(session, "zones")
    assert f"--zones={folder / 'zones.geojson'}" in words
    assert "--zone-id=zone_id" in words
    words, _, _ = calls(session, "ledger")
    assert {
        f"--parcels={folder / '地块.gpkg'}",
        "--layer=地块",
        "--as-of=2026-05-01",
        "--map=parcel_id=DKBH",
        "--status=已收储=recovered",
    } <= set(words)
    assert {"--datum=gcj02", "--select=land-recovery"} <= set(words)
    assert words[-1] == "en"
    assert not [word for word in words if word.startswith(("--plan", "--map=="))]


@pytest.mark.parametrize(
    ("name", "numbers", "crs"),
    [
        ("selected", ["乙2"], 4490),
        ("subset", ["甲1", "丙3", "丁4"], 4490),
        ("in memory", ["甲1", "乙2", "丙3", "丁4"], 4490),
        ("edited", ["乙2", "丙3", "丁4"], 4490),
        ("virtual", ["甲1", "乙2", "丙3", "丁4"], 4490),
        ("other crs", ["甲1", "乙2", "丙3", "丁4"], 4326),
    ],
)
def test_what_is_no_file_of_its_own_is_written_as_qgis_shows_it(
    session: dict[str, Any], name: str, numbers: list[str], crs: int
) -> None:
    words, _, (kept, *_) = calls(session, name)
    assert str(session["folder"] / "地块.gpkg") not in words
    given = Path(words[-3])
    assert not given.exists()  # it ended with the run
    assert re.fullmatch(r"[\w-]+\.gpkg", given.name)
    read = gpd.read_file(kept)
    assert read["DKBH"].tolist() == numbers
    assert read.crs.to_epsg() == crs
    source = gpd.read_file(session["folder"] / "地块.gpkg", layer="地块").set_index("DKBH")
    assert name != "virtual" or read["又号"].tolist() == [f"又{number}" for number in numbers]
    same = read.set_index("DKBH").set_crs(4490, allow_override=True).geometry
    assert same.geom_equals(source.geometry.loc[numbers], align=False).all()


def test_findings_become_layers_by_the_kind_of_their_shape(session: dict[str, Any]) -> None:
    outputs = session["lines"]["outputs"]
    subjects = {name: [row["subject"] for row in layer["rows"]] for name, layer in outputs.items()}
    assert subjects == {
        "FINDINGS": [f"zone:{number}" for number in range(6)],
        "AREAS": ["zone:0", "zone:3"],
        "LINES": ["zone:2"],
        "POINTS": ["zone:1", "zone:4"],
    }
    assert outputs["AREAS"]["crs"] == "EPSG:4490"
    whole = shapely.from_wkt(outputs["AREAS"]["rows"][1]["wkt"])
    assert whole.symmetric_difference(shapely.MultiPolygon([square(121.6, 29.6), square(121.7, 29.7)])).area < 1e-9
    assert outputs["POINTS"]["rows"][0]["message_zh"] == HOSTILE
    assert json.loads(outputs["POINTS"]["rows"][1]["values"]) == {"n": 4}
    assert any(line.startswith("1 处发现的图形是线") for line in session["without lines"]["log"])


def test_loaded_layers_of_findings_are_coloured_by_severity(session: dict[str, Any]) -> None:
    loaded = session["loaded"]
    assert {name: layer["rows"] for name, layer in loaded.items()} == {
        "检查发现（全部，表）": 6,
        "检查发现（面）": 2,
        "检查发现（点）": 2,
    }
    for name in ("检查发现（面）", "检查发现（点）"):
        assert [value for value, _ in loaded[name]["colours"]] == ["error", "warning", "info"]
        assert len({colour for _, colour in loaded[name]["colours"]}) == 3


def test_values_that_exclude_each_other_are_refused(session: dict[str, Any]) -> None:
    assert "变化图斑须给出较早的调查" in session["no changes"]["error"]
    assert "图层与文件二者取其一" in session["two sources"]["error"]


def test_cancelling_in_qgis_ends_the_command(session: dict[str, Any]) -> None:
    assert alive(session["folder"] / "started") == []
    assert session["cancelled"]["outputs"] == {}


def test_a_check_in_qgis_is_the_check_of_the_command(session: dict[str, Any], tmp_path: Path) -> None:
    folder = session["folder"]
    command("check", "--plan", folder / "plan", "--fail-on", "never", "-o", tmp_path / "findings.json")
    assert (folder / "findings.json").read_bytes() == (tmp_path / "findings.json").read_bytes()
    record = json.loads((tmp_path / "findings.json").read_text("utf-8"))
    outputs = session["check"]["outputs"]
    assert [(row["rule"], row["key"], row["message_zh"]) for row in outputs["FINDINGS"]["rows"]] == [
        (one["rule"], one["key"], one["message_zh"]) for one in record["findings"]
    ]
    placed = sum(one["geometry"] is not None for one in record["findings"])
    assert len(outputs["AREAS"]["rows"]) + len(outputs["POINTS"]["rows"]) == placed > 0
    assert session["no plan"]["error"].startswith("'/no/such/plan' is neither a folder nor")
    assert "Remedy: " in session["no plan"]["error"]


def test_the_panel_lists_filters_places_and_exports(session: dict[str, Any]) -> None:
    folder, panel = session["folder"], session["panel"]
    record = json.loads((folder / "findings.json").read_text("utf-8"))
    expected = [row.cells("zh") for row in rows.rows(record, "zh")]
    assert [row[:-1] for row in panel["all"]] == expected
    assert panel["visible"]
    assert panel["plain"]
    assert panel["heading"].startswith("规划：玩具规划")
    assert rows.summary(rows.rows(record, "zh"), "zh") in panel["heading"]
    assert [row[:-1] for row in panel["findings"]] == expected[: len(record["findings"])]
    of_rule = [row[:-1] for row in panel["of_rule"]]
    assert of_rule == [row for row in expected if row[1] == "floor-area-ratio"] != []
    assert {"未检查", "全部发现"} <= set(panel["states"])
    assert panel["with_words"]
    assert all("<img src" in " ".join(row[:-1]) for row in panel["with_words"])
    (heads, *lines) = csv.reader(io.StringIO((folder / "rows.csv").read_text("utf-8-sig"), newline=""))
    assert heads == [head.zh for head in rows.HEADS.values()]
    assert lines == of_rule
    sheet = openpyxl.load_workbook(folder / "rows.xlsx").active
    assert [[cell.value or "" for cell in line] for line in sheet.iter_rows(min_row=2)] == of_rule
    picture = (folder / "panel.png").read_bytes()
    assert int.from_bytes(picture[16:20], "big") == 1400
    for tip in panel["tips"]:
        assert not re.search(r"<(?!/?p>)", tip)
    metres = pyproj.Transformer.from_crs(4490, 4549, always_xy=True)  # the CRS of the map
    moved_to = {subject: (x, y) for subject, moved, _, x, y in panel["zoomed"] if moved}
    for subject, (west, south, east, north) in (("zone:north", NORTH), ("zone:south", SOUTH)):
        centre = metres.transform((west + east) / 2, (south + north) / 2)
        assert moved_to[subject] == pytest.approx(centre, abs=5)
    assert any(not moved for _, moved, *_ in panel["zoomed"])  # some have no place
    assert any(moved and changed for _, moved, changed, *_ in panel["zoomed"])


def test_an_assignment_in_qgis_is_that_of_the_command(session: dict[str, Any], tmp_path: Path) -> None:
    folder = session["folder"]
    file = tmp_path / "assigned.gpkg"
    command("assign", folder / "地块.gpkg", "--layer", "地块", "--id", "DKBH", "--plan", folder / "plan", "-o", file)
    ours, theirs = frame(file), frame(folder / "assigned.gpkg")
    assert sorted(theirs["zone_id"].dropna()) == ["north", "north", "south"]
    assert ours.equals(theirs)
    assert session["assign"]["outputs"] == {"OUTPUT": str(folder / "assigned.gpkg")}


def test_land_use_in_qgis_is_that_of_the_command(session: dict[str, Any], tmp_path: Path) -> None:
    folder = session["folder"]
    words = ["landuse", folder / "DLTB.gpkg", "--before", folder / "DLTB_2019.gpkg", "--plan", folder / "plan", "-o"]
    command(*words, tmp_path / "landuse.csv")
    assert (folder / "landuse.csv").read_bytes() == (tmp_path / "landuse.csv").read_bytes()
    (head, *lines) = csv.reader(io.StringIO((tmp_path / "landuse.csv").read_text("utf-8-sig"), newline=""))
    keys = ("table", "place", "before", "code")

    def by_key(records: list[dict[str, Any]]) -> dict[tuple[str, ...], float]:
        return {tuple(str(one[key] or "") for key in keys): float(one["hectares"]) for one in records}

    ours = by_key([dict(zip(head, line, strict=True)) for line in lines])
    theirs = by_key(session["landuse"]["outputs"]["FIGURES"]["rows"])
    assert {key[0] for key in ours} == {"classes", "changes", "changes_by_zone"}
    assert theirs == pytest.approx(ours, abs=1e-6)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_imports_in_qgis_are_those_of_the_command(session: dict[str, Any]) -> None:
    folder = session["folder"]
    plan = folder / "ours" / "plan"
    command("import", "zones", folder / "界线.shp", "--into", plan, "--map", "name=名称")
    words = ["--map", "parcel_id=DKBH", "--status", "已收储=recovered"]
    command("import", "parcels", folder / "地块.gpkg", "--layer", "地块", "--into", plan, *words)
    command("import", "constraints", folder / "农田.geojson", "--kind", "永久基本农田", "--into", plan)
    ours, theirs = tree(plan), tree(folder / "theirs" / "plan")
    assert {"zones.geojson", "constraints.geojson"} <= ours.keys()
    changed = {name for name, content in ours.items() if content != tree(folder / "plan").get(name)}
    assert len(changed) > 3
    stamped = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d(:?\d\d)?\S*|\d{8}T?\d+")
    assert {stamped.sub("", name) for name in ours} == {stamped.sub("", name) for name in theirs}
    for name in ours.keys() & theirs.keys():
        assert stamped.sub("", ours[name].decode("utf-8", "replace")) == stamped.sub(
            "", theirs[name].decode("utf-8", "replace")
        ), name
    zones = pyogrio.read_dataframe(folder / "zones_then.gpkg", layer="zones").set_index("zone_id")
    assert zones.loc["north"].geometry.equals(box(121.58, 29.63, 121.61, 29.66))


def test_a_build_in_qgis_is_the_build_of_the_command(session: dict[str, Any]) -> None:
    folder = session["folder"]
    command("build", "--plan", folder / "plan", "-o", folder / "built-here")
    ours, theirs = tree(folder / "built-here"), tree(folder / "built")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    loaded = session["build"]  # from the top
    assert [one["source"].rpartition("=")[2] for one in loaded.values()] == ["projects", "parks", "zones", "district"]
    assert list(loaded) == [
        plugins.load("yzgeo.layers", name).TITLE.zh for name in ("projects", "parks", "zones", "district")
    ]
    assert {one["renderer"] for one in loaded.values()} == {"RuleRenderer"}  # the style that the file holds


def test_a_subject_without_a_shape_is_found_by_its_id_in_the_project(session: dict[str, Any]) -> None:
    place = session["place"]
    assert place["before"]
    assert place["crs"] == "EPSG:4326"
    assert shapely.from_wkt(place["wkt"]).equals(box(1, 1, 2, 2))
