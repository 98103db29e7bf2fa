"""Colours of the layers of findings, by severity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsProcessingContext,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..languages import language
from ..loading import once_loaded
from .layers import SHAPES
from .rows import FINDINGS, STATES

COLOURS = {"error": "#8c2f39", "warning": "#b8741a", "info": "#3f5e74"}
OPACITY = 0.55


def on_loading(outputs: Mapping[str, Any], context: QgsProcessingContext) -> None:
    """Have the layers of findings coloured that QGIS is going to load."""
    for name in SHAPES:
        if outputs.get(name):
            once_loaded(outputs[name], context, style)


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
