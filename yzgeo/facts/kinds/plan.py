"""Facts of the plan as a whole: totals, each with the clauses of its parts."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Text, plain
from yzgeo.core.units import amount, km2_to_mu
from yzgeo.core.values import total
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("规划", "plan")
FILE = "datapackage.json"
"""The source of particulars without a clause in `stated_in`."""


def subjects(plan: Plan) -> list[Subject]:
    """The plan itself."""
    return [Subject(plan.name, Text(plan.title("zh"), plan.title("en")))]


def facts(plan: Plan, name: str) -> list[Fact]:
    """Authority, period, usable area, projects, investment, new land."""
    particulars = plan.particulars
    usable = listings.usable_area_km2(plan)
    projects = plan.projects
    clauses = particulars.get("stated_in", {})
    period = "-".join(str(year) for year in particulars["period"])
    listed = [
        Fact(
            Text(f"{labels.VALUES[name].zh}项目", f"Projects {labels.VALUES[name].en}"),
            _money(rows["investment_100m_yuan"], len(rows)),
            tuple(dict.fromkeys(source.split(" ")[0] for source in rows["source"])),
        )
        for name, rows in projects.groupby("list", sort=False)
    ]
    new_land = projects[projects["new_land_mu"].notna()]
    unlocated = projects[projects.geometry.isna()]
    return [
        Fact(
            Text("编制或印发机关", "Authority"),
            Text(particulars["authority"], particulars.get("authority_en") or particulars["authority"]),
            (clauses.get("authority", FILE),),
        ),
        Fact(Text("印发日期", "Issued"), plain(particulars["issued"]), (clauses.get("issued", FILE),)),
        Fact(Text("期限", "Period"), plain(period), (clauses.get("period", FILE),)),
        Fact(
            Text("可利用面积合计", "Usable area, total"),
            Text(
                f"{usable:g} 平方公里（{km2_to_mu(usable):,.10g} 亩）", f"{usable:g} km² ({km2_to_mu(usable):,.10g} mu)"
            ),
            tuple(dict.fromkeys(plan.zones["source"])),
        ),
        *listed,
        Fact(
            Text("新增用地合计", "New land, total"),
            amount(total(new_land["new_land_mu"]), "亩"),
            tuple(dict.fromkeys(source.split(" ")[0] for source in new_land["source"])),
        ),
        Fact(
            Text("未定位项目", "Projects without a known place"),
            _money(unlocated["investment_100m_yuan"], len(unlocated)),
            ("project_locations.csv",),
        ),
    ]


def _money(investment: pd.Series, count: int) -> Text:
    summed = amount(total(investment), "亿元")
    return Text(f"{count} 个，计划总投资 {summed.zh}", f"{count}, investment {summed.en}")
