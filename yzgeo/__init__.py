"""yzgeo: plan folders turned into offline maps, traceable figures and checked rules.

>>> import yzgeo
>>> plan = yzgeo.load("yinzhou")
>>> print(f"{len(plan.zones)} zones, {len(plan.projects)} projects, {len(yzgeo.check(plan)) > 0}")
6 zones, 43 projects, True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yzgeo.findings import check
    from yzgeo.offline import standalone
    from yzgeo.plan import load
    from yzgeo.spatial.assign import assign

__version__ = "0.1.0"
__all__ = ["assign", "check", "load", "standalone"]

_HOMES = {
    "assign": "yzgeo.spatial.assign",
    "check": "yzgeo.findings",
    "load": "yzgeo.plan",
    "standalone": "yzgeo.offline",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for only then: `yzgeo --help` must not wait for geopandas and folium."""
    if name not in _HOMES:
        raise AttributeError(f"module 'yzgeo' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
