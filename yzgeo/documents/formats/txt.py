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
from yzgeo.documents.block import PAGE, Block, row_of
from yzgeo.documents.numbering import annex_of, begins_part, caption_of, mark_of
from yzgeo.documents.table_heads import is_number, spread_heads

TITLE = Text("文本", "text")
SUFFIXES = (".txt",)
END_OF_TABLE = 2
"""So many blank lines end a table."""
PAGE_NUMBER = re.compile(r"[-—–―]\s*\d{1,4}\s*[-—–―]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?")
LEAST_LINES = 10
FULL = 0.9
"""Which line, in order of width, is a full one."""
LEAST_ROWS, LONGEST_LINE = 2, 30
"""Rows of a table that shows how wide it is; characters of a line of a cell."""
BEHIND_TABLE = re.compile(r"(?:备?注|说明|数据来源|资料来源)[：:]|\d{1,2}(?:\.\d{1,2})*[\s　]+[\u4e00-\u9fff]")
"""What stands behind a table and in none of its cells: a note, a heading numbered 3.1."""
LONGEST_GROUP = 20
"""Characters of a line that heads a group of rows."""
SENTENCE_ENDS = "。；：！？"
NARROWEST, WIDEST = 16, 60
"""Chinese characters; no page has narrower or wider lines."""
RAGGED = 2.5
"""Widths by which full lines differ, since some signs begin no line."""
LEAST_FULL = 0.4
"""Share of full lines within sentences in a text that breaks its lines."""
LATIN_END, LATIN_START = re.compile("[A-Za-z]$"), re.compile("[A-Za-z]")
LINE_ENDS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def read(file: Path) -> list[Block]:
    """The paragraphs and rows of a text file in UTF-8, GBK or UTF-16."""
    return blocks_of(unwrapped(LINE_ENDS.split(decode(file))))


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
                kind = PAGE if PAGE_NUMBER.fullmatch(line.strip()) else "paragraph"
                blocks.append(Block(kind, line.strip()))
        if rows:
            width = max(map(len, rows))
            padded = [row + ("",) * (width - len(row)) for row in spread_heads(rows)]
            blocks += [row_of(row, table, number) for number, row in enumerate(padded)]
            table += 1
    return blocks


def unwrapped(lines: list[str]) -> list[str]:
    r"""The lines of a text that breaks its lines at one width, as copies of PDF files do, with those of a paragraph joined.

    >>> text = ["  规划面积约5平方公里，工业总产值达到", "2025年的380亿元以上，建设专业园区3", "个。"] * 4
    >>> unwrapped(text)[0]
    '  规划面积约5平方公里，工业总产值达到2025年的380亿元以上，建设专业园区3个。'
    >>> unwrapped(["一、总则", "面积5平方公里。"])
    ['一、总则', '面积5平方公里。']
    """
    words = [line for line in lines if line.strip() and "\t" not in line]
    if len(words) < LEAST_LINES:
        return lines
    full = sorted(map(_width, words))[int(FULL * len(words))]
    broken = [line for line in words if abs(_width(line) - full) <= RAGGED and line.rstrip()[-1] not in SENTENCE_ENDS]
    if not NARROWEST <= full <= WIDEST or len(broken) < LEAST_FULL * len(words):
        return lines
    joined: list[str] = []
    open_line = False
    for line in lines:
        starts = (
            line.startswith(("  ", "\u3000", "\t")) or begins_part(line.strip()) or mark_of(line.strip()) is not None
        )
        if open_line and line.strip() and not starts and not PAGE_NUMBER.fullmatch(line.strip()):
            between = " " if LATIN_END.search(joined[-1]) and LATIN_START.match(line) else ""
            joined[-1] += between + line.strip()
        else:
            joined.append(line)
        open_line = "\t" not in line and full - RAGGED <= _width(line)
    return joined


def _width(line: str) -> float:
    """The width of a line in Chinese characters."""
    return sum(0.5 if one.isascii() else 1 for one in line.rstrip())


def _tabbed_table(lines: list[str], start: int) -> tuple[list[tuple[str, ...]], int]:
    """Rows of a line each, their cells parted by tabs, and the position behind them.

    Blank lines between rows are of the table where the columns agree: between a head and its first row so many as
    follow each row, or before a row with figures where the one above has them.
    """
    rows: list[tuple[str, ...]] = []
    position, spacing = start, 0
    while position < len(lines):
        at = next((at for at in range(position, len(lines)) if lines[at].strip()), len(lines))
        blanks = at - position
        row = _cells(lines[at]) if at < len(lines) and "\t" in lines[at].strip("\n ") else ()
        if blanks and len(rows) == 1 and row and len(row) == len(rows[0]):
            spacing = blanks
        if row and (not blanks or (len(row) == len(rows[-1]) and (blanks == spacing or _alike(rows[-1], row)))):
            rows.append(row)
            position = at + 1
        elif not blanks and _is_group(lines, position, len(rows[-1])):
            rows.append((lines[position].strip(),))
            position += 1
        else:
            break
    return rows, position


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("\t"))


def _alike(above: tuple[str, ...], row: tuple[str, ...]) -> bool:
    """Whether two rows have figures in the same columns."""
    figures = [is_number(cell) for cell in row]
    return any(figures) and figures == [is_number(cell) for cell in above]


def _is_group(lines: list[str], position: int, width: int) -> bool:
    """Whether a line without tabs heads a group of rows: short, before a row of figures as wide as the one above."""
    line = lines[position].strip()
    below = lines[position + 1].split("\t") if position + 1 < len(lines) else []
    of_table = len(below) == width and any(is_number(cell) for cell in below)
    return bool(line) and of_table and len(line) <= LONGEST_GROUP and not caption_of(line) and not annex_of(line)


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
        elif blanks >= END_OF_TABLE or begins_part(line.strip()) or (blanks and _is_done(groups, lines, position)):
            break
        else:
            groups[-1][-1] = f"{groups[-1][-1]}\n{line.strip()}".strip("\n")
            blanks = 0
        position += 1
    return [tuple(group) for group in groups], position


def _is_done(groups: list[list[str]], lines: list[str], position: int) -> bool:
    """Whether words behind a whole row and a blank line are no cell of it: a note, a heading, or prose at the end."""
    if len(groups) < LEAST_ROWS or not 1 < len(groups[0]) <= len(groups[-1]):
        return False
    line = lines[position].strip()
    if BEHIND_TABLE.match(line):
        return True
    ahead: list[str] = []
    for at in range(position, len(lines)):
        if (
            lines[at].startswith("\t")
            or begins_part(lines[at].strip())
            or not "".join(lines[at : at + END_OF_TABLE]).strip()
        ):
            break
        ahead.append(lines[at])
    followed = position + len(ahead) < len(lines) and lines[position + len(ahead)].startswith("\t")
    return not followed and any("。" in one or len(one) > LONGEST_LINE for one in ahead)


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
