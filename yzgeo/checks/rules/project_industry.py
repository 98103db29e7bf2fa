"""A project's class is one of the plan's industry clusters, and like products have like classes.

项目的产业分类是规划所列产业集群之一，同类产品归入同一分类。

Classes are held against the names of the clusters; 其他 is a class of its own. Products are those of the
capacities that titles and descriptions state: projects whose products share a run of characters as long as
the tolerance should have one class.

产业分类与产业集群名称对照；“其他”自成一类。产品取自名称与内容所述产能：产品名有不短于容差的相同字段的项目，应归同一分类。

Found, the class 造纸, which is no cluster:

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-industry", projects='''
    ... project_id, industry
    ... p1,         造纸''')
    warning project:p1: 年产5万吨钢材项目: the class 造纸 is none of the clusters: 钢铁, 纺织.

Found, one product in two classes:

    >>> print_findings("project-industry", figures='''
    ... figure_id, measure_id, scope,      item,           value, unit, stated_in
    ... p1-more,   capacity,   project:p1, 高强度缝纫线,   1,     万吨, content
    ... p2-title,  capacity,   project:p2, 高强度缝纫线材, 1,     万吨, title''')
    warning project:p2: Projects that make 高强度缝纫线 have different classes: 年产5万吨钢材项目 钢铁, 纺织车间项目 纺织.

Not found, the class 其他:

    >>> print_findings("project-industry", projects='''
    ... project_id, industry
    ... p1,         其他''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import reduce

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import longest_shared, runs
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.known_measures import CAPACITY
from yzgeo.plan.model import Plan

TITLE = Text("项目产业分类不一", "Classes of projects off the plan's")
TOLERANCE = Tolerance(
    5,
    Text("个字", "characters"),
    Text(
        "更短的相同字词是一类东西（智能、零部件），不是同一种产品",
        "shorter runs name kinds of things (智能, 零部件), not one product",
    ),
)
OTHER = {"其他", "其它"}
NEAR = 0.5
"""Similarity of a class and the name of a cluster from which on the cluster is proposed."""
PROJECT = "project:"


def clause(plan: Plan) -> str:
    """The lists of projects and of clusters."""
    return listings.parts_of_plan([*plan.projects["source"], *plan.clusters["source"]]) or "projects.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Projects with a class that is no cluster, and groups whose products are alike and classes are not."""
    if plan.projects.empty:
        yield NotChecked(Text("没有项目", "there are no projects"))
    if plan.clusters.empty:
        yield NotChecked(Text("规划没有产业集群表", "the plan has no table of clusters"))
    else:
        yield from _unknown_classes(plan)
    yield from _unlike_classes(plan)


def _unknown_classes(plan: Plan) -> Iterator[Finding]:
    clusters = list(plan.clusters["name"])
    listed = listings.parts_of_plan(plan.clusters["source"])
    classed = plan.projects[plan.projects["industry"].notna()]
    cluster_name = plan.clusters.set_index("cluster_id")["name"]
    industry_cluster = plan.industries.set_index("name")["cluster_id"].map(cluster_name).dropna()
    for project in classed[~classed["industry"].isin({*clusters, *OTHER})].itertuples():
        near = [industry_cluster.get(project.industry)] if project.industry in industry_cluster else []
        near = near or get_close_matches(project.industry, clusters, n=1, cutoff=NEAR)
        yield Finding(
            rule="project-industry",
            severity="warning",
            subject=f"{PROJECT}{project.project_id}",
            message=Text(
                f"{project.name}的产业分类“{project.industry}”不是所列产业集群：{'、'.join(clusters)}。",
                f"{project.name}: the class {project.industry} is none of the clusters: {', '.join(clusters)}.",
            ),
            remedy=Text(f"改用产业集群的名称，如“{near[0]}”", f"use the name of a cluster, such as {near[0]}")
            if near
            else Text("改用产业集群的名称", "use the name of a cluster"),
            clause="；".join([project.source, listed]),
            values={"class": project.industry, "clusters": clusters},
            geometry=project.geometry,
        )


def _unlike_classes(plan: Plan) -> Iterator[Finding]:
    length = int(tolerances.of(plan, "project-industry", TOLERANCE).value)
    projects = plan.projects.set_index("project_id")
    for product, project_ids in _shared_products(_products(plan), projects["industry"], length):
        group = projects.loc[project_ids]
        classes_zh = "，".join(
            f"{name}归为{industry}" for name, industry in zip(group["name"], group["industry"], strict=True)
        )
        classes_en = ", ".join(
            f"{name} {industry}" for name, industry in zip(group["name"], group["industry"], strict=True)
        )
        yield Finding(
            rule="project-industry",
            severity="warning",
            subject=f"{PROJECT}{project_ids[-1]}",
            message=Text(
                f"同是“{product}”，{classes_zh}。",
                f"Projects that make {product} have different classes: {classes_en}.",
            ),
            remedy=Text("核对产业分类", "check the classes"),
            clause="；".join(dict.fromkeys(group["source"])),
            values={"product": product, "classes": group["industry"].to_dict()},
            geometry=group.geometry.iloc[-1],
        )


def _products(plan: Plan) -> pd.DataFrame:
    """`project_id` and `item`: what the capacities of projects are capacities of."""
    capacities = plan.figures[(plan.figures["measure_id"] == CAPACITY) & plan.figures["item"].notna()]
    products = capacities[["item"]].assign(project_id=capacities["scope"].str.removeprefix(PROJECT))
    return products[products["project_id"].isin(plan.projects["project_id"])].drop_duplicates()


def _shared_products(products: pd.DataFrame, industry: pd.Series, length: int) -> Iterator[tuple[str, list[str]]]:
    """Product names that projects of different classes share, each with its projects in their order."""
    table = runs(products["item"], length).join(products, on="key")
    table["industry"] = table["project_id"].map(industry)
    seen = set()
    for _, group in table.sort_values(["run", "project_id", "item"]).groupby("run"):
        project_ids = tuple(group["project_id"].unique())
        if group["industry"].nunique() > 1 and project_ids not in seen:
            seen.add(project_ids)
            yield reduce(longest_shared, group["item"]), list(project_ids)
