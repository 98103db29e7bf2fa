"""Findings as map features (RFC 7946), for a GIS; those without a place have null geometry."""

from __future__ import annotations

import json

import geopandas as gpd

from yzgeo.checks.finding import Outcome, left_out_of
from yzgeo.core.i18n import Lang
from yzgeo.plan.model import Plan
from yzgeo.spatial.geojson import text

SUFFIXES = (".geojson",)


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """One feature per finding, suppressed ones last; `values` is JSON text, since GIS attributes cannot be nested.

    Gaps in the data and suspected misprints are no findings: members of the collection, as in `findings.json`.
    """
    excused = [one.record(lang) for one in outcome.suppressed]
    records = [*(finding.record(lang) for finding in outcome.findings), *excused]
    rows = [
        {
            **{key: value for key, value in record.items() if key != "geometry"},
            "values": json.dumps(record["values"], ensure_ascii=False),
        }
        for record in records
    ]
    shapes = [finding.geometry for finding in (*outcome.findings, *(one.finding for one in outcome.suppressed))]
    columns = [
        "rule",
        "severity",
        "subject",
        "key",
        "reading",
        "message_zh",
        "message_en",
        "remedy",
        "clause",
        "values",
    ]
    columns += ["suppressed_because", "suppressed_by"] if excused else []
    table = {column: [row.get(column) for row in rows] for column in columns}
    beside = {
        "gaps": [gap.record(lang) for gap in outcome.gaps],
        "proofreading": [misprint.record(lang) for misprint in outcome.proofreading],
    }
    if outcome.left_out:
        beside["left_out"] = left_out_of(outcome)
    return text(gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(shapes, crs=plan.zones.crs)), beside)
