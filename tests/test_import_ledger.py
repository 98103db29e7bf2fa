"""A ledger of several files: rows joined with shapes by number, layers and sheets together, and added to a plan's."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
import shapely
import toy
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.ledger import ledger
from yzgeo.ledger.numbers import number_key, without_zeros
from yzgeo.plan import import_files, import_ledger
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow

CRS = "EPSG:4528"
HEADER = ("地块编号", "状态", "面积（亩）")


@pytest.fixture(scope="module")
def toy_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toy.make(tmp_path_factory.mktemp("toy") / "plan")


@pytest.fixture
def plan(toy_plan: Path, tmp_path: Path) -> Path:
    return shutil.copytree(toy_plan, tmp_path / "plan")


def square(place: int) -> shapely.Polygon:
    """A hectare, 15 mu, in the north of the toy plan."""
    return shapely.box(40_654_700 + 200 * place, 3_282_000, 40_654_800 + 200 * place, 3_282_100)


def workbook(file: Path, *rows: Sequence[Any], header: Sequence[str] = HEADER, sheet: str = "台账") -> Path:
    book = openpyxl.load_workbook(file) if file.exists() else openpyxl.Workbook()
    into = book.create_sheet(sheet)
    for row in (header, *rows):
        into.append(row)
    if "Sheet" in book.sheetnames:
        del book["Sheet"]
    book.save(file)
    return file


def shapefile(file: Path, numbers: Sequence[Any], column: str = "TBBH", **columns: Sequence[Any]) -> Path:
    shapes = [square(place) for place in range(len(numbers))]
    gpd.GeoDataFrame({column: numbers, **columns}, geometry=shapes, crs=CRS).to_file(file, encoding="GBK")
    return file


def run(plan: Path, *arguments: object) -> Result:
    return CliRunner().invoke(cli, ["import", "parcels", *map(str, arguments), "--into", str(plan), "--lang", "en"])


def imported(plan: Path, *arguments: object) -> gpd.GeoDataFrame:
    done = run(plan, *arguments)
    assert done.exit_code == 0, done.output
    return load(plan).parcels.set_index("parcel_id")


def test_rows_and_shapes_join_by_number_and_all_without_their_other_half_is_listed(plan: Path, tmp_path: Path) -> None:
    table = workbook(
        tmp_path / "t.xlsx", ("３３-Ａ 1", "已盘活", 15), (7, "盘活中", 15), ("X9", "已认定", 3), (" B2", "已认定", 30)
    )
    shapes = shapefile(
        tmp_path / "s.shp",
        ["33-A1", "0007", "Z=1", "B2", None],
        DLMC=["a", "b", "c", "d", "e"],
        状态=["已盘活", "盘活中", "", "已认定", ""],
    )
    done = run(plan, table, "--shapes", shapes, "--unmatched", tmp_path / "u.csv")
    assert done.exit_code == 0, done.output
    parcels = load(plan).parcels.set_index("parcel_id")
    assert list(parcels.index) == ["33-A1", "0007", "X9", "B2"]
    assert not [name for name in parcels.columns if "状态" in name]
    assert parcels["area_mu"].tolist() == [15, 15, 3, 30]
    assert parcels["DLMC"].fillna("").tolist() == ["a", "b", "", "d"]
    there = gpd.GeoSeries([square(0), square(1), square(3)], crs=CRS).to_crs(4490)
    assert (
        parcels.geometry[["33-A1", "0007", "B2"]].geom_equals_exact(there.set_axis(["33-A1", "0007", "B2"]), 1e-9).all()
    )
    assert parcels.geometry["X9"] is None
    assert "3 of 4 rows have a shape" in done.stdout
    assert "X9 (t.xlsx, row 4)" in done.stderr
    assert "differ by more than 5% in 1 parcel (row 5: 30 and 14.99 mu)" in done.stderr
    rows = list(csv.reader((tmp_path / "u.csv").read_text("utf-8-sig").splitlines()))[1:]
    assert sorted(row[:4] for row in rows) == [
        ["ledger", "t.xlsx", "4", "X9"],
        ["shapes", "s.shp", "3", "Z=1"],
        ["shapes", "s.shp", "5", ""],
    ]
    log = (plan / import_files.LOG).read_text("utf-8-sig")
    assert "t.xlsx,3,parcel_id,7,0007," in log


def test_zeros_that_might_belong_to_either_of_two_numbers_join_nothing(plan: Path, tmp_path: Path) -> None:
    table = workbook(tmp_path / "t.xlsx", (7, "已盘活", 15), ("8", "已盘活", 15))
    parcels = imported(plan, table, "--shapes", shapefile(tmp_path / "s.shp", ["007", "07", "8"]))
    assert parcels.geometry.isna().to_dict() == {"7": True, "8": False}


@given(st.lists(st.from_regex("0{0,3}[1-9][0-9]{0,2}", fullmatch=True), unique=True, max_size=8), st.data())
def test_zeros_are_only_supplied_where_one_number_comes_into_question(keys: list[str], data: st.DataObject) -> None:
    other = data.draw(st.lists(st.from_regex("0{0,3}[1-9][0-9]{0,2}", fullmatch=True), unique=True, max_size=8))
    for one, its in without_zeros(keys, other).items():
        assert int(one) == int(its)
        assert [key for key in keys if int(key) == int(one)] == [one]
        assert [key for key in other if int(key) == int(one)] == [its]


@given(st.text("A1-一 \u3000\u200b", min_size=1))
def test_blanks_and_widths_make_no_other_number(text: str) -> None:
    wide = text.translate({**{code: code + 0xFEE0 for code in range(0x21, 0x7F)}, 0x20: 0x3000})
    assert number_key(wide) == number_key(text) == number_key(number_key(text))


def test_a_number_that_stands_twice_is_refused_with_both_rows(plan: Path, tmp_path: Path) -> None:
    once = workbook(tmp_path / "a.xlsx", ("A1", "已盘活", 15), ("A2", "已盘活", 30))
    twice = workbook(tmp_path / "b.xlsx", ("A1", "已盘活", 15), ("Ａ1", "已盘活", 15))
    shapes = shapefile(tmp_path / "s.shp", ["A1", "A2", "A2"])
    before = {file.name: file.read_bytes() for file in plan.iterdir() if file.is_file()}
    refused = run(plan, twice, "--shapes", shapes)
    assert refused.exit_code == 2
    assert "b.xlsx，第 3 行：编号“A1”在台账中出现两次（b.xlsx 第 2 行已有）" in refused.output
    refused = run(plan, once, "--shapes", shapes)
    assert refused.exit_code == 2
    assert "s.shp，第 3 行，TBBH 列：编号“A2”有两个图形（s.shp 第 2 行已有）" in refused.output
    assert "--unite" in refused.output
    assert {file.name: file.read_bytes() for file in plan.iterdir() if file.is_file()} == before
    parcels = imported(plan, once, "--shapes", shapes, "--unite")
    assert parcels.geometry["A2"].geom_type == "MultiPolygon"
    assert parcels["area_mu"]["A2"] == 30


def test_the_columns_of_numbers_may_be_named_on_either_side(plan: Path, tmp_path: Path) -> None:
    table = workbook(tmp_path / "t.xlsx", ("A1", "已盘活", 15), header=("企业代号", "状态", "面积（亩）"))
    shapes = shapefile(tmp_path / "s.shp", ["A1", "A2"], "K", TBBH=["1", "2"], 用途=["工业", "商业"])
    named = ("--map", "parcel_id=企业代号", "--map", "parcel_id=K", "--map", "note=用途")
    parcels = imported(plan, table, "--shapes", shapes, *named)
    assert parcels.geometry.notna().tolist() == [True]
    assert parcels["note"].tolist() == ["工业"]
    refused = run(plan, table, "--shapes", shapes, "--map", "parcel_id=企业代号")
    assert refused.exit_code == 2
    assert "台账的“企业代号”如 A1，图形的“TBBH”如 1、2" in refused.output
    refused = run(plan, table, "--shapes", shapes, *named, "--map", "town=没有这列")
    assert "没有列“没有这列”" in refused.output


def test_files_layers_and_sheets_become_one_ledger(plan: Path, tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", ("A1", "已盘活", 15), sheet="甲镇")
    table = workbook(tmp_path / "t.xlsx", ("A2", "盘活中", 1, "二车间"), header=(*HEADER, "车间"), sheet="乙镇")
    for number, layer in (("B1", "丙镇"), ("B2", "丁镇")):
        frame = gpd.GeoDataFrame({"宗地代码": [number], "车间": [3]}, geometry=[square(int(number[1]))], crs=CRS)
        frame.to_file(tmp_path / "g.gpkg", layer=layer, mode="a" if layer == "丁镇" else "w")
    shutil.copytree(tmp_path, tmp_path / "other", ignore=shutil.ignore_patterns("plan"))
    shapefile(tmp_path / "other" / "s.shp", ["C1"], "DKBH")
    (tmp_path / "d").mkdir()
    shapefile(tmp_path / "d" / "s.shp", ["C2"], "DKBH")
    both = tmp_path / "other" / "s.shp", tmp_path / "d" / "s.shp"
    parcels = imported(plan, table, tmp_path / "g.gpkg", *both, "--all-layers")
    assert list(parcels.index) == ["A1", "A2", "B1", "B2", "C1", "C2"]
    assert parcels["车间"].fillna("").tolist() == ["", "二车间", "3", "3", "", ""]
    files = {row["file"] for row in csv.DictReader((plan / import_files.LOG).read_text("utf-8-sig").splitlines())}
    assert {"t.xlsx:甲镇", "g.gpkg:丁镇", "other/s.shp", "d/s.shp"} <= files
    two = imported(plan, table, tmp_path / "g.gpkg", "--layer", "乙镇", "--layer", "丙镇")
    assert list(two.index) == ["A2", "B1"]
    refused = run(plan, table, tmp_path / "g.gpkg", "--layer", "乙镇", "--layer", "戊镇")
    assert "各文件都没有图层“戊镇”" in refused.output
    refused = run(plan, tmp_path / "g.gpkg", *both, "--layer", "丙镇", "--map", "parcel_id=没有")
    assert "没有列“没有”" in refused.output


def test_a_flaw_in_one_of_several_sheets_is_told_with_the_sheet(plan: Path, tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", ("A1", "已盘活", 15), sheet="甲镇")
    table = workbook(tmp_path / "t.xlsx", ("A2", "已盘活", "十五"), sheet="乙镇")
    refused = run(plan, table, "--all-layers")
    assert refused.exit_code == 2
    assert "t.xlsx:乙镇，第 2 行" in refused.output


def test_a_ledger_is_added_to_and_the_old_one_is_kept(plan: Path, tmp_path: Path) -> None:
    first = workbook(tmp_path / "a.xlsx", ("A1", "已认定", 15), ("A2", "已认定", 15))
    later = workbook(tmp_path / "b.xlsx", ("A 2", "已盘活", 20), ("A3", "已认定", 15))
    imported(plan, first)
    before = (plan / ledger.LEDGER_FILE).read_bytes()
    refused = run(plan, later, "--add")
    assert refused.exit_code == 2
    assert "b.xlsx，第 2 行，parcel_id 列：编号“A2”已在规划已有的台账中（第 2 行）" in refused.output
    assert "--replace" in refused.output
    assert (plan / ledger.LEDGER_FILE).read_bytes() == before
    skipped = imported(plan, later, "--add", "--skip")
    assert skipped["area_mu"].to_dict() == {"A1": 15, "A2": 15, "A3": 15}
    shutil.copyfile(next((plan / "previous").glob("parcels*.parquet")), plan / ledger.LEDGER_FILE)
    assert list(load(plan).parcels["parcel_id"]) == ["A1", "A2"]
    replaced = imported(plan, later, "--add", "--replace")
    assert replaced["area_mu"].to_dict() == {"A1": 15, "A 2": 20, "A3": 15}
    assert run(plan, later, "--add", "--replace", "--skip").exit_code == 2


def test_a_ledger_that_another_import_has_changed_meanwhile_is_not_written_over(plan: Path, tmp_path: Path) -> None:
    imported(plan, workbook(tmp_path / "a.xlsx", ("A1", "已认定", 15)))
    request = import_ledger.LedgerRequest((workbook(tmp_path / "b.xlsx", ("A2", "已认定", 15)),), add=True)
    prepared = import_ledger.prepare(load(plan), request).prepared
    imported(plan, workbook(tmp_path / "c.xlsx", ("A3", "已认定", 15)), "--add")
    with pytest.raises(InputError, match="changed by another import"):
        import_files.apply(plan, request.of_files(), prepared, "en")
    assert list(load(plan).parcels["parcel_id"]) == ["A1", "A3"]


def test_a_table_and_its_shapes_may_be_layers_of_one_geodatabase(plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "land.gdb"
    shapes = gpd.GeoDataFrame({"宗地代码": ["A1", "A2"]}, geometry=[square(0), square(1)], crs=CRS)
    shapes.to_file(file, layer="图形", driver="OpenFileGDB")
    table = pd.DataFrame({"地块编号": ["A1"], "状态": ["已盘活"], "面积_亩": [15.0]})
    pyogrio.write_dataframe(table, file, layer="台账", driver="OpenFileGDB", append=True)
    parcels = imported(plan, file, "--layer", "台账", "--shapes", file, "--shapes-layer", "图形")
    assert parcels.geometry.notna().tolist() == [True]
    assert parcels["status"].tolist() == ["recovered"]


def test_the_layer_of_the_shapes_is_asked_for_by_its_own_option(plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "shapes.gpkg"
    for layer in ("north", "south"):
        frame = gpd.GeoDataFrame({"地块编号": ["A1"]}, geometry=[square(0)], crs=CRS)
        frame.to_file(file, layer=layer, driver="GPKG")
    ledger = workbook(tmp_path / "a.xlsx", ("A1", "已认定", 15))
    for more in ([], ["--shapes-layer", "west"]):
        done = run(plan, ledger, "--shapes", file, *more)
        assert done.exit_code == 2
        assert "south" in done.stderr
        assert "--shapes-layer" in done.stderr


def test_who_holds_land_of_what_use_comes_from_the_shapes_where_the_ledger_does_not_say(
    plan: Path, tmp_path: Path
) -> None:
    table = workbook(tmp_path / "t.xlsx", ("A1", "已盘活", 15), ("A2", "已认定", 15))
    shapes = shapefile(
        tmp_path / "s.shp", ["A1", "A2"], 权利人=["甲厂", "乙厂"], 地类编码=["0601", "0702"], 状态=["已认定", "已盘活"]
    )
    parcels = imported(plan, table, "--shapes", shapes)
    assert parcels["holder"].tolist() == ["甲厂", "乙厂"]
    assert parcels["land_use_code"].tolist() == ["0601", "0702"]
    assert parcels["status"].tolist() == ["recovered", "identified"]  # the ledger's own
    own = workbook(
        tmp_path / "own.xlsx", ("A1", "已盘活", 15, "丙厂"), ("A2", "已认定", 15, "丁厂"), header=(*HEADER, "权利人")
    )
    assert imported(plan, own, "--shapes", shapes)["holder"].tolist() == ["丙厂", "丁厂"]


def test_whole_numbers_with_blanks_stay_whole_in_what_is_exported(plan: Path, tmp_path: Path) -> None:
    rows = [("A1", "已盘活", 15, 1990, square(0).wkt), ("A2", "盘活中", 15, None, square(1).wkt)]
    table = workbook(tmp_path / "t.xlsx", *rows, header=(*HEADER, "建成年份", "坐标"))
    years = imported(plan, table, "--crs", CRS)["建成年份"]
    assert (years["A1"], years.isna().tolist()) == (1990, [False, True])
    for suffix in ("csv", "kml", "dxf"):
        file = tmp_path / f"parcels.{suffix}"
        done = CliRunner().invoke(cli, ["export", "parcels", "-o", str(file), "--plan", str(plan), "--lang", "en"])
        assert done.exit_code == 0, done.output
        content = file.read_bytes()
        assert (b"1990" in content, b"1990.0" in content) == (True, False)


@pytest.mark.parametrize(("same", "firm"), [("skip", "甲"), ("replace", "丙")])
@pytest.mark.parametrize("drawn", [False, True])
def test_rows_of_one_number_in_one_ledger(plan: Path, tmp_path: Path, same: str, firm: str, drawn: bool) -> None:
    header = (*HEADER, "企业名称")
    rows = [("A1", "已盘活", 15, "甲"), ("A2", "盘活中", 15, "乙"), ("A1", "未盘活", 15, "丙")]
    file = workbook(tmp_path / "a.xlsx", *rows, header=header)
    shapes = tmp_path / "shapes.gpkg"
    gpd.GeoDataFrame({"编号": ["A1", "A2"]}, geometry=[square(0), square(1)], crs=CRS).to_file(shapes)
    given = ["--shapes", str(shapes)] if drawn else []
    asked = run(plan, file, *given)
    if drawn:
        assert asked.exit_code == 2
        assert "--replace / --skip" in asked.stderr
    done = run(plan, file, *given, f"--{same}")
    assert done.exit_code == 0, done.stderr
    kept = load(plan).parcels.set_index("parcel_id")["firm"]
    assert kept.to_dict() == {"A1": firm, "A2": "乙"}
    assert "of each number one row counts" not in done.stderr


def test_drawn_parts_of_one_parcel_all_stay(plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "parts.gpkg"
    columns = {"地块编号": ["A1", "A1", "A2"], "状态": ["已盘活"] * 3}
    gpd.GeoDataFrame(columns, geometry=[square(0), square(1), square(2)], crs=CRS).to_file(file)
    assert run(plan, file, "--skip").exit_code == 0
    assert len(load(plan).parcels) == 3


def test_sheets_that_are_no_ledger_are_told_with_those_that_are(plan: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", ("A1", "已盘活", 15), sheet="甲镇")
    workbook(file, ("B1", "盘活中", 15), sheet="乙镇")
    workbook(file, ("以亩计",), header=("说明",), sheet="说明")
    asked = run(plan, file)
    assert "--layer / --all-layers" in asked.stderr
    refused = run(plan, file, "--all-layers")
    assert refused.exit_code == 2
    assert "甲镇、乙镇" in refused.stderr
    assert imported(plan, file, "--layer", "甲镇", "--layer", "乙镇").index.tolist() == ["A1", "B1"]


def test_the_benchmark_of_ledgers_reads_all_three() -> None:
    bench = Path(__file__).parents[1] / "scripts" / "bench.py"
    done = subprocess.run(
        [sys.executable, str(bench), "ledger", "200"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == ["excel", "shapefile", "joined"]


def test_rows_that_a_filter_hides_count_and_are_told(plan: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", ("A1", "已盘活", 15), ("A2", "已盘活", 15), ("A3", "已盘活", 15))
    book = openpyxl.load_workbook(file)
    for row in (1, 3, 4):  # the header is no parcel
        book["台账"].row_dimensions[row].hidden = True
    book.save(file)
    done = run(plan, file)
    assert done.exit_code == 0
    assert "row 3 (A2; 已盘活; 15)" in done.stderr or "A2；已盘活；15" in done.stderr
    assert "hidden or filtered out" in done.stderr
    assert len(load(plan).parcels) == 3


@pytest.mark.parametrize(
    ("header", "cell", "square_metres"),
    [("容积率", "150%", 15_000), ("容积率（%）", 150, 15_000), ("容积率", 1.5, 15_000), ("容积率", "1.5", 15_000)],
)
def test_a_floor_area_ratio_may_be_a_percentage(tmp_path: Path, header: str, cell: Any, square_metres: float) -> None:
    file = workbook(tmp_path / "a.xlsx", ("A1", "已盘活", 15, cell), header=(*HEADER, header))
    assert ledger.read(file)["floor_area_m2"].tolist() == pytest.approx([square_metres])


def test_a_floor_area_ratio_with_another_unit_is_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", ("A1", "已盘活", 15, "1.5亩"), header=(*HEADER, "容积率"))
    with pytest.raises(InputError, match=r"'1\.5亩' is not a number"):
        ledger.read(file)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("2024年3月已盘活", "recovered"),
        ("已收储（2024.5）", "recovered"),
        ("已签约，2024年底", "under_way"),
        ("拟于2025年12月前收回", "identified"),
        ("2024年", "2024年"),
        ("2024年3月已盘活部分", "2024年3月已盘活部分"),
    ],
)
def test_a_date_beside_a_status_does_not_hide_it(tmp_path: Path, word: str, code: str) -> None:
    file = workbook(tmp_path / "a.xlsx", ("A1", word, 15))
    assert ledger.read(file)["status"].tolist() == [code]
