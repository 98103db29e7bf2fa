"""The sheet's parts as slides."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext

FILE = "board.pptx"
PURPOSES = {
    FILE: Text("一览图的幻灯片，可编辑（PowerPoint、WPS 等）", "the sheet as slides to edit (PowerPoint and others)")
}


def files(context: BuildContext) -> dict[str, bytes]:
    """`board.pptx`."""
    from yzgeo.publish.office import slides  # a command that builds nothing need not load it

    return {FILE: slides.render(context)}
