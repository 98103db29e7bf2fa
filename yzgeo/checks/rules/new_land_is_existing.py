"""Land that a project calls new is not land that it reuses.

项目列为新增的用地不是存量用地。

A project's new land (新增用地) is compared with the words of its description, or of its row in the annex, on existing land
or works (存量用地, 盘活, 原有厂房, 拆建 …); 不涉及存量用地 is none. Where the words state an area as large as the new land it
is a warning, else information: a project may take new land beside what it has.

把项目的新增用地与项目内容（没有则用附件该行）中述及存量用地或原有厂房的文字（存量用地、盘活、原有厂房、拆建等）对照；“不涉及存量用地”不算。所述面积与新增用地相同的列为警告，否则列为提示：项目可以既用存量又新增。

Found, 15 mu of new land where the description takes over an old works of 15 mu:
查出：新增用地 15 亩，而内容述接收 15 亩的旧厂。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land, land_reuse
    ... p1,         15,          整合旧厂区15亩''')
    warning project:p1: 年产5万吨钢材项目 lists 15 mu of new land, and its description says: “整合旧厂区15亩”.

Found, existing land in the description, with no figure:
查出：内容述有存量用地，没有数字。

    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land, content
    ... p1,         15,       利用存量土地建设钢材生产线''')
    info project:p1: 年产5万吨钢材项目 lists 15 mu of new land, and its description says: “利用存量土地建设钢材生产线”.

Not found, new land whose description denies existing land:
不报：内容述不占存量用地。

    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land, content
    ... p1,         15,       不涉及存量用地''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text, quote
from yzgeo.core.unit_grammar import convert
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("新增用地中有存量用地", "Existing land listed as new")
EXISTING = re.compile(
    "存量(?:建设|工业|低效|国有|集体)?(?:用地|土地|厂房|空间|资产|资源)|低效(?:工业)?(?:用地|土地|厂房)|盘活|腾出|腾退"
    "|(?:原(?![料材油木煤子药创始])|现有|已有|(?<!养)老(?![年人])|旧|闲置)[^，。；、]{0,8}(?:厂区|厂房|厂址|地块|用地|土地)"
    "|拆建|拆旧|拆除重建|拆改|翻建|原址|原地(?:改|扩|重)|利旧"
)
"""Words on land or works that are there already."""
DENIED = re.compile("(?:不|未|无|没有|并非|非|除)[^，。；、]{0,6}$")
"""Words right before them that deny them."""
PARTS = re.compile("[，。；;｜\n]")
AREA = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(亩|平方米|㎡|万平方米|公顷)")
SAME = 0.01
"""How far two areas of one piece of land may differ, since one may be rounded."""


def clause(plan: Plan) -> str:
    """The lists that state new land."""
    listed = plan.projects[plan.projects["new_land_mu"].notna()]
    return listings.parts_of_plan(listed["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects that state both; a warning where the existing land is as large, else information."""
    if plan.projects["new_land_mu"].isna().all():
        yield NotChecked(Text("没有载明新增用地的项目", "no project states new land"))
    texts = plan.clauses.set_index("clause")["text"]
    for _, project in plan.projects[plan.projects["new_land_mu"] > 0].iterrows():
        content = project["content"] if isinstance(project["content"], str) else texts.get(project["source"], "")
        typed = [project["land_reuse"]] if isinstance(project["land_reuse"], str) else []
        words = next(filter(None, map(words_on_existing_land, [*typed, content])), "")
        if not words:
            continue
        new = amount(project["new_land"], project["new_land_unit"])
        same = any(abs(land - project["new_land_mu"]) <= SAME * land for land in _areas_mu(words))
        yield Finding(
            rule="new-land-is-existing",
            severity="warning" if same else "info",
            subject=f"project:{project['project_id']}",
            consequence="amount",
            message=Text(
                f"{project['name']}列新增用地 {new.zh}，项目内容述“{words}”。",
                f"{project['name']} lists {new.en} of new land, and its description says: {quote(words)}.",
            ),
            remedy=Text("分开填写新增用地与存量用地", "state new and existing land apart")
            if same
            else Text("写明其中存量用地多少、新增多少", "say how much of it is existing land, and how much is new"),
            clause=project["source"],
            values={"new_land_mu": float(project["new_land_mu"]), "words": words},
            geometry=project.geometry,
        )


def words_on_existing_land(text: str) -> str:
    """The part of a description that takes existing land or works; nothing where it has none or denies it.

    >>> print(words_on_existing_land("项目不涉及存量用地，新建厂房"), words_on_existing_land("盘活存量土地30亩，新建厂房"))
     盘活存量土地30亩
    """
    for part in PARTS.split(text):
        found = EXISTING.search(part)
        if found and not DENIED.search(part[: found.start()]):
            return part.strip()
    return ""


def _areas_mu(words: str) -> list[float]:
    """The areas of land that some words state, in mu."""
    areas = [convert(float(number.replace(",", "")), unit, "亩") for number, unit in AREA.findall(words)]
    return [area for area in areas if area]
