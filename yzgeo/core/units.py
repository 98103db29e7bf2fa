"""Land and money in the units that the house computes in, and numbers with their units as text.

How many of one unit are another: `unit_grammar`.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import NamedTuple

from yzgeo.core.i18n import Lang, Text
from yzgeo.core.unit_grammar import convert, parse
from yzgeo.core.unit_words import CURRENCIES, KNOWN, NUMBERS, YUAN

M2_PER_HA = float(parse("公顷").factor)
M2_PER_KM2 = float(parse("平方公里").factor)
M2_PER_MU = float(parse("亩").factor)
HA_PER_KM2 = M2_PER_KM2 / M2_PER_HA
YUAN_10K_PER_100M = float(parse("亿元").factor / parse("万元").factor)
"""万元 in one 亿元"""

DECIMALS = 9
"""Plans and ledgers print four decimals at most; digits beyond these come from rounding in conversions."""


def _factors(wanted: str, *units: str) -> dict[str, float]:
    return {unit: float(parse(unit).factor / parse(wanted).factor) for unit in units}


M2_PER_AREA_UNIT = _factors("平方米", "平方米", "万平方米")
"""Square metres in one of each unit in which a ledger may state floor area."""
MU_PER_AREA_UNIT = _factors("亩", "亩", "平方米", "公顷", "万平方米", "平方公里", "千亩", "万亩")
"""Mu in one of each unit in which a ledger may state land."""
YUAN_10K_PER = _factors("万元", "万元", "亿元", "元")
"""万元 in one of each unit in which a ledger may state money."""


class English(NamedTuple):
    """How a number of the unit is told in English: times `scale`, with what stands before and behind it."""

    scale: Fraction
    before: str
    after: str


def english(unit: str) -> English:
    """A unit in English: numbers multiplied out, large sums of money in millions; an unknown word stands as printed.

    >>> print(english("亿元").after, "|", english("万元/人·年").after, "|", english("吨/万元").after)
    m yuan | m yuan per person and year | t per 10,000 yuan
    """
    terms = parse(unit).terms
    if any(term.word not in KNOWN for term in terms):
        return English(Fraction(1), "", unit)
    factors, divisors = ([term for term in terms if term.power == power] for power in (1, -1))
    number = math.prod(term.number for term in factors)
    is_money = [term.word.base in {YUAN, *CURRENCIES} for term in factors[:1]] == [True]
    in_millions = is_money and number >= NUMBERS["万"]
    sign = factors[0].word.several if is_money and factors[0].word.base != YUAN else ""
    names = [term.word.several for term in factors if term.word.several not in ("", sign)]
    each = [f"{term.number:,} {term.word.several}" if term.number > 1 else term.word.one for term in divisors]
    after = " ".join([*(["m"] if in_millions else []), *names, *([f"per {' and '.join(each)}"] if each else [])])
    return English(Fraction(number, 10**6 if in_millions else 1), sign, after.strip())


def amount(value: float, unit: object) -> Text:
    """A number with its unit in both languages; thousands grouped, nothing rounded away.

    In English, money has its currency before it and is told in millions or billions.

    >>> print(amount(5000.0, "亩").zh, "|", amount(27.8, "亿元").zh, "|", amount(27.8, "亿元").en)
    5,000 亩 | 27.8 亿元 | CNY 2.78 bn
    >>> print(amount(168.8, "万元/亩").en, "|", amount(1.0, "家").en, "|", amount(2.0, "家").en)
    CNY 1.688 m per mu | 1 firm | 2 firms
    >>> print(amount(2750.0, "万美元").zh, "|", amount(2750.0, "万美元").en)
    2,750 万美元 | US$ 27.5 m
    """
    printed = unit if isinstance(unit, str) else ""
    return Text(_with_unit(value, printed), _sum_of_money(value, printed) or _of_things(value, printed))


def _of_things(value: float, unit: str) -> str:
    """A number with its unit in English, in the singular where it is one."""
    scale, before, after = english(unit)
    scaled = float(Fraction(repr(float(value))) * scale) if math.isfinite(value) else value
    terms = parse(unit).terms
    if scaled == 1 and terms and terms[0].word in KNOWN and terms[0].power == 1 and terms[0].word.one:
        after = after.replace(terms[0].word.several, terms[0].word.one, 1) if terms[0].word.several else after
    return f"{before} {_with_unit(scaled, after)}".strip()


def _sum_of_money(value: float, unit: str) -> str:
    """A sum of money in English, for one of something where the unit says so; nothing for another unit."""
    terms = parse(unit).terms
    if not terms or terms[0].word.base not in {YUAN, *CURRENCIES} or any(term.word not in KNOWN for term in terms):
        return ""
    if not math.isfinite(value) or any(term.power == 1 for term in terms[1:]):
        return ""
    money = Fraction(repr(float(value))) * terms[0].number
    scale, letters = next(
        ((scale, letters) for scale, letters in ((10**9, " bn"), (10**6, " m")) if abs(money) >= scale), (1, "")
    )
    sign = "CNY" if terms[0].word.base == YUAN else terms[0].word.several
    each = [f"{term.number:,} {term.word.several}" if term.number > 1 else term.word.one for term in terms[1:]]
    return f"{sign} {float(money / scale):,.10g}{letters}" + (f" per {' and '.join(each)}" if each else "")


SMALL_SUM = 0.01
"""Sums of fewer 亿元 are told in 万元."""


def invested(value: float) -> Text:
    """A sum of investments (亿元) in both languages; a small one in 万元.

    >>> print(invested(27.8).zh, "|", invested(0.0003).zh, "|", invested(0.0003).en)
    27.8 亿元 | 3 万元 | CNY 30,000
    """
    if 0 < abs(value) < SMALL_SUM:
        return amount(round(value * YUAN_10K_PER_100M, DECIMALS), "万元")
    return amount(value, "亿元")


MONEY_COLUMN = Text("亿元", english("亿元").after)
"""The unit of a column of sums, which all its rows share. In a sentence a sum has the unit that fits it: `invested`."""


def unit_in_words(unit: str) -> Text:
    """A unit by itself, as of a column that holds numbers in it: in English none is multiplied out.

    >>> print(" | ".join(unit_in_words(unit).en for unit in ("亩", "亿元", "万元/亩", "%", "个")))
    mu | 100 m yuan | 10,000 yuan per mu | % | number
    """
    scale, before, after = english(unit)
    whole = f"{before} {after}".strip()
    number, words = (scale, whole) if not whole.startswith("m ") else (scale * 10**6, whole.removeprefix("m "))
    if number == 1:
        return Text(unit, words or "number")
    of_millions = number >= 10**6 and number % 10**6 == 0
    return Text(unit, f"{int(number / 10**6):,} m {words}" if of_millions else f"{float(number):,.10g} {words}")


def in_money_column(value: float, lang: Lang) -> float:
    """A sum of 亿元 in the unit of a column, `MONEY_COLUMN`.

    >>> print(in_money_column(0.57, "zh"), MONEY_COLUMN.zh, "|", in_money_column(0.57, "en"), MONEY_COLUMN.en)
    0.57 亿元 | 57.0 m yuan
    """
    return value if lang == "zh" else round(value * float(english("亿元").scale), DECIMALS)


def rounded(value: float) -> str:
    """A computed figure for reading: two decimals at most, or three digits where that would leave too little of it.

    >>> print(rounded(233333.3333), rounded(1233.0), rounded(0.000312), rounded(0.25))
    233,333.33 1,233 0.000312 0.25
    """
    if value and abs(value) < 1:
        return f"{float(f'{value:.3g}'):,.12f}".rstrip("0").rstrip(".")
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def amount_or_range(value: float, upper: float | None, unit: object) -> Text:
    """A number with its unit, or a range where it has an upper end (not None, not NaN).

    >>> print(amount_or_range(5.0, 6.0, "家").zh, "|", amount_or_range(5.0, 6.0, "家").en)
    5—6 家 | 5 to 6 firms
    """
    lower = amount(value, unit)
    if upper is None or math.isnan(upper):
        return lower
    to = amount(upper, unit)
    return Text(f"{value:,.10g}—{to.zh}", f"{lower.en.removesuffix(english(str(unit)).after).strip()} to {to.en}")


def _with_unit(value: float, unit: str) -> str:
    number = f"{value:,.10g}"
    return f"{number}{unit}" if unit in ("%", "‰") else f"{number} {unit}".strip()


def km2_to_mu(km2: float) -> float:
    """Square kilometres in mu.

    >>> print(f"{km2_to_mu(16.88):.0f} mu")
    25320 mu
    """
    return round(km2 * M2_PER_KM2 / M2_PER_MU, DECIMALS)


def mu_to_km2(mu: float) -> float:
    """Mu in square kilometres.

    >>> print(f"{mu_to_km2(5000):.4f} km²")
    3.3333 km²
    """
    return mu * M2_PER_MU / M2_PER_KM2


def m2_to_mu(m2: float) -> float:
    """Square metres in mu.

    >>> print(f"{m2_to_mu(33284):.2f} mu")
    49.93 mu
    """
    return m2 / M2_PER_MU


def mu_to_m2(mu: float) -> float:
    """Mu in square metres.

    >>> print(f"{mu_to_m2(89):.0f} m²")
    59333 m²
    """
    return mu * M2_PER_MU


def rounding(printed: float) -> float:
    """The rounding of a printed number: half of its last digit.

    >>> print(rounding(13.0), rounding(16.5), round(rounding(10.12), 4))
    0.5 0.05 0.005
    """
    digits = f"{printed:.10g}".partition(".")[2]
    return float(0.5 * 10.0 ** -len(digits))


def slack(printed: float, unit: str, to: str) -> float:
    """The rounding of a number printed in one unit, in another that it can be converted to.

    >>> print(slack(3800000, "万元", "亿元"), slack(380, "亿元", "亿元"))
    5e-05 0.5
    """
    converted = convert(rounding(printed), unit, to)
    return math.inf if converted is None else converted


def multiplied_out(number: float, unit: str) -> tuple[float, str]:
    """Multiply out the numbers before a unit: 5 万吨 is 50,000 吨.

    >>> print(multiplied_out(25.0, "万TEU"), multiplied_out(3.0, "千瓦"))
    (250000.0, 'TEU') (3.0, '千瓦')
    """
    terms, bare = parse(unit).terms, "".join(unit.split())
    left = terms[0].number if terms else 1
    while left > 1 and bare[:1] in NUMBERS:
        left, number, bare = left // NUMBERS[bare[0]], number * NUMBERS[bare[0]], bare[1:]
    return number, bare
