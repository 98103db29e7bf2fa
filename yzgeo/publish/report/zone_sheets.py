"""What the sheet of each zone holds: its map, facts, parks, industries, projects and land."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from yzgeo.checks.finding import Finding
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.values import json_value
from yzgeo.facts import cite
from yzgeo.facts.cite import Fact
from yzgeo.plan.inner_zones import in_zone, inner_note, zones_in
from yzgeo.plan.location_evidence import by_owner
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import is_plain, printed_area, printed_investment
from yzgeo.plan.project_zones import reaching_into
from yzgeo.publish.context import BuildContext
from yzgeo.publish.report import map_figures

SHOWN_ELSEWHERE = {
    "Leading industries",
    "Parks",
    "Industries in the paragraph",
    "Projects located here",
    "Projects across zones",
    "Outline",
}
"""Facts of a zone that its sheet tells in a table of their own."""
Row = dict[str, Any]


class Sheet(NamedTuple):
    """One zone for the template.

    `inner` says that its projects and land include those of the zones in it. `across` are projects with a place here and
    another elsewhere, which count apart. `by_owner` says which of its projects are placed by their owner alone; `land`
    is its row of the parcel ledger's sums, None where there is no ledger.
    """

    zone_id: str
    name: Text
    colour: str
    chart: map_figures.Map | None
    zone: Row
    facts: list[Fact]
    parks: list[Row]
    industries: list[Row]
    projects: list[Row]
    across: list[Row]
    inner: Text
    by_owner: Text
    land: Row | None
    findings: list[Finding]


def sheets(context: BuildContext, colours: dict[str, str], base: map_figures.BaseMap) -> list[Sheet]:
    """A sheet per zone, in the plan's order.

    >>> from yzgeo.core.palette import print_colours
    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> context = build_context(load("yinzhou"), "en")
    >>> colours = print_colours(context.plan.zones["zone_id"], context.plan.zones["kind"])
    >>> one = sheets(context, colours, map_figures.base_map(context.plan, context.frames, colours))[4]
    >>> print(one.name.en, f"has {len(one.projects)} projects, {len(one.parks)} parks, ledger: {one.land}")
    Dongwu Industrial Agglomeration Area has 2 projects, 4 parks, ledger: None
    """
    plan = context.plan
    rows = {row["zone_id"]: row for row in context.statistics["zones"]}
    ledger = {row["zone_id"]: row for row in context.statistics["land_recovery"]["by_zone"] or []}
    findings: dict[str, list[Finding]] = {}
    for finding in context.outcome.findings:
        for subject in finding.subjects:
            findings.setdefault(subject, []).append(finding)
    return [
        Sheet(
            zone_id=zone["zone_id"],
            name=bilingual(zone["name"], zone["name_en"]),
            colour=colours[zone["zone_id"]],
            chart=map_figures.around_zone(base, zone["zone_id"]),
            zone={**rows[zone["zone_id"]], "outline_uncertainty_m": json_value(zone["outline_uncertainty_m"])},
            facts=[
                fact
                for fact in cite.facts(plan, "zone", zone["zone_id"])
                if fact.label.en.partition(" (")[0] not in SHOWN_ELSEWHERE
            ],
            parks=_parks(plan, zone["zone_id"]),
            industries=_industries(plan, zone["zone_id"]),
            projects=project_rows(plan, plan.projects["zone_id"].isin(zones_in(plan)[zone["zone_id"]])),
            across=project_rows(plan, reaching_into(plan.projects, zones_in(plan)[zone["zone_id"]])),
            inner=inner_note(plan, zone["zone_id"]),
            by_owner=by_owner(in_zone(plan, plan.projects, zone["zone_id"])),
            land=ledger.get(zone["zone_id"]),
            findings=findings.get(f"zone:{zone['zone_id']}", []),
        )
        for zone in plan.zones.to_dict("records")
    ]


def project_rows(plan: Plan, chosen: pd.Series) -> list[Row]:
    """Some projects as the report's tables show them; missing values are None.

    `investment_told` and `site_told` are as printed where a number in 亿元 or mu does not tell all of it, else None.
    """
    return [
        {
            **{name: json_value(value) for name, value in row._asdict().items() if name != "geometry"},
            "investment_told": None if is_plain(row) else printed_investment(row),
            "site_told": None if pd.isna(row.site_area_qualifier) else printed_area(row, "site_area"),
        }
        for row in plan.projects[chosen].itertuples(index=False)
    ]


def _parks(plan: Plan, zone_id: str) -> list[Row]:
    """The zone's parks, each once, with where it is listed: of text and table the clauses."""
    listed = plan.zone_parks[plan.zone_parks["zone_id"] == zone_id].sort_values("seq", kind="stable")
    parks = plan.parks.set_index("park_id")
    places = {
        key: bilingual(zh, en) for key, zh, en in plan.places[["place_id", "name", "name_en"]].itertuples(index=False)
    }
    rows = []
    for park_id, listings in listed.groupby("park_id", sort=False):
        park = parks.loc[park_id]
        rows.append(
            {
                "name": bilingual(park["name"], park["name_en"]),
                "listed_in": "both" if listings["listed_in"].nunique() > 1 else listings["listed_in"].iloc[0],
                "place": places.get(park["place_id"]),
                "stand_in": park["place_basis"] == "stand_in",
                "uncertainty_m": json_value(park["uncertainty_m"]),
                "sources": tuple(dict.fromkeys(listings["source"])),
            }
        )
    return rows


def _industries(plan: Plan, zone_id: str) -> list[Row]:
    """The industries named for the zone, each once; `leading` is what the text's line or the table lists."""
    listed = plan.zone_industries[plan.zone_industries["zone_id"] == zone_id].sort_values("seq", kind="stable")
    industries = plan.industries.set_index("industry_id")
    return [
        {
            "name": bilingual(industries["name"][industry_id], industries["name_en"][industry_id]),
            "leading": bool(places["listed_in"].isin(["text", "table"]).any()),
            "sources": {place: tuple(dict.fromkeys(rows["source"])) for place, rows in places.groupby("listed_in")},
        }
        for industry_id, places in listed.groupby("industry_id", sort=False)
    ]
