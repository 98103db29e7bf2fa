"""What the page's scripts read: every subject with its facts, links and findings, in both languages."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo import citation, labels, plugins
from yzgeo.crs import WGS84
from yzgeo.findings import Finding, Outcome
from yzgeo.i18n import NOTHING, Lang, Text, plain
from yzgeo.palette import zone_colours
from yzgeo.plan import Plan
from yzgeo.spatial.membership import relation
from yzgeo.stats import projects as project_statistics
from yzgeo.stats import summary
from yzgeo.units import UNIT_EN, amount

KINDS = ("plan", "zone", "park", "project", "industry", "target", "cluster")
"""The kinds of facts that the page shows; figures and clauses are reached from these."""
PUBLIC = Text(
    "公开版　审图号：________________　", "Public edition · map approval number (审图号): ________________ · "
)
"""Stands before the subtitle of a public edition."""


def drawn_layers() -> dict[str, ModuleType]:
    """All layers that folium draws, the lowest first."""
    found = {name: layer for name, layer in plugins.discover("yzgeo.layers").items() if getattr(layer, "DRAWN", True)}
    return dict(sorted(found.items(), key=lambda named: (named[1].ORDER, named[0])))


def page_data(plan: Plan, outcome: Outcome, frames: dict[str, gpd.GeoDataFrame], lang: Lang) -> dict[str, Any]:
    """Everything that the page's scripts read, as JSON-able values; texts are in both languages."""
    colours = zone_colours(plan.zones["zone_id"])
    subjects, order = _subjects(plan, colours)
    west, south, east, north = plan.district.to_crs(WGS84).total_bounds
    period = "-".join(str(year) for year in plan.particulars["period"])
    authority = plan.particulars["authority"]
    edition = PUBLIC if plan.edition == "public" else NOTHING
    return {
        "lang": lang,
        "title": _both(Text(plan.title("zh"), plan.title("en"))),
        "subtitle": _both(
            Text(
                f"{edition.zh}{authority}　{plan.particulars['issued']}　规划期 {period}",
                f"{edition.en}{plan.particulars.get('authority_en') or authority} · {plan.particulars['issued']} · {period}",
            )
        ),
        "bounds": [[south, west], [north, east]],
        "bases": sorted(set(plan.zones["outline_basis"].dropna())),
        "kinds": {kind: _both(plugins.load(citation.PACKAGE, kind).TITLE) for kind in KINDS},
        "layers": {name: _both(layer.TITLE) for name, layer in drawn_layers().items()},
        "severities": {name: _both(labels.VALUES[name]) for name in ("error", "warning", "info")},
        "clauses": {
            row.clause: {"en": row.label_en, "heading": "" if pd.isna(row.heading) else row.heading, "text": row.text}
            for row in plan.clauses.itertuples()
        },
        "places": [
            {
                "name": _both(Text(row.name_zh, row.name_en)),
                "lon": row.lon,
                "lat": row.lat,
                "uncertainty_m": row.uncertainty_m,
            }
            for row in plan.places[plan.places["kind"] != "village"].rename(columns={"name": "name_zh"}).itertuples()
        ],
        "subjects": subjects,
        "order": order,
        "zones": _zone_rows(plan, outcome, colours, frames["zones"]),
        "overview": _overview(plan),
        "rules": [
            {"rule": state.rule, "title": _both(state.title), "status": state.status, "reason": _both(state.reason)}
            for state in outcome.rules
        ],
        "findings": [_finding(finding) for finding in outcome.findings if finding.rule != "project-unlocated"],
    }


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "subject": finding.subject,
        "message": _both(finding.message),
        "remedy": _both(finding.remedy),
        "clauses": [clause for part in finding.clause.split("；") for clause in part.split("、")],
    }


def _subjects(plan: Plan, colours: dict[str, str]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Every subject by key (`zone:mingzhou`) with its facts, and the keys of each kind in the plan's order."""
    subjects: dict[str, Any] = {}
    order: dict[str, list[str]] = {}
    for kind in KINDS:
        module = plugins.load(citation.PACKAGE, kind)
        for subject in module.subjects(plan):
            key = f"{kind}:{subject.id}"
            order.setdefault(kind, []).append(key)
            subjects[key] = {
                "kind": kind,
                "name": _both(subject.name),
                "search": " ".join([subject.id, *subject.name, *subject.aliases]).lower(),
                "facts": [
                    {"label": _both(fact.label), "value": _both(fact.value), "sources": list(fact.sources)}
                    for fact in module.facts(plan, subject.id)
                ],
                "links": [],
            }
    _describe_zones(plan, subjects, colours)
    _describe_parks(plan, subjects, colours)
    _describe_projects(plan, subjects, colours)
    for row in plan.targets.itertuples():
        target = subjects[f"target:{row.target_id}"]
        target["note"] = target["facts"][0]["value"]
    return subjects, order


def _describe_zones(plan: Plan, subjects: dict[str, Any], colours: dict[str, str]) -> None:
    for zone in plan.zones.itertuples():
        projects = plan.projects[plan.projects["zone_id"] == zone.zone_id]
        listed = plan.zone_parks[plan.zone_parks["zone_id"] == zone.zone_id]
        places = listed.groupby("park_id", sort=False)["listed_in"].agg(
            lambda found: "both" if len(found) > 1 else found.iloc[0]
        )
        subjects[f"zone:{zone.zone_id}"] |= {
            "colour": colours[zone.zone_id],
            "note": _both(labels.VALUES[zone.kind]),
            "links": [
                {
                    "title": _both(Text("重点园区", "Parks")),
                    "items": [
                        {"key": f"park:{park_id}", "note": _both(labels.VALUES[place])}
                        for park_id, place in places.items()
                    ],
                },
                {
                    "title": _both(Text("区内项目", "Projects here")),
                    "items": [_project_link(project) for project in projects.itertuples()],
                },
            ],
        }


def _describe_parks(plan: Plan, subjects: dict[str, Any], colours: dict[str, str]) -> None:
    zone_of = plan.zone_parks.drop_duplicates("park_id").set_index("park_id")["zone_id"]
    for park in plan.parks.itertuples():
        zone_id = zone_of.get(park.park_id)
        subjects[f"park:{park.park_id}"] |= {
            "colour": colours.get(zone_id),
            "unlocated": pd.isna(park.place_id),
            "uncertainty_m": None if pd.isna(park.uncertainty_m) else park.uncertainty_m,
            "links": _zone_link(zone_id),
        }


def _describe_projects(plan: Plan, subjects: dict[str, Any], colours: dict[str, str]) -> None:
    for project in plan.projects.itertuples():
        zone_id = None if pd.isna(project.zone_id) else project.zone_id
        subject = subjects[f"project:{project.project_id}"]
        subject |= {
            "colour": colours.get(zone_id or ""),
            "note": _project_link(project)["note"],
            "unlocated": pd.isna(project.place_id),
            "uncertainty_m": None if pd.isna(project.uncertainty_m) else project.uncertainty_m,
            "links": _zone_link(zone_id),
        }
        subject["search"] += f" {project.owner} {project.industry}".lower()
        if zone_id is None and project.geometry is not None:
            subject["links"] += _possible_zones(plan, project)


def _project_link(project: Any) -> dict[str, Any]:
    money = amount(project.investment_100m_yuan, "亿元") if not pd.isna(project.investment_100m_yuan) else NOTHING
    return {
        "key": f"project:{project.project_id}",
        "note": _both(Text(f"{project.owner} {money.zh}", f"{project.owner} {money.en}")),
    }


def _zone_link(zone_id: str | None) -> list[dict[str, Any]]:
    if zone_id is None:
        return []
    return [{"title": _both(Text("片区", "Zone")), "items": [{"key": f"zone:{zone_id}"}]}]


def _possible_zones(plan: Plan, project: Any) -> list[dict[str, Any]]:
    """Zones whose outline a project outside all zones may still lie in, given how uncertain its place is."""
    near = [
        {"key": f"zone:{zone.zone_id}"}
        for zone in plan.zones.itertuples()
        if zone.geometry is not None
        and relation(project.geometry, project.uncertainty_m, zone.geometry, str(plan.zones.crs)) != "outside"
    ]
    return (
        [{"title": _both(Text("可能所在片区（位置不确定）", "Zones it may lie in (place uncertain)")), "items": near}]
        if near
        else []
    )


def _zone_rows(plan: Plan, outcome: Outcome, colours: dict[str, str], frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """The zones as the list beside the map shows them."""
    largest = plan.zones["usable_area_km2"].max()
    rows = []
    for zone in frame.to_crs(WGS84).itertuples():
        key = f"zone:{zone.zone_id}"
        area = amount(zone.usable_area_km2, "平方公里")
        rows.append(
            {
                "key": key,
                "colour": colours[zone.zone_id],
                "short": _both(Text(_short(zone.name), zone.zone_id.title())),
                "area": _both(area),
                "share": zone.usable_area_km2 / largest,
                "project_count": zone.project_count,
                "flags": sum(finding.subject == key and finding.severity != "info" for finding in outcome.findings),
                "middle": _middle(zone.geometry),
            }
        )
    return rows


def _short(name: str) -> str:
    """A zone's name as it fits on the map: without the words that all zones share."""
    for ending in ("经济开发区核心区", "产业集聚区"):
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending) + ("核心区" if ending.endswith("核心区") else "")
    return name


def _middle(shape: Any) -> list[float] | None:
    """Middle of the largest circle inside an outline, as latitude and longitude."""
    if shape is None:
        return None
    middle = shapely.Point(shapely.maximum_inscribed_circle(shape, tolerance=1e-4).coords[0])
    return [round(middle.y, 6), round(middle.x, 6)]


def _overview(plan: Plan) -> list[dict[str, Any]]:
    """The figures above the list, each leading to where it comes from."""
    totals = summary.table(plan)
    unlocated = project_statistics.table(plan)["unlocated"]["project_count"]
    key = f"plan:{plan.name}"
    money = totals["investment_100m_yuan"]
    factor, unit = UNIT_EN["亿元"]
    figures = [
        (key, plain(f"{totals['usable_area_km2']:,.10g}"), Text("平方公里可利用面积", "km² of usable area")),
        (key, Text(f"{money:,.10g}", f"{money * factor:,.10g}"), Text("亿元计划总投资", f"{unit} of investment")),
        (
            key,
            plain(totals["projects"]),
            Text(f"个项目（{unlocated} 个未定位）", f"projects ({unlocated} without a place)"),
        ),
    ]
    land = plan.targets[plan.targets["measure_id"] == "low-efficiency-land"].dropna(subset=["target"])
    figures += [
        (
            f"target:{row.target_id}",
            plain(f"{row.target:,.10g}"),
            Text("亩低效用地盘活目标", "mu of low-efficiency land to recover"),
        )
        for row in land.head(1).itertuples()
    ]
    return [{"key": key, "number": _both(number), "unit": _both(unit)} for key, number, unit in figures]
