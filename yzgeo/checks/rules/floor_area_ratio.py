"""New industrial building reaches the floor area ratio (容积率) that the plan asks for.

新建工业项目的容积率达到规划要求。

The ratio is the plan's own target `floor-area-ratio`. A project's ratio is the floor area as printed over the land
named in its description or else its new land, so it can only be computed where both are printed. The standard counts
storeys above 8 m twice and floors underground not at all; plans do not print these, and the finding says so. A warning
is told of new building that is still planned. Information: projects already under construction, building on used land
(改扩建), a ratio of which only the plant (厂房) or the new part is printed, which is a
lower bound, and figures that another rule doubts. 约 beside a figure allows 5 %. Technical upgrades that build nothing
are left out, and rebuilding where the target names new building alone (新建容积率).

下限取自规划自己的目标 `floor-area-ratio`。容积率＝所载建筑面积÷项目内容所述用地（没有则用新增用地），两者都有才能计算。标准规定层高超过 8 米的加倍计算、地下不计，规划一般不载，结果中写明未计。尚在谋划的新建项目列为警告；已在建的、改扩建、只载厂房或新建部分面积（容积率为下限）、数字另有疑问的，列为提示。指标只称新建的，改扩建不计。“约”允许 5% 的出入。不建房的技改不计。

Found, 16,000 m² of new building on 15 mu (10,000 m²) where 2 is asked:
查出：15 亩（10000 平方米）新建 16000 平方米，而要求容积率为 2。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("floor-area-ratio", projects='''
    ... project_id, floor_area
    ... p1,         16000''')
    warning project:p1: 年产5万吨钢材项目 (new building, planned): floor area ratio as printed 1.60, where 2 is asked: 16,000 m² over site of 15 mu.

Found, the same under construction:
查出：同上，在建。

    >>> print_findings("floor-area-ratio", projects='''
    ... project_id, floor_area, list
    ... p1,         16000,      under_construction''')
    info project:p1: 年产5万吨钢材项目 (new building, under construction): floor area ratio as printed 1.60, where 2 is asked: 16,000 m² over site of 15 mu.

Found, the plant alone:
查出：只有厂房。

    >>> print_findings("floor-area-ratio", projects='''
    ... project_id, floor_area, floor_area_words
    ... p1,         16000,      厂房面积''')
    info project:p1: 年产5万吨钢材项目 (new building, planned): floor area ratio as printed at least 1.60, where 2 is asked: 16,000 m² over site of 15 mu; only “厂房面积” is printed, no other floor area.

Not found, 20,000 m² on the same land:
不报：同样的用地建 20000 平方米。

    >>> print_findings("floor-area-ratio")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.project_areas import doubts, floor_words, is_under_way, ratio_span
from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text, counted, plain
from yzgeo.core.qualifiers import around
from yzgeo.core.units import amount, mu_to_m2
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO
from yzgeo.plan.model import Plan
from yzgeo.plan.wording import in_principle

TITLE = Text("容积率低于规划要求", "Floor area ratio below the plan's")
WORKS = {
    "new_build": Text("新建", "new building"),
    "rebuild": Text("改扩建", "rebuilding"),
    "not_stated": Text("建设性质未述", "kind of works not stated"),
}
NO_LIST = Text("未列清单", "in no list")
STANDARD = Text(
    "未计层高超过8米加倍、地下不计",
    "not counting storeys above 8 m twice nor leaving out floors underground, as the standard does",
)


def clause(plan: Plan) -> str:
    """The clauses that set the ratio."""
    return "、".join(plan.targets.loc[plan.targets["measure_id"] == FLOOR_AREA_RATIO, "source"]) or "projects.csv"


def asked(plan: Plan) -> pd.DataFrame:
    """The plan's targets that ask for a least ratio."""
    targets = plan.targets
    return targets[(targets["measure_id"] == FLOOR_AREA_RATIO) & (targets["direction"] != "at_most")].dropna(
        subset=["target"]
    )


def judged_targets(plan: Plan) -> list[str]:
    """The targets that this rule judges, so that no pack tells of them again."""
    return list(asked(plan)["target_id"])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose ratio can be computed and is below the one asked for."""
    targets = asked(plan)
    if targets.empty:
        yield NotChecked(
            Text(
                "规划未提容积率下限",
                "the plan asks for no least ratio",
            )
        )
        return
    governing = {
        project.project_id: target
        for project in plan.projects[plan.projects["works"].isin(WORKS)].itertuples()
        if (target := _governing(targets, project)) is not None
    }
    building = plan.projects[plan.projects["project_id"].isin(governing)]
    if building.empty:
        yield NotChecked(Text("没有建设项目", "there are no building projects"))
    unknown = int(building["floor_area_ratio"].isna().sum())
    if unknown:
        yield NotChecked(
            Text(
                f"{unknown} 个建设项目未同时载明用地与建筑面积",
                f"{counted(unknown, 'building project does', 'building projects do')} not print both land and floor area",
            )
        )
    doubted = doubts(plan)
    for project in building.dropna(subset=["floor_area_ratio"]).itertuples():
        target = governing[project.project_id]
        minimum = float(target.target)
        if ratio_span(project)[1] >= minimum:
            continue
        softly = in_principle(plan, [target.source])
        has_site_area = project.site_mu == project.site_mu
        land, land_words = (
            ((project.site_area, project.site_area_unit, project.site_area_qualifier), Text("用地", "site"))
            if has_site_area
            else ((project.new_land, project.new_land_unit, None), Text("新增用地", "new land"))
        )
        works = WORKS[project.works]
        listed = labels.word(project.list) if isinstance(project.list, str) else NO_LIST
        floor = around(amount(project.floor_area, project.floor_area_unit), project.floor_area_qualifier)
        printed_land = around(amount(land[0], land[1]), land[2])
        floor_area = floor_words(project)
        words, partial = floor_area.name, floor_area.partial
        doubt = doubted.get(project.project_id, NOTHING)
        binding = project.works == "new_build" and not (is_under_way(project.list) or partial or doubt.zh)
        ratio = f"{project.floor_area_ratio:.2f}"
        at_least = Text(f"至少 {ratio}", f"at least {ratio}") if partial else plain(ratio)
        notes = [
            *([floor_area.note] if partial else []),
            *([doubt] if doubt.zh else []),
        ]
        yield Finding(
            rule="floor-area-ratio",
            severity="warning" if binding else "info",
            subject=f"project:{project.project_id}",
            consequence="target",
            reading=Text(
                f"{works.zh}，{listed.zh}；照所载“{words.zh}”÷{land_words.zh}，{STANDARD.zh}"
                + (f"；{softly.zh}" if softly.zh else ""),
                f"{works.en}, {listed.en}; {words.en} as printed over {land_words.en}, {STANDARD.en}"
                + (f"; {softly.en}" if softly.en else ""),
            ),
            message=Text(
                f"{project.name}（{works.zh}，{listed.zh}）照所载数字容积率{at_least.zh if partial else ' ' + ratio}，要求 {minimum:g}："
                f"{words.zh} {floor.zh} ÷ {land_words.zh} {printed_land.zh}"
                + "".join(f"；{note.zh}" for note in notes)
                + "。",
                f"{project.name} ({works.en}, {listed.en}): floor area ratio as printed {at_least.en}, where {minimum:g} is asked: "
                f"{floor.en} over {land_words.en} of {printed_land.en}"
                + "".join(f"; {note.en}" for note in notes)
                + ".",
            ),
            remedy=_remedy(project, partial=partial, doubted=bool(doubt.zh)),
            clause=f"{clause(plan)}；{project.source}",
            values={
                "floor_area_m2": float(project.floor_area_m2),
                "land_m2": mu_to_m2(float(project.site_mu if has_site_area else project.new_land_mu)),
                "floor_area_ratio": float(project.floor_area_ratio),
                "minimum": minimum,
                "works": project.works,
            },
            geometry=project.geometry,
        )


def _governing(targets: pd.DataFrame, project: Any) -> Any:
    """The target that holds for a project: its own, else that of its list, else the highest of those for all.

    What is rebuilt is not meant where the target names new building (新建) alone.
    """
    if project.works == "rebuild":
        targets = targets[~targets["name"].fillna("").str.contains("新建")]
    narrow = targets["scope"].str.contains(":", regex=False)
    for scope in (f"project:{project.project_id}", f"list:{project.list}", None):
        rows = targets[~narrow if scope is None else targets["scope"] == scope]
        if len(rows):
            return next(rows.sort_values("target", ascending=False).itertuples())
    return None


def _remedy(project: Any, *, partial: bool, doubted: bool) -> Text:
    if doubted:
        return Text("先核对用地与建筑面积", "check land and floor area first")
    if partial:
        return Text("补载总建筑面积，再核算容积率", "print the total floor area and compute the ratio again")
    if is_under_way(project.list):
        return Text(
            "已在建，核对数字，或说明例外的理由",
            "under construction: check the figures, or give the reason for an exception",
        )
    return Text(
        "核对用地与建筑面积，提高容积率，或说明例外的理由",
        "check land and floor area, build denser, or give the reason for an exception",
    )
