"""A stated yearly growth is not the one that base and target give.

所述年均增速与基数、目标值推算的不符。

Wherever a figure of a later year stands beside its yearly growth (达到640亿元，年均增长7%), or a clause or target gives
the yearly growth of a figure by name, the figure of an earlier year gives a growth too. Any earlier year will do;
words such as 左右 and 以上 and the rounding count, 左右 by half a point at least. So do 比2020年翻一番 and 比2020年增长60%. A
rate of one year (增速, 同比) is not held against several. The growth of 生产总值 and 增加值 is counted at constant prices:
up to three points from the figures are no finding. A rate that leads to a tenth more than a figure that is to be exceeded (突破) is
information.

后期数字旁注有年均增速（“达到640亿元，年均增长7%”），或另有条文、目标给出同名指标年均增速的，与由较早年份数字推算的增速比较，任一较早年份相符即可。“左右”“以上”等用语与取整计入，“左右”至少半个百分点。“比2020年翻一番”“比2020年增长60%”同样核对。一年的增速、同比不与多年相比。生产总值、增加值的增速按可比价计，相差三个百分点以内不报。按所述增速推算比“突破”之数高出一成以上的，列为提示。

Found, 200 that is to be 400 in four years by 7 % a year:
查出：200 四年后为 400，而增速为年均 7%。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("stock-and-growth", clauses='''
    ... clause, text
    ... 一,     2026年，一般公共预算收入200亿元。
    ... 二,     到2030年，一般公共预算收入达到400亿元，年均增长7%。''')
    warning clause:二: 一般公共预算收入 200亿元 (2026, Chapter 1) and 400亿元 (2030, Chapter 2) give 18.9% a year; “年均增长7%” (Chapter 2).

Not found, 292.8 after four years of 10 %:
不报：年均 10%，四年后 292.8。

    >>> print_findings("stock-and-growth")
    nothing found
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator

from yzgeo.checks.clause_figures import BARE, ClauseFigure, clauses_of, figures, in_unit, noun_of
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text, quote
from yzgeo.core.unit_grammar import parse
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("年均增速与总量不符", "Yearly growth against the figures")
YEARLY = re.compile("年均|年复合|每年|逐年|年递增")
CHANGE = re.compile("增速|增长率|增长|增幅|递增|复合|年均|每年|实现|左右|率$")
BESIDE = re.compile(
    r"(?:期间|五年|预计|力争|实现|保持|，|\s)*(?:年均|每年)(?:复合)?(?:增长|增速|增幅|递增)率?(?:达到|达|为|保持|在|的|，)*"
)
FALL = re.compile("下降|降低|减少|递减|降幅")
AGAINST = re.compile(
    r"[，,]?\s*(?:比|较|是)(?P<year>(?:19|20)\d\d)年(?:的)?(?:(?P<double>翻[一两]番)|增长(?P<percent>\d+(?:\.\d+)?)%|"
    r"增长(?P<more>\d+(?:\.\d+)?)倍|的?(?P<times>\d+(?:\.\d+)?)倍)"
)
ABOUT_POINTS = 0.5
REAL_POINTS = 3.0
REAL = re.compile("生产总值|GDP|增加值", re.IGNORECASE)
ROUND = 0.05
BEYOND = 1.1
"""How far a rate leads beyond a figure to be exceeded before that is told."""


def clause(plan: Plan) -> str:
    """The clauses that set the targets, else all."""
    return listings.parts_of_plan(plan.targets["source"]) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Figures whose stated growth fits no earlier figure."""
    known = figures(plan)
    stocks = [one for one in known if one.year is not None and one.year_from is None and _is_stock(one)]
    told = set()
    compared = False
    for later, rate in _with_growth(known, stocks):
        bases = _bases(stocks, later, rate)
        compared = compared or bool(bases)
        key = (later.noun, later.year, later.printed, rate.printed)
        if not bases or key in told:
            continue
        if any(_fits(base, later, rate) for base in bases) and not all(_far_above(base, later, rate) for base in bases):
            continue
        told.add(key)
        yield _finding(plan, max(bases, key=lambda one: one.year or 0), later, rate)
    for later in stocks:
        yield from _against(plan, stocks, later)
    if not compared:
        yield NotChecked(
            Text("没有同时载明基数、目标值与年均增速的指标", "no figure has a base, a target and a yearly growth"),
            partly=any(AGAINST.match(one.sentence[one.end :]) for one in stocks),
        )


def _is_stock(one: ClauseFigure) -> bool:
    dimension = parse(one.unit).dimension
    return (
        bool(one.noun)
        and not one.listed
        and not one.added
        and dimension not in (parse("%").dimension, parse("年").dimension)
    )


def _with_growth(known: list[ClauseFigure], stocks: list[ClauseFigure]) -> Iterator[tuple[ClauseFigure, ClauseFigure]]:
    """Figures with a yearly growth: the one that follows in the sentence, and those of their name."""
    rates = [one for one in known if one.unit == "%" and not one.listed and not FALL.search(one.words or one.noun)]
    among = set(rates)
    following = {(one.clause, one.sentence, one.start): following for one, following in itertools.pairwise(known)}
    named = [one for one in rates if YEARLY.search(one.words or one.noun)]
    for later in stocks:
        beside = following.get((later.clause, later.sentence, later.start)) if later.sentence else None
        if (
            beside is not None
            and beside in among
            and beside.sentence == later.sentence
            and BESIDE.fullmatch(beside.words)
        ):
            yield later, beside
        core = _core(later.noun)
        for rate in named:
            if core not in BARE and _core(rate.noun) == core and rate.year in (later.year, None):
                yield later, rate


def _core(noun: str) -> str:
    return CHANGE.sub("", noun_of(noun.replace("规模以上", "规上")))


def _bases(stocks: list[ClauseFigure], later: ClauseFigure, rate: ClauseFigure) -> list[ClauseFigure]:
    """Earlier figures of the same noun, of the year before the period of the rate where it names one."""
    core = _core(later.noun)
    bases = [
        one
        for one in stocks
        if _core(one.noun) == core
        and (core not in BARE or one.clause == later.clause)
        and (one.year or 0) < (later.year or 0)
        and one.value > 0
        and in_unit(one, later.unit) is not None
    ]
    if rate.year_from is not None:
        return [one for one in bases if one.year in (rate.year_from - 1, rate.year_from)]
    return bases


def _implied(base: ClauseFigure, later: ClauseFigure) -> tuple[float, float, float]:
    """Yearly growth in per cent: likely, least and most."""
    start = in_unit(base, later.unit) or (0.0, 0.0, 0.0)
    years = (later.year or 0) - (base.year or 0)
    ends = ((later.value, start[0]), (later.low, start[2]), (later.high, start[1]))
    likely, least, most = (
        100 * ((max(end, 0.0) / begin) ** (1 / years) - 1) if begin > 0 else float("inf") for end, begin in ends
    )
    return likely, least, most


def _fits(base: ClauseFigure, later: ClauseFigure, rate: ClauseFigure) -> bool:
    _, least, most = _implied(base, later)
    about = ABOUT_POINTS if re.search("约|左右", rate.printed) else 0.0
    about = max(about, REAL_POINTS if REAL.search(later.noun) else 0.0)
    return least <= max(rate.high, rate.value + about) + ROUND and most >= min(rate.low, rate.value - about) - ROUND


def _far_above(base: ClauseFigure, later: ClauseFigure, rate: ClauseFigure) -> bool:
    """Whether a rate goes far beyond a figure that is to be exceeded (突破1300亿元，年均增长12%): possible, not meant."""
    likely, _, _ = _implied(base, later)
    years = (later.year or 0) - (base.year or 0)
    allowed = likely + (REAL_POINTS if REAL.search(later.noun) else 0.0) + ABOUT_POINTS
    return (
        math.isinf(later.high) and rate.low > allowed and ((1 + rate.low / 100) / (1 + allowed / 100)) ** years > BEYOND
    )


def _finding(plan: Plan, base: ClauseFigure, later: ClauseFigure, rate: ClauseFigure) -> Finding:
    likely, _, _ = _implied(base, later)
    places = {one: plan.place(one.clause) for one in (base, later, rate)}
    stated = f"{rate.words}{rate.printed}" if rate.words else f"{rate.noun}{rate.printed}"
    return Finding(
        severity="info" if _fits(base, later, rate) else "warning",
        consequence="target",
        subject=f"clause:{later.clause}",
        aspect=f"{later.noun}-{later.year}",
        message=Text(
            f"{later.noun}由 {base.year} 年 {base.printed}（{places[base].zh}）到 {later.year} 年 {_bare(later)}（{places[later].zh}），"
            f"折合年均 {likely:.1f}%；“{stated}”（{places[rate].zh}）。",
            f"{later.noun} {_bare(base)} ({base.year}, {places[base].en}) and {_bare(later)} ({later.year}, {places[later].en}) give "
            f"{likely:.1f}% a year; “{stated}” ({places[rate].en}).",
        ),
        reading=Text("自任一较早年份复合计算皆不符", "compounded from any earlier figure, none fits"),
        remedy=Text(
            "核对总量与增速，写明增速的基期与口径", "check figures and rate, and say from which year it counts"
        ),
        clause=clauses_of(base, later, rate),
        values={"base": base.value, "target": later.value, "stated": rate.value, "implied": likely},
    )


def _bare(one: ClauseFigure) -> str:
    return one.sentence[one.start : one.end] or one.printed


def _against(plan: Plan, stocks: list[ClauseFigure], later: ClauseFigure) -> Iterator[Finding]:
    """比2020年翻一番 and 比2020年增长60% against the figure of that year."""
    match = AGAINST.match(later.sentence[later.end :])
    if match is None:
        return
    stated = (
        {"翻一番": 2.0, "翻两番": 4.0}[match["double"]]
        if match["double"]
        else 1 + float(match["percent"]) / 100
        if match["percent"]
        else 1 + float(match["more"])
        if match["more"]
        else float(match["times"])
    )
    slack = (
        0.05 * stated
        if match["double"]
        else 0.5 * 10.0 ** -(2 if match["percent"] else _decimals(match["more"] or match["times"]))
    )
    core = _core(later.noun)
    bases = [one for one in stocks if one.year == int(match["year"]) and _core(one.noun) == core and one.value > 0]
    pairs = [(one, numbers) for one in bases for numbers in [in_unit(one, later.unit)] if numbers is not None]
    if not pairs or any(
        later.low / high <= stated + slack and later.high / low >= stated - slack
        for _, (_, low, high) in pairs
        if low > 0
    ):
        return
    base, (value, _, _) = pairs[0]
    here, there = plan.place(later.clause), plan.place(base.clause)
    yield Finding(
        severity="warning",
        consequence="target",
        subject=f"clause:{later.clause}",
        aspect=f"{later.noun}-{later.year}-{match['year']}",
        message=Text(
            f"{later.noun}{_bare(later)}“{match[0].strip('，, ')}”（{here.zh}），而 {match['year']} 年为 {_bare(base)}（{there.zh}），"
            f"两数之比为 {later.value / value:.2f}。",
            f"{quote(later.noun)} {_bare(later)} “{match[0].strip('，, ')}” ({here.en}), but {match['year']} had {_bare(base)} ({there.en}): "
            f"{later.value / value:.2f} times.",
        ),
        remedy=Text("核对两个数字与倍数", "check both figures and how many times they are said to be"),
        clause=clauses_of(later, base),
        values={"base": base.value, "target": later.value, "stated": stated, "implied": later.value / value},
    )


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])
