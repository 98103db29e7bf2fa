"""Units as plans print them: a text such as 亿元, 万元/亩, 千家 or 吨标准煤/万元 to its factor and its dimension.

A unit is one or more words, each with numbers (十 百 千 万 亿) before it, joined by · (times), / or 每 (for each).
What follows a slash is divided by: 万元/人·年 is for each person and year. Every currency and every counting word is
a dimension of its own, and so is a word that is not known: it converts to itself alone. Factors are exact fractions.

pint was tried and left: even with definitions of our own it reads 万元/人·年 as yuan times year for each person,
knows no number before a Chinese word, refuses ㎡ and %, and adds 80 ms and 4 MB to every start.
"""

from __future__ import annotations

import math
import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from yzgeo.core.unit_words import COUNTED, CURRENCIES, KNOWN, NUMBERS, WORDS, YUAN, Word


class Term(NamedTuple):
    """A word with the number before it, as a factor (power 1) or a divisor (power -1)."""

    number: int
    word: Word
    power: int


Dimension = tuple[tuple[str, int], ...]
"""The bases of a unit with their powers."""


class Unit(NamedTuple):
    """A unit that was read: how many of the bases it is, the bases with their powers, its terms as they stand."""

    factor: Fraction
    dimension: Dimension
    terms: tuple[Term, ...]


GENERAL = "个"
"""The counting word that stands for any other."""
NOT_ADDED = {"%", "年", "天"}
"""Bases of which a whole has no more than its part: shares, rates and times."""
RESPELLED = dict.fromkeys(("台(套)", "套(台)", "台/套"), "台套") | {"瓦·时": "瓦时", "瓦小时": "瓦时", "人年": "人·年"}
RESPELLED |= dict.fromkeys(("(人民币)", "人民币"), "")
"""Spellings of parts of a unit that would break it up, or that say nothing."""
DOTS = str.maketrans("・•‧⋅∙*×∕⁄", "·······//")
BRACKETS = re.compile(r"(?:^|(?<=[/·]))\(([^()/]+)\)(?=$|[/·])|^\(([^()]+)\)$")
"""Brackets that change nothing: around a word, a product, or all."""
_LONGEST_FIRST = sorted(map(re.escape, filter(None, WORDS)), key=len, reverse=True)
FOR_EACH = re.compile(f"每([{''.join(NUMBERS)}]*(?:{'|'.join(_LONGEST_FIRST)}))(.+)")
"""A unit with its divisor first: 每万人件."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Unit:
    """Read a unit; blank is a bare number, and a text that is no unit is a word of its own.

    >>> print(float(parse("万元/亩").factor), parse("万元/亩").dimension)
    15.0 (('元', 1), ('平方米', -1))
    """
    plain = unicodedata.normalize("NFKC", "".join(text.split())).casefold().translate(DOTS)
    for spelling, usual in () if plain in WORDS else RESPELLED.items():
        plain = plain.replace(spelling, usual)
    if turned := FOR_EACH.fullmatch(plain):
        plain = f"{turned[2]}/{turned[1]}"
    plain = BRACKETS.sub(lambda match: match[1] or match[2], plain)
    factors, *divisors = [part.split("·") for part in plain.replace("每", "/").split("/")]
    words = [(word, 1) for word in factors] + [(word, -1) for part in divisors for word in part]
    if not plain:
        return Unit(Fraction(1), (), ())
    if any(not word or set(word) & set("()") for word, _ in words):  # brackets or slashes that make no unit
        return Unit(Fraction(1), ((plain, 1),), (Term(1, _unknown(plain), 1),))
    terms = tuple(_term(word, power) for word, power in words)
    factor, powers = Fraction(1), dict.fromkeys((term.word.base for term in terms), 0)
    for term in terms:
        factor *= (term.number * term.word.factor) ** term.power
        powers[term.word.base] += term.power
    return Unit(factor, tuple(sorted((base, power) for base, power in powers.items() if base and power)), terms)


def _term(text: str, power: int) -> Term:
    number = 1
    while text not in WORDS and text[:1] in NUMBERS:
        number, text = number * NUMBERS[text[0]], text[1:]
    return Term(number, WORDS.get(text) or _unknown(text), power)


def _unknown(text: str) -> Word:
    return Word(text, Fraction(1), text, text)


def ratio(unit: str, to: str) -> Fraction | None:
    """How many of the unit `to` are one of another; None where one cannot be converted to the other.

    >>> print(ratio("公顷", "亩"), ratio("万美元", "亿元"))
    15 None
    """
    one, other = parse(unit), parse(to)
    return one.factor / other.factor if one.dimension == other.dimension else None


def convert(value: float, unit: str, to: str) -> float | None:
    """A number in another unit, rounded once; None where it cannot be converted.

    >>> print(convert(3800000, "万元", "亿元"), convert(12, "平方公里", "亩"), convert(5, "吨", "亿元"))
    380.0 18000.0 None
    """
    factor = ratio(unit, to)
    if factor is None or not math.isfinite(value):
        return None if factor is None else float(value)
    return float(Fraction(repr(float(value))) * factor)


def in_base(value: float, unit: str) -> float:
    """A number in the bases of its unit: money in its currency, land in square metres, mass in grams.

    >>> print(in_base(5, "万吨") == in_base(50000000, "公斤"))
    True
    """
    return float(Fraction(repr(float(value))) * parse(unit).factor)


def is_count(unit: str) -> bool:
    """Whether the unit counts things one by one, so that a number of them is exact.

    >>> print(is_count("家"), is_count("千家"), is_count("亩"))
    True False False
    """
    terms = parse(unit).terms
    return len(terms) == 1 and terms[0].word.base in COUNTED and terms[0].number == 1


def is_quantity(unit: str) -> bool:
    """Whether the unit is of what a whole has no less of than its part: money, land, things.

    >>> print(is_quantity("亿美元"), is_quantity("万件"), is_quantity("%"), is_quantity("万元/亩"))
    True True False False
    """
    terms = parse(unit).terms
    return len(terms) == 1 and terms[0].word in KNOWN and terms[0].word.base not in NOT_ADDED


def differ_in_currency(unit: str, other: str) -> bool:
    """Whether two units are the same but for the currency.

    >>> print(differ_in_currency("万美元", "亿元"), differ_in_currency("万元", "亿元"), differ_in_currency("吨", "元"))
    True False False
    """
    one, two = (parse(text).dimension for text in (unit, other))
    in_yuan = [sorted((YUAN if base in CURRENCIES else base, power) for base, power in each) for each in (one, two)]
    return one != two and in_yuan[0] == in_yuan[1]


def as_counted(unit: str, measure: str) -> str:
    """The unit of a figure in words of its measure: 个 stands for whatever counting word the measure has.

    >>> print(as_counted("个", "家"), as_counted("万个", "件"), as_counted("家", "个"), as_counted("亩", "家"))
    家 万件 个 亩
    """
    words = [[term.word.base for term in parse(text).terms] for text in (unit, measure)]
    if [GENERAL] not in words or any(len(bases) != 1 or bases[0] not in COUNTED for bases in words):
        return unit
    number = re.match(f"[{''.join(NUMBERS)}]*", unit.strip())
    return f"{number[0] if number else ''}{words[1][0]}"
