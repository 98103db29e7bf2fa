"""Zones: names, kinds, usable areas, positioning."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.diff.compare import Change, both_names, own_columns, rows
from yzgeo.plan.model import Plan

TITLE = Text("片区", "Zones")
ORDER = 1
OF_OUTLINES = ("geometry", "outline_basis", "outline_uncertainty_m", "outline_flaw")
DERIVED = ("usable_area_mu",)


def changes(old: Plan, new: Plan) -> list[Change]:
    """Zones by id; their outlines are compared in `outlines`."""
    columns = own_columns(old.zones, new.zones, "zone_id", *OF_OUTLINES, *DERIVED)
    return rows("zone", old.zones, new.zones, "zone_id", both_names, columns)
