"""No project is part of another one in the list.

名单中的项目互不包含。

A project may be listed as a whole and again by its plots, and then its investment and land count twice. Projects
of one owner are compared: where the description of one names what another is called, by a run of characters as
long as the tolerance, it may lie within the other. The name of a development zone, park, town or zone that both works
stand in is no name of a work: it counts only where the other project is that place, or a phase of it (启动区, 一期). Owners
name several works alike, so this is information. Several parts of one project are one finding.

一个项目可能既整体列入又按地块再列，其投资与用地就会重复计算。同一单位的项目两两比较：一个的内容提到另一个的名称（相同字段不短于容差），后者可能在前者之内。两个项目同在的开发区、园区、镇街、片区之名不是项目之名：只有另一项目就是该处或其一期（启动区、一期等）时才算。单位给几项工程取相近的名称也属常见，故列为提示。同一项目的几个部分合为一条。

Found, a project on a plot of another one of the same owner:
查出：同一业主的另一项目占用同一地块。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,                   owner,  content
    ... p1,         东山未来工业社区启动区, 甲公司, 建设标准厂房
    ... p4,         轧钢项目,               甲公司, 东山未来工业社区A-1号地块，用地20亩''')
    info project:p4: 轧钢项目 says it is in 东山未来工业社区, which is the name of 东山未来工业社区启动区 of the same owner too.

Not found, two works in one development zone:
不报：同一开发区中的两个厂。

    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,                       owner,  content
    ... p1,         东山经济开发区污水处理厂,   甲公司, 建设污水处理厂
    ... p4,         变电站项目,                 甲公司, 在东山经济开发区建设变电站''')
    nothing found

Not found, projects of different owners:
不报：业主不同的项目。

    >>> print_findings("project-counted-twice", projects='''
    ... project_id, name,                   content
    ... p1,         东山未来工业社区启动区, 建设标准厂房
    ... p4,         轧钢项目,               东山未来工业社区A-1号地块，用地20亩''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import longest_shared, runs
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("项目可能重复计列", "Projects perhaps counted twice")
TOLERANCE = Tolerance(
    6,
    Text("个字", "characters"),
    Text(
        "更短的相同字词是通用词（工业社区、产业园）",
        "shorter runs are words for kinds of places (“工业社区”, “产业园”)",
    ),
)


PLACE = re.compile("开发区|高新区|保税区|新区|园区|产业园|工业园|工业区|街道|镇|村|大道|公路")
"""Words of places in which several works stand."""
PHASE = re.compile("(?:(?:启动|核心|起步|示范|先行)区|[一二三四五六首]期|总体|整体|开发|建设|工程|项目)+")
"""What may follow the name of a place in the name of the project that is the place."""


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
        shared = longest_shared(projects["name"][whole], projects["content"][part])
        if _is_name(plan, shared, projects["name"][whole]):
            yield _finding(projects, whole, part)


def gather(plan: Plan, findings: list[Finding]) -> list[Finding]:
    """The parts of one project, called by the same words, as one finding."""
    names = plan.projects.set_index("project_id")["name"]
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.values["projects"][0], one.values["shared"]), []).append(one)
    return [
        group[0] if len(group) == 1 else _together(names, whole, shared, group)
        for (whole, shared), group in groups.items()
    ]


def _together(names: pd.Series, whole: str, shared: str, group: list[Finding]) -> Finding:
    parts = [one.values["projects"][1] for one in group]
    return replace(
        group[0],
        subject=f"project:{whole}",
        aspect="parts",
        message=Text(
            f"{'、'.join(names[part] for part in parts)}的内容都称在“{shared}”，同一业主的{names[whole]}亦以此为名；是否包含，规划未写明。",
            f"{', '.join(names[part] for part in parts)} say they are in {shared}, which is the name of {names[whole]} of the same owner too; "
            "the plan does not say whether it contains them.",
        ),
        clause="；".join(dict.fromkeys(place for one in group for place in one.clause.split("；"))),
        values={"subjects": [one.subject for one in group], "projects": [whole, *parts], "shared": shared},
    )


def _is_name(plan: Plan, shared: str, name: str) -> bool:
    """Whether the words that a name and a description share name the project, not a place that both stand in."""
    rest = name.replace(shared, "", 1)
    if not rest or PHASE.fullmatch(rest):
        return True
    places = [*plan.zones["name"], *plan.parks["name"], *plan.places["name"]]
    return not (PLACE.search(shared) or any(place in shared or shared in place for place in places))


def _finding(projects: pd.DataFrame, whole: str, part: str) -> Finding:
    other, one = projects.loc[whole], projects.loc[part]
    shared = longest_shared(other["name"], one["content"])
    return Finding(
        rule="project-counted-twice",
        severity="info",
        consequence="amount",
        subject=f"project:{part}",
        aspect=f"project:{whole}",
        message=Text(
            f"{one['name']}的内容称在“{shared}”，同一业主的{other['name']}亦以此为名；是否包含，规划未写明。",
            f"{one['name']} says it is in {shared}, which is the name of {other['name']} of the same owner too.",
        ),
        remedy=Text(
            "写明是否包含，以免投资与用地重复计算", "say whether one contains the other, so that nothing counts twice"
        ),
        clause="；".join(dict.fromkeys([other["source"], one["source"]])),
        values={"projects": [whole, part], "shared": shared},
        geometry=one.geometry,
    )
