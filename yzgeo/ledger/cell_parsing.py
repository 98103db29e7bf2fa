"""Parse the cells of a ledger: numbers with units, dates, statuses."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from yzgeo.core.errors import MOST_TOLD, InputError, all_of
from yzgeo.core.i18n import Text
from yzgeo.core.units import M2_PER_AREA_UNIT, MU_PER_AREA_UNIT, YUAN_10K_PER
from yzgeo.ledger.vocabulary import NO_VALUE, STATUS_GUESSES, STATUS_WORDS, UNIT_OF_NAME, UNIT_WORDS
from yzgeo.readers import column_matching
from yzgeo.readers.source import Change

FACTORS = {
    "area_mu": ("亩", MU_PER_AREA_UNIT),
    "floor_area_m2": ("平方米", M2_PER_AREA_UNIT),
    "tax_10k_yuan": ("万元", YUAN_10K_PER),
    "value_added_10k_yuan": ("万元", YUAN_10K_PER),
}
"""The unit of a column, and the factors of other units to it."""


YEAR = r"(?P<year>(?:19|20|21)[0-9]{2}|[0-9]{2}(?=[-/.年]))"
DAYS = (
    re.compile(
        rf"{YEAR}[-/.年](?P<month>[0-9]{{1,2}})[-/.月](?P<day>[0-9]{{1,2}})[日号]?(?:[T ]?[0-9]{{1,2}}[:时点].*)?"
    ),
    re.compile(r"(?P<year>(?:19|20|21)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-9]{2})"),
    re.compile(r"(?P<year>[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])"),
    re.compile(r"(?P<day>[0-9]{1,2})[- ]?(?P<month>[A-Za-z]{3})[a-z]*\.?[-, ]*(?P<year>[0-9]{4}|[0-9]{2})"),
    re.compile(r"(?P<month>[A-Za-z]{3})[a-z]*\.? ?(?P<day>[0-9]{1,2}), ?(?P<year>[0-9]{4})"),
)
"""Spellings of a day, without blanks around the signs."""
MONTHS = (
    re.compile(
        r"(?P<year>(?:19|20|21)[0-9]{2}|[0-9]{2}(?=年))[-/.年](?P<month>[0-9]{1,2})(?:月份?)?(?:[上中下]旬|[初中底末])?"
    ),
    re.compile(r"(?P<year>(?:19|20|21)[0-9]{2})(?P<month>0[1-9]|1[0-2])"),
    re.compile(r"(?P<month>[A-Za-z]{3})[a-z]*\.?[- ]?(?P<year>[0-9]{4}|[0-9]{2})"),
)
YEARS = (
    re.compile(
        r"(?P<year>(?:19|20|21)[0-9]{2}|[0-9]{2}(?=年))(?:年度?)?(?:[初中底末内]|[上下]半年|第?[1-4]季度|Q[1-4])?"
    ),
)
WESTERN = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]((?:19|20|21)[0-9]{2})")
"""Day and month before the year, in either order."""
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LAST_TWO_DIGITS_OF_1900S = 70
"""From here on a year of two digits is one of the last century."""
LONGEST_DATE = 40
CHINESE_DIGITS = {
    **dict(zip("零一二三四五六七八九", "0123456789", strict=True)),
    "〇": "0",
    "○": "0",
    "Ｏ": "0",
    "两": "2",
}
CHINESE_NUMBER = re.compile(f"[{''.join(CHINESE_DIGITS)}十]+")
DAY_IN_STATUS = re.compile(
    r"[,;(、]?(?:于|至|在)?(?:19|20)\d\d(?:年(?:\d{1,2}月(?:\d{1,2}日|份|底|初|末)?|[上下]半年|底|初|末|内|度)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?)"
    r"(?:之?前|内)?[,;)、]?"
)
"""When something was or is to be done, beside the word for it; of a text in narrow characters."""
REMARK = re.compile(r"[（(\[【].*?[)）\]】]|[约前左右后]+$|^约")
HALF_WIDTH: dict[int, int] = {**{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}, 0x3000: ord(" ")}
"""Full-width signs by the plain ones; other look-alikes, such as raised digits, are none."""
EXCEL_EPOCH = datetime.date(1899, 12, 30)
EXCEL_DAYS = range(20_000, 80_000)
"""Day numbers of Excel that a date in a ledger can have: 1954 to 2119."""
NUMBER = re.compile(r"([-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]*\.?[0-9]+))\s*([^0-9]*)")
"""A comma separates thousands, or the cell is no number: 12,5 may mean 12.5 and must not become 125."""
LOOKS_LIKE = HALF_WIDTH | str.maketrans("OoОоΟο○〇lI|。·﹒", "00000000111...")
GROUPED = re.compile(r"(?<=[0-9])[\s'’](?=[0-9]{3}(?![0-9]))")
"""Thousands set apart by blanks or apostrophes."""
LONGEST_NUMBER = 60
PLAIN_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]{1,3})?")


ISO = Text("日期改写为年-月-日", "the date is written as year-month-day")


STATUS = Text("状态译为 yzgeo 的代码", "the status by its code")


NO_FIGURE = Text("表示没有数字，视为缺失", "says that there is no figure: missing")


UNIT_IN_CELL = Text("数字按格中所写去掉千分位和单位", "the number without its separators and unit")


LOOK_ALIKE = Text("全角、形近的字（如 O、l、〇）读作数字", "look-alikes (full-width, O, l, 〇) read as digits")
ONLY_YEAR = Text("月、日不明确，只取年份", "month and day are not certain: the year alone is taken")
GUESSED_STATUS = Text("状态用语为推定", "the status is guessed from the word")
GIVEN_STATUS = Text("状态按指明的对应", "the status as the user maps the word")


class StatedUnit(NamedTuple):
    """A unit by our name for it, None where there is none that can be used, and what states it."""

    unit: str | None
    by: Literal["header", "name", "nothing"]


def stated_unit(ours: str, theirs: str) -> StatedUnit:
    """The unit that the name of a column states, as in 面积（公顷）, or implies, as in TBMJ.

    >>> print(*(tuple(stated_unit("area_mu", name)) for name in ("面积（公顷）", "TBMJ", "面积", "面积（斤）")))
    ('公顷', 'header') ('平方米', 'name') (None, 'nothing') (None, 'header')
    """
    unit_text = column_matching.unit(theirs)
    if unit_text is None:
        name = column_matching.without_unit(theirs)
        implied = UNIT_OF_NAME.get(name.upper(), UNIT_OF_NAME.get(name))
        return StatedUnit(implied, "name" if implied else "nothing")
    word = UNIT_WORDS.get(unit_text.lower())
    return StatedUnit(word if word in FACTORS[ours][1] else None, "header")


def column_unit(ours: str, theirs: str) -> str | None:
    """The unit that a column name states or implies; None where there is none or it cannot be converted."""
    return stated_unit(ours, theirs).unit


def parse_numbers(
    file: Path, ours: str, theirs: str, cells: pd.Series, changes: list[Change], row_units: pd.Series | None = None
) -> pd.Series:
    """Numbers in the unit of our column; each converted value is logged in `changes`.

    `row_units` are the units of the rows, as written, where a column of the file holds them.

    Raises
    ------
    InputError
        When the unit cannot be used, or cells are no numbers: `MOST_TOLD` of them at once.
    """
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
    is_number = cells.map(lambda cell: isinstance(cell, int | float | np.number) and not isinstance(cell, bool))
    is_number |= cells.map(lambda cell: isinstance(cell, str) and PLAIN_NUMBER.fullmatch(cell.strip()) is not None)
    numbers = pd.to_numeric(cells.where(is_number.astype(bool)), errors="coerce").astype("float64")
    units = pd.Series(unit, index=cells.index, dtype=object)
    if row_units is not None:
        units = _units_of_rows(file, cells, row_units, factors)
    refusals: list[InputError] = []
    for row, cell in cells[numbers.isna() & cells.notna()].items():
        try:
            numbers[row], units[row], why = parse_number(file, int(row), theirs, cell, units[row], factors)
        except InputError as refusal:
            refusals.append(refusal)
            if len(refusals) == MOST_TOLD:
                break
            continue
        missing = math.isnan(numbers[row])
        changes.append(Change(int(row), ours, cell, "" if missing else numbers[row], why))
    if refusals:
        raise all_of(refusals)
    converted = numbers * units.map(factors).astype("float64")
    refuse_infinite(file, theirs, cells, converted)
    converting = {name: Text(f"{name}换算为{own}", f"{name} converted to {own}") for name in units.dropna().unique()}
    other = (units != own) & numbers.notna()
    reasons = units[other].map(converting)
    for change, why in zip(cell_changes(ours, numbers[other], converted[other]), reasons, strict=True):
        changes.append(Change(*change, why))
    return converted


def _units_of_rows(file: Path, cells: pd.Series, row_units: pd.Series, factors: Mapping[str, float]) -> pd.Series:
    """The unit of each row by our name for it; a row with a number needs one that can be converted."""
    units = row_units.map(lambda unit: UNIT_WORDS.get(plain_text(unit).lower()), na_action="ignore")
    bad = cells.notna() & ~units.isin(list(factors))
    if bad.any():
        row = bad.idxmax()
        raise InputError(
            Text(
                "这一行的单位缺少或不能用" if pd.isna(row_units[row]) else f"这一行的单位“{row_units[row]}”不能用",
                "the row has no unit" if pd.isna(row_units[row]) else f"the row's unit '{row_units[row]}' cannot be used",
            ),
            Text(f"写成其一：{'、'.join(factors)}", f"write one of these: {', '.join(factors)}"),
            file=str(file), row=int(row), column=str(row_units.name),
        )  # fmt: skip
    return units.astype(object)


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
) -> tuple[float, str, Text]:
    """One number, its unit (that of the cell, else that of the column), and why it is not what the cell holds."""
    text = str(cell).strip()
    if text.lower() in NO_VALUE:
        return math.nan, unit, NO_FIGURE
    if len(text) > LONGEST_NUMBER:
        raise not_a_number(file, row, column, cell)
    plain = text.translate(HALF_WIDTH).strip()
    matched = NUMBER.fullmatch(GROUPED.sub("", plain))
    why = UNIT_IN_CELL if plain == text else LOOK_ALIKE
    if matched is None:
        digits = plain.translate(LOOKS_LIKE)
        if "〇" in plain or "零" in plain:
            digits = CHINESE_NUMBER.sub(_digits, digits)
        matched, why = NUMBER.fullmatch(GROUPED.sub("", digits)), LOOK_ALIKE
    written = matched[2].strip().lower() if matched else ""
    word = UNIT_WORDS.get(written, written) if written else unit
    if matched is None or word not in factors:
        raise not_a_number(file, row, column, cell)
    return float(matched[1].replace(",", "")), word, why


def _digits(matched: re.Match[str]) -> str:
    """A Chinese number in digits: 二〇二三 is 2023, 十二 is 12."""
    text = matched[0]
    if "十" not in text:
        return "".join(CHINESE_DIGITS[character] for character in text)
    tens, _, ones = text.partition("十")
    return f"{CHINESE_DIGITS.get(tens, '1')}{CHINESE_DIGITS.get(ones, '0')}" if "十" not in ones else text


def not_a_number(file: Path, row: int, column: str, cell: Any) -> InputError:
    """The refusal of a cell that should hold a number."""
    return InputError(
        Text(f"“{shown(cell)}”不是数", f"'{shown(cell)}' is not a number"),
        Text("只填数字，未知则留空", "write a number, or leave the cell empty if it is not known"),
        file=str(file),
        row=row,
        column=column,
    )


def shown(cell: Any) -> str:
    """A cell in a message: one line, not too long."""
    text = " ".join(str(cell).split())
    return text if len(text) <= LONGEST_NUMBER else f"{text[:LONGEST_NUMBER]}…"


def plain_text(cell: Any) -> str:
    """A cell as text; numbers that spreadsheets store as 12.0 are 12, and a day that they store as its midnight is the day.

    >>> print(plain_text(12.0), plain_text(datetime.datetime(2021, 1, 1)), plain_text(datetime.datetime(2021, 1, 1, 8)))
    12 2021-01-01 2021-01-01 08:00:00
    """
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ", "seconds")
    return str(cell).strip()


def cell_changes(ours: str, old: pd.Series, new: pd.Series) -> Iterator[tuple[int, str, Any, Any]]:
    """Row, column, old and new value of cells that changed."""
    for row, was, is_now in zip(old.index.tolist(), old.tolist(), new.tolist(), strict=True):
        yield row, ours, was, is_now


def translate_cells(
    ours: str,
    cells: pd.Series,
    translate: Callable[[Any], str | None],
    why: Callable[[Any], Text],
    changes: list[Change],
) -> pd.Series:
    """Translate cells; those without translation stay text. Changes and why they were needed are logged in `changes`."""
    filled = cells[cells.notna() & (cells.astype("str").str.strip() != "")]
    translations = {cell: translate(cell) for cell in filled.unique()}
    new = filled.map(translations)
    old = filled.map(plain_text)
    dates = np.array([isinstance(cell, datetime.date) for cell in filled], dtype=bool)  # a date stays one
    is_change = (new.notna() & (new != old)).to_numpy(dtype=bool) & ~dates
    reasons = filled[is_change].map(why)
    for change, reason in zip(cell_changes(ours, old[is_change], new[is_change]), reasons, strict=True):
        changes.append(Change(*change, reason))
    return new.where(new.notna(), old).reindex(cells.index).astype("str")


def iso_date(cell: Any) -> str | None:
    """An ISO date from a date, a day number of Excel, or a date as Chinese offices write it.

    A month or year without a day stays one: 2023-05, 2023. So does the year of a date whose month and day may be either.

    >>> cells = ["2023年5月6日（补）", "23.5.6", 45052, "20230506", "二〇二三年五月", "2023年上半年", "5/6/2023", "去年"]
    >>> print(*map(iso_date, cells))
    2023-05-06 2023-05-06 2023-05-06 2023-05-06 2023-05 2023 2023 None
    """
    if isinstance(cell, datetime.date):  # a datetime and a Timestamp are dates too
        return cell.isoformat()[:10]
    text = REMARK.sub("", plain_text(cell).translate(HALF_WIDTH)).strip()
    if len(text) > LONGEST_DATE:
        return None
    if isinstance(cell, float) and re.fullmatch(r"[0-9]{4}\.1", text):  # 2023.1 may have been 2023.10 once
        return text[:4]
    if re.fullmatch("[0-9]{5}", text) and int(text) in EXCEL_DAYS:
        return (EXCEL_EPOCH + datetime.timedelta(days=int(text))).isoformat()
    text = re.sub(r"\s*([-/.年月日号])\s*", r"\1", CHINESE_NUMBER.sub(_digits, text)).rstrip(".")
    for patterns in (DAYS, MONTHS, YEARS):
        for pattern in patterns:
            matched = pattern.fullmatch(text)
            if matched:
                return _checked(**matched.groupdict())
    western = WESTERN.fullmatch(text)
    if western is None:
        return None
    one, other, year = western.groups()
    if one == other or int(one) > 12 or int(other) > 12:
        month, day = (other, one) if int(one) > 12 else (one, other)
        return _checked(year, month, day)
    return year if int(one) and int(other) else None


def _checked(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The ISO date of these parts, as far as given; None where there is no such date."""
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= LAST_TWO_DIGITS_OF_1900S else 2000)
    if month is None:
        return str(full)
    number = (
        int(month) if month.isdigit() else MONTH_NAMES.index(month.lower()) + 1 if month.lower() in MONTH_NAMES else 0
    )
    try:
        date = datetime.date(full, number, int(day or 1))
    except ValueError:
        return None
    return date.isoformat() if day else f"{date:%Y-%m}"


def date_reason(cell: Any) -> Text:
    """Why a date is written anew."""
    return ONLY_YEAR if WESTERN.fullmatch(plain_text(cell)) and len(iso_date(cell) or "") == 4 else ISO


def refuse_no_date(file: Path, column: str, cells: pd.Series) -> None:
    """Refuse a cell of a date that holds raised digits or the like, or far too many: words stay and are reported.

    Raises
    ------
    InputError
        For such a cell.
    """
    for row, cell in cells[cells.map(lambda cell: isinstance(cell, str | int)).astype(bool)].items():
        text = str(cell)
        if any(unicodedata.category(c) == "No" for c in text) or re.search("[0-9]{15,}", text):
            raise InputError(
                Text(f"“{shown(cell)}”不是日期", f"'{shown(cell)}' is not a date"),
                Text("写成 2024-06-30 这样的日期，未知则留空", "write a date like 2024-06-30, or leave it empty"),
                file=str(file), row=int(row), column=column,
            )  # fmt: skip


def status_word(cell: Any) -> str:
    """A status without blanks, widths and capitals.

    >>> print(status_word("已 盘活"), status_word("Under way"))
    已盘活 underway
    """
    return "".join(unicodedata.normalize("NFKC", str(cell)).split()).lower()


def status_code(cell: Any) -> str | None:
    """The code of a status, however its blanks, widths and capitals are written.

    >>> print(status_code("已 盘活"), status_code("Recovered"), status_code("Under way"), status_code("已盘活（部分）"))
    recovered recovered under_way None
    """
    text = status_word(cell)
    return next(
        (
            code
            for code, words in STATUS_WORDS.items()
            if text in words or text.replace("_", "") == code.replace("_", "")
        ),
        None,
    )


def guessed_status(cell: Any) -> str | None:
    """The code that a word of an office most likely stands for; None where it is partial, denied or of another kind.

    >>> print(guessed_status("已收储"), guessed_status("正在推进"), guessed_status("拟收回"), guessed_status("部分收储"))
    recovered under_way identified None
    >>> print(guessed_status("2024年3月已盘活"), guessed_status("计划2025年底前收回"), guessed_status("已盘活50%"))
    recovered identified None
    """
    text = DAY_IN_STATUS.sub("", status_word(cell))
    return next((code for code, pattern in STATUS_GUESSES.items() if pattern.fullmatch(text)), None) or status_code(
        text
    )
