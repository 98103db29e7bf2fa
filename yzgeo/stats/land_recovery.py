"""Low-efficiency industrial land recovered (腾出盘活) against the plan's target.

What is recovered is proved by a parcel ledger only. Without one this subject holds the target and
what the plan itself names: projects whose description tells of building on existing land.
"""

from __future__ import annotations

from typing import Any

from yzgeo.i18n import Text
from yzgeo.plan import Plan
from yzgeo.statistics import total
from yzgeo.units import mu_to_km2

TITLE = Text("低效工业用地盘活", "Low-efficiency land recovered")
MEASURE = "low-efficiency-land"
FROM_LEDGER = ("recovered_mu", "under_way_mu", "identified_mu", "progress", "by_zone", "by_measure", "by_year", "as_of")


def table(plan: Plan) -> dict[str, Any]:
    """Target in mu and km², its share of the usable area, what the plan identifies, null for what needs a ledger."""
    targets = plan.targets[plan.targets["measure_id"] == MEASURE].dropna(subset=["target"])
    target_mu = float(targets["target"].iloc[0]) if len(targets) else None
    target_km2 = None if target_mu is None else mu_to_km2(target_mu)
    reusing = plan.projects[plan.projects["land_reuse"].notna()]
    stated = reusing[reusing["site_mu"].notna()]
    silent = reusing[reusing["site_mu"].isna()]
    return {
        "target_mu": target_mu,
        "target_km2": target_km2,
        "share_of_usable_area": None if target_km2 is None else target_km2 / total(plan.zones["usable_area_km2"]),
        "source": "、".join(targets["source"]) or None,
        "identified_in_plan_mu": total(stated["site_mu"]),
        "identified_in_plan": [
            {
                "project_id": row["project_id"],
                "name": row["name"],
                "site_mu": row["site_mu"],
                "words": row["land_reuse"],
                "source": row["source"],
            }
            for _, row in stated.iterrows()
        ],
        "identified_without_figure": [
            {"project_id": row["project_id"], "name": row["name"], "words": row["land_reuse"], "source": row["source"]}
            for _, row in silent.iterrows()
        ],
        **dict.fromkeys(FROM_LEDGER),
    }
