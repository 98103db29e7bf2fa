"""Annexes in workbooks are read as their cells are shown."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from yzgeo.core.errors import InputError
from yzgeo.documents import document
from yzgeo.documents.clauses import clauses, of_blocks, of_clauses


def test_an_annex_is_a_table_under_its_title(tmp_path: Path) -> None:
    file = tmp_path / "annex.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.merge_range("A1:D1", "附件2 重点项目")
        sheet.merge_range("A2:D2", "单位：亿元")
        percent = book.add_format({"num_format": "0.0%"})
        for row, cells in enumerate(
            (("序号", "项目", "投资", "占比"), (1, "甲\n项目", 0.1 + 0.2, 0.165), (2, "乙", 5.0, 1))
        ):
            for column, cell in enumerate(cells):
                sheet.write(row + 2, column, cell, percent if column == 3 and row else None)
        hidden = book.add_worksheet("底稿")
        hidden.write(0, 0, "面积99")
        hidden.hide()
    blocks = document.read([file]).blocks
    frame = clauses(blocks)
    assert of_blocks(blocks) == of_clauses(frame)
    assert list(frame["clause"]) == ["附件2", "附件2 第1行", "附件2 第2行", "隐藏文字1"]
    assert frame["cells"].iloc[1] == ("1", "甲 \n项目", "0.3", "16.5%")
    assert (frame["unit"].iloc[1], frame["header"].iloc[1]) == ("亿元", ("序号", "项目", "投资", "占比"))


def test_a_sheet_without_a_title_has_its_name(tmp_path: Path) -> None:
    file = tmp_path / "annex.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        for name in ("附件1", "附件3"):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate((("项目", "投资"), ("甲", 5))):
                sheet.write_row(row, 0, cells)
    frame = clauses(document.read([file]).blocks)
    assert list(frame["clause"]) == ["附件1", "附件1 第1行", "附件3", "附件3 第1行"]


def test_a_formula_that_was_never_computed_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "annex.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    book.save(file)
    with pytest.raises(InputError, match="never been computed"):
        document.read([file])


def test_text_and_annex_are_one_document(tmp_path: Path) -> None:
    text, annex = tmp_path / "plan.txt", tmp_path / "annex.xlsx"
    text.write_text("一、总则\n面积5平方公里。\n表1 甲\n项目\t投资\n乙\t6\n", encoding="gb18030")
    with xlsxwriter.Workbook(str(annex)) as book:
        sheet = book.add_worksheet("附件1")
        sheet.write_row(0, 0, ("项目", "投资"))
        sheet.write_row(1, 0, ("甲", 5))
    blocks = document.read([text, annex]).blocks
    frame = clauses(blocks)
    assert of_blocks(blocks) == of_clauses(frame)
    assert list(zip(frame["clause"], frame["file"], frame["table"].fillna(-1), strict=True))[2:] == [
        ("表1", "plan.txt", 0),
        ("表1 第1行", "plan.txt", 0),
        ("附件1", "annex.xlsx", 1),
        ("附件1 第1行", "annex.xlsx", 1),
    ]


@pytest.mark.parametrize(
    "above",
    [
        [["单位：万元"]],
        [["项目清单"], ["单位：万元"]],
        [["项目清单", None, None, "单位：万元"]],
        [["填报单位：甲局", None, None, "（单位：万元）"]],
    ],
)
def test_the_unit_over_a_table_is_that_of_its_figures(tmp_path: Path, above: list[list[str | None]]) -> None:
    file = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    for row in (*above, ["序号", "项目", "地点", "投资"], [1, "甲", "乙镇", 5]):
        book.active.append(row)
    book.save(file)
    frame = clauses(document.read([file]).blocks)
    assert list(frame.loc[frame["kind"] == "row", "unit"]) == ["万元"]
    assert of_blocks(document.read([file]).blocks) == of_clauses(frame)


def test_what_a_line_break_in_a_cell_parts_stays_apart(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    for row in (["项目", "地点"], ["甲", "乙镇\n丙乡"], ["丁", "戊镇"]):
        book.active.append(row)
    book.save(file)
    frame = clauses(document.read([file]).blocks)
    assert list(frame.loc[frame["kind"] == "row", "text"]) == ["甲 ｜ 乙镇 丙乡", "丁 ｜ 戊镇"]
