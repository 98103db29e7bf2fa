"""What lies in a zone and in the zones inside it: sums of an outer zone include those of the zones in it.

Such sums add up to more than the plan has, so each is told with `WITH_INNER`; totals are made of the projects themselves.
"""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan
from yzgeo.spatial.zone_tree import parents, with_inner

WITH_INNER = Text("含下级片区", "with the zones in it")
INCLUDES_INNER = "includes_inner_zones"
"""The column that says of a zone's figures that they include those of the zones in it."""


@cached_per_plan
def zones_in(plan: Plan) -> dict[str, list[str]]:
    """By zone, itself and all zones in it.

    >>> from yzgeo.plan.load import load
    >>> print(zones_in(load("yinzhou"))["panhuo"])
    ['panhuo']
    """
    return with_inner(plan.zones)


def in_zone(plan: Plan, rows: pd.DataFrame, zone_id: str) -> pd.DataFrame:
    """The rows of a table with `zone_id` that lie in a zone or in one inside it.

    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> print(len(in_zone(plan, plan.projects, "dongwu")), "projects")
    2 projects
    """
    return rows[rows["zone_id"].isin(zones_in(plan)[zone_id])]


def inner_note(plan: Plan, zone_id: str | None) -> Text:
    """`WITH_INNER` behind the figures of a zone that others lie in, in brackets; nothing for other zones.

    >>> from yzgeo.plan.load import load
    >>> print(repr(inner_note(load("yinzhou"), "dongwu").zh))
    ''
    """
    if len(zones_in(plan).get(zone_id or "", [])) < 2:
        return NOTHING
    return Text(f"（{WITH_INNER.zh}）", f" ({WITH_INNER.en})")


def includes_inner(plan: Plan, zone_id: str | None) -> dict[str, bool]:
    """The column `INCLUDES_INNER` of a row of a zone's figures; nothing in a plan without zones in zones.

    >>> from yzgeo.plan.load import load
    >>> print(includes_inner(load("yinzhou"), "dongwu"))
    {}
    """
    return {INCLUDES_INNER: bool(inner_note(plan, zone_id).zh)} if parents(plan.zones) else {}


MOST_KINDS = 3
"""Zones of more kinds are counted as those that lie in none and the rest."""


def zones_by_kind(plan: Plan) -> list[tuple[int, Text]]:
    """How many zones a plan has, each number with its words; where zones lie in zones, bands and parks are counted apart.

    >>> from yzgeo.plan.load import load
    >>> for count, words in zones_by_kind(load("xiangcheng")):
    ...     print(count, words.zh)
    2 个产业带
    8 个重点片区
    13 个涵盖范围
    """
    zones = plan.zones
    if not parents(zones):
        return [(len(zones), Text("个片区", "zones"))]
    kinds = zones["kind"].fillna("").astype("str")
    if kinds.nunique() > MOST_KINDS:
        inner = len(parents(zones))
        return [
            (len(zones) - inner, Text(f"个片区（另有下级片区 {inner} 个）", f"zones (and {inner} zones in them)")),
        ]
    return [
        (int((kinds == kind).sum()), Text(f"个{words.zh}", words.en))
        for kind in kinds.unique()
        for words in [labels.word(kind) if kind else Text("片区", "zones")]
    ]
