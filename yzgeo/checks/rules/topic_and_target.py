"""A paragraph is headed by one industry and sets its goal for another of a name alike.

段落以一个产业为题，目标却写另一个名称相近的产业。

Paragraphs headed by an industry (“——汽车零部件产业。”) are read for goals of output, revenue or value added in a year. Told
is a goal whose industry is wider than the heading's (汽车), or begins and ends like it with other words between
(软件与新兴服务, 软件和信息服务). A goal for a branch (汽车零部件 under 汽车), one for the heading's own industry beside it,
and one for another industry that shares no name are not told. Where the table of clusters has the same number for that
year, its name for it is told too. The plan may mean one thing by both names: information.

查以产业为题的段落（——汽车零部件产业。）中某年的产值、收入、增加值目标：目标的产业比段题宽（汽车），或与段题首尾相同而中间不同（软件与新兴服务、软件和信息服务）的，指出。目标为其分支（以汽车为题，写汽车零部件），段内另有以段题为名的目标，或名称不相近的，不报。产业集群表中同年数字相同的，一并指出表中所用名称。两个名称可能指一事，列为提示。

Found, a goal for all the industry that the heading names a branch of:
查出：标题只是一个分支，目标却写整个产业。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("topic-and-target", clauses='''
    ... clause, text
    ... 五,     ——船舶配套产业。做精部件，到2030年船舶产业产值达到70亿元。''')
    info clause:五: 五 is headed “船舶配套产业”, and its goal is for another name: “船舶产业产值达到70亿元” (2030).

Not found, a goal for the heading's own industry:
不报：目标与标题的产业相同。

    >>> print_findings("topic-and-target", clauses='''
    ... clause, text
    ... 五,     ——船舶配套产业。到2030年船舶配套产业产值达到70亿元，带动船舶产业产值达到200亿元。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import TOPIC, lines, plain
from yzgeo.core.i18n import Text
from yzgeo.core.labels import years
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("段题与目标所称产业不一", "Headings and goals that name different industries")
GOAL = re.compile(
    r"(?:到|至|力争)(?P<year>20\d\d)年(?:底|末)?[，,]?(?:力争|全区|全县|全市|我区|我县|我市|区|实现|规上)*"
    r"(?P<words>(?P<name>[\u4e00-\u9fff]{2,14}?)(?:制造业|产业|行业|业)?(?:集群|链)?(?:规上|规模以上)?"
    r"(?:工业)?(?:总产值|产值|业务收入|主营业务收入|营业收入|销售收入|收入|增加值|产业规模|规模)"
    r"(?:达到|达|突破|超过|力争达到|为)约?(?P<number>[0-9.]+)(?P<unit>亿元|万元|亿))"
)
END = re.compile("(?:制造业|产业|行业|业)$")
SHARED = 2
"""So many characters two names share at either end."""


class Goal(NamedTuple):
    """A goal of a paragraph: the industry, the words, the year and the number in 亿元 (NaN for other units)."""

    name: str
    words: str
    year: int
    output: float


def clause(plan: Plan) -> str:
    """The paragraphs that are headed by an industry."""
    return listings.parts_of_plan(dict.fromkeys(where for where, _, _ in _paragraphs(plan))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Paragraphs none of whose goals is for the industry of their heading, where one is for a name alike."""
    known = [(where, topic, goals) for where, topic, goals in _paragraphs(plan) if goals]
    if not known:
        yield NotChecked(
            Text("没有以产业为题并写有目标的段落", "no paragraph is headed by an industry and sets a goal")
        )
    for where, topic, goals in known:
        own = _bare(topic)
        if any(_bare(goal.name) == own for goal in goals):
            continue
        goal = next((goal for goal in goals if _alike(own, _bare(goal.name))), None)
        if goal is None:
            continue
        listed = _listed(plan, goal)
        yield Finding(
            severity="info",
            consequence="name",
            subject=f"clause:{where}",
            message=Text(
                f"{where}以“{topic}”为题，目标却写另一名称：“{goal.words}”（{goal.year} 年）"
                + "".join(f"；同数在{source}为“{name}”" for name, source in listed)
                + "。",
                f"{plan.place(where).en} is headed “{topic}”, and its goal is for another name: “{goal.words}” ({goal.year})"
                + "".join(f"; the number stands for “{name}” in {plan.place(source).en}" for name, source in listed)
                + ".",
            ),
            remedy=Text("统一名称，或写明目标包括哪些产业", "use one name, or say which industries the goal covers"),
            clause="；".join(dict.fromkeys([where, *(source for _, source in listed)])),
            values={"topic": topic, "goal": goal.name, "year": goal.year},
        )


def _paragraphs(plan: Plan) -> Iterator[tuple[str, str, list[Goal]]]:
    """Clause, heading and goals of the paragraphs headed by an industry."""
    for row in lines(plan).itertuples():
        text = plain(row.text).replace(",", "，")
        matched = TOPIC.match(text) if row.kind != "row" else None
        if matched is None or not END.search(matched["topic"]):
            continue
        goals = [
            Goal(
                one["name"],
                one["words"],
                int(one["year"]),
                float(one["number"]) if "亿" in one["unit"] else float("nan"),
            )
            for one in GOAL.finditer(text, matched.end())
            if re.fullmatch(r"\d+(?:\.\d+)?", one["number"])
        ]
        yield row.clause, matched["topic"], goals


def _bare(name: str) -> str:
    return re.sub("[与及]", "和", END.sub("", name))


def _alike(topic: str, name: str) -> bool:
    """Whether a goal's industry is wider than a heading's, or differs from it in the middle alone."""
    if len(name) >= SHARED and topic.startswith(name):
        return topic[len(name)] != "和"  # 船舶和海工: one of the two
    if topic[:SHARED] != name[:SHARED] or topic[-SHARED:] != name[-SHARED:]:
        return False
    rest = iter(name)
    return not all(character in rest for character in topic)  # a branch has all of the heading's name


def _listed(plan: Plan, goal: Goal) -> list[tuple[str, str]]:
    """Name and clause of the clusters that have the goal's number in its year."""
    if goal.year not in years(plan.clusters, "output"):
        return []
    rows = plan.clusters[plan.clusters[f"output_{goal.year}"] == goal.output]
    if len(rows) > 1:
        rows = rows[rows["name"].str.startswith(goal.name[:SHARED])]
    return list(zip(rows["name"], rows["source"], strict=True)) if len(rows) == 1 else []
