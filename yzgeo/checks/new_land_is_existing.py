"""Land that a project calls new is not land that it reuses.

A project's new land (新增用地) is held against the words by which its description tells of existing land.

Found: 164 mu of new land, where the description merges 164 mu of an old industrial area.
Not found: new land with no word of existing land; existing land that no column calls new.
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo import lists
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.plan import Plan

TITLE = Text("新增用地不是存量用地", "New land is not existing land")


def clause(plan: Plan) -> str:
    """The lists that state new land."""
    listed = plan.projects[plan.projects["new_land_mu"].notna()]
    return lists.parts_of_plan(listed["source"]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects that state both; a warning where the areas are the same, information where they cannot be compared."""
    both = plan.projects[plan.projects["new_land_mu"].notna() & plan.projects["land_reuse"].notna()]
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
