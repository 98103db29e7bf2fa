"""A scenario as tables: what is chosen, each demand against what was reached, zones and years, what was assumed."""

from __future__ import annotations

from typing import Any

from yzgeo.core.i18n import Lang, Text, bilingual
from yzgeo.core.units import unit_in_words
from yzgeo.plan.model import Plan
from yzgeo.publish.scenario.figures import Figures, name_of
from yzgeo.stats.collect import Row, Table

STATES = {
    "optimal": Text("已证明", "proved"),
    "stopped": Text("中途停止，取当时最好的", "stopped; the best so far"),
    "infeasible": Text("无解", "nothing satisfies all demands"),
    "unknown": Text("未找到", "nothing found"),
}
GOALS = {
    "cost": Text("投入（万元）", "cost (CNY 10,000)"),
    "firms": Text("搬迁企业数", "firms moved"),
    "tax": Text("损失的现状年税收（万元）", "present yearly tax lost (CNY 10,000)"),
    "parcels": Text("地块数", "parcels"),
}

SUMS = {
    "parcels": Text("所选地块数", "parcels chosen"),
    "mu": Text("所选土地（亩）", "land chosen (mu)"),
    "cost": GOALS["cost"],
    "tax": GOALS["tax"],
}
"""Sums of what is chosen, by their names in `totals`."""
OUTSIDE = Text("片区外", "outside all zones")


def tables(plan: Plan, one: Figures, lang: Lang) -> list[Table]:
    """The tables of a scenario, in the order in which they are read."""
    return [
        Table("summary", Text("概要", "summary"), summary(one, lang)),
        Table("demands", Text("要求", "demands"), demand_rows(one, lang)),
        Table("chosen", Text("所选地块", "chosen parcels"), parcel_rows(plan, one, lang)),
        Table("by_year", Text("分年度", "by year"), by_year(one)),
        Table("by_zone", Text("分片区", "by zone"), by_zone(plan, one, lang)),
        Table("conflict", Text("互相矛盾的要求", "demands that contradict each other"), conflict_rows(one, lang)),
        Table(
            "assumptions",
            Text("假定与说明", "what is assumed"),
            [{"note": Text(**text).of(lang)} for text in one["assumptions"]],
        ),
    ]


def summary(one: Figures, lang: Lang) -> list[Row]:
    """The scenario in items with their values."""
    sums = one["totals"]
    earlier: Any = one["value_a_year_earlier"]
    if one["is_earlier_possible"] is False:
        earlier = Text("做不到", "cannot be done").of(lang)
    elif earlier is not None and one["value"] is not None and earlier <= one["value"]:
        # What can be done a year earlier can be done in time: less than this is within the gap of the search.
        earlier = Text("不增加（差额在求解误差之内）", "no more (the difference is within the gap)").of(lang)
    items: list[tuple[Text, Any]] = [
        (Text("方案", "scenario"), name_of(one).of(lang)),
        (Text("结论", "verdict"), Text(**one["verdict"]).of(lang)),
        (Text("期间", "period"), period(one)),
        (Text("目标（亩，含已盘活）", "target (mu, with what is recovered)"), one["target_mu"]),
        (Text("已盘活（亩）", "recovered already (mu)"), one["recovered_mu"]),
        (Text("备选地块", "parcels to choose of"), one["candidates"]),
        (Text("最小化", "minimised"), goal(one).of(lang)),
        (Text("求解状态", "state of the search"), STATES[one["status"]].of(lang)),
        *((title, sums[name]) for name, title in SUMS.items()),
        *([(GOALS["firms"], sums["firms"])] if one["minimised"].get("firms") else []),
        (Text("目标值", "value of what is minimised"), one["value"]),
        (Text("不可能低于", "it cannot be below"), one["bound"]),
        (Text("提前一年完成的目标值", "the value if all is done a year earlier"), earlier),
    ]
    return [{"item": title.of(lang), "value": _rounded(value)} for title, value in items]


def period(one: Figures) -> str:
    """The first and the last year.

    >>> print(period({"years": [2025, 2026, 2027]}), period({"years": [2025]}))
    2025—2027 2025
    """
    first, last = one["years"][0], one["years"][-1]
    return str(first) if first == last else f"{first}—{last}"


def goal(one: Figures) -> Text:
    """What is minimised, with weights.

    >>> print(goal({"minimised": {"cost": 1.0, "tax": 2.0}}).en)
    cost (CNY 10,000) + 2 × present yearly tax lost (CNY 10,000)
    """
    parts = [
        GOALS[name] if weight == 1 else Text(*(f"{weight:g} × {words}" for words in GOALS[name]))
        for name, weight in one["minimised"].items()
    ]
    return Text(" + ".join(part.zh for part in parts), " + ".join(part.en for part in parts))


def demand_rows(one: Figures, lang: Lang) -> list[Row]:
    """Each demand, what was reached, and what one unit more costs."""
    return [
        {
            "demand": bilingual(row["name_zh"], row["name_en"]).of(lang),
            "unit": unit_in_words(row["unit"]).of(lang) if row["unit"] else "",
            "asked_low": _rounded(row["asked_low"]),
            "asked_high": _rounded(row["asked_high"]),
            "reached": _rounded(row["reached"]),
            "binds": row["binds"],
            "price": None if row["price"] is None else round(float(row["price"]), 4) + 0.0,
        }
        for row in one["demands"]
    ]


def parcel_rows(plan: Plan, one: Figures, lang: Lang) -> list[Row]:
    """A row per chosen parcel."""
    names = zone_names(plan)
    return [
        {
            "parcel_id": row["parcel_id"],
            "year": row["year"],
            "zone_id": names.get(row["zone_id"], OUTSIDE).of(lang),
            "mu": _rounded(row["mu"]),
            "cost_10k_yuan": _rounded(row["cost"]),
            "tax_lost_10k_yuan": _rounded(row["tax"]),
            "new_industry": row["industry"],
            "parcel_group": row["group"],
            "stability": _rounded(row["stability"]),
        }
        for row in one["parcels"]
    ]


def conflict_rows(one: Figures, lang: Lang) -> list[Row]:
    """Demands that contradict each other, and how far each can be kept where the others are."""
    return [
        {
            "demand": Text(**row["name"]).of(lang),
            "within_reach": None if row["in_words"] is None else Text(**row["in_words"]).of(lang),
        }
        for row in (one["conflict"] or {"demands": []})["demands"]
    ]


def zone_names(plan: Plan) -> dict[str | None, Text]:
    """Names of zones by their id."""
    return {row["zone_id"]: bilingual(row["name"], row.get("name_en")) for _, row in plan.zones.iterrows()}


def by_year(one: Figures) -> list[Row]:
    """Parcels, land and cost of each year of the period; nothing where nothing is chosen."""
    if not one["parcels"]:
        return []
    return [{"year": year, **sum_of([row for row in one["parcels"] if row["year"] == year])} for year in one["years"]]


def by_zone(plan: Plan, one: Figures, lang: Lang) -> list[Row]:
    """Parcels, land and cost of each zone, and of the land outside all where some is chosen; nothing where nothing is."""
    if not one["parcels"]:
        return []
    return [
        {"zone_id": name.of(lang), **sum_of(parcels)}
        for zone_id, name, parcels in zone_parcels(plan, one)
        if zone_id is not None or parcels
    ]


def zone_parcels(plan: Plan, one: Figures) -> list[tuple[str | None, Text, list[Row]]]:
    """The chosen parcels of each zone by id and name, in the plan's order; those outside all last, with None."""
    names = zone_names(plan)
    rows: dict[str | None, list[Row]] = {zone_id: [] for zone_id in [*names, None]}
    for row in one["parcels"]:
        rows[row["zone_id"] if row["zone_id"] in names else None].append(row)
    return [(zone_id, names.get(zone_id, OUTSIDE), parcels) for zone_id, parcels in rows.items()]


def sum_of(parcels: list[Row]) -> Row:
    """What parcels add up to; the figures of a group stand with its first parcel. A cost that is not all known is None."""
    firsts = [row for row in parcels if row["mu"] is not None]
    costs = [row["cost"] for row in firsts]
    return {
        "parcels": len(parcels),
        "mu": _rounded(float(sum(row["mu"] for row in firsts))),
        "cost_10k_yuan": _rounded(float(sum(costs))) if costs and None not in costs else None,
    }


def cell(value: Any) -> str:
    """A cell as it is read: unknown is —."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "●" if value else ""
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else str(value)


def demand_bars(rows: list[Row]) -> list[Row]:
    """Demands with how far along its bar each was reached, in per cent of the wider of both; None where it is no figure."""
    drawn = []
    for row in rows:
        asked = row["asked_low"] if row["asked_low"] is not None else row["asked_high"]
        reached = row["reached"]
        widest = max(asked or 0.0, reached or 0.0)
        has_bar = asked is not None and reached is not None and widest > 0 and min(asked, reached) >= 0
        drawn.append(
            {
                **row,
                "reached_width": round(100 * reached / widest, 1) if has_bar else None,
                "asked_at": round(100 * asked / widest, 1) if has_bar else None,
                "is_most": row["asked_low"] is None and row["asked_high"] is not None,
            }
        )
    return drawn


def _rounded(value: Any) -> Any:
    return round(value, 2) if isinstance(value, float) else value
