"""Every layer and the plan's tables in one GeoPackage, with styles."""

from __future__ import annotations

import tempfile
from pathlib import Path

import geopandas as gpd

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.i18n import Text
from yzgeo.export.formats.geopackage import write_all
from yzgeo.export.metadata import LayerMetadata
from yzgeo.publish.context import BuildContext
from yzgeo.publish.plan_tables import plan_tables

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
            write_all(layers(context), plan_tables(context), temporary)
        return {FILE: file.read_bytes()}


def layers(context: BuildContext) -> list[tuple[LayerMetadata, gpd.GeoDataFrame]]:
    """The layers that hold anything, from the lowest to the highest, and what each says of itself."""
    return [(metadata, context.frames[name]) for name, metadata in context.metadata.items()]
