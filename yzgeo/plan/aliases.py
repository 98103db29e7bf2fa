"""Names that a plan gives one industry: of the industry, its aliases, and its cluster."""

from __future__ import annotations

import re

from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

PARTED = re.compile("[、，,；;/|]")


@cached_per_plan
def industry_names(plan: Plan) -> dict[str, set[str]]:
    """By the id of each cluster, and of each industry of no cluster, all names it has.

    >>> from yzgeo.plan.load import load
    >>> print(sorted(industry_names(load("yinzhou"))["biomedicine"]))
    ['生物医药']
    """
    names: dict[str, set[str]] = {row.cluster_id: {row.name} for row in plan.clusters.itertuples()}
    for row in plan.industries.itertuples():
        key = row.cluster_id if isinstance(row.cluster_id, str) else row.industry_id
        aliases = PARTED.split(row.aliases) if isinstance(row.aliases, str) else []
        names.setdefault(key, set()).update({row.name, *(alias.strip() for alias in aliases if alias.strip())})
    return names


def names_of_industries(plan: Plan) -> list[set[str]]:
    """The names of each industry as a set, without its id.

    >>> from yzgeo.plan.load import load
    >>> print({"新材料"} in names_of_industries(load("yinzhou")))
    True
    """
    return list(industry_names(plan).values())
