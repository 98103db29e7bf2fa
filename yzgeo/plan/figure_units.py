"""Tell figures whose unit cannot be converted to the unit that they are compared in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import as_counted, convert, differ_in_currency, ratio
from yzgeo.plan.tables import RowFlaw

UNIT_OF_COLUMN = {
    ("zones", "area_unit"): "平方公里",
    ("projects", "investment_unit"): "亿元",
    ("projects", "new_land_unit"): "亩",
    ("projects", "site_area_unit"): "亩",
    ("projects", "floor_area_unit"): "平方米",
    ("cluster_years", "output_unit"): "亿元",
}
"""Columns of units of one dimension, by table and name, and a unit of it."""


class StatedUnit(NamedTuple):
    """A unit in a row of a table, and the one that its figure is compared in."""

    table: str
    column: str
    position: int
    stated: str
    wanted: str


def inconvertible(frames: Mapping[str, pd.DataFrame]) -> Iterator[RowFlaw]:
    """The units of figures, targets and actuals that do not convert to that of their measure or target.

    Money of another currency is let pass: it is never converted, and told apart. A measure without a unit lets any pass.

    Parameters
    ----------
    frames
        The tables of a plan folder by name, in the order of their files: `measures` (`measure_id, unit`), `figures`,
        `targets`, `actuals`; where they have units of one dimension, `zones`, `projects` and `cluster_years`.
        Of tables that are not there nothing is said.

    >>> measures = pd.DataFrame({"measure_id": ["output"], "unit": ["亿元"]})
    >>> figures = pd.DataFrame({"figure_id": ["a", "b"], "measure_id": ["output"] * 2, "unit": ["万元", "吨"]})
    >>> for flaw in inconvertible({"measures": measures, "figures": figures}):
    ...     print(flaw.table, flaw.position, flaw.problem.en)
    figures 1 '吨' cannot be converted to 亿元
    """
    for unit in _stated_units(frames):
        if not _convertible(unit.stated, unit.wanted):
            yield _flaw(unit)


def in_unit(values: pd.Series, units: pd.Series, wanted: str) -> pd.Series:
    """Numbers of a table in one unit; missing without a unit of their own, and in money of another currency.

    >>> print(in_unit(pd.Series([2.0, 3.0, 4.0]), pd.Series(["亿元", "百万元", "万美元"]), "亿元").tolist())
    [2.0, 0.03, nan]
    """
    stated = zip(values, units, strict=True)
    numbers = [convert(value, unit, wanted) if isinstance(unit, str) else None for value, unit in stated]
    return pd.Series(numbers, index=values.index, dtype="float64")


def _flaw(unit: StatedUnit) -> RowFlaw:
    if not unit.wanted:
        remedy = Text(
            "为目标或其指标填上单位，或删去此处的单位", "give the target or its measure a unit, or remove this one"
        )
    elif unit.column == "unit":
        remedy = Text(
            "改正单位；若此数说的是另一件事，在 measures.csv 中为它另设一个指标；若各行单位本不相同，把指标的单位留空",
            "correct the unit; if the figure is of something else, give it a measure of its own in measures.csv; "
            "if rows differ in kind, leave the unit of the measure empty",
        )
    else:
        remedy = Text(f"改用{unit.wanted}之类的单位", f"use a unit such as {unit.wanted}")
    problem = Text(
        f"“{unit.stated}”不能换算成{unit.wanted or '没有单位的数'}",
        f"'{unit.stated}' cannot be converted to {unit.wanted or 'a number without a unit'}",
    )
    return RowFlaw(unit.table, unit.position, unit.column, problem, remedy)


def _convertible(stated: str, wanted: str) -> bool:
    return ratio(as_counted(stated, wanted), wanted) is not None or differ_in_currency(stated, wanted)


def _stated_units(frames: Mapping[str, pd.DataFrame]) -> Iterator[StatedUnit]:
    units: dict[str, str] = {}
    of_target: dict[str, str] = {}
    if "measures" in frames:
        units = dict(frames["measures"].drop_duplicates("measure_id").set_index("measure_id")["unit"].dropna())
    for _, row in _rows(frames, "targets"):
        stated, of_measure = row.get("unit"), units.get(row["measure_id"], "")
        of_target[row["target_id"]] = stated if isinstance(stated, str) else of_measure
    for table, needs, wanted in (
        ("figures", "measures", units),
        ("targets", "measures", units),
        ("actuals", "targets", of_target),
    ):
        key = "target_id" if table == "actuals" else "measure_id"
        for position, row in _rows(frames, table) if {needs, "measures"} <= frames.keys() else ():
            of_row = wanted.get(row[key], "")
            if isinstance(row.get("unit"), str) and (of_row or (table == "actuals" and row[key] in wanted)):
                yield StatedUnit(table, "unit", position, row["unit"], of_row)
    for (table, column), unit in UNIT_OF_COLUMN.items():
        for position, row in _rows(frames, table):
            if isinstance(row.get(column), str):
                yield StatedUnit(table, column, position, row[column], unit)


def _rows(frames: Mapping[str, pd.DataFrame], table: str) -> Iterator[tuple[int, pd.Series]]:
    for position, (_, row) in enumerate(frames.get(table, pd.DataFrame()).iterrows()):
        yield position, row
