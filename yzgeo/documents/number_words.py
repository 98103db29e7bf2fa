"""Numbers that a plan writes in words: 六平方公里, 百分之十二, 三成, 翻一番; what they may be read as, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from yzgeo.core.unit_grammar import is_count
from yzgeo.documents.numbers import CHINESE, DIGITS, POWERS, number, unit_at
from yzgeo.documents.words import Words

WHOLE = CHINESE.removesuffix("+")
POINTED = rf"{WHOLE}{{1,12}}(?:点[零〇一二三四五六七八九]{{1,4}})?"
UP_TO = "[至到—–～~-]{1,2}"
HUNDREDTHS = re.compile(rf"百分之(?P<low>{POINTED})(?:{UP_TO}(?:百分之)?(?P<high>{POINTED}))?")
TENTHS = re.compile(
    rf"(?<!{WHOLE})(?P<low>[一二两三四五六七八九])(?:{UP_TO}(?P<high>[二三四五六七八九]))?成(?P<half>半)?"
    r"(?![立果为员就功本品长分套熟效不都绩])"
)
TIMES = re.compile(rf"翻(?:了|上)?{WHOLE}?番|(?<![0-9])(?P<low>{POINTED})倍")
SUM = re.compile(r"[“\"][0-9０-９]+(?:[+＋][0-9０-９]+)+[”\"](?=[家个项条座户])")
PLAIN = re.compile(
    rf"(?<![第数几每0-9０-９.．])(?<!最后)(?P<low>{POINTED})(?:{UP_TO}(?P<high>{POINTED}))?(?:余|多)?(?!分之|级|[大届])"
)
BARE_POWER = re.compile(r"(?:超过?|突破|冲破|达到?|近|约|过|上)$")
"""Before 百, 千 or 万 alone, which else is a figure of speech: 千家万户."""
SLOGANS = {"个", "项", "条", "类", "种"}
"""Units of which few make a slogan (五个坚持), and no figure."""
FEW = 10
LONGEST_UNIT = 12


class InWords(NamedTuple):
    """A number in words: what it may be read as in plain digits, as the unit is taken, and its characters."""

    readings: tuple[str, ...]
    start: int
    end: int


def find(text: str, words: Words) -> list[InWords]:
    """The numbers in words of a text that count or measure something; manners of speaking are none.

    >>> from yzgeo.documents.words import load
    >>> text = "面积六平方公里，占百分之十二点五，三成以上翻一番，产值一千二百亿元，三百至三百五十家，第一个，一批，一轴两带"
    >>> for one in find(text, load()):
    ...     print(text[one.start : one.end], *one.readings)
    六平方公里 6
    百分之十二点五 12.5
    三成 30
    翻一番
    一千二百亿元 1200 120000000000
    三百至三百五十家 300 350
    """
    found: list[InWords] = []
    for one in (*_shares(text), *_counted(text, words)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _shares(text: str) -> Iterator[InWords]:
    for match in HUNDREDTHS.finditer(text):
        ends = [_pointed(words) for words in (match["low"], match["high"]) if words]
        yield InWords(tuple(filter(None, ends)), *match.span())
    for match in TENTHS.finditer(text):
        tenths = [10 * DIGITS[digit] for digit in (match["low"], match["high"]) if digit]
        tenths[-1] += 5 * bool(match["half"])
        yield InWords(tuple(map(str, tenths)), *match.span())
    for match in TIMES.finditer(text):
        times = _pointed(match["low"]) if match["low"] else None
        yield InWords((times,) if times else (), *match.span())
    for match in SUM.finditer(text):
        yield InWords((), match.start(), match.end() + 1)


def _counted(text: str, words: Words) -> Iterator[InWords]:
    for match in PLAIN.finditer(text):
        unit, end = _unit(text, match, words)
        readings = _readings(match["low"]) + (_readings(match["high"]) if match["high"] else ())
        if not unit or not readings:
            continue
        if all(character in POWERS for character in match["low"]) and not BARE_POWER.search(text[: match.start()]):
            continue
        few = not match["high"] and Decimal(readings[0]) < (FEW if unit in SLOGANS else 2)
        if not (is_count(unit) and few):
            yield InWords(readings, match.start(), end)


def _unit(text: str, match: re.Match[str], words: Words) -> tuple[str, int]:
    """The unit behind a number and where it ends; 万 and 亿 before it are of the number, or of the unit."""
    ahead = text[match.end() : match.end() + LONGEST_UNIT]
    unit, length = unit_at(ahead, words)
    return unit, match.end() + length


def _readings(words: str) -> tuple[str, ...]:
    """What a number may stand as in a table: 二十万 before 平方米 is 200000, or 20 of 万平方米."""
    bare = words.rstrip("万亿") if not set(words) <= set(POWERS) else words
    return tuple(dict.fromkeys(value for one in (bare, words) if (value := _pointed(one)) is not None))


def _pointed(words: str) -> str | None:
    """A number in words, which may have a point.

    >>> print(_pointed("十二点五"), _pointed("三百"), _pointed("十四五"))
    12.5 300 None
    """
    whole, point, decimals = words.partition("点")
    value = number(whole)
    return value if value is None or not point else f"{value}.{''.join(str(DIGITS[one]) for one in decimals)}"
