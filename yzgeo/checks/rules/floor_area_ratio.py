"""New industrial building reaches the floor area ratio (容积率) that the plan asks for.

新建工业项目的容积率达到规划要求。

The ratio is the plan's own target `floor-area-ratio`. A project's ratio is the total floor area
printed, underground included, over the land named in its description or else its new land, so it
can only be computed where both are printed. Building on used land (改扩建) is not what the clause names: it is reported as information.
Technical upgrades that build nothing are left out.

下限取自规划自己的目标 `floor-area-ratio`。容积率＝所载总建筑面积（含地下）÷项目内容所述用地（没有则用新增用地），两者都有才能计算。改扩建不在该条文所指之内，列为提示；不建房的技改不计。

Found, 16,000 m² of new building on 15 mu (10,000 m²) where 2 is asked:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("floor-area-ratio", projects='''
    ... project_id, floor_area
    ... p1,         16000''')
    warning project:p1: 年产5万吨钢材项目 (new building): floor area ratio 1.60, below 2: 16,000 m² over site of 15 mu.

Not found, 20,000 m² on the same land:

    >>> print_findings("floor-area-ratio")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.core.units import amount, mu_to_m2
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO
from yzgeo.plan.model import Plan
from yzgeo.plan.wording import in_principle

TITLE = Text("新建项目容积率", "Floor area ratio of new building")
WORKS = {
    "new_build": Text("新建", "new building"),
    "rebuild": Text("改扩建", "rebuilding"),
    "not_stated": Text("建设性质未述", "kind of works not stated"),
}
NO_LIST = Text("未列清单", "in no list")


def clause(plan: Plan) -> str:
    """The clauses that set the ratio."""
    return "、".join(plan.targets.loc[plan.targets["measure_id"] == FLOOR_AREA_RATIO, "source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose ratio can be computed and is below the one asked for."""
    targets = plan.targets[(plan.targets["measure_id"] == FLOOR_AREA_RATIO) & (plan.targets["direction"] != "at_most")]
    asked = targets["target"].dropna()
    if asked.empty:
        yield NotChecked(
            Text(
                f"规划未提容积率下限（targets.csv 无 {FLOOR_AREA_RATIO}）",
                f"the plan asks for no least ratio (no {FLOOR_AREA_RATIO} in targets.csv)",
            )
        )
        return
    minimum = float(asked.max())
    softly = in_principle(plan, targets["source"])
    building = plan.projects[plan.projects["works"].isin(WORKS)]
    if building.empty:
        yield NotChecked(Text("没有建设项目", "there are no building projects"))
    unknown = int(building["floor_area_ratio"].isna().sum())
    if unknown:
        yield NotChecked(
            Text(
                f"{unknown} 个建设项目未同时载明用地与建筑面积",
                f"{unknown} building projects do not print both land and floor area",
            )
        )
    for project in building[building["floor_area_ratio"] < minimum].itertuples():
        has_site_area = project.site_mu == project.site_mu
        land_mu = project.site_mu if has_site_area else project.new_land_mu
        printed_land = (
            (project.site_area, project.site_area_unit) if has_site_area else (project.new_land, project.new_land_unit)
        )
        land_zh, land_en = ("用地", "site") if has_site_area else ("新增用地", "new land")
        works = WORKS[project.works]
        words = project.floor_area_words if isinstance(project.floor_area_words, str) else "建筑面积"
        land = amount(*printed_land)
        listed = labels.word(project.list) if isinstance(project.list, str) else NO_LIST
        new = project.works == "new_build"
        yield Finding(
            rule="floor-area-ratio",
            severity="warning" if new else "info",
            subject=f"project:{project.project_id}",
            reading=Text(
                f"{works.zh}，{listed.zh}；所述“{words}”÷{land_zh}" + (f"；{softly.zh}" if softly.zh else ""),
                f"{works.en}, {listed.en}; {words} as printed over {land_en}" + (f"; {softly.en}" if softly.en else ""),
            ),
            message=Text(
                f"{project.name}（{works.zh}）容积率 {project.floor_area_ratio:.2f}，低于 {minimum:g}："
                f"{words} {project.floor_area_m2:,.10g} 平方米 ÷ {land_zh} {land.zh}。",
                f"{project.name} ({works.en}): floor area ratio {project.floor_area_ratio:.2f}, below {minimum:g}: "
                f"{project.floor_area_m2:,.10g} m² over {land_en} of {land.en}.",
            ),
            remedy=Text(
                "核对用地与建筑面积，提高容积率，或说明例外的理由",
                "check land and floor area, build denser, or give the reason for an exception",
            ),
            clause=f"{clause(plan)}；{project.source}",
            values={
                "floor_area_m2": float(project.floor_area_m2),
                "land_m2": mu_to_m2(float(land_mu)),
                "floor_area_ratio": float(project.floor_area_ratio),
                "minimum": minimum,
                "works": project.works,
            },
            geometry=project.geometry,
        )
