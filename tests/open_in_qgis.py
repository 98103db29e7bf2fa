"""Run by QGIS's own Python, not pytest: open a project, say what QGIS sees in it as JSON, print its layout.

Usage: QT_QPA_PLATFORM=offscreen python3 open_in_qgis.py PLAN.QGZ PICTURE.PNG
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFields,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)


def symbols(layer):
    renderer = layer.renderer()
    if renderer.type() == "singleSymbol":  # what QGIS makes of an SLD whose one rule has no filter
        return [described("", renderer.symbol())]
    return [described(rule.label(), rule.symbol()) for rule in renderer.rootRule().children() if rule.symbol()]


def described(label, symbol):
    dashes = [
        (part.properties().get("use_custom_dash"), part.properties().get("outline_style"))
        for part in symbol.symbolLayers()
    ]
    return {
        "label": label,
        "colour": symbol.color().name(),
        "dashed": any(custom == "1" or style == "dash" for custom, style in dashes),
    }


def drawn(layer):
    """How many features the renderer has a symbol for."""
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.expressionContext().appendScopes([])
    renderer.startRender(context, layer.fields())
    count = 0
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        count += feature.hasGeometry() and renderer.willRenderFeature(feature, context)
    renderer.stopRender(context)
    return count


def tips(layer):
    """The tip of each feature, as HTML."""
    context = layer.createExpressionContext()
    texts = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        texts.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    return texts


def legend_texts(legend, project):
    """Every text of the legend, evaluated as the legend is drawn."""
    context = legend.createExpressionContext()
    settings = legend.legendSettings()
    layers = project.layerTreeRoot().findLayers()
    nodes = [node for layer in layers for node in legend.model().layerLegendNodes(layer)]
    texts = [settings.title(), *(layer.name() for layer in layers), *(node.data(0) for node in nodes)]
    return [settings.evaluateItemText(text, context) for text in texts if isinstance(text, str)]


def name(layer):
    return layer.source().partition("layername=")[2]


def seen(layer):
    return {
        "valid": layer.isValid(),
        "title": layer.name(),
        "features": layer.featureCount(),
        "source": layer.source(),
        "crs": layer.crs().authid(),
        "renderer": layer.renderer().type(),
        "symbols": symbols(layer),
        "drawn": drawn(layer),
        "label": layer.labeling().settings().fieldName if layer.labelsEnabled() else None,
        "aliases": {field.name(): field.alias() for field in layer.fields()},
        "widgets": {
            field.name(): layer.editorWidgetSetup(number).type() for number, field in enumerate(layer.fields())
        },
        "abstract": layer.metadata().abstract(),
        "tips": tips(layer),
    }


def main(project_file, picture):
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    assert project.read(project_file)
    answer = {
        "title": project.title(),
        "crs": project.crs().authid(),
        "layers": {name(layer): seen(layer) for layer in project.mapLayers().values()},
    }
    answer["order"] = [name(layer.layer()) for layer in project.layerTreeRoot().findLayers()]
    layout = project.layoutManager().printLayouts()[0]
    answer["layout"] = {
        "name": layout.name(),
        "items": sorted(item.id() for item in layout.items() if hasattr(item, "id") and item.id()),
        "page": [
            layout.pageCollection().page(0).pageSize().width(),
            layout.pageCollection().page(0).pageSize().height(),
        ],
    }
    answer["labels"] = {
        item.id(): item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)
    }
    (legend,) = [item for item in layout.items() if isinstance(item, QgsLayoutItemLegend)]
    answer["legend"] = legend_texts(legend, project)
    answer["evaluated"] = QgsExpression.replaceExpressionText(
        "[% env('HOME') %]", QgsExpressionContextUtils.createFeatureBasedContext(QgsFeature(), QgsFields())
    )
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 100
    answer["exported"] = QgsLayoutExporter(layout).exportToImage(picture, settings)
    answer["boxes"] = {
        item.id(): [item.pos().x(), item.pos().y(), item.rect().width(), item.rect().height()]
        for item in layout.items()
        if hasattr(item, "id") and item.id()
    }
    bare = {}
    package = Path(project_file).with_name("plan.gpkg")
    for key in answer["layers"]:
        layer = QgsVectorLayer(f"{package}|layername={key}", key, "ogr")  # takes the default style of layer_styles
        by_sld = QgsVectorLayer(
            f"{package}|layername={key}", key, "ogr", QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
        )
        message, read = by_sld.loadSldStyle(str(package.with_name(f"{key}.sld")))
        bare[key] = {
            "default": symbols(layer),
            "aliases": {field.name(): field.alias() for field in layer.fields()},
            "sld_read": read,
            "sld": symbols(by_sld),
            "sld_message": message,
        }
    answer["bare"] = bare
    print(json.dumps(answer), flush=True)
    os._exit(0)  # taking QGIS down in order crashes now and then, which would hide the answer


main(*sys.argv[1:])
