"""A project's class is one of the plan's industry clusters, and like products have like classes.

项目的产业分类是规划所列产业集群之一，同类产品归入同一分类。

Classes are held against the names of the clusters; 其他 is a class of its own. A class that the plan counts to a cluster
by another name (`industries.csv`) is information. Several projects of one such class are one finding. Products are
those of the capacities that titles and descriptions state. What a product is stands at the end of its name: projects
whose products end with the same run of characters, as long as the tolerance, should have one class; 汽车零部件 and
汽车零部件检测设备 are different things. A description that calls the products by the name of another cluster (主轴等关键基础件)
is information.

产业分类与产业集群名称对照；“其他”自成一类。分类名称虽不是集群名、但按 `industries.csv` 属某集群的，列为提示；几个项目同用一个这样的分类，合为一条。产品取自名称与内容所述产能，以名称末尾为准：产品名末尾有不短于容差的相同字段的项目，应归同一分类；“汽车零部件”与“汽车零部件检测设备”不是同一产品。内容以另一集群的名称称其产品的（主轴等关键基础件），列为提示。

Found, the class 造纸, which is no cluster:
查出：归入“造纸”，而没有这个集群。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("project-industry", projects='''
    ... project_id, industry
    ... p1,         造纸''')
    warning project:p1: 年产5万吨钢材项目: the class Paper (造纸) is none of the clusters: Steel (钢铁), Cloth (纺织).

Found, one product in two classes:
查出：同一产品归入两类。

    >>> print_findings("project-industry", figures='''
    ... figure_id, measure_id, scope,      item,           value, unit, stated_in
    ... p1-more,   capacity,   project:p1, 高强度缝纫线,   1,     万吨, content
    ... p2-title,  capacity,   project:p2, 高强度缝纫线材, 1,     万吨, title''')
    warning project:p2: Projects that make “高强度缝纫线” have different classes: Steel (钢铁) for 年产5万吨钢材项目, Cloth (纺织) for 纺织车间项目.

Found, a description that calls what is made by another cluster's name:
查出：内容以另一集群的名称称其产品。

    >>> print_findings("project-industry", projects='''
    ... project_id, content
    ... p1,         年产5万吨主轴等关键基础件。''', clusters='''
    ... cluster_id, name
    ... parts,      关键基础件''')
    info project:p1: 年产5万吨钢材项目 has the class Steel (钢铁), but its description calls what it makes 关键基础件: “年产5万吨主轴等关键基础件”.

Not found, the class 其他:
不报：归入“其他”。

    >>> print_findings("project-industry", projects='''
    ... project_id, industry
    ... p1,         其他''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import reduce

import pandas as pd

from yzgeo.checks import tolerances
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.name_matching import bare, longest_shared
from yzgeo.checks.project_words import sentence_with
from yzgeo.checks.tolerances import Tolerance
from yzgeo.core.i18n import Text, quote
from yzgeo.plan import listings
from yzgeo.plan.aliases import industry_names
from yzgeo.plan.known_measures import CAPACITY
from yzgeo.plan.model import Plan

TITLE = Text("项目产业分类不一", "Classes of projects off the plan's")
TOLERANCE = Tolerance(
    5,
    Text("个字", "characters"),
    Text(
        "更短的相同字词是一类东西（智能、零部件），不是同一种产品",
        "shorter runs name kinds of things (“智能”, “零部件”), not one product",
    ),
)
OTHER = {"其他", "其它"}
SHORTEST = 3
"""Shorter names of clusters (汽车) are parts of other words."""
NEAR = 0.5
"""Similarity of a class and the name of a cluster from which on the cluster is proposed."""
PROJECT = "project:"
JOINTS = re.compile("[、，,及和与]|以及")
ENDS = re.compile("(?:等|系列|产品|项目|生产线|目)+$")
"""What stands behind a product's name and says nothing of it."""


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
    yield from _called_another(plan)


def _called_another(plan: Plan) -> Iterator[Finding]:
    """Projects whose description calls what they make by the name of another cluster: 年产主轴等关键基础件."""
    clusters = {row.name: row for row in plan.clusters.itertuples() if len(row.name) >= SHORTEST}
    if not clusters:
        return
    called = re.compile(
        rf"等(?P<name>{'|'.join(sorted(map(re.escape, clusters), key=len, reverse=True))})(?![与和及]|类?产业)"
    )
    groups = industry_names(plan)
    for project in plan.projects[plan.projects["industry"].notna() & plan.projects["content"].notna()].itertuples():
        found = called.search(project.content)
        if found is None or project.industry in OTHER | groups[clusters[found["name"]].cluster_id]:
            continue
        own, other = listings.glossed(plan, [project.industry]), listings.glossed(plan, [found["name"]])
        words = sentence_with(project.content, re.compile(re.escape(found[0]))) or found[0]
        yield Finding(
            rule="project-industry",
            severity="info",
            consequence="amount",
            subject=f"{PROJECT}{project.project_id}",
            aspect="called",
            message=Text(
                f"{project.name}归为“{project.industry}”，内容却称其产品为“{found['name']}”：{words}。",
                f"{project.name} has the class {own}, but its description calls what it makes {other}: {quote(words)}.",
            ),
            remedy=Text("核对产业分类", "check the class"),
            clause="；".join([project.source, clusters[found["name"]].source]),
            values={"class": project.industry, "called": found["name"], "subjects": [f"{PROJECT}{project.project_id}"]},
            geometry=project.geometry,
        )


def _unknown_classes(plan: Plan) -> Iterator[Finding]:
    clusters = list(plan.clusters["name"])
    listed = listings.parts_of_plan(plan.clusters["source"])
    classed = plan.projects[plan.projects["industry"].notna()]
    cluster_name = plan.clusters.set_index("cluster_id")["name"]
    industry_cluster = plan.industries.set_index("name")["cluster_id"].map(cluster_name).dropna()
    for project in classed[~classed["industry"].isin({*clusters, *OTHER})].itertuples():
        near = [industry_cluster.get(project.industry)] if project.industry in industry_cluster else []
        near = near or get_close_matches(project.industry, clusters, n=1, cutoff=NEAR)
        # Sums by cluster are the worse for a class that belongs to none, not for one that goes by another name.
        yield Finding(
            rule="project-industry",
            severity="info" if near else "warning",
            consequence="name",
            subject=f"{PROJECT}{project.project_id}",
            message=Text(
                f"{project.name}的产业分类“{project.industry}”不是所列产业集群：{'、'.join(clusters)}。",
                f"{project.name}: the class {listings.glossed(plan, [project.industry])} is none of the clusters: {listings.glossed(plan, clusters)}.",
            ),
            remedy=Text(
                f"改用产业集群的名称，如“{near[0]}”",
                f"use the name of a cluster, such as {listings.glossed(plan, near[:1])}",
            )
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
            f"{listings.glossed(plan, [industry])} for {name}"
            for name, industry in zip(group["name"], group["industry"], strict=True)
        )
        yield Finding(
            rule="project-industry",
            severity="warning",
            consequence="amount",
            subject=f"{PROJECT}{project_ids[-1]}",
            message=Text(
                f"同是“{product}”，{classes_zh}。",
                f"Projects that make {quote(product)} have different classes: {classes_en}.",
            ),
            remedy=Text("核对产业分类", "check the classes"),
            clause="；".join(dict.fromkeys(group["source"])),
            values={
                "product": product,
                "classes": group["industry"].to_dict(),
                "subjects": [f"{PROJECT}{one}" for one in project_ids],
            },
            geometry=group.geometry.iloc[-1],
        )


def _products(plan: Plan) -> pd.DataFrame:
    """`project_id` and `item`: what the capacities of projects are capacities of."""
    capacities = plan.figures[(plan.figures["measure_id"] == CAPACITY) & plan.figures["item"].notna()]
    products = capacities[["item"]].assign(project_id=capacities["scope"].str.removeprefix(PROJECT))
    return products[products["project_id"].isin(plan.projects["project_id"])].drop_duplicates()


def gather(plan: Plan, findings: list[Finding]) -> list[Finding]:
    """Projects of one class that is no cluster, as one finding."""
    names = plan.projects.set_index("project_id")["name"]
    groups: dict[str, list[Finding]] = {}
    for one in findings:
        key = one.key if "called" in one.values else one.values.get("class", one.key)
        groups.setdefault(key, []).append(one)
    return [group[0] if len(group) == 1 else _together(plan, names, group) for group in groups.values()]


def _together(plan: Plan, names: pd.Series, group: list[Finding]) -> Finding:
    projects = [one.subject.removeprefix(PROJECT) for one in group]
    industry, clusters = group[0].values["class"], group[0].values["clusters"]
    return replace(
        group[0],
        subject="table:classes",
        aspect=industry,
        message=Text(
            f"{'、'.join(names[one] for one in projects)}的产业分类“{industry}”不是所列产业集群：{'、'.join(clusters)}。",
            f"{', '.join(names[one] for one in projects)}: the class {listings.glossed(plan, [industry])} is none of the clusters: {listings.glossed(plan, clusters)}.",
        ),
        clause="；".join(dict.fromkeys(place for one in group for place in one.clause.split("；"))),
        values={"subjects": [one.subject for one in group], "class": industry, "clusters": clusters},
    )


def _shared_products(products: pd.DataFrame, industry: pd.Series, length: int) -> Iterator[tuple[str, list[str]]]:
    """Product names that projects of different classes share, each with its projects in their order."""
    rows = [
        (project_id, single, industry.get(project_id))
        for project_id, item in products[["project_id", "item"]]
        .sort_values(["project_id", "item"])
        .itertuples(index=False)
        for single in _single(item)
    ]
    named = [row for row in rows if isinstance(row[2], str)]
    seen: set[tuple[str, ...]] = set()
    for place, (project_id, product, its_class) in enumerate(named):
        alike = {project_id: product}
        for other_id, other, _ in named[place + 1 :]:
            if len(_shared_end(product, other)) >= length:
                alike.setdefault(other_id, other)
        classes = {industry[one] for one in alike} | {its_class}
        projects = tuple(sorted(alike))
        if len(classes) > 1 and projects not in seen:
            seen.add(projects)
            yield reduce(_shared_end, alike.values()), list(projects)


def _single(item: str) -> list[str]:
    """The single products of an enumeration, without what says nothing of them.

    >>> print(_single("智能照明器具及智能开关插座等系列产品"))
    ['智能照明器具', '智能开关插座']
    """
    return [name for part in JOINTS.split(item) if (name := ENDS.sub("", bare(part)))]


def _shared_end(one: str, other: str) -> str:
    """The run of characters with which two names end, but for one character behind it (线 and 线材)."""
    shared = longest_shared(one, other)
    behind = [len(name) - name.rfind(shared) - len(shared) for name in (one, other)]
    return shared if shared and max(behind) <= 1 else ""
