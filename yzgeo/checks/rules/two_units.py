"""One amount printed in two units is two amounts.

同一数量用两种单位写出，两数不等。

What stands in brackets behind a figure in another unit of its kind (12平方公里（18000亩）), or behind 约合, 折合, 即, is the same
amount. Each number may be what its words and its rounding allow, and the tolerance more. Money of two currencies and
units that do not convert are not compared, nor brackets that say more than the amount (其中…).

括号中或“约合”“折合”“即”之后另一单位的数，与之前的数为同一数量。各数按用语与取整放宽，另计容差。两种货币、不能换算的单位不比，括号内另有所指的（其中……）也不比。

Found, 12 square kilometres and 1,800 mu:
查出：12 平方公里，1800 亩。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("two-units", clauses='''
    ... clause, text
    ... 五,     规划工业用地12平方公里（约合1800亩）。''')
    warning clause:五: 五: “12平方公里（约合1800亩）”: 12 km² are 18,000 mu.

Not found, 18,000:
不报：18000 亩。

    >>> print_findings("two-units", clauses='''
    ... clause, text
    ... 五,     规划工业用地12平方公里（约合18000亩）。''')
    nothing found
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator

from yzgeo.checks import tolerances
from yzgeo.checks.clause_figures import ClauseFigure, in_unit
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.side_by_side import bare, between, sentences
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import is_count
from yzgeo.core.units import amount, rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("两种单位所写数量不等", "One amount, two units, two amounts")
TOLERANCE = Tolerance(
    1,
    Text("%", "%"),
    Text("换算后再取整的通常出入", "how far an amount is commonly rounded once more after its conversion"),
)
ABOUT = "(?:约|大约|近)*"
SAME = re.compile(
    rf"\s*(?:[（(]\s*(?:约合|折合|折算|换算|相当于|合计?|折|即|约|为)*{ABOUT}"
    rf"|[，,、]?\s*(?:约合|折合|折算为?|换算为?|相当于|合|折|即){ABOUT}|[，,]\s*约)\s*"
)
"""What stands between two spellings of one amount."""
MORE = re.compile(r"[^）)，。；、]*[\u4e00-\u9fff]")
NOT_SAME = re.compile("[/每]")


def clause(plan: Plan) -> str:
    """The clauses with such pairs, else all."""
    return listings.parts_of_plan(dict.fromkeys(one.clause for one, _ in _pairs(plan))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Pairs whose amounts no rounding makes one."""
    percent = tolerances.of(plan, "two-units", TOLERANCE).value
    found = False
    for one, other in _pairs(plan):
        found = True
        numbers = in_unit(one, other.unit)
        if numbers is None or _alike(one, other, percent):
            continue
        place = plan.place(one.clause)
        closing = re.match("[）)]", one.sentence[other.end :])
        quote = one.sentence[one.start : other.end] + (closing[0] if closing else "")
        own, converted = amount(one.value, one.unit), amount(float(f"{numbers[0]:.6g}"), other.unit)
        yield Finding(
            severity="warning",
            consequence="amount",
            subject=f"clause:{one.clause}",
            aspect=quote,
            message=Text(
                f"{place.zh}：“{quote}”：{own.zh}合 {converted.zh}。",
                f"{place.en}: “{quote}”: {own.en} are {converted.en}.",
            ),
            remedy=Text("核对两数与单位", "check both numbers and their units"),
            clause=one.clause,
            values={"printed": other.value, "converted": numbers[0], "unit": other.unit},
        )
    if not found:
        yield NotChecked(Text("文中没有用两种单位写出的数量", "the text prints no amount in two units"))


def _pairs(plan: Plan) -> Iterator[tuple[ClauseFigure, ClauseFigure]]:
    """Neighbouring figures of a sentence that are one amount in two units."""
    for sentence in sentences(plan):
        for one, other in itertools.pairwise(sentence):
            if one.unit == other.unit or not SAME.fullmatch(between(one, other)):
                continue
            behind = one.sentence[other.end : other.end + 1]
            if behind and behind not in "）)，,。、；" and MORE.match(one.sentence, other.end):
                continue
            if in_unit(one, other.unit) is not None and not is_count(one.unit):
                yield one, other


def _alike(one: ClauseFigure, other: ClauseFigure, percent: float) -> bool:
    """Whether two figures can be one amount: each about its number, whole ones with their noughts rounded."""
    low, high = _span(one, percent)
    wanted_low, wanted_high = _span(other, percent)
    ends = [in_unit(one._replace(value=end, low=end, high=end), other.unit) for end in (low, high)]
    first, last = (end[0] if end is not None else math.nan for end in ends)
    return first <= wanted_high and wanted_low <= last


def _span(one: ClauseFigure, percent: float) -> tuple[float, float]:
    """The range of a figure; a bound (超过, 近) is taken for its number, since both spellings have it."""
    half = rounding(one.value) if "." not in bare(one) else 0.5 * 10.0 ** -_decimals(bare(one))
    slack = max(half, abs(one.value) * percent / 100)
    low = one.low if math.isfinite(one.low) else one.value
    high = one.high if math.isfinite(one.high) else one.value
    return min(low, one.value - slack), max(high, one.value + slack)


def _decimals(printed: str) -> int:
    match = re.match(r"-?\d+(?:\.(\d+))?", printed)
    return len(match[1]) if match and match[1] else 0
