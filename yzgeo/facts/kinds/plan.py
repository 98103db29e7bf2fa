"""Facts of the plan as a whole: totals, each with the clauses of its parts."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text, plain
from yzgeo.core.units import amount, km2_to_mu
from yzgeo.core.values import total
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan.areas import AreasOfKind, areas_by_kind, sum_in_words, sum_note
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
    """Authority, period, areas by kind, projects, investment, new land."""
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
        *(_area(plan, areas) for areas in areas_by_kind(plan)),
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


def _area(plan: Plan, areas: AreasOfKind) -> Fact:
    """The sum of the areas of one kind, with the same in mu where it is one figure."""
    number, note = sum_in_words(areas), sum_note(areas)
    mu = f"{km2_to_mu(areas.km2):,.10g}"
    in_mu = Text(f"（{mu} 亩）", f" ({mu} mu)") if areas.km2 == areas.upper_km2 else NOTHING
    zones = plan.zones[plan.zones["zone_id"].isin(areas.zone_ids)]
    return Fact(
        Text(f"{areas.kind.zh}合计", f"{areas.kind.en}, total"),
        Text(
            f"{number.zh} 平方公里{in_mu.zh}{note.zh and '，' + note.zh}",
            f"{number.en} km²{in_mu.en}{note.en and ', ' + note.en}",
        ),
        tuple(dict.fromkeys(zones["source"])),
    )


def _money(projects: pd.DataFrame) -> Text:
    count = len(projects)
    if count and projects["investment"].isna().all():
        return Text(f"{count} 个，均未载投资额", f"{count}, investment not stated")
    money = summed(projects)
    return Text(f"{count} 个，计划总投资 {money.zh}", f"{count}, investment {money.en}")
