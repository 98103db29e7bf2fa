"""Every layer and the plan's tables in one GeoPackage, with styles."""

from __future__ import annotations

import tempfile
from pathlib import Path

import geopandas as gpd
import pandas as pd

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.i18n import Text
from yzgeo.export.formats.geopackage import Table, write_all
from yzgeo.export.metadata import LayerMetadata
from yzgeo.publish.context import BuildContext

FILE = "data/plan.gpkg"
PURPOSES = {
    FILE: Text("全部图层与表，含样式（QGIS、ArcGIS 等）", "all layers and tables with styles (QGIS, ArcGIS and others)")
}


def files(context: BuildContext) -> dict[str, bytes]:
    """`data/plan.gpkg`; none where no layer holds anything."""
    if not context.metadata:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.gpkg"
        with atomic_file(file) as temporary:  # tells a full disk as it tells that of any file
            write_all(layers(context), tables(context), temporary)
        return {FILE: file.read_bytes()}


def layers(context: BuildContext) -> list[tuple[LayerMetadata, gpd.GeoDataFrame]]:
    """The layers that hold anything, from the lowest to the highest, and what each says of itself."""
    return [(metadata, context.frames[name]) for name, metadata in context.metadata.items()]


def tables(context: BuildContext) -> list[Table]:
    """What a map cannot show: the targets, the clusters, the figures, the plan's words and what the rules found."""
    plan = context.plan
    found = [
        {"rule": finding.rule, "severity": finding.severity, "subject": finding.subject, "clause": finding.clause}
        | {"message": finding.message.of(context.lang)}
        for finding in context.outcome.findings
    ]
    named = {
        "targets": (Text("目标", "Targets"), plan.targets),
        "clusters": (Text("产业集群", "Clusters"), plan.clusters),
        "figures": (Text("规划所载数字", "Figures stated"), plan.figures),
        "clauses": (Text("规划原文", "The plan's words"), plan.clauses),
        "findings": (Text("检查结果", "Findings"), pd.DataFrame(found)),
    }
    return [Table(name, title, rows) for name, (title, rows) in named.items() if len(rows)]
