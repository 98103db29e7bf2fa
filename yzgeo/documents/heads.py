"""What the columns of a table hold, by the words over them; and the tables of a document, row by row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from yzgeo.documents.clauses import unbroken
from yzgeo.documents.numbers import quantities
from yzgeo.documents.passages import Span, items, plain
from yzgeo.documents.words import Words

MARKS = "、，,；;"
TOTALS = r"^(?:合计|总计|小计|共计|总\s*计|合\s*计)"
PARTIAL = r"[一二三四五六七八九十]五|年度|累计|已|截至|其中|当年|本年"
"""In a head: the column is of a part of what it is about."""
GROUP = r"[（(]?[一二三四五六七八九十]+[）)、.．]?"
"""The number of a row that heads a group of others."""
ELSEWHERE = r"全市|全省|全国|本市|本省|市级|省级"


class Column(NamedTuple):
    """A column: its role (blank where its head is not known), unit, year, whether it is of a larger region, its head."""

    role: str
    unit: str
    year: str
    wider: bool
    head: str


class Table(NamedTuple):
    """A table of a document: its columns by kind of table, title, unit, and its clauses that are rows."""

    title: str
    unit: str
    header: tuple[str, ...]
    rows: list[pd.Series]


def tables(clauses: pd.DataFrame) -> Iterator[Table]:
    """The tables that have head rows, in their order, a table that goes on over pages once.

    Rows that only repeat the head are left out by their missing cells.
    """
    with_rows = clauses[(clauses["kind"] == "row") & (clauses["header"].map(len) > 1)]
    for _, group in with_rows.groupby(["file", "table"], sort=False, dropna=False):
        rows = [row for _, row in group.iterrows() if len(row["cells"]) > 1]
        rows = [row for row in rows if not _repeats(row)]
        if rows:
            yield Table(str(rows[0]["table_title"] or ""), str(rows[0]["unit"] or ""), tuple(rows[0]["header"]), rows)


def _repeats(row: pd.Series) -> bool:
    cells, heads = [plain(cell) for cell in row["cells"]], [plain(cell) for cell in row["header"]]
    return bool(cells) and sum(a == b and bool(a) for a, b in zip(cells, heads, strict=False)) * 2 > len(cells)


def columns(table: Table, words: Words, kind: str) -> list[Column]:
    """What each column of a table is, read as a table of a kind: indicators, projects, zones or clusters.

    >>> from yzgeo.documents.words import load
    >>> header = ("指标名称", "单位", "2020年", "2025年目标", "属性")
    >>> table = Table("", "", header, [])
    >>> print([(one.role, one.year) for one in columns(table, load(), "indicators")])
    [('name', ''), ('unit', ''), ('', '2020'), ('', '2025'), ('binding', '')]
    """
    roles = {row["word"]: row["role"] for row in words["heads"] if row["table"] == "any"}
    roles |= {row["word"]: row["role"] for row in words["heads"] if row["table"] == kind}
    return [_column(head, roles, words, kind) for head in table.header]


def _column(head: str, roles: dict[str, str], words: Words, kind: str) -> Column:
    text = " ".join(map(plain, unicodedata.normalize("NFKC", head).split(" ")))
    brackets = re.findall(r"\(([^()]{1,12})\)", text)
    units = [words_in for words_in in brackets if _is_unit(words_in, words)]
    bare = " ".join(re.sub(r"\([^()]{1,12}\)", "", text).split())
    years = re.findall(r"(?<!\d)([12]\d{3})(?=年|\b|\D)", bare)
    rest = re.sub(r"[12]\d{3}\s*年?", "", bare)
    parts = [part for part in (rest.replace(" ", ""), *rest.split()[::-1]) if part]
    role = next((roles[part] for part in parts if part in roles), "")
    like = [row for row in words["heads_like"] if row["table"] == kind and row["word"] in rest.replace(" ", "")]
    if not role and like and not years and not re.search(PARTIAL, bare):
        role = like[0]["role"]
    wider = bool(re.search(ELSEWHERE, bare)) and "占" not in bare
    return Column(role, units[-1] if units else "", years[-1] if years else "", wider, text)


def _is_unit(text: str, words: Words) -> bool:
    return bool(quantities(f"1{text}", words)) or text in {"年", "月", "%"}


def cell_spans(row: pd.Series) -> list[Span]:
    """The cells of a row with their place in its clause's text.

    Blank cells stand where they would; so do cells of several lines that the text has apart (see `cell_parts`).
    """
    found, place = [], 0
    text = str(row["text"])
    for cell in row["cells"]:
        words = unbroken(cell)
        start = text.find(words, place) if words else -1
        if start < 0:
            found.append(Span(words, place, place))
            continue
        place = start + len(words)
        found.append(Span(words, start, place))
    return found


def cell_parts(row: pd.Series, position: int) -> list[Span]:
    """The names that a cell lists, by marks or a line each, with their place in the row's text.

    Where a mark parts names a line break is only the width of the column.
    """
    cell, text = row["cells"][position], str(row["text"])
    marked = bool(re.search("[、；;，,]", cell))
    names = [plain(part.text) for part in items(unbroken(cell) if marked else cell, 0, MARKS if marked else "\n")]
    at, place = text.find(unbroken(cell)), 0
    found = []
    for name in names:
        if at >= 0:
            start = text.find(name, max(at, place))
            place = start + len(name)
        else:  # rows of the cell stand apart, each between bars
            match = re.search(rf"(?:^|｜ ?){re.escape(name)}(?= ?｜|$)", text)
            start = match.end() - len(name) if match else text.find(name)
        found.append(Span(name, max(start, 0), max(start, 0) + len(name)))
    return found


def is_total(row: pd.Series) -> bool:
    """Whether a row adds up others or only heads a group of them."""
    cells = [cell.strip() for cell in row["cells"] if cell.strip()]
    heads_group = len(cells) == 1 or (len(cells) == 2 and len(row["cells"]) > 3 and re.fullmatch(GROUP, cells[0]))
    return not cells or any(re.match(TOTALS, cell) for cell in cells[:2]) or bool(heads_group)
