"""A project that asks for new land is not placed by its owner's address.

要新增用地的项目不凭业主地址定位。

New land is where the owner is not yet. Where `project_locations.csv` knows only the owner's address of such a project,
the project has no place: it counts for no zone and is not drawn. That is a gap in the data at hand, no fault of the plan.

新增用地是业主尚未在的地方。`project_locations.csv` 对这类项目只列业主地址的，项目不予定位：不计入任何片区，也不画在图上。这是手头数据的缺口，不是规划的问题。

Found, 10 mu of new land known by the owner's address only:
查出：10 亩新增用地，仅知业主地址。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("new-site-by-address", projects='''
    ... project_id, name,     new_land, new_land_unit
    ... p6,         造纸项目, 10,       亩''', project_locations='''
    ... project_id, place_id, evidence,      source
    ... p6,         lake,     owner_address, 登记地址''')
    gap project:p6: 造纸项目 asks for 10 mu of new land, and only the owner's address is known (登记地址): it is not placed.

Not found, new land that the plan's text places, or a project without new land at its owner's address:
不报：规划原文载明位置的新增用地；或没有新增用地、仅知业主地址的项目。

    >>> print_findings("new-site-by-address", projects='''
    ... project_id, name,     new_land, new_land_unit
    ... p6,         造纸项目, 10,       亩
    ... p7,         印刷项目, ,         ''', project_locations='''
    ... project_id, place_id, evidence,      source
    ... p6,         lake,     plan_text,     附件
    ... p7,         lake,     owner_address, 登记地址''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Gap, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("新增用地项目仅知业主地址", "New land known by the owner's address only")


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Gap | NotChecked]:
    """Projects with new land of which only the owner's address is known."""
    if not (plan.projects["new_land"] > 0).any():
        yield NotChecked(Text("没有列新增用地的项目", "no project asks for new land"))
    for project in plan.projects[plan.projects["unused_location"].notna()].itertuples():
        land = amount(project.new_land, project.new_land_unit)
        yield Gap(
            subject=f"project:{project.project_id}",
            message=Text(
                f"{project.name}列新增用地 {land.zh}，只知业主地址（{project.unused_location}），未予定位。",
                f"{project.name} asks for {land.en} of new land, and only the owner's address is known "
                f"({project.unused_location}): it is not placed.",
            ),
            remedy=Text(
                "查明新址，连同依据补入项目位置表；查不到则删去该行",
                "find the new site and enter it with its evidence, or remove the row",
            ),
            source=project.source,
        )
