"""Ledgers as offices keep them: totals, merged headers, units, dates, statuses, and workbooks that are traps."""

from __future__ import annotations

import csv
import datetime
import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
import shapely
import toy
from click.testing import CliRunner, Result
from shapely import box

from yzgeo.assignment.parcel_source import read_frame
from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.ledger import cell_parsing, ledger
from yzgeo.readers import reading
from yzgeo.readers.formats import excel
from yzgeo.readers.reading import Reading

Rows = Sequence[Sequence[Any]]
HEADER = ["序号", "地块编号", "土地面积（亩）", "状态", "盘活时间"]
PARCELS = [[1, "A1", 15, "已盘活", "2023-05-01"], [2, "A2", 15, "已盘活", "2023-06-01"]]


def workbook(file: Path, rows: Rows, merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    book.save(file)
    return file


def table(file: Path, rows: Rows) -> Path:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return file


def read(file: Path, **options: Any) -> Reading:
    mapping = options.pop("mapping", {})
    statuses = options.pop("statuses", {})
    return ledger.read_with_log(file, mapping, None, None, None, None, statuses)


def left_out(parcels: Reading) -> list[int]:
    """The rows that the log says were left out."""
    rows = parcels.log[(parcels.log["field"] == "") & (parcels.log["new"] == "")]
    return sorted(rows["row"].astype(int))


def sheet(cells: str, merged: str = "", head: str = "") -> bytes:
    """A workbook of one sheet, of bare XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="r" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="r" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="r"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'{head}<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>{merged}</worksheet>',
        )
    return content.getvalue()


def text_row(number: int, *values: str) -> str:
    cells = "".join(f'<c r="{chr(65 + at)}{number}" t="str"><v>{value}</v></c>' for at, value in enumerate(values))
    return f'<row r="{number}">{cells}</row>'


TWO = text_row(1, "编号", "面积（亩）", "状态") + text_row(2, "A1", "2", "已盘活") + text_row(3, "A2", "3", "已盘活")


@pytest.mark.slow
@pytest.mark.parametrize(
    "extra",
    [
        ["合 计", None, 30, None, None],
        [None, "合　　计", 30, "已盘活", None],
        [None, "合计（2宗）", 30, "已盘活", None],
        [None, "【小计】", 30, None, None],
        ["总计：", None, 30, None, None],
        [None, "山镇小计", 30, None, None],
        [None, "合计2宗", 30, None, None],
        ["共2宗", None, 30, None, None],
        ["合计", "2宗", 30, None, None],
        ["小计", "2 块", 30, None, None],
        ["合", "计", 30, None, None],
        [None, None, 30, "Total", None],
        ["一、山镇", None, None, None, None],
        ["（二）", "山镇", 30, None, None],
        ["海镇", None, None, None, None],
        ["填表人：甲", None, None, None, None],
        ["审核：", "乙", None, None, None],
        ["单位负责人（签字）：", None, None, "填表日期：2024.1.1", None],
        ["注：面积以测绘为准", None, None, None, None],
        ["备注", None, None, None, None],
        [None, None, None, None, "2024年1月1日"],
        [datetime.datetime(2024, 1, 1), None, None, None, None],
        [None, None, 30, None, None],
        [3, None, None, None, None],
        ["以下空白", None, None, None, None],
        HEADER,
    ],
)
def test_rows_that_are_no_parcels_are_left_out_and_logged(tmp_path: Path, extra: list[Any]) -> None:
    for rows, line in (
        ([HEADER, *PARCELS, extra], 4),
        ([HEADER, PARCELS[0], PARCELS[1], extra, [9, "A3", 2, "在办", None]], 4),
    ):
        parcels = read(workbook(tmp_path / "a.xlsx", rows))
        assert left_out(parcels) == [line]
        assert parcels.frame.loc[parcels.frame["status"] == "recovered", "area_mu"].sum() == 30
    parcels = read(table(tmp_path / "a.csv", [HEADER, *PARCELS, extra]))
    assert left_out(parcels) == [4]


def test_parcels_with_words_of_totals_and_sections_in_their_names_stay(tmp_path: Path) -> None:
    rows = [
        ["编号", "企业", "面积（亩）", "状态", "备注"],
        ["三号", "三江厂", 1, "在办", "合计"],
        ["A2", "合计科技公司", 2, "在办", "见小计"],
        ["总部1", "一心公司", 4, "在办", None],
        ["备注厂", "注塑公司", 8, "在办", None],
    ]
    parcels = read(workbook(tmp_path / "a.xlsx", rows))
    assert parcels.frame["area_mu"].sum() == 15
    assert left_out(parcels) == []


def test_a_row_that_adds_up_the_others_is_reported_and_counts_where_it_has_words(tmp_path: Path) -> None:
    parcels = read(table(tmp_path / "a.csv", [HEADER, *PARCELS, [3, "A3", 30, "已盘活", ""]]))
    assert parcels.frame["area_mu"].sum() == 60
    assert [remark.en for remark in ledger.remarks(parcels) if "equals the sum" in remark.en and "row 4" in remark.en]


@pytest.mark.slow
def test_two_header_rows_are_one_with_and_without_a_title(tmp_path: Path) -> None:
    upper = ["序号", "地块编号", "用地情况", None, "进展情况", None]
    lower = [None, None, "土地面积（亩）", "建筑面积（平方米）", "状态", "盘活时间"]
    rows = [upper, lower, [1, "A1", 15, 800, "已盘活", "2023.5.1"], [2, "A2", 30, 900, "在办", None]]
    areas = ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]
    moved = ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"]
    files = [
        workbook(tmp_path / "merged.xlsx", rows, areas),
        workbook(tmp_path / "titled.xlsx", [["台账", *[None] * 5], *rows], moved),
        workbook(tmp_path / "bare.xlsx", rows),
        table(tmp_path / "a.csv", rows),
        table(tmp_path / "titled.csv", [["台账"], *rows]),
    ]
    for file in files:
        frame = read(file).frame
        assert frame[["parcel_id", "area_mu", "floor_area_m2", "status", "recovered_on"]].values.tolist()[0] == [
            "A1", 15, 800, "recovered", "2023-05-01",
        ]  # fmt: skip
        assert frame["area_mu"].tolist() == [15, 30]
        named = read(file, mapping={"note": "用地情况·建筑面积（平方米）"}).frame
        assert named["note"].tolist() == ["800", "900"]


@pytest.mark.parametrize("header", ["是否盘活", "是否已盘活", "盘活进度", "盘活情况"])
def test_a_column_that_asks_whether_land_is_recovered_holds_the_statuses(tmp_path: Path, header: str) -> None:
    upper = ["地块编号", "面积（亩）", "盘活情况", None]
    grouped = [upper, [None, None, header, "盘活时间"], ["A1", 15, "已盘活", "2023.5.1"], ["A2", 30, "在办", None]]
    for rows in (grouped, [["地块编号", "面积（亩）", header], ["A1", 15, "已盘活"], ["A2", 30, "在办"]]):
        assert read(workbook(tmp_path / "a.xlsx", rows)).frame["status"].tolist() == ["recovered", "under_way"]


def test_a_row_of_column_numbers_is_no_parcel(tmp_path: Path) -> None:
    for numbers in ([1, 2, 3, 4, 5], ["甲", "乙", 1, 2, 3], ["(1)", "(2)", "(3)", "(4)", "(5)"]):
        parcels = read(workbook(tmp_path / "a.xlsx", [HEADER, numbers, *PARCELS]))
        assert (left_out(parcels), parcels.frame["parcel_id"].tolist()) == ([2], ["A1", "A2"])


def test_units_of_a_title_of_a_header_row_and_of_each_row(tmp_path: Path) -> None:
    bare = [["编号", "土地面积", "税收"], ["A1", 2, 5]]
    in_title = read(workbook(tmp_path / "a.xlsx", [["台账", None, "单位：公顷、亿元"], *bare])).frame.iloc[0]
    assert (in_title["area_mu"], in_title["tax_10k_yuan"]) == (30, 50_000)
    below = read(
        workbook(tmp_path / "b.xlsx", [bare[0], [None, "（公顷）", "（万元）"], bare[1]], ["A1:A2"])
    ).frame.iloc[0]
    assert (below["area_mu"], below["tax_10k_yuan"]) == (30, 5)
    by_row = [["编号", "面积", "单位"], ["A1", 1, "公顷"], ["A2", 15, "亩"], ["A3", 10_000, "㎡"]]
    assert read(table(tmp_path / "c.csv", by_row)).frame["area_mu"].tolist() == [15, 15, 15]
    with pytest.raises(InputError, match="row 5, column 单位: the row's unit '顷' cannot be used"):
        read(table(tmp_path / "d.csv", [*by_row, ["A4", 1, "顷"]]))
    firms = [["编号", "面积（亩）", "单位"], ["A1", 3, "甲厂"]]
    assert read(table(tmp_path / "e.csv", firms)).frame["area_mu"].tolist() == [3]


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2023.5.1", "2023-05-01"), ("２０２３年５月１日", "2023-05-01"), ("2023/5/1 0:00", "2023-05-01"),
        ("20230501", "2023-05-01"), (45047, "2023-05-01"), ("23.5.1", "2023-05-01"), ("230501", "2023-05-01"),
        ("二〇二三年五月一日", "2023-05-01"), ("二○二三年十二月三十一日", "2023-12-31"), ("2023年5月1日（补录）", "2023-05-01"),
        ("2023年5月1号", "2023-05-01"), ("5/31/2023", "2023-05-31"), ("1-May-23", "2023-05-01"),
        (datetime.datetime(2023, 5, 1), "2023-05-01"), ("2023年5月", "2023-05"), ("2023-5", "2023-05"),
        ("2023.05", "2023-05"), (2023.5, "2023-05"), ("202305", "2023-05"), ("2023年5月底", "2023-05"),
        ("二〇二三年", "2023"), ("23年", "2023"), (2023, "2023"), ("2023年上半年", "2023"), ("2023年第二季度", "2023"),
        ("5/6/2023", "2023"), (2023.1, "2023"), ("2023.13.1", None), ("2023-02-29", None), ("去年", None), ("1", None),
    ],
)  # fmt: skip
def test_spellings_of_a_date(cell: Any, date: str | None) -> None:
    assert cell_parsing.iso_date(cell) == date


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("２０．５", 20.5), ("1O.5", 10.5), ("l2", 12), ("〇", 0), ("二〇", 20), ("1,234.5", 1234.5), ("1 234", 1234),
        ("12，345", 12345), ("20。5", 20.5), ("3亩", 3), ("约", None), ("²", None), ("5" * 5000, None), ("12,5", None),
        ("1e999", None), ("nan", None), ("1_000", None), ("十二", None),
    ],
)  # fmt: skip
def test_numbers_that_look_alike_are_read_and_logged_and_others_refused(
    tmp_path: Path, cell: str, number: float | None
) -> None:
    file = table(tmp_path / "a.csv", [["编号", "面积（亩）"], ["A1", "7"], ["A2", cell]])
    if number is None:
        with pytest.raises(InputError, match=r"row 3, column 面积（亩）: .* is not a number") as refusal:
            read(file)
        assert len(refusal.value.message("zh")) < 300
        return
    parcels = read(file)
    assert parcels.frame["area_mu"].tolist() == [7, number]
    assert (parcels.log["row"] == 3).any()


def test_statuses_are_guessed_named_or_left_and_always_shown(tmp_path: Path) -> None:
    words = ["已收储", "正在推进", "拟收回", "√", "部分盘活"]
    file = table(
        tmp_path / "a.csv", [["编号", "面积（亩）", "状态"], *([f"A{n}", 1, word] for n, word in enumerate(words))]
    )
    parcels = read(file)
    assert parcels.frame["status"].tolist() == ["recovered", "under_way", "identified", "√", "部分盘活"]
    shown = "\n".join(remark.zh for remark in ledger.remarks(parcels))
    assert all(word in shown for word in words)
    named = read(file, statuses={"√": "recovered", "已收储": "identified"})
    assert named.frame["status"].tolist() == ["identified", "under_way", "identified", "recovered", "部分盘活"]
    with pytest.raises(InputError, match="there is no status 'done'"):
        read(file, statuses={"√": "done"})


def test_two_areas_that_differ_are_asked_about(tmp_path: Path) -> None:
    rows = [["编号", "土地面积（亩）", "盘活面积（公顷）"], ["A1", 15, 1], ["A2", 100, 2]]
    with pytest.raises(
        InputError, match=r"row 3: '土地面积（亩）' and '盘活面积（公顷）' .*100 and 30 mu.*area_mu=盘活面积（公顷）"
    ):
        read(table(tmp_path / "a.csv", rows))
    assert read(tmp_path / "a.csv", mapping={"area_mu": "盘活面积（公顷）"}).frame["area_mu"].tolist() == [15, 30]
    assert read(table(tmp_path / "b.csv", rows[:2])).frame["area_mu"].tolist() == [15]
    buildings = [["编号", "土地面积（亩）", "建筑面积（平方米）"], ["A1", 15, 8]]
    assert read(table(tmp_path / "c.csv", buildings)).frame["area_mu"].tolist() == [15]


def test_an_area_merged_over_several_parcels_is_no_area_of_each(tmp_path: Path) -> None:
    rows = [["地块编号", "镇街", "面积（亩）"], ["A1", "山镇", 30], ["A2", None, None]]
    with pytest.raises(InputError, match="row 2, column 面积（亩）: rows 2 to 3 share one merged number"):
        read(workbook(tmp_path / "a.xlsx", rows, ["B2:B3", "C2:C3"]))
    rows[2][2] = 5
    frame = read(workbook(tmp_path / "b.xlsx", rows, ["B2:B3"])).frame
    assert (frame["town"].tolist(), frame["area_mu"].tolist()) == (["山镇", "山镇"], [30, 5])


def test_a_column_that_tells_no_rows_apart_is_not_the_number(tmp_path: Path) -> None:
    shapes = [box(121.5 + n / 100, 29.6, 121.501 + n / 100, 29.601) for n in range(3)]
    frame = gpd.GeoDataFrame({"id": [0, 0, 0], "面积（亩）": 15.0, "状态": "已盘活"}, geometry=shapes, crs=4490)
    frame.to_file(tmp_path / "a.gpkg")
    parcels = read(tmp_path / "a.gpkg").frame
    assert (parcels["parcel_id"].nunique(), parcels["area_mu"].sum()) == (3, 45)
    frame.assign(图斑编号=["B1", "B2", "B3"]).to_file(tmp_path / "b.gpkg")
    assert read(tmp_path / "b.gpkg").frame["parcel_id"].tolist() == ["B1", "B2", "B3"]
    frame.assign(宗地代码="C1").drop(columns="id").to_file(tmp_path / "c.gpkg")
    with pytest.raises(InputError, match="'宗地代码' repeats from row to row"):
        read(tmp_path / "c.gpkg")


def test_hexadecimal_binary_of_a_database_is_a_shape(tmp_path: Path) -> None:
    square = shapely.set_srid(box(121.5, 29.6, 121.501, 29.601), 4490)
    for prefix, order in (("", 1), ("\\x", 0)):
        cell = prefix + shapely.to_wkb(square, hex=True, include_srid=True, byte_order=order)
        source = reading.read(table(tmp_path / "a.csv", [["编号", "geom"], ["A1", cell]]))
        assert source.frame.geometry.iloc[0].equals(square)
        assert "4490" in source.crs.en
    with pytest.raises(InputError, match="row 2, column geom: is not valid WKB"):
        reading.read(table(tmp_path / "b.csv", [["编号", "geom"], ["A1", cell[:60]]]))


@pytest.mark.parametrize("binary", [False, True])
def test_rows_in_different_crss_are_refused_and_an_unknown_one_gives_way_to_the_users(
    tmp_path: Path, binary: bool
) -> None:
    def cell(srid: int, place: int) -> str:
        square = box(121.5 + place, 29.6, 121.501 + place, 29.601)
        if binary:
            return str(shapely.to_wkb(shapely.set_srid(square, srid), hex=True, include_srid=True))
        return f"SRID={srid};{square.wkt}"

    def shapes(*srids: int) -> Path:
        rows = [[f"A{place}", cell(srid, place)] for place, srid in enumerate(srids)]
        return table(tmp_path / "a.csv", [["编号", "geom"], *rows])

    assert len(reading.read(shapes(4490, 0, 4490)).frame) == 3
    for crs in (None, "EPSG:4490"):
        with pytest.raises(InputError, match="SRID 4490 in row 2, SRID 2437 in row 4"):
            reading.read(shapes(4490, 4490, 2437), crs=crs)
    with pytest.raises(InputError, match="row 2, column geom: SRID 999999") as refusal:
        reading.read(shapes(999999))
    assert refusal.value.parameter is not None
    assert refusal.value.parameter.name == "crs"
    assert len(reading.read(shapes(999999), crs="EPSG:4490").frame) == 1


@pytest.mark.parametrize("day", ["2024-13", "2024-00", "2024-02-30", "2024-99-99", "2024/02/30", "2024年13月"])
def test_a_date_outside_the_calendar_is_told_however_it_is_written(tmp_path: Path, day: str) -> None:
    rows = [["编号", "面积（亩）", "状态", "盘活日期"], ["A1", 15, "已盘活", "2024-02-29"], ["A2", 15, "已盘活", day]]
    parcels = read(table(tmp_path / "a.csv", rows))
    assert parcels.frame["recovered_on"].tolist() == ["2024-02-29", day]
    assert ["row 3" in remark.en for remark in ledger.remarks(parcels) if "dates of recovery" in remark.en] == [True]


@pytest.mark.parametrize("units", [("（公顷）", "（万元）"), ("公顷", "万元")])
def test_units_may_stand_in_a_row_below_the_names(tmp_path: Path, units: tuple[str, str]) -> None:
    header = [["编号", "面积", "税收", "状态"], ["", *units, ""]]
    parcels = read(table(tmp_path / "a.csv", [*header, ["A1", 2, 30, "已盘活"], ["A2", 1, 20, "在办"]]))
    assert parcels.frame[["parcel_id", "area_mu"]].values.tolist() == [["A1", 30], ["A2", 15]]
    assert parcels.frame["tax_10k_yuan"].tolist() == [30, 20]


@pytest.mark.parametrize("merged", [False, True])
def test_a_group_may_stand_within_a_group(tmp_path: Path, merged: bool) -> None:
    rows: list[list[Any]] = [
        ["编号", "用地情况", None, None, "状态"],
        [None, "面积（公顷）", None, "税收（万元）", None],
        [None, "登记面积", "实测面积", None, None],
        ["A1", 2, 2.5, 30, "已盘活"],
        ["A2", 1, 1.5, 20, "在办"],
    ]
    file = workbook(tmp_path / "a.xlsx", rows)
    if merged:
        book = openpyxl.load_workbook(file)
        for area in ("A1:A3", "B1:D1", "B2:C2", "D2:D3", "E1:E3"):
            book.active.merge_cells(area)
        book.save(file)
    parcels = read(file, mapping={"area_mu": "登记面积"})
    assert parcels.frame[["parcel_id", "area_mu", "tax_10k_yuan"]].values.tolist() == [["A1", 30, 30], ["A2", 15, 20]]
    assert left_out(parcels) == []


@pytest.mark.parametrize(
    "title",
    ["单位（公顷、万元）", "金额单位：万元，面积单位：公顷", "面积单位:公顷; 金额单位:万元", "单位：公顷、万元"],
)
def test_a_title_may_state_a_unit_for_each_kind(tmp_path: Path, title: str) -> None:
    rows = [["台账", "", "", title], ["编号", "面积", "税收", "状态"], ["A1", 2, 30, "已盘活"], ["A2", 1, 20, "在办"]]
    parcels = read(workbook(tmp_path / "a.xlsx", rows))
    assert parcels.frame[["area_mu", "tax_10k_yuan"]].values.tolist() == [[30, 30], [15, 20]]


@pytest.mark.parametrize(("unit", "mu"), [("万平方米", 15), ("平方公里", 1500), ("千亩", 1000), ("万亩", 10_000)])
def test_large_units_of_land_are_read_in_header_title_and_row_of_units(tmp_path: Path, unit: str, mu: float) -> None:
    parcels = [["A1", 2, "已盘活"], ["A2", 3, "在办"]]
    tables = (
        [["编号", f"面积（{unit}）", "状态"]],
        [["台账", "", f"单位：{unit}"], ["编号", "面积", "状态"]],
        [["编号", "面积", "状态"], ["", unit, ""]],
    )
    for number, header in enumerate(tables):
        file = table(tmp_path / f"{number}.csv", [*header, *parcels])
        assert read(file).frame["area_mu"].tolist() == pytest.approx([2 * mu, 3 * mu])


def test_separators_and_quotes_of_csv(tmp_path: Path) -> None:
    for delimiter in ",;\t":
        text = f'台账\n编号{delimiter}面积（亩）{delimiter}备注\nA1{delimiter}2{delimiter}"甲,乙;丙"\n'
        (tmp_path / "a.csv").write_text(text, "utf-8")
        assert read(tmp_path / "a.csv").frame[["area_mu", "note"]].values.tolist() == [[2, "甲,乙;丙"]]
    (tmp_path / "nul.csv").write_text("编号,面积（亩）\nA1,2\0\n", "utf-8")
    with pytest.raises(InputError, match="row 2: holds NUL"):
        read(tmp_path / "nul.csv")


def test_a_strict_workbook_is_read(tmp_path: Path) -> None:
    content = workbook(tmp_path / "a.xlsx", [HEADER, *PARCELS]).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as plain, zipfile.ZipFile(tmp_path / "strict.xlsx", "w") as strict:
        for name in plain.namelist():
            text = plain.read(name)
            text = text.replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
            text = text.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            strict.writestr(name, text)
    assert read(tmp_path / "strict.xlsx").frame["area_mu"].tolist() == [15, 15]


TRAPS = {
    "last-row": (TWO + '<row r="1048576"><c r="A1048576" s="1"/></row>', ""),
    "last-cell": (TWO + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', ""),
    "wide-header": (TWO.replace("</row>", '<c r="XFD1" t="str"><v>x</v></c></row>', 1), ""),
    "merged-column": (TWO, '<mergeCells><mergeCell ref="A2:A1048576"/></mergeCells>'),
    "merged-sheet": (TWO, '<mergeCells><mergeCell ref="D1:XFD1048576"/></mergeCells>'),
}


@pytest.mark.slow
def test_merged_areas_that_repeat_or_overlap_cost_what_they_fill(tmp_path: Path) -> None:
    rows = text_row(1, "编号", "镇", "面积（亩）") + text_row(2, "1", "甲镇", "2")
    rows += "".join(
        f'<row r="{row}"><c r="A{row}" t="str"><v>{row - 1}</v></c><c r="C{row}"><v>2</v></c></row>'
        for row in range(3, 3001)
    )
    for name, lasts in (("equal", [3000] * 10_000), ("nested", range(3000, 13_000))):
        areas = "".join(f'<mergeCell ref="B2:B{last}"/>' for last in lasts)
        (tmp_path / f"{name}.xlsx").write_bytes(sheet(rows, f"<mergeCells>{areas}</mergeCells>"))
        begin = time.process_time()
        source = excel.read(tmp_path / f"{name}.xlsx", None)
        assert time.process_time() - begin < 1.5
        assert set(source.frame["镇"]) == {"甲镇"}
        assert sum(change.why is excel.MERGED for change in source.changes) == 1


@pytest.mark.parametrize("name", TRAPS)
@pytest.mark.slow
def test_small_workbooks_cost_little(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(sheet(*TRAPS[name]))
    script = (
        "import sys, time, pathlib, resource\n"
        "from yzgeo.ledger import ledger\n"
        "before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()\n"
        "frame = ledger.read(pathlib.Path(sys.argv[1]))\n"
        "after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(frame['area_mu'].sum(), time.process_time() - start, (after - before) / 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "a.xlsx"], capture_output=True, text=True, check=True, timeout=60
    )
    mu, seconds, megabytes = map(float, done.stdout.split())
    assert mu == 5
    assert seconds < 2
    assert megabytes < 100


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (sheet(TWO, head='<!DOCTYPE a [<!ENTITY b "c">]>'), "DOCTYPE"),
        (sheet(" " * 60_000_000 + TWO), "unpacks to 57 MB"),
        (sheet(TWO)[:400], "cannot be read"),
        (sheet(TWO.replace("</row>", "", 1)), "cannot be read"),
        (sheet('<row r="²"><c r="A1"><v>1</v></c></row>'), "cannot be read"),
        (sheet(TWO.replace('t="str"', 't="s"')), "cannot be read"),
        (sheet('<row r="9999999"><c><v>1</v></c></row>'), "cannot be read"),
        (sheet(TWO.replace('<c r="B2" t="str"><v>2</v>', f'<c r="B2"><v>{"9" * 5000}</v>')), "row 2, column 面积（亩）: .*not a number"),
        (sheet(TWO.replace('<c r="B2" t="str"><v>2</v>', '<c r="B2" t="e"><v>#REF!</v>')), "row 2, column 面积（亩）: '#REF!' is not a number"),
    ],
    ids=["entities", "bomb", "cut", "unclosed row", "row of no number", "no such text", "row too far", "long number", "error"],
)  # fmt: skip
def test_damaged_workbooks_are_refused_in_one_line(tmp_path: Path, content: bytes, match: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    with pytest.raises(InputError, match=match) as refusal:
        read(tmp_path / "a.xlsx")
    assert "\n" not in refusal.value.message("zh")


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.mark.slow
def test_every_command_reads_a_ledger_the_same_way(tmp_path: Path) -> None:
    plan = toy.make(tmp_path / "plan")
    shapes = [box(121.59 + n / 1000, 29.65, 121.591 + n / 1000, 29.651).wkt for n in range(2)]
    rows = [["台账"], [*HEADER, "坐标"], *([*parcel, shape] for parcel, shape in zip(PARCELS, shapes, strict=True))]
    rows[2][3] = "√"
    file = workbook(tmp_path / "a.xlsx", [*rows, ["合 计", None, 30, None, None]])
    imported = command("import", "parcels", file, "--into", plan, "--status", "√=recovered")
    assert imported.exit_code == 0, imported.output
    assert "第 5 行（合 计；30）：合计行" in imported.stderr
    assert pd.read_parquet(plan / ledger.LEDGER_FILE)["area_mu"].sum() == 30
    bare = toy.make(tmp_path / "bare")
    stats = command("stats", "--plan", bare, "--parcels", file, "--format", "json", "--status", "√=recovered")
    assert json.loads(stats.stdout)["land_recovery"]["recovered_mu"] == pytest.approx(30)
    assert "第 5 行（合 计；30）：合计行" in stats.stderr
    check = command(
        "check",
        "--plan",
        bare,
        "--parcels",
        file,
        "--select",
        "parcel-fields",
        "--status",
        "√=recovered",
        "--fail-on",
        "never",
    )
    assert check.exit_code == 0, check.output
    assert "第 5 行（合 计；30）：合计行" in check.stderr
    unknown = command("check", "--plan", bare, "--parcels", file, "--select", "parcel-fields")
    assert "√ (1)；请指明各是哪种状态（--status 词=recovered）" in unknown.stderr
    frame, _ = read_frame(file)
    assert frame["parcel_id"].tolist() == ["A1", "A2"]


OWN = ["编号", "企业", "面积（亩）", "状态"]
TWO_OWN = [["B7", "东厂", "40", "已盘活"], ["B8", "西厂", "60", "已盘活"]]


@pytest.mark.parametrize(
    "word",
    [
        "Totals",
        "Sub-total",
        "Subtotals",
        "Grand Totals",
        "合計",
        "小計",
        "合计数",
        "合计100亩",
        "小计2",
        "TOTAL AREA",
        "总面积",
    ],
)
def test_a_total_is_known_by_its_word_and_with_a_unit_in_its_cells(tmp_path: Path, word: str) -> None:
    rows = [[number, name, f"{area}亩", status] for number, name, area, status in TWO_OWN]
    parcels = read(table(tmp_path / "a.csv", [OWN, *rows, [word, "", "100亩", "已盘活"]]))
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (100, [4])


@pytest.mark.parametrize("count", ["2宗", "２ 块", "共2宗", "两", 2])
def test_a_total_may_count_the_parcels_where_their_number_would_stand(tmp_path: Path, count: str | int) -> None:
    header = ["序号", "宗地编号", "企业", "面积（亩）", "状态"]
    rows = [[1, "A1", "东厂", 40, "已盘活"], [2, "A2", "西厂", 60, "已盘活"]]
    total = ["合 计", count, None, 100, None]
    parcels = read(workbook(tmp_path / "a.xlsx", [header, *rows, total]))
    if count == "两":  # no count: whether it is a name, is the user's to say
        assert any(
            "has a number of its own" in remark.en and "row 4" in remark.en for remark in ledger.remarks(parcels)
        )
        return
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (100, [4])
    kept = [[1, "A1", "小计", 40, "已盘活"], [2, "2", "合计", 60, "已盘活"], ["小计", "3", "南厂", 7, "在办"]]
    parcels = read(workbook(tmp_path / "b.xlsx", [header, *kept]))
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (107, [])


def test_a_part_of_the_row_above_is_left_out_but_not_the_parts_of_a_total(tmp_path: Path) -> None:
    parcels = read(table(tmp_path / "a.csv", [OWN, *TWO_OWN, ["其中：南块", "", 25, "已盘活"]]))
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (100, [4])
    rows = [["合计", "", 100, ""], ["其中：B7", "东厂", 40, "已盘活"], ["B8", "西厂", 60, "已盘活"]]
    parcels = read(table(tmp_path / "b.csv", [OWN, *rows]))
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (100, [2])
    assert any("其中" in remark.en and "row 3" in remark.en for remark in ledger.remarks(parcels))


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([["城东街道", "", "100", "已盘活"], *TWO_OWN], 2),
        ([*TWO_OWN, ["城东街道", "", "100", "已盘活"]], 4),
        ([["B6", "北厂", 9, "在办"], ["城东街道", "", "100", "已盘活"], *TWO_OWN, ["城西街道", "", 5, "在办"]], 3),
        ([["B7", "东厂", "40.04", "已盘活"], ["B8", "西厂", "60.04", "已盘活"], ["全部", "", "100.1", "已盘活"]], 4),
        ([*TWO_OWN, ["B9", "", "100", ""]], 4),
    ],
)
def test_a_row_that_adds_up_the_rows_above_or_below_is_told(tmp_path: Path, rows: Rows, line: int) -> None:
    parcels = read(table(tmp_path / "a.csv", [OWN, *rows]))
    assert left_out(parcels) == []
    assert [
        remark for remark in ledger.remarks(parcels) if "equals the sum" in remark.en and f"row {line}" in remark.en
    ]


@pytest.mark.parametrize(
    "extra",
    [
        ["B9", "共4宗", 7, "已盘活"],
        ["B9", "汇总", 7, "已盘活"],
        ["(三)厂", "", 7, "已盘活"],
        ["四、厂", "", 7, "已盘活"],
        ["B9", "其中一块", 7, "已盘活"],
    ],
)
def test_a_row_with_number_or_status_is_a_parcel_whatever_its_other_words(tmp_path: Path, extra: list[Any]) -> None:
    parcels = read(table(tmp_path / "a.csv", [OWN, *TWO_OWN, extra]))
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (107, [])


def test_a_numbered_row_that_equals_a_sum_stays_in_a_table_of_two_columns(tmp_path: Path) -> None:
    parcels = read(table(tmp_path / "a.csv", [["编号", "面积（亩）"], [5, 4], [6, 6], [7, 10]]))
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (20, [])


@pytest.mark.parametrize("name", ["已盘活（亩）", "腾出（亩）", "已收回（公顷）", "已处置_亩"])
def test_an_area_named_by_what_was_done_is_an_area_too(tmp_path: Path, name: str) -> None:
    rows = [["编号", "用地面积（亩）", name, "状态"], ["B7", 40, 8, "已盘活"]]
    with pytest.raises(InputError, match=f"'用地面积（亩）' and '{name}' both hold an area and differ"):
        read(table(tmp_path / "a.csv", rows))


def test_areas_of_which_none_is_surely_the_registered_one_are_asked_about(tmp_path: Path) -> None:
    rows = [["编号", "批准面积（亩）", "实测面积（亩）"], ["B7", 40, 39]]
    with pytest.raises(
        InputError, match=r"which column is the registered area.*批准面积（亩）、实测面积（亩）.*say which one"
    ):
        read(table(tmp_path / "a.csv", rows))
    assert read(tmp_path / "a.csv", mapping={"area_mu": "实测面积（亩）"}).frame["area_mu"].tolist() == [39]


def test_rows_entered_twice_are_told(tmp_path: Path) -> None:
    rows = [["编号", "企业", "面积（亩）"], ["B7", "东厂", 40], ["B7", "东厂", 40]]
    parcels = read(table(tmp_path / "a.csv", rows))
    told = "\n".join(remark.en for remark in ledger.remarks(parcels))
    assert "row 3 (B7；东厂；40): equals another row in every cell" in told
    assert "编号: the column of numbers is the same in each row" in told
    counted = [["序号", "地块编号", "面积（亩）"], [1, "B7", 40], [2, "B7", 40], [3, "B8", 40], [4, "B9", 41]]
    told = [remark.en for remark in ledger.remarks(read(table(tmp_path / "b.csv", counted)))]
    assert ["row 3 (B7" in text for text in told] == [True]


def test_an_empty_cell_of_area_is_refused_as_such(tmp_path: Path) -> None:
    rows = [["编号", "面积（亩）", "状态"], ["B7", 40, "已盘活"], ["B8", "", "已盘活"]]
    with pytest.raises(InputError, match=r"row 3, column 面积（亩）: .*the cell is empty.*fill in the area"):
        read(table(tmp_path / "a.csv", rows))


@pytest.mark.parametrize("footer", ["以上为2022年底", "数据截至2022年12月", "本表共2页"])
def test_a_lone_sentence_about_the_table_is_a_footer(tmp_path: Path, footer: str) -> None:
    parcels = read(table(tmp_path / "a.csv", [OWN, *TWO_OWN, [footer, "", "", ""]]))
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (100, [4])


def test_the_parts_that_follow_a_first_one_are_told(tmp_path: Path) -> None:
    parts = [["其中：南块", "", 25, "已盘活"], ["北块", "", 35, "已盘活"], ["B9", "北厂", 9, "已盘活"]]
    parcels = read(table(tmp_path / "a.csv", [OWN, *TWO_OWN, *parts]))
    assert left_out(parcels) == [4]
    told = [remark.en for remark in ledger.remarks(parcels) if "perhaps a part" in remark.en]
    assert [text.startswith("row 5 (北块") for text in told] == [True]


@pytest.mark.parametrize("word", ["城东汇总", "城东 subtotal", "East Town Sub-Totals", "城東小計"])
def test_a_total_of_a_named_place_is_one(tmp_path: Path, word: str) -> None:
    parcels = read(table(tmp_path / "a.csv", [OWN, *TWO_OWN, [word, "", 100, ""]]))
    assert (parcels.frame["area_mu"].sum(), left_out(parcels)) == (100, [4])
    numbered = read(table(tmp_path / "b.csv", [OWN, *TWO_OWN, ["B9", word, 8, ""]]))
    assert (numbered.frame["area_mu"].sum(), left_out(numbered)) == (108, [])
    assert any("speaks of a total" in remark.en for remark in ledger.remarks(numbered))
