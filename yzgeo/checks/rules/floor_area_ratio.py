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

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("floor-area-ratio", projects='''
    ... project_id, floor_area
    ... p1,         16000''')
    warning project:p1: 年产5万吨钢材项目 (new building, planned): floor area ratio as printed 1.60, where 2 is asked: 16,000 m² over site of 15 mu.

Found, the same under construction:

    >>> print_findings("floor-area-ratio", projects='''
    ... project_id, floor_area, list
    ... p1,         16000,      under_construction''')
    info project:p1: 年产5万吨钢材项目 (new building, under construction): floor area ratio as printed 1.60, where 2 is asked: 16,000 m² over site of 15 mu.

Found, the plant alone:

    >>> print_findings("floor-area-ratio", projects='''
    ... project_id, floor_area, floor_area_words
    ... p1,         16000,      厂房面积''')
    info project:p1: 年产5万吨钢材项目 (new building, planned): floor area ratio as printed at least 1.60, where 2 is asked: 16,000 m² over site of 15 mu; only 厂房面积 is printed, no other floor area.

Not found, 20,000 m² on the same land:

    >>> print_findings("floor-area-ratio")
    nothing found
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.project_areas import doubts
from yzgeo.checks.statements import span
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
UNDER_WAY = re.compile("(?<!拟)(?:在建|续建|已?开工|建成|投产|竣工|已建)")
PART = re.compile("厂房|车间|地上|宿舍|办公|研发楼|仓库|主体|一期|二期|首期")
NEW = re.compile("新建|扩建|增建|加建")
KEPT = re.compile("拆建|保留|改造|翻新|原有|利旧|利用现有|改建")
STANDARD = Text(
    "未计层高超过8米加倍、地下不计",
    "not counting storeys above 8 m twice nor leaving out floors underground, as the standard does",
)


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
                "规划未提容积率下限",
                "the plan asks for no least ratio",
            )
        )
        return
    minimum = float(asked.max())
    softly = in_principle(plan, targets["source"])
    building = plan.projects[plan.projects["works"].isin(WORKS)]
    if targets["name"].fillna("").str.contains("新建").all():  # what is rebuilt is not meant
        building = building[building["works"] != "rebuild"]
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
    for project in building[building["floor_area_ratio"] < minimum].itertuples():
        has_site_area = project.site_mu == project.site_mu
        land, land_words = (
            ((project.site_area, project.site_area_unit, project.site_area_qualifier), Text("用地", "site"))
            if has_site_area
            else ((project.new_land, project.new_land_unit, None), Text("新增用地", "new land"))
        )
        most = span(project.floor_area, math.nan, project.floor_area_qualifier, is_count=True)[1] / project.floor_area
        least = span(land[0], math.nan, land[2], is_count=True)[0] / land[0]
        if project.floor_area_ratio * most / least >= minimum:
            continue
        works = WORKS[project.works]
        listed = labels.word(project.list) if isinstance(project.list, str) else NO_LIST
        words = project.floor_area_words if isinstance(project.floor_area_words, str) else "建筑面积"
        floor = around(amount(project.floor_area, project.floor_area_unit), project.floor_area_qualifier)
        printed_land = around(amount(land[0], land[1]), land[2])
        partial = is_part(words, project.content)
        doubt = doubted.get(project.project_id, NOTHING)
        binding = project.works == "new_build" and not (is_under_way(project.list) or partial or doubt.zh)
        ratio = f"{project.floor_area_ratio:.2f}"
        at_least = Text(f"至少 {ratio}", f"at least {ratio}") if partial else plain(ratio)
        notes = [
            *(
                [Text(f"只载“{words}”，其余建筑面积未载", f"only {words} is printed, no other floor area")]
                if partial
                else []
            ),
            *([doubt] if doubt.zh else []),
        ]
        yield Finding(
            rule="floor-area-ratio",
            severity="warning" if binding else "info",
            subject=f"project:{project.project_id}",
            consequence="target",
            reading=Text(
                f"{works.zh}，{listed.zh}；照所载“{words}”÷{land_words.zh}，{STANDARD.zh}"
                + (f"；{softly.zh}" if softly.zh else ""),
                f"{works.en}, {listed.en}; {words} as printed over {land_words.en}, {STANDARD.en}"
                + (f"; {softly.en}" if softly.en else ""),
            ),
            message=Text(
                f"{project.name}（{works.zh}，{listed.zh}）照所载数字容积率{at_least.zh if partial else ' ' + ratio}，要求 {minimum:g}："
                f"{words} {floor.zh} ÷ {land_words.zh} {printed_land.zh}"
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


def is_under_way(listed: object) -> bool:
    """Whether a list holds projects that are being built or stand, for which a rule on new building comes late.

    >>> print([is_under_way(name) for name in ("under_construction", "续建项目", "planned", "谋划项目")])
    [True, True, False, False]
    """
    return listed == "under_construction" or (isinstance(listed, str) and UNDER_WAY.search(listed) is not None)


def is_part(words: str, content: object) -> bool:
    """Whether the area printed is only part of a project's floor: its plant, or the new part beside what is kept.

    >>> print([is_part(words, "拆建3000平方米") for words in ("新建厂房面积", "厂房总建筑面积", "新建面积", "建筑面积")])
    [True, False, True, False]
    """
    if "总" in words:
        return False
    keeps = isinstance(content, str) and KEPT.search(content) is not None
    return PART.search(words) is not None or (keeps and NEW.search(words) is not None)


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
