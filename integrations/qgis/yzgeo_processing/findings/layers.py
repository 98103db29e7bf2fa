"""Findings as layers of QGIS: a table of all, and those with a shape by the kind of shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..languages import Text

if TYPE_CHECKING:
    from ..run import Run

CRS = "EPSG:4490"
COLUMNS = (
    "rule", "severity", "subject", "key", "reading", "message_zh", "message_en", "remedy", "clause", "values",
)  # fmt: skip
"""Those of `findings.json`; `values` as JSON text."""
TABLE = "FINDINGS"
SHAPES = {
    "AREAS": (QgsWkbTypes.PolygonGeometry, QgsWkbTypes.MultiPolygon),
    "LINES": (QgsWkbTypes.LineGeometry, QgsWkbTypes.MultiLineString),
    "POINTS": (QgsWkbTypes.PointGeometry, QgsWkbTypes.MultiPoint),
}
"""Outputs by the kind of shape, the largest first: a finding with several kinds goes to the first of its own."""


def geometry_of(shape: Any) -> QgsGeometry:
    """A shape of GeoJSON; a null geometry for None, and for what is none."""
    made = None if shape is None else ogr.CreateGeometryFromJson(json.dumps(shape))
    geometry = QgsGeometry()
    if made is not None:
        geometry.fromWkb(bytes(made.ExportToWkb()))
    return geometry


def write(run: Run, record: Mapping[str, Any]) -> dict[str, str]:
    """Write the findings of `findings.json` to the outputs that are wanted; their ids by the outputs' names."""
    fields = QgsFields()
    for name in COLUMNS:
        fields.append(QgsField(name, QVariant.String))
    outputs: dict[str, str] = {}
    sinks = {}
    kinds = {TABLE: QgsWkbTypes.NoGeometry, **{name: kind for name, (_, kind) in SHAPES.items()}}
    for name, kind in kinds.items():
        crs = QgsCoordinateReferenceSystem(CRS) if name != TABLE else QgsCoordinateReferenceSystem()
        sink, made = run.algorithm.parameterAsSink(run.values, name, run.context, fields, kind, crs)
        if sink is None and run.values.get(name) not in (None, ""):
            raise QgsProcessingException(run.algorithm.invalidSinkError(run.values, name))
        if sink is not None:
            sinks[name], outputs[name] = sink, made
    without = 0
    for finding in record["findings"]:
        feature = QgsFeature(fields)
        feature.setAttributes(
            [*(str(finding[name]) for name in COLUMNS[:-1]), json.dumps(finding["values"], ensure_ascii=False)]
        )
        _add(sinks.get(TABLE), feature, run, TABLE)
        output, geometry = _placed(geometry_of(finding.get("geometry")))
        if output is None:
            continue
        without += output not in sinks and output == "LINES"
        feature.setGeometry(geometry)
        _add(sinks.get(output), feature, run, output)
    if without:
        run.feedback.pushWarning(
            Text(
                f"{without} 处发现的图形是线，选定输出“线”才会写出",
                f"{without} findings have lines for shapes, which are written when the output 'lines' is chosen",
            ).of(run.lang)
        )
    return outputs


def _add(sink: Any, feature: QgsFeature, run: Run, name: str) -> None:
    if sink is not None and not sink.addFeature(feature, QgsFeatureSink.FastInsert):
        raise QgsProcessingException(run.algorithm.writeFeatureError(sink, run.values, name))


def _placed(geometry: QgsGeometry) -> tuple[str | None, QgsGeometry]:
    """The output of a shape, and the shape as that holds it; of a collection the parts of the largest kind."""
    if geometry.isNull() or geometry.isEmpty():
        return None, geometry
    parts = geometry.asGeometryCollection()
    for output, (kind, _) in SHAPES.items():
        own = [part for part in parts if part.type() == kind]
        if own:
            whole = QgsGeometry.collectGeometry(own)
            whole.convertToMultiType()
            return output, whole
    return None, geometry
