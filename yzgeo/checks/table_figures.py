"""The figures that stand in the plan's own tables, each with what it is of, its unit and its year, without typed tables."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.clause_figures import noun_of
from yzgeo.checks.clause_tables import Row, Table, clause_tables
from yzgeo.checks.statements import span
from yzgeo.core.unit_grammar import is_count, parse
from yzgeo.core.unit_words import KNOWN
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?")
UNIT_BEHIND = re.compile(r"[（(]([^（）()]+)[）)]\s*$")
UNIT_COLUMN = re.compile(r"^(?:计量)?单\s*位$")
NOT_A_LEVEL = re.compile("年均|增速|增长|增减|增幅|变化|累计|降幅|期间|[-—–~～至]")
"""Headings of columns that name a year but hold no figure of it."""
SIGNS = {"≥": "不低于", ">": "超过", "＞": "超过", "≤": "不超过", "<": "不超过", "＜": "不超过", "≧": "不低于"}
NUMBER = re.compile(
    r"^(?P<before>[≥≤≧>＞<＜]|约|近|不低于|不少于|不超过|不高于|超过|突破)?\s*(?P<value>-?\d[\d,，]*(?:\.\d+)?)\s*"
    r"(?P<unit>[%％‰]|[^\d\s左以（(]{0,6}?)(?P<after>左右|以上|以内|以下|余)?$"
)
REGION = re.compile("全国|全省|全市|全州|国家|省级|市级")
TOTAL = re.compile(r"^(?:合\s*计|总\s*计|共\s*计|总和)[：:]?$")


class TableFigure(NamedTuple):
    """A figure of a table: its row, what the row and the column are called, the year where the column has one."""

    clause: str
    label: str
    row: str
    column: str
    unit: str
    year: int | None
    printed: str
    value: float
    low: float
    high: float

    @property
    def is_total(self) -> bool:
        """Whether the row is the total of the table."""
        return TOTAL.match(self.row) is not None


@cached_per_plan
def table_figures(plan: Plan) -> list[TableFigure]:
    """All figures of tables with a heading, in their order.

    >>> from yzgeo.plan.load import load
    >>> one = next(one for one in table_figures(load("yinzhou")) if one.row == "规上工业增加值")
    >>> print(one.label, one.year, one.unit, one.value)
    表1 2020 亿元 380.0
    """
    return [figure for table in clause_tables(plan) for row in table.rows for figure in _of_row(table, row)]


def _of_row(table: Table, row: Row) -> Iterator[TableFigure]:
    cells, heading = row.cells, table.heading
    if len(heading) - len(cells) == 1 and len(table.rows[0].cells) == len(heading):
        heading = heading[1:]  # the first cell stands for several rows, printed in their first
    if len(heading) != len(cells):
        return
    name_at = _name_at(heading, cells)
    if name_at is None:
        return
    units = [cell for cell, head in zip(cells, heading, strict=True) if UNIT_COLUMN.match(head)]
    own = (_known(units[0]) if units else "") or _unit(cells[name_at])
    last = ""
    for position, (head, cell) in enumerate(zip(heading, cells, strict=True)):
        last = _unit(head) or last
        match = NUMBER.match(cell)
        if position <= name_at or match is None or UNIT_COLUMN.match(head) or _of_others(head, heading):
            continue
        years = YEAR.findall(head)
        if len(years) > 1 or (years and NOT_A_LEVEL.search(head)):
            continue
        unit = own or _known(match["unit"]) or _unit(head) or last or table.unit
        words = "、".join(SIGNS.get(word, word) for word in (match["before"], match["after"]) if word)
        value = number(cell) or 0.0
        low, high = span(value, math.nan, words or None, is_count(unit))
        year = int(years[0]) if years else None
        yield TableFigure(
            row.clause, table.label, _bare(cells[name_at]), _bare(head), unit, year, cell, value, low, high
        )


def number(cell: str) -> float | None:
    """The number of a cell that holds one with nothing but its unit and words of how exact it is.

    >>> print(number("1,200"), number("≥37.6"), number("70%"), number("甲园"))
    1200.0 37.6 70.0 None
    """
    match = NUMBER.match(cell)
    return float(re.sub("[,，]", "", match["value"])) if match else None


def _name_at(heading: list[str], cells: list[str]) -> int | None:
    """Which cell names the row: the first in words, in a table of years the last before its figures (of 一级指标, 二级指标)."""
    dated = [i for i, head in enumerate(heading) if YEAR.search(head)]
    words = [
        i
        for i, (head, cell) in enumerate(zip(heading, cells, strict=True))
        if re.search(r"[\u4e00-\u9fff]", cell) and not NUMBER.match(cell) and not UNIT_COLUMN.match(head)
    ]
    if dated:
        return max((i for i in words if i < dated[0]), default=None)
    return min(words, default=None)


def _of_others(head: str, heading: list[str]) -> bool:
    """Whether a column is of the city or country beside one of the district."""
    return REGION.search(head) is not None and any(
        YEAR.findall(other) == YEAR.findall(head) and not REGION.search(other) for other in heading
    )


def _bare(name: str) -> str:
    """A name without its number of order and without the unit behind it."""
    plain = re.sub(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]|其中[：:]?|#)\s*", "", name.strip())
    return UNIT_BEHIND.sub("", plain).strip() if _unit(plain) else plain


def _unit(name: str) -> str:
    """The unit in the brackets behind a name; nothing where they hold another word."""
    match = UNIT_BEHIND.search(name)
    return _known(match[1]) if match else ""


def _known(unit: str) -> str:
    plain = unit.replace("％", "%").strip()
    return plain if plain and all(term.word in KNOWN for term in parse(plain).terms) else ""


def measure(name: str) -> str:
    """What a row, a column or a noun of the text measures, so that spellings compare.

    >>> print(measure("规模以上工业总产值"), measure("总面积"), measure("数量（个）") == "")
    规上工业产值 面积 True
    """
    plain = re.sub(r"[（(][^（）()]*[）)]", "", name)
    return re.sub("户数$|数$", "", noun_of(plain.replace("规模以上", "规上").replace("总产值", "产值")))
