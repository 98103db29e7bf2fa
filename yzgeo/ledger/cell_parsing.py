"""Parse the cells of a ledger: numbers with units, dates, statuses."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_AREA_UNIT, MU_PER_AREA_UNIT, YUAN_10K_PER
from yzgeo.ledger.vocabulary import NO_VALUE, STATUS_WORDS, UNIT_OF_NAME, UNIT_WORDS
from yzgeo.readers import column_matching
from yzgeo.readers.source import Change

FACTORS = {
    "area_mu": ("亩", MU_PER_AREA_UNIT),
    "floor_area_m2": ("平方米", M2_PER_AREA_UNIT),
    "tax_10k_yuan": ("万元", YUAN_10K_PER),
    "value_added_10k_yuan": ("万元", YUAN_10K_PER),
}
"""The unit of a column, and the factors of other units to it."""


DAY = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}.*)?|(\d{4})(\d{2})(\d{2})"
)


MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")


EXCEL_EPOCH = datetime.date(1899, 12, 30)


EXCEL_DAYS = range(20_000, 80_000)
"""Day numbers of Excel that a date in a ledger can have: 1954 to 2119."""
EXCEL_DIGITS = 5


NUMBER = re.compile(r"([-+]?(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d*\.?\d+))\s*(\D*)")
"""A comma separates thousands, or the cell is no number: 12,5 may mean 12.5 and must not become 125."""


ISO = Text("日期改写为年-月-日", "the date is written as year-month-day")


STATUS = Text("状态译为 yzgeo 的代码", "the status by its code")


NO_FIGURE = Text("表示没有数字，视为缺失", "says that there is no figure: missing")


UNIT_IN_CELL = Text("数字按格中所写去掉千分位和单位", "the number without its separators and unit")


def column_unit(ours: str, theirs: str) -> str | None:
    """The unit that a column name states or implies; None where there is none or it cannot be converted."""
    unit_text = column_matching.unit(theirs)
    if unit_text is None:
        return UNIT_OF_NAME.get(
            column_matching.without_unit(theirs).upper(), UNIT_OF_NAME.get(column_matching.without_unit(theirs))
        )
    word = UNIT_WORDS.get(unit_text.lower())
    return word if word in FACTORS[ours][1] else None


def parse_numbers(file: Path, ours: str, theirs: str, cells: pd.Series, changes: list[Change]) -> pd.Series:
    """Numbers in the unit of our column; each converted value is logged in `changes`."""
    own, factors = FACTORS[ours]
    unit = column_unit(ours, theirs) or own
    if column_matching.unit(theirs) is not None and column_unit(ours, theirs) is None:
        raise InputError(
            Text(
                f"单位“{column_matching.unit(theirs)}”不能用",
                f"the unit '{column_matching.unit(theirs)}' cannot be used",
            ),
            Text(
                f"换算成{own}，列名写作 {column_matching.without_unit(theirs)}（{own}）",
                f"convert to {own} and name the column {column_matching.without_unit(theirs)}（{own}）",
            ),
            file=str(file),
            column=theirs,
        )
    numbers = pd.to_numeric(cells, errors="coerce").astype("float64")
    units = pd.Series(unit, index=cells.index, dtype=object)
    for row, cell in cells[numbers.isna() & cells.notna()].items():
        numbers[row], units[row] = parse_number(file, int(row), theirs, cell, unit, factors)
        missing = math.isnan(numbers[row])
        changes.append(
            Change(int(row), ours, cell, "" if missing else numbers[row], NO_FIGURE if missing else UNIT_IN_CELL)
        )
    converted = numbers * units.map(factors).astype("float64")
    refuse_infinite(file, theirs, cells, converted)
    converting = {name: Text(f"{name}换算为{own}", f"{name} converted to {own}") for name in units.dropna().unique()}
    other = (units != own) & numbers.notna()
    reasons = units[other].map(converting)
    for change, why in zip(cell_changes(ours, numbers[other], converted[other]), reasons, strict=True):
        changes.append(Change(*change, why))
    return converted


def refuse_infinite(file: Path, column: str, cells: pd.Series, numbers: pd.Series) -> None:
    """Refuse cells whose number, in our unit, is larger than any.

    Raises
    ------
    InputError
        For the first of them.
    """
    infinite = np.isinf(numbers)
    if infinite.any():
        row = infinite.idxmax()
        raise not_a_number(file, int(row), column, cells[row])


def parse_number(
    file: Path, row: int, column: str, cell: Any, unit: str, factors: Mapping[str, float]
) -> tuple[float, str]:
    """One number and its unit: that of the cell, else that of the column."""
    text = str(cell).strip()
    if text.lower() in NO_VALUE:
        return math.nan, unit
    matched = NUMBER.fullmatch(text)
    word = UNIT_WORDS.get(matched[2].strip().lower(), "") if matched and matched[2].strip() else unit
    if matched is None or word not in factors:
        raise not_a_number(file, row, column, cell)
    return float(re.sub("[,，]", "", matched[1])), word


def not_a_number(file: Path, row: int, column: str, cell: Any) -> InputError:
    """The refusal of a cell that should hold a number."""
    return InputError(
        Text(f"“{cell}”不是数", f"'{cell}' is not a number"),
        Text("只填数字，未知则留空", "write a number, or leave the cell empty if it is not known"),
        file=str(file),
        row=row,
        column=column,
    )


def refuse_odd_digits(file: Path, column: str, cells: pd.Series) -> None:
    """Refuse dates with digits with which no number is written, such as ² and ①.

    Raises
    ------
    InputError
        For the first such cell.
    """
    for row, cell in cells.dropna().items():
        if any(character.isdigit() and not character.isdecimal() for character in str(cell)):
            raise InputError(
                Text(f"“{cell}”不是日期", f"'{cell}' is not a date"),
                Text("写成 2023-05-06 这样的日期，未知则留空", "write a date like 2023-05-06, or leave it empty"),
                file=str(file),
                row=int(row),
                column=column,
            )


def plain_text(cell: Any) -> str:
    """A cell as text; numbers that spreadsheets store as 12.0 are 12."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def cell_changes(ours: str, old: pd.Series, new: pd.Series) -> Iterator[tuple[int, str, Any, Any]]:
    """Row, column, old and new value of cells that changed."""
    for row, was, is_now in zip(old.index.tolist(), old.tolist(), new.tolist(), strict=True):
        yield row, ours, was, is_now


def translate_cells(
    ours: str, cells: pd.Series, translate: Callable[[Any], str | None], why: Text, changes: list[Change]
) -> pd.Series:
    """Translate cells; those without translation stay text. Changes are logged in `changes`."""
    filled = cells[cells.notna() & (cells.astype("str").str.strip() != "")]
    translations = {cell: translate(cell) for cell in filled.unique()}
    new = filled.map(translations)
    old = filled.map(plain_text)
    dates = np.array([isinstance(cell, datetime.date) for cell in filled], dtype=bool)  # a date stays one
    is_change = (new.notna() & (new != old)).to_numpy(dtype=bool) & ~dates
    changes += [Change(*change, why) for change in cell_changes(ours, old[is_change], new[is_change])]
    return new.where(new.notna(), old).reindex(cells.index).astype("str")


def iso_date(cell: Any) -> str | None:
    """An ISO date from a date, a day number of Excel, or a date as Chinese offices write it; a month stays a month.

    >>> cells = ["2023年5月6日", "2023.5.6", 45052, "20230506", "2023年5月", "去年"]
    >>> print(*map(iso_date, cells))
    2023-05-06 2023-05-06 2023-05-06 2023-05-06 2023-05 None
    """
    if isinstance(cell, datetime.date):  # a datetime and a Timestamp are dates too
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, float) and not cell.is_integer():  # 2023.1 may have been October once
        return None
    text = plain_text(cell)
    if text.isdecimal() and len(text) == EXCEL_DIGITS and int(text) in EXCEL_DAYS:
        return (EXCEL_EPOCH + datetime.timedelta(days=int(text))).isoformat()
    matched = DAY.fullmatch(text)
    if matched:
        year, month, day = (int(part) for part in matched.groups() if part)
        try:
            return datetime.date(year, month, day).isoformat()
        except ValueError:
            return None
    matched = MONTH.fullmatch(text)
    return f"{int(matched[1])}-{int(matched[2]):02d}" if matched and 1 <= int(matched[2]) <= 12 else None


def status_code(cell: Any) -> str | None:
    """The code of a status, however its blanks, widths and capitals are written.

    >>> print(status_code("已 盘活"), status_code("Recovered"), status_code("Under way"), status_code("已盘活（部分）"))
    recovered recovered under_way None
    """
    text = "".join(unicodedata.normalize("NFKC", str(cell)).split()).lower()
    return next(
        (
            code
            for code, words in STATUS_WORDS.items()
            if text in words or text.replace("_", "") == code.replace("_", "")
        ),
        None,
    )
