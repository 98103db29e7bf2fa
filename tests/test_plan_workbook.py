"""A plan as one workbook: out, filled in as officers do, and back; or refused with every place at once."""

from __future__ import annotations

import csv
import datetime
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import payloads
import pytest
import toy
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.plan import import_files, tables
from yzgeo.plan.load import built_in_plans, load
from yzgeo.plan.template import copy
from yzgeo.plan.workbook import layout, take_back, write

Edit = Callable[[openpyxl.Workbook], None]


def exported(folder: Path, file: Path, lang: Any = "zh") -> Path:
    file.write_bytes(write.content(folder, lang))
    return file


def edited(file: Path, *edits: Edit) -> Path:
    book = openpyxl.load_workbook(file)
    for edit in edits:
        edit(book)
    book.save(file)
    return file


def taken_back(folder: Path, file: Path) -> import_files.PreparedImport:
    prepared = take_back.prepare(folder, file)
    if prepared.files:
        import_files.apply(folder, import_files.ImportRequest(file, {}), prepared, "zh")
    return prepared


def flaws(folder: Path, file: Path) -> list[InputError]:
    with pytest.raises(InputError) as caught:
        take_back.prepare(folder, file)
    return [caught.value.at(), *caught.value.others] if caught.value.others else [caught.value]


def places(found: list[InputError]) -> list[tuple[str, int | None, str | None]]:
    return [(str(flaw.file).rpartition(" › ")[2], flaw.row, flaw.column) for flaw in found]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def column(sheet: Worksheet, title: str) -> int:
    return [cell.value for cell in sheet[1]].index(title) + 1


def put(sheet: str, row: int, title: str, value: Any, number_format: str | None = None) -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        cell = book[sheet].cell(row, column(book[sheet], title))
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return edit


def append(sheet: str, **values: Any) -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        row = book[sheet].max_row + 1
        for title, value in values.items():
            cell = book[sheet].cell(row, column(book[sheet], title))
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else cell.data_type  # as in a cell whose format is text

    return edit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return toy.make(tmp_path / "toy")


@pytest.fixture
def book(folder: Path, tmp_path: Path) -> Path:
    return exported(folder, tmp_path / "plan.xlsx")


def copied(name: str, folder: Path) -> Path:
    copy(tables.built_in() / name, folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", built_in_plans())
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_workbook_that_nobody_changed_changes_nothing(tmp_path: Path, name: str, lang: str) -> None:
    file = exported(tables.built_in() / name, tmp_path / "plan.xlsx", lang)
    prepared = take_back.prepare(copied(name, tmp_path / name), file)
    assert (list(prepared.files), prepared.log.empty, prepared.doubts) == ([], True, [])


@pytest.mark.slow
def test_an_empty_plan_is_filled_in_from_its_workbook(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    toy.create(folder)
    file = exported(folder, tmp_path / "plan.xlsx")
    assert take_back.prepare(folder, file).files == {}
    taken_back(folder, edited(file, put("规划", 3, "内容", "某规划"), append("条文", 条文编号="一", 原文="甲。")))
    plan = load(folder)
    assert (plan.title("zh"), plan.clauses["text"].tolist()) == ("某规划", ["甲。"])


@pytest.mark.slow
def test_a_table_that_the_plan_does_without_can_be_left_so_or_filled_in(folder: Path, tmp_path: Path) -> None:
    package = tables.descriptor(folder)
    package["resources"] = [entry for entry in package["resources"] if entry["name"] != "tolerances"]
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    (folder / "tolerances.csv").unlink()
    file = exported(folder, tmp_path / "plan.xlsx")
    assert take_back.prepare(folder, file).files == {}
    taken_back(folder, edited(file, append("容差", 规则="zone-area", 容差=0.5, 理由="实测")))
    assert load(folder).tolerances["value"].tolist() == [0.5]


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_a_table_in_another_encoding_stays_or_becomes_utf_8(folder: Path, tmp_path: Path, encoding: str) -> None:
    parks = folder / "parks.csv"
    parks.write_bytes(parks.read_text("utf-8").replace("\n", "\r\n").encode(encoding))
    file = exported(folder, tmp_path / "plan.xlsx")
    assert take_back.prepare(folder, file).files == {}
    lines = parks.read_bytes().decode(encoding)
    taken_back(folder, edited(file, put("园区", 2, "名称", "新园")))
    changed = lines.replace("磨坊园", "新园")
    assert parks.read_bytes() == changed.encode("utf-8" if encoding == "utf-8" else "utf-8-sig")


def saved_by_libreoffice(libreoffice: str, file: Path, to: Path) -> Path:
    command = [libreoffice, f"-env:UserInstallation=file://{to}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(to), str(file)], check=True, capture_output=True, timeout=240)
    return to / file.name


@pytest.mark.parametrize("plan", built_in_plans())
def test_libreoffice_opens_and_saves_it_without_a_change(libreoffice: str, tmp_path: Path, plan: str) -> None:
    original = tables.built_in() / plan
    saved = saved_by_libreoffice(libreoffice, exported(original, tmp_path / "plan.xlsx"), tmp_path / "saved")
    assert take_back.prepare(copied(plan, tmp_path / plan), saved).files == {}
    taken_back(tmp_path / "made", saved)  # and where there is nothing to keep, every table says the same
    for name in tables.table_schemas():
        before, after = tables.cells(original, name), tables.cells(tmp_path / "made", name)
        assert before[0] == after[0]
        assert len(before) == len(after)
        numeric = [field["type"] in write.NUMERIC for field in tables.table_schemas()[name]["fields"]]
        for old, new in zip(before[1:], after[1:], strict=True):
            for is_number, one, other in zip(numeric, old, new, strict=True):
                assert one == other or (is_number and float(one) == float(other))
    old, new = tables.descriptor(original), tables.descriptor(tmp_path / "made")
    for key in ("name", "title", "title_en", "description", "version", "sources", "licenses"):
        assert old.get(key) == new.get(key)
    assert {key: text for key, text in old["plan"].items() if key != "text_sha256"} == new["plan"]
    validation = openpyxl.load_workbook(saved)["片区的园区"].data_validations.dataValidation
    assert len([one for one in validation if one.formula1]) == 4  # three keys and a list of words


def test_texts_that_programs_would_run_are_text_and_come_back(libreoffice: str, tmp_path: Path) -> None:
    folder = payloads.plan_folder(tmp_path / "plan")
    file = exported(folder, tmp_path / "plan.xlsx")
    assert take_back.prepare(folder, file).files == {}
    kinds = {cell.data_type for sheet in openpyxl.load_workbook(file) for row in sheet.iter_rows() for cell in row}
    assert kinds == {"n", "s"}
    assert take_back.prepare(folder, saved_by_libreoffice(libreoffice, file, tmp_path / "saved")).files == {}


def test_every_column_has_its_note_and_its_choice(book: Path) -> None:
    read = openpyxl.load_workbook(book)
    names = layout.sheet_names("zh")
    for table in tables.schema()["tables"]:
        sheet = read[names[table["name"]]]
        assert sheet.freeze_panes == "B2"
        chosen = {str(one.sqref).split("2")[0]: one for one in sheet.data_validations.dataValidation}
        keys = {field for key in table["schema"].get("foreignKeys", []) for field in key["fields"]}
        for cell, field in zip(sheet[1], table["schema"]["fields"], strict=True):
            assert field["title"] in cell.comment.text
            assert field["title_en"] in cell.comment.text
            enum, choice = field.get("constraints", {}).get("enum"), chosen.get(cell.column_letter)
            assert (choice is not None) == bool(
                field["name"] in keys or enum or field.get("known") or field["type"] == "boolean"
            )
            if enum:
                assert (choice.formula1, choice.errorStyle) == (f'"{",".join(enum)}"', None)  # stop, the default
            [style] = [one for one in sheet.column_dimensions.values() if one.min <= cell.column <= one.max]
            is_number = field["type"] in write.NUMERIC
            assert style.number_format == ("General" if is_number else "@")  # of cells that are still blank, too
    parks = read["片区的园区"]
    assert parks.data_validations.dataValidation[0].formula1.startswith("OFFSET('片区'!$A$2,")


@pytest.mark.slow
def test_a_figure_is_read_as_it_was_printed(tmp_path: Path) -> None:
    first = toy.TABLES["zones"][0]
    folder = toy.make(tmp_path / "toy", zones=[{**first, "area": "16.10"}, {**toy.TABLES["zones"][1], "area": "6.00"}])
    file = exported(folder, tmp_path / "plan.xlsx")
    assert openpyxl.load_workbook(file)["片区"]["G2"].value == 16.1
    assert take_back.prepare(folder, file).files == {}
    taken_back(folder, edited(file, put("片区", 3, "面积", 6.5)))
    assert [row["area"] for row in rows(folder, "zones")] == ["16.10", "6.5"]


@pytest.mark.slow
def test_what_officers_do_to_rows(folder: Path, book: Path) -> None:
    def work(book: openpyxl.Workbook) -> None:
        sheet = book["片区"]
        sheet.insert_rows(3)  # between the two, and left blank
        sheet.row_dimensions[4].hidden = True
        sheet.cell(1, sheet.max_column + 1).value = "备注"
        sheet.cell(4, sheet.max_column).value = "001"
        sheet["B2"].value = "  北区 "
        sheet["A1"].value = "编\n号"
        del book["指标"]
        book.create_sheet("我的算式")["A1"] = 1

    edits = [
        work,
        append("片区", **{"编\n号": "east", "名称": "东区", "面积": 5, "面积单位": "平方公里", "出处": "一"}),
        append("园区", 编号="dock", 名称="=码头园", 位置依据="规划未载位置"),
        append("片区的园区", 片区="east", 园区="dock", 列于="text", 次序=1, 出处="一"),
    ]
    measures = (folder / "measures.csv").read_bytes()
    prepared = taken_back(folder, edited(book, *edits))
    zones = rows(folder, "zones")
    assert [row["zone_id"] for row in zones] == ["north", "south", "east"]
    assert [row["备注"] for row in zones] == ["", "001", ""]
    assert zones[0]["name"] == "北区"
    assert rows(folder, "parks")[-1]["name"] == "=码头园"
    assert (folder / "measures.csv").read_bytes() == measures
    assert [doubt.en for doubt in prepared.doubts] == ["not read, as they are no tables of a plan: the sheets 我的算式"]
    assert len(load(folder).zones) == 3
    assert frictionless.Package(str(folder / "datapackage.json")).validate().valid  # it names the new column
    again = exported(folder, book)
    assert take_back.prepare(folder, again).files == {}


@pytest.mark.slow
def test_rows_keep_the_order_that_the_sheet_has_and_keep_their_spelling(folder: Path, book: Path) -> None:
    file = folder / "zones.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b",4,", b",4.0,"))

    def sort(book: openpyxl.Workbook) -> None:
        sheet = book["片区"]
        first, second = ([cell.value for cell in sheet[row]] for row in (2, 3))
        for cell, value in zip(sheet[2], second, strict=True):
            cell.value = value
        for cell, value in zip(sheet[3], first, strict=True):
            cell.value = value

    lines = file.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    taken_back(folder, edited(book, sort))
    assert file.read_bytes() == b"\xef\xbb\xbf" + b"".join([lines[0], lines[2], lines[1]])


@pytest.mark.slow
def test_columns_in_any_order_by_id_or_title_in_either_language(folder: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Measures"
    sheet.append(["本表由张三填写"])
    sheet.append(["unit", "名称", "measure_id"])
    sheet.append(["公顷", "主导产业上限", "leading-industries-max"])
    sheet.append([None, "容积率", "floor-area-ratio"])
    book.save(tmp_path / "some.xlsx")
    [flaw] = flaws(folder, tmp_path / "some.xlsx")  # English names stand in the folder, and would be lost
    assert (flaw.column, flaw.row) == ("name_en", 2)
    sheet["D2"] = "English name"
    book.save(tmp_path / "some.xlsx")
    taken_back(folder, tmp_path / "some.xlsx")
    assert rows(folder, "measures")[0] == {
        "measure_id": "leading-industries-max", "name": "主导产业上限", "name_en": "", "unit": "公顷",
    }  # fmt: skip


@pytest.mark.slow
def test_a_column_of_ones_own_may_be_called_as_a_field_is(folder: Path, tmp_path: Path) -> None:
    file = folder / "measures.csv"
    lines = file.read_text("utf-8").splitlines()
    file.write_text(
        "\n".join(f"{line},{'名称' if number == 0 else '甲'}" for number, line in enumerate(lines)), "utf-8"
    )
    workbook = exported(folder, tmp_path / "plan.xlsx")
    assert [cell.value for cell in openpyxl.load_workbook(workbook)["指标"][1]] == [
        "编号",
        "name",
        "英文名",
        "单位",
        "名称",
    ]
    assert take_back.prepare(folder, workbook).files == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (put("片区", 2, "面积", "１６．１"), "16.1"),
        (put("片区", 2, "面积", "16.1"), "16.1"),
        (put("片区", 2, "面积", " 16.1　"), "16.1"),
        (put("片区", 2, "面积", "1,200.5"), "1200.5"),
        (put("片区", 2, "面积", "１，２００"), "1200"),
        (put("片区", 2, "面积", 16.1), "16.1"),
        (put("片区", 2, "面积", 16.0), "16"),
        (put("片区", 2, "面积", "   "), ""),
    ],
)
def test_a_figure_may_be_typed_in_several_ways(folder: Path, book: Path, edit: Edit, expected: str) -> None:
    taken_back(folder, edited(book, edit))
    assert rows(folder, "zones")[0]["area"] == expected


@pytest.mark.slow
@pytest.mark.parametrize(("answer", "expected"), [("是", "true"), ("否", "false")])
def test_yes_and_no_may_be_answered_in_chinese(folder: Path, book: Path, answer: str, expected: str) -> None:
    title = next(f["title"] for f in tables.table_schemas()["zone_places"]["fields"] if f["name"] == "stand_in")
    taken_back(folder, edited(book, put("片区的地点", 2, title, answer)))
    assert rows(folder, "zone_places")[0]["stand_in"] == expected


def merge(book: openpyxl.Workbook) -> None:
    book["园区"].merge_cells("A2:A3")


def no_headings(book: openpyxl.Workbook) -> None:
    book["片区"].delete_rows(1)


def heading_twice(book: openpyxl.Workbook) -> None:
    book["指标"]["D1"].value = "名称"


def no_heading_over_content(book: openpyxl.Workbook) -> None:
    book["指标"]["F3"].value = "甲"


def no_column(book: openpyxl.Workbook) -> None:
    book["指标"].delete_cols(2)


def table_twice(book: openpyxl.Workbook) -> None:
    book.create_sheet("zones")["A1"].value = "zone_id"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "place", "says"),
    [
        (merge, ("园区", 2, "编号 (A)"), "the cells A2:A3 are merged"),
        (put("片区", 2, "面积", 0.05, "0%"), ("片区", 2, "面积 (G)"), "5 for 5 %"),
        (put("片区", 2, "面积", "=1+1"), ("片区", 2, "面积 (G)"), "has never been computed"),
        (put("目标", 2, "目标年", datetime.date(2025, 1, 1)), ("目标", 2, "目标年 (M)"), "is a date (2025-01-01), not a year"),
        (put("片区", 2, "面积", datetime.datetime(2025, 1, 1, 6)), ("片区", 2, "面积 (G)"), "not a number"),
        (put("片区", 2, "名称", datetime.date(2025, 1, 2)), ("片区", 2, "名称 (B)"), "may have been turned into one"),
        (put("片区", 3, "面积", "六"), ("片区", 3, "面积 (G)"), "'六' is not a number"),
        (put("片区", 3, "上级片区", "heart"), ("片区", 3, "上级片区 (F)"), "does not stand in column 编号 (A) of sheet 片区"),
        (put("片区的园区", 2, "列于", "heart"), ("片区的园区", 2, "列于 (C)"), "use one of: text, table"),
        (no_headings, ("片区", None, None), "has no headings"),
        (heading_twice, ("指标", 1, "名称 (D)"), "stands twice"),
        (no_heading_over_content, ("指标", 3, "F"), "has content but no heading"),
        (no_column, ("指标", 1, "name"), "has no column 'name'"),
        (table_twice, ("zones", None, None), "is the same table as sheet '片区'"),
        (put("片区", 3, "面积", 0), ("片区", 3, "面积 (G)"), "the area is 0"),
        (put("片区", 3, "面积单位", "吨"), ("片区", 3, "面积单位 (I)"), "cannot be converted"),
        (put("规划", 9, "内容", "胡说"), ("规划", 9, "内容 (B)"), "is not a date"),
        (put("规划", 10, "内容", "十四五"), ("规划", 10, "内容 (B)"), "is no period"),
        (put("规划", 3, "内容", " "), ("规划", 3, "内容 (B)"), "must not be empty"),
        (put("规划", 5, "项目", "印章"), ("规划", 5, "项目 (A)"), "there is no item '印章'"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_by_its_place(
    folder: Path, book: Path, edit: Edit, place: tuple[str, int | None, str | None], says: str
) -> None:
    before = contents(folder)
    found = flaws(folder, edited(book, edit))
    assert place in places(found)
    assert any(says in flaw.message("en") for flaw in found)
    assert all(flaw.remedy.zh and flaw.remedy.en for flaw in found)
    assert contents(folder) == before


@pytest.mark.slow
def test_all_flaws_are_told_at_once_in_the_order_of_the_sheets(folder: Path, book: Path) -> None:
    found = flaws(
        folder,
        edited(
            book,
            put("规划", 10, "内容", "不知道"),
            put("片区", 2, "名称", None),
            put("片区", 3, "面积", 0.06, "0.0%"),
            put("地点", 2, "经度", 500),
            put("片区的园区", 2, "园区", "mil"),
            lambda book: book["片区"].insert_rows(2, 3),
        ),
    )
    assert places(found) == [
        ("规划", 10, "内容 (B)"),
        ("片区", 5, "名称 (B)"),
        ("片区", 6, "面积 (G)"),
        ("地点", 2, "经度 (F)"),
        ("片区的园区", 2, "园区 (B)"),
    ]


@pytest.mark.slow
def test_a_sheet_that_cannot_be_read_has_no_false_flaws_follow_it(folder: Path, book: Path) -> None:
    edits = [no_headings, append("片区的园区", 片区="east", 园区="mill", 列于="text", 次序=1, 出处="一")]
    assert places(flaws(folder, edited(book, *edits))) == [("片区", None, None)]


@pytest.mark.slow
def test_a_formula_counts_by_its_value(libreoffice: str, folder: Path, book: Path, tmp_path: Path) -> None:
    edited(book, put("片区", 2, "面积", "=2+3"))
    taken_back(folder, saved_by_libreoffice(libreoffice, book, tmp_path / "saved"))
    assert rows(folder, "zones")[0]["area"] == "5"
    broken = edited(exported(folder, book), put("片区", 2, "面积", "=1/0"))
    found = flaws(folder, saved_by_libreoffice(libreoffice, broken, tmp_path / "saved"))
    assert places(found) == [("片区", 2, "面积 (G)")]
    assert "is an error" in found[0].message("en")


@pytest.mark.slow
def test_particulars_come_back_and_what_the_sheet_does_not_name_stays(folder: Path, tmp_path: Path) -> None:
    file = folder / "datapackage.json"
    package = json.loads(file.read_text("utf-8"))
    package["sources"] = [{"title": "甲", "email": "a@example.invalid"}, {"title": "乙"}]
    package["plan"] |= {"text_sha256": "00", "stated_in": {"issued": "一"}}
    file.write_text(json.dumps(package), "utf-8")

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book["规划"]
        items = [cell.value for cell in sheet["A"]]
        for item, text in {"规划期": "2031年—2035年", "行政区划代码": 330299, "行政区": None}.items():
            sheet.cell(items.index(item) + 1, 2).value = text
        sheet.cell(items.index("发布日期") + 1, 2).value = datetime.datetime(2031, 3, 1)
        sheet.cell(items.index("资料来源") + 2, 2).value = "丙"
        sheet.cell(items.index("许可") + 1, 2).value = "全部"
        sheet.cell(items.index("许可") + 1, 5).value = "CC0-1.0"

    taken_back(folder, edited(exported(folder, tmp_path / "plan.xlsx"), fill))
    changed = json.loads(file.read_text("utf-8"))
    assert changed["sources"] == [{"title": "甲", "email": "a@example.invalid"}, {"title": "丙"}]
    assert changed["licenses"] == [{"title": "全部", "name": "CC0-1.0"}]
    assert changed["plan"] == {
        "authority": "玩具区政府", "issued": "2031-03-01", "period": [2031, 2035], "district_code": "330299",
        "text_sha256": "00", "stated_in": {"issued": "一"},
    }  # fmt: skip
    assert load(folder).period == (2031, 2035)


@pytest.mark.slow
def test_a_new_folder_is_made_all_or_nothing(tmp_path: Path, book: Path) -> None:
    run = CliRunner().invoke(cli, ["import", "plan", str(book), "--into", str(tmp_path / "new"), "--dry-run"])
    assert (run.exit_code, (tmp_path / "new").exists()) == (0, False)
    run = CliRunner().invoke(cli, ["import", "plan", str(book), "--into", str(tmp_path / "new")])
    assert run.exit_code == 0
    assert load(tmp_path / "new").zones["name"].tolist() == ["北区", "南区"]
    edited(book, put("片区", 3, "面积", "六"))
    run = CliRunner().invoke(cli, ["import", "plan", str(book), "--into", str(tmp_path / "other")])
    assert (run.exit_code, (tmp_path / "other").exists()) == (2, False)


@pytest.mark.slow
def test_a_zone_with_an_outline_cannot_be_left_out(tmp_path: Path, folder: Path, book: Path) -> None:
    toy.official(folder, south=(121.55, 29.5, 121.65, 29.6))

    def leave_out(book: openpyxl.Workbook) -> None:
        for name in ("片区", "片区的地点"):
            book[name].delete_rows(3)
        book["片区的产业"].delete_rows(4)

    before = contents(folder)
    [flaw] = flaws(folder, edited(book, leave_out))
    assert str(flaw.file) == str(folder / "zones.geojson")
    assert contents(folder) == before


@pytest.mark.slow
def test_the_command_tells_what_it_did_and_keeps_the_old_files(folder: Path, book: Path) -> None:
    old = (folder / "zones.csv").read_bytes()
    edited(book, put("片区", 2, "面积", 5))
    run = CliRunner().invoke(cli, ["import", "plan", str(book), "--into", str(folder), "--lang", "en"])
    assert run.exit_code == 0
    assert "片区: 0 rows added, 1 changed, 0 removed" in run.output
    assert [file.read_bytes() for file in (folder / "previous").iterdir()] == [old]
    assert "4,5,changed in the workbook" in (folder / "import_log.csv").read_text("utf-8-sig")
    run = CliRunner().invoke(cli, ["import", "plan", str(book), "--into", str(folder), "--lang", "en"])
    assert "nothing changes" in run.output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("export", "plan", "-o", "plan.csv"), "as a workbook only"),
        (("export", "plan", "-o", "plan.xlsx", "--crs", "EPSG:4549"), "no CRS to change"),
        (("import", "plan", "plan.xls", "--into", "x"), "save it as .xlsx in Excel or WPS"),
        (("import", "plan", "none.xlsx", "--into", "x"), "there is no such file"),
        (("import", "plan", "none.xlsx", "--into", "yinzhou"), "comes with yzgeo and is not changed"),
    ],
)
def test_wrong_requests_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["yzgeo", "--lang", "en"])  # a refusal looks there for its language
    run = CliRunner().invoke(cli, [*arguments, "--lang", "en"])
    assert run.exit_code == 2
    assert says in run.output
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_of_something_else_is_refused(folder: Path, tmp_path: Path) -> None:
    other = openpyxl.Workbook()
    other.active.append(["地块", "面积"])
    other.save(tmp_path / "other.xlsx")
    [flaw] = flaws(folder, tmp_path / "other.xlsx")
    assert "none of its sheets is a table of a plan" in flaw.message("en")


def test_a_text_longer_than_a_cell_is_refused_on_the_way_out(tmp_path: Path) -> None:
    long = {**toy.CLAUSES[0], "text": "长" * 32_768}
    folder = toy.make(tmp_path / "toy", clauses=[long, *toy.CLAUSES[1:]])
    with pytest.raises(InputError) as caught:
        write.content(folder, "zh")
    assert (Path(str(caught.value.file)).name, caught.value.row, caught.value.column) == ("clauses.csv", 2, "text")


TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=20).map(str.strip)
NUMBERS = st.one_of(
    st.decimals("0.001", 10**9, places=3).map(str), st.from_regex(r"[1-9][0-9]{0,18}(\.[0-9]{1,4})?", fullmatch=True)
)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.tuples(TEXTS, NUMBERS), min_size=1, max_size=5))
def test_any_text_and_any_figure_come_back(folder: Path, tmp_path: Path, words: list[tuple[str, str]]) -> None:
    zone = toy.TABLES["zones"][0]
    toy.fill(
        folder,
        "zones",
        [
            {**zone, "zone_id": f"z{number}", "name": f"区{number}", "positioning": text, "area": area}
            for number, (text, area) in enumerate(words)
        ]
        + toy.TABLES["zones"],
    )
    assert take_back.prepare(folder, exported(folder, tmp_path / "plan.xlsx")).files == {}
