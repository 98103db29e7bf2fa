"""One number is told of two objects, or two statistics with names alike.

同一数字说的是两种对象，或两个名称相近的统计。

The same number of one year stands once with 企业 and once with 项目, once with a class of firms and once with the list of
candidates for it (百强企业, 百强企业培育梯队), once with a quantity and once with that quantity for each unit of output (用水量,
万元增加值用水量): one of the two may be meant. Two statistics that are often taken for one another (研发费用, 研发经费) with
different values are not a contradiction, since they are counted otherwise: they cannot be compared directly. All this
is information.

同一年份的同一数字，一处说企业、一处说项目，一处说某类企业、一处说其培育梯队（百强企业、百强企业培育梯队），一处说总量、一处说单位产出的用量（用水量、万元增加值用水量），可能只有一种是本意。两个常被混同的统计（研发费用、研发经费）数值不同并不矛盾，口径不同，不能直接相比。以上均为提示。

Found, 15 pilot firms and 15 pilot projects:
查出：试点企业 15 家，试点项目也是 15 个。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("one-number-two-objects", clauses='''
    ... clause, text
    ... 一,     到2030年，培育智能制造试点企业15家。
    ... 二,     到2030年，建设智能制造试点项目15个。''')
    info clause:一: One number, two objects (2030): “智能制造试点企业 15家” (Chapter 1), “智能制造试点项目 15个” (Chapter 2).

Found, two statistics with names alike:
查出：两项统计名称相近。

    >>> print_findings("one-number-two-objects", clauses='''
    ... clause, text
    ... 一,     2026年，研发费用支出40.5亿元。
    ... 二,     2026年，研发经费支出43亿元。''')
    info clause:一: Two statistics with different names (2026), not to be compared directly: “研发费用支出 40.5亿元” (Chapter 1), “研发经费支出 43亿元” (Chapter 2).

Not found, numbers of other things:
不报：别的事物的数字。

    >>> print_findings("one-number-two-objects")
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from yzgeo.checks.clause_figures import GROWTH, ClauseFigure, clauses_of, figures, in_unit, quoted, subject_of
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import longest_shared
from yzgeo.core.i18n import NOTHING, Text
from yzgeo.core.unit_grammar import is_count
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("一数两物、名近而实异", "One number of two objects, or names alike")
OBJECTS = "企业|公司|项目|产品|平台|园区|工厂|车间|基地|中心|机构|单位|团队|人才|品牌|标准|专利|集群|场景|示范区|社区|村|学校|医院|家庭|农户|合作社"
"""Words for what is counted: two different ones behind the same name are two objects."""
CANDIDATES = "培育梯队|梯队|培育库|储备库|培育对象|培育名单|后备|苗圃|候选|入库"
OBJECT = re.compile(rf"(?:{OBJECTS})(?:{CANDIDATES})?|(?:{CANDIDATES})")
CANDIDATE = re.compile(rf"(?:企业|项目|产品)?(?:{CANDIDATES})(?:企业|项目)?")
FOR_EACH = re.compile("万元|单位|每|亩均|人均|亿元")
"""In the words before a quantity: it is the quantity for each of something."""
ALIKE = (
    ("研发费用", "研发经费", "研发投入", "R&D经费", "研究与试验发展经费"),
    ("主营业务收入", "营业收入", "销售收入"),
    ("从业人员", "就业人员", "职工", "就业人数", "从业人数"),
    ("综合能耗", "能源消费量", "能源消费总量", "能耗总量"),
    ("用水量", "取水量", "新鲜水用量"),
)
"""Statistics that are counted differently and often taken for one another."""
TWO_OBJECTS = Text("同一数字，两种对象", "One number, two objects")
WHICH = Text("写明究竟是哪一种，两处统一", "say which of the two is meant, in both places")
TWO_STATISTICS = Text("两个名称不同的统计，不能直接相比", "Two statistics with different names")
NOT_COMPARED = Text("", ", not to be compared directly")
HOW_COUNTED = Text(
    "若指同一统计则统一名称与数字，否则注明口径",
    "if one statistic is meant, use one name and figure; else say how they are counted",
)
SHORTEST = 4
"""So many characters two nouns have to share."""
SAY_NOTHING = re.compile("规模以上|规上|工业企业|工业|企业|支出|全社会|总额|总量|强度|的|率$|降低|下降|累计")


def clause(plan: Plan) -> str:
    """The clauses with figures."""
    return listings.parts_of_plan(dict.fromkeys(one.clause for one in figures(plan))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Pairs of figures that are one number of two objects, or two statistics with names alike."""
    known = [one for one in _with_subjects(figures(plan)) if one.noun and not one.listed]
    pairs = list(_pairs(known))
    if not pairs:
        yield NotChecked(
            Text(
                "没有同年的相同数字，也没有名称相近的统计",
                "no number stands twice for one year, and no names are alike",
            )
        )
    told = set()
    for one, other in pairs:
        numbers = in_unit(other, one.unit) or (_counts(one, other) and (other.value, other.low, other.high))
        key = frozenset([(one.noun, one.value), (other.noun, other.value)])
        if not numbers or key in told or one.noun == other.noun or (one.year is None and one.clause != other.clause):
            continue
        if numbers[0] == one.value and one.value > 1 and (_two_objects(one, other) or _total_and_each(one, other)):
            told.add(key)
            yield _finding(plan, one, other, TWO_OBJECTS, NOTHING, WHICH)
        elif (
            (numbers[1] > one.high or one.low > numbers[2])
            and one.clause != other.clause  # who states both side by side knows that they differ
            and _alike(one.noun, other.noun)
        ):
            told.add(key)
            yield _finding(plan, one, other, TWO_STATISTICS, NOT_COMPARED, HOW_COUNTED)


def _pairs(known: list[ClauseFigure]) -> Iterator[tuple[ClauseFigure, ClauseFigure]]:
    """Pairs of one year: of one value, and of names that are often taken for one another."""
    groups: dict[tuple[object, ...], list[ClauseFigure]] = {}
    for one in known:
        groups.setdefault((one.year, one.year_from, one.value), []).append(one)
        for family in ALIKE:
            if any(word in one.noun for word in family):
                groups.setdefault((one.year, one.year_from, family), []).append(one)
    for group in groups.values():
        yield from combinations(group, 2)


def _with_subjects(known: list[ClauseFigure]) -> list[ClauseFigure]:
    """Figures in which a share names what it is of: 研发费用支出40.54亿元, 占营业收入比重2.7%."""
    named = []
    for position, one in enumerate(known):
        subject = subject_of(known, position) if one.noun.startswith("占") else None
        named.append(one if subject is None else one._replace(noun=subject.noun + one.noun))
    return named


def _counts(one: ClauseFigure, other: ClauseFigure) -> bool:
    """Whether both count things one by one, if by different words: 15家, 15个."""
    return is_count(one.unit) and is_count(other.unit)


def _bare(noun: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", noun)


def _two_objects(one: ClauseFigure, other: ClauseFigure) -> bool:
    """Whether the same name stands before two different words for what is counted."""
    if not (_counts(one, other) and one.added == other.added):
        return False
    nouns = [_bare(each.noun) for each in (one, other)]
    if re.sub(CANDIDATES, "", nouns[0]) == re.sub(CANDIDATES, "", nouns[1]) != "":  # 上市企业, 上市后备企业
        return nouns[0] != nouns[1] and any(noun == re.sub(CANDIDATES, "", noun) for noun in nouns)
    shared = longest_shared(*nouns)
    if len(shared) < SHORTEST:
        return False
    tails = [noun[noun.find(shared) + len(shared) :] for noun in nouns]
    if "" in tails:
        return CANDIDATE.fullmatch(max(tails, key=len)) is not None
    return tails[0] != tails[1] and all(OBJECT.fullmatch(tail) for tail in tails)


def _total_and_each(one: ClauseFigure, other: ClauseFigure) -> bool:
    """Whether one is a change of a quantity, the other of that quantity for each unit of something."""
    if one.unit != "%" or other.unit != "%":
        return False
    short, long = sorted((GROWTH.sub("", _bare(each.noun)).strip("率") for each in (one, other)), key=len)
    return (
        len(short) >= 2
        and long != short
        and long.endswith(short)
        and bool(FOR_EACH.search(long[: -len(short)]))
        and not FOR_EACH.search(short)
    )


def _alike(one: str, other: str) -> bool:
    for family in ALIKE:
        words = [next((word for word in family if word in noun), None) for noun in (one, other)]
        if None in words or words[0] == words[1]:
            continue
        rests = [
            SAY_NOTHING.sub("", noun.replace(str(word), "＊")) for noun, word in zip((one, other), words, strict=True)
        ]
        if rests[0] == rests[1]:
            return True
    return False


def _finding(plan: Plan, one: ClauseFigure, other: ClauseFigure, title: Text, behind: Text, remedy: Text) -> Finding:
    both = quoted(plan, one, other)
    when = "" if one.year is None else str(one.year)
    return Finding(
        severity="info",
        consequence="target",
        subject=f"clause:{one.clause}",
        aspect=f"{one.noun}-{other.noun}-{when}",
        message=Text(
            f"{title.zh}{when and f'（{when} 年）'}：{both.zh}。",
            f"{title.en}{when and f' ({when})'}{behind.en}: {both.en}.",
        ),
        remedy=remedy,
        clause=clauses_of(one, other),
        values={"figures": [one.value, other.value]},
    )
