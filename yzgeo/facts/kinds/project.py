"""Facts of an investment project."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core import labels, qualifiers
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.core.units import amount, mu_to_m2
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan import listings
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import printed_area, printed_investment
from yzgeo.plan.project_zones import zones_of

TITLE = Text("项目", "project")


def subjects(plan: Plan) -> list[Subject]:
    """All projects of both lists; names are as printed."""
    return [
        Subject(project_id, plain(name))
        for project_id, name in plan.projects[["project_id", "name"]].itertuples(index=False)
    ]


def facts(plan: Plan, project_id: str) -> list[Fact]:
    """Owner, content, money, years, land, floor area and place of a project; what the plan does not print is left out."""
    project = plan.projects.set_index("project_id").loc[project_id]
    printed = (project["source"],)
    project_facts = []
    if not pd.isna(project["list"]):
        project_facts.append(Fact(Text("清单", "List"), labels.word(project["list"]), printed))
    if not pd.isna(project["owner"]):
        project_facts.append(Fact(Text("项目单位", "Owner"), plain(project["owner"]), printed, "owner"))
    if not pd.isna(project["investment"]):
        project_facts.append(Fact(Text("计划总投资", "Investment"), printed_investment(project), printed))
    if not pd.isna(project["years"]):
        project_facts.append(Fact(Text("建设期（年）", "Years of building"), amount(project["years"], ""), printed))
    if not pd.isna(project["new_land"]):
        value = _in_units(project, "new_land", "new_land_mu")
        project_facts.append(Fact(Text("新增用地", "New land"), value, printed))
    if not pd.isna(project["site_area"]):
        value = _in_units(project, "site_area", "site_mu")
        project_facts.append(Fact(Text("项目内容所述用地", "Site in the description"), value, printed))
    if not pd.isna(project["floor_area"]):
        value = _in_units(project, "floor_area", "floor_area_m2", "平方米")
        words = "建筑面积" if pd.isna(project["floor_area_words"]) else project["floor_area_words"]
        project_facts.append(Fact(Text(words, "Floor area"), value, printed))
    if not pd.isna(project["floor_area_ratio"]):
        land_mu = project["new_land_mu"] if pd.isna(project["site_mu"]) else project["site_mu"]
        computation = f"{project['floor_area_ratio']:.2f} = {project['floor_area_m2']:,.10g} ÷ {mu_to_m2(land_mu):,.0f}"
        project_facts.append(
            Fact(
                Text("容积率（算得）", "Floor area ratio (computed)"),
                Text(f"{computation} 平方米", f"{computation} m²"),
                printed,
            )
        )
    if not pd.isna(project["industry"]):
        project_facts.append(Fact(Text("产业分类", "Class"), listings.class_name(plan, project["industry"]), printed))
    if not pd.isna(project["content"]):
        project_facts.append(Fact(Text("项目内容", "Content"), plain(project["content"]), printed))
    project_facts += [
        Fact(
            Text(f"{row.name_zh}（{_item(row)}）", f"{bilingual(row.name_zh, row.name_en).en} ({_item(row)})"),
            qualifiers.printed(row.value, row.value_to, row.unit, row.qualifier),
            (row.source,),
        )
        for row in figures_by_scope(plan).get(f"project:{project_id}", [])
    ]
    return [*project_facts, *_place(plan, project)]


def _in_units(project: pd.Series, column: str, converted: str, unit: str = "亩") -> Text:
    """An area as printed, with the same in another unit beside it where it is printed in a different one."""
    as_printed = printed_area(project, column)
    if project[f"{column}_unit"] == unit or pd.isna(project[converted]):
        return as_printed
    other = amount(project[converted], unit)
    return Text(f"{as_printed.zh}（{other.zh}）", f"{as_printed.en} ({other.en})")


@cached_per_plan
def figures_by_scope(plan: Plan) -> dict[str, list[Any]]:
    """The rows of `figures.csv` by what they are about, each with the names of its measure."""
    names = plan.measures.rename(columns={"name": "name_zh"}).drop(columns="unit")
    rows: dict[str, list[Any]] = {}
    for row in plan.figures.merge(names, on="measure_id").itertuples():
        rows.setdefault(row.scope, []).append(row)
    return rows


def _item(row: object) -> str:
    part_of_row = {"title": "项目名称", "content": "项目内容"}.get(str(getattr(row, "stated_in", "")), "")
    item = getattr(row, "item", None)
    return "，".join(part for part in ("" if pd.isna(item) else str(item), part_of_row) if part)


def _place(plan: Plan, project: pd.Series) -> list[Fact]:
    label = Text("位置", "Place")
    if pd.isna(project["location_evidence"]):
        return [Fact(label, Text("未知，未画在图上", "not known, not drawn"), ("project_locations.csv",))]
    evidence = labels.word(project["location_evidence"])
    place = Fact(
        label,
        Text(
            f"{project['place']}（依据：{evidence.zh}），不确定约 {project['uncertainty_m']:g} 米",
            f"{project['place']} (by {evidence.en}), uncertain by some {project['uncertainty_m']:g} m",
        ),
        (project["location_source"],),
    )
    zone_ids = zones_of(project)
    if not zone_ids:
        return [
            place,
            Fact(
                Text("片区", "Zone"),
                Text("不在任何片区的组成地点", "in none of the places that zones are formed of"),
                ("zone_places.csv",),
            ),
        ]
    zones = plan.zones.set_index("zone_id").loc[zone_ids]
    names = [bilingual(zone["name"], zone["name_en"]) for _, zone in zones.iterrows()]
    listed = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
    if pd.isna(project["zone_id"]):
        listed = Text(f"{listed.zh}（跨片区，另计）", f"{listed.en} (across zones, counted apart)")
    return [place, Fact(Text("片区", "Zone"), listed, tuple(dict.fromkeys(zones["source"])), "zone")]
