"""What zones are measured by, side by side: the panel of a zone and the comparison show the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text, plain
from yzgeo.core.units import M2_PER_MU, english
from yzgeo.core.values import known_total
from yzgeo.plan.areas import AreasOfKind, areas_by_kind, printed_area
from yzgeo.plan.inner_zones import in_zone, inner_note
from yzgeo.plan.location_evidence import by_owner
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import beside_sum, remark
from yzgeo.plan.project_sums import MONEY as MONEY_SUM
from yzgeo.plan.project_sums import NEW_LAND, SITE, sums_by_zone
from yzgeo.publish.page.subjects import both

KM2 = Text("平方公里", "km²")
MU = Text("亩", "mu")
MONEY = Text("亿元", english("亿元").after)
MU_PER_KM2 = 1e6 / M2_PER_MU
DERIVED = Text("推算", "derived")


class Part(NamedTuple):
    """A part of a value: `id` names it in the measure's legend."""

    id: str
    value: float


class Value(NamedTuple):
    """What is known of one zone.

    - `value`: for a bar; None where the plan states none
    - `figure`: the number as it is read, without its unit
    - `parts`: what the value is made of, where it can be told
    - `notes`: what stands beside it
    - `brief`: of that, what a comparison has room for; None for all of it
    - `sources`: clauses
    """

    value: float | None
    figure: Text
    parts: list[Part]
    notes: list[Text]
    sources: list[str]
    brief: list[Text] | None = None


class Measure(NamedTuple):
    """One row of the comparison: a value for each zone of which something is known.

    - `parts`: what parts of a value are called, by id, in their order
    - `is_derived`: the plan prints no such figure, it follows from two that it prints
    - `is_invented`: it comes from a made-up ledger
    """

    id: str
    title: Text
    unit: Text
    parts: dict[str, Text]
    is_derived: bool
    is_invented: bool
    by_zone: dict[str, Value]


def measures(plan: Plan, recovery: dict[str, Any]) -> list[dict[str, Any]]:
    """The measures of zones of which the plan, or the ledger, says anything, as the page's scripts read them.

    Parameters
    ----------
    recovery
        The statistic `land_recovery`.
    """
    located = {zone_id: in_zone(plan, plan.projects, zone_id) for zone_id in plan.zones["zone_id"]}
    measured = [_area(plan, areas) for areas in areas_by_kind(plan)]
    if len(plan.projects):
        measured += [
            _project_count(plan, located),
            _investment(plan, located),
            _site(plan, located),
            _new_land(plan, located),
        ]
        measured += [_per_km2(plan, areas, located) for areas in areas_by_kind(plan)[:1]]
    if recovery["by_zone"] is not None:
        measured.append(_recovered(recovery))
    if len(plan.parks):
        measured.append(_parks(plan))
    return [_as_json(measure) for measure in measured if any(one.value is not None for one in measure.by_zone.values())]


def _area(plan: Plan, areas: AreasOfKind) -> Measure:
    zones = plan.zones.set_index("zone_id").loc[areas.zone_ids]
    values = {}
    for zone_id, zone in zones.iterrows():
        printed, km2 = printed_area(zone), float(zone["area_km2"])
        figure = Text(printed.zh.removesuffix(KM2.zh).rstrip(), printed.en.removesuffix(KM2.en).rstrip())
        mu = Text(f"{km2 * MU_PER_KM2:,.10g} 亩", f"{km2 * MU_PER_KM2:,.10g} mu")
        notes = [mu]
        if not areas.inexact and not areas.missing:
            share = f"{km2 / areas.km2:.1%}"
            notes.append(Text(f"占各片区 {share}（推算）", f"{share} of all zones (derived)"))
        source = zone["source"] if pd.isna(zone["area_source"]) else zone["area_source"]
        values[str(zone_id)] = Value(km2, figure, [], notes, [source], [mu])
    return Measure(f"area_{areas.zone_ids[0]}", areas.kind, KM2, {}, False, False, values)


def _project_count(plan: Plan, located: dict[str, pd.DataFrame]) -> Measure:
    def value(zone_id: str, projects: pd.DataFrame) -> Value:
        parts = [Part(name, float(len(rows))) for name, rows in projects.groupby("list", sort=False)]
        parts = _in_order(parts, plan)
        beside = [inner_note(plan, zone_id), by_owner(projects)]
        notes = [_split(plan, parts, "g"), *beside]
        brief = [_bare_split(parts, "g"), *beside]
        return Value(float(len(projects)), plain(len(projects)), parts, notes, _sources(projects), brief)

    title = Text("已定位项目", "Projects located here")
    return Measure("projects", title, Text("项", "projects"), _lists(plan), False, False, _each(located, value))


def _investment(plan: Plan, located: dict[str, pd.DataFrame]) -> Measure:
    def value(zone_id: str, projects: pd.DataFrame) -> Value:
        money = sums_by_zone(plan)[zone_id][MONEY_SUM]
        sums = {name: known_total(rows[MONEY_SUM]) for name, rows in projects.groupby("list", sort=False)}
        parts = _in_order([Part(name, part) for name, part in sums.items() if part is not None], plan)
        beside = remark({MONEY_SUM: money, **beside_sum(projects)})
        notes = [_split(plan, parts, ".2f"), inner_note(plan, zone_id), by_owner(projects), beside]
        brief = [_bare_split(parts, ".2f"), beside]  # the rest stands beside the number of projects
        if projects.empty:
            notes = brief = []
        return Value(money, _money(money), parts, notes, _sources(projects), brief)

    title = Text("计划投资", "Planned investment")
    return Measure("investment", title, MONEY, _lists(plan), False, False, _each(located, value))


def _per_km2(plan: Plan, areas: AreasOfKind, located: dict[str, pd.DataFrame]) -> Measure:
    def value(zone_id: str, _projects: pd.DataFrame) -> Value:
        money = sums_by_zone(plan)[zone_id][MONEY_SUM]
        km2 = areas_km2.get(zone_id)
        if money is None or not km2:
            return Value(None, plain("—"), [], [], [])
        return Value(money / km2, _money(money / km2), [], [DERIVED], [], [])  # the measure says that it is derived

    areas_km2 = plan.zones.set_index("zone_id")["area_km2"].loc[areas.zone_ids].to_dict()
    title = Text("每平方公里投资", "Investment per km²")
    return Measure("investment_per_km2", title, MONEY, {}, True, False, _each(located, value))


def _site(plan: Plan, located: dict[str, pd.DataFrame]) -> Measure:
    return _land(plan, "site_land", Text("项目用地", "Land of projects"), SITE, located)


def _new_land(plan: Plan, located: dict[str, pd.DataFrame]) -> Measure:
    return _land(plan, "new_land", Text("新增用地", "New land"), NEW_LAND, located)


def _land(plan: Plan, name: str, title: Text, column: str, located: dict[str, pd.DataFrame]) -> Measure:
    def value(zone_id: str, projects: pd.DataFrame) -> Value:
        stating = projects[column].notna().sum()
        silent = len(projects) - stating
        land = sums_by_zone(plan)[zone_id][column]
        note = Text(f"{stating} 项载明，{silent} 项未载", f"{stating} state it, {silent} do not")
        sources = _sources(projects[projects[column].notna()])
        return Value(land, _area_figure(land), [], [note] if len(projects) else [], sources)

    return Measure(name, title, MU, {}, False, False, _each(located, value))


def _recovered(recovery: dict[str, Any]) -> Measure:
    values = {}
    for row in recovery["by_zone"]:
        if row["zone_id"] is None:
            continue
        parts = [Part(status, row[f"{status}_mu"]) for status in ("recovered", "under_way")]
        under_way = f"{row['under_way_mu']:,.2f}"
        note = Text(f"另进行中 {under_way} 亩", f"{under_way} mu more under way")
        values[row["zone_id"]] = Value(row["recovered_mu"], _area_figure(row["recovered_mu"]), parts, [note], [])
    words = {status: labels.VALUES[status] for status in ("recovered", "under_way")}
    invented = recovery.get("invented_note") is not None
    return Measure("recovery", Text("低效用地已盘活", "Land recovered"), MU, words, False, invented, values)


def _parks(plan: Plan) -> Measure:
    places = {
        "both": Text("两处皆列", "in both"),
        "text": Text("仅正文", "text only"),
        "table": Text("仅表", "table only"),
    }
    values = {}
    for zone_id in plan.zones["zone_id"]:
        here = plan.zone_parks[plan.zone_parks["zone_id"] == zone_id]
        listed = here.groupby("park_id")["listed_in"].agg(_listed_in)
        parts = [Part(place, float((listed == place).sum())) for place in places if (listed == place).any()]
        notes = [Text(f"{places[one.id].zh} {one.value:g}", f"{one.value:g} {places[one.id].en}") for one in parts]
        sources = list(dict.fromkeys(here["source"]))
        values[zone_id] = Value(
            float(len(listed)), plain(len(listed)), parts, notes, sources, [_bare_split(parts, "g")]
        )
    return Measure("parks", Text("重点园区", "Parks"), Text("个", "parks"), places, False, False, values)


def _listed_in(places: pd.Series) -> str:
    return "both" if places.nunique() > 1 else str(places.iloc[0])


def _each(located: dict[str, pd.DataFrame], value: Callable[[str, pd.DataFrame], Value]) -> dict[str, Value]:
    return {zone_id: value(zone_id, projects) for zone_id, projects in located.items()}


def _lists(plan: Plan) -> dict[str, Text]:
    return {name: labels.word(name) for name in plan.projects["list"].dropna().unique()}


def _in_order(parts: Iterable[Part], plan: Plan) -> list[Part]:
    order = list(_lists(plan))
    return sorted(parts, key=lambda part: order.index(part.id))


def _split(plan: Plan, parts: list[Part], form: str) -> Text:
    """Parts of a value in words, where there are several."""
    if len(parts) < 2:
        return NOTHING
    lists = _lists(plan)
    scale = float(english("亿元").scale) if form == ".2f" else 1
    zh = "＋".join(f"{lists[part.id].zh} {part.value:{form}}" for part in parts)
    en = " + ".join(f"{part.value * scale:,.10g} {lists[part.id].en}" for part in parts)
    return Text(zh, en)


def _bare_split(parts: list[Part], form: str) -> Text:
    """Parts of a value in figures alone, beside a bar whose patterns are named."""
    if len(parts) < 2:
        return NOTHING
    scale = float(english("亿元").scale) if form == ".2f" else 1
    zh = "＋".join(f"{part.value:{form}}" for part in parts)
    return Text(zh, " + ".join(f"{part.value * scale:,.10g}" for part in parts))


def _sources(projects: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(projects["source"]))


def _money(value: float | None) -> Text:
    if value is None:
        return plain("—")
    return Text(f"{value:,.2f}", f"{value * float(english('亿元').scale):,.0f}")


def _area_figure(mu: float | None) -> Text:
    return plain("—" if mu is None else f"{mu:,.2f}".removesuffix("00").removesuffix("."))


def _as_json(measure: Measure) -> dict[str, Any]:
    return {
        "id": measure.id,
        "title": both(measure.title),
        "unit": both(measure.unit),
        "parts": [{"id": name, "name": both(words)} for name, words in measure.parts.items()],
        "is_money": measure.unit == MONEY,
        "is_derived": measure.is_derived,
        "is_invented": measure.is_invented,
        "by_zone": {
            zone_id: {
                "value": one.value,
                "figure": both(one.figure),
                "parts": [part._asdict() for part in one.parts],
                "notes": [both(note) for note in one.notes if note.zh],
                "brief": [both(note) for note in (one.notes if one.brief is None else one.brief) if note.zh],
                "sources": one.sources,
            }
            for zone_id, one in measure.by_zone.items()
        },
    }
