"""What a plan lists for a zone: its parks and industries, each as the text or the table has them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from yzgeo.plan import Plan


def parks(plan: Plan, zone_id: str, listed_in: str | None = None) -> list[str]:
    """Names of a zone's parks in the order of the plan.

    Parameters
    ----------
    listed_in
        "text" or "table"; without it those of both, the text first, each once.

    >>> from yzgeo.plan import load
    >>> plan = load("yinzhou")
    >>> print(f"only in the table: {'、'.join(set(parks(plan, 'longxi')) - set(parks(plan, 'longxi', 'text')))}")
    only in the table: 电子信息产业园
    """
    return _names(plan.zone_parks, plan.parks, "park_id", zone_id, listed_in)


def industries(plan: Plan, zone_id: str, listed_in: str) -> list[str]:
    """Names of a zone's industries in the order of the plan.

    Parameters
    ----------
    listed_in
        "text" (the line of leading industries), "table", or "prose" (the paragraph above it).

    >>> from yzgeo.plan import load
    >>> print("、".join(industries(load("yinzhou"), "dongwu", "text")))
    关键基础件、高端装备
    """
    return _names(plan.zone_industries, plan.industries, "industry_id", zone_id, listed_in)


def parts_of_plan(sources: Iterable[str]) -> str:
    """The chapters, tables, boxes and annexes that sources stand in, each once, in their order.

    >>> print(parts_of_plan(["一（一）1", "表1 第9行", "表1 第10行", "附件2 第3行"]))
    一、表1、附件2
    """
    return "、".join(dict.fromkeys(source.split(" ")[0].split("（")[0] for source in sources))


def _names(listing: pd.DataFrame, named: pd.DataFrame, key: str, zone_id: str, listed_in: str | None) -> list[str]:
    rows = listing[listing["zone_id"] == zone_id]
    if listed_in is not None:
        rows = rows[rows["listed_in"] == listed_in]
    order = {"text": 0, "table": 1, "prose": 2}
    rows = rows.assign(order=rows["listed_in"].map(order)).sort_values(["order", "seq"])
    ids = rows[key].drop_duplicates()
    return [str(name) for name in ids.map(named.set_index(key)["name"])]
