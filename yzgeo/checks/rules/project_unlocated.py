"""Every investment project has a known place.

每个投资项目都有已知位置。

A project without a row in `project_locations.csv` stays in every table and file, without geometry;
this rule names it, so that nobody takes the map for the whole list.

`project_locations.csv` 中没有的项目仍在各表与文件中，只是没有图形；本规则逐一点名，以免把地图当作全部名单。

Found, a sixth project that no location is known of:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-unlocated", projects='''
    ... project_id, list,    seq, name,     owner,  works
    ... p6,         planned, 6,   造纸项目, 己公司, new_build''')
    info project:p6: 造纸项目 (己公司) has no known place and is not drawn on the map.

Not found, projects with a place each:

    >>> print_findings("project-unlocated")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.core.values import json_value
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("项目位置已知", "Projects have a known place")


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects without geometry."""
    if plan.projects.empty:
        yield NotChecked(Text("没有项目", "there are no projects"))
    for project in plan.projects[plan.projects.geometry.isna()].itertuples():
        owner = json_value(project.owner)
        yield Finding(
            rule="project-unlocated",
            severity="info",
            subject=f"project:{project.project_id}",
            message=Text(
                f"{project.name}{f'（{owner}）' if owner else ''}没有已知位置，未画在图上。",
                f"{project.name}{f' ({owner})' if owner else ''} has no known place and is not drawn on the map.",
            ),
            remedy=Text(
                "在 project_locations.csv 加一行，写明依据", "add a row to project_locations.csv, with its evidence"
            ),
            clause=project.source,
            values={"name": project.name, "owner": owner},
        )
