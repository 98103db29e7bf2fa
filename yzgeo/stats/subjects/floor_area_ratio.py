"""The floor area ratio (容积率) of every project for which the plan prints both land and floor area."""

from __future__ import annotations

from typing import Any

from yzgeo.core.i18n import Text
from yzgeo.core.units import mu_to_m2
from yzgeo.core.values import json_value
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO
from yzgeo.plan.model import Plan

TITLE = Text("容积率", "Floor area ratio")
ORDER = 5


def table(plan: Plan) -> list[dict[str, Any]]:
    """A row per project with its land, floor area, ratio, and the ratio the plan asks of new building.

    A ratio below it is not yet a finding: the rule `floor-area-ratio` leaves out rebuilding where the plan asks new
    building alone, and what 约 beside a figure allows. Who counts projects below the ratio counts its findings.

    >>> from yzgeo.plan.load import load
    >>> rows = table(load("yinzhou"))
    >>> print(f"{len(rows)} ratios, {sum(row['floor_area_ratio'] < row['asked'] for row in rows)} below the one asked for")
    18 ratios, 11 below the one asked for
    """
    asked = asked_ratio(plan)
    return [
        {
            "project_id": project["project_id"],
            "name": project["name"],
            "works": project["works"],
            "land": "new_land_mu" if project["site_mu"] != project["site_mu"] else "site_mu",
            "land_m2": mu_to_m2(
                project["new_land_mu"] if project["site_mu"] != project["site_mu"] else project["site_mu"]
            ),
            "floor_area_m2": project["floor_area_m2"],
            "floor_area_words": json_value(project["floor_area_words"]),
            "floor_area_ratio": project["floor_area_ratio"],
            "asked": asked,
            "source": project["source"],
        }
        for _, project in plan.projects[plan.projects["floor_area_ratio"].notna()].iterrows()
    ]


def asked_ratio(plan: Plan) -> float | None:
    """The least ratio that the plan asks of new building; None where it asks for none.

    >>> from yzgeo.plan.load import load
    >>> print(asked_ratio(load("yinzhou")), asked_ratio(load("xiangcheng")))
    2.0 None
    """
    is_floor = (plan.targets["measure_id"] == FLOOR_AREA_RATIO) & (plan.targets["direction"] != "at_most")
    asked = plan.targets.loc[is_floor, "target"].dropna()
    return float(asked.max()) if len(asked) else None
