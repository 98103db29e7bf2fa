"""A park that the text names by its place stands in no zone's list of parks.

文字中以地名冠名的园区，不在任何片区的园区名单中。

Looked for are names that begin with a place (a town, the district, its city) and end with a word for a park (产业园, 工业社区), in
paragraphs and in the names and descriptions of projects. They are held against the parks that zones list, by text or
table; one that is the same but for words such as 创新 or another word for a park counts as listed, as does one whose
name holds a listed one. A park that follows such a name in one list, between marks, is a named one too. All in one finding: the plan may mean its lists to be a choice, information.

查以地名（镇街、本区、所在市）开头、以“产业园”“工业社区”等结尾的名称，见于段落或项目名称、内容的，与各片区（正文或表）所列园区对照；只差“创新”等字或通名不同的、以及含有所列园名的，视为已列。与上述园区以顿号并列的园名也算。合为一条：名单也可能只列重点，列为提示。

Found, a park of a town of the plan that no zone lists:
查出：规划所辖某镇的园区，没有片区列出。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("park-of-no-zone", clauses='''
    ... clause, text
    ... 五,     加快建设湖镇智慧产业园。''')
    info table:parks: 1 park is named, but listed for no zone: “湖镇智慧产业园” (五).

Not found, a park by the name of a listed one, and parks without a name:
不报：与所列园区同名的；以及没有专名的园区。

    >>> print_findings("park-of-no-zone", parks='''
    ... park_id, name
    ... mill,    山镇磨坊产业园''', clauses='''
    ... clause, text
    ... 五,     推进山镇磨坊创新产业园二期，新建一批特色产业园。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import lines, plain
from yzgeo.core.i18n import Text, quote
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("文中园区不在片区名单", "Parks that no zone lists")
KIND = "(?:产业园区?|工业园区?|科技园区?|创新园|创意园|软件园|工业社区|产业社区)"
NAME = r"(?P<name>(?:{places})(?:街道|镇|乡|市|区|县)?(?P<stem>[\u4e00-\u9fff]{{2,12}}?){kind})"
BESIDE = rf"(?P<before>[、和与及])(?P<name>(?P<stem>[\u4e00-\u9fff]{{2,12}}?){KIND})(?=[、,。;等)]|$)"
"""A park in one list with another: 湖镇智慧产业园、甲科健康产业园. Marks on both sides show where its name begins and ends."""
NO_NAME = re.compile("一批|若干|各类|多个|其他|相关|专业|级|类|[一二三四五六七八九十两几]个|[镇乡街]$")
SAYS_LITTLE = re.compile("创新|都市|未来|智创|现代|新型|示范|特色")
WORD = re.compile("[的等在与及和为以由至于将并]|建设|推进|打造|形成|加快|引进|整合|规划|依托|发展|推动|街道|镇|工业区")
"""Between a place and a park these show that the words are a sentence, no name."""
ENDS = re.compile("(?:街道|镇|乡|村|社区|自治州|市|区|县)$")
OWN = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:自治州|市|区|县|特区)")


def clause(plan: Plan) -> str:
    """The clauses that list the parks of zones."""
    return listings.parts_of_plan(plan.zone_parks["source"]) or "zone_parks.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Parks of the text that are not among those of the zones."""
    places = _places(plan)
    if plan.zone_parks.empty or not places:
        yield NotChecked(Text("没有列园区的片区，或没有地名", "no zone lists parks, or no places are known"))
        return
    named = re.compile(
        NAME.format(places="|".join(sorted(map(re.escape, places), key=len, reverse=True)), kind=f"{KIND}(?!区)")
    )
    names = [*plan.parks["name"], *plan.zones["name"]]
    listed = {short for name in names for short in (_bare(name), _stem(name)) if short}
    parts = plain("；".join([*plan.zones["formed_from"].dropna(), *plan.zone_places["words"].dropna()]))
    found: dict[str, list[str]] = {}
    for row in lines(plan).itertuples():
        for matched in _named(named, plain(row.text)):
            own = SAYS_LITTLE.sub("", matched["stem"])
            name = _bare(matched["name"]) if own else _stem(matched["name"])
            if WORD.search(matched["stem"]) or matched["name"] in parts:  # a zone is made of it
                continue
            if any(one in name or name in one for one in listed):
                continue
            found.setdefault(matched["name"], []).append(row.clause)
    if not found:
        return
    where = {name: list(dict.fromkeys(clauses)) for name, clauses in found.items()}
    told_zh = "、".join(f"{name}（{'、'.join(clauses)}）" for name, clauses in where.items())
    told_en = ", ".join(
        f"{quote(name)} ({', '.join(plan.place(one).en for one in clauses)})" for name, clauses in where.items()
    )
    yield Finding(
        severity="info",
        consequence="name",
        subject="table:parks",
        message=Text(
            f"{len(found)} 个园区见于文字，不在任何片区的园区名单中：{told_zh}。",
            f"{len(found)} park{' is' if len(found) == 1 else 's are'} named, but listed for no zone: {told_en}.",
        ),
        remedy=Text("写明属于哪个片区，或统一名称", "say which zone each belongs to, or use one name"),
        clause="；".join(
            dict.fromkeys([*(one for clauses in where.values() for one in clauses), *plan.zone_parks["source"]])
        ),
        values={"parks": list(found)},
    )


def _named(named: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Names of parks that begin with a place, and those that follow one in a list."""
    beside = re.compile(BESIDE)
    for matched in named.finditer(text):
        yield matched
        end = matched.end()
        while (fellow := beside.match(text, end)) is not None:
            end = fellow.end()
            has_place = named.match(fellow["name"]) is not None  # found by itself
            if not (has_place or NO_NAME.search(fellow["stem"]) or not SAYS_LITTLE.sub("", fellow["stem"])):
                yield fellow


def _places(plan: Plan) -> set[str]:
    """The towns of the plan, its district and its city, without the words for what they are."""
    of_authority = OWN.findall(str(plan.particulars.get("authority") or ""))
    names = [*plan.places["name"], *of_authority, str(plan.particulars.get("district") or "")]
    short = {name: ENDS.sub("", name) for name in map(str, names)}
    return {one if len(one) > 1 else name for name, one in short.items() if len(name) > 1}


def _bare(name: str) -> str:
    """A name of a park without words that say little and without the word for a park."""
    return SAYS_LITTLE.sub("", _stem(name))


def _stem(name: str) -> str:
    return re.sub(f"{KIND}$|园区$", "", plain(name))
