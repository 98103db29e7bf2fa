"""The yearly capacity in a project's title is one that its description states too.

项目名称所述年产能力与项目内容一致。

Capacities are compared as numbers (万 multiplied out) where their units are the same or name the same
thing (TEU and 二十尺标准箱). A title is in order when each of its capacities whose unit the description
uses is stated there; a description that states none says nothing against it.

单位相同或同指一物（TEU 与二十尺标准箱）的产能按数值比较（“万”已乘开）。名称中的产能，凡内容用到其单位的，内容中应有同一数；内容未述产能的不算矛盾。

Found, 5万吨 in the title and 50万吨 in the description:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-capacity", figures='''
    ... figure_id,  value
    ... p1-content, 50''')
    warning project:p1: 年产5万吨钢材项目: capacity 50,000 吨 in the title, 500,000 吨 in the description.

Not found, 5万吨 in the title and 50000吨 in the description:

    >>> print_findings("project-capacity", figures='''
    ... figure_id,  value, unit
    ... p1-content, 50000, 吨''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.core.units import multiplied_out
from yzgeo.plan import listings
from yzgeo.plan.known_measures import CAPACITY
from yzgeo.plan.model import Plan

TITLE = Text("项目名称与内容的产能一致", "Capacity agrees in title and description")
PROJECT = "project:"


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose description states another capacity in the title's unit."""
    capacities = _capacities(plan)
    if not any(key in capacities["content"] for key in capacities["title"]):
        yield NotChecked(
            Text("没有名称与内容都载明产能的项目", "no project states capacity in both title and description")
        )
    projects = {project.project_id: project for project in plan.projects.itertuples()}
    for (project_id, unit), numbers in capacities["title"].items():
        others = capacities["content"].get((project_id, unit), set())
        project = projects.get(project_id)
        if project is None or not others or numbers <= others:
            continue
        yield Finding(
            rule="project-capacity",
            severity="warning",
            subject=f"{PROJECT}{project_id}",
            aspect=unit,
            message=Text(
                f"{project.name}：名称所述产能 {_printed(numbers)} {unit}，内容为 {_printed(others)} {unit}。",
                f"{project.name}: capacity {_printed(numbers)} {unit} in the title, {_printed(others)} {unit} in the description.",
            ),
            remedy=Text("核对产能", "check the capacity"),
            clause=project.source,
            values={"unit": unit, "title": sorted(numbers), "content": sorted(others)},
            geometry=project.geometry,
        )


def _capacities(plan: Plan) -> dict[str, dict[tuple[str, str], set[float]]]:
    """By "title" and "content": the numbers stated of each project and bare unit."""
    capacities: dict[str, dict[tuple[str, str], set[float]]] = {"title": {}, "content": {}}
    for row in plan.figures[plan.figures["measure_id"] == CAPACITY].itertuples():
        number, unit = multiplied_out(row.value, row.unit if isinstance(row.unit, str) else "")
        if row.stated_in in capacities:
            capacities[row.stated_in].setdefault((row.scope.removeprefix(PROJECT), unit), set()).add(number)
    return capacities


def _printed(numbers: set[float]) -> str:
    return "、".join(f"{number:,.10g}" for number in sorted(numbers))
