"""Run by QGIS's own Python, not pytest: open a project, say what QGIS sees in it as JSON, print its first sheet.

It also draws every theme and prints every sheet, beside the project, where a third argument says `all`.

Usage: QT_QPA_PLATFORM=offscreen python3 open_in_qgis.py PLAN.QGZ PICTURE.PNG [all]
"""

import hashlib
import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFields,
    QgsLayerTreeModel,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize


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
    context.setExpressionContext(layer.createExpressionContext())
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


def legend_texts(legend):
    """Every text of the legend, evaluated as the legend is drawn."""
    context = legend.createExpressionContext()
    settings = legend.legendSettings()
    layers = legend.model().rootGroup().findLayers()
    nodes = [node for layer in layers for node in legend.model().layerLegendNodes(layer)]
    texts = [settings.title(), *(layer.name() for layer in layers), *(node.data(0) for node in nodes)]
    return [settings.evaluateItemText(text, context) for text in texts if isinstance(text, str)]


def shown(layer):
    """What forms and lists show of each row: the words for each cell by column, and the text for the row."""
    registry = QgsApplication.fieldFormatterRegistry()
    context = layer.createExpressionContext()
    rows = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        cells = {
            field.name(): registry.fieldFormatter(layer.editorWidgetSetup(number).type()).representValue(
                layer, number, layer.editorWidgetSetup(number).config(), None, feature[number]
            )
            for number, field in enumerate(layer.fields())
        }
        rows.append({"cells": cells, "text": str(QgsExpression(layer.displayExpression()).evaluate(context))})
    return rows


def related(project):
    """Each relation: whether it is valid, and how many rows of the child find their parent."""
    answer = {}
    for key, relation in project.relationManager().relations().items():
        child, parent = relation.referencingLayer(), relation.referencedLayer()
        column = relation.referencingFields()[0]
        rows = [row for row in child.getFeatures() if row.attribute(column)]
        answer[key] = {
            "valid": relation.isValid(),
            "name": relation.name(),
            "ends": [name(parent), name(child)],
            "rows": len(rows),
            "parents": sum(relation.getReferencedFeature(row).isValid() for row in rows),
            "children": sum(len(list(relation.getRelatedFeatures(row))) for row in parent.getFeatures()),
        }
    return answer


def below(layer, project):
    """The relations that QGIS shows below the fields of a form, with the relation beyond a linking table."""
    config = layer.editFormConfig()
    assert config.layout() == config.GeneratedLayout
    return {
        relation.id(): config.widgetConfig(relation.id()).get("nm-rel", "")
        for relation in project.relationManager().referencedRelations(layer)
    }


def theme_facts(project, picture):
    """The layers of each theme and the style of each; a drawing of the theme where it is asked for."""
    themes = project.mapThemeCollection()
    answer = {}
    for theme in themes.mapThemes():
        layers = themes.mapThemeVisibleLayers(theme)
        records = {name(record.layer()): record.currentStyle for record in themes.mapThemeState(theme).layerRecords()}
        answer[theme] = {"layers": [name(layer) for layer in layers], "styles": records}
        if picture:
            settings = QgsMapSettings()
            settings.setLayers(layers)
            settings.setLayerStyleOverrides(themes.mapThemeStyleOverrides(theme))
            settings.setDestinationCrs(project.crs())
            settings.setOutputSize(QSize(900, 700))
            settings.setExtent(project.layoutManager().printLayouts()[0].referenceMap().extent())
            settings.setBackgroundColor(project.backgroundColor())
            context = QgsExpressionContext()
            context.appendScope(QgsExpressionContextUtils.projectScope(project))
            settings.setExpressionContext(context)
            job = QgsMapRendererSequentialJob(settings)
            job.start()
            job.waitForFinished()
            answer[theme]["errors"] = [error.message for error in job.errors()]
            image = job.renderedImage()
            answer[theme]["colours"] = len({image.pixel(x, y) for x in range(0, 900, 3) for y in range(0, 700, 3)})
            image.save(str(Path(picture).with_name(f"theme-{theme}.png")))
    return answer


def theme_of_first_sheet(project):
    return project.layoutManager().printLayouts()[0].referenceMap().followVisibilityPresetName()


def checksums(package):
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(package.parent.glob("plan.gpkg*"))
    }


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


def labels(layer):
    """What QGIS writes beside each feature in the style that the layer has now."""
    if layer.labeling() is None:
        return []
    context, expression = layer.createExpressionContext(), QgsExpression(layer.labeling().settings().fieldName)
    texts = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        texts.append(str(expression.evaluate(context)))
        assert not expression.hasEvalError(), expression.evalErrorString()
    return texts


def main(project_file, picture, what=""):
    application = QgsApplication([], False)
    application.initQgis()
    log = []
    application.messageLog().messageReceived.connect(lambda message, tag, level: log.append([tag, message]))
    before = checksums(Path(project_file).with_name("plan.gpkg"))
    project = QgsProject.instance()
    assert project.read(project_file)
    members = project.mapLayers().values()
    answer = {
        "title": project.title(),
        "crs": project.crs().authid(),
        "layers": {name(layer): seen(layer) for layer in members if layer.isSpatial()},
        "tables": {name(layer): layer.featureCount() for layer in members if not layer.isSpatial()},
        "read_only": {name(layer): [layer.readOnly(), layer.startEditing()] for layer in members},
        "rows": {name(layer): shown(layer) for layer in members},
        "aliases": {name(layer): {field.name(): field.alias() for field in layer.fields()} for layer in members},
        "relations": related(project),
        "themes": theme_facts(project, picture if what == "all" else ""),
        "bookmarks": [
            [mark.name(), mark.extent().crs().authid(), mark.extent().asWktPolygon()]
            for mark in project.bookmarkManager().bookmarks()
        ],
        "groups": {
            group.name(): [name(layer.layer()) for layer in group.findLayers()]
            for group in project.layerTreeRoot().findGroups()
        },
    }
    themes, tree = project.mapThemeCollection(), project.layerTreeRoot()
    for theme in themes.mapThemes():  # forms must outlive the change of a layer's style
        themes.applyTheme(theme, tree, QgsLayerTreeModel(tree))
        answer["themes"][theme]["labels"] = {
            name(layer): labels(layer) for layer in themes.mapThemeVisibleLayers(theme)
        }
    answer["below"] = {name(layer): below(layer, project) for layer in members}
    themes.applyTheme(theme_of_first_sheet(project), tree, QgsLayerTreeModel(tree))
    answer["order"] = [
        name(layer.layer()) for layer in project.layerTreeRoot().findLayers() if layer.layer().isSpatial()
    ]
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
    answer["legend"] = legend_texts(legend)
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
    answer["sheets"] = {}
    for number, sheet in enumerate(project.layoutManager().printLayouts() if what == "all" else ()):
        file = Path(picture).with_name(f"sheet-{number}.png")
        scales = [item for item in sheet.items() if isinstance(item, QgsLayoutItemScaleBar)]
        answer["sheets"][sheet.name()] = {
            "exported": QgsLayoutExporter(sheet).exportToImage(str(file), settings),
            "theme": sheet.referenceMap().followVisibilityPresetName(),
            "north": [item.isMissingImage() for item in sheet.items() if isinstance(item, QgsLayoutItemPicture)],
            "scale": round(sheet.referenceMap().scale()),
            "styles": sorted(scale.style() for scale in scales),
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
    answer["log"] = log
    answer["checksums"] = [before, checksums(package)]
    print(json.dumps(answer), flush=True)
    os._exit(0)  # taking QGIS down in order crashes now and then, which would hide the answer


main(*sys.argv[1:])
