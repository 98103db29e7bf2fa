"""Zones: names, kinds, usable areas, positioning."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.diff.compare import Change, both_names, own_columns, rows
from yzgeo.plan.model import Plan

TITLE = Text("片区", "Zones")
ORDER = 1
OF_OUTLINES = ("geometry", "outline_basis", "outline_uncertainty_m", "outline_flaw")
DERIVED = ("usable_area_mu", "area", "area_km2")
"""Told by the usable area, or where a zone has none by its area as printed."""


def changes(old: Plan, new: Plan) -> list[Change]:
    """Zones by id; their outlines are compared in `outlines`."""
    before, after = _areas_once(old.zones), _areas_once(new.zones)
    columns = own_columns(before, after, "zone_id", *OF_OUTLINES, *DERIVED)
    return rows("zone", before, after, "zone_id", both_names, columns)


def _areas_once(zones: pd.DataFrame) -> pd.DataFrame:
    """The zones with their area as printed only where it is no usable one, so that a change of it is told once."""
    return zones.assign(area_as_printed=zones["area_as_printed"].where(zones["usable_area_km2"].isna()))
