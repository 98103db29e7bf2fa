"""Refuse figures whose unit cannot be converted to the unit that they are compared in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode
from yzgeo.core.unit_grammar import as_counted, convert, differ_in_currency, ratio
from yzgeo.plan.transaction import valid_file

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
    row: pd.Series
    stated: str
    wanted: str


def refuse_inconvertible(folder: Path, frames: dict[str, pd.DataFrame]) -> None:
    """Refuse units of figures, targets and actuals that do not convert to that of their measure or target.

    Money of another currency is let pass: it is never converted, and told apart. A measure without a unit lets any pass.

    Parameters
    ----------
    folder
        The plan folder, whose files tell the row.
    frames
        Its tables by name: `measures` (`measure_id, unit`), `figures`, `targets`, `actuals`; where they have units
        of one dimension, `zones`, `projects` and `cluster_years`.

    Raises
    ------
    InputError
        All of them, with file, row and column.

    >>> measures = pd.DataFrame({"measure_id": ["output"], "unit": ["亿元"]})
    >>> figures = pd.DataFrame({"figure_id": ["a"], "measure_id": ["output"], "unit": ["吨"]})
    >>> refuse_inconvertible(Path("plan"), {"measures": measures, "figures": figures.assign(unit="万元")})
    >>> refuse_inconvertible(Path("plan"), {"measures": measures, "figures": figures})
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: plan/figures.csv, column unit: '吨' cannot be converted to 亿元. Remedy: ...
    """
    flaws = [_refusal(folder, unit) for unit in _stated_units(frames) if not _convertible(unit.stated, unit.wanted)]
    if flaws:
        raise all_of(flaws)


def in_unit(values: pd.Series, units: pd.Series, wanted: str) -> pd.Series:
    """Numbers of a table in one unit; missing without a unit of their own, and in money of another currency.

    >>> print(in_unit(pd.Series([2.0, 3.0, 4.0]), pd.Series(["亿元", "百万元", "万美元"]), "亿元").tolist())
    [2.0, 0.03, nan]
    """
    stated = zip(values, units, strict=True)
    numbers = [convert(value, unit, wanted) if isinstance(unit, str) else None for value, unit in stated]
    return pd.Series(numbers, index=values.index, dtype="float64")


def _refusal(folder: Path, unit: StatedUnit) -> InputError:
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
    file = folder / f"{unit.table}.csv"
    return InputError(
        Text(
            f"“{unit.stated}”不能换算成{unit.wanted or '没有单位的数'}",
            f"'{unit.stated}' cannot be converted to {unit.wanted or 'a number without a unit'}",
        ),
        remedy,
        file=str(file),
        row=_row_number(file, unit.row),
        column=unit.column,
    )


def _convertible(stated: str, wanted: str) -> bool:
    return ratio(as_counted(stated, wanted), wanted) is not None or differ_in_currency(stated, wanted)


def _stated_units(frames: dict[str, pd.DataFrame]) -> Iterator[StatedUnit]:
    units = frames["measures"].set_index("measure_id")["unit"].dropna().to_dict()
    of_target: dict[str, str] = {}
    for _, row in _rows(frames, "targets"):
        stated, of_measure = row.get("unit"), units.get(row["measure_id"], "")
        of_target[row["target_id"]] = stated if isinstance(stated, str) else of_measure
    for table, wanted in (("figures", units), ("targets", units), ("actuals", of_target)):
        key = "target_id" if table == "actuals" else "measure_id"
        for _, row in _rows(frames, table):
            of_row = wanted.get(row[key], "")
            if isinstance(row.get("unit"), str) and (of_row or table == "actuals"):
                yield StatedUnit(table, "unit", row, row["unit"], of_row)
    for (table, column), unit in UNIT_OF_COLUMN.items():
        for _, row in _rows(frames, table):
            if isinstance(row.get(column), str):
                yield StatedUnit(table, column, row, row[column], unit)


def _rows(frames: dict[str, pd.DataFrame], table: str) -> Iterator[tuple[object, pd.Series]]:
    yield from frames.get(table, pd.DataFrame()).iterrows()


def _row_number(file: Path, row: pd.Series) -> int | None:
    """The row of the file in which a row of the table stands, since the table has another order."""
    file = valid_file(file.parent, file.name)
    if not file.is_file():
        return None
    known = row.dropna()
    header: list[str] = []
    for number, (_, cells) in enumerate(csv_rows(decode(file)), start=1):
        stripped = [cell.strip() for cell in cells]
        header = header or stripped
        cell_of = dict(zip(header, stripped, strict=False))
        if number > 1 and all(_same(cell_of.get(str(name), ""), value) for name, value in known.items()):
            return number
    return None


def _same(cell: str, value: object) -> bool:
    try:
        return cell == value if isinstance(value, str) else float(unicodedata.normalize("NFKC", cell)) == value
    except ValueError:
        return False
