"""A project's floor area is not merely its land in another unit.

项目的建筑面积不是用地面积换个单位。

A building of which the floor area printed in m² equals the land printed in mu, to the last printed digit of
both, most likely has the area of its site in the place of its floor area.

以平方米印出的建筑面积与以亩印出的用地面积，若到各自末位数字都相等，多半是把用地面积填在了建筑面积处。

Found, 15 mu of land and 10,000 m² of floor:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("floor-area-is-land", projects='''
    ... project_id, floor_area
    ... p1,         10000''')
    warning project:p1: 年产5万吨钢材项目: the floor area of 10,000 m² is that of its land, 15 mu.

Not found, 15 mu of land and 20,000 m² of floor:

    >>> print_findings("floor-area-is-land")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.core.units import amount, mu_to_m2, slack
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("建筑面积与用地面积相同", "Floor area equal to the land")


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose floor area is that of their land."""
    projects = plan.projects
    has_site_area = projects["site_mu"].notna()
    comparable = projects.assign(
        land=projects["site_area"].where(has_site_area, projects["new_land"]),
        land_unit=projects["site_area_unit"].where(has_site_area, projects["new_land_unit"]),
        land_mu=projects["site_mu"].fillna(projects["new_land_mu"]),
    ).dropna(subset=["land_mu", "floor_area_m2"])
    if comparable.empty:
        yield NotChecked(Text("没有同时载明用地与建筑面积的项目", "no project prints both land and floor area"))
    rounding_m2 = [
        slack(row.land, row.land_unit, "平方米") + slack(row.floor_area, row.floor_area_unit, "平方米")
        for row in comparable.itertuples()
    ]
    same = (comparable["floor_area_m2"] - comparable["land_mu"].map(mu_to_m2)).abs() <= rounding_m2
    for project in comparable[same].itertuples():
        floor, land = amount(project.floor_area, project.floor_area_unit), amount(project.land, project.land_unit)
        yield Finding(
            rule="floor-area-is-land",
            severity="warning",
            subject=f"project:{project.project_id}",
            message=Text(
                f"{project.name}的建筑面积 {floor.zh}，恰为其用地 {land.zh}。",
                f"{project.name}: the floor area of {floor.en} is that of its land, {land.en}.",
            ),
            remedy=Text(
                "核对是否把用地面积填作建筑面积", "check whether the area of the site was put in for the floor area"
            ),
            clause=project.source,
            values={"floor_area_m2": project.floor_area_m2, "land_mu": project.land_mu},
            geometry=project.geometry,
        )
