"""Every thing that the page can open, with what it is joined to: facts, and tables of the things that belong to it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core import labels, plugins
from yzgeo.core.i18n import NOTHING, Text, counted
from yzgeo.core.units import amount
from yzgeo.facts import cite
from yzgeo.plan import listings
from yzgeo.plan.inner_zones import in_zone, inner_note, zones_in
from yzgeo.plan.known_measures import LEADING_INDUSTRIES
from yzgeo.plan.location_evidence import by_owner, in_brackets
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import printed_area, printed_investment, summed
from yzgeo.plan.project_zones import ACROSS, outside_zones, reaching_into, zones_of
from yzgeo.publish.page.pinyin import syllables
from yzgeo.spatial.membership import zones_within
from yzgeo.stats.recovery import marked, no_ledger

Subjects = dict[str, dict[str, Any]]
"""By key: kind and id, `zone:mingzhou`."""
KINDS = ("plan", "zone", "park", "project", "industry", "owner", "target", "cluster")
"""The kinds of facts that the page shows; figures and clauses are reached from these."""
LISTED = ("text", "table")
LISTED_IN = {"text": Text("正文", "Text"), "table": Text("表", "Table")}
PROJECT_COLUMNS = (
    Text("项目", "Project"),
    Text("投资", "Investment"),
    Text("用地", "Land"),
    Text("位置依据", "Place by"),
)
YES, NO = Text("✓", "✓"), Text("—", "—")


def both(text: Text) -> dict[str, str]:
    """A text as the page's scripts read it."""
    return {"zh": text.zh, "en": text.en}


def subjects(plan: Plan, colours: dict[str, str], recovery: dict[str, Any]) -> tuple[Subjects, dict[str, list[str]]]:
    """Every subject by key with its facts and tables, and the keys of each kind in the plan's order.

    `recovery` is the statistic `land_recovery`.
    """
    by_key: Subjects = {}
    order: dict[str, list[str]] = {}
    for kind in KINDS:
        module = plugins.load(cite.PACKAGE, kind)
        for subject in module.subjects(plan):
            key = f"{kind}:{subject.id}"
            order.setdefault(kind, []).append(key)
            names = list(dict.fromkeys([*subject.name, *subject.aliases]))
            by_key[key] = {
                "kind": kind,
                "name": both(subject.name),
                "terms": [name.lower() for name in [*names, subject.id]],
                "syllables": [syllables(name) for name in names if not name.isascii()],
                "facts": [
                    {
                        "label": both(fact.label),
                        "value": both(fact.value),
                        "sources": list(fact.sources),
                        "topic": fact.topic,
                    }
                    for fact in cite.facts(plan, kind, subject.id)
                ],
                "tables": [],
            }
    _zones(plan, by_key, colours, recovery)
    _parks(plan, by_key, colours)
    _projects(plan, by_key, colours)
    _industries(plan, by_key)
    _owners(plan, by_key)
    for target in plan.targets["target_id"]:
        subject = by_key[f"target:{target}"]
        subject["note"] = subject["facts"][0]["value"]
    return by_key, order


def _table(title: Text, columns: tuple[Text, ...], rows: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A table of the panel; `more` is `topic`, `note` (facts above it), `empty` (said where there are no rows)."""
    return {"title": both(title), "columns": [both(column) for column in columns], "rows": rows, **more}


def _row(*cells: Text | tuple[str, Text], sources: tuple[str, ...] = ()) -> dict[str, Any]:
    """A row: each cell a text, or a key and a text that opens what the key names."""
    return {
        "cells": [
            {"key": cell[0], "text": both(cell[1])} if not isinstance(cell, Text) else {"text": both(cell)}
            for cell in cells
        ],
        "sources": list(sources),
    }


def _zones(plan: Plan, by_key: Subjects, colours: dict[str, str], recovery: dict[str, Any]) -> None:
    for zone in plan.zones.itertuples():
        projects = in_zone(plan, plan.projects, zone.zone_id)
        note = inner_note(plan, zone.zone_id)
        tables = []  # of what the plan has at all
        if len(plan.zone_industries):
            tables.append(_leading(plan, by_key, zone.zone_id))
        if len(plan.parks):
            places = _places(plan.zone_parks)
            columns = (Text("园区", "Park"), *places.values())
            listed = _listing(plan.zone_parks, zone.zone_id, "park", by_key, places)
            none = Text("规划没有为此片区列出园区。", "The plan lists no park for this zone.")
            tables.append(_table(Text("重点园区", "Parks"), columns, listed, topic="parks", empty=both(none)))
        if len(plan.projects):
            weaker = in_brackets(by_owner(projects))
            title = Text(
                f"区内项目 {len(projects)}{note.zh}{weaker.zh}", f"Projects here: {len(projects)}{note.en}{weaker.en}"
            )
            none = Text("没有已知位于此片区的项目。", "No project is known to lie in this zone.")
            tables.append(_project_table(title, projects, none, topic="projects"))
            across = plan.projects[reaching_into(plan.projects, zones_in(plan)[zone.zone_id])]
            if len(across):
                title = Text(
                    f"{ACROSS.zh}项目 {len(across)}（另计）", f"Projects {ACROSS.en}: {len(across)} (counted apart)"
                )
                tables.append(_project_table(title, across, NOTHING, topic="projects"))
        if recovery["target_mu"] is not None or recovery["by_zone"] is not None or projects["land_reuse"].notna().any():
            tables.append(_land(plan, recovery, projects, zone.zone_id))
        by_key[f"zone:{zone.zone_id}"] |= {
            "colour": colours[zone.zone_id],
            "note": both(labels.word(zone.kind)),
            "tables": tables,
        }


def _leading(plan: Plan, by_key: Subjects, zone_id: str) -> dict[str, Any]:
    """Leading industries as text and table list them, under the plan's rule for their number."""
    rows = plan.zone_industries[plan.zone_industries["listed_in"].isin(LISTED)]
    counts = {place: len(listings.industries(plan, zone_id, place)) for place in LISTED}
    limits = plan.targets[plan.targets["measure_id"] == LEADING_INDUSTRIES].dropna(subset=["target"])
    places = _places(rows)
    here_zh = "，".join(f"{head.zh} {counts[place]} 个" for place, head in places.items())
    here_en = ", ".join(f"{counts[place]} in the {head.en.lower()}" for place, head in places.items())
    note = [
        {
            "label": both(Text("规划的规则", "The plan's rule")),
            "value": both(
                Text(
                    f"每个片区不超过 {row.target:g} 个" + (f"；此处{here_zh}" if here_zh else ""),
                    f"no more than {row.target:g} a zone" + (f"; here {here_en}" if here_en else ""),
                )
            ),
            "sources": [row.source],
            "kept": max(counts.values()) <= row.target,
        }
        for row in limits.head(1).itertuples()
    ]
    columns = (Text("产业", "Industry"), *places.values())
    listed = _listing(rows, zone_id, "industry", by_key, places)
    return _table(Text("主导产业", "Leading industries"), columns, listed, topic="industries", note=note)


def _places(rows: pd.DataFrame) -> dict[str, Text]:
    """Where a plan lists things, with its head: one without tables has nothing to say of them."""
    return {place: head for place, head in LISTED_IN.items() if rows["listed_in"].eq(place).any()}


def _listing(
    rows: pd.DataFrame, zone_id: str, kind: str, by_key: Subjects, places: dict[str, Text]
) -> list[dict[str, Any]]:
    """A row per thing that text or table list for a zone, saying which of the two do."""
    here = rows[rows["zone_id"] == zone_id]
    return [
        _row(
            (f"{kind}:{name}", NOTHING),
            *(YES if place in set(listed["listed_in"]) else NO for place in places),
            sources=tuple(dict.fromkeys(listed["source"])),
        )
        for name, listed in here.groupby(f"{kind}_id", sort=False)
        if f"{kind}:{name}" in by_key
    ]


def _project_table(title: Text, projects: pd.DataFrame, empty: Text, **more: Any) -> dict[str, Any]:
    ranked = projects.sort_values("investment_100m_yuan", ascending=False, kind="stable", na_position="last")
    rows = [
        _row(
            (f"project:{project.project_id}", NOTHING),
            printed_investment(project),
            _project_land(project),
            Text("未知", "not known") if pd.isna(project.location_evidence) else labels.word(project.location_evidence),
            sources=(project.source,),
        )
        for project in ranked.itertuples()
    ]
    return _table(title, PROJECT_COLUMNS, rows, empty=both(empty), **more)


def _project_land(project: Any) -> Text:
    """New land where the plan asks for some, else the site."""
    if not pd.isna(project.new_land):
        printed = printed_area(project, "new_land")
        return Text(f"新增 {printed.zh}", f"{printed.en} new")
    return printed_area(project, "site_area")


def _land(plan: Plan, recovery: dict[str, Any], projects: pd.DataFrame, zone_id: str) -> dict[str, Any]:
    """Land recovered in a zone by the ledger, if there is one, and what projects of the plan identify there."""
    rows = []
    for line in recovery["by_zone"] or []:
        if line["zone_id"] == zone_id:
            rows += [
                _row(labels.VALUES[status], amount(round(line[f"{status}_mu"], 2), "亩"))
                for status in ("recovered", "under_way", "identified")
            ]
    identified = projects[projects["land_reuse"].notna() & projects["site_mu"].notna()]
    below = [
        _row((f"project:{project.project_id}", NOTHING), amount(project.site_mu, "亩"), sources=(project.source,))
        for project in identified.itertuples()
    ]
    more = {} if recovery["by_zone"] is not None else {"empty": both(no_ledger(plan))}
    note = inner_note(plan, zone_id)
    title = Text(f"低效用地盘活{note.zh}", f"Low-efficiency land recovered{note.en}")
    if recovery.get("invented_note"):
        title = marked(title)
    return _table(title, (), rows, topic="land", below=below, **more)


def _parks(plan: Plan, by_key: Subjects, colours: dict[str, str]) -> None:
    listed = plan.zone_parks
    for park in plan.parks.itertuples():
        here = listed[listed["park_id"] == park.park_id]
        zone_id = here["zone_id"].iloc[0] if len(here) else ""
        places = dict.fromkeys(here["listed_in"])
        code = "both" if len(places) > 1 else next(iter(places), "")
        by_key[f"park:{park.park_id}"] |= {
            "colour": colours.get(zone_id),
            "zone_id": zone_id,
            "listed_in": code,
            "note": both(labels.word(code)),
            "unlocated": pd.isna(park.place_id),
            "uncertainty_m": None if pd.isna(park.uncertainty_m) else park.uncertainty_m,
            "tables": _zone_links([zone_id] if zone_id else [], Text("片区", "Zone")),
        }


def _projects(plan: Plan, by_key: Subjects, colours: dict[str, str]) -> None:
    possible_zones = _possible_zones(plan)
    for project in plan.projects.itertuples():
        zone_id = None if pd.isna(project.zone_id) else project.zone_id
        near = possible_zones.get(project.project_id, [])
        subject = by_key[f"project:{project.project_id}"]
        owners = [] if pd.isna(project.owner) else [str(project.owner)]
        sum_of_money = printed_investment(project)
        subject |= {
            "colour": colours.get(zone_id or ""),
            "zone_id": zone_id,
            "note": both(Text(" ".join([*owners, sum_of_money.zh]), " ".join([*owners, sum_of_money.en]))),
            "unlocated": pd.isna(project.place_id),
            "uncertainty_m": None if pd.isna(project.uncertainty_m) else project.uncertainty_m,
            "tables": [
                *_zone_links(zones_of(project), Text("片区", "Zone"), (project.location_source,)),
                *_zone_links(near, Text("可能所在片区（位置不确定）", "Zones it may lie in (place uncertain)")),
                *(
                    _table(
                        Text("项目单位", "Owner"),
                        (),
                        [_row((f"owner:{owner}", NOTHING), sources=(project.source,))],
                        topic="owner",
                    )
                    for owner in owners
                ),
            ],
        }
        named = NOTHING if pd.isna(project.industry) else listings.class_name(plan, project.industry)
        subject["terms"] += [name.lower() for name in (*owners, *dict.fromkeys(named)) if name]
        subject["syllables"] += [syllables(owner) for owner in owners]


def _zone_links(zone_ids: list[str], title: Text, sources: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    rows = [_row((f"zone:{zone_id}", NOTHING), sources=sources) for zone_id in zone_ids]
    return [_table(title, (), rows, topic="zone")] if rows else []


def _possible_zones(plan: Plan) -> dict[str, list[str]]:
    """By project outside all zones, the zones that it may still lie in, given how uncertain its place is."""
    outside = plan.projects[outside_zones(plan.projects)]
    if outside.empty:
        return {}
    return dict(zip(outside["project_id"], zones_within(outside, plan.zones), strict=True))


def _industries(plan: Plan, by_key: Subjects) -> None:
    """Zones that lead in an industry, its cluster, and the projects of its class."""
    clusters = plan.clusters.set_index("cluster_id")["name"]
    for industry in plan.industries.itertuples():
        cluster = clusters.get(industry.cluster_id)
        classed = plan.projects[plan.projects["industry"].isin({industry.name, cluster} - {None})]
        rows = plan.zone_industries[plan.zone_industries["industry_id"] == industry.industry_id]
        leading = rows[rows["listed_in"].isin(LISTED)]
        zone_rows = [
            _row(
                (f"zone:{zone_id}", NOTHING),
                *(YES if place in set(listed["listed_in"]) else NO for place in (*LISTED, "prose")),
                sources=tuple(dict.fromkeys(listed["source"])),
            )
            for zone_id, listed in rows.groupby("zone_id", sort=False)
        ]
        columns = (
            Text("片区", "Zone"),
            Text("正文", "Text"),
            Text("表", "Table"),
            Text("段落", "Prose"),
        )
        tables = [_table(Text("列出它的片区", "Zones it is listed for"), columns, zone_rows, topic="zones")]
        if cluster is not None:
            link = _row((f"cluster:{industry.cluster_id}", NOTHING))
            tables.append(_table(Text("产业集群", "Cluster"), (), [link]))
        if len(classed):
            title = Text(f"同类项目 {len(classed)}", f"Projects of this class: {len(classed)}")
            tables.append(_project_table(title, classed, NOTHING))
        by_key[f"industry:{industry.industry_id}"] |= {
            "zones": list(dict.fromkeys(leading["zone_id"])),
            "tables": tables,
        }


def _owners(plan: Plan, by_key: Subjects) -> None:
    for owner, projects in plan.projects.groupby("owner", sort=False):
        title = Text(f"项目 {len(projects)}", f"Projects: {len(projects)}")
        sum_of_all = summed(projects)
        by_key[f"owner:{owner}"] |= {
            "note": both(
                Text(
                    f"{len(projects)} 个项目，{sum_of_all.zh}",
                    f"{counted(len(projects), 'project', 'projects')}, {sum_of_all.en}",
                )
            ),
            "projects": [f"project:{project_id}" for project_id in projects["project_id"]],
            "tables": [_project_table(title, projects, NOTHING)],
        }
