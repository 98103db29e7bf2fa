"""Parts that a passage lists do not make the whole that it states.

同一段文字所列分项与所述总数不符。

The parts stand behind the whole (48个，其中钢铁20个、纺织18个、造纸10个) or before it (分别为640亿元、310亿元，合计950亿元; 三个项目合计投资2.2亿元).
Behind 其中 they may be some of it: then they must not exceed it. They have to make it where one is the rest
(其余, 其他), where they are named 分别 and added up, or where 共 announces the whole and 包括 the parts. Parts that may overlap are not
added: classes by level or size (国家级, 亿元以上), by quality (高新技术企业), by owner beside another quality. Units are
converted; 约, 余 and the rounding count. The first figure behind 其中 alone is `nested-measures`; what `measure_relations.csv`
records is `tier-sums`; totals of tables are `table-sums`.

分项或在总数之后（“48个，其中钢铁20个、纺织18个、造纸10个”），或在其前（“分别为640亿元、310亿元，合计950亿元”“三个项目合计投资2.2亿元”）。“其中”之后可以只列一部分，但不应超过总数；有“其余”“其他”的、“分别为”而后合计的、以“共”述总数并以“包括”列分项的，应等于总数。可能重叠的分项不相加：按级别、规模（国家级、亿元以上）、资质（高新技术企业）分的。单位换算，“约”“余”等用语与取整计入。“其中”之后只有一个数的见 `nested-measures`，`measure_relations.csv` 登记的见 `tier-sums`，表中合计见 `table-sums`。

Found, 58 of 48:
查出：48 之中有 58。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("sums-in-text", clauses='''
    ... clause, text
    ... 五,     实施强链项目48个，其中钢铁20个、纺织28个、造纸10个。''')
    warning clause:五: 五: the parts 20个＋28个＋10个 make 58, the whole is 48个.

Found, 640, 310 and 125 added up to 1,175:
查出：640、310、125 合计写作 1175。

    >>> print_findings("sums-in-text", clauses='''
    ... clause, text
    ... 五,     三大产业产值分别为640亿元、310亿元、125亿元，合计1175亿元。''')
    warning clause:五: 五: the parts 640亿元＋310亿元＋125亿元 make CNY 107.5 bn, the whole is 1175亿元.

Not found, some of 48:
不报：48 之中的一部分。

    >>> print_findings("sums-in-text", clauses='''
    ... clause, text
    ... 五,     实施强链项目48个，其中钢铁20个、纺织18个。''')
    nothing found
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yzgeo.checks.clause_figures import ClauseFigure, in_unit, noun_of
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import NUMBER, numeral
from yzgeo.checks.side_by_side import bare, between, clauses, is_bracketed, sentences
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import GENERAL, convert, is_count, is_quantity
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("文中分项与总数不符", "Parts in the text do not make their whole")
OF_WHICH = re.compile("其中|包括|分别[为是]|由")
MARK = re.compile("[、，,；;]|以及|[和与及]")
IN_A_LIST = re.compile("[、和与及]")
ANOTHER = re.compile(
    r"其中|同比|增长|增速|占|合计|共计|总计|总投资|(?:年均|每年|平均)|达到|较|比|下降|目标|力争|到?20\d\d年|[。:：]"
)
"""Words that begin another statement: the list of parts has ended."""
REST = re.compile("其余|其他|其它|剩余|余下")
TOGETHER = re.compile(
    r"(?:合计|共计|总计|总共|一共|(?<![公同])共)(?:有|为|达|实现|完成)*(?P<noun>[\u4e00-\u9fff]{0,6})$"
)
ADDED_UP = re.compile(
    rf"(?P<number>{NUMBER})(?:个|项|大|类|者|园|区|宗|家)[\u4e00-\u9fff]{{0,8}}?(?:合计|共计|总计|共)"
)
ANNOUNCED = re.compile(r"(?<![公同])共|合计|总计|总")
OVERLAPPING = re.compile(
    "以上|以下|级|高新|规上|规模|限上|专精特新|小巨人|单项冠军|上市|瞪羚|独角兽|科技型|外资|外商|民营|国有|民间|技改|技术改造|首台|骨干|龙头"
    "|重点|示范|战略性|新兴|高端|先进|本科|硕士|大专|学历|职称|党员|女|青年|工业投资|制造业投资|新增|新建|存量|年内|当年|首期|近期|星级|名牌|驰名|有效"
)
"""Words of classes that need not exclude one another."""
FUNDED = re.compile("出资|资金|资本|自筹|贷款|财政|补助|配套")
"""Words of those who pay, of whom each pays a share of its own."""
WHOLE = 0.5
"""A sum of whole 亿元 or 亩 may be off by so much, and the whole by as much again: by one together."""
NEAR = 0.35
"""A total behind a semicolon that is farther than this from the sum is the total of something else."""


class Sum(NamedTuple):
    """A whole with its parts; `complete` where the parts are all there is."""

    whole: ClauseFigure
    parts: list[ClauseFigure]
    complete: bool


def clause(plan: Plan) -> str:
    """The clauses with wholes and parts, else all."""
    return listings.parts_of_plan(dict.fromkeys(one.whole.clause for one in _sums(plan))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Wholes that their parts exceed or, where they are all, do not reach."""
    any_sum = False
    for one in _sums(plan):
        any_sum = True
        low, high, total = _added(one)
        whole = one.whole
        if low > whole.high + _slack(whole.high) or (one.complete and high < whole.low - _slack(whole.low)):
            place, made = plan.place(whole.clause), amount(float(f"{total:.10g}"), whole.unit)
            added = "＋".join(bare(part) for part in one.parts)
            yield Finding(
                severity="warning",
                consequence="amount",
                subject=f"clause:{whole.clause}",
                aspect=f"{whole.noun}-{bare(whole)}-{added}",
                message=Text(
                    f"{place.zh}：分项 {added} 合计 {made.zh}，所述总数为 {_name(whole)}{bare(whole)}。",
                    f"{place.en}: the parts {added} make {made.en}, the whole is {bare(whole)}.",
                ),
                remedy=Text("核对总数与各分项", "check the whole and its parts"),
                clause=whole.clause,
                values={"whole": whole.value, "sum": total, "parts": [part.value for part in one.parts]},
            )
    if not any_sum:
        yield NotChecked(Text("文中没有总数与其分项", "the text states no whole with its parts"))


def _name(whole: ClauseFigure) -> str:
    """What a whole is called; a heading parted by a blank stands before some."""
    return noun_of(whole.words.split()[-1]) if whole.words.split() else whole.noun


def _slack(number: float) -> float:
    return 1e-9 * max(1.0, abs(number))


def _added(one: Sum) -> tuple[float, float, float]:
    """The least, the most and the likely sum of the parts, in the unit of the whole."""
    numbers = [_number(part, one.whole.unit) or (0.0, 0.0, 0.0) for part in one.parts]
    total, low, high = (sum(number[i] for number in numbers) for i in range(3))
    figures = [one.whole, *one.parts]
    if all(bare(figure) == f"{figure.value:.0f}{one.whole.unit}" == figure.printed for figure in figures):
        slack = 0.0 if is_count(one.whole.unit) else WHOLE  # whole numbers of one unit are mostly exact
        return max(low, total - slack), min(high, total + slack), total
    return low, high, total


def _sums(plan: Plan) -> Iterator[Sum]:
    told: set[ClauseFigure] = set()
    for sentence in sentences(plan):
        for one in [*_of_which(sentence), *_listed(sentence)]:
            told.add(one.whole)
            yield one
    for figures in clauses(plan):
        yield from (one for one in _of_a_clause(figures) if one.whole not in told)


def _same_kind(one: ClauseFigure, other: ClauseFigure) -> bool:
    return is_quantity(one.unit) and _number(one, other.unit) is not None


def _number(one: ClauseFigure, unit: str) -> tuple[float, float, float] | None:
    """A figure in a unit; things counted are added whatever they are counted by, 6家 and 20个."""
    either = GENERAL in (one.unit, unit) and is_count(one.unit) and is_count(unit)
    return (one.value, one.low, one.high) if either else in_unit(one, unit)


def _of_which(sentence: Sequence[ClauseFigure]) -> Iterator[Sum]:
    """A whole, 其中 or the like, and two parts or more."""
    for position in range(1, len(sentence)):
        first = sentence[position]
        opening = list(OF_WHICH.finditer(between(sentence[position - 1], first)))
        if not opening or is_bracketed(first):
            continue
        wholes = [one for one in sentence[:position] if _same_kind(one, first) and not is_bracketed(one)]
        parts = _run(sentence[position:])
        if len(parts) < 2 or not wholes:
            continue
        whole = wholes[-1]
        if first.low > (in_unit(whole, first.unit) or (0, 0, whole.high))[2]:
            continue  # told by nested-measures
        words = [_words(part) for part in parts]
        rest = any(REST.search(word) for word in words)
        announced = ANNOUNCED.search(whole.words) is not None and opening[-1][0] == "包括"
        if _overlap(words) and not rest:
            continue
        if opening[-1][0] in ("其中", "包括") or rest:
            yield Sum(whole, parts, rest or announced or _halves(words))


def _run(figures: Sequence[ClauseFigure]) -> list[ClauseFigure]:
    """Figures of one kind that follow one another as a list does; what stands in brackets is passed over."""
    run, mark = [figures[0]], ""
    for one in figures[1:]:
        if is_bracketed(one):
            continue
        words = re.sub(r"[（(][^（()）]*[）)]", "", run[-1].sentence[run[-1].end : one.start])
        parting = MARK.search(words)
        if not _same_kind(one, run[-1]) or ANOTHER.search(words) or parting is None:
            break
        joined = parting[0] in ("和", "与", "及", "以及")
        if mark and not joined and parting[0] != mark and not REST.search(words):
            break
        mark = mark if joined else parting[0]
        run.append(one)
        if joined:
            break
    return run


def _words(part: ClauseFigure) -> str:
    """The words of a part, before its number and behind it up to the next mark."""
    return part.words + re.split(r"[，,：:、；。（(]", part.sentence[part.end :], maxsplit=1)[0]


def _overlap(words: Sequence[str]) -> bool:
    """Whether parts may share members; so they may where they say nothing of themselves."""
    if any(FUNDED.search(word) for word in words):
        return False
    return any(OVERLAPPING.search(word) for word in words) or len({*words}) < len(words)


def _halves(words: Sequence[str]) -> bool:
    """Whether two parts are one thing done and not done: 已建 and 未建."""
    pair = len(words) == 2 and re.search("已", words[0]) and re.search("未|尚|待|剩", words[1])
    return bool(pair)


def _listed(sentence: Sequence[ClauseFigure]) -> Iterator[Sum]:
    """Parts named with 分别为 or in a list, then their total: 分别为640亿元、310亿元，合计950亿元."""
    for position in range(2, len(sentence)):
        whole = sentence[position]
        words = between(sentence[position - 1], whole)
        if not re.fullmatch(r"[，,、；]?\s*(?:合计|共计|总计|总共|一共|共)(?:为|达到?|约)*", words):
            continue
        parts: list[ClauseFigure] = []
        for one in reversed(sentence[:position]):
            if is_bracketed(one):
                continue
            if not _same_kind(one, whole) or (parts and not IN_A_LIST.search(_between_brackets(one, parts[0]))):
                break
            parts.insert(0, one)
            if "分别" in one.words:
                break
        named = bool(parts) and "分别" in parts[0].words
        if len(parts) >= 2 and (named or (_as_list(parts) and not _overlap([_words(part) for part in parts]))):
            yield Sum(whole, parts, complete=True)


def _between_brackets(one: ClauseFigure, following: ClauseFigure) -> str:
    """The words between two figures of a sentence, without what stands in brackets."""
    return re.sub(r"[（(][^（()）]*[）)]", "", between(one, following))


def _as_list(parts: Sequence[ClauseFigure]) -> bool:
    return all("、" in _between_brackets(one, two) for one, two in itertools.pairwise(parts))


def _of_a_clause(figures: Sequence[ClauseFigure]) -> Iterator[Sum]:
    """A total behind sentences that each state a part: 三个项目合计投资2.2亿元, 10亿元以上企业合计50家."""
    for position, whole in enumerate(figures):
        head = whole.sentence[: whole.start]
        words = re.split(r"[，,；;。：:]", head)[-1]
        together = TOGETHER.search(re.sub(r"\s|约|近|超过?", "", words)) or re.search("合计|共计|总计", words)
        if not together or not is_quantity(whole.unit):
            continue
        noun = re.sub("^.*(?:合计|共计|总计|共)", "", whole.noun)
        before = [one for one in figures[:position] if one.sentence != whole.sentence and _same_kind(one, whole)]
        counted = ADDED_UP.search(words)
        if counted and noun:
            parts = [one for one in before if one.noun == noun]
            if len(parts) == numeral(counted["number"]) >= 2:
                yield Sum(whole, parts, complete=True)
            continue
        plain = re.sub("合计|共计|总计", "", whole.noun)
        parts = _behind(before, plain[-2:])
        if len(parts) >= 2 and len(plain) >= 2 and "合计" in words:
            total = sum(convert(part.value, part.unit, whole.unit) or 0.0 for part in parts)
            some = [
                sum(convert(part.value, part.unit, whole.unit) or 0.0 for part in parts[i:]) for i in range(len(parts))
            ]
            is_near = abs(total - whole.value) <= NEAR * whole.value
            if is_near and not any(abs(one - whole.value) <= _slack(one) for one in some):
                yield Sum(whole, parts, complete=True)


def _behind(before: Sequence[ClauseFigure], ending: str) -> list[ClauseFigure]:
    """The last sentence before a total, where all its figures of that kind are parts."""
    if not before:
        return []
    last = [one for one in before if one.sentence == before[-1].sentence]
    return last if all(one.noun.endswith(ending) for one in last) else []
