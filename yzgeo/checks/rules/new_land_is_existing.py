"""Land that a project calls new is not land that it reuses.

项目列为新增的用地不是存量用地。

A project's new land (新增用地) is compared with the passage of its title or description on existing land: that of the
column `land_reuse`, else the words themselves (存量用地, 盘活, 利用原有厂房, 收购老旧厂房). A passage that denies it
(不涉及存量用地) is none.

把项目的新增用地与名称、内容中述及存量用地的文字对照：有 `land_reuse` 栏的用该栏，没有的按用语查找（存量用地、盘活、利用原有厂房、收购老旧厂房）。否定的说法（不涉及存量用地）不算。

Found, 15 mu of new land where the description takes over an old works of 15 mu:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land, land_reuse
    ... p1,         15,          整合旧厂区15亩''')
    warning project:p1: 年产5万吨钢材项目 lists 15 mu of new land, but its description says: 整合旧厂区15亩.

Found, the same in the words of the description alone:

    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land, content
    ... p1,         15,       利用存量用地15亩建设厂房。''')
    warning project:p1: 年产5万吨钢材项目 lists 15 mu of new land, but its description says: 利用存量用地15亩建设厂房.

Not found, new land with a word that there is no existing land:

    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land, content
    ... p1,         15,       不涉及存量用地。''')
    nothing found

Not found, new land with no word of existing land:

    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land
    ... p1,         15''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.project_words import said, sentence_with
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("新增用地不是存量用地", "New land is not existing land")


OLD = "(?:原有?|现有|既有|闲置|老旧|陈旧|旧|老|空置|低效|存量|批而未供)"
BUILT = "(?:厂房|厂区|厂址|建设用地|工业用地|用地|土地|地块|工业区|园区|楼宇|场地|车间)"
REUSES = re.compile(
    rf"存量(?:建设|工业|低效|闲置)*(?:用地|土地|厂房|地块|空间)|盘活|"
    rf"(?:利用|改造|收购|整合|租用|租赁|拆除|腾退|回购|翻建|依托)[^，。；,;]{{0,4}}{OLD}[^，。；,;]{{0,8}}{BUILT}|改扩建|(?:原址|原地)(?:改建|重建|翻建|扩建)|拆建"
)
"""Words for land that is built on already."""
NEW = re.compile(r"新增(?:建设|工业)?用地")


def clause(plan: Plan) -> str:
    """The lists that state new land."""
    listed = plan.projects[plan.projects["new_land_mu"].notna()]
    return listings.parts_of_plan(listed["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects that state both; a warning where the areas are the same, information where they cannot be compared."""
    listed = plan.projects[plan.projects["new_land_mu"] > 0]
    if plan.projects["new_land_mu"].isna().all():
        yield NotChecked(Text("没有载明新增用地的项目", "no project states new land"))
    for _, project in listed.iterrows():
        words = (
            project["land_reuse"] if isinstance(project["land_reuse"], str) else sentence_with(said(project), REUSES)
        )
        if words is None or NEW.search(words):  # 存量用地10亩、新增用地15亩 states both apart
            continue
        same = project["site_mu"] == project["new_land_mu"]
        yield Finding(
            rule="new-land-is-existing",
            severity="warning" if same else "info",
            subject=f"project:{project['project_id']}",
            message=Text(
                f"{project['name']}列新增用地 {project['new_land_mu']:g} 亩，项目内容却述“{words}”。",
                f"{project['name']} lists {project['new_land_mu']:g} mu of new land, but its description says: {words}.",
            ),
            remedy=Text("分开填写新增用地与存量用地", "state new and existing land apart"),
            clause=project["source"],
            values={"new_land_mu": float(project["new_land_mu"]), "words": words},
            geometry=project.geometry,
        )
