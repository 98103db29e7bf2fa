"""Facts of the plan as a whole: totals, each with the clauses of its parts."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text, plain
from yzgeo.core.units import amount, km2_to_mu
from yzgeo.core.values import count_missing, known_total, total
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan import listings
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import summed

TITLE = Text("规划", "plan")
NOT_STATED = Text("未载", "not stated")
FILE = "datapackage.json"
"""The source of particulars without a clause in `stated_in`."""


def subjects(plan: Plan) -> list[Subject]:
    """The plan itself."""
    return [Subject(plan.name, Text(plan.title("zh"), plan.title("en")))]


def facts(plan: Plan, name: str) -> list[Fact]:
    """Authority, period, usable area, projects, investment, new land."""
    particulars = plan.particulars
    projects = plan.projects
    clauses = particulars.get("stated_in", {})
    period = "-".join(str(year) for year in plan.period or ())
    listed = [
        Fact(
            Text(f"{labels.value(name, 'zh')}项目", f"Projects {labels.value(name, 'en')}"),
            _money(rows),
            tuple(dict.fromkeys(source.split(" ")[0] for source in rows["source"])),
        )
        for name, rows in projects.groupby("list", sort=False)
    ]
    new_land = projects[projects["new_land_mu"].notna()]
    unlocated = projects[projects.geometry.isna()]
    return [
        Fact(
            Text("编制或印发机关", "Authority"),
            plan.authority if plan.authority.zh else NOT_STATED,
            (clauses.get("authority", FILE),),
        ),
        Fact(
            Text("印发日期", "Issued"),
            plain(particulars["issued"]) if particulars.get("issued") else NOT_STATED,
            (clauses.get("issued", FILE),),
        ),
        Fact(Text("期限", "Period"), plain(period) if period else NOT_STATED, (clauses.get("period", FILE),)),
        Fact(Text("可利用面积合计", "Usable area, total"), _usable(plan), tuple(dict.fromkeys(plan.zones["source"]))),
        *listed,
        *([_new_land(new_land)] if len(new_land) else []),
        *([_unlocated(unlocated)] if len(unlocated) else []),
    ]


def _new_land(projects: pd.DataFrame) -> Fact:
    return Fact(
        Text("新增用地合计", "New land, total"),
        amount(total(projects["new_land_mu"]), "亩"),
        tuple(dict.fromkeys(source.split(" ")[0] for source in projects["source"])),
    )


def _unlocated(projects: pd.DataFrame) -> Fact:
    return Fact(
        Text("未定位项目", "Projects without a known place"),
        _money(projects),
        ("project_locations.csv",),
    )


def _usable(plan: Plan) -> Text:
    areas = listings.usable_areas_km2(plan)
    usable, missing = known_total(areas), count_missing(areas)
    if usable is None or plan.zones.empty:
        return NOT_STATED
    without = Text(f"，另 {missing} 个片区未载", f", {missing} zones without a figure") if missing else NOTHING
    mu = f"{km2_to_mu(usable):,.10g}"
    return Text(f"{usable:g} 平方公里（{mu} 亩）{without.zh}", f"{usable:g} km² ({mu} mu){without.en}")


def _money(projects: pd.DataFrame) -> Text:
    count = len(projects)
    if count and projects["investment"].isna().all():
        return Text(f"{count} 个，均未载投资额", f"{count}, investment not stated")
    invested = summed(projects)
    return Text(f"{count} 个，计划总投资 {invested.zh}", f"{count}, investment {invested.en}")
