"""One thing is called by two terms that differ in a character or two.

同一事物前后用语不一，仅差一两字。

Five ways in which terms drift are looked for, each with the same words around it: two characters change places
(镇村级, 村镇级 工业集聚区); a character gives way to another of the same sound (创新发展实验区, 创新发展试验区); the numbers
after a name in quotation marks differ (“154”千百亿级产业集群, “154”万千亿级产业集群); a code counts other things (“1+3”条产业链和
集群, “1+3”条产业链); and a place has parks whose names
end differently (某某都市产业园, 某某都市产业社区). Terms of levels and kinds (国家级, 省级) and other places are different things.
Which term holds is for the authority: information.

查五种走样，且前后文字须相同：两字颠倒（镇村级、村镇级工业集聚区）；同音字相替（创新发展实验区、创新发展试验区）；引号名称之后的数词不同（“154”千百亿级产业集群、“154”万千亿级产业集群）；同一代号所计之物不同（“1+3”条产业链和集群、“1+3”条产业链）；同一地名之后园区的通名不同（某某都市产业园、某某都市产业社区）。级别、类别（国家级、省级）和不同地名不是一事。以何者为准由主管部门定，列为提示。

Found, characters of the same sound:
查出：同音字。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("term-drift", clauses='''
    ... clause, text
    ... 五,     建成数字经济创新发展实验区。
    ... 六,     全力建设省级数字经济创新发展试验区。''')
    info clause:六: “数字经济创新发展实验区” (五) and “数字经济创新发展试验区” (六) differ in characters of the same sound.

Found, characters that change places:
查出：两字颠倒。

    >>> print_findings("term-drift", clauses='''
    ... clause, text
    ... 五,     整合镇村级工业集聚区30个。
    ... 六,     改造村镇级工业集聚区30个。''')
    info clause:六: “村镇级工业集聚区30” (六) and “镇村级工业集聚区30” (五) differ in the order of two characters.

Not found, different things whose names are alike:
不报：名称相近的不同事物。

    >>> print_findings("term-drift", clauses='''
    ... clause, text
    ... 五,     国家级单项冠军企业10家，汽车零部件产业集聚区。
    ... 六,     省级单项冠军企业20家，汽车整车产业集聚区。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import lines, plain
from yzgeo.core.i18n import Text, quote
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("同一事物用语不一", "One thing is called by two terms")
AROUND = 3
"""So many characters must be the same around two that change places, one of them behind."""
AROUND_SOUND = 4
"""So many characters must be the same around one of another sign, on both sides of it: words end and begin anywhere."""
LONGEST = 8
"""So many characters on either side are shown."""
CHINESE = re.compile("[\u4e00-\u9fff]{3,}")
WORDY = re.compile("[\u4e00-\u9fffA-Za-z0-9+“”]")
NUMERALS = "一二三四五六七八九十百千万亿两"
MEANT = "智制一二三四五六七八九十百千万亿两几的地得和及与或做作它他她其那哪年月日时市省县区镇乡村级"
"""Characters that stand for others of their sound on purpose (智造), or as numbers, levels and small words."""
APART = (
    "使用 适用 试用",
    "实行 试行 施行",
    "形式 形势",
    "公用 共用",
    "制定 制订",
    "权利 权力",
    "反映 反应",
    "收益 受益",
    "启用 起用",
    "其间 期间",
)
"""Words of one sound that are each at home beside the same words (使用范围, 适用范围): not one word for the other."""
QUOTED = re.compile(rf"“([^”]{{1,8}})”([{NUMERALS}]{{2,5}})([\u4e00-\u9fff]{{4,8}})")
CODE = re.compile(r"“([0-9NXYnxy]+(?:\+[0-9NXYnxy]+)+)”[条个类项家]([\u4e00-\u9fff、]{2,24})(?=[,。;:“”()]|$)")
"""A code with a word for counting and the things that it counts, up to the end of their clause."""
TOWN = re.compile("(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{3}(?=街道|镇|乡)|[\u4e00-\u9fff]{2}(?=街道|镇|乡)")
"""Names of towns; of longer ones in the middle of a sentence the last two characters."""
PARK = r"(产业园|产业社区|工业园|工业社区|创新园|科技园|产业基地|工业基地|产业集聚区|工业集聚区)(?!区)"
SOUND, ORDER, NUMBER, COUNTED, PLACE = (
    Text("同音字", "characters of the same sound"),
    Text("两字的先后", "the order of two characters"),
    Text("数词", "the numbers in it"),
    Text("所计之物", "what they count"),
    Text("园区的通名", "the word for a park"),
)


class Use(NamedTuple):
    """A term and the clauses that use it, with how often."""

    term: str
    clauses: tuple[str, ...]
    times: int


def clause(plan: Plan) -> str:
    """The clauses of the plan."""
    return listings.parts_of_plan(plan.clauses["clause"]) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Pairs of terms that drift, each once."""
    table = lines(plan)
    if table.empty:
        yield NotChecked(Text("没有条文", "there are no clauses"))
        return
    texts = [(row.clause, plain(row.text)) for row in table.itertuples()]
    pairs = [*_replaced(texts), *_quoted(texts), *_codes(texts), *_parks(plan, texts)]
    seen: set[frozenset[str]] = set()
    for one, other, how in pairs:
        if frozenset((one.term, other.term)) in seen:
            continue
        seen.add(frozenset((one.term, other.term)))
        yield _finding(plan, one, other, how)


def _replaced(texts: list[tuple[str, str]]) -> Iterator[tuple[Use, Use, Text]]:
    """Places where the same words stand around one or two characters that differ."""
    seen: dict[tuple[int, str, str], dict[str, list[tuple[str, str, int]]]] = {}
    for clause_name, text in texts:
        for run in CHINESE.finditer(text):
            for at in range(run.start(), run.end()):
                for width in (1, 2):
                    middle = text[at : at + width]
                    if at + width > run.end():
                        continue
                    for left in range(AROUND + 1):
                        before, after = (
                            text[max(run.start(), at - left) : at],
                            text[at + width : at + width + AROUND - left],
                        )
                        if (
                            len(before) == left
                            and len(after) == AROUND - left
                            and CHINESE.fullmatch(before + after + "之之之")
                        ):
                            seen.setdefault((left, before, after), {}).setdefault(middle, []).append(
                                (clause_name, text, at)
                            )
    told: set[tuple[str, ...]] = set()
    for (_, before, after), variants in seen.items():
        if len(variants) < 2:
            continue
        middles = sorted(variants)
        for number, one in enumerate(middles):
            for other in middles[number + 1 :]:
                how = _how(one, other)
                next_to = before[-1:] if how is SOUND else ""
                if how is SOUND and _two_words(before[-1:], one, other, after[:1]):
                    continue
                if how is None or not after or (one, other, next_to, after[0]) in told:
                    continue
                first, second = _widened(variants[one][0], variants[other][0], len(one), sound=how is SOUND)
                if first is None or second is None:
                    continue
                told.add((one, other, next_to, after[0]))
                uses = sorted((_use(first, texts), _use(second, texts)), key=lambda use: -use.times)
                yield uses[0], uses[1], how


@lru_cache(maxsize=4096)
def _sounds(character: str) -> frozenset[str]:
    """How a character is read, without tones."""
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def _how(one: str, other: str) -> Text | None:
    """In what two short runs of characters differ that a term may drift between."""
    if len(one) == len(other) == 2 and one == other[::-1] and one[0] != one[1] and not set(one) & set(NUMERALS):
        return ORDER
    if len(one) != len(other):
        return None
    apart = all(a != b and not {a, b} & set(MEANT) and _sounds(a) & _sounds(b) for a, b in zip(one, other, strict=True))
    return SOUND if apart else None


def _two_words(before: str, one: str, other: str, after: str) -> bool:
    """Whether both are words of their own, with the character before or behind them."""
    pairs = ((before + one, before + other), (one + after, other + after))
    return any({*pair} <= {*words.split()} for pair in pairs for words in APART)


def _widened(
    one: tuple[str, str, int], other: tuple[str, str, int], width: int, *, sound: bool
) -> tuple[str | None, str | None]:
    """Both terms with the words around that they share."""
    (_, text, at), (_, second, second_at) = one, other
    left = right = 0
    while (
        left < LONGEST
        and min(at, second_at) > left
        and text[at - left - 1] == second[second_at - left - 1]
        and WORDY.match(text[at - left - 1])
    ):
        left += 1
    while (
        right < LONGEST
        and at + width + right < len(text)
        and second_at + width + right < len(second)
        and text[at + width + right] == second[second_at + width + right]
        and WORDY.match(text[at + width + right])
    ):
        right += 1
    if right < 1 or left + right < AROUND or (sound and (left < 1 or left + right < AROUND_SOUND)):
        return None, None
    return text[at - left : at + width + right], second[second_at - left : second_at + width + right]


def _quoted(texts: list[tuple[str, str]]) -> Iterator[tuple[Use, Use, Text]]:
    """Numbers that differ between one quoted name and one noun."""
    seen: dict[tuple[str, str], list[str]] = {}
    for _, text in texts:
        for name, numbers, noun in QUOTED.findall(text):
            term = f"“{name}”{numbers}{noun[:5].removesuffix('的')}"
            found = seen.setdefault((name, noun[:3]), [])
            if not any(other.startswith(f"“{name}”{numbers}") for other in found):
                found.append(term)
    for (name, _), terms in seen.items():
        for number, one in enumerate(terms):
            for other in terms[number + 1 :]:
                shared = _shared_start(one.partition("”")[2].lstrip(NUMERALS), other.partition("”")[2].lstrip(NUMERALS))
                first, second = (
                    f"“{name}”{re.match(f'[{NUMERALS}]+', term.partition('”')[2])[0]}{shared}"  # type: ignore[index]
                    for term in (one, other)
                )
                uses = sorted((_use(first, texts), _use(second, texts)), key=lambda use: -use.times)
                yield uses[0], uses[1], NUMBER


def _codes(texts: list[tuple[str, str]]) -> Iterator[tuple[Use, Use, Text]]:
    """Codes that count one thing here and that with another, or another, there."""
    seen: dict[str, dict[frozenset[str], list[tuple[str, str]]]] = {}
    for clause_name, text in texts:
        for matched in CODE.finditer(text):
            things = frozenset(one.rpartition("的")[2] for one in re.split("[、和与及]", matched[2]))
            seen.setdefault(matched[1], {}).setdefault(things, []).append((clause_name, matched[0]))
    for terms in seen.values():
        for one, other in combinations(terms, 2):
            alike = all(any(a.endswith(b) or b.endswith(a) for b in other) for a in one)
            if alike and len(one) == len(other):
                continue
            uses = [
                Use(places[0][1], tuple(dict.fromkeys(where for where, _ in places)), len(places))
                for places in (terms[one], terms[other])
            ]
            yield uses[0], uses[1], COUNTED


def _shared_start(one: str, other: str) -> str:
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return one[:shared]


def _parks(plan: Plan, texts: list[tuple[str, str]]) -> Iterator[tuple[Use, Use, Text]]:
    """Names of parks of one place that begin alike and end in other words for a park."""
    towns = {town for _, text in texts for town in TOWN.findall(text)}
    towns |= {re.sub("(?:街道|镇|乡)$", "", str(name)) for name in plan.places["name"]}
    towns = {town for town in towns if len(town) > 1}
    named = re.compile(
        rf"((?:{'|'.join(sorted(map(re.escape, towns), key=len, reverse=True)) or '(?!)'})[\u4e00-\u9fff]{{2,6}}?){PARK}"
    )
    seen: dict[str, list[str]] = {}
    own = [str(name) for name in (*plan.parks["name"], *plan.projects["name"])]
    for text in (*(text for _, text in texts), *own):
        for stem, kind in named.findall(text):
            if kind not in seen.setdefault(stem, []):
                seen[stem].append(kind)
    _listed(own, seen)
    for stem, kinds in seen.items():
        for number, one in enumerate(kinds):
            for other in kinds[number + 1 :]:
                yield _use(stem + one, texts), _use(stem + other, texts), PLACE


def _listed(names: list[str], seen: dict[str, list[str]]) -> None:
    """Add parks that the plan lists, or projects by their names, of whatever place: 汽车零部件园区, 汽车零部件产业园."""
    of_places = set(seen)
    for name in dict.fromkeys(names):
        matched = re.fullmatch(rf"([\u4e00-\u9fff]{{4,10}}?)({PARK.removesuffix('(?!区)')}|园区)(?:项目)?", name)
        if matched and not any(matched[1].endswith(stem) for stem in of_places):
            kinds = seen.setdefault(matched[1], [])
            if matched[2] not in kinds:
                kinds.append(matched[2])


def _use(term: str, texts: list[tuple[str, str]]) -> Use:
    clauses = [clause_name for clause_name, text in texts if term in text]
    return Use(term, tuple(dict.fromkeys(clauses)), sum(text.count(term) for _, text in texts))


def _finding(plan: Plan, one: Use, other: Use, how: Text) -> Finding:
    def where(use: Use) -> Text:
        return Text("、".join(use.clauses), "; ".join(plan.place(place).en for place in use.clauses))

    first, second = where(one), where(other)
    times_zh = [f"{use.times} 次，" if use.times > 1 else "" for use in (one, other)]
    times_en = [f"{use.times} times, " if use.times > 1 else "" for use in (one, other)]
    last = max(one.clauses + other.clauses, key=list(plan.clauses["clause"]).index)
    return Finding(
        severity="info",
        consequence="name",
        subject=f"clause:{last}",
        aspect=f"{one.term}/{other.term}",
        message=Text(
            f"{quote(one.term)}（{times_zh[0]}{first.zh}）与{quote(other.term)}（{times_zh[1]}{second.zh}）不一：{how.zh}不同。",
            f"{quote(one.term)} ({times_en[0]}{first.en}) and {quote(other.term)} ({times_en[1]}{second.en}) differ in {how.en}.",
        ),
        remedy=Text("是一事的，统一用语", "where they are one thing, use one term"),
        clause="；".join(dict.fromkeys([*one.clauses, *other.clauses])),
        values={"terms": [one.term, other.term], "counts": [one.times, other.times]},
    )
