"""Investment projects by list, class and zone, and those without a known place."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.values import json_value
from yzgeo.plan.inner_zones import includes_inner
from yzgeo.plan.model import Plan
from yzgeo.plan.project_sums import by_evidence, located_sums_by_zone, sums
from yzgeo.plan.project_zones import ACROSS_ZONES, across_zones, outside_zones

TITLE = Text("投资项目", "Investment projects")
ORDER = 2


def table(plan: Plan) -> dict[str, Any]:
    """Counts, investment (亿元) and land (mu); classes are as printed.

    `by_zone` has a row with `zone_id` null for projects whose place is known but in no zone and, where there are any,
    one with "across zones" for those whose places do not lie in one zone; each row has its sums by the evidence for the
    places too. Money of a zone is what is located there, 0 where nothing is; other sums over no projects are null where projects
    without a known place may belong to them.
    That of a zone includes the zones in it (`includes_inner_zones`, where zones lie in zones), so the rows of such a plan
    add up to more than it has.

    >>> from yzgeo.plan.load import load
    >>> unlocated = table(load("yinzhou"))["unlocated"]
    >>> print(f"{unlocated['project_count']} projects of {unlocated['investment_100m_yuan']:.2f} (100 m yuan) have no known place")
    27 projects of 102.56 (100 m yuan) have no known place
    """
    projects = plan.projects
    unlocated = projects[projects.geometry.isna()]
    in_zones = [
        {"zone_id": zone_id, **includes_inner(plan, zone_id), **of_zone}
        for zone_id, of_zone in located_sums_by_zone(plan).items()
    ]
    across = projects[across_zones(projects)]
    elsewhere = [*([(ACROSS_ZONES, across)] if len(across) else []), (None, projects[outside_zones(projects)])]
    by_zone = [
        *in_zones,
        *(
            {"zone_id": key, **includes_inner(plan, key), **sums(rows, projects), **by_evidence(rows, projects)}
            for key, rows in elsewhere
        ),
    ]
    return {
        **sums(projects, projects),
        "by_list": [{"list": name, **sums(rows, projects)} for name, rows in _groups(projects, "list")],
        "by_industry": [{"industry": name, **sums(rows, projects)} for name, rows in _groups(projects, "industry")],
        "by_zone": by_zone,
        "unlocated": {
            **sums(unlocated, projects),
            "projects": [
                {"project_id": project["project_id"], "name": project["name"], "owner": json_value(project["owner"])}
                for _, project in unlocated.iterrows()
            ],
        },
    }


def _groups(projects: pd.DataFrame, column: str) -> list[tuple[Any, pd.DataFrame]]:
    """The projects by a column; those without a value are a group of their own, so that the sums close."""
    return [(json_value(name), rows) for name, rows in projects.groupby(column, sort=False, dropna=False)]
