"""Run by QGIS's own Python for gallery_pictures.py: a project as QGIS shows it, one of its sheets, the plugin's panel.

Usage: QT_QPA_PLATFORM=offscreen python3 qgis_pictures.py PLAN.QGZ FINDINGS.JSON zh|en FOLDER

Written into FOLDER are qgis.png and qgis-review.png, the layer tree beside the map in the first and the last theme,
qgis-sheet.png, the sheet of the second, and qgis-panel.png, the panel below a map that it has moved to a finding.
The Python of QGIS need not have yzgeo, nor be as new as yzgeo asks for.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsLayerTreeModel, QgsLayoutExporter, QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsLayerTreeView, QgsMapCanvas
from qgis.PyQt.QtCore import QLocale, QSize, Qt
from qgis.PyQt.QtWidgets import QSplitter, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "integrations" / "qgis"))
from yzgeo_processing.findings.panel import FindingsPanel
from yzgeo_processing.findings.rows import rows
from yzgeo_processing.plugin import PANEL

SIZE = QSize(1366, 768)
TREE = 340
"""Pixels of the width that the layer tree takes."""
SMALL = "font-size: 13px"
DPI = 80


def main(project_file: str, findings_file: str, lang: str, folder: str) -> int:
    """Draw all four; 1 where QGIS does not."""
    application = QgsApplication([], True)
    application.initQgis()
    application.setLocale(QLocale(lang))
    project, into = QgsProject.instance(), Path(folder)
    findings = json.loads(Path(findings_file).read_text("utf-8"))
    done = (
        project.read(project_file)
        and _draw_windows(project, into, findings, lang)
        and _draw_sheet(project, into / "qgis-sheet.png")
    )
    project.clear()
    application.exitQgis()
    return 0 if done else 1


def _draw_windows(project: QgsProject, into: Path, findings: dict[str, object], lang: str) -> bool:
    """Two themes beside the layer tree, then the panel below the map."""
    root, themes = project.layerTreeRoot(), project.mapThemeCollection()
    sheets = project.layoutManager().printLayouts()
    plan = [layer.layer() for layer in root.findGroups()[0].findLayers()]
    model = QgsLayerTreeModel(root)
    model.setFlag(QgsLayerTreeModel.AllowNodeChangeVisibility)
    tree, canvas = QgsLayerTreeView(), QgsMapCanvas()
    tree.setModel(model)
    tree.setFocusPolicy(Qt.NoFocus)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
    tree.setStyleSheet(SMALL)
    bridge = QgsLayerTreeMapCanvasBridge(root, canvas)
    bridge.setAutoSetupOnFirstLayer(False)
    canvas.setDestinationCrs(project.crs())
    canvas.setCanvasColor(project.backgroundColor())
    canvas.enableAntiAliasing(True)
    window = _side_by_side(Qt.Horizontal, tree, canvas, [TREE, SIZE.width() - TREE])
    saved = []
    for name, sheet in (("qgis", sheets[0]), ("qgis-review", sheets[-1])):
        themes.applyTheme(sheet.referenceMap().followVisibilityPresetName(), root, model)
        for layer in root.findLayers():  # the legends of the plan's own layers are shown, those of the ground not
            layer.setExpanded(layer.isVisible() and layer.layer() in plan)
        canvas.setExtent(sheet.referenceMap().extent())
        _draw(canvas)
        saved.append(window.grab().save(str(into / f"{name}.png")))
    panel, found = FindingsPanel(str(PANEL), canvas), rows(findings, lang)
    panel.setStyleSheet(SMALL)
    below = _side_by_side(Qt.Vertical, canvas, panel, [SIZE.height() // 2] * 2)
    panel.show_findings(found, project.title())
    panel.list.selectRow(next(number for number, row in enumerate(found) if row.geometry))
    panel.zoom()
    _draw(canvas)
    saved.append(below.grab().save(str(into / "qgis-panel.png")))
    return all(saved)


def _side_by_side(direction: Qt.Orientation, first: QWidget, second: QWidget, shares: list[int]) -> QSplitter:
    window = QSplitter(direction)
    window.addWidget(first)
    window.addWidget(second)
    window.resize(SIZE)
    window.setSizes(shares)
    window.show()
    return window


def _draw(canvas: QgsMapCanvas) -> None:
    QgsApplication.processEvents()  # a canvas learns of its size and layers in between
    canvas.refresh()
    canvas.waitWhileRendering()
    QgsApplication.processEvents()


def _draw_sheet(project: QgsProject, file: Path) -> bool:
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    settings.generateWorldFile = False
    sheet = project.layoutManager().printLayouts()[1]
    return QgsLayoutExporter(sheet).exportToImage(str(file), settings) == QgsLayoutExporter.Success


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
