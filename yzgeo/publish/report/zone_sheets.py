"""What the page of each zone holds: its map, facts, parks, industries, projects, land and findings."""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.checks.finding import Finding
from yzgeo.core import labels
from yzgeo.core.i18n import LANGS, Lang, Text, bilingual, counted
from yzgeo.core.units import invested
from yzgeo.core.values import json_value, known_total
from yzgeo.facts import cite
from yzgeo.facts.cite import Fact
from yzgeo.plan.inner_zones import in_zone, inner_note, zones_in
from yzgeo.plan.location_evidence import by_owner
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import is_plain, printed_area, printed_investment
from yzgeo.plan.project_zones import reaching_into
from yzgeo.publish.context import BuildContext
from yzgeo.publish.report import citing, maps
from yzgeo.publish.report.zone_room import findings_that_fit

LISTED = ("text", "table")
LISTINGS = Text("重点园区", "Parks"), Text("主导产业", "Leading industries")
"""What the listings of a zone are called, in their order."""
LAND_FACT = (
    Text("低效用地", "Low-efficiency land"),
    Text(
        "已盘活 0,000.0 亩，进行中 0,000.0 亩，认定 0,000.0 亩",
        "recovered 0,000.0 mu; under way 0,000.0 mu; identified 0,000.0 mu",
    ),
    (),
)
"""What the fact on recovered land takes at most."""
SHOWN_ELSEWHERE = {
    "Leading industries",
    "Parks",
    "Projects located here",
    "Projects across zones",
    "Outline",
    "Kind",
}
"""Facts of a zone that its page tells elsewhere or in other words."""
Row = dict[str, Any]


class Listing(NamedTuple):
    """What text and table list for a zone: `both` of them, or one alone; `sources` are the clauses."""

    both: list[Text]
    text_alone: list[Text]
    table_alone: list[Text]
    sources: tuple[str, ...]


class Place(NamedTuple):
    """The projects of a zone at one place: None is for those at several places.

    `money` is 亿元, None where no project states an amount that can be added.
    """

    name: Text | None
    projects: list[Row]
    money: float | None


class Sheet(NamedTuple):
    """One zone for the template.

    `inner` says that its projects and land include those of the zones in it. `across` are projects with a place here and
    another elsewhere, which count apart. `by_owner` says which of its projects are placed by their owner alone; `land`
    is its row of the parcel ledger's sums, None where there is no ledger. `findings` are those of the zone, of its
    projects and of its parks, of which the first `told` fit the page in a language; `highest` is the largest
    investment of a project, for bars.
    """

    zone_id: str
    name: Text
    colour: str
    picture: maps.Picture | None
    zone: Row
    facts: list[Fact]
    parks: Listing
    industries: Listing
    projects: list[Row]
    places: list[Place]
    across: list[Row]
    inner: Text
    by_owner: Text
    land: Row | None
    findings: list[Finding]
    told: dict[Lang, int]
    warnings: int
    hints: int
    highest: float
    lead: Text


def sheets(context: BuildContext, colours: dict[str, str]) -> list[Sheet]:
    """A sheet per zone, in the plan's order.

    >>> from yzgeo.core.palette import print_colours
    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> context = build_context(load("yinzhou"), "en")
    >>> colours = print_colours(context.plan.zones["zone_id"], context.plan.zones["kind"])
    >>> one = sheets(context, colours)[4]
    >>> print(one.name.en, f"has {len(one.projects)} projects, {len(one.parks.both)} parks in text and table")
    Dongwu Industrial Agglomeration Area has 2 projects, 2 parks in text and table
    """
    plan = context.plan
    rows = {row["zone_id"]: row for row in context.statistics["zones"]}
    ledger = {row["zone_id"]: row for row in context.statistics["land_recovery"]["by_zone"] or []}
    held, land = zones_in(plan), context.statistics["land_recovery"]
    cited = functools.partial(citing.references, clauses=citing.clauses(plan))
    findings: dict[str, list[int]] = {}
    for number, finding in enumerate(context.outcome.findings):
        for subject in finding.subjects:
            findings.setdefault(subject, []).append(number)
    named = {
        key: bilingual(zh, en) for key, zh, en in plan.places[["place_id", "name", "name_en"]].itertuples(index=False)
    }
    every = project_rows(plan, plan.projects["project_id"].notna())
    pages = []
    for zone in plan.zones.to_dict("records"):
        zone_id = zone["zone_id"]
        here = plan.projects["zone_id"].isin(held[zone_id]).to_numpy()
        reaching = reaching_into(plan.projects, held[zone_id]).to_numpy()
        projects = [row for row, is_here in zip(every, here, strict=True) if is_here]
        across = [row for row, is_here in zip(every, reaching, strict=True) if is_here]
        parks = plan.zone_parks.loc[plan.zone_parks["zone_id"] == zone_id, "park_id"].drop_duplicates()
        subjects = [
            f"zone:{zone_id}",
            *(f"project:{row['project_id']}" for row in projects),
            *(f"park:{one}" for one in parks),
        ]
        numbers = sorted({number for subject in subjects for number in findings.get(subject, ())})
        of_zone = [context.outcome.findings[number] for number in numbers]
        graver = sum(one.severity != "info" for one in of_zone)
        facts = [
            fact
            for fact in cite.facts(plan, "zone", zone_id)
            if fact.label.en.partition(" (")[0] not in SHOWN_ELSEWHERE
        ]
        listed = _listing(plan, "park", zone_id), _listing(plan, "industry", zone_id)
        beside = [
            *((fact.label, fact.value, fact.sources) for fact in facts),
            *((label, _in_words(one), one.sources) for label, one in zip(LISTINGS, listed, strict=True)),
            *([LAND_FACT] if land["target_mu"] is not None or ledger else []),
        ]
        places = _places(projects, named)
        pages.append(
            Sheet(
                zone_id=zone_id,
                name=bilingual(zone["name"], zone["name_en"]),
                colour=colours[zone_id],
                picture=maps.zone_pictures(context).get(zone_id),
                zone={**rows[zone_id], "outline_uncertainty_m": json_value(zone["outline_uncertainty_m"])},
                facts=facts,
                parks=listed[0],
                industries=listed[1],
                projects=projects,
                places=places,
                across=across,
                inner=inner_note(plan, zone_id),
                by_owner=by_owner(in_zone(plan, plan.projects, zone_id)),
                land=ledger.get(zone_id),
                findings=of_zone,
                told={
                    lang: findings_that_fit(of_zone, [*projects, *across], len(places), beside, cited, lang)
                    for lang in LANGS
                },
                warnings=graver,
                hints=len(of_zone) - graver,
                highest=max((row["investment_100m_yuan"] or 0.0 for row in [*projects, *across]), default=0.0),
                lead=_lead(context, zone, rows[zone_id], graver),
            )
        )
    return pages


def _lead(context: BuildContext, zone: Row, row: Row, graver: int) -> Text:
    """What matters of a zone in one line, by rule: its kind, its rank by area, its projects, what was found."""
    plan = context.plan
    zh, en = [], []
    if isinstance(zone["kind"], str):
        kind = labels.word(zone["kind"])
        zh.append(kind.zh)
        en.append(kind.en)
    alike = plan.zones[plan.zones["area_kind"] == zone["area_kind"]]["area_km2"]
    if len(plan.zones) > 2 and alike.notna().all() and len(alike) == len(plan.zones):
        for extreme, words in ((alike.max(), ("面积最大", "the largest")), (alike.min(), ("面积最小", "the smallest"))):
            if zone["area_km2"] == extreme and (alike == extreme).sum() == 1:
                zh.append(words[0])
                en.append(words[1])
    if len(plan.projects):
        count, money = row["project_count"], row["investment_100m_yuan"]
        if count:
            sum_zh = "投资均未载" if money is None else f"计划投资 {invested(money).zh}"
            sum_en = "amounts not stated" if money is None else invested(money).en
            zh.append(f"{count} 个项目，{sum_zh}")
            en.append(f"{counted(count, 'project')}, {sum_en}")
        else:
            zh.append("没有已知位于本区的项目")
            en.append("no project is known to lie here")
    if graver:
        zh.append(f"{graver} 条警告")
        en.append(counted(graver, "warning"))
    return Text("；".join(zh), "; ".join(en))


def _places(projects: list[Row], named: dict[str, Text]) -> list[Place]:
    """The projects by place, places and projects by investment, the largest first; those at several places last."""
    by_place: dict[str, list[Row]] = {}
    for row in projects:
        by_place.setdefault(row["place_id"] if row["place_id"] in named else "", []).append(row)
    places = []
    for place_id, rows in by_place.items():
        money = known_total(
            [float("nan") if row["investment_100m_yuan"] is None else row["investment_100m_yuan"] for row in rows]
        )
        ranked = sorted(rows, key=lambda row: -(row["investment_100m_yuan"] or 0.0))
        places.append(Place(named.get(place_id), ranked, money))
    return sorted(places, key=lambda place: (place.name is None, -(place.money or 0.0)))


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


def _in_words(listed: Listing) -> Text:
    """All names of a listing, about as long as it is printed."""
    names = [*listed.both, *listed.text_alone, *listed.table_alone]
    alone = "仅正文：仅表：", "text only: table only: "
    zh, en = alone if listed.text_alone or listed.table_alone else ("", "")
    return Text(zh + "、".join(one.zh for one in names), en + ", ".join(one.en for one in names))


def _listing(plan: Plan, kind: str, zone_id: str) -> Listing:
    """What the plan lists for a zone, each once, in the plan's order: `kind` is park or industry."""
    lists, named = (plan.zone_parks, plan.parks) if kind == "park" else (plan.zone_industries, plan.industries)
    listed = lists[(lists["zone_id"] == zone_id) & lists["listed_in"].isin(LISTED)].sort_values("seq", kind="stable")
    names = {key: bilingual(zh, en) for key, zh, en in named[[f"{kind}_id", "name", "name_en"]].itertuples(index=False)}
    places = {key: set(rows) for key, rows in listed.groupby(f"{kind}_id", sort=False)["listed_in"]}
    parts = [
        [names[key] for key, where in places.items() if where == alone and key in names]
        for alone in ({"text", "table"}, {"text"}, {"table"})
    ]
    if not lists["listed_in"].eq("table").any() or not lists["listed_in"].eq("text").any():
        parts = [[*parts[0], *parts[1], *parts[2]], [], []]  # a plan with one list has nothing to compare
    return Listing(parts[0], parts[1], parts[2], tuple(dict.fromkeys(listed["source"])))
