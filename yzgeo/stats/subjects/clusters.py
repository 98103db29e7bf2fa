"""Output targets of the industry clusters, as the plan's annex prints them."""

from __future__ import annotations

from typing import Any

from yzgeo.core.i18n import Text
from yzgeo.core.values import json_value
from yzgeo.plan.model import Plan

TITLE = Text("产业集群产值", "Output of industry clusters")
ORDER = 8


def table(plan: Plan) -> list[dict[str, Any]]:
    """A row per cluster: firms, output (亿元) by year, printed growth rates and city shares (%).

    >>> from yzgeo.plan.load import load
    >>> row = table(load("yinzhou"))[0]
    >>> print(f"{row['name']}: {row['output_2018']:.0f} -> {row['output_2025']:.0f} (100 m yuan)")
    汽车: 175 -> 550 (100 m yuan)
    """
    return [{key: json_value(value) for key, value in row.items()} for row in plan.clusters.to_dict("records")]
