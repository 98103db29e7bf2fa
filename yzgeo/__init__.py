"""yzgeo: plan folders turned into offline maps, traceable figures and checked rules.

>>> import yzgeo
>>> plan = yzgeo.load("yinzhou")
>>> print(f"{len(plan.zones)} zones, {len(plan.projects)} projects, {len(yzgeo.check(plan)) > 0}")
6 zones, 43 projects, True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yzgeo.core.version import __version__

if TYPE_CHECKING:
    from yzgeo.checks.run import check
    from yzgeo.plan.load import load
    from yzgeo.publish.offline.standalone import standalone
    from yzgeo.publish.plan_map import plan_map as map
    from yzgeo.spatial.overlay.assign import assign

__all__ = ["__version__", "assign", "check", "load", "map", "standalone"]

_CALLED = {"map": "plan_map"}
"""What has another name where it is made, since Python's own function is called so."""
_HOMES = {
    "assign": "yzgeo.spatial.overlay.assign",
    "check": "yzgeo.checks.run",
    "load": "yzgeo.plan.load",
    "map": "yzgeo.publish.plan_map",
    "standalone": "yzgeo.publish.offline.standalone",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for only then: a command's help must not wait for geopandas and folium."""
    if name not in _HOMES:
        raise AttributeError(f"module 'yzgeo' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), _CALLED.get(name, name))
