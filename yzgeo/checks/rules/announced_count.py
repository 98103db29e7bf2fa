"""A list that is announced as so many things has another number of them.

称为若干项的列举，所列数目不同。

The number stands before its list (四区：甲、乙、丙) or after it (甲、乙、丙四大产业). Where 和, 与 or commas may part
items or belong to one, every way to count is allowed, and a finding fits none of them. A list that ends with 等 may
have fewer items, not more. A number with one character (“四基”) counts also with a list further on in its sentence of
which each item has that character. What is listed in paragraphs of its own is not counted.

数目或在列举之前（“四区”：甲、乙、丙），或在其后（甲、乙、丙四大产业）。“和”“与”及逗号可分项、也可在项内，各种数法都不合的才报。以“等”结尾的可以少列，不可多列。数目带一字的（“四基”），同句其后每项都含该字的列举也计。分段列举的不计。

Found, three things where four are announced:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("announced-count", clauses='''
    ... clause, text
    ... 五,     初步建成“四区”：钢铁先行区、纺织示范区、造纸试验区。''')
    info clause:五: “四区” announces 4, the list has 3: 钢铁先行区、纺织示范区、造纸试验区.

Found, four named by a character, and five with it further on:

    >>> print_findings("announced-count", clauses='''
    ... clause, text
    ... 五,     实施“四基”工程，聚焦基础材料、基础零部件、基础工艺、技术基础和基础软件等领域。''')
    info clause:五: “四基” announces 4, the list has 5: 基础材料、基础零部件、基础工艺、技术基础、基础软件.

Not found, a choice of the ten that ends with 等:

    >>> print_findings("announced-count", clauses='''
    ... clause, text
    ... 五,     大力培育钢铁、纺织、造纸等十大重点产业。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import NUMBER, NUMERAL, numeral, prose, without_brackets
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("列举与所称数目不符", "Lists have another number of items than announced")
NOUN = r"[\u4e00-\u9fff]{1,12}?"
CLASSIFIER = "(?:大类|大|类|个方面|方面|个|项|条|种|级)"
QUOTED = rf"“(?P<quoted>{NUMERAL})(?:个|大)?(?P<name>(?!{NUMERAL}”)[\u4e00-\u9fff]{{1,4}})”"
BEFORE = re.compile(
    rf"(?:{QUOTED}|(?P<number>{NUMBER}){CLASSIFIER}(?P<noun>{NOUN}))(?:，?(?:即|分别[是为]|包括|是指|是|为))?[：:](?P<list>[^。！？]+)"
)
"""A number and noun, a colon, a list."""
AFTER = re.compile(
    rf"(?P<etc>等)?(?:的)?(?:“(?P<quoted>{NUMERAL})(?:个|大)?(?P<name>(?!{NUMERAL}”)[\u4e00-\u9fff]{{1,4}})”"
    rf"|(?P<number>{NUMERAL})(?:大|类|个)(?P<noun>(?!{NUMERAL}?(?:年|月|小时|季))[\u4e00-\u9fff]{{2,8}}))"
)
"""A number and a noun behind a list: 甲、乙、丙三大产业."""
STOP = re.compile("[，。；：:;,！？]")
LONGEST = 300
"""So many characters before a number its list may have."""
WHOLE = re.compile(
    rf"“(?P<quoted>{NUMERAL})(?P<name>[\u4e00-\u9fff])”[^。；]*?(?:聚焦|围绕|包括|涵盖|突出|抓好|实施|加强|推进|即)(?P<list>[^，。；：“”]*、[^，。；：“”]*?)(?P<etc>等|，|。|；|$)"
)
"""“四基” and, further on in its sentence, a list of which each item has the character that names it."""
OF_ITS_OWN = re.compile(rf"、[^，；]*?{NUMERAL}(?:大|类|个)[\u4e00-\u9fff]{{2,8}}?(?:以及|[和与及])")
"""A list with its own number in front of another list: 甲、乙、丙三大产业和丁、戊两个产业."""
ORDINAL = re.compile(r"([一二三四五六七八九十]{1,2})是")
NESTED = re.compile(r"[“《][^”》]*[”》]")
JOINED = re.compile(r"以及|[和与及]")
LEAST, MOST = 2, 20
"""Numbers of things that a plan lists one by one."""
SHOWN = 60


class List(NamedTuple):
    """A list as announced: the words, the number, the items as printed, whether it ends with 等."""

    words: str
    number: int
    items: str
    open: bool


def clause(plan: Plan) -> str:
    """The clauses that announce a list."""
    return listings.parts_of_plan(row.clause for row in prose(plan).itertuples() if any(_lists(row.text))) or (
        "clauses.csv"
    )


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Lists that have more or fewer items than announced, however they are counted."""
    announced = 0
    for row in prose(plan).itertuples():
        for one in _lists(row.text):
            announced += 1
            least, most = _counts(one.items)
            if _fits(one.items, one.number) or (one.open and one.number > most):
                continue
            where, shown = plan.place(row.clause), one.items[:SHOWN]
            count = least if least == most else f"{least}–{most}"
            yield Finding(
                severity="info",
                consequence="name",
                subject=f"clause:{row.clause}",
                aspect=one.words,
                message=Text(
                    f"{where.zh}“{one.words}”称 {one.number} 项，所列 {count} 项：{shown}。",
                    f"“{one.words}” announces {one.number}, the list has {count}: {shown}.",
                ),
                remedy=Text("补全列举，或改正数目", "complete the list, or mend the number"),
                clause=row.clause,
                values={"announced": one.number, "listed": [least, most], "list": one.items},
            )
    if not announced:
        yield NotChecked(Text("条文没有载明数目的列举", "the text announces no number of things"))


def _lists(text: str) -> Iterator[List]:
    """Lists with their number, in a paragraph."""
    bare = without_brackets(text)
    for found in BEFORE.finditer(bare):
        number = numeral(found["quoted"] or found["number"])
        items = found["list"]
        ordinals = [numeral(one) for one in ORDINAL.findall(bare[found.start("list") :])]
        if ordinals[:1] == [1]:  # 一是……；二是……: counted by their own numbers
            items = "、".join(str(one) for one, wanted in zip(ordinals, range(1, 99), strict=False) if one == wanted)
        elif re.match(r"[（(]?[一1①]|第一|首先", items):
            continue
        if _of_several(bare, found, items):
            continue
        if LEAST <= number <= MOST and re.search("[、，；,;]", items):
            yield List(_words(bare, found), number, items.rstrip(), items.endswith("等"))
    for found in WHOLE.finditer(bare):
        parts = re.split(f"、|{JOINED.pattern}", re.sub("(?:等)?(?:方面|领域)?$", "", found["list"]))
        if all(found["name"] in part for part in parts):
            items = "、".join(parts)
            yield List(found["quoted"] + found["name"], numeral(found["quoted"]), items, found["etc"] == "等")
    for found in AFTER.finditer(bare):
        number = numeral(found["quoted"] or found["number"])
        items = STOP.split(bare[max(0, found.start() - LONGEST) : found.start()])[-1].strip()
        others = list(OF_ITS_OWN.finditer(items))
        if others and not _fits(items, number):
            items = items[others[-1].end() :]
        heads_another = bare[found.end() : found.end() + 1] in ("：", ":")
        if LEAST <= number <= MOST and "、" in items.strip("、") and not items.endswith("、") and not heads_another:
            yield List(_words(bare, found), number, items, found["etc"] is not None)


def _of_several(text: str, found: re.Match[str], items: str) -> bool:
    """Whether a list behind several numbers (三大产业和两个产业：…) has as many items as these together."""
    head = text[max(0, found.start() - SHOWN) : found.start("list")].rstrip("：:")
    parts = re.split("以及|[和与及]", STOP.split(head)[-1])
    numbers = [re.search(f"({NUMBER}){CLASSIFIER}", part) for part in parts]
    together = [numeral(one[1]) for one in numbers if one]
    return len(together) > 1 and _fits(items, sum(together))


def _fits(items: str, number: int) -> bool:
    least, most = _counts(items)
    return least <= number <= most


def _words(text: str, found: re.Match[str]) -> str:
    """The number and the noun as printed."""
    if found["quoted"]:
        return text[found.start("quoted") : found.end("name")]
    return f"{found['number']}…{found['noun']}"


def _counts(items: str) -> tuple[int, int]:
    """The least and the greatest number of items that a list may be read to have."""
    bare = NESTED.sub(lambda quoted: re.sub("[、，；和与及]", "", quoted[0]), items)
    counts = [bare.count(mark) + 1 for mark in ("；", "、", "，") if mark in bare]
    counts += [len(re.findall("[；;]", bare)) + 1] if ";" in bare else []
    marks = len(re.findall("[、，；,;]", bare)) + 1
    if not re.search("[、；;]", bare):  # clauses, of which the first and the last may lead in and out
        counts = [max(LEAST, marks - 2)]
    return min(counts, default=marks), marks + len(JOINED.findall(bare))
