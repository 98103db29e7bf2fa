"""What the views of the page compare: industries over zones, projects by class, land against its target."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from yzgeo.checks.finding import Finding, Outcome, joined
from yzgeo.checks.listing import MOST_LISTED
from yzgeo.core import formula_injection, labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.unit_grammar import convert
from yzgeo.core.units import english
from yzgeo.core.values import json_value, known_total
from yzgeo.core.version import __version__
from yzgeo.facts import cite
from yzgeo.facts.cite import parts
from yzgeo.plan import attribution, listings, missing_places
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO
from yzgeo.plan.location_evidence import BY_OWNER
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import beside_sum, is_foreign, is_plain, printed_investment, remark
from yzgeo.plan.project_sums import NEW_LAND, known_sum, sums_by_zone
from yzgeo.plan.project_zones import across_zones, outside_zones, zones_of
from yzgeo.publish.page.reading import misprint_span
from yzgeo.publish.page.subjects import LISTED, both
from yzgeo.spatial.crs import WGS84
from yzgeo.spatial.geojson import features
from yzgeo.spatial.zone_tree import ancestors
from yzgeo.stats.recovery import PACE, recovered_later, recovery_target
from yzgeo.stats.subjects.floor_area_ratio import asked_ratio

DOWNLOADED = ("zone", "park", "project")
NO_LICENCE = "other-"
"""How Frictionless names what is no known licence; its title says what it is."""


def industries(plan: Plan) -> list[dict[str, Any]]:
    """Leading industries, those of most zones first, with the zones that text and table list them for.

    >>> from yzgeo.plan.load import load
    >>> first = industries(load("yinzhou"))[0]
    >>> print(first["key"], [zone["zone_id"] for zone in first["zones"]])
    industry:electronic-information ['mingzhou', 'panhuo', 'longxi']
    """
    rows = plan.zone_industries[plan.zone_industries["listed_in"].isin(LISTED)]
    leading = [
        {
            "key": f"industry:{industry_id}",
            "zones": [
                {"zone_id": zone_id, "text": "text" in set(places), "table": "table" in set(places)}
                for zone_id, places in listed.groupby("zone_id", sort=False)["listed_in"]
            ],
        }
        for industry_id, listed in rows.groupby("industry_id", sort=False)
    ]
    return sorted(leading, key=lambda industry: -len(industry["zones"]))


def figures(plan: Plan) -> list[dict[str, Any]]:
    """Figures of the prose, as they are searched for: what is measured and when, what is printed, in which clause.

    Those from outside the plan's words are left out: there is nothing to read.

    >>> from yzgeo.plan.load import load
    >>> first = figures(load("yinzhou"))[1]
    >>> print(first["name"]["zh"], first["value"]["zh"], first["clause"])
    规上工业企业（2020） 1,114 家 一（一）1
    """
    clauses = set(plan.clauses["clause"])
    figures = []
    for row in plan.figures.itertuples():
        clause = next((one for one in parts(row.source) if one in clauses), None)
        if clause is None:
            continue
        fact = cite.facts(plan, "figure", row.figure_id)[0]
        also = [word for word in (row.noun, row.item) if isinstance(word, str)]
        figures.append({"name": both(fact.label), "value": both(fact.value), "also": also, "clause": clause})
    return figures


def classes(plan: Plan) -> list[dict[str, Any]]:
    """Classes of projects as printed, those of most investment first."""
    groups = [
        {
            "name": name,
            "investment": known_total(rows["investment_100m_yuan"]),
            "beside": both(
                remark({"investment_100m_yuan": known_total(rows["investment_100m_yuan"]), **beside_sum(rows)})
            ),
            "count": len(rows),
        }
        for name, rows in plan.projects.fillna({"industry": listings.OTHER.zh}).groupby("industry", sort=False)
    ]
    ranked = sorted(groups, key=lambda group: (group["name"] == listings.OTHER.zh, -(group["investment"] or 0)))
    return [{**group, "name": both(listings.class_name(plan, group["name"]))} for group in ranked]


def projects(plan: Plan) -> list[dict[str, Any]]:
    """All projects, those of most investment first; `zone_ids` are the zones of its places, with those around."""
    ranked = plan.projects.sort_values("investment_100m_yuan", ascending=False, kind="stable", na_position="last")
    above = ancestors(plan.zones)
    towns = towns_of(plan)
    return [
        {
            "key": f"project:{project.project_id}",
            "owner": json_value(project.owner),
            "class": listings.OTHER.zh if pd.isna(project.industry) else project.industry,
            "list": json_value(project.list),
            "investment": json_value(project.investment_100m_yuan),
            "printed": None if is_plain(project) or pd.isna(project.investment) else both(printed_investment(project)),
            "foreign": json_value(project.investment_unit) if foreign else None,
            "foreign_value": json_value(project.investment) if foreign else None,
            "is_range": not pd.isna(project.investment_to),
            "site_mu": json_value(project.site_mu),
            "new_land_mu": json_value(project.new_land_mu),
            "ratio": json_value(project.floor_area_ratio),
            "reuses_land": not pd.isna(project.land_reuse),
            "zone_id": json_value(project.zone_id),
            "zone_ids": list(dict.fromkeys(outer for zone in zones_of(project) for outer in (zone, *above[zone]))),
            "located": project.geometry is not None,
            "weak": project.location_evidence in BY_OWNER,
            "evidence": json_value(project.location_evidence),
            "places": places_of(project),
            "towns": list(dict.fromkeys(towns[place] for place in places_of(project) if place in towns)),
            "sources": parts(project.source),
        }
        for project, foreign in zip(ranked.itertuples(), is_foreign(ranked), strict=True)
    ]


def places_of(thing: Any) -> list[str]:
    """The ids of the places of a project or park; a row of the plan, by attribute."""
    return thing.place_id.split("、") if isinstance(thing.place_id, str) else []


def towns_of(plan: Plan) -> dict[str, str]:
    """The town or subdistrict that each place is or lies in, by ids; places of which none is known are left out.

    >>> from yzgeo.plan.load import load
    >>> towns = towns_of(load("yinzhou"))
    >>> print(towns["jiangshan"], towns["maoshan"])
    jiangshan jiangshan
    """
    towns = missing_places.towns(plan)
    return {
        place.place_id: place.place_id if place.place_id in towns else place.town_id
        for place in plan.places.itertuples()
        if place.place_id in towns or isinstance(place.town_id, str)
    }


def place_names(plan: Plan) -> dict[str, dict[str, str]]:
    """The names of the places where projects and parks are, and of the towns that these lie in."""
    used = {place for thing in (*plan.projects.itertuples(), *plan.parks.itertuples()) for place in places_of(thing)}
    used |= {town for place, town in towns_of(plan).items() if place in used}
    named = plan.places[plan.places["place_id"].isin(used)]
    return {place.place_id: both(bilingual(place.name, place.name_en)) for place in named.itertuples()}


def ratio(plan: Plan) -> dict[str, Any]:
    """The least floor area ratio that the plan asks for, None where it asks for none, and the rule that checks it."""
    return {"asked": asked_ratio(plan), "rule": FLOOR_AREA_RATIO}


def currencies(plan: Plan) -> dict[str, dict[str, Any]]:
    """The units of the foreign money of projects: how a number of each is told in English, and what it is in the first."""
    units = plan.projects.loc[is_foreign(plan.projects), "investment_unit"].unique()
    told = {}
    for unit in units:
        words = english(unit)
        first = next(one for one in units if convert(1, unit, one) is not None)
        told[unit] = {
            "scale": float(words.scale),
            "before": words.before,
            "after": words.after,
            "first": first,
            "in_first": convert(1, unit, first),
        }
    return told


def land(plan: Plan, recovery: dict[str, Any]) -> dict[str, Any]:
    """Usable area and new land wanted by zone, and land recovered against the target; `recovery` is the statistic.

    New land of a zone includes that of the zones in it; it is None where no project states any. That of projects across
    zones is apart.
    """
    whole = plan.projects
    target = recovery_target(plan)
    return {
        "zones": [
            {
                "zone_id": zone.zone_id,
                "usable_km2": json_value(zone.usable_area_km2),
                "new_land_mu": sums_by_zone(plan)[zone.zone_id][NEW_LAND],
            }
            for zone in plan.zones.itertuples()
        ],
        "new_land_mu": known_sum(whole, whole, NEW_LAND),
        "new_land_outside_mu": known_sum(whole[outside_zones(whole)], whole, NEW_LAND),
        "new_land_across_mu": known_sum(whole[across_zones(whole)], whole, NEW_LAND),
        "new_land_unlocated_mu": known_sum(whole[whole.geometry.isna()], whole, NEW_LAND),
        "target_key": None if target is None else f"target:{target.target_id}",
        **{
            name: recovery[name]
            for name in (
                "target_mu",
                "identified_in_plan_mu",
                "recovered_mu",
                "under_way_mu",
                "identified_mu",
                "as_of",
                *PACE,
                "by_year",
            )
        },
        "later": recovered_later(plan),
        "start_on": None if target is None else target.start.isoformat(),
        "invented_note": recovery.get("invented_note"),
        "identified_keys": [f"project:{row['project_id']}" for row in recovery["identified_in_plan"]],
        "silent_keys": [f"project:{row['project_id']}" for row in recovery["identified_without_figure"]],
        "by_zone": [
            {name: row[name] for name in ("zone_id", "recovered_mu", "under_way_mu", "identified_mu")}
            for row in recovery["by_zone"] or []
        ],
    }


MOST_FINDINGS = 300
"""So many of one rule stand in the page: a large ledger may have a hundred thousand, which a file beside it holds."""


def reported(outcome: Outcome) -> list[Finding]:
    """The findings that stand in the page, the first of each rule."""
    count: Counter[str] = Counter()
    shown = []
    for finding in outcome.findings:
        count[finding.rule] += 1
        if count[finding.rule] <= MOST_FINDINGS:
            shown.append(finding)
    return shown


def zones_of_subjects(plan: Plan) -> dict[str, list[str]]:
    """By key of a zone, or of what lies in it or aims at it: the zone, with those around it.

    >>> from yzgeo.plan.load import load
    >>> zones = zones_of_subjects(load("yinzhou"))
    >>> print(zones["zone:dongwu"], zones["project:a2-01"])
    ['dongwu'] ['dongwu']
    """
    above = ancestors(plan.zones)
    inside = {f"zone:{zone_id}": [zone_id] for zone_id in plan.zones["zone_id"]}
    inside |= {f"project:{project.project_id}": zones_of(project) for project in plan.projects.itertuples()}
    for park_id, listed in plan.zone_parks.groupby("park_id", sort=False):
        inside[f"park:{park_id}"] = list(listed["zone_id"].unique())
    for target in plan.targets.itertuples():
        kind, _, zone_id = str(target.scope).partition(":")
        if kind == "zone" and zone_id in above:
            inside[f"target:{target.target_id}"] = [zone_id]
    return {
        key: list(dict.fromkeys(outer for zone in zone_ids for outer in (zone, *above[zone])))
        for key, zone_ids in inside.items()
    }


def rules(plan: Plan, outcome: Outcome) -> list[dict[str, Any]]:
    """Every rule, the gravest first, with its clauses, how it came out, why where that needs saying, how much it found.

    `flagged` are the findings that are more than information, `untold` those that do not stand in the page, `in_table`
    whether the listing beside it leaves some out too, which only the table of all holds.
    """
    counts = Counter(finding.rule for finding in outcome.findings)
    flagged = Counter(finding.rule for finding in outcome.at_least("warning"))
    return [
        {
            "rule": state.rule,
            "title": both(state.title),
            "status": state.status,
            "reason": both(joined([text for text in (state.reason, state.excused) if text.zh])),
            "count": counts[state.rule],
            "flagged": flagged[state.rule],
            "untold": max(0, counts[state.rule] - MOST_FINDINGS),
            "in_table": counts[state.rule] > MOST_LISTED,
            "clauses": parts(state.clause),
        }
        for state in outcome.gravest_first()
    ]


def gaps(outcome: Outcome) -> list[dict[str, Any]]:
    """What the data at hand lack, as the page tells it beside the findings."""
    return [{"message": both(gap.message), "remedy": both(gap.remedy)} for gap in outcome.gaps]


def proofreading(plan: Plan, outcome: Outcome) -> list[dict[str, Any]]:
    """Suspected misprints, as the page tells them beside the findings."""
    return [
        {
            "clause": one.clause,
            "span": misprint_span(plan, one),
            "place": both(plan.place(one.clause)),
            "printed": one.printed,
            "suspected": one.suspected,
            "reason": both(one.reason),
        }
        for one in outcome.proofreading
    ]


def downloads(plan: Plan, frames: dict[str, Any], statistics: dict[str, Any]) -> dict[str, Any]:
    """What the reader can take along: rows by key, also of what has no place; names of columns and coded values."""
    rows: dict[str, dict[str, Any]] = {}
    for kind in DOWNLOADED:
        frame = frames[f"{kind}s"]
        for feature in features(frame.set_geometry(frame.geometry.to_crs(WGS84))):
            rows[f"{kind}:{feature['properties'][f'{kind}_id']}"] = feature["properties"]
    tables: dict[str, list[dict[str, Any]]] = {
        "target": statistics["targets"],
        "cluster": plan.clusters.to_dict("records"),
        "industry": plan.industries.to_dict("records"),
    }
    for kind, table in tables.items():
        for row in table:
            reported = {name: json_value(value) for name, value in row.items() if name != "industry_id"}
            rows[f"{kind}:{row[f'{kind}_id']}"] = reported
    rows[f"plan:{plan.name}"] = statistics["summary"]
    columns = {
        column: {"zh": labels.column(column, "zh"), "en": labels.column(column, "en")}
        for row in rows.values()
        for column in row
    }
    words = {zone.zone_id: both(bilingual(zone.name, zone.name_en)) for zone in plan.zones.itertuples()}
    words |= {code: both(text) for code, text in labels.VALUES.items()}
    words |= {"true": both(labels.YES), "false": both(labels.NO)}
    return {
        "rows": rows,
        "columns": columns,
        "order": list(columns),
        "words": words,
        "formula": formula_injection.START,
    }


def sources(plan: Plan) -> dict[str, Any]:
    """Where everything comes from: version of plan and of yzgeo, sources and licences of the plan folder."""
    particulars = plan.particulars
    return {
        "plan_version": particulars.get("version") or particulars.get("issued") or "",
        "yzgeo": __version__,
        "sources": [both(words) for words in attribution.sources(plan)],
        "attributions": [both(words) for words in attribution.attributions(plan)],
        "boundary": both(attribution.boundary(plan)),
        "licences": [_licence(row) for row in particulars.get("licenses") or []],
        "unlocated_projects": int(plan.projects.geometry.isna().sum()),
        "unlocated_parks": int(plan.parks.geometry.isna().sum()),
    }


def _licence(licence: dict[str, Any]) -> dict[str, str]:
    name = str(licence.get("name") or "")
    return {"title": str(licence.get("title") or name), "name": "" if name.startswith(NO_LICENCE) else name}


def listed(plan: Plan, zone_id: str) -> Text:
    """A zone's leading industries in one line, for its label on the map."""
    names = listings.industries(plan, zone_id, "text") or listings.industries(plan, zone_id, "table")
    english = plan.industries.set_index("name")["name_en"]
    return Text("、".join(names), ", ".join(bilingual(name, english.get(name)).en for name in names))
