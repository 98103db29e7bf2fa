"""The targets as rows on one axis: the target of each is 100, so that base, city and actual can be compared."""

from __future__ import annotations

from typing import Any, NamedTuple

from yzgeo.core.i18n import Text, plain
from yzgeo.core.labels import word
from yzgeo.stats.collect import Row

HIGHEST = 125.0
"""Where the axis ends, in percent of the target."""
RATIO_SIGNS = ("%", "‰", "/")
"""What the unit of a ratio holds: the city's ratio can stand beside a district's, its total cannot."""


class Axis(NamedTuple):
    """Places on the axis from 0 to 125, None where a figure is not known or not to be compared."""

    base: float | None
    city: float | None
    actual: float | None


class Block(NamedTuple):
    """Targets of one table, or those of the text, under the headings of their groups.

    `base_year`, `target_year` are those of all rows; None where the rows have several, and so tell their own.
    """

    title: Text
    size: int
    base_year: int | None
    target_year: int | None
    groups: list[tuple[Text | None, list[Row]]]


def axis(row: Row) -> Axis | None:
    """The places of a target's figures; None where the target is no positive figure, or a range.

    >>> row = {"target": 50.0, "target_to": None, "base": 25.0, "city_target": 400.0, "actual": None, "unit": "个"}
    >>> print(axis(row))
    Axis(base=50.0, city=None, actual=None)
    """
    goal = row["target"]
    if goal is None or goal <= 0 or row.get("target_to") is not None:
        return None

    def share(value: float | None) -> float | None:
        return None if value is None else 100.0 * value / goal

    is_ratio = any(sign in str(row["unit"] or "") for sign in RATIO_SIGNS)
    return Axis(share(row["base"]), share(row["city_target"]) if is_ratio else None, share(row["actual"]))


def blocks(rows: list[Row], is_flagged: set[str]) -> list[Block]:
    """The targets by table, then those of text, boxes and annexes; each row has its `axis` and whether it is `flagged`."""
    by_table: dict[str, list[Row]] = {}
    for row in rows:
        source = str(row["source"])
        table = source.partition(" ")[0] if source.startswith("表") else ""
        by_table.setdefault(table, []).append({**row, "axis": axis(row), "flagged": row["target_id"] in is_flagged})
    of_tables = [
        _block(Text(f"{name} 指标", f"Targets of {_table(name)}"), part) for name, part in by_table.items() if name
    ]
    if "" in by_table:
        title = Text("正文、专栏与附件", "Text, boxes and annexes") if of_tables else Text("目标", "Targets")
        of_tables.append(_block(title, by_table[""]))
    return of_tables


def _block(title: Text, rows: list[Row]) -> Block:
    base, target = ({row[name] for row in rows if row[name] is not None} for name in ("base_year", "target_year"))
    years = [next(iter(years)) if len(years) == 1 else None for years in (base, target)]
    return Block(title, len(rows), years[0], years[1], _groups(rows))


def _table(name: str) -> str:
    return f"table {name.removeprefix('表')}"


def _groups(rows: list[Row]) -> list[tuple[Text | None, list[Row]]]:
    by_group: dict[Any, list[Row]] = {}
    for row in rows:
        by_group.setdefault(row.get("group"), []).append(row)
    if len(by_group) == 1 and None in by_group:
        return [(None, rows)]
    return [(word(name) if isinstance(name, str) else plain("—"), part) for name, part in by_group.items()]
