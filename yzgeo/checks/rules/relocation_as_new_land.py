"""A project that relocates firms lists its land as new, and does not say what becomes of the old site.

搬迁项目列了新增用地，未述原址如何处置。

New land is needed where firms move to; whether land is gained depends on the site they leave. A project whose title or
description speaks of a move (整体搬迁, 迁建) is told with its new land unless it says that the old site is given up, kept
or used again.

企业迁入需要用地，但净增多少要看原址。名称或内容述及搬迁、迁建而列有新增用地的项目，未说明原址腾退、保留或再利用的，列为提示。

Found, firms that move to new land:
查出：企业搬迁到新增用地。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("relocation-as-new-land", projects='''
    ... project_id, new_land, content
    ... p2,         18,       织造企业整体搬迁至南区。''')
    info project:p2: 纺织车间项目 lists 18 mu of new land, and its description says: “织造企业整体搬迁至南区”.

Not found, a move that gives up its old site:
不报：搬迁而腾出原址。

    >>> print_findings("relocation-as-new-land", projects='''
    ... project_id, new_land, content
    ... p2,         18,       织造企业整体搬迁至南区，原址腾退18亩。''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.project_words import said, sentence_with
from yzgeo.core.i18n import Text, quote
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("搬迁项目列为新增用地", "Relocations listed as new land")
MOVES = re.compile(
    r"搬迁|迁建|迁扩建|异地(?:重建|新建|技改|改造)|易地(?:重建|新建|技改|改造)|退城(?:入园|进园)|退二进三|整体(?:迁移|迁入|转移)|搬至|迁至|迁入新址"
)
OLD_SITE = re.compile(
    r"(?:原址|原厂区?|老厂区?|旧址|原有?(?:地块|用地|土地)|旧厂区?|腾出)[^。；]{0,12}(?:腾退|腾出|退出|收储|收回|保留|再利用|盘活|复垦|拆除|交还|转让|亩)|腾(?:退|出)[^，。；]{0,8}(?:用地|土地|厂房|[0-9])"
)


def clause(plan: Plan) -> str:
    """The lists that state new land."""
    listed = plan.projects[plan.projects["new_land_mu"].notna()]
    return listings.parts_of_plan(listed["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects that move to new land without a word on the site they leave."""
    listed = plan.projects[plan.projects["new_land_mu"] > 0]
    if listed.empty:
        yield NotChecked(Text("没有载明新增用地的项目", "no project states new land"))
    for project in listed.itertuples():
        text = said(project)
        words = sentence_with(text, MOVES)
        if words is None or OLD_SITE.search(text):
            continue
        yield Finding(
            severity="info",
            consequence="amount",
            subject=f"project:{project.project_id}",
            message=Text(
                f"{project.name}列新增用地 {project.new_land_mu:g} 亩，项目内容述“{words}”，未述原址如何处置。",
                f"{project.name} lists {project.new_land_mu:g} mu of new land, and its description says: {quote(words)}.",
            ),
            remedy=Text(
                "写明原址腾退或保留的面积，以便计算净增用地",
                "say how much land the old site gives up or keeps, so that the land gained can be reckoned",
            ),
            clause=project.source,
            values={"new_land_mu": float(project.new_land_mu), "words": words},
            geometry=project.geometry,
        )
