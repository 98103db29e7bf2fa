"""An amount of several years and its yearly average do not go together.

若干年的总量与其年均量不符。

五年盘活低效用地3200亩，年均800亩: five times 800 are 4,000. The years are those that the words name (五年) or the period before the amount
(2021—2025年). 年均 may be rounded; 约, 左右 and 以上 count. A yearly rate in per cent is `stock-and-growth`.

“五年盘活低效用地3200亩，年均800亩”：五个 800 为 4000。年数取自文中（“五年”）或总量之前的时期（2021—2025年）。年均可取整，“约”“左右”“以上”等用语计入。年均增速（%）见 `stock-and-growth`。

Found, 800 a year for five years where 3,200 are stated:
查出：五年中每年 800，总量写作 3200。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("yearly-amounts", clauses='''
    ... clause, text
    ... 五,     五年盘活低效用地3200亩，年均800亩。''')
    warning clause:五: 五: “3200亩，年均800亩”: in 5 years 4,000 mu.

Not found, 640:
不报：每年 640。

    >>> print_findings("yearly-amounts", clauses='''
    ... clause, text
    ... 五,     五年盘活低效用地3200亩，年均640亩。''')
    nothing found
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from yzgeo.checks.clause_figures import ClauseFigure, in_unit
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import DIGITS, numeral
from yzgeo.checks.side_by_side import bare, between, sentences
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import is_count, is_quantity
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("年均量与总量不符", "Yearly amounts against their total")
YEARLY = re.compile(
    r"[，,、（(]\s*(?:年均|年平均|平均每年|每年平均|每年)[\u4e00-\u9fff]{0,4}?(?:约|不少于|不低于|近|超过?|达到?)*"
)
YEARS = re.compile(rf"(?<![\d第十二三四五])([{''.join(DIGITS)}十]|\d)年(?!级|代|度|期)(?:内|间|来|时间|共|累计|总)?")
"""五年, not “十四五” or 2025年."""


def clause(plan: Plan) -> str:
    """The clauses with such pairs, else all."""
    return listings.parts_of_plan(dict.fromkeys(one.clause for one, *_ in _pairs(plan))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Yearly amounts that give another total."""
    found = False
    for total, yearly, years in _pairs(plan):
        found = True
        numbers = in_unit(yearly, total.unit)
        if numbers is None:
            continue
        half = 0.5 if is_count(yearly.unit) else 0.0  # an average of things counted is rounded
        low, high = years * (numbers[1] - half), years * (numbers[2] + half)
        if low <= total.high and total.low <= high:
            continue
        place, made = plan.place(total.clause), amount(float(f"{years * numbers[0]:.10g}"), total.unit)
        quote = total.sentence[total.start : yearly.end]
        yield Finding(
            severity="warning",
            consequence="amount",
            subject=f"clause:{total.clause}",
            aspect=quote,
            message=Text(
                f"{place.zh}：“{quote}”：{years} 年合计 {made.zh}，所述总量为 {bare(total)}。",
                f"{place.en}: “{quote}”: in {years} years {made.en}.",
            ),
            remedy=Text("核对总量、年均量与年数", "check the total, the yearly amount and the years"),
            clause=total.clause,
            values={"total": total.value, "yearly": numbers[0], "years": years},
        )
    if not found:
        yield NotChecked(Text("文中没有同时载明总量与年均量的", "no amount is stated with its yearly average"))


def _pairs(plan: Plan) -> Iterator[tuple[ClauseFigure, ClauseFigure, int]]:
    """Amounts with the yearly amount that follows them, and the years."""
    for sentence in sentences(plan):
        for total, yearly in itertools.pairwise(sentence):
            years = _years(total)
            if (
                years is not None
                and is_quantity(total.unit)
                and in_unit(yearly, total.unit) is not None
                and YEARLY.fullmatch(between(total, yearly))
            ):
                yield total, yearly, years


def _years(total: ClauseFigure) -> int | None:
    """For how many years an amount is stated."""
    words = re.split("[；。]", total.sentence[: total.start])[-1]
    named = list(YEARS.finditer(words))
    if named:
        years = numeral(named[-1][1])
        return years if years > 1 else None
    if total.year_from is not None and total.year is not None and total.year > total.year_from:
        return total.year - total.year_from + 1
    return None
