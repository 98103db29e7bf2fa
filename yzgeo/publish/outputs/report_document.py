"""The report as a document to edit."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext

FILE = "report.docx"
PURPOSES = {FILE: Text("报告（Word 文档，可编辑）", "the report as a document to edit (Word and others)")}


def files(context: BuildContext) -> dict[str, bytes]:
    """`report.docx`."""
    from yzgeo.publish.office import report  # a command that builds nothing need not load it

    return {FILE: report.render(context)}
