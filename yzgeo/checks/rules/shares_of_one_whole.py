"""Shares and their parts imply different wholes.

各占比推算出的总数不一。

A figure with its share of a whole (211.7亿元，占规上工业增加值65.7%) gives the whole. All that name one whole of one year
have to give one, the whole itself where it is stated too. Each figure may be what its words and its rounding allow.
What `measure_relations.csv` records as a share is held against its stated whole by `stated-shares`. No part is more
than all: a share above 100 % is an error. The three sectors of an economy (三次产业结构 5:50:45) make 100.

数字与其占比（“211.7亿元，占规上工业增加值65.7%”）可推出总数；同一年份指同一总数的，推出的应为一数，总数另有载明的也应相符。用语与取整计入。已在 `measure_relations.csv` 登记的占比与所载总数由 `stated-shares` 核对。部分不大于整体：占比超过 100% 为错误。三次产业结构（5:50:45）之和应为 100。

Found, 30 as 60 % of a whole of which 20 are 10 %:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("shares-of-one-whole", clauses='''
    ... clause, text
    ... 四,     2026年，钢铁产值30亿元，占全区工业总产值的60%，纺织产值20亿元，占全区工业总产值的10%。''')
    warning clause:四: 工业产值 (2026) would be 50 by 30亿元 and 60% (Chapter 4), 200 by 20亿元 and 10% (Chapter 4) (亿元).

Not found, 20 as 40 %:

    >>> print_findings("shares-of-one-whole")
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.clause_figures import OUTSIDE, ClauseFigure, clauses_of, figures, in_unit, noun_of, subject_of
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import CELL
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
            key = _whole(match["whole"], share.words or share.noun, part.noun)
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
        yield from _compared(plan, whole, year, implied, _stated(known, whole, year, implied, recorded))
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
        name = noun_of(words.replace("规模以上", "规上")).replace("总产值", "产值").strip("的")
        if not name.endswith(KINDS):
            name += next((kind for kind in KINDS if part.endswith(kind)), part)
    region = REGION.search(printed[printed.find("占") :])
    return f"{region[0]}{name}" if region and region[0] not in ("全区", "全县") else name


def _base(unit: str) -> str:
    """One name for the units that can be converted to one another."""
    return "·".join(f"{base}{power}" for base, power in parse(unit).dimension)


def _recorded(plan: Plan) -> set[tuple[str, float]]:
    """Clause and figure of the shares that `stated-shares` checks."""
    relations = plan.measure_relations[plan.measure_relations["kind"].isin(["share", "share_of_increase"])]
    rows = plan_statements(plan)
    return {(row.source, row.value) for row in rows[rows["measure_id"].isin(relations["share_measure"])].itertuples()}


def _stated(
    known: list[ClauseFigure], whole: str, year: int | None, implied: list[Implied], recorded: set[tuple[str, float]]
) -> list[Implied]:
    """The whole as stated itself, unless all its shares are recorded with it."""
    if all(one.share is not None and (one.share.clause, one.share.value) in recorded for one in implied):
        return []
    unit = implied[0].part.unit
    stated = []
    for one in known:
        name = "生产总值" if GDP.fullmatch(one.noun) else one.noun.replace("规模以上", "规上").replace("总产值", "产值")
        numbers = in_unit(one, unit)
        if name == whole and one.year == year and numbers is not None and not one.listed:
            stated.append(Implied(one, None, *numbers))
    return stated


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
    yield Finding(
        severity="warning",
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
