"""`yzgeo import zones`: official boundaries of zones into a plan folder."""

from __future__ import annotations

from typing import Any

from .. import definitions, importing, inputs
from ..languages import Text
from ..run import Result, Run

TITLE = Text("导入片区界线", "Import boundaries of zones")
GROUP = definitions.IMPORTS
HELP = Text(
    """<p>把片区的法定边界导入规划文件夹，按代码或名称对应；图层中没有的片区保留原有范围。要么全部写入，要么不动；
原文件保留，途中改动逐条记录在案。</p><p>与命令 <code>yzgeo import zones</code> 的结果相同。</p>""",
    """<p>Brings official boundaries of zones into a plan folder, found by their id or name; other zones keep their
outline. All or nothing; the old files are kept, each changed value is logged.</p><p>The results are those of the command
<code>yzgeo import zones</code>.</p>""",
)


def parameters() -> list[Any]:
    """What is asked for."""
    return [
        definitions.plan_to_change(),
        *importing.source(definitions.POLYGONS),
        definitions.flag(
            "CREATE",
            Text("规划中没有的，新建为片区", "Make zones of what is none yet"),
            Text("否则图层中的名称须是规划已有的片区", "Else every name of the layer must be a zone of the plan"),
            "--create",
        ),
        *importing.closing(Text("片区", "Zones")),
    ]


refusal = importing.refusal


def process(run: Run) -> Result:
    """Import."""
    return importing.process(run, "zones", "zones", *inputs.switch(run, "CREATE", "--create"))
