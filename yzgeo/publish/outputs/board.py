"""The sheet for a meeting."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.board.render import render
from yzgeo.publish.context import BuildContext

PURPOSES = {"board.html": Text("一览图，A3 一页，可打印", "one sheet, A3, for a meeting")}


def files(context: BuildContext) -> dict[str, bytes]:
    """`board.html`, without a day in its title block, so that the same plan gives the same bytes."""
    return {"board.html": render(context).encode("utf-8")}
