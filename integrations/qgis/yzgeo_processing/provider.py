"""The Processing provider: the algorithms of `algorithms/`, found by their place."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon

from . import algorithms, settings
from .command_algorithm import CommandAlgorithm
from .languages import Text

NAME = "yzgeo"


class Provider(QgsProcessingProvider):
    """yzgeo in the toolbox; `findings_written` hands on the rows of what a check found, and its heading."""

    findings_written = pyqtSignal(object, str)

    def id(self) -> str:
        """What the algorithms' ids begin with."""
        return NAME

    def name(self) -> str:
        """The name in the toolbox."""
        return NAME

    def longName(self) -> str:  # noqa: N802  (a method of QGIS)
        """The name where there is room."""
        return str(Text("yzgeo 空间规划工具", "yzgeo spatial planning toolkit"))

    def icon(self) -> QIcon:
        """The icon in the toolbox."""
        return QIcon(str(Path(__file__).with_name("icon.svg")))

    def load(self) -> bool:
        """Add the setting and the algorithms."""
        settings.add(self.icon())
        self.refreshAlgorithms()
        return True

    def unload(self) -> None:
        """Take the setting out again."""
        settings.remove()

    def loadAlgorithms(self) -> None:  # noqa: N802  (QGIS calls it)
        """Add an algorithm for each module of `algorithms/`."""
        for module in pkgutil.iter_modules(algorithms.__path__):
            self.addAlgorithm(CommandAlgorithm(module.name, import_module(f"{algorithms.__name__}.{module.name}")))

    def supportedOutputVectorLayerExtensions(self) -> list[str]:  # noqa: N802  (QGIS calls it)
        """Endings of the layers that every algorithm can write, the usual one first."""
        return ["gpkg", "geojson", "csv"]
