"""The statistics, for scripts and for spreadsheets."""

from __future__ import annotations

from yzgeo.core import plugins
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext

PURPOSES = {
    "data/statistics.json": Text("统计（程序用）", "statistics for scripts"),
    "data/statistics.xlsx": Text("统计（电子表格）", "statistics as a workbook"),
}


def files(context: BuildContext) -> dict[str, bytes]:
    """`data/statistics.json` and `.xlsx`."""
    return {
        "data/statistics.json": json_text(context.statistics).encode("utf-8"),
        "data/statistics.xlsx": plugins.load("yzgeo.stats.formats", "xlsx").render(context.statistics, context.lang),
    }
