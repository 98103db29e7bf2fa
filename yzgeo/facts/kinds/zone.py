"""Facts of a zone."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.core.values import json_value
from yzgeo.facts.cite import Fact, Subject
from yzgeo.facts.printed import printed
from yzgeo.plan import listings
from yzgeo.plan.areas import area_in_units, schematic_basis
from yzgeo.plan.inner_zones import in_zone, inner_note, zones_in
from yzgeo.plan.location_evidence import by_owner, in_brackets
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import summed
from yzgeo.plan.project_zones import reaching_into
from yzgeo.stats.subjects.zones import official_areas

TITLE = Text("片区", "zone")

NOT_STATED = Text("规划未载", "not stated in the plan")


def subjects(plan: Plan) -> list[Subject]:
    """All zones; the name in the table is an alias."""
    return [
        Subject(
            zone.zone_id, bilingual(zone.name, zone.name_en), () if pd.isna(zone.name_table) else (zone.name_table,)
        )
        for zone in plan.zones[["zone_id", "name", "name_en", "name_table"]].itertuples(index=False)
    ]


def facts(plan: Plan, zone_id: str) -> list[Fact]:
    """Area, position, what it is formed of, industries, parks, projects and outline of a zone."""
    zone = plan.zones.set_index("zone_id").loc[zone_id]
    in_text = (zone["source"],)
    in_table = in_text if pd.isna(zone["source_table"]) else (zone["source_table"],)
    of_area = in_text if pd.isna(zone["area_source"]) else (zone["area_source"],)
    zone_facts = [Fact(labels.area(json_value(zone["area_kind"])), _area(zone), of_area)]
    if not pd.isna(zone["kind"]):
        zone_facts.append(Fact(Text("类别", "Kind"), labels.word(zone["kind"]), in_text))
    if not pd.isna(zone["parent_zone_id"]):
        parent = plan.zones.set_index("zone_id").loc[zone["parent_zone_id"]]
        zone_facts.append(Fact(Text("位于", "Part of"), bilingual(parent["name"], parent["name_en"]), in_text))
    zone_facts += _figures(plan, zone_id)
    name_table = zone["name_table"]
    if not pd.isna(name_table) and name_table != zone["name"]:
        zone_facts.append(Fact(Text("表中名称", "Name in the table"), plain(name_table), in_table))
    _add_pair(
        zone_facts,
        Text("主导产业", "Leading industries"),
        *(_listing(plan, "industries", zone_id, place) for place in ("text", "table")),
        topic="industries",
    )
    _add_pair(
        zone_facts,
        Text("重点园区", "Parks"),
        *(_listing(plan, "parks", zone_id, place) for place in ("text", "table")),
        topic="parks",
    )
    _add_pair(
        zone_facts,
        Text("发展定位", "Positioning"),
        (_text_or_empty(zone["positioning"]), in_text),
        (_text_or_empty(zone["positioning_table"]), in_table),
    )
    if not pd.isna(zone["formed_from"]):
        zone_facts.append(Fact(Text("组成", "Formed of"), plain(zone["formed_from"]), in_text))
    prose, sources = _listing(plan, "industries", zone_id, "prose")
    if prose:
        zone_facts.append(Fact(Text("段落所述产业", "Industries in the paragraph"), plain(prose), sources))
    projects = in_zone(plan, plan.projects, zone_id)
    if len(projects):
        money = NOT_STATED if projects["investment"].isna().all() else summed(projects)
        weaker = in_brackets(by_owner(projects))
        zone_facts.append(
            Fact(
                _projects_label(inner_note(plan, zone_id)),
                Text(
                    f"{len(projects)} 个，计划总投资 {money.zh}{weaker.zh}",
                    f"{len(projects)}, investment {money.en}{weaker.en}",
                ),
                tuple(dict.fromkeys(projects["source"])),
                topic="projects",
            )
        )
    across = plan.projects[reaching_into(plan.projects, zones_in(plan)[zone_id])]
    if len(across):
        money = summed(across)
        zone_facts.append(
            Fact(
                Text("跨片区项目（另计）", "Projects across zones (counted apart)"),
                Text(
                    f"{len(across)} 个，计划总投资 {money.zh}：{'、'.join(across['name'])}",
                    f"{len(across)}, investment {money.en}: {', '.join(across['name'])}",
                ),
                tuple(dict.fromkeys(across["source"])),
                topic="projects",
            )
        )
    zone_facts.append(_outline(plan, zone_id))
    return zone_facts


def _projects_label(note: Text) -> Text:
    return Text(f"区内已定位项目{note.zh}", f"Projects located here{note.en}")


def _figures(plan: Plan, zone_id: str) -> list[Fact]:
    """Further figures that the plan states of the zone, each with its clause."""
    names = {
        row.measure_id: bilingual(row.zh, row.name_en)
        for row in plan.measures.rename(columns={"name": "zh"}).itertuples()
    }
    figures = plan.figures[plan.figures["scope"] == f"zone:{zone_id}"]
    return [Fact(names[row["measure_id"]], printed(plan, row), (row["source"],)) for _, row in figures.iterrows()]


def _area(zone: pd.Series) -> Text:
    """The area as printed, in other units beside it."""
    return NOT_STATED if pd.isna(zone["area"]) else area_in_units(zone)


Statement = tuple[str, tuple[str, ...]]
"""A statement of one place of the plan, and its clauses."""


def _add_pair(zone_facts: list[Fact], label: Text, in_text: Statement, in_table: Statement, *, topic: str = "") -> None:
    """Add the statements of text and table: one fact where they agree, two where they differ."""
    if in_text[0] and in_text[0] == in_table[0]:
        agreement = Text(f"{label.zh}（正文与表一致）", f"{label.en} (text and table agree)")
        zone_facts.append(Fact(agreement, plain(in_text[0]), in_text[1] + in_table[1], topic))
        return
    for (content, sources), place in ((in_text, labels.VALUES["text"]), (in_table, labels.VALUES["table"])):
        if content:
            place_label = Text(f"{label.zh}（{place.zh}）", f"{label.en} ({place.en})")
            zone_facts.append(Fact(place_label, plain(content), sources, topic))


def _listing(plan: Plan, listed: str, zone_id: str, listed_in: str) -> Statement:
    names = (listings.parks if listed == "parks" else listings.industries)(plan, zone_id, listed_in)
    rows = plan.zone_parks if listed == "parks" else plan.zone_industries
    here = rows[(rows["zone_id"] == zone_id) & (rows["listed_in"] == listed_in)]
    return "、".join(names), tuple(dict.fromkeys(here["source"]))


def _text_or_empty(text: object) -> str:
    return "" if pd.isna(text) else str(text)


def _outline(plan: Plan, zone_id: str) -> Fact:
    zone = plan.zones[plan.zones["zone_id"] == zone_id]
    basis, uncertainty = zone["outline_basis"].iloc[0], zone["outline_uncertainty_m"].iloc[0]
    label = Text("图上范围", "Outline")
    if pd.isna(basis):
        return Fact(label, Text("未画", "not drawn"), ("zones.geojson",))
    if basis == "official":
        area_km2 = f"{official_areas(plan)[zone_id]['drawn_area_km2']:.2f}"
        return Fact(label, Text(f"法定范围，{area_km2} 平方公里", f"official, {area_km2} km²"), ("zones.geojson",))
    if plan.edition == "public":
        return Fact(
            label,
            Text(
                f"示意范围：公开版已概化，位置不确定约 {uncertainty:g} 米",
                f"schematic: generalised for the public edition, uncertain by some {uncertainty:g} m",
            ),
            ("zones.geojson",),
        )
    words, way = plan.zone_places[plan.zone_places["zone_id"] == zone_id], schematic_basis(zone)
    return Fact(
        label,
        Text(
            f"示意范围：{way.zh}，位置不确定约 {uncertainty:g} 米",
            f"schematic: {way.en}, uncertain by some {uncertainty:g} m",
        ),
        tuple(dict.fromkeys([*words["source"], "places.csv"])),
    )
