"""The yearly capacity in a project's title is one that its description states too.

项目名称所述年产能力与项目内容一致。

Capacities are compared where their units can be converted (吨 and 公斤, TEU and 二十尺标准箱), with 万 multiplied
out. A title is in order when each of its capacities that the description
states in such a unit is stated there; a description that states none says nothing against it.

单位可以换算（吨与公斤、TEU 与二十尺标准箱）的产能，换算后按数值比较（“万”已乘开）。名称中的产能，凡内容述有此类单位的，内容中应有同一数；内容未述产能的不算矛盾。

Found, 5万吨 in the title and 50万吨 in the description:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-capacity", figures='''
    ... figure_id,  value
    ... p1-content, 50''')
    warning project:p1: 年产5万吨钢材项目: capacity 50,000 吨 in the title, 500,000 吨 in the description.

Found, 5万吨 in the title and 6000000公斤 in the description:

    >>> print_findings("project-capacity", figures='''
    ... figure_id,  value,   unit
    ... p1-content, 6000000, 公斤''')
    warning project:p1: 年产5万吨钢材项目: capacity 50,000 吨 in the title, 6,000,000 公斤 in the description.

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
from yzgeo.core.unit_grammar import Dimension, convert, in_base, parse
from yzgeo.core.units import multiplied_out
from yzgeo.plan import listings
from yzgeo.plan.known_measures import CAPACITY
from yzgeo.plan.model import Plan

TITLE = Text("项目名称与内容的产能不一致", "Capacity differs between title and description")
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
    for (project_id, dimension), stated in capacities["title"].items():
        others = capacities["content"].get((project_id, dimension), {})
        project = projects.get(project_id)
        if project is None or not others or stated.keys() <= others.keys():
            continue
        unit = next(iter(stated.values()))[1]
        yield Finding(
            rule="project-capacity",
            severity="warning",
            subject=f"{PROJECT}{project_id}",
            aspect=unit,
            message=Text(
                f"{project.name}：名称所述产能 {_printed(stated)}，内容为 {_printed(others)}。",
                f"{project.name}: capacity {_printed(stated)} in the title, {_printed(others)} in the description.",
            ),
            remedy=Text("核对产能", "check the capacity"),
            clause=project.source,
            values={
                "unit": unit,
                "title": sorted(convert(*capacity, unit) or 0.0 for capacity in stated.values()),
                "content": sorted(convert(*capacity, unit) or 0.0 for capacity in others.values()),
            },
            geometry=project.geometry,
        )


Capacities = dict[float, tuple[float, str]]
"""Numbers with their bare unit, by the number in the base of the unit."""


def _capacities(plan: Plan) -> dict[str, dict[tuple[str, Dimension], Capacities]]:
    """By "title" and "content": the capacities stated of each project in units that can be converted."""
    capacities: dict[str, dict[tuple[str, Dimension], Capacities]] = {"title": {}, "content": {}}
    for row in plan.figures[plan.figures["measure_id"] == CAPACITY].itertuples():
        unit = row.unit if isinstance(row.unit, str) else ""
        if row.stated_in in capacities:
            key = row.scope.removeprefix(PROJECT), parse(unit).dimension
            of_project = capacities[row.stated_in].setdefault(key, {})
            of_project.setdefault(in_base(row.value, unit), multiplied_out(row.value, unit))
    return capacities


def _printed(capacities: Capacities) -> str:
    """The numbers in ascending order, each unit once: 5、8 吨."""
    units = dict.fromkeys(unit for _, unit in capacities.values())
    numbers = {unit: sorted(number for number, own in capacities.values() if own == unit) for unit in units}
    return "、".join(f"{'、'.join(f'{number:,.10g}' for number in numbers[unit])} {unit}" for unit in units)
