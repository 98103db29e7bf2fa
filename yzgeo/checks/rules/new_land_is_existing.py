"""Land that a project calls new is not land that it reuses.

项目列为新增的用地不是存量用地。

A project's new land (新增用地) is compared with the passage of its description on existing land.

把项目的新增用地与项目内容中述及存量用地的文字对照。

Found, 15 mu of new land where the description takes over an old works of 15 mu:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land, land_reuse
    ... p1,         15,          整合旧厂区15亩''')
    warning project:p1: 年产5万吨钢材项目 lists 15 mu of new land, but its description says: 整合旧厂区15亩.

Not found, new land with no word of existing land:

    >>> print_findings("new-land-is-existing", projects='''
    ... project_id, new_land
    ... p1,         15''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("新增用地不是存量用地", "New land is not existing land")


def clause(plan: Plan) -> str:
    """The lists that state new land."""
    listed = plan.projects[plan.projects["new_land_mu"].notna()]
    return listings.parts_of_plan(listed["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects that state both; a warning where the areas are the same, information where they cannot be compared."""
    both = plan.projects[plan.projects["new_land_mu"].notna() & plan.projects["land_reuse"].notna()]
    if plan.projects["new_land_mu"].isna().all():
        yield NotChecked(Text("没有载明新增用地的项目", "no project states new land"))
    for _, project in both.iterrows():
        same = project["site_mu"] == project["new_land_mu"]
        yield Finding(
            rule="new-land-is-existing",
            severity="warning" if same else "info",
            subject=f"project:{project['project_id']}",
            message=Text(
                f"{project['name']}列新增用地 {project['new_land_mu']:g} 亩，项目内容却述“{project['land_reuse']}”。",
                f"{project['name']} lists {project['new_land_mu']:g} mu of new land, but its description says: {project['land_reuse']}.",
            ),
            remedy=Text("分开填写新增用地与存量用地", "state new and existing land apart"),
            clause=project["source"],
            values={"new_land_mu": float(project["new_land_mu"]), "words": project["land_reuse"]},
            geometry=project.geometry,
        )
