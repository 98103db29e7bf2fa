"""The numbers that Word prints before paragraphs and that are not in their text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from yzgeo.documents.xml_parts import child, is_on, name_of, value

DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
ROMAN_ONES = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
PRIVATE = range(0xE000, 0xF900)
"""Characters of symbol fonts."""
DEEPEST = 9
PLACE = re.compile("%([1-9])")


class Level(NamedTuple):
    """A level of a list: its first number, the format of its numbers, and the text around them."""

    start: int
    form: str
    text: str
    restart: int | None
    decimal: bool
    style: str | None


def chinese(number: int, digits: str = "零一二三四五六七八九", units: tuple[str, str, str] = ("十", "百", "千")) -> str:
    """A number below 10000 as Chinese counts.

    >>> chinese(10), chinese(21), chinese(105), chinese(110)
    ('十', '二十一', '一百零五', '一百一十')
    """
    if not 0 < number < 10000:
        return str(number)
    text, gap = "", False
    for place, unit in zip((1000, 100, 10, 1), (*reversed(units), ""), strict=True):
        digit = number // place % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + unit
            gap = False
        else:
            gap = True
    return text.removeprefix("一") if digits[1] == "一" and 10 <= number < 20 else text


def _roman(number: int) -> str:
    text = ""
    for value_, sign in (*ROMAN, *ROMAN_ONES):
        text += sign * (number // value_)
        number %= value_
    return text


def _letters(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _from(first: str, most: int) -> Callable[[int], str]:
    """Numbers that are characters of their own, from the first on."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else str(number)


FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "chineseLegalSimplified": lambda number: chinese(number, LEGAL, ("拾", "佰", "仟")),
    "ideographDigital": lambda number: "".join(DIGITS[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(DIGITS[int(digit)] for digit in str(number)),
    "taiwaneseDigital": lambda number: "".join(DIGITS[int(digit)] for digit in str(number)),
    "ideographTraditional": lambda number: STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: BRANCHES[(number - 1) % 12],
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㈠", 10),
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + one: ord("０") + one for one in range(10)}),
    "decimalFullWidth2": lambda number: str(number).translate({ord("0") + one: ord("０") + one for one in range(10)}),
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "none": lambda _: "",
}
"""How a number is written, by the format's name; others are written as decimal numbers."""


class Numbering:
    """The lists of a document, which count on as their paragraphs are read in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        links: dict[str, str] = {}
        by_style: dict[str, str] = {}
        for element in () if root is None else root:
            if name_of(element) == "abstractNum":
                key = value(element, "abstractNumId") or ""
                self._levels[key] = {
                    int(value(level, "ilvl") or 0): _level(level) for level in element if name_of(level) == "lvl"
                }
                if (link := value(child(element, "numStyleLink"))) is not None:
                    links[key] = link
                if (style := value(child(element, "styleLink"))) is not None:
                    by_style[style] = key
            elif name_of(element) == "num":
                self._read_list(element)
        for key, link in links.items():
            if link in by_style:
                self._levels[key] = self._levels[by_style[link]]

    def _read_list(self, element: etree._Element) -> None:
        key = value(element, "numId") or ""
        abstract = value(child(element, "abstractNumId")) or ""
        self._lists[key] = abstract
        for override in element:
            if name_of(override) != "lvlOverride":
                continue
            depth = int(value(override, "ilvl") or 0)
            level = child(override, "lvl")
            if level is not None:  # a list of its own from here on
                own = f"{abstract}/{key}"
                self._levels.setdefault(own, dict(self._levels.get(abstract, {})))[depth] = _level(level)
                self._lists[key] = own
            if (start := value(child(override, "startOverride"))) is not None:
                self._starts[key, depth] = int(start)

    def depth_of(self, numbering: str, style: str | None) -> int:
        """The depth at which a list numbers the paragraphs of a style."""
        levels = self._levels.get(self._lists.get(numbering, ""), {})
        return next((depth for depth, level in levels.items() if style and level.style == style), 0)

    def label(self, numbering: str, depth: int) -> str:
        """The number of the next paragraph of a list at a depth; nothing for a list that does not exist."""
        key = self._lists.get(numbering)
        levels = self._levels.get(key or "", {})
        if key is None or depth not in levels:
            return ""
        counts = self._counts.setdefault(key, {})
        if (numbering, depth) in self._starts and (numbering, depth) not in self._begun:
            counts[depth] = self._starts[numbering, depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        self._begun.add((numbering, depth))
        for deeper in range(depth + 1, DEEPEST):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                counts.pop(deeper, None)
        for above in range(depth):
            if above in levels:
                counts.setdefault(above, levels[above].start)
        level = levels[depth]
        if level.form == "bullet":
            return "".join("•" if ord(sign) in PRIVATE else sign for sign in level.text).strip()

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            form = "decimal" if level.decimal or at not in levels else levels[at].form
            return FORMS.get(form, str)(counts.get(at, 0))

        return PLACE.sub(number, level.text).strip()


def _level(element: etree._Element) -> Level:
    restart = value(child(element, "lvlRestart"))
    return Level(
        int(value(child(element, "start")) or 1),
        _form(element),
        value(child(element, "lvlText")) or "",
        None if restart is None else int(restart),
        is_on(child(element, "isLgl")),
        value(child(element, "pStyle")),
    )


def _form(element: etree._Element) -> str:
    """The format of a level's numbers, also where newer Word offers an alternative."""
    own = child(element, "numFmt")
    if own is None:
        own = child(element, "AlternateContent", "Fallback", "numFmt")
    return value(own) or "decimal"
