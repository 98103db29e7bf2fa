"""A scenario as tables: what is chosen, each demand against what was reached, zones and years, what was assumed."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core.i18n import Lang, Text, bilingual
from yzgeo.core.units import unit_in_words
from yzgeo.plan.model import Plan
from yzgeo.scenario.conflict import relaxed
from yzgeo.scenario.result import Result, broken, totals, verdict
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
"""Sums of what is chosen, by their names in `scenario.result.totals`."""


def tables(result: Result, lang: Lang) -> list[Table]:
    """The tables of a scenario, in the order in which they are read."""
    return [
        Table("summary", Text("概要", "summary"), summary(result, lang)),
        Table("demands", Text("要求", "demands"), demand_rows(result, lang)),
        Table("chosen", Text("所选地块", "chosen parcels"), parcel_rows(result, lang)),
        Table("by_year", Text("分年度", "by year"), _sums(result, "year", lang)),
        Table("by_zone", Text("分片区", "by zone"), _sums(result, "zone_id", lang)),
        Table("conflict", Text("互相矛盾的要求", "demands that contradict each other"), conflict_rows(result, lang)),
        Table(
            "assumptions",
            Text("假定与说明", "what is assumed"),
            [{"note": text.of(lang)} for text in assumptions(result)],
        ),
    ]


def summary(result: Result, lang: Lang) -> list[Row]:
    """The scenario in items with their values."""
    settings, answer, sums = result.asked.settings, result.answer, totals(result)
    goal = " + ".join(
        GOALS[name].of(lang) if weight == 1 else f"{weight:g} × {GOALS[name].of(lang)}"
        for name, weight in result.asked.candidates.weights.items()
    )
    years = f"{settings.years[0]}—{settings.years[-1]}" if len(settings.years) > 1 else str(settings.years[0])
    earlier: Any = result.value_a_year_earlier
    if result.is_earlier_possible is False:
        earlier = Text("做不到", "cannot be done").of(lang)
    items: list[tuple[Text, Any]] = [
        (Text("方案", "scenario"), settings.name.of(lang)),
        (Text("结论", "verdict"), verdict(result).of(lang)),
        (Text("期间", "period"), years),
        (Text("目标（亩，含已盘活）", "target (mu, with what is recovered)"), settings.target_mu),
        (Text("已盘活（亩）", "recovered already (mu)"), result.asked.candidates.recovered_mu),
        (Text("备选地块", "parcels to choose of"), int(result.asked.candidates.units["parcels"].sum())),
        (Text("最小化", "minimised"), goal),
        (Text("求解状态", "state of the search"), STATES[answer.status].of(lang)),
        *((title, sums[name]) for name, title in SUMS.items()),
        *([(GOALS["firms"], sums["firms"])] if result.asked.candidates.weights.get("firms") else []),
        (Text("目标值", "value of what is minimised"), answer.value),
        (Text("不可能低于", "it cannot be below"), answer.bound),
        (Text("提前一年完成的目标值", "the value if all is done a year earlier"), earlier),
    ]
    return [{"item": title.of(lang), "value": _rounded(value)} for title, value in items]


def demand_rows(result: Result, lang: Lang) -> list[Row]:
    """Each demand, what was reached, and what one unit more costs."""
    return [
        {
            "demand": bilingual(row["name_zh"], row["name_en"]).of(lang),
            "unit": unit_in_words(row["unit"]).of(lang) if row["unit"] else "",
            "asked_low": _rounded(row["asked_low"]),
            "asked_high": _rounded(row["asked_high"]),
            "reached": _rounded(row["reached"]),
            "binds": row["binds"],
            "price": None if row["price"] is None or pd.isna(row["price"]) else round(float(row["price"]), 4) + 0.0,
        }
        for row in result.kept.to_dict("records")
    ]


def parcel_rows(result: Result, lang: Lang) -> list[Row]:
    """A row per chosen parcel."""
    names = zone_names(result.asked.plan, lang)
    return [
        {
            "parcel_id": row["parcel_id"],
            "year": int(row["year"]),
            "zone_id": names.get(row["zone_id"], Text("片区外", "outside all zones").of(lang)),
            "mu": _rounded(row["mu"]),
            "cost_10k_yuan": _rounded(row["cost"]),
            "tax_lost_10k_yuan": _rounded(row["tax"]),
            "new_industry": row["industry"] if isinstance(row["industry"], str) else None,
            "parcel_group": row["group"] if isinstance(row["group"], str) else None,
            "stability": _rounded(row["stability"]),
        }
        for row in result.chosen.to_dict("records")
    ]


def conflict_rows(result: Result, lang: Lang) -> list[Row]:
    """Demands that contradict each other, and how far each can be kept where the others are."""
    if result.conflict is None:
        return []
    rows = []
    for demand, reachable in zip(result.conflict.demands, result.conflict.reachable, strict=True):
        how_far = relaxed(demand, reachable)
        rows.append({"demand": demand.name.of(lang), "within_reach": None if how_far is None else how_far.of(lang)})
    return rows


def assumptions(result: Result) -> list[Text]:
    """What is assumed, and what the figures mean."""
    settings = result.asked.settings
    notes = [*result.asked.candidates.assumptions, *(one.note for one in result.demands if one.note is not None)]
    if not settings.respects_constraints and not result.asked.plan.constraints.empty:
        notes.append(
            Text(
                "规划的管控范围未作为要求（constraints.respect = false）：所选地块可能占用禁止的范围",
                "the constraints of the plan were left aside (constraints.respect = false): chosen land may be barred",
            )
        )
    missed = broken(result)
    names = [one.name for one in result.demands if one.key in missed]
    if names:
        notes.append(
            Text(
                f"按所选地块重新相加，下列要求未满足，请勿采用：{'、'.join(name.zh for name in names)}",
                f"added up anew, the choice does not keep these demands, do not use it: {', '.join(name.en for name in names)}",
            )
        )
    if settings.folder is None:
        notes.append(
            Text(
                "没有方案文件夹：除目标外没有其他要求",
                "there is no folder of settings: nothing but the target is asked",
            )
        )
    if result.kept["price"].notna().any():
        notes.append(
            Text(
                "“多一个单位的代价”是地块可以拆分时的影子价格；整块选取时会有出入",
                "the price of one unit more is the shadow price where parcels may be split; whole parcels differ from it",
            )
        )
    if len(result.chosen) and result.chosen["stability"].isna().all():
        notes.append(Text("没有试算成本变动下的稳定性", "how stable the choice is when costs move was not tried"))
    if result.conflict is not None and not result.conflict.is_minimal:
        notes.append(
            Text(
                "有的要求未能证明必不可少，所列可能不是最小的一组",
                "not each demand was shown to be needed: the set may not be the smallest",
            )
        )
    if (result.asked.plan.zones["outline_basis"] == "schematic").any():
        notes.append(
            Text(
                "片区为示意范围，分片区的数字仅供参考",
                "outlines of zones are schematic: figures by zone are indicative",
            )
        )
    return notes


def zone_names(plan: Plan, lang: Lang) -> dict[str, str]:
    """Names of zones by their id."""
    return {row["zone_id"]: bilingual(row["name"], row.get("name_en")).of(lang) for _, row in plan.zones.iterrows()}


def _sums(result: Result, column: str, lang: Lang) -> list[Row]:
    """Parcels, land and cost by a column; a group's figures stand with its first parcel."""
    names = zone_names(result.asked.plan, lang)
    chosen = result.chosen.assign(
        **{column: result.chosen[column].astype(object).where(result.chosen[column].notna(), None)}
    )
    keys = sorted(chosen[column].dropna().unique().tolist()) if column == "year" else [*names, None]
    rows = []
    for key in keys:
        part = chosen[chosen[column].isna() if key is None else chosen[column] == key]
        if part.empty and key is None:
            continue
        outside = Text("片区外", "outside all zones").of(lang)
        title = key if column == "year" else outside if key is None else names[key]
        cost = part["cost"][part["mu"].notna()]
        rows.append(
            {
                column: title,
                "parcels": len(part),
                "mu": _rounded(float(part["mu"].sum())),
                "cost_10k_yuan": _rounded(float(cost.sum())) if cost.notna().all() and len(cost) else None,
            }
        )
    return rows


def _rounded(value: Any) -> Any:
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return None
    return round(value, 2) if isinstance(value, float) else value
