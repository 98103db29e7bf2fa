"""What the schema cannot say of the rows of a plan folder: areas, ranges, years, units, scopes, zones in zones.

Only the loader judges these; the guide of plan folders lists them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.plan.figure_units import inconvertible
from yzgeo.plan.tables import RowFlaw
from yzgeo.spatial.zone_tree import PARENT, flawed_parents

Frames = Mapping[str, pd.DataFrame]

RANGES = (
    ("zones", "area", "area_to"),
    ("projects", "investment", "investment_to"),
    ("figures", "value", "value_to"),
    ("targets", "target", "target_to"),
)
"""Table, lower and upper end of a range."""
WITH_UNIT = (
    ("zones", "area"),
    ("projects", "investment"),
    ("projects", "new_land"),
    ("projects", "site_area"),
    ("projects", "floor_area"),
)
"""Figures that say nothing without the unit beside them; others have that of their measure."""
YEARS = (("figures", "year_from", "year"), ("targets", "base_year", "target_year"))
"""Table, earlier and later year."""
SCOPES = (
    ("figures", "scope"),
    ("targets", "scope"),
    ("measure_relations", "whole_scope"),
    ("measure_relations", "part_scope"),
    ("measure_relations", "without"),
)
NAMED = {"zone": "zones", "project": "projects", "cluster": "clusters", "park": "parks"}
"""Kinds of things that a scope names by their id, and their table; other scopes are words of one's own.

Industries are no such things: a plan states figures of classes of statistics (industry:electrical-machinery) that are
in no table.
"""
KIND = "kind"
"""Of a target: all zones of that kind. In figures it is a word of one's own."""


def flaws(frames: Frames) -> Iterator[RowFlaw]:
    """Flaws of the rows, table by table.

    Parameters
    ----------
    frames
        Tables of a plan folder by name, in the order of their files; those that could not be read are left out, and
        nothing is said of what points to them. Cells that cannot be used are missing.
    """
    yield from _areas(frames)
    yield from _ranges(frames)
    yield from _years(frames)
    yield from inconvertible(frames)
    yield from _parents(frames)
    yield from _names(frames)
    yield from _scopes(frames)


def _areas(frames: Frames) -> Iterator[RowFlaw]:
    for position, area in _cells(frames, "zones", "area"):
        if area == 0:
            yield RowFlaw(
                "zones",
                position,
                "area",
                Text("面积是 0", "the area is 0"),
                Text(
                    "填规划所载的面积；没有载明则留空", "write the area that the plan states; leave it empty if none is"
                ),
            )


def _ranges(frames: Frames) -> Iterator[RowFlaw]:
    for table, lower, upper in RANGES:
        low_column, high_column = _column(table, lower), _column(table, upper)
        for position, high in _cells(frames, table, upper):
            low = frames[table][lower].iloc[position]
            if pd.isna(low):
                problem = Text(
                    f"{high_column.zh}有数，这一格没有", f"{high_column.en} has a figure, this cell has none"
                )
                remedy = Text(
                    "区间填两端；只有一个数时填在这一格，上限留空",
                    "a range has two ends; a single figure stands in this cell, and the upper end is empty",
                )
                yield RowFlaw(table, position, lower, problem, remedy)
            elif high < low:
                problem = Text(
                    f"上限 {high:g} 小于下限 {low:g}", f"the upper end {high:g} is below the lower end {low:g}"
                )
                remedy = Text(
                    f"小的填在{low_column.zh}，大的填在这一格",
                    f"write the smaller one into {low_column.en}, the larger here",
                )
                yield RowFlaw(table, position, upper, problem, remedy)
    for table, column in WITH_UNIT:
        for position, _ in _cells(frames, table, column):
            if pd.isna(frames[table][f"{column}_unit"].iloc[position]):
                figure = _column(table, column)
                problem = Text(f"{figure.zh}有数而没有单位", f"{figure.en} has a figure but no unit")
                remedy = Text("填上原文的单位", "write the unit that the plan prints")
                yield RowFlaw(table, position, f"{column}_unit", problem, remedy)


def _years(frames: Frames) -> Iterator[RowFlaw]:
    for table, first, last in YEARS:
        for position, year in _cells(frames, table, first):
            later = frames[table][last].iloc[position]
            if pd.notna(later) and year > later:
                of_last = _column(table, last)
                problem = Text(f"{year} 年晚于{of_last.zh}的 {later} 年", f"{year} is after {later} in {of_last.en}")
                yield RowFlaw(table, position, first, problem, Text("核对这两个年份", "check the two years"))


def _parents(frames: Frames) -> Iterator[RowFlaw]:
    if "zones" in frames:
        for position, problem, remedy in flawed_parents(frames["zones"]):
            yield RowFlaw("zones", position, PARENT, problem, remedy)


def _names(frames: Frames) -> Iterator[RowFlaw]:
    """Zones that nothing tells apart: same name, kind and outer zone. A town in two bands is two rows of one name."""
    seen: set[tuple[str, str, str]] = set()
    for position, name in _cells(frames, "zones", "name"):
        row = frames["zones"].iloc[position]
        said = tuple("" if pd.isna(cell) else _plain(str(cell)) for cell in (name, row["kind"], row[PARENT]))
        if said in seen:
            yield RowFlaw(
                "zones",
                position,
                "name",
                Text(
                    f"前面已有片区“{name}”，类别与上级也相同",
                    f"an earlier zone is called '{name}', of the same kind and zone",
                ),
                Text("改正名称，或删去一行", "correct the name, or remove one row"),
            )
        seen.add(said)  # type: ignore[arg-type]


def _scopes(frames: Frames) -> Iterator[RowFlaw]:
    known = {kind: set(frames[table][f"{kind}_id"].dropna()) for kind, table in NAMED.items() if table in frames}
    kinds_of_zones = None
    if "zones" in frames:  # a scope may name a kind by its code or in the plan's words
        codes = set(frames["zones"]["kind"].dropna())
        kinds_of_zones = codes | {word for code in codes for word in labels.word(code)}
    for table, column in SCOPES:
        for position, cell in _cells(frames, table, column):
            for scope in str(cell).split("、") if column == "without" else [str(cell)]:
                flaw = _of_scope(scope.strip(), known)
                if flaw is None and table == "targets" and kinds_of_zones is not None:
                    flaw = _of_kind(scope.strip(), kinds_of_zones)
                if flaw is not None:
                    yield RowFlaw(table, position, column, *flaw)


def _of_scope(scope: str, known: Mapping[str, set[str]]) -> tuple[Text, Text] | None:
    """What is wrong with a scope that names a thing by its id."""
    prefix, colon, identifier = scope.partition(":")
    written = _plain(scope).partition(":")
    if written[1] and written[0] in {*NAMED, KIND} and written[0] + ":" != prefix + colon:
        return (
            Text(f"“{scope}”写法不对", f"'{scope}' is not written as it should be"),
            Text(f"写成 {written[0]}:编号，半角小写、不空格", f"write {written[0]}:ID, in lower case without blanks"),
        )
    if prefix not in known or not colon or identifier == "*" or identifier in known[prefix]:
        return None
    table = NAMED[prefix]
    return (
        Text(f"{table}.csv 中没有编号“{identifier}”", f"there is no id '{identifier}' in {table}.csv"),
        Text(
            f"改成 {table}.csv 的 {prefix}_id 列中的编号；全区写作 district",
            f"use an id of column {prefix}_id of {table}.csv; write district for the whole district",
        ),
    )


def _of_kind(scope: str, kinds: set[str]) -> tuple[Text, Text] | None:
    prefix, colon, kind = scope.partition(":")
    if prefix != KIND or not colon or kind in kinds:
        return None
    there = "、".join(sorted(kinds)), ", ".join(sorted(kinds))
    return (
        Text(f"没有一个片区的类别是“{kind}”", f"no zone is of the kind '{kind}'"),
        Text(
            f"用 zones.csv 的 kind 列中的类别：{there[0] or '—'}",
            f"use one that stands in column kind of zones.csv: {there[1] or '—'}",
        ),
    )


def _column(table: str, column: str) -> Text:
    """How texts name a column; a workbook puts sheet and heading in its place."""
    return Text(f"{table}.csv 的 {column} 列", f"column {column} of {table}.csv")


def _plain(text: str) -> str:
    """A text without widths, blanks and case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _cells(frames: Frames, table: str, column: str) -> Iterator[tuple[int, Any]]:
    """The cells of a column that are not blank, with their positions."""
    if table in frames:
        for position, cell in enumerate(frames[table][column]):
            if pd.notna(cell):
                yield position, cell
