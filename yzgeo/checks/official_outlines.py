"""The zones with an official outline, the only ones that rules on outlines check."""

from __future__ import annotations

import geopandas as gpd

from yzgeo.checks.finding import NotChecked
from yzgeo.core.i18n import Text, counted
from yzgeo.plan.model import Plan


def official_zones(plan: Plan) -> tuple[gpd.GeoDataFrame, list[NotChecked]]:
    """Zones with an official outline, and `NotChecked` for the others.

    A schematic outline is grown from the plan's own figures and places; checking it against them would be circular.

    >>> from yzgeo.plan.load import load
    >>> zones, missed = official_zones(load("yinzhou"))
    >>> print(len(zones), "official;", missed[0].reason.en)
    0 official; 6 zones have a schematic outline or none; a schematic outline is grown from the plan and cannot prove it
    """
    official = plan.zones[plan.zones["outline_basis"] == "official"]
    official = official.sort_values("zone_id", ignore_index=True)  # a pair of zones has one name, however rows stand
    others = len(plan.zones) - len(official)
    if plan.zones.empty:
        return official, [NotChecked(Text("没有片区", "there are no zones"))]
    if plan.edition == "public":
        coarse = Text(
            "公开版的范围已概化，不能用来验证规划", "the public edition's outlines are generalised and prove nothing"
        )
        return official, [NotChecked(coarse)]
    reason = Text(
        f"{others} 个片区只有示意范围或没有范围，示意范围由规划的数字和地名生成，不能反过来验证规划",
        f"{counted(others, 'zone has', 'zones have')} a schematic outline or none; "
        "a schematic outline is grown from the plan and cannot prove it",
    )
    return official, [NotChecked(reason)] if others else []
