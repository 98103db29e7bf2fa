"""`yzgeo assign`: which parcel lies in which zone, and by how much."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterNumber

from .. import definitions, inputs
from ..languages import Text
from ..run import Result, Run, command

TITLE = Text("地块归属片区", "Assign parcels to zones")
GROUP = definitions.LAND
HELP = Text(
    """<p>算出每个地块落在哪个片区、面积多少（椭球面积）。每个地块与片区一行：<code>parcel_id, zone_id, overlap_m2,
share</code>；不在任何片区的地块也有一行，其 zone_id 为空。</p>
<p>片区为规划的（含示意范围时会说明），或给出的图层。百万地块数秒。与命令 <code>yzgeo assign</code> 的结果相同。</p>""",
    """<p>Computes which parcel lies in which zone, and by how much (area on the ellipsoid). A row for each parcel and zone:
<code>parcel_id, zone_id, overlap_m2, share</code>; a parcel in no zone has a row without zone_id.</p>
<p>Zones are the plan's (you are told where their outlines are schematic) or those of a layer. A million parcels take
seconds. The results are those of the command <code>yzgeo assign</code>.</p>""",
)


def parameters() -> list[Any]:
    """What is asked for."""
    return [
        definitions.layer(
            "PARCELS",
            Text("地块", "Parcels"),
            definitions.POLYGONS,
            Text("地块图层", "The layer of parcels"),
            "PARCELS",
        ),
        definitions.field(
            "PARCEL_ID",
            Text("地块编号列", "Column that names the parcels"),
            "PARCELS",
            Text("空白则为 parcel_id", "Empty: parcel_id"),
            "--id",
        ),
        *definitions.zones(),
        definitions.datum(),
        definitions.explained(
            QgsProcessingParameterNumber(
                "MIN_OVERLAP",
                str(Text("最小重叠面积（平方米）", "Smallest overlap (m²)")),
                QgsProcessingParameterNumber.Double,
                optional=True,
                minValue=0,
            ),
            Text(
                "面积更小的部分归入该地块的最大一处；0 则全部保留；空白则为坐标取整所能造成的",
                "Smaller parts of a parcel count to its largest; 0 keeps all; empty: those that rounding of the "
                "coordinates can make",
            ),
            "--min-overlap",
            advanced=True,
        ),
        definitions.in_language(),
        definitions.written_layer(
            "OUTPUT",
            Text("归属", "Assignment"),
            Text(
                ".gpkg 与 .geojson 带地块图形，.csv 不带", ".gpkg and .geojson have the parcels' shapes, .csv has none"
            ),
        ),
    ]


def process(run: Run) -> Result:
    """Assign."""
    output = inputs.output(run, "OUTPUT")
    least = None
    if run.values.get("MIN_OVERLAP") is not None:
        least = run.algorithm.parameterAsDouble(run.values, "MIN_OVERLAP", run.context)
    parcels = inputs.required_file(run, "PARCELS")
    command(
        run,
        "assign",
        *inputs.option("--layer", parcels.layer),
        *inputs.option("--id", inputs.text(run, "PARCEL_ID")),
        *inputs.zones(run),
        *inputs.option("--datum", inputs.choice(run, "DATUM", definitions.DATUMS)),
        *inputs.option("--min-overlap", least),
        f"--output={output}",
        parcels.path,
    )
    return Result({"OUTPUT": output})
