"""A cluster of the plan leads in no zone, has no project, or has no paragraph, while most others do.

产业集群没有片区以其为主导、没有项目或没有专段，而多数集群都有。

Three places where a plan follows up its clusters are looked through: the leading industries of its zones, the classes of
its projects, and paragraphs headed by an industry (“——新材料产业。”). Where most clusters are in one of these, and it has room for all (as many leading industries as clusters, twice as many
projects), those that are not are named, all in one finding for each place. An industry counts for the cluster that `industries.csv` gives it, and for one whose
name shares with it a word that few names have. The plan may have its reasons: information.

查规划落实产业集群的三处：片区的主导产业、项目的产业分类、以产业为题的段落（——新材料产业。）。某一处多数集群都有、且容得下全部集群的（主导产业不少于集群数，项目不少于集群数的两倍），指出没有的集群，每处合为一条。产业按 `industries.csv` 归入集群；名称与集群有相同字段且非通用词的也算。规划可能另有考虑，列为提示。

Found, a cluster that no zone leads in and no project belongs to:
查出：没有片区主导、也没有项目归属的集群。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("clusters-without-support", clusters='''
    ... cluster_id, name
    ... glass,      玻璃''', projects='''
    ... project_id, list,    seq, name,     industry
    ... p6,         planned, 6,   型材项目, 钢铁''')
    info table:clusters: Of 3 clusters, 玻璃 has no project among the 6 of the lists.
    info table:clusters: Of 3 clusters, 玻璃 leads in no zone.

Found, a cluster without a paragraph where the others have one:
查出：别的集群都有专段，这一个没有。

    >>> print_findings("clusters-without-support", clauses='''
    ... clause, text
    ... 五,     ——钢铁产业。发展板材。''')
    info table:clusters: Of 2 clusters, Cloth (纺织) has no paragraph of its own.

Not found, clusters that all have zones and projects:
不报：各集群都有片区和项目。

    >>> print_findings("clusters-without-support")
    nothing found
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.industry_words import common_pairs, shared_word
from yzgeo.checks.passages import TOPIC, lines, plain
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.aliases import industry_names
from yzgeo.plan.model import Plan

TITLE = Text("产业集群没有片区、项目或专段", "Clusters without zone, project or paragraph")
EACH = 2
"""So many projects for each cluster let one expect all clusters among them."""
PLACES = ("text", "table")


class Place(NamedTuple):
    """Where a plan follows up its clusters: the names that stand there, their clauses, how many clusters they leave room for, and what a cluster lacks."""

    aspect: str
    names: set[str]
    clauses: list[str]
    chances: float
    lacks: Text
    remedy: Text


def clause(plan: Plan) -> str:
    """The clauses that list the clusters."""
    return listings.parts_of_plan(plan.clusters["source"]) or "clusters.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Clusters that are not where most of them are."""
    groups = {row.cluster_id: industry_names(plan)[row.cluster_id] for row in plan.clusters.itertuples()}
    places = [place for place in _places(plan) if place.names]
    if len(groups) < 2 or not places:
        yield NotChecked(
            Text("规划没有产业集群，或没有片区、项目、专段可对", "no clusters, or nothing that follows them up")
        )
        return
    common = common_pairs(industry_names(plan))
    known = set().union(*groups.values())  # these belong where they belong
    own = dict(zip(plan.clusters["cluster_id"], plan.clusters["name"], strict=True))
    for place in places:
        lacking = [
            own[key]
            for key, group in groups.items()
            if not any(
                name in group or (name not in known and shared_word(name, group, common)) for name in place.names
            )
        ]
        if not lacking or 2 * len(lacking) > len(groups) or place.chances < len(groups):
            continue
        english = listings.glossed(plan, lacking)
        verb = place.lacks.en if len(lacking) == 1 else place.lacks.en.replace("leads", "lead").replace("has", "have")
        yield Finding(
            severity="info",
            consequence="name",
            subject="table:clusters",
            aspect=place.aspect,
            message=Text(
                f"{len(groups)} 个产业集群中，{'、'.join(lacking)}{place.lacks.zh}。",
                f"Of {len(groups)} clusters, {english} {verb}.",
            ),
            remedy=place.remedy,
            clause="；".join(
                dict.fromkeys([*plan.clusters.loc[plan.clusters["name"].isin(lacking), "source"], *place.clauses])
            ),
            values={"lacking": lacking, "clusters": len(groups)},
        )


def _places(plan: Plan) -> Iterator[Place]:
    names = dict(zip(plan.industries["industry_id"], plan.industries["name"], strict=True))
    led = plan.zone_industries[plan.zone_industries["listed_in"].isin(PLACES)]
    yield Place(
        "zones",
        {names[one] for one in led["industry_id"]},
        list(dict.fromkeys(led["source"])),
        len(led.drop_duplicates(["zone_id", "industry_id"])),
        Text("不是任何片区的主导产业", "leads in no zone"),
        Text("写明在何处发展，或说明不分片区", "say where it is to grow, or that it is bound to no zone"),
    )
    classed = plan.projects[plan.projects["industry"].notna()]
    yield Place(
        "projects",
        set(classed["industry"]),
        [],
        len(classed) / EACH,
        Text(
            f"在所列 {len(classed)} 个项目中没有一个",
            f"has no project among the {len(classed)} of the lists",
        ),
        Text("补列项目，或说明产值目标由何支撑", "list projects, or say what carries its goal"),
    )
    topics = [
        (re.sub("(?:产业|行业)$", "", matched["topic"]), row.clause)
        for row in lines(plan).itertuples()
        if row.kind != "row" and (matched := TOPIC.match(plain(row.text))) and matched["topic"].endswith(("产业", "业"))
    ]
    yield Place(
        "paragraphs",
        {topic for topic, _ in topics},
        [where for _, where in topics],
        math.inf,
        Text("没有专段论述", "has no paragraph of its own"),
        Text("补写段落，或说明并入何处", "add a paragraph, or say which one covers it"),
    )
