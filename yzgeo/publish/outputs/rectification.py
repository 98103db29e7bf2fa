"""The list of findings to be put right, as a document."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext

FILE = "rectification.docx"
PURPOSES = {
    FILE: Text("整改清单（Word 文档，可填责任科室与办结时间）", "the list of findings as a document to fill in")
}


def files(context: BuildContext) -> dict[str, bytes]:
    """`rectification.docx`."""
    from yzgeo.publish.office import rectification  # a command that builds nothing need not load it

    return {FILE: rectification.render(context)}
