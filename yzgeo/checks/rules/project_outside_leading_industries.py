"""A located project belongs to an industry that its zone leads in.

已定位项目的产业属于所在片区的主导产业。

A project's class is a cluster, or an industry that belongs to one by `industries.csv`; so do a zone's leading
industries (line and table). Other classes, 其他 among them, cannot be compared. The plan does not say
that other projects are barred: a finding is information, with the evidence for the project's place. Where only the
owner's registered address is known, that is not the project's site, and nothing is told; of an owner's works it is said
that they are the owner's.

项目的产业分类是集群，或经 `industries.csv` 归属集群的产业；片区的主导产业（正文与表）亦然。“其他”等分类无法比较。规划并未说不许其他项目进入，故列为提示，并附项目位置的依据。只知业主登记地址的，不当作项目所在地，不报告；以业主厂区定位的，写明是业主厂区。

Found, a project of 钢铁 in a zone that leads in 纺织:
查出：主导纺织的片区中的钢铁项目。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-outside-leading-industries", projects='''
    ... project_id, industry
    ... p2,         钢铁''')
    info project:p2: 纺织车间项目 (Steel (钢铁)) is in South, which leads in Cloth (纺织); place by the plan's text.

Not found, the same where only the owner's address is known:
不报：同上，而仅知业主地址。

    >>> print_findings("project-outside-leading-industries", projects='''
    ... project_id, industry
    ... p2,         钢铁''', project_locations='''
    ... project_id, place_id, evidence
    ... p2,         lake,     owner_address''')
    nothing found

Not found, projects of an industry that their zone leads in:
不报：项目属片区主导的产业。

    >>> print_findings("project-outside-leading-industries")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core.i18n import NOTHING, Text, bilingual, counted
from yzgeo.core.labels import word
from yzgeo.plan import listings
from yzgeo.plan.model import Plan
from yzgeo.plan.project_zones import across_zones

TITLE = Text("项目产业不属片区主导产业", "Projects outside their zone's leading industries")
PLACES = ("text", "table")
OWNER_ADDRESS, OWNER_WORKS = "owner_address", "owner_works"
"""Evidence of a place (`project_locations.csv`) that is the owner's."""
OWNERS = Text("的业主厂区", ": the owner's works")


def clause(plan: Plan) -> str:
    """The clauses that list leading industries and projects."""
    return listings.parts_of_plan([*plan.zone_industries["source"], *plan.projects["source"]]) or "zone_industries.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects whose cluster contains no leading industry of their zone."""
    names = [plan.industries[["name", "cluster_id"]].dropna(), plan.clusters[["name", "cluster_id"]]]
    cluster_of = pd.concat(names).drop_duplicates("name", keep="last").set_index("name")["cluster_id"]
    leading = plan.zone_industries[plan.zone_industries["listed_in"].isin(PLACES)]
    leading = leading.merge(plan.industries[["industry_id", "cluster_id"]], on="industry_id").dropna(
        subset=["cluster_id"]
    )
    placed = plan.projects[plan.projects.geometry.notna()]
    by_address = placed["location_evidence"] == OWNER_ADDRESS
    if by_address.any():
        count = int(by_address.sum())
        yield NotChecked(
            Text(
                f"{count} 个项目只知业主登记地址，不当作项目所在地",
                f"of {counted(count, 'project')} only the owner's address is known, which is not the site",
            ),
            partly=True,
        )
        placed = placed[~by_address]
    located = placed[placed["zone_id"].notna()]
    across = int(across_zones(placed).sum())
    if across:
        yield NotChecked(
            Text(
                f"{across} 个已定位项目跨片区",
                f"{counted(across, 'located project lies', 'located projects lie')} across zones",
            ),
            partly=True,
        )
    outside = len(placed) - len(located) - across
    if outside:
        yield NotChecked(
            Text(
                f"{outside} 个已定位项目不在任何片区",
                f"{counted(outside, 'located project lies', 'located projects lie')} in no zone",
            ),
            partly=True,
        )
    classed = located[located["industry"].isin(cluster_of.index)]
    unclassed = len(located) - len(classed)
    if unclassed:
        yield NotChecked(
            Text(
                f"{unclassed} 个项目的产业分类不是产业集群",
                f"the class of {counted(unclassed, 'located project')} is no cluster",
            )
        )
    classed = classed.assign(cluster_id=classed["industry"].map(cluster_of))
    comparable = classed[classed["zone_id"].isin(leading["zone_id"])]
    if comparable.empty:
        yield NotChecked(
            Text(
                "没有产业分类可与所在片区主导产业相比的项目",
                "no located project has a class to hold against its zone's leading industries",
            )
        )
        return
    led = set(leading[["zone_id", "cluster_id"]].itertuples(index=False, name=None))
    zones = plan.zones.set_index("zone_id")
    named, sources = listings.industries_by_zone(plan), listings.sources(leading)
    for project in comparable.itertuples():
        if (project.zone_id, project.cluster_id) in led:
            continue
        zone, evidence = zones.loc[project.zone_id], word(project.location_evidence)
        whose = OWNERS if project.location_evidence == OWNER_WORKS else NOTHING
        names = list(dict.fromkeys(name for place in PLACES for name in named.get((project.zone_id, place), [])))
        yield Finding(
            rule="project-outside-leading-industries",
            severity="info",
            consequence="amount",
            subject=f"project:{project.project_id}",
            message=Text(
                f"{project.name}（{project.industry}）{whose.zh}在{zone['name']}，其主导产业为{'、'.join(names)}；位置依据：{evidence.zh}。",
                f"{project.name} ({listings.glossed(plan, [project.industry])}){whose.en} is in {bilingual(zone['name'], zone['name_en']).en}, "
                f"which leads in {listings.glossed(plan, names)}; place by {evidence.en}.",
            ),
            remedy=Text("核实选址，或说明布局理由", "check the site, or say why it is there"),
            clause="；".join([project.source, sources[project.zone_id]]),
            values={"class": project.industry, "leading": names, "evidence": project.location_evidence},
            geometry=project.geometry,
        )
