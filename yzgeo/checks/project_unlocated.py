"""Every investment project has a known place.

A project without a row in `project_locations.csv` stays in every table and file, without geometry;
this rule names it, so that nobody takes the map for the whole list.

Found: a project of the annex with no place.
Not found: a project whose description names a park.
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo import lists
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.plan import Plan

TITLE = Text("项目位置已知", "Projects have a known place")


def clause(plan: Plan) -> str:
    """The lists in which the projects stand."""
    return lists.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects without geometry."""
    for _, project in plan.projects[plan.projects.geometry.isna()].iterrows():
        yield Finding(
            rule="project-unlocated",
            severity="info",
            subject=f"project:{project['project_id']}",
            message=Text(
                f"{project['name']}（{project['owner']}）没有已知位置，未画在图上。",
                f"{project['name']} ({project['owner']}) has no known place and is not drawn on the map.",
            ),
            remedy=Text(
                "在 project_locations.csv 加一行，写明依据", "add a row to project_locations.csv, with its evidence"
            ),
            clause=project["source"],
            values={"name": project["name"], "owner": project["owner"]},
        )
