"""The yearly capacity in a project's title is one that its description states too.

Capacities are compared as numbers (万 multiplied out) where their units are the same or name the same
thing (TEU and 二十尺标准箱). A title is in order when each of its capacities whose unit the description
uses is stated there; a description that states none says nothing against it.

Found: 200万件 in the title, 2000万件 in the description.
Not found: 25万TEU in the title, 250000二十尺标准箱 in the description.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo import lists
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.plan import Plan
from yzgeo.units import multiplied_out

TITLE = Text("项目名称与内容的产能一致", "Capacity agrees in title and description")
MEASURE = "capacity"


def clause(plan: Plan) -> str:
    """The lists in which the projects stand."""
    return lists.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose description states another capacity in the title's unit."""
    stated = plan.figures[plan.figures["measure_id"] == MEASURE]
    for _, project in plan.projects.iterrows():
        rows = stated[stated["scope"] == f"project:{project['project_id']}"]
        in_title, in_content = (_amounts(rows[rows["stated_in"] == place]) for place in ("title", "content"))
        for unit, numbers in in_title.items():
            others = in_content.get(unit, set())
            if others and not numbers <= others:
                yield Finding(
                    rule="project-capacity",
                    severity="warning",
                    subject=f"project:{project['project_id']}",
                    message=Text(
                        f"{project['name']}：名称所述产能 {_shown(numbers)} {unit}，内容为 {_shown(others)} {unit}。",
                        f"{project['name']}: capacity {_shown(numbers)} {unit} in the title, {_shown(others)} {unit} in the description.",
                    ),
                    remedy=Text("核对产能", "check the capacity"),
                    clause=project["source"],
                    values={"unit": unit, "title": sorted(numbers), "content": sorted(others)},
                    geometry=project.geometry,
                )


def _amounts(rows: pd.DataFrame) -> dict[str, set[float]]:
    amounts: dict[str, set[float]] = {}
    for row in rows.itertuples():
        number, unit = multiplied_out(row.value, row.unit)
        amounts.setdefault(unit, set()).add(number)
    return amounts


def _shown(numbers: set[float]) -> str:
    return "、".join(f"{number:,.10g}" for number in sorted(numbers))
