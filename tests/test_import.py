"""Boundaries and ledgers into a plan folder: all or nothing, the old kept, what is official checked and shown."""

from __future__ import annotations

import contextlib
import csv
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pytest
import shapely
import toy
from click.testing import CliRunner, Result
from shapely import box

import yzgeo
from yzgeo.assignment.parcel_source import open_parcels
from yzgeo.checks.run import run
from yzgeo.cli.main import cli
from yzgeo.core import csv_rows, journal
from yzgeo.core.errors import InputError
from yzgeo.ledger import ledger
from yzgeo.plan import import_files, outlines, transaction
from yzgeo.plan.load import load
from yzgeo.publish.build import note
from yzgeo.readers import gcj02
from yzgeo.stats.subjects import zones as zone_statistics

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NORTH, SOUTH = (121.59, 29.64, 121.61, 29.66), (121.585, 29.54, 121.61, 29.56)


@pytest.fixture(scope="module")
def toy_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy plan with its schematic outlines stored, since growing them on each loading takes its time."""
    folder = toy.make(tmp_path_factory.mktemp("toy") / "plan")
    (folder / "zones.geojson").write_text(outlines.text(load(folder).zones), "utf-8")
    return folder


@pytest.fixture
def plan_folder(toy_plan: Path, tmp_path: Path) -> Path:
    return shutil.copytree(toy_plan, tmp_path / "plan")


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def import_(kind: str, file: Path, folder: Path, *options: str) -> Result:
    done = command("import", kind, file, "--into", folder, *options)
    assert done.exit_code == 0, done.output
    return done


def boundaries(file: Path, **boxes: tuple[float, float, float, float]) -> Path:
    """Named boxes as GeoJSON."""
    shapes = [shapely.geometry.mapping(box(*bounds)) for bounds in boxes.values()]
    features = [
        {"type": "Feature", "properties": {"区号": number, "区名": name}, "geometry": shape}
        for number, (name, shape) in enumerate(zip(boxes, shapes, strict=True))
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")
    return file


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def log_rows(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / import_files.LOG).read_text("utf-8-sig").splitlines()))


def test_zones_are_found_by_id_or_any_name_and_become_official(plan_folder: Path, tmp_path: Path) -> None:
    before = load(plan_folder).zones.set_index("zone_id")
    done = import_("zones", boundaries(tmp_path / "b.geojson", North=NORTH, 没有的区=SOUTH), plan_folder)
    zones = load(plan_folder).zones.set_index("zone_id")
    assert zones["outline_basis"].to_dict() == {"north": "official", "south": "schematic"}
    assert zones.geometry["north"].equals(box(*NORTH))
    assert zones.geometry["south"].equals(before.geometry["south"])
    assert "保留原有范围的片区：南区" in done.stdout
    assert "规划中没有的名称：没有的区" in done.stdout
    assert [row["old"] for row in log_rows(plan_folder) if row["field"] == "区名"] == ["没有的区"]
    import_("zones", boundaries(tmp_path / "c.geojson", south=SOUTH, 甲=NORTH), plan_folder, "--map", "zone_id=区名")
    zones = load(plan_folder).zones.set_index("zone_id")
    assert set(zones["outline_basis"]) == {"official"}
    assert zones.geometry["north"].equals(box(*NORTH))


def test_a_long_value_is_shortened_in_the_log_and_a_log_with_one_is_read_on(plan_folder: Path, tmp_path: Path) -> None:
    points = ", ".join(f"{121.6 + number / 1e5:.5f} 29.65" for number in range(10_000))
    rows = f'甲1,429.3,"{box(*NORTH).wkt}"\n甲2,9,"LINESTRING({points})"\n'
    (tmp_path / "b.csv").write_text(f"地块编号,面积（公顷）,wkt\n{rows}", "utf-8")
    import_("parcels", tmp_path / "b.csv", plan_folder)
    (line,) = [row["old"] for row in log_rows(plan_folder) if row["old"].startswith("LINESTRING")]
    assert len(line) == 201
    assert line.endswith("…")
    log = plan_folder / import_files.LOG
    log.write_text(log.read_text("utf-8-sig").replace(line, "x" * 200_000), "utf-8-sig")
    csv.field_size_limit(131_072)  # as in a process that has read nothing yet
    import_("zones", boundaries(tmp_path / "c.geojson", North=NORTH), plan_folder)
    assert "x" * 200_000 in log.read_text("utf-8-sig")


def test_a_log_that_is_no_csv_is_refused_by_name(
    plan_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (plan_folder / import_files.LOG).write_text("file\n" + "x" * 100, "utf-8")
    monkeypatch.setattr(csv_rows, "LONGEST_CELL", 50)
    done = command("import", "zones", boundaries(tmp_path / "b.geojson", North=NORTH), "--into", plan_folder)
    assert done.exit_code == 2, done.output
    assert import_files.LOG in done.stderr


def test_several_features_of_one_zone_are_one_outline(plan_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(
        "片区,wkt\n" + "".join(f'北区,"{box(*bounds).wkt}"\n' for bounds in (NORTH, SOUTH)), "utf-8"
    )
    import_("zones", tmp_path / "b.csv", plan_folder)
    assert load(plan_folder).zones.geometry.iloc[0].equals(shapely.MultiPolygon([box(*NORTH), box(*SOUTH)]))
    assert any(row["why"] == "同一片区的几个要素已合并" for row in log_rows(plan_folder))


def test_a_preview_changes_nothing(plan_folder: Path, tmp_path: Path) -> None:
    before = contents(plan_folder)
    done = import_("zones", boundaries(tmp_path / "b.geojson", 北区=NORTH), plan_folder, "--dry-run", "--lang", "en")
    assert "north: drawn 4.2" in done.stdout
    assert "a preview, nothing is changed" in done.stderr
    assert contents(plan_folder) == before


def test_old_files_are_kept_and_the_same_import_again_changes_nothing(plan_folder: Path, tmp_path: Path) -> None:
    schematic = (plan_folder / "zones.geojson").read_bytes()
    import_("zones", boundaries(tmp_path / "b.geojson", 北区=NORTH), plan_folder)
    kept = list((plan_folder / "previous").iterdir())
    assert [file.read_bytes() for file in kept] == [schematic]
    official = (plan_folder / "zones.geojson").read_bytes()
    second = import_("zones", boundaries(tmp_path / "c.geojson", 北区=SOUTH), plan_folder)
    kept = [file for file in (plan_folder / "previous").iterdir() if file not in kept]
    assert [file.read_bytes() for file in kept] == [official]
    assert f"原文件保留为 {kept[0]}" in second.stderr
    before = contents(plan_folder)
    import_("zones", tmp_path / "c.geojson", plan_folder)
    assert contents(plan_folder) == before
    assert len({row["imported"] for row in log_rows(plan_folder)}) == 2


def test_a_ledger_keeps_every_parcel_and_tells_every_value_changed(plan_folder: Path, tmp_path: Path) -> None:
    inside = box(121.595, 29.645, 121.596, 29.646)
    rows = [
        "低效用地台账,,,,,,,,,",
        "宗地代码,进展,盘活方式,登记面积（公顷）,盘活时间,镇(街道),地类编码,容积率,税收（亿元）,边界",
        f'A1,已腾出,腾出,2,2024年3月5日,山镇,0601,1.5,0.02,"{inside.wkt}"',
        "A2,正在实施,=HYPERLINK(1),3000平方米,,山镇,0601,—,,",
        "A3,搁置,,1,45000,,,,,",
        "A3,认定,,1,2024.6,,,,,",
        "合计,,,6,,,,,,",
    ]
    (tmp_path / "ledger.csv").write_bytes("\r\n".join(rows).encode("gbk"))
    done = import_("parcels", tmp_path / "ledger.csv", plan_folder)
    parcels = load(plan_folder).parcels
    assert parcels["parcel_id"].tolist() == ["A1", "A2", "A3", "A3"]
    assert parcels["status"].tolist() == ["recovered", "under_way", "搁置", "identified"]
    assert parcels["area_mu"].round(9).tolist() == [30, 4.5, 15, 15]
    assert parcels["recovered_on"].tolist()[::2] == ["2024-03-05", "2023-03-15"]
    assert parcels["recovered_on"].tolist()[3] == "2024-06"
    assert parcels["floor_area_m2"].iloc[0] == pytest.approx(30_000)
    assert parcels["tax_10k_yuan"].iloc[0] == 200
    assert parcels.geometry.isna().tolist() == [False, True, True, True]
    assert "parcel_id <- 宗地代码" in done.stdout
    log = log_rows(plan_folder)
    assert {row["imported"].split()[0] for row in log} == {"ledger.csv"}
    changed = {(row["row"], row["field"], row["old"], row["new"]) for row in log}
    assert changed >= {
        ("", "encoding", "GBK", "UTF-8"),
        ("3", "area_mu", "2.0", "30.0"),
        ("4", "area_mu", "3000平方米", "3000.0"),
        ("4", "area_mu", "3000.0", "4.5"),
        ("3", "status", "已腾出", "recovered"),
        ("5", "recovered_on", "45000", "2023-03-15"),
        ("7", "", "合计；6", ""),
    }
    assert not [cell for row in log for cell in row.values() if cell.startswith("=")]


def test_a_parcel_far_away_is_kept_and_told(plan_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "ledger.csv"
    shapes = [box(*NORTH), box(NORTH[0] - 9, NORTH[1], NORTH[2] - 9, NORTH[3])]
    file.write_text("编号,wkt\n" + "".join(f'A{n},"{shape.wkt}"\n' for n, shape in enumerate(shapes)), "utf-8")
    done = import_("parcels", file, plan_folder)
    assert "注意：1 个要素离行政区 20 公里以上：第 3 行，请核对坐标。" in done.stderr
    assert len(load(plan_folder).parcels) == 2


@pytest.mark.parametrize(
    ("header", "row", "options", "match"),
    [
        ("权利人,面积（亩）", "甲,1", [], "认不出哪一列是地块编号.*--map parcel_id=列名"),
        ("编号,面积（亩）", "A1,十二", [], "第 2 行，面积（亩） 列：“十二”不是数"),
        ("编号,面积（亩）", "3.30212E+17,3", [], "第 2 行，编号 列：编号“3.30212E[+]17”被存成了数.*文本格式"),
        ("编号;面积（亩）", "A1;12,5", [], "第 2 行，面积（亩） 列：“12,5”不是数"),
        ("编号;面积（亩）", "A1;1,2345.6亩", [], "第 2 行，面积（亩） 列：“1,2345.6亩”不是数"),
        ("编号,面积（亩）", "A1,3\n,12", [], "第 3 行，编号 列：地块没有编号"),
        ("编号,面积", "A1,12", [], "第 2 行：地块既没有图形也没有登记面积.*--map area_mu=列名"),
        ("编号,面积（顷）", "A1,12", ["--map", "area_mu=面积（顷）"], "面积（顷） 列：单位“顷”不能用.*换算成亩"),
        ("编号,面积（亩）", "A1,1", ["--map", "parcel_id=宗地"], "宗地 列：没有列“宗地”.*列有：编号、面积（亩）"),
        ("编号,面积（亩）", "A1,1", ["--map", "parcel=编号"], "没有“parcel”.*parcel_id"),
        ("编号,面积（亩）", "A1,1", ["--map", "parcel_id=编号", "--map", "status=编号"], "--map 里“编号”出现两次"),
        ("编号,面积（亩）", "A1,1", ["--map", "note=编号", "--map", "note=面积（亩）"], "--map 里“note”出现两次"),
        ("编号,面积（亩）", "A1,1", ["--map", "编号"], "写法不对.*--map 我方列=对方列"),
        ("编号,wkt", 'A1,"POLYGON((8 50,9 50,9 51,8 50))"', [], "没有写明坐标系"),
        ("编号,wkt", 'A1,"POLYGON((118 31,119 31,119 32,118 31))"', [], "离规划的行政区 .* 公里.*--crs"),
    ],
)
def test_a_wrong_ledger_is_refused_in_one_line_and_changes_nothing(
    plan_folder: Path, tmp_path: Path, header: str, row: str, options: list[str], match: str
) -> None:
    (tmp_path / "ledger.csv").write_text(f"{header}\n{row}\n", "utf-8")
    before = contents(plan_folder)
    done = command("import", "parcels", tmp_path / "ledger.csv", "--into", plan_folder, *options)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert pd.Series([done.stderr]).str.contains(match).all(), done.stderr
    assert contents(plan_folder) == before


def test_wrong_boundaries_and_folders_are_refused(plan_folder: Path, tmp_path: Path) -> None:
    file = boundaries(tmp_path / "b.geojson", 甲=NORTH)
    for folder, match in (
        (plan_folder, "没有一个要素的名称是规划中的片区。处理办法：加一列片区名称或代码：北区、南区"),
        (tmp_path / "none", "没有这个规划文件夹"),
        (tmp_path, "没有 datapackage.json"),
        (Path("yinzhou"), "不能改动。处理办法：先复制一份，再导入到复制的文件夹（yzgeo new 我的规划 --like yinzhou）"),
        (yzgeo.load("yinzhou").folder, "不能改动"),
    ):
        done = command("import", "zones", file, "--into", folder)
        assert (done.exit_code, match in done.stderr) == (2, True), done.stderr
    points = tmp_path / "p.csv"
    points.write_text("name,wkt\n北区,POINT (121.6 29.65)\n", "utf-8")
    done = command("import", "zones", points, "--into", plan_folder)
    assert "第 2 行，name 列：片区的几何不是面" in done.stderr


def test_a_copy_of_the_built_in_plan_is_a_plan_of_its_own(tmp_path: Path) -> None:
    assert command("new", tmp_path / "Mein Plan", "--like", "yinzhou").exit_code == 0
    assert load(tmp_path / "Mein Plan").name == "mein-plan"
    assert len(load(tmp_path / "Mein Plan").projects) == 43
    assert command("new", tmp_path / "Mein Plan", "--like", "yinzhou").exit_code == 2


def test_official_outlines_are_checked_and_nothing_says_schematic_any_more(
    plan_folder: Path, tmp_path: Path, browser: Browser
) -> None:
    rules = {"zone-area", "zone-overlap", "zone-outside-district", "zone-slivers"}
    plan = load(plan_folder)
    assert {state.rule for state in run(plan, list(rules)).rules if state.status == "not_checked"} == rules
    assert zone_statistics.table(plan)[0]["drawn_area_km2"] is None
    assert "示意范围" in note(plan, {}, "zh")
    overlapping = (121.58, 29.655, 121.60, 29.70)  # reaches into the north, too large, and to the district's edge
    import_("zones", boundaries(tmp_path / "b.geojson", 北区=NORTH, 南区=overlapping), plan_folder)
    plan = load(plan_folder)
    outcome = run(plan, list(rules))
    assert {state.rule: state.status for state in outcome.rules if state.rule in rules} == {
        "zone-area": "found",
        "zone-overlap": "found",
        "zone-outside-district": "passed",
        "zone-slivers": "passed",
    }
    rows = zone_statistics.table(plan)
    assert rows[0]["drawn_area_km2"] == pytest.approx(4.29, abs=0.01)
    assert rows[0]["drawn_minus_plan_km2"] == pytest.approx(rows[0]["drawn_area_km2"] - 4)
    assert rows[0]["drawn_minus_plan_percent"] == pytest.approx((rows[0]["drawn_area_km2"] / 4 - 1) * 100)
    assert command("build", "-o", tmp_path / "out", "--plan", plan_folder).exit_code == 0
    for name in ("使用说明.txt", "data/zones.geojson", "data/statistics.json", "data/findings.json"):
        content = (tmp_path / "out" / name).read_text("utf-8")
        assert "schematic" not in content.replace("0 zones", ""), name
        assert "示意范围" not in content, name
    page = browser.new_page()
    page.goto(f"{(tmp_path / 'out/index.html').as_uri()}#zone=north")
    page.wait_for_function("window.yzgeo && window.yzgeo.ready")
    shown = page.inner_text("body")
    page.close()
    assert "北区" in shown
    assert "示意范围" not in shown
    assert "法定范围" in shown
    drawn = json.loads((tmp_path / "out/data/zones.geojson").read_text("utf-8"))["features"]
    assert {feature["properties"]["outline_basis"] for feature in drawn} == {"official"}


class Killed(BaseException):
    """What a test raises where the process would be killed."""


def killing(monkeypatch: pytest.MonkeyPatch, at: int) -> Callable[[], int]:
    """Let the process "die" before the file operation number `at`; gives how many there were."""
    count = 0

    def before(operation: Callable[..., Any]) -> Callable[..., Any]:
        def dying(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count == at:
                raise Killed
            return operation(*arguments, **options)

        return dying

    for owner, name in (
        (journal, "write_through"),
        (Path, "replace"),
        (Path, "mkdir"),
        (Path, "unlink"),
        (shutil, "rmtree"),
    ):
        monkeypatch.setattr(owner, name, before(getattr(owner, name)))
    return lambda: count


def test_killed_before_any_step_the_plan_is_the_old_or_the_new_one(plan_folder: Path, tmp_path: Path) -> None:
    import_("zones", boundaries(tmp_path / "b.geojson", 北区=NORTH), plan_folder)
    file = boundaries(tmp_path / "c.geojson", 北区=SOUTH, 南区=NORTH)
    given = import_files.ImportRequest(file, {})
    states = []
    for step in range(1, 40):
        folder = tmp_path / f"step{step}"
        shutil.copytree(plan_folder, folder)
        prepared = import_files.zones(load(folder), given)
        with pytest.MonkeyPatch.context() as monkeypatch:
            # A killed process lets go of its lock, this one would live on with it.
            monkeypatch.setattr(import_files, "locked_folder", contextlib.nullcontext)
            operations = killing(monkeypatch, step)
            with contextlib.suppress(Killed):
                import_files.apply(folder, given, prepared, "zh")
            done = operations() < step
        zones = load(folder).zones.set_index("zone_id").geometry
        new = zones["north"].equals(box(*SOUTH))
        assert new == zones["south"].equals(box(*NORTH))
        log = transaction.valid_file(folder, import_files.LOG)  # what waits in the stage counts, and is read
        assert new == ("c.geojson" in log.read_text("utf-8-sig"))
        waiting = journal.staged(folder, transaction.STAGED)
        backups = {f"previous/{file.name}" for file in (folder / "previous").iterdir()}
        backups |= {name for name in (waiting.files if waiting else []) if name.startswith("previous/")}
        assert new == (len(backups) == 2)
        states.append(new)
        import_("zones", file, folder)  # and what was left behind is in nobody's way
        assert not (folder / transaction.STAGED).exists()
        if done:
            break
    assert states == sorted(states)
    assert 5 < states.index(True) < len(states) - 2


LOOP = """
import sys, pathlib
from yzgeo.plan.transaction import change
folder = pathlib.Path(sys.argv[1])
number = 0
print("ready", flush=True)
while True:
    number += 1
    change(folder, {f"{name}.txt": str(number).encode() * 5000 for name in "abc"}, keep=["a.txt"])
"""


def test_sigkill_at_any_moment_leaves_one_state(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", LOOP, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.uniform(0.005, 0.08))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        transaction.settle(tmp_path)
        written = [file.read_bytes() for name in "abc" if (file := tmp_path / f"{name}.txt").exists()]
        assert len(written) in (0, 3)
        assert len(set(written)) <= 1
    assert len(written) == 3


def test_a_full_or_closed_folder_is_told_and_stays_as_it_was(
    plan_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(plan_folder)

    def full(file: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journal, "write_through", full)
    done = command("import", "zones", boundaries(tmp_path / "b.geojson", 北区=NORTH), "--into", plan_folder)
    assert done.exit_code == 2
    assert "无法写入（No space left on device）" in done.stderr
    assert contents(plan_folder) == before


def test_areas_shifted_like_a_web_map_are_asked_about_and_never_changed(plan_folder: Path, tmp_path: Path) -> None:
    places = {"山镇": (121.6, 29.65), "湖镇": (121.6, 29.55)}
    toy.fill(
        plan_folder,
        "places",
        [
            {"place_id": f"p{n}", "name": name, "name_en": name, "kind": "town", "lon": lon, "lat": lat, "uncertainty_m": 500, "source": "地图"}
            for n, (name, (lon, lat)) in enumerate({**places, "河镇": (121.55, 29.6)}.items())
        ],
    )  # fmt: skip
    for name in ("zone_places", "project_locations", "parks", "zone_parks"):
        toy.fill(plan_folder, name, [])
    import_("zones", boundaries(tmp_path / "z.geojson", 北区=NORTH, 南区=SOUTH), plan_folder)

    def parcels(shifted: bool) -> Path:
        file = tmp_path / f"{shifted}.csv"
        lines = ["编号,地块名称,wkt"]
        for number, (name, (lon, lat)) in enumerate({**places, "河镇": (121.55, 29.6)}.items()):
            shape = box(lon - 0.001, lat - 0.001, lon + 0.001, lat + 0.001)
            lines.append(f'{number},{name},"{shapely.transform(shape, gcj02.from_wgs84) if shifted else shape}"')
        file.write_text("\n".join(lines), "utf-8")
        return file

    assert "GCJ-02" not in import_("parcels", parcels(False), plan_folder).stderr
    true = load(plan_folder).parcels.geometry
    asked = import_("parcels", parcels(True), plan_folder)
    assert "注意：3 处已知地点都偏了约" in asked.stderr
    assert not load(plan_folder).parcels.geometry.iloc[0].equals(true.iloc[0])
    again = import_("parcels", parcels(True), plan_folder, "--datum", "gcj02")
    assert "GCJ-02" not in again.stderr
    assert shapely.hausdorff_distance(load(plan_folder).parcels.geometry.iloc[0], true.iloc[0]) < 1e-8
    south = gpd.GeoSeries([box(121.45, 29.62, 121.499, 29.68)])
    over = tmp_path / "over.csv"
    edge = box(121.5001, 29.62, 121.52, 29.68)  # inside the district, at its western edge
    unshifted, _ = gcj02.to_wgs84(None, gpd.GeoSeries([edge], crs="EPSG:4326"), "gcj02")
    assert not edge.intersects(south.iloc[0])
    assert shapely.bounds(unshifted[0])[0] < 121.5
    over.write_text(f'编号,wkt\n1,"{box(121.68, 29.62, 121.7035, 29.68).wkt}"\n', "utf-8")
    assert "的界址点在行政区之外，按 GCJ-02（火星坐标）纠偏后只剩 0.0%" in import_("parcels", over, plan_folder).stderr


@pytest.mark.parametrize(
    ("header", "mu"),
    [
        ("面积_亩", 12.0),
        ("面积m2", 0.018),
        ("面积／公顷", 180.0),
        ("面积-公顷", 180.0),
        ("亩数", 12.0),
        ("用地面积hm2", 180.0),
    ],
)
def test_units_without_brackets_are_understood(tmp_path: Path, header: str, mu: float) -> None:
    file = tmp_path / "ledger.csv"
    file.write_text(f"编号,{header},状态\nA1,12, 已 盘活\u3000\nA2,12,RECOVERED\nA3,12,已盘活（部分）\n", "utf-8")
    read = ledger.read(file)
    assert read["area_mu"].tolist() == pytest.approx([mu] * 3)
    assert read["status"].tolist() == ["recovered", "recovered", "已盘活（部分）"]


def test_long_numbers_that_a_program_has_rounded_are_refused(libreoffice: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["编号", "面积（亩）"])
    for number in (330212211000000001, 330212211000000002):
        book.active.append([number, 3])
    (tmp_path / "saved").mkdir()
    book.save(tmp_path / "ledger.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [libreoffice, profile, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*convert, str(tmp_path / "saved"), str(tmp_path / "ledger.xlsx")], check=True, capture_output=True)
    with pytest.raises(InputError, match=r"row 2, column 编号: .* only some 15 digits are left"):
        ledger.read(tmp_path / "saved" / "ledger.xlsx")
    boundary = gpd.GeoDataFrame({"DKBH": [3.30212211000000001e17]}, geometry=[box(*NORTH)], crs=4490)
    boundary.to_file(tmp_path / "p.fgb")
    with pytest.raises(InputError, match="only some 15 digits are left"):
        open_parcels(tmp_path / "p.fgb")


def test_the_words_of_offices_are_columns_of_a_ledger(tmp_path: Path) -> None:
    cut = tmp_path / "a.csv"
    cut.write_text("ZDDM,ZDMJ,DLBM,BDCDYH,recovered_,value_adde\nA1,666.6666666667,0601,330212,2024-01-02,3\n", "utf-8")
    parcel = ledger.read(cut).iloc[0]
    assert round(parcel["area_mu"], 9) == 1
    assert parcel[["parcel_id", "land_use_code", "unit_code", "recovered_on"]].tolist() == [
        "A1",
        "0601",
        "330212",
        "2024-01-02",
    ]
    assert parcel["value_added_10k_yuan"] == 3
    only = tmp_path / "b.csv"
    only.write_text("不动产单元号,面积（亩）\n330212001001GB00001W00000000,3\n", "utf-8")
    assert ledger.read(only)["parcel_id"].tolist() == ["330212001001GB00001W00000000"]
    with pytest.raises(InputError, match="no column is known to hold parcel numbers"):
        ledger.read(boundaries(tmp_path / "c.geojson", 甲=NORTH), {"note": "区名"})


@pytest.mark.parametrize(
    "written",
    [
        *(
            json.dumps({"files": [name], "obsolete": []})
            for name in ("../../outside.txt", "/outside.txt", "link/inside.txt")
        ),
        '{"files": [], "obsolete": ["../../outside.txt"]}',
        "nonsense",
        "[1]",
        '{"a": 1}',
        '{"files": [1], "obsolete": []}',
    ],
)
def test_a_plan_folder_of_strangers_moves_no_file_out_of_itself(tmp_path: Path, written: str) -> None:
    folder = toy.make(tmp_path / "deep" / "plan")
    (tmp_path / "elsewhere").mkdir()
    (folder / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    staged = folder / ".importing"
    (staged / "new/link").mkdir(parents=True)
    (staged / "new/link/inside.txt").write_text("taken", "utf-8")
    (staged / "journal.json").write_text(written, "utf-8")
    with pytest.raises(InputError, match="is not what yzgeo leaves behind"):
        load(folder)
    assert not (tmp_path / "outside.txt").exists()
    assert not Path("/outside.txt").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_users_own_folder_called_as_the_stage_of_an_import_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / transaction.STAGED).mkdir()
    (tmp_path / transaction.STAGED / "work.txt").write_bytes(b"mine")
    with pytest.raises(InputError, match="is not what yzgeo leaves behind"):
        transaction.change(tmp_path, {"zones.csv": b"new"}, [])
    assert (tmp_path / transaction.STAGED / "work.txt").read_bytes() == b"mine"
    assert not (tmp_path / "zones.csv").exists()
