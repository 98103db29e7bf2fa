"""Tell the rows of a table apart: titles, header rows, column numbers, features, totals, sections, footers.

What is no feature is left out and logged: a change whose field and new value are empty.
"""

from __future__ import annotations

import bisect
import datetime
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.readers import column_matching
from yzgeo.readers.column_matching import JOINT
from yzgeo.readers.source import WHOLE_ROW, Change, refuse_empty

Row = tuple[int, list[Any]]
"""Line of the file and the cells of one row."""
MergedArea = tuple[int, int, int, int]
"""Top and bottom line, first and last position in the row, of cells that are merged."""

TITLE_ROW = Text("表头以上的标题行，未读入", "a title above the header: left out")
NUMBERS_ROW = Text("列的编号行，未读入", "a row of column numbers: left out")
ABOVE_FEATURES = (TITLE_ROW, NUMBERS_ROW)
"""Rows that no one takes for land."""
TOTAL = Text("合计行，不是要素，未读入", "a row of totals, not a feature: left out")
SECTION = Text("分组标题行，不是要素，未读入", "the heading of a section, not a feature: left out")
FOOTER = Text("表尾（填表人、注、日期等），不是要素，未读入", "a footer (author, note, date), not a feature: left out")
HEADER_AGAIN = Text("又一次出现的表头，未读入", "the header once more: left out")
BLANK_ROW = Text("只有序号的空行，未读入", "a row with nothing but its number: left out")
OUTSIDE_COLUMNS = Text("各列之外的单元格，未读入", "cells under no header: left out")
PART = Text("“其中”行，已含在上一行，未读入", "a part of the row above (其中): left out")
PERHAPS_TOTAL = Text(
    "写有合计或其中等字而有自己的编号，仍计入；如不是地块，请删去",
    "speaks of a total or a part, but has a number of its own, and counts: if it is no parcel, remove it",
)
PERHAPS_PART = Text(
    "可能是“其中”的一部分，仍计入；如已含在别的行，请删去",
    "perhaps a part (其中) of another row, and counts all the same: if another row includes it, remove it",
)
SUM = Text(
    "等于以上或以下各行之和而没有自己的编号，作合计行，未读入",
    "the sum of the rows above or below, without a number of its own: left out",
)
PERHAPS_SUM = Text(
    "恰等于以上或以下各行之和，仍计入；如是合计行，请删去或写明“合计”",
    "equals the sum of the rows above or below, and counts all the same: if it is a total, remove it or write 合计 in it",
)
UNIT_FROM_TITLE = Text("单位取自标题行", "the unit stands in the title")

SHORT = 64
"""Texts of so many characters are remembered in the form in which they are compared."""
MOST_HEADER_ROWS = 4
FEWEST_COLUMNS = 3
"""Fewest columns in which a lone cell is a heading or footer; in narrower tables it may be all that a row has."""
TOTAL_WORD = (
    "(?:合计|总计|小计|共计|累计|总和|总数|汇总)(?:数量?|面积|值)?|总面积|面积(?:合计|总计|小计)"
    "|(?:grand|sub)?[-_]?totals?(?:area)?|sums?"
)
TRADITIONAL = str.maketrans("計總數積匯纍", "计总数积汇累")
COUNTED = r"(?:[宗块个家户处条项亩]|公顷|平方米|万平方米|m2|mu|ha)"
EXACT_TOTAL = re.compile(
    rf"[(\[【<]*(?:其中|以上|本页|本表|全[区市县镇乡村街道]+|本[区市县镇乡村街道]+)?(?:{TOTAL_WORD})[)\]】>]*"
    rf"(?:[(\[【:].*|[:,]?[共计]?\d+(?:\.\d+)?(?:{COUNTED}.*)?)?"
    r"|共计?\d+[宗块个家户处条项].{0,4}",
    re.IGNORECASE,
)
COUNT_OF_PARCELS = re.compile(r"(?:共计?|计)?[\d一二三四五六七八九十百]+(?:个?(?:宗地|地块)|[宗块个家户处条项幅片])")
"""How many parcels there are, where their number would stand: 3宗, 共3块."""
BARE_COUNT = re.compile(r"[1-9]\d*(?:\.0)?", re.ASCII)
TOTAL_OF = re.compile(
    r".{1,16}(?:合计|小计|总计|共计|汇总)数?(?:\(.*\))?:?|[^\d].{0,40}[-_]?(?:sub)?totals?:?", re.IGNORECASE
)
PART_OF = re.compile(r"[(\[【#]*其中(?:[:,(、].*|.{0,12})|ofwhich.*", re.IGNORECASE)
CHINESE_NUMBER = "[一二三四五六七八九十百]+"
SECTION_NUMBER = re.compile(rf"\(?{CHINESE_NUMBER}\)?[、.,:]?")
SECTION_HEADING = re.compile(rf"(?:\({CHINESE_NUMBER}\)|{CHINESE_NUMBER}[、.,:]|\(?\d+\)?[、)]|\d+\.\D).*")
FOOTER_WORD = re.compile(
    r"(?:单位)?(?:填表|填报|制表|制作|编制|审核|审批|审定|复核|校核|核对|经办|承办|负责|主管|分管|联系|统计|盖章|公章|签字|签章|日期|时间"
    r"|注|备注|说明|附注|附|数据来源|资料来源|来源|截至|数据截至|报送|上报|领导|电话|打印|单位\(|第\d+页)"
    r"(?:人员?|者|单位|部门|机构|日期|时间|领导|科室|电话|签[字名章]|\(?盖章\)?|\(.{1,8}\)|\d+|[,、./]|共\d+页)*(?::.*|$)"
)
SENTENCE = re.compile(r"(?:以上|以下|上述|上表|本表|此表|该表|表中|数据|资料|截[至止]|统计).{2,}")
"""A lone text that speaks of the table."""
BLANK_WORD = re.compile(r"以下(?:空白|无正文|为空).*|本页无正文|[-—.…·*/\\~]+")
DIGITS = r"[\d〇零一二三四五六七八九十]"
DATE = re.compile(rf"{DIGITS}{{2,4}}[年.\-/]{DIGITS}{{1,3}}[月.\-/](?:{DIGITS}{{1,3}}[日号]?(?:\d\d?:\d\d.*)?)?")
NOTE_COLUMN = re.compile("备注|说明|note|remark|description|描述", re.IGNORECASE)
NUMBERING = re.compile(
    "地块编?号|宗地编?[号码]|图斑编?号|代码|编码|^编号|parcel_id|^id$|[A-Z]{2}BH|[A-Z]{2}DM", re.IGNORECASE
)
OTHER_CODE = re.compile("地类|用途|信用|行政|区划|邮|XZQ|DLBM", re.IGNORECASE)
"""Codes of what several parcels share."""
STATUS_COLUMN = re.compile("状态|进展|进度|status", re.IGNORECASE)
SERIAL_COLUMN = re.compile("序号|编号|行号|no|number|顺序", re.IGNORECASE)
AREA_COLUMN = re.compile("面积|亩|公顷|area|平方米", re.IGNORECASE)
BUILDING = re.compile("建筑|建面|计容|楼|房")
MONEY_COLUMN = re.compile("税|产值|投资|增加值|收入|营收|利润|tax|value_added", re.IGNORECASE)
MONEY_UNITS = {"元", "万元", "亿元"}
FLOOR_UNITS = {"平方米", "㎡", "m2", "m²", "平米", "万平方米"}
UNIT_IN_TITLE = re.compile(r"单位(?:[:：]|\s*[（(])\s*([^()（）]+)")
UNIT_IN_BRACKETS = re.compile(r"(?:计量|面积|金额)?单位\(([^()]+)\)")
"""A cell of a title that has no colon: 单位（公顷）."""
NUMERIC = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
COLUMN_NUMBER = re.compile(r"[(\[]?(\d{1,3})[)\]]?(?:=[\d+\-*/×÷()]+)?", re.ASCII)
COLUMN_LETTER = re.compile("[甲乙丙丁戊己]|栏次|列次|行次|序号|栏目")
NO_HEADER = re.compile(r"\d")
"""A second header row has words; what holds digits, apart from units like m2, is data."""
NUMBER_WITH_UNIT = re.compile(rf"(.*\d)\s*{COUNTED}", re.IGNORECASE)
SUM_PRECISION = 1e-6


class Layout(NamedTuple):
    """The columns of a table by position, its rows of features, the line of its header, and what was left out."""

    names: dict[int, str]
    body: list[Row]
    header_line: int
    changes: list[Change]


def layout(file: Path, rows: Sequence[Row], merged: Sequence[MergedArea] = ()) -> Layout:
    """Find header and features of a table.

    Parameters
    ----------
    file
        Named in refusals.
    rows
        Line and cells of each row.
    merged
        Merged areas of the sheet, which show header rows that belong together.

    Raises
    ------
    InputError
        When there are no features, or two columns have one name.

    >>> rows = [["台账", None, "单位：亩"], ["编号", "面积", "状态"], ["A1", 15, "已盘活"], ["合 计（1宗）", 15, None]]
    >>> table = layout(Path("a.csv"), list(enumerate(rows, start=1)))
    >>> print(table.names, table.body)
    {0: '编号', 1: '面积（亩）', 2: '状态'} [(3, ['A1', 15, '已盘活'])]
    """
    filled = [(line, row) for line, row in rows if any(has_value(cell) for cell in row)]
    if not filled:
        raise refuse_empty(file)
    start, end = _header_rows(filled, merged)
    changes = [_left_out(row, TITLE_ROW) for row in filled[:start]]
    names = _names(file, filled[start:end], merged, changes, filled[:start])
    body = filled[end:]
    if body and _numbers_columns(body[0], names, body[1:]):
        changes.append(_left_out(body[0], NUMBERS_ROW))
        body = body[1:]
    header_line = filled[end - 1][0]
    features = list(_features(names, filled[start:end], body, changes))
    features = list(_without_sums(names, features, changes))
    _refuse_shared_amounts(file, names, features, merged)
    if not features:
        raise refuse_empty(file)
    return Layout(names, features, header_line, changes)


def has_value(cell: Any) -> bool:
    """Whether a cell holds anything."""
    return cell is not None and str(cell).strip() != "" and not (isinstance(cell, float) and math.isnan(cell))


def _left_out(row: Row, why: Text) -> Change:
    line, cells = row
    return Change(line, WHOLE_ROW, "；".join(" ".join(str(cell).split()) for cell in cells if has_value(cell)), "", why)


def _kept(row: Row, why: Text) -> Change:
    shown = _left_out(row, why).old
    return Change(row[0], WHOLE_ROW, shown, shown, why)


def _squeezed(cell: Any) -> str:
    """A text without blanks and widths: 合　计（2宗） is 合计(2宗)."""
    text = str(cell)
    if text.isascii():
        return "".join(text.split())
    return _squeezed_short(text) if len(text) <= SHORT else _squeezed_wide(text)


def _squeezed_wide(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text)
    return "".join(c for c in normal if not c.isspace() and unicodedata.category(c) != "Cf")


_squeezed_short = lru_cache(maxsize=1 << 14)(_squeezed_wide)
"""The words of a large table are few, and each is looked at many times."""


def _as_number(cell: Any) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell) if abs(cell) < 1e300 else None
    if isinstance(cell, str) and NUMERIC.fullmatch(cell.strip()) and len(cell) < 40:
        return float(cell.strip().replace(",", ""))
    return None


def _texts(row: list[Any]) -> dict[int, str]:
    """The cells with words, by position."""
    return {
        place: _squeezed(cell)
        for place, cell in enumerate(row)
        if isinstance(cell, str) and has_value(cell) and _as_number(cell) is None
    }


def _places(row: list[Any]) -> set[int]:
    return {place for place, cell in enumerate(row) if has_value(cell)}


def _header_rows(filled: list[Row], merged: Sequence[MergedArea]) -> tuple[int, int]:
    """The first header row, and the first row after the header."""
    width = max(len(_places(row)) for _, row in filled)
    wide = [place for place, (_, row) in enumerate(filled) if len(_places(row)) * 2 >= width]
    start = next((place for place in wide[:2] if not _is_title(filled[place][1])), wide[0])
    end = start + 1
    for _ in range(MOST_HEADER_ROWS - 1):
        if start and _heads(filled[start - 1], filled[start], filled[end:], merged):
            start -= 1
        elif end < len(filled) - 1 and _continues(filled[end - 1], filled[end], merged, end - start):
            end += 1
    return start, end


def _is_title(row: list[Any]) -> bool:
    """Whether a row says 单位：亩, 填报单位：… or the like beside a title; a header has colons in brackets only."""
    texts = [re.sub(r"^\((.*)\)$", r"\1", _squeezed(cell)) for cell in row if isinstance(cell, str)]
    stated = [UNIT_IN_BRACKETS.fullmatch(text) for text in texts]
    return any(":" in re.sub(r"\([^()]*\)", "", text) for text in texts) or any(
        unit is not None and all(map(column_matching.is_unit, re.split("[、,/;和]", unit[1]))) for unit in stated
    )


def _is_wording(row: list[Any]) -> bool:
    """Whether all cells of a row could be names of columns."""
    return all(
        isinstance(cell, str)
        and (column_matching.is_unit(cell) or not NO_HEADER.search(column_matching.without_unit(cell)))
        for cell in row
        if has_value(cell)
    )


def _heads(above: Row, header: Row, body: list[Row], merged: Sequence[MergedArea]) -> bool:
    """Whether the row above belongs to the header: merged with it, or names columns that it leaves open."""
    if not _is_wording(above[1]):
        return False
    if any(top <= above[0] and bottom == header[0] for top, bottom, _, _ in merged):
        return True
    own, lower = _places(above[1]), _places(header[1])
    if len(own) < 2 or any(":" in _squeezed(cell) for cell in above[1] if has_value(cell)):
        return False
    groups = [last > first for top, bottom, first, last in merged if top == bottom == above[0]]
    if groups and len(groups) == len(own) and all(groups):
        return True
    of_data = set().union(*(_places(row) for _, row in body[:20])) if body else set()
    return bool((own - lower) & of_data)


def _continues(header: Row, below: Row, merged: Sequence[MergedArea], so_far: int) -> bool:
    """Whether a row goes on with the header: merged with it, or naming the columns of its groups."""
    if not _is_wording(below[1]):
        return False
    if all(column_matching.is_unit(cell) for cell in below[1] if has_value(cell)):
        return True
    first_line = header[0] - so_far + 1
    if any(first_line <= top <= header[0] and bottom >= below[0] for top, bottom, _, _ in merged):
        return True
    upper, own = _places(header[1]), _places(below[1])
    repeated = {
        place for place in upper if place and place - 1 < len(header[1]) and header[1][place - 1] == header[1][place]
    }  # a group whose name each column repeats
    same = {place for place in own & upper if _squeezed(below[1][place]) == _squeezed(header[1][place])}
    open_places = (own - upper) | repeated
    if not open_places:
        return False
    nearest = {max((start for start in upper if start < place), default=place) for place in own - upper}
    group_starts = {place - 1 for place in open_places if place - 1 in own} | (nearest & own)
    allowed = open_places | group_starts | {place - 1 for place in group_starts if place - 1 in repeated} | same
    return own <= allowed and bool(upper - own - repeated or same)


def _names(
    file: Path, header: list[Row], merged: Sequence[MergedArea], changes: list[Change], titles: list[Row]
) -> dict[int, str]:
    """The names of the columns that have one, by position; those of several header rows joined."""
    spread = [dict(_spread(row, merged, header[number + 1 :])) for number, row in enumerate(header)]
    names: dict[int, str] = {}
    for place in sorted(set().union(*spread)):
        parts: list[str] = []
        for row in spread:
            part = row.get(place)
            if part is None or (parts and parts[-1] == part):
                continue
            if parts and column_matching.is_unit(part):
                parts[-1] = f"{parts[-1]}（{column_matching.bare_unit(part)}）"
            else:
                parts.append(part)
        names[place] = _with_unit_of_group(parts)
    seen: set[str] = set()
    for name in names.values():
        if name in seen:
            raise InputError(
                Text("这一列名出现两次", "two columns have this name"),
                Text("改掉其中一个列名", "rename one of them"),
                file=str(file), row=header[-1][0], column=name,
            )  # fmt: skip
        seen.add(name)
    for unit in _units(titles):
        for place, name in names.items():
            if _takes_unit(name, unit):
                names[place] = f"{name}（{unit}）"
                changes.append(Change(header[-1][0], name, "", unit, UNIT_FROM_TITLE))
    return names


def _with_unit_of_group(parts: list[str]) -> str:
    """The name of a column under its groups; the unit of the nearest group is that of a column without one."""
    name = JOINT.join(parts)
    if column_matching.unit(parts[-1]) is not None:
        return name
    unit = next((unit for group in parts[-2::-1] if (unit := column_matching.unit(group)) is not None), None)
    if unit is None or not column_matching.is_unit(unit) or not _takes_unit(parts[-1], unit):
        return name
    return f"{name}（{unit}）"


def _spread(row: Row, merged: Sequence[MergedArea], below: list[Row]) -> Iterator[tuple[int, str]]:
    """The names of one header row by position; a group's over all its columns."""
    line, cells = row
    text = {place: " ".join(str(cells[place]).split()) for place in sorted(_places(cells))}
    yield from text.items()
    for top, bottom, first, last in merged:
        if top <= line <= bottom and last > first and top == line and first in text:
            stop = min(last, max((len(lower) for _, lower in below), default=0) - 1)
            yield from ((place, text[first]) for place in range(first + 1, stop + 1) if place not in text)
    if not below:
        return
    covered = {
        p for top, bottom, first, last in merged if top <= line <= bottom for p in range(first, min(last, 999) + 1)
    }
    lower = set().union(*(_places(cells) for _, cells in below))
    group = None
    for place in range(max(lower, default=-1) + 1):
        if place in text:
            group = text[place] if place in lower else None
        elif place in lower and group is not None and place not in covered:
            yield place, group
        elif place not in lower:
            group = None


def _units(titles: list[Row]) -> list[str]:
    """The units that the titles state, as in 单位：亩、万元, or 金额单位：万元，面积单位：亩."""
    units = []
    for _, cells in titles:
        for cell in cells:
            stated = UNIT_IN_TITLE.search(str(cell)) if isinstance(cell, str) else None
            for part in re.split(r"[、,，/;；和\s]+", stated[1]) if stated else []:
                word = re.split("[:：]", part)[-1]
                if column_matching.is_unit(word):
                    units.append(word)
    return units


def _takes_unit(name: str, unit: str) -> bool:
    """Whether the unit of the title is that of a column: one without a unit of its own, of the same kind."""
    if column_matching.unit(name) is not None:
        return False
    plain = column_matching.without_unit(name)
    if unit in MONEY_UNITS:
        return MONEY_COLUMN.search(plain) is not None
    if "面积" not in plain and plain.lower() != "area":
        return False
    return unit in FLOOR_UNITS or not BUILDING.search(plain)


def _numbers_columns(row: Row, names: dict[int, str], rest: list[Row]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 …, or 甲, 乙, 1, 2."""
    cells = [_squeezed(cell) for cell in row[1] if has_value(cell)]
    if len(cells) < FEWEST_COLUMNS or len(cells) * 2 < len(names) or not rest:
        return False
    numbers = []
    for cell in cells:
        number = COLUMN_NUMBER.fullmatch(cell.removesuffix(".0"))
        if number is not None:
            numbers.append(int(number[1]))
        elif numbers or not COLUMN_LETTER.fullmatch(cell):
            return False
    return len(numbers) >= 2 and numbers[0] <= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _features(names: dict[int, str], header: list[Row], body: list[Row], changes: list[Change]) -> Iterator[Row]:
    """The rows that are features; the others are logged."""
    in_words = sum(_numbered_in_words(row) for _, row in body)
    sections_possible = in_words * 2 < len(body)
    headings = [{place: _squeezed(row[place]) for place in _places(row)} for _, row in header]
    notes = {place for place, name in names.items() if NOTE_COLUMN.search(name)}
    numbers = _number_places(names, body)
    statuses = {place for place, name in names.items() if STATUS_COLUMN.search(name)}
    amounts = {place for place, name in names.items() if AREA_COLUMN.search(name) or MONEY_COLUMN.search(name)}
    below_total = below_part = False
    for row, numbered in zip(body, _numbered(names, body), strict=True):
        places = _places(row[1])
        if not places & names.keys():
            changes.append(_left_out(row, OUTSIDE_COLUMNS))
            continue
        texts = _texts(row[1])
        words = [text for place, text in texts.items() if place not in notes]
        of_numbers = [_squeezed(row[1][place]) for place in numbers if place in places]
        was_below_total, below_total = below_total, False
        if _is_total(row[1], texts, notes, of_numbers):
            changes.append(_left_out(row, TOTAL))
            below_total = True
        elif _is_part(of_numbers, words):
            if not was_below_total:
                changes.append(_left_out(row, PART))
                below_part = True
                continue
            changes.append(_kept(row, PERHAPS_PART))
            below_total = True
            yield row
        elif len(places) > 1 and any({place: _squeezed(row[1][place]) for place in places} == h for h in headings):
            changes.append(_left_out(row, HEADER_AGAIN))
        elif _is_footer(row[1], texts, places, len(names)):
            changes.append(_left_out(row, FOOTER))
        elif (
            sections_possible
            and not places & statuses
            and _is_section(row[1], texts, places, len(names), bool(places & amounts))
        ):
            changes.append(_left_out(row, SECTION))
        elif (
            len(places) == 1 < len(names)
            and not texts
            and SERIAL_COLUMN.search(names.get(min(places), ""))
            and min(places) == 0
        ):
            changes.append(_left_out(row, BLANK_ROW))
        else:
            below_part = below_part and not numbered  # 其中：一期, and then 二期, which does not say so again
            if below_part:
                changes.append(_kept(row, PERHAPS_PART))
            elif any(
                _names_total(text) or PART_OF.fullmatch(text) or TOTAL_OF.fullmatch(text.translate(TRADITIONAL))
                for text in words
            ):
                changes.append(_kept(row, PERHAPS_TOTAL))
            yield row


def _number_places(names: dict[int, str], body: list[Row]) -> list[int]:
    """The columns that number the rows: those named so, else the first that does not merely count them."""
    filled = {place for _, row in body for place in _places(row)}
    plain = {place: column_matching.without_unit(name) for place, name in names.items() if place in filled}
    named = [place for place, name in plain.items() if NUMBERING.search(name) and not OTHER_CODE.search(name)]
    if named or not plain:
        return named
    return [next((place for place, name in plain.items() if not SERIAL_COLUMN.search(name)), min(plain))]


def _names_total(text: str) -> bool:
    return EXACT_TOTAL.fullmatch(text.translate(TRADITIONAL)) is not None


def _is_part(of_numbers: list[str], words: list[str]) -> bool:
    """Whether a row states a part of another: 其中 in its number or, where it has none, in any cell."""
    return any(PART_OF.fullmatch(text) for text in of_numbers or words)


def _is_total(row: list[Any], texts: dict[int, str], notes: set[int], of_numbers: list[str]) -> bool:
    """Whether a row is a total by its words; one with a number of its own is none, whatever its other cells say."""
    words = [text.translate(TRADITIONAL) for place, text in texts.items() if place not in notes]
    if not words:
        return False
    if words[0] == "计" or "".join(words[:2]) in ("合计", "总计", "小计"):
        return True
    if any(_names_total(text) for text in of_numbers or words):
        return True
    if of_numbers and any(map(_names_total, words)):
        if all(COUNT_OF_PARCELS.fullmatch(text) for text in of_numbers):
            return True
        # A bare number may be a parcel's: only where the word comes first, and the row says nothing else.
        if len(texts) == 1 and min(texts) == min(_places(row)) and all(BARE_COUNT.fullmatch(n) for n in of_numbers):
            return True
    if of_numbers and not any(TOTAL_OF.fullmatch(text.translate(TRADITIONAL)) for text in of_numbers):
        return False
    numbers_else = len(texts) == 1 and len(_places(row)) > 1
    return TOTAL_OF.fullmatch(words[0]) is not None and (numbers_else or len(texts) <= 2)


def _is_footer(row: list[Any], texts: dict[int, str], places: set[int], columns: int) -> bool:
    if columns < 2:
        return False
    first = row[min(places)]
    if len(places) == 1:
        if isinstance(first, datetime.date):
            return True
        text = texts.get(min(places), "")
        if BLANK_WORD.fullmatch(text) or _is_date(text):
            return True
        speaks_of_table = FOOTER_WORD.fullmatch(text) is not None or SENTENCE.fullmatch(text) is not None
        return columns >= FEWEST_COLUMNS and speaks_of_table
    text = texts.get(min(places), "")
    return FOOTER_WORD.fullmatch(text) is not None and (":" in text or len(places) * 2 <= columns)


def _is_date(text: str) -> bool:
    return DATE.fullmatch(text) is not None


def _numbered_in_words(row: list[Any]) -> bool:
    first = next((cell for cell in row if has_value(cell)), None)
    text = _squeezed(first) if isinstance(first, str) else ""
    return SECTION_NUMBER.fullmatch(text) is not None or SECTION_HEADING.fullmatch(text) is not None


def _is_section(row: list[Any], texts: dict[int, str], places: set[int], columns: int, has_amount: bool) -> bool:
    """Whether a row heads a section: numbered in words, or a lone text without digits or Latin letters.

    With an area it does so only where the number stands alone, as （二） before the name of a town.
    """
    if columns < FEWEST_COLUMNS or min(places) not in texts:
        return False
    text = texts[min(places)]
    if len(places) == 1:
        return SECTION_HEADING.fullmatch(text) is not None or not re.search("[0-9A-Za-z]", text)
    if len(places) >= columns:
        return False
    if SECTION_NUMBER.fullmatch(text) is not None:
        return True
    return not has_amount and re.match(rf"\(?{CHINESE_NUMBER}[)、.]", text) is not None


def _refuse_shared_amounts(file: Path, names: dict[int, str], rows: list[Row], merged: Sequence[MergedArea]) -> None:
    """Refuse an area or sum of money that is merged over parcels of different numbers: each would count it whole."""
    numbered = [place for place, name in names.items() if NUMBERING.search(column_matching.without_unit(name))]
    amounts = {place for place, name in names.items() if AREA_COLUMN.search(name) or MONEY_COLUMN.search(name)}
    lines = [line for line, _ in rows]
    for top, bottom, first, last in merged:
        if first != last or top == bottom or first not in amounts:
            continue
        inside = rows[bisect.bisect_left(lines, top) : bisect.bisect_right(lines, bottom)]
        numbers = {
            str(row[place]) for _, row in inside for place in numbered if place < len(row) and has_value(row[place])
        }
        amount = next((row[first] for _, row in inside if first < len(row) and has_value(row[first])), None)
        if len(numbers) > 1 and _as_number(amount) is not None and len(inside) > 1:
            raise InputError(
                Text(
                    f"第 {inside[0][0]} 至 {inside[-1][0]} 行合用一个合并单元格的数（{amount}），各地块各占多少不明",
                    f"rows {inside[0][0]} to {inside[-1][0]} share one merged number ({amount}): which part is whose, is not stated",
                ),
                Text("取消合并，各行分别填写", "unmerge the cells and give each row its own number"),
                file=str(file), row=inside[0][0], column=names[first],
            )  # fmt: skip


def _amount(cell: Any) -> float | None:
    """A number that may have its unit behind it; the unit is not looked at."""
    with_unit = NUMBER_WITH_UNIT.fullmatch(_squeezed(cell)) if isinstance(cell, str) and len(cell) < 40 else None
    return _as_number(with_unit[1] if with_unit else cell)


def _rounding(cell: Any) -> float:
    """Half of the last decimal place in which a cell is written."""
    decimals = re.search(r"\.(\d+)", str(cell))
    return 0.5 * 10.0 ** -(len(decimals[1]) if decimals and decimals[1].strip("0") else 0)


def _without_sums(names: dict[int, str], rows: list[Row], changes: list[Change]) -> Iterator[Row]:
    """The rows without those that add up others and have neither number nor words; other rows that do are logged.

    A row with a number like the others' may be a parcel of just that area: only the sum of all rows above makes it
    doubtful. One without may add up the rows above or below it, all or those up to the next such row, and rounded.
    """
    columns = [place for place, name in names.items() if AREA_COLUMN.search(name)]
    numbered = _numbered(names, rows)
    running = [(dict.fromkeys(columns, 0.0), dict.fromkeys(columns, 0))]
    for (_, cells), has_number in zip(rows, numbered, strict=True):
        sums, counts = (dict(running[-1][0]), dict(running[-1][1]))
        for place in columns if has_number else []:
            number = _amount(cells[place]) if place < len(cells) else None
            sums[place] += number or 0.0
            counts[place] += number is not None
        running.append((sums, counts))
    last = len(rows)
    without = [at for at, has_number in enumerate(numbered) if not has_number]
    most_words = max((len(_texts(row)) for _, row in rows), default=0)
    for at, row in enumerate(rows):
        values = {
            place: number
            for place in columns
            if place < len(row[1]) and (number := _amount(row[1][place])) is not None and number > 0
        }
        spans = [(0, at)]
        if not numbered[at]:
            number_of = bisect.bisect_left(without, at)
            before = without[number_of - 1] + 1 if number_of else 0
            behind = without[number_of + 1] if number_of + 1 < len(without) else last
            spans += [(before, at), (at + 1, behind), (at + 1, last)]
        fewest = 2 if numbered[at] else 1
        of_rows = 0
        for start, stop in spans:
            (first_sums, first_counts), (last_sums, last_counts) = running[start], running[stop]
            if values and all(
                last_counts[place] - first_counts[place] >= fewest
                and math.isclose(
                    value,
                    last_sums[place] - first_sums[place],
                    rel_tol=SUM_PRECISION,
                    abs_tol=0.0 if numbered[at] else _rounding(row[1][place]) * (1 + SUM_PRECISION),
                )
                for place, value in values.items()
            ):
                of_rows = max(of_rows, *(last_counts[place] - first_counts[place] for place in values))
        if of_rows:
            words = len(_texts(row[1]))
            if not numbered[at] and of_rows >= 2 and (words == 0 or (words == 1 and most_words >= 3)):
                changes.append(_left_out(row, SUM))
                continue
            place, value = next(iter(values.items()))
            changes.append(Change(row[0], WHOLE_ROW, f"{names[place]} {value:g}", f"{value:g}", PERHAPS_SUM))
        yield row


def _numbered(names: dict[int, str], rows: list[Row]) -> list[bool]:
    """Whether each row has a number like the others': with a digit, where most numbers have one."""
    places = _number_places(names, rows)
    serials = [place for place, name in names.items() if SERIAL_COLUMN.search(name) and place not in places]
    texts = [[_squeezed(row[place]) for place in places if _has_cell(row, place)] for _, row in rows]
    with_digit = [any(re.search(r"\d", text) for text in of_row) for of_row in texts]
    named = sum(any(not _names_total(text) and not PART_OF.fullmatch(text) for text in of_row) for of_row in texts)
    digits_needed = sum(with_digit) * 2 >= named and any(with_digit)
    return [
        has_digit or (bool(of_row) and not digits_needed) or any(_has_cell(row, place) for place in serials)
        for (_, row), of_row, has_digit in zip(rows, texts, with_digit, strict=True)
    ]


def _has_cell(row: list[Any], place: int) -> bool:
    return place < len(row) and has_value(row[place])
