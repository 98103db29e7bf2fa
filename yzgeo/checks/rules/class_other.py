"""A project of the class 其他 makes what the plan counts to an industry.

产业分类为“其他”的项目，其产品在规划中属于某一产业。

Title and description are searched for the names of clusters and industries (`clusters.csv`, `industries.csv` with
aliases), and for the products that a paragraph of the plan lists under an industry (“——新一代信息产业。…小型滤波器…”): the
last three characters of a product or more, unless they name a kind of thing in many of them. Which class holds is for the
authority: information.

在名称与内容中查找集群与产业的名称及别名（`clusters.csv`、`industries.csv`），以及规划某一产业段落所列产品（——新一代信息产业。……小型滤波器……）：以产品名末三字以上为准，多个产业共有的通称除外。归入何类由主管部门判断，列为提示。

Found, a project whose title names a cluster:
查出：名称含集群名的项目。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("class-other", projects='''
    ... project_id, name,             industry
    ... p1,         钢铁薄板轧制项目, 其他''')
    info project:p1: 钢铁薄板轧制项目 has the class “其他” (other), but names “钢铁” of Steel (钢铁) (Chapter 1).

Found, a product that a paragraph lists under an industry:
查出：某产业段落所列的产品。

    >>> print_findings("class-other", clauses='''
    ... clause, text
    ... 五,     "——电子信息产业。重点发展射频模组、小型滤波器、功率放大器等产品。"''', projects='''
    ... project_id, name,                   industry
    ... p1,         年产50万台5G滤波器项目, 其他''')
    info project:p1: 年产50万台5G滤波器项目 has the class “其他” (other), but names “滤波器” of 电子信息产业 (五).

Not found, a product that no industry lists:
不报：没有产业列出的产品。

    >>> print_findings("class-other", projects='''
    ... project_id, name,         industry
    ... p1,         竹木餐具项目, 其他''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import lines
from yzgeo.checks.project_words import DENIED, said
from yzgeo.core.i18n import Text, quote
from yzgeo.plan import listings
from yzgeo.plan.aliases import PARTED
from yzgeo.plan.model import Plan

TITLE = Text("归入“其他”的项目可归产业", "Projects of the class “其他” (other) that an industry covers")
OTHERS = {"其他", "其它", "其他产业", "其他行业", "其他类"}
TOPIC = re.compile(
    r"^(?:——|—|[-·•●]|[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[)）])\s*(?P<topic>[^。：:，,；]{2,16})[。：:]"
)
ITEM = re.compile(
    r"(?<=[、])[\u4e00-\u9fffA-Za-z0-9/+]{2,14}(?=[、等，。；和及])|[\u4e00-\u9fffA-Za-z0-9/+]{2,14}(?=、)"
)
VERB = re.compile(
    r"^.*(?:发展|围绕|引进|推动|布局|培育|研发|生产|提升|扩大|开发|支持|推进|聚焦|突破|研制|壮大|做强|加快|以)"
)
HEAD = 3
"""The last so many characters of a product name it: 滤波器 of 小型滤波器."""
ENDS = (
    "器机件板带管泵阀仪表药剂膜纱布丝片灯具承轴钢铝铜池车船服装鞋料酒茶纸炉床缆组镜屏箱柜刀锯钻缸釜塔芯晶胶漆粉酶苗泵"
)
"""The last characters of the names of products that can be made and sold."""
KINDS = re.compile(
    "(?:材料|软件|硬件|装备|设备|产品|组件|零件|部件|元件|配件|原料|基础件|关键件|平台)$|^[的等和及与为用类式性型化]"
)
"""Kinds of things that many industries make, and heads that begin in the middle of a word."""


class Clue(NamedTuple):
    """A word by which an industry is known, the industry as printed, and the clause."""

    word: str
    industry: str
    clause: str


def clause(plan: Plan) -> str:
    """The clauses that list projects and industries."""
    return listings.parts_of_plan([*plan.projects["source"], *plan.clusters["source"]]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects of no class of their own that name an industry, or a product that the plan counts to one."""
    if plan.projects["industry"].isna().all():
        yield NotChecked(Text("项目没有产业分类", "no project has a class"))
        return
    clues = [*_names(plan), *_products(plan)]
    if not clues:
        yield NotChecked(Text("规划没有产业或产品的名称", "the plan names no industry or product"))
    for project in plan.projects[plan.projects["industry"].isin(OTHERS)].itertuples():
        text = said(project)
        found = next((one for one in clues if _named(text, one.word)), None)
        if found is None:
            continue
        where = plan.place(found.clause)
        yield Finding(
            severity="info",
            consequence="amount",
            subject=f"project:{project.project_id}",
            message=Text(
                f"{project.name}归为“{project.industry}”，而其中的“{found.word}”，{where.zh}列于“{found.industry}”。",
                f"{project.name} has the class {quote(project.industry)} (other), but names {quote(found.word)} of {listings.glossed(plan, [found.industry])} ({where.en}).",
            ),
            remedy=Text("核对产业分类；仍归“其他”的，说明理由", "check the class; where it stays, say why"),
            clause="；".join(dict.fromkeys([project.source, found.clause])),
            values={"class": project.industry, "word": found.word, "industry": found.industry},
            geometry=project.geometry,
        )


def _named(text: str, word: str) -> bool:
    """Whether a text has a word that is not denied."""
    at = text.find(word)
    return at >= 0 and not DENIED.search(text[:at])


def _names(plan: Plan) -> list[Clue]:
    """The names of clusters and industries with their aliases, the longest first."""
    clues = [Clue(row.name, row.name, row.source) for row in plan.clusters.itertuples()]
    for row in plan.industries.itertuples():
        aliases = PARTED.split(row.aliases) if isinstance(row.aliases, str) else []
        clues += [Clue(name.strip(), row.name, row.source) for name in (row.name, *aliases) if len(name.strip()) > 1]
    return sorted(clues, key=lambda one: (-len(one.word), one.word))


def _products(plan: Plan) -> list[Clue]:
    """The last characters of the products that paragraphs list under an industry, each under one industry only."""
    industries = {*plan.clusters["name"], *plan.industries["name"]}
    by_word: dict[str, list[Clue]] = {}
    for row in lines(plan).itertuples():
        matched = TOPIC.match(row.text) if row.kind != "row" else None
        if matched is None:
            continue
        topic = matched["topic"]
        if not topic.endswith("产业") and not any(name in topic for name in industries):
            continue
        for item in ITEM.findall(row.text[matched.end() :]):
            word = VERB.sub("", item)[-HEAD:]
            if len(word) == HEAD and word[-1] in ENDS and not KINDS.search(word):
                by_word.setdefault(word, []).append(Clue(word, topic, row.clause))
    return [found[0] for found in by_word.values() if len({one.industry for one in found}) == 1]
