"""A list that is announced as so many things has another number of them.

称为若干项的列举，所列数目不同。

The number stands before its list (四区：甲、乙、丙) or after it (甲、乙、丙四大产业). Where 和, 与 or commas may part
items or belong to one, every way to count is allowed, and a finding fits none of them. A list that ends with 等 may
have fewer items, not more. A number with one character (“四基”) counts also with a list further on in its sentence of
which each item has that character; several in one name (“一核两翼”) count the items that end with theirs. A list in brackets
behind its number counts too. What is listed in paragraphs of its own is not counted. In a table, a number beside the names
it counts, and 5个项目 in the total, are held against the names and the rows, where the other rows show that they count them.

数目或在列举之前（“四区”：甲、乙、丙），或在其后（甲、乙、丙四大产业）。“和”“与”及逗号可分项、也可在项内，各种数法都不合的才报。以“等”结尾的可以少列，不可多列。数目带一字的（“四基”），同句其后每项都含该字的列举也计；一名含几个数目的（“一核两翼”），各计以其字结尾的项。数目之后括号内的列举也计。分段列举的不计。表中数量与旁列的名称，以及合计行的“5个项目”，在其余各行表明确为计数时，与名称、行数核对。

Found, three things where four are announced:
查出：称“四区”而只列三区。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("announced-count", clauses='''
    ... clause, text
    ... 五,     初步建成“四区”：钢铁先行区、纺织示范区、造纸试验区。''')
    info clause:五: “四区” announces 4, the list has 3: 钢铁先行区、纺织示范区、造纸试验区.

Found, four named by a character, and five with it further on:
查出：以一字命名的“四基”，其后含该字的有五项。

    >>> print_findings("announced-count", clauses='''
    ... clause, text
    ... 五,     实施“四基”工程，聚焦基础材料、基础零部件、基础工艺、技术基础和基础软件等领域。''')
    info clause:五: “四基” announces 4, the list has 5: 基础材料、基础零部件、基础工艺、技术基础、基础软件.

Found, two heights where three are named:
查出：称“三高地”而只列两个。

    >>> print_findings("announced-count", clauses='''
    ... clause, text
    ... 五,     打造“一基地三高地”，即钢铁制造基地，纺织创新高地、造纸开放高地。''')
    info clause:五: “三高地” announces 3, the list has 2: 纺织创新高地、造纸开放高地.

Not found, a choice of the ten that ends with 等:
不报：十大产业之列举以“等”结尾。

    >>> print_findings("announced-count", clauses='''
    ... clause, text
    ... 五,     大力培育钢铁、纺织、造纸等十大重点产业。''')
    nothing found
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.clause_tables import clause_tables
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import NUMBER, NUMERAL, lines, numeral, prose, without_brackets
from yzgeo.checks.table_figures import TOTAL
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
    rf"|(?<!第)(?P<number>{NUMERAL})(?:大|类|个)(?P<noun>(?!字|{NUMERAL}?(?:年|月|小时|季))[\u4e00-\u9fff]{{2,8}}))"
)
"""A number and a noun behind a list: 甲、乙、丙三大产业; not 第三个方案, nor 八个字."""
TAKES_OBJECT = re.compile(
    "(?:落实|贯彻|推进|打造|制定|出台|构建|形成|实现|公开|降低|做到|达到|坚定|增强|新增|建成|培育|引进|获得|获批|完成|创建|开展|建有|设有|拥有|有)$"
)
"""Ends the words before a number that a verb governs: 完善管网、推进三大工程."""
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
SEVERAL = re.compile(
    rf"“(?P<name>(?:{NUMERAL}[\u4e00-\u9fff]{{1,3}}?){{2,4}})”[^“”。；：:]{{0,12}}?(?:，?即|，?(?:指|分别为|包括)|[：:])(?P<list>[^。；]+)"
)
"""“一基地三高地” and its list."""
NAMED = re.compile(
    rf"“(?P<name>{NUMERAL}[\u4e00-\u9fff]{{1,2}})”，?(?:为|即|分别为|分别是)(?P<list>[^。；：:“”]*、[^。；：:“”]+)"
)
"""“四片”为甲片、乙片、丙片、丁片."""
ASIDE = re.compile(
    "含|不含|其中|包括|如|见|详见|由|以|按|街道|部门|单位|管委会|(?:^|[、；])(?:镇|乡|村|社区|园区|开发区)(?:[、；]|$)"
)
"""Brackets that hold no list of the things counted: 12个镇（街道、园区）."""
EACH = re.compile(rf"(?P<number>{NUMERAL})(?P<name>(?:(?!{NUMERAL})[\u4e00-\u9fff]){{1,3}})")
IN_BRACKETS = re.compile(
    rf"(?P<number>{NUMBER})(?:个|大|项|条|类|家)(?P<noun>(?:(?!{NUMBER}(?:个|大|项|条|类|家))[\u4e00-\u9fff“”]){{1,12}}?)"
    rf"(?:和(?P<more>{NUMBER})(?:个|大|项|条|类|家)(?P<other>[\u4e00-\u9fff]{{1,12}}?))?[（(](?P<list>[^（()）\d]+)[）)]"
)
"""3条产业链（甲、乙、丙） and 3条主导产业链和2条新兴产业链（甲、乙、丙；丁、戊）."""
COUNTED = re.compile(r"数量|个数|数目|^数$|(?:企业|项目|村庄|园区)数")
OF_ROWS = re.compile(r"^(?P<number>\d+)\s*(?:个|项|宗|家)(?:项目|企业|园区|地块)?$")
FEWEST = 2
"""So many other rows have to show that a column counts the names beside it."""


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
    every = list(lines(plan).itertuples())
    for position, row in enumerate(every, start=1):
        if row.kind != "prose":
            continue
        under_it = itertools.takewhile(lambda line: line.kind != "heading", every[position:])
        going_on = "\n".join(line.text for line in under_it) if ORDINAL.search(row.text) else ""
        for one in _lists(row.text, going_on):
            announced += 1
            least, most = _counts(one.items)
            if _fits(one.items, one.number) or (one.open and one.number > most):
                continue
            yield _finding(plan, row.clause, one, least, most)
    for label, one, count in _in_tables(plan):
        announced += 1
        if one.number != count:
            yield _finding(plan, label, one, count, count)
    if not announced:
        yield NotChecked(Text("条文没有载明数目的列举", "the text announces no number of things"))


def _finding(plan: Plan, clause: str, one: List, least: int, most: int) -> Finding:
    where, shown = plan.place(clause), one.items[:SHOWN]
    count = least if least == most else f"{least}–{most}"
    return Finding(
        severity="info",
        consequence="name",
        subject=f"clause:{clause}",
        aspect=one.words,
        message=Text(
            f"{where.zh}“{one.words}”称 {one.number} 项，所列 {count} 项：{shown}。",
            f"“{one.words}” announces {one.number}, the list has {count}: {shown}.",
        ),
        remedy=Text("补全列举，或改正数目", "complete the list, or mend the number"),
        clause=clause,
        values={"announced": one.number, "listed": [least, most], "list": one.items},
    )


def _in_tables(plan: Plan) -> Iterator[tuple[str, List, int]]:
    """Numbers of a table that count the names beside them or its rows, each with the true count."""
    for table in clause_tables(plan):
        rows = [row for row in table.rows if len(row.cells) == len(table.heading)]
        totals = [row for row in rows if any(TOTAL.match(cell) for cell in row.cells[:2])]
        plain = [row for row in rows if row not in totals]
        for at, head in enumerate(table.heading):
            if not COUNTED.search(head):
                continue
            for names in range(len(table.heading)):
                pairs = [
                    (row, int(row.cells[at]), len(re.split("[、，]", row.cells[names])))
                    for row in plain
                    if row.cells[at].isdecimal() and re.search(r"[\u4e00-\u9fff]", row.cells[names])
                ]
                pairs = [pair for pair in pairs if not pair[0].cells[names].endswith("等")]
                fitting = [pair for pair in pairs if pair[1] == pair[2]]
                if len(fitting) >= FEWEST and len(pairs) - len(fitting) <= 1 and any(n > 1 for _, n, _ in fitting):
                    for row, number, count in pairs:
                        yield row.clause, List(f"{head} {number}", number, row.cells[names], open=False), count
        ordered = [row for row in plain if row.cells[0].isdecimal()]
        if len(ordered) == len(plain) > 1 and plain[-1].cells[0] == str(len(plain)):
            for total in totals:
                for cell in total.cells:
                    if counted := OF_ROWS.match(cell):
                        items = "、".join(row.cells[1] for row in plain)
                        yield total.clause, List(cell, int(counted["number"]), items, open=False), len(plain)


def _in_brackets(text: str) -> Iterator[List]:
    """Lists in brackets behind their number, or behind two numbers, parted by a semicolon."""
    for found in IN_BRACKETS.finditer(text):
        if ASIDE.search(found["list"]) or found["list"].endswith("等") or not re.search("[、；]", found["list"]):
            continue
        groups = re.split("[；;]", found["list"])
        numbers = [(found["number"], found["noun"])]
        numbers += [(found["more"], found["other"])] if found["more"] else []
        if len(groups) == len(numbers) > 1 or (len(numbers) == 1 and "；" not in found["list"]):
            for (number, noun), items in zip(numbers, groups, strict=True):
                if LEAST <= numeral(number) <= MOST:
                    yield List(f"{number}…{noun}", numeral(number), items, open=False)


def _by_ending(text: str) -> Iterator[List]:
    """“一基地三高地” with a list whose items each end with 基地 or 高地."""
    for found in itertools.chain(SEVERAL.finditer(text), NAMED.finditer(text)):
        items = [part for part in re.split(f"[、，]|{JOINED.pattern}", found["list"]) if part]
        each = [(one["number"], one["name"]) for one in EACH.finditer(found["name"])]
        ending = {name: [item for item in items if item.strip("“”").endswith(name)] for _, name in each}
        if len(each) == 1 and len(ending[each[0][1]]) < len(items):
            continue
        if all(ending.values()) and len({name for _, name in each}) == len(each) and not found["list"].endswith("等"):
            for number, name in each:
                yield List(number + name, numeral(number), "、".join(ending[name]), open=False)


def _lists(text: str, going_on: str = "") -> Iterator[List]:
    """Lists with their number, in a paragraph; 二是 and so on may stand in those `going_on` under its heading."""
    bare = without_brackets(text)
    yield from _in_brackets(text)
    yield from _by_ending(bare)
    for found in BEFORE.finditer(bare):
        number = numeral(found["quoted"] or found["number"])
        items = found["list"]
        ordinals = _in_order(bare[found.start("list") :])
        if ordinals and len(ordinals) < number:
            ordinals = _in_order(bare[found.start("list") :] + "\n" + going_on)
        if ordinals:  # 一是……；二是……: counted by their own numbers
            items = "、".join(map(str, ordinals))
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
        if TAKES_OBJECT.search(items) or (found["quoted"] and not _of_its_name(bare, found, items)):
            continue
        heads_another = bare[found.end() : found.end() + 1] in ("：", ":")
        if LEAST <= number <= MOST and "、" in items.strip("、") and not items.endswith("、") and not heads_another:
            yield List(_words(bare, found), number, items, found["etc"] is not None)


def _in_order(text: str) -> list[int]:
    """The numbers of 一是, 二是, 三是 in a text as far as they follow one another; none where the first is another."""
    numbers = [numeral(one) for one in ORDINAL.findall(text)]
    in_order = [one for one, wanted in zip(numbers, range(1, 99), strict=False) if one == wanted]
    return in_order if numbers[:1] == [1] else []


def _of_its_name(text: str, found: re.Match[str], items: str) -> bool:
    """Whether a list can be of the quoted name behind it: “三大产业”, or each item has the name (增品种、提品质“三品”)."""
    name = re.escape(found["name"])
    each = all(re.search(name, item) for item in items.split("、"))
    return "大" in text[found.start("quoted") : found.start("name")] or each


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
    if marks > 1 and not re.search("[、；;]", bare):  # clauses, of which the first and the last may lead in and out
        counts = [max(LEAST, marks - 2)]
    return min(counts, default=marks), marks + len(JOINED.findall(bare))
