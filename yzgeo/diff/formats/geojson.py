"""The area that outlines gained and lost, as GeoJSON: a feature per outline and direction."""

from __future__ import annotations

import geopandas as gpd

from yzgeo.core.i18n import Lang
from yzgeo.core.units import M2_PER_KM2
from yzgeo.diff.compare import Part
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.geojson import text

SUFFIXES = (".geojson",)
COLUMNS = ("subject", "zone_id", "name", "change", "area_m2", "area_km2")


def render(old: Plan, new: Plan, parts: list[Part], lang: Lang) -> str:
    """Properties: those of `COLUMNS`; `zone_id` is null for the district, `change` is "added" or "lost"."""
    rows, shapes = [], []
    for change in (change for part in parts for change in part.changes):
        if change.area is None:
            continue
        kind, _, kind_id = change.subject.partition(":")
        for direction, shape, area in (
            ("added", change.area.added, change.area.added_m2),
            ("lost", change.area.lost, change.area.lost_m2),
        ):
            if shape is not None:
                zone_id = kind_id if kind == "zone" else None
                rows.append((change.subject, zone_id, change.name.of(lang), direction, area, area / M2_PER_KM2))
                shapes.append(shape)
    columns = {name: [row[number] for row in rows] for number, name in enumerate(COLUMNS)}
    return text(gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries(shapes, crs=CGCS2000)))
