"""A total over its figure for each mu or person is other land, or other people, than the plan has.

总量除以亩均、人均值，与规划的土地或人口不符。

640 亿元 at 200 万元/亩 need 32,000 亩. Totals and their figures for each mu, hectare or person are paired by name (增加值,
亩均增加值; 生产总值, 人均生产总值; 增加值, 全员劳动生产率). Where the plan states the people or the land of the same year, the
quotient should be about that: ten per cent are left to averages over the year. Between two years the quotient grows by
land that has to come from somewhere: where it grows by more than the plan's new land and recovered land together, the
arithmetic is told (information), since firms may also move in on land that was not counted.

640 亿元按 200 万元/亩需 32,000 亩。总量与亩均、地均、人均指标按名称配对（增加值与亩均增加值，生产总值与人均生产总值，增加值与全员劳动生产率）。规划载明同年人口或用地的，商数应大致相符，留百分之十给年平均数等口径差异。两个年份之间商数的增长即须增加的土地：大于规划的新增用地与盘活用地之和的，列出算式（提示），因为也可能有原未计入的土地。

Found, 400 at 20 where the plan has 10 people, not 20 (万):
查出：总量 400，人均 20，而规划人口为 10 万，不是 20 万。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("stock-over-intensity", clauses='''
    ... clause, text
    ... 四,     2026年，全区生产总值400亿元，常住人口10万人，人均生产总值20万元。''')
    warning clause:四: “生产总值 400亿元” (Chapter 4) ÷ “人均生产总值 20万元” (Chapter 4) = 200,000 persons (2026), but “常住人口 10万人” (Chapter 4).

Found, more land than the plan finds:
查出：所需土地多于规划所有。

    >>> print_findings("stock-over-intensity", clauses='''
    ... clause, text
    ... 一,     2026年，规上工业增加值1.00亿元，规上工业亩均增加值100万元/亩。
    ... 二,     到2030年，规上工业增加值4.00亿元，规上工业亩均增加值200万元/亩。''')
    info clause:二: “规上工业增加值 4.00亿元” (Chapter 2) ÷ “规上工业亩均增加值 200万元/亩” (Chapter 2) = 200 mu (2030); “规上工业增加值 1.00亿元” (Chapter 1) ÷ “规上工业亩均增加值 100万元/亩” (Chapter 1) = 100 mu (2026): 100 mu more. The plan finds 48 mu: new land of projects 18 mu, land recovered 30 mu.

Not found, 200 at 20 where there are 10:
不报：总量 200，人均 20，人口 10 万。

    >>> print_findings("stock-over-intensity")
    nothing found
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.clause_figures import BARE, ClauseFigure, clauses_of, figures, in_unit, quoted
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import NOTHING, Text
from yzgeo.core.unit_grammar import convert, parse, ratio
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.known_measures import LOW_EFFICIENCY_LAND
from yzgeo.plan.model import Plan

TITLE = Text("总量与亩均、人均推出的土地、人口不符", "Totals, intensities and the land or people they need")
FOR_EACH = re.compile("亩均|地均|人均|户均|每亩|每公顷|单位面积|单位用地|单位土地|全员")
DIVISORS = (("亩均|每亩", "亩"), ("地均|单位面积|单位用地|单位土地|每公顷", "公顷"), ("人均|全员", "人"))
PRODUCTIVITY = re.compile("(?:全员)?劳动生产率")
GDP = re.compile("GDP|国内生产总值|地区生产总值|生产总值", re.IGNORECASE)
PEOPLE = {
    "人均": re.compile("^(?:常住)?(?:总)?人口(?:总量|规模)?$"),
    "全员": re.compile("从业人员|就业人员|职工|用工|从业人数|就业人数"),
}
PEOPLE_OF = re.compile("^(?P<sort>[\u4e00-\u9fff]{2,6}?)(?:常住|户籍)?(?:总)?人口(?:总量|规模)?$")
"""The people of one sort of place, such as 村庄人口."""
LAND = re.compile("用地|土地")
SORTS = re.compile("村庄|农村|乡村|农民|城镇|城市|城区|集镇|建成区")
"""Parts of the whole, whose figures for each person are not for each of all persons."""
OBJECTS = re.compile("规上工业|规模以上工业|工业|制造业|服务业|园区|开发区")
AVERAGES = 0.1


class Quotient(NamedTuple):
    """A total over its figure for each mu or person: what it needs, in `unit`."""

    total: ClauseFigure
    each: ClauseFigure
    unit: str
    value: float
    low: float
    high: float


def clause(plan: Plan) -> str:
    """The clauses that state figures for each mu or person."""
    each = [one.clause for one in figures(plan) if _divisor(one)]
    return listings.parts_of_plan(dict.fromkeys(each)) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Quotients that differ from the people or land stated, or grow by more than the land that the plan finds."""
    known = [one for one in figures(plan) if one.noun and not one.listed]
    quotients = list(_quotients(known))
    if not quotients:
        yield NotChecked(
            Text("没有同年的总量与亩均、人均指标", "no total stands beside its figure for each mu or person")
        )
    told = set()
    for quotient in quotients:
        for stated in known:
            key = (quotient.total.noun, quotient.total.year, stated.noun)
            if key not in told and _is_of(stated, quotient) and not _agrees(stated, quotient):
                told.add(key)
                yield _other_than_stated(plan, quotient, stated)
    yield from _growth(plan, quotients)


def _divisor(one: ClauseFigure) -> str:
    """The land or people that a figure is for each of: 亩 of 万元/亩 and of 亩均; empty for a total."""
    head, _, divisor = one.unit.partition("/")
    by_name = next((unit for words, unit in DIVISORS if re.search(words, one.noun)), "")
    word = divisor.split("·")[0] or by_name
    if not word or (ratio(word, "亩") is None and ratio(word, "人") is None):
        return ""
    return word if parse(head).dimension not in (parse("%").dimension, ()) else ""


def _quotients(known: list[ClauseFigure]) -> Iterator[Quotient]:
    for each in known:
        divisor = _divisor(each)
        if not divisor or each.low <= 0:
            continue
        wanted = _core(PRODUCTIVITY.sub("增加值", FOR_EACH.sub("", each.noun)))
        of_year = [one for one in known if one.year == each.year and one.year is not None and not _divisor(one)]
        totals = [one for one in of_year if _core(one.noun) == wanted and one.year_from is None]
        if wanted in BARE:  # a clause that has just named whose figures they are says 亩均增加值 for short
            totals = [one for one in of_year if one.clause == each.clause and _core(one.noun).endswith(wanted)][:1]
        for total in totals:
            numbers = in_unit(total, each.unit.partition("/")[0])
            if numbers is not None:
                value, low, high = numbers[0] / each.value, numbers[1] / each.high, numbers[2] / each.low
                yield Quotient(total, each, divisor, value, low, high)


def _core(noun: str) -> str:
    return GDP.sub("生产总值", noun.replace("规模以上", "规上")).replace("总产值", "产值").replace("按", "")


def _is_of(stated: ClauseFigure, quotient: Quotient) -> bool:
    """Whether a figure is the people or the land that a quotient is about."""
    if stated.year != quotient.each.year or in_unit(stated, quotient.unit) is None or _divisor(stated) or stated.added:
        return False
    total = _core(quotient.total.noun)
    if ratio(quotient.unit, "亩") is not None:
        objects = [set(OBJECTS.findall(one)) for one in (stated.noun, quotient.total.noun)]
        of_all = "生产总值" in total and not SORTS.search(
            stated.noun
        )  # other totals without an object are of some land
        return (
            bool(LAND.search(stated.noun))
            and objects[0] == objects[1]
            and (bool(objects[0]) or of_all)
            and not re.search("新增|盘活|低效|腾", stated.noun)
        )
    if PRODUCTIVITY.search(quotient.each.noun) or "全员" in quotient.each.noun:
        return bool(PEOPLE["全员"].search(stated.noun)) and OBJECTS.findall(stated.noun) == OBJECTS.findall(total)
    if PEOPLE["人均"].search(stated.noun):
        parts = LAND.search(total) or SORTS.search(total) or OBJECTS.search(total)
        return "生产总值" in total or not parts
    # Land for each person is counted for the people who live on it: 村庄建设用地 for 村庄人口, not for all.
    of_sort = PEOPLE_OF.search(stated.noun)
    return of_sort is not None and total.startswith(of_sort["sort"])


def _agrees(stated: ClauseFigure, quotient: Quotient) -> bool:
    numbers = in_unit(stated, quotient.unit)
    return (
        numbers is not None
        and numbers[1] * (1 - AVERAGES) <= quotient.high
        and quotient.low <= numbers[2] * (1 + AVERAGES)
    )


def _arithmetic(plan: Plan, one: Quotient) -> Text:
    total, each, result = quoted(plan, one.total), quoted(plan, one.each), amount(_round(one.value), one.unit)
    year = one.each.year
    return Text(f"{total.zh}÷{each.zh}＝{result.zh}（{year} 年）", f"{total.en} ÷ {each.en} = {result.en} ({year})")


def _round(value: float) -> float:
    """Four digits, or the whole number where it has more."""
    return float(f"{value:.4g}") if abs(value) < 10_000 else float(round(value))


def _other_than_stated(plan: Plan, quotient: Quotient, stated: ClauseFigure) -> Finding:
    sum_, as_stated = _arithmetic(plan, quotient), quoted(plan, stated)
    return Finding(
        severity="warning",
        consequence="target",
        subject=f"clause:{quotient.each.clause}",
        aspect=f"{quotient.each.noun}-{quotient.each.year}",
        message=Text(f"{sum_.zh}，而{as_stated.zh}。", f"{sum_.en}, but {as_stated.en}."),
        remedy=Text("核对三个数字，或说明口径", "check the three figures, or say how they are counted"),
        clause=clauses_of(quotient.total, quotient.each, stated),
        values={
            "total": quotient.total.value,
            "each": quotient.each.value,
            "quotient": quotient.value,
            "stated": stated.value,
        },
    )


def _growth(plan: Plan, quotients: list[Quotient]) -> Iterator[Finding]:
    """Land that a total needs in a later year beyond an earlier one, against the land that the plan finds."""
    found, of_what = _land_found(plan)
    if not found:
        return
    told = set()
    on_land = [one for one in quotients if ratio(one.unit, "亩") is not None]
    for later in on_land:
        pairs = [
            one
            for one in on_land
            if _core(one.total.noun) == _core(later.total.noun) and (one.each.year or 0) < (later.each.year or 0)
        ]
        key = (_core(later.total.noun), later.each.year)
        if not pairs or key in told:
            continue
        in_mu = [(one, convert(later.low, later.unit, "亩"), convert(one.high, one.unit, "亩")) for one in pairs]
        least = min((low or 0) - (high or math.inf) for _, low, high in in_mu)
        if least <= found or not math.isfinite(least):
            continue
        told.add(key)
        earlier = pairs[0]
        more = (convert(later.value, later.unit, "亩") or 0) - (convert(earlier.value, earlier.unit, "亩") or 0)
        sums, more_mu, found_mu = (
            (_arithmetic(plan, later), _arithmetic(plan, earlier)),
            amount(_round(more), "亩"),
            amount(_round(found), "亩"),
        )
        yield Finding(
            severity="info",
            consequence="target",
            subject=f"clause:{later.each.clause}",
            aspect=f"{later.each.noun}-{later.each.year}-land",
            message=Text(
                f"{sums[0].zh}；{sums[1].zh}：增加 {more_mu.zh}。规划可供 {found_mu.zh}：{of_what.zh}。",
                f"{sums[0].en}; {sums[1].en}: {more_mu.en} more. The plan finds {found_mu.en}: {of_what.en}.",
            ),
            reading=Text("总量与亩均指标同一口径", "total and figure for each mu count the same firms"),
            remedy=Text(
                "核对总量与亩均目标，或说明其余土地从何而来",
                "check both targets, or say where the other land comes from",
            ),
            clause=clauses_of(later.total, later.each, earlier.total, earlier.each),
            values={"needed_mu": more, "found_mu": found},
        )


def _land_found(plan: Plan) -> tuple[float, Text]:
    """New land of projects and the land to be recovered, mu, and these two in words."""
    new = float(plan.projects["new_land_mu"].fillna(0).sum())
    targets = plan.targets[plan.targets["measure_id"] == LOW_EFFICIENCY_LAND].dropna(subset=["target"])
    measure_units = dict(zip(plan.measures["measure_id"], plan.measures["unit"], strict=True))
    recovered = 0.0
    for target in targets.itertuples():
        unit = target.unit if isinstance(target.unit, str) else measure_units[LOW_EFFICIENCY_LAND]
        upper = target.target if math.isnan(target.target_to) else target.target_to
        recovered += convert(upper, str(unit), "亩") or 0.0
    named = []
    for mu, zh, en in ((new, "项目新增用地", "new land of projects"), (recovered, "盘活低效用地", "land recovered")):
        if mu:
            told = amount(_round(mu), "亩")
            named.append(Text(f"{zh} {told.zh}", f"{en} {told.en}"))
    if not named:
        return 0.0, NOTHING
    return new + recovered, Text("，".join(one.zh for one in named), ", ".join(one.en for one in named))
