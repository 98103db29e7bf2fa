"""Every layer as GeoJSON."""

from __future__ import annotations

from yzgeo import plugins
from yzgeo.exporters import geojson
from yzgeo.i18n import Text
from yzgeo.job import Job

PURPOSES = {
    "data/zones.geojson": Text("产业片区", "zones"),
    "data/parks.geojson": Text("重点园区（无坐标的也在内）", "parks, those without a place included"),
    "data/projects.geojson": Text("投资项目（无坐标的也在内）", "projects, those without a place included"),
    "data/district.geojson": Text("行政区界线", "district boundary"),
}


def files(job: Job) -> dict[str, bytes]:
    """`data/LAYER.geojson`."""
    return {
        f"data/{name}.geojson": geojson.text(layer.frame(job.plan)).encode("utf-8")
        for name, layer in plugins.discover("yzgeo.layers").items()
    }
