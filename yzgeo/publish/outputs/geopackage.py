"""Every layer and the plan's tables in one GeoPackage, with styles."""

from __future__ import annotations

import tempfile
from pathlib import Path

import geopandas as gpd
import pandas as pd

from yzgeo.core import plugins
from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.i18n import Text
from yzgeo.export.formats.geopackage import Table, write_all
from yzgeo.export.metadata import LayerMetadata, layer_metadata
from yzgeo.publish.context import Job

FILE = "data/plan.gpkg"
PURPOSES = {
    FILE: Text("全部图层与表，含样式（QGIS、ArcGIS 等）", "all layers and tables with styles (QGIS, ArcGIS and others)")
}


def files(job: Job) -> dict[str, bytes]:
    """`data/plan.gpkg`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.gpkg"
        with atomic_file(file) as temporary:  # tells a full disk as it tells that of any file
            write_all(layers(job), tables(job), temporary)
        return {FILE: file.read_bytes()}


def layers(job: Job) -> list[tuple[LayerMetadata, gpd.GeoDataFrame]]:
    """The layers that hold anything, from the lowest to the highest, and what each says of itself."""
    modules = sorted(plugins.discover("yzgeo.layers").items(), key=lambda item: item[1].ORDER)
    frames = [(name, layer.frame(job.plan)) for name, layer in modules]
    return [(layer_metadata(job.plan, name, frame, job.lang), frame) for name, frame in frames if len(frame)]


def tables(job: Job) -> list[Table]:
    """What a map cannot show: the targets, the clusters, the figures, the plan's words and what the rules found."""
    plan = job.plan
    found = [
        {"rule": finding.rule, "severity": finding.severity, "subject": finding.subject, "clause": finding.clause}
        | {"message": finding.message.of(job.lang)}
        for finding in job.outcome.findings
    ]
    named = {
        "targets": (Text("目标", "Targets"), plan.targets),
        "clusters": (Text("产业集群", "Clusters"), plan.clusters),
        "figures": (Text("规划所载数字", "Figures stated"), plan.figures),
        "clauses": (Text("规划原文", "The plan's words"), plan.clauses),
        "findings": (Text("检查结果", "Findings"), pd.DataFrame(found)),
    }
    return [Table(name, title, rows) for name, (title, rows) in named.items() if len(rows)]
