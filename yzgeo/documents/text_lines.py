"""Characters on a page to lines, and lines to paragraphs or to the lines of a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from yzgeo.documents.numbering import NOTE, UNIT, begins_part
from yzgeo.documents.pdf_page import Char
from yzgeo.documents.superscript import raised

SAME_LINE = 0.45
"""Share of the size by which baselines of one line differ at most."""
RAISED_BY = 0.2
SMALL = 0.9
WORD_GAP = 0.22
"""Share of the size that parts Latin words."""
WIDE_GAP = 0.9
"""The same for a gap within Chinese text that is printed as a blank."""
COLUMN_GAP = 2.0
"""Sizes between two columns of text, or things side by side."""
INDENT = 1.4
"""Sizes by which the first line of a paragraph is set in."""
FREE = 0.4
"""Sizes that a full line may leave free beside what did not fit."""
NARROW = 0.6
"""Width of Latin letters and digits in sizes."""
FREE_LINES = 1.75
"""Line heights between two paragraphs with space between them."""
NO_LINE_START = "，。、；：？！）》」』”’】〕％%,.;:?!)]}°/"
NO_LINE_END = "（《「『“‘【〔([{￥$"
QUOTES = "“”‘’"
SIGNS = NO_LINE_START + NO_LINE_END + QUOTES
LATIN = re.compile(r"[A-Za-z]")
CENTRED = 2.5
OFTEN = 0.15
"""Share of the lines that makes a place where they begin a margin."""
DEEPEST_INDENT = 3.0
LEAST_INDENTED = 0.08
"""Share of the full lines that begin paragraphs set in, in a document that sets them in."""
HALF = 0.5
"""Share of its size by which a sign stands off."""
SHORTER = 4.0


class TextLine(NamedTuple):
    """A line of text: its words, where it is, and the size of its letters."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    y: float
    size: float
    column: int = 0
    """How many columns of text there are at its side."""
    score: float | None = None
    """The lowest of its characters, where they were recognised."""


def lines_of(chars: Iterable[Char]) -> list[TextLine]:
    """The lines of characters, from the top, each from the left; what stands apart on one line is several.

    >>> chars = [Char(one, 10 * at, 10 * at + 9, 0, 10, 9, 10, False, False) for at, one in enumerate("面积5")]
    >>> [line.text for line in lines_of(reversed(chars))]
    ['面积5']
    """
    rows: list[list[Char]] = []
    levels: list[tuple[float, float]] = []
    for char in sorted(chars, key=lambda one: (round(one.y, 1), one.x0)):
        place = next(
            (
                at
                for at in range(len(rows) - 1, max(len(rows) - 4, -1), -1)
                if abs(levels[at][0] - char.y) <= SAME_LINE * max(levels[at][1], char.size)
            ),
            None,
        )
        if place is None:
            rows.append([char])
            levels.append((char.y, char.size))
        else:
            rows[place].append(char)
            if char.size > levels[place][1]:
                levels[place] = (char.y, char.size)
    lines = []
    for row in rows:
        lines += _parts(sorted(row, key=lambda one: one.x0))
    return sorted(lines, key=lambda line: (line.y, line.x0))


def _parts(row: list[Char]) -> list[TextLine]:
    """A line, or several where wide gaps part it."""
    words = [char for char in row if not char.text.isspace()]
    if not words:
        return []
    size = Counter(round(char.size, 1) for char in words).most_common(1)[0][0]
    groups: list[list[Char]] = [[]]
    end = words[0].x0
    for char in row:
        if not char.text.isspace():
            if char.x0 - end > COLUMN_GAP * max(size, 1) and groups[-1] and not _has_blank(groups[-1]):
                groups.append([])
            end = max(end, char.x1) if groups[-1] else char.x1
        groups[-1].append(char)
    return [line for group in groups if (line := _line(group, size)) is not None]


def _has_blank(group: list[Char]) -> bool:
    """Whether blanks of the text itself stand at the end."""
    return group[-1].text.isspace()


def _line(group: list[Char], size: float) -> TextLine | None:
    words = [char for char in group if not char.text.isspace()]
    if not words:
        return None
    baseline = Counter(round(char.y, 1) for char in words).most_common(1)[0][0]
    text = ""
    before: Char | None = None
    for char in group:
        if char.text.isspace():
            text += "\u3000" if char.text == "\u3000" else " "
            continue
        if before is not None and text and not text[-1].isspace():
            gap = char.x0 - before.x1
            latin = LATIN.match(before.text) and LATIN.match(char.text)
            sign = before.text in SIGNS or char.text in SIGNS  # whose boxes are half empty
            if gap > (WORD_GAP if latin else WIDE_GAP) * size and not sign:
                text += " "
        high = baseline - char.y > RAISED_BY * size and char.size < SMALL * size
        text += raised(char.text) if high else char.text
        before = char
    top, bottom = min(char.top for char in words), max(char.bottom for char in words)
    if not text.strip():
        return None
    x1 = max(char.x1 for char in words)
    return TextLine(
        text.strip(), words[0].x0, x1, top, bottom, baseline, size, score=lowest(char.score for char in words)
    )


def lowest(scores: Iterable[float | None]) -> float | None:
    """The lowest score; None where nothing was recognised.

    >>> lowest([0.9, None, 0.5]), lowest([None])
    (0.5, None)
    """
    return min((score for score in scores if score is not None), default=None)


def joined(first: str, second: str) -> str:
    """Two lines of a paragraph as one text: with a blank between Latin words.

    >>> joined("到2025", "年"), joined("Zone", "A")
    ('到2025年', 'Zone A')
    """
    return f"{first} {second}" if LATIN.match(first[-1:]) and LATIN.match(second[:1]) else first + second


def _room(size: float, following: str) -> float:
    """How much a full line may leave free: the characters of the next line that stay together did not fit on it."""
    end = 1
    while end < len(following) and _stay_together(following[end - 1], following[end]):
        end += 1
    return size * (FREE + sum(NARROW if one.isascii() else 1 for one in following[:end]))


def _stay_together(before: str, after: str) -> bool:
    """Whether no line is broken between two characters."""
    word = before.isascii() and after.isascii() and not before.isspace() and not after.isspace()
    return word or after in NO_LINE_START or before in f"{NO_LINE_END}/" or before in QUOTES or after in QUOTES


class Margins(NamedTuple):
    """Where the lines of a document begin and end, and whether it sets the first line of paragraphs in."""

    left: float
    right: float
    indented: bool


def margins(lines: list[TextLine]) -> Margins:
    """The margins of the text: where many lines begin, and the farthest that several end."""
    if not lines:
        return Margins(0, 0, False)
    starts = Counter(round(line.x0 / 2) for line in lines)
    often = [start for start, count in starts.items() if count >= max(2, OFTEN * len(lines))]
    left = 2 * min(often) if often else min(line.x0 for line in lines)
    ends = sorted(line.x1 for line in lines)
    right = ends[-1 - len(ends) // 20]
    set_in = [line for line in lines if INDENT < (line.x0 - left) / max(line.size, 1) < DEEPEST_INDENT]
    full = {line for line in lines if line.x1 > right - OFTEN * (right - left)}
    return Margins(left, right, sum(line in full for line in set_in) >= max(2, LEAST_INDENTED * len(full)))


def goes_on(before: TextLine, line: TextLine, edges: Margins, *, same_page: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    size = max(before.size, 1)
    if (
        before.column != line.column
        or abs(before.size - line.size) > 0.15 * size
        or line.x0 - edges.left > INDENT * size
    ):
        return False
    # Where paragraphs are set in, a line that is not goes on, unless the one before it is much too short.
    shorter = SHORTER * size if edges.indented and not before.text.endswith("。") else 0
    shorter += HALF * size if before.text[-1] in SIGNS else 0
    if edges.right - before.x1 > _room(size, line.text) + shorter:
        return False
    centred = (
        before.x0 - edges.left > CENTRED * size and abs((before.x0 - edges.left) - (edges.right - before.x1)) < size
    )
    if centred or begins_part(line.text) or UNIT.match(line.text) or NOTE.match(line.text):
        return False
    pitch = line.y - before.y
    return not same_page or 0 < pitch < FREE_LINES * 1.6 * size


def cell_text(lines: list[TextLine], width: float) -> str:
    """The text of a cell: lines that the width of the cell breaks are joined, others stay lines of their own."""
    text = ""
    before: TextLine | None = None
    for line in lines:
        if before is None:
            text = line.text
        elif abs(line.y - before.y) <= SAME_LINE * line.size:
            text += f" {line.text}"
        elif width - (before.x1 - before.x0) > _room(line.size, line.text):
            text += f"\n{line.text}"
        else:
            text = joined(text, line.text)
        before = line
    return text
