"""Statuses that stand as ticks in several columns."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from yzgeo.core.errors import InputError
from yzgeo.ledger import ledger


def written(folder: Path, text: str) -> Path:
    file = folder / "ledger.csv"
    file.write_text(text, encoding="utf-8")
    return file


def statuses(file: Path, **said: str) -> dict[str, str | None]:
    read = ledger.read(file, statuses=said)
    return dict(zip(read["parcel_id"], read["status"].astype(object).where(read["status"].notna(), None), strict=True))


@pytest.mark.parametrize(("tick", "none"), [("√", ""), ("1", "0"), ("是", "否"), ("V", "×"), ("☑", "☐"), ("Y", "N")])
def test_the_ticked_column_names_the_status(tmp_path: Path, tick: str, none: str) -> None:
    file = written(
        tmp_path,
        f"编号,面积（亩）,已盘活,盘活中,未盘活\nA1,2,{tick},{none},{none}\nA2,3,{none},{tick},{none}\n"
        f"A3,4,{none},{none},{tick}\nA4,5,{none},{none},{none}\n",
    )
    assert statuses(file) == {"A1": "recovered", "A2": "under_way", "A3": "identified", "A4": None}


def test_columns_of_a_group_with_a_word_of_the_user(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["地块编号", "面积（亩）", "盘活进展", None, None],
        [None, None, "已盘活", "进行中", "甲类"],
        ["A1", 10, "√", None, None],
        ["A2", 5, None, None, "√"],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:B2", "C1:E1"):
        sheet.merge_cells(cells)
    file = tmp_path / "ledger.xlsx"
    book.save(file)
    assert statuses(file) == {"A1": "recovered", "A2": "甲类"}  # a word not known is told, and counts for nothing
    assert statuses(file, 甲类="identified") == {"A1": "recovered", "A2": "identified"}
    assert "盘活进展" not in ledger.read(file).columns


def test_a_row_with_two_ticks_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "编号,面积（亩）,已盘活,未盘活\nA1,2,√,\nA2,3,√,√\n")
    with pytest.raises(InputError) as refused:
        ledger.read(file)
    assert refused.value.row == 3


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("编号,面积（亩）,状态,已盘活,未盘活\nA1,2,盘活中,√,\n", "已盘活"),  # there is a column of statuses
        ("编号,面积（亩）,已完成,测绘\nA1,2,√,√\n", "已完成"),  # one column may be a step of paperwork
        ("编号,面积（亩）,已盘活,未盘活\nA1,2,2023年,\n", "已盘活"),  # no ticks
        ("编号,面积（亩）,已盘活,未盘活\nA1,2,×,×\n", "已盘活"),  # nothing is ticked
    ],
)
def test_other_columns_stay_what_they_are(tmp_path: Path, text: str, kept: str) -> None:
    file = written(tmp_path, text)
    assert statuses(file) == {"A1": "under_way" if "状态" in text else None}
    assert kept in ledger.read(file).columns
