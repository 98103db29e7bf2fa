"""The rows of a table do not add up to the total that it prints.

表中各行之和与所印合计不符。

Where a row of a table is headed 合计, 总计 or 小计, each of its columns is added up. Several readings are tried, and any
that fits will do: all rows, those since the last 小计, the 小计 alone, without rows that begin with 其中, the rows of the
highest numbering alone. Decimals may be off by half of their last
printed digit, a sum of whole 亿元 or 亩 by one, things counted not at all. Rates, averages and shares of other
wholes are not added; nor is a column with a blank or a word, of which no more is asked than that what is known is not
more than the total.

表中列有“合计”“总计”“小计”的，逐栏相加核对。几种读法任一相符即可：全部各行、上一小计以来各行、只加小计、不计以“其中”开头的行、只加最高一级编号的行。小数允许末位数字一半的出入，取整的金额、面积之和允许差一，计数不允许。增速、均值、占其他总数的比重不加。有空格或文字的栏，只要求已知各数之和不超过合计。

Found, 3 and 4 where the table prints 8:
查出：3 与 4 合计写作 8。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("table-sums", clauses='''
    ... clause,     text
    ... 表二 第3行, "合计 ｜ 8"''')
    warning clause:表二 第3行: 企业（家）, total of Table 2: printed 8, the rows give 7 (3＋4).

Not found, where it prints 7:
不报：合计写作 7。

    >>> print_findings("table-sums")
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yzgeo.checks.clause_tables import Row, Table, clause_tables
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import is_count, parse
from yzgeo.plan.model import Plan

TITLE = Text("表中合计与各行不符", "Totals of tables and their rows")
UNIT = re.compile(r"[（(]([^（）()]+)[）)]\s*$")
GRAND = re.compile(
    r"^(?:[一二三四五六七八九十\d]+[、.．])?(合计|总计|共计|总和|全区合计|全市合计|全县合计|总\s*计|合\s*计)[：:]?$"
)
PART = re.compile(r"^(?:[一二三四五六七八九十\d]+[、.．])?.{0,8}小\s*计[：:]?$")
INSIDE = re.compile("^其中|^#")
NUMBER = re.compile(
    r"^[约近]?(-?\d[\d,，]*(?:\.\d+)?)\s*(%|％)?(?:亿元|万元|亩|公顷|平方公里|平方米|家|个|人|万人|项)?$"
)
BLANK = re.compile(r"^(?:[-—–/／\\]+|无)?$")
NOT_ADDED = re.compile(
    "序号|编号|年份|增速|增长|增幅|率|均|占全|密度|单价|强度|倍|排名|位次|建设期|年限|年度|工期|期限"
)
LEVELS = (
    re.compile("^[一二三四五六七八九十]+[、.．]"),
    re.compile("^[（(][一二三四五六七八九十]+[）)]"),
    re.compile(r"^\d+[、.．](?!\d)"),
)


def clause(plan: Plan) -> str:
    """The tables with totals, else all tables."""
    tables = clause_tables(plan)
    with_total = [table.label for table in tables if any(_is_total(row) for row in table.rows)]
    return "、".join(with_total or [table.label for table in tables]) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Columns of tables whose total no reading of the rows gives."""
    totals = 0
    for table in clause_tables(plan):
        for position, row in enumerate(table.rows):
            if _is_total(row):
                totals += 1
                yield from _columns(plan, table, position)
    if not totals:
        yield NotChecked(Text("没有印出合计的表", "no table prints a total"))


def _head(row: Row) -> str:
    """The first words of a row: an empty cell or a number of order stands before some."""
    words = [cell for cell in row.cells[:2] if cell and not cell.isdigit()]
    return re.sub(r"\s", "", words[0]) if words else ""


def _is_grand(row: Row) -> bool:
    return bool(GRAND.match(_head(row)))


def _is_part(row: Row) -> bool:
    return bool(PART.match(_head(row)))


def _is_total(row: Row) -> bool:
    return _is_grand(row) or _is_part(row)


def _columns(plan: Plan, table: Table, position: int) -> Iterator[Finding]:
    total = table.rows[position]
    readings = _readings(table, position)
    for column, printed in enumerate(total.cells):
        number = _number(printed)
        heading = table.heading[column] if len(table.heading) == len(total.cells) else ""
        percent = "%" in printed or "％" in printed or "%" in heading
        if number is None or NOT_ADDED.search(heading) or (percent and number != 100):
            continue
        sums = []
        for rows in readings:
            cells = [row.cells[column] for row in rows if len(row.cells) == len(total.cells)]
            numbers = [one for one in map(_number, cells) if one is not None]
            if len(numbers) < 2 or len(cells) < len(rows) or _is_order(numbers):
                continue
            complete = len(numbers) == len(cells)
            slack = sum((_half(one) for one in [*numbers, number]), Decimal(0)) or _whole(heading, table)
            sums.append((numbers, complete, slack))
        if not sums or any(
            abs(sum(numbers) - number) <= slack or (not complete and sum(numbers) <= number)
            for numbers, complete, slack in sums
        ):
            continue
        yield _finding(plan, table, total, heading, column, number, sums[0][0])


def _readings(table: Table, position: int) -> list[list[Row]]:
    """The rows that a total may be the sum of."""
    total = table.rows[position]
    if _is_part(total):
        before = [i for i in range(position) if _is_total(table.rows[i])]
        after = [i for i in range(position + 1, len(table.rows)) if _is_total(table.rows[i])]
        groups = [table.rows[(before[-1] + 1 if before else 0) : position]]
        groups.append(table.rows[position + 1 : (after[0] if after else len(table.rows))])
    else:
        others = table.rows[:position] or table.rows[position + 1 :]
        if position and not any(_is_total(row) for row in table.rows[:position]) and position < len(table.rows) - 1:
            groups = [others, table.rows[position + 1 :]]
        else:
            groups = [others]
        groups += [[row for row in group if not _is_part(row)] for group in list(groups)]
        groups += [[row for row in others if _is_part(row)]]
        groups = [[row for row in group if not _is_grand(row)] for group in groups]
    groups += [[row for row in group if not INSIDE.match(_head(row))] for group in list(groups)]
    for level in LEVELS:
        groups += [
            [row for row in group if any(level.match(cell) for cell in row.cells[:2])] for group in list(groups[:2])
        ]
    return [group for group in groups if group]


def _number(cell: str) -> Decimal | None:
    match = NUMBER.match(cell.replace(" ", ""))
    return Decimal(match[1].replace(",", "").replace("，", "")) if match else None


def _half(number: Decimal) -> Decimal:
    """Half of the last printed digit of a decimal; whole numbers see `_whole`."""
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1) if isinstance(exponent, int) and exponent < 0 else Decimal(0)


def _whole(heading: str, table: Table) -> Decimal:
    """How far a sum of whole numbers may be off: by one where they are measured, since they are rounded."""
    unit = UNIT.search(heading)
    printed = unit[1] if unit else table.unit
    return Decimal(1 if printed and parse(printed).dimension and not is_count(printed) else 0)


def _is_order(numbers: list[Decimal]) -> bool:
    """Whether the numbers of a column without a heading only count its rows."""
    return len(numbers) > 2 and numbers == [Decimal(i) for i in range(1, len(numbers) + 1)]


def _finding(
    plan: Plan, table: Table, total: Row, heading: str, column: int, number: Decimal, parts: list[Decimal]
) -> Finding:
    name = heading or f"{column + 1}"
    column_name = Text(heading or f"第{column + 1}栏", heading or f"column {column + 1}")
    place = plan.place(table.label)
    added = "＋".join(f"{part:,}" for part in parts) if len(parts) <= 12 else f"{len(parts)}"
    added_en = added if len(parts) <= 12 else f"{len(parts)} rows"
    added_zh = added if len(parts) <= 12 else f"{len(parts)} 行"
    return Finding(
        severity="warning",
        consequence="amount",
        subject=f"clause:{total.clause}",
        aspect=name,
        message=Text(
            f"{place.zh}“{_head(total)}”{column_name.zh}印为 {number:,}，各行相加为 {sum(parts):,}（{added_zh}）。",
            f"{column_name.en}, total of {place.en}: printed {number:,}, the rows give {sum(parts):,} ({added_en}).",
        ),
        remedy=Text("核对各行与合计", "check the rows and the total"),
        clause="；".join(dict.fromkeys([total.clause, table.label])),
        values={"printed": float(number), "sum": float(sum(parts))},
    )
