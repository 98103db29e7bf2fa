"""Run by QGIS's own Python, not pytest: load the plugin, carry out the steps of a file, say as JSON what came of each.

Usage: QT_QPA_PLATFORM=offscreen python3 drive_qgis_plugin.py PLUGINS STEPS.json ANSWERS.json
"""

# ruff: noqa: N802  (methods are named as QGIS calls them)

import json
import os
import sys
import threading
import time
from pathlib import Path

sys.path[:0] = ["/usr/share/qgis/python/plugins", sys.argv[1]]

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsField,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas  # noqa: E402
from qgis.PyQt.QtCore import QLocale, QVariant  # noqa: E402
from qgis.PyQt.QtWidgets import QLabel  # noqa: E402

LEAKED = ("PYTHONHOME", "PYTHONPATH", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA")


class Window:
    """What the plugin asks of the window of QGIS."""

    def __init__(self):
        self.canvas = QgsMapCanvas()
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
        self.menu, self.docks = [], []

    def mapCanvas(self):
        return self.canvas

    def mainWindow(self):
        return None

    def addDockWidget(self, area, dock):
        self.docks.append(dock)

    def removeDockWidget(self, dock):
        self.docks.remove(dock)

    def addPluginToMenu(self, menu, action):
        self.menu.append(action)

    def removePluginMenu(self, menu, action):
        self.menu.remove(action)


class Log(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.lines, self.commands, self.shares = [], [], []
        self.progressChanged.connect(self.shares.append)

    def pushInfo(self, info):
        self.lines.append(info)

    def pushWarning(self, warning):
        self.lines.append(warning)

    def pushCommandInfo(self, info):
        self.commands.append(info)


def layer(wanted):
    made = QgsVectorLayer(wanted["source"], wanted.get("name", "layer"), "ogr")
    assert made.isValid(), wanted
    if wanted.get("in_memory"):
        made = made.materialize(QgsFeatureRequest())
        made.setName(wanted.get("name", "layer"))
    if "crs" in wanted:
        made.setCrs(QgsCoordinateReferenceSystem(wanted["crs"]))
    if "subset" in wanted:
        assert made.setSubsetString(wanted["subset"])
    QgsProject.instance().addMapLayer(made)
    if "deleted" in wanted:  # and not saved
        made.selectByExpression(wanted["deleted"])
        assert made.startEditing()
        assert made.deleteSelectedFeatures()
    if "virtual" in wanted:
        made.addExpressionField("'又' || DKBH", QgsField(wanted["virtual"], QVariant.String))
    if "select" in wanted:
        made.selectByExpression(wanted["select"])
        return QgsProcessingFeatureSourceDefinition(made.id(), selectedFeaturesOnly=True)
    return made.id()


def value(given):
    return layer(given["layer"]) if isinstance(given, dict) and "layer" in given else given


def described(output):
    if not isinstance(output, QgsVectorLayer):
        return output
    names = [field.name() for field in output.fields()]
    rows = [
        {**dict(zip(names, feature.attributes(), strict=True)), "wkt": feature.geometry().asWkt(7)}
        for feature in output.getFeatures()
    ]
    plain = [{key: cell if isinstance(cell, (str, int, float)) else None for key, cell in row.items()} for row in rows]
    return {"name": output.name(), "crs": output.crs().authid(), "rows": plain}


def run(step):
    import processing

    log = Log()
    if "cancel_when" in step:
        threading.Thread(target=cancel_when, args=(Path(step["cancel_when"]), log), daemon=True).start()
    values = {name: value(given) for name, given in step["values"].items()}
    answer = {"log": log.lines, "commands": log.commands, "shares": log.shares}
    try:
        outputs = processing.run(step["run"], values, feedback=log)
        answer["outputs"] = {name: described(output) for name, output in outputs.items()}
    except QgsProcessingException as error:
        answer["error"] = str(error)
    return answer


def cancel_when(file, log):
    while not file.exists():
        time.sleep(0.05)
    log.cancel()


def load(step):
    """Run as the toolbox does, and say which layers are in the project then."""
    import processing

    before = set(QgsProject.instance().mapLayers())
    processing.runAndLoadResults(step["load"], step["values"], feedback=Log())
    loaded = [
        node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers() if node.layerId() not in before
    ]
    return {
        one.name(): {
            "rows": one.featureCount(),
            "renderer": one.renderer().type() if one.renderer() else None,
            "source": one.source(),
            "colours": [[entry.value(), entry.symbol().color().name()] for entry in one.renderer().categories()]
            if one.renderer() and one.renderer().type() == "categorizedSymbol"
            else [],
        }
        for one in loaded
    }


def provider(step):
    found = {}
    for locale in ("zh_CN", "en_US", "zh_TW", "de_DE"):
        QgsApplication.setLocale(QLocale(locale))
        PLUGIN.provider.refreshAlgorithms()
        found[locale] = {
            algorithm.name(): {
                "title": algorithm.displayName(),
                "group": algorithm.group(),
                "group_id": algorithm.groupId(),
                "help": algorithm.shortHelpString(),
                "icon": not algorithm.icon().isNull(),
                "can": list(algorithm.canExecute()),
                "parameters": {
                    one.name(): [one.description(), one.help(), one.type()] for one in algorithm.parameterDefinitions()
                },
            }
            for algorithm in PLUGIN.provider.algorithms()
        }
    QgsApplication.setLocale(QLocale("zh_CN"))
    PLUGIN.provider.refreshAlgorithms()
    return {"locales": found, "docks": len(WINDOW.docks), "menu": [action.text() for action in WINDOW.menu]}


def place(step):
    """Where the panel finds a subject without a shape of its own, once a layer of the project has it by its id."""
    from yzgeo_processing.findings.panel import place_of
    from yzgeo_processing.findings.rows import Row

    row = Row("info", "rule", step["place"], "")
    before = place_of(row)[0].isNull()
    layer({"source": step["source"]})
    shape, crs = place_of(row)
    return {"before": before, "wkt": shape.asWkt(4), "crs": crs.authid()}


def setting(step):
    from processing.core.ProcessingConfig import ProcessingConfig

    try:
        ProcessingConfig.setSettingValue("YZGEO_COMMAND", step["setting"])
    except ValueError as error:
        return str(error)
    return None


def listed(panel):
    return [[*row.cells("zh"), row.geometry is not None] for row in panel.listed()]


def panel(step):
    """The panel after what was run last: its list, filters, export, the place of a row, a picture."""
    folder, panel = Path(step["panel"]), PLUGIN.panel
    answer = {
        "heading": panel.heading.text(),
        "all": listed(panel),
        "visible": not panel.isHidden(),
        "states": [panel.states.itemText(number) for number in range(panel.states.count())],
        "rules": [panel.rules.itemText(number) for number in range(panel.rules.count())],
        "plain": all(label.textFormat() == 0 for label in panel.findChildren(QLabel) if label.text()),
    }
    panel.states.setCurrentIndex(1)
    answer["findings"] = listed(panel)
    panel.states.setCurrentIndex(0)
    panel.rules.setCurrentText(step["rule"])
    answer["of_rule"] = listed(panel)
    panel.export(str(folder / "rows.csv"))
    panel.export(str(folder / "rows.xlsx"))
    panel.rules.setCurrentIndex(0)
    panel.words.setText(step["words"])
    answer["with_words"] = listed(panel)
    panel.words.setText("")
    answer["zoomed"] = []
    for number, row in enumerate(panel.listed()):
        panel.list.selectRow(number)
        before = WINDOW.canvas.extent().toString()
        moved = panel.zoom()
        centre = WINDOW.canvas.extent().center()
        changed = WINDOW.canvas.extent().toString() != before
        answer["zoomed"].append([row.subject, moved, changed, centre.x(), centre.y()])
    panel.list.selectRow(0)
    answer["details"] = panel.details.toPlainText()
    model = panel.list.model()
    answer["tips"] = [model.data(model.index(0, column), 3) for column in range(model.columnCount())]
    panel.resize(1400, 420)
    assert panel.grab().save(str(folder / "panel.png"))
    return answer


def leave(step):
    PLUGIN.unload()
    registry = QgsApplication.processingRegistry()
    return {
        "docks": len(WINDOW.docks),
        "menu": len(WINDOW.menu),
        "provider": registry.providerById("yzgeo") is not None,
    }


KINDS = {
    "run": run,
    "load": load,
    "provider": provider,
    "setting": setting,
    "panel": panel,
    "place": place,
    "leave": leave,
}

application = QgsApplication([], True)
application.initQgis()
for name in LEAKED:  # as installers of QGIS set them for it; it has read its own by now
    os.environ[name] = "/nowhere"
QgsApplication.setLocale(QLocale("zh_CN"))
from processing.core.Processing import Processing  # noqa: E402

Processing.initialize()
import yzgeo_processing  # noqa: E402

WINDOW = Window()
PLUGIN = yzgeo_processing.classFactory(WINDOW)
PLUGIN.initGui()
steps = json.loads(Path(sys.argv[2]).read_text("utf-8"))
answers = [KINDS[next(key for key in step if key in KINDS)](step) for step in steps]
Path(sys.argv[3]).write_text(json.dumps({"answers": answers, "yzgeo": "yzgeo" in sys.modules}), "utf-8")
os._exit(0)  # taking QGIS down in order crashes now and then, which would hide the answer
