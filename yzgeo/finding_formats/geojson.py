"""Findings as map features (RFC 7946), for a GIS; those without a place have null geometry."""

from __future__ import annotations

import json

import geopandas as gpd

from yzgeo.exporters.geojson import text
from yzgeo.findings import Outcome
from yzgeo.i18n import Lang
from yzgeo.plan import Plan


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """One feature per finding; `values` is JSON text, since GIS attributes hold no nested values."""
    records = [finding.record(lang) for finding in outcome.findings]
    rows = [
        {
            **{key: value for key, value in record.items() if key != "geometry"},
            "values": json.dumps(record["values"], ensure_ascii=False),
        }
        for record in records
    ]
    shapes = [finding.geometry for finding in outcome.findings]
    columns = ["rule", "severity", "subject", "reading", "message_zh", "message_en", "remedy", "clause", "values"]
    table = {column: [row[column] for row in rows] for column in columns}
    return text(gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(shapes, crs=plan.zones.crs)))
