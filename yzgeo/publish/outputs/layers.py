"""Every layer as GeoJSON."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.export.metadata import is_ground
from yzgeo.publish.context import BuildContext, drawn_layers
from yzgeo.spatial import geojson

PURPOSES = {
    "data/zones.geojson": Text("产业片区", "zones"),
    "data/parks.geojson": Text("重点园区（无坐标的也在内）", "parks, those without a place included"),
    "data/projects.geojson": Text("投资项目（无坐标的也在内）", "projects, those without a place included"),
    "data/district.geojson": Text("行政区界线", "district boundary"),
    "data/constraints.geojson": Text("管控范围（导入时）", "constraints, where some were imported"),
    "data/parcels.geojson": Text("地块台账（给出时）", "the parcel ledger, where one is given"),
}


def files(context: BuildContext) -> dict[str, bytes]:
    """`data/LAYER.geojson`, without rows only where the page draws the layer always.

    The layers of the ground are in `plan.gpkg`, under the plan.
    """
    always = drawn_layers(context.frames)
    return {
        f"data/{name}.geojson": geojson.text(frame).encode("utf-8")
        for name, frame in context.frames.items()
        if not is_ground(name) and (len(frame) or name in always)
    }
