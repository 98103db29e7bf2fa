"""Numbers and times in the running text of plans: what they are, with the words that qualify them, and where they stand.

What only looks like a figure is left out: numbers of clauses, projects' names such as “154”, versions, classes of size
(五百亿级), sizes that only describe (业务收入超10亿元企业).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from yzgeo.core.unit_words import CURRENCIES, WORDS
from yzgeo.documents import words as word_tables
from yzgeo.documents.words import Words

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_D = "[0-9０-９]"
_POINT = "[.．]"
NUMBER = rf"(?:{_D}{{1,3}}(?:[,]{_D}{{3}})+(?!{_D})|{_D}+)(?:{_POINT}{_D}+)?"
"""Digits of either width, with commas between thousands and a point."""
CHINESE = "[零〇一二两三四五六七八九十百千万亿]+"
RANGE = "[-—–~～－至到]{1,2}"
SIGN = r"(?<![0-9０-９A-Za-z])[-－−]"
NOT_UNITS = {
    "",
    "年",
    "月",
    "天",
    "日",
    "个月",
    "度",
    "米",
    "m",
    "g",
    "t",
    "l",
    "w",
    "升",
    "期",
    "名",
    "批",
    "片",
    "面",
}
"""Words of units that say too many other things to make a figure of running text."""
SHORT_FOR = "(?=[厂建新的米，。；、）)]|$)"
"""What follows 平 where it stands for 平方米, and is no part of another word (平台)."""
OVER = r"(?<![以之网线会])上$"
"""Before a number in words: 上万家."""
LONGEST_WORDS = 40
"""Characters before a number that may qualify it; a search of all of a long text would be done for each number."""
COMPOSITES = ("人·年", "人年", "万元产值", "万元GDP", "万元增加值")


class Quantity(NamedTuple):
    """A number of a text with its unit.

    - `value`, `upper`: in plain digits as a table holds them; the upper end of a range, else blank
    - `unit`: as a table holds it; blank without one
    - `before`, `behind`: words that qualify it, in their order
    - `start`, `end`: characters of the number and its unit, without the qualifiers
    - `first`, `last`: the same with them
    - `chinese`: whether the number is written in words
    """

    value: str
    upper: str
    unit: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    start: int
    end: int
    first: int
    last: int
    chinese: bool


class Time(NamedTuple):
    """A time that a text names: its years, whether as a day to be reached (到…年), and where it stands."""

    year_from: str
    year: str
    until: bool
    start: int
    end: int


def number(text: str) -> str | None:
    """A printed number in the plain digits of a table; None for what is none.

    >>> print(number("１,２３４.５０"), number("三百"), number("百"), number("-2.57"), number("五五"))
    1234.50 300 100 -2.57 None
    """
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    if re.fullmatch(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", plain):
        return plain.replace(",", "")
    return _chinese_number(plain)


def _chinese_number(text: str) -> str | None:
    if not text or not re.fullmatch(CHINESE, text):
        return None
    total = section = 0
    digit: int | None = None
    last = 10**9
    for character in text:
        if character in DIGITS:
            if digit is not None and DIGITS[character] and digit:
                return None
            digit = DIGITS[character]
        elif POWERS[character] < 10**4:
            if POWERS[character] >= last:
                return None
            last = POWERS[character]
            section += (1 if digit is None else digit) * POWERS[character]
            digit = None
        else:
            whole = section + (digit or 0) or (1 if not total else 0)
            total = (total + whole) * POWERS[character]
            section, digit, last = 0, None, 10**9
    return str(total + section + (digit or 0))


@lru_cache(maxsize=8)
def _patterns(spellings: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = sorted(({*WORDS, *CURRENCIES} - NOT_UNITS) | set(spellings), key=len, reverse=True)
    word = "|".join(re.escape(text) + (SHORT_FOR if text == "平" else "") for text in known)
    over = "|".join(re.escape(text) for text in (*COMPOSITES, "年", "天", "日", *known))
    unit = (
        rf"(?P<unit>[十百千万亿]{{0,2}}?(?:{word})(?:\s?[（(](?:套|台|个)[）)])?(?:[/／每](?:[十百千万亿]{{0,2}}(?:{over})))*"
        rf"|万人次|人次|[万千百]?人(?![才员民力工均口大文行防造机])|[万亿](?=(?:以上|左右|余)?[，。；、）)\s]|$))"
    )
    digits = rf"(?P<low>(?:{SIGN})?{NUMBER})(?P<pct1>[%％﹪])?(?:(?P<dash>{RANGE})(?P<high>{NUMBER}))?"
    return (
        re.compile(rf"{digits}(?P<few>余|多)?\s*{unit}", re.IGNORECASE),
        re.compile(rf"(?P<low>{CHINESE}?)(?P<unit>[家个项件台套条只座人亩]|亿元|万元|公里)"),
    )


_YEAR = r"[12][0-9]{3}"
_MASKED = (
    r"第[0-9０-９一二三四五六七八九十百]+[次届批号条款章节期位名个阶段]",
    r"[“\"][0-9０-９+＋NXn×]+[^”\"]{0,3}?[”\"]",
    r"[A-Za-z]+[-－]?[0-9]+[A-Za-z]*",
    rf"{CHINESE}级|{NUMBER}[千百十]?[万亿]?[元吨]?级",
    r"[0-9]+[A-Za-z]{1,4}(?![A-Za-z]*[/²2])(?=[\u4e00-\u9fff+])",
)


def masked(text: str) -> list[tuple[int, int]]:
    """Spans of a text whose numbers count nothing: ordinals, “154”, names with digits, classes of size.

    >>> print([text[a:b] for text in ["第97次会议，“154”产业，五百亿级企业"] for a, b in masked(text)])
    ['第97次', '“154”', '五百亿级']
    """
    spans = [match.span() for pattern in _MASKED for match in re.finditer(pattern, text)]
    spans += [(time.start, time.end) for time in _years(text)]
    return sorted(spans)


def quantities(text: str, words: Words) -> list[Quantity]:
    """The numbers with units of a text, in their order.

    >>> tables = word_tables.load()
    >>> for text in ("面积约1,200.5亩以上", "企业５-６家", "绿色工厂冲破百家", "占比15%—20%", "面积大"):
    ...     print([(found.value, found.upper, found.unit, found.before, found.behind) for found in quantities(text, tables)])
    [('1200.5', '', '亩', ('约',), ('以上',))]
    [('5', '6', '家', (), ())]
    [('100', '', '家', ('冲破',), ())]
    [('15', '20', '%', (), ())]
    []
    """
    digits, chinese = _patterns(tuple(row["word"] for row in words["units"]))
    taken = Covered(text, masked(text))
    found = []
    for match in digits.finditer(text):
        if not taken.touches(match.start("low"), match.end("low")):
            found.append(_quantity(text, match, words, chinese=False))
    reach = word_tables.one_of(
        [*word_tables.of(words, "qualifiers", side="before"), *word_tables.of(words, "verbs", role="reach")]
    )
    taken.cover((one.first, one.last) for one in found)
    for match in chinese.finditer(text):
        before = text[max(0, match.start() - LONGEST_WORDS) : match.start()]
        if (
            match["low"]
            and number(match["low"]) is not None
            and (re.search(rf"{reach}\s*$", before) or re.search(OVER, before))
            and not taken.touches(match.start(), match.end())
        ):
            found.append(_quantity(text, match, words, chinese=True))
    return sorted(found, key=lambda one: one.start)


def unit_at(text: str, words: Words) -> tuple[str, int]:
    """The unit that a text begins with, as a table holds it, and how many characters it has; blank and 0 without one.

    >>> print(unit_at("平方公里，", word_tables.load()), unit_at("大亮点", word_tables.load()))
    ('平方公里', 4) ('', 0)
    """
    match = _patterns(tuple(row["word"] for row in words["units"]))[0].match(f"1{text}")
    if match is None:
        return "", 0
    return _spelled(unicodedata.normalize("NFKC", match["unit"]).replace(" ", ""), words), match.end() - 1


def _quantity(text: str, match: re.Match[str], words: Words, *, chinese: bool) -> Quantity:
    groups = match.groupdict()
    low = number(match["low"]) or ""
    high = number(groups["high"]) if groups.get("high") else None
    unit = unicodedata.normalize("NFKC", match["unit"]).replace(" ", "")
    unit = _spelled(unit, words)
    before, first = _qualifiers_before(text, match.start(), words)
    behind = [groups["few"]] if groups.get("few") else []
    last = match.end()
    tail = re.match(rf"[ 　]?({word_tables.one_of(word_tables.of(words, 'qualifiers', side='behind'))})", text[last:])
    if tail and not (tail[1] in {"多", "余"} and unit == "%"):
        behind.append(tail[1])
        last += tail.end()
    return Quantity(
        low, high or "", unit, tuple(before), tuple(behind), match.start(), match.end(), first, last, chinese
    )


def _spelled(unit: str, words: Words) -> str:
    for row in words["units"]:
        spelling = unicodedata.normalize("NFKC", row["word"])
        if re.fullmatch(rf"[十百千万亿]{{0,2}}{re.escape(spelling)}", unit, re.IGNORECASE):
            return unit[: len(unit) - len(spelling)] + row["unit"]
    return unit


def _qualifiers_before(text: str, start: int, words: Words) -> tuple[list[str], int]:
    pattern = re.compile(rf"({qualifier(words)})\s*$")
    found: list[str] = []
    while match := pattern.search(text, max(0, start - LONGEST_WORDS), start):
        found.insert(0, match[1])
        start = match.start()
    if not found and re.search(OVER, text[max(0, start - LONGEST_WORDS) : start]) and text[start] in POWERS:
        return ["上"], start - 1
    return found, start


def qualifier(words: Words) -> str:
    """A pattern for a word before a number that qualifies it, with what denies it: 不得超过."""
    known = word_tables.one_of(word_tables.of(words, "qualifiers", side="before"))
    return rf"(?:{word_tables.one_of(word_tables.of(words, 'negations'))})?{known}"


class Covered:
    """The characters of a text that are accounted for.

    >>> covered = Covered("第97次会议", [(0, 4)])
    >>> print(covered.touches(3, 5), covered.touches(4, 6))
    True False
    """

    def __init__(self, text: str, spans: Iterable[tuple[int, int]] = ()) -> None:
        self.marks = bytearray(len(text))
        self.cover(spans)

    def cover(self, spans: Iterable[tuple[int, int]]) -> None:
        """Account for the characters of spans."""
        for start, end in spans:
            self.marks[start:end] = b"\1" * len(self.marks[start:end])

    def touches(self, start: int, end: int) -> bool:
        """Whether a character of a span is accounted for."""
        return 1 in self.marks[start:end]


def with_digits(text: str) -> str:
    """A text whose years in words are in digits, character for character.

    >>> print(with_digits("二〇二一—二〇三五年，十二家"))
    2021—2035年，十二家
    """
    plain = text.translate({ord("０") + digit: str(digit) for digit in range(10)})
    words = str.maketrans("〇零○一二三四五六七八九", "000123456789")
    year = "[一二][〇零○一二三四五六七八九]{3}"
    return re.sub(rf"{year}(?=年|[-—–~～至到]{{1,2}}{year}|[）)]|$)", lambda match: match[0].translate(words), plain)


def _years(text: str) -> list[Time]:
    plain = with_digits(text)
    found = []
    for match in re.finditer(
        rf"(?P<until>(?:(?<!截)[到至])?)(?P<a>{_YEAR})年?(?:[-—–~～－至到]{{1,2}}(?P<b>{_YEAR}))年", plain
    ):
        found.append(Time(match["a"], match["b"], bool(match["until"]), *match.span()))
    spans = Covered(text, ((one.start, one.end) for one in found))
    for match in re.finditer(
        rf"(?P<until>(?:(?<![截高升加长降少展大])[到至])?)(?P<a>{_YEAR})年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?[末底]?",
        plain,
    ):
        if not spans.touches(*match.span()):
            found.append(Time("", match["a"], bool(match["until"]), *match.span()))
    return found


def times(text: str, words: Words) -> list[Time]:
    """The times that a text names, in their order; a five-year period by name is its years, its end (末) the last.

    >>> tables = word_tables.load()
    >>> for text in ("到2025年，", "“十三五”期间", "到“十二五”末", "2017-2020年", "二〇三五年"):
    ...     print(*[(found.year_from, found.year, found.until) for found in times(text, tables)])
    ('', '2025', True)
    ('2016', '2020', False)
    ('', '2015', True)
    ('2017', '2020', False)
    ('', '2035', False)
    """
    found = _years(text)
    for row in words["periods"]:
        pattern = rf"(?P<until>[到至]?)[“\"‘]?{row['word']}[”\"’]?(?P<end>时?期?末|以来|时期|期间|期内)"
        for match in re.finditer(pattern, text):
            end = match["end"].endswith("末")
            found.append(Time("" if end else row["from"], row["to"], bool(match["until"]) or end, *match.span()))
    return sorted(found, key=lambda one: one.start)
