"""The interactive map."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext
from yzgeo.publish.page.render import render

PURPOSES = {"index.html": Text("交互地图，双击打开", "the interactive map, double-click it")}


def files(context: BuildContext) -> dict[str, bytes]:
    """`index.html`."""
    return {"index.html": render(context).encode("utf-8")}
