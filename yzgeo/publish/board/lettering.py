"""How wide lines of type are, and where they break: the sheet is composed before a browser sees it.

The widths are those of Noto Sans CJK and Noto Serif CJK; typefaces of Windows and macOS differ by a few percent.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate, takewhile

from yzgeo.publish.board.svg import PT

FIRST = 32
SANS = (
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
    555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
    723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
    554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
    270, 338, 555,
)  # fmt: skip
BOLD = (
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590, 590, 590,
    590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853,
    749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644,
    581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378,
    296, 378, 590,
)  # fmt: skip
SERIF = (
    250, 355, 447, 615, 589, 966, 803, 235, 400, 400, 485, 603, 335, 370, 335, 400, 588, 588, 588, 588, 588, 588, 588,
    588, 588, 588, 335, 335, 603, 603, 603, 473, 970, 746, 708, 702, 789, 666, 648, 757, 864, 426, 428, 767, 642, 1001,
    815, 785, 673, 785, 751, 597, 695, 818, 734, 1091, 726, 701, 627, 372, 400, 372, 603, 593, 447, 585, 672, 565, 658,
    572, 402, 596, 687, 349, 335, 651, 355, 1008, 685, 623, 671, 640, 500, 499, 393, 678, 578, 874, 599, 582, 517, 380,
    338, 380, 603,
)  # fmt: skip
"""Thousandths of the size, of the characters from the blank on."""
NARROW = {"·": 1.0, "—": 0.93, "–": 0.6, "′": 0.33, "°": 0.4, "²": 0.43, "−": 0.6}
WIDE = 1.0
OTHER = 0.65
NO_START = "，。、；：？！）》”’…％%)],.;:?!/"
"""No line begins with these."""
NO_END = "（《“‘([/"
ELLIPSIS = "…"


def width(words: str, size: float, *, bold: bool = False, serif: bool = False, spacing: float = 0.0) -> float:
    """Millimetres that a line takes at a size in points.

    >>> print(f"{width('鄞州', 10):.2f} {width('12', 10):.2f}")
    7.06 3.92
    """
    table = SERIF if serif else BOLD if bold else SANS
    return sum(_em(character, table) for character in words) * size * PT + spacing * len(words)


def _em(character: str, table: tuple[int, ...]) -> float:
    place = ord(character) - FIRST
    if 0 <= place < len(table):
        return table[place] / 1000
    if character in NARROW:
        return NARROW[character]
    if unicodedata.combining(character):
        return 0.0
    # Punctuation such as quotation marks is as wide as a Chinese character in a Chinese typeface.
    is_letter = place < 0x250 and unicodedata.category(character)[0] == "L"
    return OTHER if is_letter else WIDE


def wrap(words: str, room: float, size: float, lines: int, *, bold: bool = False, serif: bool = False) -> list[str]:
    """A text in at most so many lines of a width in millimetres; what does not fit ends in an ellipsis.

    >>> print(wrap("甲乙丙丁，戊", 4 * 10 * PT, 10, 2))
    ['甲乙丙', '丁，戊']
    >>> print(wrap("one two three four five", 8 * 10 * PT * 0.6, 10, 2))
    ['one two', 'three …']
    """
    parts: list[str] = []
    rest = words.strip()
    while rest and len(parts) < lines:
        cut = _break(rest, room, size, bold, serif)
        if len(parts) == lines - 1 and cut < len(rest):
            parts.append(shortened(rest, room, size, bold=bold, serif=serif))
            break
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return parts


def shortened(words: str, room: float, size: float, *, bold: bool = False, serif: bool = False) -> str:
    """A text that fits one line: whole, or its beginning with an ellipsis.

    >>> print(shortened("甲乙丙丁", 3 * 10 * PT, 10), shortened("甲乙", 3 * 10 * PT, 10))
    甲乙… 甲乙
    """
    if width(words, size, bold=bold, serif=serif) <= room:
        return words
    kept = len(words)
    while kept and width(words[:kept] + ELLIPSIS, size, bold=bold, serif=serif) > room:
        kept -= 1
    blank = words.rfind(" ", 0, kept)
    if words[kept : kept + 1].isascii() and words[kept - 1 : kept].isascii() and blank > kept // 2:
        kept = blank + 1
    return words[:kept] + ELLIPSIS


def middle_cut(words: str, room: float, size: float, *, bold: bool = False, serif: bool = False) -> str:
    """A text that fits one line: whole, or its beginning and its end with an ellipsis between.

    >>> print(middle_cut("甲乙丙丁戊己", 5 * 10 * PT, 10), middle_cut("甲乙", 5 * 10 * PT, 10))
    甲乙…戊己 甲乙
    """
    if width(words, size, bold=bold, serif=serif) <= room:
        return words
    cuts = ((words[: kept - kept // 2], words[len(words) - kept // 2 :]) for kept in range(len(words) - 1, -1, -1))
    lines = (start.rstrip() + ELLIPSIS + end.lstrip() for start, end in cuts)
    return next((line for line in lines if width(line, size, bold=bold, serif=serif) <= room), "")


def distinct(names: Sequence[str], room: float, size: float, *, bold: bool = False) -> list[str]:
    """Names that fit one line each, and no two alike: one that is too long keeps its beginning, or its beginning and end.

    Names that are alike as they are, or however they are cut, have their place in the list before them.

    >>> print(distinct(["甲乙丙丁戊己一", "甲乙丙丁戊己二", "东城"], 5 * 10 * PT, 10))
    ['甲乙…己一', '甲乙…己二', '东城']
    >>> print(distinct(["东城", "东城"], 5 * 10 * PT, 10))
    ['1 东城', '2 东城']
    """
    lines = list(names)
    for cut in (shortened, middle_cut):
        alike = Counter(lines)
        lines = [
            cut(name, room, size, bold=bold) if alike[line] > 1 or width(line, size, bold=bold) > room else line
            for name, line in zip(names, lines, strict=True)
        ]
    alike = Counter(lines)
    return [
        middle_cut(f"{number} {name}", room, size, bold=bold) if alike[line] > 1 else line
        for number, (name, line) in enumerate(zip(names, lines, strict=True), start=1)
    ]


def wrapped(words: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """A text whole, in as many lines as it needs.

    >>> print(wrapped("甲乙丙丁，戊", 4 * 10 * PT, 10))
    ['甲乙丙', '丁，戊']
    """
    return wrap(words, room, size, len(words), bold=bold)


def whole_names(
    names: Sequence[str], room: float, size: float, lines: int, between: str, more: Callable[[int], str]
) -> list[str]:
    """A list of names in lines: as many as fit whole, and how many more there are.

    Parameters
    ----------
    between
        What stands between two names.
    more
        The words for so many left out.

    >>> print(whole_names(["甲区", "乙区", "丙区"], 7 * 10 * PT, 10, 1, "、", lambda count: f"等 {count + 1} 个"))
    ['甲区等 3 个']
    """
    taken = accumulate(width(name + between, size) for name in names)
    most = sum(1 for _ in takewhile(lambda end: end <= (room + width(between, size)) * lines, taken))
    for kept in range(min(most + 1, len(names)), -1, -1):
        left_out = len(names) - kept
        words = between.join(names[:kept]) + (more(left_out) if left_out else "")
        if len(listed := wrapped(words, room, size)) <= lines:
            return listed
    return []


def _break(words: str, room: float, size: float, bold: bool, serif: bool) -> int:
    """Where the first line ends."""
    end, taken = 0, 0.0
    while end < len(words):
        taken += width(words[end], size, bold=bold, serif=serif)
        if taken > room:
            break
        end += 1
    if end >= len(words):
        return len(words)
    for cut in range(end, 0, -1):
        before, after = words[cut - 1], words[cut]
        if after in NO_START or before in NO_END:
            continue
        if before.isascii() and after.isascii() and before != " " and after != " ":
            continue
        return cut
    return max(end, 1)
