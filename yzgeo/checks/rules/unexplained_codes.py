"""A code in quotation marks, such as “154”, stands in the plan without a word on what its numbers count.

引号中的数字代号（如“154”），规划未说明各数字所指。

A code is made of digits, or of digits and letters joined by plus signs (1+4+N). It is explained where its clause says what its numbers
are (“1”是指…), where a bracket or colon behind it tells, or where numbers with a word for what they count add up to it
in its paragraph (2个平台、4个集聚区的“2+4”体系; 三大优势、三大新兴、一批、一批的“3311”). A code explained in one place
is explained. Numbers of years and numbers that all know (211, 863, 110) are no codes. That a code goes with and without a plus is told with it. It may be explained in another
document: information.

代号由数字组成，或由数字、字母以加号相连（1+4+N）。条文说明了各数字（“1”是指……），代号后有括号或冒号说明，或同段文字中带量词的数目与之相合（2个平台、4个集聚区的“2+4”体系；三大、三大、一批、一批的“3311”体系），即为已说明；一处说明即可。年份和通行的数字（211、863、110）不是代号。同一代号有时带加号、有时不带的，一并指出。代号也可能另有文件说明，列为提示。

Found, a code that is not explained:
查出：代号没有说明。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("unexplained-codes", clauses='''
    ... clause, text
    ... 五,     培育“154”产业集群。''')
    info clause:五: “154” (once) is not explained in the plan.

Found, the same with and without a plus:
查出：同一代号有的带加号，有的不带。

    >>> print_findings("unexplained-codes", clauses='''
    ... clause, text
    ... 五,     培育“246”产业集群，打造“246+”现代产业体系。''')
    info clause:五: “246” (once) and “246+” (once) are not explained in the plan.

Not found, a code with its numbers in words:
不报：代号的数字另有文字说明。

    >>> print_findings("unexplained-codes", clauses='''
    ... clause, text
    ... 五,     形成以2个大平台为龙头、4个集聚区为支撑的“2+4”体系。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import DIGITS, lines, plain
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("数字代号未作说明", "Codes that the plan does not explain")
CODE = re.compile(r"“(?P<code>[0-9]{2,5}\+?|[0-9NXYnxy](?:\+[0-9NXYnxy])+\+?)”(?P<after>[^“]{0,12})")
KNOWN = {"211", "985", "863", "973", "110", "119", "120", "122", "315", "12345", "12315", "996", "5A", "24"}
"""Numbers that readers know."""
NO_CODE = re.compile("^(?:热线|电话|专线|公益|工程|计划|高校|院校)")
"""What stands behind numbers that are called or known, where the plan need not tell more."""
YEAR = re.compile(r"(?:19|20)\d\d$")
TOLD = re.compile(r"^[^。；，]{0,10}(?:是指|指的是|即[：:]?|包括|包含|：|:|\(|——)")
NAMED = re.compile("以[^。；“”]*、[^。；“”]*为[^。；，“”]{1,6}的$")
"""Words before a code that name its parts: 以甲园、乙园和9县集中区为重点的“2+9”."""
MEASURE = "[个大条项类家张链区园批种级座片轴带核心廊]"


def clause(plan: Plan) -> str:
    """The clauses with codes."""
    return listings.parts_of_plan(dict.fromkeys(where for where, _, _ in _codes(plan))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Codes that no clause explains, those that differ by a plus together."""
    found: dict[str, dict[str, list[str]]] = {}
    explained = set()
    for where, code, is_told in _codes(plan):
        stem = code.rstrip("+")
        found.setdefault(stem, {}).setdefault(code, []).append(where)
        if is_told:
            explained.add(stem)
    if plan.clauses.empty:
        yield NotChecked(Text("没有条文", "there are no clauses"))
    for stem, spellings in found.items():
        if stem in explained:
            continue
        where = next(iter(spellings.values()))[0]
        counts_zh = "与".join(f"“{code}”（{len(places)} 次）" for code, places in spellings.items())
        counts_en = " and ".join(
            f"“{code}” ({'once' if len(places) == 1 else f'{len(places)} times'})" for code, places in spellings.items()
        )
        verb = "is" if len(spellings) == 1 else "are"
        yield Finding(
            severity="info",
            consequence="name",
            subject=f"clause:{where}",
            aspect=stem,
            message=Text(f"{counts_zh}在规划中未见说明。", f"{counts_en} {verb} not explained in the plan."),
            remedy=Text("首次出现时说明各数字所指", "say where it comes first what its numbers count"),
            clause="；".join(dict.fromkeys(one for places in spellings.values() for one in places)),
            values={"codes": list(spellings), "counts": [len(places) for places in spellings.values()]},
        )


def _codes(plan: Plan) -> list[tuple[str, str, bool]]:
    """Clause, code, and whether the code is explained there."""
    found = []
    for row in lines(plan).itertuples():
        text = re.sub('"([^"]*)"', r"“\1”", plain(row.text))
        for matched in CODE.finditer(text):
            code = matched["code"]
            if code in KNOWN or YEAR.match(code) or NO_CODE.match(matched["after"]):
                continue
            own = re.search(rf"“[{re.escape(code)}]”(?:[^。；]{{0,8}}?[是指为即]|[:：])", text)
            told = bool(TOLD.match(matched["after"])) or own is not None or _counted(code, text)
            told = told or NAMED.search(text[: matched.start()]) is not None
            found.append((row.clause, code, told))
    return found


def _counted(code: str, text: str) -> bool:
    """Whether a paragraph counts things in each number of a code; N and other letters stand for 若干."""
    bare = re.sub("“[^”]*”", "", text)
    return all(len(re.findall(_number(sign), bare)) >= code.count(sign) for sign in set(code) - {"+"})


def _number(sign: str) -> str:
    """A number with a word for what it counts, in digits or in characters."""
    words = [sign, *(word for word, value in DIGITS.items() if str(value) == sign)]
    many = "" if sign.isdigit() else "|若干"
    return rf"(?:(?<![\d.])(?:{'|'.join(words)})(?![\d.]){MEASURE}{many})"
