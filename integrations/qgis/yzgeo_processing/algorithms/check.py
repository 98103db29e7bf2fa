"""`yzgeo check`: the rules, and what breaks them as layers and in the panel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSink

from .. import definitions, inputs
from ..findings import layers, rows
from ..languages import Text
from ..run import Result, Run, command

TITLE = Text("检查规划", "Check a plan")
GROUP = definitions.PLANS
HELP = Text(
    """<p>用规则检查规划：与自身的文字、表格、图形是否一致，是否守住自己的指标。</p>
<p>结果：一张全部发现的表，以及有位置的发现（按面、点，需要时按线分层）；面板“yzgeo 检查发现”列出全部，并列出
<b>没有检查到的</b>、数据缺口和已豁免的，可筛选、定位、导出。</p>
<p>给出地块台账时，地块的规则也运行。与命令 <code>yzgeo check</code> 的结果相同。</p>""",
    """<p>Runs the rules over a plan: whether its text, tables and shapes agree, and whether it keeps its own targets.</p>
<p>Results: a table of all findings, and those with a place by the kind of shape. The panel “yzgeo findings” lists them
all, and with them <b>what was not checked</b>, gaps in the data and what is excused; it filters, zooms and exports.</p>
<p>With a ledger the rules on parcels run, too. The results are those of the command <code>yzgeo check</code>.</p>""",
)


def outputs_of_findings() -> list[Any]:
    """The layers of findings, and the file."""
    titles = {
        layers.TABLE: (Text("检查发现（全部，表）", "Findings (all, a table)"), QgsProcessing.TypeVector, True),
        "AREAS": (Text("检查发现（面）", "Findings (areas)"), QgsProcessing.TypeVectorPolygon, True),
        "POINTS": (Text("检查发现（点）", "Findings (points)"), QgsProcessing.TypeVectorPoint, True),
        "LINES": (Text("检查发现（线）", "Findings (lines)"), QgsProcessing.TypeVectorLine, False),
    }
    return [
        QgsProcessingParameterFeatureSink(name, str(title), kind, optional=True, createByDefault=wanted)
        for name, (title, kind, wanted) in titles.items()
    ]


def parameters() -> list[Any]:
    """What a check asks for."""
    return [
        definitions.plan(),
        *definitions.ledger(),
        definitions.text(
            "SELECT",
            Text("只运行这些规则", "Run these rules only"),
            Text("规则名，用逗号分开；空白则全部", "Names of rules, with commas between; empty: all"),
            "--select",
        ),
        definitions.text(
            "IGNORE",
            Text("不运行这些规则", "Leave these rules out"),
            Text("规则名，用逗号分开", "Names of rules, with commas between"),
            "--ignore",
        ),
        definitions.rules(),
        definitions.in_language(),
        *outputs_of_findings(),
        definitions.written_file(
            "JSON",
            Text("findings.json（给程序用）", "findings.json (for scripts)"),
            "JSON (*.json)",
            Text(
                "命令写出的原文件；某条规则发现过多时，全部写在其旁",
                "The file as the command writes it; where a rule finds very many, all are written beside it",
            ),
        ),
    ]


def process(run: Run) -> Result:
    """Check, and turn findings.json into layers and rows."""
    file = inputs.output(run, "JSON")
    written = Path(file) if file else run.folder / "findings.json"
    plan = command(
        run,
        "check",
        *inputs.plan(run),
        *inputs.ledger(run),
        *inputs.option("--select", inputs.text(run, "SELECT")),
        *inputs.option("--ignore", inputs.text(run, "IGNORE")),
        *inputs.option("--rules", inputs.path(run, "RULES")),
        "--fail-on=never",  # findings are the result here, and no failure
        "--format=json",
        f"--output={written}",
    )
    record = json.loads(written.read_text("utf-8"))
    found = rows.rows(record, run.lang)
    run.feedback.pushInfo(rows.summary(found, run.lang))
    outputs = layers.write(run, record)
    return Result({**outputs, **({"JSON": file} if file else {})}, found, plan)
