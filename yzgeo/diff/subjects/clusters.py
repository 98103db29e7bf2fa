"""Clusters: firms, output, growth and shares."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.diff.compare import Change, both_names, own_columns, rows
from yzgeo.plan.model import Plan

TITLE = Text("产业集群", "Clusters")
ORDER = 7


def changes(old: Plan, new: Plan) -> list[Change]:
    """Clusters by id."""
    columns = own_columns(old.clusters, new.clusters, "cluster_id")
    return rows("cluster", old.clusters, new.clusters, "cluster_id", both_names, columns)
