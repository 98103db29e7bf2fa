"""What a plan folder still lacks before its map and report can show anything, in the words of who fills it in."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan

EMPTY = Text("规划文件夹还是空的", "The plan folder is still empty")
NO_WORDS = Text(
    "规划原文：还没有录入条文，各项数字无从查对",
    "the plan's words: no clause is entered yet, so that no figure can be looked up",
)
NO_DISTRICT = Text("区界：没有行政区界线，地图没有底图轮廓", "the district: without its boundary the map has no ground")
NO_ZONES = Text("片区：还没有录入，地图上没有可看的范围", "zones: none is entered yet, so that the map shows none")


def missing(plan: Plan) -> list[Text]:
    """What is missing of what every plan has; parks, projects or targets may be absent, and are then no gap.

    >>> from yzgeo.plan.load import load
    >>> print(missing(load("yinzhou")))
    []
    """
    gaps = []
    if plan.clauses.empty:
        gaps.append(NO_WORDS)
    if plan.district.empty:
        gaps.append(NO_DISTRICT)
    if plan.zones.empty:
        gaps.append(NO_ZONES)
    undrawn = int(plan.zones.geometry.isna().sum())
    if undrawn:
        gaps.append(
            Text(
                f"范围：{undrawn} 个片区没有画出，因为不知道它们由哪些地点组成，也没有导入法定范围",
                f"outlines: {undrawn} zones are not drawn, since neither the places that they are formed of "
                "nor official outlines are known",
            )
        )
    return gaps


def is_empty(plan: Plan) -> bool:
    """Whether nothing of the plan is entered yet.

    >>> from yzgeo.plan.load import load
    >>> print(is_empty(load("yinzhou")))
    False
    """
    return all(
        table.empty for table in (plan.clauses, plan.district, plan.zones, plan.parks, plan.projects, plan.targets)
    )
