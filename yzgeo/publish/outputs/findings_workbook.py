"""Findings and tables as a workbook."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext

FILE = "data/findings.xlsx"
PURPOSES = {FILE: Text("检查发现与各表（电子表格，可筛选）", "findings and tables as a workbook with filters")}


def files(context: BuildContext) -> dict[str, bytes]:
    """`data/findings.xlsx`."""
    from yzgeo.publish.office import workbook  # a command that builds nothing need not load it

    return {FILE: workbook.render(context)}
