"""Shares and their parts imply different wholes.

各占比推算出的总数不一。

A figure with its share of a whole (211.7亿元，占规上工业增加值65.7%) gives the whole. All that name one whole of one year
have to give one, the whole itself where it is stated too. Each figure may be what its words and its rounding allow.
What `measure_relations.csv` records as a share is held against its stated whole by `stated-shares`. No part is more
than all: a share above 100 % is an error. The three sectors of an economy (三次产业结构 5:50:45) make 100.

数字与其占比（“211.7亿元，占规上工业增加值65.7%”）可推出总数；同一年份指同一总数的，推出的应为一数，总数另有载明的也应相符。用语与取整计入。已在 `measure_relations.csv` 登记的占比与所载总数由 `stated-shares` 核对。部分不大于整体：占比超过 100% 为错误。三次产业结构（5:50:45）之和应为 100。

A share without a year is held against the whole of its name, whatever the year; where the whole stands under another
heading or the sentence speaks of a part of the district, that is information. Part and whole that stand in the sentence of the share itself (4500亩，其中完成2700亩，占60%; 120亿元，占全区480亿元的25%) are divided, and
so are urban and all residents beside the 城镇化率.

未写年份的占比与同名总数各年所载相比，总数在另一标题下、或所述为局部的列为提示。部分与总数就在同一句的（“4500亩，其中完成2700亩，占60%”“120亿元，占全区480亿元的25%”），直接相除；城镇人口、常住人口与城镇化率同样。

Found, 2,700 of 4,500 as 75 %:
查出：4500 中的 2700 写作 75%。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("shares-of-one-whole", clauses='''
    ... clause, text
    ... 五,     盘活工业用地4500亩，其中完成2700亩，占75%。''')
    warning clause:五: 五: “4500亩，其中完成2700亩，占75%”: 2700亩 ÷ 4500亩 = 60.0%, 75% is printed.

Found, 30 as 60 % of a whole of which 20 are 10 %:
查出：30 占整体的 60%，而同一整体中 20 占 10%。

    >>> print_findings("shares-of-one-whole", clauses='''
    ... clause, text
    ... 四,     2026年，钢铁产值30亿元，占全区工业总产值的60%，纺织产值20亿元，占全区工业总产值的10%。''')
    warning clause:四: 工业产值 (2026) would be 50 by 30亿元 and 60% (Chapter 4), 200 by 20亿元 and 10% (Chapter 4) (亿元).

Not found, 20 as 40 %:
不报：20 占 40%。

    >>> print_findings("shares-of-one-whole")
    nothing found
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.clause_figures import BARE, OUTSIDE, ClauseFigure, clauses_of, figures, in_unit, noun_of, subject_of
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import CELL
from yzgeo.checks.side_by_side import OF_A_PART, bare, between, bounded, sentences
from yzgeo.checks.statements import plan_statements
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import is_quantity, parse, ratio
from yzgeo.core.units import rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("同一总数由占比推算不一", "Shares of one whole that give several")
SHARE = re.compile(r"^(?P<part>.*?)占(?:到|了|据)?(?P<whole>.+?)(?:的?(?:比重|比例|份额|比|百分比))?$")
REGION = re.compile("全国|全省|全市|全州|全区|全县|世界|全球|长三角")
KINDS = (
    "增加值",
    "产值",
    "营业收入",
    "销售收入",
    "业务收入",
    "收入",
    "税收",
    "利润",
    "投资",
    "就业",
    "人口",
    "面积",
    "用地",
    "支出",
    "出口",
    "产量",
    "能耗",
)
OF_PLACE = re.compile("占全([省市州区县镇乡村])(?!.*占全)")
GDP = re.compile("GDP|国内生产总值|地区生产总值|生产总值", re.IGNORECASE)
SECTORS = re.compile(
    r"(?P<one>\d+(?:\.\d+)?)\s*[:：∶]\s*(?P<two>\d+(?:\.\d+)?)\s*[:：∶]\s*(?P<three>\d+(?:\.\d+)?)(?!\s*[:：∶]\s*\d)"
)
EACH_SECTOR = re.compile(
    r"第?一(?:次)?产业?[^%；。]{0,12}?(?P<one>\d+(?:\.\d+)?)%[^%；。]{0,6}第?二(?:次)?产业?[^%；。]{0,12}?(?P<two>\d+(?:\.\d+)?)%"
    r"[^%；。]{0,6}第?三(?:次)?产业?[^%；。]{0,12}?(?P<three>\d+(?:\.\d+)?)%"
)
GROWS = re.compile("增长|增速|下降|提高|拉动|贡献")
OF_SECTORS = re.compile("产业.{0,6}(?:结构|比例|比重|之比|占比|增加值比)")
ALONE = re.compile(r"[，,、（(]?\s*(?:约)?(?:占比?|占总数|占总量|占比重|比重)(?:的|为|达到?|约|近|比重|总数|总量)*")
"""Words before a share that names no whole."""
OF_ALL = re.compile(r"[，,、（(]?\s*占(?:到|了|据)?[^，。；\d%]*")
BEHIND_WHOLE = re.compile(r"的?(?:比重|比例|份额)?(?:为|达到?|约|近)*")
URBAN = re.compile("^(?:常住人口)?城镇化率$")
OF_REGION = re.compile(r"[，,、（(]?\s*占(全国|全省|全市|全州|全县|全区)(?:的)?(?:比重|比例|份额)?(?:为|达到?|约|近)*")
REST = re.compile("其余|其他|其它|剩余")
LISTED = re.compile(r"[、，,；和与及\s][^%。\d]{0,16}")
SHORTEST = 4
NEAR = 20
"""Three numbers farther than this from 100 are another ratio."""


class Implied(NamedTuple):
    """A whole: the figure and the share that give it (no share where it is stated), its range in `unit`."""

    part: ClauseFigure
    share: ClauseFigure | None
    value: float
    low: float
    high: float


def clause(plan: Plan) -> str:
    """The clauses that state shares."""
    return (
        listings.parts_of_plan(dict.fromkeys(one.clause for one in figures(plan) if "占" in one.noun)) or "clauses.csv"
    )


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Wholes that several shares give differently, shares above 100 %, and sectors that do not make 100."""
    known = figures(plan)
    wholes: dict[tuple[str, int | None, str], list[Implied]] = {}
    shares = False
    for position, share in enumerate(known):
        if share.unit != "%" or share.listed:
            continue
        match = SHARE.match(share.noun)
        if match is None:
            continue
        shares = True
        if share.low > 100:
            yield _above(plan, share)
            continue
        for part in _parts(known, position, match["part"]):
            if not is_quantity(part.unit) or share.low <= 0 or part.year != share.year:
                continue
            key = _place(share) + _whole(match["whole"], share.words or share.noun, part.noun)
            wholes.setdefault((key, share.year, _base(part.unit)), []).append(
                Implied(
                    part,
                    share,
                    100 * part.value / share.value,
                    100 * part.low / share.high,
                    100 * part.high / share.low,
                )
            )
    recorded = _recorded(plan)
    for (whole, year, _), implied in wholes.items():
        yield from _compared(plan, whole, year, implied, _stated(plan, known, whole, year, implied, recorded))
    for finding in itertools.chain(_of_sentences(plan), _with_rest(plan)):
        shares = True
        if finding is not None:
            yield finding
    found_sectors = False
    for row in plan.clauses.itertuples():
        for finding in _sectors(plan, str(row.clause), str(row.text)):
            found_sectors = True
            yield finding
    if not shares and not found_sectors:
        yield NotChecked(Text("文中没有占比", "the text states no shares"))


def _parts(known: list[ClauseFigure], position: int, named: str) -> list[ClauseFigure]:
    """The figure that a share is of: the one it names, else the one before it in the sentence."""
    share = known[position]
    if noun_of(named):
        return [one for one in known if one.noun == noun_of(named) and one.year == share.year and is_quantity(one.unit)]
    subject = subject_of(known, position)
    return [] if subject is None else [subject]


def _whole(words: str, printed: str, part: str) -> str:
    """The whole by its name: the region unless it is the district's own, and the kind of the part where it names none."""
    if GDP.search(words):
        name = "生产总值"
    else:
        name = _plain(noun_of(words).strip("的"))
        if not name.endswith(KINDS):
            name += next((kind for kind in KINDS if part.endswith(kind)), part)
    region = REGION.search(printed[printed.find("占") :])
    return f"{region[0]}{name}" if region and region[0] not in ("全区", "全县") else name


def _place(share: ClauseFigure) -> str:
    """The place named before a share that 全县 or 全镇 behind it means: 甲县开发区产值5亿元，占全县的20%."""
    level = OF_PLACE.search(share.sentence, 0, share.start)
    if level is None or level.group() not in (share.words or share.noun):
        return ""
    named = re.findall(
        rf"(?:^|[，,；：、]|其中)\s*([\u4e00-\u9fff]{{1,6}}?{level[1]})", share.sentence[: level.start()]
    )
    own = [one for one in named if "全" not in one and not one.startswith(("本", "我", "该", "各"))]
    return own[-1] if own else ""


def _plain(noun: str) -> str:
    """A noun with one spelling for 规模以上 and without words for all of it: 税收总额.

    >>> print(_plain("规模以上工业总产值"), _plain("税收总额"))
    规上工业产值 税收
    """
    return re.sub(
        "(?<=..)(?:总额|总量|总数|总面积|总规模|总值)$", "", noun.replace("规模以上", "规上").replace("总产值", "产值")
    )


def _base(unit: str) -> str:
    """One name for the units that can be converted to one another."""
    return "·".join(f"{base}{power}" for base, power in parse(unit).dimension)


def _recorded(plan: Plan) -> set[tuple[str, float]]:
    """Clause and figure of the shares that `stated-shares` checks."""
    relations = plan.measure_relations[plan.measure_relations["kind"].isin(["share", "share_of_increase"])]
    rows = plan_statements(plan)
    return {(row.source, row.value) for row in rows[rows["measure_id"].isin(relations["share_measure"])].itertuples()}


def _stated(
    plan: Plan,
    known: list[ClauseFigure],
    whole: str,
    year: int | None,
    implied: list[Implied],
    recorded: set[tuple[str, float]],
) -> list[Implied]:
    """The whole as stated itself, unless all its shares are recorded with it."""
    if all(one.share is not None and (one.share.clause, one.share.value) in recorded for one in implied):
        return []
    unit = implied[0].part.unit
    regions = {REGION.search(one.share.words) for one in implied if one.share is not None}
    levels = {region[0] for region in regions if region}
    stated = []
    for one in known:
        of = REGION.findall(one.sentence[: one.start])
        if of and levels and of[-1] not in levels:
            continue  # 全市产值 is not what 占全县产值 is of
        name = "生产总值" if GDP.fullmatch(one.noun) else _plain(one.noun)
        numbers = in_unit(one, unit)
        if name == whole and year in (one.year, None) and numbers is not None and not one.listed:
            stated.append(Implied(one, None, *numbers))
    return stated if year is not None else _undated(plan, implied, stated, whole)


def _undated(plan: Plan, implied: list[Implied], stated: list[Implied], whole: str) -> list[Implied]:
    """What shares without a year are held against: of all that is stated the nearest, rather under their own heading."""
    if whole in BARE or not stated:
        return []
    middle = implied[0].value

    def distance(one: Implied) -> float:
        return max(one.low - middle, middle - one.high, 0.0)

    nearest = min(stated, key=distance)
    headings = {_heading(plan, one.part.clause) for one in implied}
    own = [one for one in stated if _heading(plan, one.part.clause) in headings]
    fits = max(one.low for one in implied) <= nearest.high and min(one.high for one in implied) >= nearest.low
    return [nearest if fits or not own else min(own, key=distance)]


def _compared(
    plan: Plan, whole: str, year: int | None, implied: list[Implied], stated: list[Implied]
) -> Iterator[Finding]:
    unit = implied[0].part.unit
    ranged = [*(_in_unit(one, unit) for one in implied), *stated]
    if len(ranged) < 2 or max(one.low for one in ranged) <= min(one.high for one in ranged):
        return
    lowest, highest = min(ranged, key=lambda one: one.high), max(ranged, key=lambda one: one.low)
    both = sorted((lowest, highest), key=lambda one: (one.share is None, ranged.index(one)))
    told = [_told(plan, one) for one in both]
    figures_of = [part for one in both for part in (one.part, one.share) if part is not None]
    when = "" if year is None else str(year)
    elsewhere = year is None and (
        _heading(plan, lowest.part.clause) != _heading(plan, highest.part.clause)
        or any(one.share and OF_A_PART.search(one.part.sentence[: one.part.start]) for one in both)
    )
    yield Finding(
        severity="info" if elsewhere else "warning",
        consequence="target",
        subject=f"clause:{both[0].part.clause}",
        aspect=f"{whole}-{when}",
        message=Text(
            f"{whole}{when and f'（{when} 年）'}：{'；'.join(text.zh for text in told)}（{unit}）。",
            f"{whole}{when and f' ({when})'} would be {', '.join(text.en for text in told)} ({unit}).",
        ),
        remedy=Text("核对各部分与占比，写明以何为总数", "check parts and shares, and say what the whole is"),
        clause=clauses_of(*figures_of),
        values={"wholes": [one.value for one in both]},
    )


def _heading(plan: Plan, clause: str) -> object:
    """The heading that a clause stands under, else the clause itself."""
    headings = plan.clauses.loc[plan.clauses["clause"] == clause, "heading"]
    return headings.iloc[0] if len(headings) and isinstance(headings.iloc[0], str) and headings.iloc[0] else clause


def _in_unit(one: Implied, unit: str) -> Implied:
    factor = float(ratio(one.part.unit, unit) or 1)
    return one._replace(value=one.value * factor, low=one.low * factor, high=one.high * factor)


def _told(plan: Plan, one: Implied) -> Text:
    place = plan.place(one.part.clause)
    if one.share is None:
        return Text(
            f"载为 {one.part.printed}（{place.zh}）", f"{one.value:,.4g} as stated, {one.part.printed} ({place.en})"
        )
    share = one.share.sentence[one.share.start : one.share.end] or one.share.printed
    part = one.part.sentence[one.part.start : one.part.end] or one.part.printed
    return Text(
        f"{one.part.noun}{part}、占 {share}，推得 {one.value:,.4g}（{place.zh}）",
        f"{one.value:,.4g} by {part} and {share} ({place.en})",
    )


def _above(plan: Plan, share: ClauseFigure) -> Finding:
    place = plan.place(share.clause)
    return Finding(
        severity="error",
        consequence="target",
        subject=f"clause:{share.clause}",
        aspect=f"{share.noun}-{share.printed}",
        message=Text(
            f"{place.zh}：“{share.noun}{share.printed}”，占比超过 100%。",
            f"{place.en}: “{share.noun}{share.printed}” is more than all.",
        ),
        remedy=Text("核对占比", "check the share"),
        clause=share.clause,
        values={"share": share.value},
    )


def _of_sentences(plan: Plan) -> Iterator[Finding | None]:
    """Shares whose part and whole stand in the same sentence; None for a share that fits."""
    recorded = _recorded(plan)
    for sentence in sentences(plan):
        for position, share in enumerate(sentence):
            trio = _in_sentence(sentence, position) if share.unit == "%" and not share.listed else None
            if trio is None or (share.clause, share.value) in recorded:
                continue
            part, whole, quote = trio
            numbers = in_unit(whole, part.unit)
            if numbers is None or numbers[1] <= 0 or not (bounded(part) and bounded(whole)):
                continue
            value, low, high = numbers
            fits = 100 * part.low / high <= share.high and share.low <= 100 * part.high / low
            yield None if fits else _quotient(plan, share, quote, part, whole, 100 * part.value / value)


def _in_sentence(sentence: list[ClauseFigure], position: int) -> tuple[ClauseFigure, ClauseFigure, str] | None:
    """Part, whole and words of a share: 4500亩，其中完成2700亩，占60%; 120亿元，占全区480亿元的30%; 城镇化率."""
    share = sentence[position]
    before = sentence[:position]
    if URBAN.search(share.noun):
        return _urban(sentence, share)
    if region := OF_REGION.fullmatch(share.words):
        return _of_region(sentence, position, region[1])
    if len(before) < 2:
        return None
    one, other = before[-2:]
    if OF_ALL.fullmatch(between(one, other)) and BEHIND_WHOLE.fullmatch(between(other, share)):
        return (one, other, share.sentence[one.start : share.end]) if is_quantity(one.unit) else None
    if not ALONE.fullmatch(between(other, share)) or not is_quantity(other.unit):
        return None
    wholes = [each for each in before[:-1] if in_unit(each, other.unit) is not None]
    opening = share.sentence.rfind("其中", 0, other.start)
    if not wholes or opening < wholes[-1].end or any(opening < each.start for each in wholes):
        return None
    whole = next((one for one in reversed(wholes) if one.unit == other.unit), wholes[-1])
    return other, whole, share.sentence[whole.start : share.end]


def _of_region(
    sentence: list[ClauseFigure], position: int, region: str
) -> tuple[ClauseFigure, ClauseFigure, str] | None:
    """1420亿元，占全市的28.4%，全市产值5000亿元: the region's figure of the same noun in the same sentence."""
    part = subject_of(sentence, position)
    if part is None:
        return None
    wholes = [
        one
        for one in sentence
        if one.words.strip("，,、：: ").startswith(region)
        and len(one.noun) >= SHORTEST
        and part.noun.endswith(one.noun)
        and one.year == part.year
        and in_unit(one, part.unit) is not None
    ]
    if len(wholes) != 1:
        return None
    ends = sorted((part, wholes[0], sentence[position]), key=lambda one: one.start)
    return part, wholes[0], part.sentence[ends[0].start : ends[-1].end]


def _with_rest(plan: Plan) -> Iterator[Finding | None]:
    """Shares in one list, of which one is the rest (其他占10%): they make 100. None for those that do."""
    for sentence in sentences(plan):
        run: list[ClauseFigure] = []
        for one in [*sentence, None]:
            if one is not None and one.unit == "%" and (not run or LISTED.fullmatch(between(run[-1], one))):
                run.append(one)
                continue
            rest = [share for share in run[1:] if REST.search(share.words)]
            if len(run) >= 3 and rest and "占" in run[0].words + run[-1].words and not GROWS.search(run[0].words):
                yield _sum_of_shares(plan, run)
            run = [one] if one is not None and one.unit == "%" else []


def _sum_of_shares(plan: Plan, run: list[ClauseFigure]) -> Finding | None:
    total, low, high = (sum(getattr(one, name) for one in run) for name in ("value", "low", "high"))
    if low <= 100 + 1e-9 and high >= 100 - 1e-9:
        return None
    place, quote = plan.place(run[0].clause), run[0].sentence[run[0].start : run[-1].end]
    return Finding(
        severity="warning",
        consequence="target",
        subject=f"clause:{run[0].clause}",
        aspect=quote,
        message=Text(
            f"{place.zh}：“{quote}”，各占比之和为 {total:g}%，不是 100%。",
            f"{place.en}: the shares “{quote}” make {total:g}%, not 100%.",
        ),
        remedy=Text("核对各占比", "check the shares"),
        clause=run[0].clause,
        values={"shares": [one.value for one in run], "sum": total},
    )


def _urban(sentence: list[ClauseFigure], rate: ClauseFigure) -> tuple[ClauseFigure, ClauseFigure, str] | None:
    """Urban and all residents beside an urbanisation rate of one year, in one sentence."""
    same = [one for one in sentence if one.year == rate.year and in_unit(one, "人") is not None]
    urban = [one for one in same if re.fullmatch("城镇(?:常住)?人口", one.noun)]
    all_residents = [one for one in same if re.fullmatch("(?:常住)?人口|常住总人口", one.noun)]
    rates = [one for one in sentence if URBAN.search(one.noun) and one.year == rate.year]
    if not len(urban) == len(all_residents) == len(rates) == 1:
        return None
    three = sorted((urban[0], all_residents[0], rate), key=lambda one: one.start)
    return urban[0], all_residents[0], rate.sentence[three[0].start : three[-1].end]


def _quotient(
    plan: Plan, share: ClauseFigure, quote: str, part: ClauseFigure, whole: ClauseFigure, likely: float
) -> Finding:
    place = plan.place(share.clause)
    return Finding(
        severity="warning",
        consequence="target",
        subject=f"clause:{share.clause}",
        aspect=quote,
        message=Text(
            f"{place.zh}：“{quote}”：{bare(part)} ÷ {bare(whole)} = {likely:.1f}%，所载占比 {bare(share)}。",
            f"{place.en}: “{quote}”: {bare(part)} ÷ {bare(whole)} = {likely:.1f}%, {bare(share)} is printed.",
        ),
        remedy=Text("核对部分、总数与占比", "check part, whole and share"),
        clause=share.clause,
        values={"printed": share.value, "computed": likely},
    )


def _sectors(plan: Plan, clause: str, text: str) -> Iterator[Finding]:
    if CELL in text or clause.startswith(OUTSIDE):
        return
    for sentence in re.split("[。；\n]", text):
        named = [match for match in EACH_SECTOR.finditer(sentence) if not GROWS.search(match[0])]
        for match in [*named, *(SECTORS.finditer(sentence) if OF_SECTORS.search(sentence) else ())]:
            numbers = [float(match[name]) for name in ("one", "two", "three")]
            total, slack = sum(numbers), sum(rounding(number) for number in numbers)
            if abs(total - 100) <= slack + 1e-9 or abs(total - 100) > NEAR:
                continue
            place = plan.place(clause)
            yield Finding(
                severity="warning",
                consequence="target",
                subject=f"clause:{clause}",
                aspect=match[0],
                message=Text(
                    f"{place.zh}：产业结构“{match[0]}”之和为 {total:g}，不是 100。",
                    f"{place.en}: the sectors “{match[0]}” make {total:g}, not 100.",
                ),
                remedy=Text("核对三个数", "check the three numbers"),
                clause=clause,
                values={"shares": numbers, "sum": total},
            )
