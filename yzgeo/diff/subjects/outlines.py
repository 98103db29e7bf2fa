"""Outlines of the zones and the district: the area that each gained and lost."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import shapely

from yzgeo.core.i18n import Text
from yzgeo.core.values import json_value
from yzgeo.diff.compare import Area, Change, Field, What, both_names, same
from yzgeo.plan.model import Plan
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import CGCS2000

TITLE = Text("范围", "Outlines")
ORDER = 2
COLUMNS = ("outline_basis", "outline_uncertainty_m")
SMALLEST_M2 = 0.01
"""Smaller areas come from rounding: coordinates are stored to about a centimetre."""


def changes(old: Plan, new: Plan) -> list[Change]:
    """Zones whose outline, its basis or uncertainty changed, by id, and the district.

    >>> from dataclasses import replace
    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> grown = plan.zones.copy()
    >>> grown.loc[0, "geometry"] = grown.geometry.iloc[0].buffer(0.001)
    >>> change = changes(plan, replace(plan, zones=grown))[0]
    >>> print(f"{change.name.en}: {change.area.added_m2 / 1e6:.0f} km² added, {change.area.lost_m2:.0f} m² lost")
    Mingzhou Economic Development Zone, core zone: 2 km² added, 0 m² lost
    """
    before = {row["zone_id"]: row for row in old.zones.to_crs(CGCS2000).to_dict("records")}
    after = {row["zone_id"]: row for row in new.zones.to_crs(CGCS2000).to_dict("records")}
    outline_changes = [
        _change(
            f"zone:{zone_id}",
            both_names(after.get(zone_id) or before[zone_id]),
            before.get(zone_id),
            after.get(zone_id),
        )
        for zone_id in dict.fromkeys([*after, *before])
    ]
    districts = [
        None if plan.district.empty else {"geometry": plan.district.to_crs(CGCS2000).geometry.iloc[0]}
        for plan in (old, new)
    ]
    outline_changes.append(
        _change("district:" + str(new.particulars.get("district_code") or new.name), new.district_name, *districts)
    )
    return [change for change in outline_changes if change is not None]


def _change(subject: str, name: Text, before: Any, after: Any) -> Change | None:
    """The change of one outline; None where nothing changed."""
    old = None if before is None else before["geometry"]
    new = None if after is None else after["geometry"]
    area = _area(old, new)
    fields = [
        Field(column, json_value((before or {}).get(column)), json_value((after or {}).get(column)))
        for column in COLUMNS
        if not same((before or {}).get(column), (after or {}).get(column))
    ]
    if area is None and not fields:
        return None
    what: What = (
        "added" if old is None and new is not None else "removed" if new is None and old is not None else "changed"
    )
    return Change(subject, name, what, fields, area)


def _area(old: Any, new: Any) -> Area | None:
    nothing = shapely.Polygon()
    one, other = (nothing if shape is None else shape for shape in (old, new))
    pieces = [_areal(shapely.difference(other, one)), _areal(shapely.difference(one, other))]
    added_m2, lost_m2 = ellipsoidal_m2(gpd.GeoSeries(pieces, crs=CGCS2000))
    if added_m2 < SMALLEST_M2 and lost_m2 < SMALLEST_M2:
        return None
    shapes = [None if piece.is_empty else piece for piece in pieces]
    return Area(float(added_m2), float(lost_m2), *shapes)


def _areal(shape: Any) -> Any:
    """The polygons of a shape, without the lines and points along which two outlines merely touch."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.MultiPolygon(parts) if len(parts) != 1 else parts[0]
