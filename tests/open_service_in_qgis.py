"""Run by QGIS's own Python, not pytest: read layers of OGC API Features, style them, draw vector tiles; tell it as JSON.

Usage: QT_QPA_PLATFORM=offscreen python3 open_service_in_qgis.py ADDRESS FOLDER BOUNDS LAYER…
"""

import json
import os
import sys
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def drawn(layer):
    """How many features the renderer has a symbol for."""
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    renderer.startRender(context, layer.fields())
    count = 0
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        count += feature.hasGeometry() and renderer.willRenderFeature(feature, context)
    renderer.stopRender(context)
    return count


def styled(layer, collection, folder):
    """For each style that the collection names: whether QGIS takes it, and how many features it draws."""
    told = {}
    for link in collection["links"]:
        if link["rel"] == "stylesheet":
            file = Path(folder) / link["href"].rpartition("/")[2]
            with urlopen(link["href"]) as answer:  # noqa: S310  (of our own server)
                file.write_bytes(answer.read())
            load = layer.loadSldStyle if file.suffix == ".sld" else layer.loadNamedStyle
            taken = load(str(file))
            told[file.suffix] = [taken[0] if isinstance(taken[0], bool) else taken[1], drawn(layer)]
    return told


def seen(address, name, folder):
    with urlopen(f"{address}/collections/{name}?f=json") as answer:  # noqa: S310  (of our own server)
        collection = json.load(answer)
    layer = QgsVectorLayer(f"url='{address}' typename='{name}' pagingEnabled='true' pageSize='1000'", name, "OAPIF")
    features = sorted(layer.getFeatures(), key=lambda feature: feature.id())
    return {
        "valid": layer.isValid(),
        "count": layer.featureCount(),
        "names": [feature["name"] for feature in features] if layer.fields().lookupField("name") >= 0 else [],
        "shapes": [feature.geometry().asWkt(9) if feature.hasGeometry() else None for feature in features],
        "styles": styled(layer, collection, folder),
    }


def tiles(address, bounds):
    """How many colours QGIS draws of the vector tiles within bounds in degrees."""
    template = f"{address}/collections/parcels/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}?f=mvt"
    layer = QgsVectorTileLayer(f"type=xyz&url={quote(template, safe='{}:/')}&zmin=9&zmax=15", "tiles")
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setOutputSize(QSize(400, 400))
    settings.setBackgroundColor(QColor("white"))
    settings.setExtent(QgsRectangle(*bounds))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    return len({picture.pixel(x, y) for x in range(0, 400, 2) for y in range(0, 400, 2)})


def main(address, folder, bounds, *layers):
    application = QgsApplication([], False)
    application.initQgis()
    answer = {name: seen(address, name, folder) for name in layers}
    answer["tile_colours"] = tiles(address, json.loads(bounds))
    print(json.dumps(answer), flush=True)
    os._exit(0)  # taking QGIS down in order crashes now and then, which would hide the answer


main(*sys.argv[1:])
