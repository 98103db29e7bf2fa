"""Head rows of a table: which rows they are, and what stands over each column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from yzgeo.documents.numbering import is_unit

NUMBER = re.compile(r"[-+－]?[\d０-９,，.．]+\s*[%％‰]?|[-—－/]+")
YEAR = re.compile(r"(?:19|20)\d\d\s*年?")
ALIKE = 0.6
"""Share of cells that a repeated head row has in common with the first one: some are worded anew."""
DEEPEST = 3
"""Most head rows of a table."""

Row = tuple[str, ...]


def compact(text: str) -> str:
    r"""A text without blanks.

    >>> compact("计划 \n总投资")
    '计划总投资'
    """
    return "".join(text.split())


def is_number(cell: str) -> bool:
    """Whether a cell holds a figure, or a sign for none; a year is a head.

    >>> is_number("16.5％"), is_number("--"), is_number("2025年"), is_number("规上")
    (True, True, False, False)
    """
    return NUMBER.fullmatch(cell.strip()) is not None and YEAR.fullmatch(cell.strip()) is None


def filled(row: Row) -> list[str]:
    """The cells of a row that hold something."""
    return [cell for cell in row if cell.strip()]


def is_over(row: Row) -> bool:
    """Whether a row stands over a whole table: one cell filled, or two of which one is the unit of all.

    >>> is_over(("项目清单", "", "", "单位：亿元")), is_over(("项目清单", "", "")), is_over(("项目", "单位", "", ""))
    (True, True, False)
    """
    words = filled(row)
    return len(words) == 1 or (len(words) == 2 < len(row) and any(map(is_unit, words)))


def head_rows(rows: Sequence[Row], flagged: int = 0) -> int:
    """How many of the first rows are head rows: those the document flags, or the first one, and those below their spans.

    >>> head_rows([("集群", "2020年", ""), ("", "产值", "占比"), ("汽车", "175", "5.5%")])
    2
    >>> head_rows([("指标", "2020年"), ("增加值", "380")]), head_rows([("合计", "380")])
    (1, 0)
    """
    count = flagged if flagged < len(rows) else 0
    if not count and (len(rows) < 2 or any(is_number(cell) for cell in rows[0])):
        return 0
    count = count or 1
    while count < min(DEEPEST, len(rows) - 1):
        above, row = rows[count - 1], rows[count]
        spans = any(not cell.strip() for cell in above[1:])
        covered = [below for cell, below in zip(above[1:], row[1:], strict=True) if not cell.strip()]
        if not spans or not any(cell.strip() for cell in covered) or any(is_number(cell) for cell in row):
            break
        if not row[0].strip() and not above[0].strip() and count > 1:
            break
        count += 1
    return count


def heads(rows: Sequence[Row]) -> Row:
    """What stands over each column: the heads above each other, a spanning head over all that it covers.

    >>> heads([("集群", "2020年", ""), ("", "产值", "占比")])
    ('集群', '2020年 产值', '2020年 占比')
    """
    if not rows:
        return ()
    spread = [list(row) for row in rows]
    for above, below in pairwise(spread):
        for column in range(1, len(above)):
            if not above[column].strip() and below[column].strip():
                above[column] = above[column - 1]
    columns = zip(*spread, strict=True)
    return tuple(" ".join(dict.fromkeys(compact(cell) for cell in column if cell.strip())) for column in columns)


def repeats(row: Row, head: Sequence[Row]) -> bool:
    r"""Whether a row is a head row printed once more, as at the top of a page.

    >>> repeats(("序号", "项目", "投资"), [("序号", "项目", "计划\n投资")]), repeats(("1", "甲", "2"), [("序号", "项目", "投资")])
    (True, False)
    """
    if any(is_number(cell) for cell in row) or len(filled(row)) < 2:
        return False
    for above in head:
        if len(above) != len(row):
            continue
        same = sum(compact(one) == compact(other) for one, other in zip(above, row, strict=True))
        if same >= ALIKE * len(row) and same > sum(not cell.strip() for cell in row):
            return True
    return False


def spread_heads(rows: list[Row]) -> list[Row]:
    """Rows whose first one has fewer cells, since its heads span columns: its cells moved over what they span.

    A copied table does not tell how far a head spans. The first head is over the first column; where a name of the
    second row comes once under each of the others, as 产值 under each year, a span begins with it, the first one with
    what stands before. Else the spans are of one size, or the row stays as it is.

    >>> spread_heads([("集群", "2020年", "2025年"), ("名", "家", "产值", "产值", "增幅")])[0]
    ('集群', '2020年', '', '2025年', '')
    """
    if len(rows) < 2 or not 1 < len(rows[0]) < len(rows[1]) or any(is_number(cell) for cell in rows[1]):
        return rows
    names = [compact(cell) for cell in rows[1][1:]]
    spans = len(rows[0]) - 1
    marks = [name for name, count in Counter(names).items() if count == spans > 1]
    starts = [0, *[at for at, name in enumerate(names) if name == marks[0]][1:]] if marks else []
    if not starts and len(names) % spans == 0:
        starts = list(range(0, len(names), len(names) // spans))
    if len(starts) != spans:
        return rows
    first = [rows[0][0], *[""] * len(names)]
    for start, head in zip(starts, rows[0][1:], strict=True):
        first[1 + start] = head
    return [tuple(first), *rows[1:]]
