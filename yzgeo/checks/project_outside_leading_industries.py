"""A located project belongs to an industry that its zone leads in.

A project's class is a cluster; a zone's leading industries (line and table) belong to clusters too, by
`industries.csv`. Classes that are no cluster, 其他 among them, cannot be compared. The plan does not say
that other projects are barred: a finding is information, with the evidence for the project's place.

Found: a project of 智能家电 in a zone that leads in 新材料.
Not found: a project of 汽车 in a zone that leads in 高端汽配.
"""

from __future__ import annotations

from collections.abc import Iterator

from yzgeo import lists
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.labels import VALUES
from yzgeo.plan import Plan

TITLE = Text("项目产业与片区主导产业", "Projects and their zone's leading industries")


def clause(plan: Plan) -> str:
    """Where leading industries and projects are listed."""
    return lists.parts_of_plan([*plan.zone_industries["source"], *plan.projects["source"]]) or "zone_industries.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects of a cluster that none of their zone's leading industries belongs to."""
    cluster_of = plan.clusters.set_index("name")["cluster_id"]
    leading = plan.zone_industries[plan.zone_industries["listed_in"].isin(["text", "table"])]
    leading = leading.merge(plan.industries[["industry_id", "cluster_id"]], on="industry_id").dropna(
        subset=["cluster_id"]
    )
    zones = plan.zones.set_index("zone_id")
    located = plan.projects[plan.projects["zone_id"].notna()]
    unclassed = located[~located["industry"].isin(cluster_of.index)]
    if len(unclassed):
        yield NotChecked(
            Text(
                f"{len(unclassed)} 个项目的产业分类不是产业集群",
                f"the class of {len(unclassed)} located projects is no cluster",
            )
        )
    for _, project in located[located["industry"].isin(cluster_of.index)].iterrows():
        of_zone = leading[leading["zone_id"] == project["zone_id"]]
        if of_zone.empty or cluster_of[project["industry"]] in set(of_zone["cluster_id"]):
            continue
        zone, evidence = zones.loc[project["zone_id"]], VALUES[project["location_evidence"]]
        names = lists.industries(plan, project["zone_id"], "text")
        yield Finding(
            rule="project-outside-leading-industries",
            severity="info",
            subject=f"project:{project['project_id']}",
            message=Text(
                f"{project['name']}（{project['industry']}）在{zone['name']}，其主导产业为{'、'.join(names)}；位置依据：{evidence.zh}。",
                f"{project['name']} ({project['industry']}) is in {zone['name_en']}, which leads in {', '.join(names)}; "
                f"place by {evidence.en}.",
            ),
            clause="；".join(dict.fromkeys([project["source"], *of_zone["source"]])),
            values={"class": project["industry"], "leading": names, "evidence": project["location_evidence"]},
            geometry=project.geometry,
        )
