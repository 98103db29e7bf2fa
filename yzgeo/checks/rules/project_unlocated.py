"""Every investment project has a known place.

每个投资项目都有已知位置。

A project without a row in `project_locations.csv` stays in every table and file, without geometry;
this rule names it, so that nobody takes the map for the whole list. It is a gap in the data at hand, no fault of the plan.

`project_locations.csv` 中没有的项目仍在各表与文件中，只是没有图形；本规则逐一点名，以免把地图当作全部名单。这是手头数据的缺口，不是规划的问题。

Found, a sixth project that no location is known of:
查出：第六个项目位置未知。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-unlocated", projects='''
    ... project_id, list,    seq, name,     owner,  works
    ... p6,         planned, 6,   造纸项目, 己公司, new_build''')
    gap project:p6: 造纸项目 (己公司) has no known place and is not drawn on the map.

Not found, projects with a place each:
不报：各项目都有位置。

    >>> print_findings("project-unlocated")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Gap, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("项目位置未知", "Projects without a known place")


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Gap | NotChecked]:
    """Projects without geometry, but for those whose known place does not count."""
    if plan.projects.empty:
        yield NotChecked(Text("没有项目", "there are no projects"))
    nowhere = plan.projects.geometry.isna() & plan.projects["unused_location"].isna()  # see new-site-by-address
    for project in plan.projects[nowhere].itertuples():
        owner = "" if pd.isna(project.owner) else project.owner
        yield Gap(
            subject=f"project:{project.project_id}",
            message=Text(
                f"{project.name}{owner and f'（{owner}）'}没有已知位置，未画在图上。",
                f"{project.name}{owner and f' ({owner})'} has no known place and is not drawn on the map.",
            ),
            remedy=Text("查明位置，连同依据补入项目位置表", "find its place and enter it, with the evidence for it"),
            source=project.source,
        )
