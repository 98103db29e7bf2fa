"""Colours of the layers of findings, by severity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

from ..languages import language
from .layers import SHAPES
from .rows import FINDINGS, STATES

COLOURS = {"error": "#8c2f39", "warning": "#b8741a", "info": "#3f5e74"}
OPACITY = 0.55


class BySeverity(QgsProcessingLayerPostProcessorInterface):
    """Colours a layer of findings once it is loaded."""

    def postProcessLayer(  # noqa: N802  (a method of QGIS)
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Give each severity its colour."""
        if isinstance(layer, QgsVectorLayer):
            style(layer)


_handed_over: list[BySeverity] = []
"""Those that QGIS was given: it deletes each after its use, but does not keep its Python part alive until then."""


def on_loading(outputs: Mapping[str, Any], context: QgsProcessingContext) -> None:
    """Have the layers of findings coloured that QGIS is going to load."""
    _handed_over[:] = [one for one in _handed_over if not sip.isdeleted(one)]
    for name in SHAPES:
        made = outputs.get(name)
        if made and context.willLoadLayerOnCompletion(made):
            _handed_over.append(BySeverity())
            context.layerToLoadOnCompletionDetails(made).setPostProcessor(_handed_over[-1])


def style(layer: QgsVectorLayer) -> None:
    """Give each severity its colour, the gravest first in the legend."""
    categories = []
    for severity in FINDINGS:
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        symbol.setColor(QColor(COLOURS[severity]))
        symbol.setOpacity(OPACITY)
        categories.append(QgsRendererCategory(severity, symbol, STATES[severity].of(language())))
    layer.setRenderer(QgsCategorizedSymbolRenderer("severity", categories))
    layer.triggerRepaint()
