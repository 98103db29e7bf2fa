"""No project is part of another one in the list.

名单中的项目互不包含。

A project may be listed as a whole and again by its plots, and then its investment and land count twice. Projects
of one owner are compared: where the description of one names what another is called, by a run of characters as
long as the tolerance, it may lie within the other. Owners name several works alike, so this is information.

一个项目可能既整体列入又按地块再列，其投资与用地就会重复计算。同一单位的项目两两比较：一个的内容提到另一个的名称（相同字段不短于容差），后者可能在前者之内。单位给几项工程取相近的名称也属常见，故列为提示。

Found, a project on a plot of another one of the same owner:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,                   owner,  content
    ... p1,         东山未来工业社区启动区, 甲公司, 建设标准厂房
    ... p4,         轧钢项目,               甲公司, 东山未来工业社区A-1号地块，用地20亩''')
    info project:p4: 轧钢项目 says it is in 东山未来工业社区, which 东山未来工业社区启动区 of the same owner is called too.

Not found, projects of different owners:

    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,                   content
    ... p1,         东山未来工业社区启动区, 建设标准厂房
    ... p4,         轧钢项目,               东山未来工业社区A-1号地块，用地20亩''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import longest_shared, runs
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("项目互不包含", "Projects are counted once")
TOLERANCE = Tolerance(
    6,
    Text("个字", "characters"),
    Text("更短的相同字词是通用词（工业社区、产业园）", "shorter runs are words for kinds of places (工业社区, 产业园)"),
)


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose description names another project of the same owner."""
    length = int(tolerances.of(plan, "project-counted-twice", TOLERANCE).value)
    if plan.projects.empty:
        yield NotChecked(Text("没有项目", "there are no projects"))
    several = plan.projects[plan.projects["owner"].duplicated(keep=False)]
    projects = several.set_index("project_id")
    owner = projects["owner"].rename("owner")
    named = runs(projects["name"], length).rename(columns={"key": "whole"}).join(owner, on="whole")
    content_runs = runs(projects["content"], length).rename(columns={"key": "part"}).join(owner, on="part")
    pairs = named.merge(content_runs, on=["owner", "run"])[["whole", "part"]].drop_duplicates()
    for whole, part in pairs[pairs["whole"] != pairs["part"]].sort_values(["part", "whole"]).itertuples(index=False):
        yield _finding(projects, whole, part)


def _finding(projects: pd.DataFrame, whole: str, part: str) -> Finding:
    other, one = projects.loc[whole], projects.loc[part]
    shared = longest_shared(other["name"], one["content"])
    return Finding(
        rule="project-counted-twice",
        severity="info",
        subject=f"project:{part}",
        aspect=f"project:{whole}",
        message=Text(
            f"{one['name']}的内容称在“{shared}”，同一业主的{other['name']}亦以此为名，或重复计列。",
            f"{one['name']} says it is in {shared}, which {other['name']} of the same owner is called too.",
        ),
        remedy=Text(
            "写明是否包含，以免投资与用地重复计算", "say whether one contains the other, so that nothing counts twice"
        ),
        clause="；".join(dict.fromkeys([other["source"], one["source"]])),
        values={"projects": [whole, part], "shared": shared},
        geometry=one.geometry,
    )
