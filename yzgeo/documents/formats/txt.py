r"""Read text files: a paragraph a line, and tables as Word and browsers copy them.

Such a copy puts a tab before each cell, a blank line between rows, and the lines of a cell below each other. A line
without a tab goes on with the cell above, until two blank lines, or a line that begins a new part, end the table.
Where rows are lines and cells are parted by tabs, that is a table as well.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode
from yzgeo.documents.block import Block, row_of
from yzgeo.documents.numbering import begins_part
from yzgeo.documents.table_heads import spread_heads

TITLE = Text("文本", "text")
SUFFIXES = (".txt",)
END_OF_TABLE = 2
"""So many blank lines end a table."""
LINE_ENDS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def read(file: Path) -> list[Block]:
    """The paragraphs and rows of a text file in UTF-8, GBK or UTF-16."""
    return blocks_of(LINE_ENDS.split(decode(file)))


def blocks_of(lines: list[str]) -> list[Block]:
    r"""The blocks of lines.

    >>> lines = ["表1 指标", "", "\t指标", "\t目标", "", "\t增加值", "\t高于", "全国", "", "", "三、布局"]
    >>> [block.cells or block.text for block in blocks_of(lines)]
    ['表1 指标', ('指标', '目标'), ('增加值', '高于\n全国'), '三、布局']
    """
    blocks: list[Block] = []
    table = 0
    position = 0
    while position < len(lines):
        line = lines[position]
        if line.startswith("\t") and "\t" not in line[1:]:
            rows, position = _copied_table(lines, position)
        elif "\t" in line.strip():
            rows, position = _tabbed_table(lines, position)
        else:
            rows, position = [], position + 1
            if line.strip():
                blocks.append(Block("paragraph", line.strip()))
        if rows:
            width = max(map(len, rows))
            padded = [row + ("",) * (width - len(row)) for row in spread_heads(rows)]
            blocks += [row_of(row, table, number) for number, row in enumerate(padded)]
            table += 1
    return blocks


def _tabbed_table(lines: list[str], start: int) -> tuple[list[tuple[str, ...]], int]:
    """Rows of a line each, their cells parted by tabs, and the position behind them."""
    rows = []
    position = start
    while position < len(lines) and "\t" in lines[position].strip("\n "):
        rows.append(tuple(cell.strip() for cell in lines[position].split("\t")))
        position += 1
    return rows, position


def _copied_table(lines: list[str], start: int) -> tuple[list[tuple[str, ...]], int]:
    """Rows of a cell a line, a tab before each, and the position behind them."""
    groups: list[list[str]] = []
    position, blanks = start, END_OF_TABLE
    while position < len(lines):
        line = lines[position]
        if line.startswith("\t"):
            if blanks and not (groups and _is_rest(groups, lines, position)):
                groups.append([])
            groups[-1].append(line.strip())
            blanks = 0
        elif not line.strip():
            blanks += 1
        elif blanks >= END_OF_TABLE or begins_part(line.strip()):
            break
        else:
            groups[-1][-1] = f"{groups[-1][-1]}\n{line.strip()}".strip("\n")
            blanks = 0
        position += 1
    return [tuple(group) for group in groups], position


def _is_rest(groups: list[list[str]], lines: list[str], position: int) -> bool:
    """Whether the cells from a position on complete the row above, which a cell that ends in blank lines cut in two."""
    widths = {len(group) for group in groups[:-1]}
    have = len(groups[-1])
    if not widths or have in widths:
        return False
    ahead = 0
    for line, following in pairwise([*lines[position:], ""]):
        ahead += line.startswith("\t")
        if not following.strip() and (line.startswith("\t") or line.strip()):
            rest = next((later for later in lines[position + ahead :] if later.strip()), "")
            if rest.startswith("\t") or not rest:
                break
        if ahead > max(widths):
            break
    return have + ahead in widths
