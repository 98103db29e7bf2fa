"""What becomes of the layers that QGIS loads once an algorithm has ended: their look and their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip

Look = Callable[[QgsVectorLayer], None]


class OnceLoaded(QgsProcessingLayerPostProcessorInterface):
    """Does something to a layer once it is loaded."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def postProcessLayer(  # noqa: N802  (a method of QGIS)
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """QGIS calls it."""
        if isinstance(layer, QgsVectorLayer):
            self._look(layer)


_handed_over: list[OnceLoaded] = []
"""Those that QGIS was given: it deletes each after its use, but does not keep its Python part alive until then."""


def once_loaded(address: str, context: QgsProcessingContext, look: Look) -> None:
    """Do something to an output once it is loaded; nothing where it will not be."""
    if context.willLoadLayerOnCompletion(address):
        _handed_over[:] = [one for one in _handed_over if not sip.isdeleted(one)]
        _handed_over.append(OnceLoaded(look))
        context.layerToLoadOnCompletionDetails(address).setPostProcessor(_handed_over[-1])


def with_own_look(addresses: Sequence[str], context: QgsProcessingContext) -> None:
    """Give layers the style that their file holds, which Processing leaves out, and the order given, bottom first."""
    there: dict[str, str] = {}

    def look(address: str) -> Look:
        def dress(layer: QgsVectorLayer) -> None:
            layer.loadDefaultStyle()
            there[address] = layer.id()
            _pile([there[one] for one in addresses if one in there], context.project())

        return dress

    for address in addresses:
        once_loaded(address, context, look(address))


def _pile(layers: Sequence[str], project: QgsProject) -> None:
    """Move layers to the top of their group, each above the one before."""
    for layer in layers:
        node = project.layerTreeRoot().findLayer(layer)
        if node is not None:
            group = node.parent()
            group.insertChildNode(0, node.clone())
            group.removeChildNode(node)
