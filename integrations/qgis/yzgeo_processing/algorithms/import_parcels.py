"""`yzgeo import parcels`: a ledger of parcels into a plan folder."""

from __future__ import annotations

from typing import Any

from .. import definitions, importing, inputs
from ..languages import Text
from ..run import Result, Run

TITLE = Text("导入地块台账", "Import a parcel ledger")
GROUP = definitions.IMPORTS
HELP = Text(
    """<p>把地块台账导入规划文件夹；列按常用名称自动对应，其余各列原样保留。台账没有图形时，另给图形的图层，按编号对应。
要么全部写入，要么不动；原文件保留，途中改动逐条记录在案。</p><p>与命令 <code>yzgeo import parcels</code> 的结果相同。</p>""",
    """<p>Brings a ledger of parcels into a plan folder; columns are found by what offices call them, others are kept. A
ledger without shapes is joined with those of another layer by number. All or nothing; the old files are kept, each
changed value is logged.</p><p>The results are those of the command <code>yzgeo import parcels</code>.</p>""",
)
SAME = ("--replace", "--skip")
SAME_TITLES = (Text("以后来的为准", "the later row counts"), Text("以先有的为准", "the earlier row counts"))


def parameters() -> list[Any]:
    """What is asked for."""
    return [
        definitions.plan_to_change(),
        *importing.source(definitions.WITH_ROWS),
        definitions.statuses(),
        definitions.layer(
            "SHAPES",
            Text("地块图形", "Shapes of the parcels"),
            definitions.POLYGONS,
            Text("台账没有图形时，按编号对应", "Joined by number, where the ledger has none"),
            "--shapes",
            optional=True,
            advanced=True,
        ),
        definitions.flag(
            "UNITE",
            Text("同号的几个图形合为一个地块", "Several shapes of one number are one parcel"),
            Text("否则同号的图形有几个会被拒绝", "Else several are refused"),
            "--unite",
            advanced=True,
        ),
        definitions.flag(
            "ADD",
            Text("并入规划已有的台账", "Add to the plan's ledger"),
            Text("否则替换原有的", "Else it replaces the ledger"),
            "--add",
        ),
        definitions.choice(
            "SAME",
            Text("同号时", "Of one number"),
            SAME_TITLES,
            Text("空白则同号的会被拒绝", "Empty: the same number twice is refused"),
            "--replace, --skip",
        ),
        *importing.closing(Text("地块", "Parcels")),
    ]


refusal = importing.refusal


def process(run: Run) -> Result:
    """Import."""
    same = inputs.choice(run, "SAME", SAME)
    return importing.process(
        run,
        "parcels",
        "parcels",
        *inputs.options("--status", inputs.pairs(run, "STATUS")),
        *inputs.layer_words(run, "SHAPES", "--shapes", "--shapes-layer"),
        *inputs.switch(run, "UNITE", "--unite"),
        *inputs.switch(run, "ADD", "--add"),
        *([same] if same else []),
    )
