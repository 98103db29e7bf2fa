"""Which findings are listed one by one, and the table of all where there are too many.

A ledger that breaks a rule everywhere would make a listing of hundreds of megabytes that nobody reads.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import replace

from yzgeo.checks.finding import Finding, Outcome
from yzgeo.core.i18n import Lang

MOST_LISTED = 1000
"""Findings of one rule that are listed; of more, the rest is counted."""
FILE = "findings.parquet"
"""The table of all findings."""


def listed(outcome: Outcome, file: str = "") -> Outcome:
    """The outcome with the first findings of each rule listed and the others counted; they are written to `file`.

    >>> from yzgeo.core.i18n import NOTHING
    >>> finding = Finding(severity="info", subject="parcel:1", message=NOTHING, clause="", values={}, rule="parcel-area")
    >>> short = listed(Outcome([], [finding] * 1002, [], []))
    >>> print(len(short.findings), len(short.left_out))
    1000 2
    """
    seen: Counter[str] = Counter()
    first: list[Finding] = []
    rest: list[Finding] = []
    for finding in outcome.findings:
        seen[finding.rule] += 1
        (first if seen[finding.rule] <= MOST_LISTED else rest).append(finding)
    return replace(outcome, findings=first, left_out=rest, left_in=file) if rest else outcome


def table(outcome: Outcome, lang: Lang) -> bytes:
    """All findings as GeoParquet (EPSG:4490), a row each, `values` as JSON."""
    import geopandas as gpd
    import pandas as pd

    from yzgeo.spatial.crs import CGCS2000

    findings = outcome.counted
    # The record of each would hold its geometry as numbers of Python: half a minute for a hundred thousand.
    records = [replace(finding, geometry=None).record(lang) for finding in findings]
    frame = pd.DataFrame(records).drop(columns="geometry")
    frame["values"] = [json.dumps(record["values"], ensure_ascii=False) for record in records]
    shapes = gpd.GeoSeries([finding.geometry for finding in findings], crs=CGCS2000)
    written = io.BytesIO()
    gpd.GeoDataFrame(frame, geometry=shapes).to_parquet(written, index=False, compression="zstd")
    return written.getvalue()
