"""`yzgeo import constraints`: land that forbids building or must hold it, into a plan folder."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterString

from .. import definitions, importing, inputs
from ..languages import Text
from ..run import Result, Run

TITLE = Text("导入管控范围", "Import constraints")
GROUP = definitions.IMPORTS
HELP = Text(
    """<p>把管控范围导入规划文件夹：永久基本农田、生态保护红线、城镇开发边界、工业控制线等。此后的检查会指出占用或超出的。
同一种类的替换原有的，其他种类不动。</p><p>与命令 <code>yzgeo import constraints</code> 的结果相同。</p>""",
    """<p>Brings land that forbids building, or must hold it, into a plan folder: permanent basic farmland, ecological
redline, urban development boundary, industrial control line and others. Checks then tell what lies on the one or outside
the other. Those of the kind that the plan has give way, those of other kinds stay.</p><p>The results are those of the
command <code>yzgeo import constraints</code>.</p>""",
)
EFFECTS = ("--forbids", "--must-hold")
EFFECT_TITLES = (Text("禁止占用", "forbids building"), Text("应在其内", "must hold what is built"))


def parameters() -> list[Any]:
    """What is asked for."""
    return [
        definitions.plan_to_change(),
        *importing.source(definitions.POLYGONS),
        definitions.explained(
            QgsProcessingParameterString("KIND", str(Text("种类", "Kind")), defaultValue="永久基本农田"),
            Text(
                "永久基本农田、生态保护红线、城镇开发边界、工业控制线等，名称或代码；自定的种类须选作用",
                "永久基本农田, 生态保护红线, 城镇开发边界, 工业控制线 and others, or the code; a kind of one's own needs an effect",
            ),
            "--kind",
        ),
        definitions.choice(
            "EFFECT",
            Text("作用", "Effect"),
            EFFECT_TITLES,
            Text("空白则按种类", "Empty: that of the kind"),
            "--forbids, --must-hold",
        ),
        definitions.text(
            "BASIS",
            Text("依据", "Basis"),
            Text("法规或标准；空白则按种类", "The law or standard; empty: that of the kind"),
            "--basis",
        ),
        *importing.closing(Text("管控范围", "Constraints")),
    ]


refusal = importing.refusal


def process(run: Run) -> Result:
    """Import."""
    effect = inputs.choice(run, "EFFECT", EFFECTS)
    return importing.process(
        run,
        "constraints",
        "constraints",
        f"--kind={inputs.text(run, 'KIND')}",
        *([effect] if effect else []),
        *inputs.option("--basis", inputs.text(run, "BASIS")),
    )
