"""What the page's scripts read: every subject with its facts, tables and findings, and the views, in both languages."""

from __future__ import annotations

from collections import Counter
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.checks.finding import Finding, Misprint, Outcome
from yzgeo.checks.passages import CELL
from yzgeo.checks.proofreading import with_sic
from yzgeo.core import labels, plugins
from yzgeo.core.i18n import NOTHING, Text, bilingual, plain
from yzgeo.core.palette import ON_DARK, QUIET, TEXT_SHADES, TEXT_SHADES_ON_DARK, goes_by_kind, zone_colours
from yzgeo.core.units import M2_PER_MU, english, invested
from yzgeo.core.values import json_value
from yzgeo.facts import cite
from yzgeo.facts.cite import parts
from yzgeo.plan.areas import areas_by_kind, printed_area, schematic_basis, states_kinds, sum_in_words, sum_note
from yzgeo.plan.extent import extent
from yzgeo.plan.inner_zones import inner_note, zones_by_kind
from yzgeo.plan.location_evidence import in_brackets
from yzgeo.plan.missing import missing
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import remark
from yzgeo.plan.project_zones import ACROSS, across_zones
from yzgeo.plan.public_edition import DECIMALS, MARK
from yzgeo.publish.context import BuildContext, drawn_layers
from yzgeo.publish.page import reading, views
from yzgeo.publish.page.ground import page_ground
from yzgeo.publish.page.pinyin import syllables
from yzgeo.publish.page.scenarios import scenarios
from yzgeo.publish.page.sites import sites
from yzgeo.publish.page.subjects import KINDS, both, subjects
from yzgeo.publish.page.zone_measures import measures
from yzgeo.publish.page.zone_names import zone_names
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import WGS84
from yzgeo.spatial.zone_tree import ancestors
from yzgeo.stats.recovery import recovery_target, warning

MIDDLE_DECIMALS = 6
ALMOST = 0.95
"""How much of the largest circle fits around the centroid where that serves as well: in a long outline many do."""


def page_data(context: BuildContext) -> dict[str, Any]:
    """Everything that the page's scripts read, as JSON-able values; texts are in both languages."""
    plan, outcome, statistics, frames = context.plan, context.outcome, context.statistics, context.frames
    colours = zone_colours(plan.zones["zone_id"], plan.zones["kind"])
    by_key, order = subjects(plan, colours, statistics["land_recovery"])
    west, south, east, north = extent(plan)
    byline = plan.byline()
    zones_of = views.zones_of_subjects(plan)
    marks = [*([MARK] if plan.edition == "public" else []), *([warning(plan)] if warning(plan).zh else [])]
    flags = _flags(outcome)
    return {
        "lang": context.lang,
        "title": both(Text(plan.title("zh"), plan.title("en"))),
        "subtitle": both(
            Text(
                "".join(f"{mark.zh}　" for mark in marks) + byline.zh,
                "".join(f"{mark.en} · " for mark in marks) + byline.en,
            ),
        ),
        "bounds": [[south, west], [north, east]],
        "schematic": both(schematic_basis(plan.zones)),
        "bases": sorted(set(plan.zones["outline_basis"].dropna())),
        "kinds": {kind: both(plugins.load(cite.PACKAGE, kind).TITLE) for kind in KINDS},
        "layers": {name: both(layer.TITLE) for name, layer in drawn_layers(frames).items()},
        "severities": {name: both(labels.VALUES[name]) for name in ("error", "warning", "info")},
        "statuses": {name: both(labels.VALUES[name]) for name in ("passed", "found", "not_checked", "skipped")},
        "clauses": {
            row.clause: {
                "en": bilingual(row.clause, row.label_en).en,
                "heading": "" if pd.isna(row.heading) else row.heading,
                "text": row.text,
                **reading.make_up(plan)[row.clause],
            }
            for row in plan.clauses.itertuples()
        },
        "on_dark": ON_DARK,
        "text_shades": {"light": TEXT_SHADES, "dark": TEXT_SHADES_ON_DARK},
        "places": [
            {
                "name": both(bilingual(row.name_zh, row.name_en)),
                "lon": row.lon,
                "lat": row.lat,
                "uncertainty_m": row.uncertainty_m,
            }
            for row in plan.places[plan.places["kind"] != "village"].rename(columns={"name": "name_zh"}).itertuples()
        ],
        "ground": page_ground(plan),
        "spelled": _spelled(plan),
        "figures": views.figures(plan),
        "subjects": by_key,
        "order": order,
        "zones": _zone_rows(plan, colours, frames["zones"]),
        "zone_kinds": _zone_kinds(plan, colours),
        "sites": sites(plan),
        "flags": flags,
        "missing": [both(gap) for gap in missing(plan)],
        "measures": measures(plan, statistics["land_recovery"]),
        "overview": _overview(plan, statistics),
        "industries": views.industries(plan),
        "classes": views.classes(plan),
        "projects": views.projects(plan),
        "place_names": views.place_names(plan),
        "ratio": views.ratio(plan),
        "land": views.land(plan, statistics["land_recovery"]),
        "scenarios": scenarios(plan, context.scenarios),
        "rules": views.rules(plan, outcome),
        "findings": [_finding(plan, finding, zones_of, outcome.proofreading) for finding in views.reported(outcome)],
        "gaps": views.gaps(outcome),
        "proofreading": views.proofreading(plan, outcome),
        "clause_order": list(plan.clauses["clause"]),
        "cell": CELL,
        "severity_counts": dict(Counter(finding.severity for finding in outcome.findings)),
        "parcels": {"count": len(plan.parcels)} if len(plan.parcels) else None,
        "units": {
            "m2_per_mu": M2_PER_MU,
            "m_yuan_per_100m": float(english("亿元").scale),
            "currencies": views.currencies(plan),
        },
        "downloads": views.downloads(plan, frames, statistics),
        "sources": views.sources(plan),
    }


def _spelled(plan: Plan) -> dict[str, str]:
    """The Chinese names of places and of the towns on the ground, in syllables, as they are searched for."""
    names = [*plan.places["name"], *(plan.ground["towns"]["name"] if "towns" in plan.ground else [])]
    return {name: syllables(name) for name in dict.fromkeys(names) if isinstance(name, str) and not name.isascii()}


def _finding(plan: Plan, finding: Finding, zones_of: dict[str, list[str]], misprints: list[Misprint]) -> dict[str, Any]:
    places = reading.places(plan, finding)
    return {
        "rule": finding.rule,
        "key": finding.key,
        "severity": finding.severity,
        "subject": finding.subject,
        "subjects": list(finding.subjects),
        "zone_ids": list(dict.fromkeys(zone for key in finding.subjects for zone in zones_of.get(key, []))),
        "message": both(with_sic(finding.message, misprints)),
        "reading": both(NOTHING if finding.reading.zh in finding.message.zh else finding.reading),
        "remedy": both(finding.remedy),
        "clauses": parts(finding.clause),
        "places": [
            {"clause": one["clause"], "spans": reading.in_utf16(reading.texts(plan)[one["clause"]], one["spans"])}
            for one in places
        ],
        "compared": reading.compared(plan, finding, places),
    }


def _zone_kinds(plan: Plan, colours: dict[str, str]) -> list[dict[str, Any]]:
    """The kinds of zones with their colours, where zones are too many to have one each; those of the quiet colour last."""
    if not goes_by_kind(len(plan.zones)):
        return []
    by_kind: dict[str, list[str]] = {}
    for zone in plan.zones.itertuples():
        by_kind.setdefault(colours[zone.zone_id], []).append("" if pd.isna(zone.kind) else zone.kind)
    ranked = sorted(by_kind.items(), key=lambda item: item[0] == QUIET)
    return [
        {"colour": colour, "name": both(_names([labels.word(kind) for kind in dict.fromkeys(kinds) if kind]))}
        for colour, kinds in ranked
    ]


def _names(words: list[Text]) -> Text:
    if not words:
        return Text("片区", "zones")
    return Text("、".join(word.zh for word in words), ", ".join(word.en for word in words))


def _flags(outcome: Outcome) -> dict[str, int]:
    """By subject how many findings are more than information: the one count of list, map and panel."""
    return dict(Counter(key for finding in outcome.at_least("warning") for key in dict.fromkeys(finding.subjects)))


def _seeds(plan: Plan) -> dict[str, list[list[float]]]:
    """By zone the places that it is formed of, each once: latitude, longitude, uncertainty in metres."""
    places = plan.places.set_index("place_id")
    rows: dict[str, list[list[float]]] = {}
    for row in plan.zone_places.drop_duplicates(["zone_id", "place_id"]).itertuples():
        place = places.loc[row.place_id]
        seed = [round(place.geometry.y, 6), round(place.geometry.x, 6), float(place["uncertainty_m"])]
        rows.setdefault(row.zone_id, []).append(seed)
    return rows


def _zone_rows(plan: Plan, colours: dict[str, str], frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """The zones as the list beside the map shows them."""
    compared = next((areas.zone_ids for areas in areas_by_kind(plan)), [])  # of areas of one kind alone
    largest = plan.zones.loc[plan.zones["zone_id"].isin(compared), "area_km2"].max()
    areas, names = plan.zones.set_index("zone_id"), zone_names(plan)
    drawn = dict(zip(frame["zone_id"], ellipsoidal_m2(frame.geometry), strict=True))
    by_size = sorted(drawn, key=lambda zone_id: -drawn[zone_id])
    above = ancestors(plan.zones)
    seeds = _seeds(plan)
    rows = []
    for zone in frame.to_crs(WGS84).itertuples():
        key = f"zone:{zone.zone_id}"
        own = areas.loc[zone.zone_id]
        area = _with_kind(own) if states_kinds(plan) else printed_area(own)
        rows.append(
            {
                "key": key,
                "zone_id": zone.zone_id,
                "depth": len(above[zone.zone_id]),
                "colour": colours[zone.zone_id],
                "short": both(names[zone.zone_id].short),
                "shortest": both(names[zone.zone_id].shortest),
                "leading": both(views.listed(plan, zone.zone_id)),
                "area": both(area),
                "area_short": both(_without_unit(area)),
                "share": json_value(own["area_km2"] / largest) if zone.zone_id in compared else None,
                "rank": by_size.index(zone.zone_id),
                "project_count": zone.project_count,
                "inner": both(inner_note(plan, zone.zone_id)),
                "basis": json_value(own["outline_basis"]),
                "uncertainty_m": json_value(own["outline_uncertainty_m"]),
                "seeds": seeds.get(zone.zone_id, []),
                "middle": _middle(zone.geometry, DECIMALS if plan.edition == "public" else MIDDLE_DECIMALS),
            }
        )
    return rows


def _with_kind(zone: pd.Series) -> Text:
    """The area of a zone as printed, behind what it is an area of; empty where the plan prints none."""
    printed, kind = printed_area(zone), labels.area(zone["area_kind"])
    return Text(f"{kind.zh} {printed.zh}", f"{kind.en} {printed.en}") if printed.zh else NOTHING


def _without_unit(area: Text) -> Text:
    """An area as a column of square kilometres shows it: another unit stays."""
    return Text(area.zh.removesuffix("平方公里").rstrip(), area.en.removesuffix("km²").rstrip())


def _middle(shape: Any, decimals: int) -> list[float] | None:
    """Middle of the largest circle inside an outline, as latitude and longitude; of several such the one in its middle."""
    if shape is None:
        return None
    radius = shapely.maximum_inscribed_circle(shape, tolerance=1e-4)
    middle = shapely.centroid(shape)
    if not shape.contains(middle) or shape.boundary.distance(middle) < ALMOST * radius.length:
        middle = shapely.Point(radius.coords[0])
    return [round(middle.y, decimals), round(middle.x, decimals)]


def _overview(plan: Plan, statistics: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures above the list, each leading to where it comes from."""
    totals = statistics["summary"]
    unlocated = statistics["projects"]["unlocated"]["project_count"]
    key = f"plan:{plan.name}"
    money = totals["investment_100m_yuan"]
    unit = english("亿元")
    figures: list[tuple[str, str, Text, Text]] = []
    for areas in areas_by_kind(plan):
        note = in_brackets(sum_note(areas))
        words = Text(f"平方公里{areas.kind.zh}{note.zh}", f"km² of {areas.kind.en.lower()}{note.en}")
        figures.append(("area", key, sum_in_words(areas), words))
    if not figures and len(plan.zones):
        figures += [("zones", key, plain(count), words) for count, words in zones_by_kind(plan)]
    if len(plan.projects):
        if money is not None:
            number, unit_zh = invested(money).zh.split(" ")
            note = in_brackets(remark(totals))
            words = Text(f"{unit_zh}计划总投资{note.zh}", f"{unit.after} of investment{note.en}")
            figures.append(("investment", key, Text(number, f"{money * float(unit.scale):,.10g}"), words))
        several = int(across_zones(plan.projects).sum())
        across = Text(f"，{several} 个{ACROSS.zh}", f", {several} {ACROSS.en}") if several else NOTHING
        words = Text(f"个项目（{unlocated} 个未定位{across.zh}）", f"projects ({unlocated} without a place{across.en})")
        figures.append(("projects", key, plain(totals["projects"]), words))
    land = recovery_target(plan)
    if land is not None:
        wanted = Text("亩低效用地盘活目标", "mu of low-efficiency land to recover")
        figures.append(("land", f"target:{land.target_id}", plain(f"{land.mu:,.10g}"), wanted))
    return [
        {"topic": topic, "key": key, "number": both(number), "unit": both(unit)} for topic, key, number, unit in figures
    ]
