"""Investment projects by list, class and zone, and those without a known place."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.values import total
from yzgeo.plan.model import Plan

TITLE = Text("投资项目", "Investment projects")
ORDER = 2


def table(plan: Plan) -> dict[str, Any]:
    """Counts, investment (亿元) and land (mu); classes are as printed.

    `by_zone` has a row with `zone_id` null for projects whose place is known but in no zone.

    >>> from yzgeo.plan.load import load
    >>> unlocated = table(load("yinzhou"))["unlocated"]
    >>> print(f"{unlocated['project_count']} projects of {unlocated['investment_100m_yuan']:.2f} (100 m yuan) have no known place")
    24 projects of 42.66 (100 m yuan) have no known place
    """
    projects = plan.projects
    located = projects[projects.geometry.notna()]
    unlocated = projects[projects.geometry.isna()]
    by_zone = [
        {"zone_id": zone_id, **_sums(located[located["zone_id"] == zone_id])} for zone_id in plan.zones["zone_id"]
    ]
    return {
        **_sums(projects),
        "by_list": [{"list": name, **_sums(rows)} for name, rows in projects.groupby("list", sort=False)],
        "by_industry": [{"industry": name, **_sums(rows)} for name, rows in projects.groupby("industry", sort=False)],
        "by_zone": [*by_zone, {"zone_id": None, **_sums(located[located["zone_id"].isna()])}],
        "unlocated": {
            **_sums(unlocated),
            "projects": [
                {"project_id": project["project_id"], "name": project["name"], "owner": project["owner"]}
                for _, project in unlocated.iterrows()
            ],
        },
    }


def _sums(projects: pd.DataFrame) -> dict[str, Any]:
    return {
        "project_count": len(projects),
        "investment_100m_yuan": total(projects["investment_100m_yuan"]),
        "site_mu": total(projects["site_mu"]),
        "new_land_mu": total(projects["new_land_mu"]),
    }
