"""Facts of a project owner: its projects and investment by zone."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import summed
from yzgeo.plan.project_zones import ACROSS, across_zones, outside_zones

TITLE = Text("项目单位", "owner")
LOCATIONS = "project_locations.csv"
NOT_STATED = Text("未载", "not stated")


def subjects(plan: Plan) -> list[Subject]:
    """All owners, as printed, in the order of the projects."""
    return [Subject(owner, plain(owner)) for owner in plan.projects["owner"].dropna().unique()]


def facts(plan: Plan, owner: str) -> list[Fact]:
    """All projects, then by zone, across zones, outside all zones, then without a known place.

    >>> from yzgeo.plan.load import load
    >>> print(" | ".join(fact.value.zh for fact in facts(load("yinzhou"), "日月重工")))
    3 个，计划总投资 42.6 亿元 | 1 个，计划总投资 0.8 亿元（依据：仅业主地址） | 2 个，计划总投资 41.8 亿元
    """
    projects = plan.projects[plan.projects["owner"] == owner]
    owner_facts = [_sum(Text("全部项目", "All projects"), projects, tuple(projects["source"]), located=False)]
    by_zone = dict(iter(projects.groupby("zone_id")))
    for zone in plan.zones[plan.zones["zone_id"].isin(by_zone)].itertuples():
        here = by_zone[zone.zone_id]
        owner_facts.append(
            _sum(bilingual(zone.name, zone.name_en), here, tuple(dict.fromkeys(here["location_source"])))
        )
    across = projects[across_zones(projects)]
    if len(across):
        owner_facts.append(_sum(ACROSS, across, tuple(dict.fromkeys(across["location_source"]))))
    elsewhere = projects[outside_zones(projects)]
    unlocated = projects[projects.geometry.isna()]
    if len(elsewhere):
        sources = tuple(dict.fromkeys(elsewhere["location_source"]))
        owner_facts.append(_sum(Text("片区之外", "Outside all zones"), elsewhere, sources))
    if len(unlocated):
        owner_facts.append(_sum(Text("位置未知", "Place not known"), unlocated, (LOCATIONS,)))
    return owner_facts


def _sum(label: Text, projects: pd.DataFrame, sources: tuple[str, ...], *, located: bool = True) -> Fact:
    money = NOT_STATED if projects["investment"].isna().all() else summed(projects)
    evidence = [labels.word(name) for name in projects["location_evidence"].dropna().unique()] if located else []
    zh, en = "、".join(one.zh for one in evidence), ", ".join(one.en for one in evidence)
    return Fact(
        label,
        Text(
            f"{len(projects)} 个，计划总投资 {money.zh}" + (f"（依据：{zh}）" if zh else ""),
            f"{len(projects)}, investment {money.en}" + (f" (by {en})" if en else ""),
        ),
        sources,
    )
