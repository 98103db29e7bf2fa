"""A change is told by both ends and by its size, and the size is another.

增减既写明起止两数、又写明幅度，幅度与两数不符。

由100亿元增长到150亿元，增长40%: the two figures give 50 %. So with points (提高5个百分点), amounts (增加30家), 2倍 and 翻一番, and with
the distance from another's figure that stands beside (高于全市0.6个百分点，全市为2.5%). Each figure may be what its words and its rounding allow.
A yearly rate (年均) is `stock-and-growth`; a change that goes the wrong way is `target-gain`. Growth of 生产总值 and 增加值
is counted at constant prices and is not held against the figures.

“由100亿元增长到150亿元，增长40%”：两数推得 50%。百分点（“提高5个百分点”）、绝对数（“增加30家”）、倍数与翻番同样核对；与旁列他处数字的差距（“高于全市0.6个百分点，全市为2.5%”）也核对。用语与取整计入。年均增速见 `stock-and-growth`，方向相反的见 `target-gain`。生产总值、增加值的增长按可比价计，不与两数相比。

Found, 40 % from 100 to 150:
查出：由 100 到 150，写作 40%。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("stated-changes", clauses='''
    ... clause, text
    ... 五,     产值由100亿元增长到150亿元，增长40%。''')
    warning clause:五: 五: “由100亿元增长到150亿元，增长40%”: the figures give 50%.

Found, 0.6 points above 2.9 % where 3.1 % is stated:
查出：比 2.9% 高 0.6 个百分点，写作 3.1%。

    >>> print_findings("stated-changes", clauses='''
    ... clause, text
    ... 五,     研发投入占比3.1%，高于全市0.6个百分点，全市为2.9%。''')
    warning clause:五: 五: “3.1%，高于全市0.6个百分点，全市为2.9%”: the figures give 0.2个百分点.

Not found, 50 %:
不报：写作 50%。

    >>> print_findings("stated-changes", clauses='''
    ... clause, text
    ... 五,     产值由100亿元增长到150亿元，增长50%。''')
    nothing found
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.clause_changes import Change, changes
from yzgeo.checks.clause_figures import ClauseFigure, in_unit
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.side_by_side import between, bounded, sentences
from yzgeo.core.i18n import Text
from yzgeo.core.units import rounded
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("增减幅度与起止数不符", "Changes that their two figures do not give")
SIZE = re.compile(
    r"[，,（(]\s*(?:同比|累计|共|总共|合计|五年|期间|净|实际|将|约|近)*"
    r"(?P<verb>增长了?|增加了?|提高了?|提升了?|上升了?|扩大了?|增幅[为达]?|净增|新增|增|下降了?|降低了?|减少了?|压减了?|降幅[为达]?|降|减)"
    r"(?:达到?|约|近|超过?|幅度[为达]?)*"
)
"""The words between the second figure and the size."""
FALL = re.compile("降|减")
TIMES = re.compile(
    r"[，,]\s*(?:累计|共|将|基本|力争|约)*(?:(?P<double>翻[一两]番)|(?:增长|增加|扩大|提高)了?(?:约)?(?P<more>\d+(?:\.\d+)?)倍"
    r"|(?:是|为|达到?)[^，。；]{0,8}?的?(?P<times>\d+(?:\.\d+)?)倍)"
)
REAL = re.compile("生产总值|GDP|增加值", re.IGNORECASE)
"""Growth at constant prices."""
PER_UNIT = re.compile("能耗|水耗|用水|用电|排放|占|比重|率")
"""Words of what is measured by it: 单位增加值能耗."""
POINTS = ("个百分点", "百分点")
BESIDE = re.compile(
    r"[，,（(]\s*(?P<sign>高于|高出|超过|低于|优于|快于|慢于|比)(?P<other>全国|全省|全市|全州|全区|全县|国家|省|市|区|县)(?:的)?(?:平均水平|平均|水平|增速)?"
    r"(?P<side>高出?|低|快|慢)?(?:约)?"
)
OTHERS = re.compile(
    r"^[）)]?[，,（(]\s*(?P<other>全国|全省|全市|全州|全区|全县)(?:平均水平|平均|水平)?(?:为|是|达到?)?$"
)
LOW = re.compile("低于|慢于|低|慢")
ROUND = 1e-9


class Size(NamedTuple):
    """What two figures give: the least, the most, the likely size and the unit it is told in."""

    low: float
    high: float
    likely: float
    unit: str


def clause(plan: Plan) -> str:
    """The clauses that tell changes by both ends, else all."""
    return listings.parts_of_plan(dict.fromkeys(one.first.clause for one in changes(plan))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Sizes that the two figures beside them do not give."""
    compared = False
    following = {
        (one.clause, one.sentence, one.start): after
        for sentence in sentences(plan)
        for one, after in itertools.pairwise(sentence)
    }
    for change in changes(plan):
        second = change.second
        after = following.get((second.clause, second.sentence, second.start))
        match = SIZE.fullmatch(between(second, after)) if after is not None else None
        if after is not None and match is not None and _wanted(change, after):
            compared = True
            size = _size(change, after, falls=bool(FALL.search(match["verb"])))
            if size is not None and not _fits(size, after.low, after.high):
                yield _finding(plan, change.first, change.quote + second.sentence[second.end : after.end], size)
        times = TIMES.match(second.sentence[second.end :])
        if times is not None and change.rises and change.first.low > 0:
            compared = True
            yield from _times(plan, change, times)
    for sentence in sentences(plan):
        for one, points, other in zip(sentence, sentence[1:], sentence[2:], strict=False):
            compared = compared or points.unit in POINTS
            yield from _distance(plan, one, points, other)
    if not compared:
        yield NotChecked(Text("文中没有同时写明起止两数与幅度的增减", "no change is told by both ends and by its size"))


def _wanted(change: Change, size: ClauseFigure) -> bool:
    """Whether the size is one that the figures give: no growth at constant prices, no lower or upper bounds only."""
    head = change.first.sentence[: change.first.start]
    subject = re.split("[，。；：]", head)[-1]
    return (
        bounded(change.first)
        and bounded(change.second)
        and not (size.unit == "%" and REAL.search(subject) and not PER_UNIT.search(subject))
    )


def _size(change: Change, stated: ClauseFigure, falls: bool) -> Size | None:
    """What a change gives in the unit of the stated size; None where the unit is another's or the way is."""
    first, second = change.first, change.second
    if falls == change.rises:
        return None
    sign = -1 if falls else 1
    ends = in_unit(second, first.unit)
    if ends is None or first.low <= 0:
        return None
    value, low, high = ends
    if stated.unit == "%" and first.unit != "%":
        rates = [100 * sign * (b / a - 1) for a in (first.low, first.high) for b in (low, high)]
        return Size(min(rates), max(rates), 100 * sign * (value / first.value - 1), "%")
    if stated.unit in POINTS and first.unit == "%":
        gaps = [sign * (b - a) for a in (first.low, first.high) for b in (low, high)]
        return Size(min(gaps), max(gaps), sign * (value - first.value), stated.unit)
    if stated.unit == "%" or stated.unit in POINTS or in_unit(first, stated.unit) is None:
        return None
    a, b = (in_unit(one, stated.unit) or (0.0, 0.0, 0.0) for one in (first, second))
    gaps = [sign * (end - start) for start in a[1:] for end in b[1:]]
    return Size(min(gaps), max(gaps), sign * (b[0] - a[0]), stated.unit)


def _fits(size: Size, low: float, high: float) -> bool:
    slack = ROUND * max(1.0, abs(size.likely))
    return size.low <= high + slack and low <= size.high + slack


def _times(plan: Plan, change: Change, match: re.Match[str]) -> Iterator[Finding]:
    first, (value, low, high) = change.first, in_unit(change.second, change.first.unit) or (0.0, 0.0, 0.0)
    if not bounded(first) or not bounded(change.second):
        return
    if match["double"]:
        stated, slack = {"翻一番": 2.0, "翻两番": 4.0}[match["double"]], 0.1
    else:
        stated = float(match["times"] or match["more"]) + (1 if match["more"] else 0)
        slack = 0.5 * 10.0 ** -len((match["times"] or match["more"]).partition(".")[2])
        slack += 0.05 * stated if "约" in match[0] else 0.0
    size = Size(low / first.high, high / first.low, value / first.value, "倍")
    if not _fits(size, stated - slack, stated + slack):
        yield _finding(plan, first, change.quote + match[0], size)


def _distance(plan: Plan, one: ClauseFigure, points: ClauseFigure, other: ClauseFigure) -> Iterator[Finding]:
    """3.1%，高于全市0.6个百分点，全市为2.5%."""
    if one.unit != "%" or points.unit not in POINTS or other.unit != "%":
        return
    against, others = BESIDE.fullmatch(between(one, points)), OTHERS.match(between(points, other))
    if against is None or others is None or against["other"][-1] != others["other"][-1]:
        return
    sign = -1 if LOW.search(against["side"] or against["sign"]) else 1
    gaps = [sign * (a - b) for a in (one.low, one.high) for b in (other.low, other.high)]
    size = Size(min(gaps), max(gaps), sign * (one.value - other.value), points.unit)
    if not _fits(size, points.low, points.high):
        yield _finding(plan, one, one.sentence[one.start : other.end], size)


def _finding(plan: Plan, first: ClauseFigure, quote: str, size: Size) -> Finding:
    place = plan.place(first.clause)
    given = f"{rounded(size.likely)}{'' if size.unit in ('%', *POINTS, '倍') else ' '}{size.unit}"
    quote = quote if quote.count("（") == quote.count("）") else f"{quote}）"
    return Finding(
        severity="warning",
        consequence="target",
        subject=f"clause:{first.clause}",
        aspect=quote,
        message=Text(
            f"{place.zh}：“{quote}”，两数推得 {given}。",
            f"{place.en}: “{quote}”: the figures give {given.replace('倍', ' times')}.",
        ),
        remedy=Text("核对起止两数与幅度", "check both figures and the size of the change"),
        clause=first.clause,
        values={"computed": size.likely, "least": size.low, "most": size.high, "unit": size.unit},
    )
