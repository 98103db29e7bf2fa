"""Facts of an industry cluster."""

from __future__ import annotations

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.facts.cite import Fact, Subject
from yzgeo.plan.model import Plan

TITLE = Text("产业集群", "cluster")
NAMING = ("cluster_id", "name", "name_en", "source")


def subjects(plan: Plan) -> list[Subject]:
    """All clusters of the annex."""
    return [
        Subject(row.cluster_id, bilingual(row.name_zh, row.name_en))
        for row in plan.clusters.rename(columns={"name": "name_zh"}).itertuples()
    ]


def facts(plan: Plan, cluster_id: str) -> list[Fact]:
    """Every figure of the cluster's row."""
    cluster = plan.clusters.set_index("cluster_id").loc[cluster_id]
    return [
        Fact(labels.heading(str(column)) or plain(column), plain(f"{value:,.10g}"), (cluster["source"],))
        for column, value in cluster.items()
        if column not in NAMING and not pd.isna(value)
    ]
