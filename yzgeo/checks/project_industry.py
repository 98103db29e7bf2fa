"""A project's class is one of the plan's industry clusters, and like products have like classes.

Classes are held against the names of the clusters; 其他 is a class of its own. Products are those of the
capacities that titles and descriptions state: where two share a name of five characters or more, their
projects should have one class.

Found: the class 医疗器械, where the annex has 生物医药; 智能照明器具 once as 智能家电, once as 汽车.
Not found: the class 其他.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from yzgeo import lists
from yzgeo.findings import Finding, NotChecked
from yzgeo.i18n import Text
from yzgeo.plan import Plan

TITLE = Text("项目产业分类", "Classes of projects")
OTHER = {"其他", "其它"}
SAME_PRODUCT_CHARACTERS = 5
"""Shorter shared names are of kinds of things (智能, 零部件), not of one thing."""


def clause(plan: Plan) -> str:
    """The lists of projects and of clusters."""
    return lists.parts_of_plan([*plan.projects["source"], *plan.clusters["source"]]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects with a class that is no cluster, and pairs whose products are alike and classes are not."""
    if plan.clusters.empty:
        yield NotChecked(Text("规划没有产业集群表", "the plan has no table of clusters"))
    else:
        yield from _unknown_classes(plan)
    yield from _unlike_classes(plan)


def _unknown_classes(plan: Plan) -> Iterator[Finding]:
    clusters = list(plan.clusters["name"])
    classed = plan.projects[plan.projects["industry"].notna()]
    for _, project in classed[~classed["industry"].isin({*clusters, *OTHER})].iterrows():
        yield Finding(
            rule="project-industry",
            severity="warning",
            subject=f"project:{project['project_id']}",
            message=Text(
                f"{project['name']}的产业分类“{project['industry']}”不是所列产业集群：{'、'.join(clusters)}。",
                f"{project['name']}: the class {project['industry']} is none of the clusters: {', '.join(clusters)}.",
            ),
            remedy=Text("改用产业集群的名称", "use the name of a cluster"),
            clause="；".join([project["source"], lists.parts_of_plan(plan.clusters["source"])]),
            values={"class": project["industry"], "clusters": clusters},
            geometry=project.geometry,
        )


def _unlike_classes(plan: Plan) -> Iterator[Finding]:
    products = plan.figures[(plan.figures["measure_id"] == "capacity") & plan.figures["item"].notna()]
    projects = plan.projects.set_index("project_id")
    made = {
        (scope.removeprefix("project:"), item)
        for scope, item in products[["scope", "item"]].itertuples(index=False)
        if scope.removeprefix("project:") in projects.index
    }
    told = set()
    for (first, one), (second, other) in combinations(sorted(made), 2):
        shared = _shared(one, other)
        classes = projects["industry"][[first, second]]
        if (
            first == second
            or len(shared) < SAME_PRODUCT_CHARACTERS
            or classes.nunique() < len(classes)
            or (first, second) in told
        ):
            continue
        told.add((first, second))
        here, there = projects.loc[first], projects.loc[second]
        yield Finding(
            rule="project-industry",
            severity="warning",
            subject=f"project:{second}",
            message=Text(
                f"同是“{shared}”，{there['name']}归为{there['industry']}，{here['name']}归为{here['industry']}。",
                f"Both make {shared}, but {there['name']} is classed {there['industry']} and {here['name']} {here['industry']}.",
            ),
            remedy=Text("核对产业分类", "check the classes"),
            clause=f"{there['source']}；{here['source']}",
            values={"product": shared, "classes": {second: there["industry"], first: here["industry"]}},
            geometry=there.geometry,
        )


def _shared(one: str, other: str) -> str:
    """The longest run of characters that two names share."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]
