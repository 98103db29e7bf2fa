"""Listings of the plan for its zones: parks and industries, as in the text or in the table."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan
from yzgeo.spatial.zone_tree import counted

OTHER = Text("其他", "Other")
"""The class of projects that fit none."""
Lists = dict[tuple[str, str], list[str]]
"""Names by zone and place of listing: "text", "table" or "prose"."""


@cached_per_plan
def parks_by_zone(plan: Plan) -> Lists:
    """Names of the parks of every zone, in the order of the plan.

    >>> from yzgeo.plan.load import load
    >>> listed = parks_by_zone(load("yinzhou"))
    >>> print(f"only in the table: {'、'.join(set(listed['longxi', 'table']) - set(listed['longxi', 'text']))}")
    only in the table: 电子信息产业园
    """
    return names_by_zone(plan.zone_parks, plan.parks, "park_id")


@cached_per_plan
def industries_by_zone(plan: Plan) -> Lists:
    """Names of the industries of every zone, in the order of the plan.

    "text" is the line of leading industries, "prose" the paragraph above it.

    >>> from yzgeo.plan.load import load
    >>> print("、".join(industries_by_zone(load("yinzhou"))["dongwu", "text"]))
    关键基础件、高端装备
    """
    return names_by_zone(plan.zone_industries, plan.industries, "industry_id")


def parks(plan: Plan, zone_id: str, listed_in: str | None = None) -> list[str]:
    """Names of one zone's parks in "text" or "table"; without `listed_in` those of both, the text first.

    >>> from yzgeo.plan.load import load
    >>> print(len(parks(load("yinzhou"), "longxi")), "parks")
    3 parks
    """
    listed = parks_by_zone(plan)
    places = ("text", "table") if listed_in is None else (listed_in,)
    return list(dict.fromkeys(name for place in places for name in listed.get((zone_id, place), [])))


def industries(plan: Plan, zone_id: str, listed_in: str) -> list[str]:
    """Names of one zone's industries in "text", "table" or "prose".

    >>> from yzgeo.plan.load import load
    >>> print(len(industries(load("yinzhou"), "mingzhou", "text")), "leading industries")
    4 leading industries
    """
    return industries_by_zone(plan).get((zone_id, listed_in), [])


def sources(listing: pd.DataFrame, *places: str) -> dict[str, str]:
    """Sources of the rows of a listing by zone, each once, restricted to `places`."""
    rows = listing[listing["listed_in"].isin(places)] if places else listing
    return {
        zone_id: "；".join(dict.fromkeys(group)) for zone_id, group in rows.groupby("zone_id", sort=False)["source"]
    }


def usable_areas_km2(plan: Plan) -> pd.Series:
    """The usable areas that add up to that of the plan, km²: of a zone in a zone where the outer one has no figure.

    >>> from yzgeo.core.values import total
    >>> from yzgeo.plan.load import load
    >>> print(usable_areas_km2(load("yinzhou")).sum().round(2))
    70.25
    """
    return counted(plan.zones, "usable_area_km2")["usable_area_km2"]


def parts_of_plan(sources: Iterable[str]) -> str:
    """The chapters, tables, boxes and annexes of sources, each once, in their order.

    >>> print(parts_of_plan(["一（一）1", "表1 第9行", "表1 第10行", "附件2 第3行"]))
    一、表1、附件2
    >>> print(parts_of_plan(["（二）第1段", "五"]))
    （二）第1段、五
    """
    heads = (source.split(" ")[0] for source in sources)
    return "、".join(
        dict.fromkeys(head.split("（")[0] or head for head in heads if head)
    )  # an excerpt begins with （二）


def sections(sources: Iterable[str]) -> str:
    """The sections, tables and boxes of sources, each once, in their order.

    >>> print(sections(["三（二）1 第2段", "三（二）1 第5段", "表2 第1行", "专栏7"]))
    三（二）1、表2、专栏7
    """
    return "、".join(dict.fromkeys(source.split(" ")[0] for source in sources))


def names_by_zone(listing: pd.DataFrame, named: pd.DataFrame, key: str) -> Lists:
    """Names by zone and place of listing.

    Parameters
    ----------
    listing
        Rows with `zone_id`, `listed_in`, `seq` and the column `key`.
    named
        The names: columns `key` and `name`.
    key
        `park_id` or `industry_id`.
    """
    names = listing[key].map(named.set_index(key)["name"])
    rows = listing.assign(listed_name=names).sort_values("seq", kind="stable")
    listed: Lists = {}
    for row in rows.itertuples():
        listed.setdefault((row.zone_id, row.listed_in), []).append(row.listed_name)
    return listed


def class_name(plan: Plan, printed: str) -> Text:
    """A project's class in both languages; the English name is that of the cluster or industry of this name.

    >>> from yzgeo.plan.load import load
    >>> print(class_name(load("yinzhou"), "高端装备").en)
    High-end equipment
    """
    if printed == OTHER.zh:
        return OTHER
    return Text(printed, english_by_class(plan).get(printed, printed))


def glossed(plan: Plan, names: Iterable[str], separator: str = ", ") -> str:
    """Names in English with the printed one behind, as far as an English name is known; else as printed.

    >>> from yzgeo.plan.load import load
    >>> print(glossed(load("yinzhou"), ["高端装备", "缝纫机"]))
    High-end equipment (高端装备), 缝纫机
    """
    english = {**_english_by_name(plan), **english_by_class(plan)}
    return separator.join(f"{english[name]} ({name})" if name in english else name for name in names)


@cached_per_plan
def _english_by_name(plan: Plan) -> dict[str, str]:
    """English names of zones and parks by the Chinese ones."""
    named = pd.concat([plan.zones[["name", "name_en"]], plan.parks[["name", "name_en"]]]).dropna()
    return dict(named.drop_duplicates("name").itertuples(index=False, name=None))


@cached_per_plan
def english_by_class(plan: Plan) -> dict[str, str]:
    """English names of clusters and of industries by the Chinese ones; that of the cluster where both have one."""
    named = pd.concat([plan.clusters[["name", "name_en"]], plan.industries[["name", "name_en"]]]).dropna()
    return dict(named.drop_duplicates("name").itertuples(index=False, name=None))
