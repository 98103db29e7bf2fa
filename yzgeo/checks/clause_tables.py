"""The tables of the plan as its clauses print them: a clause for each row, its cells apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from yzgeo.checks.clause_figures import OUTSIDE
from yzgeo.checks.passages import CELL
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

ROW = re.compile(r"^(?P<table>.*?\S)\s*第(?P<number>\d+)行$")

UNIT = re.compile(r"单位\s*[:：]\s*([^\s，,；;）)]+)")


class Row(NamedTuple):
    """A row with the clause that it is."""

    clause: str
    cells: list[str]


class Table(NamedTuple):
    """A table: the label of its clause, the cells of its heading (none where it prints none), the unit above it, its rows."""

    label: str
    heading: list[str]
    unit: str
    rows: list[Row]


@cached_per_plan
def clause_tables(plan: Plan) -> list[Table]:
    """All tables whose rows are clauses (表1 第3行), in their order.

    >>> from yzgeo.plan.load import load
    >>> print(*((table.label, len(table.heading), len(table.rows)) for table in clause_tables(load("yinzhou"))))
    ('表1', 5, 23) ('表2', 4, 6) ('附件1', 17, 10) ('附件2', 7, 28) ('附件3', 8, 15)
    """
    tables: dict[str, Table] = {}
    texts = {str(row.clause): str(row.text) for row in plan.clauses.itertuples()}
    for clause, text in texts.items():
        match = ROW.match(clause)
        if match is None or clause.startswith(OUTSIDE) or CELL not in text:
            continue
        label = match["table"]
        if label not in tables:
            headings = [cells(line) for line in texts.get(label, "").splitlines() if CELL in line]
            unit = UNIT.search(texts.get(label, ""))
            tables[label] = Table(label, max(headings, key=len, default=[]), unit[1] if unit else "", [])
        tables[label].rows.append(Row(clause, cells(text)))
    return list(tables.values())


def cells(line: str) -> list[str]:
    """The cells of a row.

    >>> print(cells("合 计 ｜ 1,200 ｜ --"))
    ['合 计', '1,200', '--']
    """
    return [cell.strip() for cell in line.split(CELL)]
