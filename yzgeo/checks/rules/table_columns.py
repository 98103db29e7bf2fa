"""One row of a table breaks what its columns have in common in all other rows.

表中某一行与其余各行的栏间关系不符。

Where a column is the sum of two or more others in all rows but one (总面积 = 工业用地 + 其他用地; 2022年 + 增减 = 2035年), or the share of one in
another (占比 = 工业用地 ÷ 总面积), that row is told. The other rows have to be three at least, and the headings have to speak of a sum,
a change or a share, so that chance does not make a relation. Rounding counts. A total that its rows do not make is
`table-sums`.

某栏在除一行之外的各行都等于另几栏之和（总面积＝工业用地＋其他用地；2022年＋增减＝2035年），或都等于一栏占另一栏的比重（占比＝工业用地÷总面积）的，指出不符的那一行。其余各行须至少三行，栏名须表明合计、增减或占比，以免巧合。取整计入。合计与各行不符的见 `table-sums`。

Found, 80 % of 10 where 7 are stated, while the other rows divide:
查出：10 的 80% 写作 7，而其余各行均相符。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> table = '''
    ... clause,     text
    ... 表三,       "板块 ｜ 总面积 ｜ 工业用地 ｜ 占比"
    ... 表三 第1行, "甲 ｜ 10 ｜ 7 ｜ {share}"
    ... 表三 第2行, "乙 ｜ 20 ｜ 12 ｜ 60%"
    ... 表三 第3行, "丙 ｜ 30 ｜ 15 ｜ 50%"
    ... 表三 第4行, "丁 ｜ 40 ｜ 10 ｜ 25%"'''
    >>> print_findings("table-columns", clauses=table.format(share="80%"))
    warning clause:表三 第1行: 表三 第1行: 甲, 占比 is printed as 80%; 7 ÷ 10 (工业用地 ÷ 总面积), as in the other rows, is 70.

Not found, 70 %:
不报：写作 70%。

    >>> print_findings("table-columns", clauses=table.format(share="70%"))
    nothing found
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yzgeo.checks.clause_tables import Table, clause_tables
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.table_figures import TOTAL, number
from yzgeo.core.i18n import Text
from yzgeo.core.units import rounded, rounding
from yzgeo.plan.model import Plan

TITLE = Text("表中某行与栏间关系不符", "A row against the columns of its table")
FEWEST = 3
"""So many other rows have to agree."""
LONGEST = 6
"""So many columns are added at most."""
SHARE = re.compile("占|比|率|[%％]")
OF_A_SUM = re.compile("增减|变化|增量|净增|增加|减少|合计|总|小计|其中|剩余|其余|其他|已|可|未")
ORDER = re.compile("序号|编号|年限|年份|排名")


class Relation(NamedTuple):
    """A column that others make in the rows: its place, the places of the others, whether they are divided."""

    column: int
    others: tuple[int, ...]
    divided: bool


def clause(plan: Plan) -> str:
    """The tables with such columns, else all tables."""
    with_relations = [table.label for table in clause_tables(plan) if _held(table)]
    return "、".join(with_relations or [table.label for table in clause_tables(plan)]) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Rows that alone break a relation of columns."""
    compared = False
    for table in clause_tables(plan):
        told: set[str] = set()
        for relation, broken in _held(table):
            compared = True
            if broken is None or table.rows[broken].clause in told:
                continue
            row = table.rows[broken]
            if not relation.divided and any(TOTAL.match(cell) for cell in row.cells[:2]):
                continue  # told by table-sums
            told.add(row.clause)
            yield _finding(plan, table, relation, broken)
    if not compared:
        yield NotChecked(
            Text("没有各栏之间有合计、增减或占比关系的表", "no table has columns that are sums or shares of others")
        )


def _held(table: Table) -> list[tuple[Relation, int | None]]:
    """The relations that all rows have, or all but one, with the one."""
    rows = [(i, row.cells) for i, row in enumerate(table.rows) if len(row.cells) == len(table.heading)]
    if len(rows) <= FEWEST:
        return []
    held = []
    for relation in _possible(table.heading):
        known = [(i, _computed(cells, relation), cells[relation.column]) for i, cells in rows]
        judged = [(i, fits) for i, numbers, cell in known if (fits := _fits(numbers, cell)) is not None]
        failed = [i for i, fits in judged if not fits]
        if len(judged) - len(failed) >= FEWEST and len(failed) <= 1:
            held.append((relation, failed[0] if failed else None))
    return held


def _possible(heading: Sequence[str]) -> Iterator[Relation]:
    """Relations that the headings speak of: shares of two columns before, and sums of columns side by side."""
    columns = [i for i, head in enumerate(heading) if not ORDER.search(head)]
    for column in columns:
        if SHARE.search(heading[column]):
            before = [i for i in columns if i < column and not SHARE.search(heading[i])]
            for part, whole in itertools.permutations(before[-4:], 2):
                yield Relation(column, (part, whole), divided=True)
    plain = [i for i in columns if not SHARE.search(heading[i])]
    for start, width in itertools.product(range(len(plain)), range(3, LONGEST + 2)):
        window = plain[start : start + width]
        if len(window) < width or not any(OF_A_SUM.search(heading[i]) for i in window):
            continue
        for column in {window[0], window[-1], window[1] if width == 3 else window[0]}:
            yield Relation(column, tuple(i for i in window if i != column), divided=False)


def _computed(cells: Sequence[str], relation: Relation) -> tuple[float, float, float] | None:
    """What the other columns give in a row: likely, least, most; None where one is no number or nought alone."""
    numbers = [number(cells[i]) for i in relation.others]
    if any(one is None for one in numbers):
        return None
    values = [one for one in numbers if one is not None]
    slacks = [rounding(one) if one % 1 else 0.0 for one in values]
    if relation.divided:
        (part, whole), (half, other) = values, slacks
        if part <= 0 or whole <= 0:
            return None
        return 100 * part / whole, 100 * (part - half) / (whole + other), 100 * (part + half) / (whole - other)
    if sum(1 for one in values if one) < 2:
        return None
    return sum(values), sum(values) - sum(slacks), sum(values) + sum(slacks)


def _fits(numbers: tuple[float, float, float] | None, cell: str) -> bool | None:
    """Whether a cell is what the others give; None where it is no number."""
    printed = number(cell)
    if numbers is None or printed is None:
        return None
    slack = 1e-9 * max(1.0, abs(printed)) + (rounding(printed) if printed % 1 or "%" in cell or "％" in cell else 0.0)
    return numbers[1] - slack <= printed <= numbers[2] + slack


def _finding(plan: Plan, table: Table, relation: Relation, broken: int) -> Finding:
    row = table.rows[broken]
    likely, _, _ = _computed(row.cells, relation) or (0.0, 0.0, 0.0)
    place = plan.place(row.clause)
    name = next((cell for cell in row.cells if re.search(r"[\u4e00-\u9fff]", cell)), "")
    sign = " ÷ " if relation.divided else "＋"
    cells, heads = (sign.join(of[i] for i in relation.others).replace("＋-", "－") for of in (row.cells, table.heading))
    head, cell = table.heading[relation.column], row.cells[relation.column]
    return Finding(
        severity="warning",
        consequence="amount",
        subject=f"clause:{row.clause}",
        aspect=head,
        message=Text(
            f"{place.zh}：{name}“{head}”印为 {cell}；按其余各行的关系（{heads}），{cells} 应为 {rounded(likely)}。",
            f"{place.en}: {name}, {head} is printed as {cell}; {cells} ({heads}), as in the other rows, is {rounded(likely)}.",
        ),
        remedy=Text("核对该行各数", "check the numbers of the row"),
        clause="；".join(dict.fromkeys([row.clause, table.label])),
        values={"printed": cell, "computed": likely, "columns": [table.heading[i] for i in relation.others]},
    )
