"""Projects: their printed figures and locations."""

from __future__ import annotations

from yzgeo.core.i18n import Text, plain
from yzgeo.diff.compare import Change, own_columns, rows
from yzgeo.plan.model import Plan

TITLE = Text("投资项目", "Projects")
ORDER = 5
DERIVED = ("site_mu", "floor_area_m2", "floor_area_ratio", "place_id", "geometry")
"""Computed from other columns that are compared."""


def changes(old: Plan, new: Plan) -> list[Change]:
    """Projects by id."""
    columns = own_columns(old.projects, new.projects, "project_id", *DERIVED)
    return rows("project", old.projects, new.projects, "project_id", lambda row: plain(row["name"]), columns)
