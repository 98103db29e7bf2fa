"""Tables without rules: lines whose parts stand below each other in columns."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from yzgeo.documents import table_heads, text_lines
from yzgeo.documents.text_lines import SAME_LINE, TextLine

LEAST_ROWS = 3
"""Rows of several parts that make a table; fewer are things side by side."""
FARTHEST = 3.5
"""Sizes between the lines of a table."""
LIST_MARK = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．]?|[•●■◆○–—-]+|[①-⑳]")
APART = "  "
"""Between parts of a line that are no table."""

Row = list[TextLine]
Band = tuple[float, float]


class Aligned(NamedTuple):
    """A table without rules: its rows, the left edges of its columns and its right edge, and where it begins and ends."""

    rows: list[tuple[str, ...]]
    xs: list[float]
    top: float
    bottom: float
    score: float | None = None


def find(lines: list[TextLine]) -> tuple[list[TextLine], list[Aligned]]:
    """The lines outside of such tables, the parts of each put together, and the tables.

    >>> def line(text, x, y): return TextLine(text, x, x + 10 * len(text), y - 8, y, y, 10)
    >>> cells = [("片区", 0), ("面积", 90)], [("甲区", 0), ("5", 90)], [("乙区", 0), ("6", 90)]
    >>> found = [line(text, x, 20 * at) for at, row in enumerate(cells) for text, x in row]
    >>> find(found)[1][0].rows
    [('片区', '面积'), ('甲区', '5'), ('乙区', '6')]
    """
    rows: list[Row] = []
    for line in lines:
        if rows and abs(rows[-1][0].y - line.y) <= SAME_LINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    rest: list[TextLine] = []
    tables: list[Aligned] = []
    at = 0
    while at < len(rows):
        end = at + 1
        while len(rows[at]) > 1 and end < len(rows) and _near(rows[end - 1], rows[end]):
            end += 1
        table, taken = _table(rows[at:end]) if len(rows[at]) > 1 else (None, 0)
        if table is not None:
            tables.append(table)
            at += taken
        else:
            rest.append(_whole(rows[at]))
            at += 1
    return rest, tables


def _near(above: Row, row: Row) -> bool:
    return row[0].y - above[0].y <= FARTHEST * max(row[0].size, above[0].size)


def _whole(row: Row) -> TextLine:
    """The parts of a line as one line."""
    row = sorted(row, key=lambda line: line.x0)
    return row[0]._replace(text=APART.join(line.text for line in row), x1=row[-1].x1)


def _table(rows: list[Row]) -> tuple[Aligned | None, int]:
    """The table that rows begin with, and how many of them it has."""
    width = max(len(row) for row in rows)
    full = [sorted(row, key=lambda line: line.x0) for row in rows if len(row) == width]
    bands = [(min(row[at].x0 for row in full), max(row[at].x1 for row in full)) for at in range(width)]
    if any(left[1] >= right[0] for left, right in pairwise(bands)):
        return None, 0
    count = 0
    while count < len(rows) and _fits(rows[count], bands):
        count += 1
    while count and len(rows[count - 1]) == 1:
        count -= 1
    if sum(len(row) > 1 for row in rows[:count]) < LEAST_ROWS:
        return None, 0
    cells = [_cells(row, bands) for row in rows[:count]]
    if width == 2 and all(LIST_MARK.fullmatch(row[0]) for row in cells if row[0]):
        return None, 0
    lines = [line for row in rows[:count] for line in row]
    xs = [*(band[0] for band in bands), max(line.x1 for line in lines)]
    return Aligned(
        _put_together(cells),
        xs,
        min(line.top for line in lines),
        max(line.bottom for line in lines),
        text_lines.lowest(line.score for line in lines),
    ), count


def _fits(row: Row, bands: list[Band]) -> bool:
    """Whether each part of a row stands in a column, or a head over several whole ones."""
    if len(row) > 1:
        return len({_band(line, bands) for line in row}) == len(row)
    column = _band(row[0], bands)
    return column + 1 == len(bands) or row[0].x1 < bands[column + 1][0]


def _band(line: TextLine, bands: list[Band]) -> int:
    """The column that a part of a line stands in: the first one it overlaps, or the nearest."""
    over = [at for at, (left, right) in enumerate(bands) if line.x0 <= right and line.x1 >= left]
    middle = (line.x0 + line.x1) / 2
    return over[0] if over else min(range(len(bands)), key=lambda at: abs(middle - sum(bands[at]) / 2))


def _cells(row: Row, bands: list[Band]) -> tuple[str, ...]:
    by_column = {_band(line, bands): line.text for line in row}
    return tuple(by_column.get(at, "") for at in range(len(bands)))


def _put_together(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rows of which the further lines of a cell are in the row that they belong to."""
    whole: list[tuple[str, ...]] = []
    for row in rows:
        words = table_heads.filled(row)
        further = (
            whole
            and not row[0]
            and len(words) < max(len(row) - 1, 2)
            and not any(table_heads.is_number(cell) for cell in words)
            and all(whole[-1][at] for at, cell in enumerate(row) if cell)
        )
        if further:
            pairs = zip(whole[-1], row, strict=True)
            whole[-1] = tuple(text_lines.joined(high, low) if low else high for high, low in pairs)
        else:
            whole.append(row)
    return whole
