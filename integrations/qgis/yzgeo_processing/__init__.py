"""yzgeo in the Processing toolbox of QGIS: its commands as algorithms, and a panel of what a check found.

The plugin never imports yzgeo. It runs the command as a process, so that it goes with any installation of yzgeo,
whatever Python, numpy and GDAL QGIS itself brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .plugin import Plugin


def classFactory(iface: Any) -> Plugin:  # noqa: N802  (the name that QGIS calls)
    """The plugin, for QGIS; `iface` is its window, or None in `qgis_process`."""
    from .plugin import Plugin

    return Plugin(iface)
