"""The report to read and print."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext
from yzgeo.publish.report.render import render

PURPOSES = {"report.html": Text("报告，可阅读、打印", "the report, to read and to print")}


def files(context: BuildContext) -> dict[str, bytes]:
    """`report.html`."""
    return {"report.html": render(context).encode("utf-8")}
