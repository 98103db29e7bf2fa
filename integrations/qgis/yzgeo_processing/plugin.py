"""The plugin: a Processing provider, and with a window the panel of findings."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt

from .languages import Text
from .provider import Provider

MENU = "&yzgeo"
PANEL = Text("yzgeo 检查发现", "yzgeo findings")


class Plugin:
    """What QGIS loads; `iface` is None where there is no window (`qgis_process`)."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.provider: Provider | None = None
        self.panel: Any = None

    def initProcessing(self) -> None:  # noqa: N802  (QGIS calls it)
        """Register the algorithms."""
        self.provider = Provider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802  (QGIS calls it)
        """Register the algorithms, and add the panel of findings to the window."""
        from .findings.panel import FindingsPanel

        self.initProcessing()
        self.panel = FindingsPanel(str(PANEL), self.iface.mapCanvas(), self.iface.mainWindow())
        self.iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.panel)
        self.panel.hide()
        self.iface.addPluginToMenu(MENU, self.panel.toggleViewAction())
        assert self.provider is not None  # noqa: S101  (just made)
        self.provider.findings_written.connect(self.panel.show_findings)

    def unload(self) -> None:
        """Take out what was added."""
        if self.panel is not None:
            self.iface.removePluginMenu(MENU, self.panel.toggleViewAction())
            self.iface.removeDockWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
