"""Low-efficiency industrial land recovered (腾出盘活) against the plan's target.

What is recovered is proved by a parcel ledger only. Without one this subject holds the target and
what the plan itself names: projects whose description tells of building on existing land.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.core.units import mu_to_km2
from yzgeo.core.values import total
from yzgeo.ledger.ledger import STATUSES
from yzgeo.plan import listings
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.inner_zones import includes_inner, zones_in
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery

TITLE = Text("低效工业用地盘活", "Low-efficiency land recovered")
ORDER = 3
MEASURES = ("腾出", "盘活")
"""The measures of recovery in the words of the plan; rows for an office's own words follow these."""
CLASSES = ("重点发展", "改造提升", "清理退出")
"""The classes of industrial blocks, in the words of the plan."""
FROM_LEDGER = (
    "recovered_mu",
    "under_way_mu",
    "identified_mu",
    "recovered_later_mu",
    *recovery.PACE,
    "as_of",
    "parcels",
    "parcels_counted",
    "zone_outlines",
    "invented",
    "invented_note",
    "by_zone",
    "by_measure",
    "by_class",
    "by_year",
    "by_town",
)


def table(plan: Plan) -> dict[str, Any]:
    """Target in mu and km², its share of the usable area, and the land that the plan identifies.

    The values of `FROM_LEDGER` are None without a ledger, the land that the plan identifies where no project states any.

    The rows of each cut add up to the totals, but for zones that lie in zones, whose land is told of the outer zones
    too (`includes_inner_zones`): land in no zone, without a measure, class or town has a row of its
    own whose key is null. `by_year` tells recovered land by its day, that without one under null.

    >>> from yzgeo.plan.load import load
    >>> statistic = table(load("yinzhou"))
    >>> print(f"{statistic['identified_in_plan_mu']:.0f} of {statistic['target_mu']:.0f} mu, recovered: {statistic['recovered_mu']}")
    253 of 5000 mu, recovered: None
    """
    goal = recovery.recovery_target(plan)
    target_mu = None if goal is None else goal.mu
    target_km2 = None if target_mu is None else mu_to_km2(target_mu)
    reusing = plan.projects[plan.projects["land_reuse"].notna()]
    with_site = reusing[reusing["site_mu"].notna()]
    without_site = reusing[reusing["site_mu"].isna()]
    return {
        "target_mu": target_mu,
        "target_km2": target_km2,
        "share_of_usable_area": _share(target_km2, listings.usable_areas_km2(plan)),
        "source": None if goal is None else goal.source,
        "identified_in_plan_mu": total(with_site["site_mu"]) if len(with_site) else None,
        "identified_in_plan": [
            {
                "project_id": row["project_id"],
                "name": row["name"],
                "site_mu": row["site_mu"],
                "words": row["land_reuse"],
                "source": row["source"],
            }
            for _, row in with_site.iterrows()
        ],
        "identified_without_figure": [
            {"project_id": row["project_id"], "name": row["name"], "words": row["land_reuse"], "source": row["source"]}
            for _, row in without_site.iterrows()
        ],
        **(dict.fromkeys(FROM_LEDGER) if plan.parcels.empty else _proved(plan)),
    }


def _proved(plan: Plan) -> dict[str, Any]:
    """The values of `FROM_LEDGER`, in their order."""
    land = recovery.net_land(plan)
    bases = sorted(set(plan.zones["outline_basis"].dropna()))
    invented = recovery.is_invented(plan)
    statistic = {
        **recovery.recovery_progress(plan),
        "parcels": len(plan.parcels),
        "parcels_counted": int(land["row"].nunique()),
        "zone_outlines": bases[0] if len(bases) == 1 else "mixed" if bases else None,
        "invented": invented,
        "invented_note": recovery.INVENTED if invented else None,
        "by_zone": _by_zone(plan),
        "by_measure": _cut(land, "measure", MEASURES),
        "by_class": _cut(land, "block_class", CLASSES),
        "by_year": _by_year(plan, land),
        "by_town": _cut(land, "town", ()),
    }
    return {name: statistic[name] for name in FROM_LEDGER}


def _cut(land: pd.DataFrame, column: str, first: Sequence[str], outside: bool = False) -> list[dict[str, Any]]:
    """Sums by status for each value of a column: always those of `first`, then the others, then the missing value."""
    key = recovery.stripped(land[column])
    sums = {at: math.fsum(mu.tolist()) for at, mu in land["mu"].groupby([key.fillna(""), land["status"]], sort=False)}
    others = sorted(set(key.dropna()) - set(first))
    nothing = [""] if outside or key.isna().any() else []
    return [
        {
            column: word or None,
            **{f"{status}_mu": sums.get((word, status), 0.0) for status in reversed(STATUSES)},
        }
        for word in [*first, *others, *nothing]
    ]


@cached_per_plan
def own_land(plan: Plan) -> dict[Any, dict[str, Any]]:
    """Sums by status of the land of each zone that lies in no zone inside it, and under None of that outside all zones.

    Each piece of land counts once, so the rows add up to the totals. Callers must not change them.
    """
    land = recovery.net_land(plan)
    return {row["zone_id"]: row for row in _cut(land, "zone_id", plan.zones["zone_id"].tolist(), outside=True)}


def _by_zone(plan: Plan) -> list[dict[str, Any]]:
    """Sums by status for each zone with the zones in it, then for land outside all zones."""
    own = own_land(plan)
    held = zones_in(plan)
    return [
        {
            "zone_id": zone_id,
            **includes_inner(plan, zone_id),
            **{
                f"{status}_mu": total(own[inner][f"{status}_mu"] for inner in held.get(zone_id, [zone_id]))
                for status in reversed(STATUSES)
            },
        }
        for zone_id in own
    ]


def _share(target_km2: float | None, usable_km2: pd.Series) -> float | None:
    """The target's share of the usable area, where the plan states that of every zone."""
    if target_km2 is None or usable_km2.empty or usable_km2.isna().any():
        return None
    return target_km2 / total(usable_km2)


def _by_year(plan: Plan, land: pd.DataFrame) -> list[dict[str, Any]]:
    """Recovered land of each year and up to it, from the start of the plan's period on."""
    recovered = land[land["status"] == recovery.RECOVERED]
    years = recovered["day"].dt.year
    sums = {int(year): math.fsum(mu.tolist()) for year, mu in recovered["mu"].groupby(years)}
    last = recovery.as_of(plan)
    listed = (
        set(sums)
        if last is None
        else set(sums) | set(range(plan.period[0] if plan.period else last.year, last.year + 1))
    )
    rows = []
    for year in sorted(listed):
        reached = math.fsum(mu for other, mu in sums.items() if other <= year)
        rows.append({"year": year, "recovered_mu": sums.get(year, 0.0), "cumulative_mu": reached})
    undated = recovered.loc[years.isna(), "mu"]
    return [*rows, {"year": None, "recovered_mu": total(undated), "cumulative_mu": None}] if len(undated) else rows
