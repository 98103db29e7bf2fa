"""A project's floor area is not merely its land in another unit.

项目的建筑面积不是用地面积换个单位。

Where the floor area and the land are equal to the last printed digit of both, in figures that are not round, one may
have been put in for the other. A floor area ratio of 1.0 in round figures (20,000 m² on 30 mu) is common and not told.
Where a part of the floor area is printed, it bears the floor area out, and the land is to be checked first.

建筑面积与用地面积若到各自末位数字都相等，且不是整数，可能一处误填为另一处。整数的容积率 1.0（30 亩建 2 万平方米）属常见，不报告。另载有建筑面积分项的，建筑面积有据，应先核对用地。

Found, 15.23 mu of land and 10,153 m² of floor:
查出：用地 15.23 亩，建筑面积 10153 平方米。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("floor-area-is-land", projects='''
    ... project_id, site_area, floor_area
    ... p1,         15.23,     10153''')
    warning project:p1: 年产5万吨钢材项目: the floor area of 10,153 m² is the land of 15.23 mu in another unit.

Found, the same with the floor above ground printed too:
查出：同上，另印有地上建筑面积。

    >>> print_findings("floor-area-is-land", measures='''
    ... measure_id,        name,         name_en,                 unit
    ... above-ground-area, 地上建筑面积, Floor area above ground, 平方米''', projects='''
    ... project_id, site_area, floor_area
    ... p1,         15.23,     10153''', figures='''
    ... figure_id, measure_id,        scope,      value, unit,   stated_in, source
    ... above,     above-ground-area, project:p1, 9153,  平方米, content,   附件 第1行''')
    warning project:p1: 年产5万吨钢材项目: the floor area of 10,153 m² is the land of 15.23 mu in another unit; printed too: Floor area above ground of 9,153 m².

Not found, 15 mu of land and 10,000 m² of floor, round figures:
不报：用地 15 亩，建筑面积 10000 平方米，均为整数。

    >>> print_findings("floor-area-is-land", projects='''
    ... project_id, floor_area
    ... p1,         10000''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.project_areas import floor_like_land, parts_of_floor, with_land
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("建筑面积与用地面积相同", "Floor area equal to the land")


def clause(plan: Plan) -> str:
    """The clauses that list the projects."""
    return listings.parts_of_plan(plan.projects["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose floor area is that of their land."""
    if with_land(plan).empty:
        yield NotChecked(Text("没有同时载明用地与建筑面积的项目", "no project prints both land and floor area"))
    names = plan.measures.set_index("measure_id")[["name", "name_en"]]
    for project in floor_like_land(plan).itertuples():
        floor, land = amount(project.floor_area, project.floor_area_unit), amount(project.land, project.land_unit)
        parts = [
            (bilingual(*names.loc[part.measure_id]), amount(part.value, part.unit))
            for part in parts_of_floor(plan, project.project_id).itertuples()
        ]
        borne_zh = "、".join(f"{name.zh} {area.zh}" for name, area in parts)
        borne_en = ", ".join(f"{name.en} of {area.en}" for name, area in parts)
        yield Finding(
            rule="floor-area-is-land",
            severity="warning",
            subject=f"project:{project.project_id}",
            consequence="amount",
            message=Text(
                f"{project.name}的建筑面积 {floor.zh}，与其用地 {land.zh}换算后相同"
                + (f"；另载有{borne_zh}。" if parts else "。"),
                f"{project.name}: the floor area of {floor.en} is the land of {land.en} in another unit"
                + (f"; printed too: {borne_en}." if parts else "."),
            ),
            remedy=Text(
                "建筑面积有分项可对，先核对用地一栏是否由建筑面积折算",
                "parts bear the floor area out: check first whether the land was converted from it",
            )
            if parts
            else Text("核对两数，是否有一处误填为另一处", "check whether one of the two was put in for the other"),
            clause=project.source,
            values={"floor_area_m2": project.floor_area_m2, "land_mu": project.land_mu},
            geometry=project.geometry,
        )
