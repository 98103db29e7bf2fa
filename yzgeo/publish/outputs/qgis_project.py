"""A QGIS project over plan.gpkg, and the styles of its layers for other servers."""

from __future__ import annotations

import io
import zipfile

from yzgeo.core.i18n import Text
from yzgeo.export import qgis
from yzgeo.export.flat_tables import flatten
from yzgeo.export.qgis_project.project import project
from yzgeo.publish.context import BuildContext
from yzgeo.publish.outputs.geopackage import layers
from yzgeo.publish.plan_tables import plan_tables

FILE = "data/plan.qgz"
PURPOSES = {
    FILE: Text("QGIS 工程，与 plan.gpkg 放在一起打开", "a QGIS project; keep it beside plan.gpkg"),
    "data/zones.sld": Text("片区样式（GeoServer 等）", "style of the zones (GeoServer and others)"),
    "data/parks.sld": Text("园区样式", "style of the parks"),
    "data/projects.sld": Text("项目样式", "style of the projects"),
    "data/district.sld": Text("行政区样式", "style of the district"),
}


def files(context: BuildContext) -> dict[str, bytes]:
    """`data/plan.qgz` and a `.sld` for each layer of the plan; none where there is nothing to draw."""
    flat = [(metadata, flatten(frame)) for metadata, frame in layers(context)]
    located = [(metadata, frame) for metadata, frame in flat if frame.geometry.notna().any()]
    if not located:
        return {}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        date = located[0][0].date
        entry = zipfile.ZipInfo("plan.qgs", (max(date.year, 1980), date.month, date.day, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        packed.writestr(entry, project(flat, plan_tables(context)))
    styles = {
        f"data/{metadata.layer}.sld": qgis.sld(metadata, frame).encode("utf-8")
        for metadata, frame in located
        if not metadata.is_ground
    }
    return {FILE: archive.getvalue(), **styles}
