"""A class is larger than the one that contains it.

小类多于包含它的大类。

What is national is provincial or above, and what is provincial or above is of the city or above: 国家级, 省级以上 and
市级以上 of one noun and year nest, and all nest in the noun without a level. So do thresholds (亿元以上 and 5亿元以上 firms)
and the figure right after 其中 or 首期. 省级 alone is no class that holds the national ones. Where both are lower bounds, the
smaller class alone exceeds what is asked of the wider one: information. Parts of a whole by `measure_relations.csv`
are `tier-sums`.

国家级属于省级以上，省级以上属于市级以上，同名同年的依次包含，不带级别的包含全部；“亿元以上”包含“5亿元以上”；“其中”“首期”之后的第一个数属于之前的数。单说“省级”不包含国家级。两者都是下限的，小类的下限高于大类，列为提示。`measure_relations.csv` 登记的部分与整体由 `tier-sums` 核对。

Found, more national than provincial workshops:
查出：国家级车间多于省级车间。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("nested-measures", clauses='''
    ... clause, text
    ... 四,     2026年，省级以上示范工厂5家，国家级示范工厂6家。''')
    warning clause:四: “国家级示范工厂 6家” (Chapter 4) is within “省级以上示范工厂 5家” (Chapter 4) (2026).

Found, more firms above 500 m yuan than above 100 m yuan:
查出：5 亿元以上企业多于 1 亿元以上企业。

    >>> print_findings("nested-measures", clauses='''
    ... clause, text
    ... 四,     2026年，亿元以上企业20家，5亿元以上企业30家。''')
    warning clause:四: Chapter 4: “5亿元以上企业30家” is within “亿元以上企业20家”.

Not found, fewer:
不报：少于。

    >>> print_findings("nested-measures")
    nothing found
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import combinations

from yzgeo.checks.clause_figures import ClauseFigure, clause_figures, clauses_of, figures, in_unit, noun_of, quoted
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import is_quantity
from yzgeo.core.unit_words import NUMBERS
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("小类多于大类", "A class larger than the one around it")
LEVELS = (
    ("世界级|国际级", "世界级|国际级", 5),
    ("国家级|全国|国家", "国家级", 4),
    ("省部级|省级|自治区级|省", "省部级|省级|自治区级|省", 3),
    ("市级|市", "地市级|市级|市", 2),
    ("县级|区级|县|区", "区县级|县区级|县级|区级|县|区", 1),
)
"""How a level is named alone, how in 以上, and its rank."""
ABOVE = re.compile(
    r"^(?:(?P<level>省部级|省级|自治区级|省|地市级|市级|市|区县级|县区级|县级|区级|县|区|国家级)(?:[（(]含[^）)]*[）)]|及)?以上(?:的)?)"
)
ALONE = re.compile(r"^(?P<level>世界级|国际级|国家级|全国|国家|省部级|省级|自治区级|市级|县级|区级)(?:的)?(?!市)")
SEVERAL = re.compile("省市级|市县两级|省市|国家和省|国家、省|两级|三级")
THRESHOLD = re.compile(
    r"(?P<over>超|超过|突破)?(?P<number>\d+(?:\.\d+)?|[一二两三四五六七八九])?(?P<power>[十百千万亿]+)(?P<unit>元|亩|人|吨)?(?P<above>以上)?(?:的)?(?:[^\d，。；、]{0,8}?(?:企业|平台|园区|项目))?"
    r"(?:达到|达|有|共)?(?P<count>\d+)[家户个项]"
)
DIGITS = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
REMEDY = Text("核对两数与各自的级别", "check both figures and their classes")


OF_WHICH = re.compile("其中|[，、](?:首期|一期|先期)(?=[^，。；]{0,6}$)")
"""What begins a part of the figure before it: 规模10亿元，首期3亿元."""


def clause(plan: Plan) -> str:
    """The clauses with figures of classes."""
    levels = [one.clause for one in figures(plan) if _class(one.noun)[1] is not None]
    return listings.parts_of_plan(dict.fromkeys(levels)) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Classes by level, by threshold and by 其中 that exceed what contains them."""
    known = [one for one in figures(plan) if is_quantity(one.unit) and one.noun and not one.listed]
    yield from _levels(plan, known)
    yield from _thresholds(plan)
    yield from _of_which(plan)
    sentences = {one.sentence for one in clause_figures(plan)}
    if not any(_class(one.noun)[1] for one in known) and not any(
        "其中" in sentence or THRESHOLD.search(sentence) for sentence in sentences
    ):
        yield NotChecked(
            Text(
                "文中没有分级、分档的数字，也没有“其中”",
                "the text has no classes by level or size, and no “其中” (of which)",
            )
        )


def _class(noun: str) -> tuple[str, int | None, bool]:
    """The noun without its level, the rank of the level and whether those above count in; None without a level.

    >>> print(_class("市级（含）以上工业互联网平台"), _class("国家级工业互联网平台"), _class("平台"))
    ('工业互联网平台', 2, True) ('工业互联网平台', 4, False) ('平台', None, True)
    """
    plain = noun.replace("（含）", "").replace("(含)", "")
    if SEVERAL.search(plain[:6]):
        return plain, None, False
    for pattern, above in ((ABOVE, True), (ALONE, False)):
        if match := pattern.match(plain):
            rank = next(rank for alone, within, rank in LEVELS if match["level"] in f"{alone}|{within}".split("|"))
            return _plain(plain[match.end() :]), rank, above
    return _plain(plain), None, True


def _plain(noun: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", noun_of(noun))


def _levels(plan: Plan, known: list[ClauseFigure]) -> Iterator[Finding]:
    groups: dict[tuple[str, int | None, int | None], list[ClauseFigure]] = {}
    for one in known:
        groups.setdefault((_class(one.noun)[0], one.year, one.year_from), []).append(one)
    told = set()
    for (noun, year, _), group in groups.items():
        if len(noun) < 2:
            continue
        for one, other in combinations(group, 2):
            pair = _nested(one, other) or _nested(other, one)
            if pair is None:
                continue
            inner, outer = pair
            numbers = in_unit(inner, outer.unit)
            if numbers is None or (year is None and inner.clause != outer.clause) or (outer.added and not inner.added):
                continue
            beyond = numbers[1] > outer.high
            floors = math.isinf(outer.high) and not math.isinf(outer.low) and numbers[1] > outer.low
            key = (inner.noun, inner.value, outer.noun, outer.value)
            if not (beyond or floors) or key in told:
                continue
            told.add(key)
            within, around, when = quoted(plan, inner), quoted(plan, outer), "" if year is None else str(year)
            yield Finding(
                severity="warning" if beyond else "info",
                subject=f"clause:{inner.clause}",
                aspect=f"{inner.noun}-{inner.printed}-{when}",
                message=Text(
                    f"{within.zh}属于{around.zh}，却多于后者{when and f'（{when} 年）'}。",
                    f"{within.en} is within {around.en}{when and f' ({when})'}.",
                ),
                remedy=REMEDY,
                clause=clauses_of(inner, outer),
                values={"inner": inner.value, "outer": outer.value},
            )


def _nested(inner: ClauseFigure, outer: ClauseFigure) -> tuple[ClauseFigure, ClauseFigure] | None:
    """The pair where the first class is within the second by their levels."""
    _, level, _ = _class(inner.noun)
    _, around, above = _class(outer.noun)
    if level is None or not above or SEVERAL.search(outer.noun[:6]):
        return None
    if around is None:
        return inner, outer
    return (inner, outer) if level >= around and _class(inner.noun)[1:] != (around, True) else None


def _thresholds(plan: Plan) -> Iterator[Finding]:
    """亿元以上企业20家，5亿元以上企业30家."""
    sentences = dict.fromkeys((one.clause, one.sentence) for one in clause_figures(plan))
    for clause, sentence in sentences:
        classes = [
            (_limit(match), int(match["count"]), match[0], match["unit"] or "元")
            for match in THRESHOLD.finditer(sentence)
            if match["over"] or match["above"]
        ]
        for (limit, count, words, unit), (other, more, others, its) in combinations(classes, 2):
            inner, outer = ((words, count), (others, more)) if limit > other else ((others, more), (words, count))
            if limit == other or unit != its or inner[1] <= outer[1]:
                continue
            place = plan.place(clause)
            yield Finding(
                severity="warning",
                subject=f"clause:{clause}",
                aspect=f"{inner[0]}-{outer[0]}",
                message=Text(
                    f"{place.zh}：“{inner[0]}”属于“{outer[0]}”，却多于后者。",
                    f"{place.en}: “{inner[0]}” is within “{outer[0]}”.",
                ),
                remedy=REMEDY,
                clause=clause,
                values={"inner": inner[1], "outer": outer[1]},
            )


def _limit(match: re.Match[str]) -> float:
    number = match["number"] or "1"
    return float(DIGITS.get(number, 0) or number) * math.prod(NUMBERS[power] for power in match["power"])


def _of_which(plan: Plan) -> Iterator[Finding]:
    """The first figure behind 其中 against the largest of its unit before it in the sentence."""
    known = clause_figures(plan)
    for position, one in enumerate(known):
        head = one.sentence[: one.start]
        opening = list(OF_WHICH.finditer(head))
        cut = opening[-1].start() if opening else -1
        if cut < 0 or one.listed or not is_quantity(one.unit):
            continue
        same = [other for other in known[:position] if (other.clause, other.sentence) == (one.clause, one.sentence)]
        before = [(other, in_unit(other, one.unit)) for other in same if other.start < cut]
        wholes = [(other, numbers) for other, numbers in before if numbers is not None]
        if any(other.start > cut for other in same) or not wholes:
            continue
        whole, numbers = max(wholes, key=lambda pair: pair[1][2])
        if one.low <= numbers[2] or (_class(one.noun)[1] is not None and _class(whole.noun)[0] == _class(one.noun)[0]):
            continue
        place = plan.place(one.clause)
        begins = opening[-1][0].strip("，、")
        words = f"{begins}{one.noun.removeprefix(begins)}{one.printed}"
        around = f"{whole.noun}{whole.printed}"
        yield Finding(
            severity="warning",
            subject=f"clause:{one.clause}",
            aspect=words,
            message=Text(
                f"{place.zh}：“{words}”多于之前的“{around}”。",
                f"{place.en}: “{words}” is more than “{around}” before it.",
            ),
            remedy=Text("核对两数，或改写“其中”", "check both figures, or say it without “其中” (of which)"),
            clause=one.clause,
            values={"inner": one.value, "outer": whole.value},
        )
