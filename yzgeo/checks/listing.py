"""Which findings are listed one by one, and the table of all where there are too many.

A ledger that breaks a rule everywhere would make a listing of hundreds of megabytes that nobody reads.
"""

from __future__ import annotations

import io
import json
from collections import Counter, defaultdict
from dataclasses import replace

from yzgeo.checks.finding import Outcome
from yzgeo.core.i18n import Lang, Text

MOST_LISTED = 1000
"""Findings of one rule that are listed; of more, the rest is counted."""
FILE = "findings.parquet"
"""The table of all findings."""


def listed(outcome: Outcome, file: str = "") -> Outcome:
    """The outcome with the first findings of each rule listed and the others counted; they are written to `file`.

    Of a rule that finds flaws of several kinds each kind has its share of what is listed.

    >>> from yzgeo.checks.finding import Finding
    >>> from yzgeo.core.i18n import NOTHING, plain
    >>> often = Finding(severity="info", subject="parcel:1", message=NOTHING, clause="", values={}, rule="parcel-area")
    >>> seldom = replace(often, remedy=plain("b"))
    >>> short = listed(Outcome([], [often] * 1002 + [seldom] * 2, [], []))
    >>> print(len(short.findings), len(short.left_out), sum(one.remedy.en == "b" for one in short.findings))
    1000 4 2
    """
    seen: Counter[tuple[str, str, Text]] = Counter()
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, finding in enumerate(outcome.findings):
        kind = finding.rule, finding.severity, finding.remedy
        places[finding.rule].append((seen[kind], place))
        seen[kind] += 1
    kept = {place for of_rule in places.values() for _, place in sorted(of_rule)[:MOST_LISTED]}
    if len(kept) == len(outcome.findings):
        return outcome
    first = [finding for place, finding in enumerate(outcome.findings) if place in kept]
    rest = [finding for place, finding in enumerate(outcome.findings) if place not in kept]
    return replace(outcome, findings=first, left_out=rest, left_in=file)


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
